//! Places where a published figure does not follow.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Cell, Rate, Sector, Text, Unit};

use super::ReportValue;
use crate::{FindingKind, FindingNote, RegionPackage};

/// A place where a published figure does not follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Its id: the line or indicator, `@`, and the column or year; from the
    /// second on the same cell, `/` and its number.
    pub id: String,
    /// What kind of disagreement it is.
    pub kind: FindingKind,
    /// The budget line or indicator.
    pub line: String,
    /// The column or year.
    pub column: String,
    /// What it is measured in.
    pub unit: Unit,
    /// What the document prints, in that unit.
    pub published: Option<ReportValue>,
    /// What follows.
    pub computed: Option<ReportValue>,
    /// Published less computed.
    pub difference: Option<ReportValue>,
    /// Why, in one sentence.
    pub explanation: Text,
}

/// In what precision a document prints a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Printed {
    /// Whole euros, or cents where the print has them.
    Euros,
    /// Two decimals: a ratio or a percentage.
    Hundredths,
    /// A whole number, which nobody rounds.
    Whole,
}

impl From<&Unit> for Printed {
    fn from(unit: &Unit) -> Printed {
        match unit {
            Unit::EuroCents => Printed::Euros,
            Unit::Percent | Unit::Factor | Unit::Hundredths | Unit::Fte => Printed::Hundredths,
            _ => Printed::Whole,
        }
    }
}

impl Printed {
    /// A number as a report shows it.
    fn value(self, number: i64) -> Option<ReportValue> {
        match self {
            Printed::Hundredths => Rate::new(number, 2).ok().map(ReportValue::Decimal),
            Printed::Euros | Printed::Whole => Some(ReportValue::Whole(number)),
        }
    }
}

/// Compares cells, and looks up why they differ.
pub(crate) struct Findings<'a> {
    sector: Sector,
    notes: &'a [FindingNote],
    supplied: bool,
    found: Vec<Finding>,
}

