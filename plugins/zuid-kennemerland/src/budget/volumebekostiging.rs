//! Volume funding of the IKC: its tariff less the SBO tariff that DUO pays,
//! for its own pupils as an expense and for those of other partnerships as
//! income.

use std::num::NonZeroU32;

use swv_plugin::{AboutRule, BudgetSheet, Cell, Failure, Money, Parameters, Rate, Rounding, Year};

use super::growth::grown;
use super::{base_year, count_year};
use crate::PLAN;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "volumebekostiging",
    title: ("volumebekostiging van het IKC", "volume funding of the IKC"),
    source: (PLAN, "8.1.6"),
    interpreted: Some(
        "Tarief en aantallen staan in het plan. De begroting van 2024 volgt tot op de euro alleen uit het niet afgeronde \
         verschil van IKC-tarief en SBO-tarief; een factuur gaat over het vaste verschil in centen. Na 2024 groeit de \
         aanvulling met de 2 procent van het IKC, en het tarief van 2024 blijft gelden.",
    ),
    ..AboutRule::STATED
};

/// The expense: the whole volume on the count date.
pub(super) fn supplement(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let year = base_year()?;
    let pupils = sheet.input().facts.count("leerlingen-ikc", count_year(year)?)?;
    grown(sheet, column, for_pupils(&sheet.input().parameters, year, pupils)?, "groei-leerlingen-ikc")
}

/// The income: one invoice for each pupil of another partnership.
pub(super) fn invoices(sheet: &BudgetSheet<'_>, column: usize) -> Result<Cell, Failure> {
    let parameters = &sheet.input().parameters;
    let pupils = parameters.count("leerlingen-ikc-van-ander-samenwerkingsverband", sheet.column(column).year)?;
    Ok(for_pupils(parameters, base_year()?, pupils)?.into())
}

/// The fixed amount of a placement for another partnership: the IKC tariff, as
/// it is printed in cents, less the SBO tariff.
pub(crate) fn placement_amount(parameters: &Parameters, year: Year) -> Result<Money, Failure> {
    Ok(tariff(parameters, year)?.checked_sub(parameters.money("tarief-tlv-sbo", year)?)?)
}

/// The IKC tariff: shares of two national tariffs, to the cent.
pub(crate) fn tariff(parameters: &Parameters, year: Year) -> Result<Money, Failure> {
    for_shares(parameters, year, 1, Rate::ZERO)
}

/// The IKC tariff less the SBO tariff, for this many pupils, rounded once.
fn for_pupils(parameters: &Parameters, year: Year, pupils: i64) -> Result<Money, Failure> {
    for_shares(parameters, year, pupils, Rate::ONE)
}

/// The IKC tariff less the SBO tariff as a whole number of cents for this many
/// pupils, so that nothing is rounded away: 18.911,46 for ten.
pub(crate) fn supplement_per_pupils(parameters: &Parameters, year: Year) -> Result<(Money, NonZeroU32), Failure> {
    let cents = cents(parameters, year, 1, Rate::ONE)?;
    let out_of_range = || Failure::OutOfRange(format!("{cents} cents a pupil"));
    let per = 10_u32.checked_pow(cents.scale()).and_then(NonZeroU32::new).ok_or_else(out_of_range)?;
    let amount = i64::try_from(cents.mantissa()).map_err(|_| out_of_range())?;
    Ok((Money::from_cents(amount), per))
}

/// Rounded once, to whole cents.
fn for_shares(parameters: &Parameters, year: Year, pupils: i64, less_sbo: Rate) -> Result<Money, Failure> {
    let cents = cents(parameters, year, pupils, less_sbo)?;
    Ok(Money::from_cents(1).times(&cents, Rounding::HalfAwayFromZero)?)
}

/// The exact number of cents, with its decimals.
fn cents(parameters: &Parameters, year: Year, pupils: i64, less_sbo: Rate) -> Result<Rate, Failure> {
    let share_sbo = parameters.rate("aandeel-sbo-in-ikc-tarief", year)?.checked_sub(less_sbo)?;
    let share_so = parameters.rate("aandeel-so-categorie-1-in-ikc-tarief", year)?;
    let sbo = parameters.money("tarief-tlv-sbo", year)?.checked_mul(pupils)?;
    let so = parameters.money("tarief-tlv-so-categorie-1", year)?.checked_mul(pupils)?;
    let of = |amount: Money, share: Rate| Rate::new(amount.cents(), 0)?.checked_mul(share);
    Ok(of(sbo, share_sbo)?.checked_add(of(so, share_so)?)?)
}
