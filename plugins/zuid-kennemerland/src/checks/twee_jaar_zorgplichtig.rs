use swv_plugin::calendar::{RunningTerm, Term, TermUnit, WorkingDays};
use swv_plugin::procedure::{CheckEvent, CheckInput};
use swv_plugin::{Date, Found};

/// Every placement that the wrong school pays.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    case.events_of("plaatsing-gespecialiseerd").filter_map(|(at, placed)| wrong_payer(case, at, placed)).collect()
}

fn wrong_payer(case: &CheckInput, at: usize, placed: &CheckEvent) -> Option<Found> {
    let (_, moved) = case.events_of("overstap").filter(|(moved, _)| *moved < at).last()?;
    match (placed.word("betaler")?, liable(case, moved, placed.on)?) {
        ("nieuwe-basisschool", true) => Some(Found::at(
            at,
            "de leerling is binnen twee jaar na de overstap geplaatst; de verwijzende basisschool betaalt",
            "the pupil was placed within two years of the move; the primary school that the pupil left pays",
        )),
        ("verwijzende-basisschool", false) => Some(Found::at(
            at,
            "de verwijzende basisschool is niet zorgplichtig: de overstap is langer dan twee jaar geleden, kwam door \
             een verhuizing of ging niet volgens beide directeuren om extra behoeften",
            "the primary school that the pupil left is not liable: the move is longer than two years ago, was caused \
             by moving house, or was not of a pupil with extra needs by both heads",
        )),
        _ => None,
    }
}

/// Whether the first school is liable on that day; not known as long as
/// something that decides is not.
fn liable(case: &CheckInput, moved: &CheckEvent, day: Date) -> Option<bool> {
    let two_years = Term::new(2, TermUnit::Years).ok()?;
    let last = RunningTerm::after(moved.on, two_years).due(&WorkingDays::default()).ok()?.date?;
    let answers = [
        Some(day <= last),
        case.is("wegens-verhuizing").map(|moved| !moved),
        case.is("beide-directeuren-extra-behoefte"),
    ];
    match answers.contains(&Some(false)) {
        true => Some(false),
        false => answers.iter().all(Option::is_some).then_some(true),
    }
}
