//! The norms of regions side by side.

use std::fmt::Write as _;

use swv_core::Language;
use swv_core::norm::LayerStatus;
use swv_host::{Held, NormComparison, NormHolding};

use super::listing::standing;
use super::word;
use crate::show::{Alignment, Page, Rows, Table, paragraph, say, text};

const HEADER: [&str; 6] = ["subject", "label", "layer", "held", "item", "level"];

/// A row for each item of each layer; one without an item where it has none.
pub(super) fn rows(compared: &NormComparison, language: Language) -> Rows {
    let mut rows = Vec::new();
    for subject in &compared.subjects {
        let regions = subject.regions.iter().map(|(id, holding)| (id.as_str(), holding));
        for (layer, holding) in regions.chain(subject.national.iter().map(|holding| ("national", holding))) {
            let mut row = |item: &str, level: String| {
                let label = text(language, &subject.label);
                rows.push(vec![
                    subject.subject.clone(),
                    label,
                    layer.to_owned(),
                    word(&holding.held),
                    item.to_owned(),
                    level,
                ]);
            };
            if holding.items.is_empty() {
                row("", String::new());
            }
            holding.items.iter().for_each(|item| row(&item.id, word(&item.level)));
        }
    }
    Rows::new(&HEADER, rows)
}

pub(super) fn table(compared: &NormComparison, page: Page) -> String {
    let language = page.language;
    let mut columns = vec![("", Alignment::Left)];
    columns.extend(compared.regions.iter().map(|region| (region.region.as_str(), Alignment::Left)));
    if compared.national.is_some() {
        columns.push((say(language, "landelijk", "national"), Alignment::Left));
    }
    let mut table = Table::new(&columns);
    for subject in &compared.subjects {
        let regions = compared.regions.iter().map(|region| subject.regions.get(&region.region));
        let cells = regions.chain(subject.national.iter().map(Some));
        let shown = cells.map(|holding| holding.map_or("", |holding| held(language, holding)).to_owned());
        table.row(std::iter::once(text(language, &subject.label)).chain(shown));
    }
    let mut shown = table.text_in_blocks(page);
    let legend = say(
        language,
        "verplicht: elke school; genoemd: niet verplicht; –: de norm noemt het niet; ?: de documenten zwijgen. Wat de wet \
         eist, geldt ook waar een norm het niet noemt.",
        "owed: by every school; stated: not owed; –: the norm does not name it; ?: the documents are silent. What the law \
         demands holds where no norm names it, too.",
    );
    let _ = writeln!(shown, "\n{}", paragraph(page, 0, legend));
    shown.push_str(&differences(compared, page));
    shown
}

fn held(language: Language, holding: &NormHolding) -> &'static str {
    match holding.held {
        Held::Owed => say(language, "verplicht", "owed"),
        Held::Stated => say(language, "genoemd", "stated"),
        Held::Lacks => "–",
        Held::Silent => "?",
    }
}

fn differences(compared: &NormComparison, page: Page) -> String {
    let language = page.language;
    let mut shown = String::new();
    let mut line = |indent: usize, name: &str, subjects: &[String]| {
        if !subjects.is_empty() {
            shown.push_str(&paragraph(page, indent, &format!("{name}: {}", subjects.join(", "))));
        }
    };
    line(0, say(language, "verplicht bij alle", "owed by all"), &compared.same);
    for region in &compared.regions {
        line(0, region.region.as_str(), &[standing(language, region.status).to_owned()]);
        line(2, say(language, "alleen hier verplicht", "owed only here"), &region.owed_only_here);
        line(2, say(language, "elders verplicht, hier genoemd", "owed elsewhere, stated here"), &region.less_here);
        line(2, say(language, "elders verplicht, hier niet genoemd", "owed elsewhere, not named here"), &region.lacks);
        line(2, say(language, "elders verplicht, hier onbekend", "owed elsewhere, unknown here"), &region.unknown);
        if let Some(against) = &region.against_national {
            line(2, say(language, "dekt landelijk", "covers nationally"), &against.covers);
            line(2, say(language, "minder dan landelijk", "less than nationally"), &against.less);
            line(2, say(language, "mist landelijk", "lacks nationally"), &against.lacks);
            line(2, say(language, "landelijk, hier onbekend", "national, unknown here"), &against.unknown);
        }
    }
    let left_out: Vec<_> = compared.left_out.iter().map(ToString::to_string).collect();
    let name = say(language, "zonder norm voor deze sector", "without a norm for this sector");
    line(0, name, &left_out);
    if let Some(national) = &compared.national {
        let status = match national.status {
            LayerStatus::Proposed => say(language, "voorstel", "proposed"),
            LayerStatus::InForce => say(language, "van kracht", "in force"),
            LayerStatus::Synthetic => say(language, "SYNTHETISCH, verzonnen", "SYNTHETIC, made up"),
        };
        let _ = writeln!(shown, "{}: {} ({status})", say(language, "landelijk", "national"), national.title);
    }
    shown
}
