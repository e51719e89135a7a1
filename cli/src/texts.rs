//! Help, errors and hints in Dutch: the one catalogue of their texts.
//!
//! They are written in English where they arise. `texts.toml` has the Dutch of
//! each, with `{}` for what is filled in; a test holds it to be complete.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use clap::Command;
use clap::builder::{Resettable, StyledStr};
use swv_core::Language;

/// A text with places to fill in, and its Dutch.
struct Entry {
    /// What stands before, between and after the places.
    english: Vec<String>,
    dutch: String,
    /// How many letters it has: of two that fit, the longer is meant.
    letters: usize,
}

static CATALOGUE: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let texts: BTreeMap<String, String> = toml::from_str(include_str!("../texts.toml")).unwrap_or_default();
    let entry = |(english, dutch): (String, String)| {
        let english: Vec<String> = english.split("{}").map(str::to_owned).collect();
        let letters = english.iter().map(|part| part.chars().count()).sum();
        Entry { english, dutch, letters }
    };
    let mut entries: Vec<Entry> = texts.into_iter().map(entry).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.letters));
    entries
});

/// The language of help and errors: that of `--lang`, or else of `SWV_LANG` or
/// the user's locale, or else English. Results have a default of their own.
pub(crate) fn language(arguments: impl Iterator<Item = String>, variable: impl Fn(&str) -> Option<String>) -> Language {
    let arguments: Vec<String> = arguments.collect();
    let after = |at: usize| arguments.get(at + 1).map(String::as_str);
    let asked = arguments.iter().enumerate().find_map(|(at, argument)| match argument.as_str() {
        "--lang" => after(at),
        argument => argument.strip_prefix("--lang="),
    });
    if let Some(language) = asked.and_then(|asked| asked.parse().ok()) {
        return language;
    }
    let variables = ["SWV_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = variables.into_iter().filter_map(variable).find(|value| !value.is_empty());
    if locale.is_some_and(|locale| locale.to_lowercase().starts_with("nl")) { Language::Nl } else { Language::En }
}

/// A text that was written in English, line by line in a language.
pub(crate) fn said(language: Language, text: &str) -> String {
    match language {
        Language::En => text.to_owned(),
        Language::Nl => text.split('\n').map(line).collect::<Vec<_>>().join("\n"),
    }
}

/// A line in Dutch; what no entry fits, as it is.
fn line(text: &str) -> String {
    let begin = text.find(|letter: char| letter != ' ' && letter != '-').unwrap_or(0);
    let begin = if text[..begin].ends_with("--") { text.find('-').unwrap_or(0) } else { begin };
    let (indent, text) = text.split_at(begin);
    format!("{indent}{}", translated(text).unwrap_or_else(|| text.to_owned()))
}

/// The Dutch of a text that an entry fits, as a whole or behind the name of a
/// place and a colon. Of several that fit, the one that says most is meant.
fn translated(text: &str) -> Option<String> {
    let ends = text.match_indices(": ").map(|(at, colon)| at + colon.len());
    let fitting = std::iter::once(0).chain(ends).filter_map(|start| {
        let fits = |entry: &'static Entry| Some((entry, entry.fits(&text[start..])?));
        CATALOGUE.iter().find_map(fits).map(|(entry, filled)| (start, entry, filled))
    });
    let (start, entry, filled) = fitting.max_by_key(|(start, entry, _)| (entry.letters, std::cmp::Reverse(*start)))?;
    let mut dutch = entry.dutch.clone();
    for (at, value) in filled.iter().enumerate() {
        let value = translated(value).unwrap_or_else(|| (*value).to_owned());
        let numbered = format!("{{{at}}}");
        dutch = match dutch.contains(&numbered) {
            true => dutch.replace(&numbered, &value),
            false => dutch.replacen("{}", &value, 1),
        };
    }
    // What stands before it is a place, or a text of its own.
    let before = text[..start].strip_suffix(": ");
    let place = before.and_then(translated).map(|before| format!("{before}: "));
    let place =
        place.unwrap_or_else(|| text[..start].replace("built in/", "ingebouwd/").replace("(version ", "(versie "));
    Some(format!("{place}{dutch}"))
}

impl Entry {
    /// What stands in the places, where the text is this one.
    fn fits<'a>(&self, text: &'a str) -> Option<Vec<&'a str>> {
        let (first, rest) = self.english.split_first()?;
        let Some((last, between)) = rest.split_last() else { return (text == first).then(Vec::new) };
        if self.letters == 0 || text.len() < first.len() + last.len() {
            return None;
        }
        let mut left = text.strip_prefix(first.as_str())?.strip_suffix(last.as_str())?;
        let mut filled = Vec::new();
        for part in between {
            let (value, after) = left.split_once(part.as_str())?;
            filled.push(value);
            left = after;
        }
        filled.push(left);
        Some(filled)
    }
}

