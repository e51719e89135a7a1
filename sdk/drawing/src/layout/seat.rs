//! The seats in a row, and the wires from a seat to one in the next row, of
//! which arrows are made.

use super::rank::Ranks;
use super::{BESIDE, Link, Size, Unit};

/// What takes up room in a row.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) rank: usize,
    pub(super) kind: SeatKind,
    pub(super) size: Size,
    /// Its left side.
    pub(super) x: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeatKind {
    /// A place, by its index.
    Place(usize),
    /// An arrow with its label, by the index of the arrow.
    Label(usize),
    /// An arrow that passes.
    Passing,
}

/// The part of an arrow between two rows.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub(super) upper: usize,
    pub(super) lower: usize,
    /// Where it leaves the upper seat and reaches the lower, from their left
    /// sides.
    pub(super) from: Unit,
    pub(super) to: Unit,
}

/// The wires of an arrow from top to bottom, and whether its head is on top.
pub(super) struct Way {
    pub(super) wires: Vec<usize>,
    pub(super) upwards: bool,
}

/// All seats, in rows from left to right.
pub(super) struct Seats {
    pub(super) all: Vec<Seat>,
    pub(super) rows: Vec<Vec<usize>>,
    pub(super) wires: Vec<Wire>,
    pub(super) ways: Vec<Way>,
}

impl Seats {
    /// A seat for each place, and for each arrow in each row between its ends.
    pub(super) fn new(places: &[Size], links: &[Link], ranks: &Ranks) -> Seats {
        let rows = ranks.of.iter().max().map_or(0, |last| last + 1);
        let mut seats = Seats { all: Vec::new(), rows: vec![Vec::new(); rows], wires: Vec::new(), ways: Vec::new() };
        for (place, (size, rank)) in places.iter().zip(&ranks.of).enumerate() {
            seats.add(*rank, SeatKind::Place(place), *size);
        }
        // How much room the labels in a row take up already.
        let mut taken = vec![0; rows];
        for (at, link) in links.iter().enumerate() {
            let upwards = ranks.upwards[at];
            let (upper, lower) = if upwards { (link.to, link.from) } else { (link.from, link.to) };
            let (top, bottom) = (ranks.of[upper], ranks.of[lower]);
            let labelled = label_row(top, bottom, upwards, &taken);
            if let Some(row) = labelled {
                taken[row] += link.label.width;
            }
            let mut wires = Vec::new();
            let mut above = upper;
            for row in top + 1..bottom {
                let seat = if Some(row) == labelled {
                    let width = link.label.width + 3 * BESIDE;
                    seats.add(row, SeatKind::Label(at), Size { width, height: link.label.height })
                } else {
                    seats.add(row, SeatKind::Passing, Size { width: 2 * BESIDE, height: 0 })
                };
                wires.push(seats.wire(above, seat));
                above = seat;
            }
            if top < bottom {
                wires.push(seats.wire(above, lower));
            }
            seats.ways.push(Way { wires, upwards });
        }
        seats
    }

    fn add(&mut self, rank: usize, kind: SeatKind, size: Size) -> usize {
        let seat = self.all.len();
        self.all.push(Seat { rank, kind, size, x: 0 });
        self.rows[rank].push(seat);
        seat
    }

    fn wire(&mut self, upper: usize, lower: usize) -> usize {
        self.wires.push(Wire { upper, lower, from: BESIDE, to: BESIDE });
        self.wires.len() - 1
    }

    pub(super) fn seat(&self, seat: usize) -> &Seat {
        &self.all[seat]
    }

    /// Where a wire leaves its upper seat.
    pub(super) fn upper_x(&self, wire: &Wire) -> Unit {
        self.seat(wire.upper).x + wire.from
    }

    /// Where a wire reaches its lower seat.
    pub(super) fn lower_x(&self, wire: &Wire) -> Unit {
        self.seat(wire.lower).x + wire.to
    }

    /// The place of each seat in its row.
    pub(super) fn positions(&self) -> Vec<usize> {
        let mut positions = vec![0; self.all.len()];
        for row in &self.rows {
            for (at, seat) in row.iter().enumerate() {
                positions[*seat] = at;
            }
        }
        positions
    }
}

/// The row in which an arrow has its label: of those between its ends, where
/// labels take up the least; of those, the nearest to where it starts.
fn label_row(upper: usize, lower: usize, upwards: bool, taken: &[Unit]) -> Option<usize> {
    let rows = (upper + 1..lower).filter(|row| row % 2 == 1);
    rows.min_by_key(|row| (taken[*row], if upwards { lower - row } else { row - upper }))
}
