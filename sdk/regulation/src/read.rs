//! Reading a region's regulation.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;
use swv_core::named::Named;
use swv_core::norm::stated::Norms;
use swv_core::procedure::stated::Procedures;
use swv_core::statement::{self, StatementFault, StatementFaultKind};

use crate::include::Parts;
use crate::node::{Entry, Node, Span, Table, Value};
use crate::quantities::{self, AsRust, Attribute, Quantity};
use crate::source::Sources;
use crate::{Faults, checks};

/// A region's regulation, read and checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regulation {
    /// Its procedures: a document of the schema `procedures/1`, without what
    /// is left out. None where it has no folder `procedures`.
    pub procedures: Option<String>,
    /// Its norm: a document of the schema `norm/1`. None where it has no
    /// `norm.toml`.
    pub norm: Option<String>,
    /// The columns of numbers that its rules read, as a Rust expression.
    pub quantities: String,
    /// What its rules read of each recipient beside them, as a Rust
    /// expression.
    pub attributes: String,
    /// Which function checks which rule, as a Rust expression.
    pub checks: String,
}

/// Reads the regulation in the folder of a plugin.
///
/// # Errors
/// Everything that is wrong, each with file, line and column. A file that has
/// not its form tells the first such place only.
pub fn read(plugin: &Path) -> Result<Regulation, Faults> {
    let mut sources = Sources::default();
    let procedures = procedures(plugin, &mut sources);
    let norm = norm(plugin, &mut sources);
    let quantities = list::<Quantity>(plugin, "quantities", &mut sources);
    let attributes = list::<Attribute>(plugin, "attributes", &mut sources);
    let Sources { mut faults, .. } = sources;
    if faults.is_empty() {
        let (procedures, checks) = procedures;
        let checks = checks::as_rust(&checks);
        return Ok(Regulation { procedures, norm, quantities, attributes, checks });
    }
    faults.sort();
    faults.dedup();
    Err(Faults(faults))
}

fn procedures(plugin: &Path, sources: &mut Sources) -> (Option<String>, BTreeMap<String, Span>) {
    let parts = sources.in_folder(plugin, "procedures/parts", |_| true);
    let mut parts = Parts::new(parts, sources);
    let mut files = sources.in_folder(plugin, "procedures", |_| true);
    for (name, procedure) in &mut files {
        parts.take_into(procedure, sources);
        called(name, procedure, sources);
    }
    if files.is_empty() || !sources.faults.is_empty() {
        return (None, BTreeMap::new());
    }
    parts.unused(sources);
    let checks = checks::named(files.iter().map(|(_, node)| node));
    checks::names(&checks, sources);
    checks::compare(plugin, &checks, sources);
    let document = document("procedures/1", "procedures", files);
    let text = text(&document);
    if let Err(faults) = Procedures::read(&text) {
        note(&document, faults, sources);
    }
    (Some(text), checks)
}

/// A procedure stands in a file of its name, a version of it behind that.
fn called(file: &str, procedure: &Node, sources: &mut Sources) {
    let id = procedure.table().and_then(|table| table.get("id"));
    let Some((at, id)) = id.and_then(|id| Some((id.span, id.text()?))) else { return };
    let fits = file.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    if !fits {
        sources.fault(at, format!("the procedure {id} stands in {id}.toml, or a version of it in {id}-YEAR.toml"));
    }
}

fn norm(plugin: &Path, sources: &mut Sources) -> Option<String> {
    let files = sources.in_folder(plugin, "", |name| name == "norm" || name.starts_with("norm-"));
    if files.is_empty() {
        return None;
    }
    let document = document("norm/1", "norms", files);
    let text = text(&document);
    if let Err(faults) = Norms::read(&text) {
        note(&document, faults, sources);
    }
    Some(text)
}

/// The things that a file of that name states, as a Rust list.
fn list<T: AsRust + DeserializeOwned>(plugin: &Path, name: &str, sources: &mut Sources) -> String {
    let mut stated = Named::default();
    for (_, file) in sources.in_folder(plugin, "", |found| found == name) {
        match statement::document::<Named<T>>(&text(&file)) {
            Ok(read) => stated = read,
            Err(fault) => note(&file, vec![fault], sources),
        }
    }
    quantities::as_rust(&stated)
}

/// A document of what stands in files.
fn document(schema: &str, list: &str, files: Vec<(String, Node)>) -> Node {
    let nowhere = Span { file: 0, start: 0 };
    let node = |value| Node { span: nowhere, value };
    let mut table = Table::default();
    let nodes = files.into_iter().map(|(_, node)| node).collect();
    for (key, value) in [("schema", Value::Text(schema.to_owned())), (list, Value::List(nodes))] {
        table.add(Entry { key: key.to_owned(), at: nowhere, node: node(value) });
    }
    node(Value::Table(table))
}

fn text(node: &Node) -> String {
    serde_json::to_string(node).unwrap_or_default()
}

/// Notes what is wrong with a document, in the files that it stands in.
fn note(document: &Node, faults: Vec<StatementFault>, sources: &mut Sources) {
    for fault in faults {
        let of_key =
            matches!(&fault.kind, StatementFaultKind::Form { message } if message.starts_with("unknown field"));
        let message = match fault.kind {
            StatementFaultKind::Procedure { kind, .. } => kind.to_string(),
            kind => kind.to_string(),
        };
        sources.fault(document.locate(&fault.place, of_key), message);
    }
}
