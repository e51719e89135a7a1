//! Tables that fit the terminal.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, TableStyle};

/// On which side the cells of a column line up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alignment {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table for people. In a terminal it is as wide as the terminal and wraps
/// its cells; in a pipe it is as wide as it needs.
pub(crate) struct Table {
    table: comfy_table::Table,
    alignments: Vec<Alignment>,
}

impl Table {
    /// A table with these columns.
    pub(crate) fn new(columns: &[(&str, Alignment)]) -> Table {
        let mut table = comfy_table::Table::new();
        table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
        match terminal_size::terminal_size_of(std::io::stdout()) {
            Some((width, _)) => {
                table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width.0.max(20));
            }
            None => {
                table.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        let alignments: Vec<_> = columns.iter().map(|(_, alignment)| *alignment).collect();
        let header = columns.iter().map(|(name, alignment)| cell(name, *alignment));
        table.set_header(header.collect::<Vec<_>>());
        Table { table, alignments }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells = cells.into_iter().zip(&self.alignments).map(|(text, alignment)| cell(&text, *alignment));
        self.table.add_row(cells.collect::<Vec<_>>());
    }

    /// The table's text, without blanks at the ends of its lines.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for line in self.table.lines() {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

fn cell(text: &str, alignment: Alignment) -> comfy_table::Cell {
    comfy_table::Cell::new(text).set_alignment(match alignment {
        Alignment::Left => CellAlignment::Left,
        Alignment::Right => CellAlignment::Right,
    })
}
