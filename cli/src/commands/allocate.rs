//! `swv allocate`: a year's money over a region's schools.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use swv_core::{CountDate, Dataset, Language, Missing, Money, Text, Within, Year};
use swv_host::{AllocationReport, AllocationReportLine, AllocationWarning, DatasetLabel, Digest, Region, Spread};

use super::effect::without_effect;
use super::{supplied, supplied_field};
use crate::args::Global;
use crate::error::CliError;
use crate::files;
use crate::regions::{Packages, RegionArgs};
use crate::show::{self, Alignment, Page, Rows, Shown, Table, amount, amount_within, say, whole, within};
use crate::ui::Ui;

/// Divide a year's money over a region's schools by its own rules
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv allocate zuid-kennemerland --year 2024
  swv data import duo --swv PO2704 --locations 02.csv --pupils 06.csv --postcodes map.csv --out zk.json
  swv allocate zuid-kennemerland --year 2024 --dataset zk.json")]
pub(crate) struct AllocateArgs {
    #[command(flatten)]
    region: RegionArgs,
    /// The year of the money: a calendar year, or a school year such as 2024-2025
    #[arg(long)]
    year: Year,
    /// The schools and their counts, as JSON or CSV; without it, a synthetic one: that of `swv data generate`
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
    /// Only what concerns one recipient, or all schools of one board: what its decision letter says
    #[arg(long, value_name = "ID")]
    recipient: Option<String>,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &AllocateArgs) -> Result<(), CliError> {
    let packages = Packages::read(ui, global)?;
    let region = packages.load_with(&args.region.region, &args.region.values)?;
    let (dataset, digest) = match &args.dataset {
        Some(file) => files::dataset(file)?,
        None => synthetic(&region, args)?,
    };
    let (sector, year) = (args.region.sector, args.year);
    let allocate = |region: &Region| Ok(region.allocate(sector, year, &dataset, digest)?);
    let mut report = allocate(&region)?;
    without_effect(ui, &packages, &region, sector, &report, allocate)?;
    if let Some(recipient) = &args.recipient {
        let narrowed = report.narrowed_to(recipient)?;
        let no_recipient = || CliError::NoRecipient { recipient: recipient.clone(), dataset: dataset.name.clone() };
        report = narrowed.ok_or_else(no_recipient)?;
    }
    for warning in &report.warnings {
        ui.warn(&warned(warning, &report, ui.language));
    }
    ui.show(&report)
}

impl Shown for AllocationReport {
    fn rows(&self, language: Language) -> Rows {
        rows(self, language)
    }

    fn is_final(&self) -> bool {
        self.is_final()
    }

    fn text(&self, page: Page) -> String {
        table(self, page)
    }
}

/// The dataset of `swv data generate`, and the digest that its file would have.
fn synthetic(region: &Region, args: &AllocateArgs) -> Result<(Dataset, Digest), CliError> {
    let year = args.year.calendar().ok_or(CliError::SyntheticYear { year: args.year })?;
    let dataset = region.generate(args.region.sector, year, 0, None)?.dataset;
    let digest = Digest::of(swv_exchange::dataset_file::json(&dataset)?.as_bytes());
    Ok((dataset, digest))
}

fn rows(report: &AllocationReport, language: Language) -> Rows {
    let header = [
        "recipient",
        "rule",
        "quantity",
        "rate_cents",
        "per",
        "amount_cents",
        "amount_at_least_cents",
        "amount_at_most_cents",
        "status",
        "reason",
        "complete",
        "dataset",
        "synthetic",
        "supplied",
    ];
    let whole = |cells: Vec<String>| {
        let of_all = [
            report.complete.to_string(),
            report.dataset.name.clone(),
            report.dataset.synthetic.to_string(),
            supplied_field(&report.supplied),
        ];
        cells.into_iter().chain(of_all).collect::<Vec<_>>()
    };
    let line = |line: AllocationReportLine<'_>| {
        let cents = |amount: Money| amount.cents().to_string();
        let exact = line.amount_cents.exact();
        vec![
            line.recipient.to_owned(),
            line.rule.to_owned(),
            line.quantity.to_string(),
            line.rate_cents.map(Money::cents).to_string(),
            line.per.to_string(),
            exact.map(cents).unwrap_or_default(),
            cents(line.amount_cents.at_least()),
            cents(line.amount_cents.at_most()),
            if exact.is_some() { "exact" } else { "between" }.to_owned(),
            String::new(),
        ]
    };
    let unknown = |missing: Missing| {
        let mut cells = vec![missing.recipient.unwrap_or_default(), missing.rule.unwrap_or_default()];
        cells.extend(std::iter::repeat_n(String::new(), 6));
        let reason = missing.because.map_or(missing.what, |why| show::text(language, &why));
        cells.extend(["unknown".to_owned(), reason]);
        cells
    };
    Rows::new(&header, report.lines.iter().map(line).chain(report.missing.iter().map(unknown)).map(whole))
}

