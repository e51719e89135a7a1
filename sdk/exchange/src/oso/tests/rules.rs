//! Dossiers that are refused, and what the message says.

use super::*;

/// The breaches of a dossier, without their places.
#[track_caller]
fn breaches(changes: &[(&str, &str)]) -> Vec<String> {
    let message = error(changes);
    let lines = message.lines().skip(1);
    lines.map(|line| line.splitn(3, ':').nth(2).unwrap().trim().to_owned()).collect()
}

/// One change breaks one rule.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert_eq!(breaches(&[(from, to)]), [expected], "{from} to {to}");
}

const PUPIL: &str = "/dossier/huidigeschool/leerling";
const AGAIN: &str = "stands here again, and may stand once (schema)";

#[test]
fn another_profile_is_told_by_what_shows_it() {
    let message = error(&[("<overstap>POSWV", "<overstap>POVO")]);
    let expected = "dossier.xml:16:5: /dossier/metadata/overstap is `POVO`, and POSWV or VOSWV is expected (PaO.SO02): this \
                    dossier is for the move from primary to secondary education; ask the school for its request to the \
                    samenwerkingsverband by OSO 2019.1, profile POSWV or VOSWV, or write the case by hand";
    assert_eq!(message, expected);
    for (from, to, expected) in [
        (
            "swv-dossier",
            "overstapdossier",
            "/dossier/overdrachtsoort is `overstapdossier`, and swv-dossier is expected (PaO.SO03): this dossier is for another purpose",
        ),
        (
            "<standaardversie>2019.1<",
            "<standaardversie>2018.1<",
            "is `2018.1`, and 2019.1 is expected (schema): this is a dossier of an older version of OSO",
        ),
        ("<standaardversie>2019.1<", "<standaardversie>2022.1<", "this is a dossier of a newer version of OSO"),
        ("2019.1.1", "2019.1.0", "is `2019.1.0`, and 2019.1.1 is expected (PaO.MD02)"),
        ("<overstap>POSWV", "<overstap>POPO", "this dossier is for the move to another primary school"),
        ("<overstap>POSWV", "<overstap>IETS", "this dossier is for another purpose"),
        ("<overstap>POSWV</overstap>", "", "2:1: /dossier/metadata/overstap is missing"),
        ("/2019/dossier", "/2018/dossier", "this is a dossier of OSO 2018; ask the school for its request"),
    ] {
        let message = error(&[(from, to)]);
        assert!(message.contains(expected), "{message}");
    }
    let other = import_bytes_of(b"<html/>").unwrap_err().to_string();
    assert!(other.starts_with("dossier.xml:1:1: is in no namespace"), "{other}");
    assert!(other.contains("this is no dossier of OSO, or its namespace was lost"), "{other}");
}

