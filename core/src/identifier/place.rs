//! Where a school stands or a pupil lives.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{IdentifierError, has_shape, identifier};
use crate::string_form::string_schema;

/// The code of a municipality at Statistics Netherlands: four digits, not all zero.
///
/// Kept and shown with its leading zeros. A source that dropped them is
/// repaired by [`MunicipalityCode::padded`], and only there.
///
/// ```
/// use swv_core::identifier::MunicipalityCode;
///
/// let almere: MunicipalityCode = "0034".parse()?;
/// assert_eq!(MunicipalityCode::padded(34)?, almere);
/// assert!("34".parse::<MunicipalityCode>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(String);

impl MunicipalityCode {
    /// The municipality code of a source that dropped the leading zeros.
    ///
    /// # Errors
    ///
    /// [`IdentifierError::MunicipalityCode`] for 0 and for more than four digits.
    ///
    /// ```
    /// # use swv_core::identifier::MunicipalityCode;
    /// assert_eq!(MunicipalityCode::padded(34)?.as_str(), "0034");
    /// assert!(MunicipalityCode::padded(10_000).is_err());
    /// # Ok::<(), swv_core::identifier::IdentifierError>(())
    /// ```
    pub fn padded(number: u32) -> Result<MunicipalityCode, IdentifierError> {
        format!("{number:04}").parse()
    }
}

impl FromStr for MunicipalityCode {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<MunicipalityCode, IdentifierError> {
        if has_shape(text, "0000") && text != "0000" {
            Ok(MunicipalityCode(text.to_owned()))
        } else {
            Err(IdentifierError::MunicipalityCode { text: text.to_owned() })
        }
    }
}

identifier!(MunicipalityCode);
string_schema!(
    MunicipalityCode,
    pattern: "^(?!0000)[0-9]{4}$",
    description: "The code of a municipality: four digits with leading zeros"
);

/// A Dutch postcode: four digits, the first not 0, and two capitals.
///
/// Read with or without one space between, and always kept without.
///
/// ```
/// use swv_core::identifier::Postcode;
///
/// let postcode: Postcode = "9306 TC".parse()?;
/// assert_eq!(postcode.to_string(), "9306TC");
/// assert_eq!(postcode.area().to_string(), "9306");
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode(String);

impl Postcode {
    /// The area of the postcode: its digits.
    ///
    /// ```
    /// # use swv_core::identifier::Postcode;
    /// assert_eq!("9306TC".parse::<Postcode>()?.area(), "9306".parse()?);
    /// # Ok::<(), swv_core::identifier::IdentifierError>(())
    /// ```
    pub fn area(&self) -> PostcodeArea {
        PostcodeArea(self.0.chars().take(4).collect())
    }
}

impl FromStr for Postcode {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Postcode, IdentifierError> {
        let has_shape = has_shape(text, "0000AA") || has_shape(text, "0000 AA");
        if has_shape && !text.starts_with('0') {
            Ok(Postcode(text.replace(' ', "")))
        } else {
            Err(IdentifierError::Postcode { text: text.to_owned() })
        }
    }
}

identifier!(Postcode);
string_schema!(
    Postcode,
    pattern: "^[1-9][0-9]{3} ?[A-Z]{2}$",
    description: "A postcode: four digits and two capitals, with or without a space between"
);

/// The area that shares the digits of a postcode: four digits, the first not 0.
///
/// ```
/// use swv_core::identifier::PostcodeArea;
///
/// assert_eq!("9306".parse::<PostcodeArea>()?.as_str(), "9306");
/// assert!("0306".parse::<PostcodeArea>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostcodeArea(String);

impl FromStr for PostcodeArea {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<PostcodeArea, IdentifierError> {
        if has_shape(text, "0000") && !text.starts_with('0') {
            Ok(PostcodeArea(text.to_owned()))
        } else {
            Err(IdentifierError::PostcodeArea { text: text.to_owned() })
        }
    }
}

identifier!(PostcodeArea);
string_schema!(
    PostcodeArea,
    pattern: "^[1-9][0-9]{3}$",
    description: "The area that shares the four digits of a postcode"
);
