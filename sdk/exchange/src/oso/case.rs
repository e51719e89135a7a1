//! A case of what a procedure asks for and a dossier holds.
//!
//! A field of the procedure that has the very name of a [field](super::FIELDS)
//! of the dossier takes its value; documents have [names](super::evidence) of
//! their own. Everything else of the dossier goes nowhere, and what the
//! procedure asks for besides stays open.

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::procedure::{CaseEvent, CaseFile, FieldKind, Procedure};
use swv_core::{Language, RegionId, SwvNumber, Text};

use super::evidence::{EVENT, EVIDENCE, KIND};
use super::fields::SIXTEEN;
use super::report::DropReason;
use super::{Imported, OsoErrorKind, OsoReport, OsoValue, documents, fields};

/// The day on which a dossier was made, which every event gets.
const DOSSIER_DAY: &str = "dossier-datum";
const CHECK_DAY: (&str, &str) = (
    "op deze dag is het dossier gemaakt; vul de dag in waarop de school het stuk aanleverde, als dat een andere is",
    "the dossier was made on this day; fill in the day on which the school supplied the document, where that is another",
);
const CHECK_AGE: (&str, &str) = (
    "dit was zo op de dag van het dossier; verander het als de leerling daarna 16 wordt",
    "this was so on the day of the dossier; change it when the pupil turns 16 after it",
);
/// The place of all events.
pub const EVENTS: &str = "events";

/// What a case is made for.
pub struct CaseOf<'a> {
    /// The region whose procedure it is.
    pub region: &'a RegionId,
    /// The procedure.
    pub procedure: &'a Procedure,
    /// The samenwerkingsverband to which the dossier was sent: pseudonyms are
    /// made for one.
    pub swv: &'a SwvNumber,
    /// The samenwerkingsverband of the school, which the dossier does not tell.
    pub enrolled_in: Option<SwvNumber>,
}

/// A case, and what became of the dossier.
pub struct OsoCase {
    /// The case, under a pseudonym.
    pub case: CaseFile,
    /// What became of the dossier.
    pub report: OsoCaseReport,
}

/// What a case has of a dossier, what is still open, and what was dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OsoCaseReport {
    /// The region.
    #[schemars(with = "String")]
    pub region: RegionId,
    /// The id of its procedure.
    pub procedure: String,
    /// What was taken over.
    pub taken: Vec<Taken>,
    /// What the dossier does not tell and the procedure knows.
    pub open: Vec<Open>,
    /// What became of the dossier.
    pub dossier: OsoReport,
}

/// Something of the dossier that is in the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Taken {
    /// Its name in the dossier.
    pub name: &'static str,
    /// Its place in the case, such as `fields.leerjaar` or `events[0]`.
    pub place: String,
    /// What it is.
    pub what: Text,
    /// What to check before it is relied on.
    pub check: Option<Text>,
}

/// Something that the case does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Open {
    /// Its place in the case, such as `fields.situatie`.
    pub place: String,
    /// What it is, and what its values look like.
    pub what: Text,
}

/// The place of a field of the case.
pub fn place_of_field(name: &str) -> String {
    format!("fields.{name}")
}

/// The place of an event, by its number from 0.
pub fn place_of_event(at: usize) -> String {
    format!("{EVENTS}[{at}]")
}

impl Imported {
    /// Makes a case of what the procedure asks for, and drops the rest.
    ///
    /// # Errors
    /// [`OsoErrorKind::Refused`] where consent is refused.
    pub(super) fn into_case(mut self, of: &CaseOf<'_>) -> Result<OsoCase, OsoErrorKind> {
        let procedure = of.procedure;
        let Some(pupil) = self.fields.pupil.clone() else {
            return Err(OsoErrorKind::Refused);
        };
        let mut case = CaseFile {
            procedure: procedure.id.clone(),
            key: pupil.as_str().to_owned(),
            sector: self.sector,
            synthetic: false,
            enrolled_in: of.enrolled_in.clone(),
            resident_in: None,
            fields: Default::default(),
            events: Vec::new(),
        };
        let mut taken = Vec::new();
        let no_place = |name: &str| {
            procedure.find_field(None, name).is_some()
                || EVIDENCE.iter().any(|own| own.name == name && own.is_asked_by(procedure))
        };
        self.add_fields(procedure, &mut case, &mut taken);
        self.add_documents(procedure, &mut case, &mut taken);
        let is_taken = |name: &str| taken.iter().any(|taken| taken.name == name);
        self.drop_where(DropReason::NoPlace, |name| no_place(name) && !is_taken(name));
        self.keep_only(is_taken);
        let report = OsoCaseReport {
            region: of.region.clone(),
            procedure: procedure.id.clone(),
            open: open(procedure, &case),
            taken,
            dossier: self.report,
        };
        Ok(OsoCase { case, report })
    }

    /// Adds each field of the case that the dossier tells in one way.
    fn add_fields(&self, procedure: &Procedure, case: &mut CaseFile, taken: &mut Vec<Taken>) {
        for asked in procedure.fields.iter().filter(|field| field.event.is_none()) {
            let Some(field) = fields().find(|field| field.name == asked.name) else { continue };
            let mut values = self.fields.values.iter().filter(|value| value.name == field.name);
            let Some(first) = values.next() else { continue };
            if values.any(|other| other.value != first.value) {
                continue;
            }
            let Some(value) = first.value.for_field(&asked.kind) else { continue };
            case.fields.insert(asked.name.clone(), value);
            let check = (field.name == SIXTEEN.name).then_some(CHECK_AGE);
            taken.push(Taken::new(field.name, place_of_field(&asked.name), check));
        }
    }

