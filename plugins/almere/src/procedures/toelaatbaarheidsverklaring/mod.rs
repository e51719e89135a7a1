//! The application for a TLV: from the consultation at school to the decision,
//! its objection and its archive.

mod aanvraag;
mod beoordeling;
mod besluit;
mod deskundigen;
mod duur;
mod voorbereiding;

use swv_plugin::Sector;
use swv_plugin::procedure::{Breach, CheckInput, Procedure, Tie};

use super::{bestuurder, criteria, documenten, interpreted, secretariaat, stated};

pub(super) use besluit::issued;
pub(super) use deskundigen::check as check_experts;

pub(super) const ID: &str = "toelaatbaarheidsverklaring";

const STEPS: &str = "2, stappenplan aanvraag TLV";

const VOORBEREIDING: &str = "voorbereiding";
const AANGEVRAAGD: &str = "aangevraagd";
const AANVULLING: &str = "aanvulling-gevraagd";
const BEOORDELING: &str = "in-beoordeling";
const VOORNEMEN: &str = "voornemen-afwijzing";
const HEROVERWEGING: &str = "heroverweging";
const AFGEGEVEN: &str = "afgegeven";
const AFGEWEZEN: &str = "afgewezen";

pub(super) fn procedure() -> Procedure {
    let procedure =
        Procedure::new(ID, ("aanvraag TLV", "application for a TLV"), &[Sector::Po, Sector::Vo], stated("2"))
            .decided_by(
                &[Tie::School],
                interpreted(
                    aanvraag::PART,
                    "De school waar de leerling is ingeschreven of aangemeld vraagt aan, en doet dat bij het eigen \
             samenwerkingsverband.",
                ),
            )
            .state(VOORBEREIDING, ("voorbereiding op school", "preparation at school"))
            .deciding_state(
                AANGEVRAAGD,
                ("aangevraagd, dossier wordt gecontroleerd", "applied for, file is checked"),
                &secretariaat(),
            )
            .state(AANVULLING, ("aanvulling van het dossier gevraagd", "completion of the file asked"))
            .deciding_state(BEOORDELING, ("in beoordeling", "under assessment"), &bestuurder())
            .state(VOORNEMEN, ("voornemen tot afwijzing", "intention to refuse"))
            .deciding_state(HEROVERWEGING, ("heroverweging na gesprek", "reconsideration after a talk"), &bestuurder())
            .closed_state(AFGEGEVEN, ("TLV afgegeven", "TLV issued"))
            .closed_state(AFGEWEZEN, ("TLV geweigerd", "TLV refused"));
    let procedure = beoordeling::add(aanvraag::add(voorbereiding::add(procedure)));
    let procedure = documenten::add(procedure, &[VOORBEREIDING, AANGEVRAAGD, AANVULLING], &["dossier-compleet"], true);
    criteria::add(besluit::add(procedure))
}

/// What an application breaks of the rules that its tables cannot say.
pub(super) fn check(case: &CheckInput) -> Vec<Breach> {
    [deskundigen::check(case), duur::check(case)].concat()
}
