use swv_plugin::procedure::{CheckEvent, CheckInput};
use swv_plugin::{Date, Found, SchoolYear};

/// Every TLV whose length does not fit its kind: an activating one is for one
/// or two school years, a long-term one for four.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    // A TLV for EMB holds for the whole school career, and one for practical
    // training until the pupil is 18: both depend on an age that no case holds.
    let multiple = case.word("emb-criterium").is_some_and(|criterion| criterion != "geen");
    let of_age = |decision: &CheckEvent| multiple || decision.word("tlv-soort") == Some("pro");
    let decisions = case.events_of("besluit").filter(|(_, decision)| !of_age(decision));
    decisions.filter_map(|(at, decision)| wrong_length(at, decision)).collect()
}

fn wrong_length(at: usize, decision: &CheckEvent) -> Option<Found> {
    let length = decision.word("tlv-duur")?;
    let years = whole_school_years(decision.date("tlv-van")?, decision.date("tlv-tot-en-met")?)?;
    let (fits, allowed) = match length {
        "activerend" => ((1..=2).contains(&years), ("een of twee", "one or two")),
        _ => (years == 4, ("vier", "four")),
    };
    (!fits).then(|| {
        Found::at(
            at,
            format!("een TLV die {length} is duurt {} hele schooljaren, en deze {years}", allowed.0),
            format!("a TLV that is {length} lasts {} whole school years, and this one {years}", allowed.1),
        )
    })
}

/// The school years that lie in the period as a whole.
fn whole_school_years(from: Date, until: Date) -> Option<i32> {
    let first = SchoolYear::of(from).ok()?;
    let begun = if from == first.first_day() { first } else { first.next()? };
    let last = SchoolYear::of(until).ok()?;
    let ended = if until == last.last_day() { last } else { last.previous()? };
    Some((i32::from(ended.start_year()) - i32::from(begun.start_year()) + 1).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_precedes_the_first_whole_school_year_does_not_count() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (from, until, years) in [
            ("2024-08-01", "2025-07-31", 1),
            ("2024-08-01", "2026-07-31", 2),
            ("2025-03-03", "2027-07-31", 2),
            ("2025-03-03", "2025-07-31", 0),
            ("2025-03-03", "2027-03-02", 1),
            ("2024-08-01", "2028-07-31", 4),
        ] {
            assert_eq!(whole_school_years(day(from), day(until)), Some(years), "{from} {until}");
        }
    }
}
