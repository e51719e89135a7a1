//! The fields by name, and what else the standard knows.
//!
//! What needs consent is an interpretation. The standard has one answer for
//! the exchange as a whole (`inzage/toestemming`) and ties no field to it. The
//! Overstapservice asks primary schools to show a dossier to the parents, and
//! for no consent, when a pupil goes to the next school; of a request to a
//! samenwerkingsverband it says nothing. So a refusal holds for everything, and
//! no answer holds for what says something of health or care: diagnoses,
//! medicines, absence, and tests, among which may be psychological ones.

use super::field::Form::{Brin, Code, Date, Location, Number, SchoolYear, Text, Truth};
use super::field::OsoField;
use super::report::DropReason::{self, Attachment, FreeText, NoField};

/// The path of something of the pupil.
macro_rules! pupil {
    () => {
        "huidigeschool/leerling"
    };
    ($path:literal) => {
        concat!("huidigeschool/leerling/", $path)
    };
}
/// The path of something of the school career.
macro_rules! career {
    ($path:literal) => {
        concat!("huidigeschool/leerling/schoolloopbaanlijst/schoolloopbaan/", $path)
    };
}
/// The path of something of the support.
macro_rules! support {
    ($path:literal) => {
        concat!("huidigeschool/leerling/onderwijsondersteuning/", $path)
    };
}
pub(super) use {pupil, support};

/// Yes, no or not known, as the standard writes it.
pub(super) const ANSWER: &[&str] = &["Ja", "Nee", "Onbekend"];
/// The years and groups of education, as the standard writes them.
const YEAR_GROUP: &[&str] =
    &["P", "0", "1", "2", "3", "4", "5", "6", "7", "8", "11", "12", "13", "14", "15", "16", "S"];
/// The funding categories of a TLV, as the standard writes them.
const TLV_CATEGORY: &[&str] = &["H", "M", "L", "Nvt"];

