//! Parents and school disagree: mediation, complaint, the national committee
//! for disputes, the court.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::{MEDIATION, interpreted, one_of, ouders, samenwerkingsverband, schoolbestuur, stated};

const PART: &str = "7.1.3";
const MENING: &str = "verschil-van-mening";
const BEMIDDELING: &str = "bemiddeling";
const KLACHT: &str = "klacht";
const COMMISSIE: &str = "bij-geschillencommissie";
const BEZWAAR: &str = "bezwaar";

pub(super) fn procedure() -> Procedure {
    let committee = Text::new("landelijke geschillencommissie passend onderwijs", "national committee for disputes");
    let procedure = Procedure::new(
        "geschil",
        ("geschil over passend onderwijs", "dispute on support"),
        &[Sector::Po],
        stated(PART),
    )
    .state(MENING, ("verschil van mening", "difference of opinion"))
    .state(BEMIDDELING, ("in bemiddeling", "in mediation"))
    .deciding_state(KLACHT, ("klacht bij het schoolbestuur", "complaint with the school board"), &schoolbestuur())
    .deciding_state(COMMISSIE, ("bij de geschillencommissie", "before the committee for disputes"), &committee)
    .deciding_state(
        BEZWAAR,
        (
            "bezwaar tegen een besluit van het samenwerkingsverband",
            "objection to a decision of the samenwerkingsverband",
        ),
        &samenwerkingsverband(),
    )
    .closed_state("overeenstemming", ("overeenstemming", "agreement"))
    .closed_state("bindende-uitspraak", ("bindende uitspraak", "binding ruling"))
    .closed_state("op-bezwaar-beslist", ("op het bezwaar beslist", "objection decided"))
    .closed_state(
        "elders-voorgelegd",
        (
            "voorgelegd aan de rechter of een andere instantie; het vervolg staat niet in het plan",
            "brought before the court or another body; what follows is not in the plan",
        ),
    )
    .field(
        "betreft-samenwerkingsverband",
        (
            "het geschil gaat over een onderwerp van het samenwerkingsverband",
            "the dispute is on a matter of the samenwerkingsverband",
        ),
        FieldKind::YesNo,
    );
    objection(committee_and_court(mediation(procedure), &committee))
}

/// To agreement, alone or with help.
fn mediation(procedure: Procedure) -> Procedure {
    let both = Text::new("ouders en school", "parents and school");
    let support = Text::new("Ouder- en jeugdsteunpunt", "support point for parents and young people");
    procedure
        .event_field("bemiddeling", "vorm", ("welke bemiddeling", "which mediation"), one_of(&MEDIATION))
        .step(
            Step::new(
                "gesprek",
                (
                    "met de directeur of het bestuur van de school praten",
                    "talk with the head or the board of the school",
                ),
                &ouders(),
                stated(PART),
            )
            .within(&[MENING]),
        )
        .step(
            Step::new(
                "onafhankelijke-informatie",
                ("de ouders onafhankelijk informeren", "inform the parents independently"),
                &support,
                stated("7.1.1; 7.1.3"),
            )
            .within(&[MENING, BEMIDDELING]),
        )
        .step(
            Step::new("bemiddeling", ("bemiddeling of mediation beginnen", "start mediation"), &both, stated(PART))
                .moves(&[MENING, BEMIDDELING, KLACHT], BEMIDDELING),
        )
        .step(
            Step::new("overeenstemming", ("het eens worden", "agree"), &both, stated(PART))
                .moves(&[MENING, BEMIDDELING, KLACHT], "overeenstemming"),
        )
}

