//! What became of every row of DUO's files.

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{LocationCode, Postcode, PupilCount, SchoolKind, SwvNumber};

use super::DuoFile;

/// What was used, what was not and why, and what a person should look at.
///
/// For each file `used` and the rows of `skipped` add up to `read`.
/// [`ImportReport::lines`] says the same in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportReport {
    /// The SWV.
    pub swv: SwvNumber,
    /// The day of the counts.
    #[schemars(with = "String")]
    pub counted_on: swv_core::Date,
    /// Whether DUO calls the counts provisional; none where no file says so.
    pub provisional: Option<bool>,
    /// One entry a kind of school in the dataset.
    pub totals: Vec<KindTotal>,
    /// The files, in the order in which they were read.
    pub files: Vec<FileReport>,
    /// Locations in the dataset that have no row in a file of pupils, so that
    /// their pupils are unknown.
    pub without_count: Vec<LocationCode>,
    /// Locations in the dataset that DUO's own list gives to the SWV where
    /// their postcode gives them to another.
    pub placed_by_list: Vec<LocationCode>,
    /// Locations in the dataset of which only the municipality tells that they
    /// are of the SWV.
    pub placed_by_municipality: Vec<MunicipalityCase>,
    /// Locations that may be of the SWV and are not in the dataset.
    pub not_placed: Vec<MunicipalityCase>,
}

/// The locations of one kind in the dataset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KindTotal {
    /// The kind.
    pub kind: SchoolKind,
    /// How many locations.
    pub locations: usize,
    /// The pupils of those whose number is known.
    pub pupils: PupilCount,
    /// How many locations have an unknown number, and are not in `pupils`.
    pub unknown: usize,
}

/// The rows of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileReport {
    /// Which file.
    pub file: DuoFile,
    /// Its name, without its folder.
    pub name: String,
    /// `sha256:` and the digest of its bytes.
    pub digest: String,
    /// How many rows it has below its header.
    pub read: usize,
    /// How many of them are in the dataset.
    pub used: usize,
    /// The others, by reason.
    pub skipped: Vec<Skipped>,
    /// How many names had stray quotes taken out, in all its rows.
    pub names_cleaned: usize,
}

/// The rows that were not used for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Skipped {
    /// The reason.
    pub reason: SkipReason,
    /// How many rows.
    pub rows: usize,
    /// The first few of their locations or postcode areas.
    pub examples: Vec<String>,
}

/// Why a row is not in the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// It belongs to another SWV.
    OtherSwv,
    /// The postcode area belongs to no SWV.
    NoSwv,
    /// A location of the other sector: VSO for an SWV of primary education,
    /// primary, SBO or SO for one of secondary education.
    OtherSector,
    /// A school of cluster 1 or 2, which belongs to no SWV.
    ClusterOneOrTwo,
    /// Pupils whom a school sent to adult education (VAVO), who are of no type.
    Vavo,
    /// No pupils in the year, and in no file of locations: closed, or not open
    /// yet.
    NoPupils,
    /// In no file of locations, and in no other that tells its SWV.
    NotInLocations,
    /// In no row of DUO's list of schools, and there is no map.
    NotListed,
    /// DUO's list has its school in this SWV and others, and there is no map.
    SchoolInSeveral,
    /// Its municipality is split over this SWV and others.
    MunicipalitySplit,
    /// Its municipality is not in the map.
    MunicipalityNotInMap,
}

/// A location of which no postcode tells the SWV.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MunicipalityCase {
    /// The location.
    pub location: LocationCode,
    /// The school's name.
    pub name: String,
    /// What kind of school it is.
    pub kind: SchoolKind,
    /// The name of its municipality as DUO writes it.
    pub municipality: String,
    /// Its pupils.
    pub pupils: PupilCount,
    /// Why its postcode does not tell.
    pub because: NoPostcode,
    /// What its municipality tells.
    pub municipality_is: MunicipalityIs,
    /// The SWVs to which it may belong; none where nothing is known of it.
    pub possible: Vec<SwvNumber>,
}

/// Why the postcode of a location does not tell its SWV.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoPostcode {
    /// No file of locations lists it, and those of pupils have no postcodes.
    NotInLocations,
    /// It is listed without a postcode.
    Empty,
    /// The map gives no SWV for the area of this postcode.
    NotInMap(Postcode),
    /// There is no map.
    NoMap,
}

/// What a municipality tells of the SWV of its locations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MunicipalityIs {
    /// All of it is in the SWV.
    InOneSwv,
    /// It is split over the SWV and others.
    Split,
    /// The map does not have its name, or there is no map.
    NotInMap,
    /// No file tells its municipality.
    Unknown,
}
