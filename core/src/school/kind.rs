//! The kinds of schools.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of education a school gives.
///
/// In a file it is the name in lower case: `bao`, `so_vso`.
///
/// ```
/// use swv_core::school::SchoolKind;
///
/// assert_eq!(SchoolKind::from_duo("SO/VSO")?, SchoolKind::SoVso);
/// assert_eq!("so_vso".parse::<SchoolKind>()?, SchoolKind::SoVso);
/// assert!(SchoolKind::SoVso.is_specialised());
/// # Ok::<(), swv_core::school::SchoolKindError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "What kind of education a school gives")]
pub enum SchoolKind {
    /// Regular primary school (*basisonderwijs*).
    Bao,
    /// Special primary school (*speciaal basisonderwijs*), under the same law
    /// as regular primary schools.
    Sbo,
    /// School for specialised primary education (*speciaal onderwijs*).
    So,
    /// School for both specialised primary and specialised secondary education.
    SoVso,
    /// School for specialised secondary education (*voortgezet speciaal onderwijs*).
    Vso,
    /// Regular secondary school (*voortgezet onderwijs*).
    Vo,
    /// Secondary school for practical training (*praktijkonderwijs*).
    Pro,
    /// Orthopedagogic-didactic centre (*orthopedagogisch-didactisch centrum*)
    /// of an SWV; its pupils stay enrolled at their own school.
    Opdc,
    /// School or class for children new to the country (*nieuwkomers*).
    Newcomer,
}

impl SchoolKind {
    /// Every kind, in the order of declaration.
    pub const ALL: [SchoolKind; 9] = [
        SchoolKind::Bao,
        SchoolKind::Sbo,
        SchoolKind::So,
        SchoolKind::SoVso,
        SchoolKind::Vso,
        SchoolKind::Vo,
        SchoolKind::Pro,
        SchoolKind::Opdc,
        SchoolKind::Newcomer,
    ];

    /// Reads the code that DUO's tables use: `BO`, `SBO` (also `SBAO`), `SO`,
    /// `SO/VSO` (also `SO-VSO` and `(V)SO`), `VSO`, `VO` or `PRO`.
    ///
    /// # Errors
    ///
    /// [`SchoolKindError::UnknownDuoCode`].
    ///
    /// ```
    /// # use swv_core::school::SchoolKind;
    /// assert_eq!(SchoolKind::from_duo("BO")?, SchoolKind::Bao);
    /// assert!(SchoolKind::from_duo("HBO").is_err());
    /// # Ok::<(), swv_core::school::SchoolKindError>(())
    /// ```
    pub fn from_duo(code: &str) -> Result<SchoolKind, SchoolKindError> {
        match code {
            "BO" => Ok(SchoolKind::Bao),
            "SBO" | "SBAO" => Ok(SchoolKind::Sbo),
            "SO" => Ok(SchoolKind::So),
            "SO/VSO" | "SO-VSO" | "(V)SO" => Ok(SchoolKind::SoVso),
            "VSO" => Ok(SchoolKind::Vso),
            "VO" => Ok(SchoolKind::Vo),
            "PRO" => Ok(SchoolKind::Pro),
            _ => Err(SchoolKindError::UnknownDuoCode { code: code.to_owned() }),
        }
    }

    /// Whether it is a regular primary school. A school for newcomers is not,
    /// nor is an SBO: a rule that means them too says so.
    ///
    /// ```
    /// # use swv_core::school::SchoolKind;
    /// assert!(SchoolKind::Bao.is_regular_primary());
    /// assert!(!SchoolKind::Sbo.is_regular_primary());
    /// ```
    pub const fn is_regular_primary(self) -> bool {
        matches!(self, SchoolKind::Bao)
    }

    /// Whether it gives specialised education under the Wet op de
    /// expertisecentra: SO, VSO or both. SBO comes under the Wet op het
    /// primair onderwijs and is not among them.
    ///
    /// ```
    /// # use swv_core::school::SchoolKind;
    /// assert!(SchoolKind::So.is_specialised());
    /// assert!(!SchoolKind::Sbo.is_specialised());
    /// ```
    pub const fn is_specialised(self) -> bool {
        matches!(self, SchoolKind::So | SchoolKind::SoVso | SchoolKind::Vso)
    }

    /// The name as in a file.
    ///
    /// ```
    /// # use swv_core::school::SchoolKind;
    /// assert_eq!(SchoolKind::SoVso.as_str(), "so_vso");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            SchoolKind::Bao => "bao",
            SchoolKind::Sbo => "sbo",
            SchoolKind::So => "so",
            SchoolKind::SoVso => "so_vso",
            SchoolKind::Vso => "vso",
            SchoolKind::Vo => "vo",
            SchoolKind::Pro => "pro",
            SchoolKind::Opdc => "opdc",
            SchoolKind::Newcomer => "newcomer",
        }
    }
}

impl FromStr for SchoolKind {
    type Err = SchoolKindError;

    /// Reads the name as in a file; a code of DUO goes to
    /// [`SchoolKind::from_duo`].
    fn from_str(text: &str) -> Result<SchoolKind, SchoolKindError> {
        let kind = SchoolKind::ALL.into_iter().find(|kind| kind.as_str() == text);
        kind.ok_or_else(|| SchoolKindError::UnknownName { text: text.to_owned() })
    }
}

impl fmt::Display for SchoolKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a text is not a kind of school.
///
/// ```
/// use swv_core::school::SchoolKind;
///
/// let error = SchoolKind::from_duo("HBO").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`HBO` is not a kind of school at DUO: expected BO, SBO, SO, SO/VSO, VSO, VO or PRO",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SchoolKindError {
    /// Not one of DUO's codes.
    #[error("`{code}` is not a kind of school at DUO: expected BO, SBO, SO, SO/VSO, VSO, VO or PRO")]
    UnknownDuoCode {
        /// The code as given.
        code: String,
    },
    /// Not one of the names in a file.
    #[error("`{text}` is not a kind of school: write bao, sbo, so, so_vso, vso, vo, pro, opdc or newcomer")]
    UnknownName {
        /// The text as given.
        text: String,
    },
    /// Not one of the kinds of recipients.
    #[error(
        "`{text}` is not a kind of recipient: write bao, sbo, so, so_vso, vso, vo, pro, opdc, newcomer, board or \
         partnership, or DUO's code for it, such as BO or SO/VSO"
    )]
    UnknownRecipient {
        /// The text as given.
        text: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_and_writes_one_name() {
        for kind in SchoolKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
        }
    }

    #[test]
    fn a_code_of_duo_is_not_a_name_and_the_other_way_round() {
        for code in ["", "bo", "BAO", "HBO", "so_vso"] {
            let error = SchoolKind::from_duo(code).unwrap_err();
            assert_eq!(error, SchoolKindError::UnknownDuoCode { code: code.to_owned() });
        }
        for text in ["", "BO", "SO/VSO", "primary"] {
            let error = text.parse::<SchoolKind>().unwrap_err();
            assert_eq!(error, SchoolKindError::UnknownName { text: text.to_owned() });
        }
        assert_eq!(SchoolKind::from_duo("SO-VSO"), Ok(SchoolKind::SoVso));
        assert_eq!(SchoolKind::from_duo("VSO"), Ok(SchoolKind::Vso));
        assert_eq!(SchoolKind::from_duo("(V)SO"), Ok(SchoolKind::SoVso));
    }

    #[test]
    fn no_kind_is_both_regular_and_specialised() {
        for kind in SchoolKind::ALL {
            assert!(!(kind.is_regular_primary() && kind.is_specialised()), "{kind}");
        }
    }
}
