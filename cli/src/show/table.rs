//! Tables that fit the terminal.

use std::fmt::Write as _;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use swv_drawing::wrapped;

use super::Page;

/// On which side the cells of a column line up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alignment {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table for people. In a terminal it is as wide as the terminal; in a pipe
/// it is as wide as it needs.
pub(crate) struct Table {
    columns: Vec<(String, Alignment)>,
    rows: Vec<Vec<String>>,
}

/// The least width of a first column beside which others are left out.
const LABEL: usize = 28;
/// The width of a column of words below which it is hard to read.
const COMFORT: usize = 16;
/// The blanks on both sides of a cell.
const PADDING: usize = 2;

impl Table {
    /// A table with these columns.
    pub(crate) fn new(columns: &[(&str, Alignment)]) -> Table {
        let columns = columns.iter().map(|(name, alignment)| ((*name).to_owned(), *alignment)).collect();
        Table { columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table, its cells wrapped where the page is narrow.
    pub(crate) fn text(&self, page: Page) -> String {
        self.block(0..self.columns.len(), page.width)
    }

    /// The table, in blocks of columns below one another where the page is
    /// narrow; each block repeats the first column. For columns of numbers,
    /// which do not wrap.
    pub(crate) fn text_in_blocks(&self, page: Page) -> String {
        self.in_blocks(page.width)
    }

    /// The table; where the page is so narrow that words would break, each
    /// row as lines below its first cell. For columns of words.
    pub(crate) fn text_or_records(&self, page: Page) -> String {
        self.fitting(page.width)
    }

    fn fitting(&self, width: Option<usize>) -> String {
        let least = (0..self.columns.len()).map(|column| self.least_width(column) + PADDING + 1).sum::<usize>();
        match width {
            Some(width) if least > width => self.records(width),
            _ => self.block(0..self.columns.len(), width),
        }
    }

    /// The width of a column in which words do not break and few lines are
    /// needed.
    fn least_width(&self, column: usize) -> usize {
        self.width(column).min(self.longest_word(column).max(COMFORT))
    }

    fn longest_word(&self, column: usize) -> usize {
        self.words(column).map(|word| word.chars().count()).max().unwrap_or(0)
    }

    /// The width of the longest number of a column of numbers.
    fn least_of_numbers(&self, column: usize) -> usize {
        let numbers = self.words(column).filter(|word| word.contains(|letter: char| letter.is_ascii_digit()));
        match self.columns[column].1 {
            Alignment::Right => numbers.map(|word| word.chars().count()).max().unwrap_or(0),
            Alignment::Left => 0,
        }
    }

    fn words(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.get(column)).chain([&self.columns[column].0]);
        cells.flat_map(|cell| cell.split([' ', '\n']))
    }

    /// Each row as lines below its first cell; what is empty is left out.
    fn records(&self, width: usize) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (at, (cell, (name, _))) in row.iter().zip(&self.columns).enumerate() {
                let (first, rest) = if at == 0 { (" ", "   ") } else { ("   ", "     ") };
                let break_or_blank = if cell.contains('\n') { '\n' } else { ' ' };
                let label = if at == 0 || name.is_empty() { String::new() } else { format!("{name}:{break_or_blank}") };
                if cell.is_empty() {
                    continue;
                }
                let room = width.saturating_sub(rest.len());
                let cell = format!("{label}{cell}");
                let lines = cell.lines().flat_map(|line| wrapped(line, room, usize::MAX, |_| 1));
                for (line, written) in lines.enumerate() {
                    let _ = writeln!(text, "{}{written}", if line == 0 { first } else { rest });
                }
            }
        }
        text
    }

    fn in_blocks(&self, width: Option<usize>) -> String {
        let Some(width) = width else { return self.block(0..self.columns.len(), None) };
        let label = self.width(0).min(LABEL) + PADDING;
        let mut blocks = Vec::new();
        let mut start = 1;
        while start < self.columns.len() {
            let mut end = start;
            let mut used = label;
            while end < self.columns.len() && (end == start || used + self.width(end) + PADDING <= width) {
                used += self.width(end) + PADDING;
                end += 1;
            }
            blocks.push(self.block(start..end, Some(width)));
            start = end;
        }
        blocks.join("\n")
    }

    /// The natural width of a column.
    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).chain([&self.columns[column].0]);
        cells.flat_map(|cell| cell.lines()).map(|line| line.chars().count()).max().unwrap_or(0)
    }

    /// The first column and those of a range.
    fn block(&self, range: std::ops::Range<usize>, width: Option<usize>) -> String {
        let columns: Vec<usize> = std::iter::once(0).chain(range.filter(|column| *column > 0)).collect();
        let mut table = comfy_table::Table::new();
        table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
        match width.and_then(|width| u16::try_from(width.max(20)).ok()) {
            Some(width) => table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
            None => table.set_content_arrangement(ContentArrangement::Disabled),
        };
        let cells = |row: &[String]| -> Vec<comfy_table::Cell> {
            columns
                .iter()
                .map(|column| cell(row.get(*column).map_or("", String::as_str), self.columns[*column].1))
                .collect()
        };
        let header: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        table.set_header(cells(&header));
        for row in &self.rows {
            table.add_row(cells(row));
        }
        if let Some(width) = width {
            // A number does not break, where there is room for it.
            let numbers: usize = columns.iter().map(|column| self.least_of_numbers(*column) + PADDING + 1).sum();
            for (at, column) in columns.iter().enumerate() {
                let least = match at {
                    0 => self.width(0).min(LABEL / 2),
                    _ if numbers + self.width(0).min(LABEL / 2) <= width => self.least_of_numbers(*column),
                    _ => continue,
                };
                let least = u16::try_from(least + PADDING).unwrap_or_default();
                if let Some(column) = table.column_mut(at) {
                    column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
                }
            }
        }
        table.lines().map(|line| format!("{}\n", line.trim_end_matches(' '))).collect()
    }
}

