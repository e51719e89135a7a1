//! Lines of text below one another, and how much room they take up.

use std::fmt::Write as _;

use super::harmless::harmless;
use super::layout::{Size, Unit};
use super::lines::wrapped;

/// How a line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// What a picture is of.
    Heading,
    /// What a place is called.
    Title,
    /// Who decides or acts.
    Person,
    /// What happens, or what runs.
    Plain,
}

/// What stands before a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// Nothing, but as much room as a mark takes up.
    Blank,
    /// A dash: something that happens.
    Dash,
    /// A clock: a term.
    Clock,
}

/// Lines of text below one another.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    lines: Vec<Line>,
    size: Size,
}

#[derive(Clone, Debug)]
struct Line {
    text: String,
    style: Style,
    mark: Mark,
    /// Its lower side, from the top of the block.
    bottom: Unit,
}

/// How many lines a text has at most.
const LINES: usize = 8;
/// The room for a mark.
const INDENT: Unit = 15;

impl Style {
    /// The size of its letters.
    fn font(self) -> Unit {
        match self {
            Style::Heading => 18,
            Style::Title => 14,
            Style::Person | Style::Plain => 12,
        }
    }

    fn attributes(self) -> &'static str {
        match self {
            Style::Heading => " font-size=\"18\" font-weight=\"bold\"",
            Style::Title => " font-size=\"14\" font-weight=\"bold\"",
            Style::Person => " font-size=\"12\" font-style=\"italic\"",
            Style::Plain => " font-size=\"12\"",
        }
    }

    /// From one line to the next.
    fn line_height(self) -> Unit {
        self.font() + 4
    }
}

impl Block {
    /// Adds a text behind a mark, in lines of at most this width.
    pub(super) fn add(&mut self, style: Style, mark: Mark, width: Unit, text: &str) {
        let indent = mark.indent();
        let measure = |letter: char| measured(style, letter);
        let limit = usize::try_from((width - indent) * 100).unwrap_or(0);
        for (at, text) in wrapped(&harmless(text), limit, LINES, measure).into_iter().enumerate() {
            let measured: usize = text.chars().map(measure).sum();
            let taken = indent + Unit::try_from(measured / 100).unwrap_or(Unit::MAX / 2) + 1;
            self.size.width = self.size.width.max(taken);
            self.size.height += style.line_height();
            let mark = if at > 0 && indent > 0 { Mark::Blank } else { mark };
            self.lines.push(Line { text, style, mark, bottom: self.size.height });
        }
    }

    /// Leaves a little free before what is added next.
    pub(super) fn skip(&mut self, height: Unit) {
        self.size.height += height;
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// Draws it with its upper left corner here.
    pub(super) fn draw(&self, svg: &mut String, x: Unit, y: Unit) {
        for Line { text, style, mark, bottom } in &self.lines {
            // Below the base line is room for what hangs from letters.
            let base = y + bottom - style.font() / 4 - 2;
            mark.draw(svg, x, base - 4);
            let (x, attributes) = (x + mark.indent(), style.attributes());
            let _ = writeln!(svg, "<text x=\"{x}\" y=\"{base}\"{attributes}>{}</text>", escaped(text));
        }
    }
}

impl Mark {
    fn indent(self) -> Unit {
        if self == Mark::None { 0 } else { INDENT }
    }

    /// Draws it, its middle at this height.
    fn draw(self, svg: &mut String, x: Unit, y: Unit) {
        let _ = match self {
            Mark::None | Mark::Blank => Ok(()),
            Mark::Dash => writeln!(svg, "<path d=\"M{x} {y}h7\" stroke=\"#000\"/>"),
            Mark::Clock => {
                let (x, above) = (x + 5, y - 3);
                writeln!(
                    svg,
                    "<g fill=\"none\" stroke=\"#000\"><circle cx=\"{x}\" cy=\"{y}\" r=\"5\"/>\
                     <path d=\"M{x} {above}v3h3\"/></g>"
                )
            }
        };
    }
}

/// The width of a letter in hundredths of a unit, in the widest of the common
/// sans serif fonts: nobody knows which one a reader has.
fn measured(style: Style, letter: char) -> usize {
    let of_font = match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 34,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' => 43,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '→' => 100,
        'a'..='z' | '0'..='9' | '–' => 62,
        'A'..='Z' => 76,
        _ if letter < '\u{250}' => 78,
        _ => 120,
    };
    let font = usize::try_from(style.font()).unwrap_or(0);
    let bold = if matches!(style, Style::Heading | Style::Title) { 110 } else { 100 };
    of_font * font * bold / 100
}

/// A text as XML has it, between tags and in an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in harmless(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_as_wide_as_its_widest_line_and_no_wider_than_asked() {
        let mut block = Block::default();
        block.add(Style::Title, Mark::None, 100, "een titel die niet op een regel past");
        assert!(block.size().width <= 101 && block.lines.len() > 2, "{block:?}");
        let before = block.size();
        block.add(Style::Plain, Mark::Clock, 100, "kort");
        assert_eq!(block.size(), Size { width: before.width, height: before.height + 16 });
    }

    #[test]
    fn nothing_of_a_text_is_read_as_markup() {
        assert_eq!(escaped("</text><script>\"'&\u{0}"), "&lt;/text&gt;&lt;script&gt;&quot;&#39;&amp;\u{fffd}");
    }
}
