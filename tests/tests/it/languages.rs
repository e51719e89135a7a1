//! No English in Dutch, and no Dutch in English.

use swv_tests::Swv;

/// Words that are of one language only.
const ENGLISH: [&str; 24] = [
    "the", "and", "which", "with", "cannot", "there", "write", "give", "from", "unknown", "months", "weeks", "pupils",
    "years", "what", "without", "missing", "either", "other", "has", "found", "supplied", "region", "file",
];
const DUTCH: [&str; 22] = [
    "het",
    "een",
    "niet",
    "voor",
    "wordt",
    "zijn",
    "waar",
    "naar",
    "onbekend",
    "ontbreekt",
    "zonder",
    "geen",
    "maanden",
    "weken",
    "heeft",
    "worden",
    "bestand",
    "leerlingen",
    "scholen",
    "van",
    "schrijf",
    "fout",
];

/// The words of a text, but for ids, paths, options and what stands in quotes.
fn words(text: &str) -> Vec<String> {
    let quoted = text.split('`').enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, part)| part);
    let words =
        quoted.flat_map(|part| part.split(|letter: char| letter.is_whitespace() || "()“”\"';:,".contains(letter)));
    let plain = words.filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic));
    plain.map(str::to_owned).collect()
}

/// The words of the other language that a text has.
fn foreign<'a>(text: &str, of: &[&'a str]) -> Vec<&'a str> {
    let words = words(text);
    of.iter().filter(|foreign| words.iter().any(|word| word == *foreign)).copied().collect()
}

const COMMANDS: [&str; 19] = [
    "",
    "compare",
    "regions",
    "budget",
    "indicators",
    "allocate",
    "case",
    "case import-oso",
    "norm",
    "procedure",
    "data",
    "data import",
    "data import duo",
    "data generate",
    "schema",
    "parameters",
    "plugin",
    "plugin build",
    "completions",
];

#[test]
fn help_is_in_one_language() {
    let swv = Swv::new();
    for command in COMMANDS {
        for (language, other) in [("nl", ENGLISH.as_slice()), ("en", DUTCH.as_slice())] {
            for flag in ["--help", "-h"] {
                let answer = swv.run(&format!("--lang {language} {command} {flag}"));
                assert_eq!(answer.code, 0, "{command}: {answer}");
                // What is typed is the same in both: file names and ids.
                let told: Vec<_> = answer.stdout.lines().filter(|line| !line.trim().starts_with("swv ")).collect();
                assert_eq!(foreign(&told.join("\n"), other), [""; 0], "{language} {command}: {answer}");
            }
        }
    }
}

/// Command lines that are refused, each for another reason.
const REFUSED: [&str; 24] = [
    "allocate zuidkennemerland --year 2024",
    "allocate zuid-kennemerland",
    "allocate almere --year 20x",
    "allocate almere --year 2030",
    "allocate almere --year 2024-2025",
    "allocate almere --year 2024 --dataset nergens.json",
    "allocate almere --year 2024 --recipient niemand",
    "allocate haarlemmermeer --year 2024",
    "budget almere --sektor po",
    "bugdet",
    "budget",
    "budget almere --sector xo",
    "budget haarlemmermeer --sector vo",
    "budget almere --set x=1",
    "budget almere --set x",
    "budget almere --set tarief-sbo=abc",
    "budget almere --format",
    "budget almere po vo",
    "schema niets",
    "procedure almere niets",
    "compare --year 1995",
    "case almere",
    "case almere nergens.toml --as-of 2025-03-01",
    "--regions nergens regions",
];

#[test]
fn errors_and_hints_are_in_the_language_that_was_asked_for() {
    let swv = Swv::new();
    for line in REFUSED {
        for (language, other) in [("nl", ENGLISH.as_slice()), ("en", DUTCH.as_slice())] {
            let answer = swv.run(&format!("--lang {language} {line}"));
            assert_eq!(answer.code, 2, "{line}: {answer}");
            assert!(answer.stderr.starts_with(if language == "nl" { "fout: " } else { "error: " }), "{line}: {answer}");
            assert_eq!(foreign(&answer.stderr, other), [""; 0], "{language} {line}: {answer}");
        }
    }
}

#[test]
fn results_are_in_dutch_but_for_names_and_ids() {
    let swv = Swv::new();
    let mut lines: Vec<String> = [
        "compare",
        "compare --sector vo --sources",
        "norm",
        "regions",
        "allocate almere --year 2024",
        "allocate almere --year 2024 --sector vo",
        "allocate zuid-kennemerland --year 2024",
    ]
    .map(str::to_owned)
    .into();
    for region in ["almere", "almere --sector vo", "zuid-kennemerland", "haarlemmermeer"] {
        lines.extend(["budget", "indicators", "norm"].map(|command| format!("{command} {region}")));
        lines.push(format!("norm {region} --template"));
    }
    for region in ["almere", "zuid-kennemerland", "haarlemmermeer"] {
        lines.extend(["procedure", "parameters"].map(|command| format!("{command} {region}")));
    }
    for line in lines {
        let answer = swv.run(&format!("--lang nl {line}"));
        assert_eq!(answer.code, 0, "{line}: {answer}");
        for told in answer.stdout.lines().chain(answer.stderr.lines()) {
            assert_eq!(foreign(told, &ENGLISH), [""; 0], "{line}: {told}");
        }
    }
}

#[test]
fn help_and_errors_follow_the_locale_where_no_language_is_asked_for() {
    let swv = Swv::new();
    let answer = |variable: &str, value: &str| {
        let output = swv.command("budget nergens").env(variable, value).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(answer("LANG", "nl_NL.UTF-8").starts_with("fout: er is geen regio nergens"));
    assert!(answer("SWV_LANG", "nl").starts_with("fout: "));
    assert!(answer("LANG", "C.UTF-8").starts_with("error: there is no region nergens"));
}

#[test]
fn a_scan_in_dutch_is_read_as_one_in_english() {
    let swv = Swv::new();
    let template = swv.run("--lang nl norm almere --template").stdout.replace("school = \"\"", "school = \"De Boog\"");
    assert!(template.contains("= \"onbekend\""), "{template}");
    let file = swv
        .file("scan.toml", template.replacen("\"onbekend\"", "\"ja\"", 1).replacen("\"onbekend\"", "\"ten dele\"", 1));
    let report = swv.run(&format!("norm almere --scan {file} --format json"));
    let report: serde_json::Value = serde_json::from_str(&report.stdout).unwrap();
    let answers: Vec<_> =
        report["per_item"].as_array().unwrap().iter().map(|item| item["answer"].as_str().unwrap()).collect();
    assert_eq!(answers[..3], ["yes", "partly", "unknown"]);
}
