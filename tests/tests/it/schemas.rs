//! Every file and every result for programs is what its own schema says.

use std::sync::OnceLock;

use serde_json::{Value, json};
use swv_tests::{Files, REGIONS, Swv, complete, dataset_of, workspace};

fn swv() -> &'static Swv {
    static SWV: OnceLock<Swv> = OnceLock::new();
    SWV.get_or_init(Swv::new)
}

/// What a command prints for programs.
fn printed(line: &str) -> Value {
    let answer = swv().run(line);
    assert!(answer.code < 2, "{line}: {answer}");
    assert!(answer.stderr.lines().all(|line| line.starts_with("let op: ")), "{line}: {answer}");
    serde_json::from_str(&answer.stdout).unwrap_or_else(|error| panic!("{line}: {error}: {answer}"))
}

/// The names that `swv schema` lists.
fn names() -> Vec<String> {
    let list = swv().run("schema").stdout;
    list.lines().map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

/// Whether the value is what the schema of that name says.
fn conforms(schema: &str, value: &Value, place: &str) {
    let validator = jsonschema::validator_for(&printed(&format!("schema {schema}"))).unwrap();
    let faults: Vec<_> =
        validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{place} is no {schema}: {faults:#?}");
}

#[test]
fn every_schema_is_one_and_describes_itself() {
    let names = names();
    assert!(names.len() >= 11, "{names:?}");
    for name in names {
        let schema = printed(&format!("schema {name}"));
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(schema["$schema"].is_string(), "{name}");
        assert!(schema["description"].is_string() || schema["type"] == "array", "{name}: says nothing of itself");
    }
}

#[test]
fn a_description_has_no_code() {
    for name in names() {
        let schema = printed(&format!("schema {name}")).to_string();
        assert!(!schema.contains("```") && !schema.contains("use swv_"), "{name}");
    }
}

#[test]
fn a_schema_refuses_what_is_something_else() {
    for name in names() {
        let schema = printed(&format!("schema {name}"));
        let validator = jsonschema::validator_for(&schema).unwrap();
        for other in [json!(1), json!("tekst"), json!(null), json!([1])] {
            assert!(!validator.is_valid(&other), "{name} takes {other}");
        }
    }
}

#[test]
fn every_result_is_what_its_schema_says() {
    let mut commands = vec![
        ("regions", "regions".to_owned()),
        ("comparison", "compare".to_owned()),
        ("comparison", "compare --sector vo --year 2025".to_owned()),
        ("allocation", "allocate zuid-kennemerland --year 2024".to_owned()),
        ("procedures", "procedure almere".to_owned()),
        ("procedure", "procedure almere toelaatbaarheidsverklaring".to_owned()),
    ];
    for (id, sector) in swv_tests::budgets() {
        commands.push(("budget", format!("budget {id} --sector {sector}")));
        commands.push(("indicators", format!("indicators {id} --sector {sector}")));
    }
    for (id, sector) in [("almere", "po"), ("almere", "vo"), ("haarlemmermeer", "po"), ("zuid-kennemerland", "po")] {
        commands.push(("norm", format!("norm {id} --sector {sector}")));
    }
    commands.push(("norm-comparison", "norm".to_owned()));
    for (schema, command) in commands {
        conforms(schema, &printed(&format!("{command} --format json")), &command);
    }
}

#[test]
fn what_a_plugin_states_is_what_its_schema_says() {
    for id in REGIONS {
        let regulation = swv_regulation::read(&workspace().join("plugins").join(id)).unwrap();
        for (schema, document) in [("procedures-statement", regulation.procedures), ("norm-statement", regulation.norm)]
        {
            conforms(schema, &serde_json::from_str(&document.unwrap()).unwrap(), id);
        }
    }
}

#[test]
fn an_allocation_of_a_dataset_is_what_its_schema_says() {
    for id in ["almere", "zuid-kennemerland"] {
        let region = complete(id);
        let dataset = serde_json::to_value(dataset_of(&region)).unwrap();
        conforms("dataset", &dataset, id);
        let file = swv().file(&format!("{id}.json"), dataset.to_string());
        let mut command = format!("allocate {id} --year 2024 --dataset {file} --format json");
        for supplied in region.package().supplied() {
            command.push_str(&format!(" --set {}={}", supplied.key, supplied.value));
        }
        let allocation = printed(&command);
        conforms("allocation", &allocation, &command);
        assert!(!allocation["lines"].as_array().unwrap().is_empty(), "{id}");
    }
}

#[test]
fn a_synthetic_dataset_is_what_its_schema_says() {
    for region in ["zuid-kennemerland", "almere", "almere --sector vo"] {
        let answer = swv().run(&format!("data generate {region} --seed 3"));
        conforms("dataset", &serde_json::from_str(&answer.stdout).unwrap(), region);
    }
}

#[test]
fn a_self_scan_and_what_it_means_are_what_their_schemas_say() {
    let template = swv().run("norm zuid-kennemerland --template").stdout;
    let one = template.replace("school = \"\"", "school = \"School 1\"\nsynthetic = true");
    let value: Value = toml::from_str(&one).unwrap();
    conforms("self-scan", &value, "the template");
    let other = one.replace("School 1", "School 2");
    let (one, other) = (swv().file("norm-1.toml", one), swv().file("norm-2.toml", other));
    let scan = format!("norm zuid-kennemerland --scan {one} --format json");
    conforms("scan", &printed(&scan), &scan);
    let scans = format!("norm zuid-kennemerland --scan {one} {other} --format json");
    conforms("scans", &printed(&scans), &scans);
    let mut wrong = value;
    wrong["answers"]["vve"] = json!("soms");
    let schema = jsonschema::validator_for(&printed("schema self-scan")).unwrap();
    assert!(!schema.is_valid(&wrong), "an answer is one of four, in either language");
}

#[test]
fn a_case_of_a_dossier_and_its_report_are_what_their_schemas_say() {
    let dossier = swv().file("dossier.xml", swv_test_support::DOSSIER);
    let key = swv().file("sleutel.txt", swv_test_support::OSO_KEY);
    let import = format!("case import-oso {dossier} --region almere --key-file {key} --report verslag.json");
    let answer = swv().run(&import);
    assert_eq!(answer.code, 0, "{answer}");
    conforms("case", &toml::from_str(&answer.stdout).unwrap(), &import);
    let report = std::fs::read_to_string(swv().folder().join("verslag.json")).unwrap();
    conforms("oso-report", &serde_json::from_str(&report).unwrap(), &import);
}

#[test]
fn the_findings_of_a_check_are_those_of_the_schema_of_a_budget() {
    let schema = printed("schema budget");
    let mut of_findings = schema["properties"]["findings"].clone();
    of_findings["$defs"] = schema["$defs"].clone();
    let validator = jsonschema::validator_for(&of_findings).unwrap();
    for (id, sector) in swv_tests::budgets() {
        let findings = printed(&format!("budget {id} --sector {sector} --check --format json"));
        assert!(validator.is_valid(&findings), "{id} {sector}");
    }
}

#[test]
fn every_file_of_a_region_is_what_its_schema_says() {
    for id in REGIONS.into_iter().chain(["hostile"]) {
        let files = Files::of(id);
        for path in files.paths().filter(|path| path.ends_with(".toml")) {
            let schema = match path {
                "manifest.toml" => "manifest",
                "parameters.toml" => "parameters",
                "findings.toml" => "findings",
                "synthetic.toml" => "synthetic",
                "published/figures.toml" => "figures",
                _ if path.starts_with("published/budget-") => "budget-table",
                other => panic!("{id}/{other}: has no schema"),
            };
            let value: Value = toml::from_str(&files.text(path)).unwrap();
            conforms(schema, &value, &format!("{id}/{path}"));
        }
    }
}

#[test]
fn money_crosses_as_whole_cents_and_the_unknown_as_null() {
    let budget = printed("budget haarlemmermeer --format json");
    let line = &budget["lines"].as_array().unwrap()[0];
    assert_eq!(line["published"]["2024"], Value::Null);
    assert_eq!(line["computed"]["2024"], Value::Null);
    let missing = budget["missing"].as_array().unwrap();
    assert_eq!(missing[0]["what"], line["id"]);
    let mut fractions = Vec::new();
    find_fractions(&budget, &mut fractions);
    find_fractions(&printed("compare --format json"), &mut fractions);
    assert!(fractions.is_empty(), "{fractions:?}");
}

/// Numbers that a reader could only take for floating point.
fn find_fractions(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Number(number) if !number.is_i64() && !number.is_u64() => found.push(number.to_string()),
        Value::Array(values) => values.iter().for_each(|value| find_fractions(value, found)),
        Value::Object(values) => values.values().for_each(|value| find_fractions(value, found)),
        _ => {}
    }
}

#[test]
fn every_line_of_csv_has_as_many_fields_as_its_header() {
    for command in [
        "compare",
        "regions",
        "indicators almere",
        "budget zuid-kennemerland",
        "budget almere --check",
        "norm almere",
        "norm",
        "procedure almere",
        "procedure almere zorgplicht",
    ] {
        let answer = swv().run(&format!("{command} --format csv"));
        let widths: Vec<_> = answer.stdout.lines().map(fields).collect();
        assert!(widths.len() > 1 && widths.iter().all(|width| *width == widths[0]), "{command}: {widths:?}");
    }
}

/// The fields of a line; those with a comma stand between quotes.
fn fields(line: &str) -> usize {
    let outside = line.split('"').step_by(2);
    1 + outside.map(|part| part.matches(',').count()).sum::<usize>()
}
