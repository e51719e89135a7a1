//! What is wrong with regulation is told with file, line, column and what is
//! allowed; what is right becomes one short document.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use swv_core::norm::stated::Norms;
use swv_core::procedure::stated::Procedures;
use swv_regulation::{Regulation, read};

const PROCEDURE: &str = r#"id = "tlv"
nl = "aanvraag TLV"
en = "application for a TLV"
sectors = ["po"]
section = "2"
include = ["actors.plan", { part = "stukken.opp", asked_in = ["begin"], needed_for = ["aanvraag"] }]
states = [
    { id = "begin", nl = "begin", en = "start" },
    { id = "einde", nl = "einde", en = "end", closed = true },
]

[[steps]]
event = "aanvraag"
nl = "aanvragen"
en = "apply"
by = "school"
from = ["begin"]
to = "einde"
section = "2.1"

[[terms]]
id = "besluit"
nl = "besluit"
en = "decision"
starts = "aanvraag"
ends.after.weeks = 6
section = "2.2"
"#;

const ACTORS: &str = r#"[plan]
document = "ondersteuningsplan"

[plan.actors]
school = { nl = "school", en = "school" }
ouders = { nl = "ouders", en = "parents" }
"#;

const PARTS: &str = r#"[[opp.steps]]
event = "document"
nl = "stuk aanleveren"
en = "supply a document"
by = "school"
section = "3"

[[opp.requirements]]
id = "opp"
nl = "een OPP"
en = "a development plan"
by = "school"
on = { event = "document", when = { soort = "opp" } }
section = "3.1"

[opp.fields.document]
soort = { kind = ["opp"], nl = "welk stuk", en = "which document" }
"#;

const NORM: &str = r#"sectors = ["po"]
standing = "norm"
nl = "een norm"
en = "a norm"
document = "ondersteuningsplan"
section = "5"

[aspects]
structuur = { nl = "structuur", en = "structure" }

[[items]]
id = "zorgplicht"
aspect = "structuur"
nl = "voert de zorgplicht uit"
en = "carries out its duty of care"
section = "5.1"
"#;

/// The files of a sound region.
fn sound() -> Vec<(&'static str, String)> {
    vec![
        ("procedures/tlv.toml", PROCEDURE.to_owned()),
        ("procedures/parts/actors.toml", ACTORS.to_owned()),
        ("procedures/parts/stukken.toml", PARTS.to_owned()),
        ("norm.toml", NORM.to_owned()),
        ("quantities.toml", "[leerlingen]\nnl = \"leerlingen\"\nen = \"pupils\"\nrequired = true\n".to_owned()),
    ]
}

fn read_files(files: &[(&str, String)]) -> Result<Regulation, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    read(folder.path()).map_err(|faults| faults.0.iter().map(ToString::to_string).collect())
}

/// What is told once, in that file, the one text stands in the place of the
/// other.
#[track_caller]
fn told(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = sound();
    let (_, text) = files.iter_mut().find(|(name, _)| *name == file).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    *text = text.replace(from, to);
    read_files(&files).err().unwrap_or_default()
}

const TLV: &str = "procedures/tlv.toml";
const STUKKEN: &str = "procedures/parts/stukken.toml";

