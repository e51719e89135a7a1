//! When a term ends, in words.

use crate::text::Text;

use super::{Procedure, TermEnd, TermRule};

impl TermRule {
    /// When the term ends, in words: `6 weken`, or `4 weeks before start of the
    /// placement`, in which the procedure says what a field is called.
    ///
    /// ```
    /// use swv_core::procedure::stated;
    ///
    /// let procedure: stated::Procedure = serde_json::from_str(r#"{
    ///     "id": "tlv", "nl": "TLV", "en": "TLV", "sectors": ["po"], "document": "plan", "section": "6",
    ///     "actors": { "school": { "nl": "school", "en": "school" } },
    ///     "states": [{ "id": "open", "nl": "open", "en": "open", "closed": true }],
    ///     "steps": [{ "event": "aanvraag", "by": "school", "nl": "aanvragen", "en": "apply", "section": "6" }],
    ///     "terms": [{ "id": "besluit", "nl": "besluit", "en": "decision", "section": "6",
    ///                 "starts": "aanvraag", "ends": { "after": { "weeks": 6 } } }]
    /// }"#)?;
    /// let procedure = procedure.read().map_err(|faults| faults[0].to_string())?;
    /// assert_eq!(procedure.terms[0].ends_in_words(&procedure).nl, "6 weken");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ends_in_words(&self, procedure: &Procedure) -> Text {
        let day = |field: &String| {
            let known = procedure.find_field(Some(&self.starts.event), field);
            known.map_or_else(|| Text::new(field, field), |field| field.meaning.clone())
        };
        match &self.ends {
            TermEnd::After(length) => length.text(),
            TermEnd::Before(length, field) => {
                let (length, day) = (length.text(), day(field));
                Text::new(format!("{} voor {}", length.nl, day.nl), format!("{} before {}", length.en, day.en))
            }
            TermEnd::OnField(field) => {
                let day = day(field);
                Text::new(format!("tot en met {}", day.nl), format!("until {}", day.en))
            }
            TermEnd::OnNext(day) => Text::new(format!("tot en met {day}"), format!("until {day}")),
            TermEnd::BeforeHoliday(holiday) => {
                let holiday = holiday.name();
                Text::new(format!("voor de {}", holiday.nl), format!("before the {}", holiday.en))
            }
        }
    }
}
