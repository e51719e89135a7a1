//! From the rows of the files to a dataset and its report.

use std::collections::BTreeMap;

use swv_core::{
    BoardNumber, CalendarYear, CountDate, Dataset, DatasetOrigin, DatasetQuantity, LocationCode, MunicipalityCode,
    Postcode, PupilCount, Recipient, RecipientKind, SchoolKind, Sector, SwvNumber,
};

use super::locations::{Location, Locations, What};
use super::members::Members;
use super::municipality::{Municipalities, Verdict};
use super::postcodes::PostcodeMap;
use super::pupils::{PupilRow, Pupils};
use super::report::{ImportReport, KindTotal, MunicipalityCase, MunicipalityIs, NoPostcode, SkipReason};
use super::secondary::{SecondaryPupils, SecondaryRow};
use super::tally::Tally;
use super::{DuoFile, Import, ImportError, ImportErrorKind};
use crate::Located;

/// The names of the counts, by which the rules of a region ask for them.
const PUPILS: &str = "leerlingen";
const BY_TYPE: [&str; 3] = ["leerlingen-havo-vwo", "leerlingen-vmbo", "leerlingen-praktijkonderwijs"];

/// Everything that was read.
pub(super) struct Files {
    /// The map, where there is one.
    pub(super) map: Option<PostcodeMap>,
    /// DUO's list, where there is one.
    pub(super) members: Option<Members>,
    /// The locations.
    pub(super) locations: Locations,
    /// File 06, where it is needed.
    pub(super) pupils: Option<Pupils>,
    /// File 01 of secondary education, where it is needed.
    pub(super) secondary: Option<SecondaryPupils>,
    /// The year of the counts.
    pub(super) year: CalendarYear,
}

/// Places every location, and makes a recipient of each that is in `swv`.
pub(super) fn assemble(swv: &SwvNumber, files: &Files) -> Result<Import, ImportError> {
    let Files { map, members, locations, pupils, secondary, year } = files;
    let mut assembly = Assembly {
        swv,
        map: map.as_ref(),
        members: members.as_ref(),
        municipalities: map.as_ref().map(|map| Municipalities::new(map, locations)),
        recipients: BTreeMap::new(),
        without_count: Vec::new(),
        placed_by_list: Vec::new(),
        placed: Vec::new(),
        not_placed: Vec::new(),
    };
    let row_of = |code: &LocationCode| pupils.as_ref().and_then(|pupils| pupils.rows.get(code));
    let secondary_of = |code: &LocationCode| secondary.as_ref().and_then(|pupils| pupils.rows.get(code));
    let mut of_locations: Vec<Tally> = locations.files.iter().map(|_| Tally::default()).collect();
    let (mut of_pupils, mut of_secondary) = (Tally::default(), Tally::default());
    for (code, location) in &locations.rows {
        let (row, types) = (row_of(code), secondary_of(code));
        let candidate = listed(swv.sector(), code, location, row, types)?;
        let outcome = candidate.and_then(|candidate| assembly.take(code, candidate));
        if let Some(tally) = of_locations.get_mut(location.from) {
            tally.row(outcome, code.as_str());
        }
        if row.is_some() {
            of_pupils.row(outcome, code.as_str());
        }
        if let Some(types) = types {
            of_secondary.rows(types.rows, outcome, code.as_str());
        }
    }
    let is_listed = |code: &&LocationCode| locations.rows.contains_key(code);
    for (code, row) in pupils.iter().flat_map(|pupils| &pupils.rows).filter(|(code, _)| !is_listed(code)) {
        let outcome = match (row.pupils, special_pupils(swv.sector(), row.kind, row.pupils)) {
            (_, None) => Err(SkipReason::OtherSector),
            (PupilCount::Exact(0), _) => Err(SkipReason::NoPupils),
            (_, Some(pupils)) => assembly.take(code, Candidate::of_06(row, pupils)),
        };
        of_pupils.row(outcome, code.as_str());
    }
    for (code, row) in secondary.iter().flat_map(|pupils| &pupils.rows).filter(|(code, _)| !is_listed(code)) {
        let candidate = Candidate::of_01(code, row)?;
        let outcome = match candidate.pupils[0] {
            PupilCount::Exact(0) => Err(SkipReason::NoPupils),
            _ => assembly.take(code, candidate),
        };
        of_secondary.rows(row.rows, outcome, code.as_str());
    }
    let vavo = secondary.iter().flat_map(|pupils| &pupils.vavo);
    vavo.for_each(|code| of_secondary.row(Err(SkipReason::Vavo), code.as_str()));

    let mut reports = Vec::new();
    reports.extend(map.as_ref().map(|map| areas(swv, map).report(DuoFile::Postcodes, &map.origin, 0)));
    reports.extend(members.as_ref().map(|list| of_list(swv, list).report(DuoFile::Members, &list.origin, 0)));
    let files = locations.files.iter().zip(of_locations);
    reports.extend(files.map(|(read, tally)| tally.report(read.file, &read.origin, read.names_cleaned)));
    let secondary =
        secondary.as_ref().map(|read| (DuoFile::SecondaryPupils, &read.origin, read.names_cleaned, of_secondary));
    let pupils_06 = pupils.as_ref().map(|read| (DuoFile::Pupils, &read.origin, read.names_cleaned, of_pupils));
    let counts = secondary.into_iter().chain(pupils_06);
    reports.extend(counts.map(|(file, origin, names_cleaned, tally)| tally.report(file, origin, names_cleaned)));

    let counted_on = CountDate::october(*year).date();
    // Whether a count is provisional, file 01 does not say.
    let provisional = pupils.as_ref().map(|pupils| pupils.provisional).filter(|_| swv.sector() == Sector::Po);
    let report = ImportReport {
        swv: swv.clone(),
        counted_on,
        provisional,
        totals: totals(&assembly.recipients)?,
        files: reports,
        without_count: assembly.without_count,
        placed_by_list: assembly.placed_by_list,
        placed_by_municipality: assembly.placed,
        not_placed: assembly.not_placed,
    };
    let names = [PUPILS].into_iter().chain(BY_TYPE.into_iter().filter(|_| swv.sector() == Sector::Vo));
    let quantity = |name| DatasetQuantity {
        counted_on: Some(counted_on),
        provisional: provisional.unwrap_or(false),
        ..DatasetQuantity::new(name)
    };
    let origin =
        |report: &super::FileReport| DatasetOrigin { file: report.name.clone(), digest: report.digest.clone() };
    let mut dataset = Dataset {
        swv: Some(swv.clone()),
        origins: report.files.iter().map(origin).collect(),
        ..Dataset::of(format!("duo-{year}-{swv}"), names.map(quantity))
    };
    for found in assembly.recipients.into_values() {
        dataset.push(found.recipient, found.pupils.into_iter().map(|count| Some(count.into())), []);
    }
    let dataset = dataset.sound().map_err(|source| Located::nowhere(ImportErrorKind::Dataset { source }))?;
    Ok(Import { dataset, report })
}

