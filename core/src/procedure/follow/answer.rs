//! Where a case stands.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::Cause;
use crate::procedure::{CriterionFit, TermKind};
use crate::{Citation, Missing, Money, SwvNumber, Text};

/// Where a case stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FollowedCase {
    /// The procedure.
    pub procedure: String,
    /// The case's pseudonym.
    pub key: String,
    /// The day of the question.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Whether the case is made up.
    pub synthetic: bool,
    /// The state it is in.
    pub state: String,
    /// What people call that state.
    pub state_title: Text,
    /// Who has to decide now; null where nobody has to.
    pub decides: Option<Text>,
    /// The samenwerkingsverband that decides and pays; null where that is not
    /// known or the region does not say.
    pub competent_swv: Option<SwvNumber>,
    /// What is missing, and who has to supply it.
    pub missing: Vec<MissingItem>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What can come next.
    pub next: Vec<NextStep>,
    /// The terms by which someone has to act.
    pub deadlines: Vec<Deadline>,
    /// The decisions that hold, and until when.
    pub validity: Vec<Period>,
    /// The records that are kept, and until when.
    pub retention: Vec<Period>,
    /// The decisions against which someone can object.
    pub objections: Vec<OpenObjection>,
    /// The money that follows.
    pub costs: Vec<FollowedCost>,
    /// Which clauses of the criteria fit what is known of the pupil.
    pub criteria: Vec<CriterionFit>,
    /// That no clause of the criteria names the pupil's need; null where one
    /// does or may.
    pub no_provision: Option<Text>,
    /// Events and fields that this procedure does not know.
    pub not_used: Vec<String>,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MissingItem {
    /// What it is.
    pub what: Text,
    /// Who has to supply it.
    pub from: Text,
    /// The rule that asks for it.
    pub rule: String,
    /// Where that stands.
    pub source: Option<Citation>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// The rule that is broken.
    pub rule: String,
    /// The place in the case file.
    pub place: String,
    /// What is wrong and what to do.
    pub message: Text,
    /// Where the rule stands; null for the rules of a case file itself.
    pub source: Option<Citation>,
    /// The event, by its place in the file; null for the case as a whole.
    pub event: Option<usize>,
}

/// A step that can come next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NextStep {
    /// The step's id.
    pub step: String,
    /// What happens.
    pub title: Text,
    /// Who takes it.
    pub actor: Text,
    /// The state it leads to; null when the case stays where it is.
    pub to: Option<String>,
    /// The requirements that have to be met first.
    pub waits_for: Vec<String>,
    /// Where it stands.
    pub source: Option<Citation>,
}

/// A term by which someone has to act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deadline {
    /// The term's id.
    pub rule: String,
    /// What has to happen.
    pub what: Text,
    /// The last day; null when that is not known.
    #[schemars(with = "Option<String>")]
    pub due: Option<Date>,
    /// The day from which the term runs.
    #[schemars(with = "String")]
    pub from: Date,
    /// Why from that day, where it is another than the case says.
    pub from_because: Option<Text>,
    /// How long it is.
    pub term: Text,
    /// What moved its end, one by one.
    pub moved_by: Vec<Cause>,
    /// Why the day is not known, where it is not.
    pub unknown_because: Option<Text>,
    /// The day on which it was met.
    #[schemars(with = "Option<String>")]
    pub met_on: Option<Date>,
    /// How it stands.
    pub status: DeadlineStatus,
    /// What follows now that it has passed.
    pub then: Option<Text>,
    /// Where it stands.
    pub source: Option<Citation>,
}

/// How a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineStatus {
    /// It runs.
    Open,
    /// It was met.
    Met,
    /// It was met too late.
    Late,
    /// It passed without being met.
    Passed,
    /// Its end is not known.
    Unknown,
}

impl DeadlineStatus {
    /// The word for it, as in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            DeadlineStatus::Open => "open",
            DeadlineStatus::Met => "met",
            DeadlineStatus::Late => "late",
            DeadlineStatus::Passed => "passed",
            DeadlineStatus::Unknown => "unknown",
        }
    }
}

/// Something that holds or is kept until a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// The term's id.
    pub rule: String,
    /// What kind of term it is.
    pub kind: TermKind,
    /// What holds or is kept.
    pub what: Text,
    /// The day from which.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last day; null when that is not known.
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// Where it stands.
    pub source: Option<Citation>,
}

