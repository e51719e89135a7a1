//! `swv case` as a user meets it.

use serde_json::Value;
use swv_tests::Swv;

/// A made-up case of Almere, applied for with hardly any preparation.
const CASE: &str = "procedure = \"toelaatbaarheidsverklaring\"\nkey = \"proef-1\"\nsector = \"po\"\nsynthetic = true\n\
    enrolled_in = \"PO2401\"\n[fields]\nsituatie = \"regulier-naar-sbo-of-so\"\n\
    [[events]]\non = 2025-01-06\nname = \"consultatie\"\n";
const DECIDED: &str = "[[events]]\non = 2025-02-03\nname = \"aanvraag\"\n\
    [[events]]\non = 2025-02-03\nname = \"dossier-compleet\"\nfields = { ontvangen-op = 2025-02-03 }\n\
    [[events]]\non = 2025-03-03\nname = \"besluit\"\nfields = { uitkomst = \"positief\", tlv-soort = \"sbo\", \
    tlv-duur = \"activerend\", tlv-van = 2025-08-01, tlv-tot-en-met = 2027-07-31 }\n\
    [[events]]\non = 2025-03-04\nname = \"brief\"\n";

#[test]
fn a_step_says_what_it_waits_for_in_words() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", CASE);
    let shown = swv.run(&format!("case almere {file} --as-of 2025-01-20"));
    assert_eq!((shown.code, shown.stderr.as_str()), (0, ""));
    let apply = shown.stdout.lines().find(|line| line.contains("TLV aanvragen in Indigo")).unwrap();
    assert!(apply.contains("overleg met ouders, samenwerkingsverband en jeugdgezondheidszorg"), "{apply}");
}

#[test]
fn a_problem_names_its_rule_and_the_exit_code_tells_it() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", format!("{CASE}{DECIDED}"));
    let shown = swv.run(&format!("case almere {file} --as-of 2025-03-10"));
    assert_eq!((shown.code, shown.stderr.as_str()), (1, ""));
    let advices = shown.stdout.lines().find(|line| line.contains("2× advies")).unwrap();
    assert!(advices.contains("events[3] (besluit)") && advices.trim_end().ends_with("adviezen"), "{advices}");
}

#[test]
fn what_is_over_is_not_shown_as_if_it_still_held() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", format!("{CASE}{DECIDED}"));
    let on = |day: &str| swv.run(&format!("case almere {file} --as-of {day}")).stdout;
    let (open, over) = (on("2025-03-10"), on("2032-01-01"));
    assert!(open.contains(" geldt: TLV") && open.contains(" bezwaar mogelijk: ") && !open.contains("vernietigen"));
    assert!(over.contains(" gold: TLV") && over.contains(" bezwaar was mogelijk: ") && over.contains(" vernietigen: "));
    assert!(!over.contains(" geldt: ") && !over.contains(" bezwaar mogelijk: "));
}

#[test]
fn an_amount_that_is_not_known_says_how_to_supply_it() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", format!("{CASE}{DECIDED}"));
    let line = format!("case almere {file} --as-of 2025-03-10");
    assert!(swv.run(&line).stdout.contains("? tarief-sbo: niet bekend; geef de waarde met --set tarief-sbo=WAARDE"));
    let supplied = swv.run(&format!("{line} --set tarief-sbo=1234.56")).stdout;
    assert!(supplied.contains("1.234,56") && !supplied.contains("? tarief-sbo"), "{supplied}");
}

#[test]
fn a_csv_has_every_kind_of_answer_in_the_language_asked_for() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", format!("{CASE}{DECIDED}"));
    let csv = swv.run(&format!("--lang en case almere {file} --as-of 2025-03-10 --format csv")).stdout;
    for row in [
        "almere,proef-1,true,state,afgegeven,TLV issued,,2025-03-10,",
        "almere,proef-1,true,next,brief,tell school and parents the decision by letter,secretariat of",
        "almere,proef-1,true,deadline,besluit,decision on the TLV,met,2025-03-17,",
        "almere,proef-1,true,validity,tlv,TLV,,2027-07-31,",
        "almere,proef-1,true,objection,,decision on the TLV,samenwerkingsverband,",
        "almere,proef-1,true,cost,bekostiging-tlv,funding of the place,samenwerkingsverband,",
    ] {
        assert!(csv.contains(&format!("\n{row}")), "{row}\n{csv}");
    }
}

