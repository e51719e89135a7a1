//! `swv case import-oso`: dossiers into cases.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;
use swv_core::Sector;
use swv_core::procedure::CaseFile;
use swv_test_support::{DOSSIER, OSO_KEY, oso_examples};
use swv_tests::{Answer, REGIONS, Swv, region};

const IMPORT: &str = "case import-oso dossier.xml --region almere --key-file sleutel.txt";

/// `swv` with a key and a dossier in its folder.
fn swv_with(dossier: impl AsRef<[u8]>) -> Swv {
    let swv = Swv::new();
    swv.file("sleutel.txt", OSO_KEY);
    swv.file("dossier.xml", dossier);
    swv
}

fn case(toml: &str) -> CaseFile {
    toml::from_str(toml).unwrap_or_else(|error| panic!("{error}\n{toml}"))
}

fn read(swv: &Swv, name: &str) -> String {
    fs::read_to_string(swv.folder().join(name)).unwrap()
}

#[track_caller]
fn refused(answer: &Answer) {
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{answer}");
    assert!(answer.stderr.starts_with("error: ") && !answer.stderr.contains("geheim"), "{answer}");
}

#[test]
fn a_dossier_becomes_a_case_with_what_is_not_known_to_be_filled_in() {
    let swv = swv_with(DOSSIER);
    assert_snapshot!("import_nl", swv.run(IMPORT));
    let english = swv.run(&format!("--lang en {IMPORT} --procedure maatwerkbudget --enrolled-in PO2401"));
    assert_snapshot!("import_en", english);
    assert_eq!(case(&english.stdout).enrolled_in.unwrap().to_string(), "PO2401");
}

#[test]
fn the_same_case_is_written_as_toml_and_as_json() {
    let swv = swv_with(DOSSIER);
    let printed = swv.run(IMPORT);
    for out in ["zaak.toml", "zaak.json"] {
        let written = swv.run(&format!("{IMPORT} --out {out} --report verslag.json"));
        assert_eq!((written.code, written.stdout.as_str(), &written.stderr), (0, "", &printed.stderr));
    }
    assert_eq!(read(&swv, "zaak.toml"), printed.stdout);
    let from_json: CaseFile = serde_json::from_str(&read(&swv, "zaak.json")).unwrap();
    assert_eq!(from_json, case(&printed.stdout));
    let from_stdout: CaseFile = serde_json::from_str(&swv.run(&format!("{IMPORT} --format json")).stdout).unwrap();
    assert_eq!(from_stdout, from_json);
    let report: Value = serde_json::from_str(&read(&swv, "verslag.json")).unwrap();
    assert_eq!(report["taken"][0]["name"], "leerling-16-of-ouder");
    assert_eq!(report["dossier"]["consent"], "given");
}

#[test]
fn a_case_is_followed_as_soon_as_it_is_made_and_with_what_is_filled_in() {
    let swv = swv_with(DOSSIER);
    let made = swv.run(IMPORT).stdout;
    swv.file("zaak.toml", &made);
    let answer = swv.run("case almere zaak.toml --as-of 2024-03-18");
    assert_eq!((answer.code, answer.stderr.as_str()), (1, ""), "the OPP is not dated yet: {answer}");
    let filled = made
        .replacen("# fields.gedateerd = \"\"", "fields.gedateerd = \"2023-11-06\"", 1)
        .replacen("# situatie = \"\"", "situatie = \"regulier-naar-sbo-of-so\"", 1)
        .replacen("# enrolled_in = \"\"", "enrolled_in = \"PO2401\"", 1);
    assert_eq!(case(&filled).events[0].fields["gedateerd"], "2023-11-06");
    swv.file("zaak.toml", filled);
    let answer = swv.run("case almere zaak.toml --as-of 2024-03-18");
    assert_eq!(answer.code, 0, "{answer}");
    assert!(answer.stdout.contains("bevoegd: PO2401"), "{answer}");
    let compared = swv.run("case --compare zuid-kennemerland,almere zaak.toml --as-of 2024-03-18");
    assert!(compared.code < 2, "{compared}");
}

