//! A norm as plain constants.

use swv_core::{
    AgendaItem, Date, Failure, Norm, NormItem, NormLevel, NormStanding, Provenance, Sector, Source, Status, Text,
};

/// A text in Dutch and in English.
type Pair = (&'static str, &'static str);

/// What a region says of basisondersteuning, its items in files of their own.
///
/// ```
/// use swv_plugin::{AboutNorm, AboutNormItem, NormLevel, NormStanding, Sector};
///
/// const ZORGPLICHT: AboutNormItem = AboutNormItem {
///     id: "zorgplicht",
///     subject: "zorgplicht",
///     aspect: ("structuur", "structure"),
///     obligation: ("voert de zorgplicht uit", "carries out its duty of care"),
///     source: ("plan", "2.3"),
///     ..AboutNormItem::BASIS
/// };
///
/// const NORM: AboutNorm = AboutNorm {
///     standing: NormStanding::Norm,
///     explanation: ("de regio stelt een norm", "the region sets a norm"),
///     source: Some(("plan", "2")),
///     reasoning: None,
///     items: &[&[ZORGPLICHT]],
///     agenda: &[],
/// };
///
/// assert_eq!(NORM.of(Sector::Po)?.items.len(), 1);
/// # Ok::<(), swv_plugin::Failure>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AboutNorm {
    /// Whether the region sets a norm.
    pub standing: NormStanding,
    /// What it chooses and why, in Dutch and in English.
    pub explanation: Pair,
    /// The document and the section that say so; a region that is silent may
    /// have none.
    pub source: Option<Pair>,
    /// How it follows, or why it is silent; a region that is silent has one.
    pub reasoning: Option<&'static str>,
    /// Its items, a list for each part of the norm.
    pub items: &'static [&'static [AboutNormItem]],
    /// What is to be done.
    pub agenda: &'static [AboutAgendaItem],
}

/// One thing that a norm says of a school.
#[derive(Clone, Copy, Debug)]
pub struct AboutNormItem {
    /// Its id, by which a self-scan answers it.
    pub id: &'static str,
    /// The shared subject by which it is compared.
    pub subject: &'static str,
    /// The part of the norm it stands in, in Dutch and in English.
    pub aspect: Pair,
    /// How firmly a school is held to it.
    pub level: NormLevel,
    /// The number that the document gives the level.
    pub document_level: Option<u8>,
    /// The sectors it holds for.
    pub sectors: &'static [Sector],
    /// What the school does, in Dutch and in English.
    pub obligation: Pair,
    /// Who is responsible, where the document names someone.
    pub responsible: Option<Pair>,
    /// Whether the document calls it an obligation by law.
    pub statutory: bool,
    /// The document and the section.
    pub source: Pair,
    /// How it follows from what the document states; `None` for an item that
    /// the document itself states.
    pub interpreted: Option<&'static str>,
}

/// Something to be done to bring a norm about.
#[derive(Clone, Copy, Debug)]
pub struct AboutAgendaItem {
    /// Its id.
    pub id: &'static str,
    /// What is to be done, in Dutch and in English.
    pub what: Pair,
    /// Who it is for or who does it, in Dutch and in English.
    pub who: Pair,
    /// The term as the document prints it.
    pub term: Option<&'static str>,
    /// The last day of the term.
    pub until: Option<Date>,
    /// The document and the section.
    pub source: Pair,
    /// How the last day follows from the term, where it does.
    pub interpreted: Option<&'static str>,
}

impl AboutNormItem {
    /// An owed item of both sectors that the document states, the rest to be
    /// filled in. Left as it is, the host refuses it.
    pub const BASIS: AboutNormItem = AboutNormItem {
        id: "",
        subject: "",
        aspect: ("", ""),
        level: NormLevel::Basis,
        document_level: None,
        sectors: &[Sector::Po, Sector::Vo],
        obligation: ("", ""),
        responsible: None,
        statutory: false,
        source: ("", ""),
        interpreted: None,
    };
}

impl AboutNorm {
    /// The norm of one sector: the items that hold for it.
    ///
    /// # Errors
    /// [`Failure::Invalid`] for an item whose source is not complete.
    pub fn of(&self, sector: Sector) -> Result<Norm, Failure> {
        let items = self.items.iter().copied().flatten().filter(|item| item.sectors.contains(&sector));
        let status = match (self.standing, self.reasoning) {
            (NormStanding::Silent, _) => Status::Silent,
            (_, Some(_)) => Status::Interpreted,
            (_, None) => Status::Explicit,
        };
        Ok(Norm {
            standing: self.standing,
            explanation: text(self.explanation),
            provenance: provenance("norm", status, self.source, self.reasoning)?,
            items: items.map(AboutNormItem::item).collect::<Result<_, _>>()?,
            agenda: self.agenda.iter().map(AboutAgendaItem::item).collect::<Result<_, _>>()?,
        })
    }
}

