//! What self-scans mean, of one school and of several together.

use std::fmt::Write as _;

use swv_core::norm::{ScanResult, Verdict};
use swv_core::{Answer, Language, NormStanding};
use swv_host::{ScanReport, ScanReportItem, ScanTotal, ScansReport};

use super::listing::standing;
use super::{level, word};
use crate::show::{Alignment, Page, Rows, Table, paragraph, say, text};

const HEADER: [&str; 12] = [
    "region",
    "sector",
    "school",
    "location",
    "district",
    "board",
    "result",
    "id",
    "level",
    "answer",
    "status",
    "synthetic",
];

pub(super) fn rows(scans: &[ScanReport]) -> Rows {
    let row = |scan: &ScanReport, item: &ScanReportItem| {
        vec![
            scan.region.to_string(),
            scan.sector.to_string(),
            scan.school.clone(),
            scan.location.as_ref().map(ToString::to_string).unwrap_or_default(),
            scan.district.clone().unwrap_or_default(),
            scan.board.clone().unwrap_or_default(),
            word(&scan.result),
            item.id.clone(),
            word(&item.level),
            word(&item.answer),
            word(&item.status),
            scan.synthetic.to_string(),
        ]
    };
    Rows::new(&HEADER, scans.iter().flat_map(|scan| scan.per_item.iter().map(move |item| row(scan, item))))
}

/// One school: its result, where it falls short, what is not known, and where
/// it works towards more.
pub(super) fn school(scan: &ScanReport, page: Page) -> String {
    let language = page.language;
    let location = scan.location.as_ref().map(|code| format!(" ({code})")).unwrap_or_default();
    let day = scan.scanned_on.map(|day| format!(", {day}")).unwrap_or_default();
    let mut shown = format!("{}{location}, {} {}{day}\n", scan.school, scan.region, scan.sector);
    shown.push_str(synthetic(scan.synthetic, language));
    if scan.norm_status != NormStanding::Norm {
        shown.push_str(&paragraph(page, 0, &format!("{}: {}", scan.region, standing(language, scan.norm_status))));
    }
    let _ = writeln!(shown, "{}\n", result(language, scan.result));
    let owed = |item: &&ScanReportItem| item.level.is_owed();
    let of = |verdict: Verdict| scan.per_item.iter().filter(move |item| item.status == verdict);
    let all = scan.per_item.iter().filter(owed).count();
    let counted = |count: usize| match language {
        Language::Nl => format!("{count} van {all}"),
        Language::En => format!("{count} of {all}"),
    };
    let meets = say(language, "voldoet aan wat verplicht is", "does what is owed");
    let _ = writeln!(shown, "{meets}: {}", counted(of(Verdict::Meets).filter(owed).count()));
    let short: Vec<_> = of(Verdict::FallsShort).collect();
    let unknown: Vec<_> = of(Verdict::Unknown).filter(owed).collect();
    let towards: Vec<_> = of(Verdict::WorksTowards).collect();
    let more: Vec<_> = of(Verdict::Meets).filter(|item| !item.level.is_owed()).collect();
    section(&mut shown, say(language, "schiet tekort", "falls short"), &counted(short.len()), &short, page);
    let name = say(language, "verplicht en niet bekend", "owed and not known");
    section(&mut shown, name, &counted(unknown.len()), &unknown, page);
    let name = say(language, "werkt ernaartoe, niet verplicht", "works towards it, not owed");
    section(&mut shown, name, &towards.len().to_string(), &towards, page);
    let _ = writeln!(shown, "{}: {}", say(language, "doet het, niet verplicht", "does it, not owed"), more.len());
    if !more.is_empty() {
        let ids: Vec<_> = more.iter().map(|item| item.id.as_str()).collect();
        shown.push_str(&paragraph(page, 2, &ids.join(", ")));
    }
    if let Some(target) = scan.target {
        let _ = writeln!(shown, "{}: {}", say(language, "streefnorm", "target norm"), self::target(language, target));
    }
    let rest = of(Verdict::Unknown).filter(|item| !item.level.is_owed()).count();
    let _ = writeln!(shown, "{}: {rest}", say(language, "niet verplicht en niet bekend", "not owed and not known"));
    shown
}

fn section(shown: &mut String, name: &str, count: &str, items: &[&ScanReportItem], page: Page) {
    let language = page.language;
    let _ = writeln!(shown, "{name}: {count}");
    for item in items {
        let about = match item.answer {
            Answer::Partly => format!(", {}", say(language, "ten dele", "partly")),
            _ => String::new(),
        };
        shown.push_str(&paragraph(page, 2, &format!("{} ({}{about})", item.id, level(language, item.level))));
        shown.push_str(&paragraph(page, 4, &text(language, &item.obligation)));
    }
}

