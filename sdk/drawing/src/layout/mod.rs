//! Where places and the arrows between them stand: in rows from top to bottom,
//! by Sugiyama's method, in whole units so that it is the same everywhere.
//!
//! An arrow has a seat of its own in every row that it passes, and its label
//! stands in one of those seats. So no arrow, place or label lies over
//! another; arrows cross between rows only.

mod order;
mod rank;
mod seat;
mod settle;
#[cfg(test)]
mod tests;

use seat::{SeatKind, Seats};

/// A length in user units.
pub(super) type Unit = i64;

/// The size of a thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: Unit,
    pub(super) height: Unit,
}

/// Where a thing stands, by its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: Unit,
    pub(super) y: Unit,
    pub(super) size: Size,
}

/// An arrow to lay out, from one place to another, and the size of its label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) label: Size,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The size of the whole; it begins at zero.
    pub(super) size: Size,
    /// The places, in their order.
    pub(super) places: Vec<Area>,
    /// The arrows, in their order.
    pub(super) routes: Vec<Route>,
}

/// The way of an arrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Route {
    /// From top to bottom: by turns straight down through a row, and from
    /// there to the next row.
    pub(super) points: Vec<(Unit, Unit)>,
    /// Whether its head is at the top.
    pub(super) upwards: bool,
    /// Where its label stands.
    pub(super) label: Area,
}

/// The least distance between things in a row.
const BETWEEN: Unit = 26;
/// From the line of an arrow to the things on both sides.
const BESIDE: Unit = 8;
/// What is left free around the whole.
pub(super) const MARGIN: Unit = 24;
/// The distance between rows, at least and at most.
const BETWEEN_ROWS: (Unit, Unit) = (34, 78);

/// Lays out places of these sizes and the arrows between them. An arrow from a
/// place to itself is none.
pub(super) fn layout(places: &[Size], links: &[Link]) -> Layout {
    let ranks = rank::ranks(places.len(), links);
    let mut seats = Seats::new(places, links, &ranks);
    order::order(&mut seats);
    settle::settle(&mut seats);
    let rows = rows(&seats);
    let mut layout = Layout {
        size: Size::default(),
        places: vec![Area::default(); places.len()],
        routes: vec![Route::default(); links.len()],
    };
    for seat in &seats.all {
        let row = &rows[seat.rank];
        match seat.kind {
            SeatKind::Place(place) => {
                layout.places[place] = Area { x: seat.x, y: row.top, size: seat.size };
            }
            SeatKind::Label(link) => {
                let size = links[link].label;
                let y = row.top + (row.height - size.height) / 2;
                layout.routes[link].label = Area { x: seat.x + 2 * BESIDE, y, size };
            }
            SeatKind::Passing => {}
        }
        layout.size.width = layout.size.width.max(seat.x + seat.size.width + MARGIN);
        layout.size.height = layout.size.height.max(row.top + row.height + MARGIN);
    }
    for (route, way) in layout.routes.iter_mut().zip(&seats.ways) {
        route.points = points(&seats, &rows, &way.wires);
        route.upwards = way.upwards;
    }
    layout
}

/// The top and the height of a row.
struct Row {
    top: Unit,
    height: Unit,
}

/// Rows below one another; the further arrows lead sideways between two, the
/// further these are apart.
fn rows(seats: &Seats) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut top = MARGIN;
    for (rank, row) in seats.rows.iter().enumerate() {
        let height = row.iter().map(|seat| seats.seat(*seat).size.height).max().unwrap_or(0);
        rows.push(Row { top, height });
        let (least, most) = BETWEEN_ROWS;
        let wires = seats.wires.iter().filter(|wire| seats.seat(wire.upper).rank == rank);
        let aside = wires.map(|wire| (seats.upper_x(wire) - seats.lower_x(wire)).abs()).max().unwrap_or(0);
        top += height + (least + aside / 6).min(most);
    }
    rows
}

fn points(seats: &Seats, rows: &[Row], wires: &[usize]) -> Vec<(Unit, Unit)> {
    let mut points = Vec::new();
    for wire in wires.iter().map(|wire| &seats.wires[*wire]) {
        let (upper, lower) = (seats.seat(wire.upper), seats.seat(wire.lower));
        let (above, below) = (&rows[upper.rank], &rows[lower.rank]);
        if points.is_empty() {
            points.push((seats.upper_x(wire), above.top + upper.size.height));
        }
        points.push((seats.upper_x(wire), above.top + above.height));
        points.push((seats.lower_x(wire), below.top));
    }
    points
}