#[test]
fn the_examples_of_the_standard_become_cases_of_every_procedure_that_are_followed() {
    let Some(examples) = oso_examples() else { return };
    for example in examples {
        let swv = swv_with(fs::read(&example).unwrap());
        for id in REGIONS {
            for procedure in region(id).procedures().unwrap() {
                if !procedure.sectors.contains(&Sector::Po) {
                    continue;
                }
                let name = &procedure.id;
                let import = format!(
                    "case import-oso dossier.xml --region {id} --key-file sleutel.txt --procedure {name} --out {id}.toml"
                );
                let made = swv.run(&import);
                assert_eq!((made.code, made.stdout.as_str()), (0, ""), "{id} {name}: {made}");
                let followed = swv.run(&format!("case {id} {id}.toml --as-of 2016-06-01"));
                assert!(followed.code < 2 && followed.stderr.is_empty(), "{id} {name}: {followed}");
            }
        }
    }
}

/// Everything that an import tells, in all its forms.
fn told(swv: &Swv) -> (CaseFile, String) {
    let first = swv.run(&format!("{IMPORT} --report verslag.json"));
    let json = swv.run(&format!("--lang en {IMPORT} --format json"));
    assert_eq!((first.code, json.code), (0, 0), "{first}{json}");
    let made = case(&first.stdout);
    (made, [first.stdout, first.stderr, json.stdout, json.stderr, read(swv, "verslag.json")].concat())
}

/// Every value of a dossier: texts and attributes.
fn values(dossier: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(dossier).unwrap();
    let texts = tree.descendants().filter_map(|node| node.text().map(str::to_owned));
    let attributes = tree.descendants().flat_map(|node| node.attributes().map(|own| own.value().to_owned()));
    let mut values: Vec<_> = texts.chain(attributes).map(|value| value.trim().to_owned()).collect();
    values.sort();
    values.dedup();
    values.retain(|value| !value.is_empty());
    values
}

/// Whether a value stands in a text by itself, and not as part of a word, of a
/// name with hyphens or of the path of an element.
fn stands_in(value: &str, text: &str) -> bool {
    let bound = |letter: Option<char>| !letter.is_some_and(|letter| letter.is_alphanumeric() || "/-".contains(letter));
    text.match_indices(value)
        .any(|(at, _)| bound(text[..at].chars().next_back()) && bound(text[at + value.len()..].chars().next()))
}

