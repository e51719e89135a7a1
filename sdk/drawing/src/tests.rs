//! Drawings of procedures, sound and hostile.

use proptest::prelude::*;
use swv_core::procedure::{Procedure, State, Step, stated};
use swv_core::{Language, Text};

use super::chart::{Chart, PlaceKind};
use super::harmless::harmless;
use super::{Drawing, draw};

/// An application that is checked, completed, and granted or refused; a
/// document can come at any time.
const APPLICATION: &str = r#"
id = "aanvraag"
nl = "aanvraag"
en = "application"
sectors = ["po"]
document = "plan"
section = "2"
actors = { school = { nl = "school", en = "school" }, bureau = { nl = "bureau", en = "office" } }
states = [
    { id = "begin", nl = "voorbereiding", en = "preparation" },
    { id = "aangevraagd", nl = "aangevraagd", en = "applied for", decides = "bureau" },
    { id = "toegekend", nl = "toegekend", en = "granted", closed = true },
    { id = "afgewezen", nl = "afgewezen", en = "refused", closed = true },
]
steps = [
    { event = "overleg", by = "school", from = ["begin", "aangevraagd"], nl = "overleggen", en = "consult", section = "2" },
    { event = "aanvraag", by = "school", from = ["begin"], to = "aangevraagd", nl = "aanvragen", en = "apply", section = "2" },
    { event = "terug", by = "bureau", from = ["aangevraagd"], to = "begin", nl = "terugsturen", en = "send back", section = "2" },
    { event = "document", by = "school", nl = "stuk aanleveren", en = "supply a document", section = "2" },
    { id = "ja", event = "besluit", when = { uitkomst = "ja" }, by = "bureau", from = ["aangevraagd"], to = "toegekend", nl = "toekennen", en = "grant", section = "2" },
    { id = "nee", event = "besluit", when = { uitkomst = "nee" }, by = "bureau", from = ["aangevraagd"], to = "afgewezen", nl = "afwijzen", en = "refuse", section = "2" },
]
fields.besluit.uitkomst = { kind = ["ja", "nee"], nl = "de uitkomst", en = "the outcome" }

[[terms]]
id = "besluit"
nl = "besluit"
en = "decision"
starts = "aanvraag"
ends.after.weeks = 6
extended = { on = "terug", by = { weeks = 4 } }
section = "2"

[[terms]]
id = "bewaren"
nl = "dossier"
en = "file"
kind = "retention"
starts = { event = "besluit", when = { uitkomst = "ja" } }
ends.after.weeks = 9
section = "2"
"#;

fn application() -> Procedure {
    toml::from_str::<stated::Procedure>(APPLICATION).unwrap().read().unwrap()
}

fn drawn(procedure: &Procedure, drawing: Drawing) -> String {
    draw(procedure, drawing, Language::Nl).unwrap()
}

#[test]
fn a_chart_has_each_step_where_it_is_taken_and_each_term_where_it_runs() {
    let chart = Chart::of(&application(), Language::En);
    let terms: Vec<&[String]> = chart.places.iter().map(|place| place.terms.as_slice()).collect();
    let decision = "term: decision, 6 weeks, can be extended by 4 weeks".to_owned();
    assert_eq!(terms, [&[][..], &[decision], &["keep: file, 9 weeks".to_owned()], &[], &[]]);
    let steps: Vec<Vec<&str>> =
        chart.places.iter().map(|place| place.steps.iter().map(|step| step.title.as_str()).collect()).collect();
    assert_eq!(steps, [vec!["consult"], vec!["consult"], vec![], vec![], vec!["supply a document"]]);
    let arrows: Vec<_> = chart.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect();
    assert_eq!(arrows, [(0, 1), (1, 0), (1, 2), (1, 3)]);
    assert_eq!(chart.places[4].kind, PlaceKind::AnyOpen);
    assert!(chart.description.contains("applied for; decides: office; consult (school); term: decision"));
    assert!(chart.description.contains("preparation → applied for: apply (school)."));
}

#[test]
fn one_step_of_several_actors_stands_there_once() {
    let mut procedure = application();
    let parents = Text::new("ouders", "parents");
    let again = Step { id: "aanvraag-ouders".into(), actor: parents, ..procedure.steps[1].clone() };
    procedure.steps.push(again);
    let chart = Chart::of(&procedure, Language::En);
    assert_eq!(chart.words_of(&chart.arrows[0]), "preparation → applied for: apply (school / parents)");
}

