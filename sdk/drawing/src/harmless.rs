//! What a drawing can hold of a text.

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

    #[test]
    fn what_steers_or_turns_becomes_a_sign() {
        assert_eq!(harmless("a\u{1b}b\u{202e}c\nd\u{ffff}"), "a\u{fffd}b\u{fffd}c d\u{fffd}");
    }
}
