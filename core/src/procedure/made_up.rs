//! Made-up cases, for tests of procedures.

use crate::Sector;
use crate::procedure::{CaseEvent, CaseFile};

/// For tests of a region's procedures: a case of nobody, put together event by
/// event.
///
/// ```
/// use swv_core::procedure::CaseFile;
///
/// let case = CaseFile::made_up("toelaatbaarheidsverklaring")
///     .field("leerjaar", "6")
///     .event("2025-02-03", "aanvraag")
///     .event_with("2025-03-03", "besluit", &[("uitkomst", "positief")]);
/// assert!(case.synthetic);
/// assert_eq!(case.value(case.events.last(), "uitkomst"), Some("positief"));
/// ```
impl CaseFile {
    /// A case in primary education of which nothing is known yet.
    pub fn made_up(procedure: &str) -> CaseFile {
        CaseFile {
            procedure: procedure.to_owned(),
            key: "voorbeeld-1".to_owned(),
            sector: Sector::Po,
            synthetic: true,
            enrolled_in: None,
            resident_in: None,
            fields: [].into(),
            events: Vec::new(),
        }
    }

    /// With a field of the case as a whole.
    pub fn field(mut self, name: &str, value: &str) -> CaseFile {
        self.fields.insert(name.to_owned(), value.to_owned());
        self
    }

    /// With an event of which no field is known.
    ///
    /// # Panics
    /// Where `on` is no day, such as `2025-02-03`.
    pub fn event(self, on: &str, name: &str) -> CaseFile {
        self.event_with(on, name, &[])
    }

    /// With an event and its fields.
    ///
    /// # Panics
    /// Where `on` is no day, such as `2025-02-03`.
    pub fn event_with(mut self, on: &str, name: &str, fields: &[(&str, &str)]) -> CaseFile {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let on = on.parse().unwrap_or_else(|error| panic!("{on}: {error}"));
        self.events.push(CaseEvent { on, name: name.to_owned(), fields });
        self
    }
}
