//! DUO's file 06: pupils per location and year.

use std::collections::BTreeMap;

use swv_core::{
    BoardNumber, CalendarYear, DatasetOrigin, LocationCode, MunicipalityCode, PupilCount, SchoolKind, SchoolKindError,
};

use super::source::Source;
use super::table::{Column, Row, Table};
use super::value::{self, LocationColumns};
use super::which::{BOARD, count_year, folded};
use super::{ImportError, ImportErrorKind};

/// The rows of file 06, with the counts of one year.
pub(super) struct Pupils {
    /// The file they were read from.
    pub(super) origin: DatasetOrigin,
    /// The year of the counts.
    pub(super) year: CalendarYear,
    /// Whether it is the latest year in the file, which DUO calls provisional.
    pub(super) provisional: bool,
    /// The rows by their location.
    pub(super) rows: BTreeMap<LocationCode, PupilRow>,
    /// How many names had stray quotes.
    pub(super) names_cleaned: usize,
}

/// A row of file 06.
pub(super) struct PupilRow {
    line: usize,
    /// The school's name.
    pub(super) name: String,
    /// What kind of school it is.
    pub(super) kind: SchoolKind,
    /// Its board, where the file has it.
    pub(super) board: Option<BoardNumber>,
    /// The code of its municipality, where the file has it.
    pub(super) municipality: Option<MunicipalityCode>,
    /// The name of its municipality.
    pub(super) municipality_name: String,
    /// Its pupils on 1 October of the year.
    pub(super) pupils: PupilCount,
}

/// Reads the counts of `year`, or of the latest year.
pub(super) fn read(
    source: &Source<'_>,
    mut table: Table<'_>,
    year: Option<CalendarYear>,
) -> Result<Pupils, ImportError> {
    let code = LocationColumns::of(&table)?;
    let name = table.column(&["NAAM VESTIGING", "VESTIGINGSNAAM"])?;
    let kind = table.column(&["SOORT VESTIGING"])?;
    let board = table.column(BOARD)?;
    let municipality = table.column(&["GEMEENTECODE VESTIGING", "GEMEENTENUMMER VESTIGING", "GEMEENTENUMMER"])?;
    let municipality_name = table.column(&["GEMEENTENAAM VESTIGING", "GEMEENTENAAM"])?;
    let (year, provisional) = chosen_year(&table, year)?;
    let count = table.column(&[&format!("LEERLINGEN {year}")])?;
    let mut rows: BTreeMap<LocationCode, PupilRow> = BTreeMap::new();
    let mut names_cleaned = 0;
    while let Some(row) = table.next_row()? {
        let code = code.read(&row)?;
        let (name, cleaned) = value::name(&row, name);
        names_cleaned += usize::from(cleaned);
        let pupil_row = PupilRow {
            line: row.line(),
            name,
            kind: school_kind(&row, kind)?,
            board: value::board(&row, board)?,
            municipality: value::municipality(&row, municipality)?,
            municipality_name: row.text(municipality_name).into_owned(),
            pupils: value::pupils(&row, count)?,
        };
        if let Some(first) = rows.insert(code.clone(), pupil_row) {
            let key = format!("location {code}");
            return Err(row.error(ImportErrorKind::Duplicate { key, first: first.line, file: None }));
        }
    }
    Ok(Pupils { origin: source.origin(), year, provisional, rows, names_cleaned })
}

/// The year to read, and whether it is the latest.
fn chosen_year(table: &Table<'_>, asked: Option<CalendarYear>) -> Result<(CalendarYear, bool), ImportError> {
    let year_of = |name: &String| CalendarYear::new(count_year(&folded(name))?).ok();
    let years: Vec<CalendarYear> = table.header().iter().filter_map(year_of).collect();
    let (Some(first), Some(last)) = (years.iter().min().copied(), years.iter().max().copied()) else {
        return Err(table.missing_column("LEERLINGEN_<year>"));
    };
    let year = asked.unwrap_or(last);
    match years.contains(&year) {
        true => Ok((year, year == last)),
        false => Err(table.error(ImportErrorKind::UnknownYear { year, first, last })),
    }
}

fn school_kind(row: &Row<'_>, column: Column) -> Result<SchoolKind, ImportError> {
    SchoolKind::from_duo(&row.text(column)).map_err(|_: SchoolKindError| {
        row.error(ImportErrorKind::Value {
            column: row.column_name(column),
            value: row.text(column).into_owned(),
            rule: "a kind of school is BO, SBO, SO, SO/VSO or VSO",
            way_out: "write one of these",
        })
    })
}
