//! The money that follows.

use jiff::civil::Date;

use super::answer::CostPeriod;
use super::walk::Walk;
use super::{FollowedCase, FollowedCost, MissingItem, reached, triggered};
use crate::calendar::{Term, TermUnit};
use crate::procedure::{CaseEvent, Cost, Payment};
use crate::{Missing, Money, RemainderRule};

/// Adds every cost that an event started.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for cost in &walk.with.procedure.costs {
        for (at, event) in triggered(walk, &cost.starts) {
            match walk.case.meets(Some(event), &cost.when) {
                Some(true) => answer.costs.extend(costs(walk, cost, at, event)),
                Some(false) => {}
                None => answer.missing.extend(unknown_fields(walk, cost, event)),
            }
        }
    }
}

/// The fields that decide whether a cost follows and are not known.
fn unknown_fields<'a>(walk: &'a Walk, cost: &'a Cost, event: &'a CaseEvent) -> impl Iterator<Item = MissingItem> + 'a {
    let unknown = cost.when.iter().filter(|condition| walk.case.value(Some(event), &condition.field).is_none());
    unknown.filter_map(|condition| walk.with.procedure.find_field(None, &condition.field)).map(|field| MissingItem {
        what: field.meaning.clone(),
        from: cost.payee.clone(),
        rule: field.name.clone(),
        source: cost.provenance.source().cloned(),
    })
}

fn costs(walk: &Walk, cost: &Cost, at: usize, event: &CaseEvent) -> Vec<FollowedCost> {
    let ended = ended_on(walk, cost, at);
    let on = match &cost.counted_from {
        Some(field) => event.date(field),
        None => Some(event.on),
    };
    let Some(on) = on else {
        let field = cost.counted_from.as_deref().unwrap_or_default();
        return vec![unknown(walk, cost, event, field)];
    };
    match &cost.payment {
        Payment::Yearly => vec![entry(walk, cost, on, ended, None)],
        Payment::YearlyFromNextMonth(length) => years(walk, cost, on, *length, ended),
        Payment::MonthlyFor(field) => {
            let months = event.fields.get(field).and_then(|months| months.parse::<u32>().ok());
            match months {
                Some(months) => vec![monthly(walk, cost, on, months)],
                None => vec![unknown(walk, cost, event, field)],
            }
        }
    }
}

/// A cost of which a field that decides its amount is not known.
fn unknown(walk: &Walk, cost: &Cost, event: &CaseEvent, field: &str) -> FollowedCost {
    let mut unknown = entry(walk, cost, event.on, None, None);
    unknown.amount_cents = None;
    unknown.missing = vec![Missing::new(format!("{field} of {}", event.name)).needed_by(&cost.rule)];
    unknown
}

/// The day on which an event ended it.
fn ended_on(walk: &Walk, cost: &Cost, at: usize) -> Option<Date> {
    let ends = cost.ends.iter().flat_map(|trigger| triggered(walk, trigger));
    ends.filter(|(end, _)| walk.order(*end) > walk.order(at)).map(|(_, event)| event.on).min()
}

/// A year at a time from the first of the next month; what an early end leaves
/// is settled by whole months.
fn years(walk: &Walk, cost: &Cost, on: Date, length: Term, ended: Option<Date>) -> Vec<FollowedCost> {
    let Ok(year) = Term::new(1, TermUnit::Years) else { return Vec::new() };
    let Some(first) = on.last_of_month().tomorrow().ok() else { return Vec::new() };
    let Some(end) = reached(length, first) else { return Vec::new() };
    let mut costs = Vec::new();
    let mut from = first;
    while from < end {
        let Some(next) = reached(year, from) else { break };
        let last = next.yesterday().ok();
        match ended {
            Some(ended) if ended < from => break,
            Some(ended) if ended < next => {
                let months = months_begun(from, ended);
                costs.push(entry(walk, cost, from, Some(ended), Some(months)));
            }
            _ => costs.push(entry(walk, cost, from, last, None)),
        }
        from = next;
    }
    costs
}

/// The months of which a day lies in the period; `from` is the first of one.
fn months_begun(from: Date, until: Date) -> u32 {
    let years = i32::from(until.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(until.month()) - i32::from(from.month()) + 1;
    u32::try_from(months).unwrap_or(0)
}

fn monthly(walk: &Walk, cost: &Cost, from: Date, months: u32) -> FollowedCost {
    let length = u16::try_from(months).ok().and_then(|months| Term::new(months, TermUnit::Months).ok());
    let until = length.and_then(|length| reached(length, from)).and_then(|next| next.yesterday().ok());
    let mut cost = entry(walk, cost, from, until, None);
    cost.period.months = Some(months);
    cost.amount_cents = cost.amount_cents.and_then(|amount| amount.checked_mul(i64::from(months)).ok());
    cost
}

/// A cost over a period, by the amount that the parameter has on its first
/// day: of a year, or of so many twelfths of it.
fn entry(walk: &Walk, cost: &Cost, from: Date, until: Option<Date>, months: Option<u32>) -> FollowedCost {
    let amount = walk.with.parameters.on(&cost.parameter, from).and_then(|value| value.money(&cost.parameter));
    let missing = match &amount {
        Ok(_) => Vec::new(),
        Err(_) => vec![Missing::parameter(&cost.parameter, from).needed_by(&cost.rule)],
    };
    FollowedCost {
        what: cost.what.clone(),
        payer: cost.payer.clone(),
        payee: cost.payee.clone(),
        amount_cents: amount.ok().and_then(|amount| match months {
            Some(months) => twelfths(amount, months),
            None => Some(amount),
        }),
        period: CostPeriod { from, until, months },
        rule: cost.rule.clone(),
        parameter: cost.parameter.clone(),
        missing,
        source: cost.provenance.source().cloned(),
    }
}

/// So many months of a yearly amount; the cents that do not divide fall to the
/// first months, so that twelve of them are the whole.
fn twelfths(amount: Money, months: u32) -> Option<Money> {
    let parts = amount.divide_pro_rata(&[1; 12], RemainderRule::FirstRecipients).ok()?;
    let months = usize::try_from(months).ok()?;
    parts.shares.iter().take(months).try_fold(Money::ZERO, |sum, part| sum.checked_add(*part).ok())
}
