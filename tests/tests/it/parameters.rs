//! Every parameter decides something, and only while it holds.

use swv_core::{Failure, Sector};
use swv_host::{AllocationReport, CallFailure, Digest, Region, RegionError};
use swv_testkit::walked;
use swv_tests::{Files, REGIONS, Swv, cases, complete, completed, dataset_of, datasets_of, host, region, year};

/// Everything that a region computes, one text each.
fn results(region: &Region) -> Vec<String> {
    let datasets = datasets_of(region);
    let mut results = Vec::new();
    for sector in &region.description().sectors {
        results.push(format!("{:?}", region.budget(*sector)));
        results.push(format!("{:?}", region.indicators(*sector)));
        for of in 2023..=2028 {
            let dataset = &datasets[usize::from(of % 2)];
            results.push(format!("{:?}", region.allocate(*sector, year(of), dataset, Digest::of(b""))));
        }
        for dataset in &datasets {
            results.push(format!("{:?}", region.allocate(*sector, year(2024), dataset, Digest::of(b""))));
        }
    }
    results
}

/// What is computed, without the supplied values that a report repeats.
fn computed(region: &Region) -> Vec<String> {
    let mut computed = Vec::new();
    for sector in &region.description().sectors {
        computed.push(format!("{:?}", region.budget(*sector).unwrap().lines));
        computed.push(format!("{:?}", region.indicators(*sector).unwrap().indicators));
        for dataset in datasets_of(region) {
            let report = region.allocate(*sector, year(2024), &dataset, Digest::of(b""));
            computed.push(format!("{:?}", report.map(|report| report.lines)));
        }
    }
    let walks = cases("procedures.toml").into_iter().filter(|(id, _)| *id == region.id().as_str());
    for walk in walks.flat_map(|(_, file)| walked(region, &file)) {
        computed.push(format!("{:?}", walk.map(|report| (report.case.costs, report.case.problems))));
    }
    computed
}

