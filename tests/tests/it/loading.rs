//! A package that is not sound is refused with the file, the place and the
//! way out. Files of a package, without its plugin.

use std::fs;
use std::path::Path;

use swv_core::Sector;
use swv_host::{Digest, FolderError, HostError, PackageError, PackageFault, RegionError, read_folder};
use swv_tests::{Files, dataset_of, region, workspace, year};

fn zuid_kennemerland() -> Files {
    Files::of("zuid-kennemerland")
}

fn package_error(files: &Files) -> PackageError {
    match files.refused() {
        HostError::Region(RegionError::Package(error)) => error,
        other => panic!("{other}"),
    }
}

/// The message of a file that contradicts itself or another.
fn inconsistent(files: &Files, in_file: &str) -> String {
    let PackageError { file, fault } = package_error(files);
    assert!(file.ends_with(in_file), "{file}");
    let PackageFault::Inconsistent(message) = fault else { panic!("{fault}") };
    message
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = read_folder(Path::new("/nergens/almere")).unwrap_err();
    assert!(matches!(error, FolderError::Unreadable { .. }), "{error}");
    assert!(error.to_string().starts_with("/nergens/almere: cannot be read"), "{error}");
}

#[test]
fn a_folder_is_read_with_its_published_figures_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let copy = |path: &str, to: &str| {
        let to = folder.path().join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(workspace().join("tests/fixtures/hostile").join(path), to).unwrap();
    };
    copy("manifest.toml", "manifest.toml");
    copy("published/budget-po.toml", "published/budget-po.toml");
    copy("published/budget-po.toml", "published/budget-po.toml.orig");
    copy("published/budget-po.toml", "elders/budget-vo.toml");
    let package = swv_host::RegionPackage::read(read_folder(folder.path()).unwrap()).unwrap();
    assert_eq!(package.budgets.len(), 1);
    let error = package.plugin().unwrap_err().to_string();
    let place = folder.path().join("plugin.wasm").display().to_string();
    assert_eq!(error, format!("{place}: is missing; a region package has this file"));
}

#[test]
fn a_package_has_a_manifest() {
    let error = package_error(&Files::of("almere").without("manifest.toml"));
    assert_eq!(error.to_string(), "almere/manifest.toml: is missing; a region package has this file");
}

#[test]
fn a_package_has_the_plugin_that_its_manifest_names() {
    let error = package_error(&Files::of("almere").without("plugin.wasm"));
    assert!(error.fault == PackageFault::Absent, "{error}");
    assert!(error.to_string().starts_with("almere/plugin.wasm: is missing"), "{error}");
    let mut bytes = Files::of("almere").bytes("plugin.wasm").to_owned();
    let (was, last) = (Digest::of(&bytes), bytes.len() - 1);
    bytes[last] ^= 1;
    let error = package_error(&Files::of("almere").with("plugin.wasm", bytes.clone()));
    let wrong = PackageFault::WrongDigest { expected: was, found: Digest::of(&bytes) };
    assert_eq!((error.file.as_str(), &error.fault), ("almere/plugin.wasm", &wrong));
    assert!(error.to_string().contains("swv plugin build"), "{error}");
}

#[test]
fn a_manifest_without_plugin_says_how_to_make_one() {
    let manifest = Files::of("almere").text("manifest.toml");
    let (without, _) = manifest.split_once("[plugin]").unwrap();
    let error = package_error(&Files::of("almere").with("manifest.toml", without));
    assert!(error.fault == PackageFault::NoPlugin, "{error}");
    assert!(error.to_string().starts_with("almere/manifest.toml: has no [plugin]"), "{error}");
}

