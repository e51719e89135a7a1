//! The interface between a host and a region's rules: its parts, their
//! versions, and the form in which native builds speak it.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use semver::Version;
use serde::{Deserialize, Serialize};

use crate::procedure::{Breach, CheckInput};
use crate::{Allocation, AllocationInput, BudgetInput, BudgetTable, Description, Failure, Indicator, IndicatorInput};

macro_rules! interfaces {
    ($($(#[$doc:meta])* $variant:ident, $name:literal, ($major:literal, $minor:literal, $patch:literal);)+) => {
        /// A part of the interface: a WIT package with a version of its own.
        ///
        /// The version differs from that of the SDK, from a plugin's own and
        /// from the date of a parameter.
        ///
        /// ```
        /// use swv_core::Interface;
        ///
        /// assert_eq!(Interface::Allocation.full_name(), "swv:allocation/allocation@0.3.0");
        /// assert!(Interface::Allocation.accepts(&semver::Version::new(0, 3, 7)));
        /// assert!(!Interface::Allocation.accepts(&semver::Version::new(0, 4, 0)));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum Interface {
            $($(#[$doc])* $variant,)+
        }

        impl Interface {
            /// Every part, those on which others rest first.
            pub const ALL: &[Interface] = &[$(Interface::$variant),+];

            /// The name of its package, which is also that of its interface.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Interface::$variant => $name,)+
                }
            }

            /// The version that this SDK speaks.
            pub const fn version(self) -> Version {
                match self {
                    $(Interface::$variant => Version::new($major, $minor, $patch),)+
                }
            }

            /// Its name as a component exports or imports it, with its version.
            pub const fn full_name(self) -> &'static str {
                match self {
                    $(Interface::$variant => concat!(
                        "swv:", $name, "/", $name, "@", $major, ".", $minor, ".", $patch
                    ),)+
                }
            }
        }
    };
}

interfaces! {
    /// The values that the others exchange.
    Types, "types", (0, 3, 0);
    /// The only thing that a plugin may import: a way out for a panic's text.
    Diagnostics, "diagnostics", (0, 3, 0);
    /// What a plugin is and needs; every plugin exports it.
    Description, "description", (0, 3, 0);
    /// Divides money over recipients.
    Allocation, "allocation", (0, 3, 0);
    /// Computes a multi-year budget.
    Budget, "budget", (0, 3, 0);
    /// Computes key figures.
    Indicators, "indicators", (0, 3, 0);
    /// States the norm for basisondersteuning.
    Norm, "norm", (0, 3, 0);
    /// States procedures and checks cases.
    Procedures, "procedures", (0, 3, 0);
}

impl Interface {
    /// Whether a host that speaks [`Interface::version`] understands a plugin
    /// that speaks `found`: below 1.0 the minor version is the same, from then
    /// on the major one. A pre-release is understood by itself alone.
    pub fn accepts(self, found: &Version) -> bool {
        let needed = self.version();
        match (needed.pre.is_empty() && found.pre.is_empty(), needed.major, needed.minor) {
            (false, ..) | (true, 0, 0) => *found == needed,
            (true, 0, minor) => (found.major, found.minor) == (0, minor),
            (true, major, _) => found.major == major,
        }
    }

    /// The version in a name that a component exports or imports, if the name
    /// is that of this part.
    pub fn version_in(self, name: &str) -> Option<Version> {
        let (own, _) = self.full_name().split_once('@')?;
        name.strip_prefix(own)?.strip_prefix('@')?.parse().ok()
    }
}

/// The name of its package.
impl fmt::Display for Interface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Something that a plugin can do beyond describing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// States procedures and checks cases.
    Procedures,
}

impl Capability {
    /// All capabilities, in the order in which people list them.
    pub const ALL: [Capability; 5] =
        [Capability::Allocation, Capability::Budget, Capability::Indicators, Capability::Norm, Capability::Procedures];

    /// The part of the interface that it is.
    pub const fn interface(self) -> Interface {
        match self {
            Capability::Allocation => Interface::Allocation,
            Capability::Budget => Interface::Budget,
            Capability::Indicators => Interface::Indicators,
            Capability::Norm => Interface::Norm,
            Capability::Procedures => Interface::Procedures,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        self.interface().name()
    }
}

/// Which parts of the interface a plugin speaks, and in which versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exports {
    /// What it can do beyond describing itself, with the version of each.
    pub capabilities: BTreeMap<Capability, Version>,
    /// The version in which it describes itself.
    pub description: Version,
}

/// A part of the interface that plugin and host speak in versions that do not
/// understand each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{interface} {found}, where this host speaks {}", .interface.version())]
pub struct VersionMismatch {
    /// The part.
    pub interface: Interface,
    /// The version that the plugin speaks.
    pub found: Version,
}

impl VersionMismatch {
    /// Whether the plugin is ahead of the host, so that the host has to move.
    pub fn is_newer(&self) -> bool {
        self.found > self.interface.version()
    }
}

/// Why the names that a plugin exports are not those of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportsError {
    /// It does not describe itself.
    NoDescription,
    /// It speaks other versions than this host.
    Versions(Vec<VersionMismatch>),
}