/// What became of a row: used, or skipped for a reason.
pub(super) type Outcome = Result<(), SkipReason>;

/// A location that may be of the SWV.
struct Candidate {
    name: String,
    kind: SchoolKind,
    board: Option<BoardNumber>,
    /// Its counts, in the order of the columns: all its pupils first.
    pupils: Vec<PupilCount>,
    is_counted: bool,
    /// Its SWV, where a file of pupils tells it.
    swv: Option<SwvNumber>,
    /// Its postcode, or why it has none.
    postcode: Result<Postcode, NoPostcode>,
    municipality: Option<MunicipalityCode>,
    /// The name of its municipality, or of no more than the place.
    municipality_name: String,
    is_municipality_known: bool,
}

/// A location that a file lists, with its counts; or why it cannot be of the
/// SWV, whatever its place.
fn listed(
    sector: Sector,
    code: &LocationCode,
    location: &Location,
    row: Option<&PupilRow>,
    secondary: Option<&SecondaryRow>,
) -> Result<Result<Candidate, SkipReason>, ImportError> {
    let kind = row.map_or(location.what.kind(), |row| row.kind);
    let mut candidate = Candidate {
        name: location.name.clone(),
        kind,
        board: location.board.clone(),
        pupils: Vec::new(),
        is_counted: row.is_some() || secondary.is_some(),
        swv: secondary.and_then(|row| row.swv.clone()),
        postcode: location.postcode.clone().ok_or(NoPostcode::Empty),
        municipality: location.municipality.clone(),
        municipality_name: location.municipality_name.clone(),
        is_municipality_known: true,
    };
    if let What::Special { of_no_swv: true, .. } = location.what {
        return Ok(Err(SkipReason::ClusterOneOrTwo));
    }
    if let What::Secondary(types) = location.what {
        candidate.pupils = match secondary {
            None => vec![PupilCount::Unknown; 1 + BY_TYPE.len()],
            Some(row) => by_type(code, row, Some(types))?,
        };
        if secondary.is_some_and(SecondaryRow::is_pro) {
            candidate.kind = SchoolKind::Pro;
        }
        return Ok(Ok(candidate));
    }
    let pupils = row.map_or(PupilCount::Unknown, |row| row.pupils);
    Ok(match special_pupils(sector, kind, pupils) {
        Some(pupils) => {
            candidate.pupils = vec![pupils];
            Ok(candidate)
        }
        None => Err(SkipReason::OtherSector),
    })
}

