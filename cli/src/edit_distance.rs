//! How much two names differ, to suggest the one that was meant.

/// How many characters must be put in, taken out, replaced, or exchanged with
/// the next one to make `left` into `right` (optimal string alignment).
pub(crate) fn edit_distance(left: &str, right: &str) -> usize {
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
