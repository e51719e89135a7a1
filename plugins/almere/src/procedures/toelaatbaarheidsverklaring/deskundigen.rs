//! Who may advise on a TLV: two independent experts, the first an
//! orthopedagogue or psychologist, and a third where they differ.

use swv_plugin::procedure::{Breach, CaseEvent, CheckInput};
use swv_plugin::{Provenance, Text};

use super::STEPS;
use crate::procedures::stated;

const SECOND: [&str; 5] =
    ["kinder-en-jeugdpsycholoog", "pedagoog", "kinderpsychiater", "maatschappelijk-werker", "arts"];
const FIRST: [&str; 2] = ["orthopedagoog", "psycholoog"];

fn provenance(step: &str) -> Provenance {
    stated(&format!("{STEPS}, {step}"))
}

/// Every advice that cannot count, and what the advices together lack.
pub(in crate::procedures) fn check(case: &CheckInput) -> Vec<Breach> {
    let advices: Vec<(usize, &CaseEvent)> = case.events_of("advies").collect();
    let mut breaches: Vec<Breach> = advices.iter().filter_map(|(at, advice)| not_independent(*at, advice)).collect();
    breaches.extend(advices.iter().filter_map(|(at, advice)| wrong_function(*at, advice)));
    breaches.extend(same_expert(&advices));
    breaches.extend(decided_too_early(case, &advices));
    breaches.extend(consulted_on_a_routine_file(case));
    breaches
}

fn not_independent(at: usize, advice: &CaseEvent) -> Option<Breach> {
    (advice.field("in-dienst-van-school") == Some("ja")).then(|| {
        breach(
            "deskundige-onafhankelijk",
            at,
            (
                "de deskundige werkt voor een organisatie voor primair of speciaal onderwijs in het samenwerkingsverband; vraag een \
                 ander om advies",
                "the expert works for an organisation for primary or special education in the samenwerkingsverband; ask another \
                 for advice",
            ),
            "7",
        )
    })
}

fn wrong_function(at: usize, advice: &CaseEvent) -> Option<Breach> {
    let function = advice.field("functie")?;
    let allowed = FIRST.contains(&function) || SECOND.contains(&function);
    (!allowed).then(|| {
        breach(
            "deskundige-functie",
            at,
            (
                "deze functie staat niet in de lijst van deskundigen die over een TLV adviseren",
                "this function is not in the list of experts who advise on a TLV",
            ),
            "7",
        )
    })
}

/// No expert advises twice, and of two experts one is an orthopedagogue or
/// psychologist and another of the second list.
fn same_expert(advices: &[(usize, &CaseEvent)]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (nth, (at, advice)) in advices.iter().enumerate() {
        let expert = advice.field("deskundige");
        let earlier = advices.iter().take(nth).any(|(_, earlier)| earlier.field("deskundige") == expert);
        if expert.is_some() && earlier {
            breaches.push(breach(
                "deskundigen-verschillend",
                *at,
                ("deze deskundige adviseerde al; vraag een ander", "this expert advised already; ask another"),
                "7",
            ));
        }
    }
    let functions: Option<Vec<&str>> = advices.iter().map(|(_, advice)| advice.field("functie")).collect();
    let (Some(functions), Some((last, _))) = (functions, advices.last()) else { return breaches };
    if functions.len() >= 2 && !functions.iter().any(|function| FIRST.contains(function)) {
        breaches.push(breach(
            "deskundige-orthopedagoog-of-psycholoog",
            *last,
            (
                "geen van de deskundigen is orthopedagoog of psycholoog; een van hen moet dat zijn",
                "none of the experts is an orthopedagogue or psychologist; one of them has to be",
            ),
            "7",
        ));
    }
    if functions.len() >= 2 && !functions.iter().any(|function| SECOND.contains(function)) {
        breaches.push(breach(
            "tweede-deskundige-functie",
            *last,
            (
                "de tweede deskundige moet kinder- en jeugdpsycholoog, pedagoog, kinderpsychiater, maatschappelijk werker of arts \
                 zijn",
                "the second expert has to be a child psychologist, pedagogue, child psychiatrist, \
                 social worker or physician",
            ),
            "7",
        ));
    }
    breaches
}

/// Two advices that differ ask for a third before there is a decision.
fn decided_too_early(case: &CheckInput, advices: &[(usize, &CaseEvent)]) -> Option<Breach> {
    let decides = |event: &CaseEvent| matches!(event.name.as_str(), "besluit" | "voornemen-afwijzing");
    let (at, _) = case.events.iter().enumerate().find(|(_, event)| decides(event))?;
    let before: Vec<_> = advices.iter().filter(|(advice, _)| *advice < at).collect();
    let for_it = before.iter().filter(|(_, advice)| advice.field("strekking") == Some("positief")).count();
    let against = before.iter().filter(|(_, advice)| advice.field("strekking") == Some("negatief")).count();
    (for_it == 1 && against == 1).then(|| {
        breach(
            "derde-deskundige",
            at,
            (
                "de twee adviezen verschillen; vraag een derde onafhankelijke deskundige voordat er \
                 een besluit is",
                "the two advices differ; ask a third independent expert before there is a decision",
            ),
            "9",
        )
    })
}

/// Only for a discussion file does the school consult the special school.
fn consulted_on_a_routine_file(case: &CheckInput) -> Option<Breach> {
    let (at, _) = case.events_of("overleg-met-stedelijke-voorziening").next()?;
    let judged = case.events_of("inschatting").filter(|(judged, _)| *judged < at).last();
    let routine = judged.is_some_and(|(_, judged)| judged.field("soort-dossier") == Some("hamerstuk"));
    routine.then(|| {
        breach(
            "overleg-alleen-bij-bespreekdossier",
            at,
            (
                "het dossier is een hamerstuk; overleg met de voorziening is er alleen bij een \
                 bespreekdossier",
                "the file is a routine one; the special school is consulted on a discussion file only",
            ),
            "8",
        )
    })
}

fn breach(rule: &str, event: usize, message: (&str, &str), step: &str) -> Breach {
    Breach {
        rule: rule.to_owned(),
        event: Some(event),
        message: Text::new(message.0, message.1),
        provenance: provenance(step),
    }
}
