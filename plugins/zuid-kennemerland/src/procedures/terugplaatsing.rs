//! Going back to a primary school: phase 5 of the placement, with the return
//! form and its budget.

use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text, years};

use super::{interpreted, one_of, ontvangende_basisschool, samenwerkingsverband, so_of_ikc, stated};
use crate::allocation::terugplaatsingsbudget;

const PHASE: &str = "6.1.3, de triade";
const FORM: &str = "6.1.3, terugplaatsingsformulier";

const PLAATSING: &str = "plaatsing";
const BESLOTEN: &str = "terugplaatsing-besloten";
const TRAJECT: &str = "traject";
const OP_BASISSCHOOL: &str = "op-basisschool";

pub(super) fn procedure() -> Procedure {
    let everyone = Text::new("ouders, SO of IKC en basisschool", "parents, SO or IKC and primary school");
    Procedure::new(
        "terugplaatsing",
        ("terugplaatsing", "return to primary school"),
        &[Sector::Po],
        stated("6.1.3; 8.1.5"),
    )
    .state(PLAATSING, ("fase 4: op SO of IKC", "phase 4: at SO or IKC"))
    .state(BESLOTEN, ("tot terugplaatsing besloten", "return decided"))
    .state(TRAJECT, ("fase 5: traject naar de basisschool", "phase 5: on the way to the primary school"))
    .closed_state(
        OP_BASISSCHOOL,
        ("op de basisschool, met begeleiding van SO of IKC", "at the primary school, guided by SO or IKC"),
    )
    .closed_state("uitgestroomd", ("weg bij de ontvangende school", "left the receiving school"))
    .field(
        "ontvangende-school",
        ("welke school de leerling ontvangt", "which school receives the pupil"),
        one_of(&["oorspronkelijke-school", "andere-school", "eerste-reguliere-school"]),
    )
    .field(
        "beide-scholen-in-samenwerkingsverband",
        ("beide scholen vallen onder het samenwerkingsverband", "both schools belong to the samenwerkingsverband"),
        FieldKind::YesNo,
    )
    .event_field("document", "soort", ("welk stuk", "which document"), one_of(&["terugplaatsingsformulier"]))
    .step(
        Step::new(
            "contact-tijdens-plaatsing",
            ("schriftelijk contact houden over de leerling", "keep in touch on the pupil in writing"),
            &super::basisschool(),
            stated(PHASE),
        )
        .within(&[PLAATSING]),
    )
    .step(
        Step::new(
            "besluit-terugplaatsing",
            ("samen besluiten tot terugplaatsing", "decide together on a return"),
            &everyone,
            stated(PHASE),
        )
        .moves(&[PLAATSING], BESLOTEN),
    )
    .step(
        Step::new(
            "overleg-alle-partijen",
            ("met alle partijen het traject bespreken", "discuss the way with all parties"),
            &everyone,
            stated(PHASE),
        )
        .moves(&[BESLOTEN], TRAJECT),
    )
    .step(
        Step::new(
            "document",
            ("het terugplaatsingsformulier invullen", "fill in the return form"),
            &so_of_ikc(),
            interpreted(FORM, "Het plan zegt niet wie het formulier invult; hier de school die de leerling laat gaan."),
        )
        .within(&[BESLOTEN, TRAJECT, OP_BASISSCHOOL]),
    )
    .step(
        Step::new(
            "inschrijving",
            ("de leerling inschrijven", "enrol the pupil"),
            &ontvangende_basisschool(),
            stated("8.1.5"),
        )
        .moves(&[BESLOTEN, TRAJECT], OP_BASISSCHOOL),
    )
    .step(
        Step::new(
            "uitstroom",
            ("uitstromen naar een andere school of voorziening", "leave for another school or provision"),
            &ontvangende_basisschool(),
            stated("8.1.5"),
        )
        .moves(&[OP_BASISSCHOOL], "uitgestroomd"),
    )
    .requirement(
        Requirement::new(
            "overleg-alle-partijen",
            ("verplicht overleg van alle partijen", "obligatory talk of all parties"),
            Provided { by: &everyone, event: on_event("overleg-alle-partijen") },
            stated(PHASE),
        )
        .asked(&[BESLOTEN], &["inschrijving"]),
    )
    .cost(
        Cost::new(
            terugplaatsingsbudget::RULE.id,
            ("terugplaatsingsbudget", "return budget"),
            (&samenwerkingsverband(), &ontvangende_basisschool()),
            ("instroom-en-terugplaatsingsbudget", Payment::YearlyFromNextMonth(years(2))),
            on_event("inschrijving"),
            interpreted(
                "6.1.3, terugplaatsingsformulier; 8.1.5",
                "6.1.3 noemt twee schooljaren; hier gelden, net als in de verdeling, de twee jaar van 8.1.5: zij \
                 beginnen op de eerste van de maand na inschrijving en bij vertrek wordt per maand verrekend. Een \
                 maand is een twaalfde, en de maand van vertrek telt mee. Geen van beide zegt of het bedrag per jaar \
                 is; hier wel, als bij het instroombudget. Voor wie het is, staat alleen in 6.1.3.",
            ),
        )
        .when("ontvangende-school", &["andere-school", "eerste-reguliere-school"])
        .when("beide-scholen-in-samenwerkingsverband", &["ja"])
        .until(on_event("uitstroom")),
    )
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, costs, missing, problems};

    fn returned(school: &str) -> Case {
        Case::of("terugplaatsing")
            .field("ontvangende-school", school)
            .field("beide-scholen-in-samenwerkingsverband", "ja")
            .event("2025-02-03", "besluit-terugplaatsing", &[])
            .event("2025-02-17", "overleg-alle-partijen", &[])
            .event("2025-03-10", "inschrijving", &[])
    }

    #[test]
    fn a_new_school_receives_two_years_from_the_first_of_the_next_month() {
        let year = |from: &str, until: &str| {
            ("terugplaatsingsbudget".to_owned(), from.to_owned(), until.to_owned(), Some(8_000_00))
        };
        let followed = returned("andere-school").on("2025-03-10");
        assert_eq!(costs(&followed), [year("2025-04-01", "2026-03-31"), year("2026-04-01", "2027-03-31")]);
        assert_eq!(problems(&followed), [""; 0]);
    }

    #[test]
    fn a_pupil_who_leaves_is_settled_by_the_month() {
        let left = returned("eerste-reguliere-school").event("2025-06-12", "uitstroom", &[]);
        let expected = ("terugplaatsingsbudget".to_owned(), "2025-04-01".to_owned(), "2025-06-12".to_owned());
        let followed = left.on("2025-06-12");
        assert_eq!(costs(&followed), [(expected.0, expected.1, expected.2, Some(2_000_00))]);
        assert_eq!(followed.state, "uitgestroomd");
    }

    #[test]
    fn the_pupils_own_former_school_receives_nothing() {
        assert_eq!(costs(&returned("oorspronkelijke-school").on("2025-04-01")), []);
    }

    #[test]
    fn all_parties_meet_before_the_pupil_is_enrolled() {
        let decided = Case::of("terugplaatsing").event("2025-02-03", "besluit-terugplaatsing", &[]);
        assert_eq!(missing(&decided.on("2025-02-03")), ["overleg-alle-partijen"]);
        let enrolled = decided.event("2025-03-10", "inschrijving", &[]);
        assert_eq!(problems(&enrolled.on("2025-03-10")), ["overleg-alle-partijen"]);
    }
}