#[test]
fn an_unknown_key_is_refused_at_its_line_and_column() {
    let places = [
        ("manifest.toml", "\n[plan]\n", "\n[plan]\n  kleur = 1\n"),
        ("parameters.toml", "unit = \"euro\"\n", "unit = \"euro\"\n  kleur = 1\n"),
        ("published/figures.toml", "sector = \"po\"\n", "sector = \"po\"\n  kleur = 1\n"),
        ("synthetic.toml", "kind = \"bao\"\n", "kind = \"bao\"\n  kleur = 1\n"),
        ("published/budget-po.toml", "table = \"detail\"\n", "table = \"detail\"\n  kleur = 1\n"),
    ];
    for (file, from, to) in places {
        let text = zuid_kennemerland().text(file).replacen(from, to, 1);
        let line = 1 + text.lines().position(|line| line == "  kleur = 1").unwrap();
        let error = package_error(&zuid_kennemerland().with(file, text)).to_string();
        assert!(error.starts_with(&format!("zuid-kennemerland/{file}:{line}:3: ")), "{error}");
        assert!(error.contains("unknown field `kleur`"), "{error}");
    }
}

#[test]
fn a_file_that_is_no_toml_is_refused_at_its_line_and_column() {
    let error = package_error(&zuid_kennemerland().with("parameters.toml", "# niets\n[[parameters]\n"));
    assert!(error.to_string().starts_with("zuid-kennemerland/parameters.toml:2:"), "{error}");
}

#[test]
fn a_file_in_another_encoding_is_refused_at_its_line_and_column() {
    let error = package_error(&zuid_kennemerland().with("findings.toml", b"# \xe9\xe9n\n".to_vec()));
    assert_eq!(error.to_string(), "zuid-kennemerland/findings.toml:1:3: is not UTF-8; save the file as UTF-8");
}

#[test]
fn a_parameter_whose_periods_leave_a_gap_or_overlap_is_refused() {
    let until = |day: &str| {
        let to = format!("until = \"{day}\", value = \"450\"");
        zuid_kennemerland().replaced("parameters.toml", "until = \"2024-12-31\", value = \"450\"", &to)
    };
    let message = inconsistent(&until("2024-12-30"), "/parameters.toml");
    assert_eq!(
        message,
        "parameters[0] (ondersteuningsbedrag-per-leerling): values[0] ends on 2024-12-30 and values[1] begins on \
         2025-01-01: they leave a gap"
    );
    assert!(inconsistent(&until("2025-01-01"), "/parameters.toml").ends_with("they overlap"));
}

#[test]
fn a_parameter_a_figure_and_a_budget_line_stand_there_once() {
    for (file, header) in [
        ("parameters.toml", "[[parameters]]"),
        ("published/figures.toml", "[[figures]]"),
        ("published/budget-po.toml", "[[lines]]"),
        ("published/budget-po.toml", "[[columns]]"),
    ] {
        let text = zuid_kennemerland().text(file);
        let mut blocks = text.split(header);
        let first = blocks.nth(1).unwrap().split("[[").next().unwrap();
        let doubled = format!("{text}\n{header}{first}");
        let message = inconsistent(&zuid_kennemerland().with(file, doubled), file);
        assert!(message.contains("twice"), "{header}: {message}");
    }
}

#[test]
fn a_budget_value_stands_in_a_column_of_the_table() {
    let text = zuid_kennemerland().text("published/budget-po.toml").replacen("2024 = ", "2042 = ", 1);
    let message = inconsistent(&zuid_kennemerland().with("published/budget-po.toml", text), "/budget-po.toml");
    assert!(message.starts_with("lines[0] (lichte-ondersteuning): has a value in column \"2042\""), "{message}");
}

#[test]
fn a_value_that_its_unit_cannot_hold_is_refused_with_its_place() {
    let spoil = |from, to| inconsistent(&zuid_kennemerland().replaced("parameters.toml", from, to), "/parameters.toml");
    let message = spoil("value = \"585\"", "value = \"585.5\"");
    assert!(message.contains("leerlingen-sbo-op-teldatum") && message.contains("\"585.5\""), "{message}");
    let message = spoil("value = \"6634.52\"", "value = \"6634,52\"");
    assert!(message.contains("tarief-tlv-sbo") && message.contains("6634,52"), "{message}");
}