#[test]
fn what_is_right_becomes_a_short_document_in_which_parts_stand_behind_the_own() {
    let regulation = read_files(&sound()).unwrap();
    let text = regulation.procedures.unwrap();
    assert!(text.starts_with(r#"{"schema":"procedures/1","procedures":[{"id":"tlv","nl":"aanvraag TLV""#), "{text}");
    assert!(!text.contains("ouders") && !text.contains("include") && !text.contains('\n'), "{text}");
    let [tlv] = Procedures::read(&text).unwrap().try_into().unwrap();
    assert_eq!(tlv.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["aanvraag", "document"]);
    assert_eq!(
        (&tlv.requirements[0].asked_in, &tlv.requirements[0].needed_for),
        (&vec!["begin".into()], &vec!["aanvraag".into()])
    );
    assert_eq!(tlv.provenance.source().unwrap().document, "ondersteuningsplan");
    assert_eq!(Norms::read(&regulation.norm.unwrap()).unwrap()[0].items[0].subject, "zorgplicht");
    assert!(regulation.quantities.contains(r#"name: "leerlingen", meaning: ("leerlingen", "pupils"), "#));
}

#[test]
fn a_region_without_regulation_has_none() {
    let none = read_files(&[]).unwrap();
    assert_eq!((none.procedures, none.norm, none.quantities.as_str()), (None, None, "&[\n]\n"));
}

#[test]
fn a_text_that_is_no_toml_is_told_with_every_place() {
    let faults = told(TLV, "sectors = [\"po\"]", "sectors = [\"po\"");
    assert_eq!(faults[0], "procedures/tlv.toml:5:1: missing comma between array elements, expected `,`", "{faults:?}");
}

#[test]
fn a_key_that_nothing_reads_is_told_with_the_one_that_was_meant() {
    let known = "`id`, `event`, `when`, `by`, `from`, `to`, `nl`, `en`, `section`, `document`, `interpreted`, `valid`";
    assert_eq!(
        told(TLV, "to = \"einde\"", "too = \"einde\""),
        [format!("procedures/tlv.toml:18:1: unknown field `too`, expected one of {known}; did you mean `to`?")]
    );
    let faults = told("norm.toml", "section = \"5.1\"", "section = \"5.1\"\nlevels = \"basis\"");
    assert!(faults[0].starts_with("norm.toml:17:1: unknown field `levels`"), "{faults:?}");
    assert!(faults[0].ends_with("did you mean `level`?"), "{faults:?}");
    let faults = told("quantities.toml", "required", "requires");
    let known = "unknown field `requires`, expected one of `nl`, `en`, `unit`, `decimals`, `negative`, `required`, `sectors`, `valid`; did you mean `required`?";
    assert_eq!(faults, [format!("quantities.toml:4:1: {known}")]);
}

#[test]
fn a_value_of_another_kind_and_one_that_is_missing_are_told() {
    assert_eq!(
        told(TLV, "ends.after.weeks = 6", "ends.after.weken = 6"),
        ["procedures/tlv.toml:26:6: unknown variant `weken`, expected one of `days`, `weeks`, `months`, `years`, \
          `working_days`, `school_weeks`; did you mean `weeks`?"]
    );
    assert_eq!(
        told(TLV, "ends.after.weeks = 6", "ends.after.weeks = \"6\""),
        ["procedures/tlv.toml:26:20: invalid type: string \"6\", expected u16"]
    );
    assert_eq!(told(TLV, "ends.after.weeks = 6\n", ""), ["procedures/tlv.toml:21:1: missing field `ends`"]);
    assert_eq!(
        told(TLV, "starts = \"aanvraag\"", "starts = [\"aanvraag\"]"),
        ["procedures/tlv.toml:25:10: invalid type: sequence, expected an event, or { event = …, when = … }"]
    );
    assert_eq!(
        told(TLV, "starts = \"aanvraag\"", "starts = 3.5"),
        ["procedures/tlv.toml:25:10: 3.5 is no whole number, and no other is written in regulation"]
    );
}

#[test]
fn what_refers_to_nothing_is_told_where_it_stands_also_in_a_part() {
    assert_eq!(
        told(TLV, "to = \"einde\"", "to = \"eind\""),
        ["procedures/tlv.toml:18:6: there is no state eind; did you mean einde?"]
    );
    assert_eq!(
        told(TLV, "by = \"school\"", "by = \"schol\""),
        ["procedures/tlv.toml:16:6: there is no actor schol; did you mean school?"]
    );
    assert_eq!(
        told(STUKKEN, "soort = \"opp\"", "soort = \"ppo\""),
        ["procedures/parts/stukken.toml:13:45: \"ppo\" is no value of the field soort, which is one of opp"]
    );
    assert_eq!(
        told(TLV, "asked_in = [\"begin\"]", "asked_in = [\"beginn\"]"),
        ["procedures/tlv.toml:6:63: there is no state beginn; did you mean begin?"]
    );
    assert_eq!(
        told("norm.toml", "aspect = \"structuur\"", "aspect = \"structur\""),
        ["norm.toml:13:10: there is no aspect structur; did you mean structuur?"]
    );
    let faults = told("norm.toml", "id = \"zorgplicht\"", "id = \"zorgplich\"");
    assert_eq!(
        faults,
        ["norm.toml:11:1: zorgplich: there is no subject \"zorgplich\"; the one most like it is zorgplicht"]
    );
}

#[test]
fn every_fault_of_references_is_told_at_once_file_by_file() {
    let mut files = sound();
    files[0].1 =
        files[0].1.replace("to = \"einde\"", "to = \"eind\"").replace("starts = \"aanvraag\"", "starts = \"anvraag\"");
    files[3].1 = files[3].1.replace("aspect = \"structuur\"", "aspect = \"vakken\"");
    let places: Vec<_> = read_files(&files)
        .unwrap_err()
        .iter()
        .map(|fault| fault.splitn(4, ':').take(3).collect::<Vec<_>>().join(":"))
        .collect();
    assert_eq!(places, ["norm.toml:13:10", "procedures/tlv.toml:18:6", "procedures/tlv.toml:25:10"]);
}

#[test]
fn an_include_names_a_part_and_fills_in_what_it_leaves_open() {
    let include =
        "include = [\"actors.plan\", { part = \"stukken.opp\", asked_in = [\"begin\"], needed_for = [\"aanvraag\"] }]";
    let with = |instead: &str| told(TLV, include, instead);
    assert_eq!(
        with("include = [\"actors.plan\", \"stukken.op\"]"),
        ["procedures/tlv.toml:6:27: there is no part stukken.op; did you mean stukken.opp?"]
    );
    assert_eq!(
        with("include = [\"actors.plan\", \"zorg\", \"stukken.opp\"]"),
        ["procedures/tlv.toml:6:27: there is no part zorg; there is actors.plan, stukken.opp"]
    );
    assert_eq!(
        with("include = \"actors.plan\""),
        ["procedures/tlv.toml:6:11: include is a list of parts, and this is a text"]
    );
    assert_eq!(
        with("include = [\"actors.plan\", 3, \"stukken.opp\"]"),
        [
            "procedures/tlv.toml:6:27: a part is named as \"FILE.PART\" or { part = \"FILE.PART\" }, and this is a number"
        ]
    );
    assert_eq!(
        with("include = [\"actors.plan\", { asked_in = [\"begin\"] }, \"stukken.opp\"]"),
        ["procedures/tlv.toml:6:27: a part is named as \"FILE.PART\" or { part = \"FILE.PART\" }, and this is nothing"]
    );
    assert_eq!(
        with("include = [\"actors.plan\", { part = \"stukken.opp\", when = {} }]"),
        ["procedures/tlv.toml:6:51: an include has no when; it may have part, asked_in, needed_for, from"]
    );
    assert_eq!(
        with("include = [{ part = \"actors.plan\", from = [\"begin\"] }, \"stukken.opp\"]"),
        ["procedures/tlv.toml:6:12: from is for steps, and the part actors.plan has none"]
    );
    let twice = with("include = [\"actors.plan\", \"stukken.opp\", \"stukken.opp\"]");
    assert_eq!(twice, ["procedures/parts/stukken.toml:17:1: soort is there already; a procedure takes it in once"]);
}

#[test]
fn what_an_include_fills_in_gives_way_to_what_the_part_says() {
    let mut files = sound();
    files[2].1 = files[2].1.replace("section = \"3.1\"", "section = \"3.1\"\nneeded_for = [\"document\"]");
    let text = read_files(&files).unwrap().procedures.unwrap();
    let [tlv] = Procedures::read(&text).unwrap().try_into().unwrap();
    assert_eq!(
        (&tlv.requirements[0].asked_in, &tlv.requirements[0].needed_for),
        (&vec!["begin".into()], &vec!["document".into()])
    );
}

#[test]
fn a_part_of_another_document_says_so_of_each_of_its_parts() {
    let mut files = sound();
    files[2].1 = format!("[opp]\ndocument = \"regeling\"\n\n{}", files[2].1);
    let text = read_files(&files).unwrap().procedures.unwrap();
    let [tlv] = Procedures::read(&text).unwrap().try_into().unwrap();
    let documents =
        [&tlv.provenance, &tlv.steps[0].provenance, &tlv.steps[1].provenance, &tlv.requirements[0].provenance];
    let documents = documents.map(|provenance| provenance.source().unwrap().document.as_str());
    assert_eq!(documents, ["ondersteuningsplan", "ondersteuningsplan", "regeling", "regeling"]);
}

#[test]
fn a_part_holds_lists_fields_actors_and_a_document_and_nothing_else() {
    let known = "document, actors, fields";
    let lists = "steps, requirements, terms, costs, objections, criteria, checks";
    assert_eq!(
        told(STUKKEN, "[[opp.steps]]", "[[opp.step]]"),
        [format!(
            "procedures/parts/stukken.toml:1:7: a part has no step; it may have {lists}, {known}; did you mean steps?"
        )]
    );
    assert_eq!(
        told(STUKKEN, "[opp.fields.document]\nsoort", "[opp.fields]\nsoort.soort"),
        [
            "procedures/parts/stukken.toml:13:45: there is no field soort",
            "procedures/parts/stukken.toml:17:1: there is no event soort; there is aanvraag, document"
        ]
    );
    assert_eq!(
        told("procedures/parts/actors.toml", "document = \"ondersteuningsplan\"", "document = 3"),
        ["procedures/parts/actors.toml:2:1: document is a text, and this is a number"]
    );
    assert_eq!(
        told("procedures/parts/actors.toml", "[plan]\n", "toelichting = \"x\"\n[plan]\n"),
        ["procedures/parts/actors.toml:1:1: a part is a table, such as [[toelichting.steps]]"]
    );
    assert_eq!(
        told("procedures/parts/actors.toml", "[plan]\n", "[leeg]\n[plan]\n"),
        ["procedures/parts/actors.toml:1:2: no procedure includes the part actors.leeg; include it, or remove it"]
    );
}

#[test]
fn a_procedure_stands_in_a_file_of_its_name() {
    let mut files = sound();
    files[0].0 = "procedures/toelaatbaarheid.toml";
    assert_eq!(
        read_files(&files).unwrap_err(),
        [
            "procedures/toelaatbaarheid.toml:1:6: the procedure tlv stands in tlv.toml, or a version of it in tlv-YEAR.toml"
        ]
    );
    files[0].0 = "procedures/tlv-2027.toml";
    assert!(read_files(&files).is_ok());
}

#[test]
fn a_check_has_code_of_its_name_and_code_is_named() {
    let check = "\n[[checks]]\nid = \"tweede-deskundige\"\nnl = \"a\"\nen = \"a\"\nsection = \"2\"\n";
    let mut files = sound();
    files[0].1.push_str(check);
    assert_eq!(
        read_files(&files).unwrap_err(),
        [
            "procedures/tlv.toml:30:6: the check tweede-deskundige has no code; write it in src/checks/tweede_deskundige.rs"
        ]
    );
    files.push(("src/checks/tweede_deskundige.rs", String::new()));
    files.push(("src/checks/mod.rs", String::new()));
    let regulation = read_files(&files).unwrap();
    assert_eq!(regulation.checks, "&[\n    (\"tweede-deskundige\", crate::checks::tweede_deskundige::check),\n]\n");
    files.push(("src/checks/vergeten.rs", String::new()));
    assert_eq!(
        read_files(&files).unwrap_err(),
        [
            "src/checks/vergeten.rs:1:1: no procedure names the check vergeten; name it under [[checks]], or remove the file"
        ]
    );
    files.truncate(5);
    files[0].1 = files[0].1.replace("tweede-deskundige", "../elders");
    assert!(read_files(&files).unwrap_err()[0].contains("is no name for a check"), "{:?}", read_files(&files));
}

/// Two versions of the procedure, each with its days.
fn versions(first: &str, second: &str, applies_on: &str) -> Vec<String> {
    let mut files = sound();
    let dated =
        |days: &str| PROCEDURE.replace("section = \"2\"\n", &format!("section = \"2\"\n{days}\n{applies_on}\n"));
    files[0] = ("procedures/tlv-2023.toml", dated(first));
    files.push(("procedures/tlv-2027.toml", dated(second)));
    read_files(&files).err().unwrap_or_default()
}

#[test]
fn versions_of_a_procedure_follow_one_another_without_gap_or_overlap() {
    let on = "applies_on = { event = \"aanvraag\" }";
    let until = "valid = { until = 2027-07-31 }";
    assert_eq!(versions(until, "valid = { from = 2027-08-01 }", on), [""; 0]);
    assert_eq!(
        versions(until, "valid = { from = 2027-07-31 }", on),
        ["procedures/tlv-2027.toml:1:1: two versions of tlv hold at once: one until 2027-07-31, one from 2027-07-31; \
          give each days of its own under `valid`"]
    );
    assert_eq!(
        versions(until, "valid = { from = 2027-09-01 }", on),
        [
            "procedures/tlv-2027.toml:1:1: between 2027-07-31 and 2027-09-01 no version of tlv holds; let the one follow \
          the other without a gap"
        ]
    );
    assert_eq!(versions(until, "valid = { from = 2027-08-01 }", "").len(), 2, "neither says what decides");
    let reversed = versions("valid = { from = 2027-08-01, until = 2027-07-31 }", "valid = {}", on);
    assert!(reversed.len() == 1 && reversed[0].starts_with("procedures/tlv-2023.toml:6:9: "), "{reversed:?}");
}

#[test]
fn norms_of_a_sector_follow_one_another_too() {
    let mut files = sound();
    files.push(("norm-2027.toml", format!("valid = {{ from = \"2027-08-01\" }}\n{NORM}")));
    let told = "norm-2027.toml:1:1: two versions of the norm of po hold at once: one always, one from 2027-08-01";
    assert!(read_files(&files).unwrap_err()[0].starts_with(told), "{:?}", read_files(&files));
    files[3].1 = format!("valid = {{ until = \"2027-07-31\" }}\n{NORM}");
    assert!(read_files(&files).is_ok());
}

#[test]
fn the_regions_of_this_repository_are_sound() {
    for region in ["almere", "haarlemmermeer", "zuid-kennemerland"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugins").join(region);
        let regulation = read(&folder).unwrap_or_else(|faults| panic!("{faults}"));
        assert!(regulation.procedures.is_some() && regulation.norm.is_some(), "{region}");
    }
}

/// Pieces of TOML, sound and not, of which a file is made at random.
const PIECES: [&str; 18] = [
    "[[steps]]\n",
    "[steps]\n",
    "event = \"aanvraag\"\n",
    "by = 3\n",
    "include = [\"stukken.opp\"]\n",
    "include = [{}]\n",
    "[fields.case]\n",
    "fields = 1\n",
    "states = []\n",
    "id = \"tlv\"\n",
    "when = { a = [1] }\n",
    "\u{0}",
    "€\n",
    "= \n",
    "[[opp.steps]]\n",
    "valid = { from = 2027-08-01T10:00:00Z }\n",
    "needs = [[[[]]]]\n",
    "count = 99999999999999999999\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_the_files_reading_ends_in_a_document_or_places(
        at in 0..5_usize, cut in 0..900_usize, pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..6), tail in any::<bool>()
    ) {
        let mut files = sound();
        let text = &mut files[at].1;
        let mut cut = cut.min(text.len());
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let rest = text.split_off(cut);
        text.extend(pieces);
        if tail {
            text.push_str(&rest);
        }
        if let Err(faults) = read_files(&files) {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                let mut parts = fault.splitn(4, ':');
                prop_assert!(parts.next().is_some_and(|file| file.ends_with(".toml")), "{}", fault);
                prop_assert!(parts.next().is_some_and(|line| line.parse::<usize>().is_ok_and(|line| line > 0)), "{}", fault);
            }
        }
    }
}