#[test]
fn a_mermaid_diagram_is_as_expected() {
    let expected = "\
stateDiagram-v2
    accTitle: application
    accDescr: preparation#59; consult (school). applied for#59; decides#58; office#59; consult (school)#59; term#58; \
decision, 6 weeks, can be extended by 4 weeks. granted#59; end#59; keep#58; file, 9 weeks. refused#59; end. in any open \
state#59; supply a document (school). preparation → applied for#58; apply (school). applied for → preparation#58; send#32;\
back (office). applied for → granted#58; grant (office). applied for → refused#58; refuse (office).
    state \"preparation\" as s1
    state \"applied for<br/>decides#58; office\" as s2
    state \"granted\" as s3
    state \"refused\" as s4
    state \"in any open state\" as s5
    [*] --> s1
    s1 --> s2 : apply (school)
    s2 --> s1 : send#32;back (office)
    s2 --> s3 : grant (office)
    s2 --> s4 : refuse (office)
    note right of s1
        – consult (school)
    end note
    note right of s2
        – consult (school)<br/>– term#58; decision, 6 weeks,<br/>can be extended by 4 weeks
    end note
    s3 --> [*]
    note right of s3
        – keep#58; file, 9 weeks
    end note
    s4 --> [*]
    note right of s5
        – supply a document<br/>(school)
    end note
";
    assert_eq!(draw(&application(), Drawing::Mermaid, Language::En).unwrap(), expected);
}

#[test]
fn a_picture_has_every_state_and_every_step() {
    let svg = drawn(&application(), Drawing::Svg);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    let texts = |class: &str| -> Vec<String> {
        let groups = document.descendants().filter(|node| node.attribute("class") == Some(class));
        let texts = |group: roxmltree::Node| {
            let texts = group.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
            texts.filter_map(|text| text.text().map(str::to_owned)).collect::<Vec<_>>().join(" | ")
        };
        groups.map(texts).collect()
    };
    let child = |name: &str| root.children().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
    assert_eq!(child("title"), Some("aanvraag"));
    assert!(child("desc").unwrap().contains("voorbereiding → aangevraagd: aanvragen (school)."));
    assert_eq!(
        (root.attribute("role"), root.attribute(("http://www.w3.org/XML/1998/namespace", "lang"))),
        (Some("img"), Some("nl"))
    );
    assert_eq!(
        texts("place"),
        [
            "voorbereiding | overleggen | school",
            "aangevraagd | beslist: bureau | overleggen | school | termijn: besluit, 6 weken, te verlengen | met 4 weken",
            "toegekend | bewaren: dossier, 9 weken",
            "afgewezen",
            "in elke open toestand | stuk aanleveren | school",
        ]
    );
    assert_eq!(
        texts("arrow"),
        ["aanvragen | school", "terugsturen | bureau", "toekennen | bureau", "afwijzen | bureau"]
    );
}

#[test]
fn what_is_too_large_to_find_the_way_in_is_not_drawn() {
    let mut procedure = application();
    let state = procedure.states[0].clone();
    procedure.states.resize(30, state.clone());
    assert!(draw(&procedure, Drawing::Svg, Language::Nl).is_ok());
    procedure.states.push(state);
    assert!(draw(&procedure, Drawing::Svg, Language::Nl).is_err());
    let mut procedure = application();
    let step = procedure.steps[0].clone();
    procedure.steps.resize(101, step);
    assert!(draw(&procedure, Drawing::Mermaid, Language::Nl).is_err());
}

/// Texts that a region's plugin could give to break out of a drawing.
const HOSTILE: [&str; 16] = [
    "\"]-->x",
    "</text><script>alert(1)</script>",
    "]]><!-- &amp; &lt;",
    "a\u{0}b\u{1b}[31mc\u{202e}d\u{ffff}e",
    "end note",
    "weekend note\nend note\ns1 --> s2",
    "direction LR",
    "%%{init: {\"securityLevel\": \"loose\"}}%%",
    "%% comment",
    "<<fork>>",
    "a : b ; c # d",
    "click s1 href \"javascript:alert(1)\"",
    "ﬂ°°35¶ß #quot; `**bold**` $$x$$ \\n",
    "1. een\n- twee",
    "",
    "   ",
];

fn texts() -> impl Strategy<Value = Text> {
    let long = (0..3000_usize).prop_map(|length| "x".repeat(length));
    let one =
        prop_oneof![4 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned), 3 => any::<String>(), 1 => long];
    one.prop_map(|text| Text::new(text.clone(), text))
}

