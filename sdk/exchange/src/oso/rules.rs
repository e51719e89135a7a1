//! The rules of the profiles PaO POSWV and VOSWV that bear on what this import
//! uses.
//!
//! They are those of the profile's validation stylesheet 2019.1.1, by the codes
//! it gives them, and of the schema for what is read here. Not checked are the
//! rules about test results and grades (PaO.TR01, PaO.TR02, PaO.CL01), which
//! are never read.

use super::category::DELIVERIES;
use super::error::{Found, MOST_PROBLEMS, OsoErrorKind, ProblemKind};
use super::field::{Form, truth};
use super::fields::{pupil, support};
use super::version::{Profile, Version};
use super::xml::Element;

/// The rules of the schema have no code.
pub(super) const SCHEMA: &str = "schema";

/// What must stand in every element at a path, and by which rule.
pub(super) const REQUIRED: &[(&str, &str, &str)] = &[
    ("", "metadata", SCHEMA),
    ("", "huidigeschool", SCHEMA),
    ("metadata", "deeldossier", SCHEMA),
    ("metadata", "datum", SCHEMA),
    ("metadata", "categorie_uitlevering", "PaO.MD03"),
    ("inzage", "voorlopigdossier", SCHEMA),
    ("huidigeschool", "brincode", SCHEMA),
    ("huidigeschool", "vestigingscode", SCHEMA),
    ("huidigeschool", "adreslijst/adres", "PaO.SL01"),
    ("huidigeschool", "communicatielijst/communicatie", "PaO.SL02"),
    ("huidigeschool", "leerling", SCHEMA),
    (pupil!(), "voornaam", "PaO.LL01"),
    (pupil!(), "achternaam", SCHEMA),
    (pupil!(), "geboortedatum", "PaO.LL02"),
    (pupil!(), "adresgeheim", "PaO.LL04"),
    (pupil!(), "schoolloopbaanlijst/schoolloopbaan", "PaO.SL01"),
    (pupil!("schoolloopbaanlijst/schoolloopbaan"), "schooljaar", SCHEMA),
    (pupil!("schoolloopbaanlijst/schoolloopbaan"), "jaargroep", SCHEMA),
    (pupil!("schoolloopbaanlijst/schoolloopbaan"), "brincode", SCHEMA),
    (pupil!("schoolloopbaanlijst/schoolloopbaan"), "vestigingscode", SCHEMA),
    (support!("handelingsplan"), "startdatum", SCHEMA),
    (support!("opp"), "opp_ingangdatum", SCHEMA),
    (support!("tlv"), "tlvingangdatum", SCHEMA),
    (support!("tlv"), "tlvswvnummer", SCHEMA),
    (support!("tlv"), "tlvcategorie", SCHEMA),
    (support!("tlv"), "tlvbeschikkingsnummer", SCHEMA),
    (support!("arrangement_cluster12"), "arrangement_datum", SCHEMA),
    (support!("arrangement_pao"), "arrangement_datum", SCHEMA),
];

/// What may not be there in either profile, and by which rule.
pub(super) const FORBIDDEN: &[(&str, &str)] = &[
    (pupil!("geboortemaand"), "PaO.LL03"),
    (pupil!("postcode4adres"), "PaO.LL07"),
    (pupil!("geboorteplaats"), "PaO.LL10"),
    (pupil!("nationaliteit"), "PaO.LL11"),
    (pupil!("bsn"), "PaO.LL12"),
    (pupil!("onderwijsnummer"), "PaO.LL12"),
    (pupil!("verzorger/banknummer"), "PaO.OV05"),
];

/// The paths at which the schema allows more than one element.
pub(super) const REPEATABLE: &[&str] = &[
    pupil!("voornaam"),
    pupil!("adresbuitenland"),
    pupil!("nationaliteit"),
    pupil!("verzorger"),
    pupil!("vroegschools"),
    pupil!("resultaatvakkenvo"),
    pupil!("certificaat"),
    pupil!("competenties"),
    pupil!("stage"),
    pupil!("schoolloopbaanlijst/schoolloopbaan"),
    support!("diagnose"),
    support!("diagnose/code"),
    support!("diagnose/document"),
    support!("handelingsplan"),
    support!("opp/document"),
    support!("tlv"),
    support!("arrangement_cluster12"),
    support!("arrangement_pao"),
    pupil!("verzuim/documentLijst/document"),
    pupil!("toetslijst/toets"),
    pupil!("toetslijst/toets/toetsonderdeel"),
    pupil!("overigdocumentlijst/document"),
];

