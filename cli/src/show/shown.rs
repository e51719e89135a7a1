//! What a result looks like to whom.

use serde::Serialize;
use swv_core::Language;

/// How wide a table may be, and in which language it is.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    pub(crate) language: Language,
    /// The width of the terminal; none where the text goes elsewhere, and a
    /// table is as wide as it needs.
    pub(crate) width: Option<usize>,
}

/// Rows for spreadsheets.
pub(crate) struct Rows {
    pub(crate) header: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Rows {
    pub(crate) fn new(header: &[&'static str], rows: impl IntoIterator<Item = Vec<String>>) -> Rows {
        Rows { header: header.to_vec(), rows: rows.into_iter().collect() }
    }
}

/// A result of a command, for each of those who read it; for programs as it is
/// serialised.
pub(crate) trait Shown: Serialize {
    /// For spreadsheets.
    fn rows(&self, language: Language) -> Rows;

    /// For people.
    fn text(&self, page: Page) -> String;

    /// Whether it is the last word; if not, something is not known, or not
    /// exactly. What `--strict` asks.
    fn is_final(&self) -> bool {
        true
    }
}