/// Procedures of any shape, which need not fit together, with hostile texts.
fn procedures() -> impl Strategy<Value = Procedure> {
    let states = prop::collection::vec((texts(), prop::option::of(texts()), any::<bool>()), 1..10);
    let name = |at: usize| format!("toestand-{at}");
    let steps = (texts(), texts(), prop::collection::vec(0..11_usize, 0..3), prop::option::of(0..11_usize));
    (states, prop::collection::vec(steps, 0..25), texts(), 0..25_usize).prop_map(move |(states, steps, title, term)| {
        let mut procedure = application();
        procedure.title = title.clone();
        let state = |(at, (title, decides, closed))| State { id: name(at), title, decides, closed };
        procedure.states = states.into_iter().enumerate().map(state).collect();
        let sound = procedure.steps[0].clone();
        let step = |(at, (title, actor, from, to)): (usize, (Text, Text, Vec<usize>, Option<usize>))| {
            let (id, event) = (format!("stap-{at}"), format!("stap-{at}"));
            let (from, to) = (from.into_iter().map(name).collect(), to.map(name));
            Step { id, event, title, actor, from, to, ..sound.clone() }
        };
        procedure.steps = steps.into_iter().enumerate().map(step).collect();
        procedure.terms.truncate(1);
        procedure.terms[0].starts.event = format!("stap-{term}");
        procedure.terms[0].what = title;
        procedure.terms[0].extended = None;
        procedure
    })
}

/// Whether a label has nothing but letters, digits, entity codes, breaks and
/// signs that mean nothing to Mermaid.
fn is_escaped(label: &str) -> bool {
    let lower = label.to_lowercase();
    let plain = |part: &str| {
        let codes = part.split('#').skip(1).all(|code| {
            code.split_once(';')
                .is_some_and(|(code, _)| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()))
        });
        let signs = part.chars().all(|letter| letter.is_alphanumeric() || " .,()/-–→…#;".contains(letter));
        codes && signs && part.matches('#').count() == part.matches(';').count()
    };
    !lower.contains("end note")
        && !lower.contains("direction ")
        && !label.contains("--")
        && label.split("<br/>").all(plain)
}

proptest! {
    // Large drawings take a while without optimisation.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_that_a_region_wrote_is_mermaid_syntax(procedure in procedures()) {
        let text = drawn(&procedure, Drawing::Mermaid);
        let mut lines = text.lines();
        prop_assert_eq!(lines.next(), Some("stateDiagram-v2"));
        let mut in_note = false;
        for line in lines {
            let line = line.trim_start();
            let named = |rest: &str| rest.strip_prefix('s').is_some_and(|number| number.parse::<usize>().is_ok());
            let arrow = |rest: &str| {
                let ends = |end: &str| end == "[*]" || named(end);
                rest.split_once(" --> ").is_some_and(|(from, to)| ends(from) && ends(to))
            };
            let is_sound = match line {
                "end note" if in_note => { in_note = false; true }
                _ if in_note => is_escaped(line),
                _ if line.starts_with("note right of ") => { in_note = true; named(&line[14..]) }
                _ if line.starts_with("accTitle: ") || line.starts_with("accDescr: ") => is_escaped(&line[10..]),
                _ if line.starts_with("state \"") => {
                    line[7..].split_once("\" as ").is_some_and(|(label, name)| is_escaped(label) && named(name))
                }
                _ => match line.split_once(" : ") {
                    Some((ends, label)) => arrow(ends) && is_escaped(label),
                    None => arrow(line),
                },
            };
            prop_assert!(is_sound, "{line}");
        }
        prop_assert!(!in_note);
    }

    #[test]
    fn nothing_that_a_region_wrote_is_markup(procedure in procedures()) {
        let svg = drawn(&procedure, Drawing::Svg);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let chart = Chart::of(&procedure, Language::Nl);
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            let name = element.tag_name().name();
            prop_assert!(["svg", "title", "desc", "g", "rect", "circle", "path", "text"].contains(&name), "{name}");
            for attribute in element.attributes() {
                let name = attribute.name();
                prop_assert!(!name.starts_with("on") && !name.contains("href") && name != "style", "{name}");
            }
        }
        prop_assert!(document.descendants().all(|node| !node.is_comment() && !node.is_pi()));
        let titles = |class: &str| -> Vec<String> {
            let groups = document.descendants().filter(|node| node.attribute("class") == Some(class));
            groups.map(|group| group.first_element_child().and_then(|title| title.text()).unwrap_or_default().to_owned()).collect()
        };
        let places: Vec<_> = chart.places.iter().map(|place| harmless(&place.title)).collect();
        let arrows: Vec<_> = chart.arrows.iter().map(|arrow| harmless(&chart.words_of(arrow))).collect();
        prop_assert_eq!(titles("place"), places);
        prop_assert_eq!(titles("arrow"), arrows);
    }

    #[test]
    fn the_same_procedure_is_drawn_in_the_same_way(procedure in procedures()) {
        for drawing in [Drawing::Mermaid, Drawing::Svg] {
            prop_assert_eq!(drawn(&procedure, drawing), drawn(&procedure, drawing));
        }
    }
}
