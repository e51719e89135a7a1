//! What each school and board receives in all, and how far that is apart.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{Allocation, BoardNumber, Dataset, Money, MoneyError, PupilCount, Rounding};

/// The column of a dataset that counts a school's pupils.
const PUPILS: &str = "leerlingen";

/// The total of a recipient or of a board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Total {
    /// The recipient's id, or the board's number.
    pub id: String,
    /// The sum of the lines that could be made.
    pub amount_cents: Money,
    /// Whether every line could be made; if not, the sum is not the whole.
    pub complete: bool,
    /// Its pupils, where they are exactly known.
    pub pupils: Option<u32>,
    /// The sum divided by its pupils, rounded half away from zero to cents; null
    /// where the sum is not the whole or the pupils are not known.
    pub per_pupil_cents: Option<Money>,
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

impl Spread {
    /// The spread of those totals that have an amount per pupil.
    pub(crate) fn of(totals: &[Total]) -> Result<Option<Spread>, MoneyError> {
        let per_pupil = || totals.iter().filter_map(|total| total.per_pupil_cents);
        let (Some(lowest_cents), Some(highest_cents)) = (per_pupil().min(), per_pupil().max()) else { return Ok(None) };
        let difference_cents = highest_cents.checked_sub(lowest_cents)?;
        Ok(Some(Spread { lowest_cents, highest_cents, difference_cents }))
    }
}

/// The totals of the recipients that have lines or gaps, in their order.
pub(crate) fn of_recipients(allocation: &Allocation, dataset: &Dataset) -> Result<Vec<Total>, MoneyError> {
    let mut sums: BTreeMap<u32, (Money, bool)> = BTreeMap::new();
    for line in allocation.lines() {
        let (sum, _) = sums.entry(line.recipient).or_insert((Money::ZERO, true));
        *sum = sum.checked_add(line.amount)?;
    }
    for gap in allocation.gaps() {
        sums.entry(gap.recipient).or_insert((Money::ZERO, false)).1 = false;
    }
    let total = |(index, (sum, complete)): (u32, (Money, bool))| {
        let recipient = &dataset.recipients[index as usize];
        let pupils = recipient.pupils(PUPILS);
        Total::new(recipient.id.clone(), sum, complete, pupils)
    };
    Ok(sums.into_iter().map(total).collect())
}

/// The totals of the boards whose schools have lines or gaps.
pub(crate) fn of_boards(schools: &[Total], dataset: &Dataset) -> Result<Vec<Total>, MoneyError> {
    let boards: BTreeMap<&str, &BoardNumber> = dataset
        .recipients
        .iter()
        .filter_map(|recipient| Some((recipient.id.as_str(), recipient.board.as_ref()?)))
        .collect();
    let mut sums: BTreeMap<&BoardNumber, (Money, bool, PupilCount)> = BTreeMap::new();
    for school in schools {
        let Some(board) = boards.get(school.id.as_str()) else { continue };
        let pupils = school.pupils.map_or(PupilCount::Unknown, PupilCount::Exact);
        let (sum, complete, all) = sums.entry(board).or_insert((Money::ZERO, true, PupilCount::Exact(0)));
        *sum = sum.checked_add(school.amount_cents)?;
        *complete &= school.complete;
        *all = all.checked_add(pupils).unwrap_or(PupilCount::Unknown);
    }
    let total =
        |(board, (sum, complete, pupils)): (&BoardNumber, _)| Total::new(board.to_string(), sum, complete, pupils);
    Ok(sums.into_iter().map(total).collect())
}

impl Total {
    fn new(id: String, amount_cents: Money, complete: bool, pupils: PupilCount) -> Total {
        let pupils = pupils.exact();
        let per_pupil = pupils
            .filter(|_| complete)
            .and_then(|pupils| Rounding::HalfAwayFromZero.divide(i128::from(amount_cents.cents()), i128::from(pupils)));
        let per_pupil_cents = per_pupil.and_then(|cents| i64::try_from(cents).ok()).map(Money::from_cents);
        Total { id, amount_cents, complete, pupils, per_pupil_cents }
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

    fn totals() -> (Vec<Total>, Vec<Total>) {
        let mut allocation = Allocation::default();
        for (recipient, cents) in [(0, 1000), (0, -100), (1, 500), (2, 700)] {
            allocation.add_line(recipient, "r", 1, Money::from_cents(cents)).unwrap();
        }
        let schools = of_recipients(&allocation, &dataset()).unwrap();
        let boards = of_boards(&schools, &dataset()).unwrap();
        (schools, boards)
    }

    #[test]
    fn a_total_is_the_sum_of_lines_and_a_school_without_lines_has_none() {
        let (schools, _) = totals();
        let shown: Vec<_> = schools.iter().map(|total| (total.id.as_str(), total.amount_cents.cents())).collect();
        assert_eq!(shown, [("A", 900), ("B", 500), ("C", 700)]);
        assert_eq!(schools[0].per_pupil_cents, Some(Money::from_cents(300)));
        assert_eq!(schools[2].per_pupil_cents, None);
    }

    #[test]
    fn a_board_has_the_money_and_pupils_of_its_schools_and_an_unknown_count_stays_unknown() {
        let (_, boards) = totals();
        assert_eq!((boards[0].id.as_str(), boards[0].pupils), ("11111", Some(4)));
        assert_eq!(boards[0].per_pupil_cents, Some(Money::from_cents(350)));
        assert_eq!((boards[1].pupils, boards[1].per_pupil_cents), (None, None));
    }

    #[test]
    fn a_total_with_a_gap_is_not_the_whole_and_has_no_amount_per_pupil() {
        let mut allocation = Allocation::default();
        allocation.add_line(0, "r", 1, Money::from_cents(900)).unwrap();
        allocation.add_gap(0, "s", "plaatsingen");
        allocation.add_gap(1, "r", "leerlingen");
        let schools = of_recipients(&allocation, &dataset()).unwrap();
        assert_eq!(
            schools.iter().map(|total| (total.complete, total.per_pupil_cents)).collect::<Vec<_>>(),
            [(false, None); 2]
        );
        let boards = of_boards(&schools, &dataset()).unwrap();
        assert_eq!((boards.len(), boards[0].complete, boards[0].per_pupil_cents), (1, false, None));
        assert_eq!(Spread::of(&schools).unwrap(), None);
    }

    #[test]
    fn the_spread_leaves_out_what_is_unknown() {
        let (schools, _) = totals();
        let spread = Spread::of(&schools).unwrap().unwrap();
        assert_eq!((spread.lowest_cents.cents(), spread.highest_cents.cents()), (300, 500));
        assert_eq!(Spread::of(&schools[2..]).unwrap(), None);
    }
}
