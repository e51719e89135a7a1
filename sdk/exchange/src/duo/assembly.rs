//! From the rows of the three files to a dataset and its report.

use std::collections::BTreeMap;

use swv_core::{
    CountDate, Dataset, DatasetQuantity, LocationCode, PupilCount, Recipient, RecipientKind, SchoolKind, SwvNumber,
};

use super::locations::{Location, Locations};
use super::municipality::{Municipalities, Verdict};
use super::postcodes::PostcodeMap;
use super::pupils::{PupilRow, Pupils};
use super::report::{ImportReport, KindTotal, MunicipalityCase, MunicipalityIs, NoPostcode, SkipReason};
use super::tally::Tally;
use super::{DuoFile, Import, ImportError, ImportErrorKind};
use crate::Located;

/// The name of the count, by which the rules of a region ask for it.
const PUPILS: &str = "leerlingen";

/// Places every location, and makes a recipient of each that is in `swv`.
pub(super) fn assemble(
    swv: &SwvNumber,
    map: &PostcodeMap,
    locations: &Locations,
    pupils: &Pupils,
) -> Result<Import, ImportError> {
    let mut assembly = Assembly {
        swv,
        map,
        municipalities: Municipalities::new(map, locations),
        recipients: BTreeMap::new(),
        without_count: Vec::new(),
        placed: Vec::new(),
        not_placed: Vec::new(),
    };
    let (mut of_locations, mut of_pupils) = (Tally::default(), Tally::default());
    for (code, location) in &locations.rows {
        let row = pupils.rows.get(code);
        let outcome = assembly.listed(code, location, row);
        of_locations.row(outcome, code.as_str());
        if row.is_some() {
            of_pupils.row(outcome, code.as_str());
        }
    }
    for (code, row) in &pupils.rows {
        if !locations.rows.contains_key(code) {
            of_pupils.row(assembly.unlisted(code, row), code.as_str());
        }
    }

    let counted_on = CountDate::october(pupils.year).date();
    let report = ImportReport {
        swv: swv.clone(),
        counted_on,
        provisional: pupils.provisional,
        totals: totals(&assembly.recipients)?,
        files: vec![
            areas(swv, map).report(DuoFile::Postcodes, &map.origin, 0),
            of_locations.report(DuoFile::Locations, &locations.origin, locations.names_cleaned),
            of_pupils.report(DuoFile::Pupils, &pupils.origin, pupils.names_cleaned),
        ],
        without_count: assembly.without_count,
        placed_by_municipality: assembly.placed,
        not_placed: assembly.not_placed,
    };
    let provisional = pupils.provisional;
    let quantity = DatasetQuantity { counted_on: Some(counted_on), provisional, ..DatasetQuantity::new(PUPILS) };
    let mut dataset = Dataset {
        swv: Some(swv.clone()),
        origins: vec![map.origin.clone(), locations.origin.clone(), pupils.origin.clone()],
        ..Dataset::of(format!("duo-{}-{swv}", pupils.year), [quantity])
    };
    for found in assembly.recipients.into_values() {
        dataset.push(found.recipient, [Some(found.pupils.into())], []);
    }
    let dataset = dataset.sound().map_err(|source| Located::nowhere(ImportErrorKind::Dataset { source }))?;
    Ok(Import { dataset, report })
}

/// What became of a row: used, or skipped for a reason.
pub(super) type Outcome = Result<(), SkipReason>;

/// The recipients found so far, and what a person should look at.
struct Assembly<'a> {
    swv: &'a SwvNumber,
    map: &'a PostcodeMap,
    municipalities: Municipalities<'a>,
    recipients: BTreeMap<LocationCode, Found>,
    without_count: Vec<LocationCode>,
    placed: Vec<MunicipalityCase>,
    not_placed: Vec<MunicipalityCase>,
}

/// A recipient, with what the totals need of it.
struct Found {
    kind: SchoolKind,
    pupils: PupilCount,
    recipient: Recipient,
}