fn cell(text: &str, alignment: Alignment) -> comfy_table::Cell {
    comfy_table::Cell::new(text).set_alignment(match alignment {
        Alignment::Left => CellAlignment::Left,
        Alignment::Right => CellAlignment::Right,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table =
            Table::new(&[("euro", Alignment::Left), ("2023", Alignment::Right), ("2024", Alignment::Right)]);
        table.row(["lichte ondersteuning".into(), "7.412.301".into(), "7.749.761".into()]);
        table
    }

    #[test]
    fn in_a_pipe_nothing_wraps() {
        let text = table().in_blocks(None);
        assert_eq!(text.lines().nth(2), Some(" lichte ondersteuning   7.412.301   7.749.761"));
    }

    #[test]
    fn in_a_narrow_terminal_columns_go_below_one_another_and_no_number_breaks() {
        let text = table().in_blocks(Some(40));
        assert!(text.lines().all(|line| line.chars().count() <= 40), "{text}");
        assert_eq!(text.matches("lichte ondersteuning").count(), 2);
        assert!(text.contains("7.412.301") && text.contains("7.749.761"), "{text}");
    }

    #[test]
    fn in_a_narrow_terminal_words_stand_below_one_another_and_none_breaks() {
        let mut table = Table::new(&[("id", Alignment::Left), ("wie", Alignment::Left), ("hoe", Alignment::Left)]);
        table.row(["aanvraag".into(), "secretariaat van het samenwerkingsverband".into(), String::new()]);
        let narrow = " aanvraag\n   wie: secretariaat van het\n     samenwerkingsverband\n";
        assert_eq!(table.fitting(Some(34)), narrow);
        assert_eq!(table.fitting(Some(60)).lines().count(), 3);
        assert_eq!(table.fitting(None).lines().count(), 3);
    }

    #[test]
    fn lines_within_a_cell_stay_lines_in_a_narrow_terminal() {
        let mut table = Table::new(&[("", Alignment::Left), ("almere", Alignment::Left)]);
        table.row(["termijnen".into(), "· besluit\n· aanvulling".into()]);
        assert_eq!(table.fitting(Some(20)), " termijnen\n   almere:\n     · besluit\n     · aanvulling\n");
    }

    #[test]
    fn in_a_narrow_terminal_the_number_of_a_school_does_not_break() {
        let names = ["school", "naam", "regel", "aantal", "bedrag per eenheid", "bedrag"];
        let mut table = Table::new(&names.map(|name| (name, Alignment::Left)));
        let amounts = ["€ 73.800,00", "€ 221.400,00", "€ 221.400,00"];
        table.row(
            ["SYN-0056", "Synthetische school", "arrangementsmiddelen"]
                .map(str::to_owned)
                .into_iter()
                .chain(amounts.map(str::to_owned)),
        );
        let text = table.block(0..6, Some(60));
        assert!(text.contains(" SYN-0056 "), "{text}");
    }

    #[test]
    fn in_a_narrow_terminal_no_amount_breaks_and_bounds_stand_below_one_another() {
        let names = [("school", Alignment::Left), ("regel", Alignment::Left), ("bedrag", Alignment::Right)];
        let mut table = Table::new(&names);
        let bounds = "€\u{a0}1.313.040\u{a0}– €\u{a0}1.316.980";
        table.row(["SYN-0056", "algemene-arrangementsmiddelen", bounds].map(str::to_owned));
        let text = table.block(0..3, Some(40));
        assert!(text.contains("€\u{a0}1.313.040\u{a0}–\n") && text.contains("€\u{a0}1.316.980\n"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 40), "{text}");
    }
}
