//! The application for a TLV: the five phases in which parents, primary school
//! and special school find a solution together, the forms A, B and D, and the
//! application of one party.

mod aanvraag;
mod bekostiging;
mod besluit;
mod definities;
mod eenzijdig;
mod gezamenlijke_oplossing;
mod ikc_met_tlv_sbo;
#[cfg(test)]
mod tests;
mod tweede_deskundige;

use swv_plugin::procedure::{Breach, CheckInput, FieldKind, Procedure, Provided, Requirement, Step, Tie, on_event};
use swv_plugin::{Sector, Text};

use super::{interpreted, one_of, samenwerkingsverband, stated, triade};

pub(super) const ID: &str = "toelaatbaarheidsverklaring";

const PART: &str = "6.1.3";
const PHASES: &str = "6.1.3, de triade";
const AGREEMENT: &str = "6.1.3, plaatsingsakkoord";

const SIGNALERING: &str = "signalering";
const INDICATIE: &str = "indicatie";
const AFSTEMMING: &str = "afstemming";
const AANGEVRAAGD: &str = "aangevraagd";
const EENZIJDIG: &str = "eenzijdig-aangevraagd";
const ONDERZOCHT: &str = "onafhankelijk-onderzocht";
const AFGEGEVEN: &str = "afgegeven";
const AFGEWEZEN: &str = "afgewezen";
const PLAATSING: &str = "plaatsing";
const OP_BASISSCHOOL: &str = "ondersteuning-op-basisschool";

const FORM_A: [&str; 1] = ["regulier-naar-sbo-of-so"];
/// Those who change schools; a pupil of form D comes from no school.
const AT_SCHOOL: [&str; 3] = ["regulier-naar-sbo-of-so", "sbo-naar-so", "so-of-ikc-naar-so-of-ikc"];
const SITUATIONS: [&str; 6] = [
    "eerste-schoolgang",
    "recent-gestart",
    "taalklas-naar-regulier",
    "regulier-naar-sbo-of-so",
    "sbo-naar-so",
    "so-of-ikc-naar-so-of-ikc",
];

pub(super) fn procedure() -> Procedure {
    let procedure = Procedure::new(ID, ("aanvraag TLV", "application for a TLV"), &[Sector::Po], stated(PART))
        .decided_by(
            &[Tie::School, Tie::Home],
            interpreted(
                AGREEMENT,
                "De basisschool van dit samenwerkingsverband vraagt bij dit samenwerkingsverband aan (formulier A). \
                 Voor een leerling uit een andere regio die naar het IKC gaat geeft het samenwerkingsverband van de \
                 woonplaats de TLV af; het plan gaat ervan uit dat die leerling daar ook op school zit.",
            ),
        )
        .state(SIGNALERING, ("fase 1: signalering", "phase 1: signal"))
        .state(INDICATIE, ("fase 2: indicatie", "phase 2: indication"))
        .state(AFSTEMMING, ("fase 3: afstemming", "phase 3: tuning"))
        .deciding_state(AANGEVRAAGD, ("samen aangevraagd", "applied for together"), &samenwerkingsverband())
        .deciding_state(EENZIJDIG, ("eenzijdig aangevraagd", "applied for by one party"), &samenwerkingsverband())
        .deciding_state(
            ONDERZOCHT,
            ("eenzijdig aangevraagd en onafhankelijk onderzocht", "applied for by one party, examined independently"),
            &samenwerkingsverband(),
        )
        .state(AFGEGEVEN, ("TLV afgegeven, nog niet geplaatst", "TLV issued, not placed yet"))
        .closed_state(AFGEWEZEN, ("TLV niet afgegeven", "TLV not issued"))
        .closed_state(PLAATSING, ("fase 4: geplaatst met de TLV", "phase 4: placed with the TLV"))
        .closed_state(
            OP_BASISSCHOOL,
            ("op de basisschool, met extra ondersteuning", "at the primary school, with extra support"),
        )
        .field(
            "situatie",
            ("waar de leerling vandaan komt en heen gaat", "where the pupil comes from and goes to"),
            one_of(&SITUATIONS),
        )
        .field(
            "bestemming",
            ("waar de leerling heen gaat", "where the pupil goes"),
            one_of(&["ikc", "so", "basisschool"]),
        )
        .field(
            "woont-in-ander-samenwerkingsverband",
            ("de leerling woont in een ander samenwerkingsverband", "the pupil lives in another samenwerkingsverband"),
            FieldKind::YesNo,
        );
    let procedure =
        tweede_deskundige::add(phases(procedure), AT_SCHOOL, &[AFSTEMMING, AANGEVRAAGD], "besluit-positief");
    definities::add(bekostiging::add(besluit::add(eenzijdig::add(aanvraag::add(procedure)))))
}

