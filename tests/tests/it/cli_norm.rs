//! `swv norm` as a user meets it.

use insta::assert_snapshot;
use serde_json::Value;
use swv_tests::{Answer, Swv};

/// A made-up school of the fixture's region.
fn school(name: &str, answers: &str) -> String {
    format!("school = \"{name}\"\nsector = \"po\"\nsynthetic = true\ndistrict = \"Haven\"\n[answers]\n{answers}")
}

const MEETS: &str = "zorgplicht = \"yes\"\nrekenen = \"yes\"\n";
const SHORT: &str = "zorgplicht = \"partly\"\n";

#[test]
fn a_norm_is_listed_item_by_item_with_its_source() {
    let swv = Swv::new();
    assert_snapshot!("norm_nl", swv.run("norm zuid-kennemerland").first_lines(40));
    assert_snapshot!("norm_en", swv.run("--lang en norm haarlemmermeer"));
    assert_snapshot!("norm_agenda", last_lines(swv.run("norm almere --sector vo"), 16));
    assert_snapshot!("norm_json", swv.run("norm almere --format json").first_lines(60));
    assert_snapshot!("norm_csv", swv.run("norm almere --format csv").first_lines(6));
}

/// The last lines of what a command printed.
fn last_lines(mut answer: Answer, count: usize) -> Answer {
    let lines: Vec<_> = answer.stdout.lines().collect();
    answer.stdout = format!("{}\n", lines[lines.len() - count..].join("\n"));
    answer
}

#[test]
fn the_regions_are_set_side_by_side_by_subject() {
    let swv = Swv::new();
    assert_snapshot!("norm_compare_nl", swv.run("norm"));
    assert_snapshot!("norm_compare_csv", swv.run("norm almere zuid-kennemerland --format csv").first_lines(12));
    assert_snapshot!("norm_compare_vo", swv.run("--lang en norm --sector vo").first_lines(8));
}

#[test]
fn a_region_that_is_named_twice_counts_once() {
    let swv = Swv::new();
    assert_eq!(swv.run("norm haarlemmermeer haarlemmermeer").stdout, swv.run("norm haarlemmermeer").stdout);
}

#[test]
fn a_national_norm_is_a_layer_of_its_own_and_says_how_far_it_has_come() {
    let swv = Swv::new();
    let item = "[[items]]\nid = \"rekenen\"\nsubject = \"rekenen\"\nlevel = \"basis\"\nsectors = [\"po\"]\n\
                aspect = { nl = \"vakken\", en = \"subjects\" }\n\
                obligation = { nl = \"verzonnen\", en = \"made up\" }\n\
                provenance = { status = \"explicit\", source = { document = \"verzonnen\", section = \"1\" } }\n";
    let file = swv.file("norm.toml", format!("title = \"Proef\"\nstatus = \"synthetic\"\n{item}"));
    assert_snapshot!("norm_national", last_lines(swv.run_hostile(&format!("norm hostile --national {file}")), 12));
    let wrong = item.replace("subject = \"rekenen\"", "subject = \"reken\"");
    let file = swv.file("norm.toml", format!("title = \"\"\nstatus = \"proposed\"\n{wrong}{wrong}"));
    assert_snapshot!("norm_national_wrong", swv.run_hostile(&format!("norm hostile --national {file}")));
}

#[test]
fn a_scan_that_falls_short_ends_with_1_and_says_where() {
    let swv = Swv::new();
    let file = swv.file("kort.toml", school("School 1", SHORT));
    assert_snapshot!("scan_short", swv.run_hostile(&format!("norm hostile --scan {file}")));
    let answer = swv.run_hostile(&format!("norm hostile --scan {file} --format json"));
    let report: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!((answer.code, &report["result"]), (1, &Value::from("falls_short")));
    assert_eq!(report["per_item"][0]["meets"], Value::Bool(false));
    assert_eq!((&report["per_item"][1]["answer"], &report["per_item"][1]["meets"]), (&"unknown".into(), &Value::Null));
    assert_eq!(report["missing"][0]["what"], "rekenen");
}

#[test]
fn a_scan_that_meets_the_norm_or_of_which_too_little_is_known_ends_with_0() {
    let swv = Swv::new();
    let file = swv.file("goed.toml", school("School 1", MEETS));
    assert_snapshot!("scan_meets", swv.run_hostile(&format!("--lang en norm hostile --scan {file}")));
    let file = swv.file("leeg.json", r#"{ "school": "School 2", "sector": "po", "synthetic": true, "answers": {} }"#);
    let answer = swv.run_hostile(&format!("norm hostile --scan {file}"));
    assert_eq!(answer.code, 0, "{answer}");
    assert!(answer.stdout.contains("\nniet bekend\n"), "{answer}");
}

#[test]
fn several_scans_give_each_school_and_their_totals() {
    let swv = Swv::new();
    let one = swv.file("1.toml", school("School 1", MEETS));
    let two = swv.file("2.toml", school("School 2", SHORT).replace("district = \"Haven\"\n", "board = \"41001\"\n"));
    let command = format!("norm hostile --scan {one} {two}");
    assert_snapshot!("scans_nl", swv.run_hostile(&command));
    assert_snapshot!("scans_csv", swv.run_hostile(&format!("{command} --format csv")));
}

#[test]
fn a_template_is_a_scan_of_which_nothing_is_known_once_it_has_a_name() {
    let swv = Swv::new();
    assert_snapshot!("norm_template", swv.run_hostile("norm hostile --template"));
    for line in ["almere --sector vo", "zuid-kennemerland", "haarlemmermeer"] {
        let template = swv.run(&format!("norm {line} --template")).stdout;
        let file = swv.file("scan.toml", template.replacen("school = \"\"", "school = \"School 1\"", 1));
        let answer = swv.run(&format!("norm {line} --scan {file} --format json"));
        let report: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!((answer.code, &report["result"]), (0, &Value::from("unknown")), "{line}");
        assert_eq!(report["missing"].as_array().unwrap().len(), report["per_item"].as_array().unwrap().len());
    }
}

#[test]
fn what_cannot_be_judged_ends_with_2_and_everything_that_is_wrong() {
    let swv = Swv::new();
    let answers = "zorgplict = \"yes\"\nrekenen = \"soms\"\n";
    let wrong = swv.file("fout.toml", school("", answers));
    let other = swv.file("vo.toml", school("School 2", MEETS).replace("\"po\"", "\"vo\""));
    assert_snapshot!("scan_wrong", swv.run_hostile(&format!("norm hostile --sector po --scan {wrong} {other}")));
    let letter = swv.file("brief.toml", "Beste collega,\n");
    assert_snapshot!("scan_no_toml", swv.run_hostile(&format!("norm hostile --scan {letter}")));
    let twice = swv.file("dubbel.toml", school("School 1", &format!("{MEETS}rekenen = \"no\"\n")));
    assert_snapshot!("scan_twice", swv.run_hostile(&format!("norm hostile --scan {twice}")));
    assert_snapshot!("scan_two_regions", swv.run(&format!("norm almere zuid-kennemerland --scan {wrong}")));
    assert_snapshot!("norm_no_sector", swv.run("norm zuid-kennemerland --sector vo"));
    let absent = swv.run_hostile("norm hostile --scan nergens.toml");
    assert_eq!((absent.code, absent.stdout.as_str()), (2, ""), "{absent}");
    assert!(absent.stderr.starts_with("error: nergens.toml: "), "{absent}");
}
