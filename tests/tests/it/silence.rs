//! What documents are silent on is said where a user looks, and what a user
//! supplies in its place is said in every output.

use serde_json::{Value, json};
use swv_tests::{Files, Swv};

const TARIFFS: [(&str, &str); 4] = [
    ("tarief-tlv-sbo@2024", "6634.52"),
    ("tarief-tlv-so-categorie-1@2024", "12938.34"),
    ("tarief-tlv-so-categorie-2@2024", "21053.23"),
    ("tarief-tlv-so-categorie-3@2024", "31419.53"),
];

/// The costs of TLVs that the figures hold, in cents.
fn costs(report: &Value) -> Vec<(String, u64, Value)> {
    let lines = report["indicators"].as_array().unwrap().iter();
    let costs = lines.filter(|line| line["id"].as_str().unwrap().starts_with("kosten-tlv"));
    costs
        .map(|line| {
            assert_eq!(line["status"], "silent", "{line}");
            (line["id"].as_str().unwrap().to_owned(), line["year"].as_u64().unwrap(), line["computed"].clone())
        })
        .collect()
}

fn figures(swv: &Swv, options: &str) -> Value {
    let answer = swv.run(&format!("indicators haarlemmermeer --format json {options}"));
    serde_json::from_str(&answer.stdout).unwrap_or_else(|error| panic!("{error}: {answer}"))
}

#[test]
fn costs_of_tlvs_follow_from_counts_and_supplied_tariffs_of_that_year_only() {
    let swv = Swv::new();
    assert_eq!(costs(&figures(&swv, "")), [], "without tariffs there are no costs, and not zero");
    let set: String = TARIFFS.iter().map(|(key, value)| format!(" --set {key}={value}")).collect();
    // On 1 February 2023: 476 in SBO, and 173, 10 and 18 in SO.
    let expected = [
        ("kosten-tlv-sbo".to_owned(), 2024, json!(476 * 663_452)),
        ("kosten-tlv-so".to_owned(), 2024, json!(173 * 1_293_834 + 10 * 2_105_323 + 18 * 3_141_953)),
    ];
    assert_eq!(costs(&figures(&swv, &set)), expected);
    let file: String = TARIFFS.iter().map(|(key, value)| format!("\"{key}\" = \"{value}\"\n")).collect();
    let file = swv.file("waarden.toml", format!("[values]\n{file}"));
    assert_eq!(costs(&figures(&swv, &format!("--parameters {file}"))), expected);
}

#[test]
fn costs_of_so_need_the_tariff_of_every_category() {
    let set: String = TARIFFS[..3].iter().map(|(key, value)| format!(" --set {key}={value}")).collect();
    let found = costs(&figures(&Swv::new(), &set));
    assert_eq!(found.iter().map(|(id, ..)| id.as_str()).collect::<Vec<_>>(), ["kosten-tlv-sbo"]);
}

#[test]
fn a_supplied_value_is_named_in_every_format_of_every_result() {
    let swv = Swv::new();
    let commands = [
        ("indicators haarlemmermeer", "tarief-tlv-sbo@2024"),
        ("budget haarlemmermeer", "besteding-sbo-plus"),
        ("allocate zuid-kennemerland --year 2024", "weekbedrag-opmaatklas"),
    ];
    for (command, key) in commands {
        for (format, told) in [
            ("table", format!("! {key} = 250.50: eigen waarde van de gebruiker")),
            ("json", format!("\"key\": \"{key}\"")),
            ("csv", format!(",{key}=250.50\n")),
        ] {
            let answer = swv.run(&format!("{command} --set {key}=250.50 --format {format}"));
            assert_eq!(answer.code, 0, "{command} {format}: {answer}");
            assert!(answer.stdout.contains(&told), "{command} {format}: {answer}");
        }
    }
}

#[test]
fn what_the_documents_do_not_state_is_listed_until_it_is_supplied() {
    let swv = Swv::new();
    let silent = |options: &str| figures(&swv, options)["silent_parameters"].as_array().unwrap().clone();
    assert!(silent("").contains(&json!("tarief-tlv-sbo")));
    assert_eq!(silent("").len(), 15, "eleven amounts of a chart and four tariffs");
    assert!(!silent("--set tarief-tlv-sbo=1").contains(&json!("tarief-tlv-sbo")));
    for command in ["indicators", "budget"] {
        let answer = swv.run(&format!("{command} haarlemmermeer"));
        let told = "? 15 waarden noemen de documenten niet; met --set of --parameters volgt er meer (swv parameters haarlemmermeer --template): besteding-sbo-plus, ";
        assert!(answer.stdout.contains(told), "{answer}");
    }
    let template = swv.run("parameters haarlemmermeer --template").stdout;
    for key in silent("") {
        assert!(template.contains(&format!("# {} = \"\"", key.as_str().unwrap())), "{key}: {template}");
    }
}

#[test]
fn what_there_is_no_rule_for_is_said_in_budget_key_figures_and_parameters() {
    let swv = Swv::new();
    for command in ["budget", "indicators", "parameters"] {
        let answer = swv.run(&format!("--lang en {command} haarlemmermeer"));
        let told = "? the documents are silent: invoices to and from other partnerships";
        assert!(answer.stdout.contains(told), "{answer}");
    }
    assert_eq!(figures(&swv, "")["silences"].as_array().unwrap().len(), 3, "those of a procedure are said of a case");
    let case = "procedure = \"zorgplicht\"\nkey = \"k-1\"\nsector = \"po\"\nsynthetic = true\n\
                [[events]]\non = \"2025-02-03\"\nname = \"aanmelding\"\n";
    let case = swv.file("zaak.toml", case);
    let first = swv.run(&format!("--lang en case haarlemmermeer {case} --as-of 2025-02-03"));
    assert!(first.stdout.contains("? the documents are silent: every term of the duty of care"), "{first}");
    assert!(first.stdout.contains("file: nothing found wrong; not everything can be tested"), "{first}");
    assert!(!first.stdout.contains("in order"), "{first}");
    let refused = swv.run("allocate haarlemmermeer --year 2024");
    assert!(refused.stderr.contains("the region's documents state no rules for it"), "{refused}");
}

#[test]
fn a_silence_that_has_another_status_or_an_unknown_document_is_refused() {
    let refused = |from: &str, to: &str| {
        let silence = "[[silences]]\nabout = { nl = \"x\", en = \"x\" }\n\
                       provenance = { status = \"silent\", source = { document = \"plan\", section = \"1\" } }\n\n[plugin]"
            .replace(from, to);
        Files::of("hostile").replaced("manifest.toml", "[plugin]", &silence).load().err().map(|error| error.to_string())
    };
    assert_eq!(refused("", ""), None);
    assert!(refused("\"silent\"", "\"explicit\"").unwrap().contains("silences[0]: a silence has the status `silent`"));
    assert!(refused("\"plan\"", "\"boek\"").unwrap().contains("silences[0]: cites the document \"boek\""));
}
