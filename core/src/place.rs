//! A place in a document, such as `steps[3].from[0]`.

use std::fmt;

/// A place in a document, from its root: keys and positions.
///
/// ```
/// use swv_core::place::Place;
///
/// let place = Place::key("steps").nth(3).then("from").nth(0);
/// assert_eq!(place.to_string(), "steps[3].from[0]");
/// assert_eq!(Place::key("procedures").nth(1).joined(&place).to_string(), "procedures[1].steps[3].from[0]");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place(Vec<Segment>);

/// One step on the way to a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// The value of that key.
    Key(String),
    /// The value at that position; the first is 0.
    Nth(usize),
}

impl Place {
    /// The document as a whole.
    pub fn root() -> Place {
        Place::default()
    }

    /// The value of that key in the document.
    pub fn key(key: &str) -> Place {
        Place::root().then(key)
    }

    /// The value of that key here.
    #[must_use]
    pub fn then(mut self, key: &str) -> Place {
        self.0.push(Segment::Key(key.to_owned()));
        self
    }

    /// The value at that position here.
    #[must_use]
    pub fn nth(mut self, position: usize) -> Place {
        self.0.push(Segment::Nth(position));
        self
    }

    /// The place that `inner` is, seen from here.
    #[must_use]
    pub fn joined(mut self, inner: &Place) -> Place {
        self.0.extend_from_slice(&inner.0);
        self
    }

    /// The steps on the way to it.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if at == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Nth(position) => write!(f, "[{position}]")?,
            }
        }
        Ok(())
    }
}
