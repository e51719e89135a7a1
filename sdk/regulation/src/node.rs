//! What stands in the files, each value with its place.

use serde::ser::{Serialize, SerializeMap, Serializer};
use swv_core::place::{Place, Segment};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where a value begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// Which of the files.
    pub(crate) file: usize,
    /// The byte at which it begins.
    pub(crate) start: usize,
}

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text; a date is one too.
    Text(String),
    Integer(i64),
    /// A number that no key of regulation takes.
    Other(String),
    Boolean(bool),
    List(Vec<Node>),
    Table(Table),
}

/// A table, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(pub(crate) Vec<Entry>);

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) at: Span,
    pub(crate) node: Node,
}

impl Node {
    pub(crate) fn of_file(file: usize, table: Spanned<DeTable<'_>>) -> Node {
        let start = table.span().start;
        Node { span: Span { file, start }, value: Value::Table(table_of(file, table.into_inner())) }
    }

    fn of(file: usize, value: Spanned<DeValue<'_>>) -> Node {
        let span = Span { file, start: value.span().start };
        let value = match value.into_inner() {
            DeValue::String(text) => Value::Text(text.into_owned()),
            DeValue::Datetime(date) => Value::Text(date.to_string()),
            DeValue::Boolean(boolean) => Value::Boolean(boolean),
            DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(number) => Value::Integer(number),
                Err(_) => Value::Other(integer.to_string()),
            },
            DeValue::Float(float) => Value::Other(float.to_string()),
            DeValue::Array(array) => Value::List(array.into_iter().map(|item| Node::of(file, item)).collect()),
            DeValue::Table(table) => Value::Table(table_of(file, table)),
        };
        Node { span, value }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(crate) fn table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The numbers in it that are not whole, or too long to be read.
    pub(crate) fn numbers(&self) -> Vec<(Span, &str)> {
        match &self.value {
            Value::Other(number) => vec![(self.span, number)],
            Value::List(list) => list.iter().flat_map(Node::numbers).collect(),
            Value::Table(table) => table.iter().flat_map(|entry| entry.node.numbers()).collect(),
            Value::Text(_) | Value::Integer(_) | Value::Boolean(_) => Vec::new(),
        }
    }

    /// What it is, for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a text",
            Value::Integer(_) | Value::Other(_) => "a number",
            Value::Boolean(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }

    /// Where a place in it stands, as far as it is there: the key for one that
    /// no value should have, else the value.
    pub(crate) fn locate(&self, place: &Place, key: bool) -> Span {
        let mut node = self;
        let mut found = self.span;
        for segment in place.segments() {
            let (inner, at) = match (segment, &node.value) {
                (Segment::Key(key), Value::Table(table)) => match table.entry(key) {
                    Some(entry) => (&entry.node, entry.at),
                    None => break,
                },
                (Segment::Nth(nth), Value::List(list)) => match list.get(*nth) {
                    Some(inner) => (inner, inner.span),
                    None => break,
                },
                _ => break,
            };
            found = if key { at } else { inner.span };
            node = inner;
        }
        found
    }
}

fn table_of(file: usize, table: DeTable<'_>) -> Table {
    let entry = |(key, value): (Spanned<std::borrow::Cow<'_, str>>, Spanned<DeValue<'_>>)| Entry {
        at: Span { file, start: key.span().start },
        key: key.into_inner().into_owned(),
        node: Node::of(file, value),
    };
    Table(table.into_iter().map(entry).collect())
}

impl Table {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter()
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.key == key)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.0.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.node)
    }

    /// Takes the value of that key out.
    pub(crate) fn take(&mut self, key: &str) -> Option<Node> {
        let at = self.0.iter().position(|entry| entry.key == key)?;
        Some(self.0.remove(at).node)
    }

    /// Adds a key that is not there yet.
    pub(crate) fn add(&mut self, entry: Entry) {
        self.0.push(entry);
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|entry| keep(&entry.key));
    }
}

/// As JSON: what was left out stays out.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Text(text) | Value::Other(text) => serializer.serialize_str(text),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Value::List(list) => serializer.collect_seq(list),
            Value::Table(table) => {
                let mut map = serializer.serialize_map(Some(table.0.len()))?;
                for entry in &table.0 {
                    map.serialize_entry(&entry.key, &entry.node)?;
                }
                map.end()
            }
        }
    }
}
