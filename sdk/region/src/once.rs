//! What follows from a region alone is computed once.

use std::sync::OnceLock;

use swv_core::Sector;

/// A value that is made when it is first asked for. What fails is tried again:
/// a plugin that was too slow once may not be the next time.
pub(crate) struct Once<T>(OnceLock<T>);

impl<T> Once<T> {
    pub(crate) fn get<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
        match self.0.get() {
            Some(made) => Ok(made),
            None => make().map(|made| self.0.get_or_init(|| made)),
        }
    }
}

impl<T> Default for Once<T> {
    fn default() -> Once<T> {
        Once(OnceLock::new())
    }
}

/// Such a value for each sector.
pub(crate) struct BySector<T> {
    po: Once<T>,
    vo: Once<T>,
}

impl<T> BySector<T> {
    pub(crate) fn of(&self, sector: Sector) -> &Once<T> {
        match sector {
            Sector::Po => &self.po,
            Sector::Vo => &self.vo,
        }
    }
}

impl<T> Default for BySector<T> {
    fn default() -> BySector<T> {
        BySector { po: Once::default(), vo: Once::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_and_a_failure_is_tried_again() {
        let once = Once::default();
        assert_eq!(once.get(|| Err::<u8, _>("too slow")), Err("too slow"));
        assert_eq!(once.get(|| Ok::<_, &str>(1)), Ok(&1));
        assert_eq!(once.get(|| Err("not asked again")), Ok(&1));
    }
}
