//! Made-up cases through the five phases.

use crate::procedures::testing::{Case, costs, missing, problems, stated};

/// A pupil of a primary school for whom everyone does what the plan asks.
fn prepared() -> Case {
    let first = [("deskundige", "deskundige-1"), ("functie", "orthopedagoog"), ("in-dienst-van-school", "ja")];
    let second = [("deskundige", "deskundige-2"), ("functie", "arts"), ("in-dienst-van-school", "nee")];
    Case::of("toelaatbaarheidsverklaring")
        .field("situatie", "regulier-naar-sbo-of-so")
        .field("bestemming", "ikc")
        .field("woont-in-ander-samenwerkingsverband", "nee")
        .event("2025-01-13", "signaal", &[])
        .event("2025-01-20", "gezamenlijk-overleg", &[])
        .event("2025-01-20", "tweede-deskundige-gekozen", &[])
        .event("2025-02-03", "afspraken-plaatsing", &[])
        .event("2025-02-03", "afspraak-terugplaatsing", &[("terugplaatsingsfase", "ja")])
        .event("2025-02-10", "advies", &first)
        .event("2025-02-11", "advies", &second)
        .event("2025-02-17", "ondertekening-ouders", &[])
}

fn applied() -> Case {
    prepared().event("2025-02-17", "aanvraag", &[])
}

fn issued() -> Case {
    let tlv = [("uitkomst", "positief"), ("tlv-soort", "sbo"), ("tlv-tot-en-met", "2027-07-31")];
    applied().event("2025-02-24", "controle-draagvlak", &[("gedragen", "ja")]).event("2025-02-24", "besluit", &tlv)
}

#[test]
fn a_joint_solution_goes_from_signal_to_place_without_a_problem() {
    let placed = issued().field("vorige-basisschool-zorgplichtig", "nee").field("vrijstelling", "geen").event(
        "2025-03-10",
        "inschrijving",
        &[],
    );
    let followed = placed.on("2025-03-10");
    assert_eq!(problems(&followed), [""; 0]);
    assert_eq!(missing(&followed), [""; 0]);
    assert_eq!(followed.state, "plaatsing");
    assert_eq!(costs(&followed), [("inkoop-plaatsing".into(), "2025-03-10".into(), "".into(), Some(6_635_00))]);
    assert_eq!(followed.validity[0].until.unwrap().to_string(), "2027-07-31");
    assert_eq!(placed.check(), []);
}

#[test]
fn an_objection_is_open_and_its_last_day_is_not_known() {
    let followed = issued().on("2025-02-24");
    assert_eq!(followed.objections.len(), 1);
    assert_eq!(followed.objections[0].until, None);
}

#[test]
fn who_applies_without_the_phases_before_it_hears_what_is_missing() {
    let hasty = Case::of("toelaatbaarheidsverklaring").field("situatie", "regulier-naar-sbo-of-so").event(
        "2025-02-17",
        "aanvraag",
        &[],
    );
    let followed = hasty.on("2025-02-17");
    assert_eq!(followed.state, "aangevraagd");
    assert_eq!(problems(&followed), ["gezamenlijk-overleg", "tweede-deskundige-gekozen", "afspraken-plaatsing"]);
    assert_eq!(missing(&followed), ["adviezen", "ondertekening-ouders", "draagvlak"]);
}

#[test]
fn without_support_of_all_the_parties_talk_on() {
    let split = applied().event("2025-02-24", "controle-draagvlak", &[("gedragen", "nee")]);
    assert_eq!(split.on("2025-02-24").state, "afstemming");
}

#[test]
fn the_samenwerkingsverband_pays_for_the_pupil_of_a_shelter() {
    let placed = issued().field("vorige-basisschool-zorgplichtig", "nee").field("vrijstelling", "opvanghuis").event(
        "2025-03-10",
        "inschrijving",
        &[],
    );
    let followed = placed.on("2025-03-10");
    let rules: Vec<_> = costs(&followed).into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!(rules, ["vrijgestelde-plaatsing"]);
}

#[test]
fn a_pupil_of_another_samenwerkingsverband_comes_to_the_ikc_with_its_agreement() {
    let foreign = issued().field("woont-in-ander-samenwerkingsverband", "ja").resident_in("PO2710");
    let followed = foreign.on("2025-02-24");
    assert_eq!(followed.competent_swv.clone().unwrap().to_string(), "PO2710");
    assert_eq!(problems(&followed), ["leerling-van-ander-samenwerkingsverband"]);
    assert_eq!(missing(&followed), ["plaatsingsakkoord"]);
    let agreed = foreign.event("2025-03-03", "document", &[("soort", "plaatsingsakkoord")]);
    assert_eq!(missing(&agreed.on("2025-03-03")), [""; 0]);
}

