//! Text in lines of a limited width.

/// A text in lines of at most this width. A text of more than `most` lines is
/// cut short with an ellipsis; there is always at least one line.
///
/// ```
/// let lines = swv_drawing::wrapped("aan de school", 6, 9, |_| 1);
/// assert_eq!(lines, ["aan de", "school"]);
/// ```
pub fn wrapped(text: &str, width: usize, most: usize, measure: impl Fn(char) -> usize) -> Vec<String> {
    let most = most.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    let breaks = |letter: char| letter.is_whitespace() && letter != '\u{a0}';
    for mut word in text.split(breaks).filter(|word| !word.is_empty()) {
        while !word.is_empty() && lines.len() <= most {
            let blank = if line.is_empty() { 0 } else { measure(' ') };
            let (head, taken) = head(word, width.saturating_sub(used + blank), &measure);
            let fits = head.len() == word.len() && (line.is_empty() || used + blank + taken <= width);
            if fits || line.is_empty() {
                // A word that is too wide for a line of its own is broken.
                if blank > 0 {
                    line.push(' ');
                }
                line.push_str(head);
                used += blank + taken;
                word = &word[head.len()..];
            }
            if !fits {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let measured = |line: &str| line.chars().map(&measure).sum::<usize>();
            while measured(last) + measure('…') > width && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines
}

/// As much of a word as fits, at least one character, and its width.
fn head<'a>(word: &'a str, width: usize, measure: &impl Fn(char) -> usize) -> (&'a str, usize) {
    let mut used = 0;
    for (at, letter) in word.char_indices() {
        let wider = used + measure(letter);
        if wider > width && at > 0 {
            return (&word[..at], used);
        }
        used = wider;
    }
    (word, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize, most: usize) -> Vec<String> {
        wrapped(text, width, most, |_| 1)
    }

    #[test]
    fn words_go_to_the_next_line_and_a_long_one_is_broken() {
        assert_eq!(lines("aan de  school", 6, 9), ["aan de", "school"]);
        assert_eq!(lines("a zorgcoördinator", 6, 9), ["a", "zorgco", "ördina", "tor"]);
        assert_eq!(lines("€\u{a0}12 per", 6, 9), ["€\u{a0}12", "per"]);
        assert_eq!(lines("ab c", 2, 9), ["ab", "c"]);
        assert_eq!(lines("", 6, 9), [""]);
        assert_eq!(lines("ab", 0, 9), ["a", "b"]);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(lines("een twee drie vier", 5, 2), ["een", "twee…"]);
        assert_eq!(lines("abcdefghij", 5, 1), ["abcd…"]);
        assert_eq!(lines("een twee", 5, 2), ["een", "twee"]);
    }
}
