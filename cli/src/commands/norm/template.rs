//! A self-scan to fill in.

use std::fmt::Write as _;

use swv_core::Language;
use swv_host::NormReport;

use super::level;
use crate::show::{say, text};

/// A file for `--scan`: every item as unknown, with its obligation as comment.
pub(super) fn template(report: &NormReport, language: Language) -> String {
    let (region, sector) = (&report.region, report.sector);
    let mut file = match language {
        Language::Nl => format!(
            "# Zelfscan voor {region}, sector {sector}.\n\
             # Antwoorden: ja (doet het), ten dele, nee (doet het niet), onbekend.\n\
             # Vul de naam van de school in; haal # weg waar u meer wilt zeggen.\n\n"
        ),
        Language::En => format!(
            "# Self-scan for {region}, sector {sector}.\n\
             # Answers: yes (does it), partly, no (does not), unknown (nobody has said).\n\
             # Fill in the school's name; remove # where you want to say more.\n\n"
        ),
    };
    let _ = writeln!(file, "school = \"\"");
    let _ = writeln!(file, "# location = \"12AB00\"");
    let _ = writeln!(file, "sector = \"{sector}\"");
    let _ = writeln!(file, "# district = \"\"\n# board = \"\"\n# scanned_on = \"2025-01-31\"");
    let synthetic = say(language, "als school en antwoorden verzonnen zijn", "if school and answers are made up");
    let _ = writeln!(file, "# synthetic = true    # {synthetic}\n\n[answers]");
    let mut aspect = None;
    for item in &report.items {
        if aspect != Some(&item.aspect) {
            let _ = writeln!(file, "\n# --- {}", text(language, &item.aspect));
            aspect = Some(&item.aspect);
        }
        let level = level(language, item.level);
        let unknown = say(language, "onbekend", "unknown");
        let _ = writeln!(file, "\n# {} ({level})\n{} = \"{unknown}\"", text(language, &item.obligation), item.id);
    }
    file
}
