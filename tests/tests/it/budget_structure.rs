//! What a budget file says of how its lines come about is checked against the
//! rest of the package, against the plugin, and against every result.

use swv_core::{MadeOf, Sector};
use swv_host::RegionError;
use swv_tests::{Files, budgets, region};

const BUDGET: &str = "published/budget-po.toml";

/// Why the package with one text for another in its budget is refused.
fn refused(id: &str, from: &str, to: &str) -> String {
    Files::of(id).replaced(BUDGET, from, to).refused().to_string()
}

#[test]
fn a_sum_over_a_line_that_is_not_there_is_refused_with_file_line_and_key() {
    assert_eq!(
        refused("haarlemmermeer", "    \"sbo-plus\",", "    \"sbo-min\","),
        "haarlemmermeer/published/budget-po.toml: lines[11] (totaal-bestedingen): `sum` names \"sbo-min\", which is no \
         line of this table"
    );
}

#[test]
fn a_rule_or_parameter_that_is_not_there_is_refused_with_the_file_of_the_budget() {
    let rule = refused("zuid-kennemerland", "rule = \"personeelskosten\"", "rule = \"verzonnen\"");
    assert_eq!(
        rule,
        "zuid-kennemerland/published/budget-po.toml: the budget line personeelskosten names the rule verzonnen, which \
         the plugin does not describe"
    );
    let named = refused("zuid-kennemerland", "sum = \"optelling\"", "sum = \"verzonnen\"");
    assert!(named.contains("totaal-rijksbijdragen names the rule verzonnen"), "{named}");
    let of = "parameter = \"ondersteuningsbedrag-per-leerling\"";
    let parameter = refused("zuid-kennemerland", of, "parameter = \"verzonnen\"");
    assert!(parameter.contains("(bedrag-per-leerling): names the parameter verzonnen"), "{parameter}");
    let unit = refused("zuid-kennemerland", of, "parameter = \"groei-personeelskosten\"");
    assert!(unit.ends_with("the parameter groei-personeelskosten is no amount in euros"), "{unit}");
}

#[test]
fn a_line_without_a_function_and_a_function_without_a_line_are_refused() {
    let told = |from: &str, to: &str| {
        let files = Files::of("zuid-kennemerland").replaced(BUDGET, from, to);
        match files.load().unwrap().budget(Sector::Po).unwrap_err() {
            RegionError::Call(error) => error.failure.to_string(),
            other => panic!("{other}"),
        }
    };
    let gentiaan = "label = \"Gentiaan\"\n";
    let without = told(gentiaan, &format!("{gentiaan}rule = \"volumebekostiging\"\n"));
    assert!(without.contains("budget line gentiaan: volumebekostiging breaks the rule: the plugin has a"), "{without}");
    let of_none = told("rule = \"personeelskosten\"\nstated = [\"2023\", \"2024\"]\n", "");
    assert!(of_none.contains("budget line personeelskosten: personeelskosten breaks the rule: a"), "{of_none}");
    let other = told("rule = \"personeelskosten\"", "rule = \"volumebekostiging\"");
    assert!(other.contains("budget line personeelskosten: volumebekostiging"), "{other}");
}

#[test]
fn a_line_or_column_of_a_summary_is_one_of_the_table_in_detail() {
    let spoiled = |from: &str, to: &str| {
        let files = Files::of("almere").replaced("published/budget-po-summary.toml", from, to);
        files.refused().to_string()
    };
    let line = spoiled("id = \"totaal-bekostiging\"", "id = \"bekostiging\"");
    assert!(line.starts_with("almere/published/budget-po-summary.toml: lines[0] (bekostiging): is no line"), "{line}");
    let kind = "kind = \"income\"";
    let sum = spoiled(kind, &format!("{kind}\nsum = [\"totaal-opbrengsten-subsidies\"]"));
    assert!(sum.contains("a summary does not say how its lines come about"), "{sum}");
}

#[test]
fn every_sum_of_a_report_is_the_sum_of_its_parts_in_every_computed_column() {
    for (id, sector) in budgets() {
        let report = region(id).budget(sector).unwrap();
        let cents = |id: &String, column: &String| {
            report.lines.iter().find(|line| line.id == *id).unwrap().computed[column].unwrap_or_default()
        };
        let mut sums = 0;
        for line in &report.lines {
            let MadeOf::Sum { plus, less } = &line.made_of else { continue };
            for (column, computed) in &line.computed {
                if let (Some(computed), false) = (computed, line.stated.contains(column)) {
                    let of = |ids: &[String]| ids.iter().map(|id| cents(id, column)).sum::<i64>();
                    assert_eq!(*computed, of(plus) - of(less), "{id} {sector} {}@{column}", line.id);
                    sums += 1;
                }
            }
        }
        assert!(sums > 0 || id == "haarlemmermeer", "{id} {sector}");
    }
}
