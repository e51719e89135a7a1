//! What each school and board receives in all, and how far that is apart.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Allocation, Dataset, Money, MoneyError, PupilCount, Rounding, Within};

use super::Recipients;
use crate::report::rows::written_as_rows;

/// The column of a dataset that counts a school's pupils.
pub(super) const PUPILS: &str = "leerlingen";

/// The totals of recipients or of boards that have lines or gaps, in their
/// order. They are stored by position: a row is made when it is asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct Totals {
    recipients: Arc<Recipients>,
    of_boards: bool,
    /// Whether the dataset has every quantity that the rules need.
    complete: bool,
    sums: Vec<Sum>,
}

/// The total of a recipient or of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Total<'a> {
    /// The recipient's id, or the board's number.
    pub id: &'a str,
    /// The sum of the lines that could be made.
    pub amount_cents: Within<Money>,
    /// Whether every line could be made; if not, the sum is not the whole.
    pub complete: bool,
    /// Its pupils, where they are exactly known.
    pub pupils: Option<u32>,
    /// The sum divided by its pupils, rounded half away from zero to cents; null
    /// where a line could not be made or the pupils are not exactly known.
    pub per_pupil_cents: Option<Within<Money>>,
}

/// What a recipient or board receives, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sum {
    of: u32,
    amount: Within<Money>,
    complete: bool,
    pupils: PupilCount,
}

/// The lowest and highest amount per pupil, and what lies between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Spread {
    /// The lowest amount per pupil.
    pub lowest_cents: Money,
    /// The highest amount per pupil.
    pub highest_cents: Money,
    /// Highest less lowest.
    pub difference_cents: Money,
}

impl Totals {
    /// The totals of the recipients that have lines or gaps.
    pub(super) fn of_recipients(
        allocation: &Allocation,
        recipients: &Arc<Recipients>,
        dataset: &Dataset,
    ) -> Result<Totals, MoneyError> {
        let (rows, _) = recipients.len();
        let mut sums: Vec<Option<(Within<Money>, bool)>> = vec![None; rows];
        for line in allocation.lines() {
            if let Some(sum) = sums.get_mut(line.recipient as usize) {
                let (amount, complete) = sum.unwrap_or((Within::ZERO, true));
                *sum = Some((amount.checked_add(line.amount)?, complete));
            }
        }
        for gap in allocation.gaps() {
            if let Some(sum) = sums.get_mut(gap.recipient as usize) {
                *sum = Some((sum.map_or(Within::ZERO, |(amount, _)| amount), false));
            }
        }
        let pupils = dataset.pupils(PUPILS).unwrap_or_else(|| vec![PupilCount::Unknown; rows]);
        let sums = (0..).zip(sums).zip(pupils).filter_map(|((of, sum), pupils)| {
            let (amount, complete) = sum?;
            Some(Sum { of, amount, complete, pupils })
        });
        let complete = allocation.absent.is_empty();
        Ok(Totals { recipients: Arc::clone(recipients), of_boards: false, complete, sums: sums.collect() })
    }

    /// The totals of the boards of these schools.
    pub(super) fn of_boards(allocation: &Allocation, schools: &Totals) -> Result<Totals, MoneyError> {
        let recipients = &schools.recipients;
        let (_, boards) = recipients.len();
        let mut sums: Vec<Option<Sum>> = vec![None; boards];
        for school in &schools.sums {
            let Some(of) = recipients.board(school.of) else { continue };
            let Some(sum) = sums.get_mut(of as usize) else { continue };
            let board =
                sum.get_or_insert(Sum { of, amount: Within::ZERO, complete: true, pupils: PupilCount::Exact(0) });
            board.amount = board.amount.checked_add(school.amount)?;
            board.complete &= school.complete;
            let pupils = school.pupils.exact().map_or(PupilCount::Unknown, PupilCount::Exact);
            board.pupils = board.pupils.checked_add(pupils).unwrap_or(PupilCount::Unknown);
        }
        let mut sums: Vec<Sum> = sums.into_iter().flatten().collect();
        for board in sums.iter_mut().filter(|board| board.amount.exact().is_none()) {
            board.amount = allocation.total_of(|recipient| recipients.board(recipient) == Some(board.of))?;
        }
        let complete = schools.complete;
        Ok(Totals { recipients: Arc::clone(recipients), of_boards: true, complete, sums })
    }

    /// The totals as rows.
    pub fn iter(&self) -> impl Iterator<Item = Total<'_>> {
        self.sums.iter().map(|sum| Total {
            id: if self.of_boards { self.recipients.board_number(sum.of) } else { self.recipients.id(sum.of) },
            amount_cents: sum.amount,
            complete: sum.complete && self.complete,
            pupils: sum.pupils.exact(),
            per_pupil_cents: sum.per_pupil(),
        })
    }

    /// How far they are apart, of those that have an exact amount per pupil.
    pub(super) fn spread(&self) -> Result<Option<Spread>, MoneyError> {
        let per_pupil = || self.sums.iter().filter_map(Sum::per_pupil).filter_map(Within::exact);
        let (Some(lowest_cents), Some(highest_cents)) = (per_pupil().min(), per_pupil().max()) else { return Ok(None) };
        let difference_cents = highest_cents.checked_sub(lowest_cents)?;
        Ok(Some(Spread { lowest_cents, highest_cents, difference_cents }))
    }

    /// Leaves the totals of these recipients, or of these boards.
    pub(super) fn retain(&mut self, concerned: impl Fn(u32) -> bool) {
        self.sums.retain(|sum| concerned(sum.of));
    }

    /// Leaves the total of the board of that number.
    pub(super) fn retain_board(&mut self, number: &str) {
        self.sums.retain(|sum| self.recipients.board_number(sum.of) == number);
    }
}

