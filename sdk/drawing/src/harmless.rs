//! What a drawing can hold of a text.

use swv_core::text::is_steering;

/// A text without what no drawing can hold: what steers, and what is no
/// character at all, becomes a sign.
pub(super) fn harmless(text: &str) -> String {
    let sign = |letter: char| match letter {
        _ if letter.is_whitespace() => ' ',
        _ if is_steering(letter) => char::REPLACEMENT_CHARACTER,
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
