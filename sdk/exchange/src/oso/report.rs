//! What became of every element of a dossier.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::Language;

use super::category::Category;
use super::consent::Consent;
use super::shown;

/// What was kept and what was dropped, and why. Holds no value of either.
///
/// `structure`, the counts of `kept` that are not `again` and the elements of
/// `dropped` add up to `elements`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OsoReport {
    /// What the dossier says of consent to the exchange.
    pub consent: Consent,
    /// The categories that were left out on purpose.
    pub opted_out: Vec<Category>,
    /// How many elements and attributes the dossier has.
    pub elements: usize,
    /// How many of them do no more than hold others.
    pub structure: usize,
    /// What was kept, by name.
    pub kept: Vec<Kept>,
    /// What was dropped, by reason and path.
    pub dropped: Vec<Dropped>,
}

/// A field or kind of document that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Kept {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub path: String,
    /// How many times.
    pub count: usize,
    /// Whether its element is counted under another name too: that of the
    /// latest step of the school career.
    pub again: bool,
}

/// What was dropped at one path for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dropped {
    /// The reason.
    pub reason: DropReason,
    /// Where it stood.
    pub path: String,
    /// Its name, where it is a field or kind of document by name.
    pub name: Option<&'static str>,
    /// How many times.
    pub count: usize,
    /// How many elements that is, with all that was in them.
    pub elements: usize,
}

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// It can tell who someone is.
    Identifying,
    /// Its category was left out on purpose, and it is there all the same.
    OptedOut,
    /// The dossier says that the profile forbids its category.
    Forbidden,
    /// It needs consent, which is refused or not known.
    NoConsent,
    /// The procedure asks for it, and it cannot take it over: it is said in
    /// several ways or in another form.
    NoPlace,
    /// The procedure does not ask for it.
    NotNeeded,
    /// A text in own words, which can tell anything.
    FreeText,
    /// The content of a document.
    Attachment,
    /// The standard knows it, and no field is made of it.
    NoField,
    /// The standard does not know it.
    Unknown,
}

impl DropReason {
    /// The reason in words.
    pub fn words(self, language: Language) -> &'static str {
        let (nl, en) = match self {
            DropReason::Identifying => ("kan een persoon aanwijzen", "can tell who someone is"),
            DropReason::OptedOut => ("met opzet buiten de uitwisseling gehouden", "opted out"),
            DropReason::Forbidden => ("verboden categorie in dit profiel", "category forbidden in this profile"),
            DropReason::NoConsent => ("geen toestemming", "no consent"),
            DropReason::NoPlace => (
                "gevraagd, maar zo niet over te nemen: vul het zelf in",
                "asked for, and not to be taken over so: fill it in",
            ),
            DropReason::NotNeeded => ("niet nodig voor de procedure", "not needed by the procedure"),
            DropReason::FreeText => ("vrije tekst", "free text"),
            DropReason::Attachment => ("inhoud van een bijlage", "content of an attachment"),
            DropReason::NoField => ("hiervan maakt de import geen veld", "the import makes no field of it"),
            DropReason::Unknown => ("staat niet in de standaard", "not in the standard"),
        };
        language.choose(nl, en)
    }
}

/// Counts while a dossier is sorted.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) structure: usize,
    kept: Vec<Kept>,
    dropped: BTreeMap<(DropReason, String), (Option<&'static str>, usize, usize)>,
}

impl Tally {
    pub(super) fn keep(&mut self, name: &'static str, path: &str) {
        match self.kept.iter_mut().find(|kept| kept.name == name) {
            Some(kept) => kept.count += 1,
            None => self.kept.push(Kept { name, path: shown(path), count: 1, again: false }),
        }
    }

    /// Counts a field whose element is counted under another name too.
    pub(super) fn keep_again(&mut self, name: &'static str, path: &str) {
        self.kept.push(Kept { name, path: shown(path), count: 1, again: true });
    }

    pub(super) fn drop(&mut self, path: &str, name: Option<&'static str>, reason: DropReason, elements: usize) {
        let (_, count, size) = self.dropped.entry((reason, shown(path))).or_insert((name, 0, 0));
        *count += 1;
        *size += elements;
    }

    pub(super) fn report(self, consent: Consent, opted_out: Vec<Category>, elements: usize) -> OsoReport {
        let dropped = self.dropped.into_iter();
        let dropped = dropped
            .map(|((reason, path), (name, count, elements))| Dropped { reason, path, name, count, elements })
            .collect();
        OsoReport { consent, opted_out, elements, structure: self.structure, kept: self.kept, dropped }
    }
}

impl OsoReport {
    /// The most paths that are told for one reason; JSON has them all.
    const MOST_PATHS: usize = 60;

    /// The report in words, a line each.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let say = |nl: &str, en: &str| language.choose(nl, en).to_owned();
        let times = |count: usize| if count == 1 { String::new() } else { format!(" ({count}×)") };
        let mut lines = vec![match self.consent {
            Consent::Given => say("toestemming: ja", "consent: yes"),
            Consent::Refused => say(
                "toestemming: nee; er is niets over de leerling bewaard",
                "consent: no; nothing about the pupil was kept",
            ),
            Consent::Unknown => say(
                "toestemming: niet bekend; wat toestemming vraagt, is niet bewaard",
                "consent: not known; what needs consent was not kept",
            ),
        }];
        if !self.opted_out.is_empty() {
            let names: Vec<_> = self.opted_out.iter().map(|category| category.name(language)).collect();
            lines.push(format!("{}: {}", say("buiten de uitwisseling gehouden", "opted out"), names.join(", ")));
        }
        lines.push(say("bewaard:", "kept:"));
        lines.extend(self.kept.iter().map(|kept| format!("  {}{}", kept.name, times(kept.count))));
        for group in self.dropped.chunk_by(|left, right| left.reason == right.reason) {
            let Some(first) = group.first() else { continue };
            lines.push(format!("{}: {}:", say("niet bewaard", "dropped"), first.reason.words(language)));
            let told = group.iter().take(Self::MOST_PATHS);
            lines.extend(told.map(|dropped| format!("  {}{}", dropped.path, times(dropped.count))));
            if let more @ 1.. = group.len().saturating_sub(Self::MOST_PATHS) {
                lines.push(format!("  {} {more}", say("en nog", "and more:")));
            }
        }
        lines
    }

    /// Moves some names from what was kept to what was dropped.
    pub(super) fn drop_where(&mut self, reason: DropReason, is_dropped: impl Fn(&str) -> bool) {
        let (dropped, kept): (Vec<_>, Vec<_>) = self.kept.drain(..).partition(|kept| is_dropped(kept.name));
        self.kept = kept;
        let dropped = dropped.into_iter().map(|kept| Dropped {
            reason,
            path: kept.path,
            name: Some(kept.name),
            count: kept.count,
            elements: if kept.again { 0 } else { kept.count },
        });
        self.dropped.extend(dropped);
        self.dropped.sort_by(|left, right| (left.reason, &left.path).cmp(&(right.reason, &right.path)));
    }
}
