//! Where the seats of a row stand: near those that they are wired to.

use super::seat::{SeatKind, Seats};
use super::{BETWEEN, MARGIN, Unit};

/// How often the rows are settled, down and up by turns.
const SWEEPS: usize = 16;

/// Gives each seat its left side, in the order of its row and without overlap.
pub(super) fn settle(seats: &mut Seats) {
    let ranks: Vec<usize> = (0..seats.rows.len()).collect();
    for rank in &ranks {
        settle_row(seats, *rank, &[]);
    }
    for _ in 0..SWEEPS {
        ranks.iter().for_each(|rank| settle_row(seats, *rank, &[Side::Above]));
        ranks.iter().rev().for_each(|rank| settle_row(seats, *rank, &[Side::Below]));
    }
    ranks.iter().for_each(|rank| settle_row(seats, *rank, &[Side::Above, Side::Below]));
    straighten(seats);
    draw_near(seats);
    let left = seats.all.iter().map(|seat| seat.x).min().unwrap_or(0);
    seats.all.iter_mut().for_each(|seat| seat.x += MARGIN - left);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// A run of seats that stand as close as they may: by how much they are moved
/// from the closest row that begins at zero.
struct Run {
    sum: Unit,
    weight: Unit,
    seats: Vec<usize>,
}

impl Run {
    fn mean(&self) -> Unit {
        self.sum.div_euclid(self.weight)
    }
}

/// Puts the seats of a row where their neighbours on these sides would have
/// them, as near as their order and widths allow: isotonic regression, by
/// pooling neighbours that would overlap.
fn settle_row(seats: &mut Seats, rank: usize, sides: &[Side]) {
    let mut closest = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut left = 0;
    for seat in &seats.rows[rank] {
        let weight = weight(seats, *seat);
        let mut run = Run { sum: (wanted(seats, *seat, sides) - left) * weight, weight, seats: vec![*seat] };
        while let Some(before) = runs.pop_if(|before| before.mean() > run.mean()) {
            let seats = before.seats.into_iter().chain(run.seats).collect();
            run = Run { sum: before.sum + run.sum, weight: before.weight + run.weight, seats };
        }
        runs.push(run);
        closest.push(left);
        left += seats.seat(*seat).size.width + BETWEEN;
    }
    let moved = runs.iter().flat_map(|run| run.seats.iter().map(|seat| (*seat, run.mean())));
    let placed: Vec<_> = moved.zip(closest).map(|((seat, by), closest)| (seat, closest + by)).collect();
    for (seat, x) in placed {
        seats.all[seat].x = x;
    }
}

/// Takes the small bends out of arrows that pass several rows: as many of their
/// seats as have room for it stand below one another.
fn straighten(seats: &mut Seats) {
    let positions = seats.positions();
    for way in 0..seats.ways.len() {
        let wires = seats.ways[way].wires.clone();
        let inner: Vec<usize> = wires.iter().skip(1).map(|wire| seats.wires[*wire].upper).collect();
        let mut rest = inner.as_slice();
        while !rest.is_empty() {
            let mut room = (Unit::MIN, Unit::MAX);
            let mut count = 0;
            for seat in rest {
                let (least, most) = room_of(seats, &positions, *seat);
                let narrower = (room.0.max(least), room.1.min(most));
                if narrower.0 > narrower.1 {
                    break;
                }
                room = narrower;
                count += 1;
            }
            // A seat has at least the room where it stands.
            let (run, others) = rest.split_at(count.max(1));
            let x = preferred(seats, &wires, run).clamp(room.0, room.1.max(room.0));
            run.iter().for_each(|seat| seats.all[*seat].x = x);
            rest = others;
        }
    }
}

/// From where to where a seat can be moved in its row.
fn room_of(seats: &Seats, positions: &[usize], seat: usize) -> (Unit, Unit) {
    let row = &seats.rows[seats.seat(seat).rank];
    let at = positions[seat];
    let right_of = |left: &usize| seats.seat(*left).x + seats.seat(*left).size.width + BETWEEN;
    let left_of = |right: &usize| seats.seat(*right).x - BETWEEN - seats.seat(seat).size.width;
    let least = at.checked_sub(1).and_then(|left| row.get(left)).map_or(Unit::MIN, right_of);
    (least, row.get(at + 1).map_or(Unit::MAX, left_of))
}

/// Where a run of seats would best stand: straight below the place above it or
/// above the place below it, else in the middle of where they stand.
fn preferred(seats: &Seats, wires: &[usize], run: &[usize]) -> Unit {
    let is_place = |seat: usize| matches!(seats.seat(seat).kind, SeatKind::Place(_));
    let wires = || wires.iter().map(|wire| &seats.wires[*wire]);
    let below = wires().find(|wire| is_place(wire.upper) && run.contains(&wire.lower));
    let above = wires().find(|wire| is_place(wire.lower) && run.contains(&wire.upper));
    let middle = |xs: Vec<Unit>| xs.iter().sum::<Unit>().div_euclid(Unit::try_from(xs.len().max(1)).unwrap_or(1));
    match (below, above) {
        (Some(wire), _) => seats.upper_x(wire) - wire.to,
        (None, Some(wire)) => seats.lower_x(wire) - wire.from,
        (None, None) => middle(run.iter().map(|seat| seats.seat(*seat).x).collect()),
    }
}

/// Puts what no arrow leads to or from beside its neighbour.
fn draw_near(seats: &mut Seats) {
    for row in seats.rows.clone() {
        for pair in row.windows(2) {
            let (left, seat) = (pair[0], pair[1]);
            if !seats.wires.iter().any(|wire| wire.upper == seat || wire.lower == seat) {
                let near = seats.all[left].x + seats.all[left].size.width + 2 * BETWEEN;
                seats.all[seat].x = seats.all[seat].x.min(near);
            }
        }
    }
}

/// Where a seat would stand for its wires to be straight.
fn wanted(seats: &Seats, seat: usize, sides: &[Side]) -> Unit {
    let straight = |wire: &super::seat::Wire| match () {
        () if wire.lower == seat && sides.contains(&Side::Above) => Some(seats.upper_x(wire) - wire.to),
        () if wire.upper == seat && sides.contains(&Side::Below) => Some(seats.lower_x(wire) - wire.from),
        () => None,
    };
    let wanted: Vec<Unit> = seats.wires.iter().filter_map(straight).collect();
    match Unit::try_from(wanted.len()) {
        Ok(count) if count > 0 => wanted.iter().sum::<Unit>().div_euclid(count),
        _ => seats.seat(seat).x,
    }
}

/// A bend in a long arrow is worse than a place aside.
fn weight(seats: &Seats, seat: usize) -> Unit {
    match seats.seat(seat).kind {
        SeatKind::Place(_) => 1,
        SeatKind::Label(_) => 2,
        SeatKind::Passing => 4,
    }
}
