//! Numbers that are part of another, and whether a dataset keeps to that.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Dataset, DatasetColumn, DatasetError};
use crate::{Measured, Number};

/// Quantities that are part of another: of each recipient, together they are
/// no more than the whole.
///
/// ```
/// use swv_core::{Dataset, Subset};
///
/// let dataset: Dataset = serde_json::from_str(r#"{
///     "name": "voorbeeld", "synthetic": true,
///     "quantities": [{ "name": "plaatsingen" }, { "name": "vrijgesteld" }],
///     "recipients": [{ "id": "12AB00", "name": "De Boog", "kind": "bao", "counts": { "plaatsingen": 0, "vrijgesteld": 1 } }]
/// }"#)?;
/// let subset = Subset { whole: "plaatsingen".into(), parts: vec!["vrijgesteld".into()], times: 1 };
/// let error = dataset.check_subset(&subset).unwrap_err().to_string();
/// assert!(error.starts_with("12AB00: vrijgesteld is 1, more than plaatsingen, which is 0"), "{error}");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subset {
    /// The quantity of the whole.
    pub whole: String,
    /// Those that are part of it, none of which overlaps another.
    pub parts: Vec<String>,
    /// How many there are at most for one of the whole: 12 for the months of a
    /// pupil in a year.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub times: u32,
}

fn once() -> u32 {
    1
}

fn is_once(times: &u32) -> bool {
    *times == once()
}

impl Dataset {
    /// Checks that of each recipient the parts are together no more than the
    /// whole, as far as they are known; and that a dataset with a part has the
    /// whole, unless it counts something else of it, such as months.
    ///
    /// # Errors
    /// [`DatasetError::MoreThanWhole`] and [`DatasetError::PartWithoutWhole`].
    pub fn check_subset(&self, subset: &Subset) -> Result<(), DatasetError> {
        let parts: Vec<&DatasetColumn> = subset.parts.iter().filter_map(|name| self.find(name)).collect();
        let whole = self.find(&subset.whole);
        for (row, recipient) in self.recipients.iter().enumerate() {
            let numbers: Vec<Measured> = parts.iter().map(|column| column.get(row)).collect();
            let of_whole = whole.map_or(Measured::UNKNOWN, |column| column.get(row));
            let scale = numbers.iter().chain([&of_whole]).map(|number| number.decimals()).max().unwrap_or_default();
            let least =
                |number: &Measured| i128::from(bounds(*number, scale).map_or(0, |(at_least, _)| at_least).max(0));
            let at_least: i128 = numbers.iter().map(least).sum();
            if at_least == 0 {
                continue;
            }
            let some = || parts.iter().zip(&numbers).filter(|(_, number)| least(number) > 0);
            if whole.is_none() && subset.times == once() {
                let part = some().map(|(part, _)| part.quantity.name.clone()).next().unwrap_or_default();
                let (id, whole) = (recipient.id.clone(), subset.whole.clone());
                return Err(DatasetError::PartWithoutWhole { id, part, whole, instead: None });
            }
            let at_most = bounds(of_whole, scale).map(|(_, at_most)| i128::from(at_most) * i128::from(subset.times));
            if at_most.is_some_and(|at_most| at_least > at_most) {
                let shown = |(part, number): (&&DatasetColumn, &Measured)| (part.quantity.name.clone(), *number);
                return Err(DatasetError::MoreThanWhole {
                    id: recipient.id.clone(),
                    parts: some().map(shown).collect(),
                    whole: subset.whole.clone(),
                    found: of_whole,
                    times: subset.times,
                });
            }
        }
        Ok(())
    }
}

/// The least and the most that a number can be, in steps of that scale; none
/// where nothing is known.
fn bounds(number: Measured, scale: u8) -> Option<(i64, i64)> {
    number.number(scale).and_then(Number::bounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(counts: &str) -> Result<(), String> {
        let dataset: Dataset = serde_json::from_str(&format!(
            r#"{{ "name": "x", "synthetic": true,
                "quantities": [{{ "name": "whole" }}, {{ "name": "one" }}, {{ "name": "other" }}],
                "recipients": [{{ "id": "A", "name": "A", "kind": "bao", "counts": {{ {counts} }} }}] }}"#
        ))
        .unwrap();
        let subset = Subset { whole: "whole".into(), parts: vec!["one".into(), "other".into()], times: 1 };
        dataset.check_subset(&subset).map_err(|error| error.to_string())
    }

    #[test]
    fn parts_are_no_more_than_the_whole_as_far_as_they_are_known() {
        for counts in [
            r#""whole": 2, "one": 1, "other": 1"#,
            r#""whole": 0, "one": 0"#,
            r#""whole": 0"#,
            r#""one": 3"#,
            r#""whole": { "at_least": 1, "at_most": 4 }, "one": 4"#,
            r#""whole": 1, "one": { "at_least": 1, "at_most": 4 }"#,
            r#""whole": "0.5", "one": "0.5""#,
        ] {
            assert_eq!(checked(counts), Ok(()), "{counts}");
        }
        for (counts, expected) in [
            (r#""whole": 0, "one": 1"#, "A: one is 1, more than whole, which is 0"),
            (r#""whole": 2, "one": 1, "other": 2"#, "A: one is 1 and other is 2, together more than whole, which is 2"),
            (r#""whole": { "at_least": 1, "at_most": 4 }, "one": 5"#, "A: one is 5, more than whole, which is 1-4"),
            (r#""whole": 1, "one": { "at_least": 2, "at_most": 4 }"#, "A: one is 2-4, more than whole, which is 1"),
            (r#""whole": "0.5", "one": "0.75""#, "A: one is 0.75, more than whole, which is 0.5"),
        ] {
            let error = checked(counts).unwrap_err();
            assert!(error.starts_with(expected), "{error}");
        }
    }

    #[test]
    fn months_of_a_pupil_are_at_most_those_of_a_year() {
        let of = |months: u32| -> Result<(), DatasetError> {
            let text = format!(
                r#"{{ "name": "x", "synthetic": true, "quantities": [{{ "name": "pupils" }}, {{ "name": "months" }}],
                    "recipients": [{{ "id": "A", "name": "A", "kind": "bao", "counts": {{ "pupils": 2, "months": {months} }} }}] }}"#
            );
            let dataset: Dataset = serde_json::from_str(&text).unwrap();
            dataset.check_subset(&Subset { whole: "pupils".into(), parts: vec!["months".into()], times: 12 })
        };
        assert_eq!(of(24), Ok(()));
        let error = of(25).unwrap_err().to_string();
        assert!(error.starts_with("A: months is 25, more than 12 times pupils, which is 2"), "{error}");
    }

    #[test]
    fn a_part_asks_for_its_whole() {
        let dataset = |count: &str| -> Dataset {
            let text = format!(
                r#"{{ "name": "x", "synthetic": true, "quantities": [{{ "name": "one" }}],
                    "recipients": [{{ "id": "A", "name": "A", "kind": "bao", "counts": {{ "one": {count} }} }}] }}"#
            );
            serde_json::from_str(&text).unwrap()
        };
        let subset = Subset { whole: "whole".into(), parts: vec!["one".into()], times: 1 };
        assert_eq!(dataset("0").check_subset(&subset), Ok(()));
        let error = dataset("1").check_subset(&subset).unwrap_err().to_string();
        assert_eq!(error, "A: has one, which is part of whole, and there is no column whole; add it");
    }
}
