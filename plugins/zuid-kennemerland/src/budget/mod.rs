//! The multi-year budget of chapter 12: which lines the plan states, and which
//! follow from its counts, tariffs and growth.

pub(crate) mod bedrag_per_leerling;
pub(crate) mod eigen_vermogen;
mod growth;
pub(crate) mod lichte_ondersteuning;
pub(crate) mod ondersteuningsbekostiging_sbo;
pub(crate) mod ondersteuningsbekostiging_so;
pub(crate) mod personeelskosten;
pub(crate) mod signaleringswaarde;
pub(crate) mod volumebekostiging;
pub(crate) mod zware_ondersteuning;

use swv_plugin::{
    AboutRule, Budget, BudgetInput, BudgetLine, BudgetSheet, BudgetTable, CalendarYear, Column, Failure, Line, Sector,
    Year,
};

use crate::{PLAN, ZuidKennemerland};

pub(crate) const VASTGESTELD_BEDRAG: AboutRule = AboutRule {
    id: "vastgesteld-bedrag",
    title: ("bedrag dat het plan vaststelt", "amount that the plan states"),
    source: (PLAN, "12"),
    ..AboutRule::STATED
};

pub(crate) const OPTELLING: AboutRule = AboutRule {
    id: "optelling",
    title: ("som van de regels van een blok", "sum of the lines of a block"),
    source: (PLAN, "12"),
    ..AboutRule::STATED
};

pub(crate) const VERSCHIL: AboutRule = AboutRule {
    id: "verschil",
    title: ("verschil van regels", "difference of lines"),
    source: (PLAN, "12"),
    ..AboutRule::STATED
};

impl Budget for ZuidKennemerland {
    fn outline(_sector: Sector, columns: &[Column]) -> Result<Vec<Line>, Failure> {
        Ok(BudgetSheet::outline(&LINES, columns))
    }

    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        BudgetSheet::compute(&LINES, input)
    }
}

/// The year of the plan's own tariffs and counts.
fn base_year() -> Result<Year, Failure> {
    CalendarYear::new(2024).map(Year::Calendar).map_err(|error| Failure::OutOfRange(error.to_string()))
}

/// The year in which the pupils were counted who pay for `funded`.
fn count_year(funded: Year) -> Result<Year, Failure> {
    funded.previous().ok_or_else(|| Failure::OutOfRange(format!("no year before {funded}")))
}

