//! What the report says, and what a procedure leaves.

use super::*;

#[test]
fn a_procedure_keeps_what_it_declares_and_the_rest_is_named() {
    let mut imported = imported(&[]);
    let declared = ["tlv-begin", "leerjaar", "document-opp"];
    imported.keep_only(|name| declared.contains(&name));
    let mut kept: Vec<_> = imported.fields.values.iter().map(|value| value.name).collect();
    kept.extend(imported.fields.documents.iter().map(|document| document.kind));
    assert_eq!(kept, ["tlv-begin", "leerjaar", "document-opp"]);
    let not_needed = imported.report.dropped.iter().filter(|dropped| dropped.reason == DropReason::NotNeeded);
    let school = not_needed.clone().find(|dropped| dropped.name == Some("schoolloopbaan-brin")).unwrap();
    assert_eq!(school.count, 2);
    assert!(not_needed.clone().any(|dropped| dropped.name == Some("document-diagnose")));
    let mut told: Vec<_> = imported.report.kept.iter().map(|kept| kept.name).collect();
    told.sort_unstable();
    assert_eq!(told, ["document-opp", "leerjaar", "tlv-begin"]);
    check_accounted(&imported);
    check_no_secret(&format!("{imported:?}"));
}

#[test]
fn what_the_standard_does_not_know_is_dropped_by_its_path() {
    let imported = imported(&[
        ("<opp>", "<opp><nieuw><diep>1</diep></nieuw>"),
        ("<tlv>", "<tlv soort='x'>"),
        ("<soort>BO", "<soort oud='ja'>BO"),
        ("<verzuim>", "<x:verzuim xmlns:x='urn:x'/><verzuim>tussen"),
    ]);
    assert_eq!(
        dropped(&imported, DropReason::Unknown),
        [
            "huidigeschool/leerling/onderwijsondersteuning/opp/nieuw",
            "huidigeschool/leerling/onderwijsondersteuning/tlv/@soort",
            "huidigeschool/leerling/verzuim/text()",
            "huidigeschool/leerling/{urn:x}verzuim",
            "huidigeschool/soort/@oud",
        ]
    );
    let new = imported.report.dropped.iter().find(|dropped| dropped.path.ends_with("nieuw")).unwrap();
    assert_eq!((new.count, new.elements), (1, 2));
    assert_eq!(values(&imported, "school-soort"), ["BO"]);
}

#[test]
fn the_lines_tell_each_reason_in_both_languages() {
    let imported = imported(&[("<toestemming>Ja", "<toestemming>Onbekend"), ("<opp>", "<opp><nieuw/>")]);
    let dutch = imported.report.lines(Language::Nl);
    let english = imported.report.lines(Language::En);
    assert_eq!(dutch.len(), english.len());
    for line in [
        "toestemming: niet bekend; wat toestemming vraagt, is niet bewaard",
        "  tlv-begin",
        "  schoolloopbaan-brin (2×)",
        "niet bewaard: kan een persoon aanwijzen:",
        "  /dossier/huidigeschool/leerling/voornaam (2×)",
        "niet bewaard: geen toestemming:",
        "niet bewaard: vrije tekst:",
        "niet bewaard: staat niet in de standaard:",
        "  /dossier/huidigeschool/leerling/onderwijsondersteuning/opp/nieuw",
    ] {
        assert!(dutch.iter().any(|found| found == line), "{line}\n{}", dutch.join("\n"));
    }
    assert!(english.iter().any(|line| line == "dropped: no consent:"), "{english:?}");
}

#[test]
fn the_lines_stay_few_where_a_file_holds_much_that_is_unknown() {
    let many: String = (0..500).map(|at| format!("<n{at}/>")).collect();
    let imported = imported(&[("<opp>", &format!("<opp>{many}"))]);
    assert_eq!(dropped(&imported, DropReason::Unknown).len(), 500);
    let lines = imported.report.lines(Language::En);
    assert!(lines.iter().any(|line| line == "  and more: 440"), "{lines:?}");
}

#[test]
fn the_report_is_json_with_counts_by_path() {
    let json = serde_json::to_value(imported(&[]).report).unwrap();
    assert_eq!(json["consent"], "given");
    let dropped = json["dropped"].as_array().unwrap();
    let names = dropped.iter().find(|dropped| dropped["path"] == "/dossier/huidigeschool/leerling/voornaam").unwrap();
    assert_eq!(names["reason"], "identifying");
    assert_eq!(names["count"], 2);
}
