//! A procedure as a Mermaid state diagram.

use std::fmt::Write as _;

use swv_core::Language;

use super::chart::{Action, Chart, Place, PlaceKind, decides};
use super::harmless::harmless;
use super::lines::wrapped;

/// How many characters stand on a line of a label: Mermaid breaks longer lines
/// itself.
const WIDTH: usize = 26;
/// How many lines a part of a label has at most.
const LINES: usize = 12;

/// The text of the diagram. What a region wrote stands in it as letters,
/// digits and entity codes only, so that none of it is read as syntax.
pub(crate) fn mermaid(chart: &Chart, language: Language) -> String {
    let mut text = format!(
        "stateDiagram-v2\n    accTitle: {}\n    accDescr: {}\n",
        escaped(&chart.title),
        escaped(&chart.description)
    );
    for (at, place) in chart.places.iter().enumerate() {
        let _ = writeln!(text, "    state \"{}\" as {}", label(place, language), name(at));
    }
    text.push_str("    [*] --> s1\n");
    for arrow in &chart.arrows {
        let steps: Vec<_> = arrow.steps.iter().map(|step| lines(&step.words())).collect();
        let _ = writeln!(text, "    {} --> {} : {}", name(arrow.from), name(arrow.to), steps.join("<br/>"));
    }
    for (at, place) in chart.places.iter().enumerate() {
        if place.kind == PlaceKind::Closed {
            let _ = writeln!(text, "    {} --> [*]", name(at));
        }
        let notes: Vec<_> = place.steps.iter().map(Action::words).chain(place.terms.iter().cloned()).collect();
        if !notes.is_empty() {
            let notes: Vec<_> = notes.iter().map(|note| lines(&format!("– {note}"))).collect();
            let _ = writeln!(text, "    note right of {}\n        {}\n    end note", name(at), notes.join("<br/>"));
        }
    }
    text
}

/// A name of our own: Mermaid takes no hyphens.
fn name(place: usize) -> String {
    format!("s{}", place + 1)
}

fn label(place: &Place, language: Language) -> String {
    let decides = place.decides.iter().map(|who| lines(&decides(language, who)));
    std::iter::once(lines(&place.title)).chain(decides).collect::<Vec<_>>().join("<br/>")
}

fn lines(text: &str) -> String {
    let lines = wrapped(&harmless(text), WIDTH, LINES, |_| 1);
    lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br/>")
}

/// A text in letters, digits, a few harmless signs, and entity codes for the
/// rest. Coded too is the blank in `end note`, which closes a note, and in
/// `direction LR`, which is a statement wherever it stands on a line; and what
/// makes a list of a line that begins with a number.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in harmless(text).chars() {
        let plain = match letter {
            ' ' => !(word.ends_with("end") || word.ends_with("direction")),
            '.' | ')' => !word.ends_with(|last: char| last.is_numeric()),
            '-' => word.ends_with(|last: char| last.is_alphabetic()),
            ',' | '(' | '/' | '–' | '→' | '…' => true,
            // The last four are Mermaid's own marks of an entity code.
            _ => letter.is_alphanumeric() && !matches!(letter, 'ﬂ' | '°' | '¶' | 'ß'),
        };
        if plain {
            escaped.push(letter);
        } else {
            let _ = write!(escaped, "#{};", u32::from(letter));
        }
        if letter.is_alphanumeric() { word.extend(letter.to_lowercase()) } else { word.clear() }
    }
    escaped
}