#[test]
fn every_source_names_a_document_of_the_manifest() {
    let id = "zuid-kennemerland-ondersteuningsplan-2024-2028";
    for file in ["parameters.toml", "published/figures.toml", "published/budget-po.toml"] {
        let message = inconsistent(&zuid_kennemerland().replaced(file, id, "verzonnen"), file);
        assert!(message.contains("cites the document \"verzonnen\""), "{message}");
    }
    let other = format!("{id}\", section = \"1.2\"");
    let files = zuid_kennemerland().replaced("manifest.toml", &other, "verzonnen\", section = \"1.2\"");
    assert!(inconsistent(&files, "/manifest.toml").contains("\"verzonnen\""));
}

#[test]
fn a_manifest_agrees_with_itself() {
    let spoil = |from, to| inconsistent(&Files::of("almere").replaced("manifest.toml", from, to), "/manifest.toml");
    assert_eq!(spoil("number = \"PO2401\"", "number = \"VO2401\""), "swv[0]: number VO2401 is not of sector po");
    assert_eq!(
        spoil("from = \"2023-08-01\"", "from = \"2028-08-01\""),
        "plan: ends on 2027-07-31, before it begins on 2028-08-01"
    );
}

#[test]
fn a_sector_a_budget_and_a_quantity_that_are_not_there_are_told_apart() {
    let region = region("haarlemmermeer");
    let error = region.budget(Sector::Vo).unwrap_err();
    assert_eq!(error.to_string(), "haarlemmermeer has no sector vo; it has po");
    let files = Files::of("haarlemmermeer").without("published/budget-po.toml");
    let error = files.load().unwrap().budget(Sector::Po).unwrap_err();
    assert!(matches!(error, RegionError::NoBudget { .. }), "{error}");
    assert_eq!(error.to_string(), "haarlemmermeer has published no budget of sector po");
    let region = swv_tests::region("zuid-kennemerland");
    let mut dataset = dataset_of(&region);
    dataset.columns.retain(|column| column.quantity.name != "leerlingen");
    let error = region.allocate(Sector::Po, year(2024), &dataset, Digest::of(b"")).unwrap_err();
    assert!(matches!(error, RegionError::Quantity { .. }), "{error}");
    assert!(error.to_string().starts_with("dataset proef: has no column leerlingen"), "{error}");
}

#[test]
fn a_value_derived_from_a_cell_that_is_not_printed_is_refused() {
    let spoiled = zuid_kennemerland().replaced("parameters.toml", "\"lichte-ondersteuning@2025\"", "\"lichte@2025\"");
    let message = inconsistent(&spoiled, "/parameters.toml");
    assert!(message.contains("\"lichte@2025\" is no printed cell of a budget; write line@column"), "{message}");
}

#[test]
fn a_file_that_no_package_has_is_refused_by_its_name() {
    let spoiled = zuid_kennemerland().with("finding.toml", "");
    let message = inconsistent(&spoiled, "/finding.toml");
    assert!(message.contains("is no file of a region package"), "{message}");
}

/// `synthetic.toml` of Zuid-Kennemerland with one text for another.
fn synthetic(from: &str, to: &str) -> Files {
    let text = zuid_kennemerland().text("synthetic.toml");
    assert!(text.contains(from), "synthetic.toml has no {from:?}");
    zuid_kennemerland().with("synthetic.toml", text.replacen(from, to, 1))
}

