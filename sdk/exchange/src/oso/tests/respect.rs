//! Identity, opting out and consent.

use super::*;

#[test]
fn nothing_that_identifies_is_in_the_result_or_the_report() {
    let imported = imported(&[]);
    for language in [Language::Nl, Language::En] {
        check_no_secret(&imported.report.lines(language).join("\n"));
    }
    check_no_secret(&serde_json::to_string(&imported.report).unwrap());
    check_no_secret(&serde_json::to_string(&imported.fields).unwrap());
    check_no_secret(&format!("{imported:?}"));
    for field in fields().filter(|field| field.identifying) {
        assert!(values(&imported, field.name).is_empty(), "{}", field.name);
    }
    for path in
        ["huidigeschool/leerling/achternaam", "huidigeschool/leerling/leerlingid", "huidigeschool/leerling/verzorger"]
    {
        assert!(dropped(&imported, DropReason::Identifying).contains(&path), "{path}");
    }
}

#[test]
fn an_opted_out_part_is_dropped_also_where_it_is_sent_all_the_same() {
    let opt_out = |element: &str| format!("<{element}>OPT-UIT</{element}>");
    let without =
        |element: &str, value: &str| imported(&[(&format!("<{element}>{value}</{element}>"), &opt_out(element))]);
    let absence = without("cat_verzuim", "OPTIONEEL");
    assert_eq!(dropped(&absence, DropReason::OptedOut), ["huidigeschool/leerling/verzuim"]);
    assert!(values(&absence, "verzuim-dagdelen-geoorloofd").is_empty());
    assert_eq!(absence.report.opted_out[0].element, "cat_verzuim");
    let plans = without("cat_handelingsplannen", "OPTIONEEL");
    assert!(values(&plans, "handelingsplan-begin").is_empty());
    assert_eq!(values(&plans, "opp-begin").len(), 1);
    let support = without("cat_onderwijsondersteuning", "VERPLICHT");
    assert_eq!(dropped(&support, DropReason::OptedOut), ["huidigeschool/leerling/onderwijsondersteuning"]);
    assert!(support.fields.documents.is_empty());
    let pupil = without("cat_leerling", "VERPLICHT");
    assert_eq!(dropped(&pupil, DropReason::OptedOut), ["huidigeschool/leerling"]);
}

#[test]
fn an_opted_out_part_that_is_not_sent_is_named() {
    let imported = imported(&[("<cat_vve>OPTIONEEL", "<cat_vve>OPT-UIT")]);
    let lines = imported.report.lines(Language::Nl);
    assert!(lines.iter().any(|line| line.contains("voor- en vroegschoolse educatie")), "{lines:?}");
    assert!(dropped(&imported, DropReason::OptedOut).is_empty());
}

#[test]
fn a_forbidden_category_is_dropped_by_name() {
    let imported = imported(&[("<cat_verzuim>OPTIONEEL", "<cat_verzuim>VERBODEN")]);
    assert_eq!(dropped(&imported, DropReason::Forbidden), ["huidigeschool/leerling/verzuim"]);
}

#[test]
fn unknown_consent_drops_what_says_something_of_health_absence_or_tests() {
    for toestemming in ["<toestemming>Onbekend</toestemming>", ""] {
        let imported = imported(&[("<toestemming>Ja</toestemming>", toestemming)]);
        assert_eq!(imported.report.consent, Consent::Unknown);
        assert_eq!(
            dropped(&imported, DropReason::NoConsent),
            [
                "huidigeschool/leerling/onderwijsondersteuning/diagnose/code",
                "huidigeschool/leerling/onderwijsondersteuning/diagnose/datum",
                "huidigeschool/leerling/onderwijsondersteuning/diagnose/document",
                "huidigeschool/leerling/onderwijsondersteuning/medicijngebruik",
                "huidigeschool/leerling/toetslijst/toets/afname/afnamedatum",
                "huidigeschool/leerling/toetslijst/toets/toetsidentificatie/eldtoetscode",
                "huidigeschool/leerling/verzuim/dagdelengeoorloofd",
                "huidigeschool/leerling/verzuim/meerdan25percent",
            ]
        );
        assert_eq!(values(&imported, "tlv-begin"), ["2024-04-01"]);
        assert!(imported.fields.pupil.is_some());
    }
}

#[test]
fn refused_consent_keeps_nothing_about_the_pupil() {
    let imported = imported(&[("<toestemming>Ja", "<toestemming>Nee")]);
    assert_eq!(imported.report.consent, Consent::Refused);
    assert_eq!(imported.fields.pupil, None);
    assert!(imported.fields.documents.is_empty());
    let kept: Vec<_> = imported.fields.values.iter().map(|value| value.path.as_str()).collect();
    assert!(kept.iter().all(|path| !path.contains("/leerling/")), "{kept:?}");
    assert_eq!(values(&imported, "school-brin"), ["12AB"]);
    assert!(dropped(&imported, DropReason::NoConsent).contains(&"huidigeschool/leerling/datuminschrijving"));
}

#[test]
fn of_a_view_that_was_opted_out_only_a_refusal_counts() {
    let opted_out = ("<cat_ouderinzage>OPTIONEEL", "<cat_ouderinzage>OPT-UIT");
    let yes = imported(&[opted_out]);
    assert_eq!(yes.report.consent, Consent::Unknown);
    assert_eq!(dropped(&yes, DropReason::OptedOut), ["inzage"]);
    for answer in ["Nee", "nee"] {
        let no = imported(&[opted_out, ("<toestemming>Ja", &format!("<toestemming>{answer}"))]);
        assert_eq!(no.report.consent, Consent::Refused);
    }
}

#[test]
fn agreement_with_the_content_is_no_consent() {
    let imported = imported(&[("<akkoord>Nee", "<akkoord>Ja"), ("<toestemming>Ja</toestemming>", "")]);
    assert_eq!(imported.report.consent, Consent::Unknown);
}
