//! A case file to fill in.

use std::fmt::Write as _;

use swv_core::Language;
use swv_core::procedure::{Field, Procedure, Step};

use crate::show::{say, text};
use crate::ui::on_one_line;

/// A case file with every field and event of a procedure, as comments to fill
/// in. Whatever a plugin wrote stays within its comment.
pub(crate) fn template(procedure: &Procedure, language: Language) -> String {
    let sector = procedure.sectors.first().map(ToString::to_string).unwrap_or_default();
    let mut file = format!("# {}\n", on_one_line(&text(language, &procedure.title)));
    let _ = writeln!(file, "# {}", say(language, HEAD.0, HEAD.1));
    let _ = writeln!(file, "procedure = \"{}\"", procedure.id);
    let _ = writeln!(
        file,
        "key = \"\"    # {}",
        say(language, "een pseudoniem, nooit een naam of nummer", "a pseudonym, never a name or number")
    );
    let _ = writeln!(file, "sector = \"{sector}\"");
    let _ = writeln!(
        file,
        "# synthetic = true    # {}",
        say(language, "als de zaak verzonnen is", "if the case is made up")
    );
    let school = say(language, "het samenwerkingsverband van de school", "the samenwerkingsverband of the school");
    let home = say(language, "het samenwerkingsverband van de woonplaats", "that of the home address");
    let _ = writeln!(file, "# enrolled_in = \"\"    # {school}\n# resident_in = \"\"    # {home}\n\n[fields]");
    for field in procedure.fields.iter().filter(|field| field.event.is_none()) {
        let _ = writeln!(file, "# {} = \"\"    # {}", field.name, meaning(field, language));
    }
    let mut told: Vec<&str> = Vec::new();
    for step in &procedure.steps {
        if !told.contains(&step.event.as_str()) {
            told.push(&step.event);
            event(&mut file, procedure, step, language);
        }
    }
    file
}

const HEAD: (&str, &str) = (
    "Haal # weg waar u iets weet; wat er niet staat is niet bekend. De oudste gebeurtenis bovenaan.",
    "Remove # where you know something; what is not here is not known. The oldest event first.",
);

fn event(file: &mut String, procedure: &Procedure, step: &Step, language: Language) {
    let (title, actor) = (text(language, &step.title), text(language, &step.actor));
    let _ = writeln!(file, "\n# [[events]]    # {}: {}", on_one_line(&actor), on_one_line(&title));
    let _ = writeln!(file, "# on = \"\"\n# name = \"{}\"", step.event);
    for field in procedure.fields.iter().filter(|field| field.event.as_deref() == Some(&step.event)) {
        let _ = writeln!(file, "# fields.{} = \"\"    # {}", field.name, meaning(field, language));
    }
}

fn meaning(field: &Field, language: Language) -> String {
    on_one_line(&format!("{} ({})", text(language, &field.meaning), text(language, &field.form())))
}

#[cfg(test)]
mod tests {
    use swv_core::procedure::{CaseFile, stated};

    use super::*;

    fn procedure() -> Procedure {
        let stated: stated::Procedure = toml::from_str(
            r#"
            id = "tlv"
            nl = "aanvraag"
            en = "application"
            sectors = ["po"]
            document = "plan"
            section = "2"
            actors = { school = { nl = "school\nkey = \"x\"", en = "school" } }
            states = [{ id = "open", nl = "open", en = "open", closed = true }]
            steps = [{ event = "aanvraag", by = "school", nl = "aanvragen", en = "apply", section = "2" }]
            fields.case.soort = { kind = "yes_no", nl = "de\nsoort", en = "the kind" }
            fields.aanvraag.datum = { kind = "date", nl = "een dag", en = "a day" }
            "#,
        )
        .unwrap();
        stated.read().unwrap()
    }

    #[test]
    fn a_template_is_a_case_file_in_which_nothing_is_known() {
        for language in [Language::Nl, Language::En] {
            let case: CaseFile = toml::from_str(&template(&procedure(), language)).unwrap();
            assert_eq!((case.procedure.as_str(), case.fields.len(), case.events.len()), ("tlv", 0, 0));
        }
    }

    #[test]
    fn with_the_comment_signs_gone_it_is_still_a_case_file() {
        let text = template(&procedure(), Language::Nl);
        let filled = text
            .replace("# fields.datum = \"\"", "fields.datum = \"2025-02-03\"")
            .replace("# on = \"\"", "on = \"2025-02-03\"");
        let filled = filled.replace("# [[events]]", "[[events]]").replace("# name", "name").replace("# soort", "soort");
        let case: CaseFile = toml::from_str(&filled).unwrap();
        assert_eq!((case.fields.len(), case.events.len()), (1, 1));
    }
}