fn table(report: &AllocationReport, page: Page) -> String {
    let language = page.language;
    let mut text = heading(report, language);
    let mut table = Table::new(&[
        (say(language, "school", "school"), Alignment::Left),
        (say(language, "naam", "name"), Alignment::Left),
        (say(language, "regel", "rule"), Alignment::Left),
        (say(language, "aantal", "quantity"), Alignment::Right),
        (say(language, "tarief", "rate"), Alignment::Right),
        (say(language, "bedrag", "amount"), Alignment::Right),
    ]);
    for line in report.lines.iter() {
        table.row([
            line.recipient.to_owned(),
            line.name.to_owned(),
            line.rule.to_owned(),
            within(line.quantity, |quantity| whole(language, quantity)),
            rate(language, &line),
            amount_within(language, line.amount_cents),
        ]);
    }
    for gap in report.missing.gaps() {
        let (recipient, rule) = (gap.recipient.unwrap_or_default(), gap.rule.unwrap_or_default());
        let (unknown, empty) = (say(language, "onbekend !", "unknown !").to_owned(), String::new);
        table.row([recipient, empty(), rule, empty(), empty(), unknown]);
    }
    text.push_str(&table.text(page));
    text.push_str(&total(report, language));
    for (apart, of) in [
        (&report.recipient_spread, say(language, "per school", "by school")),
        (&report.board_spread, say(language, "per bestuur", "by board")),
    ] {
        text.push_str(&spread(apart.as_ref(), of, report.complete, language));
    }
    for rule in &report.rules {
        let source = rule.source.as_ref().map(|source| format!("{}, {}", source.document, source.section));
        let _ = writeln!(text, "{}: {} ({})", rule.id, show::text(language, &rule.title), source.unwrap_or_default());
    }
    text.push_str(&supplied(&report.supplied, language));
    text.push_str(&missing(report, language));
    text
}

/// What is handed out and what is left, with what makes them less than the
/// whole beside them.
fn total(report: &AllocationReport, language: Language) -> String {
    let mut text = format!("\n{} {}", say(language, "totaal", "total"), amount_within(language, report.total_cents));
    if !report.complete {
        text.push_str(say(
            language,
            ", ONVOLLEDIG: wat bij ! staat, telt niet mee",
            ", INCOMPLETE: what ! names is not in it",
        ));
    } else if report.total_cents == Within::ZERO && report.lines.is_empty() {
        text.push_str(say(
            language,
            ": geen regel geeft of vraagt iets bij deze aantallen",
            ": no rule gives or asks anything at these counts",
        ));
    }
    text.push('\n');
    let undivided = Money::try_sum(report.undivided.iter().map(|of| of.amount_cents)).unwrap_or(Money::ZERO);
    if let Ok(left) = report.remainder_cents.checked_sub(undivided.into())
        && (left != Within::ZERO || undivided == Money::ZERO)
    {
        let rest = say(language, "rest na verdeling", "left after division");
        let _ = writeln!(text, "{rest} {}", amount_within(language, left));
    }
    for of in &report.undivided {
        let (not, title) = (say(language, "niet verdeeld", "not divided"), show::text(language, &of.title));
        let _ = writeln!(text, "{not} {}: {title}", amount(language, of.amount_cents.cents()));
    }
    text
}

/// The lowest and highest amount per pupil.
fn spread(spread: Option<&Spread>, of: &str, complete: bool, language: Language) -> String {
    let Some(spread) = spread else { return String::new() };
    let shown = |money: Money| amount(language, money.cents());
    let (lowest, highest) = (shown(spread.lowest_cents), shown(spread.highest_cents));
    let name = say(language, "per leerling,", "per pupil,");
    let apart = say(language, "spreiding", "spread");
    let mark = if complete { "" } else { say(language, ", onvolledig", ", incomplete") };
    format!("{name} {of}: {lowest} – {highest}, {apart} {}{mark}\n", shown(spread.difference_cents))
}

/// The rate, and how many it is for where that is more than one.
fn rate(language: Language, line: &AllocationReportLine<'_>) -> String {
    let rate = amount_within(language, line.rate_cents);
    if line.per == 1.into() {
        return rate;
    }
    format!("{rate} per {}", within(line.per, |per| whole(language, i64::from(per))))
}

