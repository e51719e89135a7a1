//! The number of a samenwerkingsverband, and the sector that it tells.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{IdentifierError, has_shape, identifier};
use crate::string_form::{string_conversions, string_schema};

/// The number of a samenwerkingsverband: `PO` or `VO` and four digits.
///
/// The digits are those of the region, so one region's two samenwerkingsverbanden
/// may share them. Not checked against the list of those that exist.
///
/// ```
/// use swv_core::identifier::{Sector, SwvNumber};
///
/// let swv: SwvNumber = "PO2704".parse()?;
/// assert_eq!(swv.sector(), Sector::Po);
/// assert!("2704".parse::<SwvNumber>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SwvNumber(String);

impl SwvNumber {
    /// The sector, from the first letter.
    ///
    /// ```
    /// # use swv_core::identifier::{Sector, SwvNumber};
    /// assert_eq!("VO2401".parse::<SwvNumber>()?.sector(), Sector::Vo);
    /// # Ok::<(), swv_core::identifier::IdentifierError>(())
    /// ```
    pub fn sector(&self) -> Sector {
        if self.0.starts_with('P') { Sector::Po } else { Sector::Vo }
    }
}

impl FromStr for SwvNumber {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<SwvNumber, IdentifierError> {
        if has_shape(text, "PO0000") || has_shape(text, "VO0000") {
            Ok(SwvNumber(text.to_owned()))
        } else {
            Err(IdentifierError::SwvNumber { text: text.to_owned() })
        }
    }
}

identifier!(SwvNumber);
string_schema!(
    SwvNumber,
    pattern: "^(PO|VO)[0-9]{4}$",
    description: "The number of a samenwerkingsverband: PO or VO and four digits"
);

/// The sector of a samenwerkingsverband: primary or secondary education.
///
/// ```
/// use swv_core::identifier::Sector;
///
/// assert_eq!("po".parse::<Sector>()?, Sector::Po);
/// assert_eq!(Sector::Vo.to_string(), "vo");
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(!try_from, !into, rename_all = "lowercase", description = "Primary (po) or secondary (vo) education")]
pub enum Sector {
    /// Primary education (*primair onderwijs*), about 4 to 12 years of age.
    Po,
    /// Secondary education (*voortgezet onderwijs*), from about 12.
    Vo,
}

impl FromStr for Sector {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Sector, IdentifierError> {
        match text {
            "po" => Ok(Sector::Po),
            "vo" => Ok(Sector::Vo),
            _ => Err(IdentifierError::Sector { text: text.to_owned() }),
        }
    }
}

impl Sector {
    /// The word for it, as in files: `po` or `vo`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Sector::Po => "po",
            Sector::Vo => "vo",
        }
    }
}

impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

string_conversions!(Sector, IdentifierError);