impl AboutNormItem {
    fn item(&self) -> Result<NormItem, Failure> {
        Ok(NormItem {
            id: self.id.to_owned(),
            subject: self.subject.to_owned(),
            aspect: text(self.aspect),
            level: self.level,
            document_level: self.document_level,
            sectors: self.sectors.to_vec(),
            obligation: text(self.obligation),
            responsible: self.responsible.map(text),
            statutory: self.statutory,
            provenance: stated(self.id, self.source, self.interpreted)?,
        })
    }
}

impl AboutAgendaItem {
    fn item(&self) -> Result<AgendaItem, Failure> {
        Ok(AgendaItem {
            id: self.id.to_owned(),
            what: text(self.what),
            who: text(self.who),
            term: self.term.map(str::to_owned),
            until: self.until,
            provenance: stated(self.id, self.source, self.interpreted)?,
        })
    }
}

fn text((nl, en): Pair) -> Text {
    Text::new(nl, en)
}

fn stated(place: &str, source: Pair, interpreted: Option<&str>) -> Result<Provenance, Failure> {
    let status = interpreted.map_or(Status::Explicit, |_| Status::Interpreted);
    provenance(place, status, Some(source), interpreted)
}

fn provenance(
    place: &str,
    status: Status,
    source: Option<Pair>,
    reasoning: Option<&str>,
) -> Result<Provenance, Failure> {
    let source =
        source.map(|(document, section)| Source { document: document.to_owned(), section: section.to_owned() });
    Provenance::new(status, source, reasoning.map(str::to_owned)).map_err(|error| {
        Failure::invalid(place, "its source", Text::new("wat ergens staat, heeft een bron", error.to_string()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF_BOTH: AboutNormItem = AboutNormItem {
        id: "rekenen",
        subject: "rekenen",
        aspect: ("vakken", "subjects"),
        obligation: ("volgt het protocol", "follows the protocol"),
        source: ("plan", "4"),
        ..AboutNormItem::BASIS
    };
    const OF_PO: AboutNormItem = AboutNormItem {
        id: "moeilijk-lerend",
        sectors: &[Sector::Po],
        interpreted: Some("omdat het er zo staat"),
        ..OF_BOTH
    };
    const NORM: AboutNorm = AboutNorm {
        standing: NormStanding::Norm,
        explanation: ("uitleg", "explanation"),
        source: Some(("plan", "1")),
        reasoning: None,
        items: &[&[OF_BOTH], &[OF_PO]],
        agenda: &[],
    };

    #[test]
    fn a_norm_of_a_sector_has_the_items_of_that_sector() {
        let ids = |sector| NORM.of(sector).unwrap().items.into_iter().map(|item| item.id).collect::<Vec<_>>();
        assert_eq!(ids(Sector::Po), ["rekenen", "moeilijk-lerend"]);
        assert_eq!(ids(Sector::Vo), ["rekenen"]);
    }

    #[test]
    fn an_item_with_a_reasoning_is_interpreted() {
        let items = NORM.of(Sector::Po).unwrap().items;
        let statuses: Vec<_> = items.iter().map(|item| item.provenance.status()).collect();
        assert_eq!(statuses, [Status::Explicit, Status::Interpreted]);
    }

    #[test]
    fn a_region_that_is_silent_needs_no_source() {
        let silent =
            AboutNorm { standing: NormStanding::Silent, source: None, reasoning: Some("nergens"), items: &[], ..NORM };
        let norm = silent.of(Sector::Po).unwrap();
        assert_eq!((norm.provenance.status(), norm.provenance.source()), (Status::Silent, None));
    }

    #[test]
    fn an_item_without_a_section_is_a_failure_that_names_it() {
        const BLANK: AboutNormItem = AboutNormItem { source: ("plan", ""), ..OF_BOTH };
        let failure = AboutNorm { items: &[&[BLANK]], ..NORM }.of(Sector::Po).unwrap_err();
        assert!(failure.to_string().starts_with("rekenen: its source breaks the rule"), "{failure}");
    }
}
