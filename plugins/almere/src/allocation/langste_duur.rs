//! The longest that a budget for a pupil lasts.

use swv_plugin::{AllocationInput, Failure, Text};

/// A budget in months for pupils of a school.
pub(super) struct Budget {
    /// What people call it.
    pub(super) title: (&'static str, &'static str),
    /// The quantity of its pupils, and of the months that they have together.
    pub(super) pupils: &'static str,
    pub(super) months: &'static str,
}

/// No school has more months than the longest for each of its pupils.
pub(super) fn check(budget: &Budget, longest: i64, input: &AllocationInput) -> Result<(), Failure> {
    let Budget { title, pupils: of_pupils, months: of_months } = budget;
    let (Some(pupils), Some(months)) = (input.quantity(of_pupils), input.quantity(of_months)) else { return Ok(()) };
    for (row, (pupils, months)) in pupils.numbers().zip(months.numbers()).enumerate() {
        if let (Some(pupils), Some(months)) = (pupils.exact(), months.exact())
            && months > longest.saturating_mul(pupils)
        {
            return Err(Failure::invalid(
                format!("recipients[{row}], {of_months}"),
                format!("{months} months for {pupils} pupils"),
                Text::new(
                    format!("een {} duurt ten hoogste {longest} maanden", title.0),
                    format!("a {} lasts {longest} months at most", title.1),
                ),
            ));
        }
    }
    Ok(())
}