/// Where they do not agree.
fn committee_and_court(procedure: Procedure, committee: &Text) -> Procedure {
    let either = Text::new("ouders of school", "parents or school");
    let open = [MENING, BEMIDDELING, KLACHT];
    let elsewhere = |event: &str, title, provenance| {
        Step::new(event, title, &either, provenance)
            .moves(&[MENING, BEMIDDELING, KLACHT, COMMISSIE, BEZWAAR], "elders-voorgelegd")
    };
    procedure
        .step(
            Step::new(
                "klacht",
                ("een klacht indienen bij het schoolbestuur", "complain to the school board"),
                &ouders(),
                stated(PART),
            )
            .moves(&[MENING, BEMIDDELING], KLACHT),
        )
        .step(
            Step::new(
                "geschil-voorgelegd",
                ("het geschil aan de geschillencommissie voorleggen", "bring the dispute before the committee"),
                &either,
                stated(PART),
            )
            .when("betreft-samenwerkingsverband", &["ja"])
            .moves(&open, COMMISSIE),
        )
        .step(
            Step::new("hoorzitting", ("de partijen horen", "hear the parties"), committee, stated(PART))
                .within(&[COMMISSIE]),
        )
        .step(
            Step::new(
                "uitspraak",
                (
                    "na afweging van de belangen een bindende uitspraak doen",
                    "weigh the interests and give a binding ruling",
                ),
                committee,
                stated(PART),
            )
            .moves(&[COMMISSIE], "bindende-uitspraak"),
        )
        .requirement(
            Requirement::new(
                "hoorzitting",
                ("het horen van de partijen", "the hearing of the parties"),
                Provided { by: committee, event: on_event("hoorzitting") },
                stated(PART),
            )
            .asked(&[COMMISSIE], &["uitspraak"]),
        )
        .step(elsewhere(
            "rechter",
            ("het geschil aan de rechter voorleggen", "bring the dispute before the court"),
            stated(PART),
        ))
        .step(elsewhere(
            "commissie-gelijke-behandeling",
            (
                "het geschil aan de commissie gelijke behandeling voorleggen",
                "bring the dispute before the committee for equal treatment",
            ),
            stated(PART),
        ))
        .step(elsewhere(
            "landelijke-klachtencommissie",
            ("naar de landelijke klachtencommissie gaan", "go to the national complaints committee"),
            interpreted(PART, "Het plan noemt de aansluiting bij deze commissie en niet wie er wanneer heen kan."),
        ))
}

/// Against a decision of the samenwerkingsverband.
fn objection(procedure: Procedure) -> Procedure {
    let committee = Text::new("landelijke bezwaaradviescommissie", "national objections committee");
    let follows = |part: &str| {
        interpreted(
            part,
            "Het plan noemt het recht op bezwaar en de aansluiting bij de adviescommissie; dat zij \
             adviseert voordat het samenwerkingsverband beslist, volgt uit haar naam. Termijnen \
             noemt het niet.",
        )
    };
    procedure
        .step(
            Step::new(
                "bezwaar",
                ("bezwaar maken tegen een TLV", "object to a TLV"),
                &ouders(),
                stated("6.1.3, de triade"),
            )
            .moves(&[MENING, BEMIDDELING, KLACHT], BEZWAAR),
        )
        .step(
            Step::new(
                "advies-bezwaar",
                ("over het bezwaar adviseren", "advise on the objection"),
                &committee,
                follows(PART),
            )
            .within(&[BEZWAAR]),
        )
        .step(
            Step::new(
                "besluit-op-bezwaar",
                ("op het bezwaar beslissen", "decide on the objection"),
                &samenwerkingsverband(),
                follows(PART),
            )
            .moves(&[BEZWAAR], "op-bezwaar-beslist"),
        )
        .requirement(
            Requirement::new(
                "advies-bezwaar",
                ("advies over het bezwaar", "advice on the objection"),
                Provided { by: &committee, event: on_event("advies-bezwaar") },
                follows(PART),
            )
            .asked(&[BEZWAAR], &["besluit-op-bezwaar"]),
        )
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, missing, problems};

    #[test]
    fn only_a_matter_of_the_samenwerkingsverband_goes_to_the_committee() {
        let case = |concerns: &str| {
            Case::of("geschil")
                .field("betreft-samenwerkingsverband", concerns)
                .event("2025-02-03", "geschil-voorgelegd", &[])
                .on("2025-02-03")
        };
        assert_eq!(case("ja").state, "bij-geschillencommissie");
        assert_eq!(case("nee").state, "verschil-van-mening");
        assert_eq!(problems(&case("nee")), ["veld-ontbreekt"]);
    }

    #[test]
    fn the_committee_hears_the_parties_before_it_rules() {
        let before = Case::of("geschil")
            .field("betreft-samenwerkingsverband", "ja")
            .event("2025-02-03", "bemiddeling", &[("vorm", "onderwijsconsulenten")])
            .event("2025-03-03", "geschil-voorgelegd", &[]);
        assert_eq!(missing(&before.on("2025-03-03")), ["hoorzitting"]);
        let unheard = before.clone().event("2025-04-07", "uitspraak", &[]);
        assert_eq!(problems(&unheard.on("2025-04-07")), ["hoorzitting"]);
        let heard = before.event("2025-03-24", "hoorzitting", &[]).event("2025-04-07", "uitspraak", &[]);
        assert_eq!(problems(&heard.on("2025-04-07")), [""; 0]);
        assert_eq!(heard.on("2025-04-07").state, "bindende-uitspraak");
    }

    #[test]
    fn an_objection_is_advised_on_before_it_is_decided() {
        let objected = Case::of("geschil").event("2025-02-03", "bezwaar", &[]);
        assert_eq!(missing(&objected.on("2025-02-03")), ["advies-bezwaar"]);
        assert_eq!(objected.on("2025-02-03").objections, []);
    }
}
