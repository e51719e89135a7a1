//! A case for spreadsheets: an answer a row.

use swv_core::procedure::CostKind;
use swv_core::{Date, Language, Text};
use swv_host::CaseReport;

use crate::commands::word;
use crate::show::{Rows, text as words};

/// Of whom or what an answer speaks, and until when.
#[derive(Default)]
struct Row<'a> {
    kind: &'a str,
    rule: &'a str,
    what: String,
    who: String,
    day: Option<Date>,
    cents: Option<i64>,
}

/// Where each case stands, what is missing, wrong, due, open and paid.
pub(super) fn rows(reports: &[CaseReport], language: Language) -> Rows {
    let row = |report: &CaseReport, row: Row| {
        vec![
            report.region.to_string(),
            report.case.key.clone(),
            report.case.synthetic.to_string(),
            row.kind.to_owned(),
            row.rule.to_owned(),
            row.what,
            row.who,
            row.day.map(|day| day.to_string()).unwrap_or_default(),
            row.cents.map(|cents| cents.to_string()).unwrap_or_default(),
        ]
    };
    let rows = reports.iter().flat_map(|report| of_case(report, language).into_iter().map(move |one| row(report, one)));
    Rows::new(&["region", "key", "synthetic", "kind", "rule", "what", "who", "day", "amount_cents"], rows)
}

fn of_case(report: &CaseReport, language: Language) -> Vec<Row<'_>> {
    let case = &report.case;
    let text = |text: &Text| words(language, text);
    let decides = case.decides.as_ref().map(text).unwrap_or_default();
    let state = Row { kind: "state", rule: &case.state, what: text(&case.state_title), who: decides, ..Row::default() };
    let standing = Row { kind: "standing", what: text(&report.standing.text()), ..Row::default() };
    let mut rows = vec![Row { day: Some(case.as_of), ..state }, standing];
    let mut add = |kind: &'static str, rule, what: &Text, who: String, day| {
        rows.push(Row { kind, rule, what: text(what), who, day, cents: None });
    };
    for item in &case.missing {
        add("missing", &item.rule, &item.what, text(&item.from), None);
    }
    for problem in &case.problems {
        add("problem", &problem.rule, &problem.message, problem.place.clone(), None);
    }
    if let Some(none) = &case.no_provision {
        add("no-provision", "", none, String::new(), None);
    }
    for silence in &report.silences {
        add("silence", "", &silence.about, String::new(), None);
    }
    for step in &case.next {
        add("next", &step.step, &step.title, text(&step.actor), None);
    }
    for deadline in &case.deadlines {
        add("deadline", &deadline.rule, &deadline.what, word(&deadline.status), deadline.due);
    }
    for period in &case.validity {
        add("validity", &period.rule, &period.what, String::new(), period.until);
    }
    for objection in &case.objections {
        add("objection", "", &objection.what, text(&objection.lodged_with), objection.until);
    }
    for period in &case.retention {
        add("retention", &period.rule, &period.what, String::new(), period.until);
    }
    for cost in &case.costs {
        let (what, who) = (text(&cost.what), text(&cost.payer));
        let cents = cost.amount_cents.map(|amount| amount.cents());
        let kind = match cost.kind {
            CostKind::Payment => "cost",
            CostKind::Recovery => "recovery",
            CostKind::Nothing => "nothing-owed",
        };
        rows.push(Row { kind, rule: &cost.rule, what, who, day: Some(cost.period.from), cents });
    }
    rows
}
