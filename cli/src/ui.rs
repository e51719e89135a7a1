//! The one place that prints: results on stdout, everything else on stderr.
//!
//! What others wrote, a plugin, a dataset, a dossier, cannot steer a terminal:
//! what people see has a sign in the place of each character that steers, and
//! JSON an escape. CSV in a file or a pipe is left as it is. A stream that
//! nobody reads any more is no error.
//!
//! The compiler that builds a plugin writes to stderr itself: it is the
//! author's own, of the author's own sources.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use swv_core::text::is_steering;
use swv_core::{Language, Text};

use crate::args::Format;
use crate::error::CliError;
use crate::show::{Page, Rows, Shown};
use crate::texts;

/// Where a command prints, and how.
pub(crate) struct Ui {
    pub(crate) language: Language,
    /// The language of help and errors.
    help: Language,
    format: Format,
    /// Whether every result that was printed is the last word.
    pub(crate) is_final: bool,
    stdout: Stream,
    stderr: Stream,
}

struct Stream {
    writer: Box<dyn Write>,
    is_terminal: bool,
    /// Whether anything was written to it.
    is_written: bool,
}

impl Ui {
    /// The streams of this process.
    pub(crate) fn new(language: Language, help: Language, format: Format) -> Ui {
        let (stdout, stderr) = (io::stdout(), io::stderr());
        Ui {
            language,
            help,
            format,
            is_final: true,
            stdout: Stream { is_terminal: stdout.is_terminal(), writer: Box::new(stdout), is_written: false },
            stderr: Stream { is_terminal: stderr.is_terminal(), writer: Box::new(stderr), is_written: false },
        }
    }

    /// How wide a table may be, and in which language it is.
    pub(crate) fn page(&self) -> Page {
        let width = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        Page { language: self.language, width: if self.stdout.is_terminal { width() } else { None } }
    }

    /// Prints a result as it was asked for: for people, spreadsheets or
    /// programs.
    pub(crate) fn show(&mut self, result: &(impl Shown + ?Sized)) -> Result<(), CliError> {
        self.is_final &= result.is_final();
        match self.format {
            Format::Table => self.text(&result.text(self.page())),
            Format::Csv => self.csv(&result.rows(self.language)),
            Format::Json => self.json(result),
        }
    }

    /// Prints a value where only JSON is asked for, and else a text.
    pub(crate) fn show_as(&mut self, value: &impl Serialize, text: &str) -> Result<(), CliError> {
        if self.format == Format::Json { self.json(value) } else { self.text(text) }
    }

