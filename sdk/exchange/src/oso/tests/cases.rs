//! What of a dossier becomes a case.

use swv_core::Text;
use swv_core::procedure::{Field, FieldKind, Procedure, stated};

use super::*;
use crate::oso::evidence::EVIDENCE;

/// A procedure that asks for these fields and documents.
pub(super) fn procedure(fields: &[(&str, FieldKind)], kinds: &[&str]) -> Procedure {
    let stated: stated::Procedure = toml::from_str(
        r#"
        id = "proef"
        nl = "proef"
        en = "trial"
        sectors = ["po"]
        document = "plan"
        section = "1"
        actors = { school = { nl = "school", en = "school" } }
        states = [{ id = "open", nl = "open", en = "open", closed = true }]
        steps = [
            { event = "document", by = "school", nl = "aanleveren", en = "supply", section = "1" },
            { event = "aanvraag", by = "school", nl = "aanvragen", en = "apply", section = "1" },
        ]
        fields.document.soort = { kind = [], nl = "welk stuk", en = "which document" }
        fields.document.gedateerd = { kind = "date", nl = "dag van het stuk", en = "day of the document" }
        "#,
    )
    .unwrap();
    let mut procedure = stated.read().unwrap();
    procedure.fields[0].kind = FieldKind::OneOf(kinds.iter().map(|kind| (*kind).to_owned()).collect());
    procedure.fields.extend(fields.iter().map(|(name, kind)| field(None, name, kind)));
    procedure
}

fn field(event: Option<&str>, name: &str, kind: &FieldKind) -> Field {
    let (event, meaning) = (event.map(str::to_owned), Text::new("veld", "field"));
    Field { name: name.to_owned(), event, meaning, kind: kind.clone(), needed: None, by_sector: Default::default() }
}

#[track_caller]
fn case_of(changes: &[(&str, &str)], procedure: &Procedure) -> Result<OsoCase, String> {
    let region = "proef".parse().unwrap();
    let swv = "PO9901".parse().unwrap();
    let of = CaseOf { region: &region, procedure, swv: &swv, enrolled_in: None };
    let text = changed(changes);
    let made = import(Input::new("dossier.xml", text.as_bytes(), 0), &key(), &of).map_err(|error| error.to_string());
    if let Ok(made) = &made {
        check_report(&made.report.dossier);
        check_no_secret(&serde_json::to_string(&made.case).unwrap());
        check_no_secret(&serde_json::to_string(&made.report).unwrap());
        check_no_secret(&made.report.lines(Language::Nl).join("\n"));
    }
    made
}

/// The names that a case did not take, by reason.
fn not_taken(made: &OsoCase, reason: DropReason) -> Vec<&'static str> {
    let dropped = made.report.dossier.dropped.iter().filter(|dropped| dropped.reason == reason);
    dropped.filter_map(|dropped| dropped.name).collect()
}

#[test]
fn a_field_of_the_very_name_takes_the_value_in_the_form_of_the_procedure() {
    let years = FieldKind::OneOf(["5", "6"].map(str::to_owned).to_vec());
    let asked = procedure(
        &[
            ("leerjaar", years),
            ("verzuim-meer-dan-kwart", FieldKind::YesNo),
            ("ouders-akkoord", FieldKind::YesNo),
            ("ingeschreven-op", FieldKind::Date),
            ("verzuim-dagdelen-geoorloofd", FieldKind::Number),
            ("tlv-swv", FieldKind::Swv),
            ("situatie", FieldKind::YesNo),
        ],
        &[],
    );
    let made = case_of(&[], &asked).unwrap();
    let fields: Vec<_> = made.case.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        fields,
        [
            ("ingeschreven-op", "2018-08-20"),
            ("leerjaar", "6"),
            ("ouders-akkoord", "nee"),
            ("tlv-swv", "PO9901"),
            ("verzuim-dagdelen-geoorloofd", "12"),
            ("verzuim-meer-dan-kwart", "nee"),
        ]
    );
    let mut kept: Vec<_> = made.report.dossier.kept.iter().map(|kept| kept.name).collect();
    kept.sort_unstable();
    assert_eq!(kept, fields.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    assert!(not_taken(&made, DropReason::NotNeeded).contains(&"opp-begin"));
    let open: Vec<_> = made.report.open.iter().map(|open| open.place.as_str()).collect();
    assert_eq!(open, ["enrolled_in", "resident_in", "fields.situatie"]);
}

