//! For how many months money is paid at most.

use super::*;
use crate::procedure::{Cost, FieldKind, Payment};

fn with(months_at_most: Option<&str>) -> Procedure {
    let (what, starts) = (("het budget", "the budget"), on_event("besluit"));
    let payment = Payment::MonthlyFor("maanden".into());
    let mut cost = Cost::new("budget", what, (&school(), &school()), ("bedrag", payment), starts, plan("6"));
    cost.months_at_most = months_at_most.map(str::to_owned);
    staying(&["besluit"]).event_field("besluit", "maanden", ("maanden", "months"), FieldKind::Number).cost(cost)
}

#[test]
fn more_months_than_the_parameter_has_are_a_problem_and_as_many_are_none() {
    let granted = |months: &str| case().event_with("2025-02-03", "besluit", &[("maanden", months)]);
    // The parameter holds 3.
    let limited = with(Some("telling"));
    assert_eq!(problems(&on("2025-03-01", &limited, &granted("3"))), [""; 0]);
    let four = on("2025-03-01", &limited, &granted("4"));
    let told = "the budget: 4 months, and 3 at most (telling)";
    assert_eq!(problem(&four), ("telling", "events[0] (besluit)", told));
    assert_eq!(four.problems[0].source.as_ref().unwrap().section, "6");
    for unlimited in [with(Some("tarief")), with(None)] {
        assert_eq!(problems(&on("2025-03-01", &unlimited, &granted("240"))), [""; 0], "no limit is known");
    }
}
