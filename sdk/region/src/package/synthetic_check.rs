//! What makes `synthetic.toml` sound: it names what there is, in an order in
//! which it can be made, and no count can go below zero.

use swv_core::{CalendarYear, Sector, Unit};

use super::{Approximate, Figure, FigureValue, FiguresFile, ParametersFile, SyntheticFile, SyntheticQuantity};
use super::{SyntheticTotal, Times};

/// What the file may refer to.
pub(super) struct Known<'a> {
    pub(super) figures: &'a FiguresFile,
    pub(super) parameters: &'a ParametersFile,
}

impl SyntheticFile {
    pub(super) fn check(&self, known: &Known<'_>) -> Result<(), String> {
        for (index, entry) in self.recipients.iter().enumerate() {
            let place = |message: String| format!("recipients[{index}]: {message}");
            let same =
                |earlier: &&super::SyntheticRecipients| (earlier.sector, earlier.kind) == (entry.sector, entry.kind);
            if self.recipients[..index].iter().any(|earlier| same(&earlier)) {
                return Err(place("this kind stands there twice for its sector".into()));
            }
            if matches!(entry.number, SyntheticTotal::AssumedPerThousand { .. } | SyntheticTotal::Counts { .. }) {
                return Err(place("number: is a `figure`, a `parameter` or `assumed`".into()));
            }
            known.total(&entry.number, entry.sector).map_err(|message| place(format!("number: {message}")))?;
        }
        for (index, entry) in self.quantities.iter().enumerate() {
            self.check_quantity(index, entry, known)
                .map_err(|message| format!("quantities[{index}] ({}): {message}", entry.name))?;
        }
        for (index, entry) in self.attributes.iter().enumerate() {
            let place = |message: String| format!("attributes[{index}] ({}): {message}", entry.name);
            if entry.within.is_some() || entry.times.is_some() || entry.by.is_some() || entry.portion != 1 {
                return Err(place("an attribute is so or not: leave out `within`, `times`, `by` and `portion`".into()));
            }
            if matches!(entry.total, SyntheticTotal::AssumedPerThousand { .. } | SyntheticTotal::Counts { .. }) {
                return Err(place("total: is a `figure`, a `parameter` or `assumed`".into()));
            }
            if entry.only.is_some() {
                return Err(place("only: an attribute does not rest on another; leave it out".into()));
            }
            known.total(&entry.total, entry.sector).map_err(|message| place(format!("total: {message}")))?;
        }
        Ok(())
    }

    fn check_quantity(&self, index: usize, entry: &SyntheticQuantity, known: &Known<'_>) -> Result<(), String> {
        let earlier = || self.quantities[..index].iter().filter(|earlier| earlier.sector == entry.sector);
        if entry.kinds.is_empty() {
            return Err("kinds: is empty; name the recipients that a rule applies it to".into());
        }
        let overlaps = |other: &SyntheticQuantity| other.kinds.iter().any(|kind| entry.kinds.contains(kind));
        if earlier().any(|other| other.name == entry.name && overlaps(other)) {
            return Err("stands there twice for one kind of recipient".into());
        }
        if entry.spread > 99 {
            return Err(format!("spread: {} per cent leaves nothing; write 99 at most", entry.spread));
        }
        if entry.portion == 0 {
            return Err("portion: is 0; write 1 or more".into());
        }
        known.total(&entry.total, entry.sector).map_err(|message| format!("total: {message}"))?;
        let attribute =
            |name: &String| self.attributes.iter().any(|made| made.sector == entry.sector && made.name == *name);
        if let Some(only) = entry.only.as_ref().filter(|only| !attribute(only)) {
            return Err(format!("only: {only:?} is no attribute that is made in its sector"));
        }
        for needed in entry.needs() {
            if !earlier().any(|other| other.name == needed) {
                return Err(format!("refers to {needed:?}, which does not stand before it in its sector"));
            }
        }
        match &entry.times {
            Some(_) if entry.within.is_none() => return Err("times: says nothing without `within`".into()),
            Some(Times::Parameter(key)) => known.parameter(key).map_err(|message| format!("times: {message}"))?,
            Some(Times::Number(_)) | None => {}
        }
        let shares = |other: &SyntheticQuantity| entry.within.is_some() && other.within == entry.within;
        if let Some(other) = earlier().find(|other| shares(other) && other.times != entry.times) {
            return Err(format!("times: {:?} shares its `within` and has another; give both the same", other.name));
        }
        if let SyntheticTotal::Counts { plus, minus } = &entry.total {
            if plus.is_empty() {
                return Err("total: adds nothing; name what its counts follow from in `plus`".into());
            }
            if entry.by.is_some() || entry.within.is_some() {
                return Err("its counts follow from others, so `by` and `within` say nothing".into());
            }
            let below = |name: &str| {
                earlier().filter(|other| other.name == name).all(|other| {
                    other.times.is_none() && other.within.as_ref().is_some_and(|within| plus.contains(within))
                })
            };
            if let Some(name) = minus.iter().find(|name| !below(name)) {
                return Err(format!("total: takes off {name:?}, which is not `within` one that is added"));
            }
        }
        Ok(())
    }
}

impl Known<'_> {
    fn total(&self, total: &SyntheticTotal, sector: Sector) -> Result<(), String> {
        match total {
            SyntheticTotal::Figure { id, year } => self.figure(id, *year, sector),
            SyntheticTotal::Parameter { key } => self.parameter(key),
            SyntheticTotal::Assumed(_) | SyntheticTotal::AssumedPerThousand { .. } | SyntheticTotal::Counts { .. } => {
                Ok(())
            }
        }
    }

    fn figure(&self, id: &str, year: Option<CalendarYear>, sector: Sector) -> Result<(), String> {
        let figure = self.figures.figures.iter().find(|figure| figure.sector == sector && figure.id == id);
        let Some(figure) = figure else { return Err(format!("there is no figure {id:?} of sector {sector}")) };
        counted(&figure.unit).map_err(|unit| format!("the figure {id} {unit}"))?;
        let of_year = |value: &&FigureValue| year.is_none_or(|year| value.year == year.into());
        let mut values = figure.values.iter().filter(of_year).peekable();
        if let (Some(year), None) = (year, values.peek()) {
            return Err(format!("the figure {id} has no value of {year}"));
        }
        match values.find(|value| figure.total(value).is_none()) {
            Some(value) => Err(format!("the figure {id} of {} is no total to add up to", value.year)),
            None => Ok(()),
        }
    }

    fn parameter(&self, key: &str) -> Result<(), String> {
        let parameter = self.parameters.parameters.iter().find(|parameter| parameter.key == key);
        let Some(parameter) = parameter else { return Err(format!("there is no parameter {key:?}")) };
        counted(&parameter.unit).map_err(|unit| format!("the parameter {key} {unit}"))
    }
}

impl Figure {
    /// The number that counts can add up to: not a target, and not a bound.
    pub(crate) fn total(&self, value: &FigureValue) -> Option<u32> {
        let bound = matches!(value.approximate, Some(Approximate::MoreThan | Approximate::LessThan));
        value.value.as_deref()?.parse().ok().filter(|_| value.basis.is_none() && !bound)
    }
}

/// Whether the unit counts things; if not, what it is.
fn counted(unit: &Unit) -> Result<(), String> {
    match unit {
        Unit::Euro | Unit::Percent | Unit::Factor | Unit::Fte | Unit::Text => Err("is no whole number".into()),
        _ => Ok(()),
    }
}
