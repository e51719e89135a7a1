//! DUO's file 02: all primary school locations.

use std::collections::BTreeMap;

use swv_core::{BoardNumber, DatasetOrigin, LocationCode, MunicipalityCode, Postcode};

use super::encoding::Encoding;
use super::table::Table;
use super::value::{self, LocationColumns};
use super::{DuoFile, ImportError, ImportErrorKind, Progress};
use crate::Input;

/// The rows of file 02.
pub(super) struct Locations {
    /// The file they were read from.
    pub(super) origin: DatasetOrigin,
    /// The rows by their location.
    pub(super) rows: BTreeMap<LocationCode, Location>,
    /// How many names had stray quotes.
    pub(super) names_cleaned: usize,
}

/// A row of file 02.
pub(super) struct Location {
    line: usize,
    /// The school's name.
    pub(super) name: String,
    /// Its board, where the file has it.
    pub(super) board: Option<BoardNumber>,
    /// Its postcode, where the file has it.
    pub(super) postcode: Option<Postcode>,
    /// The code of its municipality, where the file has it.
    pub(super) municipality: Option<MunicipalityCode>,
    /// The name of its municipality, which may be empty.
    pub(super) municipality_name: String,
}

impl Locations {
    /// Reads the columns that a dataset takes from the file.
    pub(super) fn read(input: Input<'_>, progress: &mut dyn FnMut(Progress)) -> Result<Locations, ImportError> {
        let mut table = Table::open(DuoFile::Locations, input, Encoding::Windows1252, progress)?;
        let code = LocationColumns::of(&table)?;
        let board = table.column("BEVOEGD GEZAG NUMMER")?;
        let name = table.column("VESTIGINGSNAAM")?;
        let postcode = table.column("POSTCODE")?;
        let municipality = table.column("GEMEENTENUMMER")?;
        let municipality_name = table.column("GEMEENTENAAM")?;
        let mut rows: BTreeMap<LocationCode, Location> = BTreeMap::new();
        let mut names_cleaned = 0;
        while let Some(row) = table.next_row()? {
            let code = code.read(&row)?;
            let (name, cleaned) = value::name(&row, name);
            names_cleaned += usize::from(cleaned);
            let location = Location {
                line: row.line,
                name,
                board: value::board(&row, board)?,
                postcode: value::postcode(&row, postcode)?,
                municipality: value::municipality(&row, municipality)?,
                municipality_name: row.text(municipality_name).into_owned(),
            };
            if let Some(first) = rows.insert(code.clone(), location) {
                return Err(
                    row.error(ImportErrorKind::Duplicate { key: format!("location {code}"), first: first.line })
                );
            }
        }
        Ok(Locations { origin: table.finish()?, rows, names_cleaned })
    }
}
