//! The money that follows, to the cent.

use super::*;
use crate::Citation;
use crate::procedure::{Cost, FieldKind, Payment, Trigger};

fn cost(payment: Payment) -> Cost {
    parameter("bedrag", payment)
}

fn parameter(parameter: &str, payment: Payment) -> Cost {
    let (payer, payee) = (Text::new("het swv", "the swv"), school());
    let starts = on_event("plaatsing");
    let what = ("vergoeding", "payment");
    Cost::new("vergoeding", what, (&payer, &payee), (parameter, payment), starts, plan("5")).until(on_event("einde"))
}

fn with(cost: Cost) -> Procedure {
    staying(&["plaatsing", "einde"])
        .field("situatie", ("de situatie", "the situation"), FieldKind::OneOf(vec!["a".into(), "b".into()]))
        .event_field("plaatsing", "vanaf", ("vanaf", "from"), FieldKind::Date)
        .event_field("plaatsing", "maanden", ("maanden", "months"), FieldKind::Number)
        .event_field("plaatsing", "betaler", ("wie betaalt", "who pays"), FieldKind::YesNo)
        .cost(cost)
}

fn monthly() -> Payment {
    Payment::MonthlyFor("maanden".into())
}

fn two_years() -> Payment {
    Payment::YearlyFromNextMonth(length(2, TermUnit::Years))
}

fn placed(on: &str, fields: &[(&str, &str)]) -> CaseFile {
    case().event_with(on, "plaatsing", fields)
}

/// Every cost as `from until months cents`.
fn costs(followed: &FollowedCase) -> Vec<String> {
    let told = followed.costs.iter().map(|cost| {
        let or = |text: Option<String>| text.unwrap_or_else(|| "-".into());
        let period = cost.period;
        let until = or(period.until.map(|day| day.to_string()));
        let months = or(period.months.map(|months| months.to_string()));
        let cents = or(cost.amount_cents.map(|amount| amount.cents().to_string()));
        assert_eq!(cost.amount_cents.is_none(), !cost.missing.is_empty(), "unknown says what is missing");
        format!("{} {until} {months} {cents}", period.from)
    });
    told.collect()
}

fn after(cost: Cost, case: &CaseFile) -> Vec<String> {
    costs(&on("2027-12-31", &with(cost), case))
}

#[test]
fn a_one_off_payment_is_the_whole_amount_on_one_day() {
    let placed = placed("2025-03-15", &[]).event_with("2025-06-01", "einde", &[]);
    assert_eq!(after(cost(Payment::Once), &placed), ["2025-03-15 2025-03-15 - 800005"]);
}

/// What is missing of the only cost, which is not known.
fn lacking(cost: Cost, case: &CaseFile) -> String {
    let followed = on("2027-12-31", &with(cost), case);
    let [cost] = followed.costs.as_slice() else { panic!("{:?}", followed.costs) };
    assert_eq!((cost.amount_cents, cost.missing.len()), (None, 1));
    assert_eq!(cost.missing[0].rule.as_deref(), Some("vergoeding"));
    cost.missing[0].what.clone()
}

#[test]
fn a_yearly_amount_runs_from_the_day_until_it_ends() {
    let case = placed("2025-03-10", &[]);
    let followed = on("2027-12-31", &with(cost(Payment::Yearly)), &case);
    assert_eq!(costs(&followed), ["2025-03-10 - - 800005"]);
    let paid = &followed.costs[0];
    assert_eq!((paid.payer.en.as_str(), paid.payee.en.as_str()), ("the swv", "the school"));
    assert_eq!((paid.rule.as_str(), paid.parameter.as_str()), ("vergoeding", "bedrag"));
    assert_eq!(paid.source, Citation::of(&plan("5")));
    let ended = case.event("2025-06-30", "einde");
    assert_eq!(after(cost(Payment::Yearly), &ended), ["2025-03-10 2025-06-30 - 800005"]);
}

#[test]
fn the_amount_is_that_of_the_first_day() {
    assert_eq!(after(cost(Payment::Yearly), &placed("2025-12-31", &[])), ["2025-12-31 - - 800005"]);
    assert_eq!(after(cost(Payment::Yearly), &placed("2026-01-01", &[])), ["2026-01-01 - - 900005"]);
}

