//! The parts of a procedure as a region writes them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::short::{Kind, Length, Needed, On, When};
use crate::calendar::{MonthDay, SchoolHolidayKind};
use crate::period::Validity;
use crate::procedure::{self, Differing, TermKind, Tie};
use crate::{Sector, Text};

/// A part with what all parts have: what it is called, where it stands, and
/// when it holds.
macro_rules! stated {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// What it is, in Dutch.
            pub nl: String,
            /// The same in English.
            pub en: String,
            /// The section of the document that states it.
            pub section: String,
            /// The document, where it is another than the procedure's.
            pub document: Option<String>,
            /// How it follows from what stands there, where it is not stated
            /// as such.
            pub interpreted: Option<String>,
            /// The days on which it holds, where it does not always.
            #[serde(default)]
            pub valid: Validity,
        }

        impl Stated for $name {
            fn text(&self) -> Text {
                Text::new(&self.nl, &self.en)
            }

            fn cited(&self) -> Cited<'_> {
                Cited { section: &self.section, document: self.document.as_deref(), interpreted: self.interpreted.as_deref() }
            }
        }
    };
}

/// What every part that a document states has.
pub(super) trait Stated {
    /// What it is.
    fn text(&self) -> Text;
    /// Where it stands.
    fn cited(&self) -> Cited<'_>;
}

/// Where a part stands.
#[derive(Clone, Copy)]
pub(super) struct Cited<'a> {
    pub(super) section: &'a str,
    pub(super) document: Option<&'a str>,
    pub(super) interpreted: Option<&'a str>,
}

/// Which samenwerkingsverband decides and pays.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// What ties a pupil to a samenwerkingsverband; the first that is known
    /// decides.
    pub by: Vec<Tie>,
    /// The home address goes before them where fields of the case are these;
    /// never without.
    #[serde(default)]
    pub home_first: When,
    /// The section of the document that states it.
    pub section: String,
    /// The document, where it is another than the procedure's.
    pub document: Option<String>,
    /// How it follows from what stands there, where it is not stated as such.
    pub interpreted: Option<String>,
}

/// A state of a case.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Its id.
    pub id: String,
    /// What it is called, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// The actor who has to decide while a case is in it.
    pub decides: Option<String>,
    /// Whether the procedure is over in it.
    #[serde(default)]
    pub closed: bool,
}

/// A field of a case or of one of its events.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// What its values look like.
    pub kind: Kind,
    /// Which of its words each sector has, where not every sector has all.
    #[serde(default)]
    pub by_sector: BTreeMap<Sector, Vec<String>>,
    /// When the event cannot do without it; left out where it can.
    pub needed: Option<Needed>,
    /// What it says, in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
}

stated! {
    /// A step: an event that moves a case, or that may happen without moving
    /// it.
    Step {
        /// Its id; left out where it is that of its event.
        id: Option<String>,
        /// The event that takes it.
        event: String,
        /// Which of the steps of that event it is, by fields of the event or
        /// of the case.
        #[serde(default)]
        when: When,
        /// The actor who takes it.
        by: String,
        /// The states from which it can be taken; none means any that is open.
        #[serde(default)]
        from: Vec<String>,
        /// The state it leads to; none leaves the case where it is.
        to: Option<String>,
    }
}

stated! {
    /// What has to be there before a step is taken.
    Requirement {
        /// Its id, unique in the procedure.
        id: String,
        /// The actor who supplies it.
        by: String,
        /// The event that supplies it.
        on: On,
        /// How many there have to be; 1 where it is left out.
        #[serde(default = "one")]
        count: u8,
        /// When it applies, by fields of the case; always without.
        #[serde(default)]
        when: When,
        /// Where it applies only as long as events differ:
        /// `{ event = "advies", in = ["strekking"] }`.
        where_differ: Option<Differing>,
        /// The states in which it is missing when it is not there.
        #[serde(default)]
        asked_in: Vec<String>,
        /// The steps that must not be taken without it.
        #[serde(default)]
        needed_for: Vec<String>,
        /// How old it may be on the day of such a step, by its field
        /// `gedateerd`.
        at_most_old: Option<Length>,
        /// The event on whose day its age counts, once that has happened; left
        /// out where that is the day of such a step.
        age_on: Option<String>,
        /// How long before the step it must have been there, by its field
        /// `sinds`.
        at_least_since: Option<Length>,
    }
}

fn one() -> u8 {
    1
}

stated! {
    /// A term that an event starts.
    Term {
        /// Its id, unique in the procedure.
        id: String,
        /// What kind of term it is; a deadline where it is left out.
        #[serde(default = "deadline")]
        kind: TermKind,
        /// What starts it.
        starts: On,
        /// The field of that event with the day from which it counts; left out
        /// where that is the day of the event.
        counted_from: Option<String>,
        /// Whether it counts from the day on which the last of what the step
        /// that starts it needs was there, where that is later.
        #[serde(default)]
        from_last_required: bool,
        /// When it ends.
        ends: Ends,
        /// The later events that meet it.
        #[serde(default)]
        met_by: Vec<On>,
        /// The events that grant what follows when it passes: they meet it, and
        /// are in time until the day after its last.
        #[serde(default)]
        granted_by: Vec<On>,
        /// What makes it stand still and what lets it run on.
        suspended: Option<Suspended>,
        /// What extends it, and by how long.
        extended: Option<Extended>,
        /// Whether it is a term of an act, to which the Algemene termijnenwet
        /// applies.
        #[serde(default)]
        statutory: bool,
        /// What follows when it passes.
        then: Option<Text>,
    }
}