#[test]
fn what_a_synthetic_dataset_is_made_of_names_what_there_is_in_an_order_that_can_be_made() {
    let first = "total = { figure = { id = \"leerlingen-regulier\" } }";
    let exempt = "name = \"plaatsingen-opvanghuis\"";
    for (from, to, expected) in [
        ("kind = \"sbo\"", "kind = \"bao\"", "recipients[1]: this kind stands there twice for its sector"),
        (
            "number = { assumed = 2 }",
            "number = { assumed-per-thousand = { of = \"leerlingen\", number = 1 } }",
            "recipients[3]: number: is a `figure`, a `parameter` or `assumed`",
        ),
        (
            "id = \"locaties-ikc\"",
            "id = \"locaties\"",
            "recipients[1]: number: there is no figure \"locaties\" of sector po",
        ),
        ("kinds = [\"bao\"]", "kinds = []", "quantities[0] (leerlingen): kinds: is empty"),
        (
            exempt,
            "name = \"plaatsingen-voorschoolse-tlv\"",
            "(plaatsingen-voorschoolse-tlv): stands there twice for one kind",
        ),
        ("spread = 67", "spread = 100", "quantities[0] (leerlingen): spread: 100 per cent leaves nothing"),
        ("portion = 9", "portion = 0", "portion: is 0; write 1 or more"),
        (
            first,
            "total = { figure = { id = \"leerlingen\" } }",
            "total: there is no figure \"leerlingen\" of sector po",
        ),
        (
            first,
            "total = { figure = { id = \"leerlingen-regulier\", year = 2025 } }",
            "total: the figure leerlingen-regulier has no value of 2025",
        ),
        (
            first,
            "total = { figure = { id = \"terugplaatsingsbedrag\" } }",
            "total: the figure terugplaatsingsbedrag is no whole number",
        ),
        (
            first,
            "total = { figure = { id = \"drempel-kleine-besturen\" } }",
            "total: the figure drempel-kleine-besturen of 2024 is no total to add up to",
        ),
        (first, "total = { parameter = { key = \"leerlingen\" } }", "total: there is no parameter \"leerlingen\""),
        (
            first,
            "total = { parameter = { key = \"tarief-tlv-sbo\" } }",
            "total: the parameter tarief-tlv-sbo is no whole number",
        ),
        (
            "within = \"leerlingen\"",
            "within = \"leerlingen-ikc\"",
            "refers to \"leerlingen-ikc\", which does not stand before it in its sector",
        ),
        ("within = \"leerlingen\"", "times = 2", "(plaatsingen-gespecialiseerd): times: says nothing without `within`"),
        (
            "times = 11",
            "times = \"maanden\"",
            "(maanden-vertrek-tlv-op-basisschool-ikc): times: there is no parameter \"maanden\"",
        ),
        (
            "within = \"plaatsingen-gespecialiseerd\"",
            "within = \"plaatsingen-gespecialiseerd\"\ntimes = 2",
            "(plaatsingen-opvanghuis): times: \"plaatsingen-voorschoolse-tlv\" shares its `within` and has another",
        ),
        (
            "plus = [\"so-ingeschreven-1-februari\", ",
            "plus = [] , minus = [] } }\n# ",
            "(so-ingeschreven-1-juni): total: adds nothing",
        ),
        (
            "plus = [\"so-ingeschreven-1-februari\", ",
            "plus = [",
            "(so-ingeschreven-1-juni): total: takes off \"so-uitstroom-categorie-1\", which is not `within` one that is added",
        ),
    ] {
        let message = inconsistent(&synthetic(from, to), "/synthetic.toml");
        assert!(message.contains(expected), "{message}");
    }
    let by_others = format!("{}by = \"leerlingen\"\n", zuid_kennemerland().text("synthetic.toml"));
    let message = inconsistent(&zuid_kennemerland().with("synthetic.toml", by_others), "/synthetic.toml");
    assert!(message.ends_with("its counts follow from others, so `by` and `within` say nothing"), "{message}");
}

#[test]
fn what_the_plugin_does_not_read_or_has_no_rule_for_is_no_part_of_its_package() {
    let disagreement = |files: Files| match files.refused() {
        HostError::Region(RegionError::Disagreement { place, message }) => format!("{place}: {message}"),
        other => panic!("{other}"),
    };
    assert_eq!(
        disagreement(synthetic("name = \"weken-opmaatklas\"", "name = \"weken-opmaat\"")),
        "zuid-kennemerland/synthetic.toml: makes the quantity \"weken-opmaat\", which the plugin does not read"
    );
    let room = zuid_kennemerland().replaced("published/budget-po.toml", "room_for = \"vangnet\"", "room_for = \"net\"");
    let message = disagreement(room);
    assert!(
        message.ends_with("maximale-ruimte-vangnetconstructie is room for net, and the plugin has no such rule"),
        "{message}"
    );
}
