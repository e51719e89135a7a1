//! The name that was meant, where another was given.

use strsim::osa_distance;

/// The name most like the one given, where one of them is like it at all.
///
/// ```
/// use swv_core::nearest;
///
/// assert_eq!(nearest("aanvrag", ["besluit", "aanvraag"]), Some("aanvraag"));
/// assert_eq!(nearest("x", ["besluit", "aanvraag"]), None);
/// ```
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = given.chars().count().div_ceil(3);
    let near = known.into_iter().map(|name| (osa_distance(given, name), name));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}