    /// Adds each document that the dossier holds, on the day of the dossier.
    fn add_documents(&self, procedure: &Procedure, case: &mut CaseFile, taken: &mut Vec<Taken>) {
        let day = self.fields.values.iter().find(|value| value.name == DOSSIER_DAY);
        let Some(OsoValue::Date(day)) = day.map(|day| &day.value) else { return };
        for own in EVIDENCE.iter().filter(|own| own.is_asked_by(procedure) && self.holds(own.name)) {
            let at = case.events.len();
            let fields = [(KIND.to_owned(), own.kind.to_owned())].into();
            case.events.push(CaseEvent { on: *day, name: EVENT.to_owned(), fields });
            taken.push(Taken::new(own.name, place_of_event(at), Some(own.check)));
        }
        if !case.events.is_empty() {
            taken.push(Taken::new(DOSSIER_DAY, EVENTS.to_owned(), Some(CHECK_DAY)));
        }
    }

    fn holds(&self, name: &str) -> bool {
        self.fields.values.iter().any(|value| value.name == name)
            || self.fields.documents.iter().any(|document| document.kind == name)
    }
}

impl Taken {
    fn new(name: &'static str, place: String, check: Option<(&str, &str)>) -> Taken {
        Taken { name, place, what: meaning(name), check: check.map(|(nl, en)| Text::new(nl, en)) }
    }
}

/// What a field or kind of document of the dossier is.
fn meaning(name: &str) -> Text {
    let of_field = fields().find(|field| field.name == name);
    let of_document = documents().find(|kind| kind.name == name);
    let in_language = |language| {
        let of_field = of_field.map(|field| field.meaning(language));
        of_field.or_else(|| of_document.map(|kind| kind.meaning(language))).unwrap_or_default()
    };
    Text::new(in_language(Language::Nl), in_language(Language::En))
}

/// A procedure may not ask for what tells who someone is.
pub(super) fn check_asks_nobody(region: &RegionId, procedure: &Procedure) -> Result<(), OsoErrorKind> {
    let identifies = |name: &str| fields().any(|field| field.identifying && field.name == name);
    match procedure.fields.iter().find(|asked| identifies(&asked.name)) {
        None => Ok(()),
        Some(asked) => Err(OsoErrorKind::AsksIdentity {
            region: region.clone(),
            procedure: procedure.id.clone(),
            field: asked.name.clone(),
        }),
    }
}

/// What the procedure knows and the case does not have.
fn open(procedure: &Procedure, case: &CaseFile) -> Vec<Open> {
    let mut open = Vec::new();
    if case.enrolled_in.is_none() {
        open.push(Open {
            place: "enrolled_in".to_owned(),
            what: Text::new("het samenwerkingsverband van de school", "the samenwerkingsverband of the school"),
        });
    }
    open.push(Open {
        place: "resident_in".to_owned(),
        what: Text::new("het samenwerkingsverband van het woonadres", "the samenwerkingsverband of the home address"),
    });
    let unknown = |field: &swv_core::procedure::Field, place: String| {
        let form = field.kind.form();
        let what =
            Text::new(format!("{}: {}", field.meaning.nl, form.nl), format!("{}: {}", field.meaning.en, form.en));
        Open { place, what }
    };
    for field in procedure.fields.iter().filter(|field| field.event.is_none() && !case.fields.contains_key(&field.name))
    {
        open.push(unknown(field, place_of_field(&field.name)));
    }
    for (at, event) in case.events.iter().enumerate() {
        let of_event = procedure.fields.iter().filter(|field| field.event.as_ref() == Some(&event.name));
        for field in of_event.filter(|field| !event.fields.contains_key(&field.name)) {
            open.push(unknown(field, format!("{}.{}", place_of_event(at), place_of_field(&field.name))));
        }
    }
    open
}

impl OsoValue {
    /// The value as a field of a case has it; none where it does not fit.
    fn for_field(&self, kind: &FieldKind) -> Option<String> {
        let value = match (self, kind) {
            (OsoValue::Truth(truth), FieldKind::YesNo | FieldKind::LivesElsewhere) => {
                (if *truth { "ja" } else { "nee" }).to_owned()
            }
            (OsoValue::Text(answer), FieldKind::YesNo) => answer.to_lowercase(),
            // A code or name of the dossier is no label of the user's own.
            (_, FieldKind::Label) => return None,
            _ => self.to_string(),
        };
        kind.check(&value).is_ok().then_some(value)
    }
}

impl OsoCaseReport {
    /// The report in words, a line each.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let say = |nl: &str, en: &str| language.choose(nl, en).to_owned();
        let mut lines = vec![say("overgenomen in de zaak:", "taken over into the case:")];
        if self.taken.is_empty() {
            lines.push(say(
                "  niets: de procedure vraagt niets dat een OSO-dossier bevat",
                "  nothing: the procedure asks for nothing that is in an OSO dossier",
            ));
        }
        for taken in &self.taken {
            let Taken { name, place, what, check } = taken;
            lines.push(format!("  {name} → {place}: {}", what.in_language(language)));
            lines.extend(check.iter().map(|check| format!("    {}", check.in_language(language))));
        }
        lines.push(say("niet bekend, zelf in te vullen:", "not known, to be filled in:"));
        lines.extend(self.open.iter().map(|open| format!("  {}: {}", open.place, open.what.in_language(language))));
        lines.extend(self.dossier.lines(language));
        lines
    }
}