impl<'a> Findings<'a> {
    /// Those of a package; one with values of the user's own says so where it
    /// has no other explanation.
    pub(crate) fn of(package: &'a RegionPackage, sector: Sector) -> Findings<'a> {
        Findings::new(sector, &package.findings.findings, !package.supplied().is_empty())
    }

    fn new(sector: Sector, notes: &'a [FindingNote], supplied: bool) -> Findings<'a> {
        Findings { sector, notes, supplied, found: Vec::new() }
    }

    /// Compares what is printed with what follows, in the precision in which
    /// it is printed. The first note explains a difference; each further one
    /// is a finding of its own.
    pub(crate) fn compare(&mut self, line: &str, column: &str, unit: &Unit, published: Cell, computed: Cell) {
        let print = Printed::from(unit);
        let difference = match (published, computed) {
            (Cell::Amount(published), Cell::Amount(computed)) => {
                (!agree(print, published, computed)).then(|| published.saturating_sub(computed))
            }
            _ => None,
        };
        let mut notes: Vec<_> = self.notes.iter().collect();
        notes.retain(|note| note.sector == self.sector && note.line == line && note.is_about(column));
        notes.retain(|note| difference.is_some() || !note.kind.is_computed());
        notes.sort_by_key(|note| !note.kind.is_computed());
        let mut explained: Vec<_> = notes.into_iter().map(|note| (note.kind, note.explanation.clone())).collect();
        if let (Some(difference), true) = (difference, explained.is_empty()) {
            let kind = unexplained_kind(print, difference);
            explained.push((kind, unexplained(kind, self.supplied)));
        }
        for (index, (kind, explanation)) in explained.into_iter().enumerate() {
            let further = if index == 0 { String::new() } else { format!("/{}", index + 1) };
            self.found.push(Finding {
                id: format!("{line}@{column}{further}"),
                kind,
                line: line.to_owned(),
                column: column.to_owned(),
                unit: unit.clone(),
                published: published.amount().and_then(|number| print.value(number)),
                computed: computed.amount().and_then(|number| print.value(number)),
                difference: difference.filter(|_| index == 0).and_then(|number| print.value(number)),
                explanation,
            });
        }
    }

    pub(crate) fn into_found(self) -> Vec<Finding> {
        self.found
    }
}

/// A document prints whole euros: what follows agrees when it is at most half
/// a euro away, on either side, so that no second rounding decides. A ratio is
/// computed in the precision of its print.
fn agree(print: Printed, published: i64, computed: i64) -> bool {
    let whole = published % 100 == 0 && print == Printed::Euros;
    published == computed || (whole && published.abs_diff(computed) <= 50)
}

/// Printed figures that are rounded one by one can make their sum differ by
/// one unit; with what was rounded off before, just under one and a half.
fn unit_in_last_place(print: Printed) -> u64 {
    match print {
        Printed::Euros => 149,
        Printed::Hundredths => 1,
        Printed::Whole => 0,
    }
}

/// The kind of a difference that no note is about.
fn unexplained_kind(print: Printed, difference: i64) -> FindingKind {
    match print {
        _ if difference.unsigned_abs() <= unit_in_last_place(print) => FindingKind::Rounding,
        Printed::Hundredths => FindingKind::Percentage,
        Printed::Euros | Printed::Whole => FindingKind::Sum,
    }
}

fn unexplained(kind: FindingKind, supplied: bool) -> Text {
    match kind {
        FindingKind::Rounding => Text::new(
            "Het verschil is een eenheid in de laatste gedrukte plaats: het document rondt elk bedrag apart af.",
            "The difference is one unit in the last printed place: the document rounds each amount by itself.",
        ),
        _ if supplied => Text::new(
            "Het gedrukte bedrag volgt niet: er is met eigen waarden van de gebruiker gerekend.",
            "The printed amount does not follow: values supplied by the user were computed with.",
        ),
        _ => Text::new(
            "Het gedrukte bedrag volgt niet uit de regels en de andere bedragen van het document.",
            "The printed amount does not follow from the rules and the other amounts of the document.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(unit: Unit, published: Cell, computed: Cell, notes: &[FindingNote]) -> Option<Finding> {
        let mut findings = Findings::new(Sector::Po, notes, false);
        findings.compare("baten", "2024", &unit, published, computed);
        findings.into_found().pop()
    }

    fn note(kind: FindingKind) -> FindingNote {
        let explanation = Text::new("omdat", "because");
        FindingNote { sector: Sector::Po, line: "baten".into(), column: Some("2024".into()), kind, explanation }
    }

    #[test]
    fn cents_below_the_print_are_no_finding() {
        assert_eq!(found(Unit::EuroCents, Cell::Amount(653_802_00), Cell::Amount(653_802_31), &[]), None);
        assert_eq!(found(Unit::EuroCents, Cell::Amount(-100), Cell::Amount(-149), &[]), None);
    }

    #[test]
    fn one_euro_is_rounding_and_two_are_a_wrong_sum() {
        let kind = |computed| found(Unit::EuroCents, Cell::Amount(10_00), Cell::Amount(computed), &[]).map(|f| f.kind);
        assert_eq!(kind(11_00), Some(FindingKind::Rounding));
        assert_eq!(kind(8_51), Some(FindingKind::Rounding));
        assert_eq!(kind(12_00), Some(FindingKind::Sum));
    }

    #[test]
    fn a_difference_made_with_values_of_the_user_says_so_unless_a_note_explains_it() {
        let explained = |notes: &[FindingNote]| {
            let mut findings = Findings::new(Sector::Po, notes, true);
            findings.compare("baten", "2024", &Unit::EuroCents, Cell::Amount(100), Cell::Amount(900));
            findings.into_found().remove(0).explanation.en
        };
        assert!(explained(&[]).contains("supplied by the user"));
        assert_eq!(explained(&[note(FindingKind::Sum)]), "because");
    }

    #[test]
    fn one_pupil_is_never_rounding() {
        let finding = found(Unit::Pupils, Cell::Amount(13_361), Cell::Amount(13_360), &[]).unwrap();
        assert_eq!(finding.kind, FindingKind::Sum);
    }

    #[test]
    fn a_printed_cent_is_compared_to_the_cent() {
        let finding = found(Unit::EuroCents, Cell::Amount(852_567), Cell::Amount(852_600), &[]).unwrap();
        assert_eq!(finding.difference, Some(ReportValue::Whole(-33)));
    }

    #[test]
    fn what_is_unknown_or_does_not_apply_is_not_compared() {
        for cell in [Cell::Unknown, Cell::NotApplicable] {
            assert_eq!(found(Unit::EuroCents, cell, Cell::Amount(1), &[]), None);
            assert_eq!(found(Unit::EuroCents, Cell::Amount(1), cell, &[]), None);
        }
    }

    #[test]
    fn a_note_explains_a_difference_and_names_its_kind() {
        let finding = found(Unit::EuroCents, Cell::Amount(0), Cell::Amount(500), &[note(FindingKind::Label)]).unwrap();
        assert_eq!((finding.kind, finding.explanation.en.as_str()), (FindingKind::Label, "because"));
    }

    #[test]
    fn a_note_on_a_label_stands_without_a_difference_and_one_on_a_sum_does_not() {
        let same = |kind| found(Unit::EuroCents, Cell::Amount(100), Cell::Amount(100), &[note(kind)]);
        assert_eq!(same(FindingKind::Label).unwrap().difference, None);
        assert_eq!(same(FindingKind::Sum), None);
    }

    #[test]
    fn two_notes_on_one_cell_are_two_findings_and_the_difference_is_told_once() {
        let told = |computed| {
            let notes = [FindingKind::Text, FindingKind::Sum, FindingKind::Label].map(note);
            let mut findings = Findings::new(Sector::Po, &notes, false);
            findings.compare("baten", "2024", &Unit::EuroCents, Cell::Amount(500), Cell::Amount(computed));
            let found = findings.into_found().into_iter();
            found.map(|finding| (finding.id, finding.kind, finding.difference)).collect::<Vec<_>>()
        };
        let agreeing = [("baten@2024", FindingKind::Text, None), ("baten@2024/2", FindingKind::Label, None)].map(owned);
        assert_eq!(told(500), agreeing);
        let differing = [
            ("baten@2024", FindingKind::Sum, Some(-400)),
            ("baten@2024/2", FindingKind::Text, None),
            ("baten@2024/3", FindingKind::Label, None),
        ]
        .map(owned);
        assert_eq!(told(900), differing);
    }

    fn owned((id, kind, difference): (&str, FindingKind, Option<i64>)) -> (String, FindingKind, Option<ReportValue>) {
        (id.to_owned(), kind, difference.map(ReportValue::Whole))
    }
}
