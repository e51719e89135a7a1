//! The profile VOSWV: the request of a secondary school to its SWV.

use swv_core::procedure::FieldKind;

use super::cases::procedure;
use super::*;

/// The dossier as a secondary school sends it.
fn of_secondary(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(changed(&[("<overstap>POSWV", "<overstap>VOSWV")]), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

fn import_for(swv: &str, text: &str) -> Result<Imported, String> {
    let imported = import_bytes("dossier.xml", text.as_bytes(), &key(), &swv.parse().unwrap());
    imported.map_err(|error| error.to_string())
}

#[test]
fn the_sector_is_that_of_the_school_that_sends_it() {
    let sector = |text: &str| sector_of(Input::new("dossier.xml", text.as_bytes(), 0)).unwrap();
    assert_eq!(sector(DOSSIER), Sector::Po);
    assert_eq!(sector(&of_secondary(&[])), Sector::Vo);
    let error = sector_of(Input::new("dossier.xml", &b"<html/>"[..], 0)).unwrap_err().to_string();
    assert!(error.starts_with("dossier.xml:1:1: is in no namespace"), "{error}");
}

#[test]
fn a_dossier_of_a_secondary_school_becomes_a_case_of_secondary_education() {
    let region = "proef".parse().unwrap();
    let procedure = procedure(&[("leerjaar", FieldKind::Number)], &[]);
    let swv = "VO9901".parse().unwrap();
    let of = CaseOf { region: &region, procedure: &procedure, swv: &swv, enrolled_in: None };
    let text = of_secondary(&[]);
    let made = import(Input::new("dossier.xml", text.as_bytes(), 0), &key(), &of).unwrap();
    assert_eq!(made.case.sector, Sector::Vo);
    check_report(&made.report.dossier);
    check_no_secret(&serde_json::to_string(&made.case).unwrap());
}

#[test]
fn a_dossier_goes_to_a_partnership_of_its_own_sector() {
    let error = import_for("PO9901", &of_secondary(&[])).unwrap_err();
    assert!(error.starts_with("dossier.xml: is of a school of sector vo, and PO9901 is not"), "{error}");
    let error = import_for("VO9901", DOSSIER).unwrap_err();
    assert!(error.starts_with("dossier.xml: is of a school of sector po, and VO9901 is not"), "{error}");
}

#[test]
fn each_profile_has_its_own_blocks_that_may_not_be_there() {
    let pupil = "<leerlingid>LL-0042</leerlingid>";
    for (block, of_po, of_vo) in [
        ("examenresultaat", Some("PaO.VM02"), None),
        ("stage", Some("PaO.VM06"), None),
        ("eindtoets_basisonderwijs", Some("PaO.EB01"), None),
        ("voorschools", None, Some("PaO.VV03")),
        ("vroegschools", None, Some("PaO.VV04")),
        ("bsn", Some("PaO.LL12"), Some("PaO.LL12")),
    ] {
        let with = format!("{pupil}<{block}>1</{block}>");
        let change = [(pupil, with.as_str())];
        for (text, swv, rule) in [(changed(&change), "PO9901", of_po), (of_secondary(&change), "VO9901", of_vo)] {
            match (import_for(swv, &text), rule) {
                (Ok(_), None) => {}
                (Err(error), Some(rule)) => assert!(error.contains(rule), "{block}: {error}"),
                (other, _) => panic!("{block} for {swv}: {other:?}"),
            }
        }
    }
}

#[test]
fn of_a_birth_date_no_more_is_kept_than_whether_the_pupil_is_sixteen() {
    for (born, is) in [
        ("2014-05-06", "false"),
        ("2008-03-05", "false"),
        ("2008-03-04", "true"),
        ("2008-03-04Z", "true"),
        ("2007-12-31+01:00", "true"),
        ("2008-02-29", "true"),
    ] {
        let imported = import_for("PO9901", &changed(&[("2014-05-06", born)])).unwrap();
        let value = imported.fields.values.iter().find(|value| value.name == "leerling-16-of-ouder").unwrap();
        assert_eq!(value.value.to_string(), is, "{born}");
        let kept = serde_json::to_string(&imported.fields).unwrap();
        assert!(!kept.contains(&born[..10]), "{born}");
    }
    let refused = import_for("PO9901", &changed(&[("<toestemming>Ja", "<toestemming>Nee")])).unwrap();
    assert!(refused.fields.values.iter().all(|value| value.name != "leerling-16-of-ouder"));
    let left_out = changed(&[("<cat_leerling>VERPLICHT", "<cat_leerling>OPT-UIT")]);
    if let Ok(imported) = import_for("PO9901", &left_out) {
        assert!(imported.fields.values.iter().all(|value| value.name != "leerling-16-of-ouder"));
    }
}

#[test]
fn a_case_takes_the_age_over_and_says_of_which_day_it_is() {
    let region = "proef".parse().unwrap();
    let procedure = procedure(&[("leerling-16-of-ouder", FieldKind::YesNo)], &[]);
    let swv = "VO9901".parse().unwrap();
    let of = CaseOf { region: &region, procedure: &procedure, swv: &swv, enrolled_in: None };
    let text = of_secondary(&[("2014-05-06", "2007-05-06")]);
    let made = import(Input::new("dossier.xml", text.as_bytes(), 0), &key(), &of).unwrap();
    assert_eq!(made.case.fields["leerling-16-of-ouder"], "ja");
    let taken = made.report.taken.iter().find(|taken| taken.name == "leerling-16-of-ouder").unwrap();
    assert!(taken.check.as_ref().unwrap().nl.starts_with("dit was zo op de dag van het dossier"));
}
