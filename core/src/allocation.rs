//! Money divided over recipients: input and result, stored as columns.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    AttributeColumn, BudgetFigures, Facts, Failure, Invalid, Money, MoneyError, Needed, Parameters, QuantityColumn,
    Rounding, SchoolKind, SchoolKindError, Sector, Text, Within, Year,
};

/// Who can receive money or owe it.
///
/// A file writes the name in lower case, `bao`, `so_vso`, `board`. DUO's own
/// code for a kind is read too, in capitals or not.
///
/// ```
/// use swv_core::{RecipientKind, SchoolKind};
///
/// let kinds: Vec<RecipientKind> = serde_json::from_str(r#"["BO", "SO/VSO", "board"]"#)?;
/// let school = RecipientKind::School;
/// assert_eq!(kinds, [school(SchoolKind::Bao), school(SchoolKind::SoVso), RecipientKind::Board]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecipientKind {
    /// A school board (schoolbestuur).
    Board,
    /// Another samenwerkingsverband.
    Partnership,
    /// A kind that this version does not know: no rule is for it. A host knows
    /// every kind of its datasets, so only a plugin sees it.
    #[serde(skip)]
    Other,
    /// A school location of this kind.
    #[serde(untagged)]
    School(SchoolKind),
}

impl RecipientKind {
    /// Whether it is a regular school of that sector: BAO or VO.
    pub fn is_regular_school(self, sector: Sector) -> bool {
        self == RecipientKind::School(match sector {
            Sector::Po => SchoolKind::Bao,
            Sector::Vo => SchoolKind::Vo,
        })
    }
}

impl std::str::FromStr for RecipientKind {
    type Err = SchoolKindError;

    fn from_str(text: &str) -> Result<RecipientKind, SchoolKindError> {
        match text.to_lowercase().as_str() {
            "board" => Ok(RecipientKind::Board),
            "partnership" => Ok(RecipientKind::Partnership),
            name => {
                let kind = name.parse().or_else(|_| SchoolKind::from_duo(&text.to_uppercase()));
                kind.map(RecipientKind::School).map_err(|_| SchoolKindError::UnknownRecipient { text: text.to_owned() })
            }
        }
    }
}

impl<'de> Deserialize<'de> for RecipientKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RecipientKind, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What an allocation is computed from. Names stay with the host: a plugin
/// sees recipients as positions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationInput {
    /// The sector whose money is divided.
    pub sector: Sector,
    /// The year of the money.
    pub year: Year,
    /// The kind of each recipient.
    pub kinds: Vec<RecipientKind>,
    /// The quantities that the plugin asked for and the dataset has.
    pub quantities: Vec<QuantityColumn>,
    /// The attributes that the plugin asked for and the dataset has.
    pub attributes: Vec<AttributeColumn>,
    /// The parameters that the plugin asked for.
    pub parameters: Parameters,
    /// The facts that the plugin asked for.
    pub facts: Facts,
    /// The amounts of the region's own computed budget.
    pub budget: BudgetFigures,
}

impl AllocationInput {
    /// The column called `name`, if the dataset has it.
    pub fn quantity(&self, name: &str) -> Option<&QuantityColumn> {
        self.quantities.iter().find(|column| column.name == name)
    }

    /// The attribute called `name`, if the dataset has it.
    pub fn attribute(&self, name: &str) -> Option<&AttributeColumn> {
        self.attributes.iter().find(|column| column.name == name)
    }

    /// Checks what the columns promise: one of each name, with a row for each
    /// recipient. Both sides of the interface do.
    ///
    /// # Errors
    /// [`Invalid`], with the first promise that does not hold.
    pub fn check(&self) -> Result<(), Invalid> {
        let rows = self.kinds.len();
        self.quantities.iter().try_for_each(|column| column.check(rows))?;
        self.attributes.iter().try_for_each(|column| column.check(rows))?;
        let quantities = self.quantities.iter().map(|column| &column.name);
        let names: Vec<_> = quantities.chain(self.attributes.iter().map(|column| &column.name)).collect();
        match names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
            None => Ok(()),
            Some((_, name)) => Err(Invalid {
                place: "columns".to_owned(),
                value: (*name).clone(),
                rule: Text::new("elke naam staat er een keer", "each name stands there once"),
            }),
        }
    }
}

