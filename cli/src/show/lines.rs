//! Paragraphs that fit the terminal.

use swv_drawing::wrapped;

use super::Page;

/// The width of a paragraph in a pipe, and the widest that is easy to read.
const PIPE: usize = 80;
const WIDEST: usize = 100;

/// A paragraph behind an indent, its words on as many lines as they need,
/// each line ended. No word is broken, so that an address stays whole.
pub(crate) fn paragraph(page: Page, indent: usize, text: &str) -> String {
    indented(page.width.unwrap_or(PIPE).min(WIDEST), indent, text)
}

fn indented(width: usize, indent: usize, text: &str) -> String {
    let longest = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default();
    let room = width.saturating_sub(indent).max(longest);
    let lines = wrapped(text, room, usize::MAX, |_| 1);
    lines.iter().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_stays_before_the_edge_and_cuts_no_word() {
        assert_eq!(indented(12, 2, "een twee drie vier"), "  een twee\n  drie vier\n");
        assert_eq!(indented(6, 2, "onderwijsbehoeften en"), "  onderwijsbehoeften\n  en\n");
        assert_eq!(indented(1, 4, "a b"), "    a\n    b\n");
    }
}
