//! A character in the plugin's own bytes chooses the misbehaviour of the
//! statement, which has no input; the field `gedrag` of a case that of the
//! check.

use std::borrow::Cow;
use std::hint::black_box;

use swv_plugin::procedure::{Breach, CheckInput};
use swv_plugin::{Failure, Procedures, Text};

use crate::{BEDRAG_PER_LEERLING, Hostile};

/// The character behind the colon is what a test replaces.
static BEHAVIOUR: &str = "procedures-behaviour:0";

/// A document with one sound procedure.
const SOUND: &str = include_str!("procedures.json");

impl Procedures for Hostile {
    fn statement() -> Result<Cow<'static, str>, Failure> {
        let instead = |from: &str, to: &str| Ok(SOUND.replacen(from, to, 1).into());
        let cost = |rule: &str, parameter: &str| {
            let cost = format!(
                r#""costs": [{{ "id": "kosten", "payer": "school", "payee": "school", "starts": "aanvraag", "section": "6",
                    "nl": "bedrag", "en": "amount", "payment": "yearly", "rule": "{rule}", "parameter": "{parameter}" }}],
                "checks": ["#
            );
            instead("\"checks\": [", &cost)
        };
        match black_box(BEHAVIOUR).as_bytes().last() {
            Some(b'1') => instead("\"to\": \"einde\"", "\"to\": \"verzonnen-toestand\""),
            Some(b'2') => {
                let start = SOUND.find("    {").unwrap_or_default();
                let end = SOUND.rfind("  ]").unwrap_or_default();
                Ok(format!("{},{}", &SOUND[..end], &SOUND[start..]).into())
            }
            Some(b'3') => instead("\"id\": \"einde\"", "\"id\": \"begin\""),
            Some(b'4') => instead("\"section\": \"6\"", "\"section\": \" \""),
            Some(b'5') => instead("\"document\": \"plan\"", "\"document\": \"verzonnen\""),
            Some(b'6') => cost("verzonnen-regel", "bedrag-per-leerling"),
            Some(b'7') => cost(BEDRAG_PER_LEERLING.id, "verzonnen-parameter"),
            Some(b'8') => loop {
                black_box(());
            },
            Some(b'9') => panic!("the procedures are torn"),
            Some(b'a') => Ok("€".repeat(40 << 20).into()),
            Some(b'b') => instead("\"states\": [", "\"states\": [], \"stappen\": ["),
            Some(b'c') => instead("[\"po\"]", "[\"po\", \"vo\"]"),
            Some(b'd') => Ok("[[steps]]".into()),
            Some(b'e') => instead("procedures/1", "procedures/2"),
            Some(b'f') => {
                Err(Failure::NotOffered(Text::new("het plan kent geen procedures", "the plan knows no procedures")))
            }
            _ => Ok(SOUND.into()),
        }
    }

    fn check(case: &CheckInput) -> Vec<Breach> {
        let told = |message: String, event| Breach {
            check: "verzonnen-regel".to_owned(),
            event,
            message: Text::new(message.clone(), message),
        };
        match case.word("gedrag") {
            Some("verzonnen-gebeurtenis") => vec![told("hier".to_owned(), Some(case.events.len()))],
            Some("verzonnen-toets") => vec![Breach { check: "elders".to_owned(), ..told("hier".to_owned(), None) }],
            Some("lus") => loop {
                black_box(());
            },
            Some("paniek") => panic!("the check of {} events is torn", case.events.len()),
            Some("te-veel") => vec![told("€".repeat(40 << 20), None)],
            Some("vertellen") => vec![told(format!("{case:?}"), None)],
            Some("laatste") => vec![told("hier".to_owned(), case.events.len().checked_sub(1))],
            _ => Vec::new(),
        }
    }
}
