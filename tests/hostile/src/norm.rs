//! A digit in the plugin's own bytes chooses the misbehaviour: a norm has no
//! input but the sector. A test puts another digit in its place.

use std::hint::black_box;

use swv_plugin::{
    AboutNorm, AboutNormItem, Failure, Norm, NormStanding, Norms, Provenance, Sector, Source, Status, Text,
};

use crate::{Hostile, PLAN};

/// The digit behind the colon is what a test replaces.
static BEHAVIOUR: &str = "norm-behaviour:0";

const ITEMS: [AboutNormItem; 2] = [
    AboutNormItem {
        id: "zorgplicht",
        subject: "zorgplicht",
        aspect: ("structuur", "structure"),
        obligation: ("voert de zorgplicht uit", "carries out its duty of care"),
        source: (PLAN, "5"),
        ..AboutNormItem::BASIS
    },
    AboutNormItem {
        id: "rekenen",
        subject: "rekenen",
        aspect: ("vakken", "subjects"),
        obligation: ("volgt het protocol", "follows the protocol"),
        source: (PLAN, "5"),
        ..AboutNormItem::BASIS
    },
];

const NORM: AboutNorm = AboutNorm {
    standing: NormStanding::Norm,
    explanation: ("een norm die niet bestaat", "a norm that does not exist"),
    source: Some((PLAN, "5")),
    reasoning: None,
    items: &[&ITEMS],
    agenda: &[],
};

impl Norms for Hostile {
    fn norm(sector: Sector) -> Result<Norm, Failure> {
        let mut norm = NORM.of(sector)?;
        let [first, second] = norm.items.as_mut_slice() else { return Ok(norm) };
        match black_box(BEHAVIOUR).as_bytes().last() {
            Some(b'1') => first.obligation.nl = "€".repeat(40 << 20),
            Some(b'2') => second.id.clone_from(&first.id),
            Some(b'3') => first.subject = "verzonnen-onderwerp".to_owned(),
            Some(b'4') => first.obligation.en = "  ".to_owned(),
            Some(b'5') => {
                let source = Source { document: "verzonnen".to_owned(), section: "1".to_owned() };
                first.provenance = Provenance::new(Status::Explicit, Some(source), None)
                    .map_err(|error| Failure::OutOfRange(error.to_string()))?;
            }
            Some(b'6') => loop {
                black_box(());
            },
            Some(b'7') => panic!("the norm is torn"),
            Some(b'8') => first.sectors = vec![Sector::Vo],
            Some(b'9') => {
                return Err(Failure::NotOffered(Text::new("het plan kent geen norm", "the plan knows no norm")));
            }
            _ => {}
        }
        Ok(norm)
    }
}