#[test]
fn a_required_element_that_is_absent_or_empty_is_told_with_its_rule() {
    for (from, to, element, expected) in [
        ("<datum>2024-03-04</datum>", "", "metadata", "`datum` is missing or empty (schema)"),
        ("<voorlopigdossier>false</voorlopigdossier>", "", "inzage", "`voorlopigdossier` is missing or empty (schema)"),
        (
            "<brincode>12AB</brincode><vestigingscode>01</vestigingscode><a",
            "<vestigingscode>01</vestigingscode><a",
            "huidigeschool",
            "`brincode` is missing or empty (schema)",
        ),
        (
            "<adres><plaats>Proefstad</plaats></adres>",
            "",
            "huidigeschool",
            "`adreslijst/adres` is missing or empty (PaO.SL01)",
        ),
        (
            "<communicatie><soort>telefoon</soort></communicatie>",
            "",
            "huidigeschool",
            "`communicatielijst/communicatie` is missing or empty (PaO.SL02)",
        ),
        (
            "<voornaam>Verzonnen</voornaam><voornaam>Tweede</voornaam>",
            "",
            "huidigeschool/leerling",
            "`voornaam` is missing or empty (PaO.LL01)",
        ),
        (
            "<geboortedatum>2014-05-06<",
            "<geboortedatum><",
            "huidigeschool/leerling",
            "`geboortedatum` is missing or empty (PaO.LL02)",
        ),
        (
            "<jaargroep>6</jaargroep>",
            "",
            "huidigeschool/leerling/schoolloopbaanlijst/schoolloopbaan",
            "`jaargroep` is missing or empty (schema)",
        ),
        (
            "<opp_ingangdatum>2023-09-04</opp_ingangdatum>",
            "",
            "huidigeschool/leerling/onderwijsondersteuning/opp",
            "`opp_ingangdatum` is missing or empty (schema)",
        ),
        (
            "<tlvswvnummer>PO9901</tlvswvnummer>",
            "",
            "huidigeschool/leerling/onderwijsondersteuning/tlv",
            "`tlvswvnummer` is missing or empty (schema)",
        ),
        (
            "<cat_vve>OPTIONEEL</cat_vve>",
            "",
            "metadata/categorie_uitlevering",
            "`cat_vve` is missing or empty (schema)",
        ),
    ] {
        check(from, to, &format!("/dossier/{element}: {expected}"));
    }
    let no_address = [("<adresgeheim>true", "<adresgeheim>false")];
    assert_eq!(breaches(&no_address), [format!("{PUPIL}: `adreslijst` is missing or empty (PaO.LL05)")]);
    let no_secret = [("<adresgeheim>true</adresgeheim>", "<adresbuitenland>x</adresbuitenland>")];
    assert_eq!(breaches(&no_secret), [format!("{PUPIL}: `adresgeheim` is missing or empty (PaO.LL04)")]);
    let carers = DOSSIER.find("<verzorger>").unwrap()..DOSSIER.find("</verzorger>").unwrap() + "</verzorger>".len();
    let liable = "<verzorgersaansprakelijk>true</verzorgersaansprakelijk>";
    check(&DOSSIER[carers], liable, &format!("{PUPIL}: `verzorger` is missing or empty (PaO.OV01)"));
    let career = DOSSIER.find("<schoolloopbaanlijst>").unwrap()..DOSSIER.find("<onderwijsondersteuning>").unwrap();
    check(
        &DOSSIER[career],
        "",
        &format!("{PUPIL}: `schoolloopbaanlijst/schoolloopbaan` is missing or empty (PaO.SL01)"),
    );
    let categories = DOSSIER.find("<categorie_uitlevering>").unwrap()..DOSSIER.find("<overstap>").unwrap();
    check(&DOSSIER[categories], "", "/dossier/metadata: `categorie_uitlevering` is missing or empty (PaO.MD03)");
}

#[test]
fn a_pupil_without_a_code_of_the_school_cannot_be_known_again() {
    let found = breaches(&[("<leerlingid>LL-0042</leerlingid>", "")]);
    assert!(
        found[0].starts_with(&format!("{PUPIL}: `leerlingid` is missing or empty: without this code")),
        "{found:?}"
    );
}

#[test]
fn what_the_profile_forbids_is_told_without_its_value() {
    for (element, rule) in [
        ("bsn", "PaO.LL12"),
        ("onderwijsnummer", "PaO.LL12"),
        ("geboortemaand", "PaO.LL03"),
        ("postcode4adres", "PaO.LL07"),
        ("geboorteplaats", "PaO.LL10"),
        ("nationaliteit", "PaO.LL11"),
        ("eindtoets_basisonderwijs", "PaO.EB01"),
        ("bevorderd", "PaO.VM01"),
        ("examenresultaat", "PaO.VM02"),
        ("resultaatvakkenvo", "PaO.VM03"),
        ("certificaat", "PaO.VM04"),
        ("competenties", "PaO.VM05"),
        ("stage", "PaO.VM06"),
        ("overigvombo", "PaO.VM07"),
    ] {
        check(
            "<leerlingid>",
            &format!("<{element}>LL-0042</{element}><leerlingid>"),
            &format!(
                "{PUPIL}/{element}: may not stand in a dossier of this profile ({rule}): delete this file and ask for \
                 one without it"
            ),
        );
    }
    let account = breaches(&[("<wettige", "<banknummer>1</banknummer><wettige")]);
    assert!(account[0].contains("(PaO.OV05)"), "{account:?}");
}

