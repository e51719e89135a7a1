//! The map from postcode area to SWV.

use std::collections::{BTreeMap, BTreeSet};

use strsim::osa_distance;
use swv_core::{DatasetOrigin, PostcodeArea, Sector, SwvNumber};

use super::encoding::Encoding;
use super::table::Table;
use super::value::identifier_error;
use super::{DuoFile, ImportError, ImportErrorKind, Progress};
use crate::{Input, Place};

/// How many numbers are suggested for one that the map does not have.
const SUGGESTIONS: usize = 5;

/// Which postcode area belongs to which SWV of primary education, and in which
/// municipality it stood when the map was made.
pub(super) struct PostcodeMap {
    /// The file it was read from.
    pub(super) origin: DatasetOrigin,
    areas: BTreeMap<PostcodeArea, Area>,
    by_municipality: BTreeMap<String, BTreeSet<SwvNumber>>,
}

/// A postcode area in the map.
pub(super) struct Area {
    line: usize,
    /// Its SWV; none for an area without schools, such as a harbour.
    pub(super) swv: Option<SwvNumber>,
    /// Its municipality, as [`folded`].
    pub(super) municipality: String,
}

impl PostcodeMap {
    /// Reads the columns `pc4`, `gemeente` and `swv_po`.
    pub(super) fn read(
        input: Input<'_>,
        swv: &SwvNumber,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<PostcodeMap, ImportError> {
        let name = input.name;
        let mut table = Table::open(DuoFile::Postcodes, input, Encoding::Utf8, progress)?;
        let (pc4, gemeente, swv_po) = (table.column("pc4")?, table.column("gemeente")?, table.column("swv_po")?);
        let mut areas: BTreeMap<PostcodeArea, Area> = BTreeMap::new();
        let mut by_municipality: BTreeMap<String, BTreeSet<SwvNumber>> = BTreeMap::new();
        while let Some(row) = table.next_row()? {
            let area: PostcodeArea = row.text(pc4).parse().map_err(|source| identifier_error(&row, pc4, source))?;
            let number = row.text(swv_po);
            let number: Option<SwvNumber> = match number.as_ref() {
                "" => None,
                text => Some(text.parse().map_err(|source| identifier_error(&row, swv_po, source))?),
            };
            if number.as_ref().is_some_and(|number| number.sector() != Sector::Po) {
                return Err(row.error(ImportErrorKind::Value {
                    column: row.column_name(swv_po),
                    value: row.text(swv_po).into_owned(),
                    rule: "this column has the partnership of primary education",
                    way_out: "write its number, which begins with PO",
                }));
            }
            let municipality = folded(&row.text(gemeente));
            by_municipality.entry(municipality.clone()).or_default().extend(number.clone());
            let line = row.line;
            if let Some(first) = areas.insert(area.clone(), Area { line, swv: number, municipality }) {
                let key = format!("postcode area {area}");
                return Err(row.error(ImportErrorKind::Duplicate { key, first: first.line }));
            }
        }
        let map = PostcodeMap { origin: table.finish()?, areas, by_municipality };
        match map.areas.values().any(|area| area.swv.as_ref() == Some(swv)) {
            true => Ok(map),
            false => {
                Err(Place::file(name).error(ImportErrorKind::UnknownSwv { swv: swv.clone(), near: map.nearest(swv) }))
            }
        }
    }

    /// All areas, in their order.
    pub(super) fn areas(&self) -> impl Iterator<Item = (&PostcodeArea, &Area)> {
        self.areas.iter()
    }

    /// What the map says of an area.
    pub(super) fn area(&self, area: &PostcodeArea) -> Option<&Area> {
        self.areas.get(area)
    }

    /// The SWVs of the areas of a municipality, [`folded`]; none where the map
    /// does not have that municipality.
    pub(super) fn swvs_of_municipality(&self, municipality: &str) -> Option<&BTreeSet<SwvNumber>> {
        self.by_municipality.get(municipality)
    }

    fn nearest(&self, swv: &SwvNumber) -> Vec<SwvNumber> {
        let numbers: BTreeSet<&SwvNumber> = self.by_municipality.values().flatten().collect();
        let mut numbers: Vec<&SwvNumber> = numbers.into_iter().collect();
        let digits = |number: &SwvNumber| number.as_str().trim_start_matches(char::is_alphabetic).parse::<u32>();
        let apart = |number: &SwvNumber| digits(number).unwrap_or_default().abs_diff(digits(swv).unwrap_or_default());
        numbers.sort_by_key(|number| (osa_distance(number.as_str(), swv.as_str()), apart(number)));
        numbers.into_iter().take(SUGGESTIONS).cloned().collect()
    }
}

/// A municipality's name in a form in which DUO's files and the map write it
/// alike: capitals and digits only, without accents. `Súdwest-Fryslân`, in
/// another file `Sudwest Fryslan`, becomes `SUDWESTFRYSLAN`.
pub(super) fn folded(name: &str) -> String {
    let plain = name.chars().flat_map(char::to_uppercase).map(without_accent);
    plain.filter(char::is_ascii_alphanumeric).collect()
}

fn without_accent(capital: char) -> char {
    match capital {
        '\u{c0}'..='\u{c5}' => 'A',
        '\u{c7}' => 'C',
        '\u{c8}'..='\u{cb}' => 'E',
        '\u{cc}'..='\u{cf}' => 'I',
        '\u{d1}' => 'N',
        '\u{d2}'..='\u{d6}' => 'O',
        '\u{d9}'..='\u{dc}' => 'U',
        '\u{dd}' => 'Y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_municipality_fold_alike() {
        for (left, right) in [
            ("S\u{da}DWEST-FRYSL\u{c2}N", "Sudwest Fryslan"),
            ("BERGEN (NH.)", "Bergen (NH.)"),
            ("'S-GRAVENHAGE", "'s-Gravenhage"),
            ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
        ] {
            assert_eq!(folded(left), folded(right));
        }
        assert_ne!(folded("BERGEN (NH.)"), folded("BERGEN (L.)"));
        assert_eq!(folded(" "), "");
    }
}
