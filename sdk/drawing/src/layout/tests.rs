//! Whatever the places and arrows, nothing lies over anything else.

use proptest::prelude::*;

use super::*;

/// Places and arrows as a chart has them: at most one arrow from a place to
/// another.
fn charts() -> impl Strategy<Value = (Vec<Size>, Vec<Link>)> {
    let size = || (20..320_i64, 20..400_i64).prop_map(|(width, height)| Size { width, height });
    let places = prop::collection::vec(size(), 1..12);
    places.prop_flat_map(move |places| {
        let count = places.len();
        let link = (0..count, 0..count, size()).prop_map(|(from, to, label)| Link { from, to, label });
        let links = prop::collection::vec(link, 0..30).prop_map(|mut links: Vec<Link>| {
            links.retain(|link| link.from != link.to);
            links.sort_by_key(|link| (link.from, link.to));
            links.dedup_by_key(|link| (link.from, link.to));
            links
        });
        (Just(places), links)
    })
}

fn overlap(one: &Area, other: &Area) -> bool {
    let apart = |low: Unit, size: Unit, other_low: Unit, other_size: Unit| {
        low + size <= other_low || other_low + other_size <= low
    };
    !apart(one.x, one.size.width, other.x, other.size.width)
        && !apart(one.y, one.size.height, other.y, other.size.height)
}

/// The room that the part of an arrow between two points takes up. Between
/// rows it may lead anywhere between the two, so only its height counts.
fn room((from, to): ((Unit, Unit), (Unit, Unit)), between_rows: bool) -> Area {
    let (x, width) = if between_rows { (Unit::MIN / 4, Unit::MAX / 2) } else { (from.0 - 1, 2) };
    Area { x, y: from.1, size: Size { width, height: to.1 - from.1 } }
}

proptest! {
    #[test]
    fn no_place_label_or_arrow_lies_over_another((places, links) in charts()) {
        let layout = layout(&places, &links);
        let things: Vec<Area> =
            layout.places.iter().copied().chain(layout.routes.iter().map(|route| route.label)).collect();
        for (at, one) in things.iter().enumerate() {
            for other in &things[at + 1..] {
                prop_assert!(!overlap(one, other), "{one:?} {other:?}");
            }
            prop_assert!(one.x >= 0 && one.y >= 0);
            prop_assert!(one.x + one.size.width <= layout.size.width && one.y + one.size.height <= layout.size.height);
        }
        for route in &layout.routes {
            for (at, pair) in route.points.windows(2).enumerate() {
                let room = room((pair[0], pair[1]), at % 2 == 1);
                prop_assert!(room.size.height >= 0);
                let over = things.iter().find(|thing| overlap(thing, &room));
                prop_assert!(over.is_none(), "{room:?} {over:?}");
            }
        }
    }

    #[test]
    fn an_arrow_leads_from_its_place_to_its_place((places, links) in charts()) {
        let layout = layout(&places, &links);
        for (link, route) in links.iter().zip(&layout.routes) {
            let (upper, lower) = if route.upwards { (link.to, link.from) } else { (link.from, link.to) };
            let (upper, lower) = (layout.places[upper], layout.places[lower]);
            let (first, last) = (route.points[0], route.points[route.points.len() - 1]);
            prop_assert_eq!((first.1, last.1), (upper.y + upper.size.height, lower.y));
            prop_assert!(upper.x < first.0 && first.0 < upper.x + upper.size.width);
            prop_assert!(lower.x < last.0 && last.0 < lower.x + lower.size.width);
            prop_assert_eq!(route.label.size, link.label);
        }
    }

    #[test]
    fn the_same_chart_is_laid_out_in_the_same_way((places, links) in charts()) {
        prop_assert_eq!(layout(&places, &links), layout(&places, &links));
    }
}

#[test]
fn a_way_that_can_be_straight_is_straight() {
    let size = Size { width: 100, height: 40 };
    let link = |from, to| Link { from, to, label: Size { width: 60, height: 30 } };
    let layout = layout(&[size; 3], &[link(0, 1), link(1, 2)]);
    for route in &layout.routes {
        assert!(route.points.iter().all(|point| point.0 == route.points[0].0), "{route:?}");
    }
}
