//! What comes in is what goes out and what is left, whatever the counts.

use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use swv_core::{
    AttributeValue, Dataset, DatasetQuantity, Money, PupilCount, Recipient, RecipientKind, SchoolKind, Sector, Within,
};
use swv_host::{AllocationReport, BudgetReport, Digest, Region};
use swv_tests::{Files, complete, year};
use toml::Value;

/// The budget lines that are handed out, by sector.
const HANDED_OUT: [(Sector, &[&str]); 2] = [
    (
        Sector::Po,
        &[
            "algemene-arrangementsmiddelen",
            "neo-onderwijs",
            "gis-groepen",
            "sbo-plus-in-basisonderwijs",
            "kleutergroepen",
            "bombardon-structuurgroepen",
            "bombardon-triangel",
            "bombardon-tamboerijn",
            "watertuin-praktijkgroepen",
            "klimop-management",
            "wonderboom",
            "overdracht-cordeo",
            "sbo-plus-in-speciaal-basisonderwijs",
            "schakelklassen",
            "structuurgroepen-olivijn",
        ],
    ),
    (
        Sector::Vo,
        &[
            "algemene-arrangementsmiddelen-havo-vwo",
            "algemene-arrangementsmiddelen-vmbo",
            "opdc-arrangementsmiddelen-klass-en-maatwerkklas",
            "opdc-arrangementsmiddelen-structuurgroep",
            "ovc-autismearrangement-havo-vwo",
            "park-lyceum-autismearrangement-mavo",
            "ovc-arrangement-structuurklas-havo-vwo",
            "trinitas-arrangement-begaafde-leerlingen",
            "opdc-bijdrage-leerwegondersteunend-onderwijs",
            "almeerkans-bijdrage-leerwegondersteunend-onderwijs",
            "opdc-arrangementsmiddelen",
            "praktijkonderwijs-arrangementsmiddelen",
            "overdracht-scholen-voortgezet-onderwijs",
            "ondersteuningsstructuur-vmbo",
            "opdc",
            "almeerkans-entree",
        ],
    ),
];

/// Rules that pay beside the budget lines: an amount for each pupil.
const PER_PUPIL: [&str; 3] = ["groeiregeling", "maatwerkbudget", "overbruggingsbudget"];

/// Rules whose lines may be below zero: balances, and an outflow set off.
const BALANCES: [&str; 3] = ["almeerkans", "groeiregeling", "opdc"];

fn almere() -> &'static Region {
    static REGION: OnceLock<Region> = OnceLock::new();
    REGION.get_or_init(|| complete("almere"))
}

fn count() -> impl Strategy<Value = PupilCount> {
    prop_oneof![
        40 => (0_u32..1_500).prop_map(PupilCount::Exact),
        40 => Just(PupilCount::Exact(0)),
        1 => Just(PupilCount::SUPPRESSED),
        1 => Just(PupilCount::Unknown),
    ]
}

/// A region of up to 30 recipients of any kind; now and then a column is not
/// there.
fn datasets() -> impl Strategy<Value = Dataset> {
    let names: Vec<String> = almere().description().quantities.iter().map(|quantity| quantity.name.clone()).collect();
    let kinds: Vec<_> = SchoolKind::ALL.map(RecipientKind::School).into_iter().chain([RecipientKind::Board]).collect();
    let columns = names.len();
    let attributes: Vec<_> = almere().description().attributes.iter().map(|of| of.name.clone()).collect();
    let is = prop_oneof![20 => any::<bool>().prop_map(|is| Some(AttributeValue::YesNo(is))), 1 => Just(None)];
    let recipients = vec((select(kinds), vec(count(), columns), vec(is, attributes.len())), 0..30);
    (recipients, vec(prop::bool::weighted(0.95), columns)).prop_map(move |(recipients, there)| {
        let there: Vec<_> = names.iter().zip(&there).map(|(name, there)| (name, *there)).collect();
        dataset(&there, &attributes, &recipients)
    })
}