/// A command with its help in Dutch.
pub(crate) fn in_dutch(mut command: Command) -> Command {
    command.build();
    dutch(command)
}

fn dutch(command: Command) -> Command {
    let of = |text: Option<&StyledStr>| Resettable::from(text.map(|text| StyledStr::from(whole(&text.to_string()))));
    let (about, long_about) = (of(command.get_about()), of(command.get_long_about()));
    let (after, after_long) = (of(command.get_after_help()), of(command.get_after_long_help()));
    command
        .about(about)
        .long_about(long_about)
        .after_help(after)
        .after_long_help(after_long)
        .subcommand_value_name("OPDRACHT")
        .mut_args(|arg| {
            let (help, long_help) = (of(arg.get_help()), of(arg.get_long_help()));
            let names = arg.get_value_names().map(|names| names.iter().map(|name| value(name)).collect::<Vec<_>>());
            let arg = arg.help(help).long_help(long_help);
            match names {
                Some(names) if names.iter().all(|name| !name.is_empty()) => arg.value_names(names),
                _ => arg,
            }
        })
        .mut_subcommands(dutch)
}

/// What stands for a value, in capitals; nothing where it is the same.
fn value(name: &str) -> &'static str {
    match name {
        "REGION" => "REGIO",
        "REGIONS" => "REGIO'S",
        "FILE" => "BESTAND",
        "FILES" => "BESTANDEN",
        "DIR" => "MAP",
        "YEAR" => "JAAR",
        "DATE" => "DATUM",
        "NAME" => "NAAM",
        "NUMBER" => "NUMMER",
        "FORMAT" => "VORM",
        "LIBRARY" => "BIBLIOTHEEK",
        "KEY=VALUE" => "SLEUTEL=WAARDE",
        "REGION,REGION" => "REGIO,REGIO",
        "COMMAND" => "OPDRACHT",
        "FOLDER" => "MAP",
        _ => "",
    }
}

/// A text of help in Dutch: as a whole, or line by line.
fn whole(text: &str) -> String {
    translated(text).unwrap_or_else(|| said(Language::Nl, text))
}