#[test]
fn an_unknown_procedure_is_told_with_the_nearest_first() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", CASE.replace("toelaatbaarheidsverklaring", "toelatbaarheidsverklaring"));
    let answer = swv.run(&format!("case almere {file} --as-of 2025-01-20"));
    assert_eq!(answer.code, 2);
    let told = "almere states no procedure toelatbaarheidsverklaring; it states toelaatbaarheidsverklaring, ";
    assert!(answer.stderr.contains(told), "{}", answer.stderr);
}

#[test]
fn a_region_is_compared_once() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", CASE);
    let answer =
        swv.run(&format!("case --compare almere,almere,haarlemmermeer {file} --as-of 2025-01-20 --format json"));
    let json: Value = serde_json::from_str(&answer.stdout).unwrap();
    let regions: Vec<_> = json["cases"].as_array().unwrap().iter().map(|case| case["region"].clone()).collect();
    assert_eq!(regions, ["almere", "haarlemmermeer"]);
}

#[test]
fn a_procedure_that_no_region_states_is_an_error_and_one_that_some_state_is_not() {
    let swv = Swv::new();
    let none = swv.file("zaak.toml", CASE.replace("toelaatbaarheidsverklaring", "toelatbaarheidsverklaring"));
    let answer = swv.run(&format!("case --compare haarlemmermeer,almere {none} --as-of 2025-01-20"));
    let told = "haarlemmermeer states no procedure toelatbaarheidsverklaring; it states toelaatbaarheidsverklaring";
    assert!(answer.code == 2 && answer.stderr.contains(told), "{}", answer.stderr);
    let some = "procedure = \"maatwerkbudget\"\nkey = \"proef-1\"\nsector = \"po\"\n";
    let file = swv.file("zaak.toml", some);
    let answer = swv.run(&format!("case --compare haarlemmermeer,almere {file} --as-of 2025-01-20"));
    assert!(
        answer.code == 0
            && answer.stdout.contains("haarlemmermeer: heeft deze procedure niet voor deze sector beschreven")
    );
}

#[test]
fn a_value_of_one_region_is_refused_for_several() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", CASE);
    let options = "--as-of 2025-01-20 --set tarief-sbo=1";
    let answer = swv.run(&format!("case --compare almere,zuid-kennemerland {file} {options}"));
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("leave out --compare, and ask each region"), "{}", answer.stderr);
}

#[test]
fn what_is_read_into_a_document_says_how() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", format!("{CASE}{DECIDED}"));
    let json: Value =
        serde_json::from_str(&swv.run(&format!("case almere {file} --as-of 2025-03-10 --format json")).stdout).unwrap();
    let reasoning = json["objections"][0]["source"]["interpreted"].as_str().unwrap();
    assert!(reasoning.contains("artikel 6:7 van de Awb"), "{reasoning}");
    assert_eq!(json["retention"][0]["source"].get("interpreted"), None);
    let shown = swv.run(&format!("case almere {file} --as-of 2025-03-10 --explain")).stdout;
    assert!(shown.contains(" * afgeleid: Het plan noemt de TLV een beschikking"), "{shown}");
}

#[test]
fn a_made_up_case_says_so_also_beside_another_region() {
    let swv = Swv::new();
    let file = swv.file("zaak.toml", CASE);
    let compared = swv.run(&format!("case --compare almere,zuid-kennemerland {file} --as-of 2025-01-20")).stdout;
    assert!(compared.starts_with("toelaatbaarheidsverklaring · proef-1 (synthetisch) · 2025-01-20\n"), "{compared}");
}
