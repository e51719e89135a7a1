//! How long a TLV is: an activating one for one or two school years, a
//! long-term one for four.

use swv_plugin::procedure::{Breach, CaseEvent, CheckInput};
use swv_plugin::{Date, SchoolYear, Text};

use super::stated;

/// Every TLV whose length does not fit its kind.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    case.events_of("besluit").filter_map(|(at, decision)| wrong_length(at, decision)).collect()
}

fn wrong_length(at: usize, decision: &CaseEvent) -> Option<Breach> {
    let (kind, length) = (decision.field("tlv-soort")?, decision.field("tlv-duur")?);
    // PrO holds until the pupil is 18, and EMB for the whole school career;
    // both depend on an age that no case holds.
    if matches!(kind, "pro" | "so-hoog" | "vso-hoog") {
        return None;
    }
    let years = school_years(decision.date("tlv-van")?, decision.date("tlv-tot-en-met")?)?;
    let (fits, allowed) = match length {
        "activerend" => ((1..=2).contains(&years), ("een of twee", "one or two")),
        _ => (years == 4, ("vier", "four")),
    };
    (!fits).then(|| Breach {
        rule: "duur-tlv".to_owned(),
        event: Some(at),
        message: Text::new(
            format!("een TLV die {length} is duurt {} schooljaren, en deze loopt over {years}", allowed.0),
            format!("a TLV that is {length} lasts {} school years, and this one runs over {years}", allowed.1),
        ),
        provenance: stated("2, stappenplan aanvraag TLV, 8b"),
    })
}

/// The school years of which the period has a day.
fn school_years(from: Date, until: Date) -> Option<i32> {
    let year = |day| SchoolYear::of(day).ok().map(|year| i32::from(year.start_year()));
    Some(year(until)? - year(from)? + 1)
}
