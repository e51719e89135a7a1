//! What a region states of a procedure.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::{MonthDay, SchoolHolidayKind, Term};
use crate::procedure::Criterion;
use crate::{Provenance, Sector, Text, Validity};

/// A procedure of a region: a machine of states, with what its steps need and
/// what follows from them.
///
/// Two regions give the same id to procedures with the same purpose, so that
/// one case can be laid over both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its id, in lower case with hyphens.
    pub id: String,
    /// What people call it.
    pub title: Text,
    /// The sectors it is for.
    pub sectors: Vec<Sector>,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds: where there are several versions, each has
    /// its own.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
    /// The event whose day decides which version and which of its rules hold
    /// for a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_on: Option<AppliesOn>,
    /// Which samenwerkingsverband decides and pays.
    pub jurisdiction: Option<Jurisdiction>,
    /// Its states; a case starts in the first.
    pub states: Vec<State>,
    /// The steps between them.
    pub steps: Vec<Step>,
    /// The fields that its rules read; nothing else of a case reaches them.
    pub fields: Vec<Field>,
    /// What a step needs before it is taken.
    pub requirements: Vec<Requirement>,
    /// The terms that run.
    pub terms: Vec<TermRule>,
    /// The money that follows.
    pub costs: Vec<Cost>,
    /// The decisions against which someone can object.
    pub objections: Vec<Objection>,
    /// What a pupil needs for each provision, by area of development.
    pub criteria: Vec<Criterion>,
    /// The rules that the region's code checks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// What decides which rules hold for a case: the day of the first event of
/// that name, or else the day of the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppliesOn {
    /// The event: an application, an enrolment, a decision.
    pub event: String,
    /// The field of that event with the day; left out where it is the day of
    /// the event itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// A rule that no table can say, and that the region's code checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its id: the rule of what it reports.
    pub id: String,
    /// What it says.
    pub title: Text,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// Which samenwerkingsverband decides and pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// What ties a pupil to a samenwerkingsverband; the first that is known
    /// decides.
    pub by: Vec<Tie>,
    /// The home address goes before them where the case meets these; never
    /// without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub home_first: Vec<Condition>,
    /// Where that stands.
    pub provenance: Provenance,
}

/// What ties a pupil to a samenwerkingsverband.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// The school at which the pupil is enrolled, or else has applied.
    School,
    /// The home address.
    Home,
}

/// A state of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: Text,
    /// Who has to decide while the case is in it, if anyone.
    pub decides: Option<Text>,
    /// Whether the procedure is over in it.
    pub closed: bool,
}

/// A step: an event that moves a case, or that may happen without moving it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id, unique in the procedure.
    pub id: String,
    /// The event of a case file that takes it.
    pub event: String,
    /// Which of the steps of that event it is.
    pub when: Vec<Condition>,
    /// What happens, in a few words.
    pub title: Text,
    /// Who takes it.
    pub actor: Text,
    /// The states from which it can be taken; none means any that is open.
    pub from: Vec<String>,
    /// The state it leads to; none leaves the case where it is.
    pub to: Option<String>,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// That a field has one of these values. A field of the event is read first,
/// then one of the case; every case has the field `sector`, `po` or `vo`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The field.
    pub field: String,
    /// The values with which it is met.
    pub one_of: Vec<String>,
}

/// A field of a case or of one of its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// The event it belongs to; none for the case as a whole.
    pub event: Option<String>,
    /// What it says.
    pub meaning: Text,
    /// What its values look like.
    pub kind: FieldKind,
    /// Which of its words a sector has, where not every sector has all.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_sector: BTreeMap<Sector, Vec<String>>,
    /// When an event cannot do without it: none never, no conditions always.
    /// A field of the case is asked for by the rules that read it.
    pub needed: Option<Vec<Condition>>,
}

/// What the values of a field look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// `ja` or `nee`.
    YesNo,
    /// `ja` or `nee`: whether the home address is in another
    /// samenwerkingsverband. It follows from that of the case (`resident_in`),
    /// where that is known.
    LivesElsewhere,
    /// A date, `2025-02-03`.
    Date,
    /// A whole number of at most six digits; a longer one can identify a
    /// pupil.
    Number,
    /// One of these words.
    OneOf(Vec<String>),
    /// The number of a samenwerkingsverband, `PO2401`.
    Swv,
    /// A label of the user's own that identifies nobody, such as
    /// `deskundige-1`: lower case letters, and a number behind a hyphen.
    Label,
}