#[test]
fn no_value_that_is_dropped_stands_in_the_case_the_report_or_what_is_said() {
    let Some(examples) = oso_examples() else { return };
    // What is said of any dossier are the words of the program itself.
    let (_, words) = told(&swv_with(DOSSIER));
    let mut checked = 0;
    for example in examples {
        let dossier = fs::read_to_string(&example).unwrap();
        let (made, told) = told(&swv_with(&dossier));
        let in_case: Vec<&str> = made
            .fields
            .values()
            .chain(made.events.iter().flat_map(|event| event.fields.values()))
            .map(String::as_str)
            .chain([made.key.as_str()])
            .collect();
        let kept = made.events.iter().map(|event| event.on.to_string()).collect::<Vec<_>>();
        for value in values(&dossier).iter().filter(|value| !kept.contains(value)) {
            assert!(!in_case.contains(&value.as_str()), "{value}");
            // A shorter one stands there by chance, as a count or a place.
            if value.chars().count() > 2 && !stands_in(value, &words) {
                assert!(!stands_in(value, &told), "{}: {value}", example.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 300, "{checked}");
}

#[test]
fn of_the_example_with_parts_left_out_nothing_of_those_is_in_the_case() {
    let Some([_, opt_out]) = oso_examples() else { return };
    let (made, told) = told(&swv_with(fs::read(opt_out).unwrap()));
    let kinds: Vec<_> = made.events.iter().map(|event| event.fields["soort"].as_str()).collect();
    assert_eq!(kinds, ["ontwikkelingsperspectief"], "test results were left out");
    assert_eq!(made.fields.keys().collect::<Vec<_>>(), ["leerling-16-of-ouder"], "the pupil was not left out");
    assert!(told.contains("buiten de uitwisseling gehouden: inzage van ouders"), "{told}");
}

#[test]
fn a_dossier_whose_parents_do_not_consent_makes_no_case() {
    let swv = swv_with(DOSSIER.replace("<toestemming>Ja", "<toestemming>Nee"));
    let answer = swv.run(&format!("{IMPORT} --out zaak.toml --report verslag.json"));
    refused(&answer);
    assert_snapshot!("import_no_consent", answer);
    assert!(!swv.folder().join("zaak.toml").exists() && !swv.folder().join("verslag.json").exists());
}

#[test]
fn a_key_is_made_once_and_what_is_no_key_is_refused() {
    let swv = swv_with(DOSSIER);
    let made = swv.run("case import-oso --new-key nieuw.txt");
    assert_snapshot!("new_key", made);
    let key = read(&swv, "nieuw.txt");
    refused(&swv.run("case import-oso --new-key nieuw.txt"));
    assert_eq!(read(&swv, "nieuw.txt"), key);
    let other = swv.run("case import-oso dossier.xml --region almere --key-file nieuw.txt");
    assert_ne!(case(&other.stdout).key, case(&swv.run(IMPORT).stdout).key);
    swv.file("kort.txt", "0011");
    swv.file("tekst.txt", "mijn geheime sleutel");
    for (file, why) in [
        ("nergens.txt", "the key cannot be read"),
        ("kort.txt", "the key has 2 bytes, and at least 32 are needed"),
        ("tekst.txt", "character 1 is no hexadecimal digit"),
    ] {
        let answer = swv.run(&format!("case import-oso dossier.xml --region almere --key-file {file}"));
        refused(&answer);
        assert!(answer.stderr.contains(why) && answer.stderr.contains("--new-key"), "{answer}");
    }
}

#[test]
fn hostile_xml_is_refused_in_one_message() {
    let entity =
        DOSSIER.replace("<dossier ", "<!DOCTYPE dossier [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<dossier ");
    let deep = DOSSIER.replace("<opp>", &"<opp>".repeat(10_000));
    for dossier in [entity.as_str(), &deep, "", "\0\u{1b}[31m", "<dossier xmlns='urn:x'/>", "{}"] {
        let answer = swv_with(dossier).run(IMPORT);
        refused(&answer);
        let lines: Vec<_> = answer.stderr.lines().collect();
        assert!(lines.len() == 1 && lines[0].starts_with("error: dossier.xml:"), "{answer}");
        assert!(!answer.stderr.contains('\u{1b}'), "{answer}");
    }
    let answer = swv_with(entity).run(IMPORT);
    assert_snapshot!("import_hostile", answer);
}

#[test]
fn an_input_is_never_written_over_and_two_results_are_two_files() {
    let swv = swv_with(DOSSIER);
    for options in [
        "--out dossier.xml",
        "--out sleutel.txt",
        "--report dossier.xml",
        "--report sleutel.txt",
        "--out zaak.toml --report zaak.toml",
        "--out nergens/zaak.toml",
    ] {
        let answer = swv.run(&format!("{IMPORT} {options}"));
        refused(&answer);
        assert!(!swv.folder().join("zaak.toml").exists(), "{options}");
    }
    assert_eq!((read(&swv, "dossier.xml").as_str(), read(&swv, "sleutel.txt").as_str()), (DOSSIER, OSO_KEY));
}

#[test]
fn a_region_or_procedure_that_is_not_there_is_named_with_those_that_are() {
    let swv = swv_with(DOSSIER);
    let procedure = swv.run(&format!("{IMPORT} --procedure tlv"));
    refused(&procedure);
    assert!(procedure.stderr.contains("its procedures are "), "{procedure}");
    let region = swv.run("case import-oso dossier.xml --region almeer --key-file sleutel.txt");
    refused(&region);
    assert!(region.stderr.contains("the regions are almere"), "{region}");
}

#[test]
fn following_a_case_and_importing_one_are_told_apart() {
    let swv = swv_with(DOSSIER);
    for (line, missing) in [
        ("case almere zaak.toml", "--as-of <DATE>"),
        ("case", "--as-of <DATE>"),
        ("case import-oso dossier.xml", "--key-file <FILE>"),
        ("case import-oso --new-key k.txt --region almere", "cannot be used with"),
    ] {
        let answer = swv.run(line);
        assert!(answer.code == 2 && answer.stderr.contains(missing), "{line}: {answer}");
    }
    let help = swv.run("case import-oso --help").stdout;
    assert!(help.contains("swv case import-oso --new-key <FILE>"), "{help}");
    assert!(swv.run("case --help").stdout.contains("import-oso"));
}
