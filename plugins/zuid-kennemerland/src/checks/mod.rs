//! What no table can say of the procedures of chapters 5 to 8: a rule a file,
//! named as in the procedure that names it.

pub(crate) mod bandbreedte;
pub(crate) mod deskundige_betrokken;
pub(crate) mod deskundigen_verschillend;
pub(crate) mod eerste_deskundige;
pub(crate) mod gezamenlijke_oplossing_altijd_tlv;
pub(crate) mod groei_groter;
pub(crate) mod instemming_ouders;
pub(crate) mod leden_verschillend;
pub(crate) mod lid_niet_van_bestuur_met_zorgplicht;
pub(crate) mod loting_vanaf_2024_25;
pub(crate) mod lwoo_en_pro_vanaf_1_januari;
pub(crate) mod maand_van_overzicht;
pub(crate) mod maand_van_uitbetaling;
pub(crate) mod mdo_o_tussen_november_en_februari;
pub(crate) mod mdo_voltallig;
pub(crate) mod opp_vanaf_groep_7;
pub(crate) mod particuliere_school;
pub(crate) mod tlv_sbo_voor_ikc;
pub(crate) mod tlv_tijdens_plaatsing;
pub(crate) mod tweede_deskundige_andere_functie;
pub(crate) mod tweede_deskundige_functie;
pub(crate) mod tweede_deskundige_onafhankelijk;
pub(crate) mod unaniem_advies;
pub(crate) mod vanaf_groep_5;
pub(crate) mod vrijgesteld_geen_tlv;
pub(crate) mod zml_altijd_categorie_1;

use swv_plugin::procedure::{CheckEvent, CheckInput};

/// The functions of the first expert, of SO or IKC.
const FIRST: [&str; 2] = ["orthopedagoog", "psycholoog"];

/// The place among the advices of the first expert's.
fn first_expert(case: &CheckInput) -> Option<usize> {
    case.events_of("advies")
        .position(|(_, advice)| advice.word("functie").is_some_and(|function| FIRST.contains(&function)))
}

/// The advices but that of the first expert.
fn second_experts(case: &CheckInput) -> impl Iterator<Item = (usize, &CheckEvent)> {
    let first = first_expert(case);
    case.events_of("advies").enumerate().filter(move |(nth, _)| Some(*nth) != first).map(|(_, advice)| advice)
}

/// The events of that name of which an earlier one has the same value in the
/// field.
fn repeated<'a>(case: &'a CheckInput, event: &'a str, field: &'a str) -> impl Iterator<Item = usize> + 'a {
    let again = move |at: usize, value: &str| {
        case.events_of(event).any(|(earlier, event)| earlier < at && event.word(field) == Some(value))
    };
    case.events_of(event)
        .filter(move |(at, event)| event.word(field).is_some_and(|value| again(*at, value)))
        .map(|(at, _)| at)
}
