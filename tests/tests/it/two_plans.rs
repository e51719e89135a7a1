//! A region with two plans, one after the other, and a case across the change;
//! and the regions that there are, on every day of ten years.

use swv_core::calendar::KnownDays;
use swv_core::procedure::{Breach, CaseFile, CheckInput, Procedure, applying};
use swv_core::{
    Allocation, AllocationInput, BudgetInput, BudgetTable, Capability, Date, Description, Exports, Indicator,
    IndicatorInput, Interface, Sector, Text, Validity,
};
use swv_host::{CallFailure, CaseReport, Plugin, Region, RegionPackage, Rules};
use swv_tests::{Files, REGIONS, region};

/// The last day of the first plan.
const LAST: Date = Date::constant(2027, 7, 31);
/// The first day of the second.
const FIRST: Date = Date::constant(2027, 8, 1);

/// Rules that are documents and one check, with no engine at all.
struct TwoPlans(Exports);

/// A procedure whose decision takes so many weeks.
fn procedure(valid: &str, weeks: u8, checks: &str) -> String {
    format!(
        r#"{{ "id": "aanvraag", "nl": "aanvraag", "en": "application", "sectors": ["po"], "document": "plan", "section": "6",
            "valid": {valid}, "applies_on": {{ "event": "aanvraag" }},
            "actors": {{ "school": {{ "nl": "school", "en": "school" }} }},
            "states": [
                {{ "id": "begin", "nl": "begin", "en": "start" }},
                {{ "id": "einde", "nl": "einde", "en": "end", "closed": true }}
            ],
            "steps": [
                {{ "event": "aanvraag", "by": "school", "from": ["begin"], "nl": "aanvragen", "en": "apply", "section": "6" }},
                {{ "event": "besluit", "by": "school", "from": ["begin"], "to": "einde", "nl": "b", "en": "d", "section": "6" }}
            ],
            "terms": [{{ "id": "besluit", "starts": "aanvraag", "ends": {{ "after": {{ "weeks": {weeks} }} }},
                         "met_by": ["besluit"], "nl": "besluit", "en": "decision", "section": "6" }}],
            "checks": [{checks}] }}"#
    )
}

/// A norm with one item.
fn norm(valid: &str, item: &str) -> String {
    format!(
        r#"{{ "sectors": ["po"], "standing": "norm", "nl": "norm", "en": "norm", "document": "plan", "section": "5",
            "valid": {valid}, "aspects": {{ "a": {{ "nl": "a", "en": "a" }} }},
            "items": [{{ "id": "{item}", "aspect": "a", "nl": "doet", "en": "does", "section": "5" }}] }}"#
    )
}

const UNTIL: &str = r#"{ "until": "2027-07-31" }"#;
const SINCE: &str = r#"{ "from": "2027-08-01" }"#;

impl Rules for TwoPlans {
    fn place(&self) -> &str {
        "two plans"
    }

    fn exports(&self) -> &Exports {
        &self.0
    }

    fn is_sandboxed(&self) -> bool {
        false
    }

    fn describe(&self) -> Result<Description, CallFailure> {
        Ok(Description {
            region: "hostile".parse().unwrap(),
            version: "0.1.0".parse().unwrap(),
            sectors: vec![Sector::Po],
            rules: Vec::new(),
            parameters: Vec::new(),
            facts: Vec::new(),
            quantities: Vec::new(),
            attributes: Vec::new(),
        })
    }