/// What has to be there before a step is taken: a document, an advice, a
/// consultation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id, unique in the procedure; the rule of what it reports.
    pub id: String,
    /// What it is.
    pub what: Text,
    /// Who supplies it.
    pub supplier: Text,
    /// The event that supplies it.
    pub supplied_by: Trigger,
    /// How many of them there have to be.
    pub count: u8,
    /// When it applies; always without conditions.
    pub when: Vec<Condition>,
    /// Where it applies only as long as events differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub where_differ: Option<Differing>,
    /// The states in which it is missing when it is not there.
    pub asked_in: Vec<String>,
    /// The steps that must not be taken without it.
    pub needed_for: Vec<String>,
    /// How old it may be on the day of such a step, by its field `gedateerd`.
    pub at_most_old: Option<Term>,
    /// The event on whose day its age counts, once that has happened; none
    /// counts it on the day of such a step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_on: Option<String>,
    /// How long before the step it must have been there, by its field
    /// `sinds`.
    pub at_least_since: Option<Term>,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// Events of one name that differ: two of them have another value in one of
/// these fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Differing {
    /// The events' name.
    pub event: String,
    /// The fields.
    #[serde(rename = "in")]
    pub fields: Vec<String>,
}

/// An event that starts, ends, suspends or extends something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// The event's name.
    pub event: String,
    /// Which events of that name count.
    pub when: Vec<Condition>,
}

/// A term that an event starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermRule {
    /// Its id, unique in the procedure; the rule of what it reports.
    pub id: String,
    /// What has to happen, or what holds, until it ends.
    pub what: Text,
    /// What kind of term it is.
    pub kind: TermKind,
    /// What starts it.
    pub starts: Trigger,
    /// The field of that event with the day from which it counts; none counts
    /// from the day of the event.
    pub counted_from: Option<String>,
    /// Whether it counts from the day on which the last of what the step that
    /// starts it needs was there, where that is later.
    #[serde(default, skip_serializing_if = "is_false")]
    pub from_last_required: bool,
    /// When it ends.
    pub ends: TermEnd,
    /// The later events that meet it; it no longer runs after one of them. A
    /// term that is counted back and has none is met by the event that starts
    /// it.
    pub met_by: Vec<Trigger>,
    /// The events that grant what follows when it passes. They meet it too, and
    /// are in time until the day after its last, on which that right arises.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub granted_by: Vec<Trigger>,
    /// What suspends it and what lets it run on.
    pub suspended: Option<(Trigger, Trigger)>,
    /// What extends it, once, and by how long.
    pub extended: Option<Extension>,
    /// Whether it is a statutory term, to which the Algemene termijnenwet
    /// applies.
    pub statutory: bool,
    /// What follows when it passes, if the region says so.
    pub then: Option<Text>,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// What extends a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The event that extends it.
    pub on: Trigger,
    /// By how long at most.
    pub by: Term,
    /// The field of that event with the day that is announced; without it the
    /// term is extended by all of that length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

fn is_false(is: &bool) -> bool {
    !is
}

/// What kind of term it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// By its end, someone has to have done something.
    Deadline,
    /// Until its end, a decision holds; two that hold at once are a problem.
    Validity,
    /// Until its end, records are kept; then they are destroyed.
    Retention,
}

/// When a term ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TermEnd {
    /// So long after it starts.
    After(Term),
    /// So long before the day in this field of the event that starts it.
    Before(Term, String),
    /// On the day in this field of the event that starts it.
    OnField(String),
    /// On the last day before that school holiday of the school year in which
    /// it starts.
    BeforeHoliday(SchoolHolidayKind),
    /// On the first such day of a year that is not before it starts.
    OnNext(MonthDay),
}

/// Money that follows from an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Its id, unique in the procedure.
    pub id: String,
    /// What it is for.
    pub what: Text,
    /// Who pays.
    pub payer: Text,
    /// Who receives it.
    pub payee: Text,
    /// What starts it.
    pub starts: Trigger,
    /// The field of that event with the day from which it is paid; none pays
    /// from the day of the event.
    pub counted_from: Option<String>,
    /// The field of that event with the last day for which it is paid.
    pub counted_until: Option<String>,
    /// The decision with which it ends: a term that says how long one holds.
    pub lasts_with: Option<String>,
    /// When it applies, by how long ago an earlier event was.
    pub since: Option<Since>,
    /// When it applies, by fields of the case.
    pub when: Vec<Condition>,
    /// The events after which it no longer runs.
    pub ends: Vec<Trigger>,
    /// The event before which nothing is paid, where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Trigger>,
    /// How often it is paid and for how long.
    pub payment: Payment,
    /// The region's parameter that holds for how many months it is paid at
    /// most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months_at_most: Option<String>,
    /// What the amount is the sum of; nothing where nothing is paid.
    pub amount: Vec<AmountPart>,
    /// The rule of the region's allocation that pays it.
    pub rule: String,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

/// A part of an amount: what a parameter of the region holds, or a share of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmountPart {
    /// The parameter that holds the money.
    pub of: String,
    /// The parameter that holds the share of it; none takes all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// Whether it is taken off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub less: bool,
}

/// How long before the event that starts it another one happened, the last of
/// that name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Since {
    /// The other event.
    pub event: String,
    /// How long: the day on which that ends is within it.
    pub by: Term,
    /// Whether it has to be longer ago than that, instead of at most.
    pub longer: bool,
}