/// One line of an allocation: an amount with its rule, quantity and rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllocationLine<'a> {
    /// The recipient's position in the input.
    pub recipient: u32,
    /// The rule that made the line.
    pub rule: &'a str,
    /// How many.
    pub quantity: Within<i64>,
    /// The amount for one, or for `per` of them; negative where the rule
    /// deducts.
    pub rate: Within<Money>,
    /// How many the rate is for: 12 for months of a yearly rate.
    pub per: Within<u32>,
    /// Quantity times rate divided by `per`, rounded in this way.
    pub amount: Within<Money>,
    /// How.
    pub rounding: Rounding,
}

/// The largest that the numbers of a line can be which is known within bounds
/// only; the columns have the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineBounds {
    /// The line, by its position.
    pub line: u32,
    /// How many.
    pub quantity: i64,
    /// The rate, in cents.
    pub rate: i64,
    /// How many it is for.
    pub divisor: u32,
    /// The amount, in cents. What belongs together, such as a count and the
    /// rate that falls as it rises, makes it less than the product of these.
    pub amount: i64,
}

/// A line that a rule could not make, as a count is not known or a parameter
/// is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllocationGap<'a> {
    /// The recipient's position in the input.
    pub recipient: u32,
    /// The rule that made no line.
    pub rule: &'a str,
    /// The quantity that is not known, the parameter that is missing, or why
    /// the rule itself gives no amount.
    pub cause: &'a Needed,
}

/// A rule that made lines, and how it rounds them. A rule that rounds in two
/// ways stands there twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedRule {
    /// The rule.
    pub rule: String,
    /// How its amounts are rounded to whole cents.
    pub rounding: Rounding,
}

/// What is left of an amount that a rule had to divide whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remainder {
    /// The rule that divided it.
    pub rule: String,
    /// The amount, in cents.
    pub whole: Money,
    /// What is left of it, in cents; the whole where nothing could be divided.
    pub left: Within<Money>,
    /// The position of the first line that is a share of it.
    pub first_line: u32,
    /// How many lines are: the shares stand together.
    pub lines: u32,
}

impl Remainder {
    /// What is handed out.
    ///
    /// # Errors
    /// [`MoneyError`] where a bound is out of range.
    pub fn handed_out(&self) -> Result<Within<Money>, MoneyError> {
        Within::from(self.whole).checked_sub(self.left)
    }

    /// Whether nothing of it was divided, though there is something.
    pub fn is_undivided(&self) -> bool {
        self.lines == 0 && self.whole != Money::ZERO
    }

    fn shares(&self) -> std::ops::Range<usize> {
        let first = self.first_line as usize;
        first..first.saturating_add(self.lines as usize)
    }
}

/// A computed allocation, stored as columns: entries with the same index form
/// a line. Use [`Allocation::lines`] to read it row by row.
///
/// ```
/// use swv_core::{Allocation, Money};
///
/// let mut allocation = Allocation::default();
/// allocation.add_line(0, "bedrag-per-leerling", 210, Money::from_cents(450_00))?;
/// allocation.add_line(0, "inkoop-plaatsing", 2, Money::from_cents(-6_635_00))?;
/// assert_eq!(allocation.total()?, Money::from_cents(94_500_00 - 13_270_00).into());
/// # Ok::<(), swv_core::MoneyError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// The rules that occur; rule columns index this list.
    pub applied: Vec<AppliedRule>,
    /// Position of the recipient of each line.
    pub recipients: Vec<u32>,
    /// Rule of each line.
    pub rules: Vec<u16>,
    /// Quantity of each line.
    pub quantities: Vec<i64>,
    /// Rate of each line, in cents.
    pub rates: Vec<i64>,
    /// How many each rate is for.
    pub divisors: Vec<u32>,
    /// Amount of each line, in cents.
    pub amounts: Vec<i64>,
    /// The lines that are known within bounds only, in rising order: of those
    /// the columns have the smallest numbers.
    pub bounds: Vec<LineBounds>,
    /// What rules that divide a whole amount left over.
    pub remainders: Vec<Remainder>,
    /// What gaps are about: quantities and parameters.
    pub causes: Vec<Needed>,
    /// Recipient of each gap.
    pub gap_recipients: Vec<u32>,
    /// Rule of each gap.
    pub gap_rules: Vec<u16>,
    /// What each gap is about, an index in `causes`.
    pub gap_causes: Vec<u16>,
    /// Quantities that the dataset lacks as a whole.
    pub absent: Vec<String>,
}

