//! Makes a tree of what the parser delivers, within limits.

use std::borrow::Cow;

use quick_xml::events::{BytesDecl, BytesStart};

use super::tree::{Node, Position, Tree};
use super::{
    Expected, MAX_ATTACHMENT_BYTES, MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAME_BYTES, MAX_TEXT_BYTES, XmlError,
    XmlErrorKind,
};

/// The namespace of an element.
pub(super) enum Space {
    /// The one that the document should have.
    Expected,
    /// Another.
    Other(String),
    /// None at all.
    None,
    /// Its prefix stands for none.
    Undeclared(String),
}

/// A tree under construction.
pub(super) struct Builder<'a> {
    source: &'a str,
    expected: Expected,
    nodes: Vec<Node<'a>>,
    /// The open elements, the root first.
    open: Vec<usize>,
    offset: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a str, expected: &Expected) -> Builder<'a> {
        Builder { source, expected: *expected, nodes: Vec::new(), open: Vec::new(), offset: 0 }
    }

    /// Tells where the next piece starts.
    pub(super) fn at(&mut self, offset: usize) {
        self.offset = offset;
    }

    pub(super) fn declaration(&self, declaration: &BytesDecl<'_>) -> Result<(), XmlError> {
        if self.offset != 0 {
            return Err(self.error(XmlErrorKind::LateDeclaration));
        }
        let version = declaration.version().map_err(|error| self.malformed(&error))?;
        if version != "1.0" {
            return Err(self.error(XmlErrorKind::Version { declared: short(&version) }));
        }
        match declaration.encoding() {
            None => Ok(()),
            Some(Ok(encoding)) if encoding.eq_ignore_ascii_case("utf-8") => Ok(()),
            Some(Ok(encoding)) => Err(self.error(XmlErrorKind::Encoding { declared: short(&encoding) })),
            Some(Err(error)) => Err(self.malformed(&error)),
        }
    }

    pub(super) fn open(&mut self, space: Space, tag: &BytesStart<'_>) -> Result<(), XmlError> {
        let local = tag.local_name();
        let local = local.as_ref();
        if tag.name().as_ref().len() > MAX_NAME_BYTES {
            return Err(self.error(XmlErrorKind::NameTooLong));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.error(XmlErrorKind::TooDeep));
        }
        let name = match space {
            Space::Undeclared(prefix) => {
                return Err(self.error(XmlErrorKind::UndeclaredPrefix { prefix: short(&prefix) }));
            }
            Space::Expected => local.to_owned(),
            Space::Other(namespace) if self.nodes.is_empty() => return Err(self.wrong_namespace(Some(&namespace))),
            Space::None if self.nodes.is_empty() => return Err(self.wrong_namespace(None)),
            Space::Other(namespace) => format!("{{{}}}{local}", short(&namespace)),
            Space::None => format!("{{}}{local}"),
        };
        if self.nodes.is_empty() && name != self.expected.root {
            return Err(self.error(XmlErrorKind::Root { found: name, expected: self.expected.root }));
        }
        if self.open.is_empty() && !self.nodes.is_empty() {
            return Err(self.error(XmlErrorKind::OutsideRoot));
        }
        let index = self.add(name)?;
        self.open.push(index);
        for (count, attribute) in tag.attributes().enumerate() {
            if count >= MAX_ATTRIBUTES {
                return Err(self.error(XmlErrorKind::TooManyAttributes));
            }
            let attribute = attribute.map_err(|error| self.malformed(&error))?;
            let key = attribute.key.as_ref();
            if key.len() > MAX_NAME_BYTES {
                return Err(self.error(XmlErrorKind::NameTooLong));
            }
            if attribute.key.as_namespace_binding().is_none() {
                self.add(format!("@{key}"))?;
            }
        }
        Ok(())
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    pub(super) fn text(&mut self, text: Cow<'a, str>) -> Result<(), XmlError> {
        if let Some((at, letter)) = text.char_indices().find(|(_, letter)| !is_allowed(*letter)) {
            self.offset += at;
            return Err(self.error(XmlErrorKind::Character { code: letter.into() }));
        }
        let Some(node) = self.open.last().and_then(|index| self.nodes.get_mut(*index)) else {
            let outside = !text.trim().is_empty();
            return if outside { Err(self.error(XmlErrorKind::OutsideRoot)) } else { Ok(()) };
        };
        let is_attachment = *node.name == *self.expected.attachment;
        let (limit, too_long) = if is_attachment {
            (MAX_ATTACHMENT_BYTES, XmlErrorKind::AttachmentTooLong)
        } else {
            (MAX_TEXT_BYTES, XmlErrorKind::TextTooLong)
        };
        if node.text.len() + text.len() > limit {
            return Err(self.error(too_long));
        }
        if node.text.is_empty() {
            node.text = text;
        } else {
            node.text.to_mut().push_str(&text);
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Tree<'a>, XmlError> {
        if let Some(node) = self.open.last().and_then(|index| self.nodes.get(*index)) {
            return Err(self.error(XmlErrorKind::Truncated { open: node.name.to_string() }));
        }
        if self.nodes.is_empty() {
            return Err(self.error(XmlErrorKind::NoRoot));
        }
        Ok(Tree { source: self.source, nodes: self.nodes })
    }

    /// Adds an element to the innermost open one.
    fn add(&mut self, name: String) -> Result<usize, XmlError> {
        let index = self.nodes.len();
        if index >= MAX_ELEMENTS {
            return Err(self.error(XmlErrorKind::TooManyElements));
        }
        if let Some(parent) = self.open.last().and_then(|index| self.nodes.get_mut(*index)) {
            parent.children.push(index);
        }
        let (text, offset, children) = (Cow::Borrowed(""), self.offset, Vec::new());
        self.nodes.push(Node { name: name.into_boxed_str(), text, offset, children });
        Ok(index)
    }

    fn wrong_namespace(&self, found: Option<&str>) -> XmlError {
        self.error(XmlErrorKind::Namespace { found: found.map(short), expected: self.expected.namespace })
    }

    pub(super) fn error(&self, kind: XmlErrorKind) -> XmlError {
        let names: Vec<&str> =
            self.open.iter().filter_map(|index| self.nodes.get(*index)).map(|node| &*node.name).collect();
        XmlError { position: Position::of(self.source, self.offset), path: names.join("/"), kind }
    }

    pub(super) fn malformed(&self, error: &impl ToString) -> XmlError {
        self.error(XmlErrorKind::Malformed { reason: short(&error.to_string()) })
    }
}

/// Whether XML 1.0 allows a character in a text.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// A text from outside, cut so that a message stays readable.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 120;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain("…".chars()).collect() }
}