/// What a case breaks of the rules on its experts and its decision.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    [tweede_deskundige::check(case), gezamenlijke_oplossing::check(case), ikc_met_tlv_sbo::check(case)].concat()
}

/// Phases 1 to 3.
fn phases(procedure: Procedure) -> Procedure {
    let step = |event: &str, title, actor: &Text, from: &[&str], to: &str| {
        Step::new(event, title, actor, stated(PHASES)).moves(from, to)
    };
    let before_applying = |id: &str, what, by: &Text, from: &str| {
        Requirement::new(id, what, Provided { by, event: on_event(id) }, stated(PHASES))
            .when("situatie", &AT_SCHOOL)
            .asked(&[from], &["aanvraag-a", "aanvraag-b"])
    };
    let parents_and_school = Text::new("ouders en basisschool", "parents and primary school");
    procedure
        .step(step(
            "signaal",
            (
                "signaleren dat de leerkracht handelingsverlegen is",
                "signal that the teacher does not know how to go on",
            ),
            &Text::new("leerkracht", "teacher"),
            &[SIGNALERING],
            INDICATIE,
        ))
        .step(
            Step::new(
                "gezamenlijk-overleg",
                (
                    "samen de onderwijsbehoefte vastleggen en een school kiezen",
                    "record together what the pupil needs and choose a school",
                ),
                &parents_and_school,
                stated(PHASES),
            )
            .moves(&[SIGNALERING, INDICATIE], AFSTEMMING),
        )
        .step(
            Step::new(
                "tweede-deskundige-gekozen",
                ("samen de tweede deskundige kiezen", "choose the second expert together"),
                &triade(),
                stated("6.1.3, de tweede deskundige; de triade"),
            )
            .within(&[INDICATIE, AFSTEMMING]),
        )
        .step(
            Step::new(
                "afspraken-plaatsing",
                ("een overeenkomst over de plaatsing maken", "make an agreement on the placement"),
                &triade(),
                stated(PHASES),
            )
            .within(&[AFSTEMMING]),
        )
        .event_field(
            "afspraak-terugplaatsing",
            "terugplaatsingsfase",
            ("er komt een terugplaatsingsfase", "there will be a phase of return"),
            FieldKind::YesNo,
        )
        .event_field(
            "afspraak-terugplaatsing",
            "mogelijk-vanaf",
            ("het mogelijke moment van terugplaatsing", "the possible moment of return"),
            FieldKind::Date,
        )
        .step(
            Step::new(
                "afspraak-terugplaatsing",
                ("afspreken of en wanneer de leerling terugkeert", "agree whether and when the pupil returns"),
                &triade(),
                stated(PHASES),
            )
            .within(&[AFSTEMMING, AANGEVRAAGD, AFGEGEVEN]),
        )
        .step(step(
            "oplossing-op-basisschool",
            ("kiezen voor ondersteuning op de basisschool", "choose support at the primary school"),
            &triade(),
            &[INDICATIE, AFSTEMMING],
            OP_BASISSCHOOL,
        ))
        .requirement(before_applying(
            "gezamenlijk-overleg",
            ("gezamenlijk overleg van ouders en school", "joint talk of parents and school"),
            &parents_and_school,
            INDICATIE,
        ))
        .requirement(before_applying(
            "tweede-deskundige-gekozen",
            ("een gekozen tweede deskundige", "a second expert that is chosen"),
            &triade(),
            AFSTEMMING,
        ))
        .requirement(before_applying(
            "afspraken-plaatsing",
            ("overeenkomst over de plaatsing", "agreement on the placement"),
            &triade(),
            AFSTEMMING,
        ))
        .requirement(
            Requirement::new(
                "afspraak-terugplaatsing",
                ("afspraak of er een terugplaatsingsfase komt", "agreement whether there will be a phase of return"),
                Provided { by: &triade(), event: on_event("afspraak-terugplaatsing") },
                interpreted(
                    PHASES,
                    "De voorwaarde staat bij een plaatsing vanuit een school; een leerling van formulier D heeft nog \
                     geen basisschool om naar terug te keren.",
                ),
            )
            .when("situatie", &AT_SCHOOL)
            .when("bestemming", &["ikc", "so"])
            .asked(&[AFSTEMMING, AFGEGEVEN], &["inschrijving"]),
        )
}
