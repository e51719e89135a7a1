//! How much two names differ, to suggest the one that was meant.

/// How many characters must be put in, taken out, replaced, or exchanged with
/// the next one to make `left` into `right` (optimal string alignment).
///
/// ```
/// use swv_core::edit_distance;
///
/// assert_eq!(edit_distance("lezen-en-speling", "lezen-en-spelling"), 1);
/// ```
pub fn edit_distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    // distances[i][j] is that of the first i of left and the first j of right.
    let mut distances = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in 0..=left.len() {
        for j in 0..=right.len() {
            distances[i][j] = match (i, j) {
                (0, _) | (_, 0) => i + j,
                _ => {
                    let differs = usize::from(left[i - 1] != right[j - 1]);
                    let one_more = distances[i - 1][j].min(distances[i][j - 1]) + 1;
                    let exchanged = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                    let exchange = if exchanged { distances[i - 2][j - 2] + 1 } else { one_more };
                    one_more.min(distances[i - 1][j - 1] + differs).min(exchange)
                }
            };
        }
    }
    distances[left.len()][right.len()]
}

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
    let near = known.into_iter().map(|name| (edit_distance(given, name), name));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_counts_what_must_change() {
        for (left, right, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("POSTCODE", "POSTCODE", 0),
            ("POSTCODE", "POSTKODE", 1),
            ("PO2704", "PO2740", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(edit_distance(left, right), distance, "{left} {right}");
        }
    }
}
