//! From contact with a school to a place: the moral duty of care, the legal
//! one, and the placement policy of Haarlem. And how a pupil may be removed.

mod eenmaal_verlengen;
#[cfg(test)]
mod tests;

pub(super) use eenmaal_verlengen::check;
use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, TermRule, on_event};
use swv_plugin::{Sector, Text, weeks};

use super::{interpreted, one_of, ouders, schoolbestuur, stated};

pub(super) const ID: &str = "zorgplicht";

const DUTY: &str = "6.1.1";
const APPLYING: &str = "6.1.2";

const VOORAF: &str = "nog-niet-aangemeld";
const MOREEL: &str = "morele-zorgplicht";
const BELEID: &str = "plaatsingsbeleid-haarlem";
const ONDERZOEK: &str = "onderzoek";
const ZOEKT: &str = "andere-school-gezocht";
const GEPLAATST: &str = "geplaatst";
const VOL: &str = "school-vol";
const VERWIJDERING: &str = "verwijdering-voorgenomen";
const VERWIJDERD: &str = "verwijderd";

fn voorkeur() -> Text {
    Text::new("school van voorkeur", "school of preference")
}

pub(super) fn procedure() -> Procedure {
    let title = ("aanmelding en zorgplicht", "application and duty of care");
    let procedure = Procedure::new(ID, title, &[Sector::Po], stated("6.1.1; 6.1.2"))
        .state(VOORAF, ("nog geen contact met een school", "no contact with a school yet"))
        .state(MOREEL, ("contact met de school: morele zorgplicht", "contact with the school: moral duty of care"))
        .state(BELEID, ("in het plaatsingsbeleid van Haarlem", "in the placement policy of Haarlem"))
        .deciding_state(
            ONDERZOEK,
            (
                "zorgplicht: de school onderzoekt of zij het aanbod heeft",
                "duty of care: the school examines whether it has what is needed",
            ),
            &voorkeur(),
        )
        .state(ZOEKT, ("niet geplaatst, de school zoekt een andere", "not placed, the school looks for another"))
        .closed_state(GEPLAATST, ("geplaatst", "placed"))
        .closed_state(VOL, ("de school is vol; de zorgplicht geldt niet", "the school is full; no duty of care"))
        .deciding_state(
            VERWIJDERING,
            ("verwijdering voorgenomen, een andere school wordt gezocht", "removal intended, another school is sought"),
            &schoolbestuur(),
        )
        .closed_state(VERWIJDERD, ("verwijderd", "removed"))
        .field(
            "gemeente",
            ("de gemeente van de school van voorkeur", "the municipality of the school of preference"),
            one_of(&["haarlem", "andere"]),
        )
        .field(
            "meer-scholen-benaderd",
            ("de ouders hebben meer dan een school benaderd", "the parents approached more than one school"),
            FieldKind::YesNo,
        );
    removal(decision(application(contact(procedure))))
}

/// From the first contact to the application in writing.
fn contact(procedure: Procedure) -> Procedure {
    let caller = Text::new("ouders of een professional", "parents or a professional");
    procedure
        .event_field(
            "contact",
            "wijze",
            ("hoe er contact was", "how there was contact"),
            one_of(&["schriftelijk", "telefonisch"]),
        )
        .step(
            Step::new(
                "contact",
                (
                    "schriftelijk of telefonisch contact opnemen met de school",
                    "contact the school in writing or by telephone",
                ),
                &caller,
                stated(DUTY),
            )
            .moves(&[VOORAF, MOREEL], MOREEL),
        )
        .step(
            Step::new(
                "voorkeur",
                (
                    "zeggen welke school de voorkeur heeft; die neemt de zorgplicht op zich",
                    "say which school is preferred; that one takes the duty of care",
                ),
                &ouders(),
                stated(DUTY),
            )
            .within(&[VOORAF, MOREEL]),
        )
        .requirement(
            Requirement::new(
                "voorkeur",
                (
                    "de school van voorkeur, als er meer scholen zijn benaderd",
                    "the school of preference, where more schools were approached",
                ),
                Provided { by: &ouders(), event: on_event("voorkeur") },
                stated(DUTY),
            )
            .when("meer-scholen-benaderd", &["ja"])
            .asked(&[MOREEL], &["aanmelding"]),
        )
        .step(
            Step::new(
                "vol",
                (
                    "met de capaciteitenlijst aantonen dat de groep vol is",
                    "show by the list of capacities that the group is full",
                ),
                &voorkeur(),
                stated(DUTY),
            )
            .moves(&[MOREEL, ONDERZOEK], VOL),
        )
}

