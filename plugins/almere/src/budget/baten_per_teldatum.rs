//! Income by count date (annex VIII): light and heavy support are an amount
//! per pupil of the count that pays the year. In VO a vavo pupil counts half.

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure, Rate, Rounding, Sector, Year};

use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "baten-per-teldatum",
    title: ("baten naar het aantal leerlingen op de teldatum", "income by the pupils on the count date"),
    source: (PLAN, "bijlage VIII; bijlage VII"),
    interpreted: Some(
        "Het plan noemt welke leerlingen tellen en niet hoeveel er zijn of welk bedrag per leerling geldt; het begroot de \
         uitkomst. Die geldt, tenzij de gebruiker het bedrag per leerling opgeeft: dan volgt de regel uit de opgegeven \
         aantallen, op hele centen afgerond. Baten voor lwoo en praktijkonderwijs, met een aandeel van 2012, en voor \
         schoolmaatschappelijk werk, naar achterstandsscores, hebben in het plan geen formule en blijven zoals begroot.",
    ),
    ..AboutRule::STATED
};

/// The share of a vavo pupil in the count, which the plan states once.
pub(crate) const VAVO_WEIGHT: &str = "weging-vavo-leerling";

/// Light support. PO: pupils in primary schools; VO: all pupils, and those in
/// vavo for their weight.
pub(super) fn light(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let year = sheet.column(column).year;
    match sheet.input().sector {
        Sector::Po => {
            let pupils = pupils(sheet, "leerlingen-basisonderwijs-op-teldatum", year)?;
            income(sheet, year, "lichte-ondersteuning-per-leerling-primair-onderwijs", pupils)
        }
        Sector::Vo => {
            income(sheet, year, "lichte-ondersteuning-per-leerling-voortgezet-onderwijs", pupils_vo(sheet, year)?)
        }
    }
}

/// Heavy support. PO: pupils in primary schools and SBO; VO: the same pupils
/// as for light support.
pub(super) fn heavy(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let year = sheet.column(column).year;
    match sheet.input().sector {
        Sector::Po => {
            let regular = pupils(sheet, "leerlingen-basisonderwijs-op-teldatum", year)?;
            let sbo = pupils(sheet, "leerlingen-speciaal-basisonderwijs-op-teldatum", year)?;
            income(sheet, year, "zware-ondersteuning-per-leerling-primair-onderwijs", regular.checked_add(sbo)?)
        }
        Sector::Vo => {
            income(sheet, year, "zware-ondersteuning-per-leerling-voortgezet-onderwijs", pupils_vo(sheet, year)?)
        }
    }
}

fn pupils_vo(sheet: &BudgetSheet<'_>, year: Year) -> Result<Rate, Failure> {
    let facts = &sheet.input().facts;
    let stated = facts.years(VAVO_WEIGHT).into_iter().filter(|stated| *stated <= year).max();
    let weight = facts.rate(VAVO_WEIGHT, stated.unwrap_or(year))?;
    let vavo = pupils(sheet, "leerlingen-vavo-op-teldatum", year)?.checked_mul(weight)?;
    Ok(pupils(sheet, "leerlingen-voortgezet-onderwijs-op-teldatum", year)?.checked_add(vavo)?)
}

fn pupils(sheet: &BudgetSheet<'_>, key: &str, year: Year) -> Result<Rate, Failure> {
    Ok(Rate::new(sheet.input().parameters.count(key, year)?, 0)?)
}

/// The amount per pupil, which somebody supplied, times the pupils.
fn income(sheet: &BudgetSheet<'_>, year: Year, per_pupil: &str, pupils: Rate) -> Result<Cell, Failure> {
    let amount = sheet.input().parameters.money(per_pupil, year)?;
    Ok(amount.times(&pupils, Rounding::HalfAwayFromZero)?.into())
}
