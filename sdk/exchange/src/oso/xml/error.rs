//! What can be wrong with XML from outside.

use swv_core::reading::NotUtf8;

use super::super::version::year_of_namespace;
use super::{MAX_ATTACHMENT_BYTES, MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAME_BYTES, MAX_TEXT_BYTES, Position};

/// What is wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlError {
    /// The line and column.
    pub(crate) position: Position,
    /// The elements that are open there, from the root; empty outside it.
    pub(crate) path: String,
    /// What is wrong.
    pub(crate) kind: XmlErrorKind,
}

/// One way in which a document is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum XmlErrorKind {
    /// Two bytes a character.
    #[error(transparent)]
    Utf16(NotUtf8),
    /// A byte that UTF-8 does not allow.
    #[error("byte 0x{byte:02X} is not UTF-8; a dossier is written in UTF-8: have it exported again")]
    NotUtf8 {
        /// The byte.
        byte: u8,
    },
    /// A declared encoding other than UTF-8.
    #[error("declares the encoding `{declared}`; only UTF-8 is read: have it exported in UTF-8")]
    Encoding {
        /// The encoding as declared.
        declared: String,
    },
    /// A version of XML other than 1.0.
    #[error("declares XML version `{declared}`; only 1.0 is read: have it exported again")]
    Version {
        /// The version as declared.
        declared: String,
    },
    /// A declaration that is not at the very start.
    #[error("an XML declaration stands here, and may stand only at the very start: take it out")]
    LateDeclaration,
    /// A document type declaration.
    #[error(
        "has a DOCTYPE; a dossier needs none, and one can declare entities that grow without end or read other \
         files, so it is refused whole: ask the sender for the file without it"
    )]
    Doctype,
    /// An entity that XML itself does not have.
    #[error(
        "uses the entity `&{name};`; only `&lt;`, `&gt;`, `&amp;`, `&apos;`, `&quot;` and numbers are read: \
         write the character itself"
    )]
    Entity {
        /// Its name.
        name: String,
    },
    /// A character that XML does not allow.
    #[error("holds the character U+{code:04X}, which XML does not allow: take it out")]
    Character {
        /// Its number.
        code: u32,
    },
    /// Elements too deep in each other.
    #[error("elements stand more than {MAX_DEPTH} deep; no dossier does: this is no file from a school's system")]
    TooDeep,
    /// Too many elements.
    #[error("has more than {MAX_ELEMENTS} elements; no dossier has: this is no file from a school's system")]
    TooManyElements,
    /// Too many attributes on one element.
    #[error("has more than {MAX_ATTRIBUTES} attributes; no element of a dossier has: have it exported again")]
    TooManyAttributes,
    /// A text that is too long.
    #[error("its text has more than {MAX_TEXT_BYTES} bytes: only an attachment may be that long")]
    TextTooLong,
    /// An attachment that is too long.
    #[error("the attachment has more than {MAX_ATTACHMENT_BYTES} bytes: have it sent without, or made smaller")]
    AttachmentTooLong,
    /// A name that is too long.
    #[error("has a name of more than {MAX_NAME_BYTES} bytes; no name in a dossier has: have it exported again")]
    NameTooLong,
    /// A prefix that stands for no namespace.
    #[error("the prefix `{prefix}` is not declared; declare it with `xmlns:{prefix}`, or have it exported again")]
    UndeclaredPrefix {
        /// The prefix.
        prefix: String,
    },
    /// A root in another namespace.
    #[error(
        "is in {}, and `{expected}` is expected: {}; ask the school for its request to the samenwerkingsverband by OSO \
         2019.1, or write the case by hand",
        found.as_ref().map_or("no namespace".to_owned(), |name| format!("namespace `{name}`")),
        found.as_deref().and_then(year_of_namespace).map_or(
            "this is no dossier of OSO, or its namespace was lost".to_owned(),
            |year| format!("this is a dossier of OSO {year}")
        )
    )]
    Namespace {
        /// Its namespace; none where it has none.
        found: Option<String>,
        /// The namespace of a dossier.
        expected: &'static str,
    },
    /// Another root.
    #[error("the root is `{found}`, and `{expected}` is expected: give the dossier itself")]
    Root {
        /// Its name.
        found: String,
        /// The root of a dossier.
        expected: &'static str,
    },
    /// Something after the root, or text before it.
    #[error(
        "stands outside the root element, where nothing may stand: the file was put together wrongly; export it again"
    )]
    OutsideRoot,
    /// No element at all.
    #[error("holds no XML element: give the dossier as exported")]
    NoRoot,
    /// An end before all elements are closed.
    #[error("the file ends while `{open}` is still open: it is cut short; have it sent again")]
    Truncated {
        /// The innermost open element.
        open: String,
    },
    /// Anything else that the grammar of XML forbids.
    #[error("is not well-formed XML: {reason}; have it exported again")]
    Malformed {
        /// What the parser says, cut to some length.
        reason: String,
    },
}
