//! Paragraphs that fit the terminal.

use super::table::terminal_width;

/// The width of a paragraph in a pipe, and the widest that is easy to read.
const PIPE: usize = 80;
const WIDEST: usize = 100;

/// A paragraph behind an indent, its words on as many lines as they need,
/// each line ended.
pub(crate) fn paragraph(indent: usize, text: &str) -> String {
    wrap(terminal_width().unwrap_or(PIPE).min(WIDEST), indent, text)
}

fn wrap(width: usize, indent: usize, text: &str) -> String {
    let room = width.saturating_sub(indent).max(1);
    let mut wrapped = String::new();
    let mut used = 0;
    for word in text.split_ascii_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            wrapped.push('\n');
            used = 0;
        }
        if used == 0 {
            wrapped.push_str(&" ".repeat(indent));
        } else {
            wrapped.push(' ');
            used += 1;
        }
        wrapped.push_str(word);
        used += length;
    }
    wrapped.push('\n');
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_to_the_next_line_before_the_edge_and_none_is_cut() {
        assert_eq!(wrap(12, 2, "een twee drie vier"), "  een twee\n  drie vier\n");
        assert_eq!(wrap(6, 2, "onderwijsbehoeften en"), "  onderwijsbehoeften\n  en\n");
        assert_eq!(wrap(1, 4, "a b"), "    a\n    b\n");
    }
}
