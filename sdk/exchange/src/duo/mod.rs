//! Makes a dataset of one samenwerkingsverband (SWV) from DUO's open data.
//!
//! | file | what is taken from it |
//! | --- | --- |
//! | 02 of primary education, locations | which regular schools there are now, their board and postcode |
//! | 09 of primary education, locations for SBO, SO and VSO | the same of special schools, and which are of cluster 1 or 2 |
//! | 06 of primary education, pupils per location since 1996 | the count of one year, and the kind of each special school |
//! | 02 of secondary education, locations | which secondary schools there are now, and their types |
//! | 01 of secondary education, pupils per location and type | the count of one year |
//! | a map from postcode area to SWV | which area belongs to which SWV (regulation of 2017) |
//! | DUO's list of the schools of each SWV | the same for schools, and more surely |
//!
//! For an SWV of primary education 02 and 06 are needed, for one of secondary
//! education its 02 and 01; the map or the list is; 09 tells where special
//! schools are, and for secondary education 06 how many pupils they have.
//!
//! A file is known by its header, whatever its name: DUO's names of columns of
//! all years are read, in UTF-8 or Windows-1252, with `;` or `,` between values.
//!
//! # Which SWV a location belongs to
//!
//! By DUO's list, where it is given and has the location, or its school in one
//! SWV only. Else by the column that file 01 has for it in some years. Else by
//! the postcode area of its address, whatever its municipality: areas 1165 and
//! 2064 stand in the municipality of Haarlemmermeer and belong to PO2704.
//!
//! A location that no file of locations lists (one that has closed since; every
//! SBO, SO and SO/VSO where 09 is not given), and one whose postcode area is
//! younger than the map, is placed by its municipality, and only where that
//! leaves no choice:
//!
//! - the municipality's name stands in the map, and
//! - all areas of that municipality in the map belong to one SWV, and
//! - so do all areas of every municipality of 2017 in which a file shows a
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
//! - Locations of the other sector. An SO/VSO location is of both: file 06 does
//!   not divide its pupils, so for primary education all count, and for
//!   secondary education any number of them.
//! - Locations without pupils in the year that no file lists: closed, or not
//!   open yet.
//! - Schools of cluster 1 and 2 (visual, hearing and language impairments),
//!   which belong to no SWV, where 09 is given: file 06 does not tell them apart.
//! - Pupils whom a school sent to adult education (VAVO).
//!
//! # The types of secondary education
//!
//! File 01 has the first years apart, of no type. They count for HAVO and VWO, or
//! for VMBO, where the location has one of these only, and make both an interval
//! where it has both.

mod assembly;
mod error;
mod lines;
mod locations;
mod members;
mod municipality;
mod postcodes;
mod pupils;
mod report;
mod secondary;
mod source;
mod table;
mod tally;
mod value;
mod which;

#[cfg(test)]
mod tests;

use swv_core::{CalendarYear, Dataset, Sector, SwvNumber};

pub use error::{ImportError, ImportErrorKind};
pub use report::{
    FileReport, ImportReport, KindTotal, MunicipalityCase, MunicipalityIs, NoPostcode, SkipReason, Skipped,
};
pub use which::{DuoFile, Role};

use crate::{Input, Located, Place};

use assembly::Files;
use locations::Locations;
use members::Members;
use postcodes::PostcodeMap;
use source::Source;
use table::Table;
use which::Shown;

/// The files.
pub struct DuoFiles<'a> {
    /// Those of locations, in any order.
    pub locations: Vec<Input<'a>>,
    /// Those of pupils, in any order.
    pub pupils: Vec<Input<'a>>,
    /// The map from postcode area to SWV; or else `members`.
    pub postcodes: Option<Input<'a>>,
    /// DUO's list of the schools of each SWV.
    pub members: Option<Input<'a>>,
}

/// How far the reading of a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The name of the file.
    pub file: String,
    /// How many of its bytes are read.
    pub read: u64,
    /// Its size in bytes; 0 where that is not known.
    pub total: u64,
}

/// A dataset, and what became of every row that it was made from.
#[derive(Clone, Debug)]
pub struct Import {
    /// One recipient a location, in the order of their codes, with the count
    /// `leerlingen`; for secondary education also by type:
    /// `leerlingen-havo-vwo`, `leerlingen-vmbo`, `leerlingen-praktijkonderwijs`.
    pub dataset: Dataset,
    /// The rows that were used and those that were not.
    pub report: ImportReport,
}

/// Makes the dataset of `swv`, with the pupils on 1 October of `year`; when
/// none is asked, of the latest year in file 06, or of the year in the name of
/// file 01 of secondary education.
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
    if files.postcodes.is_none() && files.members.is_none() {
        return Err(Located::nowhere(ImportErrorKind::NoMap { swv: swv.clone() }));
    }
    let map = files.postcodes.map(|input| PostcodeMap::read(input, swv, progress)).transpose()?;
    let members = files.members.map(|input| Members::read(input, swv, progress)).transpose()?;
    let locations = Locations::read(files.locations, swv.sector(), progress)?;
    let mut sources = Vec::new();
    for input in files.pupils {
        sources.push(Source::read(input, progress)?);
    }
    let (mut of_06, mut of_01) = (None, None);
    for source in &sources {
        let (table, file) = opened(source, Role::Pupils, swv.sector())?;
        let place = if file == DuoFile::Pupils { &mut of_06 } else { &mut of_01 };
        if place.replace((source, table)).is_some() {
            return Err(Place::file(source.name).error(ImportErrorKind::Twice { file }));
        }
    }
    let secondary = of_01.map(|(source, table)| secondary::read(source, table, year)).transpose()?;
    let year = secondary.as_ref().map(|read| read.year).or(year);
    let pupils = of_06.map(|(source, table)| pupils::read(source, table, year)).transpose()?;
    let year = match swv.sector() {
        Sector::Po => pupils.as_ref().map(|read| read.year),
        Sector::Vo => secondary.as_ref().map(|read| read.year),
    };
    let needed = DuoFile::needed(Role::Pupils, swv.sector());
    let year = year.ok_or_else(|| Located::nowhere(ImportErrorKind::Lacks { needed }))?;
    assembly::assemble(swv, &Files { map, members, locations, pupils, secondary, year })
}

/// A file as a table, and which one it is, once it is known to be one that is
/// read in this role for this sector. What no header tells is taken for the
/// file that is needed there, whose columns then are missing.
fn opened<'s>(source: &'s Source<'_>, role: Role, sector: Sector) -> Result<(Table<'s>, DuoFile), ImportError> {
    let table = Table::open(source)?;
    let needed = DuoFile::needed(role, sector);
    let other =
        |is: String, read| Err(Place::file(source.name).error(ImportErrorKind::OtherFile { is, read, role, needed }));
    match which::shown(table.header(), role) {
        Shown::Read(file) if file.role() == role && file.is_for(sector) => Ok((table, file)),
        Shown::Read(file) => other(file.to_string(), Some(file)),
        Shown::Other(name) => other(name.to_owned(), None),
        Shown::Unknown => Ok((table, needed)),
    }
}
