//! Everything that ends a command says what, where, and what to try next; the
//! exit code is 2, and nothing is printed besides.

use swv_test_support::{DOSSIER, OSO_KEY};
use swv_tests::Swv;

/// The folder of one test, with what the commands read.
fn swv() -> Swv {
    let swv = Swv::new();
    swv.file("zaak.toml", "procedure = \"tlv\"\nkey = \"L-1\"\nsector = \"po\"\n");
    swv.file("scholen.csv", "id,name,kind,leerlingen\nSYN-1,School 1,bao,210\n");
    swv.file("sleutel.txt", OSO_KEY);
    swv.file("kort.txt", "abcd");
    swv.file("dossier.xml", DOSSIER);
    swv.file("waarden.toml", "[values]\nx = 1\n");
    swv.file("norm.toml", "title = 1\n");
    swv.file("leeg/readme.txt", "");
    swv
}

#[track_caller]
fn check(swv: &Swv, line: &str, error: &str, hint: Option<&str>) {
    let answer = swv.run(line);
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{line}: {answer}");
    let mut told = answer.stderr.split("hint: ");
    let first = told.next().unwrap();
    assert!(first.starts_with("error: ") && first.contains(error), "{line}: {answer}");
    match (hint, told.next()) {
        (None, None) => {}
        (Some(hint), Some(given)) => assert!(given.contains(hint), "{line}: {answer}"),
        _ => panic!("{line}: {answer}"),
    }
}

#[test]
fn what_does_not_exist_is_named_with_what_does() {
    let swv = swv();
    check(&swv, "budget almeer", "there is no region almeer", Some("the regions are almere, "));
    check(&swv, "schema begroting", "there is no schema \"begroting\"", Some("the schemas are manifest, "));
    check(&swv, "procedure almere zorg", "almere has no procedure zorg", Some("its procedures are "));
    check(&swv, "--regions leeg regions", "leeg: has no region packages; name a folder", None);
    check(&swv, "compare --year 2000", "no region has a figure of 2000 or before", None);
    let line = "allocate almere --year 2024 --recipient NIEMAND";
    check(&swv, line, "has no recipient and no board NIEMAND", None);
}

#[test]
fn a_file_that_is_absent_or_wrong_is_named_with_its_place() {
    let swv = swv();
    check(&swv, "case almere weg.toml --as-of 2025-01-01", "weg.toml: No such file", None);
    check(
        &swv,
        "norm almere --scan zaak.toml",
        "zaak.toml:1:1: unknown field `procedure`",
        Some("swv schema self-scan"),
    );
    check(&swv, "norm --national norm.toml", "norm.toml:1:9: ", Some("swv schema national-norm"));
    check(
        &swv,
        "allocate almere --year 2024 --dataset zaak.toml",
        "zaak.toml:1:1: expected value",
        Some("swv schema dataset"),
    );
    check(&swv, "budget almere --parameters waarden.toml", "waarden.toml:2:5: ", Some("swv schema values"));
    check(&swv, "budget almere --set x", "--set x: has no =; write KEY=VALUE", None);
    check(&swv, "data generate almere --out leeg", "leeg: is no ordinary file; name another file", None);
}

#[test]
fn arguments_that_do_not_go_together_are_told() {
    let swv = swv();
    let to = "--as-of 2025-01-01";
    check(&swv, &format!("case almere {to}"), "swv case reads REGION FILE", Some("swv case --help"));
    check(&swv, &format!("case Almere zaak.toml {to}"), "`Almere` is not a region: write", None);
    let line = format!("case --compare almere zaak.toml {to} --set a=1");
    check(&swv, &line, "--set and --parameters are values of one region's parameters", None);
    let line = format!("case --compare almere almere zaak.toml {to}");
    check(&swv, &line, "swv case reads --compare REGION,REGION FILE", Some("swv case --help"));
    check(&swv, "norm almere haarlemmermeer --template", "--template is about the norm of one region", None);
}

#[test]
fn a_dossier_or_key_that_is_refused_is_named() {
    let swv = swv();
    check(&swv, "case import-oso --new-key kort.txt", "kort.txt: is there already; a new key is never written", None);
    check(&swv, "case import-oso --new-key weg/sleutel", "weg/sleutel: No such file", None);
    let import = |dossier: &str, key: &str| format!("case import-oso {dossier} --region almere --key-file {key}");
    check(&swv, &import("dossier.xml", "kort.txt"), "kort.txt: the key has 2 bytes", Some("--new-key FILE"));
    check(
        &swv,
        &import("dossier.xml", "weg.txt"),
        "weg.txt: the key cannot be read: No such file",
        Some("--new-key FILE"),
    );
    check(&swv, &import("weg.xml", "sleutel.txt"), "weg.xml: No such file", None);
    check(&swv, &import("zaak.toml", "sleutel.txt"), "zaak.toml:1:1: ", None);
    let line = import("dossier.xml", "sleutel.txt") + " --out een.toml --report een.toml";
    check(&swv, &line, "een.toml: --out and --report name the same file; name two", None);
    let line = import("dossier.xml", "sleutel.txt") + " --procedure geen";
    check(&swv, &line, "almere has no procedure geen", Some("its procedures are "));
}

#[test]
fn files_of_duo_that_are_refused_are_named() {
    let swv = swv();
    let line =
        |swv: &str| format!("data import duo --locations a --pupils b --postcodes scholen.csv --swv {swv} --out c");
    check(&swv, &line("PO2704"), "a: No such file", None);
    swv.file("a", "x");
    swv.file("b", "x");
    check(&swv, &line("VO2704"), "scholen.csv:1: column SWV VO is missing; the header has id, name, kind", None);
    swv.file("scholen.csv", "pc4;gemeente;swv_po\n2011;Haarlem;PO2704\n");
    check(&swv, &line("PO2704"), "a:1: column VESTIGINGSCODE is missing; the header has x; give the right file", None);
    swv.file("a", "pc4;gemeente;swv_po\n2011;Haarlem;PO2704\n");
    check(&swv, &line("PO2704"), "a: is the map from postcode areas to partnerships", None);
}

#[test]
fn a_plugin_that_cannot_be_built_is_named() {
    check(&swv(), "plugin build leeg", "leeg/Cargo.toml: ", None);
}
