//! Which rules hold for a case: the version of the procedure, and its parts,
//! of the day that decides.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::procedure::{CaseFile, Condition, Procedure};
use crate::{Sector, Text, Validity};

/// Which rules hold, and why those.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Applies {
    /// The day that decides; null where nobody asked for a day and the newest
    /// are taken.
    #[schemars(with = "Option<String>")]
    pub on: Option<Date>,
    /// Why that day.
    pub because: Text,
    /// The days on which the same rules hold.
    pub valid: Validity,
    /// That no rules hold on that day, and which are followed instead; null
    /// where some do.
    pub outside: Option<Text>,
}

/// The version of a procedure that holds for a case on the day of a question,
/// with only the parts that hold, and why; none without versions.
///
/// The day of the first event decides that the procedure names under
/// `applies_on`; before that event, and where it names none, the day of the
/// question. Where no version holds on that day the nearest is taken, and the
/// answer says so.
pub fn applying(versions: &[&Procedure], case: &CaseFile, as_of: Date) -> Option<(Procedure, Applies)> {
    let (on, because) = deciding_day(versions.first()?, case, as_of);
    let (held, valid, outside) = held_on(versions, on)?;
    Some((held.in_sector(case.sector), Applies { on: Some(on), because, valid, outside }))
}

/// The version of a procedure that holds on a day, or the newest where no day
/// is asked for, with only the parts that hold.
pub fn held(versions: &[&Procedure], on: Option<Date>) -> Option<(Procedure, Applies)> {
    let day = on.or_else(|| Some(Validity::newest(versions.iter().map(|version| version.valid))?.last_day()))?;
    let (held, valid, outside) = held_on(versions, day)?;
    Some((held, Applies { on, because: Applies::asked(on), valid, outside }))
}

impl Applies {
    /// That no rules hold on a day, and when those hold that are taken.
    pub fn none_on(day: Date, taken: Validity) -> Text {
        let taken = taken.text();
        Text::new(
            format!("op {day} gelden geen regels; dit zijn de naaste, die gelden {}", taken.nl),
            format!("no rules hold on {day}; these are the nearest, which hold {}", taken.en),
        )
    }

    /// Why a day was taken that a user asked for, or none.
    pub fn asked(on: Option<Date>) -> Text {
        match on {
            Some(_) => Text::new("de gevraagde dag", "the day asked for"),
            None => Text::new("er is geen dag gevraagd: de nieuwste", "no day was asked for: the newest"),
        }
    }
}

fn held_on(versions: &[&Procedure], day: Date) -> Option<(Procedure, Validity, Option<Text>)> {
    let holds = versions.iter().find(|version| version.valid.contains(day));
    let version = holds.or_else(|| versions.iter().min_by_key(|version| version.valid.days_from(day)))?;
    let outside = holds.is_none().then(|| Applies::none_on(day, version.valid));
    let parts = std::iter::once(version.valid).chain(version.validities());
    let valid = Validity::between_changes(parts, day);
    Some((version.on(day), valid, outside))
}

/// The day that decides, and why it does.
fn deciding_day(procedure: &Procedure, case: &CaseFile, as_of: Date) -> (Date, Text) {
    let asked = |nl: &str, en: &str| {
        (as_of, Text::new(format!("de dag van de vraag; {nl}"), format!("the day of the question; {en}")))
    };
    let Some(applies) = &procedure.applies_on else {
        return (as_of, Text::new("de dag van de vraag", "the day of the question"));
    };
    let name = &applies.event;
    let title = procedure.steps.iter().find(|step| step.event == *name).map(|step| &step.title);
    let title = title.cloned().unwrap_or_else(|| Text::new(name, name));
    let happened = case.events.iter().filter(|event| event.name == *name && event.on <= as_of);
    let Some(first) = happened.min_by_key(|event| event.on) else {
        return asked(
            &format!("\u{201c}{}\u{201d} ({name}) is nog niet gebeurd", title.nl),
            &format!("\u{201c}{}\u{201d} ({name}) has not happened yet", title.en),
        );
    };
    let of_event = Text::new(
        format!("de dag van \u{201c}{}\u{201d} ({name})", title.nl),
        format!("the day of \u{201c}{}\u{201d} ({name})", title.en),
    );
    match &applies.field {
        None => (first.on, of_event),
        Some(field) => match first.date(field) {
            Some(day) => (day, Text::new(format!("{field} van {name}"), format!("{field} of {name}"))),
            None => {
                let nl = format!("{}; {field} is niet bekend", of_event.nl);
                (first.on, Text::new(nl, format!("{}; {field} is not known", of_event.en)))
            }
        },
    }
}

impl Procedure {
    /// When its parts hold.
    pub(super) fn validities(&self) -> impl Iterator<Item = Validity> {
        let steps = self.steps.iter().map(|part| part.valid);
        let requirements = self.requirements.iter().map(|part| part.valid);
        let terms = self.terms.iter().map(|part| part.valid);
        let costs = self.costs.iter().map(|part| part.valid);
        let objections = self.objections.iter().map(|part| part.valid);
        let criteria = self.criteria.iter().map(|part| part.valid);
        let checks = self.checks.iter().map(|part| part.valid);
        steps.chain(requirements).chain(terms).chain(costs).chain(objections).chain(criteria).chain(checks)
    }

    /// The first days on which other parts of it hold than the day before, with
    /// the first of all.
    pub(super) fn changes(&self) -> Vec<Date> {
        let parts = std::iter::once(self.valid).chain(self.validities());
        let changes = parts.flat_map(|valid| {
            let after = valid.until().and_then(|until| until.tomorrow().ok());
            valid.from().into_iter().chain(after)
        });
        let mut changes: Vec<Date> = changes.collect();
        changes.extend(if self.valid.from().is_none() { Some(Date::MIN) } else { None });
        changes.retain(|day| self.valid.contains(*day));
        changes.sort();
        changes.dedup();
        changes
    }

    /// Whether it or a part of it does not always hold.
    pub fn has_dates(&self) -> bool {
        !self.valid.is_always() || self.validities().any(|valid| !valid.is_always())
    }

    /// The procedure with only the criteria that a sector has.
    #[must_use]
    fn in_sector(mut self, sector: Sector) -> Procedure {
        let of_another = |condition: &Condition| {
            condition.field == CaseFile::SECTOR && !condition.one_of.iter().any(|word| word == sector.as_str())
        };
        self.criteria.retain(|criterion| !criterion.when.iter().any(of_another));
        self
    }

    /// The procedure with only the parts that hold on a day, and the fields of
    /// its steps.
    #[must_use]
    pub fn on(&self, day: Date) -> Procedure {
        let mut held = self.clone();
        held.steps.retain(|part| part.valid.contains(day));
        held.requirements.retain(|part| part.valid.contains(day));
        held.terms.retain(|part| part.valid.contains(day));
        held.costs.retain(|part| part.valid.contains(day));
        held.objections.retain(|part| part.valid.contains(day));
        held.criteria.retain(|part| part.valid.contains(day));
        held.checks.retain(|part| part.valid.contains(day));
        let steps = &held.steps;
        held.fields
            .retain(|field| field.event.as_ref().is_none_or(|event| steps.iter().any(|step| step.event == *event)));
        held
    }
}