impl Allocation {
    /// Adds a line of `quantity` times `rate`.
    ///
    /// # Errors
    /// [`MoneyError`] when the product is out of range.
    pub fn add_line(&mut self, recipient: u32, rule: &str, quantity: i64, rate: Money) -> Result<(), MoneyError> {
        self.add_part(recipient, rule, quantity, rate, NonZeroU32::MIN)
    }

    /// Adds a line of `quantity` of a rate for `per`: five months of a yearly
    /// amount, or a share of a whole. The amount is rounded towards zero, so
    /// that parts never exceed the whole; [`Allocation::add_rounded`] rounds
    /// otherwise.
    ///
    /// ```
    /// use std::num::NonZeroU32;
    /// use swv_core::{Allocation, Money};
    ///
    /// let mut allocation = Allocation::default();
    /// let months = NonZeroU32::new(12).ok_or("a year has months")?;
    /// allocation.add_part(0, "instroombudget", 5, Money::from_cents(8_000_00), months)?;
    /// assert_eq!(allocation.total()?, Money::from_cents(3_333_33).into());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`MoneyError`] when the amount is out of range.
    pub fn add_part(
        &mut self,
        recipient: u32,
        rule: &str,
        quantity: i64,
        rate: Money,
        per: NonZeroU32,
    ) -> Result<(), MoneyError> {
        self.add_rounded(recipient, rule, quantity, rate, per, Rounding::TowardZero)
    }

    /// Adds a line of `quantity` of a rate for `per`, rounded as the rule says.
    ///
    /// # Errors
    /// [`MoneyError`] when the amount is out of range.
    pub fn add_rounded(
        &mut self,
        recipient: u32,
        rule: &str,
        quantity: i64,
        rate: Money,
        per: NonZeroU32,
        rounding: Rounding,
    ) -> Result<(), MoneyError> {
        self.add_within(recipient, rule, quantity.into(), rate, per, rounding)
    }

    /// Adds a line that a rule worked out itself, of numbers that may be known
    /// within bounds only; [`Allocation::check`] holds it to them.
    pub fn push_line(&mut self, line: AllocationLine<'_>) {
        let rule = self.position(line.rule, line.rounding);
        if line.quantity.exact().is_none()
            || line.rate.exact().is_none()
            || line.per.exact().is_none()
            || line.amount.exact().is_none()
        {
            self.bounds.push(LineBounds {
                line: u32::try_from(self.amounts.len()).unwrap_or(u32::MAX),
                quantity: line.quantity.at_most(),
                rate: line.rate.at_most().cents(),
                divisor: line.per.at_most(),
                amount: line.amount.at_most().cents(),
            });
        }
        self.recipients.push(line.recipient);
        self.rules.push(rule);
        self.quantities.push(line.quantity.at_least());
        self.rates.push(line.rate.at_least().cents());
        self.divisors.push(line.per.at_least());
        self.amounts.push(line.amount.at_least().cents());
    }