/// Whatever breaks a rule, in no order.
pub(super) fn problems<'t, 'a>(dossier: Element<'t, 'a>, version: &Version, profile: &Profile) -> Vec<Found<'t, 'a>> {
    let mut found = Vec::new();
    for &(parent, child, rule) in version.required {
        for element in below(dossier, parent) {
            let there = element.at(child).iter().any(|child| !is_empty(*child));
            if !there {
                found.push(Found::new(element, parent, ProblemKind::Missing { child, rule }));
            }
        }
    }
    for &(path, rule) in version.forbidden.iter().chain(profile.forbidden) {
        found.extend(
            dossier.at(path).into_iter().map(|element| Found::new(element, path, ProblemKind::Forbidden { rule })),
        );
    }
    categories(dossier, version, &mut found);
    for element in dossier.at("metadata/deeldossier") {
        if !matches!(element.text(), "LAS" | "LASLVS" | "") {
            found.push(Found::new(element, "metadata/deeldossier", ProblemKind::NoAdministration));
        }
    }
    for element in dossier.at(pupil!()) {
        pupil(element, &mut found);
    }
    for element in dossier.at(pupil!("verzorger")) {
        if is_secret(element) && !element.at("adreslijst/adres").is_empty() {
            found.push(Found::new(element, pupil!("verzorger"), ProblemKind::SecretAddress { rule: "PaO.OV03" }));
        }
    }
    found
}

/// The rules about the categories that can be left out.
fn categories<'t, 'a>(dossier: Element<'t, 'a>, version: &Version, found: &mut Vec<Found<'t, 'a>>) {
    const PATH: &str = "metadata/categorie_uitlevering";
    for block in dossier.at(PATH) {
        for category in version.categories {
            let given: Vec<_> = block.named(category.element).collect();
            match given.as_slice() {
                [] => {
                    found.push(Found::new(block, PATH, ProblemKind::Missing { child: category.element, rule: SCHEMA }))
                }
                [one] if DELIVERIES.contains(&one.text()) => {}
                [one] => {
                    let kind = ProblemKind::Value { found: None, expected: Form::Code(DELIVERIES) };
                    found.push(Found::new(*one, PATH, kind));
                }
                [_, second, ..] => found.push(Found::new(*second, PATH, ProblemKind::Repeated)),
            }
        }
    }
}

/// The rules about the pupil that depend on something else.
fn pupil<'t, 'a>(pupil: Element<'t, 'a>, found: &mut Vec<Found<'t, 'a>>) {
    let mut add = |kind| found.push(Found::new(pupil, pupil!(), kind));
    let has_address = !pupil.at("adreslijst/adres").is_empty();
    let has_foreign_address = pupil.child("adresbuitenland").is_some();
    if is_secret(pupil) {
        if has_address {
            add(ProblemKind::SecretAddress { rule: "PaO.LL06" });
        }
        if has_foreign_address {
            add(ProblemKind::SecretAddress { rule: "PaO.LL09" });
        }
    } else if !has_address && !has_foreign_address {
        add(ProblemKind::Missing { child: "adreslijst", rule: "PaO.LL05" });
    }
    let carers_liable = pupil.child("verzorgersaansprakelijk").and_then(|liable| truth(liable.text()));
    if carers_liable == Some(true) && pupil.child("verzorger").is_none() {
        add(ProblemKind::Missing { child: "verzorger", rule: "PaO.OV01" });
    }
    if pupil.child("leerlingid").is_none_or(is_empty) {
        add(ProblemKind::NoPupilCode);
    }
    let carers = pupil.at("verzorger/communicatielijst/communicatie");
    for contact in pupil.at("communicatielijst/communicatie").into_iter().chain(carers) {
        let text = |name| contact.child(name).map_or("", Element::text);
        let masked = match text("soort") {
            "telefoon" => "9999999999",
            "e-mail" => "geheim@geheim.geheim",
            _ => continue,
        };
        if truth(text("geheim")) == Some(true) && text("nummer") != masked {
            found.push(Found::new(contact, pupil!("communicatielijst/communicatie"), ProblemKind::SecretNumber));
        }
    }
}

fn is_secret(person: Element<'_, '_>) -> bool {
    person.child("adresgeheim").and_then(|secret| truth(secret.text())) == Some(true)
}

fn is_empty(element: Element<'_, '_>) -> bool {
    element.text().is_empty() && element.children().next().is_none()
}

/// The elements at a path, which is the root where it is empty.
fn below<'t, 'a>(dossier: Element<'t, 'a>, path: &str) -> Vec<Element<'t, 'a>> {
    if path.is_empty() { vec![dossier] } else { dossier.at(path) }
}

/// All that was found, as one error.
pub(super) fn report(mut found: Vec<Found<'_, '_>>) -> Result<(), OsoErrorKind> {
    if found.is_empty() {
        return Ok(());
    }
    found.sort_by_key(Found::order);
    let more = found.len().saturating_sub(MOST_PROBLEMS);
    let problems = found.into_iter().take(MOST_PROBLEMS).map(Found::into_problem).collect();
    Err(OsoErrorKind::Rules { problems, more })
}
