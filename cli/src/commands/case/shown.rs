//! A case for people.

use std::fmt::Write as _;

use swv_core::procedure::{Deadline, DeadlineStatus, Fit, FollowedCase, FollowedCost, NextStep, OpenObjection, Period};
use swv_core::{Citation, Date, Language, Text};
use swv_host::CaseReport;

use crate::commands::{silent, supplied};
use crate::show::{Alignment, Page, Table, amount, rules, say, text as words};

/// How a section is written: on which page, in which language, and whether
/// each row cites its source.
#[derive(Clone, Copy)]
struct How {
    page: Page,
    language: Language,
    explain: bool,
}

/// Where a case stands.
pub(super) fn text(report: &CaseReport, page: Page, explain: bool) -> String {
    let how = How { page, language: page.language, explain };
    let mut text = heading(report, how);
    text.push_str(&what_is_wrong(report, how));
    text.push_str(&what_is_next(report, how));
    text.push_str(&deadlines(report, how));
    text.push_str(&afterwards(report, how));
    text.push_str(&costs(report, how));
    text.push_str(&criteria(report, how));
    text.push_str(&supplied(&report.supplied, page.language));
    text
}

/// Which case it is, on which day, and whether it is made up.
pub(super) fn title(case: &FollowedCase, language: Language) -> String {
    let synthetic = if case.synthetic { say(language, " (synthetisch)", " (synthetic)") } else { "" };
    format!("{} · {}{synthetic} · {}", case.procedure, case.key, case.as_of)
}

fn heading(report: &CaseReport, how: How) -> String {
    let (case, language) = (&report.case, how.language);
    let mut text = format!("{} · {}\n\n", report.region, title(case, language));
    let _ = writeln!(text, "{} {}", say(language, "toestand:", "state:"), words(language, &case.state_title));
    if let Some(decides) = &case.decides {
        let _ = writeln!(text, "{} {}", say(language, "beslist:", "decides:"), words(language, decides));
    }
    if let Some(swv) = &case.competent_swv {
        let _ = writeln!(text, "{} {swv}", say(language, "bevoegd:", "competent:"));
    }
    text.extend(rules(&report.applies, language));
    let _ = writeln!(text, "{} {}", say(language, "dossier:", "file:"), words(language, &report.standing.text()));
    text.push_str(&silent(&report.region, &[], &report.silences, language));
    text
}

fn what_is_wrong(report: &CaseReport, how: How) -> String {
    let language = how.language;
    let mut problems = how.table(&[("waar", "where"), ("wat er mis is", "what is wrong"), ("regel", "rule")]);
    for problem in &report.case.problems {
        let cells = [problem.place.clone(), words(language, &problem.message), problem.rule.clone()];
        problems.row(how.cells(cells, problem.source.as_ref()));
    }
    let mut missing = how.table(&[("wat", "what"), ("van wie", "from whom")]);
    for item in &report.case.missing {
        missing.row(how.cells([words(language, &item.what), words(language, &item.from)], item.source.as_ref()));
    }
    how.section(say(language, "Problemen", "Problems"), &problems, report.case.problems.len())
        + &how.section(say(language, "Ontbreekt", "Missing"), &missing, report.case.missing.len())
}

fn what_is_next(report: &CaseReport, how: How) -> String {
    let language = how.language;
    let mut table = how.table(&[("stap", "step"), ("wie", "who"), ("wacht op", "waits for")]);
    for step in &report.case.next {
        let cells = [words(language, &step.title), words(language, &step.actor), waits_for(report, step, language)];
        table.row(how.cells(cells, step.source.as_ref()));
    }
    how.section(say(language, "Hierna kan", "What can come next"), &table, report.case.next.len())
}

/// What a step waits for, as it stands among what is missing.
fn waits_for(report: &CaseReport, step: &NextStep, language: Language) -> String {
    let what = |rule: &String| {
        let missing = report.case.missing.iter().find(|item| item.rule == *rule);
        missing.map_or_else(|| rule.clone(), |item| words(language, &item.what))
    };
    step.waits_for.iter().map(what).collect::<Vec<_>>().join("; ")
}