written_as_rows!(Totals, Total<'static>);

impl Sum {
    fn per_pupil(&self) -> Option<Within<Money>> {
        let pupils = self.pupils.exact().filter(|_| self.complete)?;
        let each = |amount: Money| {
            let cents = Rounding::HalfAwayFromZero.divide(i128::from(amount.cents()), i128::from(pupils))?;
            i64::try_from(cents).ok().map(Money::from_cents)
        };
        Some(Within::between(each(self.amount.at_least())?, each(self.amount.at_most())?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset() -> Dataset {
        serde_json::from_value(serde_json::json!({
            "name": "x", "synthetic": true, "quantities": [{ "name": "leerlingen" }],
            "recipients": [
                { "id": "A", "name": "A", "kind": "bao", "board": "11111", "counts": { "leerlingen": 3 } },
                { "id": "B", "name": "B", "kind": "bao", "board": "11111", "counts": { "leerlingen": 1 } },
                { "id": "C", "name": "C", "kind": "bao", "board": "22222", "counts": { "leerlingen": null } },
                { "id": "D", "name": "D", "kind": "bao", "counts": { "leerlingen": 2 } }
            ]
        }))
        .unwrap()
    }

    fn of(allocation: &Allocation) -> (Totals, Totals) {
        let recipients = Arc::new(Recipients::of(&dataset()));
        let schools = Totals::of_recipients(allocation, &recipients, &dataset()).unwrap();
        let boards = Totals::of_boards(allocation, &schools).unwrap();
        (schools, boards)
    }

    fn totals() -> (Totals, Totals) {
        let mut allocation = Allocation::default();
        for (recipient, cents) in [(0, 1000), (0, -100), (1, 500), (2, 700)] {
            allocation.add_line(recipient, "r", 1, Money::from_cents(cents)).unwrap();
        }
        of(&allocation)
    }

    fn rows(totals: &Totals) -> Vec<Total<'_>> {
        totals.iter().collect()
    }

    #[test]
    fn a_total_is_the_sum_of_lines_and_a_school_without_lines_has_none() {
        let (schools, _) = totals();
        let schools = rows(&schools);
        let shown: Vec<_> =
            schools.iter().map(|total| (total.id, total.amount_cents.exact().unwrap().cents())).collect();
        assert_eq!(shown, [("A", 900), ("B", 500), ("C", 700)]);
        assert_eq!(schools[0].per_pupil_cents, Some(Money::from_cents(300).into()));
        assert_eq!(schools[2].per_pupil_cents, None);
    }

    #[test]
    fn a_board_has_the_money_and_pupils_of_its_schools_and_an_unknown_count_stays_unknown() {
        let (_, boards) = totals();
        let boards = rows(&boards);
        assert_eq!((boards[0].id, boards[0].pupils), ("11111", Some(4)));
        assert_eq!(boards[0].per_pupil_cents, Some(Money::from_cents(350).into()));
        assert_eq!((boards[1].pupils, boards[1].per_pupil_cents), (None, None));
    }

    #[test]
    fn a_total_with_a_gap_is_not_the_whole_and_has_no_amount_per_pupil() {
        let mut allocation = Allocation::default();
        allocation.add_line(0, "r", 1, Money::from_cents(900)).unwrap();
        allocation.add_gap(0, "s", "plaatsingen");
        allocation.add_gap(1, "r", "leerlingen");
        let (schools, boards) = of(&allocation);
        assert_eq!(
            schools.iter().map(|total| (total.complete, total.per_pupil_cents)).collect::<Vec<_>>(),
            [(false, None); 2]
        );
        assert_eq!(schools.spread().unwrap(), None);
        let boards = rows(&boards);
        assert_eq!((boards.len(), boards[0].complete, boards[0].per_pupil_cents), (1, false, None));
    }

    #[test]
    fn what_a_school_has_within_bounds_it_has_per_pupil_and_its_board_has_too() {
        let mut allocation = Allocation::default();
        let one = std::num::NonZeroU32::MIN;
        allocation.add_within(0, "r", Within::between(1, 4), Money::from_cents(30), one, Rounding::Floor).unwrap();
        let (schools, boards) = of(&allocation);
        let cents = |least, most| Within::between(Money::from_cents(least), Money::from_cents(most));
        assert_eq!(rows(&schools)[0].per_pupil_cents, Some(cents(10, 40)));
        assert_eq!((rows(&boards)[0].amount_cents, schools.spread().unwrap()), (cents(30, 120), None));
    }

    #[test]
    fn no_total_is_the_whole_where_the_dataset_lacks_a_quantity() {
        let mut allocation = Allocation::default();
        allocation.add_line(0, "r", 1, Money::from_cents(900)).unwrap();
        allocation.add_absent("plaatsingen");
        let (schools, boards) = of(&allocation);
        assert!(rows(&schools).iter().chain(&rows(&boards)).all(|total| !total.complete));
        assert_eq!(rows(&schools)[0].per_pupil_cents, Some(Money::from_cents(300).into()));
    }

    #[test]
    fn the_spread_leaves_out_what_is_unknown() {
        let (mut schools, _) = totals();
        let spread = schools.spread().unwrap().unwrap();
        assert_eq!((spread.lowest_cents.cents(), spread.highest_cents.cents()), (300, 500));
        schools.retain(|school| school >= 2);
        assert_eq!(schools.spread().unwrap(), None);
    }
}
