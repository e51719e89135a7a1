//! DUO's file 01 of secondary education: pupils per location and type, by year
//! in school and sex.
//!
//! A row is of one location and one type of education. The first years of most
//! schools are a row of their own (`Brugjaar 1-2`), of no type: those pupils are
//! in HAVO or VWO, or in VMBO, by what else the location has, and where it has
//! both they make both numbers an interval.

use std::collections::BTreeMap;
use std::path::Path;

use swv_core::{CalendarYear, DatasetOrigin, LocationCode, PupilCount, PupilCountError, SwvNumber};

use super::locations::Types;
use super::source::Source;
use super::table::Table;
use super::value::{self, LocationColumns};
use super::which::is_year_of_sex;
use super::{ImportError, ImportErrorKind};
use crate::Place;

/// The rows of file 01, per location.
pub(super) struct SecondaryPupils {
    /// The file they were read from.
    pub(super) origin: DatasetOrigin,
    /// The year of the counts.
    pub(super) year: CalendarYear,
    /// The counts by their location.
    pub(super) rows: BTreeMap<LocationCode, SecondaryRow>,
    /// How many names had stray quotes.
    pub(super) names_cleaned: usize,
    /// The locations of the rows of pupils who follow VAVO, which count for no
    /// type.
    pub(super) vavo: Vec<LocationCode>,
}

/// The pupils of a location on 1 October.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SecondaryRow {
    /// How many rows it has.
    pub(super) rows: usize,
    /// The school's name.
    pub(super) name: String,
    /// The place where it stands, which is no municipality.
    pub(super) place: String,
    /// Its SWV, where the file has it.
    pub(super) swv: Option<SwvNumber>,
    /// In HAVO or VWO.
    pub(super) havo_vwo: PupilCount,
    /// In VMBO.
    pub(super) vmbo: PupilCount,
    /// In practical training.
    pub(super) pro: PupilCount,
    /// In first years and whatever else is of no type.
    pub(super) of_no_type: PupilCount,
}

/// The pupils of a location by type, as far as that is known.
pub(super) struct ByType {
    /// All of them.
    pub(super) all: PupilCount,
    /// Those in HAVO or VWO.
    pub(super) havo_vwo: PupilCount,
    /// Those in VMBO.
    pub(super) vmbo: PupilCount,
    /// Those in practical training.
    pub(super) pro: PupilCount,
}

impl SecondaryRow {
    fn new(name: String, place: String, swv: Option<SwvNumber>) -> SecondaryRow {
        let none = PupilCount::Exact(0);
        SecondaryRow { rows: 0, name, place, swv, havo_vwo: none, vmbo: none, pro: none, of_no_type: none }
    }

    /// Which types it has by its own rows.
    fn types(&self) -> Types {
        let some = |count: PupilCount| count != PupilCount::Exact(0);
        Types { vmbo: some(self.vmbo), havo_vwo: some(self.havo_vwo), pro: some(self.pro) }
    }

    /// Its pupils by type: those of no type are of the one that the location
    /// has, by its rows or by `listed`, and of either where it has both.
    pub(super) fn by_type(&self, listed: Option<Types>) -> Result<ByType, PupilCountError> {
        let own = self.types();
        let listed = listed.unwrap_or_default();
        let (vmbo, havo_vwo) = (own.vmbo || listed.vmbo, own.havo_vwo || listed.havo_vwo);
        let may_be = |certain: PupilCount, is: bool, other_is: bool| match (is, other_is) {
            (true, false) => certain.checked_add(self.of_no_type),
            (false, true) => Ok(certain),
            _ => match self.of_no_type.at_most() {
                None => Ok(PupilCount::Unknown),
                Some(at_most) => certain.checked_add(PupilCount::between(0, at_most)?),
            },
        };
        let all =
            [self.vmbo, self.pro, self.of_no_type].into_iter().try_fold(self.havo_vwo, PupilCount::checked_add)?;
        Ok(ByType {
            all,
            havo_vwo: may_be(self.havo_vwo, havo_vwo, vmbo)?,
            vmbo: may_be(self.vmbo, vmbo, havo_vwo)?,
            pro: self.pro,
        })
    }

    /// Whether all its pupils are in practical training.
    pub(super) fn is_pro(&self) -> bool {
        self.types() == Types { pro: true, ..Types::default() } && self.of_no_type == PupilCount::Exact(0)
    }
}

/// The types that file 01 tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Type {
    HavoVwo,
    Vmbo,
    Pro,
    /// Pupils whom the school has sent to adult education.
    Vavo,
    /// First years, international classes and whatever else is of no type.
    None,
}

/// The type of a row, by what it begins with.
fn type_of(text: &str) -> Type {
    let text = text.to_uppercase();
    if text.contains("VAVO") {
        return Type::Vavo;
    }
    match text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default() {
        "PRAKTIJKONDERWIJS" | "PRO" => Type::Pro,
        "VMBO" | "VBO" | "MAVO" | "LWOO" => Type::Vmbo,
        "HAVO" | "VWO" | "ATHENEUM" | "GYMNASIUM" => Type::HavoVwo,
        _ => Type::None,
    }
}