type Made = (RecipientKind, Vec<PupilCount>, Vec<Option<AttributeValue>>);

fn dataset(names: &[(&String, bool)], attributes: &[String], recipients: &[Made]) -> Dataset {
    let there = || names.iter().zip(0..).filter(|((_, there), _)| *there).map(|((name, _), at)| (*name, at));
    let quantities = there().map(|(name, _)| DatasetQuantity::new(name));
    let mut dataset = Dataset::of("willekeurig", quantities).with_attributes(attributes);
    dataset.synthetic = true;
    for (index, (kind, counts, values)) in recipients.iter().enumerate() {
        let recipient = Recipient::new(format!("SYN-{index}"), format!("School {index}"), *kind);
        dataset.push(recipient, there().map(|(_, at)| Some(counts[at].into())), values.iter().cloned());
    }
    // A tailored budget lasts three months at most, and a bridging budget as long as a user says.
    for budget in ["maatwerkbudget", "overbruggingsbudget"] {
        let pupils = dataset.pupils(&format!("leerlingen-{budget}")).unwrap_or_default();
        if let Some(months) = dataset.find_mut(&format!("maanden-{budget}")) {
            for (months, pupils) in months.numbers.iter_mut().zip(pupils) {
                *months = pupils.at_least().map(|pupils| PupilCount::Exact(pupils * 2).into()).or(*months);
            }
        }
    }
    dataset
}

fn allocated(sector: Sector, of: u16, dataset: &Dataset) -> AllocationReport {
    almere().allocate(sector, year(of), dataset, Digest::of(b"")).unwrap()
}

/// The printed amounts of the lines that are handed out, in cents.
fn to_hand_out(sector: Sector, of: u16) -> i64 {
    let (_, lines) = HANDED_OUT.iter().find(|(found, _)| *found == sector).unwrap();
    let budget = almere().package().budget(sector).unwrap();
    let cents = |id: &&str| budget.line(id).unwrap().cell(&of.to_string()).amount().unwrap();
    lines.iter().map(cents).sum()
}