    /// Prints a text for people.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), CliError> {
        self.data(&harmless(text))
    }

    /// Prints a value for programs. What steers is escaped as JSON has it.
    pub(crate) fn json(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), CliError> {
        self.data(&escaped(&(serde_json::to_string_pretty(value)? + "\n")))
    }

    fn csv(&mut self, rows: &Rows) -> Result<(), CliError> {
        let header: Vec<String> = rows.header.iter().map(|name| (*name).to_owned()).collect();
        let text: String = [&header].into_iter().chain(&rows.rows).map(|row| line(row)).collect();
        if self.stdout.is_terminal { self.text(&text) } else { self.data(&text) }
    }

    /// Prints what this program wrote itself, as it is.
    pub(crate) fn data(&mut self, text: &str) -> Result<(), CliError> {
        self.stdout.write(text).map_err(CliError::Output)
    }

    /// Tells something besides the result, on a line of its own.
    pub(crate) fn note(&mut self, line: &str) {
        // There is nobody left to tell that nobody listens.
        let _ = self.stderr.write(&(harmless(&texts::said(self.help, line)) + "\n"));
    }

    /// Tells what became of something, line by line: on stderr, or on stdout
    /// where nobody can be told there and stdout has no result.
    pub(crate) fn report(&mut self, lines: &[String]) -> Result<(), CliError> {
        let text: String = lines.iter().map(|line| harmless(line) + "\n").collect();
        match self.stderr.write_all(&text) {
            Ok(()) => Ok(()),
            Err(_) if !self.stdout.is_written => self.stdout.write_all(&text).map_err(CliError::Report),
            Err(error) => Err(CliError::Report(error)),
        }
    }

    /// Tells what to look at before a result is used.
    pub(crate) fn warn(&mut self, text: &Text) {
        let label = self.language.choose("let op", "warning");
        self.note(&format!("{label}: {}", text.in_language(self.language)));
    }

    /// Tells why a command ended, and what to try next.
    pub(crate) fn error(&mut self, error: &CliError) {
        let (label, hint) = (self.help.choose("fout", "error"), self.help.choose("tip", "hint"));
        self.note(&format!("{label}: {}", error.said(self.help)));
        for advice in error.hints() {
            self.note(&format!("{hint}: {}", texts::said(self.help, &advice)));
        }
    }

    /// Prints help where it was asked for, or tells why a command line is
    /// refused; gives the exit code.
    pub(crate) fn help(&mut self, answer: &clap::Error) -> u8 {
        let text = answer.render();
        let stream = if answer.use_stderr() { &mut self.stderr } else { &mut self.stdout };
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) || cfg!(windows);
        // What is refused holds what somebody typed or pasted; help does not.
        let text = match answer.use_stderr() || plain || !stream.is_terminal {
            true => harmless(&texts::of_clap(self.help, &text.to_string())),
            false => texts::of_clap(self.help, &text.ansi().to_string()),
        };
        let _ = stream.write(&text);
        u8::try_from(answer.exit_code()).unwrap_or(u8::MAX)
    }

    /// How far a file is read, on a terminal.
    pub(crate) fn progress(&self) -> ProgressBar {
        if !self.stderr.is_terminal {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(0);
        match ProgressStyle::with_template("{msg:12} {wide_bar} {bytes}/{total_bytes}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}

impl Stream {
    /// Writes to the end. A reader that has seen enough (`| head`) is no
    /// error.
    fn write(&mut self, text: &str) -> io::Result<()> {
        match self.write_all(text) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }

    /// Writes to the end, to a reader that has to see all of it.
    fn write_all(&mut self, text: &str) -> io::Result<()> {
        self.is_written |= !text.is_empty();
        self.writer.write_all(text.as_bytes()).and_then(|()| self.writer.flush())
    }
}

/// A row as a line of CSV, in which no cell begins a formula. A cell with any
/// mark by which a spreadsheet divides values stands between quotes.
fn line(row: &[String]) -> String {
    let cell = |text: &String| {
        let text = if begins_a_formula(text) { format!("'{text}") } else { text.clone() };
        let divides = |letter| matches!(letter, ',' | ';' | '\t' | '"' | '\n' | '\r');
        let is_alone = row.len() == 1 && text.is_empty();
        if text.contains(divides) || is_alone { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    };
    row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
}

/// Whether a spreadsheet takes a cell for a formula: it begins as one, and is
/// no number, nor two with what lies between them.
fn begins_a_formula(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    let begins = first.is_some_and(|first| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(first))
        || text.starts_with(['\t', '\r', '\n']);
    let is_number = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let digits = digits.strip_suffix('%').unwrap_or(digits);
        digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
    };
    begins && !text.split("..").all(is_number)
}

/// A text for people: what steers is shown as a sign instead.
pub(crate) fn harmless(text: &str) -> String {
    let sign = |letter: char| {
        if is_steering(letter) && letter != '\n' { char::REPLACEMENT_CHARACTER } else { letter }
    };
    text.chars().map(sign).collect()
}

/// A text for people on one line, as in a comment.
pub(crate) fn on_one_line(text: &str) -> String {
    harmless(&text.replace(['\n', '\r'], " "))
}

/// JSON in which what steers is escaped. Between its values it has no more
/// than blanks and line ends, so all else is in a text.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_steering(letter) && letter != '\n' {
            let units =
                letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
            escaped.push_str(&units);
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;

    /// A name as a hostile plugin or dataset has it: an escape sequence, C1, a
    /// turned direction, a zero width, and a bell.
    const HOSTILE: &str = "De \u{1b}[31mBoog\u{9b}2J\u{202e}x\u{200b}\u{7}";

    /// A stream whose text can be looked at.
    #[derive(Clone, Default)]
    struct Seen(Rc<RefCell<Vec<u8>>>);

    impl Write for Seen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A stream that fails in some way.
    struct Broken(io::ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    fn ui(format: Format, stdout: impl Write + 'static, stderr: impl Write + 'static, is_terminal: bool) -> Ui {
        Ui {
            language: Language::Nl,
            help: Language::En,
            format,
            is_final: true,
            stdout: Stream { writer: Box::new(stdout), is_terminal, is_written: false },
            stderr: Stream { writer: Box::new(stderr), is_terminal, is_written: false },
        }
    }

    /// A result that is one hostile name.
    #[derive(Serialize)]
    struct Name(&'static str);

    impl Shown for Name {
        fn rows(&self, _: Language) -> Rows {
            Rows { header: vec!["name"], rows: vec![vec![HOSTILE.to_owned()]] }
        }
        fn text(&self, _: Page) -> String {
            format!("{HOSTILE}\n")
        }
    }

    fn shown(format: Format, is_terminal: bool) -> String {
        let seen = Seen::default();
        ui(format, seen.clone(), Seen::default(), is_terminal).show(&Name(HOSTILE)).unwrap();
        let bytes = seen.0.borrow().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_people_see_has_a_sign_in_the_place_of_what_steers() {
        let sign = "De \u{fffd}[31mBoog\u{fffd}2J\u{fffd}x\u{fffd}\u{fffd}";
        assert_eq!(shown(Format::Table, false), format!("{sign}\n"));
        assert_eq!(shown(Format::Csv, true), format!("name\n{sign}\n"));
    }

    #[test]
    fn json_is_the_same_value_with_escapes_and_csv_the_same_bytes() {
        let json = shown(Format::Json, true);
        assert!(!json.chars().any(|letter| is_steering(letter) && letter != '\n'), "{json:?}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), HOSTILE);
        assert_eq!(shown(Format::Csv, false), format!("name\n{HOSTILE}\n"));
        assert_eq!(escaped("\u{e0041}"), "\\udb40\\udc41");
    }

    #[test]
    fn notes_errors_and_hints_go_to_stderr_and_cannot_steer() {
        let (out, err) = (Seen::default(), Seen::default());
        let mut ui = ui(Format::Table, out.clone(), err.clone(), true);
        ui.note(HOSTILE);
        ui.error(&CliError::NoSchema { name: HOSTILE.to_owned(), known: vec![HOSTILE] });
        assert!(out.0.borrow().is_empty());
        let text = String::from_utf8(err.0.borrow().clone()).unwrap();
        assert!(text.contains("\nerror: there is no schema ") && text.contains("\nhint: "), "{text}");
        assert!(!text.chars().any(|letter| is_steering(letter) && letter != '\n'), "{text:?}");
    }

    #[test]
    fn a_stream_that_nobody_reads_is_no_error_and_a_full_disk_is() {
        let mut closed = ui(Format::Json, Broken(io::ErrorKind::BrokenPipe), Broken(io::ErrorKind::BrokenPipe), false);
        closed.show(&Name(HOSTILE)).unwrap();
        closed.note("a note");
        let mut full = ui(Format::Csv, Broken(io::ErrorKind::StorageFull), Broken(io::ErrorKind::StorageFull), false);
        full.note("a note");
        assert!(matches!(full.show(&Name(HOSTILE)), Err(CliError::Output(_))));
    }

    #[test]
    fn a_report_goes_where_somebody_reads_it_or_the_command_fails() {
        let lines = ["een".to_owned(), HOSTILE.to_owned()];
        let (out, err) = (Seen::default(), Seen::default());
        ui(Format::Table, out.clone(), err.clone(), false).report(&lines).unwrap();
        assert!(out.0.borrow().is_empty() && err.0.borrow().starts_with(b"een\nDe "));
        for broken in [io::ErrorKind::BrokenPipe, io::ErrorKind::StorageFull] {
            let out = Seen::default();
            let mut ui = ui(Format::Table, out.clone(), Broken(broken), false);
            ui.report(&lines).unwrap();
            assert!(out.0.borrow().starts_with(b"een\nDe "), "{broken:?}");
            let mut ui = self::ui(Format::Table, Seen::default(), Broken(broken), false);
            ui.text("een uitkomst").unwrap();
            assert!(matches!(ui.report(&lines), Err(CliError::Report(_))), "{broken:?}");
            let mut ui = self::ui(Format::Table, Broken(broken), Broken(broken), false);
            assert!(matches!(ui.report(&lines), Err(CliError::Report(_))), "{broken:?}");
        }
    }

    #[test]
    fn no_cell_begins_a_formula_and_numbers_stay_numbers() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+31 23", "'+31 23"),
            ("-De Boog", "'-De Boog"),
            ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
            ("  =1", "'  =1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("\t=1", "\"'\t=1\""),
            ("=1;2", "\"'=1;2\""),
            ("De Boog;=1+1", "\"De Boog;=1+1\""),
            ("De \"Boog\", zuid", "\"De \"\"Boog\"\", zuid\""),
            ("-1327000", "-1327000"),
            ("-0.5", "-0.5"),
            ("-3,35%", "\"-3,35%\""),
            ("-26540..-6635", "-26540..-6635"),
            ("-", "'-"),
            ("--1", "'--1"),
            ("-1-2", "'-1-2"),
            ("De Boog", "De Boog"),
            ("", ""),
        ] {
            assert_eq!(line(&["x".to_owned(), text.to_owned()]), format!("x,{written}\n"), "{text}");
        }
    }

    #[test]
    fn a_text_in_a_comment_stays_on_its_line() {
        assert_eq!(on_one_line("een\r\ntwee\u{1b}"), "een  twee\u{fffd}");
    }
}
