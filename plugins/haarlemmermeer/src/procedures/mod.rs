//! What the short support plan and the report state of procedures: the
//! coordination point at an application, and the consultant in the process of
//! a TLV. Documents, experts, terms and objections are in the full plan, which
//! is not a source here.

mod toelaatbaarheidsverklaring;
mod zorgplicht;

use swv_plugin::procedure::{Breach, CheckInput, FieldKind, Procedure};
use swv_plugin::{Procedures, Provenance, Text};

use crate::{Haarlemmermeer, PLAN, REPORT};

impl Procedures for Haarlemmermeer {
    fn procedures() -> Vec<Procedure> {
        vec![zorgplicht::procedure(), toelaatbaarheidsverklaring::procedure()]
    }

    fn check(_case: &CheckInput) -> Vec<Breach> {
        Vec::new()
    }
}

/// What the short plan states in that part.
fn planned(part: &str) -> Provenance {
    swv_plugin::stated(PLAN, part)
}

/// What the report states in that part.
fn reported(part: &str) -> Provenance {
    swv_plugin::stated(REPORT, part)
}

/// What follows from that part of the short plan.
fn interpreted(part: &str, reasoning: &str) -> Provenance {
    swv_plugin::interpreted(PLAN, part, reasoning)
}

/// A field with one of these words.
fn one_of(words: &[&str]) -> FieldKind {
    FieldKind::OneOf(words.iter().map(|word| (*word).to_owned()).collect())
}

fn school() -> Text {
    Text::new("school", "school")
}

fn consulent() -> Text {
    Text::new("consulent passend onderwijs", "consultant of the samenwerkingsverband")
}

fn samenwerkingsverband() -> Text {
    Text::new("samenwerkingsverband", "samenwerkingsverband")
}

#[cfg(test)]
mod tests {
    use swv_plugin::Parameters;
    use swv_plugin::Region;
    use swv_plugin::calendar::KnownDays;
    use swv_plugin::procedure::{CaseFile, FollowedCase, Following, follow};

    use super::*;

    /// The day, the event, its fields.
    type Event<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

    fn case(procedure: &str, events: &[Event]) -> CaseFile {
        let none = CaseFile::made_up(procedure);
        events.iter().fold(none, |case, (on, name, fields)| case.event_with(on, name, fields))
    }

    fn stated(id: &str) -> Procedure {
        Haarlemmermeer::procedures().into_iter().find(|procedure| procedure.id == id).unwrap()
    }

    fn followed(case: &CaseFile, day: &str) -> FollowedCase {
        let swv = "PO2710".parse().unwrap();
        let (procedure, parameters, days) = (stated(&case.procedure), Parameters::default(), KnownDays::default());
        let as_of = day.parse().unwrap();
        follow(
            Following { procedure: &procedure, swv: &swv, parameters: &parameters, days: &days, as_of, others: &[] },
            case,
        )
    }

    fn problems(case: &FollowedCase) -> Vec<&str> {
        case.problems.iter().map(|problem| problem.rule.as_str()).collect()
    }

    #[test]
    fn every_procedure_fits_together() {
        for procedure in Haarlemmermeer::procedures() {
            assert_eq!(procedure.check(), Ok(()));
        }
    }

    #[test]
    fn every_cost_is_of_a_rule_and_a_parameter_of_the_region() {
        let about = Haarlemmermeer::ABOUT.describe();
        let costs: Vec<_> = Haarlemmermeer::procedures().into_iter().flat_map(|procedure| procedure.costs).collect();
        assert!(!costs.is_empty());
        for cost in costs {
            assert!(about.rules.iter().any(|rule| rule.id == cost.rule), "{}", cost.rule);
            assert!(about.parameters.iter().any(|reading| reading.name == cost.parameter), "{}", cost.parameter);
        }
    }

    #[test]
    fn a_tlv_is_tested_by_the_consultant_before_it_is_decided() {
        let untested = case(
            "toelaatbaarheidsverklaring",
            &[("2025-02-03", "aanvraag", &[]), ("2025-03-03", "besluit", &[("uitkomst", "positief")])],
        );
        assert_eq!(problems(&followed(&untested, "2025-03-03")), ["toetsing"]);
        let tested = case(
            "toelaatbaarheidsverklaring",
            &[
                ("2025-02-03", "aanvraag", &[]),
                ("2025-02-17", "toetsing", &[]),
                ("2025-03-03", "besluit", &[("uitkomst", "positief"), ("tlv-soort", "sbo")]),
            ],
        );
        let followed = followed(&tested, "2025-03-03");
        assert_eq!(problems(&followed), [""; 0]);
        assert_eq!(followed.state, "afgegeven");
        assert_eq!(followed.objections, []);
    }

    #[test]
    fn a_tariff_that_no_document_states_stays_unknown() {
        let issued = case(
            "toelaatbaarheidsverklaring",
            &[
                ("2025-02-03", "aanvraag", &[]),
                ("2025-02-17", "toetsing", &[]),
                (
                    "2025-03-03",
                    "besluit",
                    &[("uitkomst", "positief"), ("tlv-soort", "so-laag"), ("tlv-van", "2025-04-01")],
                ),
            ],
        );
        let followed = followed(&issued, "2025-03-03");
        assert_eq!(followed.costs.len(), 1);
        assert_eq!(followed.costs[0].amount_cents, None);
        assert_eq!(followed.costs[0].period.from.to_string(), "2025-04-01");
        assert!(followed.costs[0].missing[0].what.contains("tarief-tlv-so-categorie-1"), "{:?}", followed.costs);
    }

    #[test]
    fn the_coordination_point_helps_before_and_after_the_application() {
        let helped = case(
            "zorgplicht",
            &[
                ("2025-01-13", "aanmelding-coordinatiepunt", &[("vanuit", "kinderopvang")]),
                ("2025-01-20", "ondersteuning-coordinatiepunt", &[("vorm", "advies")]),
                ("2025-02-03", "aanmelding", &[]),
                ("2025-02-10", "duiding-expertiseplatform", &[]),
            ],
        );
        let followed = followed(&helped, "2025-02-10");
        assert_eq!(problems(&followed), [""; 0]);
        assert_eq!(followed.state, "aangemeld");
        assert_eq!(followed.deadlines, []);
    }
}