/// Several schools: each, then by district, by board and all together, then
/// where schools fall short.
pub(super) fn schools(report: &ScansReport, page: Page) -> String {
    let language = page.language;
    let mut shown = format!("{} {}\n{}\n", report.region, report.sector, synthetic(report.synthetic, language));
    let mut table = Table::new(&[
        ("school", Alignment::Left),
        (say(language, "uitslag", "result"), Alignment::Left),
        (say(language, "tekort", "short"), Alignment::Right),
        (say(language, "onbekend", "unknown"), Alignment::Right),
        (say(language, "streefnorm", "target norm"), Alignment::Left),
    ]);
    for scan in &report.scans {
        let unknown = scan.per_item.iter().filter(|item| item.level.is_owed() && item.status == Verdict::Unknown);
        table.row([
            scan.school.clone(),
            result(language, scan.result).to_owned(),
            scan.falls_short.len().to_string(),
            unknown.count().to_string(),
            scan.target.map_or("–", |verdict| target(language, verdict)).to_owned(),
        ]);
    }
    shown.push_str(&table.text(page));
    shown.push('\n');
    shown.push_str(&totals(report, page));
    shown.push('\n');
    shown.push_str(&shortfalls(report, page));
    shown
}

fn totals(report: &ScansReport, page: Page) -> String {
    let language = page.language;
    let mut table = Table::new(&[
        ("", Alignment::Left),
        (say(language, "scholen", "schools"), Alignment::Right),
        (say(language, "voldoen", "meet"), Alignment::Right),
        (say(language, "tekort", "short"), Alignment::Right),
        (say(language, "onbekend", "unknown"), Alignment::Right),
        (say(language, "naar streefnorm", "to target"), Alignment::Right),
        (say(language, "op streefnorm", "at target"), Alignment::Right),
    ]);
    let mut row = |kind: &str, total: &ScanTotal| {
        let nameless = say(language, "niet genoemd", "not named");
        let name = if kind.is_empty() { say(language, "alle", "all").to_owned() } else { named(kind, total, nameless) };
        let counts = [
            total.schools,
            total.meets,
            total.falls_short,
            total.unknown,
            total.works_towards_target,
            total.meets_target,
        ];
        table.row(std::iter::once(name).chain(counts.map(|count| count.to_string())));
    };
    report.districts.iter().for_each(|total| row(say(language, "wijk", "district"), total));
    report.boards.iter().for_each(|total| row(say(language, "bestuur", "board"), total));
    row("", &report.whole);
    table.text_in_blocks(page)
}

fn named(kind: &str, total: &ScanTotal, nameless: &str) -> String {
    format!("{kind} {}", total.name.as_deref().unwrap_or(nameless))
}

/// The items that some school owes and does not do, or not whole.
fn shortfalls(report: &ScansReport, page: Page) -> String {
    let language = page.language;
    let mut shown = String::new();
    for item in &report.whole.per_item {
        if report.scans.iter().any(|scan| scan.falls_short.contains(&item.id)) {
            let (id, yes, partly, no, unknown) = (&item.id, item.yes, item.partly, item.no, item.unknown);
            shown.push_str(&paragraph(
                page,
                2,
                &match language {
                    Language::Nl => format!("{id}: {yes} ja, {partly} ten dele, {no} nee, {unknown} onbekend"),
                    Language::En => format!("{id}: {yes} yes, {partly} partly, {no} no, {unknown} unknown"),
                },
            ));
        }
    }
    match shown.is_empty() {
        true => shown,
        false => format!("{}\n{shown}", say(language, "waar scholen tekortschieten", "where schools fall short")),
    }
}

fn synthetic(synthetic: bool, language: Language) -> &'static str {
    if !synthetic {
        return "";
    }
    say(
        language,
        "SYNTHETISCH: scholen en antwoorden zijn verzonnen.\n",
        "SYNTHETIC: schools and answers are made up.\n",
    )
}

fn result(language: Language, result: ScanResult) -> &'static str {
    match result {
        ScanResult::Meets => say(language, "voldoet", "meets"),
        ScanResult::FallsShort => say(language, "schiet tekort", "falls short"),
        ScanResult::Unknown => say(language, "niet bekend", "unknown"),
    }
}

/// How far a school is with the target norm.
fn target(language: Language, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Meets => say(language, "gehaald", "met"),
        Verdict::WorksTowards => say(language, "op weg", "on the way"),
        Verdict::Unknown => say(language, "niet bekend", "unknown"),
        Verdict::NotOwed | Verdict::FallsShort => say(language, "niet begonnen", "not begun"),
    }
}
