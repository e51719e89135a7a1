//! What a pupil needs for each provision: the model of intensity by area of
//! development.

use swv_plugin::procedure::{Criterion, FieldKind, Procedure};

use super::{interpreted, one_of, stated};

/// From light to heavy.
const INTENSITY: [&str; 6] =
    ["leeftijdsadequaat-of-op-afroep", "incidenteel", "regelmatig", "voortdurend", "intensief", "zeer-intensief"];

const INCIDENTAL: u8 = 2;
const REGULAR: u8 = 3;
const CONSTANT: u8 = 4;
const INTENSIVE: u8 = 5;
const VERY_INTENSIVE: u8 = 6;

const LEARNING: &str = "ondersteuning-leren";
const EMOTIONAL: &str = "ondersteuning-sociaal-emotioneel";
const SELF_RELIANCE: &str = "ondersteuning-zelfredzaamheid";
const HEALTH: &str = "ondersteuning-gezondheid";
const TEACHING_AND_CARE: &str = "ondersteuning-onderwijs-en-zorg";

const GROUP: &str = "functioneert-in-groep-van";
/// Group sizes from small to large; who can do with a larger group can do with
/// a smaller one.
const GROUPS: [&str; 5] = ["6", "10-tot-12", "12", "12-met-doorgroei-naar-16", "16"];

const PO: &str = "2, criteria primair onderwijs";
const VO: &str = "2, criteria voortgezet onderwijs";

pub(super) fn add(procedure: Procedure) -> Procedure {
    let scale = || one_of(&INTENSITY);
    let yes_no = || FieldKind::YesNo;
    procedure
        .field(LEARNING, ("ondersteuning bij leren en ontwikkelen", "support with learning and development"), scale())
        .field(
            EMOTIONAL,
            (
                "ondersteuning bij sociaal-emotionele ontwikkeling en gedrag",
                "support with social and emotional development and behaviour",
            ),
            scale(),
        )
        .field(
            SELF_RELIANCE,
            ("ondersteuning bij zelfredzaamheid en zelfstandigheid", "support with self-reliance"),
            scale(),
        )
        .field(HEALTH, ("ondersteuning bij gezondheid", "support with health"), scale())
        .field(
            TEACHING_AND_CARE,
            ("ondersteuning vanuit onderwijs en zorg samen", "support from teaching and care together"),
            scale(),
        )
        .field(
            GROUP,
            (
                "de grootste groep waarin de leerling kan functioneren",
                "the largest group in which the pupil can function",
            ),
            one_of(&GROUPS),
        )
        .field(
            "volgt-instructies-op",
            ("de leerling kan instructies opvolgen", "the pupil can follow instructions"),
            yes_no(),
        )
        .field(
            "emb-criterium",
            (
                "het landelijke criterium voor ernstig meervoudig beperkte leerlingen dat geldt",
                "the national criterion for pupils with severe multiple disabilities that holds",
            ),
            one_of(&["a", "b", "c", "geen"]),
        )
        .field(
            "leren-gericht-op-dagelijkse-vaardigheden",
            ("het leren richt zich vooral op dagelijkse vaardigheden", "learning is mainly about daily skills"),
            yes_no(),
        )
        .field(
            "voert-kort-zelfstandig-een-opdracht-uit",
            (
                "de leerling kan een korte periode zelfstandig een opdracht uitvoeren",
                "the pupil can carry out a task independently for a short time",
            ),
            yes_no(),
        )
        .field(
            "onderwijstijd-aanzienlijk-beperkt",
            ("de onderwijstijd is aanzienlijk beperkt", "teaching time is considerably reduced"),
            yes_no(),
        )
        .field("iq-55-tot-80", ("het IQ ligt tussen 55 en 80", "the IQ is between 55 and 80"), yes_no())
        .field(
            "leerachterstand-praktijkonderwijs",
            (
                "drie jaar of meer achterstand op twee domeinen, waaronder inzichtelijk rekenen of \
                 begrijpend lezen",
                "three years or more behind in two domains, among them arithmetic insight or reading \
                 comprehension",
            ),
            yes_no(),
        )
        .criteria(primary())
        .criteria(secondary())
}

/// Those who can function in a group of that size or larger.
fn at_least(size: &str) -> Vec<&'static str> {
    GROUPS.into_iter().skip_while(|group| *group != size).collect()
}

fn primary() -> Vec<Criterion> {
    let mut criteria = vec![
        Criterion::new(
            "sbo",
            "-",
            (
                "incidenteel tot regelmatig bij leren of sociaal-emotioneel, groep van 16",
                "incidental to regular support with learning or emotional development, group of 16",
            ),
            stated(PO),
        )
        .needs(&[LEARNING, EMOTIONAL], INCIDENTAL..=REGULAR)
        .when(GROUP, &["12-met-doorgroei-naar-16", "16"]),
        Criterion::new(
            "sbo-plus",
            "-",
            (
                "als sbo, en op een gebied regelmatig tot voortdurend, groep van 12",
                "as sbo, and regular to constant in one area, group of 12",
            ),
            stated(PO),
        )
        .needs(&[LEARNING, EMOTIONAL], INCIDENTAL..=CONSTANT)
        .needs(&[LEARNING, EMOTIONAL], REGULAR..=CONSTANT)
        .when(GROUP, &at_least("12")),
    ];
    criteria.extend(low("so-laag", PO));
    criteria.extend(middle("so-midden", PO));
    criteria.extend(high("so-hoog", PO));
    criteria
}

