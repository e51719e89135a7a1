//! The money that follows.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::answer::{CostKind, CostPeriod, CostUnit, FollowedCase, FollowedCost, each_once};
use super::triggers::{reached, triggered, undecided, unknown_fields};
use super::walk::{Taken, Walk};
use crate::calendar::{MonthDay, Term};
use crate::procedure::{AmountPart, Cost, Payment, Since};
use crate::{Citation, Missing, Money, Needed, Rate, Rounding, SchoolYear, Text};

/// How an amount that is not whole becomes whole cents.
const ROUNDING: Rounding = Rounding::HalfAwayFromZero;

/// Adds every cost that an event started. The decisions that hold have to be in
/// the answer.
pub(super) fn add(walk: &Walk, answer: &mut FollowedCase) {
    for cost in &walk.with.procedure.costs {
        answer.missing.extend(undecided(walk, &cost.starts, &cost.provenance));
        let started = triggered(walk, &cost.starts);
        for start in started.filter(|start| is_so_long_after(walk, cost.since.as_ref(), start)) {
            match walk.case.meets(None, &cost.when) {
                Some(true) => {
                    let ended = ended_on(walk, cost, start).into_iter().chain(decision_ends(cost, start, answer)).min();
                    answer.costs.extend(Started { walk, cost, start, ended }.costs());
                }
                Some(false) => {}
                None => {
                    answer.missing.extend(unknown_fields(walk, None, &cost.when, &cost.payee, &cost.provenance));
                }
            }
        }
    }
}

/// Whether the other event was as long ago as the cost says. One that did not
/// happen was not.
fn is_so_long_after(walk: &Walk, since: Option<&Since>, start: &Taken) -> bool {
    let Some(since) = since else { return true };
    let earlier = walk.taken.iter().rfind(|taken| taken.nth < start.nth && taken.event.name == since.event);
    let last = earlier.and_then(|earlier| reached(walk.with.days, since.by, earlier.event.on));
    last.is_some_and(|last| (last < start.event.on) == since.longer)
}

/// The day on which an event ended it.
fn ended_on(walk: &Walk, cost: &Cost, start: &Taken) -> Option<Date> {
    let ends = cost.ends.iter().flat_map(|trigger| triggered(walk, trigger));
    ends.filter(|end| end.nth > start.nth).map(|end| end.event.on).min()
}

/// The day on which the decision ends with which it lasts: the last one that
/// began by the day of the event, or else the first.
fn decision_ends(cost: &Cost, start: &Taken, answer: &FollowedCase) -> Option<Date> {
    let term = cost.lasts_with.as_ref()?;
    let mut held = answer.validity.iter().filter(|period| period.rule == *term);
    let first = held.clone().next();
    held.rfind(|period| period.from <= start.event.on).or(first)?.until
}

/// A cost that an event started.
#[derive(Clone, Copy)]
struct Started<'a> {
    walk: &'a Walk<'a>,
    cost: &'a Cost,
    start: &'a Taken<'a>,
    /// The day on which it ended, or on which the decision ends.
    ended: Option<Date>,
}