/// How often money is paid and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// The amount, once.
    Once,
    /// So much a year, as long as it lasts; another amount from the day on
    /// which the parameter has another.
    Yearly,
    /// The amount of a calendar year for each year of which the count day, in
    /// the year before, lies in the time that it lasts.
    YearlyCounted(MonthDay),
    /// At once for the school year of the day on which it is paid; what is paid
    /// for the months after it ended is recovered.
    SchoolYear,
    /// A year at a time, from the first of the month after it starts, for so
    /// long; what is paid for the months after it ended is recovered.
    YearlyFromNextMonth(Term),
    /// A month at a time, for the months in this field of the event.
    MonthlyFor(String),
    /// Nothing, and this is why.
    Nothing(Text),
}

/// A decision against which someone can object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// The decision.
    pub decision: Trigger,
    /// What people call it.
    pub what: Text,
    /// With whom an objection is lodged.
    pub lodged_with: Text,
    /// The event that lodges it; none where the procedure has no such event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodged_by: Option<Trigger>,
    /// How long one has; none where the documents do not say.
    pub within: Option<Term>,
    /// Where it stands.
    pub provenance: Provenance,
    /// The days on which it holds.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
}

impl Procedure {
    /// The state of that id.
    pub fn find_state(&self, id: &str) -> Option<&State> {
        self.states.iter().find(|state| state.id == id)
    }

    /// The field of that name, of an event or of the case. The field `sector`
    /// that every case has is none of them.
    pub fn find_field(&self, event: Option<&str>, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.event.as_deref() == event && field.name == name)
    }

    /// The names of the events that it knows, each once.
    pub fn events(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for step in &self.steps {
            if !names.contains(&step.event.as_str()) {
                names.push(step.event.as_str());
            }
        }
        names
    }
}

impl Cost {
    /// The parameters of the region that the amount is made of.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        self.amount.iter().flat_map(|part| std::iter::once(part.of.as_str()).chain(part.share.as_deref()))
    }
}

impl Step {
    /// Whether it can be taken from that state.
    pub fn can_be_taken_from(&self, state: &State) -> bool {
        if self.from.is_empty() { !state.closed } else { self.from.contains(&state.id) }
    }
}

impl Field {
    /// What its values look like in a sector.
    pub fn kind_in(&self, sector: Sector) -> Cow<'_, FieldKind> {
        match self.by_sector.get(&sector) {
            Some(words) => Cow::Owned(FieldKind::OneOf(words.clone())),
            None => Cow::Borrowed(&self.kind),
        }
    }

    /// What its values look like, in each sector where they differ.
    pub fn form(&self) -> Text {
        if self.by_sector.is_empty() {
            return self.kind.form();
        }
        let words = |(sector, words): (&Sector, &Vec<String>)| format!("{sector}: {}", words.join(", "));
        let words: Vec<String> = self.by_sector.iter().map(words).collect();
        let words = words.join("; ");
        Text::new(format!("een van {words}"), format!("one of {words}"))
    }
}

impl FieldKind {
    /// Whether `value` is of this kind; else what it should look like.
    ///
    /// # Errors
    /// The form that a value has.
    pub fn check(&self, value: &str) -> Result<(), Text> {
        let fits = match self {
            FieldKind::YesNo | FieldKind::LivesElsewhere => matches!(value, "ja" | "nee"),
            FieldKind::Date => value.parse::<jiff::civil::Date>().is_ok_and(|date| date.to_string() == value),
            FieldKind::Number => is_number(value, 6),
            FieldKind::OneOf(words) => words.iter().any(|word| word == value),
            FieldKind::Swv => value.parse::<crate::SwvNumber>().is_ok(),
            FieldKind::Label => is_label(value),
        };
        if fits { Ok(()) } else { Err(self.form()) }
    }

    /// What its values look like.
    pub fn form(&self) -> Text {
        match self {
            FieldKind::YesNo | FieldKind::LivesElsewhere => Text::new("ja of nee", "ja (yes) or nee (no)"),
            FieldKind::Date => Text::new("een datum zoals 2025-02-03", "a date such as 2025-02-03"),
            FieldKind::Number => {
                Text::new("een geheel getal van ten hoogste zes cijfers", "a whole number of at most six digits")
            }
            FieldKind::OneOf(words) => {
                Text::new(format!("een van {}", words.join(", ")), format!("one of {}", words.join(", ")))
            }
            FieldKind::Swv => Text::new(
                "het nummer van een samenwerkingsverband, zoals PO2401",
                "the number of a samenwerkingsverband, such as PO2401",
            ),
            FieldKind::Label => Text::new(
                "een aanduiding zoals deskundige-1, die niemand aanwijst",
                "a label such as deskundige-1, which identifies nobody",
            ),
        }
    }
}

fn is_number(value: &str, digits: usize) -> bool {
    !value.is_empty() && value.len() <= digits && value.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_label(value: &str) -> bool {
    value.rsplit_once('-').is_some_and(|(words, number)| {
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase());
        words.len() <= 30 && words.split('-').all(is_word) && is_number(number, 4)
    })
}
