//! National amounts that two regions state differently.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::{
    CalendarYear, Cell, Money, MoneyError, Provenance, RegionId, Rounding, Sector, Source, Status, Text, Unit, Value,
};

use super::ReportValue;
use super::value::unit;
use crate::package::parameters::read;
use crate::{BudgetTableKind, FindingKind, PublishedLine, RegionError, RegionPackage};

/// A national amount that two regions state differently, or that the budget of
/// one does not follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CrossRegionFinding {
    /// Its id: the national amount, `@`, the year, and the two places.
    pub id: String,
    /// Always between regions.
    pub kind: FindingKind,
    /// The name of the national amount, which both packages use.
    pub national: String,
    /// The calendar year of which both speak.
    pub year: CalendarYear,
    /// What the values are measured in.
    pub unit: Unit,
    /// What the one states.
    pub first: NationalStatement,
    /// What the other states.
    pub second: NationalStatement,
    /// The second less the first; for a budget line, less the nearest whole
    /// number of pupils at the first.
    pub difference: ReportValue,
    /// Whether both state the amount, so that one of them is wrong. If not, the
    /// second is a budget line that is no whole number of times the amount: it
    /// may rest on an average, or on another estimate.
    pub contradicts: bool,
    /// What the matter is, in one sentence.
    pub explanation: Text,
}

/// What a region states of a national amount, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NationalStatement {
    /// The region.
    pub region: RegionId,
    /// The parameter, the figure, or the budget line with `@` and its column.
    pub place: String,
    /// The value.
    pub value: ReportValue,
    /// Whether it is stated or interpreted.
    pub status: Status,
    /// The document and section.
    pub source: Source,
}

/// A statement while it is compared.
struct Stated<'a> {
    national: &'a str,
    unit: Unit,
    value: Value,
    statement: NationalStatement,
}

/// What packages state differently of one national amount in a year.
pub(super) fn disagreements(
    packages: &[&RegionPackage],
    sector: Sector,
    year: CalendarYear,
) -> Result<Vec<CrossRegionFinding>, RegionError> {
    let stated: Vec<Vec<Stated<'_>>> =
        packages.iter().map(|package| amounts(package, sector, year)).collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for (index, of_one) in stated.iter().enumerate() {
        for one in of_one {
            for other in stated[index + 1..].iter().flatten().filter(|other| other.national == one.national) {
                found.extend(between(one, other, year));
            }
            for package in packages.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, package)| package) {
                found.extend(of_budget(one, package, sector, year));
            }
        }
    }
    Ok(found)
}

/// The national amounts that a package states: parameters in force on 1
/// January, and exact figures of the year. A silence states nothing.
fn amounts<'a>(package: &'a RegionPackage, sector: Sector, year: CalendarYear) -> Result<Vec<Stated<'a>>, RegionError> {
    let mut stated = Vec::new();
    let mut add = |national: &'a str, place: &str, unit: Unit, read: Result<Value, String>, provenance: &Provenance| {
        let Some(source) = provenance.source() else { return Ok(()) };
        let value = read.map_err(|message| RegionError::Disagreement { place: place.to_owned(), message })?;
        let statement = NationalStatement {
            region: package.manifest.id.clone(),
            place: place.to_owned(),
            value: ReportValue::new(value, &unit),
            status: provenance.status(),
            source: source.clone(),
        };
        stated.push(Stated { national, unit, value, statement });
        Ok::<(), RegionError>(())
    };
    let first = year.first_day();
    for parameter in &package.parameters.parameters {
        let (Some(national), Some(value)) = (
            &parameter.national,
            parameter.values.iter().find(|value| value.from <= first && value.until.is_none_or(|last| first <= last)),
        ) else {
            continue;
        };
        if let Some(text) = &value.value {
            add(national, &parameter.key, unit(&parameter.unit), read(&parameter.unit, text), &value.provenance)?;
        }
    }
    for figure in package.figures.figures.iter().filter(|figure| figure.sector == sector) {
        let exact = figure.approximate(year.into()).is_none() && !figure.is_target(year.into());
        if let (Some(national), Some(value), true) = (&figure.national, figure.value(year.into()), exact) {
            add(national, &figure.id, unit(&figure.unit), Ok(value), &figure.provenance)?;
        }
    }
    Ok(stated)
}

