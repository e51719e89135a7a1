//! The label of a school board.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{BoardNumber, IdentifierError, identifier};
use crate::string_form::string_schema;
use crate::text::is_steering;

/// How many characters a label has at most.
const MOST: usize = 100;

/// What a dataset calls a school board: its number at DUO, or a label of its
/// maker's own. Two schools with the same label have the same board; nothing
/// else is read from it, and it does not cross to a plugin.
///
/// ```
/// use swv_core::identifier::BoardLabel;
///
/// let board: BoardLabel = "Stichting De Boog".parse()?;
/// assert_eq!(board.as_str(), "Stichting De Boog");
/// assert!(" ".parse::<BoardLabel>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BoardLabel(String);

impl FromStr for BoardLabel {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<BoardLabel, IdentifierError> {
        let length = text.chars().count();
        if (1..=MOST).contains(&length) && text.trim() == text && !text.chars().any(is_steering) {
            Ok(BoardLabel(text.to_owned()))
        } else {
            Err(IdentifierError::BoardLabel { text: text.to_owned() })
        }
    }
}

impl From<BoardNumber> for BoardLabel {
    fn from(number: BoardNumber) -> BoardLabel {
        BoardLabel(number.into())
    }
}

identifier!(BoardLabel);
string_schema!(
    BoardLabel,
    pattern: r"^\S(.{0,98}\S)?$",
    description: "The number of a school board, or a label of the maker's own: the same for schools of one board"
);