fn secondary() -> Vec<Criterion> {
    let mut criteria = vec![
        Criterion::new(
            "pro",
            "A, B en C",
            (
                "IQ, leerachterstand en incidenteel tot regelmatig ondersteuning, groep van 12 tot 16",
                "IQ, delay and incidental to regular support, group of 12 to 16",
            ),
            interpreted(VO, "A en B zijn de landelijke criteria en C de ondersteuningsbehoefte; ze gelden samen."),
        )
        .when("iq-55-tot-80", &["ja"])
        .when("leerachterstand-praktijkonderwijs", &["ja"])
        .needs(&[LEARNING, EMOTIONAL], INCIDENTAL..=REGULAR)
        .when(GROUP, &at_least("12")),
    ];
    criteria.extend(low("vso-laag", VO));
    criteria.extend(middle("vso-midden", VO));
    criteria.extend(high("vso-hoog", VO));
    criteria
}

/// Category 1: constant support in one area.
fn low(provision: &str, part: &str) -> Vec<Criterion> {
    let clause = |letter: &str, field: &str, title| {
        Criterion::new(provision, letter, title, stated(part))
            .needs(&[field], CONSTANT..=CONSTANT)
            .when(GROUP, &at_least("12"))
            .when("volgt-instructies-op", &["ja"])
    };
    let self_reliance =
        clause("C", SELF_RELIANCE, ("voortdurend bij zelfredzaamheid", "constant support with self-reliance"));
    // Only the clause for SO asks for a task on one's own.
    let self_reliance = match provision {
        "so-laag" => self_reliance.when("voert-kort-zelfstandig-een-opdracht-uit", &["ja"]),
        _ => self_reliance,
    };
    vec![
        clause("A", LEARNING, ("voortdurend bij leren en ontwikkelen", "constant support with learning")),
        clause(
            "B",
            EMOTIONAL,
            (
                "voortdurend bij sociaal-emotionele ontwikkeling en gedrag",
                "constant support with emotional development and behaviour",
            ),
        ),
        self_reliance,
        clause("D", HEALTH, ("voortdurend bij gezondheid", "constant support with health")),
    ]
}

/// Category 2: intensive support. For SO, clause C asks one of its two areas,
/// for VSO both.
fn middle(provision: &str, part: &str) -> Vec<Criterion> {
    let clause = |letter: &str, title| {
        Criterion::new(provision, letter, title, stated(part))
            .when(GROUP, &at_least("10-tot-12"))
            .when("volgt-instructies-op", &["ja"])
    };
    let both = (
        "intensief bij gezondheid en bij sociaal-emotionele ontwikkeling",
        "intensive support with health and with emotional development",
    );
    let either = (
        "intensief bij gezondheid of bij sociaal-emotionele ontwikkeling",
        "intensive support with health or with emotional development",
    );
    let last = match provision {
        "so-midden" => clause("C", either).needs(&[HEALTH, EMOTIONAL], INTENSIVE..=INTENSIVE),
        _ => clause("C", both).needs(&[HEALTH], INTENSIVE..=INTENSIVE).needs(&[EMOTIONAL], INTENSIVE..=INTENSIVE),
    };
    vec![
        clause(
            "A",
            (
                "intensief bij gezondheid, vanuit onderwijs en zorg",
                "intensive support with health, from teaching and care",
            ),
        )
        .needs(&[HEALTH], INTENSIVE..=INTENSIVE),
        clause(
            "B",
            (
                "intensief bij leren en bij sociaal-emotionele ontwikkeling",
                "intensive support with learning and with emotional development",
            ),
        )
        .needs(&[LEARNING], INTENSIVE..=INTENSIVE)
        .needs(&[EMOTIONAL], INTENSIVE..=INTENSIVE),
        last,
    ]
}

/// Category 3: the national criteria for EMB, or very intensive support.
fn high(provision: &str, part: &str) -> Vec<Criterion> {
    let clause = |letter: &str, title| Criterion::new(provision, letter, title, stated(part)).when(GROUP, &GROUPS);
    vec![
        clause(
            "A",
            (
                "EMB: laat ontwikkelingsperspectief door een ernstige verstandelijke beperking",
                "EMB: low expectations by a severe mental disability",
            ),
        )
        .when("emb-criterium", &["a"]),
        clause(
            "B",
            (
                "EMB: lichtere verstandelijke beperking met een grote lichamelijke zorgvraag",
                "EMB: lesser mental disability with great physical care",
            ),
        )
        .when("emb-criterium", &["b"]),
        clause(
            "C",
            (
                "EMB: lichtere verstandelijke beperking met ernstige psychiatrische problematiek",
                "EMB: lesser mental disability with severe psychiatric problems",
            ),
        )
        .when("emb-criterium", &["c"]),
        clause(
            "D",
            (
                "zeer intensief bij leren en bij sociaal-emotionele ontwikkeling",
                "very intensive support with learning and with emotional development",
            ),
        )
        .needs(&[LEARNING], VERY_INTENSIVE..=VERY_INTENSIVE)
        .needs(&[EMOTIONAL], VERY_INTENSIVE..=VERY_INTENSIVE),
        clause("E", ("zeer intensief vanuit onderwijs en zorg", "very intensive support from teaching and care"))
            .needs(&[TEACHING_AND_CARE], VERY_INTENSIVE..=VERY_INTENSIVE)
            .when("onderwijstijd-aanzienlijk-beperkt", &["ja"]),
        clause("F", ("leren gericht op dagelijkse vaardigheden", "learning about daily skills"))
            .when("leren-gericht-op-dagelijkse-vaardigheden", &["ja"]),
    ]
}
