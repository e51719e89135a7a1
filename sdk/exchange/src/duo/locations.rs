//! DUO's files of locations: 02 and 09 of primary, 02 of secondary education.

use std::collections::BTreeMap;

use swv_core::{BoardNumber, DatasetOrigin, LocationCode, MunicipalityCode, Postcode, SchoolKind, Sector};

use super::source::Source;
use super::table::{Column, Row, Table};
use super::value::{self, LocationColumns};
use super::which::{BOARD, DuoFile, KIND_OF_SPECIAL, Role, STRUCTURE};
use super::{ImportError, ImportErrorKind, Progress, opened};
use crate::{Input, Located};

/// The rows of all files of locations.
pub(super) struct Locations {
    /// The files they were read from, in their order.
    pub(super) files: Vec<LocationsFile>,
    /// The rows by their location.
    pub(super) rows: BTreeMap<LocationCode, Location>,
}

/// A file of locations.
pub(super) struct LocationsFile {
    /// Which it is.
    pub(super) file: DuoFile,
    /// Its name and digest.
    pub(super) origin: DatasetOrigin,
    /// How many names had stray quotes.
    pub(super) names_cleaned: usize,
}

/// A row of a file of locations.
pub(super) struct Location {
    line: usize,
    /// The file it is from, by its place in [`Locations::files`].
    pub(super) from: usize,
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
    /// What the file tells of what it is.
    pub(super) what: What,
}

/// What a file of locations tells of what a location is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A regular primary school.
    Primary,
    /// A school for SBO, SO or VSO.
    Special {
        /// Which.
        kind: SchoolKind,
        /// Whether it is of cluster 1 or 2, which belong to no partnership.
        of_no_swv: bool,
    },
    /// A secondary school.
    Secondary(Types),
}

/// Which types of secondary education a location has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Types {
    /// VMBO, which DUO writes as `VBO` and `MAVO`.
    pub(super) vmbo: bool,
    /// HAVO or VWO.
    pub(super) havo_vwo: bool,
    /// Practical training.
    pub(super) pro: bool,
}

impl What {
    /// The kind of school, where nothing else tells it.
    pub(super) fn kind(self) -> SchoolKind {
        match self {
            What::Primary => SchoolKind::Bao,
            What::Special { kind, .. } => kind,
            What::Secondary(Types { vmbo: false, havo_vwo: false, pro: true }) => SchoolKind::Pro,
            What::Secondary(_) => SchoolKind::Vo,
        }
    }
}

impl Locations {
    /// Reads the columns that a dataset takes from the files.
    pub(super) fn read(
        inputs: Vec<Input<'_>>,
        sector: Sector,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Locations, ImportError> {
        let mut all = Locations { files: Vec::new(), rows: BTreeMap::new() };
        for input in inputs {
            let source = Source::read(input, progress)?;
            all.add(&source, sector)?;
        }
        let needed = DuoFile::needed(Role::Locations, sector);
        match all.files.iter().any(|read| read.file == needed) {
            true => Ok(all),
            false => Err(Located::nowhere(ImportErrorKind::Lacks { needed })),
        }
    }

    fn add(&mut self, source: &Source<'_>, sector: Sector) -> Result<(), ImportError> {
        let (mut table, file) = opened(source, Role::Locations, sector)?;
        let code = LocationColumns::of(&table)?;
        let board = table.column(BOARD)?;
        let name = table.column(&["VESTIGINGSNAAM"])?;
        let postcode = table.column(&["POSTCODE"])?;
        let municipality = table.column(&["GEMEENTENUMMER", "GEMEENTECODE"])?;
        let municipality_name = table.column(&["GEMEENTENAAM"])?;
        let what = WhatColumns::of(&table, file)?;
        let (from, mut names_cleaned) = (self.files.len(), 0);
        while let Some(row) = table.next_row()? {
            let code = code.read(&row)?;
            let (name, cleaned) = value::name(&row, name);
            names_cleaned += usize::from(cleaned);
            let location = Location {
                line: row.line(),
                from,
                name,
                board: value::board(&row, board)?,
                postcode: value::postcode(&row, postcode)?,
                municipality: value::municipality(&row, municipality)?,
                municipality_name: row.text(municipality_name).into_owned(),
                what: what.read(&row)?,
            };
            if let Some(first) = self.rows.insert(code.clone(), location) {
                let file = self.files.get(first.from).map(|read| read.origin.file.clone());
                let key = format!("location {code}");
                return Err(row.error(ImportErrorKind::Duplicate { key, first: first.line, file }));
            }
        }
        self.files.push(LocationsFile { file, origin: source.origin(), names_cleaned });
        Ok(())
    }
}

/// The columns that tell what a location is.
enum WhatColumns {
    Primary,
    Special(Column, Option<Column>, Option<Column>),
    Secondary(Column),
}

impl WhatColumns {
    fn of(table: &Table<'_>, file: DuoFile) -> Result<WhatColumns, ImportError> {
        Ok(match file {
            DuoFile::SpecialLocations => WhatColumns::Special(
                table.column(KIND_OF_SPECIAL)?,
                table.optional_column(&["ONDERWIJS"])?,
                table.optional_column(&["CLUSTER"])?,
            ),
            DuoFile::SecondaryLocations => WhatColumns::Secondary(table.column(&[STRUCTURE])?),
            _ => WhatColumns::Primary,
        })
    }

