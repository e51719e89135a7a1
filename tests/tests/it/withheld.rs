//! A plugin never sees what it is to reproduce: whatever is printed for a
//! computed cell or figure, the result is the same.

use std::collections::BTreeMap;

use swv_core::{Money, Sector};
use swv_host::{BudgetReport, BudgetTableKind, Digest, IndicatorReport, Region};
use swv_tests::{Files, REGIONS, budgets, complete, dataset_of, region, year};

/// The file of a region's detailed budget.
fn budget_file(region: &Region, sector: Sector) -> (String, swv_host::BudgetFile) {
    let budgets = &region.package().budgets;
    let is_it = |budget: &&swv_host::BudgetFile| budget.sector == sector && budget.table == BudgetTableKind::Detail;
    let budget = budgets.iter().find(is_it).unwrap();
    (format!("published/budget-{sector}.toml"), budget.clone())
}

fn computed(report: &BudgetReport) -> Vec<(&str, &BTreeMap<String, Option<i64>>)> {
    report.lines.iter().map(|line| (line.id.as_str(), &line.computed)).collect()
}

fn computed_figures(report: &IndicatorReport) -> String {
    let lines = report.indicators.iter().filter(|line| line.computed.is_some());
    lines.map(|line| format!("{} {} {:?}\n", line.id, line.year, line.computed)).collect()
}

#[test]
fn something_is_computed_of_every_budget() {
    for (id, sector) in budgets() {
        let (_, file) = budget_file(&region(id), sector);
        let lines = file.lines();
        let computed = lines.iter().flat_map(|line| &line.given).filter(|given| given.is_none()).count();
        assert!(computed > 0, "{id} {sector}: the plugin computes nothing");
    }
}

#[test]
fn what_is_printed_for_a_computed_cell_changes_no_result() {
    for (id, sector) in budgets() {
        let region = complete(id);
        let (path, mut file) = budget_file(&region, sector);
        let mut changed = 0;
        for line in &mut file.lines {
            let stated: Vec<_> = line.values.keys().filter(|column| line.is_stated_in(column)).cloned().collect();
            for (column, value) in &mut line.values {
                if !stated.contains(column) {
                    let printed = Money::parse_decimal(value).unwrap();
                    *value = printed.checked_add(Money::from_cents(7_000_000_07)).unwrap().to_string();
                    changed += 1;
                }
            }
        }
        assert!(changed > 0, "{id} {sector}");
        let spoiled = Files::of(id).with(&path, toml::to_string(&file).unwrap()).load_complete();
        let (before, after) = (region.budget(sector).unwrap(), spoiled.budget(sector).unwrap());
        assert_eq!(computed(&before), computed(&after), "{id} {sector}");
        let (before, after) = (region.indicators(sector).unwrap(), spoiled.indicators(sector).unwrap());
        assert_eq!(computed_figures(&before), computed_figures(&after), "{id} {sector}");
        if region.can_allocate(sector).is_ok() {
            let dataset = dataset_of(&region);
            let of = |region: &Region| region.allocate(sector, year(2024), &dataset, Digest::of(b"")).unwrap();
            assert_eq!(of(&region), of(&spoiled), "{id} {sector}");
        }
    }
}

#[test]
fn what_is_printed_for_a_stated_cell_changes_the_result() {
    let region = region("almere");
    let (path, mut file) = budget_file(&region, Sector::Po);
    let line = file.lines.iter_mut().find(|line| line.is_stated_in("2024")).unwrap();
    line.values.insert("2024".into(), "1".into());
    let spoiled = Files::of("almere").with(&path, toml::to_string(&file).unwrap()).load().unwrap();
    let (before, after) = (region.budget(Sector::Po).unwrap(), spoiled.budget(Sector::Po).unwrap());
    assert_ne!(computed(&before), computed(&after));
}

#[test]
fn no_figure_is_asked_for_and_computed_too() {
    for (id, sector) in budgets() {
        let region = region(id);
        let report = region.indicators(sector).unwrap();
        let facts = &region.description().facts;
        for line in report.indicators.iter().filter(|line| line.computed.is_some()) {
            assert!(!facts.iter().any(|fact| fact.name == line.id), "{id} {sector} {}", line.id);
        }
    }
}

#[test]
fn a_published_figure_that_is_not_asked_for_changes_no_result() {
    for id in REGIONS {
        let region = region(id);
        let mut figures = region.package().figures.clone();
        let facts = &region.description().facts;
        let mut changed = 0;
        for figure in figures.figures.iter_mut().filter(|figure| !facts.iter().any(|fact| fact.name == figure.id)) {
            for value in figure.values.iter_mut().filter_map(|value| value.value.as_mut()) {
                // One digit more in front: another value in every unit.
                let at = usize::from(value.starts_with('-'));
                value.insert(at, '1');
                changed += 1;
            }
        }
        assert!(changed > 0, "{id}");
        let text = toml::to_string(&figures).unwrap();
        let spoiled = Files::of(id).with("published/figures.toml", text).load().unwrap();
        for sector in &region.description().sectors {
            let (before, after) = (region.indicators(*sector).unwrap(), spoiled.indicators(*sector).unwrap());
            assert_eq!(computed_figures(&before), computed_figures(&after), "{id} {sector}");
            let (before, after) = (region.budget(*sector).unwrap(), spoiled.budget(*sector).unwrap());
            assert_eq!(computed(&before), computed(&after), "{id} {sector}");
        }
    }
}