#[test]
fn form_d_is_of_a_mandated_institution_and_needs_no_experts() {
    let toddler = Case::of("toelaatbaarheidsverklaring")
        .field("situatie", "eerste-schoolgang")
        .field("bestemming", "basisschool");
    let without = toddler.clone().event("2025-02-17", "aanvraag", &[]);
    assert_eq!(problems(&without.on("2025-02-17")), ["veld-ontbreekt"]);
    let other = toddler.clone().event("2025-02-17", "aanvraag", &[("instelling", "huisarts")]);
    assert!(problems(&other.on("2025-02-17")).contains(&"vorm-van-veld"));
    let mandated = toddler
        .event("2025-02-17", "aanvraag", &[("instelling", "kleine-maatjes")])
        .event("2025-02-24", "controle-draagvlak", &[("gedragen", "ja")])
        .event(
            "2025-02-24",
            "besluit",
            &[("uitkomst", "positief"), ("tlv-soort", "so-laag"), ("tlv-tot-en-met", "2027-07-31")],
        )
        .event("2025-03-10", "inschrijving", &[]);
    let followed = mandated.on("2025-03-10");
    assert_eq!(problems(&followed), [""; 0]);
    assert_eq!(followed.state, "ondersteuning-op-basisschool");
    assert_eq!(costs(&followed), []);
}

#[test]
fn a_pupil_who_just_started_is_discussed_with_the_samenwerkingsverband_first() {
    let started = Case::of("toelaatbaarheidsverklaring").field("situatie", "recent-gestart");
    let applied = started.event("2025-02-17", "aanvraag", &[("instelling", "heliomare")]);
    assert_eq!(problems(&applied.on("2025-02-17")), ["overleg-samenwerkingsverband"]);
}

#[test]
fn one_party_applies_after_a_removal_decision_mediation_and_an_independent_examination() {
    let alone = Case::of("toelaatbaarheidsverklaring").event("2025-02-03", "verwijderingsbesluit", &[]).event(
        "2025-02-10",
        "aanvraag-eenzijdig",
        &[],
    );
    assert_eq!(missing(&alone.on("2025-02-10")), ["bemiddeling"]);
    let talked = alone.clone().event("2025-02-12", "bemiddeling", &[("vorm", "gespreksbemiddeling")]);
    assert_eq!(missing(&talked.on("2025-02-12")), ["bemiddeling"]);
    let early = alone.clone().event("2025-02-24", "besluit", &[("uitkomst", "negatief")]);
    assert_eq!(problems(&early.on("2025-02-24")), ["stap-kan-hier-niet"]);
    let declined = alone.event("2025-02-17", "bemiddeling", &[("vorm", "door-ouders-afgewezen")]).event(
        "2025-03-10",
        "onafhankelijk-onderzoek",
        &[],
    );
    for (outcome, state) in [("positief", "afgegeven"), ("negatief", "afgewezen")] {
        let decided = declined.clone().event(
            "2025-03-24",
            "besluit",
            &[("uitkomst", outcome), ("tlv-soort", "so-laag"), ("tlv-tot-en-met", "2027-07-31")],
        );
        assert_eq!(problems(&decided.on("2025-03-24")), [""; 0]);
        assert_eq!(decided.on("2025-03-24").state, state);
        assert_eq!(decided.check(), []);
    }
}

#[test]
fn a_need_of_care_by_physical_disability_is_category_two_and_not_one() {
    let case = Case::of("toelaatbaarheidsverklaring")
        .field("nodig-bij-leren", "ja")
        .field("nodig-bij-gedrag", "nee")
        .field("nodig-bij-gezondheid", "ja")
        .field("grote-zorgvraag-lichamelijk", "ja")
        .field("ernstig-meervoudig-beperkt", "nee");
    let followed = case.on("2025-02-03");
    let fitting = followed.criteria.iter().filter(|fit| fit.fits == swv_plugin::procedure::Fit::Yes);
    assert_eq!(fitting.map(|fit| fit.provision.as_str()).collect::<Vec<_>>(), ["so-midden"]);
}

#[test]
fn a_case_that_was_kept_for_another_region_says_what_this_one_asks_besides() {
    let first = [("deskundige", "deskundige-1"), ("functie", "psycholoog"), ("in-dienst-van-school", "nee")];
    let second = [("deskundige", "deskundige-2"), ("functie", "arts"), ("in-dienst-van-school", "nee")];
    let elsewhere = Case::of("toelaatbaarheidsverklaring")
        .field("situatie", "regulier-naar-sbo-of-so")
        .event("2025-01-13", "consultatie", &[])
        .event("2025-02-03", "aanvraag", &[])
        .event("2025-02-10", "advies", &first)
        .event("2025-02-11", "advies", &second)
        .event(
            "2025-03-03",
            "besluit",
            &[("uitkomst", "positief"), ("tlv-soort", "so-laag"), ("tlv-tot-en-met", "2027-07-31")],
        );
    let mut other = stated("toelaatbaarheidsverklaring");
    let mut consultation = other.steps[0].clone();
    consultation.event = "consultatie".to_owned();
    other.steps.push(consultation);
    let followed = elsewhere.beside(&[other], "2025-03-03");
    assert_eq!(followed.state, "afgegeven");
    assert_eq!(
        problems(&followed),
        [
            "gezamenlijk-overleg",
            "tweede-deskundige-gekozen",
            "afspraken-plaatsing",
            "ondertekening-ouders",
            "draagvlak"
        ]
    );
    assert_eq!(followed.not_used, ["events[0] (consultatie)"]);
    assert_eq!(elsewhere.check(), []);
}