impl Started<'_> {
    fn costs(self) -> Vec<FollowedCost> {
        let (cost, event) = (self.cost, self.start.event);
        if let Payment::Nothing(why) = &cost.payment {
            return vec![self.nothing(event.on, why.clone())];
        }
        let from = match &cost.counted_from {
            None => event.on,
            Some(field) => match event.date(field) {
                Some(day) => day,
                None => return self.unknown(field),
            },
        };
        let from = self.not_before().map_or(from, |first| first.max(from));
        if let Some(ended) = self.ended.filter(|ended| *ended < from) {
            return vec![self.nothing(ended, ended_before(from))];
        }
        let last = cost.counted_until.as_ref().and_then(|field| event.date(field));
        let until = last.into_iter().chain(self.ended).min();
        match &cost.payment {
            Payment::Once => vec![self.entry((from, Some(from)), CostUnit::Once, None)],
            Payment::Yearly => self.priced(from, until),
            Payment::YearlyCounted(day) => self.counted(*day, from, until),
            Payment::SchoolYear => self.school_year(from).unwrap_or_else(|| self.unknown("end")),
            Payment::YearlyFromNextMonth(length) => self.years(from, *length).unwrap_or_else(|| self.unknown("end")),
            Payment::MonthlyFor(field) => match event.field(field).and_then(|months| months.parse().ok()) {
                Some(months) => self.monthly(from, months).unwrap_or_else(|| self.unknown("end")),
                None => self.unknown(field),
            },
            Payment::Nothing(_) => Vec::new(),
        }
    }

    /// The day before which nothing is paid.
    fn not_before(self) -> Option<Date> {
        let events = triggered(self.walk, self.cost.not_before.as_ref()?);
        events.filter(|event| event.nth > self.start.nth).map(|event| event.event.on).min()
    }

    /// So much a year, from a day until another: an entry for each time in
    /// which the amount is the same.
    fn priced(self, from: Date, until: Option<Date>) -> Vec<FollowedCost> {
        let mut priced: Vec<FollowedCost> = Vec::new();
        let mut first = Some(from);
        while let Some(day) = first {
            let next = self.next_change(day).filter(|next| until.is_none_or(|until| *next <= until));
            let last = next.and_then(|next| next.yesterday().ok()).or(until);
            let entry = self.entry((day, last), CostUnit::PerYear, None);
            match priced.last_mut().filter(|before| before.amount_cents == entry.amount_cents) {
                Some(before) => before.period.until = last,
                None => priced.push(entry),
            }
            first = next;
        }
        priced
    }

    /// The first day after another on which one of its parameters may have
    /// another value.
    fn next_change(self, after: Date) -> Option<Date> {
        let read = |key: &str| self.cost.parameters().any(|name| name == key);
        let values = self.walk.with.parameters.values().iter().filter(|dated| read(&dated.key));
        let changes = values.flat_map(|dated| [Some(dated.from), dated.until.and_then(|until| until.tomorrow().ok())]);
        changes.flatten().filter(|day| *day > after).min()
    }

    /// The calendar years whose count day, in the year before, lies between two
    /// days; without a last day so much a year from the first of them.
    fn counted(self, day: MonthDay, from: Date, until: Option<Date>) -> Vec<FollowedCost> {
        let count_of = |year: i16| day.in_year(year).filter(|count| *count >= from);
        let Some(first) = (from.year()..).take(2).find(|year| count_of(*year).is_some()) else {
            return self.unknown("end");
        };
        let Some(until) = until else {
            let begins = Date::new(first.saturating_add(1), 1, 1);
            return begins.map_or_else(|_| self.unknown("end"), |begins| self.priced(begins, None));
        };
        let years = (first..=until.year()).filter(|year| count_of(*year).is_some_and(|count| count <= until));
        let entry = |year: i16| {
            let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
            Some(self.entry((first, Some(last)), CostUnit::CalendarYear, None))
        };
        let counted: Vec<_> = years.filter_map(|year| entry(year.checked_add(1)?)).collect();
        if counted.is_empty() {
            return vec![self.nothing(from, never_counted(day, until))];
        }
        counted
    }

    /// All of it for the school year of that day, and back what is for the
    /// months after it ended. None where the calendar does not reach so far.
    fn school_year(self, from: Date) -> Option<Vec<FollowedCost>> {
        let year = SchoolYear::of(from).ok()?;
        let paid = self.entry((from, Some(year.last_day())), CostUnit::SchoolYear, None);
        let back = self.recovered(from, (year.first_day(), year.last_day()), 12);
        Some(std::iter::once(paid).chain(back).collect())
    }

    /// A year at a time from the first of the next month; what is less than a
    /// year is settled by whole months. None where the calendar does not reach
    /// so far.
    fn years(self, on: Date, length: Term) -> Option<Vec<FollowedCost>> {
        let first = on.last_of_month().tomorrow().ok()?;
        let end = reached(self.walk.with.days, length, first)?.yesterday().ok()?;
        if let Some(ended) = self.ended.filter(|ended| *ended < first) {
            return Some(vec![self.nothing(ended, ended_before(first))]);
        }
        let last = self.ended.map_or(end, |ended| ended.min(end));
        let mut costs = Vec::new();
        let mut from = first;
        while from <= last {
            let next = from.checked_add(1.year()).ok()?;
            let year_end = next.yesterday().ok()?.min(end);
            let months = months_begun(from, year_end);
            costs.push(match months {
                12 => self.entry((from, Some(year_end)), CostUnit::Year, None),
                _ => self.entry((from, Some(year_end)), CostUnit::Months, Some(Months { of: months, a_year: true })),
            });
            costs.extend(self.recovered(from, (from, year_end), months));
            from = next;
        }
        Some(costs)
    }

    /// What comes back of the amount of a day for so many months, from a day
    /// until another, when it ended before the last of them had begun.
    fn recovered(self, paid_on: Date, (from, until): (Date, Date), months: u32) -> Option<FollowedCost> {
        let ended = self.ended.filter(|ended| *ended < until)?;
        let used = months_begun(from, ended);
        let left = months.checked_sub(used).filter(|left| *left > 0)?;
        let first = ended.last_of_month().tomorrow().ok()?;
        let amount = self.amount(paid_on).map(|amount| twelfths(amount, left));
        let back = FollowedCost {
            kind: CostKind::Recovery,
            what: Text::new(format!("terug: {}", self.cost.what.nl), format!("recovered: {}", self.cost.what.en)),
            payer: self.cost.payee.clone(),
            payee: self.cost.payer.clone(),
            because: Some(Text::new(
                format!(
                    "{} betaald, {used} gebruikt, de maand van vertrek meegeteld; {left} terug, {}",
                    in_months(months.into()).nl,
                    rounded().nl
                ),
                format!(
                    "{} paid, {used} used, the month of leaving included; {left} back, {}",
                    in_months(months.into()).en,
                    rounded().en
                ),
            )),
            ..self.entry_of(amount, (first, Some(until)), CostUnit::Months)
        };
        Some(FollowedCost { period: CostPeriod { months: Some(left), ..back.period }, ..back })
    }

    /// So many months, or as many as had begun when it ended.
    fn monthly(self, from: Date, months: u32) -> Option<Vec<FollowedCost>> {
        if months == 0 {
            return Some(vec![self.nothing(from, Text::new("voor 0 maanden", "for 0 months"))]);
        }
        let length = Span::new().try_months(months).ok()?;
        let end = from.checked_add(length).ok()?.yesterday().ok()?;
        let (last, months) = match self.ended.filter(|ended| *ended < end) {
            Some(ended) => (ended, months_begun(from, ended).min(months)),
            None => (end, months),
        };
        Some(vec![self.entry((from, Some(last)), CostUnit::Months, Some(Months { of: months, a_year: false }))])
    }

    /// An amount that something not known decides.
    fn unknown(self, field: &str) -> Vec<FollowedCost> {
        let event = self.start.event;
        let missing = Missing::new(format!("{field} of {}", event.name)).needed_by(&self.cost.rule);
        vec![FollowedCost { missing: vec![missing], ..self.entry_of(Ok(None), (event.on, None), CostUnit::PerYear) }]
    }

    /// Nothing, and why.
    fn nothing(self, on: Date, why: Text) -> FollowedCost {
        let paid = self.entry_of(Ok(Some(Money::ZERO)), (on, Some(on)), CostUnit::Once);
        FollowedCost { kind: CostKind::Nothing, because: Some(why), parameters: Vec::new(), ..paid }
    }

    /// The amount of the first day of a period, or months of it.
    fn entry(self, period: (Date, Option<Date>), unit: CostUnit, months: Option<Months>) -> FollowedCost {
        let amount = self.amount(period.0).map(|amount| match months {
            None => Some(amount),
            Some(Months { of, a_year: true }) => twelfths(amount, of),
            Some(Months { of, a_year: false }) => amount.checked_mul(i64::from(of)).ok(),
        });
        let entry = self.entry_of(amount, period, unit);
        let a_part = months.filter(|months| months.a_year).map(|months| {
            let of = in_months(months.of.into());
            let (nl, en) = (format!("{} van een jaarbedrag", of.nl), format!("{} of a yearly amount", of.en));
            Text::new(format!("{nl}, {}", rounded().nl), format!("{en}, {}", rounded().en))
        });
        FollowedCost {
            period: CostPeriod { months: months.map(|months| months.of), ..entry.period },
            because: a_part.or(entry.because),
            ..entry
        }
    }

    /// A payment of that amount; where it is not known, with what is missing.
    fn entry_of(
        self,
        amount: Result<Option<Money>, Vec<Lacking>>,
        (from, until): (Date, Option<Date>),
        unit: CostUnit,
    ) -> FollowedCost {
        let cost = self.cost;
        let of_range = || cost.parameters().take(1).map(|key| Lacking { key: key.to_owned(), on: from }).collect();
        let (amount_cents, lacking) = match amount {
            Ok(Some(amount)) => (Some(amount), Vec::new()),
            Ok(None) => (None, of_range()),
            Err(lacking) => (None, lacking),
        };
        let parameters: Vec<String> = match lacking.is_empty() {
            true => cost.parameters().map(str::to_owned).collect(),
            false => lacking.iter().map(|lacking| lacking.key.clone()).collect(),
        };
        FollowedCost {
            kind: CostKind::Payment,
            what: cost.what.clone(),
            payer: cost.payer.clone(),
            payee: cost.payee.clone(),
            amount_cents,
            unit,
            period: CostPeriod { from, until, months: None },
            because: sum_of(&cost.amount),
            rule: cost.rule.clone(),
            parameters: each_once(parameters),
            missing: each_once(lacking.into_iter().map(|lacking| lacking.needed_by(&cost.rule)).collect()),
            source: Citation::of(&cost.provenance),
        }
    }

    /// The sum of its parts on a day, rounded once; or what is missing.
    fn amount(self, on: Date) -> Result<Money, Vec<Lacking>> {
        let parameters = self.walk.with.parameters;
        let mut lacking = Vec::new();
        let mut sum = Some(Rate::ZERO);
        for part in &self.cost.amount {
            let money = parameters.on(&part.of, on).and_then(|value| value.money(&part.of)).ok();
            let share = match &part.share {
                None => Some(Rate::ONE),
                Some(key) => parameters.on(key, on).and_then(|value| value.rate(key)).ok(),
            };
            lacking.extend(money.is_none().then(|| Lacking { key: part.of.clone(), on }));
            lacking.extend(part.share.iter().filter(|_| share.is_none()).map(|key| Lacking { key: key.clone(), on }));
            let cents = money.zip(share).and_then(|(money, share)| {
                let cents = if part.less { money.checked_neg().ok()? } else { money }.cents();
                Rate::new(cents, 0).ok()?.checked_mul(share).ok()
            });
            sum = sum.zip(cents).and_then(|(sum, cents)| sum.checked_add(cents).ok());
        }
        let first = self.cost.amount.first();
        match sum.and_then(|cents| Money::from_cents(1).times(&cents, ROUNDING).ok()) {
            Some(amount) if lacking.is_empty() => Ok(amount),
            _ if lacking.is_empty() => {
                Err(first.map(|part| Lacking { key: part.of.clone(), on }).into_iter().collect())
            }
            _ => Err(lacking),
        }
    }
}