    /// Adds lines of `quantity`, known within bounds only, at a rate for `per`.
    ///
    /// # Errors
    /// [`MoneyError`] when an amount is out of range.
    pub fn add_within(
        &mut self,
        recipient: u32,
        rule: &str,
        quantity: Within<i64>,
        rate: Money,
        per: NonZeroU32,
        rounding: Rounding,
    ) -> Result<(), MoneyError> {
        let amount = |quantity| {
            let out_of_range = MoneyError::Multiply { amount: rate, factor: quantity };
            part(quantity, rate.cents(), per, rounding).map(Money::from_cents).ok_or(out_of_range)
        };
        let amount = Within::between(amount(quantity.at_least())?, amount(quantity.at_most())?);
        let (rate, per) = (rate.into(), per.get().into());
        self.push_line(AllocationLine { recipient, rule, quantity, rate, per, amount, rounding });
        Ok(())
    }

    /// Records what is left of an amount of which the lines from `first_line`
    /// on are the shares.
    pub fn add_remainder(&mut self, rule: &str, whole: Money, left: Within<Money>, first_line: usize) {
        let lines = self.amounts.len().saturating_sub(first_line);
        let position = |line| u32::try_from(line).unwrap_or(u32::MAX);
        let (rule, first_line, lines) = (rule.to_owned(), position(first_line), position(lines));
        self.remainders.push(Remainder { rule, whole, left, first_line, lines });
    }

    /// Records that a rule made no line, as this quantity is not known.
    pub fn add_gap(&mut self, recipient: u32, rule: &str, quantity: &str) {
        let is_it = |cause: &Needed| matches!(cause, Needed::Quantity(known) if known == quantity);
        self.push_gap(recipient, rule, is_it, || Needed::Quantity(quantity.to_owned()));
    }

    /// Records that a rule made no line for want of this.
    pub fn add_gap_of(&mut self, recipient: u32, rule: &str, cause: &Needed) {
        self.push_gap(recipient, rule, |known| known == cause, || cause.clone());
    }

    fn push_gap(
        &mut self,
        recipient: u32,
        rule: &str,
        is_it: impl Fn(&Needed) -> bool,
        cause: impl FnOnce() -> Needed,
    ) {
        let rule = self.position(rule, Rounding::TowardZero);
        let cause = index(self.causes.iter().position(is_it).unwrap_or_else(|| {
            self.causes.push(cause());
            self.causes.len() - 1
        }));
        self.gap_recipients.push(recipient);
        self.gap_rules.push(rule);
        self.gap_causes.push(cause);
    }

    /// Records that a rule made no line for want of what the failure names.
    ///
    /// # Errors
    /// A failure that is no [`Failure::Missing`] is given back: what is wrong is
    /// no gap.
    pub fn add_gaps_of(&mut self, recipient: u32, rule: &str, failure: &Failure) -> Result<(), Failure> {
        let Failure::Missing(lacks) = failure else { return Err(failure.clone()) };
        lacks.iter().for_each(|lack| self.add_gap_of(recipient, rule, &lack.needed));
        Ok(())
    }

    /// Records, once, that the dataset lacks a quantity that a rule reads.
    pub fn add_absent(&mut self, quantity: &str) {
        if !self.absent.iter().any(|known| known == quantity) {
            self.absent.push(quantity.to_owned());
        }
    }

    /// Where a rule stands that rounds in this way; it is added if need be.
    fn position(&mut self, rule: &str, rounding: Rounding) -> u16 {
        let found = self.applied.iter().position(|known| known.rule == rule && known.rounding == rounding);
        index(found.unwrap_or_else(|| {
            self.applied.push(AppliedRule { rule: rule.to_owned(), rounding });
            self.applied.len() - 1
        }))
    }

