//! Where results go: data on stdout, everything else on stderr.

use std::io::{self, Write};

/// A text for a terminal: what would steer the terminal is shown as a sign
/// instead. Names in a dataset and messages of a plugin come from others.
pub(crate) fn harmless(text: &str) -> String {
    let sign = |letter: char| if letter.is_control() && letter != '\n' { char::REPLACEMENT_CHARACTER } else { letter };
    text.chars().map(sign).collect()
}

/// Writes data to stdout. A reader that has seen enough (`| head`) ends the
/// program in silence.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(harmless(text).as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_becomes_a_sign() {
        assert_eq!(harmless("De \u{1b}[31mBoog\u{7}\n"), "De \u{fffd}[31mBoog\u{fffd}\n");
    }
}