#[test]
fn what_is_said_in_several_ways_or_in_another_form_stays_open() {
    let asked = procedure(
        &[
            ("schoolloopbaan-schooljaar", FieldKind::OneOf(vec!["2023-2024".into(), "2022-2023".into()])),
            ("leerjaar", FieldKind::OneOf(vec!["7".into()])),
            ("ouders-akkoord", FieldKind::YesNo),
            ("tlv-beschikkingsnummer", FieldKind::Label),
        ],
        &[],
    );
    let made = case_of(&[("<akkoord>Nee", "<akkoord>Onbekend")], &asked).unwrap();
    assert!(made.case.fields.is_empty(), "{:?}", made.case.fields);
    let mut no_place = not_taken(&made, DropReason::NoPlace);
    no_place.sort_unstable();
    assert_eq!(no_place, ["leerjaar", "ouders-akkoord", "schoolloopbaan-schooljaar", "tlv-beschikkingsnummer"]);
    assert_eq!(made.report.open.len(), 2 + 4);
    assert!(made.report.lines(Language::En).iter().any(|line| line.starts_with("  nothing: ")));
}

#[test]
fn a_document_is_supplied_on_the_day_of_the_dossier_and_no_day_of_its_own_is_made_up() {
    let asked = procedure(&[], &["ontwikkelingsperspectief", "zienswijze-ouders"]);
    let made = case_of(&[], &asked).unwrap();
    let told = serde_json::to_value(&made.case.events).unwrap();
    let expected = serde_json::json!([
        { "on": "2024-03-04", "name": "document", "fields": { "soort": "ontwikkelingsperspectief" } }
    ]);
    assert_eq!(told, expected);
    assert!(made.report.open.iter().any(|open| open.place == "events[0].fields.gedateerd"));
    let without = case_of(&[("<opp>", "<!--"), ("</opp>", "-->")], &asked).unwrap();
    assert!(without.case.events.is_empty());
    let undated = [("<cat_metadata>VERPLICHT", "<cat_metadata>OPT-UIT")];
    let undated = case_of(&undated, &asked).unwrap();
    assert!(undated.case.events.is_empty(), "an event has a day");
    assert_eq!(not_taken(&undated, DropReason::NoPlace), ["document-opp"]);
}

#[test]
fn a_document_that_the_procedure_does_not_know_goes_nowhere() {
    let made = case_of(&[], &procedure(&[], &["plaatsingsakkoord"])).unwrap();
    assert!(made.case.events.is_empty());
    assert!(not_taken(&made, DropReason::NotNeeded).contains(&"document-opp"));
}

#[test]
fn tests_are_data_of_the_monitoring_system_only_with_consent() {
    let asked = procedure(&[], &["leerlingvolgsysteem"]);
    let made = case_of(&[], &asked).unwrap();
    assert_eq!(made.case.events[0].fields["soort"], "leerlingvolgsysteem");
    assert!(!serde_json::to_string(&made.case).unwrap().contains("TOETS-77"));
    let unknown = [("<toestemming>Ja", "<toestemming>Onbekend")];
    assert!(case_of(&unknown, &asked).unwrap().case.events.is_empty());
}

#[test]
fn a_procedure_that_asks_who_the_pupil_is_gets_nothing() {
    for name in fields().filter(|field| field.identifying).map(|field| field.name) {
        let message = case_of(&[], &procedure(&[(name, FieldKind::Date)], &[])).err().unwrap();
        assert!(message.contains(&format!("asks for the field {name}, which tells who someone is")), "{message}");
    }
    let mut of_event = procedure(&[], &[]);
    of_event.fields.push(field(Some("aanvraag"), "leerling-geboortedatum", &FieldKind::Date));
    assert!(case_of(&[], &of_event).is_err());
}

#[test]
fn nothing_that_identifies_stands_for_a_document() {
    for own in EVIDENCE {
        let identifies = fields().find(|field| field.name == own.name).map(|field| field.identifying);
        let is_document = documents().any(|kind| kind.name == own.name);
        assert!(identifies == Some(false) || is_document, "{}", own.name);
    }
}

#[test]
fn of_a_dossier_without_consent_there_is_no_case() {
    let message = case_of(&[("<toestemming>Ja", "<toestemming>Nee")], &procedure(&[], &[])).err().unwrap();
    assert!(message.starts_with("dossier.xml: /dossier/inzage/toestemming refuses consent"), "{message}");
    check_no_secret(&message);
}
