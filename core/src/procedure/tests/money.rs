//! The money that follows, to the cent.

use super::*;
use crate::Citation;
use crate::procedure::{AmountPart, Cost, CostKind, CostUnit, FieldKind, Payment, Since, TermRule, Trigger};

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

/// Every cost as `from until months cents`; what comes back has a minus.
fn costs(followed: &FollowedCase) -> Vec<String> {
    let told = followed.costs.iter().map(|cost| {
        let or = |text: Option<String>| text.unwrap_or_else(|| "-".into());
        let period = cost.period;
        let until = or(period.until.map(|day| day.to_string()));
        let months = or(period.months.map(|months| months.to_string()));
        let back = if cost.kind == CostKind::Recovery { "-" } else { "" };
        let cents = or(cost.amount_cents.map(|amount| format!("{back}{}", amount.cents())));
        assert_eq!(cost.kind == CostKind::Nothing, cost.amount_cents == Some(Money::ZERO));
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
    assert_eq!(
        costs(&followed),
        ["2025-03-10 2025-12-31 - 800005", "2026-01-01 2027-12-31 - 900005", "2028-01-01 - - -"]
    );
    let paid = &followed.costs[0];
    assert_eq!((paid.payer.en.as_str(), paid.payee.en.as_str()), ("the swv", "the school"));
    assert_eq!((paid.rule.as_str(), paid.parameters.as_slice()), ("vergoeding", ["bedrag".to_owned()].as_slice()));
    assert_eq!((paid.unit, paid.because.as_ref()), (CostUnit::PerYear, None));
    assert_eq!(paid.source, Citation::of(&plan("5")));
    let ended = case.event("2025-06-30", "einde");
    assert_eq!(after(cost(Payment::Yearly), &ended), ["2025-03-10 2025-06-30 - 800005"]);
}

#[test]
fn a_price_of_a_year_changes_on_the_day_on_which_the_parameter_does() {
    let until = |end: &str| after(cost(Payment::Yearly), &placed("2025-12-31", &[]).event(end, "einde"));
    assert_eq!(until("2025-12-31"), ["2025-12-31 2025-12-31 - 800005"]);
    assert_eq!(until("2026-01-01"), ["2025-12-31 2025-12-31 - 800005", "2026-01-01 2026-01-01 - 900005"]);
}

#[test]
fn a_day_in_a_field_is_the_first_and_without_it_the_amount_is_not_known() {
    let from = || cost(Payment::Yearly).counted_from("vanaf");
    let counted = after(from(), &placed("2025-03-10", &[("vanaf", "2026-08-01")]));
    assert_eq!(counted, ["2026-08-01 2027-12-31 - 900005", "2028-01-01 - - -"]);
    assert_eq!(lacking(from(), &placed("2025-03-10", &[])), "vanaf of plaatsing");
    assert_eq!(lacking(from(), &placed("2025-03-10", &[("vanaf", "1 augustus")])), "vanaf of plaatsing");
}

/// The only cost is nothing, and why.
fn nothing(cost: Cost, case: &CaseFile) -> String {
    let followed = on("2027-12-31", &with(cost), case);
    let [cost] = followed.costs.as_slice() else { panic!("{:?}", followed.costs) };
    assert_eq!((cost.kind, cost.amount_cents), (CostKind::Nothing, Some(Money::ZERO)));
    cost.because.clone().unwrap().en
}

#[test]
fn what_ended_before_its_first_day_is_nothing_and_says_so() {
    let ended = placed("2025-03-10", &[("vanaf", "2025-08-01"), ("maanden", "3")]).event("2025-05-01", "einde");
    for payment in [Payment::Yearly, two_years(), monthly(), Payment::SchoolYear] {
        let why = nothing(cost(payment).counted_from("vanaf"), &ended);
        assert_eq!(why, "it ended before 2025-08-01, the first day");
    }
    let before = placed("2025-03-10", &[]).event("2025-03-31", "einde");
    assert_eq!(nothing(cost(two_years()), &before), "it ended before 2025-04-01, the first day");
    assert_eq!(nothing(cost(monthly()), &placed("2025-03-10", &[("maanden", "0")])), "for 0 months");
}

#[test]
fn where_nothing_is_owed_the_reason_is_told() {
    let why = Text::new("de oude school", "the former school");
    let free = Cost { amount: Vec::new(), ..cost(Payment::Nothing(why)) };
    assert_eq!(nothing(free.clone(), &placed("2025-03-10", &[])), "the former school");
    assert_eq!(after(free.when("situatie", &["a"]), &placed("2025-03-10", &[]).field("situatie", "b")), [""; 0]);
}

#[test]
fn an_end_before_it_starts_does_not_end_it() {
    let case = case().event("2027-03-01", "einde").event("2027-03-10", "plaatsing");
    assert_eq!(after(cost(Payment::Yearly), &case), ["2027-03-10 2027-12-31 - 900005", "2028-01-01 - - -"]);
}

#[test]
fn it_lasts_with_the_decision_that_holds_when_it_starts() {
    let term = |id| TermRule::validity(id, ("besluit", "decision"), on_event("besluit"), "tot", plan("4"));
    let lasting = Cost { lasts_with: Some("tlv".into()), ..cost(Payment::Yearly) };
    let procedure = with(lasting)
        .step(step("besluit"))
        .event_field("besluit", "tot", ("tot", "until"), FieldKind::Date)
        .term(term("ander"))
        .term(term("tlv"));
    let decided = |until: &str| case().event_with("2025-03-01", "besluit", &[("tot", until)]);
    let laid = |case: &CaseFile| costs(&on("2027-12-31", &procedure, case));
    let placed = decided("2025-07-31").event("2025-03-10", "plaatsing");
    assert_eq!(laid(&placed), ["2025-03-10 2025-07-31 - 800005"]);
    assert_eq!(laid(&placed.clone().event("2025-04-01", "einde")), ["2025-03-10 2025-04-01 - 800005"]);
    let later = decided("2025-07-31").event_with("2026-01-01", "besluit", &[("tot", "2026-07-31")]);
    assert_eq!(laid(&later.event("2026-03-10", "plaatsing")), ["2026-03-10 2026-07-31 - 900005"]);
    assert_eq!(laid(&decided("2025-03-05").event("2025-03-10", "plaatsing")), ["2025-03-05 2025-03-05 - 0"]);
    let undecided = case().event("2027-03-10", "plaatsing");
    assert_eq!(laid(&undecided), ["2027-03-10 2027-12-31 - 900005", "2028-01-01 - - -"]);
}

#[test]
fn a_calendar_year_follows_its_count_day_in_the_year_before() {
    let february = || Payment::YearlyCounted("02-01".parse().unwrap());
    let until = |from, end| after(cost(february()), &placed(from, &[]).event(end, "einde"));
    let years = ["2026-01-01 2026-12-31 - 900005", "2027-01-01 2027-12-31 - 900005"];
    assert_eq!(until("2024-08-01", "2026-07-31"), years, "counted on 1 February of 2025 and 2026");
    assert_eq!(until("2025-02-01", "2026-02-01"), years);
    assert_eq!(until("2025-02-01", "2026-01-31"), years[..1]);
    assert_eq!(until("2025-02-02", "2026-02-01"), years[1..]);
    let never = placed("2025-02-02", &[]).event("2026-01-31", "einde");
    assert_eq!(nothing(cost(february()), &never), "it ends on 2026-01-31, before the first count day (02-01)");
    let open = after(cost(february()), &placed("2025-02-02", &[]));
    assert_eq!(open, ["2027-01-01 2027-12-31 - 900005", "2028-01-01 - - -"]);
    let october = Payment::YearlyCounted("10-01".parse().unwrap());
    let ended = placed("2024-08-01", &[]).event("2026-07-31", "einde");
    assert_eq!(after(cost(october), &ended)[1], years[0], "counted on 1 October of 2024 and 2025");
}

#[test]
fn a_school_year_is_paid_at_once_and_what_is_left_comes_back_by_the_month() {
    let paid = |on: &str| after(cost(Payment::SchoolYear), &placed(on, &[]));
    assert_eq!(paid("2025-08-05"), ["2025-08-05 2026-07-31 - 800005"]);
    let left = |end| after(cost(Payment::SchoolYear), &placed("2025-08-05", &[]).event(end, "einde"));
    // 800005 * 6 / 12 = 400002.5, a half upwards; the tariff is that of the payment.
    assert_eq!(left("2026-01-15")[1], "2026-02-01 2026-07-31 6 -400003");
    assert_eq!(left("2026-01-31"), left("2026-01-01"));
    assert_eq!(left("2025-08-05")[1], "2025-09-01 2026-07-31 11 -733338");
    assert_eq!(left("2026-06-30")[1], "2026-07-01 2026-07-31 1 -66667");
    assert_eq!(left("2026-07-01"), ["2025-08-05 2026-07-31 - 800005"]);
    let followed =
        on("2027-12-31", &with(cost(Payment::SchoolYear)), &placed("2025-08-05", &[]).event("2026-01-15", "einde"));
    let [paid, back] = followed.costs.as_slice() else { panic!("{:?}", followed.costs) };
    assert_eq!((&back.payer, &back.payee), (&paid.payee, &paid.payer));
    assert_eq!((paid.unit, back.unit), (CostUnit::SchoolYear, CostUnit::Months));
    assert_eq!(back.what.en, "recovered: payment");
    assert_eq!(
        back.because.as_ref().unwrap().en,
        "12 months paid, 6 used, the month of leaving included; 6 back, rounded to the cent, a half upwards"
    );
    assert_eq!(
        back.because.as_ref().unwrap().nl,
        "12 maanden betaald, 6 gebruikt, de maand van vertrek meegeteld; 6 terug, afgerond op de cent, een halve naar boven"
    );
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
fn of_a_year_that_ends_early_the_months_that_had_not_begun_come_back() {
    let year = "2025-04-01 2026-03-31 - 800005";
    let settled = |end| after(cost(two_years()), &placed("2025-03-10", &[]).event(end, "einde"));
    // 800005 * 11 / 12 = 733337.92
    assert_eq!(settled("2025-04-01"), [year, "2025-05-01 2026-03-31 11 -733338"]);
    assert_eq!(settled("2025-04-30"), [year, "2025-05-01 2026-03-31 11 -733338"]);
    assert_eq!(settled("2025-05-01")[1], "2025-06-01 2026-03-31 10 -666671");
    assert_eq!(settled("2026-03-01"), [year]);
    assert_eq!(settled("2026-03-31"), [year]);
    assert_eq!(settled("2026-04-01")[1..], ["2026-04-01 2027-03-31 - 900005", "2026-05-01 2027-03-31 11 -825005"]);
}

#[test]
fn a_length_that_is_no_whole_year_is_settled_by_months_too() {
    let eighteen = || Payment::YearlyFromNextMonth(length(18, TermUnit::Months));
    // 900005 * 6 / 12 = 450002.5
    let both = ["2025-04-01 2026-03-31 - 800005", "2026-04-01 2026-09-30 6 450003"];
    assert_eq!(after(cost(eighteen()), &placed("2025-03-10", &[])), both);
    let ended = placed("2025-03-10", &[]).event("2026-04-15", "einde");
    assert_eq!(after(cost(eighteen()), &ended)[1..], [both[1], "2026-05-01 2026-09-30 5 -375002"]);
    let followed = on("2027-12-31", &with(cost(eighteen())), &placed("2025-03-10", &[]));
    assert_eq!(
        followed.costs[1].because.as_ref().unwrap().en,
        "6 months of a yearly amount, rounded to the cent, a half upwards"
    );
}

#[test]
fn it_depends_on_how_long_ago_another_event_was() {
    let since = |longer| Since { event: "einde".into(), by: length(2, TermUnit::Years), longer };
    let paid = |longer, on: &str| {
        let cost = Cost { since: Some(since(longer)), ends: Vec::new(), ..cost(Payment::Once) };
        after(cost, &case().event("2023-06-13", "einde").event(on, "plaatsing")).len()
    };
    assert_eq!((paid(false, "2025-06-13"), paid(true, "2025-06-13")), (1, 0), "the last day is within it");
    assert_eq!((paid(false, "2025-06-14"), paid(true, "2025-06-14")), (0, 1));
    for longer in [false, true] {
        let cost = Cost { since: Some(since(longer)), ..cost(Payment::Once) };
        let later = case().event("2025-03-10", "plaatsing").event("2025-06-13", "einde");
        assert_eq!(after(cost, &later), [""; 0], "what came after it was not before it");
    }
}

#[test]
fn an_amount_is_a_sum_of_shares_rounded_once() {
    let part =
        |of: &str, share: Option<&str>, less| AmountPart { of: of.into(), share: share.map(str::to_owned), less };
    let tariff = |parts: &[AmountPart]| Cost { amount: parts.to_vec(), ..cost(Payment::Once) };
    let (case, most) = (placed("2025-03-10", &[]), part("bedrag", Some("aandeel"), false));
    // 70 % of 8000.05 is 5600.035, and of 8000.05 less that 2400.015.
    assert_eq!(after(tariff(std::slice::from_ref(&most)), &case), ["2025-03-10 2025-03-10 - 560004"]);
    let less = tariff(&[part("bedrag", None, false), part("bedrag", Some("aandeel"), true)]);
    assert_eq!(after(less.clone(), &case), ["2025-03-10 2025-03-10 - 240002"]);
    let told = &on("2025-12-31", &with(less), &case).costs[0];
    assert_eq!(
        told.because.as_ref().unwrap().en,
        "bedrag \u{2212} aandeel \u{d7} bedrag, rounded to the cent, a half upwards"
    );
    assert_eq!(told.parameters, ["bedrag", "aandeel"]);
    let unknown = tariff(&[part("bedrag", Some("deel"), false), part("tarief", None, true)]);
    let followed = on("2025-12-31", &with(unknown), &case);
    let missing: Vec<_> = followed.costs[0].missing.iter().map(|missing| missing.what.as_str()).collect();
    assert_eq!(missing, ["parameter deel on 2025-03-10", "parameter tarief on 2025-03-10"]);
    assert_eq!(followed.costs[0].parameters, ["deel", "tarief"], "those that are lacking");
}

#[test]
fn a_monthly_amount_is_paid_for_the_months_in_its_field() {
    let for_months = |months| after(cost(monthly()), &placed("2025-01-31", &[("maanden", months)]));
    assert_eq!(for_months("1"), ["2025-01-31 2025-02-27 1 800005"]);
    assert_eq!(for_months("3"), ["2025-01-31 2025-04-29 3 2400015"]);
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
    let case = placed("2024-12-31", &[("maanden", "3")]).event("2024-12-31", "einde");
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
    assert_eq!(after(in_a(), &case("a")).len(), 3);
    assert_eq!(on("2025-12-31", &with(in_a()), &case("b")).missing, []);
    assert_eq!(after(in_a(), &case("b")).len(), 0);
}

#[test]
fn a_field_of_the_event_that_decides_whether_it_follows_is_asked() {
    let starts: Trigger = on_event("plaatsing").when("betaler", &["ja"]);
    let paid = || Cost { starts: starts.clone(), ..cost(Payment::Yearly) };
    let followed = on("2025-12-31", &with(paid()), &placed("2025-03-10", &[]));
    assert_eq!((missing(&followed), costs(&followed)), (vec!["betaler"], vec![]));
    assert_eq!(after(paid(), &placed("2025-03-10", &[("betaler", "ja")])).len(), 3);
    assert_eq!(after(paid(), &placed("2025-03-10", &[("betaler", "nee")])).len(), 0);
}

#[test]
fn every_event_that_starts_it_is_paid_on_its_own() {
    let case = placed("2025-03-10", &[]).event("2025-06-30", "einde").event("2026-03-10", "plaatsing");
    let both = ["2025-03-10 2025-06-30 - 800005", "2026-03-10 2027-12-31 - 900005", "2028-01-01 - - -"];
    assert_eq!(after(cost(Payment::Yearly), &case), both);
}

#[test]
fn nothing_is_paid_before_the_event_that_has_to_come_first_where_it_came() {
    let counted = || {
        let mut cost = cost(Payment::YearlyCounted("02-01".parse().unwrap()));
        cost.not_before = Some(on_event("start"));
        with(cost.until(on_event("verlaten"))).step(step("start")).step(step("verlaten"))
    };
    let years = |case: &CaseFile| -> Vec<i16> {
        on("2029-01-01", &counted(), case).costs.iter().map(|cost| cost.period.from.year()).collect()
    };
    let placed = || case().event("2024-08-01", "plaatsing");
    assert_eq!(years(&placed().event("2027-02-01", "verlaten")), [2026, 2027, 2028]);
    let later = placed().event("2025-02-03", "start").event("2027-02-01", "verlaten");
    assert_eq!(years(&later), [2027, 2028], "2 February is after the first count");
    let on_the_day = placed().event("2025-02-01", "start").event("2027-01-31", "verlaten");
    assert_eq!(years(&on_the_day), [2026, 2027]);
}
