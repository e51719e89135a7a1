//! What a number is a number of.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident, $id:literal, $nl:literal, $en:literal;)+) => {
        /// What a number is a number of: a quantity, a parameter, a budget line
        /// or an indicator.
        ///
        /// In files it is an id of lower-case letters, digits and hyphens. The
        /// list grows, so an id that is not known is kept as it is; it is then
        /// its own name.
        ///
        /// ```
        /// use swv_core::Unit;
        ///
        /// assert_eq!(Unit::Fte.text().nl, "voltijdbanen");
        /// assert_eq!(Unit::new("dagdelen").ok_or("no unit")?.text().nl, "dagdelen");
        /// assert_eq!(Unit::new("Dag delen"), None);
        /// # Ok::<(), &str>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "UnitId")]
        pub enum Unit {
            $($(#[$doc])* $name,)+
            /// Another, by its id.
            Other(Cow<'static, str>),
        }

        /// What a number is a number of, by its id.
        #[derive(JsonSchema)]
        #[schemars(rename = "Unit", extend("examples" = [$($id),+]))]
        #[allow(dead_code)] // It is the schema of `Unit`, and nothing else.
        struct UnitId(#[schemars(regex(pattern = "^[a-z][a-z0-9-]*$"))] String);

        impl Unit {
            /// The ids that have a name.
            pub const KNOWN: &[&str] = &[$($id),+];

            fn known(id: &str) -> Option<Unit> {
                match id {
                    $($id => Some(Unit::$name),)+
                    _ => None,
                }
            }

            /// Its id.
            pub fn id(&self) -> &str {
                match self {
                    $(Unit::$name => $id,)+
                    Unit::Other(id) => id,
                }
            }

            /// What it is called.
            pub fn text(&self) -> Text {
                match self {
                    $(Unit::$name => Text::new($nl, $en),)+
                    Unit::Other(id) => Text::new(id.clone(), id.clone()),
                }
            }
        }
    };
}

units! {
    /// Euros. In a file it has at most two decimals.
    Euro, "euro", "euro", "euro";
    /// Whole euro cents.
    EuroCents, "euro-cents", "eurocenten", "euro cents";
    /// A percentage: `3.5` is 3.5%.
    Percent, "percent", "procent", "percent";
    /// A plain factor: `0.035`.
    Factor, "factor", "factor", "factor";
    /// Hundredths of a plain number, for a ratio.
    Hundredths, "hundredths", "honderdsten", "hundredths";
    /// Pupils.
    Pupils, "pupils", "leerlingen", "pupils";
    /// Schools or school locations.
    Schools, "schools", "scholen", "schools";
    /// School boards.
    Boards, "boards", "besturen", "boards";
    /// Members of a body.
    Members, "members", "leden", "members";
    /// Members of staff, as persons.
    Staff, "staff", "medewerkers", "staff";
    /// Full-time jobs, with decimals.
    Fte, "fte", "voltijdbanen", "full-time jobs";
    /// Groups or classes.
    Groups, "groups", "groepen", "groups";
    /// Places, or placements.
    Places, "places", "plaatsen", "places";
    /// A number of anything else.
    Count, "count", "aantal", "number";
    /// Years.
    Years, "years", "jaren", "years";
    /// Months, of one pupil or of several together.
    Months, "months", "maanden", "months";
    /// Weeks, of one pupil or of several together.
    Weeks, "weeks", "weken", "weeks";
    /// Hours.
    Hours, "hours", "uren", "hours";
    /// Parts in a key of distribution.
    Shares, "shares", "delen", "shares";
    /// Words, which no rule computes with.
    Text, "text", "woorden", "words";
}

impl Unit {
    /// The unit of that id; none where it is not one.
    pub fn new(id: impl Into<String>) -> Option<Unit> {
        let id = id.into();
        let letter = |byte: u8| byte.is_ascii_lowercase();
        let well_formed = id.as_bytes().first().is_some_and(|first| letter(*first))
            && id.bytes().all(|byte| letter(byte) || byte.is_ascii_digit() || byte == b'-');
        well_formed.then(|| Unit::known(&id).unwrap_or(Unit::Other(Cow::Owned(id))))
    }
}

impl TryFrom<String> for Unit {
    type Error = String;

    fn try_from(id: String) -> Result<Unit, String> {
        let malformed = format!("{id:?} is no unit: write lower-case letters, digits and hyphens, such as `fte`");
        Unit::new(id).ok_or(malformed)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> String {
        unit.id().to_owned()
    }
}

/// Its id.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}