/// What clap itself writes into help and errors.
pub(crate) fn of_clap(language: Language, text: &str) -> String {
    if language == Language::En {
        return text.to_owned();
    }
    let mut text = said(language, text);
    for (english, dutch) in [
        ("Usage:", "Gebruik:"),
        ("Commands:", "Opdrachten:"),
        ("Arguments:", "Argumenten:"),
        ("Options:", "Opties:"),
        ("Possible values:", "Mogelijke waarden:"),
        ("[possible values: ", "[mogelijke waarden: "),
        ("[default: ", "[standaard: "),
        ("[OPTIONS]", "[OPTIES]"),
        ("error: ", "fout: "),
        ("tip: ", "tip: "),
    ] {
        text = text.replace(english, dutch);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_text_that_fits_is_meant_and_what_is_filled_in_is_said_too() {
        assert_eq!(said(Language::Nl, "there is no region zuid"), "er is geen regio zuid");
        assert_eq!(said(Language::En, "there is no region zuid"), "there is no region zuid");
        let nested = "zk.json: dataset x: has no recipient and no board Y";
        assert_eq!(said(Language::Nl, nested), "zk.json: dataset x: heeft geen ontvanger en geen bestuur Y");
        assert_eq!(said(Language::Nl, "  nothing that is known"), "  nothing that is known");
    }

    #[test]
    fn a_text_before_another_is_said_too() {
        let text = "error: invalid value '20x' for '--year <JAAR>': `20x` is not a calendar year: write four digits, such as `2025`";
        let dutch = said(Language::Nl, text);
        assert!(dutch.starts_with("fout: '20x' kan niet bij '--year <JAAR>': `20x` is geen kalenderjaar"), "{dutch}");
    }

    #[test]
    fn the_language_is_that_of_the_option_or_else_of_the_variable_or_else_of_the_locale() {
        let of = |arguments: &[&str], variables: &[(&str, &str)]| {
            let variable =
                |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            language(arguments.iter().map(|argument| (*argument).to_owned()), variable)
        };
        assert_eq!(of(&[], &[]), Language::En);
        assert_eq!(of(&["--lang", "nl"], &[]), Language::Nl);
        assert_eq!(of(&["--lang=nl"], &[("LANG", "en_GB.UTF-8")]), Language::Nl);
        assert_eq!(of(&["--lang", "en"], &[("LANG", "nl_NL.UTF-8")]), Language::En);
        assert_eq!(of(&["--lang", "fy"], &[("LANG", "nl_NL.UTF-8")]), Language::Nl);
        assert_eq!(of(&[], &[("SWV_LANG", "en"), ("LANG", "nl_NL.UTF-8")]), Language::En);
        assert_eq!(of(&[], &[("SWV_LANG", ""), ("LANG", "nl_NL.UTF-8")]), Language::Nl);
    }

    #[test]
    fn an_entry_fills_in_in_dutch_what_it_has_in_english() {
        // What stands there twice is no TOML, and then there is no Dutch at all.
        toml::from_str::<BTreeMap<String, String>>(include_str!("../texts.toml")).unwrap();
        for entry in CATALOGUE.iter() {
            let places = entry.english.len() - 1;
            let filled = entry.dutch.matches("{}").count();
            let numbered = (0..places).filter(|at| entry.dutch.contains(&format!("{{{at}}}"))).count();
            assert_eq!(filled + numbered, places, "{}", entry.dutch);
        }
        assert!(CATALOGUE.len() > 300, "{}", CATALOGUE.len());
    }
}

#[cfg(test)]
mod complete {
    use clap::{Command, CommandFactory};

    use super::*;

    /// Every text of help, of a command and those below it.
    fn texts(command: &Command, found: &mut Vec<String>) {
        let of = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string);
        found.extend(of(command.get_about()));
        found.extend(of(command.get_long_about()));
        found.extend(of(command.get_after_help()));
        for arg in command.get_arguments() {
            found.extend(of(arg.get_help()));
            found.extend(of(arg.get_long_help()));
            found.extend(arg.get_possible_values().iter().filter_map(|value| of(value.get_help())));
        }
        command.get_subcommands().for_each(|command| texts(command, found));
    }

    /// Every `#[error("…")]` of the sources, with `{}` in its places.
    fn errors() -> Vec<String> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut folders: Vec<_> = ["core/src", "sdk", "cli/src"].iter().map(|folder| root.join(folder)).collect();
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("texts.rs") {
                    let text = std::fs::read_to_string(path).unwrap();
                    let starts = text.match_indices("#[error(").map(|(at, start)| &text[at + start.len()..]);
                    found.extend(starts.filter_map(|rest| template(rest.trim_start())));
                }
            }
        }
        found
    }

    /// The text of a literal, with `{}` for each place and its lines joined.
    fn template(literal: &str) -> Option<String> {
        let mut letters = literal.strip_prefix('"')?.chars().peekable();
        let mut text = String::new();
        loop {
            match letters.next()? {
                '"' => return Some(text),
                '\\' => match letters.next()? {
                    '\n' => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
                    'n' => text.push('\n'),
                    letter => text.push(letter),
                },
                '{' if letters.next_if_eq(&'{').is_some() => text.push('{'),
                '{' => {
                    while letters.next()? != '}' {}
                    text.push_str("{}");
                }
                letter => text.push(letter),
            }
        }
    }

    #[test]
    fn every_error_has_its_dutch() {
        let errors = errors();
        // What is only put together of other texts says nothing itself.
        let says = |text: &&String| text.replace("{}", "").chars().any(char::is_alphabetic);
        let missing: Vec<_> = errors.iter().filter(says).filter(|text| translated(text).is_none()).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        assert!(errors.len() > 150, "{}", errors.len());
    }

    #[test]
    fn every_text_of_help_has_its_dutch() {
        let mut command = crate::commands::Cli::command();
        command.build();
        let mut found = Vec::new();
        texts(&command, &mut found);
        found.sort();
        found.dedup();
        // A line that is a command and no more is the same in every language.
        let says =
            |line: &&str| !line.trim().is_empty() && (!line.trim().starts_with("swv ") || line.trim().contains("  "));
        let lines = found.iter().flat_map(|text| text.lines()).filter(says).map(str::trim);
        let missing: Vec<_> = lines.filter(|line| translated(line).is_none()).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        assert!(found.len() > 100, "{}", found.len());
    }
}
