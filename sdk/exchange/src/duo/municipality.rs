//! Which SWV a location belongs to when only its municipality is known.

use std::collections::{BTreeMap, BTreeSet};

use swv_core::{MunicipalityCode, SwvNumber};

use super::locations::Locations;
use super::postcodes::{PostcodeMap, folded};

/// The municipalities of now, and those of 2017 that file 02 shows in each.
pub(super) struct Municipalities<'a> {
    map: &'a PostcodeMap,
    parts: BTreeMap<&'a MunicipalityCode, BTreeSet<&'a str>>,
}

/// What a municipality tells about the SWV of a location in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is in the SWV asked for.
    Here,
    /// It is not in the SWV asked for.
    Elsewhere,
    /// The municipality is split over these, the SWV asked for among them.
    Split(BTreeSet<SwvNumber>),
    /// The map does not have the municipality's name. Its known parts lie in
    /// these, the SWV asked for among them; or in none, where none is known.
    NotInMap(BTreeSet<SwvNumber>),
}

impl<'a> Municipalities<'a> {
    /// Notes, for each municipality in file 02, in which municipalities of the
    /// map its locations stand by their postcode.
    pub(super) fn new(map: &'a PostcodeMap, locations: &'a Locations) -> Municipalities<'a> {
        let mut parts: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for location in locations.rows.values() {
            let area = location.postcode.as_ref().and_then(|postcode| map.area(&postcode.area()));
            if let (Some(code), Some(area)) = (&location.municipality, area) {
                parts.entry(code).or_default().insert(area.municipality.as_str());
            }
        }
        Municipalities { map, parts }
    }

    /// Whether a location in that municipality is in `swv`.
    ///
    /// Looks at every area of each part of the municipality, not only at the
    /// areas where file 02 has a location.
    pub(super) fn verdict(&self, swv: &SwvNumber, code: Option<&MunicipalityCode>, name: &str) -> Verdict {
        let name = folded(name);
        let named = self.map.swvs_of_municipality(&name);
        let parts = code.and_then(|code| self.parts.get(code)).into_iter().flatten();
        let of_parts = parts.filter_map(|part| self.map.swvs_of_municipality(part));
        let possible: BTreeSet<SwvNumber> = of_parts.chain(named).flatten().cloned().collect();
        let is_possible = possible.contains(swv);
        match (named.is_some(), possible.len()) {
            (false, 0) => Verdict::NotInMap(possible),
            _ if !is_possible => Verdict::Elsewhere,
            (false, _) => Verdict::NotInMap(possible),
            (true, 1) => Verdict::Here,
            (true, _) => Verdict::Split(possible),
        }
    }
}