    fn procedures(&self) -> Result<String, CallFailure> {
        let check =
            r#"{ "id": "nooit-op-vrijdag", "nl": "nooit op vrijdag", "en": "never on a Friday", "section": "7" }"#;
        let versions = [procedure(UNTIL, 6, ""), procedure(SINCE, 8, check)].join(",");
        Ok(format!(r#"{{ "schema": "procedures/1", "procedures": [{versions}] }}"#))
    }

    fn check_case(&self, input: &CheckInput) -> Result<Vec<Breach>, CallFailure> {
        let message = Text::new("vrijdag", "Friday");
        Ok(input
            .checks
            .iter()
            .map(|check| Breach { check: check.clone(), event: Some(0), message: message.clone() })
            .collect())
    }

    fn norm(&self) -> Result<String, CallFailure> {
        let versions = [norm(UNTIL, "zorgplicht"), norm(SINCE, "rekenen")].join(",");
        Ok(format!(r#"{{ "schema": "norm/1", "norms": [{versions}] }}"#))
    }

    fn budget(&self, _: &BudgetInput) -> Result<BudgetTable, CallFailure> {
        Err(CallFailure::Capability(Capability::Budget))
    }

    fn allocate(&self, _: &AllocationInput) -> Result<Allocation, CallFailure> {
        Err(CallFailure::Capability(Capability::Allocation))
    }

    fn indicators(&self, _: &IndicatorInput) -> Result<Vec<Indicator>, CallFailure> {
        Err(CallFailure::Capability(Capability::Indicators))
    }
}

fn two_plans() -> Region {
    let mut package: RegionPackage = Files::of("hostile").read().unwrap();
    package.budgets.clear();
    package.synthetic.quantities.clear();
    let parts = [Interface::Description, Interface::Norm, Interface::Procedures];
    let exports = Exports::read(parts.map(Interface::full_name)).unwrap();
    Region::new(package, Plugin::new(TwoPlans(exports))).unwrap()
}

fn applied(on: Date, as_of: Date) -> CaseReport {
    let case = CaseFile::made_up("aanvraag").event(&on.to_string(), "aanvraag");
    two_plans().case(&case, as_of, &KnownDays::default()).unwrap()
}

#[test]
fn a_case_across_the_change_is_followed_by_the_plan_of_its_application() {
    let later = Date::constant(2027, 12, 1);
    let before = applied(LAST, later);
    assert_eq!(before.case.deadlines[0].due, Some(Date::constant(2027, 9, 11)));
    assert_eq!((before.applies.on, before.applies.valid), (Some(LAST), Validity::new(None, Some(LAST)).unwrap()));
    assert_eq!(before.case.problems.len(), 1, "the term, and no check of the other plan");
    let after = applied(FIRST, later);
    assert_eq!(after.case.deadlines[0].due, Some(Date::constant(2027, 9, 26)));
    assert_eq!(after.applies.valid, Validity::new(Some(FIRST), None).unwrap());
    assert_eq!(after.applies.because.en, "the day of “apply” (aanvraag)");
    let check = after.case.problems.iter().find(|problem| problem.rule == "nooit-op-vrijdag").unwrap();
    assert_eq!(check.source.as_ref().unwrap().section, "7");
}

#[test]
fn an_answer_says_which_rules_hold_and_why() {
    let report = serde_json::to_value(applied(FIRST, FIRST)).unwrap();
    let because =
        serde_json::json!({ "nl": "de dag van “aanvragen” (aanvraag)", "en": "the day of “apply” (aanvraag)" });
    let applies = serde_json::json!({
        "on": "2027-08-01", "because": because, "valid": { "from": "2027-08-01" }, "outside": null
    });
    assert_eq!(report["applies"], applies);
}

#[test]
fn the_newest_procedure_and_norm_are_shown_unless_a_day_is_asked_for() {
    let region = two_plans();
    assert_eq!(region.procedures().unwrap().len(), 2);
    assert_eq!(region.procedure("aanvraag", None).unwrap().0.checks.len(), 1);
    assert_eq!(region.procedure("aanvraag", Some(LAST)).unwrap().0.checks.len(), 0);
    let newest = region.norm(Sector::Po).unwrap();
    assert_eq!((newest.items[0].id.as_str(), newest.applies.on), ("rekenen", None));
    let earlier = region.norm_on(Sector::Po, LAST).unwrap();
    assert_eq!((earlier.items[0].id.as_str(), earlier.applies.on), ("zorgplicht", Some(LAST)));
    assert_eq!(earlier.applies.valid, Validity::new(None, Some(LAST)).unwrap());
}

/// The days of ten years.
fn ten_years() -> impl Iterator<Item = Date> {
    let next = |day: &Date| day.tomorrow().ok().filter(|day| day.year() < 2031);
    std::iter::successors(Some(Date::constant(2021, 1, 1)), next)
}

/// The versions of each procedure, each procedure once.
fn versions(procedures: &[Procedure]) -> Vec<Vec<&Procedure>> {
    let first = |(nth, one): &(usize, &Procedure)| procedures.iter().position(|other| other.id == one.id) == Some(*nth);
    let firsts = procedures.iter().enumerate().filter(first);
    firsts.map(|(_, one)| procedures.iter().filter(|other| other.id == one.id).collect()).collect()
}

#[test]
fn on_every_day_one_version_holds_or_the_answer_says_that_none_does() {
    let regions = REGIONS.map(region);
    for versions in regions.iter().flat_map(|region| versions(region.procedures().unwrap())) {
        let id = &versions[0].id;
        let case = CaseFile::made_up(id);
        for day in ten_years() {
            let holding = versions.iter().filter(|version| version.valid.contains(day)).count();
            let (held, applies) = applying(&versions, &case, day).unwrap();
            assert!(holding <= 1 && (holding == 0) == applies.outside.is_some(), "{id} on {day}");
            assert!(applies.valid.contains(day) || applies.outside.is_some(), "{id} on {day}");
            assert_eq!(held.faults(), [], "{id} on {day}");
        }
    }
}

#[test]
fn a_day_outside_the_plan_follows_the_rules_there_are_and_says_so() {
    let almere = region("almere");
    let case = CaseFile::made_up("zorgplicht");
    let outside = |day: Date| almere.case(&case, day, &KnownDays::default()).unwrap().applies.outside;
    assert_eq!((outside(Date::constant(2023, 8, 1)), outside(LAST)), (None, None));
    let told =
        "2027-08-01 lies outside the plan, from 2023-08-01 until 2027-07-31; the rules of that plan are followed";
    assert_eq!(outside(FIRST).unwrap().en, told);
    assert!(outside(Date::constant(2023, 7, 31)).is_some());
    assert!(almere.norm_on(Sector::Po, FIRST).unwrap().applies.outside.is_some());
}
