//! The version of the plugin interface, and its JSON form for native builds.

use serde::{Deserialize, Serialize};

use crate::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Description, Failure, Indicator, IndicatorInput, Norm,
    Sector,
    procedure::{Breach, CheckInput, Procedure},
};

/// The version of the interface that this SDK speaks: that of the WIT package
/// `swv:region` in `sdk/wit`.
///
/// It differs from the SDK's own version, from a plugin's version and from the
/// date of a parameter.
pub const INTERFACE_VERSION: &str = "1.0.0-draft.2";

/// Something that a plugin can do beyond describing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Capability {
    /// Divides money over recipients.
    Allocation,
    /// Computes a multi-year budget.
    Budget,
    /// Computes key figures.
    Indicators,
    /// States the norm for basisondersteuning.
    Norm,
    /// Follows a case through its procedures.
    Procedures,
}

impl Capability {
    /// All capabilities, in the order in which people list them.
    pub const ALL: [Capability; 5] =
        [Capability::Allocation, Capability::Budget, Capability::Indicators, Capability::Norm, Capability::Procedures];

    /// The name of its WIT interface.
    pub fn name(self) -> &'static str {
        match self {
            Capability::Allocation => "allocation",
            Capability::Budget => "budget",
            Capability::Indicators => "indicators",
            Capability::Norm => "norm",
            Capability::Procedures => "procedures",
        }
    }
}

/// A call to a plugin that was built as a native library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Which capabilities it has.
    Capabilities,
    /// What it is.
    Describe,
    /// Its budget.
    Budget(BudgetInput),
    /// Its allocation.
    Allocate(AllocationInput),
    /// Its key figures.
    Indicators(IndicatorInput),
    /// Its procedures.
    Procedures,
    /// What a case breaks of rules that only its code can say.
    CheckCase(CheckInput),
    /// Its norm for a sector.
    Norm(Sector),
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// To [`Request::Capabilities`].
    Capabilities(Vec<Capability>),
    /// To [`Request::Describe`].
    Describe(Description),
    /// To [`Request::Budget`].
    Budget(BudgetTable),
    /// To [`Request::Allocate`].
    Allocate(Allocation),
    /// To [`Request::Indicators`].
    Indicators(Vec<Indicator>),
    /// To [`Request::Procedures`].
    Procedures(Vec<Procedure>),
    /// To [`Request::CheckCase`].
    CheckCase(Vec<Breach>),
    /// To [`Request::Norm`].
    Norm(Norm),
    /// The rules gave no result.
    Failure(Failure),
    /// The plugin panicked; its own text.
    Panicked(String),
    /// The library does not have this capability, or could not read the
    /// request.
    NotUnderstood(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_wit_package() {
        let wit = include_str!("../../sdk/wit/v1/types.wit");
        assert!(wit.contains(&format!("package swv:region@{INTERFACE_VERSION};")));
    }

    #[test]
    fn each_capability_is_an_interface_of_the_world() {
        let worlds = include_str!("../../sdk/wit/v1/worlds.wit");
        for capability in Capability::ALL {
            assert!(worlds.contains(&format!("    export {};", capability.name())), "{}", capability.name());
        }
    }
}