#[test]
fn a_day_in_a_field_is_the_first_and_without_it_the_amount_is_not_known() {
    let from = || cost(Payment::Yearly).counted_from("vanaf");
    assert_eq!(after(from(), &placed("2025-03-10", &[("vanaf", "2026-08-01")])), ["2026-08-01 - - 900005"]);
    assert_eq!(lacking(from(), &placed("2025-03-10", &[])), "vanaf of plaatsing");
    assert_eq!(lacking(from(), &placed("2025-03-10", &[("vanaf", "1 augustus")])), "vanaf of plaatsing");
}

#[test]
fn what_ended_before_its_first_day_is_not_paid() {
    let ended = placed("2025-03-10", &[("vanaf", "2025-08-01"), ("maanden", "3")]).event("2025-05-01", "einde");
    for payment in [Payment::Yearly, two_years(), monthly()] {
        assert_eq!(after(cost(payment).counted_from("vanaf"), &ended), [""; 0]);
    }
    assert_eq!(after(cost(two_years()), &placed("2025-03-10", &[]).event("2025-03-31", "einde")), [""; 0]);
}

#[test]
fn an_end_before_it_starts_does_not_end_it() {
    let case = case().event("2025-03-01", "einde").event("2025-03-10", "plaatsing");
    assert_eq!(after(cost(Payment::Yearly), &case), ["2025-03-10 - - 800005"]);
}

#[test]
fn two_years_run_from_the_first_of_the_next_month_each_at_its_own_amount() {
    let both = ["2025-04-01 2026-03-31 - 800005", "2026-04-01 2027-03-31 - 900005"];
    for day in ["2025-03-01", "2025-03-31"] {
        assert_eq!(after(cost(two_years()), &placed(day, &[])), both, "{day}");
    }
    let later = placed("2025-03-10", &[]).event("2027-04-01", "einde");
    assert_eq!(after(cost(two_years()), &later), both, "it ended after that");
    assert_eq!(after(cost(two_years()), &placed("2025-12-01", &[]))[0], "2026-01-01 2026-12-31 - 900005");
}

#[test]
fn an_early_end_is_settled_by_the_months_that_had_begun_and_twelve_are_the_year() {
    // 800005 / 12 = 66667.08: down to whole cents, once.
    let settled = |end| after(cost(two_years()), &placed("2025-03-10", &[]).event(end, "einde"));
    assert_eq!(settled("2025-04-01"), ["2025-04-01 2025-04-01 1 66667"]);
    assert_eq!(settled("2025-04-30"), ["2025-04-01 2025-04-30 1 66667"]);
    assert_eq!(settled("2025-05-01"), ["2025-04-01 2025-05-01 2 133334"]);
    assert_eq!(settled("2026-03-01"), ["2025-04-01 2026-03-01 12 800005"]);
    assert_eq!(settled("2026-03-31"), ["2025-04-01 2026-03-31 - 800005"]);
    assert_eq!(settled("2026-04-01")[1], "2026-04-01 2026-04-01 1 75000");
}

#[test]
fn a_length_that_is_no_whole_year_is_settled_by_months_too() {
    let eighteen = Payment::YearlyFromNextMonth(length(18, TermUnit::Months));
    let six_of_twelve = 900_005 * 6 / 12;
    let last = format!("2026-04-01 2026-09-30 6 {six_of_twelve}");
    assert_eq!(after(cost(eighteen), &placed("2025-03-10", &[])), ["2025-04-01 2026-03-31 - 800005".to_owned(), last]);
}

#[test]
fn a_monthly_amount_is_paid_for_the_months_in_its_field() {
    let for_months = |months| after(cost(monthly()), &placed("2025-01-31", &[("maanden", months)]));
    assert_eq!(for_months("1"), ["2025-01-31 2025-02-27 1 800005"]);
    assert_eq!(for_months("3"), ["2025-01-31 2025-04-29 3 2400015"]);
    assert_eq!(for_months("0"), [""; 0]);
    assert_eq!(lacking(cost(monthly()), &placed("2025-03-10", &[])), "maanden of plaatsing");
    assert_eq!(lacking(cost(monthly()), &placed("2025-03-10", &[("maanden", "drie")])), "maanden of plaatsing");
}