fn heading(report: &AllocationReport, language: Language) -> String {
    let dataset = &report.dataset;
    let mut text = format!("{} {} {}, {}\n", report.region, report.sector, report.year, dataset.name);
    if dataset.synthetic {
        text.push_str(&synthetic_note(dataset, language));
    }
    for quantity in &dataset.quantities {
        if let Some(day) = quantity.counted_on {
            let provisional = if quantity.provisional { say(language, ", voorlopig", ", provisional") } else { "" };
            let _ =
                writeln!(text, "{}: {} {day}{provisional}", quantity.name, say(language, "geteld op", "counted on"));
        }
    }
    text.push('\n');
    text
}

/// Says what is made up; where some of it is real, which.
fn synthetic_note(dataset: &DatasetLabel, language: Language) -> String {
    let real = dataset.quantities.iter().filter(|column| column.synthetic == Some(false));
    let real: Vec<&str> = real.map(|column| column.name.as_str()).collect();
    if real.is_empty() {
        let note = say(
            language,
            "SYNTHETISCH: scholen en aantallen zijn verzonnen.",
            "SYNTHETIC: schools and counts are made up.",
        );
        return format!("{note}\n");
    }
    let note = say(
        language,
        "SYNTHETISCH: aantallen zijn verzonnen, behalve van echte scholen",
        "SYNTHETIC: counts are made up, except of real schools",
    );
    format!("{note}: {}\n", real.join(", "))
}

/// A warning in words.
fn warned(warning: &AllocationWarning, report: &AllocationReport, language: Language) -> Text {
    let year = report.year;
    match warning {
        AllocationWarning::CountDate { quantity, counted_on, funded_by } => {
            let dates = |or: &str| funded_by.iter().map(CountDate::to_string).collect::<Vec<_>>().join(or);
            Text::new(
                format!("{quantity}: geteld op {counted_on}, maar {year} volgt de teldatum {}", dates(" of ")),
                format!("{quantity}: counted on {counted_on}, but {year} follows the count date {}", dates(" or ")),
            )
        }
        AllocationWarning::Room { rule, total_cents, line, room_cents } => {
            let titled = report.rules.iter().find(|known| known.id == *rule);
            let title = titled.map_or_else(|| Text::new(rule, rule), |known| known.title.clone());
            let (total, room) = (amount_within(language, *total_cents), amount(language, room_cents.cents()));
            Text::new(
                format!(
                    "{}: samen {total}, meer dan de ruimte van {room} op de begroting ({line}); niet afgetopt",
                    title.nl
                ),
                format!("{}: {total} in all, more than the budget has room for, {room} ({line}); not capped", title.en),
            )
        }
        AllocationWarning::Unread { column, nearest } => {
            let (nl, en) = match nearest {
                Some(name) => (format!("; is {name} bedoeld?"), format!("; is {name} meant?")),
                None => Default::default(),
            };
            Text::new(
                format!("{column}: geen regel leest deze kolom, dus zij telt niet mee{nl}"),
                format!("{column}: no rule reads this column, so it counts for nothing{en}"),
            )
        }
    }
}

/// How many recipients with one gap are named; JSON has them all.
const NAMED: usize = 5;

/// What is missing: whole quantities, and what some recipients lack.
fn missing(report: &AllocationReport, language: Language) -> String {
    let mut text = String::new();
    let absent: Vec<&str> = report.missing.absent().collect();
    if !absent.is_empty() {
        let note = say(
            language,
            "niet in de dataset; regels die het nodig hebben, zijn niet berekend",
            "not in the dataset; rules that need it are not computed",
        );
        let _ = writeln!(text, "! {note}: {}", absent.join(", "));
    }
    let mut causes: Vec<(String, Vec<String>)> = Vec::new();
    for gap in report.missing.gaps() {
        let why = gap.because.map_or(gap.what, |why| show::text(language, &why));
        let why = match gap.rule {
            Some(rule) => format!("{rule}: {why}"),
            None => why,
        };
        let recipient = gap.recipient.unwrap_or_default();
        match causes.iter_mut().find(|(known, _)| *known == why) {
            Some((_, recipients)) => recipients.push(recipient),
            None => causes.push((why, vec![recipient])),
        }
    }
    for (why, recipients) in causes {
        let (named, others) = recipients.split_at(recipients.len().min(NAMED));
        let more = if others.is_empty() { String::new() } else { format!(" (+{})", others.len()) };
        let _ = writeln!(text, "! {}{more}, {why}", named.join(", "));
    }
    text
}
