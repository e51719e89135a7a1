//! A case file made of a dossier, with what is still to be filled in as
//! comments.

use std::fmt::Write as _;

use swv_core::Language;

use crate::show::{say, text};
use crate::ui::on_one_line;
use swv_exchange::oso::{EVENTS, OsoCase, OsoCaseReport, place_of_event, place_of_field};

/// The case as TOML.
pub(super) fn toml(imported: &OsoCase, language: Language) -> String {
    let OsoCase { case, report } = imported;
    let mut file = heading(report, language);
    let _ = writeln!(file, "procedure = {}", quoted(&case.procedure));
    let _ = writeln!(file, "key = {}", quoted(&case.key));
    let _ = writeln!(file, "sector = {}", quoted(&case.sector.to_string()));
    let made_up = say(language, "als het dossier verzonnen is", "if the dossier is made up");
    let _ = writeln!(file, "# synthetic = true    # {made_up}");
    if let Some(swv) = &case.enrolled_in {
        let _ = writeln!(file, "enrolled_in = {}", quoted(swv.as_str()));
    }
    for name in ["enrolled_in", "resident_in"] {
        file.push_str(&open_at(report, "", name, language));
    }
    file.push_str("\n[fields]\n");
    for (name, value) in &case.fields {
        let _ = writeln!(file, "{name} = {}", quoted(value));
    }
    file.push_str(&open_at(report, &place_of_field(""), "", language));
    for (at, event) in case.events.iter().enumerate() {
        let place = place_of_event(at);
        file.push_str("\n[[events]]\n");
        let here = report.taken.iter().filter(|taken| taken.place == place || taken.place == EVENTS);
        for check in here.filter_map(|taken| taken.check.as_ref()) {
            let _ = writeln!(file, "# {}", on_one_line(&text(language, check)));
        }
        let _ = writeln!(file, "on = {}\nname = {}", quoted(&event.on.to_string()), quoted(&event.name));
        for (name, value) in &event.fields {
            let _ = writeln!(file, "{} = {}", place_of_field(name), quoted(value));
        }
        file.push_str(&open_at(report, &format!("{place}."), "", language));
    }
    file
}

fn heading(report: &OsoCaseReport, language: Language) -> String {
    let OsoCaseReport { region, procedure, .. } = report;
    match language {
        Language::Nl => format!(
            "# Zaak uit een OSO-dossier, voor {region}, procedure {procedure}.\n\
             # `key` is een pseudoniem van de leerling.\n\
             # Wat het dossier niet zegt, staat achter #: vul de waarde in en haal # weg. Niet ingevuld is onbekend.\n\
             # Zet er ook bij wat er verder gebeurd is; `swv procedure {region} {procedure}` noemt de stappen.\n\n"
        ),
        Language::En => format!(
            "# Case of an OSO dossier, for {region}, procedure {procedure}.\n\
             # `key` is a pseudonym of the pupil.\n\
             # What the dossier does not tell stands behind #: fill in the value and remove #. Left empty is unknown.\n\
             # Add what else has happened; `swv procedure {region} {procedure}` names the steps.\n\n"
        ),
    }
}

/// What is open below a place and has that name, or any where it is empty, as
/// comments.
fn open_at(report: &OsoCaseReport, below: &str, name: &str, language: Language) -> String {
    let here = report.open.iter().filter_map(|open| Some((open.place.strip_prefix(below)?, &open.what)));
    let mut lines = String::new();
    for (key, what) in here.filter(|(key, _)| name.is_empty() || *key == name) {
        let _ = writeln!(lines, "# {key} = \"\"    # {}", on_one_line(&text(language, what)));
    }
    lines
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