/// The same cases on every machine and in every run.
fn settings() -> ProptestConfig {
    ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(2401), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn what_the_budget_hands_out_is_received_or_left(
        dataset in datasets(),
        sector in select(vec![Sector::Po, Sector::Vo]),
        of in 2023_u16..=2026,
    ) {
        let report = allocated(sector, of, &dataset);
        let received = report.lines.iter().filter(|line| !PER_PUPIL.contains(&line.rule));
        let received = Within::try_sum(received.map(|line| line.amount_cents)).unwrap();
        let both = received.checked_add(report.remainder_cents).unwrap();
        let whole = Money::from_cents(to_hand_out(sector, of));
        prop_assert!(both.at_least() <= whole && whole <= both.at_most(), "{both} {whole}");
    }

    #[test]
    fn no_share_is_below_zero_but_that_of_a_balance(dataset in datasets(), of in 2023_u16..=2026) {
        for sector in [Sector::Po, Sector::Vo] {
            let report = allocated(sector, of, &dataset);
            let owed = report.lines.iter().find(|line| {
                line.amount_cents.at_least() < Money::ZERO && !BALANCES.contains(&line.rule)
            });
            prop_assert_eq!(owed, None);
        }
    }

    #[test]
    fn of_one_rule_and_rate_who_has_more_receives_no_less(dataset in datasets()) {
        for sector in [Sector::Po, Sector::Vo] {
            let report = allocated(sector, 2024, &dataset);
            for one in report.lines.iter().filter(|line| line.rate_cents.at_least() >= Money::ZERO) {
                let mut same = report.lines.iter().filter(|other| {
                    (&other.rule, other.rate_cents, other.per) == (&one.rule, one.rate_cents, one.per)
                });
                let no_less = same.all(|other| {
                    other.quantity.at_least() < one.quantity.at_most()
                        || other.amount_cents.at_most() >= one.amount_cents.at_least()
                });
                prop_assert!(no_less, "{} {}", one.rule, one.quantity);
            }
        }
    }

    #[test]
    fn more_months_never_pay_a_school_less(dataset in datasets(), more in 1_u32..50) {
        let paid = |dataset: &Dataset| -> Money {
            let report = allocated(Sector::Po, 2024, dataset);
            let lines = report.lines.iter().filter(|line| line.rule == "overbruggingsbudget");
            Money::try_sum(lines.map(|line| line.amount_cents.at_least())).unwrap()
        };
        let mut dataset = dataset;
        for pupils in dataset.find_mut("leerlingen-overbruggingsbudget").iter_mut().flat_map(|column| &mut column.numbers) {
            if let Some(PupilCount::Exact(fewer)) = pupils.map(|pupils| pupils.pupils()) {
                *pupils = Some(PupilCount::Exact(fewer + 50).into());
            }
        }
        let mut longer = dataset.clone();
        for months in longer.find_mut("maanden-overbruggingsbudget").iter_mut().flat_map(|column| &mut column.numbers) {
            if let Some(PupilCount::Exact(fewer)) = months.map(|months| months.pupils()) {
                *months = Some(PupilCount::Exact(fewer + more).into());
            }
        }
        prop_assert!(paid(&longer) >= paid(&dataset));
    }

    #[test]
    fn income_and_what_is_spent_before_the_programmes_are_communicating_vessels(
        sector in select(vec![Sector::Po, Sector::Vo]),
        line in any::<prop::sample::Index>(),
        column in select(vec!["2023", "2023-prognose", "2024", "2025", "2026"]),
        euros in 1_i64..5_000_000,
    ) {
        let before = almere().package().budget(sector).unwrap();
        let groups = ["bekostiging", "subsidies", "verplichte-afdrachten", "organisatiekosten", "wettelijke-taken"];
        let vessels: Vec<_> = before
            .lines
            .iter()
            .filter(|line| groups.contains(&line.group.as_str()) && line.values.contains_key(column))
            .filter(|line| line.kind != swv_core::LineKind::Subtotal)
            .collect();
        let changed = line.get(&vessels);
        let income = matches!(changed.group.as_str(), "bekostiging" | "subsidies");
        let file = format!("published/budget-{sector}.toml");
        let after = with_more(&Files::of("almere"), &file, &changed.id, column, euros).load().unwrap();
        let after = after.budget(sector).unwrap();
        let before = swv_tests::region("almere").budget(sector).unwrap();
        let cents = if income { euros * 100 } else { -euros * 100 };
        for result in ["beschikbare-middelen-ondersteuningsplan", "exploitatieresultaat"] {
            prop_assert_eq!(cell(&after, result, column) - cell(&before, result, column), cents, "{}", changed.id);
        }
        let programmes = "totaal-benodigd-ondersteuningsplan";
        prop_assert_eq!(cell(&after, programmes, column), cell(&before, programmes, column));
    }
}

fn cell(report: &BudgetReport, line: &str, column: &str) -> i64 {
    report.lines.iter().find(|found| found.id == line).unwrap().computed[column].unwrap()
}

/// The package with so many euros more in one printed cell.
fn with_more(files: &Files, file: &str, line: &str, column: &str, euros: i64) -> Files {
    let mut table: Value = toml::from_str(&files.text(file)).unwrap();
    let lines = table["lines"].as_array_mut().unwrap();
    let line = lines.iter_mut().find(|found| found["id"].as_str() == Some(line)).unwrap();
    let printed: i64 = line["values"][column].as_str().unwrap().parse().unwrap();
    line["values"][column] = Value::String((printed + euros).to_string());
    files.clone().with(file, toml::to_string(&table).unwrap())
}
