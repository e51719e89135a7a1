//! Parts by name, and procedures that take them in.

use std::collections::{BTreeMap, BTreeSet};

use swv_core::nearest;

use crate::node::{Entry, Node, Span, Table, Value};
use crate::source::Sources;

/// The lists that a part may hold.
const LISTS: [&str; 7] = ["steps", "requirements", "terms", "costs", "objections", "criteria", "checks"];
/// What else a part may hold.
const OTHERS: [&str; 3] = ["document", "actors", "fields"];
/// What an include may fill in, and for which list.
const FILLED: [(&str, &str); 3] = [("asked_in", "requirements"), ("needed_for", "requirements"), ("from", "steps")];
/// The keys that name an actor.
const ACTORS: [&str; 5] = ["by", "decides", "payer", "payee", "lodged_with"];

/// The parts of a region, by `FILE.NAME`.
pub(crate) struct Parts {
    parts: BTreeMap<String, Part>,
    used: BTreeSet<String>,
}

struct Part {
    at: Span,
    table: Table,
}

impl Parts {
    pub(crate) fn new(files: Vec<(String, Node)>, sources: &mut Sources) -> Parts {
        let mut parts = BTreeMap::new();
        for (file, node) in files {
            for entry in node.table().into_iter().flat_map(Table::iter) {
                let Some(table) = entry.node.table() else {
                    sources.fault(entry.at, format!("a part is a table, such as [[{}.steps]]", entry.key));
                    continue;
                };
                for held in table.iter() {
                    check_held(held, sources);
                }
                parts.insert(format!("{file}.{}", entry.key), Part { at: entry.at, table: table.clone() });
            }
        }
        Parts { parts, used: BTreeSet::new() }
    }

    /// Takes into a procedure what it includes.
    pub(crate) fn take_into(&mut self, procedure: &mut Node, sources: &mut Sources) {
        let Some(table) = procedure.table_mut() else { return };
        let Some(included) = table.take("include") else { return };
        let Some(list) = included.list() else {
            return sources
                .fault(included.span, format!("include is a list of parts, and this is {}", included.kind()));
        };
        for include in list {
            let (names, filled) = named(include, sources);
            for name in names {
                self.take_part(table, (name, include.span), &filled, sources);
            }
        }
        let used = actors_in(procedure);
        let actors = procedure.table_mut().and_then(|table| table.get_mut("actors")).and_then(Node::table_mut);
        if let Some(actors) = actors {
            actors.retain(|name| used.contains(name));
        }
    }

    fn take_part(
        &mut self,
        table: &mut Table,
        (name, at): (String, Span),
        filled: &[(&'static str, &Node)],
        sources: &mut Sources,
    ) {
        let Some(part) = self.parts.get(&name) else {
            let known = self.parts.keys().map(String::as_str);
            let hint = match nearest(&name, known.clone()) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("there is {}", known.collect::<Vec<_>>().join(", ")),
            };
            return sources.fault(at, format!("there is no part {name}; {hint}"));
        };
        for (key, _) in filled {
            let list = FILLED.iter().find(|(known, _)| known == key).map_or("", |(_, list)| *list);
            if part.table.get(list).is_none() {
                sources.fault(at, format!("{key} is for {list}, and the part {name} has none"));
            }
        }
        take(table, &part.table, filled, sources);
        self.used.insert(name);
    }

    /// Notes the parts that no procedure takes in.
    pub(crate) fn unused(&self, sources: &mut Sources) {
        for (name, part) in &self.parts {
            if !self.used.contains(name) {
                sources.fault(part.at, format!("no procedure includes the part {name}; include it, or remove it"));
            }
        }
    }
}

fn check_held(held: &Entry, sources: &mut Sources) {
    let known = LISTS.iter().chain(&OTHERS).copied();
    if !known.clone().any(|key| key == held.key) {
        let hint = nearest(&held.key, known.clone()).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        let known = known.collect::<Vec<_>>().join(", ");
        return sources.fault(held.at, format!("a part has no {}; it may have {known}{hint}", held.key));
    }
    let (fits, expected) = match held.key.as_str() {
        "document" => (held.node.text().is_some(), "a text"),
        "actors" => (held.node.table().is_some(), "a table"),
        "fields" => (
            held.node.table().is_some_and(|events| events.iter().all(|fields| fields.node.table().is_some())),
            "a table for each event, such as [PART.fields.EVENT]",
        ),
        _ => (
            held.node.list().is_some_and(|list| list.iter().all(|item| item.table().is_some())),
            "a list of tables, such as [[PART.steps]]",
        ),
    };
    if !fits {
        sources.fault(held.at, format!("{} is {expected}, and this is {}", held.key, held.node.kind()));
    }
}

/// The names of the parts that are meant, and what the include fills in.
fn named<'a>(include: &'a Node, sources: &mut Sources) -> (Vec<String>, Vec<(&'static str, &'a Node)>) {
    let (mut filled, part) = match include.table() {
        None => (Vec::new(), Some(include)),
        Some(table) => (filled(table, sources), table.get("part")),
    };
    let names = match part.map(|part| (part.text(), part.list())) {
        Some((Some(name), _)) => Some(vec![name.to_owned()]),
        Some((_, Some(list))) if include.table().is_some() => {
            list.iter().map(|name| name.text().map(str::to_owned)).collect()
        }
        _ => None,
    };
    if names.is_none() {
        let kind = part.map_or("nothing", Node::kind);
        let message = format!("a part is named as \"FILE.PART\" or {{ part = \"FILE.PART\" }}, and this is {kind}");
        sources.fault(include.span, message);
        filled.clear();
    }
    (names.unwrap_or_default(), filled)
}