/// The application: elsewhere it starts the duty of care; in Haarlem the
/// provisional enrolment after the placement does.
fn application(procedure: Procedure) -> Procedure {
    let boards = Text::new("besturen van de basisscholen in Haarlem", "boards of the primary schools in Haarlem");
    let apply = |id: &str, municipality: &str, title, to: &str| {
        Step::new("aanmelding", title, &ouders(), stated(APPLYING))
            .named(id)
            .when("gemeente", &[municipality])
            .moves(&[VOORAF, MOREEL], to)
    };
    procedure
        .event_field(
            "aanmelding",
            "beoogde-start",
            ("de dag waarop de ouders plaatsing willen", "the day on which the parents want the placement"),
            FieldKind::Date,
        )
        .step(apply(
            "aanmelding",
            "andere",
            ("het inschrijfformulier van de school ondertekenen", "sign the enrolment form of the school"),
            ONDERZOEK,
        ))
        .step(apply(
            "aanmelding-haarlem",
            "haarlem",
            (
                "inschrijven op de school van voorkeur, met vier alternatieven",
                "enrol at the school of preference, with four alternatives",
            ),
            BELEID,
        ))
        .step(
            Step::new(
                "plaats-aangeboden",
                ("een plaats aanbieden volgens het plaatsingsbeleid", "offer a place by the placement policy"),
                &boards,
                stated(APPLYING),
            )
            .within(&[BELEID]),
        )
        .step(
            Step::new(
                "voorlopige-inschrijving",
                (
                    "de aangeboden plaats aanvaarden; de voorlopige inschrijving geldt als aanmelding",
                    "accept the place offered; the provisional enrolment counts as application",
                ),
                &ouders(),
                stated(APPLYING),
            )
            .moves(&[BELEID], ONDERZOEK),
        )
        .requirement(
            Requirement::new(
                "plaats-aangeboden",
                ("een aangeboden plaats", "a place that is offered"),
                Provided { by: &boards, event: on_event("plaats-aangeboden") },
                stated(APPLYING),
            )
            .asked(&[BELEID], &["voorlopige-inschrijving"]),
        )
        .term(TermRule::before(
            "aanmelding-tien-weken-vooraf",
            (
                "aanmelding, minstens tien weken voor de plaatsing",
                "application, at least ten weeks before the placement",
            ),
            on_event("aanmelding"),
            (weeks(10), "beoogde-start"),
            stated(APPLYING),
        ))
}