fn deadlines(report: &CaseReport, how: How) -> String {
    let language = how.language;
    let mut table =
        how.table(&[("wat", "what"), ("uiterlijk", "due"), ("hoe geteld", "how counted"), ("stand", "status")]);
    for deadline in &report.case.deadlines {
        let due = deadline.due.map_or_else(|| say(language, "onbekend", "unknown").to_owned(), |due| due.to_string());
        let cells = [words(language, &deadline.what), due, counted(deadline, language), standing(deadline, language)];
        table.row(how.cells(cells, deadline.source.as_ref()));
    }
    how.section(say(language, "Termijnen", "Deadlines"), &table, report.case.deadlines.len())
}

/// How a deadline was counted: its term, and each thing that moved its end.
fn counted(deadline: &Deadline, language: Language) -> String {
    let (term, from) = (words(language, &deadline.term), deadline.from);
    let mut parts = vec![match language {
        Language::Nl => format!("{term}, vanaf {from}"),
        Language::En => format!("{term}, from {from}"),
    }];
    parts.extend(deadline.from_because.iter().map(|why| words(language, why)));
    parts.extend(deadline.moved_by.iter().map(|cause| words(language, &cause.text())));
    parts.extend(deadline.unknown_because.iter().map(|why| words(language, why)));
    parts.join("; ")
}

fn standing(deadline: &Deadline, language: Language) -> String {
    let met = deadline.met_on.map(|met| met.to_string()).unwrap_or_default();
    let mut text = match deadline.status {
        DeadlineStatus::Open => say(language, "loopt", "runs").to_owned(),
        DeadlineStatus::Met => format!("{} {met}", say(language, "gehaald", "met")),
        DeadlineStatus::Late => format!("{} {met}", say(language, "te laat", "too late")),
        DeadlineStatus::Passed => say(language, "verstreken", "passed").to_owned(),
        DeadlineStatus::Unknown => say(language, "onbekend", "unknown").to_owned(),
    };
    if let Some(then) = &deadline.then {
        let _ = write!(text, ": {}", words(language, then));
    }
    text
}

/// What holds, what can be objected to, and what is kept.
fn afterwards(report: &CaseReport, how: How) -> String {
    let (case, language) = (&report.case, how.language);
    let mut table = how.table(&[("wat", "what"), ("van", "from"), ("tot en met", "until")]);
    let mut add = |label: (&str, &str), what: &Text, days: (String, Option<String>), source: Option<&Citation>| {
        let what = format!("{}: {}", say(language, label.0, label.1), words(language, what));
        let until = days.1.unwrap_or_else(|| say(language, "onbekend", "unknown").to_owned());
        table.row(how.cells([what, days.0, until], source));
    };
    let days = |period: &Period| (period.from.to_string(), period.until.map(|until| until.to_string()));
    let over = |until: Option<Date>| until.is_some_and(|until| until < case.as_of);
    for period in &case.validity {
        let label = if over(period.until) { ("gold", "held") } else { ("geldt", "holds") };
        add(label, &period.what, days(period), period.source.as_ref());
    }
    for objection in &case.objections {
        let until =
            objection.until.map_or_else(|| say(language, "onbekend", "unknown").to_owned(), |day| day.to_string());
        let until = std::iter::once(until).chain(window(objection, language)).collect::<Vec<_>>().join("; ");
        let label = match over(objection.until) {
            true => ("bezwaar was mogelijk", "was open to objection"),
            false => ("bezwaar mogelijk", "open to objection"),
        };
        add(label, &objection.what, (objection.on.to_string(), Some(until)), objection.source.as_ref());
    }
    for period in &case.retention {
        let label = if over(period.until) { ("vernietigen", "destroy") } else { ("bewaren", "keep") };
        add(label, &period.what, days(period), period.source.as_ref());
    }
    let rows = case.validity.len() + case.objections.len() + case.retention.len();
    how.section(say(language, "Geldig, bezwaar en bewaren", "Validity, objection and retention"), &table, rows)
}

/// How the window for an objection was counted, and whether there was one.
fn window(objection: &OpenObjection, language: Language) -> Vec<String> {
    let term = objection.term.iter().map(|term| words(language, term));
    let causes = objection.moved_by.iter().map(|cause| words(language, &cause.text()));
    let unknown = objection.unknown_because.iter().map(|why| words(language, why));
    let lodged = objection.lodged_on.map(|on| format!("{} {on}", say(language, "bezwaar op", "objection on")));
    term.chain(causes).chain(unknown).chain(lodged).collect()
}

