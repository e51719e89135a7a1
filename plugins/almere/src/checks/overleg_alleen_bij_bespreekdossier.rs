use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

/// The special school consulted on a routine file.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    consulted(case).into_iter().collect()
}

fn consulted(case: &CheckInput) -> Option<Found> {
    let (at, _) = case.events_of("overleg-met-stedelijke-voorziening").next()?;
    let (_, judged) = case.events_of("inschatting").filter(|(judged, _)| *judged < at).last()?;
    (judged.word("soort-dossier") == Some("hamerstuk")).then(|| {
        Found::at(
            at,
            "het dossier is een hamerstuk; overleg met de voorziening is er alleen bij een bespreekdossier",
            "the file is a routine one; the special school is consulted on a discussion file only",
        )
    })
}
