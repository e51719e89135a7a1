//! The standard's own examples, which are not part of the project.

use swv_test_support::{oso_examples, oso_secondary_example};

use super::*;

/// What is kept of the full example, and of the one with parts left out.
fn import_real() -> Option<[Imported; 2]> {
    Some(oso_examples()?.map(|file| {
        let imported = import_bytes_of(&fs::read(file).unwrap()).unwrap_or_else(|error| panic!("{error}"));
        check_accounted(&imported);
        imported
    }))
}

fn counts(imported: &Imported) -> Vec<(&'static str, usize)> {
    imported.report.kept.iter().map(|kept| (kept.name, kept.count)).collect()
}

#[test]
fn of_the_full_example_the_fields_are_kept_and_the_people_are_not() {
    let Some([imported, _]) = import_real() else {
        return;
    };
    assert_eq!(imported.report.consent, Consent::Given);
    assert!(imported.report.opted_out.is_empty());
    for (name, expected) in [
        ("school-brin", "00YY"),
        ("leerjaar", "8"),
        ("schooljaar", "2015-2016"),
        ("opp-begin", "2015-05-04"),
        ("tlv-begin", "2016-04-04"),
        ("tlv-categorie", "L"),
        ("tlv-beschikkingsnummer", "55667788abcd"),
        ("ouders-akkoord", "Nee"),
        ("arrangement-einde", "2019-01-28"),
        ("verzuim-frequentie", "2"),
    ] {
        assert_eq!(values(&imported, name), [expected], "{name}");
    }
    assert_eq!(values(&imported, "diagnose-code"), ["H91.9.s", "H54.2", "F90.0+"]);
    assert_eq!(values(&imported, "toets-afgenomen-op").len(), 5);
    assert_eq!(counts(&imported).iter().find(|(name, _)| *name == "schoolloopbaan-jaargroep").unwrap().1, 10);
    let documents: Vec<_> =
        imported.fields.documents.iter().map(|document| (document.kind, document.format.unwrap())).collect();
    assert_eq!(
        documents,
        [
            ("document-onderwijsbehoeften", "pdf"),
            ("document-diagnose", "pdf"),
            ("document-diagnose", "pdf"),
            ("document-handelingsplan", "pdf"),
            ("document-opp", "docx"),
            ("document-opp", "txt"),
            ("document-tlv", "txt"),
            ("document-verzuim", "txt"),
            ("document-overig", "txt"),
            ("document-overig", "png"),
        ]
    );
    assert!(dropped(&imported, DropReason::Unknown).is_empty(), "the standard's own example is all known");
    let told = format!("{imported:?}{}", imported.report.lines(Language::Nl).join("\n"));
    for name in ["Berg", "2003-03-17", "LN094837", "Pieters", "Smits", "Haan", "zorggegevens", "UEsDB", "slechtziend"] {
        assert!(!told.contains(name), "{name}");
    }
}

#[test]
fn of_the_opt_out_example_eight_categories_are_named_and_consent_is_unknown() {
    let Some([_, imported]) = import_real() else {
        return;
    };
    assert_eq!(imported.report.consent, Consent::Unknown);
    let opted_out: Vec<_> = imported.report.opted_out.iter().map(|category| category.element).collect();
    assert_eq!(
        opted_out,
        [
            "cat_ouderinzage",
            "cat_vve",
            "cat_overstapadvies",
            "cat_verzuim",
            "cat_toetsresultaten",
            "cat_handelingsplannen",
            "cat_cijferlijsten",
            "cat_bijlagedocs",
        ]
    );
    assert!(dropped(&imported, DropReason::OptedOut).is_empty(), "the sender left them out");
    assert!(dropped(&imported, DropReason::Unknown).is_empty());
    assert!(!dropped(&imported, DropReason::NoConsent).is_empty());
    for name in ["diagnose-code", "medicijngebruik", "verzuim-frequentie", "toets-code", "handelingsplan-begin"] {
        assert!(values(&imported, name).is_empty(), "{name}");
    }
    assert_eq!(values(&imported, "tlv-categorie"), ["L"]);
}

#[test]
fn both_examples_are_of_one_pupil_with_one_pseudonym() {
    let Some([full, opt_out]) = import_real() else {
        return;
    };
    assert_eq!(full.fields.pupil, opt_out.fields.pupil);
}

#[test]
fn of_the_example_of_a_secondary_school_the_fields_are_kept_and_the_people_are_not() {
    let Some(file) = oso_secondary_example() else {
        return;
    };
    let bytes = fs::read(file).unwrap();
    let imported = import_bytes("dossier.xml", &bytes, &key(), &"VO2401".parse().unwrap());
    let imported = imported.unwrap_or_else(|error| panic!("{error}"));
    check_accounted(&imported);
    assert_eq!((imported.sector, imported.report.consent), (Sector::Vo, Consent::Given));
    for (name, expected) in [
        ("school-brin", "00YY"),
        ("dossier-profiel", "VOSWV"),
        ("verzuim-uren-geoorloofd", "3"),
        ("verzuim-rmc", "true"),
        ("leerling-16-of-ouder", "false"),
    ] {
        assert_eq!(values(&imported, name), [expected], "{name}");
    }
    let kept = serde_json::to_string(&imported.fields).unwrap();
    for secret in ["Berg", "Franciscus", "de Haan", "Windroos"] {
        assert!(!kept.contains(secret), "{secret}");
    }
}
