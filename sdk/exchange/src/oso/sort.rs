//! Sorts every element of a dossier into what is kept and what is dropped.

use std::collections::BTreeMap;

use super::category::Delivery;
use super::consent::Consent;
use super::document::{DocumentKind, OsoDocument, format};
use super::error::{Found, ProblemKind};
use super::field::{OsoField, OsoValue, date};
use super::fields::{DOCUMENT_PARTS, SIXTEEN, SIXTEEN_YEARS, pupil};
use super::report::{DropReason, Tally};
use super::version::Version;
use super::xml::Element;
use super::{OsoFieldValue, shown};

/// What a dossier holds, sorted.
pub(super) struct Sorted<'t, 'a> {
    pub(super) values: Vec<OsoFieldValue>,
    pub(super) documents: Vec<OsoDocument>,
    pub(super) tally: Tally,
    /// Values that are kept and are of another form, and elements that stand
    /// twice.
    pub(super) problems: Vec<Found<'t, 'a>>,
}

/// What the standard says is at a path.
#[derive(Clone, Copy)]
enum Known {
    Field(&'static OsoField),
    Document(&'static DocumentKind),
    NeverKept(DropReason),
    /// Elements that are themselves sorted.
    Container,
    Nothing,
}

/// An element whose children are to be sorted.
struct Open<'t, 'a> {
    element: Element<'t, 'a>,
    /// Its path below the root; empty for the root.
    path: String,
    /// The same with the numbers of repeated elements.
    numbered: String,
}

/// Sorts a dossier of a valid profile.
pub(super) fn sort<'t, 'a>(dossier: Element<'t, 'a>, version: &'static Version, consent: Consent) -> Sorted<'t, 'a> {
    let mut sorted =
        Sorted { values: Vec::new(), documents: Vec::new(), tally: Tally::default(), problems: Vec::new() };
    let closed: Vec<_> = version.categories.iter().map(|category| (category, category.delivery(dossier))).collect();
    let left_out = |path: &str| {
        let of = |wanted| closed.iter().any(|(category, delivery)| *delivery == wanted && category.covers(path));
        let opted_out = of(Delivery::OptedOut).then_some(DropReason::OptedOut);
        opted_out.or_else(|| of(Delivery::Forbidden).then_some(DropReason::Forbidden))
    };
    let mut open = vec![Open { element: dossier, path: String::new(), numbered: String::new() }];
    while let Some(parent) = open.pop() {
        sorted.tally.structure += 1;
        if !parent.element.text().is_empty() {
            sorted.tally.drop(&join(&parent.path, "text()"), None, DropReason::Unknown, 0);
        }
        let first = open.len();
        for (child, number) in numbered(parent.element) {
            let path = join(&parent.path, child.name());
            let numbered = join(&parent.numbered, child.name()) + &number.map_or(String::new(), |at| format!("[{at}]"));
            let known = known(version, &path);
            if number.is_some_and(|at| at > 1)
                && !matches!(known, Known::Nothing)
                && !version.repeatable.contains(&path.as_str())
            {
                sorted.problems.push(Found::new(child, path.clone(), ProblemKind::Repeated));
            }
            if let Some(reason) = reason_to_drop(known, &path, consent, &left_out) {
                sorted.tally.drop(&path, known.name(), reason, child.size());
                continue;
            }
            match known {
                Known::Field(field) => sorted.field(field, child, numbered),
                Known::Document(kind) => sorted.document(kind, parent.element, child, numbered),
                _ => open.push(Open { element: child, path, numbered }),
            }
        }
        // The first container of the file is the next to be sorted.
        open.get_mut(first..).unwrap_or_default().reverse();
    }
    sorted.latest(version);
    if consent != Consent::Refused && left_out(SIXTEEN.path).is_none() {
        sorted.sixteen(dossier);
    }
    sorted
}

impl<'t, 'a> Sorted<'t, 'a> {
    fn field(&mut self, field: &'static OsoField, element: Element<'t, 'a>, numbered: String) {
        let Some(value) = field.form.read(element.text()) else {
            // A text may be anything, so it is not shown.
            let is_shown = !field.needs_consent && element.text().chars().count() <= 40;
            let found = is_shown.then(|| element.text().to_owned());
            let kind = ProblemKind::Value { found, expected: field.form };
            self.problems.push(Found::new(element, field.path, kind));
            return;
        };
        self.tally.keep(field.name, field.path);
        self.values.push(OsoFieldValue { name: field.name, value, path: shown(&numbered) });
        for child in element.children() {
            self.tally.drop(&join(field.path, child.name()), None, DropReason::Unknown, child.size());
        }
    }

    fn document(
        &mut self,
        kind: &'static DocumentKind,
        block: Element<'t, 'a>,
        element: Element<'t, 'a>,
        numbered: String,
    ) {
        let dated_on = kind.dated_by.and_then(|name| block.child(name)).and_then(|dated| date(dated.text()));
        let format = element.child("bestandsnaam").and_then(|name| format(name.text()));
        self.tally.keep(kind.name, kind.path);
        self.documents.push(OsoDocument { kind: kind.name, dated_on, format, path: shown(&numbered) });
        for child in element.children() {
            let part = DOCUMENT_PARTS.iter().find(|(name, _)| *name == child.name());
            let reason = part.map_or(DropReason::Unknown, |(_, reason)| *reason);
            self.tally.drop(&join(kind.path, child.name()), None, reason, child.size());
        }
    }

    /// Adds whether the pupil is 16 or older on the day of the dossier.
    fn sixteen(&mut self, dossier: Element<'t, 'a>) {
        let day = |path: &str| dossier.at(path).first().and_then(|element| date(element.text()));
        let (Some(born), Some(made)) = (day(SIXTEEN.path), day("metadata/datum")) else { return };
        let is = made.year() - born.year() - i16::from((made.month(), made.day()) < (born.month(), born.day()))
            >= i16::from(SIXTEEN_YEARS);
        self.tally.keep_again(SIXTEEN.name, SIXTEEN.path);
        self.values.push(OsoFieldValue { name: SIXTEEN.name, value: OsoValue::Truth(is), path: shown(SIXTEEN.path) });
    }

    /// Adds what the last step of the school career tells.
    fn latest(&mut self, version: &'static Version) {
        // Of two steps of one year and day, the later in the file: its order.
        let mut steps: BTreeMap<String, (String, String, usize)> = BTreeMap::new();
        for (order, value) in self.values.iter().enumerate() {
            let step = steps.entry(step(value).to_owned()).or_default();
            match value.name {
                "schoolloopbaan-schooljaar" => (step.0, step.2) = (value.value.to_string(), order),
                "schoolloopbaan-begin" => step.1 = value.value.to_string(),
                _ => {}
            }
        }
        let with_year = steps.into_iter().filter(|(_, (year, ..))| !year.is_empty());
        let Some((last, _)) = with_year.max_by(|(_, left), (_, right)| left.cmp(right)) else {
            return;
        };
        let latest: Vec<_> = version
            .latest
            .iter()
            .filter_map(|field| {
                let source = version.fields.iter().find(|source| source.path == field.path)?;
                let here = |value: &&OsoFieldValue| value.name == source.name && step(value) == last;
                Some(OsoFieldValue { name: field.name, ..self.values.iter().find(here)?.clone() })
            })
            .collect();
        for field in version.latest.iter().filter(|field| latest.iter().any(|value| value.name == field.name)) {
            self.tally.keep_again(field.name, field.path);
        }
        self.values.extend(latest);
    }
}

/// The path of the element that holds that of a value.
fn step(value: &OsoFieldValue) -> &str {
    value.path.rsplit_once('/').map_or("", |(step, _)| step)
}

impl Known {
    fn name(self) -> Option<&'static str> {
        match self {
            Known::Field(field) => Some(field.name),
            Known::Document(kind) => Some(kind.name),
            _ => None,
        }
    }
}

fn known(version: &'static Version, path: &str) -> Known {
    if let Some(field) = version.fields.iter().find(|field| field.path == path) {
        return Known::Field(field);
    }
    if let Some(kind) = version.documents.iter().find(|kind| kind.path == path) {
        return Known::Document(kind);
    }
    if let Some((_, reason)) = version.never_kept.iter().find(|(known, _)| *known == path) {
        return Known::NeverKept(*reason);
    }
    let holds = |known: &str| known.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
    let paths = version.fields.iter().map(|field| field.path).chain(version.documents.iter().map(|kind| kind.path));
    if paths.chain(version.never_kept.iter().map(|(path, _)| *path)).any(holds) {
        Known::Container
    } else {
        Known::Nothing
    }
}

fn reason_to_drop(
    known: Known,
    path: &str,
    consent: Consent,
    left_out: &impl Fn(&str) -> Option<DropReason>,
) -> Option<DropReason> {
    if matches!(known, Known::Nothing) {
        return Some(DropReason::Unknown);
    }
    if let Some(reason) = left_out(path) {
        return Some(reason);
    }
    let needs_consent = match known {
        Known::Field(field) if field.identifying => return Some(DropReason::Identifying),
        Known::NeverKept(reason) => return Some(reason),
        Known::Field(field) => field.needs_consent,
        Known::Document(kind) => kind.needs_consent,
        Known::Container | Known::Nothing => return None,
    };
    let is_of_pupil = path.starts_with(concat!(pupil!(), "/"));
    let dropped = match consent {
        Consent::Given => false,
        Consent::Refused => is_of_pupil,
        Consent::Unknown => needs_consent,
    };
    dropped.then_some(DropReason::NoConsent)
}

/// The children, each with its number among those of its name where there are
/// more.
fn numbered<'t, 'a>(parent: Element<'t, 'a>) -> Vec<(Element<'t, 'a>, Option<usize>)> {
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for child in parent.children() {
        *totals.entry(child.name()).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let number = |child: Element<'t, 'a>| {
        let at = seen.entry(child.name()).or_default();
        *at += 1;
        let is_one_of_more = totals.get(child.name()).is_some_and(|total| *total > 1);
        (child, is_one_of_more.then_some(*at))
    };
    parent.children().map(number).collect()
}

fn join(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}/{name}") }
}
