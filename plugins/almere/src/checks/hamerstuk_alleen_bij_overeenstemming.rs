use swv_plugin::Found;
use swv_plugin::procedure::{CheckEvent, CheckInput};

/// Every file judged routine while something about it is open or parties
/// disagree.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let routine = |judged: &CheckEvent| judged.word("soort-dossier") == Some("hamerstuk");
    let judged = case.events_of("inschatting").filter(|(_, judged)| routine(judged));
    judged.filter_map(|(at, judged)| open(case, judged).map(|why| found(at, why))).collect()
}

/// What is open, in Dutch and in English.
type Open = (&'static str, &'static str);

fn open(case: &CheckInput, judged: &CheckEvent) -> Option<Open> {
    let no = |field: &str| judged.is(field) == Some(false);
    let tenors = || case.events_of("advies").filter_map(|(_, advice)| advice.word("strekking"));
    let differ = tenors().any(|tenor| tenors().next() != Some(tenor));
    match () {
        () if no("behoefte-duidelijk") => Some(("de onderwijsbehoeften zijn niet helder", "the needs are not clear")),
        () if no("plek-duidelijk") => Some(("de passende plek is niet duidelijk", "the fitting place is not clear")),
        () if no("betrokkenen-eens") => Some(("de betrokkenen zijn het niet eens", "those involved do not agree")),
        () if case.is("handelingsdeel-ondertekend") == Some(false) => {
            Some(("de ouders ondertekenden het handelingsdeel niet", "the parents did not sign the action part"))
        }
        () if differ => Some(("de adviezen verschillen", "the advices differ")),
        () => None,
    }
}

fn found(at: usize, why: Open) -> Found {
    Found::at(
        at,
        format!("dit is geen hamerstuk: {}; behandel het als bespreekdossier", why.0),
        format!("this is no routine file: {}; treat it as a discussion file", why.1),
    )
}
