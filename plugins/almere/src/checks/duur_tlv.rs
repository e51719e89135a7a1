use swv_plugin::procedure::{CheckEvent, CheckInput};
use swv_plugin::{Date, Found, SchoolYear};

/// Every TLV whose length does not fit its kind.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let multiple = case.word("emb-criterium").map(|criterion| criterion != "geen");
    let decisions = case.events_of("besluit");
    decisions.filter_map(|(at, decision)| wrong_length(at, decision, multiple)).collect()
}

fn wrong_length(at: usize, decision: &CheckEvent, multiple: Option<bool>) -> Option<Found> {
    let (kind, length) = (decision.word("tlv-soort")?, decision.word("tlv-duur")?);
    let years = || whole_school_years(decision.date("tlv-van")?, decision.date("tlv-tot-en-met")?);
    let practical = kind == "pro";
    match length {
        "activerend" => years().filter(|years| *years < 1).map(|_| {
            Found::at(
                at,
                "een activerende TLV duurt minstens een heel schooljaar, en deze niet",
                "an activating TLV lasts one whole school year at least, and this one does not",
            )
        }),
        "tot-18" if !practical => Some(Found::at(
            at,
            "alleen een TLV voor praktijkonderwijs loopt tot 18; een andere langdurige duurt vier schooljaren",
            "only a TLV for practical training runs until 18; another long-term one lasts four school years",
        )),
        "hele-schoolloopbaan" if multiple == Some(false) => Some(Found::at(
            at,
            "alleen een TLV voor emb geldt de hele schoolloopbaan; een andere langdurige duurt vier schooljaren",
            "only a TLV for EMB holds for the whole school career; another long-term one lasts four school years",
        )),
        // Long-term for practical training is until 18, and for EMB the whole
        // career; the highest category may be for EMB.
        "langdurig" if !practical && multiple != Some(true) && (multiple.is_some() || !kind.ends_with("hoog")) => {
            years().filter(|years| *years != 4).map(|years| {
                Found::at(
                    at,
                    format!("een langdurige TLV duurt vier hele schooljaren, en deze {years}"),
                    format!("a long-term TLV lasts four whole school years, and this one {years}"),
                )
            })
        }
        _ => None,
    }
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
