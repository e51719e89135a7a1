//! What `swv` prints, whoever wrote it and whoever reads it: nothing steers a
//! terminal, and a stream that nobody reads is no accident.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use swv_core::text::is_steering;
use swv_tests::{Answer, Files, Swv};

/// A name as it should not reach a terminal: an escape sequence, one by C1, and
/// a turned direction.
const NAME: &str = "De \u{1b}[31mBoog\u{9b}2J\u{202e}";
const SHOWN: &str = "De \u{fffd}[31mBoog\u{fffd}2J\u{fffd}";

/// Nothing of an answer steers a terminal.
#[track_caller]
fn check_harmless(answer: &Answer) {
    for text in [&answer.stdout, &answer.stderr] {
        let steers = text.chars().find(|letter| is_steering(*letter) && *letter != '\n');
        assert_eq!(steers, None, "{answer}");
    }
}

/// The fixture `hostile` with texts of its plugin that steer, in a folder.
fn steering(swv: &Swv) -> String {
    let mut wasm = Files::of("hostile").bytes("plugin.wasm").to_owned();
    for (from, to) in [("bedrag per leerling", "\u{1b}[31m! per leerling"), ("the plan has no", "\u{1b}[2Jplan has no")]
    {
        let (from, to) = (from.as_bytes(), to.as_bytes());
        let places: Vec<_> = (0..wasm.len() - from.len()).filter(|at| wasm[*at..].starts_with(from)).collect();
        assert!(!places.is_empty() && from.len() == to.len());
        places.iter().for_each(|at| wasm[*at..at + to.len()].copy_from_slice(to));
    }
    let files = Files::of("hostile").with_plugin(wasm);
    files.paths().for_each(|path| drop(swv.file(&format!("regions/{path}"), files.bytes(path))));
    swv.folder().join("regions").display().to_string()
}

#[test]
fn a_plugin_cannot_steer_a_terminal() {
    let swv = Swv::new();
    let regions = steering(&swv);
    let data = swv.file("scholen.csv", "id,name,kind,leerlingen\nSYN-1,School 1,bao,210\n");
    let run = |line: &str| swv.run(&format!("--regions {regions} {line}"));
    let table = run(&format!("allocate hostile --year 2025 --dataset {data}"));
    check_harmless(&table);
    assert!(table.stdout.contains("\u{fffd}[31m! per leerling"), "{table}");
    let json = run(&format!("allocate hostile --year 2025 --dataset {data} --format json"));
    check_harmless(&json);
    assert!(json.stdout.contains("\\u001b[31m! per leerling"), "{json}");
    let refused = run(&format!("allocate hostile --year 2033 --dataset {data}"));
    check_harmless(&refused);
    assert!(refused.code == 2 && refused.stderr.contains("\u{fffd}[2Jplan has no"), "{refused}");
}

#[test]
fn a_dataset_cannot_steer_a_terminal() {
    let swv = Swv::new();
    let text = format!("id,name,kind,leerlingen\nSYN-1,{NAME},bao,210\n");
    let data = swv.file("scholen.csv", &text);
    let line = format!("allocate hostile --year 2025 --dataset {data}");
    let table = swv.run_hostile(&line);
    check_harmless(&table);
    assert!(table.stdout.contains(SHOWN), "{table}");
    let bad = swv.file("fout.csv", text.replace("210", NAME));
    let refused = swv.run_hostile(&format!("allocate hostile --year 2025 --dataset {bad}"));
    check_harmless(&refused);
    assert!(refused.code == 2 && refused.stderr.contains("fout.csv:2:4: leerlingen: "), "{refused}");
}

#[test]
fn rows_for_spreadsheets_are_left_as_they_are() {
    let swv = Swv::new();
    let data = swv.file("scholen.csv", format!("id,name,kind,leerlingen\n{NAME},School 1,bao,210\n"));
    let rows = swv.run_hostile(&format!("allocate hostile --year 2025 --dataset {data} --format csv"));
    assert!(rows.stdout.contains(&format!("\n{NAME},bedrag-per-leerling,")), "{rows}");
}

#[test]
fn the_report_of_an_import_cannot_steer_a_terminal() {
    let swv = Swv::new();
    let locations = "BEVOEGD GEZAG NUMMER;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;GEMEENTENUMMER;GEMEENTENAAM\r\n\
                     41234;12AB00;School 1;2011 AB;0392;HAARLEM\r\n";
    let pupils = format!(
        "VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;BEVOEGD_GEZAG_NUMMER;GEMEENTECODE_VESTIGING;\
         GEMEENTENAAM_VESTIGING;LEERLINGEN_2025\r\n12AB00;School 1;BO;41234;392;HAARLEM;200\r\n\
         14WV00;{NAME};SBO;41234;392;HAARLEM;40\r\n"
    );
    let (locations, pupils) = (swv.file("02.csv", locations), swv.file("06.csv", pupils));
    let map = swv.file("kaart.csv", "pc4;gemeente;swv_po;swv_vo\n2011;Haarlem;PO2704;VO2704\n");
    let answer = swv.run(&format!(
        "data import duo --locations {locations} --pupils {pupils} --postcodes {map} --swv PO2704 --out zk.json"
    ));
    check_harmless(&answer);
    assert!(answer.code == 0 && answer.stderr.contains(SHOWN), "{answer}");
    let dataset: serde_json::Value = serde_json::from_slice(&fs::read(swv.folder().join("zk.json")).unwrap()).unwrap();
    assert_eq!(dataset["recipients"][1]["name"], NAME);
}

#[test]
fn what_is_typed_and_what_a_hint_repeats_cannot_steer_a_terminal() {
    let swv = Swv::new();
    for line in ["schema \u{1b}[31m", "\u{1b}[31m", "budget \u{9b}2J", "allocate almere --year 2024 --set \u{1b}[31m"] {
        let answer = swv.run(line);
        check_harmless(&answer);
        assert!(answer.code == 2 && answer.stderr.starts_with("error: "), "{answer}");
    }
}

/// The exit code of a command whose stream leads nowhere.
fn ended(command: &mut Command) -> i32 {
    let mut child = command.spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    child.wait().unwrap().code().unwrap()
}

#[test]
fn a_stream_that_nobody_reads_ends_a_command_in_silence() {
    let swv = Swv::new();
    for (line, code) in [("schema allocation", 0), ("--help", 0), ("schema begroting", 2), ("begroting", 2)] {
        assert_eq!(ended(swv.command(line).stdout(Stdio::piped()).stderr(Stdio::piped())), code, "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_no_panic() {
    let swv = Swv::new();
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let answer = swv.command("schema allocation").stdout(full()).output().unwrap();
    assert_eq!(answer.status.code(), Some(2));
    let told = String::from_utf8(answer.stderr).unwrap();
    assert!(told.starts_with("error: standard output: "), "{told}");
    assert_eq!(ended(swv.command("schema begroting").stderr(full())), 2);
}
