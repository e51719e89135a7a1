//! OSO dossiers: one made here, and the standard's own examples.

use std::path::PathBuf;

use crate::workspace;

/// A dossier of nobody: every name and number is made up.
pub const DOSSIER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<dossier xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier">
  <metadata>
    <deeldossier>LASLVS</deeldossier><pakketnaam>Proefpakket</pakketnaam><pakketversie>1</pakketversie>
    <datum>2025-01-20</datum><standaardversie>2019.1</standaardversie><validatieversie>2019.1.1</validatieversie>
    <categorie_uitlevering>
      <cat_metadata>VERPLICHT</cat_metadata><cat_ouderinzage>OPTIONEEL</cat_ouderinzage>
      <cat_school>VERPLICHT</cat_school><cat_leerling>VERPLICHT</cat_leerling>
      <cat_oudersverzorgers>VERPLICHT</cat_oudersverzorgers><cat_vve>OPT-UIT</cat_vve>
      <cat_schoolloopbaan>VERPLICHT</cat_schoolloopbaan><cat_overstapadvies>OPTIONEEL</cat_overstapadvies>
      <cat_onderwijsondersteuning>VERPLICHT</cat_onderwijsondersteuning><cat_verzuim>OPTIONEEL</cat_verzuim>
      <cat_eindtoetsbo>VERBODEN</cat_eindtoetsbo><cat_toetsresultaten>OPTIONEEL</cat_toetsresultaten>
      <cat_handelingsplannen>OPTIONEEL</cat_handelingsplannen><cat_cijferlijsten>OPTIONEEL</cat_cijferlijsten>
      <cat_vombo>VERBODEN</cat_vombo><cat_bijlagedocs>OPTIONEEL</cat_bijlagedocs>
    </categorie_uitlevering>
    <overstap>POSWV</overstap>
  </metadata>
  <overdrachtsoort>swv-dossier</overdrachtsoort>
  <inzage>
    <voorlopigdossier>false</voorlopigdossier><inzage>true</inzage><inzagedatum>2025-01-18</inzagedatum>
    <akkoord>Nee</akkoord><redennietakkoord>Redengeheim</redennietakkoord><toestemming>Ja</toestemming>
  </inzage>
  <huidigeschool>
    <naam>Proefschool</naam><adreslijst><adres><plaats>Proefstad</plaats></adres></adreslijst>
    <communicatielijst><communicatie><soort>telefoon</soort></communicatie></communicatielijst>
    <brincode>12AB</brincode><vestigingscode>01</vestigingscode><aanleverpunt>1</aanleverpunt><soort>BO</soort>
    <leerling>
      <voornaam>Verzonnen</voornaam><achternaam>Naamgeheim</achternaam><geboortedatum>2016-05-06</geboortedatum>
      <adresgeheim>true</adresgeheim><leerlingid>LL-0042</leerlingid>
      <schoolloopbaanlijst><schoolloopbaan>
        <schooljaar>2024-2025</schooljaar><jaargroep>5</jaargroep><brincode>12AB</brincode>
        <vestigingscode>01</vestigingscode>
      </schoolloopbaan></schoolloopbaanlijst>
      <onderwijsondersteuning>
        <diagnose><code>F81.0</code><naam>Diagnosegeheim</naam></diagnose>
        <opp>
          <opp_ingangdatum>2024-09-02</opp_ingangdatum>
          <document><bestandsnaam>Naamgeheim.docx</bestandsnaam><bestandsinhoud>UEsDBA==</bestandsinhoud></document>
        </opp>
        <tlv>
          <tlvingangdatum>2024-04-01</tlvingangdatum><tlvswvnummer>PO9901</tlvswvnummer>
          <tlvcategorie>L</tlvcategorie><tlvbeschikkingsnummer>2024-17</tlvbeschikkingsnummer>
        </tlv>
      </onderwijsondersteuning>
      <toetslijst><toets>
        <toetsidentificatie><eldtoetscode>TOETS-77</eldtoetscode></toetsidentificatie>
        <afname><afnamedatum>2024-06-12</afnamedatum></afname>
      </toets></toetslijst>
    </leerling>
  </huidigeschool>
</dossier>
"#;

/// A key of pseudonyms, for tests only.
pub const OSO_KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n";

/// The standard's own full example and the one with parts left out; none where
/// they are not there and `SWV_WITHOUT_SHARED_DATA` is 1.
pub fn oso_examples() -> Option<[PathBuf; 2]> {
    let folder = shared("oso")?;
    Some(["full", "opt_out"].map(|name| folder.join(format!("Voorbeelddossier_PaO_POSWV_{name}.xml"))))
}

/// DUO's files 02 and 06 and the map of postcodes; none as of [`oso_examples`].
pub fn duo_files() -> Option<[PathBuf; 3]> {
    let folder = shared("duo")?;
    let names = [
        "02.-alle-schoolvestigingen-basisonderwijs.csv",
        "06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
        "postcode4-samenwerkingsverband-2017.csv",
    ];
    Some(names.map(|name| folder.join(name)))
}

/// A folder of public data that is not part of the project.
fn shared(name: &str) -> Option<PathBuf> {
    let folder = workspace().join("../shared/data").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    if std::env::var("SWV_WITHOUT_SHARED_DATA").is_ok_and(|value| value == "1") {
        println!("skipped: SWV_WITHOUT_SHARED_DATA is 1 and {} is not there", folder.display());
        return None;
    }
    panic!(
        "{} is not there: put the public data there, or set SWV_WITHOUT_SHARED_DATA=1 to skip the tests that need it",
        folder.display()
    );
}