#[test]
fn a_monthly_amount_that_ends_early_is_paid_for_the_months_that_had_begun() {
    let ended = |end| after(cost(monthly()), &placed("2025-03-10", &[("maanden", "3")]).event(end, "einde"));
    assert_eq!(ended("2025-03-10"), ["2025-03-10 2025-03-10 1 800005"]);
    assert_eq!(ended("2025-04-09"), ["2025-03-10 2025-04-09 1 800005"]);
    assert_eq!(ended("2025-04-10"), ["2025-03-10 2025-04-10 2 1600010"]);
    assert_eq!(ended("2025-06-09"), ["2025-03-10 2025-06-09 3 2400015"]);
    assert_eq!(ended("2026-01-01"), ["2025-03-10 2025-06-09 3 2400015"]);
}

#[test]
fn an_amount_that_is_not_known_is_no_zero() {
    let case = placed("2024-12-31", &[("maanden", "3")]);
    for payment in [Payment::Yearly, monthly()] {
        assert_eq!(lacking(cost(payment), &case), "parameter bedrag on 2024-12-31");
    }
    let case = placed("2025-03-10", &[]);
    assert_eq!(lacking(parameter("tarief", Payment::Yearly), &case), "parameter tarief on 2025-03-10");
    assert_eq!(lacking(parameter("telling", Payment::Yearly), &case), "parameter telling on 2025-03-10");
    let second = after(cost(two_years()), &placed("2026-12-10", &[]));
    assert_eq!(second, ["2027-01-01 2027-12-31 - 900005", "2028-01-01 2028-12-31 - -"]);
}

#[test]
fn an_amount_or_an_end_out_of_range_is_not_known_either() {
    let case = placed("2025-03-10", &[("maanden", "2")]);
    assert_eq!(lacking(parameter("alles", monthly()), &case), "parameter alles on 2025-03-10");
    assert_eq!(lacking(cost(monthly()), &placed("2025-03-10", &[("maanden", "999999")])), "end of plaatsing");
    let far = Payment::YearlyFromNextMonth(length(500, TermUnit::Years));
    assert_eq!(lacking(cost(far), &case), "end of plaatsing");
}

#[test]
fn a_field_of_the_case_that_decides_whether_it_follows_is_asked() {
    let in_a = || cost(Payment::Yearly).when("situatie", &["a"]);
    let followed = on("2025-12-31", &with(in_a()), &placed("2025-03-10", &[]));
    assert_eq!((missing(&followed), costs(&followed)), (vec!["situatie"], vec![]));
    assert_eq!(followed.missing[0].from.en, "the school");
    let case = |value| placed("2025-03-10", &[]).field("situatie", value);
    assert_eq!(after(in_a(), &case("a")).len(), 1);
    assert_eq!(on("2025-12-31", &with(in_a()), &case("b")).missing, []);
    assert_eq!(after(in_a(), &case("b")).len(), 0);
}

#[test]
fn a_field_of_the_event_that_decides_whether_it_follows_is_asked() {
    let starts: Trigger = on_event("plaatsing").when("betaler", &["ja"]);
    let paid = || Cost { starts: starts.clone(), ..cost(Payment::Yearly) };
    let followed = on("2025-12-31", &with(paid()), &placed("2025-03-10", &[]));
    assert_eq!((missing(&followed), costs(&followed)), (vec!["betaler"], vec![]));
    assert_eq!(after(paid(), &placed("2025-03-10", &[("betaler", "ja")])).len(), 1);
    assert_eq!(after(paid(), &placed("2025-03-10", &[("betaler", "nee")])).len(), 0);
}

#[test]
fn every_event_that_starts_it_is_paid_on_its_own() {
    let case = placed("2025-03-10", &[]).event("2025-06-30", "einde").event("2026-03-10", "plaatsing");
    let both = ["2025-03-10 2025-06-30 - 800005", "2026-03-10 - - 900005"];
    assert_eq!(after(cost(Payment::Yearly), &case), both);
}