/// A decision against which someone can object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenObjection {
    /// The decision.
    pub what: Text,
    /// The day of the decision.
    #[schemars(with = "String")]
    pub on: Date,
    /// With whom an objection is lodged.
    pub lodged_with: Text,
    /// How long one has; null where the documents do not say.
    pub term: Option<Text>,
    /// The last day; null where the documents do not say.
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// What moved that day, one by one.
    pub moved_by: Vec<Cause>,
    /// Why the day is not known, where it is not.
    pub unknown_because: Option<Text>,
    /// The day on which an objection was lodged.
    #[schemars(with = "Option<String>")]
    pub lodged_on: Option<Date>,
    /// Where it stands.
    pub source: Option<Citation>,
}

/// Money that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FollowedCost {
    /// Whether it is paid, comes back, or is nothing.
    pub kind: CostKind,
    /// What it is for.
    pub what: Text,
    /// Who pays.
    pub payer: Text,
    /// Who receives it.
    pub payee: Text,
    /// The amount; null when it is not known.
    pub amount_cents: Option<Money>,
    /// What the amount is for.
    pub unit: CostUnit,
    /// The days it is for.
    pub period: CostPeriod,
    /// Why it is this amount, where that is not the parameter itself: nothing
    /// is owed, a part comes back, it is rounded.
    pub because: Option<Text>,
    /// The rule of the region's allocation that pays it.
    pub rule: String,
    /// The parameters that hold the amount; where it is not known, those that
    /// are lacking.
    pub parameters: Vec<String>,
    /// What is not known, and so the amount is not.
    pub missing: Vec<Missing>,
    /// Where it stands.
    pub source: Option<Citation>,
}

/// Whether money is paid, comes back, or is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    /// It is paid.
    Payment,
    /// It comes back: what was paid for months after it ended.
    Recovery,
    /// Nothing is owed.
    Nothing,
}

/// What an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostUnit {
    /// It is paid once.
    Once,
    /// It is the price of a year; what a part of a year costs is not said.
    PerYear,
    /// It is for the year of the period.
    Year,
    /// It is for the calendar year of the period.
    CalendarYear,
    /// It is for the school year of the period.
    SchoolYear,
    /// It is for so many months.
    Months,
}

impl CostUnit {
    /// What an amount is for, in words; none where the months say it.
    pub fn text(self) -> Option<Text> {
        Some(match self {
            CostUnit::Once => Text::new("eenmalig", "once"),
            CostUnit::PerYear => Text::new("per jaar", "a year"),
            CostUnit::Year => Text::new("voor een jaar", "for a year"),
            CostUnit::CalendarYear => Text::new("voor het kalenderjaar", "for the calendar year"),
            CostUnit::SchoolYear => Text::new("voor het schooljaar", "for the school year"),
            CostUnit::Months => return None,
        })
    }
}

/// The days that an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CostPeriod {
    /// The first day.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last day; null as long as it goes on.
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// The months that the amount is for; null where it is not counted in
    /// months.
    pub months: Option<u32>,
}

impl Problem {
    /// Something wrong with an event.
    pub(super) fn of_event(rule: &str, place: (usize, &str), message: (String, String)) -> Problem {
        let (event, name) = place;
        let message = Text::new(message.0, message.1);
        let place = format!("events[{event}] ({name})");
        Problem { rule: rule.to_owned(), place, message, source: None, event: Some(event) }
    }

    /// Something wrong with the case as a whole.
    pub(super) fn of_case(rule: &str, place: &str, message: (String, String)) -> Problem {
        let message = Text::new(message.0, message.1);
        Problem { rule: rule.to_owned(), place: place.to_owned(), message, source: None, event: None }
    }

    /// The same, with where the rule stands.
    #[must_use]
    pub(super) fn stated_in(mut self, provenance: &crate::Provenance) -> Problem {
        self.source = Citation::of(provenance);
        self
    }
}

/// The items, each where it stands first.
pub(super) fn each_once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut each = Vec::with_capacity(items.len());
    for item in items {
        if !each.contains(&item) {
            each.push(item);
        }
    }
    each
}
