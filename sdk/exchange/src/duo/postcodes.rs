//! The map from postcode area to SWV.

use std::collections::{BTreeMap, BTreeSet};

use strsim::osa_distance;
use swv_core::{DatasetOrigin, PostcodeArea, Sector, SwvNumber};

use super::source::Source;
use super::value::identifier_error;
use super::which::Role;
use super::{ImportError, ImportErrorKind, Progress, opened};
use crate::{Input, Place};

/// How many numbers are suggested for one that the map does not have.
const SUGGESTIONS: usize = 5;

/// Which postcode area belongs to which SWV of one sector, and in which
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
    /// Reads the columns `pc4`, `gemeente` and that of the sector: `swv_po` or
    /// `swv_vo`.
    pub(super) fn read(
        input: Input<'_>,
        swv: &SwvNumber,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<PostcodeMap, ImportError> {
        let name = input.name;
        let source = Source::read(input, progress)?;
        let (mut table, _) = opened(&source, Role::Postcodes, swv.sector())?;
        let of_sector = match swv.sector() {
            Sector::Po => table.column(&["SWV PO"])?,
            Sector::Vo => table.column(&["SWV VO"])?,
        };
        let (pc4, gemeente) = (table.column(&["PC4"])?, table.column(&["GEMEENTE", "GEMEENTENAAM"])?);
        let mut areas: BTreeMap<PostcodeArea, Area> = BTreeMap::new();
        let mut by_municipality: BTreeMap<String, BTreeSet<SwvNumber>> = BTreeMap::new();
        while let Some(row) = table.next_row()? {
            let area: PostcodeArea = row.text(pc4).parse().map_err(|source| identifier_error(&row, pc4, source))?;
            let number = row.text(of_sector);
            let number: Option<SwvNumber> = match number.as_ref() {
                "" => None,
                text => Some(text.parse().map_err(|source| identifier_error(&row, of_sector, source))?),
            };
            if number.as_ref().is_some_and(|number| number.sector() != swv.sector()) {
                return Err(row.error(ImportErrorKind::Value {
                    column: row.column_name(of_sector),
                    value: row.text(of_sector).into_owned(),
                    rule: match swv.sector() {
                        Sector::Po => "this column has the partnership of primary education",
                        Sector::Vo => "this column has the partnership of secondary education",
                    },
                    way_out: match swv.sector() {
                        Sector::Po => "write its number, which begins with PO",
                        Sector::Vo => "write its number, which begins with VO",
                    },
                }));
            }
            let municipality = folded(&row.text(gemeente));
            by_municipality.entry(municipality.clone()).or_default().extend(number.clone());
            let line = row.line();
            if let Some(first) = areas.insert(area.clone(), Area { line, swv: number, municipality }) {
                let key = format!("postcode area {area}");
                return Err(row.error(ImportErrorKind::Duplicate { key, first: first.line, file: None }));
            }
        }
        let map = PostcodeMap { origin: source.origin(), areas, by_municipality };
        match map.areas.values().any(|area| area.swv.as_ref() == Some(swv)) {
            true => Ok(map),
            false => {
                let near = nearest(swv, map.by_municipality.values().flatten());
                Err(Place::file(name).error(ImportErrorKind::UnknownSwv { swv: swv.clone(), near }))
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
}

/// The numbers that look most like one, best first.
pub(super) fn nearest<'a>(swv: &SwvNumber, numbers: impl Iterator<Item = &'a SwvNumber>) -> Vec<SwvNumber> {
    let numbers: BTreeSet<&SwvNumber> = numbers.collect();
    let mut numbers: Vec<&SwvNumber> = numbers.into_iter().collect();
    let digits = |number: &SwvNumber| number.as_str().trim_start_matches(char::is_alphabetic).parse::<u32>();
    let apart = |number: &SwvNumber| digits(number).unwrap_or_default().abs_diff(digits(swv).unwrap_or_default());
    numbers.sort_by_key(|number| (osa_distance(number.as_str(), swv.as_str()), apart(number)));
    numbers.into_iter().take(SUGGESTIONS).cloned().collect()
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