    fn read(&self, row: &Row<'_>) -> Result<What, ImportError> {
        let text = |column: Option<Column>| column.map(|column| row.text(column).to_uppercase());
        match *self {
            WhatColumns::Primary => Ok(What::Primary),
            WhatColumns::Special(kind, teaches, cluster) => {
                let kind = match row.text(kind).to_uppercase().as_str() {
                    "SBAO" | "SBO" => SchoolKind::Sbo,
                    "(V)SO" | "SO" | "VSO" | "SO/VSO" => specialised(&text(teaches).unwrap_or_default()),
                    other => {
                        return Err(row.error(ImportErrorKind::Value {
                            column: row.column_name(kind),
                            value: other.to_owned(),
                            rule: "a kind of special school is SBAO or (V)SO",
                            way_out: "write one of these",
                        }));
                    }
                };
                let cluster = text(cluster).unwrap_or_default();
                let mut clusters = cluster.split('/').map(str::trim).filter(|cluster| !cluster.is_empty()).peekable();
                let of_no_swv = clusters.peek().is_some() && clusters.all(|cluster| matches!(cluster, "1" | "2"));
                Ok(What::Special { kind, of_no_swv })
            }
            WhatColumns::Secondary(structure) => Ok(What::Secondary(types(&row.text(structure)))),
        }
    }
}

/// Which of SO and VSO a school has, by what the file says that it teaches,
/// such as `SO ZMLK + VSO ZMLK`; both where it says nothing.
fn specialised(teaches: &str) -> SchoolKind {
    let has = |kind: &str| teaches.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == kind);
    match (has("SO"), has("VSO")) {
        (true, false) => SchoolKind::So,
        (false, true) => SchoolKind::Vso,
        _ => SchoolKind::SoVso,
    }
}

/// The types in a structure such as `VBO/MAVO/HAVO`. A `BRUGJAAR` is of none.
fn types(structure: &str) -> Types {
    let structure = structure.to_uppercase();
    let has = |of: &[&str]| structure.split('/').any(|word| of.contains(&word.trim()));
    Types { vmbo: has(&["VBO", "MAVO", "VMBO"]), havo_vwo: has(&["HAVO", "VWO"]), pro: has(&["PRO"]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_special_school_teaches_tells_its_kind() {
        assert_eq!(specialised("SO ZMLK + VSO ZMLK"), SchoolKind::SoVso);
        assert_eq!(specialised("VSO LG + RP-VSO LG"), SchoolKind::Vso);
        assert_eq!(specialised("SO LG,MGF"), SchoolKind::So);
        assert_eq!(specialised(""), SchoolKind::SoVso);
    }

    #[test]
    fn a_structure_tells_the_types() {
        assert_eq!(types("VBO/MAVO/PRO"), Types { vmbo: true, havo_vwo: false, pro: true });
        assert_eq!(types("HAVO/VWO"), Types { havo_vwo: true, ..Types::default() });
        assert_eq!(types("BRUGJAAR"), Types::default());
        assert_eq!(What::Secondary(types("PRO")).kind(), SchoolKind::Pro);
        assert_eq!(What::Secondary(types("MAVO/PRO")).kind(), SchoolKind::Vo);
    }
}
