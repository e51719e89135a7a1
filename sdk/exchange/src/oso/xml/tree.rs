//! A document as it was read: elements with their text and their offset.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

/// A line and a column in a file, each from 1. A column is a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    /// The place of a byte in a text; the end of the text where it has no such
    /// byte.
    pub(super) fn of(text: &str, offset: usize) -> Position {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line, column: before.get(start..).unwrap_or_default().chars().count() + 1 }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// The elements of a document, the root first and each before what is in it.
///
/// An attribute is an element named `@` and its name, without its value;
/// declarations of namespaces are left out. An element of another namespace is
/// named `{namespace}name`, or `{}name` where it has none.
pub(crate) struct Tree<'a> {
    pub(super) source: &'a str,
    pub(super) nodes: Vec<Node<'a>>,
}

pub(super) struct Node<'a> {
    pub(super) name: Box<str>,
    pub(super) text: Cow<'a, str>,
    pub(super) offset: usize,
    pub(super) children: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// The root.
    pub(crate) fn root(&self) -> Element<'_, 'a> {
        Element { tree: self, index: 0 }
    }

    /// How many elements and attributes there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }
}

/// One element of a document. Has no `Debug`: its text may be personal.
#[derive(Clone, Copy)]
pub(crate) struct Element<'t, 'a> {
    tree: &'t Tree<'a>,
    index: usize,
}

impl<'t, 'a> Element<'t, 'a> {
    fn node(self) -> Option<&'t Node<'a>> {
        self.tree.nodes.get(self.index)
    }

    /// Its number in the order of the file.
    pub(crate) fn order(self) -> usize {
        self.index
    }

    /// Its name.
    pub(crate) fn name(self) -> &'t str {
        self.node().map_or("", |node| &node.name)
    }

    /// Its own text, without spaces around it.
    pub(crate) fn text(self) -> &'t str {
        self.node().map_or("", |node| node.text.trim())
    }

    /// Where it starts in the file.
    pub(crate) fn position(self) -> Position {
        Position::of(self.tree.source, self.node().map_or(0, |node| node.offset))
    }

    /// What is directly in it, in the order of the file.
    pub(crate) fn children(self) -> impl Iterator<Item = Element<'t, 'a>> {
        let tree = self.tree;
        self.node().into_iter().flat_map(|node| &node.children).map(move |index| Element { tree, index: *index })
    }

    /// The children of one name.
    pub(crate) fn named(self, name: &str) -> impl Iterator<Item = Element<'t, 'a>> {
        self.children().filter(move |child| child.name() == name)
    }

    /// The first child of a name.
    pub(crate) fn child(self, name: &str) -> Option<Element<'t, 'a>> {
        self.named(name).next()
    }

    /// Every element at a path below this one, in the order of the file.
    pub(crate) fn at(self, path: &str) -> Vec<Element<'t, 'a>> {
        path.split('/').fold(vec![self], |found, name| found.iter().flat_map(|element| element.named(name)).collect())
    }

    /// How many elements it is, with all that is in it.
    pub(crate) fn size(self) -> usize {
        let (mut size, mut open) = (0, vec![self]);
        while let Some(element) = open.pop() {
            size += 1;
            open.extend(element.children());
        }
        size
    }
}