/// Reads the counts of every location. The year stands in the name of the file
/// and nowhere in it, unless it is asked for.
pub(super) fn read(
    source: &Source<'_>,
    mut table: Table<'_>,
    asked: Option<CalendarYear>,
) -> Result<SecondaryPupils, ImportError> {
    let year = year(source.name, asked)?;
    let code = LocationColumns::of(&table)?;
    let name = table.column(&["INSTELLINGSNAAM VESTIGING", "VESTIGINGSNAAM", "NAAM VESTIGING"])?;
    let place = table.column(&["PLAATSNAAM VESTIGING", "PLAATSNAAM"])?;
    let kind = table.column(&["ONDERWIJSTYPE VO EN LEER OF VERBLIJFSJAAR", "ONDERWIJSTYPE VO"])?;
    let swv = table.columns(|name| name.starts_with("SAMENWERKINGSVERBAND")).first().copied();
    let counts = table.columns(is_year_of_sex);
    let mut all =
        SecondaryPupils { origin: source.origin(), year, rows: BTreeMap::new(), names_cleaned: 0, vavo: Vec::new() };
    while let Some(row) = table.next_row()? {
        let code = code.read(&row)?;
        let of = type_of(&row.text(kind));
        if of == Type::Vavo {
            all.vavo.push(code);
            continue;
        }
        let mut pupils = PupilCount::Exact(0);
        let too_many = |source| row.error(ImportErrorKind::Total { location: code.clone(), source });
        for count in &counts {
            pupils = pupils.checked_add(value::pupils(&row, *count)?).map_err(too_many)?;
        }
        let (name, cleaned) = value::name(&row, name);
        // A number that is none of a partnership, such as its name, tells nothing.
        let number = swv.and_then(|column| value::swv(&row, column).ok().flatten());
        let known = all.rows.entry(code.clone()).or_insert_with(|| {
            all.names_cleaned += usize::from(cleaned);
            SecondaryRow::new(name, row.text(place).into_owned(), number)
        });
        known.rows += 1;
        let sum = match of {
            Type::HavoVwo => &mut known.havo_vwo,
            Type::Vmbo => &mut known.vmbo,
            Type::Pro => &mut known.pro,
            Type::Vavo | Type::None => &mut known.of_no_type,
        };
        *sum = sum.checked_add(pupils).map_err(too_many)?;
    }
    Ok(all)
}

/// The year that a file's name ends with, such as `-2024.csv` or
/// `-2014-2015.csv`, which is the count of October 2014.
fn year(file: &str, asked: Option<CalendarYear>) -> Result<CalendarYear, ImportError> {
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let years = stem.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let named: Vec<CalendarYear> = years.filter_map(|digits| CalendarYear::new(digits.parse().ok()?).ok()).collect();
    match (named.first().copied(), asked) {
        (Some(named), Some(asked)) if named != asked => {
            Err(Place::file(file).error(ImportErrorKind::OtherYear { named, asked }))
        }
        (Some(year), _) | (None, Some(year)) => Ok(year),
        (None, None) => Err(Place::file(file).error(ImportErrorKind::NoYear)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_of_the_type_that_it_begins_with() {
        for (text, of) in [
            ("HAVO lj 4-5", Type::HavoVwo),
            ("HAVO/VWO lj 3", Type::HavoVwo),
            ("VWO lj 4-6", Type::HavoVwo),
            ("VMBO BL lj 3-4", Type::Vmbo),
            ("VMBO-MBO2 lj 3-6", Type::Vmbo),
            ("Praktijkonderwijs alle vj", Type::Pro),
            ("Brugjaar 1-2", Type::None),
            ("Int. Baccelaureaat", Type::None),
            ("HAVO uitbest. aan VAVO", Type::Vavo),
        ] {
            assert_eq!(type_of(text), of, "{text}");
        }
    }

    #[test]
    fn first_years_are_of_the_type_that_the_location_has() {
        let exact = PupilCount::Exact;
        let row = |havo_vwo: u32, vmbo: u32| SecondaryRow {
            havo_vwo: exact(havo_vwo),
            vmbo: exact(vmbo),
            of_no_type: exact(100),
            ..SecondaryRow::new(String::new(), String::new(), None)
        };
        let of = |row: SecondaryRow, listed: Option<Types>| {
            let by = row.by_type(listed).unwrap();
            (by.all, by.havo_vwo, by.vmbo)
        };
        let between = |low, high| PupilCount::between(low, high).unwrap();
        assert_eq!(of(row(200, 0), None), (exact(300), exact(300), exact(0)));
        assert_eq!(of(row(0, 200), None), (exact(300), exact(0), exact(300)));
        assert_eq!(of(row(200, 50), None), (exact(350), between(200, 300), between(50, 150)));
        let vmbo = Types { vmbo: true, ..Types::default() };
        assert_eq!(of(row(200, 0), Some(vmbo)), (exact(300), between(200, 300), between(0, 100)));
        assert_eq!(of(row(0, 0), Some(vmbo)), (exact(100), exact(0), exact(100)));
        assert_eq!(of(row(0, 0), None), (exact(100), between(0, 100), between(0, 100)));
    }

    #[test]
    fn the_year_is_that_of_the_name_or_the_one_asked_for() {
        let of = |name: &str, asked: Option<u16>| {
            let asked = asked.map(|year| CalendarYear::new(year).unwrap());
            year(name, asked).map(|year| year.to_string()).map_err(|error| error.to_string())
        };
        assert_eq!(of("x/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2024.csv", None).unwrap(), "2024");
        assert_eq!(of("01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2014-2015.csv", None).unwrap(), "2014");
        assert_eq!(of("leerlingen.csv", Some(2023)).unwrap(), "2023");
        assert!(of("leerlingen.csv", None).unwrap_err().starts_with("leerlingen.csv: does not say of which year"));
        assert!(of("vo-2024.csv", Some(2023)).unwrap_err().starts_with("vo-2024.csv: is of 2024 by its name"));
    }
}
