//! What a number is a number of.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Text;

/// What a number is a number of, by an id: lower-case letters, digits and
/// hyphens.
///
/// The list of units grows, so an id that is not known is kept as it is; it is
/// then its own name.
///
/// ```
/// use swv_core::Unit;
///
/// assert_eq!(Unit::FTE.text().nl, "voltijdbanen");
/// assert_eq!(Unit::new("dagdelen").ok_or("no unit")?.text().nl, "dagdelen");
/// assert_eq!(Unit::new("Dag delen"), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(!try_from, !into, transparent, description = "What a number is a number of")]
pub struct Unit(#[schemars(regex(pattern = "^[a-z][a-z0-9-]*$"))] Cow<'static, str>);

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident, $id:literal, $nl:literal, $en:literal;)+) => {
        impl Unit {
            $($(#[$doc])* pub const $name: Unit = Unit(Cow::Borrowed($id));)+

            /// What it is called.
            pub fn text(&self) -> Text {
                match self.id() {
                    $($id => Text::new($nl, $en),)+
                    other => Text::new(other, other),
                }
            }
        }
    };
}

units! {
    /// Pupils.
    PUPILS, "pupils", "leerlingen", "pupils";
    /// Groups or classes.
    GROUPS, "groups", "groepen", "groups";
    /// Places, or placements.
    PLACES, "places", "plaatsen", "places";
    /// Months, of one pupil or of several together.
    MONTHS, "months", "maanden", "months";
    /// Weeks, of one pupil or of several together.
    WEEKS, "weeks", "weken", "weeks";
    /// Hours.
    HOURS, "hours", "uren", "hours";
    /// Full-time jobs.
    FTE, "fte", "voltijdbanen", "full-time jobs";
    /// Parts in a key of distribution.
    SHARES, "shares", "delen", "shares";
}

impl Unit {
    /// The unit of that id; none where it is not one.
    pub fn new(id: impl Into<String>) -> Option<Unit> {
        let id = id.into();
        let letter = |byte: u8| byte.is_ascii_lowercase();
        let well_formed = id.as_bytes().first().is_some_and(|first| letter(*first))
            && id.bytes().all(|byte| letter(byte) || byte.is_ascii_digit() || byte == b'-');
        well_formed.then_some(Unit(Cow::Owned(id)))
    }

    /// The unit of an id that is known to be well formed.
    ///
    /// # Panics
    /// When it is empty.
    #[doc(hidden)]
    pub const fn known(id: &'static str) -> Unit {
        assert!(!id.is_empty(), "a unit has an id");
        Unit(Cow::Borrowed(id))
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.0
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
        unit.0.into_owned()
    }
}

/// Its id.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}