/// What two statements of one amount differ by.
fn between(one: &Stated<'_>, other: &Stated<'_>, year: CalendarYear) -> Option<CrossRegionFinding> {
    let difference = match (other.value, one.value) {
        (Value::Money(other), Value::Money(one)) => Value::Money(other.checked_sub(one).ok()?),
        (Value::Count(other), Value::Count(one)) => Value::Count(other.checked_sub(one)?),
        (Value::Rate(other), Value::Rate(one)) => Value::Rate(other.checked_sub(one).ok()?),
        // Packages that measure one amount in two units share no amount.
        _ => return None,
    };
    let nothing = [Value::Money(Money::ZERO), Value::Count(0), Value::Rate(swv_core::Rate::ZERO)];
    (!nothing.contains(&difference)).then(|| {
        let explanation = Text::new(
            "Het bedrag is landelijk en voor elke regio gelijk, maar de documenten noemen er twee.",
            "The amount is national and the same for every region, but the documents state two.",
        );
        finding(one, other.statement.clone(), ReportValue::new(difference, &one.unit), true, (year, explanation))
    })
}

/// The printed lines of another region that no whole number of pupils at this
/// amount gives.
fn of_budget(one: &Stated<'_>, package: &RegionPackage, sector: Sector, year: CalendarYear) -> Vec<CrossRegionFinding> {
    let Value::Money(amount) = one.value else { return Vec::new() };
    let mut found = Vec::new();
    let details = package.budgets.iter().filter(|file| file.sector == sector && file.table == BudgetTableKind::Detail);
    for file in details {
        for line in file.lines.iter().filter(|line| line.national.as_deref() == Some(one.national)) {
            for column in file.columns.iter().filter(|column| column.year == year.into()) {
                let Cell::Amount(printed) = line.cell(&column.id) else { continue };
                let Ok(Some((pupils, difference))) = no_whole_number(printed, amount, printed_to(line)) else {
                    continue;
                };
                let statement = NationalStatement {
                    region: package.manifest.id.clone(),
                    place: format!("{}@{}", line.id, column.id),
                    value: ReportValue::Whole(printed),
                    status: Status::Explicit,
                    source: Source {
                        document: file.document.clone(),
                        section: format!("{}, {}", file.section, line.section),
                    },
                };
                let explanation = Text::new(
                    format!(
                        "Geen geheel aantal leerlingen tegen dit landelijke bedrag geeft de gedrukte regel; {pupils} \
                         leerlingen komen het dichtst bij. De regel kan op een gemiddelde of een andere raming rusten."
                    ),
                    format!(
                        "No whole number of pupils at this national amount gives the printed line; {pupils} pupils come \
                         nearest. The line may rest on an average or on another estimate."
                    ),
                );
                let difference = ReportValue::Whole(difference.cents());
                found.push(finding(one, statement, difference, false, (year, explanation)));
            }
        }
    }
    found
}

/// The nearest whole number of pupils and what the printed amount differs from
/// it, where that is more than the print rounds off.
fn no_whole_number(printed: i64, amount: Money, printed_to: i64) -> Result<Option<(i64, Money)>, MoneyError> {
    let nearest = Rounding::HalfAwayFromZero.divide(i128::from(printed), i128::from(amount.cents()));
    let Some(pupils) = nearest.and_then(|pupils| i64::try_from(pupils).ok()) else { return Ok(None) };
    let difference = Money::from_cents(printed).checked_sub(amount.checked_mul(pupils)?)?;
    Ok((difference.cents().unsigned_abs() * 2 > printed_to.unsigned_abs()).then_some((pupils, difference)))
}

/// The unit in which a line is printed, in cents: the largest power of ten that
/// every amount of the line is a multiple of, and a euro at least.
fn printed_to(line: &PublishedLine) -> i64 {
    let cents: Vec<i64> = line.values.keys().filter_map(|column| line.cell(column).amount()).collect();
    let divides = |unit: &i64| cents.iter().all(|cents| cents % unit == 0);
    std::iter::successors(Some(1_00_i64), |unit| unit.checked_mul(10)).take(8).take_while(divides).last().unwrap_or(1)
}

