//! What can be wrong with a norm, whoever wrote it.

use std::collections::BTreeSet;

use strsim::osa_distance;

use super::{Norm, NormItem, NormStanding, NormSubject};
use crate::place::Place;
use crate::procedure::DefinitionFaultKind;
use crate::{ProvenanceError, Sector, Text};

/// What is wrong with a norm, with its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NormFault {
    /// Two items, or two lines of the agenda, have the same id.
    #[error("{id} stands there twice; give each its own id")]
    Duplicate {
        /// The id.
        id: String,
    },
    /// An id is not one that a self-scan can name.
    #[error("{id:?} is no id: write lower-case letters, digits and hyphens, from a letter, at most 80")]
    Id {
        /// The id as given.
        id: String,
    },
    /// The subject is not in the shared list.
    #[error("{item}: there is no subject {subject:?}; the one most like it is {nearest}")]
    Subject {
        /// The item.
        item: String,
        /// The subject as given.
        subject: String,
        /// The shared subject most like it.
        nearest: &'static str,
    },
    /// A text is blank, or is so in one of its languages.
    #[error("{place}: {field} is blank; fill it in, in every language that it has")]
    Blank {
        /// The item, or `norm`.
        place: String,
        /// The field.
        field: &'static str,
    },
    /// An item holds for a sector of which this is not the norm.
    #[error("{item}: holds for sector {sector}, of which this is not the norm")]
    OtherSector {
        /// The item.
        item: String,
        /// The sector.
        sector: Sector,
    },
    /// An item holds for no sector at all.
    #[error("{item}: holds for no sector; write po, vo or both")]
    NoSector {
        /// The item.
        item: String,
    },
    /// A norm without an item that is owed.
    #[error("sets a norm, and no item is owed; give one the level basis")]
    NothingOwed,
    /// An item says more than the region's standing allows.
    #[error("{item}: has the level {level}, in a region that {standing}")]
    Level {
        /// The item.
        item: String,
        /// Its level.
        level: &'static str,
        /// What the region does.
        standing: &'static str,
    },
    /// An item of a national norm has days of its own.
    #[error("{item}: has days under `valid`, and a national norm has none; leave them out")]
    Dated {
        /// The item.
        item: String,
    },
    /// It refers to what is not there.
    #[error("{0}")]
    Unknown(DefinitionFaultKind),
    /// Where something stands is not complete.
    #[error("{0}")]
    Provenance(ProvenanceError),
}

impl Norm {
    /// Everything that is wrong with it, and where; an empty list is a sound
    /// norm.
    pub fn faults(&self) -> Vec<(Place, NormFault)> {
        let mut faults = Vec::new();
        blank(&Place::root(), "norm", ("explanation", &self.explanation), &mut faults);
        faults.extend(item_faults(&self.items));
        for (nth, item) in self.items.iter().enumerate() {
            let place = Place::key("items").nth(nth);
            for sector in item.sectors.iter().filter(|sector| !self.sectors.contains(sector)) {
                let fault = NormFault::OtherSector { item: item.id.clone(), sector: *sector };
                faults.push((place.clone().then("sectors"), fault));
            }
            let (level, standing) = match (self.standing, item.level) {
                (NormStanding::NoneByChoice, super::NormLevel::Basis) => ("basis", "sets no norm by choice"),
                (NormStanding::Norm, super::NormLevel::OwedInstead) => ("owed_instead", "sets a norm"),
                (NormStanding::Silent, level) if level.is_owed() => ("of what is owed", "is silent"),
                _ => continue,
            };
            faults.push((place.then("level"), NormFault::Level { item: item.id.clone(), level, standing }));
        }
        if self.standing == NormStanding::Norm && !self.items.iter().any(|item| item.level.is_owed()) {
            faults.push((Place::key("standing"), NormFault::NothingOwed));
        }
        let agenda: Vec<&str> = self.agenda.iter().map(|line| line.id.as_str()).collect();
        faults.extend(id_faults("agenda", &agenda));
        for (nth, line) in self.agenda.iter().enumerate() {
            let place = Place::key("agenda").nth(nth);
            blank(&place, &line.id, ("what", &line.what), &mut faults);
            blank(&place, &line.id, ("who", &line.who), &mut faults);
            if line.term.as_ref().is_some_and(|term| term.trim().is_empty()) {
                let fault = NormFault::Blank { place: line.id.clone(), field: "term" };
                faults.push((place.then("term"), fault));
            }
        }
        faults
    }
}

/// What is wrong with items, apart from the norm that they stand in.
pub(super) fn item_faults(items: &[NormItem]) -> Vec<(Place, NormFault)> {
    let ids: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
    let mut faults = id_faults("items", &ids);
    for (nth, item) in items.iter().enumerate() {
        let place = Place::key("items").nth(nth);
        if NormSubject::of(&item.subject).is_none() {
            let (item, subject) = (item.id.clone(), item.subject.clone());
            let distance = |known: &&NormSubject| osa_distance(known.id, &short(&subject));
            let nearest = NormSubject::all().iter().min_by_key(distance).map_or("", |known| known.id);
            let fault = NormFault::Subject { item, subject: short(&subject), nearest };
            faults.push((place.clone().then("subject"), fault));
        }
        if item.sectors.is_empty() {
            faults.push((place.clone().then("sectors"), NormFault::NoSector { item: item.id.clone() }));
        }
        blank(&place, &item.id, ("aspect", &item.aspect), &mut faults);
        blank(&place, &item.id, ("obligation", &item.obligation), &mut faults);
        if let Some(responsible) = &item.responsible {
            blank(&place, &item.id, ("responsible", responsible), &mut faults);
        }
    }
    faults
}