    /// The lines, in the order in which they were added.
    pub fn lines(&self) -> impl Iterator<Item = AllocationLine<'_>> {
        (0..self.amounts.len()).filter_map(|line| self.line(line))
    }

    /// One line, by its position among them.
    pub fn line(&self, line: usize) -> Option<AllocationLine<'_>> {
        let applied = self.applied.get(usize::from(*self.rules.get(line)?))?;
        let (quantity, rate) = (*self.quantities.get(line)?, *self.rates.get(line)?);
        let (divisor, amount) = (*self.divisors.get(line)?, *self.amounts.get(line)?);
        let bounds = self.bounds.binary_search_by_key(&line, |bounds| bounds.line as usize);
        let most = bounds.ok().and_then(|at| self.bounds.get(at));
        let money = |least, most| Within::between(Money::from_cents(least), Money::from_cents(most));
        Some(AllocationLine {
            recipient: *self.recipients.get(line)?,
            rule: &applied.rule,
            rounding: applied.rounding,
            quantity: Within::between(quantity, most.map_or(quantity, |most| most.quantity)),
            rate: money(rate, most.map_or(rate, |most| most.rate)),
            per: Within::between(divisor, most.map_or(divisor, |most| most.divisor)),
            amount: money(amount, most.map_or(amount, |most| most.amount)),
        })
    }

    /// The gaps, in the order in which they were added.
    pub fn gaps(&self) -> impl Iterator<Item = AllocationGap<'_>> {
        (0..self.gap_recipients.len()).filter_map(|gap| self.gap(gap))
    }

    /// One gap, by its position among them.
    pub fn gap(&self, gap: usize) -> Option<AllocationGap<'_>> {
        Some(AllocationGap {
            recipient: *self.gap_recipients.get(gap)?,
            rule: &self.applied.get(usize::from(*self.gap_rules.get(gap)?))?.rule,
            cause: self.causes.get(usize::from(*self.gap_causes.get(gap)?))?,
        })
    }

    /// The sum of all lines.
    ///
    /// # Errors
    /// [`MoneyError`] when it is out of range.
    pub fn total(&self) -> Result<Within<Money>, MoneyError> {
        self.total_of(|_| true)
    }

    /// The sum of the lines of these recipients.
    ///
    /// Shares of one amount depend on each other: what one has more, others
    /// have less. So their sum is no more than what is handed out less the
    /// least that the others have, and no less than the reverse.
    ///
    /// # Errors
    /// [`MoneyError`] when it is out of range.
    pub fn total_of(&self, recipients: impl Fn(u32) -> bool) -> Result<Within<Money>, MoneyError> {
        let ours = |line: &AllocationLine<'_>| recipients(line.recipient);
        if self.bounds.is_empty() {
            return Within::try_sum(self.lines().filter(ours).map(|line| line.amount));
        }
        let is_share = |at: &usize| self.remainders.iter().any(|left| left.shares().contains(at));
        let alone = (0..self.amounts.len()).filter(|at| !is_share(at)).filter_map(|at| self.line(at));
        let mut total = Within::try_sum(alone.filter(ours).map(|line| line.amount))?;
        for remainder in &self.remainders {
            let (of_ours, of_others): (Vec<_>, Vec<_>) =
                remainder.shares().filter_map(|at| self.line(at)).partition(ours);
            let sum = |lines: Vec<AllocationLine<'_>>| Within::try_sum(lines.into_iter().map(|line| line.amount));
            let (of_ours, of_others) = (sum(of_ours)?, sum(of_others)?);
            let others_leave = remainder.handed_out()?.checked_sub(of_others)?;
            let at_least = of_ours.at_least().max(others_leave.at_least());
            let at_most = of_ours.at_most().min(others_leave.at_most());
            total = total.checked_add(Within::between(at_least, at_most))?;
        }
        Ok(total)
    }

    /// Checks what the columns promise: equal lengths, indexes that exist, and
    /// every amount equal to quantity times rate, per divisor. A host checks this before it
    /// believes a plugin.
    ///
    /// # Errors
    /// A sentence that names the first broken promise.
    pub fn check(&self, recipients: usize) -> Result<(), String> {
        if self.applied.len().max(self.causes.len()) > usize::from(u16::MAX) {
            return Err("there are more rules or causes than can be told apart".to_owned());
        }
        let lines = self.amounts.len();
        let columns =
            [self.recipients.len(), self.rules.len(), self.quantities.len(), self.rates.len(), self.divisors.len()];
        if columns.iter().any(|length| *length != lines) {
            return Err(format!("the columns of the lines have different lengths: {columns:?} and {lines}"));
        }
        let gaps = [self.gap_rules.len(), self.gap_causes.len()];
        if gaps.iter().any(|length| *length != self.gap_recipients.len()) {
            return Err(format!(
                "the columns of the gaps have different lengths: {gaps:?} and {}",
                self.gap_recipients.len()
            ));
        }
        if let Some(out) =
            self.recipients.iter().chain(&self.gap_recipients).find(|index| **index as usize >= recipients)
        {
            return Err(format!("a line names recipient {out}, but there are {recipients}"));
        }
        if let Some(out) =
            self.rules.iter().chain(&self.gap_rules).find(|index| usize::from(**index) >= self.applied.len())
        {
            return Err(format!("a line names rule {out}, but there are {}", self.applied.len()));
        }
        if let Some(out) = self.gap_causes.iter().find(|index| usize::from(**index) >= self.causes.len()) {
            return Err(format!("a gap names cause {out}, but there are {}", self.causes.len()));
        }
        if self.bounds.windows(2).any(|pair| pair[0].line >= pair[1].line) {
            return Err("the lines with bounds are not in rising order".to_owned());
        }
        if let Some(out) = self.bounds.iter().find(|bounds| bounds.line as usize >= lines) {
            return Err(format!("there are bounds of line {}, but there are {lines}", out.line));
        }
        let mut bounds = self.bounds.iter().peekable();
        for line in 0..lines {
            let (quantity, rate, amount) = (self.quantities[line], self.rates[line], self.amounts[line]);
            let (divisor, rounding) = (self.divisors[line], self.applied[usize::from(self.rules[line])].rounding);
            if let Some(most) = bounds.next_if(|bounds| bounds.line as usize == line) {
                self.check_bounds(most)?;
                continue;
            }
            let follows = NonZeroU32::new(divisor).and_then(|per| part(quantity, rate, per, rounding));
            if follows != Some(amount) {
                return Err(format!(
                    "line {line} is {amount} cents, which is not {quantity} times {rate} per {divisor}"
                ));
            }
        }
        self.check_remainders()
    }

    /// What a line with bounds promises: they are in order, and its amount lies
    /// within what quantity, rate and divisor allow.
    fn check_bounds(&self, most: &LineBounds) -> Result<(), String> {
        let line = most.line as usize;
        let least = (self.quantities[line], self.rates[line], self.divisors[line], self.amounts[line]);
        let (quantity, rate, divisor, amount) = least;
        if quantity > most.quantity || rate > most.rate || divisor > most.divisor || amount > most.amount {
            return Err(format!("line {line} has bounds the wrong way round"));
        }
        let rounding = self.applied[usize::from(self.rules[line])].rounding;
        let corners = [quantity, most.quantity].into_iter().flat_map(|quantity| {
            let of = move |rate| [divisor, most.divisor].map(|divisor| (quantity, rate, divisor));
            [rate, most.rate].into_iter().flat_map(of)
        });
        let amounts =
            corners.map(|(quantity, rate, divisor)| part(quantity, rate, NonZeroU32::new(divisor)?, rounding));
        let amounts: Option<Vec<i64>> = amounts.collect();
        let within = amounts.and_then(|amounts| Some((*amounts.iter().min()?, *amounts.iter().max()?)));
        if within.is_none_or(|(lowest, highest)| amount < lowest || most.amount > highest) {
            let (amount, quantity) = (Within::between(amount, most.amount), Within::between(quantity, most.quantity));
            let (rate, divisor) = (Within::between(rate, most.rate), Within::between(divisor, most.divisor));
            return Err(format!("line {line} is {amount} cents, which is not {quantity} times {rate} per {divisor}"));
        }
        Ok(())
    }

    /// What is handed out and what is left are the whole; no line is a share
    /// of two amounts.
    fn check_remainders(&self) -> Result<(), String> {
        let mut free = 0;
        for remainder in &self.remainders {
            let Remainder { rule, whole, left, .. } = remainder;
            let shares = remainder.shares();
            if shares.end > self.amounts.len() || (!shares.is_empty() && shares.start < free) {
                return Err(format!("the shares {shares:?} of {rule} are not there, or are those of another amount"));
            }
            free = free.max(if shares.is_empty() { 0 } else { shares.end });
            let handed_out = Within::try_sum(shares.filter_map(|at| self.line(at)).map(|line| line.amount));
            let fits = handed_out
                .and_then(|shares| Within::from(*whole).checked_sub(shares))
                .is_ok_and(|of_lines| of_lines.at_least() <= left.at_least() && left.at_most() <= of_lines.at_most());
            if !fits {
                return Err(format!("of {whole} of {rule} {left} is left, which is not the whole less its shares"));
            }
        }
        Ok(())
    }
}