fn finding(
    one: &Stated<'_>,
    second: NationalStatement,
    difference: ReportValue,
    contradicts: bool,
    (year, explanation): (CalendarYear, Text),
) -> CrossRegionFinding {
    let first = one.statement.clone();
    CrossRegionFinding {
        id: format!("{}@{year}:{}/{}:{}/{}", one.national, first.region, first.place, second.region, second.place),
        kind: FindingKind::CrossRegion,
        national: one.national.to_owned(),
        year,
        unit: one.unit.clone(),
        first,
        second,
        difference,
        contradicts,
        explanation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PackageFiles;

    const SOURCE: &str = "{ document = 'plan', section = '1' }";

    /// A package of that id, with these parameters, figures and budget lines.
    fn package(id: &str, parameters: &str, figures: &str, lines: &str) -> RegionPackage {
        let stated = format!("provenance = {{ status = 'explicit', source = {SOURCE} }}");
        let manifest = format!(
            "id = '{id}'\nname = 'X'\nswv = []\ndocuments = [{{ id = 'plan', title = 'P', publisher = 'P' }}]\n\
             [plan]\nfrom = '2024-01-01'\nto = '2027-12-31'\n{stated}"
        );
        let budget = format!(
            "sector = 'po'\ntable = 'detail'\ndocument = 'plan'\nsection = '7'\n\
             columns = [{{ id = '2024', year = 2024, kind = 'budget', label = 'x' }}, \
             {{ id = '2025', year = 2025, kind = 'budget', label = 'x' }}]\nrules = {{ stated = 'vastgesteld' }}\nlines = [{lines}]"
        );
        let files = [
            ("manifest.toml", manifest),
            ("parameters.toml", format!("parameters = [{parameters}]")),
            ("published/figures.toml", format!("figures = [{figures}]")),
            ("published/budget-po.toml", budget),
        ];
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, &*text.clone().into_bytes().leak())).collect();
        RegionPackage::read(PackageFiles::embedded(id.to_owned(), &files)).unwrap()
    }

    fn tariff(unit: &str, values: &[(&str, &str, &str)]) -> String {
        let value = |(from, until, value): &(&str, &str, &str)| {
            format!(
                "{{ from = '{from}', until = '{until}', value = '{value}', \
                 provenance = {{ status = 'explicit', source = {SOURCE} }} }}"
            )
        };
        let values: Vec<_> = values.iter().map(value).collect();
        format!(
            "{{ key = 'tarief', label = {{ nl = 'x', en = 'x' }}, unit = '{unit}', national = 'tlv', values = [{}] }}",
            values.join(", ")
        )
    }

    fn of_2024(value: &str) -> String {
        tariff("euro", &[("2024-01-01", "2024-12-31", value)])
    }

    fn line(values: &str) -> String {
        format!(
            "{{ id = 'afdracht', label = 'x', group = 'g', section = 'regel 2', kind = 'expense', national = 'tlv', \
             values = {{ {values} }} }}"
        )
    }

    fn found(packages: &[RegionPackage], of: u16) -> Vec<CrossRegionFinding> {
        let packages: Vec<_> = packages.iter().collect();
        disagreements(&packages, Sector::Po, CalendarYear::new(of).unwrap()).unwrap()
    }

    #[test]
    fn two_regions_that_state_one_amount_differently_are_a_finding_with_both_sources() {
        let packages = [package("een", &of_2024("6634.52"), "", ""), package("twee", &of_2024("6635"), "", "")];
        let found = found(&packages, 2024);
        assert_eq!(found.len(), 1);
        let finding = &found[0];
        assert_eq!(finding.id, "tlv@2024:een/tarief:twee/tarief");
        assert_eq!((finding.kind, &finding.difference), (FindingKind::CrossRegion, &ReportValue::Whole(48)));
        assert_eq!(finding.first.value, ReportValue::Whole(663_452));
        assert_eq!((finding.second.source.document.as_str(), finding.second.source.section.as_str()), ("plan", "1"));
        assert_eq!((finding.first.region.as_str(), finding.second.region.as_str()), ("een", "twee"));
    }

    #[test]
    fn regions_that_agree_however_they_write_it_are_no_finding() {
        let packages = [package("een", &of_2024("6635"), "", ""), package("twee", &of_2024("6635.00"), "", "")];
        assert_eq!(found(&packages, 2024), []);
    }

    #[test]
    fn amounts_of_different_years_or_of_another_unit_are_not_compared() {
        let later = tariff("euro", &[("2025-01-01", "2025-12-31", "7000")]);
        let packages = [package("een", &of_2024("6635"), "", ""), package("twee", &later, "", "")];
        assert_eq!((found(&packages, 2024), found(&packages, 2025)), (vec![], vec![]));
        let share = tariff("percent", &[("2024-01-01", "2024-12-31", "3.5")]);
        assert_eq!(found(&[package("een", &of_2024("6635"), "", ""), package("twee", &share, "", "")], 2024), []);
    }

    #[test]
    fn a_period_counts_on_1_january_from_its_first_day_to_its_last() {
        let changing = tariff("euro", &[("2023-01-01", "2024-01-01", "1"), ("2024-01-02", "2025-12-31", "2")]);
        let steady = tariff("euro", &[("2023-01-01", "2025-12-31", "1")]);
        let packages = [package("een", &changing, "", ""), package("twee", &steady, "", "")];
        assert_eq!([2023, 2024, 2025, 2026].map(|of| found(&packages, of).len()), [0, 0, 1, 0]);
    }

    #[test]
    fn a_silence_is_no_statement() {
        let silent = "{ key = 'tarief', label = { nl = 'x', en = 'x' }, unit = 'euro', national = 'tlv', \
                      values = [{ from = '2024-01-01', provenance = { status = 'silent' } }] }";
        assert_eq!(found(&[package("een", &of_2024("1"), "", ""), package("twee", silent, "", "")], 2024), []);
    }

    #[test]
    fn every_pair_of_three_regions_is_compared_once() {
        let packages = ["een", "twee", "drie"].map(|id| package(id, &of_2024(&id.len().to_string()), "", ""));
        let ids: Vec<_> = found(&packages, 2024).into_iter().map(|finding| finding.id).collect();
        let pair = |one: &str, other: &str| format!("tlv@2024:{one}/tarief:{other}/tarief");
        assert_eq!(ids, [pair("een", "twee"), pair("een", "drie")], "twee and drie agree");
    }

    #[test]
    fn exact_figures_are_compared_and_targets_and_estimates_are_not() {
        let figure = |value: &str, more: &str| {
            format!(
                "{{ id = 'landelijk', label = {{ nl = 'x', en = 'x' }}, unit = 'percent', sector = 'po', \
                 national = 'deelname', provenance = {{ status = 'explicit', source = {SOURCE} }}, \
                 values = [{{ year = 2024, value = '{value}'{more} }}] }}"
            )
        };
        let with = |value: &str, more: &str| {
            found(&[package("een", "", &figure("2.4", ""), ""), package("twee", "", &figure(value, more), "")], 2024)
        };
        assert_eq!(with("2.4", ""), []);
        assert_eq!(with("2.5", "")[0].difference, ReportValue::Decimal("0.1".parse().unwrap()));
        assert_eq!(with("2.5", ", basis = 'target'"), []);
        assert_eq!(with("2.5", ", approximate = 'circa'"), []);
    }

    #[test]
    fn a_budget_line_that_no_whole_number_of_pupils_gives_is_a_finding() {
        let with = |values: &str| {
            let (one, two) = (package("een", &of_2024("6634.52"), "", ""), package("twee", "", "", &line(values)));
            found(&[one, two], 2024)
        };
        // 602 pupils are 3.993.981,04.
        let finding = &with("2024 = '3993100', 2025 = '3875900'")[0];
        assert_eq!(finding.id, "tlv@2024:een/tarief:twee/afdracht@2024");
        assert_eq!(finding.difference, ReportValue::Whole(-88_104));
        assert!(finding.explanation.en.contains("602 pupils"), "{finding:?}");
        assert_eq!(finding.second.source.section, "7, regel 2");
        assert_eq!(with("2024 = '3994000', 2025 = '3875900'"), [], "printed in hundreds, 18,96 off");
        assert_eq!(with("2024 = '3994000', 2025 = '3875901'").len(), 1, "printed in euros, 18,96 off");
        assert_eq!(with("2025 = '3993100'"), [], "nothing is printed for the year");
    }

    #[test]
    fn the_print_rounds_to_half_its_unit_on_either_side() {
        let whole = |printed| no_whole_number(printed, Money::from_cents(10_000_00), 100_00).unwrap();
        assert_eq!((whole(20_050_00), whole(19_950_00)), (None, None));
        assert_eq!(whole(20_050_01), Some((2, Money::from_cents(50_01))));
        assert_eq!(whole(19_949_99), Some((2, Money::from_cents(-50_01))));
        assert_eq!(no_whole_number(1, Money::ZERO, 1), Ok(None), "nothing is a multiple of nothing");
    }

    #[test]
    fn the_budget_of_the_region_that_states_the_amount_is_not_compared_with_it() {
        let both = package("een", &of_2024("6634.52"), "", &line("2024 = '3993100'"));
        assert_eq!(found(&[both, package("twee", "", "", "")], 2024), []);
    }
}
