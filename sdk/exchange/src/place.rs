//! Where something is wrong, apart from what is wrong.

use std::fmt;

/// A file by the name that people know it by, and where in it.
///
/// ```
/// use swv_exchange::Place;
///
/// assert_eq!(Place::file("02.csv").to_string(), "02.csv");
/// assert_eq!(Place::column("zaak.toml", 4, 1).to_string(), "zaak.toml:4:1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name of the file, as the caller gave it.
    pub file: String,
    /// The line, from 1; none where it is about the file as a whole.
    pub line: Option<usize>,
    /// The column, from 1; none where it is about the line as a whole.
    pub column: Option<usize>,
}

impl Place {
    /// A file as a whole.
    pub fn file(file: &str) -> Place {
        Place { file: file.to_owned(), line: None, column: None }
    }

    /// A line of a file, from 1.
    pub fn line(file: &str, line: usize) -> Place {
        Place { line: Some(line), ..Place::file(file) }
    }

    /// A column of a line, each from 1.
    pub fn column(file: &str, line: usize, column: usize) -> Place {
        Place { column: Some(column), ..Place::line(file, line) }
    }

    /// A place with a kind of error at it.
    pub fn error<K>(self, kind: K) -> Located<K> {
        Located { place: Some(self), kind }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        Ok(())
    }
}

/// An error of some kind, and its place where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<K> {
    /// Where it is; none where it is about no file.
    pub place: Option<Place>,
    /// What is wrong.
    pub kind: K,
}

impl<K> Located<K> {
    /// An error that is about no file.
    pub(crate) fn nowhere(kind: K) -> Located<K> {
        Located { place: None, kind }
    }
}

impl<K: fmt::Display> fmt::Display for Located<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{place}: {}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

impl<K: std::error::Error> std::error::Error for Located<K> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.kind.source()
    }
}
