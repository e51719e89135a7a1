//! The procedures of chapters 6 to 8: from contact with a school to a place
//! that fits, and back. One procedure, one file; what a table cannot say
//! stands in a check beside it.

mod eensluidend_advies;
mod geschil;
mod overstap_basisschool;
mod symbiose;
mod terugplaatsing;
#[cfg(test)]
mod testing;
mod tlv_op_basisschool;
mod toelaatbaarheidsverklaring;
mod twee_jaar_zorgplichtig;
mod variawet;
mod voorschoolse_tlv;
mod zorgplicht;

use swv_plugin::procedure::{Breach, CheckInput, FieldKind, Procedure};
use swv_plugin::{Procedures, Provenance, Text};

use crate::{PLAN, ZuidKennemerland};

/// The kinds of mediation between parents and school.
const MEDIATION: [&str; 4] = ["gespreksbemiddeling", "interne-mediator", "externe-mediator", "onderwijsconsulenten"];

impl Procedures for ZuidKennemerland {
    fn procedures() -> Vec<Procedure> {
        vec![
            zorgplicht::procedure(),
            toelaatbaarheidsverklaring::procedure(),
            voorschoolse_tlv::procedure(),
            terugplaatsing::procedure(),
            overstap_basisschool::procedure(),
            tlv_op_basisschool::procedure(),
            symbiose::procedure(),
            variawet::procedure(),
            geschil::procedure(),
        ]
    }

    fn check(case: &CheckInput) -> Vec<Breach> {
        match case.procedure.as_str() {
            zorgplicht::ID => zorgplicht::check(case),
            toelaatbaarheidsverklaring::ID => toelaatbaarheidsverklaring::check(case),
            overstap_basisschool::ID => twee_jaar_zorgplichtig::check(case),
            tlv_op_basisschool::ID => eensluidend_advies::check(case),
            _ => Vec::new(),
        }
    }
}

/// What the plan states in that section.
fn stated(section: &str) -> Provenance {
    swv_plugin::stated(PLAN, section)
}

/// What follows from that section of the plan.
fn interpreted(section: &str, reasoning: &str) -> Provenance {
    swv_plugin::interpreted(PLAN, section, reasoning)
}

/// A field with one of these words.
fn one_of(words: &[&str]) -> FieldKind {
    FieldKind::OneOf(words.iter().map(|word| (*word).to_owned()).collect())
}

/// What breaks a rule that this section of the plan states.
fn breach(rule: &str, event: usize, message: (&str, &str), section: &str) -> Breach {
    Breach {
        rule: rule.to_owned(),
        event: Some(event),
        message: Text::new(message.0, message.1),
        provenance: stated(section),
    }
}

fn ouders() -> Text {
    Text::new("ouders", "parents")
}

fn basisschool() -> Text {
    Text::new("basisschool", "primary school")
}

fn ontvangende_basisschool() -> Text {
    Text::new("ontvangende basisschool", "receiving primary school")
}

fn so_of_ikc() -> Text {
    Text::new("SO of IKC Zuid-Kennemerland", "SO or IKC Zuid-Kennemerland")
}

fn triade() -> Text {
    Text::new("ouders, basisschool en SO of IKC samen", "parents, primary school and SO or IKC together")
}

fn samenwerkingsverband() -> Text {
    Text::new("samenwerkingsverband", "samenwerkingsverband")
}

fn directeur_bestuurder() -> Text {
    Text::new("directeur-bestuurder van het samenwerkingsverband", "director of the samenwerkingsverband")
}

fn schoolbestuur() -> Text {
    Text::new("schoolbestuur", "school board")
}

#[cfg(test)]
mod tests {
    use swv_plugin::Region;

    use super::*;

    #[test]
    fn every_procedure_fits_together() {
        for procedure in ZuidKennemerland::procedures() {
            assert_eq!(procedure.check(), Ok(()));
        }
    }

    #[test]
    fn every_cost_is_of_a_rule_and_a_parameter_of_the_region() {
        let about = ZuidKennemerland::ABOUT.describe();
        let costs: Vec<_> = ZuidKennemerland::procedures().into_iter().flat_map(|procedure| procedure.costs).collect();
        assert!(!costs.is_empty());
        for cost in costs {
            assert!(about.rules.iter().any(|rule| rule.id == cost.rule), "{}", cost.rule);
            assert!(about.parameters.iter().any(|reading| reading.name == cost.parameter), "{}", cost.parameter);
        }
    }
}
