//! Money divided over recipients.

use swv_core::{
    Allocation, AllocationInput, AppliedRule, AttributeColumn, AttributeValue, Interval, Invalid, LineBounds, Money,
    QuantityColumn, RecipientKind, Remainder, Rounding, SchoolKind, Text, Unit, Within,
};

use crate::cross::{Cross, enumeration, record};
use crate::wit::allocation as wit;

record!(wit::AllocationInput = AllocationInput {
    sector => cross,
    year => cross,
    kinds => cross,
    quantities => cross,
    attributes => cross,
    parameters => cross,
    facts => cross,
    budget => cross,
});
record!(wit::QuantityColumn = QuantityColumn {
    name,
    unit => cross,
    scale,
    count_date => cross,
    values,
    intervals => cross,
    unknown,
});
record!(wit::Interval = Interval { row, at_most });
record!(wit::AttributeColumn = AttributeColumn { name, values => cross, rows });
record!(wit::LineBounds = LineBounds { line, quantity, rate, divisor, amount });
record!(wit::AppliedRule = AppliedRule { rule, rounding => cross });
enumeration!(wit::Rounding = Rounding { HalfAwayFromZero, HalfEven, TowardZero, AwayFromZero, Floor, Ceiling });
record!(wit::Allocation = Allocation {
    applied => cross,
    recipients,
    rules,
    quantities,
    rates,
    divisors,
    amounts,
    bounds => cross,
    remainders => cross,
    causes => cross,
    gap_recipients,
    gap_rules,
    gap_causes,
    absent,
});

impl Cross<Remainder> for wit::Remainder {
    fn cross(self) -> Result<Remainder, Invalid> {
        let left = Within::between(Money::from_cents(self.at_least), Money::from_cents(self.at_most));
        let (whole, first_line) = (Money::from_cents(self.whole), self.first_line);
        Ok(Remainder { rule: self.rule, whole, left, first_line, lines: self.lines })
    }
}

impl Cross<wit::Remainder> for Remainder {
    fn cross(self) -> Result<wit::Remainder, Invalid> {
        let (at_least, at_most) = (self.left.at_least().cents(), self.left.at_most().cents());
        let (whole, first_line) = (self.whole.cents(), self.first_line);
        Ok(wit::Remainder { rule: self.rule, whole, at_least, at_most, first_line, lines: self.lines })
    }
}

impl Cross<Option<AttributeValue>> for wit::AttributeValue {
    fn cross(self) -> Result<Option<AttributeValue>, Invalid> {
        Ok(match self {
            wit::AttributeValue::Unknown => None,
            wit::AttributeValue::YesNo(is) => Some(AttributeValue::YesNo(is)),
            wit::AttributeValue::Id(id) => Some(AttributeValue::Id(id)),
        })
    }
}

impl Cross<wit::AttributeValue> for Option<AttributeValue> {
    fn cross(self) -> Result<wit::AttributeValue, Invalid> {
        Ok(match self {
            None => wit::AttributeValue::Unknown,
            Some(AttributeValue::YesNo(is)) => wit::AttributeValue::YesNo(is),
            Some(AttributeValue::Id(id)) => wit::AttributeValue::Id(id),
        })
    }
}

impl Cross<Unit> for String {
    fn cross(self) -> Result<Unit, Invalid> {
        let value = self.clone();
        Unit::try_from(self).map_err(|error| Invalid {
            place: String::new(),
            value,
            rule: Text::new("het is een eenheid", error),
        })
    }
}

impl Cross<String> for Unit {
    fn cross(self) -> Result<String, Invalid> {
        Ok(self.into())
    }
}

/// An id that is not known is a kind that no rule is for.
impl Cross<Vec<RecipientKind>> for wit::KindColumn {
    fn cross(self) -> Result<Vec<RecipientKind>, Invalid> {
        let kinds: Vec<_> = self.ids.iter().map(|id| kind(id)).collect();
        let broken =
            |value: String, nl: &str, en: &str| Err(Invalid { place: String::new(), value, rule: Text::new(nl, en) });
        if let Some((_, twice)) = self.ids.iter().enumerate().find(|(at, id)| self.ids[..*at].contains(id)) {
            return broken(twice.clone(), "elke soort staat er een keer", "each kind stands there once");
        }
        let kind = |row: &u32| kinds.get(*row as usize).copied().ok_or(*row);
        match self.rows.iter().map(kind).collect::<Result<Vec<_>, _>>() {
            Ok(kinds) => Ok(kinds),
            Err(place) => {
                let value = format!("kind {place} of {}", self.ids.len());
                broken(value, "een rij noemt een soort die er is", "a row names a kind that is there")
            }
        }
    }
}

impl Cross<wit::KindColumn> for Vec<RecipientKind> {
    fn cross(self) -> Result<wit::KindColumn, Invalid> {
        let mut kinds: Vec<RecipientKind> = Vec::new();
        let mut rows = Vec::with_capacity(self.len());
        for kind in self {
            let place = kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
                kinds.push(kind);
                kinds.len() - 1
            });
            rows.push(place.cross()?);
        }
        Ok(wit::KindColumn { ids: kinds.into_iter().map(id).collect(), rows })
    }
}

fn kind(id: &str) -> RecipientKind {
    match id {
        "board" => RecipientKind::Board,
        "partnership" => RecipientKind::Partnership,
        id => id.parse::<SchoolKind>().map_or(RecipientKind::Other, RecipientKind::School),
    }
}

fn id(kind: RecipientKind) -> String {
    match kind {
        RecipientKind::Board => "board".to_owned(),
        RecipientKind::Partnership => "partnership".to_owned(),
        RecipientKind::School(kind) => kind.to_string(),
        RecipientKind::Other => "other".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_crosses_and_one_of_a_later_version_is_for_no_rule() {
        let schools = SchoolKind::ALL.map(RecipientKind::School);
        let kinds: Vec<_> = [RecipientKind::Board, RecipientKind::Partnership].into_iter().chain(schools).collect();
        let mut column: wit::KindColumn = kinds.clone().cross().unwrap();
        assert_eq!(Cross::<Vec<RecipientKind>>::cross(column.clone()), Ok(kinds.clone()));
        column.ids[3] = "speelinloop".to_owned();
        let later: Vec<RecipientKind> = column.cross().unwrap();
        assert_eq!((later[3], &later[4..]), (RecipientKind::Other, &kinds[4..]));
    }

    #[test]
    fn a_kind_that_is_not_there_or_twice_is_refused() {
        let column = |ids: &[&str], rows: &[u32]| {
            let ids = ids.iter().map(|id| (*id).to_owned()).collect();
            Cross::<Vec<RecipientKind>>::cross(wit::KindColumn { ids, rows: rows.to_vec() }).unwrap_err().to_string()
        };
        assert!(column(&["bao"], &[0, 1]).contains("kind 1 of 1"));
        assert!(column(&["bao", "bao"], &[0]).contains("each kind stands there once"));
    }
}
