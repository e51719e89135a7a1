use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// The band, in per cent.
const BAND: u64 = 3;

/// Every count outside the band after which nobody has consulted or
/// recalibrated.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let over = |at: usize| {
        let after = case.events.iter().skip(at + 1);
        after.into_iter().any(|event| matches!(event.name.as_str(), "overleg" | "herijking"))
    };
    let counts = case.events_of("telling").filter(|(at, _)| !over(*at));
    counts
        .filter_map(|(at, count)| {
            let (is, of) = (count.number("leerlingen")?, count.number("in-afspraak")?);
            let outside = u64::from(is.abs_diff(of)) * 100 > u64::from(of) * BAND;
            outside.then(|| {
                Found::at(
                    at,
                    format!("{is} leerlingen tegen {of} in de afspraak is buiten {BAND} %: er moet overleg volgen"),
                    format!("{is} pupils against {of} agreed is outside {BAND} %: consultation has to follow"),
                )
            })
        })
        .collect()
}
