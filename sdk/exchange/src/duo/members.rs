//! DUO's list of the schools of each SWV.

use std::collections::{BTreeMap, BTreeSet};

use swv_core::{Brin, DatasetOrigin, LocationCode, SwvNumber};

use super::postcodes::nearest;
use super::source::Source;
use super::value::{self, LocationColumns, identifier_error};
use super::which::{INSTITUTION, LOCATION, Role, is_swv};
use super::{ImportError, ImportErrorKind, Progress, opened};
use crate::{Input, Place};

/// Which SWVs of one sector each school or location is of.
pub(super) struct Members {
    /// The file it was read from.
    pub(super) origin: DatasetOrigin,
    /// The rows, by what they are about: a location, or all of a school.
    pub(super) rows: Vec<(String, SwvNumber)>,
    swvs: BTreeMap<String, BTreeSet<SwvNumber>>,
}

impl Members {
    /// Reads the rows of the sector of `swv`.
    pub(super) fn read(
        input: Input<'_>,
        swv: &SwvNumber,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Members, ImportError> {
        let source = Source::read(input, progress)?;
        let (mut table, _) = opened(&source, Role::Members, swv.sector())?;
        let numbers = table.columns(is_swv);
        let Some(first) = numbers.first().copied() else { return Err(table.missing_column("SWV")) };
        let location = match table.optional_column(LOCATION)? {
            Some(_) => Some(LocationColumns::of(&table)?),
            None => None,
        };
        let school = table.column(INSTITUTION)?;
        let mut members = Members { origin: source.origin(), rows: Vec::new(), swvs: BTreeMap::new() };
        while let Some(row) = table.next_row()? {
            // Beside the number there may be a column with the name.
            let told = numbers.iter().find_map(|column| value::swv(&row, *column).ok().flatten());
            let Some(number) = told.map_or_else(|| value::swv(&row, first), |number| Ok(Some(number)))? else {
                continue;
            };
            let key = match &location {
                Some(location) => location.read(&row)?.to_string(),
                None => {
                    let brin = row.text(school).parse::<Brin>();
                    brin.map_err(|source| identifier_error(&row, school, source))?.to_string()
                }
            };
            if number.sector() == swv.sector() {
                members.swvs.entry(key.clone()).or_default().insert(number.clone());
                members.rows.push((key, number));
            }
        }
        if members.rows.iter().any(|(_, number)| number == swv) {
            return Ok(members);
        }
        let near = nearest(swv, members.rows.iter().map(|(_, number)| number));
        Err(Place::file(source.name).error(ImportErrorKind::UnknownSwv { swv: swv.clone(), near }))
    }

    /// The one SWV that a location is of by the list; none where the list does
    /// not have it, or has its school in several.
    pub(super) fn swv(&self, location: &LocationCode) -> Option<&SwvNumber> {
        let mut of = self.swvs_of(location)?.iter();
        of.next().filter(|_| of.next().is_none())
    }

    /// Every SWV that a location may be of by the list.
    pub(super) fn possible(&self, location: &LocationCode) -> BTreeSet<SwvNumber> {
        self.swvs_of(location).cloned().unwrap_or_default()
    }

    fn swvs_of(&self, location: &LocationCode) -> Option<&BTreeSet<SwvNumber>> {
        self.swvs.get(location.as_str()).or_else(|| self.swvs.get(location.brin().as_str()))
    }
}
