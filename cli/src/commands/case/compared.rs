//! The same case by the rules of several regions, side by side.

use swv_core::Language;
use swv_host::{CaseComparison, CaseReport};

use super::shown::{period, price, title};
use crate::show::{Alignment, Page, Table, say, text as words};

/// A row: what it is called in Dutch and in English, and how a region answers.
type Question = (&'static str, &'static str, fn(&CaseReport, Language) -> Vec<String>);

/// What each region asks, by when, who decides, and what it costs whom.
pub(super) fn text(comparison: &CaseComparison, page: Page) -> String {
    let language = page.language;
    let mut columns = vec![("", Alignment::Left)];
    columns.extend(comparison.cases.iter().map(|report| (report.region.as_str(), Alignment::Left)));
    let mut table = Table::new(&columns);
    let questions: [Question; 12] = [
        ("dossier", "file", |report, language| vec![words(language, &report.standing.text())]),
        ("de documenten zwijgen", "the documents are silent", silences),
        ("toestand", "state", |report, language| vec![words(language, &report.case.state_title)]),
        ("wie beslist", "who decides", decides),
        ("wat ontbreekt", "what is missing", missing),
        ("wat er mis is", "what is wrong", problems),
        ("wat hierna kan", "what can come next", next),
        ("termijnen", "deadlines", deadlines),
        ("bezwaar", "objection", objections),
        ("bewaren", "retention", retention),
        ("kosten", "costs", costs),
        ("niet gevraagd", "not asked for", |report, _| report.case.not_used.clone()),
    ];
    for (nl, en, answer) in questions {
        let answers = comparison.cases.iter().map(|report| {
            let answers = answer(report, language);
            if answers.is_empty() { "-".to_owned() } else { answers.join("\n") }
        });
        let mut row = vec![say(language, nl, en).to_owned()];
        row.extend(answers);
        table.row(row);
    }
    let title = comparison.cases.first().map(|report| format!("{}\n\n", title(&report.case, language)));
    let mut text = title.unwrap_or_default() + &table.text_or_records(page);
    for region in &comparison.without {
        let note = say(
            language,
            "heeft deze procedure niet voor deze sector beschreven",
            "does not state this procedure for this sector",
        );
        text.push_str(&format!("\n{region}: {note}\n"));
    }
    text
}

fn silences(report: &CaseReport, language: Language) -> Vec<String> {
    report.silences.iter().map(|silence| format!("· {}", words(language, &silence.about))).collect()
}

fn decides(report: &CaseReport, language: Language) -> Vec<String> {
    let who = report.case.decides.iter().map(|who| words(language, who));
    who.chain(report.case.competent_swv.iter().map(ToString::to_string)).collect()
}

fn missing(report: &CaseReport, language: Language) -> Vec<String> {
    let item = |item: &swv_core::procedure::MissingItem| {
        format!("· {} ({})", words(language, &item.what), words(language, &item.from))
    };
    report.case.missing.iter().map(item).collect()
}

fn problems(report: &CaseReport, language: Language) -> Vec<String> {
    let problems = report.case.problems.iter();
    problems.map(|problem| format!("· {}: {}", problem.place, words(language, &problem.message))).collect()
}

fn next(report: &CaseReport, language: Language) -> Vec<String> {
    let steps = report.case.next.iter();
    steps.map(|step| format!("· {} ({})", words(language, &step.title), words(language, &step.actor))).collect()
}

fn deadlines(report: &CaseReport, language: Language) -> Vec<String> {
    let unknown = || say(language, "onbekend", "unknown").to_owned();
    let deadline = |deadline: &swv_core::procedure::Deadline| {
        let due = deadline.due.map_or_else(unknown, |due| due.to_string());
        format!("· {}: {due} ({})", words(language, &deadline.what), words(language, &deadline.term))
    };
    report.case.deadlines.iter().map(deadline).collect()
}

fn objections(report: &CaseReport, language: Language) -> Vec<String> {
    let unknown = || say(language, "termijn niet genoemd", "term not stated").to_owned();
    let objection = |objection: &swv_core::procedure::OpenObjection| {
        let until = objection.until.map_or_else(unknown, |until| until.to_string());
        format!("· {}: {until}", words(language, &objection.lodged_with))
    };
    report.case.objections.iter().map(objection).collect()
}

fn retention(report: &CaseReport, language: Language) -> Vec<String> {
    let unknown = || say(language, "onbekend", "unknown").to_owned();
    let period = |period: &swv_core::procedure::Period| {
        let until = period.until.map_or_else(unknown, |until| until.to_string());
        format!("· {}: {until}", words(language, &period.what))
    };
    report.case.retention.iter().map(period).collect()
}

fn costs(report: &CaseReport, language: Language) -> Vec<String> {
    let cost = |cost: &swv_core::procedure::FollowedCost| {
        let (what, payer) = (words(language, &cost.what), words(language, &cost.payer));
        format!("· {what}: {payer} {} ({})", price(cost, language), period(cost, language))
    };
    report.case.costs.iter().map(cost).collect()
}