static LINES: [BudgetLine; 61] = [
    // Rijksbijdragen
    BudgetLine::by_rule("lichte-ondersteuning", lichte_ondersteuning::RULE.id, lichte_ondersteuning::compute)
        .stated_in(&["2023"]),
    BudgetLine::by_rule("zware-ondersteuning", zware_ondersteuning::RULE.id, zware_ondersteuning::compute)
        .stated_in(&["2023", "2025", "2026", "2027", "2028"]),
    BudgetLine::stated("impuls-schoolmaatschappelijk-werk-en-risicoleerlingen"),
    BudgetLine::sum(
        "totaal-rijksbijdragen",
        &["lichte-ondersteuning", "zware-ondersteuning", "impuls-schoolmaatschappelijk-werk-en-risicoleerlingen"],
    ),
    // Overige baten
    BudgetLine::stated("subsidie-hoogbegaafdheid"),
    BudgetLine::stated("middelen-high-dosage-tutoring"),
    BudgetLine::by_rule(
        "volumebekostiging-leerlingen-van-ander-samenwerkingsverband",
        volumebekostiging::RULE.id,
        volumebekostiging::invoices,
    )
    .stated_in(&["2023"]),
    BudgetLine::stated("rentebaten"),
    BudgetLine::stated("overige-baten"),
    BudgetLine::sum(
        "totaal-overige-baten",
        &[
            "subsidie-hoogbegaafdheid",
            "middelen-high-dosage-tutoring",
            "volumebekostiging-leerlingen-van-ander-samenwerkingsverband",
            "rentebaten",
            "overige-baten",
        ],
    ),
    // Baten
    BudgetLine::sum("totaal-baten", &["totaal-rijksbijdragen", "totaal-overige-baten"]),
    // Overdrachten regulier onderwijs
    BudgetLine::by_rule("bedrag-per-leerling", bedrag_per_leerling::RULE.id, bedrag_per_leerling::compute)
        .not_in(&["2023"]),
    BudgetLine::stated("ondersteuningsbedrag-basisonderwijs"),
    BudgetLine::stated("toelaatbaarheidsverklaring-op-basisschool"),
    BudgetLine::stated("instroombudget"),
    BudgetLine::stated("terugplaatsingsondersteuning"),
    BudgetLine::sum(
        "subtotaal-regulier-onderwijs",
        &[
            "ondersteuningsbedrag-basisonderwijs",
            "toelaatbaarheidsverklaring-op-basisschool",
            "instroombudget",
            "terugplaatsingsondersteuning",
        ],
    ),
    // Overdrachten speciaal basisonderwijs
    BudgetLine::by_rule(
        "ondersteuningsbekostiging-speciaal-basisonderwijs",
        ondersteuningsbekostiging_sbo::RULE.id,
        ondersteuningsbekostiging_sbo::compute,
    )
    .stated_in(&["2023"]),
    BudgetLine::by_rule("aanvulling-volumebekostiging", volumebekostiging::RULE.id, volumebekostiging::supplement)
        .stated_in(&["2023"]),
    BudgetLine::stated("gentiaan"),
    BudgetLine::sum(
        "subtotaal-speciaal-basisonderwijs",
        &["ondersteuningsbekostiging-speciaal-basisonderwijs", "aanvulling-volumebekostiging", "gentiaan"],
    ),
    // Overdrachten speciaal onderwijs
    BudgetLine::by_rule(
        "ondersteuningsbekostiging-speciaal-onderwijs",
        ondersteuningsbekostiging_so::RULE.id,
        ondersteuningsbekostiging_so::compute,
    )
    .stated_in(&["2023"]),
    BudgetLine::stated("instandhouding-intensieve-groepen"),
    BudgetLine::sum(
        "subtotaal-speciaal-onderwijs",
        &["ondersteuningsbekostiging-speciaal-onderwijs", "instandhouding-intensieve-groepen"],
    ),
    // Overdrachten
    BudgetLine::sum(
        "totaal-overdrachten",
        &["subtotaal-regulier-onderwijs", "subtotaal-speciaal-basisonderwijs", "subtotaal-speciaal-onderwijs"],
    ),
    // Management en organisatie
    BudgetLine::by_rule("personeelskosten", personeelskosten::RULE.id, personeelskosten::compute)
        .stated_in(&["2023", "2024"]),
    BudgetLine::stated("reiskosten-eigen-personeel"),
    BudgetLine::stated("representatie-eigen-personeel"),
    BudgetLine::stated("scholingsbudget-eigen-personeel"),
    BudgetLine::stated("huisvestingskosten"),
    BudgetLine::stated("ict-en-telefoniekosten"),
    BudgetLine::stated("bureaukosten"),
    BudgetLine::stated("financiele-administratie-extern"),
    BudgetLine::stated("accountantscontrole"),
    BudgetLine::stated("vergaderkosten"),
    BudgetLine::stated("externe-ondersteuning-bestuur"),
    BudgetLine::stated("vergoeding-ondersteuningsplanraad"),
    BudgetLine::stated("representatie-extern"),
    BudgetLine::stated("overige-kosten-management-en-organisatie"),
    BudgetLine::sum(
        "totaal-management-en-organisatie",
        &[
            "personeelskosten",
            "reiskosten-eigen-personeel",
            "representatie-eigen-personeel",
            "scholingsbudget-eigen-personeel",
            "huisvestingskosten",
            "ict-en-telefoniekosten",
            "bureaukosten",
            "financiele-administratie-extern",
            "accountantscontrole",
            "vergaderkosten",
            "externe-ondersteuning-bestuur",
            "vergoeding-ondersteuningsplanraad",
            "representatie-extern",
            "overige-kosten-management-en-organisatie",
        ],
    ),
    // Uitvoeringsorganisatie
    BudgetLine::stated("projecten"),
    BudgetLine::stated("ontwikkeling-gespecialiseerd-onderwijs"),
    BudgetLine::stated("garantstelling-leerlingen-internationale-taalklas"),
    BudgetLine::stated("garantstelling-kopklas"),
    BudgetLine::stated("maximale-ruimte-vangnetconstructie"),
    BudgetLine::stated("bijdrage-passend-naar-praktijkonderwijs"),
    BudgetLine::stated("versterken-onderwijs-jeugdhulp"),
    BudgetLine::stated("expertisepool"),
    BudgetLine::stated("organisatie-activiteiten"),
    BudgetLine::stated("vormgeving-en-drukwerk"),
    BudgetLine::stated("website-en-webapplicatie"),
    BudgetLine::stated("overige-kosten-uitvoeringsorganisatie"),
    BudgetLine::sum(
        "totaal-uitvoeringsorganisatie",
        &[
            "projecten",
            "ontwikkeling-gespecialiseerd-onderwijs",
            "garantstelling-leerlingen-internationale-taalklas",
            "garantstelling-kopklas",
            "maximale-ruimte-vangnetconstructie",
            "bijdrage-passend-naar-praktijkonderwijs",
            "versterken-onderwijs-jeugdhulp",
            "expertisepool",
            "organisatie-activiteiten",
            "vormgeving-en-drukwerk",
            "website-en-webapplicatie",
            "overige-kosten-uitvoeringsorganisatie",
        ],
    ),
    // Lasten
    BudgetLine::sum(
        "totaal-lasten",
        &["totaal-overdrachten", "totaal-management-en-organisatie", "totaal-uitvoeringsorganisatie"],
    ),
    // Resultaat
    BudgetLine::sum("resultaat-baten", &["totaal-baten"]),
    BudgetLine::sum("resultaat-lasten", &["totaal-lasten"]),
    BudgetLine::difference("resultaat", &["totaal-baten"], &["totaal-lasten"]),
    // Eigen vermogen
    BudgetLine::by_rule("eigen-vermogen-prognose", eigen_vermogen::RULE.id, eigen_vermogen::compute)
        .stated_in(&["2023"]),
    BudgetLine::stated("weerstandsvermogen"),
    BudgetLine::difference(
        "bestemmingsreserve-instandhouding-ondersteuningsbedrag",
        &["eigen-vermogen-prognose"],
        &["weerstandsvermogen"],
    ),
    BudgetLine::by_rule("signaleringswaarde-inspectie", signaleringswaarde::RULE.id, signaleringswaarde::compute),
];