#[test]
fn what_is_secret_may_not_be_there() {
    let address = "<adreslijst><adres><plaats>x</plaats></adres></adreslijst>";
    let secret = |rule: &str| {
        format!("the address is secret and there all the same ({rule}): delete this file and ask for one without it")
    };
    check("<leerlingid>", &format!("{address}<leerlingid>"), &format!("{PUPIL}: {}", secret("PaO.LL06")));
    let abroad = "<adresbuitenland>x</adresbuitenland><leerlingid>";
    check("<leerlingid>", abroad, &format!("{PUPIL}: {}", secret("PaO.LL09")));
    let carer = format!("<adresgeheim>1</adresgeheim>{address}<wettige");
    check("<wettige", &carer, &format!("{PUPIL}/verzorger: {}", secret("PaO.OV03")));
    let contact = |kind: &str, number: &str| {
        format!(
            "<communicatielijst><communicatie><soort>{kind}</soort><nummer>{number}</nummer><geheim>true</geheim>\
             </communicatie></communicatielijst><wettige"
        )
    };
    for (kind, number) in [("telefoon", "0612345678"), ("e-mail", "a@b.nl")] {
        let found = breaches(&[("<wettige", &contact(kind, number))]);
        assert!(found[0].contains("(PaO.LL08)") && !found[0].contains(number), "{found:?}");
    }
    imported(&[("<wettige", &contact("telefoon", "9999999999"))]);
    imported(&[("<wettige", &contact("e-mail", "geheim@geheim.geheim"))]);
}

#[test]
fn what_may_stand_once_is_refused_when_it_stands_twice() {
    for (element, path) in
        [("<toestemming>Nee</toestemming>", "inzage/toestemming"), ("<akkoord>Ja</akkoord>", "inzage/akkoord")]
    {
        check("</inzage>\n", &format!("{element}</inzage>\n"), &format!("/dossier/{path}: {AGAIN}"));
    }
    let second_view = "</inzage>\n<inzage><voorlopigdossier>true</voorlopigdossier></inzage>\n";
    check("</inzage>\n", second_view, &format!("/dossier/inzage: {AGAIN}"));
    check("<leerlingid>", "<leerlingid>x</leerlingid><leerlingid>", &format!("{PUPIL}/leerlingid: {AGAIN}"));
    let category = "<cat_vve>OPT-UIT</cat_vve><cat_vve>";
    check("<cat_vve>", category, &format!("/dossier/metadata/categorie_uitlevering: {AGAIN}"));
}

