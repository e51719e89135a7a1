//! The codes of schools and of their locations.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{IdentifierError, has_shape, identifier};
use crate::string_form::string_schema;

/// The code of a school as an institution (*BRIN*): two digits and two capitals.
///
/// A school with several buildings has one BRIN and a [`LocationCode`] for each.
///
/// ```
/// use swv_core::identifier::Brin;
///
/// let school: Brin = "12AB".parse()?;
/// assert_eq!(school.as_str(), "12AB");
/// assert!("AB12".parse::<Brin>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Brin(String);

impl FromStr for Brin {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Brin, IdentifierError> {
        if has_shape(text, "00AA") {
            Ok(Brin(text.to_owned()))
        } else {
            Err(IdentifierError::Brin { text: text.to_owned() })
        }
    }
}

identifier!(Brin);
string_schema!(
    Brin,
    pattern: "^[0-9]{2}[A-Z]{2}$",
    description: "The code of a school (BRIN): two digits and two capitals"
);

/// The code of one location of a school (*vestiging*): its BRIN and two digits.
///
/// ```
/// use swv_core::identifier::LocationCode;
///
/// let location: LocationCode = "12AB01".parse()?;
/// assert_eq!(location.brin(), "12AB".parse()?);
/// assert!("12AB".parse::<LocationCode>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocationCode(String);

impl LocationCode {
    /// The school to which the location belongs.
    ///
    /// ```
    /// # use swv_core::identifier::LocationCode;
    /// assert_eq!("12AB01".parse::<LocationCode>()?.brin().as_str(), "12AB");
    /// # Ok::<(), swv_core::identifier::IdentifierError>(())
    /// ```
    pub fn brin(&self) -> Brin {
        Brin(self.0.chars().take(4).collect())
    }
}

impl FromStr for LocationCode {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<LocationCode, IdentifierError> {
        if has_shape(text, "00AA00") {
            Ok(LocationCode(text.to_owned()))
        } else {
            Err(IdentifierError::LocationCode { text: text.to_owned() })
        }
    }
}

identifier!(LocationCode);
string_schema!(
    LocationCode,
    pattern: "^[0-9]{2}[A-Z]{2}[0-9]{2}$",
    description: "The code of one location of a school: its BRIN and two digits"
);
