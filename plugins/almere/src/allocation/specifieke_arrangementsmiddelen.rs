//! Specific arrangement funds: what the budget reserves for an arrangement,
//! as one amount per group for the schools that carry it out.

use swv_plugin::{AboutRule, Allocation, AllocationInput, Divided, Failure, RecipientKind, SchoolKind, Sector};

use super::{is_opdc, is_sbo, is_so};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "specifieke-arrangementsmiddelen",
    title: ("specifieke arrangementsmiddelen per groep", "specific arrangement funds per group"),
    source: (
        PLAN,
        "bijlage X, de arrangementsmiddelen; bijlage VII, programma 1, 2 en 3; overzicht stedelijke arrangementen PO; bijlage V",
    ),
    interpreted: Some(
        "Het plan zegt dat scholen specifieke middelen krijgen om een onderwijsarrangement uit te voeren, beschrijft de \
         arrangementen als groepen en begroot per arrangement een bedrag. Een bedrag per groep noemt het niet: het is hier \
         de begrotingsregel gedeeld door de groepen, naar beneden afgerond op hele centen; de rest blijft over.",
    ),
    ..AboutRule::STATED
};

type Arrangement = (&'static str, &'static str, fn(RecipientKind) -> bool);

/// The budget line, the groups that it pays, and the schools that have them.
const PO: [Arrangement; 10] = [
    ("neo-onderwijs", "groepen-neo", is_bao),
    ("gis-groepen", "groepen-gis", is_bao),
    ("kleutergroepen", "groepen-kleuters", is_sbo),
    ("bombardon-structuurgroepen", "groepen-structuur-sbo", is_sbo),
    ("bombardon-triangel", "groepen-triangel", is_sbo),
    ("bombardon-tamboerijn", "groepen-tamboerijn", is_sbo),
    ("watertuin-praktijkgroepen", "groepen-praktijk", is_sbo),
    ("wonderboom", "groepen-wonderboom", is_sbo),
    // The line stands with SBO; annex IV has the class in the OPDC.
    ("schakelklassen", "groepen-schakelklas", |kind| is_sbo(kind) || is_opdc(kind)),
    ("structuurgroepen-olivijn", "groepen-structuur-so", is_so),
];
const VO: [Arrangement; 4] = [
    ("ovc-autismearrangement-havo-vwo", "groepen-autisme-havo-vwo", is_vo),
    ("park-lyceum-autismearrangement-mavo", "groepen-autisme-mavo", is_vo),
    ("ovc-arrangement-structuurklas-havo-vwo", "groepen-structuur-havo-vwo", is_vo),
    ("trinitas-arrangement-begaafde-leerlingen", "groepen-begaafd", is_vo),
];

fn is_bao(kind: RecipientKind) -> bool {
    kind == RecipientKind::School(SchoolKind::Bao)
}

fn is_vo(kind: RecipientKind) -> bool {
    kind == RecipientKind::School(SchoolKind::Vo)
}

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let arrangements: &[Arrangement] = match input.sector {
        Sector::Po => &PO,
        Sector::Vo => &VO,
    };
    for (line, groups, to) in arrangements {
        let amount = input.budget.money(line, input.year)?;
        Divided::new(RULE.id, groups, amount).to(*to).per_quantity(allocation, input)?;
    }
    Ok(())
}