fn deadline() -> TermKind {
    TermKind::Deadline
}

/// When a term ends.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// So long after it starts.
    After(Length),
    /// So long before a day.
    Before(Before),
    /// On the day in this field of the event that starts it.
    OnField(String),
    /// On the last day before that school holiday of the school year in which
    /// it starts.
    BeforeHoliday(SchoolHolidayKind),
    /// On the first such day of a year that is not before it starts: `"10-01"`.
    OnNext(MonthDay),
}

/// So long before a day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// The field of the event that starts the term, with the day.
    pub field: String,
    /// How long before it.
    pub by: Length,
}

/// What makes a term stand still.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suspended {
    /// From the day after this event.
    pub from: On,
    /// Until the day of this one.
    pub until: On,
}

/// What extends a term.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extended {
    /// The event that extends it.
    pub on: On,
    /// By how long at most.
    pub by: Length,
    /// The field of that event with the day that is announced.
    pub until: Option<String>,
}

stated! {
    /// Money that follows from an event.
    Cost {
        /// Its id, unique in the procedure.
        id: String,
        /// The actor who pays.
        payer: String,
        /// The actor who receives it.
        payee: String,
        /// What starts it.
        starts: On,
        /// The field of that event with the day from which it is paid; left
        /// out where that is the day of the event.
        counted_from: Option<String>,
        /// The field of that event with the last day for which it is paid.
        counted_until: Option<String>,
        /// The term that says how long the decision holds with which it ends.
        lasts_with: Option<String>,
        /// It applies where another event was at most so long ago.
        within: Option<Since>,
        /// It applies where another event was longer ago than that.
        later_than: Option<Since>,
        /// When it applies, by fields of the case.
        #[serde(default)]
        when: When,
        /// The events after which it no longer runs.
        #[serde(default)]
        ends: Vec<On>,
        /// The event before which nothing is paid, where it happened.
        not_before: Option<On>,
        /// How often it is paid and for how long.
        payment: Payment,
        /// The region's parameter that holds for how many months it is paid at
        /// most.
        months_at_most: Option<String>,
        /// The region's parameter that holds the amount; left out where
        /// `amount` says what it is made of, or where nothing is paid.
        parameter: Option<String>,
        /// What the amount is the sum of, rounded once to whole cents, a half
        /// away from zero.
        #[serde(default)]
        amount: Vec<procedure::AmountPart>,
        /// The rule of the region's allocation that pays it; left out where it
        /// is the id.
        rule: Option<String>,
    }
}

/// How often money is paid and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// The amount, once.
    Once,
    /// So much a year, as long as it lasts.
    Yearly,
    /// The amount of a calendar year for each year of which the count day, in
    /// the year before, lies in the time that it lasts.
    YearlyCounted(MonthDay),
    /// At once for the school year of the day on which it is paid.
    SchoolYear,
    /// A year at a time, from the first of the month after it starts, for so
    /// long.
    YearlyFromNextMonth(Length),
    /// A month at a time, for the months in this field of the event.
    MonthlyFor(String),
    /// Nothing, and this is why.
    Nothing(Text),
}

/// How long before the event that starts a cost another one happened.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Since {
    /// The other event, the last of that name.
    pub of: String,
    /// How long; the day on which that ends is within it.
    pub by: Length,
}

stated! {
    /// A decision against which someone can object.
    Objection {
        /// The decision.
        on: On,
        /// The actor with whom an objection is lodged.
        lodged_with: String,
        /// The event that lodges it; left out where the procedure has none.
        lodged_by: Option<On>,
        /// How long one has; left out where the documents do not say.
        within: Option<Length>,
    }
}

stated! {
    /// A clause of the criteria for a provision.
    Criterion {
        /// The provision.
        provision: String,
        /// The clause, by the letter that the document gives it.
        clause: String,
        /// What has to be so, by fields of the case.
        #[serde(default)]
        when: When,
        /// The support that the pupil has to need; all of it.
        #[serde(default)]
        needs: Vec<Need>,
    }
}

/// A need for support: in at least one of these areas, of that intensity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The fields of the case that hold the intensity, one for each area.
    pub fields: Vec<String>,
    /// The lightest intensity that counts; 1 is the lightest of all.
    pub from: u8,
    /// The heaviest that counts.
    pub to: u8,
}

stated! {
    /// A rule that no table can say, and that the region's code checks.
    Check {
        /// Its id: the name of the code that checks it.
        id: String,
    }
}