/// The pupils of a school of file 06 that an SWV of the sector has; none where
/// it has none of them. File 06 does not divide those of SO/VSO: all count for
/// the SWV of primary education, and for that of secondary education any number
/// of them may be its own.
fn special_pupils(sector: Sector, kind: SchoolKind, pupils: PupilCount) -> Option<PupilCount> {
    match (sector, kind) {
        (Sector::Po, SchoolKind::Vso | SchoolKind::Vo | SchoolKind::Pro) => None,
        (Sector::Po, _) | (Sector::Vo, SchoolKind::Vso) => Some(pupils),
        (Sector::Vo, SchoolKind::SoVso) => {
            let at_most = pupils.at_most().map(|at_most| PupilCount::between(0, at_most));
            Some(at_most.and_then(Result::ok).unwrap_or(PupilCount::Unknown))
        }
        (Sector::Vo, _) => None,
    }
}

/// The counts of a secondary location, in the order of the columns.
fn by_type(
    code: &LocationCode,
    row: &SecondaryRow,
    types: Option<super::locations::Types>,
) -> Result<Vec<PupilCount>, ImportError> {
    let too_many = |source| Located::nowhere(ImportErrorKind::Total { location: code.clone(), source });
    let by = row.by_type(types).map_err(too_many)?;
    Ok(vec![by.all, by.havo_vwo, by.vmbo, by.pro])
}

impl Candidate {
    /// A location that only file 06 has.
    fn of_06(row: &PupilRow, pupils: PupilCount) -> Candidate {
        Candidate {
            name: row.name.clone(),
            kind: row.kind,
            board: row.board.clone(),
            pupils: vec![pupils],
            is_counted: true,
            swv: None,
            postcode: Err(NoPostcode::NotInLocations),
            municipality: row.municipality.clone(),
            municipality_name: row.municipality_name.clone(),
            is_municipality_known: true,
        }
    }

    /// A location that only file 01 of secondary education has.
    fn of_01(code: &LocationCode, row: &SecondaryRow) -> Result<Candidate, ImportError> {
        Ok(Candidate {
            name: row.name.clone(),
            kind: if row.is_pro() { SchoolKind::Pro } else { SchoolKind::Vo },
            board: None,
            pupils: by_type(code, row, None)?,
            is_counted: true,
            swv: row.swv.clone(),
            postcode: Err(NoPostcode::NotInLocations),
            municipality: None,
            municipality_name: row.place.clone(),
            is_municipality_known: false,
        })
    }
}

/// The recipients found so far, and what a person should look at.
struct Assembly<'a> {
    swv: &'a SwvNumber,
    map: Option<&'a PostcodeMap>,
    members: Option<&'a Members>,
    municipalities: Option<Municipalities<'a>>,
    recipients: BTreeMap<LocationCode, Found>,
    without_count: Vec<LocationCode>,
    placed_by_list: Vec<LocationCode>,
    placed: Vec<MunicipalityCase>,
    not_placed: Vec<MunicipalityCase>,
}

/// A recipient, with what the totals need of it.
struct Found {
    kind: SchoolKind,
    pupils: Vec<PupilCount>,
    recipient: Recipient,
}

