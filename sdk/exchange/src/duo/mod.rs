//! Makes a dataset of one samenwerkingsverband (SWV) from DUO's open data.
//!
//! Three files go in, each read once from start to end:
//!
//! | file | encoding | what is taken from it |
//! | --- | --- | --- |
//! | 02, all primary school locations | Windows-1252 | which regular schools there are now, their board and postcode |
//! | 06, pupils per location since 1996 | UTF-8 | the count of one year, and the schools for SBO and SO, which 02 does not list |
//! | a map from postcode area to SWV | UTF-8 | which area belongs to which SWV (regulation of 2017) |
//!
//! # Which SWV a location belongs to
//!
//! By the postcode area of its address, whatever its municipality: areas 1165
//! and 2064 stand in the municipality of Haarlemmermeer and belong to PO2704.
//!
//! File 06 has no address. A location that only 06 knows (every SBO, SO and
//! SO/VSO, and a regular school that 02 no longer or not yet lists), and one
//! whose postcode area is younger than the map, is placed by its municipality,
//! and only where that leaves no choice:
//!
//! - the municipality's name stands in the map, and
//! - all areas of that municipality in the map belong to one SWV, and
//! - so do all areas of every municipality of 2017 in which file 02 shows a
//!   location that is of the municipality now. This is how a merger after 2017
//!   comes to light: 02 has locations in Haarlemmermeer whose areas the map
//!   gives to Haarlemmerliede en Spaarnwoude, so Haarlemmermeer is split over
//!   PO2704 and PO2710. A merger within one SWV (Haren into Groningen) splits
//!   nothing.
//!
//! What could be of the SWV and cannot be placed is left out of the dataset and
//! stands in the report by name, with its pupils. What is placed by its
//! municipality stands there too.
//!
//! # What a dataset leaves out
//!
//! - VSO locations: they belong to an SWV of secondary education. An SO/VSO
//!   location stays, and its count includes the VSO pupils; 06 does not divide it.
//! - Locations without pupils in the year that 02 does not list: closed, or
//!   not open yet.
//! - File 06 does not tell schools of cluster 1 and 2 (visual, hearing and
//!   language impairments) apart, though they belong to no SWV. They are in the
//!   dataset under their kind, SO or SO/VSO.

mod assembly;
mod encoding;
mod error;
mod lines;
mod locations;
mod metered;
mod municipality;
mod postcodes;
mod pupils;
mod report;
mod table;
mod tally;
mod value;

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{CalendarYear, Dataset, Sector, SwvNumber};

pub use error::{ImportError, ImportErrorKind};
pub use report::{
    FileReport, ImportReport, KindTotal, MunicipalityCase, MunicipalityIs, NoPostcode, SkipReason, Skipped,
};

use crate::{Input, Located};

use locations::Locations;
use postcodes::PostcodeMap;

/// The three files.
pub struct DuoFiles<'a> {
    /// DUO's file 02: all primary school locations.
    pub locations: Input<'a>,
    /// DUO's file 06: pupils per location and year.
    pub pupils: Input<'a>,
    /// The map from postcode area to SWV.
    pub postcodes: Input<'a>,
}

/// One of the three files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DuoFile {
    /// The map from postcode area to SWV.
    Postcodes,
    /// File 02.
    Locations,
    /// File 06.
    Pupils,
}

/// How far the reading of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file.
    pub file: DuoFile,
    /// How many of its bytes are read.
    pub read: u64,
    /// Its size in bytes; 0 where that is not known.
    pub total: u64,
}

/// A dataset, and what became of every row that it was made from.
#[derive(Clone, Debug)]
pub struct Import {
    /// One recipient a location, in the order of their codes, with the count
    /// `leerlingen`.
    pub dataset: Dataset,
    /// The rows that were used and those that were not.
    pub report: ImportReport,
}

/// Makes the dataset of `swv`, with the pupils on 1 October of `year`, or of
/// the latest year in file 06 when none is asked.
///
/// The same files give the same dataset, byte for byte.
///
/// # Errors
/// [`ImportError`]; nothing is guessed about a file that is not as expected.
pub fn import(
    files: DuoFiles<'_>,
    swv: &SwvNumber,
    year: Option<CalendarYear>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Import, ImportError> {
    if swv.sector() != Sector::Po {
        return Err(Located::nowhere(ImportErrorKind::SecondaryEducation { swv: swv.clone() }));
    }
    let map = PostcodeMap::read(files.postcodes, swv, progress)?;
    let locations = Locations::read(files.locations, progress)?;
    let pupils = pupils::read(files.pupils, year, progress)?;
    assembly::assemble(swv, &map, &locations, &pupils)
}
