//! Renewal of a TLV that ends.

use swv_plugin::procedure::{FieldKind, Procedure, Provided, Requirement, Step, on_event};
use swv_plugin::{Sector, Text};

use super::advies::advies;
use super::{bestuurder, consulent, deskundigen, documenten, interpreted, stated, toelaatbaarheidsverklaring};

pub(super) const ID: &str = "verlenging-toelaatbaarheidsverklaring";

const PART: &str = "2, verlenging van de TLV";

pub(super) fn procedure() -> Procedure {
    let school =
        Text::new("stedelijke voorziening, in afstemming met de ouders", "special school, together with the parents");
    let decided = interpreted(
        PART,
        "Het plan zegt dat de aanvraag opnieuw wordt beoordeeld en niet wie beslist; dat is \
                 wie over de eerste TLV beslist.",
    );
    let decide = |id: &str, outcome: &str, title, to: &str| {
        Step::new("besluit", title, &bestuurder(), decided.clone())
            .named(id)
            .when("uitkomst", &[outcome])
            .moves(&["in-beoordeling"], to)
    };
    let consider = |id: &str, outcome: &str, title, to: &str| {
        Step::new("afweging", title, &school, stated(PART))
            .named(id)
            .when("lichtere-school-past", &[outcome])
            .moves(&["tlv-loopt-af"], to)
    };
    let procedure = Procedure::new(ID, ("verlenging TLV", "renewal of a TLV"), &[Sector::Po, Sector::Vo], stated(PART))
        .state("tlv-loopt-af", ("de TLV loopt af", "the TLV ends"))
        .state("verlenging-nodig", ("verlenging is nodig", "renewal is needed"))
        .deciding_state("in-beoordeling", ("in beoordeling", "under assessment"), &bestuurder())
        .closed_state("verlengd", ("verlengd", "renewed"))
        .closed_state("niet-verlengd", ("niet verlengd", "not renewed"))
        .closed_state("overstap", ("overstap naar een lichtere vorm", "transfer to a lighter form"))
        .event_field(
            "afweging",
            "lichtere-school-past",
            ("een school met lichtere ondersteuning past", "a school with lighter support fits"),
            FieldKind::YesNo,
        )
        .step(
            Step::new(
                "consultatie",
                ("de inhoudelijke overwegingen bespreken", "discuss the considerations"),
                &consulent(),
                stated(PART),
            )
            .within(&["tlv-loopt-af"]),
        )
        .step(consider(
            "lichtere-school",
            "ja",
            ("kiezen voor een lichtere vorm van onderwijs", "choose a lighter form of education"),
            "overstap",
        ))
        .step(consider(
            "verlenging-nodig",
            "nee",
            ("besluiten verlenging aan te vragen", "decide to apply for renewal"),
            "verlenging-nodig",
        ))
        .step(
            Step::new(
                "aanvraag",
                ("verlenging aanvragen in Indigo", "apply for renewal in Indigo"),
                &school,
                stated(PART),
            )
            .moves(&["verlenging-nodig"], "in-beoordeling"),
        )
        .step(decide("verlenging", "positief", ("de TLV verlengen", "renew the TLV"), "verlengd"))
        .step(decide("geen-verlenging", "negatief", ("de TLV niet verlengen", "not renew the TLV"), "niet-verlengd"))
        .requirement(
            Requirement::new(
                "consultatie",
                ("overleg met de consulent over de overwegingen", "talk with the consultant about the considerations"),
                Provided { by: &school, event: on_event("consultatie") },
                stated(PART),
            )
            .asked(&["tlv-loopt-af"], &["lichtere-school", "verlenging-nodig"]),
        )
        .requirement(
            Requirement::new(
                "adviezen",
                ("advies van een onafhankelijke deskundige", "advice of an independent expert"),
                Provided { by: &deskundigen(), event: on_event("advies") },
                stated(PART),
            )
            .times(2)
            .asked(&["in-beoordeling"], &["verlenging", "geen-verlenging"]),
        );
    let procedure = advies(procedure, &["in-beoordeling"], stated(PART));
    let procedure = toelaatbaarheidsverklaring::issued(procedure, &["verlengd", "niet-verlengd"], PART);
    let procedure = documenten::completion(procedure, &["in-beoordeling"]);
    documenten::add(procedure, &["verlenging-nodig"], &["aanvraag"], true)
}