/// What an include fills in.
fn filled<'a>(include: &'a Table, sources: &mut Sources) -> Vec<(&'static str, &'a Node)> {
    let mut filled = Vec::new();
    for entry in include.iter().filter(|entry| entry.key != "part") {
        match FILLED.iter().find(|(key, _)| *key == entry.key) {
            Some((key, _)) => filled.push((*key, &entry.node)),
            None => {
                let message = format!("an include has no {}; it may have part, asked_in, needed_for, from", entry.key);
                sources.fault(entry.at, message);
            }
        }
    }
    filled
}

/// Takes a part into a procedure.
fn take(into: &mut Table, part: &Table, filled: &[(&'static str, &Node)], sources: &mut Sources) {
    if let (Some(document), None) = (part.entry("document"), into.get("document")) {
        into.add(document.clone());
    }
    let other = part.get("document").filter(|document| document.text() != into.get("document").and_then(Node::text));
    for held in part.iter().filter(|held| held.key != "document") {
        let mut held = held.clone();
        if let Value::List(items) = &mut held.node.value {
            for item in items.iter_mut().filter_map(Node::table_mut) {
                if let (Some(document), None) = (other, item.get("document")) {
                    item.add(Entry { key: "document".to_owned(), at: document.span, node: document.clone() });
                }
                let here = filled.iter().filter(|(key, _)| FILLED.contains(&(*key, held.key.as_str())));
                for (key, node) in here {
                    if item.get(key).is_none() {
                        item.add(Entry { key: (*key).to_owned(), at: node.span, node: (*node).clone() });
                    }
                }
            }
        }
        join(into, held, 2, sources);
    }
}

/// Adds what a part holds to what is there: behind a list, among the names of
/// a table, so deep. What is there twice is a fault.
fn join(into: &mut Table, held: Entry, depth: u8, sources: &mut Sources) {
    let Some(there) = into.get_mut(&held.key) else { return into.add(held) };
    match (&mut there.value, held.node.value) {
        (Value::List(list), Value::List(more)) => list.extend(more),
        (Value::Table(table), Value::Table(more)) if depth > 0 => {
            for entry in more.0 {
                join(table, entry, depth - 1, sources);
            }
        }
        _ => sources.fault(held.at, format!("{} is there already; a procedure takes it in once", held.key)),
    }
}

/// The actors that a procedure names.
fn actors_in(node: &Node) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match &node.value {
        Value::List(list) => found.extend(list.iter().flat_map(actors_in)),
        Value::Table(table) => {
            for entry in table.iter() {
                match entry.node.text() {
                    Some(name) if ACTORS.contains(&entry.key.as_str()) => {
                        found.insert(name.to_owned());
                    }
                    _ => found.extend(actors_in(&entry.node)),
                }
            }
        }
        _ => {}
    }
    found
}
