//! Schools, their kinds and their boards.

mod kind;

pub use kind::{SchoolKind, SchoolKindError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::identifier::{BoardNumber, LocationCode, MunicipalityCode, Postcode};

/// One location of a school.
///
/// Pupils are counted and money is allocated by location. Takes no keys
/// beyond these in a file.
///
/// ```
/// use swv_core::school::{School, SchoolKind};
///
/// let school = School {
///     location: "12AB00".parse()?,
///     name: "De Regenboog".to_owned(),
///     board: "41234".parse()?,
///     kind: SchoolKind::Bao,
///     municipality: "0034".parse()?,
///     postcode: "1315 AB".parse()?,
/// };
/// assert_eq!(school.location.brin().as_str(), "12AB");
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "One location of a school")]
pub struct School {
    /// The code of the location.
    pub location: LocationCode,
    /// The name, for people; never compared.
    pub name: String,
    /// The board that governs it.
    pub board: BoardNumber,
    /// What kind of education it gives.
    pub kind: SchoolKind,
    /// The municipality in which it stands.
    pub municipality: MunicipalityCode,
    /// The postcode of its address.
    pub postcode: Postcode,
}

/// A school board (*schoolbestuur*, *bevoegd gezag*), which governs schools and
/// receives money for them.
///
/// ```
/// use swv_core::school::Board;
///
/// let board = Board { number: "41234".parse()?, name: None };
/// assert_eq!(board.number.as_str(), "41234");
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A school board")]
pub struct Board {
    /// Its number.
    pub number: BoardNumber,
    /// Its name, for people, where the source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHOOL: &str = r#"{"location":"12AB00","name":"De Regenboog","board":"41234","kind":"bao","municipality":"0034","postcode":"1315AB"}"#;

    #[test]
    fn a_school_round_trips() {
        let school: School = serde_json::from_str(SCHOOL).unwrap();
        assert_eq!(serde_json::to_string(&school).unwrap(), SCHOOL);
    }

    #[test]
    fn a_file_with_a_wrong_or_unknown_value_is_refused() {
        for (from, to) in [
            ("12AB00", "12AB"),
            ("\"41234\"", "41234"),
            ("0034", "34"),
            ("bao", "BO"),
            ("\"name\"", "\"pupils\":3,\"name\""),
        ] {
            assert!(serde_json::from_str::<School>(&SCHOOL.replace(from, to)).is_err(), "{to}");
        }
    }

    #[test]
    fn a_board_may_lack_a_name() {
        let board: Board = serde_json::from_str(r#"{"number":"00123"}"#).unwrap();
        assert_eq!(board.name, None);
        assert_eq!(serde_json::to_string(&board).unwrap(), r#"{"number":"00123"}"#);
        assert!(serde_json::from_str::<Board>(r#"{"number":"00123","kvk":"1"}"#).is_err());
    }
}
