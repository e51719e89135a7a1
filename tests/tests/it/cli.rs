//! `swv` as a user meets it: exit code, data on stdout, the rest on stderr.

use std::fs;

use insta::assert_snapshot;
use swv_tests::{Files, Swv, fixture};

/// A dataset of two schools, with this in the place of the second.
fn dataset(second: &str) -> String {
    format!(
        r#"{{
  "name": "proef", "synthetic": true,
  "quantities": [{{ "name": "leerlingen" }}],
  "recipients": [
    {{ "id": "SYN-1", "name": "School 1", "kind": "bao", "counts": {{ "leerlingen": 210 }} }},
    {second}
  ]
}}"#
    )
}

#[test]
fn compare_sets_the_regions_side_by_side() {
    let swv = Swv::new();
    assert_snapshot!("compare_nl", swv.run("compare"));
    assert_snapshot!("compare_en", swv.run("--lang en compare").first_lines(12));
    assert_snapshot!("compare_json", swv.run("compare --format json").first_lines(40));
    assert_snapshot!("compare_csv", swv.run("compare --format csv").first_lines(12));
}

#[test]
fn regions_tells_what_each_can_do() {
    insta::with_settings!({ filters => [("sha256:[0-9a-f]{64}", "sha256:[DIGEST]")] }, {
        assert_snapshot!("regions_json", Swv::new().run("regions --format json"));
    });
}

#[test]
fn a_budget_stands_beside_its_print() {
    let swv = Swv::new();
    assert_snapshot!("budget_nl", swv.run_hostile("budget hostile"));
    assert_snapshot!("budget_csv", swv.run_hostile("budget hostile --format csv"));
    assert_snapshot!("indicators_en", swv.run_hostile("--lang en indicators hostile"));
}

#[test]
fn a_check_that_finds_something_ends_with_1() {
    let swv = Swv::new();
    assert_snapshot!("budget_check", swv.run_hostile("budget hostile --check"));
    for region in ["almere --sector vo", "zuid-kennemerland"] {
        let answer = swv.run(&format!("budget {region} --check"));
        assert_eq!((answer.code, answer.stderr.as_str()), (1, ""), "{region}");
        assert!(!answer.stdout.is_empty(), "{region}");
    }
}

#[test]
fn a_check_that_finds_nothing_ends_with_0() {
    let swv = Swv::new();
    for file in ["manifest.toml", "parameters.toml", "plugin.wasm", "published/figures.toml"] {
        swv.file(&format!("goed/{file}"), fs::read(fixture().join(file)).unwrap());
    }
    let budget = fs::read_to_string(fixture().join("published/budget-po.toml")).unwrap();
    swv.file("goed/published/budget-po.toml", budget.replace("\"12000\"", "\"11000\""));
    let answer = swv.run("--regions goed budget hostile --check");
    assert_eq!(answer.code, 0, "{answer}");
}

