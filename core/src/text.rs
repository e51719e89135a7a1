//! Text for people, in the two languages in which results are shown.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language in which results are shown. Dutch unless asked otherwise.
///
/// ```
/// use swv_core::text::Language;
///
/// assert_eq!(Language::default(), Language::Nl);
/// assert_eq!("en".parse::<Language>()?, Language::En);
/// # Ok::<(), swv_core::text::LanguageError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(description = "A language in which results are shown")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

/// Why a text is not a language.
///
/// ```
/// use swv_core::text::Language;
///
/// let error = "fr".parse::<Language>().unwrap_err();
/// assert_eq!(error.to_string(), "`fr` is not a language of this software: write `nl` or `en`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// Not one of the languages.
    #[error("`{text}` is not a language of this software: write `nl` or `en`")]
    Unknown {
        /// The text as given.
        text: String,
    },
}

impl Language {
    /// The one of two texts that is in this language.
    ///
    /// ```
    /// # use swv_core::text::Language;
    /// assert_eq!(Language::En.choose("leerlingen", "pupils"), "pupils");
    /// ```
    pub const fn choose<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self {
            Language::Nl => nl,
            Language::En => en,
        }
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Language, LanguageError> {
        match text {
            "nl" => Ok(Language::Nl),
            "en" => Ok(Language::En),
            _ => Err(LanguageError::Unknown { text: text.to_owned() }),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Language::Nl => "nl",
            Language::En => "en",
        })
    }
}

/// The same text in Dutch and in English. Both are always there.
///
/// ```
/// use swv_core::text::{Language, Text};
///
/// let text = Text::new("basisbedrag per leerling", "base amount per pupil");
/// assert_eq!(text.in_language(Language::En), "base amount per pupil");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "The same text in Dutch and in English")]
pub struct Text {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// The text in Dutch and in English.
    ///
    /// ```
    /// # use swv_core::text::Text;
    /// assert_eq!(Text::new("leerlingen", "pupils").nl, "leerlingen");
    /// ```
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Text {
        Text { nl: nl.into(), en: en.into() }
    }

    /// The text in one language.
    ///
    /// ```
    /// # use swv_core::text::{Language, Text};
    /// let text = Text::new("leerlingen", "pupils");
    /// assert_eq!(text.in_language(Language::default()), "leerlingen");
    /// ```
    pub fn in_language(&self, language: Language) -> &str {
        language.choose(&self.nl, &self.en)
    }
}

/// Whether a character steers what shows a text instead of being seen in it:
/// a control character, line ends and tabs among them, one that turns the
/// direction of writing, and one without a width or a shape of its own.
///
/// What others wrote is shown without these: an escape sequence can rewrite a
/// terminal, and a turned direction or a hidden character can make one name
/// look like another.
///
/// ```
/// use swv_core::text::is_steering;
///
/// let hostile = "De \u{1b}[31mBoog\u{202e}";
/// let shown: String = hostile.chars().map(|letter| if is_steering(letter) { '\u{fffd}' } else { letter }).collect();
/// assert_eq!(shown, "De \u{fffd}[31mBoog\u{fffd}");
/// ```
pub fn is_steering(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_reads_and_writes_one_code() {
        for language in [Language::Nl, Language::En] {
            assert_eq!(language.to_string().parse(), Ok(language));
            assert_eq!(serde_json::to_string(&language).unwrap(), format!("\"{language}\""));
        }
        for text in ["", "NL", "nl-NL", "fr"] {
            assert_eq!(text.parse::<Language>(), Err(LanguageError::Unknown { text: text.to_owned() }));
        }
    }

    #[test]
    fn a_file_has_both_languages_and_no_other() {
        let text = r#"{"nl":"leerlingen","en":"pupils"}"#;
        let read: Text = serde_json::from_str(text).unwrap();
        assert_eq!(read, Text::new("leerlingen", "pupils"));
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert!(serde_json::from_str::<Text>(r#"{"nl":"leerlingen"}"#).is_err());
        assert!(serde_json::from_str::<Text>(r#"{"nl":"a","en":"b","fr":"c"}"#).is_err());
    }
}
