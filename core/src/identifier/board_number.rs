//! The number of a school board.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{IdentifierError, has_shape, identifier};
use crate::string_form::string_schema;

/// The number of a school board (*bevoegd gezag*): five digits, not all zero.
///
/// Kept and shown with its leading zeros. A source that dropped them, such as
/// a spreadsheet, is repaired by [`BoardNumber::padded`], and only there.
///
/// ```
/// use swv_core::identifier::BoardNumber;
///
/// let board: BoardNumber = "00123".parse()?;
/// assert_eq!(board.to_string(), "00123");
/// assert!("123".parse::<BoardNumber>().is_err());
/// assert_eq!(BoardNumber::padded(123)?, board);
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BoardNumber(String);

impl BoardNumber {
    /// The board number of a source that dropped the leading zeros.
    ///
    /// # Errors
    ///
    /// [`IdentifierError::BoardNumber`] for 0 and for more than five digits.
    ///
    /// ```
    /// # use swv_core::identifier::BoardNumber;
    /// assert_eq!(BoardNumber::padded(41234)?.as_str(), "41234");
    /// assert!(BoardNumber::padded(0).is_err());
    /// # Ok::<(), swv_core::identifier::IdentifierError>(())
    /// ```
    pub fn padded(number: u32) -> Result<BoardNumber, IdentifierError> {
        format!("{number:05}").parse()
    }
}

impl FromStr for BoardNumber {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<BoardNumber, IdentifierError> {
        if has_shape(text, "00000") && text != "00000" {
            Ok(BoardNumber(text.to_owned()))
        } else {
            Err(IdentifierError::BoardNumber { text: text.to_owned() })
        }
    }
}

identifier!(BoardNumber);
string_schema!(
    BoardNumber,
    pattern: "^(?!00000)[0-9]{5}$",
    description: "The number of a school board: five digits with leading zeros"
);
