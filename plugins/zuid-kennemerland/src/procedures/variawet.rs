//! Tailored teaching time for a pupil who cannot come to school all hours by a
//! mental or medical condition.

use swv_plugin::procedure::{Procedure, Requirement, Step};
use swv_plugin::{Sector, Text};

use super::{basisschool, one_of, stated};

const PART: &str = "6.1.3, variawet";

pub(super) fn procedure() -> Procedure {
    let competent = Text::new("bevoegd gezag van de school", "competent authority of the school");
    let inspectorate = Text::new("Onderwijsinspectie", "Inspectorate of Education");
    let decide = |id: &str, outcome: &str, title, to: &str| {
        Step::new("besluit", title, &inspectorate, stated(PART))
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["gevraagd"], to)
    };
    Procedure::new("variawet", ("maatwerk in onderwijstijd", "tailored teaching time"), &[Sector::Po], stated(PART))
        .state("overwogen", ("afwijking van de onderwijstijd overwogen", "a deviation of teaching time is considered"))
        .deciding_state("gevraagd", ("instemming gevraagd", "consent asked"), &inspectorate)
        .closed_state(
            "ingestemd",
            ("de leerling volgt een aangepast programma", "the pupil follows an adapted programme"),
        )
        .closed_state("niet-ingestemd", ("geen instemming", "no consent"))
        .closed_state("volledig", ("weer het volledige aantal uren op school", "at school all hours again"))
        .field(
            "beperking",
            ("waardoor de leerling niet alle uren naar school kan", "why the pupil cannot come to school all hours"),
            one_of(&["psychisch", "medisch", "andere"]),
        )
        .event_field("document", "soort", ("welk stuk", "which document"), one_of(&["ontwikkelingsperspectief"]))
        .event_field("besluit", "uitkomst", ("de uitkomst", "the outcome"), one_of(&["positief", "negatief"]))
        .step(
            Step::new(
                "document",
                ("een actueel OPP in het leerlingdossier opnemen", "put a current development plan in the file"),
                &basisschool(),
                stated(PART),
            )
            .within(&["overwogen"]),
        )
        .step(
            Step::new(
                "aanvraag",
                (
                    "in het Internet Schooldossier instemming vragen en het OPP verklaren",
                    "ask consent in the Internet Schooldossier and declare the development plan",
                ),
                &competent,
                stated(PART),
            )
            .when("beperking", &["psychisch", "medisch"])
            .moves(&["overwogen"], "gevraagd"),
        )
        .step(decide("instemming", "positief", ("instemmen", "consent"), "ingestemd"))
        .step(decide("geen-instemming", "negatief", ("niet instemmen", "not consent"), "niet-ingestemd"))
        .step(
            Step::new(
                "volledige-onderwijstijd",
                ("terugkeren naar het volledige aantal uren", "return to all hours"),
                &basisschool(),
                stated(PART),
            )
            .moves(&["ingestemd"], "volledig"),
        )
        .requirement(
            Requirement::document(
                "ontwikkelingsperspectief",
                (
                    "actueel OPP, met de ondersteuning en de weg terug naar alle uren",
                    "current development plan, with the support and the way back to all hours",
                ),
                &basisschool(),
                stated(PART),
            )
            .asked(&["overwogen"], &["aanvraag"]),
        )
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, missing, problems};

    #[test]
    fn the_inspectorate_is_asked_with_a_current_development_plan() {
        let case = Case::of("variawet").field("beperking", "medisch");
        assert_eq!(missing(&case.on("2025-02-03")), ["ontwikkelingsperspectief"]);
        let without = case.clone().event("2025-02-03", "aanvraag", &[]);
        assert_eq!(problems(&without.on("2025-02-03")), ["ontwikkelingsperspectief"]);
        let with = case.event("2025-02-03", "document", &[("soort", "ontwikkelingsperspectief")]).event(
            "2025-02-03",
            "aanvraag",
            &[],
        );
        let followed = with.on("2025-02-03");
        assert_eq!(problems(&followed), [""; 0]);
        assert_eq!(followed.decides.unwrap().nl, "Onderwijsinspectie");
    }

    #[test]
    fn only_a_mental_or_medical_condition_is_a_ground() {
        let other = Case::of("variawet").field("beperking", "andere").event("2025-02-03", "aanvraag", &[]);
        assert_eq!(problems(&other.on("2025-02-03")), ["veld-ontbreekt"]);
    }
}
