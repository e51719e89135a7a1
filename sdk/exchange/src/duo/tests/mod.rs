//! Imports of small files made here, and of the real ones.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod dialects;
mod errors;
mod members;
mod places;
mod real_data;
mod secondary;
mod special;
mod values;

use swv_core::{PupilCount, Recipient};

use super::*;

/// Three small files, changed by each test where it needs to.
struct Files {
    locations: Vec<u8>,
    pupils: Vec<u8>,
    postcodes: Vec<u8>,
}

const LOCATIONS: &str =
    "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;GEMEENTENUMMER;GEMEENTENAAM";
const PUPILS: &str = "INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;BEVOEGD_GEZAG_NUMMER;\
                      GEMEENTECODE_VESTIGING;GEMEENTENAAM_VESTIGING;LEERLINGEN_2024;LEERLINGEN_2025";
const POSTCODES: &str = "pc4;gemeente;swv_po;swv_vo
1165;Haarlemmerliede en Spaarnwoude;PO2704;VO2704
1315;Almere;PO2401;VO2401
2011;Haarlem;PO2704;VO2704
2064;Haarlemmerliede en Spaarnwoude;PO2704;VO2704
2131;Haarlemmermeer;PO2710;VO2710
3197;Rotterdam;;
8601;Sudwest Fryslan;PO2101;VO2101
9711;Groningen;PO2001;VO2001
9751;Haren;PO2001;VO2001
";

impl Files {
    /// The header of 02 and 06, one school in Haarlem, and the map.
    fn new() -> Files {
        let header = |header: &str| format!("{header}\r\n").into_bytes();
        let files =
            Files { locations: header(LOCATIONS), pupils: header(PUPILS), postcodes: POSTCODES.as_bytes().to_vec() };
        files.location("12AB00", "2011 AB", "0392;HAARLEM").pupils("12AB00", "BO", "392;HAARLEM", "210;200")
    }

    /// A row of 02: the municipality as `0392;HAARLEM`.
    fn location(self, code: &str, postcode: &str, municipality: &str) -> Files {
        let row = format!("Noord-Holland;41234;{};{code};School {code};{postcode};{municipality}", brin(code));
        self.location_row(&row)
    }

    /// A row of 02, in ASCII.
    fn location_row(mut self, row: &str) -> Files {
        self.locations.extend(format!("{row}\r\n").into_bytes());
        self
    }

    /// A row of 06: the municipality as `392;HAARLEM`, counts as `210;200`.
    fn pupils(self, code: &str, kind: &str, municipality: &str, counts: &str) -> Files {
        let row = format!("{};{code};School {code};{kind};41234;{municipality};{counts}", brin(code));
        self.pupil_row(&row)
    }

    /// A row of 06.
    fn pupil_row(mut self, row: &str) -> Files {
        self.pupils.extend(format!("{row}\r\n").into_bytes());
        self
    }

    fn import(&self, swv: &str, year: Option<u16>) -> Result<Import, ImportError> {
        let year = year.map(|year| CalendarYear::new(year).unwrap());
        let import = import(self.opened(), &swv.parse().unwrap(), year, &mut |_| {});
        if let Ok(import) = &import {
            check_accounted(&import.report);
            assert_eq!(import.dataset.check(), Ok(()));
        }
        import
    }

    /// The files as a caller opens them.
    fn opened(&self) -> DuoFiles<'_> {
        DuoFiles {
            locations: vec![opened("02.csv", &self.locations)],
            pupils: vec![opened("06.csv", &self.pupils)],
            postcodes: Some(opened("map.csv", &self.postcodes)),
            members: None,
        }
    }

    /// The import for PO2704 and the latest year.
    fn imported(&self) -> Import {
        self.import("PO2704", None).unwrap()
    }

    /// The message of the error of an import for PO2704.
    fn error(&self) -> String {
        self.import("PO2704", None).unwrap_err().to_string()
    }
}

fn opened<'a>(name: &'a str, bytes: &'a [u8]) -> Input<'a> {
    Input::new(name, bytes, bytes.len() as u64)
}

fn brin(code: &str) -> String {
    code.chars().take(4).collect()
}

/// Every row that was read is used, or skipped for a reason.
fn check_accounted(report: &ImportReport) {
    for file in &report.files {
        let skipped: usize = file.skipped.iter().map(|skipped| skipped.rows).sum();
        assert_eq!(file.used + skipped, file.read, "{:?}", file.file);
    }
}

fn ids(import: &Import) -> Vec<&str> {
    import.dataset.recipients.iter().map(|recipient| recipient.id.as_str()).collect()
}

/// The pupils that were counted at a location.
fn pupils(import: &Import, id: &str) -> PupilCount {
    let row = import.dataset.recipients.iter().position(|recipient| recipient.id == id).unwrap();
    import.dataset.find("leerlingen").unwrap().pupils(row)
}

fn recipient<'a>(import: &'a Import, id: &str) -> &'a Recipient {
    import.dataset.recipients.iter().find(|recipient| recipient.id == id).unwrap()
}

fn file(import: &Import, file: DuoFile) -> &FileReport {
    import.report.files.iter().find(|report| report.file == file).unwrap()
}

/// The reasons for which rows of a file were skipped, with their numbers.
fn skips(import: &Import, of: DuoFile) -> Vec<(SkipReason, usize)> {
    file(import, of).skipped.iter().map(|skipped| (skipped.reason, skipped.rows)).collect()
}
