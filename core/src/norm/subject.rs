//! What a norm can be about: the shared list by which norms are compared.

use crate::Text;

/// What an item of a norm is about, the same in every region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NormSubject {
    /// The id that items refer to.
    pub id: &'static str,
    /// What it is called, in Dutch and in English.
    label: (&'static str, &'static str),
}

impl NormSubject {
    /// The subject of that id.
    ///
    /// ```
    /// use swv_core::NormSubject;
    ///
    /// let subject = NormSubject::of("ontwikkelingsperspectief").ok_or("no such subject")?;
    /// assert_eq!(subject.label().en, "individual development plan (OPP)");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn of(id: &str) -> Option<&'static NormSubject> {
        SUBJECTS.iter().find(|subject| subject.id == id)
    }

    /// All subjects, in the order in which a comparison shows them.
    pub fn all() -> &'static [NormSubject] {
        &SUBJECTS
    }

    /// What it is called.
    pub fn label(&self) -> Text {
        Text::new(self.label.0, self.label.1)
    }
}

const fn subject(id: &'static str, nl: &'static str, en: &'static str) -> NormSubject {
    NormSubject { id, label: (nl, en) }
}

static SUBJECTS: [NormSubject; 42] = [
    subject("basiskwaliteit", "basiskwaliteit volgens de inspectie", "basic quality by the inspectorate"),
    subject(
        "ondersteuningsprofiel",
        "beschrijving van de eigen ondersteuning",
        "description of the school's own support",
    ),
    subject("populatie", "analyse van de populatie", "analysis of the pupil population"),
    subject("onderwijsaanbod", "gedifferentieerd onderwijsaanbod", "differentiated teaching"),
    subject("planmatig-werken", "planmatig werken en leerresultaten", "working to plan and learning results"),
    subject("leertijd", "leertijd", "learning time"),
    subject(
        "didactisch-en-pedagogisch-handelen",
        "didactisch en pedagogisch handelen",
        "teaching and pedagogical practice",
    ),
    subject("klassenmanagement", "klassenmanagement", "classroom management"),
    subject("expertise-in-de-school", "expertise in de school", "expertise in the school"),
    subject("ambities", "ambities en ontwikkeling", "ambitions and development"),
    subject("scholing", "scholing en bekwaamheid van het team", "training and competence of the team"),
    subject(
        "team-kent-profiel",
        "het team kent het profiel en handelt ernaar",
        "the team knows the profile and acts on it",
    ),
    subject("inzet-ondersteuningsmiddelen", "inzet van de ondersteuningsmiddelen", "use of the support money"),
    subject("medezeggenschap", "medezeggenschap over het profiel", "participation council on the profile"),
    subject("bijstelling-profiel", "bijstelling van het profiel", "updating the profile"),
    subject("zelfevaluatie", "zelfscan van de basisondersteuning", "self-scan of basic support"),
    subject("ondersteuningsstructuur", "ondersteuningsstructuur", "support structure"),
    subject("handelingsgericht-werken", "handelingsgericht en cyclisch werken", "needs-based, cyclical work"),
    subject("onderwijsbehoeften", "onderwijsbehoeften in kaart", "educational needs charted"),
    subject("volgen-van-ontwikkeling", "volgen van de ontwikkeling", "following development"),
    subject("ontwikkelingsperspectief", "ontwikkelingsperspectief (OPP)", "individual development plan (OPP)"),
    subject("samenwerking-met-ouders", "samenwerking met ouders", "partnership with parents"),
    subject("inbreng-van-leerlingen", "inbreng van leerlingen", "pupils' own say"),
    subject("ketenpartners", "samenwerking met ketenpartners", "cooperation with partner organisations"),
    subject("zorgadviesteam", "zorgadviesteam", "care advice team"),
    subject(
        "gespecialiseerde-voorzieningen",
        "expertise van gespecialiseerde voorzieningen",
        "expertise of specialised facilities",
    ),
    subject("netwerk-van-scholen", "deelname aan het netwerk van scholen", "taking part in the network of schools"),
    subject(
        "kennis-samenwerkingsverband",
        "kennis en procedures van het samenwerkingsverband",
        "knowledge and procedures of the partnership",
    ),
    subject("zorgplicht", "zorgplicht bij aanmelding", "duty of care on registration"),
    subject("overdracht-van-gegevens", "overdracht van leerlinggegevens", "handing over pupil data"),
    subject("overgang-po-vo", "overgang van po naar vo", "transition from primary to secondary"),
    subject("sociale-veiligheid", "sociale, fysieke en mentale veiligheid", "social, physical and mental safety"),
    subject("medisch-handelen", "medisch handelen", "medical acts"),
    subject(
        "meldcode",
        "meldcode huiselijk geweld en kindermishandeling",
        "reporting code for domestic violence and child abuse",
    ),
    subject("lezen-en-spelling", "lezen en spelling", "reading and spelling"),
    subject("rekenen", "rekenen", "arithmetic"),
    subject("begaafdheid", "(meer- en hoog)begaafdheid", "giftedness"),
    subject("moeilijk-lerend", "moeilijk lerende leerlingen", "pupils with learning difficulties"),
    subject("sociaal-emotioneel-leren", "sociaal-emotioneel leren", "social and emotional learning"),
    subject("nederlands-als-tweede-taal", "Nederlands als tweede taal", "Dutch as a second language"),
    subject("voor-en-vroegschoolse-educatie", "voor- en vroegschoolse educatie", "early childhood education"),
    subject("eigen-leerlijn", "leerlingen met een eigen leerlijn", "pupils on a learning path of their own"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_labels_are_not_blank() {
        for (index, subject) in SUBJECTS.iter().enumerate() {
            assert!(SUBJECTS[..index].iter().all(|earlier| earlier.id != subject.id), "{}", subject.id);
            assert!(!subject.label.0.is_empty() && !subject.label.1.is_empty(), "{}", subject.id);
        }
        assert_eq!(NormSubject::of("verzonnen"), None);
    }
}
