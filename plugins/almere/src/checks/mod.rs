//! What no table can say of the procedures: a rule a file, named as in the
//! procedure that names it.

pub(crate) mod arrangement_duur;
pub(crate) mod arrangement_leeftijd_en_groep;
pub(crate) mod betaling_in_nieuw_kalenderjaar;
pub(crate) mod deskundige_functie;
pub(crate) mod deskundige_onafhankelijk;
pub(crate) mod deskundige_orthopedagoog_of_psycholoog;
pub(crate) mod deskundigen_verschillend;
pub(crate) mod duur_tlv;
pub(crate) mod hamerstuk_alleen_bij_overeenstemming;
pub(crate) mod overbrugging_na_de_tlv;
pub(crate) mod overbrugging_tot_de_start;
pub(crate) mod overleg_alleen_bij_bespreekdossier;
pub(crate) mod start_pas_volgend_schooljaar;
pub(crate) mod tweede_deskundige_functie;
pub(crate) mod verlenging_een_jaar;

use swv_plugin::procedure::CheckInput;

/// The functions of a first expert.
const FIRST: [&str; 2] = ["orthopedagoog", "psycholoog"];

/// The functions of a second expert.
const SECOND: [&str; 5] =
    ["kinder-en-jeugdpsycholoog", "pedagoog", "kinderpsychiater", "maatschappelijk-werker", "arts"];

/// The last of two advices or more of which none is of these functions; none
/// as long as a function is not known.
fn none_of(functions: &[&str], case: &CheckInput) -> Option<usize> {
    let known: Option<Vec<_>> = case.events_of("advies").map(|(_, advice)| advice.word("functie")).collect();
    let known = known.filter(|known| known.len() >= 2)?;
    let (last, _) = case.events_of("advies").last()?;
    (!known.iter().any(|function| functions.contains(function))).then_some(last)
}