/// What the school needs to know, and its decision.
fn decision(procedure: Procedure) -> Procedure {
    let early = Text::new("voorschoolse voorziening", "pre-school provision");
    let decide = |id: &str, outcome: &str, title, to: &str| {
        Step::new("besluit-plaatsing", title, &voorkeur(), stated("6.1.1; 6.1.2"))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&[ONDERZOEK], to)
    };
    procedure
        .event_field(
            "besluit-plaatsing",
            "uitkomst",
            ("de uitkomst", "the outcome"),
            one_of(&["geplaatst", "niet-geplaatst"]),
        )
        .step(
            Step::new(
                "informatie-ouders",
                (
                    "de school vertellen wat zij over het kind moet weten",
                    "tell the school what it has to know of the child",
                ),
                &ouders(),
                stated(DUTY),
            )
            .within(&[MOREEL, BELEID, ONDERZOEK]),
        )
        .requirement(
            Requirement::new(
                "informatie-ouders",
                ("informatie over het kind", "information on the child"),
                Provided { by: &ouders(), event: on_event("informatie-ouders") },
                interpreted(
                    DUTY,
                    "De ouders hebben een informatieplicht; het plan noemt geen gevolg als informatie uitblijft.",
                ),
            )
            .asked(&[ONDERZOEK], &[]),
        )
        .step(
            Step::new(
                "toestemming-ouders",
                ("toestemming geven voor de overdracht", "consent to the handover"),
                &ouders(),
                stated("6.1.2, informatie voorzieningen 0-4 jaar"),
            )
            .within(&[MOREEL, BELEID, ONDERZOEK]),
        )
        .step(
            Step::new(
                "overdracht-voorschool",
                ("de school informeren over de ontwikkeling", "inform the school of the development"),
                &early,
                stated("6.1.2, informatie voorzieningen 0-4 jaar"),
            )
            .within(&[MOREEL, BELEID, ONDERZOEK]),
        )
        .requirement(
            Requirement::new(
                "toestemming-ouders",
                ("toestemming van de ouders voor de overdracht", "consent of the parents to the handover"),
                Provided { by: &ouders(), event: on_event("toestemming-ouders") },
                stated("6.1.2, informatie voorzieningen 0-4 jaar"),
            )
            .asked(&[], &["overdracht-voorschool"]),
        )
        .step(decide("plaatsing", "geplaatst", ("de leerling plaatsen", "place the pupil"), GEPLAATST))
        .step(decide(
            "geen-plaatsing",
            "niet-geplaatst",
            ("besluiten dat de school de leerling niet kan toelaten", "decide that the school cannot admit the pupil"),
            ZOEKT,
        ))
        .step(
            Step::new(
                "verlenging-beslistermijn",
                ("de beslistermijn eenmaal verlengen", "extend the term of decision once"),
                &voorkeur(),
                stated(APPLYING),
            )
            .when("gemeente", &["andere"])
            .within(&[ONDERZOEK]),
        )
        .step(
            Step::new(
                "andere-school-gevonden",
                (
                    "een passende plaats op een andere school, regulier of gespecialiseerd",
                    "a fitting place at another school, regular or special",
                ),
                &voorkeur(),
                stated(APPLYING),
            )
            .moves(&[ZOEKT], GEPLAATST),
        )
        .term(
            TermRule::deadline(
                "besluit-plaatsing",
                ("besluit over de plaatsing", "decision on the placement"),
                on_event("aanmelding").when("gemeente", &["andere"]),
                weeks(6),
                interpreted(
                    APPLYING,
                    "Het plan geeft de termijn weer van de wet op de zorgplicht, zodat de Algemene \
                     termijnenwet haar einde bepaalt.",
                ),
            )
            .met_by(on_event("besluit-plaatsing"))
            .met_by(on_event("vol"))
            .extended(on_event("verlenging-beslistermijn"), weeks(4))
            .statutory(),
        )
        .term(
            TermRule::deadline(
                "zorg-georganiseerd-haarlem",
                (
                    "de zorg op de eigen school of in het samenwerkingsverband organiseren",
                    "arrange the care at the school or in the samenwerkingsverband",
                ),
                on_event("voorlopige-inschrijving"),
                weeks(10),
                interpreted(
                    APPLYING,
                    "Het plan noemt deze tien weken als afspraak van het plaatsingsbeleid en niet als termijn van de \
                     wet; daarom verschuift hun einde niet voor een weekend of feestdag.",
                ),
            )
            .met_by(on_event("besluit-plaatsing").when("uitkomst", &["geplaatst"]))
            .met_by(on_event("andere-school-gevonden"))
            .met_by(on_event("vol")),
        )
}

/// A pupil leaves a school only when another will have the pupil.
fn removal(procedure: Procedure) -> Procedure {
    procedure
        .step(
            Step::new(
                "verwijderingsbesluit",
                ("besluiten de leerling te verwijderen", "decide to remove the pupil"),
                &schoolbestuur(),
                stated(DUTY),
            )
            .moves(&[VOORAF, GEPLAATST], VERWIJDERING),
        )
        .step(
            Step::new(
                "andere-school-bereid",
                ("een school vinden die de leerling toelaat", "find a school that admits the pupil"),
                &schoolbestuur(),
                stated(DUTY),
            )
            .within(&[VERWIJDERING]),
        )
        .step(
            Step::new(
                "definitieve-verwijdering",
                ("de leerling definitief verwijderen", "remove the pupil for good"),
                &schoolbestuur(),
                stated(DUTY),
            )
            .moves(&[VERWIJDERING], VERWIJDERD),
        )
        .requirement(
            Requirement::new(
                "andere-school-bereid",
                ("een andere school die de leerling toelaat", "another school that admits the pupil"),
                Provided { by: &schoolbestuur(), event: on_event("andere-school-bereid") },
                stated(DUTY),
            )
            .asked(&[VERWIJDERING], &["definitieve-verwijdering"]),
        )
}
