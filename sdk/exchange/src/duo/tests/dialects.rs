//! The ways in which one file is written over the years and by programs.

use super::*;

/// The import of the three files after a change to the text of each.
fn changed(change: impl Fn(&str) -> Vec<u8>) -> Import {
    let files =
        Files::new().location("12CD00", "2011 AB", "0392;HAARLEM").pupils("12CD00", "BO", "392;HAARLEM", "9;<5");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let change = |bytes: &[u8]| change(&text(bytes));
    let changed = Files {
        locations: change(&files.locations),
        pupils: change(&files.pupils),
        postcodes: change(&files.postcodes),
    };
    changed.imported()
}

/// The values of a text between quotes, with `,` between them.
fn quoted(text: &str) -> Vec<u8> {
    let line = |line: &str| {
        let values: Vec<_> = line.split(';').map(|value| format!("\"{value}\"")).collect();
        values.join(",") + "\n"
    };
    text.lines().map(line).collect::<String>().into_bytes()
}

/// A dialect, and how the usual file becomes one in it.
type Dialect = (&'static str, fn(&str) -> Vec<u8>);

#[test]
fn every_dialect_gives_the_same_schools() {
    let expected = changed(|text| text.as_bytes().to_vec());
    let dialects: [Dialect; 9] = [
        ("quoted with commas", quoted),
        ("quoted with semicolons", |text| {
            String::from_utf8(quoted(text)).unwrap().replace("\",\"", "\";\"").into_bytes()
        }),
        ("commas", |text| text.replace(';', ",").into_bytes()),
        ("tabs", |text| text.replace(';', "\t").into_bytes()),
        ("a mark", |text| format!("\u{feff}{text}").into_bytes()),
        ("sep=;", |text| format!("sep=;\r\n{text}").into_bytes()),
        ("a mark and sep=;", |text| format!("\u{feff}sep=;\r\n{text}").into_bytes()),
        ("empty values behind", |text| {
            text.lines().map(|line| format!("{line};;\r\n")).collect::<String>().into_bytes()
        }),
        ("blank rows", |text| {
            text.lines().map(|line| format!("{line}\r\n\r\n;;;\r\n")).collect::<String>().into_bytes()
        }),
    ];
    for (name, change) in dialects {
        let import = changed(change);
        assert_eq!(import.dataset.recipients, expected.dataset.recipients, "{name}");
        assert_eq!(import.dataset.columns, expected.dataset.columns, "{name}");
    }
}

#[test]
fn each_file_has_an_encoding_of_its_own() {
    for (in_02, in_06) in [(true, false), (false, true), (true, true)] {
        let write = |row: &str, windows: bool| match windows {
            true => row
                .replace('\u{f6}', "\u{0}")
                .into_bytes()
                .into_iter()
                .map(|byte| if byte == 0 { 0xF6 } else { byte })
                .collect(),
            false => row.as_bytes().to_vec(),
        };
        let mut files = Files::new();
        files.locations.extend(write("N;41234;12CD;12CD00;Oelebr\u{f6}d;2011 AB;0392;HAARLEM\r\n", in_02));
        files.pupils.extend(write("14XX;14XX00;Oelebr\u{f6}d;SBO;41234;392;HAARLEM;9;8\r\n", in_06));
        let import = files.imported();
        for code in ["12CD00", "14XX00"] {
            assert_eq!(recipient(&import, code).name, "Oelebr\u{f6}d");
        }
    }
}

#[test]
fn headers_of_earlier_years_are_read() {
    let import = changed(|text| {
        let text = text.replacen("INSTELLINGSCODE;VESTIGINGSCODE", "BRIN NUMMER;VESTIGINGSNUMMER", 1);
        text.replacen("BEVOEGD_GEZAG_NUMMER", "BEVOEGD GEZAG NUMMER", 1).into_bytes()
    });
    assert_eq!(ids(&import), ["12AB00", "12CD00"]);
    let school = recipient(&import, "12CD00");
    assert_eq!(school.board.as_ref().map(ToString::to_string).as_deref(), Some("41234"));
    let short = Files::new().pupil_row("12CD;1;School;BO;41234;392;HAARLEM;9;8");
    assert_eq!(pupils(&short.location("12CD01", "2011 AB", "0392;HAARLEM").imported(), "12CD01"), PupilCount::Exact(8));
}
