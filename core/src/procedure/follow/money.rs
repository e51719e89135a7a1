//! The money that follows.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::answer::CostPeriod;
use super::walk::{Taken, Walk};
use super::{FollowedCase, FollowedCost, reached, triggered, undecided, unknown_fields};
use crate::calendar::Term;
use crate::procedure::{Cost, Payment};
use crate::{Citation, Missing, Money, Needed, Rounding};

/// Adds every cost that an event started.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for cost in &walk.with.procedure.costs {
        answer.missing.extend(undecided(walk, &cost.starts, &cost.provenance));
        for start in triggered(walk, &cost.starts) {
            match walk.case.meets(None, &cost.when) {
                Some(true) => answer.costs.extend(costs(walk, cost, start)),
                Some(false) => {}
                None => {
                    answer.missing.extend(unknown_fields(walk, None, &cost.when, &cost.payee, &cost.provenance));
                }
            }
        }
    }
}

/// How much of the amount in a parameter is paid.
#[derive(Clone, Copy)]
enum Share {
    /// All of it, once.
    Once,
    /// All of it, for a year.
    Year,
    /// So many months of a yearly amount.
    OfYear(u32),
    /// A monthly amount, so many times.
    Months(u32),
}

fn costs(walk: &Walk, cost: &Cost, start: &Taken) -> Vec<FollowedCost> {
    let ended = ended_on(walk, cost, start);
    let unknown = |field: &str| vec![unknown(walk, cost, start, &format!("{field} of {}", start.event.name))];
    let from = match &cost.counted_from {
        None => start.event.on,
        Some(field) => match start.event.date(field) {
            Some(day) => day,
            None => return unknown(field),
        },
    };
    if ended.is_some_and(|ended| ended < from) {
        return Vec::new();
    }
    match &cost.payment {
        Payment::Once => vec![entry(walk, cost, (from, Some(from)), Share::Once)],
        Payment::Yearly => {
            let last = cost.counted_until.as_ref().and_then(|field| start.event.date(field));
            let until = last.into_iter().chain(ended).min();
            vec![entry(walk, cost, (from, until), Share::Year)]
        }
        Payment::YearlyFromNextMonth(length) => {
            years(walk, cost, from, *length, ended).unwrap_or_else(|| unknown("end"))
        }
        Payment::MonthlyFor(field) => match start.event.field(field).and_then(|months| months.parse().ok()) {
            Some(0) => Vec::new(),
            Some(months) => {
                monthly(walk, cost, from, months, ended).map_or_else(|| unknown("end"), |entry| vec![entry])
            }
            None => unknown(field),
        },
    }
}

/// A cost of which something that decides its amount is not known.
fn unknown(walk: &Walk, cost: &Cost, start: &Taken, what: &str) -> FollowedCost {
    let mut unknown = entry(walk, cost, (start.event.on, None), Share::Year);
    unknown.amount_cents = None;
    unknown.missing = vec![Missing::new(what).needed_by(&cost.rule)];
    unknown
}

/// The day on which an event ended it.
fn ended_on(walk: &Walk, cost: &Cost, start: &Taken) -> Option<Date> {
    let ends = cost.ends.iter().flat_map(|trigger| triggered(walk, trigger));
    ends.filter(|end| end.nth > start.nth).map(|end| end.event.on).min()
}

/// A year at a time from the first of the next month; what is less than a year
/// is settled by whole months. None where the calendar does not reach so far.
fn years(walk: &Walk, cost: &Cost, on: Date, length: Term, ended: Option<Date>) -> Option<Vec<FollowedCost>> {
    let first = on.last_of_month().tomorrow().ok()?;
    let end = reached(walk.with.days, length, first)?.yesterday().ok()?;
    let last = ended.map_or(end, |ended| ended.min(end));
    let mut costs = Vec::new();
    let mut from = first;
    while from <= last {
        let next = from.checked_add(1.year()).ok()?;
        let year_end = next.yesterday().ok()?;
        costs.push(match last < year_end {
            true => entry(walk, cost, (from, Some(last)), Share::OfYear(months_begun(from, last))),
            false => entry(walk, cost, (from, Some(year_end)), Share::Year),
        });
        from = next;
    }
    Some(costs)
}

/// So many months, or as many as had begun when it ended.
fn monthly(walk: &Walk, cost: &Cost, from: Date, months: u32, ended: Option<Date>) -> Option<FollowedCost> {
    let length = Span::new().try_months(months).ok()?;
    let end = from.checked_add(length).ok()?.yesterday().ok()?;
    Some(match ended.filter(|ended| *ended < end) {
        Some(ended) => entry(walk, cost, (from, Some(ended)), Share::Months(months_begun(from, ended).min(months))),
        None => entry(walk, cost, (from, Some(end)), Share::Months(months)),
    })
}

/// The months that have begun by the last day of a period, the first of them
/// on its first day.
fn months_begun(from: Date, until: Date) -> u32 {
    let years = i32::from(until.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(until.month()) - i32::from(from.month());
    let begins = Span::new().try_months(months).and_then(|span| from.checked_add(span));
    u32::try_from(months + i32::from(begins.is_ok_and(|day| day <= until))).unwrap_or(0)
}

/// A cost over a period, by the amount that the parameter has on its first
/// day.
fn entry(walk: &Walk, cost: &Cost, (from, until): (Date, Option<Date>), share: Share) -> FollowedCost {
    let amount = walk.with.parameters.on(&cost.parameter, from).and_then(|value| value.money(&cost.parameter));
    let (amount_cents, months) = match (amount, share) {
        (Err(_), Share::Once | Share::Year) => (None, None),
        (Err(_), Share::OfYear(months) | Share::Months(months)) => (None, Some(months)),
        (Ok(amount), Share::Once | Share::Year) => (Some(amount), None),
        (Ok(amount), Share::OfYear(months)) => (twelfths(amount, months), Some(months)),
        (Ok(amount), Share::Months(months)) => (amount.checked_mul(i64::from(months)).ok(), Some(months)),
    };
    let missing = match amount_cents {
        Some(_) => Vec::new(),
        None => vec![
            Missing::new(Needed::Parameter { key: cost.parameter.clone(), on: from }.to_string()).needed_by(&cost.rule),
        ],
    };
    FollowedCost {
        what: cost.what.clone(),
        payer: cost.payer.clone(),
        payee: cost.payee.clone(),
        amount_cents,
        period: CostPeriod { from, until, months },
        rule: cost.rule.clone(),
        parameter: cost.parameter.clone(),
        missing,
        source: Citation::of(&cost.provenance),
    }
}

/// So many months of a yearly amount, down to whole cents, as the allocation
/// pays them.
fn twelfths(amount: Money, months: u32) -> Option<Money> {
    let cents = amount.checked_mul(i64::from(months)).ok()?.cents();
    let part = Rounding::TowardZero.divide(i128::from(cents), 12)?;
    i64::try_from(part).ok().map(Money::from_cents)
}
