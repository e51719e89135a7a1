//! The norm of one region, item by item.

use std::fmt::Write as _;

use swv_core::{Language, NormStanding, Source};
use swv_host::{NormReport, NormReportItem};

use super::{level, word};
use crate::show::{Page, Rows, mark, paragraph, rules, say, text};

const HEADER: [&str; 14] = [
    "region",
    "standing",
    "sector",
    "id",
    "subject",
    "aspect",
    "level",
    "document_level",
    "statutory",
    "obligation",
    "responsible",
    "status",
    "document",
    "section",
];

pub(super) fn rows(report: &NormReport, language: Language) -> Rows {
    let row = |item: &NormReportItem| {
        vec![
            report.region.to_string(),
            word(&report.status),
            item.sector.to_string(),
            item.id.clone(),
            item.subject.clone(),
            text(language, &item.aspect),
            word(&item.level),
            item.document_level.map(|level| level.to_string()).unwrap_or_default(),
            item.statutory.to_string(),
            text(language, &item.obligation),
            item.responsible.as_ref().map(|who| text(language, who)).unwrap_or_default(),
            word(&item.status),
            item.source.as_ref().map(|source| source.document.clone()).unwrap_or_default(),
            item.source.as_ref().map(|source| source.section.clone()).unwrap_or_default(),
        ]
    };
    Rows::new(&HEADER, report.items.iter().map(row))
}

pub(super) fn listing(report: &NormReport, page: Page) -> String {
    let language = page.language;
    let heading = format!("{} {}: {}", report.region, report.sector, standing(language, report.status));
    let mut shown = paragraph(page, 0, &heading);
    if let Some(rules) = rules(&report.applies, language) {
        shown.push_str(&paragraph(page, 2, rules.trim_end()));
    }
    shown.push_str(&paragraph(page, 2, &text(language, &report.explanation)));
    if let Some(source) = &report.source {
        shown.push_str(&paragraph(page, 2, &format!("{}, {}", source.document, source.section)));
    }
    if let Some(reasoning) = &report.reasoning {
        shown.push_str(&paragraph(page, 2, reasoning));
    }
    let mut aspect = None;
    for item in &report.items {
        if aspect != Some(&item.aspect) {
            shown.push('\n');
            shown.push_str(&paragraph(page, 0, &text(language, &item.aspect)));
            aspect = Some(&item.aspect);
        }
        shown.push_str(&one(report, item, page));
    }
    shown.push_str(&agenda(report, page));
    let legend = say(
        language,
        "* afgeleid uit wat het document zegt; de redenering staat in --format json",
        "* interpreted from what the document says; the reasoning is in --format json",
    );
    let _ = write!(shown, "\n{}", paragraph(page, 0, legend));
    for other in report.region_sectors.iter().filter(|sector| **sector != report.sector) {
        let _ = match language {
            Language::Nl => writeln!(shown, "De norm van sector {other}: --sector {other}"),
            Language::En => writeln!(shown, "The norm of sector {other}: --sector {other}"),
        };
    }
    shown
}

fn one(report: &NormReport, item: &NormReportItem, page: Page) -> String {
    let language = page.language;
    let mut about = vec![level(language, item.level).to_owned()];
    if let Some(number) = item.document_level {
        about.push(format!("{} {number}", say(language, "niveau", "level")));
    }
    if item.statutory {
        about.push(say(language, "wettelijk", "by law").to_owned());
    }
    let mut shown = paragraph(page, 2, &format!("{} ({}){}", item.id, about.join(", "), mark(item.status)));
    shown.push_str(&paragraph(page, 4, &text(language, &item.obligation)));
    let responsible = item.responsible.as_ref().map(|who| text(language, who));
    let place = item.source.as_ref().map(|source| place(report, source));
    let beneath: Vec<String> = responsible.into_iter().chain(place).collect();
    shown.push_str(&paragraph(page, 4, &format!("[{}]", beneath.join("; "))));
    shown
}

/// The section; with its document where that is not the one of the norm.
fn place(report: &NormReport, source: &Source) -> String {
    match report.source.as_ref().is_some_and(|norm| norm.document == source.document) {
        true => source.section.clone(),
        false => format!("{}, {}", source.document, source.section),
    }
}

fn agenda(report: &NormReport, page: Page) -> String {
    let language = page.language;
    if report.agenda.is_empty() {
        return String::new();
    }
    let mut shown = format!("\n{}\n", say(language, "wat wanneer", "what is due when"));
    for line in &report.agenda {
        let until = say(language, "uiterlijk", "by");
        let until = line.until.map(|day| format!(" ({until} {day}){}", mark(line.status)));
        let term = line.term.as_deref().unwrap_or(say(language, "zonder termijn", "no term"));
        let (what, who) = (text(language, &line.what), text(language, &line.who));
        shown.push_str(&paragraph(page, 2, &format!("{term}{}: {who}", until.unwrap_or_default())));
        shown.push_str(&paragraph(page, 4, &what));
    }
    shown
}

/// What a standing is in words.
pub(super) fn standing(language: Language, standing: NormStanding) -> &'static str {
    match standing {
        NormStanding::Norm => say(language, "stelt een norm", "sets a norm"),
        NormStanding::NoneByChoice => say(
            language,
            "stelt bewust geen norm; dit is in plaats daarvan verplicht",
            "sets no norm by choice; this is owed instead",
        ),
        NormStanding::Silent => {
            say(language, "de documenten zwijgen over een norm", "the documents are silent on a norm")
        }
    }
}
