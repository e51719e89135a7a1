//! The lines of the secondary (VO) budget of annex VII, in the order of the document.

use swv_plugin::BudgetLine;

use super::{baten_per_teldatum, eigen_vermogen, signaleringswaarde};

pub(super) static LINES: [BudgetLine; 71] = [
    // Bekostiging
    BudgetLine::stated_unless("zware-ondersteuning", baten_per_teldatum::RULE.id, baten_per_teldatum::heavy_vo),
    BudgetLine::stated_unless("lichte-ondersteuning", baten_per_teldatum::RULE.id, baten_per_teldatum::light_vo),
    BudgetLine::stated("leerwegondersteunend-onderwijs"),
    BudgetLine::stated("praktijkonderwijs"),
    BudgetLine::stated("nationaal-programma-onderwijs-praktijkonderwijs"),
    BudgetLine::sum(
        "totaal-bekostiging",
        &[
            "zware-ondersteuning",
            "lichte-ondersteuning",
            "leerwegondersteunend-onderwijs",
            "praktijkonderwijs",
            "nationaal-programma-onderwijs-praktijkonderwijs",
        ],
    ),
    // Subsidies
    BudgetLine::stated("subsidie-wel-in-ontwikkeling"),
    BudgetLine::stated("subsidie-hoogbegaafdheid"),
    BudgetLine::stated("subsidie-hoogbegaafdheid-2023-2025"),
    BudgetLine::stated("subsidie-jeugdplus"),
    BudgetLine::sum(
        "totaal-opbrengsten-subsidies",
        &[
            "subsidie-wel-in-ontwikkeling",
            "subsidie-hoogbegaafdheid",
            "subsidie-hoogbegaafdheid-2023-2025",
            "subsidie-jeugdplus",
        ],
    ),
    // Verplichte afdrachten
    BudgetLine::stated("afdrachten-voortgezet-speciaal-onderwijs"),
    BudgetLine::stated("groeiregeling-voortgezet-speciaal-onderwijs"),
    BudgetLine::stated("afdracht-leerwegondersteunend-onderwijs"),
    BudgetLine::stated("afdracht-praktijkonderwijs"),
    BudgetLine::sum(
        "totaal-verplichte-afdrachten",
        &[
            "afdrachten-voortgezet-speciaal-onderwijs",
            "groeiregeling-voortgezet-speciaal-onderwijs",
            "afdracht-leerwegondersteunend-onderwijs",
            "afdracht-praktijkonderwijs",
        ],
    ),
    // Organisatiekosten
    BudgetLine::stated("bestuur-en-governance"),
    BudgetLine::stated("bedrijfsbureau"),
    BudgetLine::stated("huisvesting"),
    BudgetLine::sum("totaal-organisatiekosten", &["bestuur-en-governance", "bedrijfsbureau", "huisvesting"]),
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
    BudgetLine::stated("algemene-arrangementsmiddelen-havo-vwo"),
    BudgetLine::stated("algemene-arrangementsmiddelen-vmbo"),
    BudgetLine::stated("opdc-arrangementsmiddelen-klass-en-maatwerkklas"),
    BudgetLine::stated("opdc-arrangementsmiddelen-structuurgroep"),
    BudgetLine::stated("ovc-autismearrangement-havo-vwo"),
    BudgetLine::stated("park-lyceum-autismearrangement-mavo"),
    BudgetLine::stated("ovc-arrangement-structuurklas-havo-vwo"),
    BudgetLine::stated("trinitas-arrangement-begaafde-leerlingen"),
    BudgetLine::stated("thuiswerkersproject"),
    BudgetLine::stated("playing-for-success"),
    BudgetLine::stated("projectkosten"),
    BudgetLine::stated("maatwerkbudget"),
    BudgetLine::sum(
        "programma-1-arrangementen-voortgezet-onderwijs",
        &[
            "algemene-arrangementsmiddelen-havo-vwo",
            "algemene-arrangementsmiddelen-vmbo",
            "opdc-arrangementsmiddelen-klass-en-maatwerkklas",
            "opdc-arrangementsmiddelen-structuurgroep",
            "ovc-autismearrangement-havo-vwo",
            "park-lyceum-autismearrangement-mavo",
            "ovc-arrangement-structuurklas-havo-vwo",
            "trinitas-arrangement-begaafde-leerlingen",
            "thuiswerkersproject",
            "playing-for-success",
            "projectkosten",
            "maatwerkbudget",
        ],
    ),
    // Programma 2
    BudgetLine::stated("inzet-expertise"),
    BudgetLine::stated("project-hoogbegaafden"),
    BudgetLine::stated("project-hoogbegaafden-2023-2025"),
    BudgetLine::stated("project-jeugdplus"),
    BudgetLine::stated("project-wel-in-ontwikkeling"),
    BudgetLine::stated("uitbetaling-uren"),
    BudgetLine::sum(
        "programma-2-expertise-en-begeleiding",
        &[
            "inzet-expertise",
            "project-hoogbegaafden",
            "project-hoogbegaafden-2023-2025",
            "project-jeugdplus",
            "project-wel-in-ontwikkeling",
            "uitbetaling-uren",
        ],
    ),
    // Programma 3
    BudgetLine::stated("opdc-bijdrage-leerwegondersteunend-onderwijs"),
    BudgetLine::stated("almeerkans-bijdrage-leerwegondersteunend-onderwijs"),
    BudgetLine::stated("opdc-arrangementsmiddelen"),
    BudgetLine::stated("praktijkonderwijs-arrangementsmiddelen"),
    BudgetLine::stated("overdracht-scholen-voortgezet-onderwijs"),
    BudgetLine::stated("next-level"),
    BudgetLine::sum(
        "programma-3-leerwegarrangement",
        &[
            "opdc-bijdrage-leerwegondersteunend-onderwijs",
            "almeerkans-bijdrage-leerwegondersteunend-onderwijs",
            "opdc-arrangementsmiddelen",
            "praktijkonderwijs-arrangementsmiddelen",
            "overdracht-scholen-voortgezet-onderwijs",
            "next-level",
        ],
    ),
    // Programma 4
    BudgetLine::stated("ondersteuningsstructuur-vmbo"),
    BudgetLine::sum("programma-4-ondersteuning-zorgstructuur", &["ondersteuningsstructuur-vmbo"]),
    // Programma 5
    BudgetLine::stated("opdc"),
    BudgetLine::sum("programma-5-opdc", &["opdc"]),
    // Programma 6
    BudgetLine::stated("almeerkans-entree"),
    BudgetLine::sum("programma-6-almeerkans-entree", &["almeerkans-entree"]),
    // Ondersteuningsplan
    BudgetLine::sum(
        "totaal-benodigd-ondersteuningsplan",
        &[
            "programma-1-arrangementen-voortgezet-onderwijs",
            "programma-2-expertise-en-begeleiding",
            "programma-3-leerwegarrangement",
            "programma-4-ondersteuning-zorgstructuur",
            "programma-5-opdc",
            "programma-6-almeerkans-entree",
        ],
    ),
    // Resultaat
    BudgetLine::difference(
        "exploitatieresultaat-voor-extra-toekenningen",
        &["beschikbare-middelen-ondersteuningsplan"],
        &["totaal-benodigd-ondersteuningsplan"],
    ),
    BudgetLine::stated("generieke-korting"),
    BudgetLine::stated("extra-toekenningen"),
    // Printed without a minus sign, but each printed result takes them off.
    BudgetLine::difference(
        "exploitatieresultaat",
        &["exploitatieresultaat-voor-extra-toekenningen"],
        &["generieke-korting", "extra-toekenningen"],
    ),
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