/// The decimal with one more in its last place.
fn one_more(decimal: &str) -> String {
    let places = decimal.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let more = decimal.replace('.', "").parse::<i64>().unwrap() + 1;
    let digits = format!("{more:0width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    if places == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// Other values: one more in the last place, and for a limit that one more
/// does not move across a count, none at all and many times as much.
fn others(decimal: &str) -> [String; 3] {
    [one_more(decimal), "0".to_owned(), format!("9{decimal}")]
}

#[test]
fn no_parameter_changes_nothing() {
    assert_eq!(["450", "3.5", "6634.52", "0.09"].map(one_more), ["451", "3.6", "6634.53", "0.10"]);
    let mut idle = Vec::new();
    for id in REGIONS {
        let before = results(&complete(id));
        let parameters = &Files::of(id).read().unwrap().parameters;
        for (at, parameter) in parameters.parameters.iter().enumerate() {
            for (index, value) in parameter.values.iter().enumerate() {
                let Some(text) = &value.value else { continue };
                let changes = |other: String| {
                    let mut changed = parameters.clone();
                    changed.parameters[at].values[index].value = Some(other);
                    let files = Files::of(id).with("parameters.toml", toml::to_string(&changed).unwrap());
                    results(&files.load_complete()) != before
                };
                if !others(text).into_iter().any(changes) {
                    idle.push(format!("{id}: {} from {}", parameter.key, value.from));
                }
            }
        }
    }
    assert!(idle.is_empty(), "these change nothing: {idle:#?}");
}

#[test]
fn no_supplied_value_changes_nothing() {
    let mut idle = Vec::new();
    for id in REGIONS {
        let region = complete(id);
        for supplied in region.package().supplied() {
            let changes = |other: String| {
                let mut package = completed(Files::of(id).read().unwrap());
                package.supply("test", &supplied.key, &other).unwrap();
                computed(&host().load(package).unwrap()) != computed(&region)
            };
            if !others(&supplied.value).into_iter().any(changes) {
                idle.push(format!("{id}: {}", supplied.key));
            }
        }
    }
    assert!(idle.is_empty(), "these change nothing: {idle:#?}");
}

#[test]
fn every_parameter_of_a_package_is_read_by_its_plugin() {
    for id in REGIONS {
        let region = region(id);
        for parameter in &region.package().parameters.parameters {
            let reads = region.description().parameters.iter().any(|reads| reads.name == parameter.key);
            assert!(reads, "{id}: {}", parameter.key);
        }
    }
}

fn allocation(region: &Region, of: u16) -> Result<AllocationReport, RegionError> {
    region.allocate(Sector::Po, year(of), &dataset_of(region), Digest::of(b""))
}

/// What is missing for an allocation of that year.
fn missing(region: &Region, of: u16) -> String {
    match allocation(region, of).unwrap_err() {
        RegionError::Call(error) => match error.failure {
            CallFailure::Region(Failure::Missing(missing)) => missing[0].needed.to_string(),
            other => panic!("{other}"),
        },
        other => panic!("{other}"),
    }
}

#[test]
fn an_amount_holds_from_its_first_year_to_its_last() {
    let region = region("hostile");
    let rate = |of| allocation(&region, of).unwrap().lines.iter().next().unwrap().rate_cents.exact().unwrap().cents();
    assert_eq!(missing(&region, 2023), "parameter bedrag-per-leerling on 2023-01-01");
    assert_eq!(rate(2024), 450_00);
    assert_eq!(rate(2025), 430_50);
    assert_eq!(missing(&region, 2026), "parameter bedrag-per-leerling on 2026-01-01");
}

#[test]
fn a_year_before_and_after_the_plan_has_no_amount() {
    let region = region("zuid-kennemerland");
    for of in [2023, 2029] {
        assert_eq!(missing(&region, of), format!("parameter ondersteuningsbedrag-per-leerling on {of}-01-01"));
    }
    let error = allocation(&region, 2029).unwrap_err().to_string();
    assert!(error.contains("zuid-kennemerland") && error.contains("ondersteuningsbedrag-per-leerling"), "{error}");
}

#[test]
fn a_year_without_a_budget_has_nothing_to_divide() {
    let region = region("almere");
    assert_eq!(missing(&region, 2030), "figure budget/algemene-arrangementsmiddelen for 2030");
}

#[test]
fn a_silent_value_is_missing_and_never_zero() {
    let from =
        "value = \"450\", provenance = { status = \"explicit\", source = { document = \"plan\", section = \"1\" } }";
    let silent = Files::of("hostile").replaced("parameters.toml", from, "provenance = { status = \"silent\" }");
    let region = silent.load().unwrap();
    assert_eq!(missing(&region, 2024), "parameter bedrag-per-leerling on 2024-01-01");
    assert!(allocation(&region, 2025).is_ok());
}

/// A limit in months holds in a case and in an allocation alike, and is the
/// user's where the plan has none.
#[test]
fn a_limit_in_months_of_a_user_holds_in_a_case_and_in_an_allocation() {
    let swv = Swv::new();
    let case = |procedure: &str, before: &str| {
        format!(
            "procedure = \"{procedure}\"\nkey = \"k-1\"\nsector = \"po\"\nsynthetic = true\n{before}\
             [[events]]\non = \"2025-04-14\"\nname = \"besluit\"\nfields = {{ uitkomst = \"toegekend\", maanden = \"3\" }}\n"
        )
    };
    let event = |name: &str, field: &str| {
        format!("[[events]]\non = \"2025-04-03\"\nname = \"{name}\"\nfields = {{ {field} }}\n")
    };
    for (budget, before) in [
        ("maatwerkbudget", event("aanvraag", "voorkomt = \"thuiszitten\"")),
        ("overbruggingsbudget", event("plan-van-aanpak", "voorkomt-thuiszitten = \"ja\"")),
    ] {
        let key = format!("{budget}-maanden-ten-hoogste");
        let case = swv.file("zaak.toml", case(budget, &before));
        let counts = format!(r#""leerlingen": 100, "leerlingen-{budget}": 1, "maanden-{budget}": 3"#);
        let names = ["leerlingen".to_owned(), format!("leerlingen-{budget}"), format!("maanden-{budget}")];
        let quantities = names.map(|name| match name.starts_with("maanden") {
            true => format!(r#"{{ "name": "{name}", "unit": "months" }}"#),
            false => format!(r#"{{ "name": "{name}" }}"#),
        });
        let data = swv.file(
            "data.json",
            format!(
                r#"{{ "name": "proef", "synthetic": true, "quantities": [{}],
                     "recipients": [{{ "id": "S-1", "name": "S", "kind": "bao", "counts": {{ {counts} }} }}] }}"#,
                quantities.join(", ")
            ),
        );
        let told = |limit: &str| {
            let of_case = swv.run(&format!("--lang en case almere {case} --as-of 2025-05-01 --set {key}={limit}"));
            let of_money =
                swv.run(&format!("--lang en allocate almere --year 2024 --dataset {data} --set {key}={limit}"));
            (
                of_case.stdout.contains(&format!("3 months, and {limit} at most")),
                of_money.stderr.contains("lasts 2 months"),
            )
        };
        assert_eq!(told("2"), (true, true), "{budget}");
        assert_eq!(told("3"), (false, false), "{budget}");
    }
}
