//! What may be written short: one word for a list of one, an event for a
//! trigger.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::calendar::{EmptyTerm, Term, TermUnit};
use crate::named::Named;
use crate::procedure::FieldKind;

/// The values with which fields meet a condition, by field:
/// `{ uitkomst = "toegekend" }`.
pub type When = Named<Words>;

/// A word, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum Words {
    /// One word.
    One(String),
    /// Any of these.
    AnyOf(Vec<String>),
}

impl Words {
    /// All of them.
    pub fn all(&self) -> &[String] {
        match self {
            Words::One(word) => std::slice::from_ref(word),
            Words::AnyOf(words) => words,
        }
    }
}

/// An event, or an event whose fields meet conditions:
/// `{ event = "besluit", when = { uitkomst = "toegekend" } }`.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum On {
    /// Every event of that name.
    Event(String),
    /// Those of its events that meet the conditions.
    Those(Those),
}

/// Events of a name that meet conditions.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Those {
    /// The event's name.
    pub event: String,
    /// Which of them count.
    #[serde(default)]
    pub when: When,
}

/// Whether an event cannot do without a field: `true`, or the conditions under
/// which it cannot.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum Needed {
    /// Always; `false` is not written but left out.
    Always(bool),
    /// Where fields of the event meet these conditions.
    When(When),
}

/// What the values of a field look like: `"yes_no"`, `"lives_elsewhere"`,
/// `"date"`, `"number"`,
/// `"swv"`, `"label"`, or the list of its words.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum Kind {
    /// One of the kinds that every procedure knows.
    Known(KnownKind),
    /// One of these words, from light to heavy where they are a scale.
    OneOf(Vec<String>),
}

/// A kind of field that every procedure knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KnownKind {
    /// `ja` or `nee`.
    YesNo,
    /// `ja` or `nee`: whether the home address is in another
    /// samenwerkingsverband; it follows from `resident_in` of the case.
    LivesElsewhere,
    /// A date, `2025-02-03`.
    Date,
    /// A whole number of at most six digits.
    Number,
    /// The number of a samenwerkingsverband, `PO2401`.
    Swv,
    /// A label of the user's own that identifies nobody, such as
    /// `deskundige-1`.
    Label,
}

impl From<&Kind> for FieldKind {
    fn from(kind: &Kind) -> FieldKind {
        match kind {
            Kind::OneOf(words) => FieldKind::OneOf(words.clone()),
            Kind::Known(KnownKind::YesNo) => FieldKind::YesNo,
            Kind::Known(KnownKind::LivesElsewhere) => FieldKind::LivesElsewhere,
            Kind::Known(KnownKind::Date) => FieldKind::Date,
            Kind::Known(KnownKind::Number) => FieldKind::Number,
            Kind::Known(KnownKind::Swv) => FieldKind::Swv,
            Kind::Known(KnownKind::Label) => FieldKind::Label,
        }
    }
}

/// A length of time: `{ weeks = 6 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Calendar days.
    Days(u16),
    /// Seven days each.
    Weeks(u16),
    /// To the same day of a later month, or its last where it has no such day.
    Months(u16),
    /// Twelve months each.
    Years(u16),
    /// Days that are no Saturday, Sunday, public holiday or equated day.
    WorkingDays(u16),
    /// Weeks of school: five days each, from Monday to Friday, that are in no
    /// school holiday.
    SchoolWeeks(u16),
}

impl TryFrom<Length> for Term {
    type Error = EmptyTerm;

    fn try_from(length: Length) -> Result<Term, EmptyTerm> {
        match length {
            Length::Days(count) => Term::new(count, TermUnit::Days),
            Length::Weeks(count) => Term::new(count, TermUnit::Weeks),
            Length::Months(count) => Term::new(count, TermUnit::Months),
            Length::Years(count) => Term::new(count, TermUnit::Years),
            Length::WorkingDays(count) => Term::new(count, TermUnit::WorkingDays),
            Length::SchoolWeeks(count) => Term::new(count, TermUnit::SchoolWeeks),
        }
    }
}

/// A type that is written as one of two forms: what it expects, and a method
/// of the visitor for each.
macro_rules! either {
    ($type:ident, $expected:literal, { $($methods:tt)* }) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                struct Either;

                impl<'de> Visitor<'de> for Either {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    $($methods)*
                }

                deserializer.deserialize_any(Either)
            }
        }
    };
}

either!(Words, "a word, or a list of words", {
    fn visit_str<E: Error>(self, word: &str) -> Result<Words, E> {
        Ok(Words::One(word.to_owned()))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, seq: S) -> Result<Words, S::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Words::AnyOf)
    }
});

either!(On, "an event, or { event = …, when = … }", {
    fn visit_str<E: Error>(self, event: &str) -> Result<On, E> {
        Ok(On::Event(event.to_owned()))
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<On, M::Error> {
        Those::deserialize(MapAccessDeserializer::new(map)).map(On::Those)
    }
});

either!(Needed, "true, or the conditions under which it is needed", {
    fn visit_bool<E: Error>(self, always: bool) -> Result<Needed, E> {
        match always {
            true => Ok(Needed::Always(true)),
            false => Err(E::custom("leave `needed` out where it is not")),
        }
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Needed, M::Error> {
        When::deserialize(MapAccessDeserializer::new(map)).map(Needed::When)
    }
});

either!(Kind, "yes_no, lives_elsewhere, date, number, swv, label, or a list of words", {
    fn visit_str<E: Error>(self, kind: &str) -> Result<Kind, E> {
        KnownKind::deserialize(serde::de::value::StrDeserializer::new(kind)).map(Kind::Known)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, seq: S) -> Result<Kind, S::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Kind::OneOf)
    }
});