#[test]
fn a_value_of_another_form_is_told_with_its_place_and_form() {
    let message = error(&[("<tlvingangdatum>2024-04-01", "<tlvingangdatum>1 april")]);
    let line = 1 + DOSSIER.lines().position(|line| line.contains("<tlvingangdatum>")).unwrap();
    let expected = format!(
        "dossier.xml: is not a valid dossier; ask the school for one that keeps these rules:\n  \
         {line}:11: {PUPIL}/onderwijsondersteuning/tlv/tlvingangdatum: `1 april` is not a date such as 2016-04-04 (schema)"
    );
    assert_eq!(message, expected);
    check(
        "<jaargroep>6",
        "<jaargroep>9",
        &format!(
            "{PUPIL}/schoolloopbaanlijst/schoolloopbaan/jaargroep: `9` is not one of the codes P, 0, 1, 2, 3, 4, 5, 6, \
             7, 8, 11, 12, 13, 14, 15, 16, S (schema)"
        ),
    );
    let health = format!("{PUPIL}/onderwijsondersteuning/medicijngebruik: is not true or false (schema)");
    check("<medicijngebruik>true", "<medicijngebruik>Ritalin", &health);
    let category = "/dossier/metadata/categorie_uitlevering: is not one of the codes VERPLICHT, OPTIONEEL, OPT-UIT, VERBODEN (schema)";
    check("<cat_vve>OPTIONEEL", "<cat_vve>OPT-OUT", category);
    let consent = "/dossier/inzage/toestemming: `ja` is not one of the codes Ja, Nee, Onbekend (schema)";
    check("<toestemming>Ja", "<toestemming>ja", consent);
    let part = "/dossier/metadata/deeldossier: tells that the part of the school's administration (LAS) is not in the dossier (PaO.MD01)";
    check("<deeldossier>LAS<", "<deeldossier>LVS<", part);
}

#[test]
fn all_breaches_are_told_at_once_in_the_order_of_the_file() {
    let changes = [
        ("<tlvcategorie>L", "<tlvcategorie>X"),
        ("<leerlingid>", "<bsn>1</bsn><leerlingid>"),
        ("2024-03-04", "gisteren"),
    ];
    let OsoErrorKind::Rules { problems, more } = import_bytes_of(changed(&changes).as_bytes()).unwrap_err().kind else {
        panic!("another error");
    };
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.rsplit('/').next().unwrap()).collect();
    assert_eq!((paths.as_slice(), more), (["datum", "bsn", "tlvcategorie"].as_slice(), 0));
    let many = "<tlv/>".repeat(100);
    let message = error(&[("<tlv>", &format!("{many}<tlv>"))]);
    assert!(message.ends_with("\n  and 350 more"), "{message}");
    assert_eq!(message.lines().count(), 52);
}

#[test]
fn a_dossier_as_full_as_the_limits_allow_is_read_in_no_time() {
    let step = "<schoolloopbaan><schooljaar>2019-2020</schooljaar><jaargroep>2</jaargroep><brincode>12AB</brincode>\
                <vestigingscode>01</vestigingscode></schoolloopbaan>";
    let steps = 19_000;
    let started = std::time::Instant::now();
    let imported = imported(&[("<schoolloopbaanlijst>", &format!("<schoolloopbaanlijst>{}", step.repeat(steps)))]);
    assert_eq!(values(&imported, "schoolloopbaan-brin").len(), steps + 2);
    assert_eq!(values(&imported, "leerjaar"), ["6"]);
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn a_file_that_is_no_dossier_is_told_with_file_place_and_path() {
    let cut = &DOSSIER[..DOSSIER.find("</opp>").unwrap()];
    let message = import_bytes_of(cut.as_bytes()).unwrap_err().to_string();
    assert!(
        message.starts_with("dossier.xml:") && message.contains("the file ends while `opp` is still open"),
        "{message}"
    );
    assert!(message.contains(": /dossier/huidigeschool/leerling/onderwijsondersteuning/opp: "), "{message}");
    let doctype = changed(&[("<dossier ", "<!DOCTYPE dossier [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<dossier ")]);
    let message = import_bytes_of(doctype.as_bytes()).unwrap_err().to_string();
    assert!(message.starts_with("dossier.xml:2:1: has a DOCTYPE"), "{message}");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read_as_xml() {
    let (region, swv) = ("proef".parse().unwrap(), "PO9901".parse().unwrap());
    let procedure = cases::procedure(&[], &[]);
    let of = CaseOf { region: &region, procedure: &procedure, swv: &swv, enrolled_in: None };
    let endless = Input::new("groot.xml", std::io::repeat(b' '), 0);
    let error = import(endless, &key(), &of).err().unwrap().to_string();
    assert!(error.starts_with("groot.xml: is larger than 33554432 bytes"), "{error}");
}