impl Assembly<'_> {
    /// A location that file 02 lists, with its row in file 06 if it has one.
    fn listed(&mut self, code: &LocationCode, location: &Location, row: Option<&PupilRow>) -> Outcome {
        let kind = row.map_or(SchoolKind::Bao, |row| row.kind);
        if kind == SchoolKind::Vso {
            return Err(SkipReason::Secondary);
        }
        let pupils = row.map_or(PupilCount::Unknown, |row| row.pupils);
        let recipient = Recipient {
            id: code.to_string(),
            name: location.name.clone(),
            kind: RecipientKind::School(kind),
            board: location.board.clone(),
            municipality: location.municipality.clone(),
            postcode: location.postcode.clone(),
        };
        let found = Found { kind, pupils, recipient };
        let area = location.postcode.as_ref().and_then(|postcode| self.map.area(&postcode.area()));
        match area.and_then(|area| area.swv.as_ref()) {
            Some(swv) if swv == self.swv => {}
            Some(_) => return Err(SkipReason::OtherSwv),
            None => {
                let because = location.postcode.clone().map_or(NoPostcode::Empty, NoPostcode::NotInMap);
                self.place_by_municipality(code, &found, &location.municipality_name, because)?;
            }
        }
        if row.is_none() {
            self.without_count.push(code.clone());
        }
        self.recipients.insert(code.clone(), found);
        Ok(())
    }

    /// A location that only file 06 has.
    fn unlisted(&mut self, code: &LocationCode, row: &PupilRow) -> Outcome {
        if row.kind == SchoolKind::Vso {
            return Err(SkipReason::Secondary);
        }
        if row.pupils == PupilCount::Exact(0) {
            return Err(SkipReason::NoPupils);
        }
        let recipient = Recipient {
            id: code.to_string(),
            name: row.name.clone(),
            kind: RecipientKind::School(row.kind),
            board: row.board.clone(),
            municipality: row.municipality.clone(),
            postcode: None,
        };
        let found = Found { kind: row.kind, pupils: row.pupils, recipient };
        self.place_by_municipality(code, &found, &row.municipality_name, NoPostcode::NotInLocations)?;
        self.recipients.insert(code.clone(), found);
        Ok(())
    }

    /// Places a location by its municipality, and notes that it was, or that
    /// it could not be.
    fn place_by_municipality(
        &mut self,
        code: &LocationCode,
        found: &Found,
        municipality: &str,
        because: NoPostcode,
    ) -> Outcome {
        let verdict = self.municipalities.verdict(self.swv, found.recipient.municipality.as_ref(), municipality);
        let (outcome, municipality_is, possible) = match verdict {
            Verdict::Elsewhere => return Err(SkipReason::OtherSwv),
            Verdict::Here => (Ok(()), MunicipalityIs::InOneSwv, [self.swv.clone()].into()),
            Verdict::Split(possible) => (Err(SkipReason::MunicipalitySplit), MunicipalityIs::Split, possible),
            Verdict::NotInMap(possible) => (Err(SkipReason::MunicipalityNotInMap), MunicipalityIs::NotInMap, possible),
        };
        let cases = if outcome.is_ok() { &mut self.placed } else { &mut self.not_placed };
        cases.push(MunicipalityCase {
            location: code.clone(),
            name: found.recipient.name.clone(),
            kind: found.kind,
            municipality: municipality.to_owned(),
            pupils: found.pupils,
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

/// The locations and known pupils of each kind.
fn totals(recipients: &BTreeMap<LocationCode, Found>) -> Result<Vec<KindTotal>, ImportError> {
    let mut totals: BTreeMap<SchoolKind, KindTotal> = BTreeMap::new();
    for (location, Found { kind, pupils, .. }) in recipients {
        let none = KindTotal { kind: *kind, locations: 0, pupils: PupilCount::Exact(0), unknown: 0 };
        let total = totals.entry(*kind).or_insert(none);
        total.locations += 1;
        if *pupils == PupilCount::Unknown {
            total.unknown += 1;
        } else {
            let sum = total.pupils.checked_add(*pupils);
            let too_many = |source| Located::nowhere(ImportErrorKind::Total { location: location.clone(), source });
            total.pupils = sum.map_err(too_many)?;
        }
    }
    Ok(totals.into_values().collect())
}