/// Months of an amount that is for a year or for a month.
#[derive(Clone, Copy)]
struct Months {
    of: u32,
    a_year: bool,
}

/// A parameter without a value on a day.
struct Lacking {
    key: String,
    on: Date,
}

impl Lacking {
    fn needed_by(self, rule: &str) -> Missing {
        Missing::new(Needed::Parameter { key: self.key, on: self.on }.to_string()).needed_by(rule)
    }
}

/// The months that have begun by the last day of a period, the first of them
/// on its first day.
fn months_begun(from: Date, until: Date) -> u32 {
    let years = i32::from(until.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(until.month()) - i32::from(from.month());
    let begins = Span::new().try_months(months).and_then(|span| from.checked_add(span));
    u32::try_from(months + i32::from(begins.is_ok_and(|day| day <= until))).unwrap_or(0)
}

/// So many months of a yearly amount, in whole cents.
fn twelfths(amount: Money, months: u32) -> Option<Money> {
    let cents = amount.checked_mul(i64::from(months)).ok()?.cents();
    let part = ROUNDING.divide(i128::from(cents), 12)?;
    i64::try_from(part).ok().map(Money::from_cents)
}

pub(super) fn in_months(months: i64) -> Text {
    match months {
        1 => Text::new("1 maand", "1 month"),
        _ => Text::new(format!("{months} maanden"), format!("{months} months")),
    }
}

fn rounded() -> Text {
    Text::new("afgerond op de cent, een halve naar boven", "rounded to the cent, a half upwards")
}

fn ended_before(from: Date) -> Text {
    Text::new(format!("het eindigde voor {from}, de eerste dag"), format!("it ended before {from}, the first day"))
}

fn never_counted(day: MonthDay, until: Date) -> Text {
    Text::new(
        format!("het eindigt op {until}, voor de eerste teldag ({day})"),
        format!("it ends on {until}, before the first count day ({day})"),
    )
}

/// How a sum of more than one part is made.
fn sum_of(parts: &[AmountPart]) -> Option<Text> {
    if matches!(parts, [] | [AmountPart { share: None, .. }]) {
        return None;
    }
    let mut told = String::new();
    for part in parts {
        told.push_str(match (told.is_empty(), part.less) {
            (true, false) => "",
            (true, true) => "\u{2212} ",
            (false, false) => " + ",
            (false, true) => " \u{2212} ",
        });
        if let Some(share) = &part.share {
            told.push_str(share);
            told.push_str(" \u{d7} ");
        }
        told.push_str(&part.of);
    }
    Some(Text::new(format!("{told}, {}", rounded().nl), format!("{told}, {}", rounded().en)))
}