/// Every field by name, in the order of the standard.
#[rustfmt::skip]
pub(crate) const FIELDS: &[OsoField] = &[
    OsoField::new("dossier-datum", "metadata/datum", Date, "dag waarop het dossier is gemaakt", "day on which the dossier was made"),
    OsoField::new("dossier-standaardversie", "metadata/standaardversie", Text, "versie van de OSO-standaard", "version of the OSO standard"),
    OsoField::new("dossier-validatieversie", "metadata/validatieversie", Text, "versie van de regels van het profiel", "version of the profile's rules"),
    OsoField::new("dossier-profiel", "metadata/overstap", Text, "profiel van de uitwisseling", "profile of the exchange"),
    OsoField::new("dossier-voorlopig", "inzage/voorlopigdossier", Truth, "of het dossier voorlopig is", "whether the dossier is provisional"),
    OsoField::new("ouders-inzage", "inzage/inzage", Truth, "of de ouders het dossier hebben ingezien", "whether the parents have seen the dossier"),
    OsoField::new("ouders-inzage-op", "inzage/inzagedatum", Date, "dag waarop de ouders het dossier hebben ingezien", "day on which the parents saw the dossier"),
    OsoField::new("ouders-akkoord", "inzage/akkoord", Code(ANSWER), "of de ouders het eens zijn met de inhoud (niet: met de uitwisseling)", "whether the parents agree with the content (not: with the exchange)"),
    OsoField::new("ouders-toestemming", "inzage/toestemming", Code(ANSWER), "of de ouders toestemmen in de uitwisseling", "whether the parents consent to the exchange"),
    OsoField::new("school-brin", "huidigeschool/brincode", Brin, "BRIN van de school die het dossier stuurt", "BRIN of the school that sends the dossier"),
    OsoField::new("school-vestiging", "huidigeschool/vestigingscode", Location, "vestigingsnummer van die school", "location number of that school"),
    OsoField::new("school-soort", "huidigeschool/soort", Text, "soort school", "kind of school"),
    OsoField::new("school-type", "huidigeschool/type", Text, "type binnen de soort school", "type within the kind of school"),
    OsoField::identity("leerling-voornaam", pupil!("voornaam"), "voornaam van de leerling", "given name of the pupil"),
    OsoField::identity("leerling-voorletters", pupil!("voorletters-1"), "voorletters van de leerling", "initials of the pupil"),
    OsoField::identity("leerling-voorvoegsel", pupil!("voorvoegsel"), "voorvoegsel van de leerling", "prefix of the pupil's surname"),
    OsoField::identity("leerling-achternaam", pupil!("achternaam"), "achternaam van de leerling", "surname of the pupil"),
    OsoField::identity("leerling-roepnaam", pupil!("roepnaam"), "roepnaam van de leerling", "name by which the pupil is called"),
    OsoField::identity("leerling-geboortedatum", pupil!("geboortedatum"), "geboortedatum van de leerling", "birth date of the pupil"),
    OsoField::identity("leerling-geboortemaand", pupil!("geboortemaand"), "geboortemaand van de leerling", "birth month of the pupil"),
    OsoField::identity("leerling-geslacht", pupil!("geslacht"), "geslacht van de leerling", "sex of the pupil"),
    OsoField::identity("leerling-adres-geheim", pupil!("adresgeheim"), "of het adres van de leerling geheim is", "whether the pupil's address is secret"),
    OsoField::identity("leerling-adres", pupil!("adreslijst"), "adressen van de leerling", "addresses of the pupil"),
    OsoField::identity("leerling-postcode", pupil!("postcode4adres"), "cijfers van de postcode van de leerling", "digits of the pupil's postcode"),
    OsoField::identity("leerling-bereikbaar", pupil!("communicatielijst"), "telefoon en e-mail van de leerling", "telephone and e-mail of the pupil"),
    OsoField::identity("leerling-gba", pupil!("gba"), "naam en geboortedatum volgens de basisregistratie", "name and birth date by the population register"),
    OsoField::identity("leerling-adres-buitenland", pupil!("adresbuitenland"), "adres van de leerling in het buitenland", "address of the pupil abroad"),
    OsoField::identity("leerling-geboorteplaats", pupil!("geboorteplaats"), "geboorteplaats van de leerling", "birthplace of the pupil"),
    OsoField::identity("leerling-nationaliteit", pupil!("nationaliteit"), "nationaliteit van de leerling", "nationality of the pupil"),
    OsoField::identity("leerling-onderwijsnummer", pupil!("onderwijsnummer"), "onderwijsnummer van de leerling", "education number of the pupil"),
    OsoField::identity("leerling-bsn", pupil!("bsn"), "burgerservicenummer van de leerling", "citizen service number of the pupil"),
    OsoField::identity("leerling-id", pupil!("leerlingid"), "code van de leerling in de schooladministratie", "code of the pupil in the school's administration"),
    OsoField::new("onderwijs-sinds", pupil!("onderwijssinds"), Date, "begin van het onderwijs in Nederland", "start of education in the Netherlands"),
    OsoField::new("huidig-onderwijs-sinds", pupil!("startdatumhuidigonderwijs"), Date, "begin van het huidige onderwijs", "start of the present education"),
    OsoField::new("ingeschreven-op", pupil!("datuminschrijving"), Date, "eerste schooldag op de school", "first day at the school"),
    OsoField::new("uitgeschreven-op", pupil!("datumuitschrijving"), Date, "laatste schooldag op de school", "last day at the school"),
    OsoField::new("teruggeplaatst-naar-brin", pupil!("teruggeplaatstnaarbrin"), Brin, "BRIN van de school waarheen is teruggeplaatst", "BRIN of the school to which the pupil was placed back"),
    OsoField::identity("leerling-gewicht", pupil!("leerlinggewicht"), "leerlinggewicht", "pupil weight"),
    OsoField::identity("leerling-nnca", pupil!("nnca"), "indicatie van culturele achtergrond", "indication of cultural background"),
    OsoField::identity("leerling-tehuis", pupil!("tehuis"), "of de leerling in een tehuis woont", "whether the pupil lives in a home"),
    OsoField::identity("huisarts", pupil!("huisarts"), "gegevens van de huisarts", "data of the general practitioner"),
    OsoField::identity("aansprakelijke-instelling", pupil!("aansprakelijkeinstelling"), "gegevens van de aansprakelijke instelling", "data of the liable institution"),
    OsoField::identity("verzorgers-aansprakelijk", pupil!("verzorgersaansprakelijk"), "of de verzorgers aansprakelijk zijn", "whether the carers are liable"),
    OsoField::identity("verzorger", pupil!("verzorger"), "gegevens van ouders en verzorgers", "data of parents and carers"),
    OsoField::new("schoolloopbaan-schooljaar", career!("schooljaar"), SchoolYear, "schooljaar van een stap in de schoolloopbaan", "school year of a step of the school career"),
    OsoField::new("schoolloopbaan-jaargroep", career!("jaargroep"), Code(YEAR_GROUP), "jaargroep of leerjaar in dat schooljaar", "year group in that school year"),
    OsoField::new("schoolloopbaan-begin", career!("begindatum"), Date, "eerste dag in de groep", "first day in the group"),
    OsoField::new("schoolloopbaan-einde", career!("einddatum"), Date, "laatste dag in de groep", "last day in the group"),
    OsoField::new("schoolloopbaan-brin", career!("brincode"), Brin, "BRIN van de school in dat schooljaar", "BRIN of the school in that school year"),
    OsoField::new("schoolloopbaan-vestiging", career!("vestigingscode"), Location, "vestigingsnummer van die school", "location number of that school"),
    OsoField::new("schoolloopbaan-schoolsoort", career!("schoolsoort"), Text, "soort school in dat schooljaar", "kind of school in that school year"),
    OsoField::new("schoolloopbaan-schooltype", career!("schooltype"), Text, "type binnen die soort", "type within that kind"),
    OsoField::new("diagnose-code", support!("diagnose/code"), Text, "code van een diagnose", "code of a diagnosis").with_consent(),
    OsoField::new("diagnose-datum", support!("diagnose/datum"), Date, "dag van het onderzoek bij een diagnose", "day of the examination of a diagnosis").with_consent(),
    OsoField::identity("diagnose-door", support!("diagnose/doorwie"), "wie de diagnose heeft gesteld", "who made the diagnosis"),
    OsoField::new("medicijngebruik", support!("medicijngebruik"), Truth, "of er medicijnen zijn die het leren raken", "whether there are medicines that bear on learning").with_consent(),
    OsoField::new("handelingsplan-begin", support!("handelingsplan/startdatum"), Date, "begin van een handelingsplan", "start of an action plan"),
    OsoField::new("handelingsplan-einde", support!("handelingsplan/einddatum"), Date, "einde van een handelingsplan", "end of an action plan"),
    OsoField::new("opp-begin", support!("opp/opp_ingangdatum"), Date, "dag waarop het ontwikkelingsperspectief ingaat", "day on which the development plan takes effect"),
    OsoField::new("opp-einde", support!("opp/opp_einddatum"), Date, "dag waarop het ontwikkelingsperspectief eindigt", "day on which the development plan ends"),
    OsoField::new("tlv-begin", support!("tlv/tlvingangdatum"), Date, "eerste dag waarop een TLV geldt", "first day on which a TLV holds"),
    OsoField::new("tlv-swv", support!("tlv/tlvswvnummer"), Text, "nummer van het SWV dat de TLV gaf", "number of the SWV that issued the TLV"),
    OsoField::new("tlv-categorie", support!("tlv/tlvcategorie"), Code(TLV_CATEGORY), "bekostigingscategorie: H hoog, M midden, L laag, Nvt geen", "funding category: H high, M middle, L low, Nvt none"),
    OsoField::new("tlv-beschikkingsnummer", support!("tlv/tlvbeschikkingsnummer"), Text, "nummer van de TLV bij dat SWV", "number of the TLV at that SWV"),
    OsoField::new("tlv-einde", support!("tlv/tlveinddatum"), Date, "laatste dag waarop een TLV geldt", "last day on which a TLV holds"),
    OsoField::new("arrangement-cluster12-begin", support!("arrangement_cluster12/arrangement_datum"), Date, "begin van een arrangement van cluster 1 of 2", "start of an arrangement of cluster 1 or 2"),
    OsoField::new("arrangement-cluster12-brin", support!("arrangement_cluster12/arrangement_brin"), Brin, "BRIN van de school van inschrijving", "BRIN of the school of enrolment"),
    OsoField::new("arrangement-cluster12-vestiging", support!("arrangement_cluster12/arrangement_vestigingscode"), Location, "vestigingsnummer van die school", "location number of that school"),
    OsoField::new("arrangement-begin", support!("arrangement_pao/arrangement_datum"), Date, "begin van een arrangement passend onderwijs", "start of an arrangement of the SWV"),
    OsoField::new("arrangement-beschikkingsnummer", support!("arrangement_pao/arrangement_beschikkingsnr"), Text, "nummer van de beschikking van het arrangement", "number of the decision on the arrangement"),
    OsoField::new("arrangement-einde", support!("arrangement_pao/arrangement_einddatum"), Date, "einde van een arrangement passend onderwijs", "end of an arrangement of the SWV"),
    OsoField::new("verzuim-dagdelen-geoorloofd", pupil!("verzuim/dagdelengeoorloofd"), Number, "dagdelen geoorloofd verzuim", "half days of absence with leave").with_consent(),
    OsoField::new("verzuim-dagdelen-ongeoorloofd", pupil!("verzuim/dagdelenongeoorloofd"), Number, "dagdelen ongeoorloofd verzuim", "half days of absence without leave").with_consent(),
    OsoField::new("verzuim-uren-geoorloofd", pupil!("verzuim/urengeoorloofd"), Number, "uren geoorloofd verzuim", "hours of absence with leave").with_consent(),
    OsoField::new("verzuim-uren-ongeoorloofd", pupil!("verzuim/urenongeoorloofd"), Number, "uren ongeoorloofd verzuim", "hours of absence without leave").with_consent(),
    OsoField::new("verzuim-meer-dan-kwart", pupil!("verzuim/meerdan25percent"), Truth, "of meer dan 25 procent is verzuimd", "whether more than 25 per cent was missed").with_consent(),
    OsoField::new("verzuim-frequentie", pupil!("verzuim/frequentie"), Number, "hoe vaak is verzuimd", "how often the pupil was absent").with_consent(),
    OsoField::new("verzuim-leerplicht", pupil!("verzuim/contactleerplicht"), Truth, "of er contact is met leerplicht", "whether there is contact with the attendance officer").with_consent(),
    OsoField::new("verzuim-rmc", pupil!("verzuim/rmcmelding"), Truth, "of is gemeld bij het RMC", "whether it was reported to the RMC").with_consent(),
    OsoField::new("toets-code", pupil!("toetslijst/toets/toetsidentificatie/eldtoetscode"), Text, "code van een afgenomen toets", "code of a test that was taken").with_consent(),
    OsoField::new("toets-leergebied", pupil!("toetslijst/toets/toetsidentificatie/leergebied"), Text, "leergebied van een toets", "domain of a test").with_consent(),
    OsoField::new("toets-afgenomen-op", pupil!("toetslijst/toets/afname/afnamedatum"), Date, "dag waarop een toets is afgenomen", "day on which a test was taken").with_consent(),
    OsoField::identity("toets-afgenomen-door", pupil!("toetslijst/toets/afname/afgenomendoor"), "wie een toets heeft afgenomen", "who gave a test"),
];

