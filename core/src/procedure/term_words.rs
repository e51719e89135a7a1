//! When a term ends, in words.

use crate::text::Text;

use super::{Procedure, TermEnd, TermRule};

impl TermRule {
    /// When the term ends, in words: `6 weken`, or `4 weeks before start of the
    /// placement`, in which the procedure says what a field is called.
    ///
    /// ```
    /// use swv_core::calendar::{Term, TermUnit};
    /// use swv_core::procedure::{Procedure, TermRule, on_event};
    /// use swv_core::{Provenance, Sector, Source, Status};
    ///
    /// let plan = Provenance::new(Status::Explicit, Some(Source { document: "plan".into(), section: "6".into() }), None)?;
    /// let six_weeks = Term::new(6, TermUnit::Weeks)?;
    /// let term = TermRule::deadline("besluit", ("besluit", "decision"), on_event("aanvraag"), six_weeks, plan.clone());
    /// let procedure = Procedure::new("tlv", ("TLV", "TLV"), &[Sector::Po], plan);
    /// assert_eq!(term.ends_in_words(&procedure).nl, "6 weken");
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
            TermEnd::BeforeHoliday(holiday) => {
                let holiday = holiday.name();
                Text::new(format!("voor de {}", holiday.nl), format!("before the {}", holiday.en))
            }
        }
    }
}
