//! In which row each place stands.

use super::Link;

/// The rows of the places, and which arrows lead up.
pub(super) struct Ranks {
    /// The row of each place. All are even: the rows between are for labels.
    pub(super) of: Vec<usize>,
    /// Which arrows lead up, so that the rest lead down.
    pub(super) upwards: Vec<bool>,
}

/// Each place below every place from which an arrow leads to it, except for
/// the arrows that close a circle.
pub(super) fn ranks(places: usize, links: &[Link]) -> Ranks {
    let mut search = Search { links, visits: vec![Visit::None; places], upwards: vec![false; links.len()] };
    (0..places).for_each(|place| search.visit(place));
    let upwards = search.upwards;
    let down = || {
        let ends = |(link, upwards): (&Link, &bool)| if *upwards { (link.to, link.from) } else { (link.from, link.to) };
        links.iter().zip(&upwards).map(ends).filter(|(upper, lower)| upper != lower)
    };
    let mut of = vec![0_usize; places];
    // The longest way to a place has fewer arrows than there are places.
    for _ in 0..places {
        for (upper, lower) in down() {
            of[lower] = of[lower].max(of[upper] + 2);
        }
    }
    // What nothing leads to stands just above what it leads to.
    for place in 1..places {
        let is_led_to = down().any(|(_, lower)| lower == place);
        let next = down().filter(|(upper, _)| *upper == place).map(|(_, lower)| of[lower]).min();
        if let (false, Some(next)) = (is_led_to, next) {
            of[place] = next - 2;
        }
    }
    Ranks { of, upwards }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    None,
    Going,
    Done,
}

struct Search<'a> {
    links: &'a [Link],
    visits: Vec<Visit>,
    upwards: Vec<bool>,
}

impl Search<'_> {
    /// Follows the arrows from a place; one that leads back to a place on the
    /// way is turned.
    fn visit(&mut self, place: usize) {
        if self.visits[place] != Visit::None {
            return;
        }
        self.visits[place] = Visit::Going;
        for (at, link) in self.links.iter().enumerate().filter(|(_, link)| link.from == place) {
            match self.visits[link.to] {
                Visit::Going => self.upwards[at] = true,
                Visit::None | Visit::Done => self.visit(link.to),
            }
        }
        self.visits[place] = Visit::Done;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Size;

    fn ranked(places: usize, links: &[(usize, usize)]) -> Ranks {
        let links: Vec<_> =
            links.iter().map(|(from, to)| Link { from: *from, to: *to, label: Size::default() }).collect();
        ranks(places, &links)
    }

    #[test]
    fn a_place_stands_below_all_that_lead_to_it() {
        let ranks = ranked(4, &[(0, 1), (1, 2), (0, 2), (2, 3)]);
        assert_eq!((ranks.of, ranks.upwards), (vec![0, 2, 4, 6], vec![false; 4]));
    }

    #[test]
    fn an_arrow_that_closes_a_circle_leads_up() {
        let ranks = ranked(3, &[(0, 1), (1, 0), (1, 2), (2, 0)]);
        assert_eq!((ranks.of, ranks.upwards), (vec![0, 2, 4], vec![false, true, false, true]));
    }

    #[test]
    fn what_nothing_leads_to_stands_just_above_what_it_leads_to() {
        assert_eq!(ranked(4, &[(0, 1), (1, 2), (3, 2)]).of, [0, 2, 4, 2]);
        assert_eq!(ranked(2, &[]).of, [0, 0]);
    }
}
