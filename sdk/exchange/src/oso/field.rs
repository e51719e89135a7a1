//! What a field of a dossier is, and how its text is read.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::{Date, Language};

/// A field that this import knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OsoField {
    /// Its name, in Dutch: what a procedure declares. Never changes.
    pub(crate) name: &'static str,
    /// Where it stands below the root.
    pub(crate) path: &'static str,
    /// How its text is read.
    pub(crate) form: Form,
    /// Whether it can tell who the pupil or another person is. Such a field is
    /// never kept.
    pub(crate) identifying: bool,
    /// Whether it is kept only with consent to the exchange; see
    /// [`Consent`](super::Consent).
    pub(crate) needs_consent: bool,
    nl: &'static str,
    en: &'static str,
}

impl OsoField {
    pub(super) const fn new(
        name: &'static str,
        path: &'static str,
        form: Form,
        nl: &'static str,
        en: &'static str,
    ) -> OsoField {
        OsoField { name, path, form, identifying: false, needs_consent: false, nl, en }
    }

    /// A field that tells who a person is.
    pub(super) const fn identity(
        name: &'static str,
        path: &'static str,
        nl: &'static str,
        en: &'static str,
    ) -> OsoField {
        OsoField { name, path, form: Form::Text, identifying: true, needs_consent: false, nl, en }
    }

    pub(super) const fn with_consent(self) -> OsoField {
        OsoField { needs_consent: true, ..self }
    }

    /// What it means, in one line.
    pub(crate) const fn meaning(&self, language: Language) -> &'static str {
        language.choose(self.nl, self.en)
    }
}

/// How the text of a field is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Year, month and day, such as `2016-04-04`.
    Date,
    /// `true` or `false`, or `1` or `0`.
    Truth,
    /// A whole number from 0.
    Number,
    /// Two digits and two capitals.
    Brin,
    /// Two digits: the location of a school.
    Location,
    /// Two years, such as `2015-2016`.
    SchoolYear,
    /// One of these codes.
    Code(&'static [&'static str]),
    /// Text of at most 100 characters.
    Text,
}

/// The most characters of a text that is kept.
pub(crate) const MAX_TEXT: usize = 100;

/// The value of a field that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum OsoValue {
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Number(u32),
    /// A day.
    Date(#[schemars(with = "String")] Date),
    /// A text or a code.
    Text(String),
}

impl Form {
    /// The value of a text of this form; none for another text.
    pub(crate) fn read(self, text: &str) -> Option<OsoValue> {
        let kept = |is: bool| is.then(|| OsoValue::Text(text.to_owned()));
        match self {
            Form::Date => date(text).map(OsoValue::Date),
            Form::Truth => truth(text).map(OsoValue::Truth),
            Form::Number => {
                let digits = has_shape(text, &"0".repeat(text.len())) && !text.is_empty();
                digits.then(|| text.parse().ok()).flatten().map(OsoValue::Number)
            }
            Form::Brin => kept(has_shape(text, "00AA")),
            Form::Location => kept(has_shape(text, "00")),
            Form::SchoolYear => kept(has_shape(text, "0000-0000")),
            Form::Code(codes) => kept(codes.contains(&text)),
            Form::Text => kept(!text.is_empty() && text.chars().count() <= MAX_TEXT),
        }
    }
}

/// What a text of this form looks like.
impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Form::Date => "a date such as 2016-04-04",
            Form::Truth => "true or false",
            Form::Number => "a whole number from 0",
            Form::Brin => "a BRIN: two digits and two capitals",
            Form::Location => "a location number: two digits",
            Form::SchoolYear => "a school year such as 2015-2016",
            Form::Code(codes) => return write!(f, "one of the codes {}", codes.join(", ")),
            Form::Text => "a text of 1 to 100 characters",
        })
    }
}

/// A date as XML Schema writes it. Behind it may stand a time zone, `Z` or an
/// offset such as `+01:00`; the day is that of the place where it was written.
pub(super) fn date(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked("0000-00-00".len())?;
    let offset = || {
        let (hours, minutes) = zone.get(1..)?.split_once(':')?;
        let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
        Some(minutes < 60 && u16::from(hours) * 60 + u16::from(minutes) <= 14 * 60)
    };
    let has_offset = || has_shape(zone, "+00:00") || has_shape(zone, "-00:00");
    let is_zone = matches!(zone, "" | "Z") || has_offset() && offset() == Some(true);
    (is_zone && has_shape(day, "0000-00-00")).then(|| day.parse().ok()).flatten()
}

/// Yes or no as XML Schema writes it.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// Whether a text has a shape, in which `0` stands for any digit and `A` for
/// any capital.
fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            literal => byte == literal,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: Form, text: &str, expected: Option<OsoValue>) {
        assert_eq!(form.read(text), expected, "{form:?} {text:?}");
    }

    #[test]
    fn a_text_is_read_by_its_form_or_not_at_all() {
        let text = |text: &str| Some(OsoValue::Text(text.to_owned()));
        check(Form::Date, "2016-02-29", Some(OsoValue::Date(Date::constant(2016, 2, 29))));
        for zone in ["Z", "+01:00", "-05:00", "+14:00", "+00:00"] {
            check(Form::Date, &format!("2016-02-29{zone}"), Some(OsoValue::Date(Date::constant(2016, 2, 29))));
        }
        for wrong in ["2015-02-29", "29-02-2016", "20160229", "2016-02-29T00:00", "", "２016-02-2", "2016-02-29z"] {
            check(Form::Date, wrong, None);
        }
        for zone in ["+14:01", "+1:00", "+0100", "+01:60", "01:00", " Z", "Z+01:00", "+ 1:00"] {
            check(Form::Date, &format!("2016-02-29{zone}"), None);
        }
        check(Form::Truth, "1", Some(OsoValue::Truth(true)));
        check(Form::Truth, "Ja", None);
        check(Form::Number, "12", Some(OsoValue::Number(12)));
        for wrong in ["", "-1", "+1", "1.0", "99999999999"] {
            check(Form::Number, wrong, None);
        }
        check(Form::Brin, "12AB", text("12AB"));
        check(Form::Brin, "12ab", None);
        check(Form::Location, "00", text("00"));
        check(Form::Location, "0", None);
        check(Form::SchoolYear, "2015-2016", text("2015-2016"));
        check(Form::SchoolYear, "2015/2016", None);
        check(Form::Code(&["H", "M"]), "M", text("M"));
        check(Form::Code(&["H", "M"]), "m", None);
        check(Form::Text, "", None);
        check(Form::Text, &"é".repeat(MAX_TEXT), text(&"é".repeat(MAX_TEXT)));
        check(Form::Text, &"é".repeat(MAX_TEXT + 1), None);
    }
}
