//! Why a region gives no report.

use swv_core::norm::ScanFault;
use swv_core::{DatasetError, RegionId, Sector, SwvNumber};

use crate::{CallError, PackageError, SyntheticError};

/// Why a region gives no report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegionError {
    /// The package is not sound.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The plugin gave no result. Boxed, as it is large and rare.
    #[error(transparent)]
    Call(#[from] Box<CallError>),
    /// The region's totals make no synthetic dataset.
    #[error(transparent)]
    Synthetic(#[from] SyntheticError),
    /// Package and plugin contradict each other.
    #[error("{place}: {message}")]
    Disagreement {
        /// The file of the package.
        place: String,
        /// What contradicts what, and the way out.
        message: String,
    },
    /// The region is not registered for the sector.
    #[error("{region} has no sector {sector}; it has {}", list(.has))]
    Sector {
        /// The region.
        region: RegionId,
        /// The sector asked for.
        sector: Sector,
        /// The sectors it has.
        has: Vec<Sector>,
    },
    /// The region published no budget for the sector.
    #[error("{region} has published no budget of sector {sector}")]
    NoBudget {
        /// The region.
        region: RegionId,
        /// The sector asked for.
        sector: Sector,
    },
    /// The region's documents have no chapter on basisondersteuning for the
    /// sector, not even a silent one.
    #[error("{region} says nothing of basisondersteuning in sector {sector}, not even that its documents are silent")]
    NoNorm {
        /// The region.
        region: RegionId,
        /// The sector asked for.
        sector: Sector,
    },
    /// The region states no procedure of that name.
    #[error("{region} states no procedure {procedure}; it states {}", .has.join(", "))]
    NoProcedure {
        /// The region.
        region: RegionId,
        /// The procedure asked for.
        procedure: String,
        /// The procedures it states, the nearest first.
        has: Vec<String>,
    },
    /// The dataset describes another partnership.
    #[error("dataset {dataset}: is of {of}, and {region} has another number; import its own schools")]
    ForeignDataset {
        /// The dataset.
        dataset: String,
        /// The partnership that it describes.
        of: SwvNumber,
        /// The region.
        region: RegionId,
    },
    /// The dataset lacks a column that nothing can be allocated without.
    #[error(
        "dataset {dataset}: has no column {quantity} ({meaning}), which {region} needs; {}",
        .instead.as_ref().map_or("add it".to_owned(), |name| format!("is {name} the one, which no rule reads?"))
    )]
    Quantity {
        /// The dataset.
        dataset: String,
        /// The region.
        region: RegionId,
        /// The column.
        quantity: String,
        /// What it counts.
        meaning: String,
        /// A column that no rule reads and that may be it.
        instead: Option<String>,
    },
    /// A number or attribute of the dataset is none that the rules can read.
    #[error("dataset {dataset}: {error}")]
    Dataset {
        /// The dataset.
        dataset: String,
        /// What is wrong with it.
        error: DatasetError,
    },
    /// Self-scans that cannot be judged, with everything that is wrong.
    #[error("{}", lines(.0))]
    Scans(Vec<ScanProblem>),
}

/// Something wrong with a self-scan, and its file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanProblem {
    /// The scan itself.
    #[error("{file}: {fault}")]
    Fault {
        /// The file.
        file: String,
        /// What is wrong.
        fault: ScanFault,
    },
    /// The same school in another file.
    #[error("{file}: {school} is scanned in {other} too; give one scan of each school")]
    Twice {
        /// The file.
        file: String,
        /// The school.
        school: String,
        /// The file that has it first.
        other: String,
    },
}

impl From<CallError> for RegionError {
    fn from(error: CallError) -> RegionError {
        RegionError::Call(Box::new(error))
    }
}

fn lines(problems: &[ScanProblem]) -> String {
    problems.iter().map(ScanProblem::to_string).collect::<Vec<_>>().join("\n")
}

fn list(sectors: &[Sector]) -> String {
    sectors.iter().map(Sector::to_string).collect::<Vec<_>>().join(" and ")
}
