//! What follows a TLV from before school: special education at once, or a
//! primary school with an entry budget and a free way out.

use swv_plugin::procedure::{Cost, FieldKind, Payment, Procedure, Step, on_event};
use swv_plugin::{Sector, Text, years};

use super::{basisschool, interpreted, one_of, ontvangende_basisschool, samenwerkingsverband, so_of_ikc, stated};
use crate::allocation::{inkoop_plaatsing, instroombudget, vrijgestelde_plaatsing};

const PART: &str = "6.1.3, toelaatbaarheidsverklaring D";
const PAYING: &str = "6.1.3, toelaatbaarheidsverklaring D; 8.1.5";

const AFGEGEVEN: &str = "tlv-afgegeven";
const OP_BASISSCHOOL: &str = "op-basisschool";
const GESPECIALISEERD: &str = "gespecialiseerd";

pub(super) fn procedure() -> Procedure {
    let title = ("instroom met een voorschoolse TLV", "entry with a TLV from before school");
    let parents = Text::new("ouders en jeugdhulpinstelling", "parents and institution of youth care");
    let enrol = |id: &str, kind: &str, title, actor: &Text, to: &str| {
        Step::new("inschrijving", title, actor, stated(PART))
            .named(id)
            .when("schoolsoort", &[kind])
            .moves(&[AFGEGEVEN], to)
    };
    let procedure = Procedure::new("voorschoolse-tlv", title, &[Sector::Po], stated(PART))
        .state(AFGEGEVEN, ("voorschoolse TLV afgegeven, nog geen school", "pre-school TLV issued, no school yet"))
        .closed_state(OP_BASISSCHOOL, ("op een basisschool", "at a primary school"))
        .closed_state(GESPECIALISEERD, ("op het gespecialiseerd onderwijs", "in special education"))
        .closed_state("uitgestroomd", ("weg bij de basisschool", "left the primary school"))
        .closed_state("naar-terugplaatsing", ("verder als terugplaatsing", "goes on as a return"))
        .field(
            "begeleiding-gewenst-en-afgestemd",
            (
                "de school wil het budget en heeft dat met de ouders afgestemd",
                "the school wants the budget and has agreed that with the parents",
            ),
            FieldKind::YesNo,
        )
        .event_field(
            "inschrijving",
            "schoolsoort",
            ("wat voor school", "what kind of school"),
            one_of(&["basisschool", "gespecialiseerd"]),
        )
        .step(
            Step::new(
                "school-zoeken",
                ("een school naar keuze zoeken", "look for a school of choice"),
                &parents,
                stated(PART),
            )
            .within(&[AFGEGEVEN]),
        )
        .step(enrol(
            "inschrijving-basisschool",
            "basisschool",
            ("inschrijven op een basisschool", "enrol at a primary school"),
            &ontvangende_basisschool(),
            OP_BASISSCHOOL,
        ))
        .step(enrol(
            "inschrijving-gespecialiseerd",
            "gespecialiseerd",
            ("inschrijven op SO of IKC", "enrol at SO or IKC"),
            &so_of_ikc(),
            GESPECIALISEERD,
        ))
        .step(
            Step::new(
                "overstap-gespecialiseerd",
                (
                    "met dezelfde TLV naar het gespecialiseerd onderwijs gaan",
                    "go to special education with the same TLV",
                ),
                &so_of_ikc(),
                stated(PART),
            )
            .moves(&[OP_BASISSCHOOL], GESPECIALISEERD),
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
        .step(
            Step::new(
                "doorstroom-basisschool",
                ("doorstromen naar een reguliere basisschool", "go on to a regular primary school"),
                &so_of_ikc(),
                stated(PART),
            )
            .moves(&[GESPECIALISEERD], "naar-terugplaatsing"),
        );
    money(procedure)
}

fn money(procedure: Procedure) -> Procedure {
    let later = |rule: &str, what, payer: &Text, payee: &Text, reasoning| {
        Cost::new(
            rule,
            what,
            (payer, payee),
            ("inhouding-per-plaatsing", Payment::Yearly),
            on_event("overstap-gespecialiseerd"),
            interpreted("6.1.3, toelaatbaarheidsverklaring D; 8.1.2", reasoning),
        )
    };
    procedure
        .cost(
            Cost::new(
                instroombudget::RULE.id,
                ("instroombudget", "entry budget"),
                (&samenwerkingsverband(), &ontvangende_basisschool()),
                ("instroom-en-terugplaatsingsbudget", Payment::YearlyFromNextMonth(years(2))),
                on_event("inschrijving").when("schoolsoort", &["basisschool"]),
                interpreted(
                    PAYING,
                    "6.1.3 zegt 8.000 euro per jaar, twee jaar vanaf de start; 8.1.5 laat de twee jaar \
                     beginnen op de eerste van de maand na inschrijving en verrekent per maand bij vertrek. \
                     Een maand is een twaalfde, en de maand van vertrek telt mee.",
                ),
            )
            .when("begeleiding-gewenst-en-afgestemd", &["ja"])
            .until(on_event("uitstroom"))
            .until(on_event("overstap-gespecialiseerd")),
        )
        .cost(later(
            inkoop_plaatsing::RULE.id,
            ("inhouding voor de plaats", "deduction for the place"),
            &basisschool(),
            &samenwerkingsverband(),
            "De verdeling houdt elke plaatsing in en maakt dat voor deze leerling ongedaan.",
        ))
        .cost(later(
            vrijgestelde_plaatsing::RULE.id,
            ("plaats voor rekening van het samenwerkingsverband", "place for the account of the samenwerkingsverband"),
            &samenwerkingsverband(),
            &basisschool(),
            "De overstap met een voorschoolse TLV kost de basisschool niets; de inhouding wordt \
             ongedaan gemaakt.",
        ))
}

#[cfg(test)]
mod tests {
    use crate::procedures::testing::{Case, costs, missing};

    fn enrolled() -> Case {
        Case::of("voorschoolse-tlv").event("2024-08-26", "inschrijving", &[("schoolsoort", "basisschool")])
    }

    fn agreed() -> Case {
        enrolled().field("begeleiding-gewenst-en-afgestemd", "ja")
    }

    #[test]
    fn a_primary_school_receives_two_years_from_the_first_of_the_next_month() {
        let year = |from: &str, until: &str| ("instroombudget".into(), from.into(), until.into(), Some(8_000_00));
        let expected = [year("2024-09-01", "2025-08-31"), year("2025-09-01", "2026-08-31")];
        assert_eq!(costs(&agreed().on("2024-08-26")), expected);
    }

    #[test]
    fn without_agreement_with_the_parents_nothing_follows() {
        assert_eq!(missing(&enrolled().on("2024-08-26")), ["begeleiding-gewenst-en-afgestemd"]);
        assert_eq!(costs(&enrolled().field("begeleiding-gewenst-en-afgestemd", "nee").on("2024-08-26")), []);
    }

    #[test]
    fn a_later_move_to_special_education_costs_the_school_nothing() {
        let moved = agreed().event("2025-03-10", "overstap-gespecialiseerd", &[]);
        let cost = |rule: &str, from: &str, until: &str, cents| (rule.into(), from.into(), until.into(), Some(cents));
        let expected = [
            cost("instroombudget", "2024-09-01", "2025-03-10", 4_666_66),
            cost("inkoop-plaatsing", "2025-03-10", "", 6_635_00),
            cost("vrijgestelde-plaatsing", "2025-03-10", "", 6_635_00),
        ];
        let followed = moved.on("2025-03-10");
        assert_eq!(costs(&followed), expected);
        assert_eq!(followed.costs[1].payer, followed.costs[2].payee);
        assert_eq!(followed.state, "gespecialiseerd");
    }

    #[test]
    fn a_pupil_who_starts_in_special_education_brings_no_entry_budget() {
        let case = Case::of("voorschoolse-tlv").field("begeleiding-gewenst-en-afgestemd", "ja");
        let started = case.event("2024-08-26", "inschrijving", &[("schoolsoort", "gespecialiseerd")]);
        assert_eq!(costs(&started.on("2024-08-26")), []);
    }
}
