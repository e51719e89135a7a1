//! Results for people: words, numbers and tables.

mod lines;
mod number;
pub(crate) mod procedure;
mod shown;
mod table;

pub(crate) use lines::paragraph;
pub(crate) use number::{amount, amount_within, decimal, rounded_amount, whole, within};
pub(crate) use shown::{Page, Rows, Shown};
pub(crate) use table::{Alignment, Table};

use swv_core::procedure::Applies;
use swv_core::{Language, Status, Text, Unit};
use swv_host::{Approximate, Basis, ReportValue};

/// Picks the text of a language.
pub(crate) fn say<'a>(language: Language, nl: &'a str, en: &'a str) -> &'a str {
    language.choose(nl, en)
}

/// A text of a result.
pub(crate) fn text(language: Language, text: &Text) -> String {
    text.in_language(language).to_owned()
}

/// Which rules hold, where they do not always, or none do.
pub(crate) fn rules(applies: &Applies, language: Language) -> Option<String> {
    let label = say(language, "regels:", "rules:");
    if let Some(outside) = &applies.outside {
        return Some(format!("{label} {}\n", text(language, outside)));
    }
    let why = text(language, &applies.because);
    let on = applies.on.map(|on| format!(", {on}")).unwrap_or_default();
    let valid = text(language, &applies.valid.text());
    (!applies.valid.is_always()).then(|| format!("{label} {valid} ({why}{on})\n"))
}

/// A value of a report with its unit; large amounts in whole euros.
pub(crate) fn value(language: Language, value: &ReportValue, unit: &Unit, about: Option<Approximate>) -> String {
    let plain = match (value, unit) {
        (ReportValue::Whole(cents), Unit::EuroCents) => rounded_amount(language, *cents),
        (ReportValue::Whole(count), _) => whole(language, *count),
        (ReportValue::Decimal(rate), Unit::Percent) => format!("{}%", decimal(language, &rate.to_string())),
        (ReportValue::Decimal(rate), _) => decimal(language, &rate.to_string()),
        (ReportValue::Id(id), _) => id.clone(),
        (ReportValue::Words(words), _) => text(language, words),
    };
    match about {
        Some(Approximate::Circa) => format!("ca. {plain}"),
        Some(Approximate::MoreThan) => format!("> {plain}"),
        Some(Approximate::LessThan) => format!("< {plain}"),
        None => plain,
    }
}

/// A value of a report to the cent.
pub(crate) fn exact(language: Language, given: &ReportValue, unit: &Unit) -> String {
    match (given, unit) {
        (ReportValue::Whole(cents), Unit::EuroCents) => amount(language, *cents),
        _ => value(language, given, unit, None),
    }
}

/// A value as a program reads it.
pub(crate) fn plain(language: Language, value: &ReportValue) -> String {
    match value {
        ReportValue::Whole(number) => number.to_string(),
        ReportValue::Decimal(rate) => rate.to_string(),
        ReportValue::Id(id) => id.clone(),
        ReportValue::Words(words) => text(language, words),
    }
}

/// What people call what a value rests on.
pub(crate) fn basis(language: Language, basis: Basis) -> &'static str {
    match basis {
        Basis::Result => say(language, "resultaat", "result"),
        Basis::Forecast => say(language, "prognose", "forecast"),
        Basis::Budget => say(language, "begroting", "budget"),
        Basis::Target => say(language, "streefcijfer", "target"),
    }
}

/// The mark that a status leaves behind a value.
pub(crate) fn mark(status: Status) -> &'static str {
    match status {
        Status::Explicit => "",
        Status::Interpreted => "\u{a0}*",
        Status::Silent => "\u{a0}?",
    }
}