impl Exports {
    /// The version of each part that the plugin exports.
    pub fn parts(&self) -> BTreeMap<Interface, Version> {
        let capabilities = self.capabilities.iter().map(|(capability, version)| (capability.interface(), version));
        let parts = std::iter::once((Interface::Description, &self.description)).chain(capabilities);
        parts.map(|(interface, version)| (interface, version.clone())).collect()
    }

    /// Reads the names that a plugin exports and imports. A part that it has in
    /// several versions counts in the newest that this host understands; names
    /// of other things are passed over.
    ///
    /// ```
    /// use swv_core::{Capability, Exports, Interface};
    ///
    /// let names = ["swv:description/description@0.3.0", "swv:budget/budget@0.3.2"];
    /// let exports = Exports::read(names).map_err(|_| "no region")?;
    /// assert!(exports.capabilities.keys().eq(&[Capability::Budget]));
    /// # Ok::<(), &str>(())
    /// ```
    ///
    /// # Errors
    /// [`ExportsError`], with every version that does not fit.
    pub fn read<'a>(names: impl IntoIterator<Item = &'a str> + Clone) -> Result<Exports, ExportsError> {
        let mut spoken = BTreeMap::new();
        let mut mismatches = Vec::new();
        for interface in Interface::ALL {
            let found = names.clone().into_iter().filter_map(|name| interface.version_in(name));
            let (accepted, others): (Vec<_>, Vec<_>) = found.partition(|version| interface.accepts(version));
            match (accepted.into_iter().max(), others.into_iter().max()) {
                (Some(version), _) => drop(spoken.insert(*interface, version)),
                (None, Some(found)) => mismatches.push(VersionMismatch { interface: *interface, found }),
                (None, None) => {}
            }
        }
        if !mismatches.is_empty() {
            return Err(ExportsError::Versions(mismatches));
        }
        let capability = |capability: Capability| Some((capability, spoken.get(&capability.interface())?.clone()));
        Ok(Exports {
            capabilities: Capability::ALL.into_iter().filter_map(capability).collect(),
            description: spoken.remove(&Interface::Description).ok_or(ExportsError::NoDescription)?,
        })
    }
}

/// A call to a plugin that was built as a native library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// What it is.
    Describe,
    /// Its budget.
    Budget(BudgetInput),
    /// Its allocation.
    Allocate(AllocationInput),
    /// Its key figures.
    Indicators(IndicatorInput),
    /// The document of its procedures.
    Procedures,
    /// What a case breaks of rules that only its code can say.
    CheckCase(CheckInput),
    /// The document of its norms.
    Norm,
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// To [`Request::Describe`].
    Describe(Description),
    /// To [`Request::Budget`].
    Budget(BudgetTable),
    /// To [`Request::Allocate`].
    Allocate(Allocation),
    /// To [`Request::Indicators`].
    Indicators(Vec<Indicator>),
    /// To [`Request::Procedures`]: JSON.
    Procedures(String),
    /// To [`Request::CheckCase`].
    CheckCase(Vec<Breach>),
    /// To [`Request::Norm`]: JSON.
    Norm(String),
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

    fn names(versions: &[(Interface, &str)]) -> Vec<String> {
        versions.iter().map(|(part, version)| part.full_name().replace("0.3.0", version)).collect()
    }

    fn read(versions: &[(Interface, &str)]) -> Result<Exports, ExportsError> {
        Exports::read(names(versions).iter().map(String::as_str))
    }

    #[test]
    fn below_one_the_minor_version_decides_and_a_prerelease_is_understood_by_itself_alone() {
        for (version, accepted) in
            [("0.3.0", true), ("0.3.7", true), ("0.2.9", false), ("0.4.0", false), ("1.3.0", false), ("0.3.0-a", false)]
        {
            assert_eq!(Interface::Norm.accepts(&version.parse().unwrap()), accepted, "{version}");
        }
    }

    #[test]
    fn each_part_is_judged_by_its_own_version() {
        let (description, budget) = (Interface::Description, Interface::Budget);
        let exports = read(&[(description, "0.3.1"), (budget, "0.3.7")]).unwrap();
        assert_eq!(exports.description, Version::new(0, 3, 1));
        assert_eq!(exports.capabilities, [(Capability::Budget, Version::new(0, 3, 7))].into());
        let mismatch = |interface, found| VersionMismatch { interface, found };
        let expected = vec![mismatch(description, Version::new(0, 2, 0)), mismatch(budget, Version::new(0, 4, 0))];
        let error = read(&[(description, "0.2.0"), (budget, "0.4.0")]).unwrap_err();
        assert_eq!(expected.iter().map(VersionMismatch::is_newer).collect::<Vec<_>>(), [false, true]);
        assert_eq!(error, ExportsError::Versions(expected));
    }

    #[test]
    fn a_part_in_two_versions_counts_in_the_one_that_is_understood() {
        let exports =
            read(&[(Interface::Description, "0.3.0"), (Interface::Norm, "0.4.0"), (Interface::Norm, "0.3.2")]);
        assert_eq!(exports.unwrap().capabilities, [(Capability::Norm, Version::new(0, 3, 2))].into());
    }

    #[test]
    fn what_does_not_describe_itself_is_no_region() {
        assert_eq!(read(&[(Interface::Norm, "0.3.0")]), Err(ExportsError::NoDescription));
        assert_eq!(Exports::read(["swv:description@0.3.0", "wasi:cli/run@0.2.0"]), Err(ExportsError::NoDescription));
    }
}
