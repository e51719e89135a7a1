//! Reads XML from outside without trusting it.
//!
//! What a document may hold is bounded before anything is made of it, a
//! `DOCTYPE` is refused whole, so that no entity can be declared, and no
//! reference outside the file is followed. The parser pulls one piece at a
//! time and nothing here recurses.

mod builder;
mod error;
mod tree;

#[cfg(test)]
mod tests;

use quick_xml::NsReader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use quick_xml::name::{Namespace, ResolveResult};
use swv_core::reading::{NotUtf8, is_utf_16, without_mark};

use builder::{Builder, Space};

pub(super) use error::XmlError;
pub use error::XmlErrorKind;
pub use tree::Position;
pub(super) use tree::{Element, Tree};

/// The most bytes of a file. A dossier with its attachments takes a few
/// million.
pub(super) const MAX_FILE_BYTES: usize = 32 << 20;
/// The deepest that elements may stand in each other. The standard's deepest
/// path has 12.
pub(super) const MAX_DEPTH: usize = 32;
/// The most elements and attributes together. The standard's own example has
/// about a thousand.
pub(super) const MAX_ELEMENTS: usize = 100_000;
/// The most bytes of the text of one element other than an attachment.
pub(super) const MAX_TEXT_BYTES: usize = 64 << 10;
/// The most bytes of one attachment, as Base64.
pub(super) const MAX_ATTACHMENT_BYTES: usize = 16 << 20;
/// The most attributes of one element. The standard knows one.
pub(super) const MAX_ATTRIBUTES: usize = 16;
/// The most bytes of the name of an element or attribute.
pub(super) const MAX_NAME_BYTES: usize = 64;
/// The most declarations of namespaces that hold at one place.
pub(super) const MAX_NAMESPACES: usize = 16;

/// What a document should be: its root, its namespace, and the elements whose
/// text may be as long as an attachment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    pub(super) root: &'static str,
    pub(super) namespace: &'static str,
    pub(super) attachment: &'static str,
}

/// Reads a document of UTF-8, with or without its mark.
///
/// # Errors
/// [`XmlError`] with the place and the path of the element.
pub(super) fn parse<'a>(bytes: &'a [u8], expected: &Expected) -> Result<Tree<'a>, XmlError> {
    let text = decode(bytes)?;
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_comments = true;
    reader.resolver_mut().set_max_namespace_bindings(MAX_NAMESPACES);
    let mut builder = Builder::new(text, expected);
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        builder.at(start);
        let (space, event) = match reader.read_resolved_event() {
            Ok((ResolveResult::Bound(Namespace(name)), event)) if name == expected.namespace => {
                (Space::Expected, event)
            }
            Ok((ResolveResult::Bound(Namespace(name)), event)) => (Space::Other(name.to_owned()), event),
            Ok((ResolveResult::Unbound, event)) => (Space::None, event),
            Ok((ResolveResult::Unknown(prefix), event)) => (Space::Undeclared(prefix), event),
            Err(error) => return Err(builder.malformed(&error)),
        };
        match event {
            Event::Start(tag) => builder.open(space, &tag)?,
            Event::Empty(tag) => {
                builder.open(space, &tag)?;
                builder.close();
            }
            Event::End(_) => builder.close(),
            Event::Text(text) => builder.text(text.into_inner())?,
            Event::CData(text) => {
                builder.at(start + "<![CDATA[".len());
                builder.text(text.into_inner())?;
            }
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => builder.text(letter.to_string().into())?,
                Ok(None) => match resolve_predefined_entity(&reference) {
                    Some(letter) => builder.text(letter.into())?,
                    None => return Err(builder.error(XmlErrorKind::Entity { name: builder::short(&reference) })),
                },
                Err(error) => return Err(builder.malformed(&error)),
            },
            Event::Decl(declaration) => builder.declaration(&declaration)?,
            Event::DocType(_) => return Err(builder.error(XmlErrorKind::Doctype)),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => return builder.finish(),
        }
    }
}

/// The text of a file, without the mark of UTF-8.
fn decode(bytes: &[u8]) -> Result<&str, XmlError> {
    if is_utf_16(bytes) {
        let (position, path) = (Position { line: 1, column: 1 }, String::new());
        return Err(XmlError { position, path, kind: XmlErrorKind::Utf16(NotUtf8::Utf16) });
    }
    let bytes = without_mark(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        let valid = String::from_utf8_lossy(valid);
        let byte = rest.first().copied().unwrap_or_default();
        XmlError {
            position: Position::of(&valid, valid.len()),
            path: String::new(),
            kind: XmlErrorKind::NotUtf8 { byte },
        }
    })
}
