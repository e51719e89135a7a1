//! Text in lines of a limited width, as a drawing needs it.

/// A text in lines of at most this width. A text of more than `most` lines is
/// cut short with an ellipsis; there is always at least one line.
pub(super) fn wrapped(text: &str, width: usize, most: usize, measure: impl Fn(char) -> usize) -> Vec<String> {
    let measured = |text: &str| text.chars().map(&measure).sum::<usize>();
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word = word;
        loop {
            let Some(line) = lines.last_mut() else { return lines };
            let blank = if line.is_empty() { "" } else { " " };
            if measured(line) + measured(blank) + measured(word) <= width {
                line.push_str(blank);
                line.push_str(word);
                break;
            }
            if line.is_empty() {
                // The word alone is too wide: it is broken.
                let (head, tail) = broken(word, width, &measure);
                line.push_str(head);
                word = tail;
            }
            if word.is_empty() {
                break;
            }
            lines.push(String::new());
        }
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            while measured(last) + measure('…') > width && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines
}

/// As much of a word as fits, at least one character, and the rest.
fn broken<'a>(word: &'a str, width: usize, measure: &impl Fn(char) -> usize) -> (&'a str, &'a str) {
    let mut used = 0;
    for (at, letter) in word.char_indices() {
        used += measure(letter);
        if used > width && at > 0 {
            return word.split_at(at);
        }
    }
    (word, "")
}

/// A text without what no drawing can hold: a character that steers, one that
/// turns the direction of writing, and one that is none become a sign.
pub(super) fn harmless(text: &str) -> String {
    let sign = |letter: char| match letter {
        _ if letter.is_whitespace() => ' ',
        _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => char::REPLACEMENT_CHARACTER,
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.chars().map(sign).collect()
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
        assert_eq!(lines("", 6, 9), [""]);
        assert_eq!(lines("ab", 0, 9), ["a", "b"]);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(lines("een twee drie vier", 5, 2), ["een", "twee…"]);
        assert_eq!(lines("abcdefghij", 5, 1), ["abcd…"]);
        assert_eq!(lines("een twee", 5, 2), ["een", "twee"]);
    }

    #[test]
    fn what_steers_or_turns_becomes_a_sign() {
        assert_eq!(harmless("a\u{1b}b\u{202e}c\nd\u{ffff}"), "a\u{fffd}b\u{fffd}c d\u{fffd}");
    }
}