fn id_faults(list: &str, ids: &[&str]) -> Vec<(Place, NormFault)> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (nth, id) in ids.iter().enumerate() {
        let place = Place::key(list).nth(nth).then("id");
        let letters = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !letters || !id.starts_with(|first: char| first.is_ascii_lowercase()) || id.len() > LONGEST {
            faults.push((place, NormFault::Id { id: short(id) }));
        } else if !seen.insert(id) {
            faults.push((place, NormFault::Duplicate { id: short(id) }));
        }
    }
    faults
}

/// The longest id there is.
const LONGEST: usize = 80;

/// An id as it can stand in a message, however long it is.
fn short(id: &str) -> String {
    id.chars().take(LONGEST).collect()
}

fn blank(at: &Place, of: &str, (field, text): (&'static str, &Text), faults: &mut Vec<(Place, NormFault)>) {
    if text.nl.trim().is_empty() || text.en.trim().is_empty() {
        faults.push((at.clone(), NormFault::Blank { place: short(of), field }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{item, norm, provenance};
    use super::super::{AgendaItem, NormLevel};
    use super::*;

    /// What is wrong with a norm that was spoiled in one way.
    fn spoiled(spoil: impl FnOnce(&mut Norm)) -> Vec<String> {
        let mut norm = norm();
        spoil(&mut norm);
        norm.faults().iter().map(|(_, fault)| fault.to_string()).collect()
    }

    #[test]
    fn a_sound_norm_has_no_fault() {
        assert_eq!(spoiled(|_| {}), [""; 0]);
    }

    #[test]
    fn two_items_with_one_id_are_a_fault() {
        let faults = spoiled(|norm| norm.items[2].id = "rekenen".into());
        assert_eq!(faults, ["rekenen stands there twice; give each its own id"]);
    }

    #[test]
    fn an_id_is_short_and_of_letters_digits_and_hyphens() {
        for id in ["", "Rekenen", "1-rekenen", "rekenen en taal", &"r".repeat(81)] {
            let faults = spoiled(|norm| norm.items[0].id = id.to_owned());
            assert!(faults.len() == 1 && faults[0].contains("is no id"), "{id}: {faults:?}");
            assert!(faults[0].len() < 200, "a message is never as long as what it refuses");
        }
    }

    #[test]
    fn an_unknown_subject_names_the_one_most_like_it() {
        let faults = spoiled(|norm| norm.items[0].subject = "zorgplich".into());
        assert_eq!(faults, ["rekenen: there is no subject \"zorgplich\"; the one most like it is zorgplicht"]);
    }

    #[test]
    fn a_text_has_both_languages() {
        let faults = spoiled(|norm| norm.items[0].obligation.en = " ".into());
        assert_eq!(faults, ["rekenen: obligation is blank; fill it in, in every language that it has"]);
        assert_eq!(spoiled(|norm| norm.explanation.nl.clear()).len(), 1);
        let blank = |norm: &mut Norm| norm.items[0].responsible = Some(Text::new("", ""));
        assert!(spoiled(blank)[0].starts_with("rekenen: responsible is blank"));
    }

    #[test]
    fn an_item_holds_for_a_sector_of_its_norm() {
        let faults = spoiled(|norm| norm.items[0].sectors.push(Sector::Vo));
        assert_eq!(faults, ["rekenen: holds for sector vo, of which this is not the norm"]);
        assert!(spoiled(|norm| norm.items[0].sectors.clear())[0].contains("holds for no sector"));
    }

    #[test]
    fn what_is_owed_fits_the_standing() {
        let none = spoiled(|norm| norm.standing = NormStanding::NoneByChoice);
        assert_eq!(none[0], "rekenen: has the level basis, in a region that sets no norm by choice");
        assert_eq!((none.len(), spoiled(|norm| norm.standing = NormStanding::Silent).len()), (2, 2));
        let mixed = spoiled(|norm| norm.items[0].level = NormLevel::OwedInstead);
        assert_eq!(mixed, ["rekenen: has the level owed_instead, in a region that sets a norm"]);
        let empty = spoiled(|norm| norm.items.clear());
        assert_eq!(empty, ["sets a norm, and no item is owed; give one the level basis"]);
    }

    #[test]
    fn a_line_of_the_agenda_has_an_id_a_text_and_a_term_of_its_own() {
        let line = AgendaItem {
            id: "scan".into(),
            what: Text::new("", "scan"),
            who: Text::new("scholen", "schools"),
            term: Some(" ".into()),
            until: None,
            provenance: provenance(),
        };
        let faults = spoiled(|norm| norm.agenda = vec![line.clone(), line]);
        assert_eq!(faults.len(), 5, "{faults:?}");
        assert!(faults[0].contains("scan stands there twice"));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let faults = spoiled(|norm| {
            norm.items.push(item("rekenen", "verzonnen", NormLevel::Target));
            norm.explanation.nl.clear();
        });
        assert_eq!(faults.len(), 3, "{faults:?}");
    }
}
