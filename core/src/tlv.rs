//! The *toelaatbaarheidsverklaring* (TLV): the decision of an SWV that a pupil
//! may be admitted to a kind of school other than a regular one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::identifier::SwvNumber;
use crate::period::DateRange;
use crate::school::SchoolKind;

/// What a TLV admits to, and at which level of support it is funded.
///
/// ```
/// use swv_core::school::SchoolKind;
/// use swv_core::tlv::{FundingLevel, TlvCategory};
///
/// assert_eq!(TlvCategory::SoHigh.school_kind(), SchoolKind::So);
/// assert_eq!(TlvCategory::SoHigh.funding_level(), Some(FundingLevel::High));
/// assert_eq!(TlvCategory::Sbo.funding_level(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "What a TLV admits to, and at which level of support it is funded")]
pub enum TlvCategory {
    /// Special primary school; has one level.
    Sbo,
    /// Specialised primary education, category 1.
    SoLow,
    /// Specialised primary education, category 2.
    SoMiddle,
    /// Specialised primary education, category 3.
    SoHigh,
    /// Specialised secondary education, category 1.
    VsoLow,
    /// Specialised secondary education, category 2.
    VsoMiddle,
    /// Specialised secondary education, category 3.
    VsoHigh,
    /// Practical training; has one level.
    Pro,
}

/// The level at which a place in SO or VSO is funded (*bekostigingscategorie*).
///
/// ```
/// use swv_core::tlv::FundingLevel;
///
/// assert!(FundingLevel::Low < FundingLevel::High);
/// assert_eq!(FundingLevel::Middle.category(), 2);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "The level at which a place in SO or VSO is funded")]
pub enum FundingLevel {
    /// Category 1 (*laag*).
    Low,
    /// Category 2 (*midden*).
    Middle,
    /// Category 3 (*hoog*).
    High,
}

impl FundingLevel {
    /// The number of the category: 1, 2 or 3.
    ///
    /// ```
    /// # use swv_core::tlv::FundingLevel;
    /// assert_eq!(FundingLevel::High.category(), 3);
    /// ```
    pub const fn category(self) -> u8 {
        match self {
            FundingLevel::Low => 1,
            FundingLevel::Middle => 2,
            FundingLevel::High => 3,
        }
    }
}

impl TlvCategory {
    /// Every category, in the order of declaration.
    pub const ALL: [TlvCategory; 8] = [
        TlvCategory::Sbo,
        TlvCategory::SoLow,
        TlvCategory::SoMiddle,
        TlvCategory::SoHigh,
        TlvCategory::VsoLow,
        TlvCategory::VsoMiddle,
        TlvCategory::VsoHigh,
        TlvCategory::Pro,
    ];

    /// The kind of education to which it admits: SBO, SO, VSO or PRO. A school
    /// of kind [`SchoolKind::SoVso`] takes pupils of both SO and VSO.
    ///
    /// ```
    /// # use swv_core::{school::SchoolKind, tlv::TlvCategory};
    /// assert_eq!(TlvCategory::VsoLow.school_kind(), SchoolKind::Vso);
    /// ```
    pub const fn school_kind(self) -> SchoolKind {
        match self {
            TlvCategory::Sbo => SchoolKind::Sbo,
            TlvCategory::SoLow | TlvCategory::SoMiddle | TlvCategory::SoHigh => SchoolKind::So,
            TlvCategory::VsoLow | TlvCategory::VsoMiddle | TlvCategory::VsoHigh => SchoolKind::Vso,
            TlvCategory::Pro => SchoolKind::Pro,
        }
    }

    /// The level of funding; none for SBO and PRO, which have one level only.
    ///
    /// ```
    /// # use swv_core::tlv::{FundingLevel, TlvCategory};
    /// assert_eq!(TlvCategory::VsoMiddle.funding_level(), Some(FundingLevel::Middle));
    /// assert_eq!(TlvCategory::Pro.funding_level(), None);
    /// ```
    pub const fn funding_level(self) -> Option<FundingLevel> {
        match self {
            TlvCategory::Sbo | TlvCategory::Pro => None,
            TlvCategory::SoLow | TlvCategory::VsoLow => Some(FundingLevel::Low),
            TlvCategory::SoMiddle | TlvCategory::VsoMiddle => Some(FundingLevel::Middle),
            TlvCategory::SoHigh | TlvCategory::VsoHigh => Some(FundingLevel::High),
        }
    }
}

/// A TLV as issued.
///
/// It does not say for whom: no field here identifies a pupil, and none may.
/// Takes no keys beyond these in a file.
///
/// ```
/// use swv_core::period::SchoolYear;
/// use swv_core::tlv::{Tlv, TlvCategory};
///
/// let tlv = Tlv {
///     category: TlvCategory::SoLow,
///     issued_by: "PO2704".parse()?,
///     number: "2024-0117".to_owned(),
///     valid: SchoolYear::starting_in(2024)?.days(),
/// };
/// assert_eq!(tlv.valid.until().to_string(), "2025-07-31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "A toelaatbaarheidsverklaring as issued")]
pub struct Tlv {
    /// What it admits to.
    pub category: TlvCategory,
    /// The SWV that decided, and that pays.
    pub issued_by: SwvNumber,
    /// The number of the decision at that SWV, in its own form. Never a
    /// pupil's number.
    pub number: String,
    /// The days on which it holds.
    pub valid: DateRange,
}

#[cfg(test)]
mod tests {
    use super::*;

    const TLV: &str = r#"{"category":"so_low","issued_by":"PO2704","number":"2024-0117","valid":{"from":"2024-08-01","until":"2025-07-31"}}"#;

    #[test]
    fn only_so_and_vso_have_levels_and_each_has_three() {
        for category in TlvCategory::ALL {
            let specialised = category.school_kind().is_specialised();
            assert_eq!(category.funding_level().is_some(), specialised, "{category:?}");
        }
        for kind in [SchoolKind::So, SchoolKind::Vso] {
            let of_kind = TlvCategory::ALL.into_iter().filter(|category| category.school_kind() == kind);
            let levels: Vec<u8> = of_kind.filter_map(TlvCategory::funding_level).map(FundingLevel::category).collect();
            assert_eq!(levels, [1, 2, 3]);
        }
    }

    #[test]
    fn a_tlv_round_trips() {
        let tlv: Tlv = serde_json::from_str(TLV).unwrap();
        assert_eq!(serde_json::to_string(&tlv).unwrap(), TLV);
    }

    #[test]
    fn a_file_with_a_wrong_or_unknown_value_is_refused() {
        for (from, to) in [
            ("so_low", "so_1"),
            ("PO2704", "2704"),
            ("2025-07-31", "2023-07-31"),
            ("\"number\"", "\"bsn\":1,\"number\""),
        ] {
            assert!(serde_json::from_str::<Tlv>(&TLV.replace(from, to)).is_err(), "{to}");
        }
    }
}