fn costs(report: &CaseReport, how: How) -> String {
    let language = how.language;
    let mut table = how.table(&[
        ("waarvoor", "for what"),
        ("wie betaalt", "who pays"),
        ("aan wie", "to whom"),
        ("periode", "period"),
        ("bedrag", "amount"),
    ]);
    let mut reasons = Vec::new();
    for cost in &report.case.costs {
        let (what, payer) = (words(language, &cost.what), words(language, &cost.payer));
        let cells = [what, payer, words(language, &cost.payee), period(cost, language), price(cost, language)];
        table.row(how.cells(cells, cost.source.as_ref()));
        if let Some(because) = &cost.because {
            let why = format!("= {}: {}", words(language, &cost.what), words(language, because));
            if !reasons.contains(&why) {
                reasons.push(why);
            }
        }
    }
    let mut text = how.section(say(language, "Wat het kost", "What it costs"), &table, report.case.costs.len());
    for why in reasons {
        let _ = writeln!(text, "{why}");
    }
    let unknown = report.case.costs.iter().filter(|cost| cost.amount_cents.is_none());
    let mut unknown: Vec<&str> = unknown.flat_map(|cost| cost.parameters.iter().map(String::as_str)).collect();
    unknown.sort_unstable();
    unknown.dedup();
    for key in unknown {
        let _ = match language {
            Language::Nl => writeln!(text, "? {key}: niet bekend; geef de waarde met --set {key}=WAARDE"),
            Language::En => writeln!(text, "? {key}: not known; supply the value with --set {key}=VALUE"),
        };
    }
    text
}

pub(super) fn period(cost: &FollowedCost, language: Language) -> String {
    let from = cost.period.from;
    let mut text = match cost.period.until {
        Some(until) => format!("{from} – {until}"),
        None => format!("{} {from}", say(language, "vanaf", "from")),
    };
    if let Some(unit) = cost.unit.text() {
        let _ = write!(text, ", {}", words(language, &unit));
    }
    if let Some(months) = cost.period.months {
        let month = if months == 1 { say(language, "maand", "month") } else { say(language, "maanden", "months") };
        let _ = write!(text, ", {months} {month}");
    }
    text
}

/// The amount, or the parameter that would give it.
pub(super) fn price(cost: &FollowedCost, language: Language) -> String {
    match cost.amount_cents {
        Some(cents) => amount(language, cents.cents()),
        None => format!("{} ({})", say(language, "onbekend", "unknown"), cost.parameters.join(", ")),
    }
}

/// The clauses that fit, and those that may.
fn criteria(report: &CaseReport, how: How) -> String {
    let language = how.language;
    let mut table = how.table(&[("voorziening", "provision"), ("criterium", "criterion"), ("past", "fits")]);
    let known = report.case.criteria.iter().filter(|clause| clause.fits == Fit::Yes);
    let mut rows = 0;
    for clause in known {
        let criterion = format!("{} {}", clause.clause, words(language, &clause.title));
        table.row(how.cells(
            [clause.provision.clone(), criterion, say(language, "ja", "yes").to_owned()],
            clause.source.as_ref(),
        ));
        rows += 1;
    }
    let none = report.case.no_provision.iter().map(|none| format!("\n{}\n", words(language, none)));
    how.section(say(language, "Criteria die passen", "Criteria that fit"), &table, rows) + &none.collect::<String>()
}

impl How {
    /// A section with its heading; nothing where it is empty.
    fn section(self, heading: &str, table: &Table, rows: usize) -> String {
        match rows {
            0 => String::new(),
            _ => format!("\n{heading}\n{}", table.text_or_records(self.page)),
        }
    }

    fn table(self, columns: &[(&str, &str)]) -> Table {
        let mut columns: Vec<(&str, Alignment)> =
            columns.iter().map(|(nl, en)| (say(self.language, nl, en), Alignment::Left)).collect();
        if self.explain {
            columns.push((say(self.language, "bron", "source"), Alignment::Left));
        }
        Table::new(&columns)
    }

    fn cells<const N: usize>(self, cells: [String; N], source: Option<&Citation>) -> Vec<String> {
        let mut cells = cells.to_vec();
        if self.explain {
            cells.push(source.map(|source| self.cited(source)).unwrap_or_default());
        }
        cells
    }

    /// The section, and how it was read where it does not say so itself.
    fn cited(self, source: &Citation) -> String {
        let place = format!("{}, {}", source.document, source.section);
        match &source.interpreted {
            None => place,
            Some(reasoning) => {
                format!("{place} * {}: {reasoning}", say(self.language, "afgeleid", "interpreted"))
            }
        }
    }
}
