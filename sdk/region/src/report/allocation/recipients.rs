//! What an allocation shows of its recipients.

use std::collections::{BTreeMap, BTreeSet};

use swv_core::{BoardLabel, Dataset};

/// What an allocation shows of its recipients, by their position in the
/// dataset. Lines, totals and gaps refer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recipients {
    ids: Vec<String>,
    names: Vec<String>,
    boards: Vec<Option<u32>>,
    /// The numbers of the boards, in order.
    board_numbers: Vec<String>,
}

impl Recipients {
    pub(super) fn of(dataset: &Dataset) -> Recipients {
        let rows = &dataset.recipients;
        let numbers = rows.iter().filter_map(|row| row.board.as_ref());
        let mut positions: BTreeMap<&BoardLabel, u32> = numbers.map(|number| (number, 0)).collect();
        (0..).zip(positions.values_mut()).for_each(|(position, board)| *board = position);
        Recipients {
            ids: rows.iter().map(|row| row.id.clone()).collect(),
            names: rows.iter().map(|row| row.name.clone()).collect(),
            boards: rows.iter().map(|row| positions.get(row.board.as_ref()?).copied()).collect(),
            board_numbers: positions.keys().map(|number| number.as_str().to_owned()).collect(),
        }
    }

    pub(super) fn id(&self, recipient: u32) -> &str {
        self.ids.get(recipient as usize).map_or("", String::as_str)
    }

    pub(super) fn name(&self, recipient: u32) -> &str {
        self.names.get(recipient as usize).map_or("", String::as_str)
    }

    /// The board that a recipient belongs to.
    pub(super) fn board(&self, recipient: u32) -> Option<u32> {
        self.boards.get(recipient as usize).copied().flatten()
    }

    pub(super) fn board_number(&self, board: u32) -> &str {
        self.board_numbers.get(board as usize).map_or("", String::as_str)
    }

    /// How many recipients and how many boards there are.
    pub(super) fn len(&self) -> (usize, usize) {
        (self.ids.len(), self.board_numbers.len())
    }

    /// The positions of the recipient of that id, and of that board's schools.
    pub(super) fn named(&self, name: &str) -> BTreeSet<u32> {
        let is_of = |at: u32| self.board(at).is_some_and(|board| self.board_number(board) == name);
        (0..).zip(&self.ids).filter(|(at, id)| *id == name || is_of(*at)).map(|(at, _)| at).collect()
    }
}
