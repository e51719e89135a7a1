//! A character in the plugin's own bytes chooses the misbehaviour of the
//! statement, which has no input; the field `gedrag` of a case that of the
//! check.

use std::hint::black_box;

use swv_plugin::procedure::{Breach, CheckInput, Cost, FieldKind, Payment, Procedure, Requirement, Step, on_event};
use swv_plugin::{Procedures, Sector, Text, stated};

use crate::{BEDRAG_PER_LEERLING, Hostile, PLAN};

/// The character behind the colon is what a test replaces.
static BEHAVIOUR: &str = "procedures-behaviour:0";

/// The only procedure.
const APPLICATION: &str = "aanvraag";

impl Procedures for Hostile {
    fn procedures() -> Vec<Procedure> {
        let mut procedure = sound();
        match black_box(BEHAVIOUR).as_bytes().last() {
            Some(b'1') => procedure = procedure.step(step("besluit").moves(&["begin"], "verzonnen-toestand")),
            Some(b'2') => return vec![procedure.clone(), procedure],
            Some(b'3') => procedure = procedure.state("begin", ("begin", "start")),
            Some(b'4') => procedure.provenance = stated(PLAN, " "),
            Some(b'5') => procedure.provenance = stated("verzonnen", "6"),
            Some(b'6') => procedure = procedure.cost(cost("verzonnen-regel", "bedrag-per-leerling")),
            Some(b'7') => procedure = procedure.cost(cost(BEDRAG_PER_LEERLING.id, "verzonnen-parameter")),
            Some(b'8') => loop {
                black_box(());
            },
            Some(b'9') => panic!("the procedures are torn"),
            Some(b'a') => procedure.title.nl = "€".repeat(40 << 20),
            Some(b'b') => procedure.states.clear(),
            Some(b'c') => procedure.sectors.push(Sector::Vo),
            Some(b'd') => {
                let letter = Requirement::document("brief", ("brief", "letter"), &school(), stated(PLAN, "6"));
                procedure = procedure.requirement(letter);
            }
            _ => {}
        }
        vec![procedure]
    }

    fn check(case: &CheckInput) -> Vec<Breach> {
        let told = |message: String, event| Breach {
            rule: "verzonnen-regel".to_owned(),
            event,
            message: Text::new(message.clone(), message),
            provenance: stated(PLAN, "6"),
        };
        match case.field("gedrag") {
            Some("verzonnen-gebeurtenis") => vec![told("hier".to_owned(), Some(case.events.len()))],
            Some("lus") => loop {
                black_box(());
            },
            Some("paniek") => panic!("the check of {} events is torn", case.events.len()),
            Some("te-veel") => vec![told("€".repeat(40 << 20), None)],
            Some("zonder-bron") => vec![Breach { provenance: stated(PLAN, ""), ..told("hier".to_owned(), None) }],
            Some("vertellen") => vec![told(format!("{case:?}"), None)],
            Some("laatste") => vec![told("hier".to_owned(), case.events.len().checked_sub(1))],
            _ => Vec::new(),
        }
    }
}

fn sound() -> Procedure {
    let behaviours =
        ["gewoon", "verzonnen-gebeurtenis", "lus", "paniek", "te-veel", "zonder-bron", "vertellen", "laatste"];
    let behaviours = FieldKind::OneOf(behaviours.map(str::to_owned).to_vec());
    Procedure::new(APPLICATION, ("aanvraag", "application"), &[Sector::Po], stated(PLAN, "6"))
        .state("begin", ("begin", "start"))
        .closed_state("einde", ("einde", "end"))
        .field("gedrag", ("hoe de toets zich gedraagt", "how the check behaves"), behaviours)
        .event_field(APPLICATION, "deskundige", ("de deskundige", "the expert"), FieldKind::Label)
        .step(step(APPLICATION).moves(&["begin"], "einde"))
}

fn school() -> Text {
    Text::new("de school", "the school")
}

fn step(event: &str) -> Step {
    Step::new(event, (event, event), &school(), stated(PLAN, "6"))
}

fn cost(rule: &str, parameter: &str) -> Cost {
    let paying = (&school(), &school());
    let starts = on_event(APPLICATION);
    Cost::new(rule, ("bedrag", "amount"), paying, (parameter, Payment::Yearly), starts, stated(PLAN, "6"))
}
