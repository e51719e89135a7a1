//! The order of the seats in a row: such that few arrows cross.

use super::seat::{SeatKind, Seats};

/// How often the rows are put in order, down and up by turns.
const SWEEPS: usize = 24;

/// Puts each row in an order in which few wires cross, and spreads the wires
/// of a place along its side in the order of where they lead.
pub(super) fn order(seats: &mut Seats) {
    let mut best = (crossings(seats), seats.rows.clone());
    for sweep in 0..SWEEPS {
        by_neighbours(seats, sweep % 2 == 0);
        exchange(seats);
        let crossed = crossings(seats);
        if crossed < best.0 {
            best = (crossed, seats.rows.clone());
        }
    }
    seats.rows = best.1;
    spread(seats);
}

/// For each seat the seats to which wires lead: above or below it.
fn neighbours(seats: &Seats, above: bool) -> Vec<Vec<usize>> {
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); seats.all.len()];
    for wire in &seats.wires {
        let (seat, neighbour) = if above { (wire.lower, wire.upper) } else { (wire.upper, wire.lower) };
        neighbours[seat].push(neighbour);
    }
    neighbours
}

/// Orders each row by the mean position of the neighbours in the row before.
fn by_neighbours(seats: &mut Seats, down: bool) {
    let neighbours = neighbours(seats, down);
    let ranks: Vec<usize> = if down { (0..seats.rows.len()).collect() } else { (0..seats.rows.len()).rev().collect() };
    for rank in ranks {
        let positions = seats.positions();
        let mean = |seat: &usize| {
            let near = &neighbours[*seat];
            match near.len() {
                0 => positions[*seat] * 1000,
                count => near.iter().map(|near| positions[*near] * 1000).sum::<usize>() / count,
            }
        };
        seats.rows[rank].sort_by_key(mean);
    }
}

/// Exchanges two seats side by side as long as fewer wires cross by it.
fn exchange(seats: &mut Seats) {
    let (above, below) = (neighbours(seats, true), neighbours(seats, false));
    let mut positions = seats.positions();
    let mut gained = true;
    while gained {
        gained = false;
        for row in &mut seats.rows {
            for at in 1..row.len() {
                let (left, right) = (row[at - 1], row[at]);
                let crossed = |left: usize, right: usize| {
                    pairs_crossed(&above, &positions, left, right) + pairs_crossed(&below, &positions, left, right)
                };
                if crossed(right, left) < crossed(left, right) {
                    row.swap(at - 1, at);
                    positions.swap(left, right);
                    gained = true;
                }
            }
        }
    }
}

/// How many wires of two seats cross when the one stands left of the other.
fn pairs_crossed(neighbours: &[Vec<usize>], positions: &[usize], left: usize, right: usize) -> usize {
    let crossed = |one: &usize| neighbours[right].iter().filter(|other| positions[**other] < positions[*one]).count();
    neighbours[left].iter().map(crossed).sum()
}

/// How many wires cross.
fn crossings(seats: &Seats) -> usize {
    let positions = seats.positions();
    let below = neighbours(seats, false);
    let of_row = |row: &Vec<usize>| {
        let pairs =
            row.iter().enumerate().flat_map(|(at, left)| row.iter().skip(at + 1).map(move |right| (left, right)));
        pairs.map(|(left, right)| pairs_crossed(&below, &positions, *left, *right)).sum::<usize>()
    };
    seats.rows.iter().map(of_row).sum()
}

fn spread(seats: &mut Seats) {
    let positions = seats.positions();
    for (seat, at) in seats.all.iter().enumerate() {
        if !matches!(at.kind, SeatKind::Place(_)) {
            continue;
        }
        let side = |above: bool| {
            let wires = seats.wires.iter().enumerate();
            let here = wires.filter(|(_, wire)| if above { wire.lower == seat } else { wire.upper == seat });
            let mut here: Vec<_> =
                here.map(|(index, wire)| (positions[if above { wire.upper } else { wire.lower }], index)).collect();
            here.sort_unstable();
            here
        };
        let sides = [(true, side(true)), (false, side(false))];
        for (above, wires) in sides {
            let parts = i64::try_from(wires.len() + 1).unwrap_or(i64::MAX);
            for (offset, (_, wire)) in (1..).zip(wires) {
                let offset = at.size.width * offset / parts;
                let wire = &mut seats.wires[wire];
                *(if above { &mut wire.to } else { &mut wire.from }) = offset;
            }
        }
    }
}