impl Assembly<'_> {
    /// Makes a recipient of a candidate that is in the SWV.
    fn take(&mut self, code: &LocationCode, candidate: Candidate) -> Outcome {
        self.place(code, &candidate)?;
        if !candidate.is_counted {
            self.without_count.push(code.clone());
        }
        let Candidate { name, kind, board, pupils, postcode, municipality, .. } = candidate;
        let (board, postcode) = (board.map(Into::into), postcode.ok());
        let kind_of = RecipientKind::School(kind);
        let recipient = Recipient { id: code.to_string(), name, kind: kind_of, board, municipality, postcode };
        self.recipients.insert(code.clone(), Found { kind, pupils, recipient });
        Ok(())
    }

    /// Whether a candidate is in the SWV: by DUO's list, by the file of pupils,
    /// by its postcode, and only then by its municipality.
    fn place(&mut self, code: &LocationCode, candidate: &Candidate) -> Outcome {
        let area = candidate.postcode.as_ref().ok().and_then(|postcode| self.map?.area(&postcode.area()));
        let by_postcode = area.and_then(|area| area.swv.as_ref());
        let is_here = |swv: &SwvNumber| if swv == self.swv { Ok(()) } else { Err(SkipReason::OtherSwv) };
        if let Some(swv) = self.members.and_then(|members| members.swv(code)) {
            if swv == self.swv && by_postcode.is_some_and(|by_postcode| by_postcode != swv) {
                self.placed_by_list.push(code.clone());
            }
            return is_here(swv);
        }
        if let Some(swv) = candidate.swv.as_ref().or(by_postcode) {
            return is_here(swv);
        }
        self.place_by_municipality(code, candidate)
    }

    /// Places a location by its municipality, and notes that it was, or that
    /// it could not be.
    fn place_by_municipality(&mut self, code: &LocationCode, candidate: &Candidate) -> Outcome {
        let (outcome, municipality_is, possible) = match &self.municipalities {
            None => match self.members.map(|members| members.possible(code)) {
                Some(possible) if possible.contains(self.swv) => {
                    (Err(SkipReason::SchoolInSeveral), MunicipalityIs::NotInMap, possible)
                }
                _ => return Err(SkipReason::NotListed),
            },
            Some(_) if !candidate.is_municipality_known => {
                let is_of_school = |other: &LocationCode| other.brin() == code.brin();
                if !self.recipients.keys().any(is_of_school) {
                    return Err(SkipReason::NotInLocations);
                }
                (Err(SkipReason::NotInLocations), MunicipalityIs::Unknown, [self.swv.clone()].into())
            }
            Some(municipalities) => {
                let name = &candidate.municipality_name;
                match municipalities.verdict(self.swv, candidate.municipality.as_ref(), name) {
                    Verdict::Elsewhere => return Err(SkipReason::OtherSwv),
                    Verdict::Here => (Ok(()), MunicipalityIs::InOneSwv, [self.swv.clone()].into()),
                    Verdict::Split(possible) => (Err(SkipReason::MunicipalitySplit), MunicipalityIs::Split, possible),
                    Verdict::NotInMap(possible) => {
                        (Err(SkipReason::MunicipalityNotInMap), MunicipalityIs::NotInMap, possible)
                    }
                }
            }
        };
        let because = match &candidate.postcode {
            _ if self.map.is_none() => NoPostcode::NoMap,
            Ok(postcode) => NoPostcode::NotInMap(postcode.clone()),
            Err(because) => because.clone(),
        };
        let cases = if outcome.is_ok() { &mut self.placed } else { &mut self.not_placed };
        cases.push(MunicipalityCase {
            location: code.clone(),
            name: candidate.name.clone(),
            kind: candidate.kind,
            municipality: candidate.municipality_name.clone(),
            pupils: candidate.pupils.first().copied().unwrap_or(PupilCount::Unknown),
            because,
            municipality_is,
            possible: possible.into_iter().collect(),
        });
        outcome
    }
}

/// The rows of the map: those of the SWV, and the others.
fn areas(swv: &SwvNumber, map: &PostcodeMap) -> Tally {
    let mut tally = Tally::default();
    for (code, area) in map.areas() {
        let outcome = match &area.swv {
            Some(number) if number == swv => Ok(()),
            Some(_) => Err(SkipReason::OtherSwv),
            None => Err(SkipReason::NoSwv),
        };
        tally.row(outcome, code.as_str());
    }
    tally
}

/// The rows of DUO's list: those of the SWV, and the others.
fn of_list(swv: &SwvNumber, list: &Members) -> Tally {
    let mut tally = Tally::default();
    for (key, number) in &list.rows {
        tally.row(if number == swv { Ok(()) } else { Err(SkipReason::OtherSwv) }, key);
    }
    tally
}

/// The locations and known pupils of each kind.
fn totals(recipients: &BTreeMap<LocationCode, Found>) -> Result<Vec<KindTotal>, ImportError> {
    let mut totals: BTreeMap<SchoolKind, KindTotal> = BTreeMap::new();
    for (location, Found { kind, pupils, .. }) in recipients {
        let none = KindTotal { kind: *kind, locations: 0, pupils: PupilCount::Exact(0), unknown: 0 };
        let total = totals.entry(*kind).or_insert(none);
        total.locations += 1;
        match pupils.first() {
            None | Some(PupilCount::Unknown) => total.unknown += 1,
            Some(pupils) => {
                let sum = total.pupils.checked_add(*pupils);
                let too_many = |source| Located::nowhere(ImportErrorKind::Total { location: location.clone(), source });
                total.pupils = sum.map_err(too_many)?;
            }
        }
    }
    Ok(totals.into_values().collect())
}