/// A quantity of a rate for `per`.
fn part(quantity: i64, rate: i64, per: NonZeroU32, rounding: Rounding) -> Option<i64> {
    let whole = i128::from(quantity) * i128::from(rate);
    let part = rounding.divide(whole, i128::from(per.get()))?;
    i64::try_from(part).ok()
}

fn index(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_by_its_name_or_by_duo_s_code_and_written_by_its_name() {
        let read = |text: &str| serde_json::from_value::<RecipientKind>(text.into()).map_err(|error| error.to_string());
        for (text, name) in
            [("bao", "bao"), ("BO", "bao"), ("bo", "bao"), ("SO/VSO", "so_vso"), ("SBAO", "sbo"), ("PrO", "pro")]
        {
            assert_eq!(serde_json::to_value(read(text).unwrap()).unwrap(), name, "{text}");
        }
        assert_eq!(read("Partnership"), Ok(RecipientKind::Partnership));
        for text in ["basis", "", "other"] {
            let error = read(text).unwrap_err();
            assert!(error.starts_with(&format!("`{text}` is not a kind of recipient: write bao, ")), "{error}");
        }
        let number = serde_json::from_str::<RecipientKind>("3").unwrap_err().to_string();
        assert!(number.starts_with("invalid type: integer `3`, expected a string"), "{number}");
    }

    fn one_line() -> Allocation {
        let mut allocation = Allocation::default();
        allocation.add_line(0, "a", 3, Money::from_cents(5)).unwrap();
        allocation.add_gap(1, "a", "leerlingen");
        allocation
    }

    #[test]
    fn a_sound_allocation_passes_its_own_check() {
        assert_eq!(one_line().check(2), Ok(()));
    }

    #[test]
    fn every_broken_promise_is_named() {
        let broken = |spoil: fn(&mut Allocation)| {
            let mut allocation = one_line();
            spoil(&mut allocation);
            allocation.check(2).unwrap_err()
        };
        assert!(broken(|a| a.rates.push(1)).contains("lines have different lengths"));
        assert!(broken(|a| a.gap_rules.push(0)).contains("gaps have different lengths"));
        assert!(broken(|a| a.recipients[0] = 2).contains("recipient 2"));
        assert!(broken(|a| a.gap_recipients[0] = 9).contains("recipient 9"));
        assert!(broken(|a| a.rules[0] = 1).contains("rule 1"));
        assert!(broken(|a| a.gap_causes[0] = 1).contains("cause 1"));
        assert!(broken(|a| a.amounts[0] = 16).contains("16 cents, which is not 3 times 5 per 1"));
        assert!(broken(|a| a.divisors[0] = 0).contains("per 0"));
        assert!(broken(|a| (a.divisors[0], a.applied[0].rounding) = (2, Rounding::Ceiling)).contains("15 cents"));
    }

    /// One of 1 to 4 pupils and ten others share 100 cents: 9 cents each, or 8
    /// or 7.
    fn shared() -> Allocation {
        let mut allocation = Allocation::default();
        let (one, cents) = (1.into(), |least, most| Within::between(Money::from_cents(least), Money::from_cents(most)));
        let line = |recipient, quantity, amount| AllocationLine {
            recipient,
            rule: "r",
            quantity,
            rate: cents(7, 9),
            per: one,
            amount,
            rounding: Rounding::Floor,
        };
        allocation.push_line(line(0, 10.into(), cents(70, 90)));
        allocation.push_line(line(1, Within::between(1, 4), cents(9, 28)));
        allocation.add_remainder("r", Money::from_cents(100), cents(1, 9), 0);
        allocation
    }

    #[test]
    fn shares_that_are_not_exact_still_add_up_to_what_is_handed_out() {
        let allocation = shared();
        assert_eq!(allocation.check(2), Ok(()));
        let cents = |within: Within<Money>| (within.at_least().cents(), within.at_most().cents());
        assert_eq!(allocation.total().map(cents), Ok((91, 99)));
        assert_eq!(allocation.total_of(|of| of == 0).map(cents), Ok((70, 90)));
    }

    #[test]
    fn every_broken_promise_of_bounds_and_of_what_is_left_is_named() {
        let broken = |spoil: fn(&mut Allocation)| {
            let mut allocation = shared();
            spoil(&mut allocation);
            allocation.check(2).unwrap_err()
        };
        assert!(broken(|a| a.bounds.reverse()).contains("rising order"));
        assert!(broken(|a| a.bounds[1].line = 2).contains("bounds of line 2"));
        assert!(broken(|a| a.bounds[1].quantity = 0).contains("wrong way round"));
        assert!(broken(|a| a.bounds[1].amount = 37).contains("9..37 cents, which is not 1..4 times 7..9 per 1"));
        assert!(broken(|a| a.divisors[0] = 0).contains("per 0..1"));
        assert!(broken(|a| a.remainders[0].lines = 3).contains("shares 0..3 of r are not there"));
        assert!(broken(|a| a.remainders.push(a.remainders[0].clone())).contains("those of another amount"));
        assert!(
            broken(|a| a.remainders[0].left = Money::from_cents(50).into()).contains("not the whole less its shares")
        );
        assert!(broken(|a| a.remainders[0].lines = 0).contains("1.00 of r 0.01..0.09 is left"));
    }

    #[test]
    fn a_rule_rounds_as_it_says_and_is_checked_by_that() {
        let mut allocation = Allocation::default();
        let two = NonZeroU32::new(2).unwrap();
        for rounding in Rounding::ALL {
            allocation.add_rounded(0, "r", -5, Money::from_cents(1), two, rounding).unwrap();
        }
        assert_eq!((allocation.amounts.as_slice(), allocation.check(1)), ([-3, -2, -2, -3, -3, -2].as_slice(), Ok(())));
        assert_eq!(allocation.applied.len(), 6);
    }

    #[test]
    fn lines_and_gaps_read_back_with_their_rule() {
        let allocation = one_line();
        let line = allocation.lines().next().unwrap();
        assert_eq!(
            (line.rule, line.quantity.exact(), line.amount.exact()),
            ("a", Some(3), Some(Money::from_cents(15)))
        );
        let gap = allocation.gaps().next().unwrap();
        assert_eq!((gap.recipient, gap.cause), (1, &Needed::Quantity("leerlingen".into())));
    }

    #[test]
    fn what_is_missing_is_a_gap_and_what_is_wrong_is_given_back() {
        let mut allocation = Allocation::default();
        let needed = ["a", "b"].map(|name| Needed::Quantity(name.into()));
        let missing = Failure::Missing(needed.iter().cloned().map(crate::Lack::of).collect());
        allocation.add_gaps_of(2, "r", &missing).unwrap();
        assert!(allocation.gaps().map(|gap| gap.cause).eq(&needed));
        let wrong = Failure::OutOfRange("a".into());
        assert_eq!(allocation.add_gaps_of(2, "r", &wrong), Err(wrong));
        assert_eq!(allocation.gaps().count(), 2);
    }

    #[test]
    fn a_product_out_of_range_is_an_error_and_adds_no_line() {
        let mut allocation = Allocation::default();
        assert!(allocation.add_line(0, "a", 2, Money::from_cents(i64::MAX)).is_err());
        assert_eq!(allocation.lines().count(), 0);
    }
}
