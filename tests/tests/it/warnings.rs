//! What an allocation says of itself before it is used.

use swv_core::{Dataset, Money, Sector};
use swv_host::{AllocationReport, AllocationWarning, Digest};
use swv_tests::{Files, Swv, year};

const BUDGET: &str = "published/budget-po.toml";

/// Four pupils of category I, that is 4 x 12.938,34 = 51.753,36 euros for the
/// growth clause, in an allocation of this package.
fn growth_of_four(files: &Files) -> AllocationReport {
    let mut counts = serde_json::json!({
        "leerlingen": 0, "so-ingeschreven-1-september": 60, "so-ingeschreven-1-februari": 60,
        "so-ingeschreven-1-juni": 64, "so-instroom-categorie-1": 4
    });
    for none in ["uitstroom-categorie-1", "instroom-categorie-2", "uitstroom-categorie-2", "instroom-categorie-3"] {
        counts[format!("so-{none}")] = 0.into();
    }
    counts["so-uitstroom-categorie-3"] = 0.into();
    let columns: Vec<_> = counts.as_object().unwrap().keys().map(|name| serde_json::json!({ "name": name })).collect();
    let dataset: Dataset = serde_json::from_value(serde_json::json!({
        "name": "proef", "synthetic": true, "quantities": columns,
        "recipients": [{ "id": "SYN-1", "name": "School", "kind": "so", "counts": counts }],
    }))
    .unwrap();
    files.load().unwrap().allocate(Sector::Po, year(2024), &dataset, Digest::of(b"")).unwrap()
}

#[test]
fn a_sum_beyond_the_room_of_the_budget_is_not_cut_and_is_said_with_both_amounts() {
    let report = growth_of_four(&Files::of("zuid-kennemerland"));
    assert_eq!(report.total_cents, Money::from_cents(51_753_36).into());
    let expected = AllocationWarning::Room {
        rule: "vangnet".into(),
        total_cents: Money::from_cents(51_753_36).into(),
        line: "maximale-ruimte-vangnetconstructie".into(),
        room_cents: Money::from_cents(40_000_00),
    };
    assert_eq!(report.warnings, [expected]);
}

#[test]
fn a_sum_that_is_the_whole_room_is_not_beyond_it() {
    let files = |room: &str| {
        let files = Files::of("zuid-kennemerland");
        let text = files.text(BUDGET);
        let (before, line) = text.split_once("id = \"maximale-ruimte-vangnetconstructie\"").unwrap();
        let line = line.replacen("2024 = \"40000\"", &format!("2024 = \"{room}\""), 1);
        files.with(BUDGET, format!("{before}id = \"maximale-ruimte-vangnetconstructie\"{line}"))
    };
    assert_eq!(growth_of_four(&files("51753.36")).warnings, []);
    assert_eq!(growth_of_four(&files("51753.35")).warnings.len(), 1);
    assert_eq!(growth_of_four(&files("51753")).warnings, [], "a budget in whole euros has no cents");
    assert_eq!(growth_of_four(&files("51752")).warnings.len(), 1);
}

#[test]
fn without_a_budget_there_is_no_room_to_be_beyond() {
    let files = Files::of("zuid-kennemerland").replaced(BUDGET, "room_for = \"vangnet\"\n", "");
    assert_eq!(growth_of_four(&files).warnings, []);
}

#[test]
fn more_tailored_budget_than_almere_budgets_is_a_warning_and_as_much_is_none() {
    let swv = Swv::new();
    let counts = r#""leerlingen": 100, "leerlingen-maatwerkbudget": 80, "maanden-maatwerkbudget": 240"#;
    let quantities = r#"{ "name": "leerlingen" }, { "name": "leerlingen-maatwerkbudget" },
                        { "name": "maanden-maatwerkbudget", "unit": "months" }"#;
    let recipient = format!(r#"{{ "id": "S-1", "name": "S", "kind": "bao", "counts": {{ {counts} }} }}"#);
    let data = format!(
        r#"{{ "name": "proef", "synthetic": true, "quantities": [{quantities}], "recipients": [{recipient}] }}"#
    );
    let data = swv.file("data.json", data);
    let warned = |monthly: &str| {
        let answer = swv.run(&format!(
            "--lang en allocate almere --year 2024 --dataset {data} --set maatwerkbudget-per-maand={monthly}"
        ));
        assert_eq!(answer.code, 0, "{answer}");
        answer.stderr.contains("150,000")
    };
    assert!(!warned("625"));
    assert!(warned("626"));
}
