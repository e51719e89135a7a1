//! The lines of the primary (PO) budget of annex VII, in the order of the document.

use swv_plugin::BudgetLine;

use super::{baten_per_teldatum, eigen_vermogen, signaleringswaarde};

pub(super) static LINES: [BudgetLine; 69] = [
    // Bekostiging
    BudgetLine::stated_unless("zware-ondersteuning", baten_per_teldatum::RULE.id, baten_per_teldatum::heavy_po),
    BudgetLine::stated_unless("lichte-ondersteuning", baten_per_teldatum::RULE.id, baten_per_teldatum::light_po),
    BudgetLine::stated("lichte-ondersteuning-schoolmaatschappelijk-werk"),
    BudgetLine::sum(
        "totaal-bekostiging",
        &["zware-ondersteuning", "lichte-ondersteuning", "lichte-ondersteuning-schoolmaatschappelijk-werk"],
    ),
    // Subsidies
    BudgetLine::stated("subsidie-hoogbegaafdheid"),
    BudgetLine::stated("subsidie-wel-in-ontwikkeling"),
    BudgetLine::sum("totaal-opbrengsten-subsidies", &["subsidie-hoogbegaafdheid", "subsidie-wel-in-ontwikkeling"]),
    // Verplichte afdrachten
    BudgetLine::stated("afdrachten-speciaal-onderwijs"),
    BudgetLine::stated("groeiregeling-speciaal-onderwijs"),
    BudgetLine::stated("afdrachten-speciaal-basisonderwijs"),
    BudgetLine::stated("groeiregeling-speciaal-basisonderwijs"),
    BudgetLine::stated("grensverkeer-speciaal-basisonderwijs"),
    BudgetLine::sum(
        "totaal-verplichte-afdrachten",
        &[
            "afdrachten-speciaal-onderwijs",
            "groeiregeling-speciaal-onderwijs",
            "afdrachten-speciaal-basisonderwijs",
            "groeiregeling-speciaal-basisonderwijs",
            "grensverkeer-speciaal-basisonderwijs",
        ],
    ),
    // Organisatiekosten
    BudgetLine::stated("overhead-organisatie"),
    BudgetLine::sum("totaal-organisatiekosten", &["overhead-organisatie"]),
    // Wettelijke taken
    BudgetLine::stated("beleid-projecten-en-verantwoording"),
    BudgetLine::stated("steunpunt"),
    BudgetLine::stated("toeleiding"),
    BudgetLine::sum(
        "totaal-uitvoering-wettelijke-taken",
        &["beleid-projecten-en-verantwoording", "steunpunt", "toeleiding"],
    ),
    // Beschikbare middelen
    BudgetLine::difference(
        "beschikbare-middelen-ondersteuningsplan",
        &["totaal-bekostiging", "totaal-opbrengsten-subsidies"],
        &["totaal-verplichte-afdrachten", "totaal-organisatiekosten", "totaal-uitvoering-wettelijke-taken"],
    ),
    // Programma 1
    BudgetLine::stated("algemene-arrangementsmiddelen"),
    BudgetLine::stated("neo-onderwijs"),
    BudgetLine::stated("gis-groepen"),
    BudgetLine::stated("maatwerkbudget"),
    BudgetLine::stated("nt2-maatjes"),
    BudgetLine::stated("oranjehuis"),
    BudgetLine::stated("dubbelbijzonder"),
    BudgetLine::stated("stimuleringsbudget-basisonderwijs"),
    BudgetLine::stated("sbo-plus-in-basisonderwijs"),
    BudgetLine::sum(
        "programma-1-arrangementen-basisonderwijs",
        &[
            "algemene-arrangementsmiddelen",
            "neo-onderwijs",
            "gis-groepen",
            "maatwerkbudget",
            "nt2-maatjes",
            "oranjehuis",
            "dubbelbijzonder",
            "stimuleringsbudget-basisonderwijs",
            "sbo-plus-in-basisonderwijs",
        ],
    ),
    // Programma 2
    BudgetLine::stated("kleutergroepen"),
    BudgetLine::stated("bombardon-structuurgroepen"),
    BudgetLine::stated("bombardon-triangel"),
    BudgetLine::stated("bombardon-tamboerijn"),
    BudgetLine::stated("watertuin-praktijkgroepen"),
    BudgetLine::stated("klimop-management"),
    BudgetLine::stated("wonderboom"),
    BudgetLine::stated("overdracht-cordeo"),
    BudgetLine::stated("stimuleringsbudget-speciaal-basisonderwijs"),
    BudgetLine::stated("sbo-plus-in-speciaal-basisonderwijs"),
    BudgetLine::stated("schakelklassen"),
    BudgetLine::sum(
        "programma-2-arrangementen-speciaal-basisonderwijs",
        &[
            "kleutergroepen",
            "bombardon-structuurgroepen",
            "bombardon-triangel",
            "bombardon-tamboerijn",
            "watertuin-praktijkgroepen",
            "klimop-management",
            "wonderboom",
            "overdracht-cordeo",
            "stimuleringsbudget-speciaal-basisonderwijs",
            "sbo-plus-in-speciaal-basisonderwijs",
            "schakelklassen",
        ],
    ),
    // Programma 3
    BudgetLine::stated("arrangementenbudget-speciaal-onderwijs"),
    BudgetLine::stated("structuurgroepen-olivijn"),
    BudgetLine::sum(
        "programma-3-arrangementen-speciaal-onderwijs",
        &["arrangementenbudget-speciaal-onderwijs", "structuurgroepen-olivijn"],
    ),
    // Programma 4
    BudgetLine::stated("inzet-expertise"),
    BudgetLine::stated("uitbetaling-uren"),
    BudgetLine::stated("project-hoogbegaafden"),
    BudgetLine::stated("project-wel-in-ontwikkeling"),
    BudgetLine::stated("schoolmaatschappelijk-werk"),
    BudgetLine::stated("talentenlab"),
    BudgetLine::stated("playing-for-success"),
    BudgetLine::sum(
        "programma-4-expertise-en-begeleiding",
        &[
            "inzet-expertise",
            "uitbetaling-uren",
            "project-hoogbegaafden",
            "project-wel-in-ontwikkeling",
            "schoolmaatschappelijk-werk",
            "talentenlab",
            "playing-for-success",
        ],
    ),
    // Programma 5
    BudgetLine::stated("ontwikkeling-arrangementen-primair-onderwijs"),
    BudgetLine::stated("ontwikkeling-arrangementen-speciaal-basisonderwijs"),
    BudgetLine::stated("ontwikkeling-arrangementen-speciaal-onderwijs"),
    BudgetLine::sum(
        "programma-5-verbetermaatregelen",
        &[
            "ontwikkeling-arrangementen-primair-onderwijs",
            "ontwikkeling-arrangementen-speciaal-basisonderwijs",
            "ontwikkeling-arrangementen-speciaal-onderwijs",
        ],
    ),
    // Ondersteuningsplan
    BudgetLine::sum(
        "totaal-benodigd-ondersteuningsplan",
        &[
            "programma-1-arrangementen-basisonderwijs",
            "programma-2-arrangementen-speciaal-basisonderwijs",
            "programma-3-arrangementen-speciaal-onderwijs",
            "programma-4-expertise-en-begeleiding",
            "programma-5-verbetermaatregelen",
        ],
    ),
    // Resultaat
    BudgetLine::difference(
        "exploitatieresultaat-voor-extra-toekenningen",
        &["beschikbare-middelen-ondersteuningsplan"],
        &["totaal-benodigd-ondersteuningsplan"],
    ),
    BudgetLine::stated("extra-toekenningen"),
    BudgetLine::sum("exploitatieresultaat", &["exploitatieresultaat-voor-extra-toekenningen", "extra-toekenningen"]),
    // Eigen vermogen
    BudgetLine::by_rule("eigen-vermogen-beginstand", eigen_vermogen::RULE.id, eigen_vermogen::opening),
    BudgetLine::by_rule("eigen-vermogen-resultaat", eigen_vermogen::RULE.id, eigen_vermogen::result),
    BudgetLine::by_rule("eigen-vermogen-eindstand", eigen_vermogen::RULE.id, eigen_vermogen::closing)
        .stated_in(&["2022"]),
    BudgetLine::by_rule("eigen-vermogen-baten", eigen_vermogen::RULE.id, eigen_vermogen::income).stated_in(&["2022"]),
    BudgetLine::by_rule("eigen-vermogen-maximaal", signaleringswaarde::RULE.id, signaleringswaarde::maximum),
    BudgetLine::sum("eigen-vermogen-aanwezig", &["eigen-vermogen-eindstand"]),
    BudgetLine::difference("eigen-vermogen-bovenmatig", &["eigen-vermogen-aanwezig"], &["eigen-vermogen-maximaal"]),
    BudgetLine::by_rule("eigen-vermogen-ratio", signaleringswaarde::RULE.id, signaleringswaarde::ratio).in_hundredths(),
];
