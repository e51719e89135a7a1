//! The allocation model of annex VIII: what remains after transfers,
//! organisation and statutory tasks goes to programmes, and from them to
//! schools; beside it the budgets for a pupil (annex XII) and the growth
//! clause (annex IX).
//!
//! No rule hands out the budget lines of which the plan says neither who
//! receives them nor how: in PO Nt2-maatjes, Oranjehuis, Dubbelbijzonder, both
//! incentive budgets, the arrangement budget of SO and programmes 4 and 5; in
//! VO the project for pupils at home, Playing for Success, project costs, Next
//! level and programme 2. They are the partnership's own staff, projects with
//! other parties, or names without an explanation.

pub(crate) mod algemene_arrangementsmiddelen;
pub(crate) mod almeerkans;
pub(crate) mod groeiregeling;
mod langste_duur;
pub(crate) mod leerwegarrangement;
pub(crate) mod maatwerkbudget;
pub(crate) mod ondersteuningsstructuur_vmbo;
pub(crate) mod opdc;
pub(crate) mod overbruggingsbudget;
pub(crate) mod overdracht_aan_genoemde;
pub(crate) mod praktijkonderwijs;
pub(crate) mod sbo_plus;
pub(crate) mod specifieke_arrangementsmiddelen;

use swv_plugin::{Allocate, Allocation, AllocationInput, Divided, Failure, RecipientKind, SchoolKind};

use crate::Almere;

impl Allocate for Almere {
    fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
        let rules = [
            algemene_arrangementsmiddelen::allocate,
            specifieke_arrangementsmiddelen::allocate,
            sbo_plus::allocate,
            overdracht_aan_genoemde::allocate,
            leerwegarrangement::allocate,
            praktijkonderwijs::allocate,
            ondersteuningsstructuur_vmbo::allocate,
            opdc::allocate,
            almeerkans::allocate,
            maatwerkbudget::allocate,
            overbruggingsbudget::allocate,
            groeiregeling::allocate,
        ];
        let mut allocation = Allocation::default();
        for rule in rules {
            rule(&mut allocation, input)?;
        }
        Ok(allocation)
    }
}

fn is_sbo(kind: RecipientKind) -> bool {
    kind == RecipientKind::School(SchoolKind::Sbo)
}

fn is_so(kind: RecipientKind) -> bool {
    matches!(kind, RecipientKind::School(SchoolKind::So | SchoolKind::SoVso))
}

fn is_opdc(kind: RecipientKind) -> bool {
    kind == RecipientKind::School(SchoolKind::Opdc)
}

/// Lines of the budget that go whole to a facility of the partnership.
fn to_facility(
    allocation: &mut Allocation,
    input: &AllocationInput,
    rule: &str,
    pupils: &str,
    lines: &[&str],
) -> Result<(), Failure> {
    for line in lines {
        let amount = input.budget.money(line, input.year)?;
        Divided::new(rule, pupils, amount).to(is_opdc).in_proportion(allocation, input)?;
    }
    Ok(())
}