#[test]
fn an_allocation_names_every_line_and_what_is_missing() {
    let swv = Swv::new();
    let file = swv.file("data.json", dataset(r#"{ "id": "SYN-2", "name": "School 2", "kind": "bao" }"#));
    assert_snapshot!("allocate_nl", swv.run_hostile(&format!("allocate hostile --year 2025 --dataset {file}")));
    assert_snapshot!(
        "allocate_csv",
        swv.run_hostile(&format!("allocate hostile --year 2025 --dataset {file} --format csv"))
    );
}

#[test]
fn a_plugin_that_is_stopped_ends_the_command_with_2_and_its_name() {
    let swv = Swv::new();
    let file = swv.file("data.json", dataset(r#"{ "id": "SYN-2", "name": "School 2", "kind": "bao" }"#));
    for (year, told) in [
        (2004, "panicked"),
        (2009, "stopped with a fault"),
        (2013, "gave a result that cannot be right"),
        (2026, "missing: parameter bedrag-per-leerling on 2026-01-01"),
        (2033, "the plan has no rule for 2033"),
    ] {
        let answer = swv.run_hostile(&format!("allocate hostile --year {year} --dataset {file}"));
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{year}: {answer}");
        assert!(answer.stderr.starts_with("error: plugin [FIXTURE]/plugin.wasm (version 0.1.0): "), "{answer}");
        assert!(answer.stderr.contains(told), "{year}: {answer}");
    }
}

#[test]
fn what_is_not_known_ends_with_2_and_a_hint() {
    let swv = Swv::new();
    assert_snapshot!("unknown_region", swv.run("budget amsterdam"));
    assert_snapshot!("unknown_schema", swv.run("schema begroting"));
    assert_snapshot!("unknown_sector", swv.run("compare --sector mbo"));
    assert_snapshot!("year_out_of_range", swv.run("compare --year 1800"));
    assert_snapshot!("year_that_is_none", swv.run("allocate almere --year morgen"));
    assert_snapshot!("region_id_that_is_none", swv.run("budget Almere"));
}

#[test]
fn what_a_region_does_not_offer_ends_with_2_and_the_reason() {
    let swv = Swv::new();
    assert_snapshot!("no_capability", swv.run("allocate haarlemmermeer --year 2024"));
    assert_snapshot!("no_dataset", swv.run_hostile("allocate hostile --year 2024"));
    assert_snapshot!("no_sector", swv.run("budget haarlemmermeer --sector vo"));
}

#[test]
fn a_dataset_that_is_not_sound_ends_with_2_and_its_place() {
    let swv = Swv::new();
    let error = |name: &str, text: &str| {
        let file = swv.file("data.json", text);
        let answer = swv.run_hostile(&format!("allocate hostile --year 2024 --dataset {file}"));
        assert_snapshot!(name, answer);
    };
    error("dataset_duplicate", &dataset(r#"{ "id": "SYN-1", "name": "School 2", "kind": "bao" }"#));
    error("dataset_unknown_key", &dataset(r#"{ "id": "SYN-2", "naam": "School 2", "kind": "bao" }"#));
    error("dataset_no_json", "id;naam;leerlingen\nSYN-1;School 1;210\n");
    error(
        "dataset_undeclared",
        &dataset(r#"{ "id": "SYN-2", "name": "School 2", "kind": "bao", "counts": { "leerling": 1 } }"#),
    );
    let answer = swv.run_hostile("allocate hostile --year 2024 --dataset nergens.json");
    assert_snapshot!("dataset_absent", answer);
}

#[test]
fn a_folder_of_regions_that_is_not_sound_ends_with_2_and_its_place() {
    let swv = Swv::new();
    let manifest = fs::read_to_string(fixture().join("manifest.toml")).unwrap();
    swv.file("stuk/hostile/manifest.toml", manifest.replace("[plan]", "[plan]\nkleur = \"rood\""));
    assert_snapshot!("broken_manifest", swv.run("--regions stuk regions"));
    swv.file("leeg/lees.mij", "");
    assert_snapshot!("no_packages", swv.run("--regions leeg regions"));
    assert_snapshot!("no_folder", swv.run("--regions nergens regions"));
}

#[test]
fn a_file_that_is_no_library_is_not_run() {
    let swv = Swv::new();
    let file = swv.file("tekst.so", "geen bibliotheek");
    let answer = swv.run(&format!("--allow-native {file} regions"));
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{answer}");
    assert!(answer.stderr.contains("[FOLDER]/tekst.so: cannot be opened as a native plugin"), "{answer}");
}

#[test]
fn a_region_of_the_user_precedes_the_one_in_the_program() {
    let swv = Swv::new();
    let name = "Samenwerkingsverband Passend Onderwijs Haarlemmermeer";
    let files = Files::of("haarlemmermeer");
    let manifest = files.text("manifest.toml").replacen(name, "Eigen kopie", 1);
    for path in files.paths() {
        swv.file(&format!("data/swv/regions/eigen/{path}"), files.bytes(path));
    }
    swv.file("data/swv/regions/eigen/manifest.toml", manifest);
    let answer = swv.run("regions --format csv");
    assert!(answer.stdout.contains("haarlemmermeer,Eigen kopie,"), "{answer}");
}

#[test]
fn compiled_plugins_are_kept_and_a_spoiled_one_is_made_again() {
    let swv = Swv::with_empty_cache();
    let first = swv.run_hostile("budget hostile");
    let folder = swv.folder().join("cache/swv/plugins");
    let kept: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 1, "only what was needed");
    fs::write(&kept[0], "onzin").unwrap();
    assert_eq!(swv.run_hostile("budget hostile").stdout, first.stdout);
    assert!(fs::metadata(&kept[0]).unwrap().len() > 1_000);
}

#[test]
fn a_dataset_of_another_partnership_is_refused() {
    let swv = Swv::new();
    let dataset = r#"{ "name": "buren", "synthetic": true, "swv": "PO2401",
        "quantities": [{ "name": "leerlingen" }], "recipients": [] }"#;
    let file = swv.file("buren.json", dataset);
    let answer = swv.run(&format!("allocate zuid-kennemerland --year 2024 --dataset {file}"));
    assert_eq!(answer.code, 2, "{answer}");
    assert!(
        answer.stderr.contains("dataset buren: is of PO2401, and zuid-kennemerland has another number"),
        "{answer}"
    );
}

#[test]
fn a_year_before_every_figure_names_the_first_year() {
    let answer = Swv::new().run("compare --year 1995");
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{answer}");
    assert!(answer.stderr.contains("no region has a figure of 1995 or before; the first is of 2018"), "{answer}");
}

#[test]
fn a_year_without_totals_names_the_years_that_have_them() {
    for command in ["allocate", "data generate"] {
        let answer = Swv::new().run(&format!("{command} zuid-kennemerland --year 2031"));
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{answer}");
        assert!(answer.stderr.contains("for the count that pays 2031"), "{answer}");
        assert!(answer.stderr.contains("there are totals for 2024"), "{answer}");
    }
}

#[test]
fn a_synthetic_dataset_tells_what_it_rests_on() {
    let swv = Swv::new();
    let printed = swv.run("data generate zuid-kennemerland --seed 7");
    let written = swv.run("--lang en data generate zuid-kennemerland --seed 7 --out proef.json");
    assert_eq!(fs::read_to_string(swv.folder().join("proef.json")).unwrap(), printed.stdout);
    assert_snapshot!("generate_zuid_kennemerland", printed.first_lines(30));
    assert_eq!((written.code, written.stdout.as_str()), (0, ""), "{written}");
    assert!(written.stderr.ends_with("\nproef.json\n"), "{written}");
    assert_snapshot!("generate_almere", swv.run("--lang en data generate almere --sector vo").first_lines(0));
}

#[test]
fn an_allocation_without_dataset_is_that_of_the_dataset_with_seed_0() {
    let swv = Swv::new();
    for (region, sector) in [("zuid-kennemerland", "po"), ("almere", "po"), ("almere", "vo")] {
        let made = swv.run(&format!("data generate {region} --sector {sector}"));
        let file = swv.file("nul.json", made.stdout);
        let allocate = format!("allocate {region} --sector {sector} --year 2024 --format json");
        let (example, of_file) = (swv.run(&allocate), swv.run(&format!("{allocate} --dataset {file}")));
        assert_eq!((example.code, example.stderr.as_str()), (0, ""), "{example}");
        assert_eq!(example.stdout, of_file.stdout, "{region} {sector}");
    }
}

#[test]
fn real_schools_that_are_filled_up_keep_their_file_and_are_called_synthetic() {
    let swv = Swv::new();
    let schools = r#"{ "name": "duo", "synthetic": false, "quantities": [{ "name": "leerlingen" }],
        "recipients": [{ "id": "12AB00", "name": "De Boog", "kind": "bao", "counts": { "leerlingen": 900 } }] }"#;
    let file = swv.file("duo.json", schools);
    let over = swv.run(&format!("data generate zuid-kennemerland --schools {file} --out {file}"));
    assert_eq!((over.code, fs::read_to_string(&file).unwrap().as_str()), (2, schools), "{over}");
    assert!(over.stderr.contains("is one of the files that are read"), "{over}");
    let made = swv.run(&format!("data generate zuid-kennemerland --schools {file} --out vol.json"));
    let first = made.stderr.lines().next().unwrap();
    assert_eq!(first, "synthetic-duo-po-2024-seed-0: 1 ontvanger; echt: leerlingen; de rest is verzonnen");
    let answer = swv.run("--lang en allocate zuid-kennemerland --year 2024 --dataset vol.json");
    assert!(answer.stdout.contains("SYNTHETIC: counts are made up, except of real schools: leerlingen"), "{answer}");
}

#[test]
fn a_count_date_that_does_not_pay_the_year_is_a_warning_with_both_dates() {
    let swv = Swv::new();
    let text = dataset(r#"{ "id": "SYN-2", "name": "School 2", "kind": "bao", "counts": { "leerlingen": 1 } }"#);
    let text = text.replace("\"leerlingen\" }]", "\"leerlingen\", \"counted_on\": \"2024-10-01\" }]");
    let file = swv.file("data.json", text);
    let allocate =
        |year: u16, more: &str| swv.run_hostile(&format!("allocate hostile --year {year} --dataset {file} {more}"));
    let answer = allocate(2025, "--format json");
    let report: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let expected = serde_json::json!([{
        "kind": "count-date", "quantity": "leerlingen", "counted_on": "2024-10-01", "funded_by": ["2024-02-01"]
    }]);
    assert_eq!((answer.code, &report["warnings"]), (0, &expected));
    assert_eq!(answer.stderr, "let op: leerlingen: geteld op 2024-10-01, maar 2025 volgt de teldatum 2024-02-01\n");
    let english = allocate(2025, "--lang en --format csv");
    assert_eq!(
        english.stderr,
        "warning: leerlingen: counted on 2024-10-01, but 2025 follows the count date 2024-02-01\n"
    );
}

#[test]
fn a_broken_package_of_the_user_is_left_out_with_a_warning() {
    let swv = Swv::new();
    swv.file("data/swv/regions/stuk/manifest.toml", "dit is geen toml");
    let answer = swv.run("regions --format csv");
    assert_eq!(answer.code, 0, "{answer}");
    assert!(answer.stderr.starts_with("let op: ") && answer.stderr.contains("stuk/manifest.toml:1:5"), "{answer}");
    assert!(answer.stdout.contains("almere,"), "{answer}");
}

#[test]
fn a_supplied_value_is_named_in_the_result() {
    let swv = Swv::new();
    let answer = swv.run("indicators haarlemmermeer --set tarief-tlv-sbo=6634.52 --format json");
    let report: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(report["supplied"][0]["key"], "tarief-tlv-sbo");
    let costs = |line: &&serde_json::Value| line["id"] == "kosten-tlv-sbo" && line["year"] == 2025;
    let line = report["indicators"].as_array().unwrap().iter().find(costs).unwrap();
    assert_eq!((&line["computed"], &line["status"]), (&serde_json::json!(326_418_384), &serde_json::json!("silent")));
}

/// Almere, 1.000 pupils and one to four.
const WITHIN_BOUNDS: &str = r#"{ "name": "proef", "synthetic": true, "quantities": [{ "name": "leerlingen" }],
  "recipients": [
    { "id": "S1", "name": "De Eik", "kind": "bao", "counts": { "leerlingen": 1000 } },
    { "id": "S2", "name": "De Linde", "kind": "bao", "counts": { "leerlingen": { "at_least": 1, "at_most": 4 } } }
  ] }"#;

#[test]
fn an_amount_within_bounds_is_told_as_such_in_every_format() {
    let swv = Swv::new();
    let file = swv.file("data.json", WITHIN_BOUNDS);
    let allocate = format!("allocate almere --year 2024 --dataset {file}");
    let table = swv.run(&allocate).stdout;
    assert!(table.contains("totaal €\u{a0}1.318.291,32\u{a0}– €\u{a0}1.318.296,98, ONVOLLEDIG"), "{table}");
    assert!(table.contains("rest na verdeling €\u{a0}3,02\u{a0}– €\u{a0}8,68"), "{table}");
    let csv = swv.run(&format!("{allocate} --format csv")).stdout;
    let line = "S2,algemene-arrangementsmiddelen,1..4,131304..131698,1,,131698,525216,between,,false,proef,true,";
    assert!(csv.lines().any(|found| found == line), "{csv}");
    assert!(csv.contains(",unknown,groepen-neo staat niet in de dataset,false,"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&swv.run(&format!("{allocate} --format json")).stdout).unwrap();
    assert_eq!(json["remainder_cents"], serde_json::json!({ "at_least": 234003202, "at_most": 234003768 }));
    assert_eq!((json["complete"].as_bool(), json["recipients"][0]["complete"].as_bool()), (Some(false), Some(false)));
}

#[test]
fn a_total_with_a_gap_says_so_beside_it_and_why() {
    let swv = Swv::new();
    let placed = WITHIN_BOUNDS.replace(
        r#"[{ "name": "leerlingen" }]"#,
        r#"[{ "name": "leerlingen" }, { "name": "plaatsingen-gespecialiseerd" }]"#,
    );
    let placed = placed.replace(r#""leerlingen": 1000 "#, r#""leerlingen": 200, "plaatsingen-gespecialiseerd": 2 "#);
    let file = swv.file("data.json", placed);
    let allocate = format!("allocate zuid-kennemerland --year 2026 --dataset {file} --recipient S1");
    let table = swv.run(&allocate).stdout;
    assert!(table.contains("totaal €\u{a0}84.000, ONVOLLEDIG"), "{table}");
    assert!(table.contains("(inhouding-per-plaatsing) heeft op 2026-01-01 geen waarde"), "{table}");
    let english = swv.run(&format!("{allocate} --lang en --format csv")).stdout;
    assert!(english.contains("S1,inkoop-plaatsing,,,,,,,unknown,"), "{english}");
    assert!(english.contains("(inhouding-per-plaatsing) has no value on 2026-01-01,false,"), "{english}");
}

#[test]
fn an_answer_that_is_incomplete_ends_with_1_where_strict_asks() {
    let swv = Swv::new();
    let data = swv.file("data.json", WITHIN_BOUNDS);
    let zaak = swv.file(
        "zaak.toml",
        "key = 'SYN-1'\nsynthetic = true\nprocedure = 'toelaatbaarheidsverklaring'\nsector = 'po'\n",
    );
    for command in [
        format!("allocate almere --year 2024 --dataset {data}"),
        "budget haarlemmermeer".to_owned(),
        "compare".to_owned(),
        format!("case almere {zaak} --as-of 2025-03-01"),
    ] {
        let answer = swv.run(&format!("{command} --strict"));
        assert_eq!(
            (answer.code, answer.stderr.as_str()),
            (1, "onvolledig: niet alles is (precies) bekend\n"),
            "{command}"
        );
        assert!(!answer.stdout.is_empty(), "{command}");
        assert_eq!(swv.run(&command).code, 0, "{command}");
    }
    for command in ["budget zuid-kennemerland --strict", "budget almere --strict --sector vo", "regions --strict"] {
        assert_eq!(swv.run(command).code, 0, "{command}");
    }
}

#[test]
fn nothing_owed_is_said() {
    let swv = Swv::new();
    let allocate = "allocate zuid-kennemerland --year 2024 --recipient SYN-0091";
    let table = swv.run(allocate).stdout;
    assert!(table.contains("totaal €\u{a0}0: geen regel geeft of vraagt iets bij deze aantallen"), "{table}");
    let json: serde_json::Value = serde_json::from_str(&swv.run(&format!("{allocate} --format json")).stdout).unwrap();
    assert_eq!((&json["total_cents"], &json["complete"]), (&serde_json::json!(0), &serde_json::json!(true)));
    assert_eq!(swv.run(&format!("{allocate} --strict")).code, 0);
}

#[test]
fn a_supplied_value_that_changes_nothing_says_so_and_why() {
    let swv = Swv::new();
    let same = "allocate zuid-kennemerland --year 2024 --set inhouding-per-plaatsing=6635";
    let note = "let op: inhouding-per-plaatsing=6635 verandert niets aan dit antwoord: het is de waarde waarmee al wordt gerekend\n";
    assert_eq!(swv.run(same).stderr, note);
    let changes = "allocate zuid-kennemerland --year 2024 --set inhouding-per-plaatsing=6636";
    assert_eq!(swv.run(changes).stderr, "");
    let file = swv.file("waarden.toml", "[values]\n\"ondersteuningsbedrag-per-leerling@2025\" = \"1\"\n");
    let other_year = swv.run(&format!("--lang en allocate zuid-kennemerland --year 2024 --parameters {file}")).stderr;
    assert!(
        other_year.contains("changes nothing in this answer: there is nothing here to which a rule"),
        "{other_year}"
    );
    let sector = swv.run("budget almere --set tarief-vso-categorie-1=1").stderr;
    assert!(sector.contains("geen regel van sector po leest het"), "{sector}");
}

#[test]
fn a_figure_says_what_it_rests_on_and_where_its_print_differs() {
    let swv = Swv::new();
    let csv = swv.run("indicators almere --sector vo --format csv").stdout;
    let begins = |line: &str| csv.lines().any(|found| found.starts_with(line));
    assert!(begins("verwijzing-vso,2022,result,,4.45,"), "{csv}");
    assert!(begins("verwijzing-vso,2024,target,,4.73,"), "{csv}");
    assert!(begins("baten,2023,budget,2023,,,2266410000,false,"), "{csv}");
    assert!(begins("signaleringswaarde,2023,forecast,2023-prognose,"), "{csv}");
    // 9.299.800: programmes 1, 3 and 4 less what goes to the OPDC, Almeerkans and PrO.
    assert!(begins("naar-reguliere-scholen,2024,budget,2024,,,929980000,"), "{csv}");
    let about = swv.run("indicators zuid-kennemerland --format csv").stdout;
    assert!(about.contains(",less-than,"), "{about}");
    for command in ["indicators haarlemmermeer", "compare"] {
        let table = swv.run(command).stdout;
        let differs = "13.364\u{a0}≠";
        assert!(table.contains(differs), "{table}");
    }
    assert!(swv.run("compare --format csv").stdout.contains("leerlingen-totaal,haarlemmermeer,13364,,13361,"));
    let table = swv.run("compare --sector vo --year 2023").stdout;
    assert!(table.contains("22.664.100\u{a0}B") && table.contains("824.821\u{a0}P"), "{table}");
}

#[test]
fn every_figure_of_a_budget_is_of_one_column() {
    for (region, sector) in [("almere", "po"), ("almere", "vo"), ("zuid-kennemerland", "po"), ("haarlemmermeer", "po")]
    {
        let json = Swv::new().run(&format!("indicators {region} --sector {sector} --format json")).stdout;
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        for line in report["indicators"].as_array().unwrap() {
            assert!(line["columns"].as_array().unwrap().len() <= 1, "{line}");
        }
    }
}

#[test]
fn a_line_that_is_no_multiple_is_no_contradiction() {
    let table = Swv::new().run("--lang en compare").stdout;
    assert!(
        table.contains("no whole number of times a national amount (no contradiction):\n≈ tlv-sbo 2024"),
        "{table}"
    );
    assert!(!table.contains("contradict each other"), "{table}");
}
