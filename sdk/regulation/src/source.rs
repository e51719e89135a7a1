//! The files that regulation stands in.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use swv_core::reading::utf_8;

use crate::Fault;
use crate::node::{Node, Span};

/// The files of a region, as far as they are read, and what is wrong with
/// them.
#[derive(Default)]
pub(crate) struct Sources {
    files: Vec<Source>,
    pub(crate) faults: Vec<Fault>,
}

struct Source {
    /// Its name, from the folder of the plugin.
    name: String,
    text: String,
}

impl Sources {
    /// The TOML files in a folder of the plugin whose names fit, in the order
    /// of their names; none where there is no such folder.
    pub(crate) fn in_folder(
        &mut self,
        plugin: &Path,
        folder: &str,
        fits: impl Fn(&str) -> bool,
    ) -> Vec<(String, Node)> {
        let mut names = Vec::new();
        match fs::read_dir(plugin.join(folder)) {
            Ok(entries) => {
                for entry in entries.flatten() {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    if name.strip_suffix(".toml").is_some_and(&fits) {
                        names.push(name);
                    }
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => self.unreadable(folder, &error),
        }
        names.sort();
        let path = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        names
            .iter()
            .filter_map(|name| Some((name.trim_end_matches(".toml").to_owned(), self.file(plugin, &path(name))?)))
            .collect()
    }

    fn file(&mut self, plugin: &Path, name: &str) -> Option<Node> {
        let read = fs::read(plugin.join(name));
        match read.and_then(|bytes| utf_8(&bytes).map(str::to_owned).map_err(io::Error::other)) {
            Ok(text) => self.parsed(name, text),
            Err(error) => {
                self.unreadable(name, &error);
                None
            }
        }
    }

    /// What stands in a text; none where it is no TOML.
    pub(crate) fn parsed(&mut self, name: &str, text: String) -> Option<Node> {
        let file = self.files.len();
        let (table, errors) = toml::de::DeTable::parse_recoverable(&text);
        let wrong: Vec<_> = errors
            .iter()
            .map(|error| (error.span().map_or(0, |span| span.start), error.message().replace('\n', ", ")))
            .collect();
        let node = wrong.is_empty().then(|| Node::of_file(file, table));
        self.files.push(Source { name: name.to_owned(), text });
        for (start, message) in wrong {
            self.fault(Span { file, start }, message);
        }
        for (at, number) in node.iter().flat_map(Node::numbers) {
            self.fault(at, format!("{number} is no whole number, and no other is written in regulation"));
        }
        node
    }

    /// Notes that something is wrong there.
    pub(crate) fn fault(&mut self, at: Span, message: impl Into<String>) {
        let message = message.into();
        let Some(source) = self.files.get(at.file) else {
            return self.faults.push(Fault { file: String::new(), line: 1, column: 1, message });
        };
        let before = source.text.get(..at.start).unwrap_or(&source.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.faults.push(Fault { file: source.name.clone(), line, column, message });
    }

    /// Notes that something is wrong with a file as a whole.
    pub(crate) fn fault_in(&mut self, file: &str, message: impl Into<String>) {
        self.faults.push(Fault { file: file.to_owned(), line: 1, column: 1, message: message.into() });
    }

    fn unreadable(&mut self, name: &str, error: &std::io::Error) {
        self.fault_in(name, format!("cannot be read: {error}"));
    }
}
