//! Made-up cases for the tests of this region's procedures.

use swv_plugin::calendar::KnownDays;
use swv_plugin::procedure::{Breach, CaseFile, CheckInput, FollowedCase, Following, Procedure, follow};
use swv_plugin::{Date, DatedValue, Money, Parameters, Procedures, SwvNumber, Value};

use crate::ZuidKennemerland;

/// A made-up case, and the day on which it is looked at.
#[derive(Clone)]
pub(super) struct Case(CaseFile);

impl Case {
    pub(super) fn of(procedure: &str) -> Case {
        Case(CaseFile::made_up(procedure))
    }

    pub(super) fn field(self, name: &str, value: &str) -> Case {
        Case(self.0.field(name, value))
    }

    pub(super) fn resident_in(mut self, swv: &str) -> Case {
        self.0.resident_in = Some(swv.parse().unwrap());
        self
    }

    pub(super) fn event(self, on: &str, name: &str, fields: &[(&str, &str)]) -> Case {
        Case(self.0.event_with(on, name, fields))
    }

    /// What the region's own checks say of it, long after.
    pub(super) fn check(&self) -> Vec<Breach> {
        let input = CheckInput::new(&stated(&self.0.procedure), &self.0, "2040-01-01".parse().unwrap());
        ZuidKennemerland::check(&input)
    }

    /// Where it stands on a day.
    pub(super) fn on(&self, day: &str) -> FollowedCase {
        self.beside(&[], day)
    }

    /// Where it stands on a day, next to the procedures of other regions.
    pub(super) fn beside(&self, others: &[Procedure], day: &str) -> FollowedCase {
        let swv: SwvNumber = "PO2704".parse().unwrap();
        let (procedure, parameters, days) = (stated(&self.0.procedure), parameters(), KnownDays::default());
        let with = Following {
            procedure: &procedure,
            swv: &swv,
            parameters: &parameters,
            days: &days,
            as_of: day.parse().unwrap(),
            others,
        };
        follow(with, &self.0)
    }
}

pub(super) fn stated(id: &str) -> Procedure {
    ZuidKennemerland::procedures().into_iter().find(|procedure| procedure.id == id).unwrap()
}

/// Amounts of the plan for the years of the made-up cases.
fn parameters() -> Parameters {
    let value = |key: &str, cents| DatedValue {
        key: key.to_owned(),
        from: "2023-01-01".parse::<Date>().unwrap(),
        until: None,
        value: Value::Money(Money::from_cents(cents)),
    };
    Parameters::new(vec![
        value("inhouding-per-plaatsing", 6_635_00),
        value("instroom-en-terugplaatsingsbudget", 8_000_00),
        value("tarief-tlv-so-categorie-1", 12_938_34),
    ])
}

pub(super) fn rules(breaches: &[Breach]) -> Vec<&str> {
    breaches.iter().map(|breach| breach.rule.as_str()).collect()
}

pub(super) fn problems(case: &FollowedCase) -> Vec<&str> {
    case.problems.iter().map(|problem| problem.rule.as_str()).collect()
}

pub(super) fn missing(case: &FollowedCase) -> Vec<&str> {
    case.missing.iter().map(|item| item.rule.as_str()).collect()
}

/// Every cost: its rule, its first and last day, its cents.
pub(super) fn costs(case: &FollowedCase) -> Vec<(String, String, String, Option<i64>)> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let costs = case.costs.iter();
    costs
        .map(|cost| {
            let (from, until) = (day(Some(cost.period.from)), day(cost.period.until));
            (cost.rule.clone(), from, until, cost.amount_cents.map(|amount| amount.cents()))
        })
        .collect()
}
