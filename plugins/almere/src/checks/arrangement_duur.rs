use std::cmp::Ordering;

use swv_plugin::procedure::CheckInput;
use swv_plugin::{Date, Found};

use crate::arrangementen::{Length, find};
use crate::months::months_after;

/// Every end of an arrangement that makes it shorter or longer than it is.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let arrangement = case.word("arrangement").and_then(find);
    let from = case.events_of("besluit-plaatsing").find_map(|(_, placed)| placed.date("begindatum"));
    let (Some(arrangement), Some(from)) = (arrangement, from) else { return Vec::new() };
    let ends = case.events.iter().enumerate().filter_map(|(at, event)| Some((at, event.date("einddatum")?)));
    let found = |(at, until): (usize, Date)| {
        let after = until.tomorrow().ok()?;
        let is = |length: Length, order| ends_to(from, length, after) == Some(order);
        let too_long = arrangement.at_most.filter(|most| is(*most, Ordering::Less));
        let too_short = arrangement.at_least.filter(|least| is(*least, Ordering::Greater));
        let told = |length: Length, nl: &str, en: &str| {
            let words = length.words();
            let (most_nl, most_en) = (format!("{nl} {}", words.0), format!("{en} {}", words.1));
            Found::at(
                at,
                format!("van {from} tot en met {until}; dit arrangement duurt {most_nl}"),
                format!("from {from} until {until}; this arrangement lasts {most_en}"),
            )
        };
        let long = too_long.map(|most| told(most, "ten hoogste", "at most"));
        long.or_else(|| too_short.map(|least| told(least, "ten minste", "at least")))
    };
    ends.filter_map(found).collect()
}

/// How the end of a length from a day lies to the day after another.
fn ends_to(from: Date, length: Length, after: Date) -> Option<Ordering> {
    Some(match length {
        Length::Months(months) => months_after(from, months, after),
        Length::Weeks(weeks) => {
            let days = after.duration_since(from).as_hours() / 24;
            (i64::from(weeks) * 7).cmp(&days)
        }
    })
}