/// Fields that the import takes from the last step of the school career: the
/// latest school year and, within it, the latest first day.
#[rustfmt::skip]
pub(crate) const LATEST: &[OsoField] = &[
    OsoField::new("schooljaar", career!("schooljaar"), SchoolYear, "laatste schooljaar in de schoolloopbaan", "latest school year in the school career"),
    OsoField::new("leerjaar", career!("jaargroep"), Code(YEAR_GROUP), "jaargroep of leerjaar in het laatste schooljaar", "year group in the latest school year"),
];

/// Whether the pupil is 16 or older on the day of the dossier, from when the
/// pupil's own signature counts: all that is kept of a birth date.
pub(crate) const SIXTEEN: OsoField = OsoField::new(
    "leerling-16-of-ouder",
    pupil!("geboortedatum"),
    Truth,
    "of de leerling op de dag van het dossier 16 jaar of ouder is",
    "whether the pupil is 16 or older on the day of the dossier",
);
/// The age from which it holds.
pub(super) const SIXTEEN_YEARS: i8 = 16;

/// What the standard knows and this import never keeps, with all that is in it.
#[rustfmt::skip]
pub(crate) const NEVER_KEPT: &[(&str, DropReason)] = &[
    ("metadata/deeldossier", NoField),
    ("metadata/pakketnaam", NoField),
    ("metadata/pakketversie", NoField),
    ("metadata/categorie_uitlevering", NoField),
    ("overdrachtsoort", NoField),
    ("inzage/redennietakkoord", FreeText),
    ("huidigeschool/naam", NoField),
    ("huidigeschool/adreslijst", NoField),
    ("huidigeschool/communicatielijst", NoField),
    ("huidigeschool/aanleverpunt", NoField),
    ("huidigeschool/naamdirecteur", DropReason::Identifying),
    ("huidigeschool/website", NoField),
    (pupil!("overstapadvies"), NoField),
    (pupil!("vanpeuterspeelzaal"), NoField),
    (pupil!("naampeuterspeelzaal"), NoField),
    (pupil!("voorschools"), NoField),
    (pupil!("vroegschools"), NoField),
    (career!("groepscode"), NoField),
    (career!("groepsnaam"), NoField),
    (career!("voelementcode"), NoField),
    (career!("voelementomschrijving"), NoField),
    (career!("schoolsoortomschrijving"), FreeText),
    (support!("diagnose/naam"), FreeText),
    (support!("diagnose/instantie"), NoField),
    (support!("handelingsplan/isgerichtop"), FreeText),
    (support!("arrangement_pao/arrangement_kenmerk"), FreeText),
    (support!("lwoo"), NoField),
    (support!("rvc"), NoField),
    (pupil!("eindtoets_basisonderwijs"), NoField),
    (pupil!("toetslijst/toets/toetsidentificatie/toetsnaam"), NoField),
    (pupil!("toetslijst/toets/toetsidentificatie/toetsversie"), NoField),
    (pupil!("toetslijst/toets/afname/jaargroep"), NoField),
    (pupil!("toetslijst/toets/afname/dl"), NoField),
    (pupil!("toetslijst/toets/resultaat"), NoField),
    (pupil!("toetslijst/toets/toetsonderdeel"), NoField),
    (pupil!("toetslijst/toets/opmerking"), FreeText),
    (pupil!("cijferlijstlijst"), NoField),
    (pupil!("bevorderd"), NoField),
    (pupil!("examenresultaat"), NoField),
    (pupil!("resultaatvakkenvo"), NoField),
    (pupil!("certificaat"), NoField),
    (pupil!("competenties"), NoField),
    (pupil!("stage"), NoField),
    (pupil!("overigvombo"), NoField),
];

/// What a document holds besides its format.
pub(super) const DOCUMENT_PARTS: &[(&str, DropReason)] =
    &[("bestandsnaam", FreeText), ("omschrijving", FreeText), ("bestandsinhoud", Attachment)];
