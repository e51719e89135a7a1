//! A case laid over a region's procedure, and over those of several regions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::calendar::KnownDays;
use swv_core::procedure::{
    Applies, Breach, CaseFile, CheckInput, Cost, Deadline, DeadlineStatus, FollowedCase, Following, Problem, Procedure,
    applying, follow,
};
use swv_core::{Capability, Citation, Date, Parameters, RegionId, Text};

use super::procedures::no_procedure;
use crate::{Region, RegionError, Silence, Supplied};

/// Where a case stands by the rules of one region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseReport {
    /// The region.
    pub region: RegionId,
    /// Which of the region's rules hold for the case, and why those.
    pub applies: Applies,
    /// Whether it is in order, as far as that can be said.
    pub standing: Standing,
    /// Where the case stands.
    #[serde(flatten)]
    pub case: FollowedCase,
    /// What the region's documents leave open in this procedure.
    pub silences: Vec<Silence>,
    /// Values that the user supplied in the place of the region's own.
    pub supplied: Vec<Supplied>,
}

/// Whether a case is in order, as far as that can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Something is wrong.
    Breached,
    /// Nothing is wrong, and something is missing.
    Incomplete,
    /// Nothing is wrong or missing, as far as that can be tested: the documents
    /// leave something open, or the end of a term is not known.
    Open,
    /// Nothing is wrong or missing, and all of it could be tested.
    InOrder,
}

impl Standing {
    fn of(case: &FollowedCase, silences: &[Silence]) -> Standing {
        let unknown = |deadline: &Deadline| deadline.status == DeadlineStatus::Unknown;
        match (case.problems.is_empty(), case.missing.is_empty()) {
            (false, _) => Standing::Breached,
            (true, false) => Standing::Incomplete,
            (true, true) if silences.iter().any(|silence| silence.untested) || case.deadlines.iter().any(unknown) => {
                Standing::Open
            }
            (true, true) => Standing::InOrder,
        }
    }

    /// What it says.
    ///
    /// ```
    /// assert_eq!(swv_region::Standing::Incomplete.text().nl, "geen fout gevonden, maar er ontbreekt iets");
    /// ```
    pub fn text(self) -> Text {
        match self {
            Standing::Breached => Text::new("niet in orde", "not in order"),
            Standing::Incomplete => {
                Text::new("geen fout gevonden, maar er ontbreekt iets", "nothing found wrong, but something is missing")
            }
            Standing::Open => Text::new(
                "geen fout gevonden; niet alles is te toetsen, want de documenten laten iets open",
                "nothing found wrong; not everything can be tested, as the documents leave something open",
            ),
            Standing::InOrder => Text::new("in orde", "in order"),
        }
    }
}

/// The same case by the rules of several regions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseComparison {
    /// The regions that state the procedure.
    pub cases: Vec<CaseReport>,
    /// The regions that do not.
    pub without: Vec<RegionId>,
}

impl CaseReport {
    /// Whether something is wrong with the case.
    pub fn is_breached(&self) -> bool {
        self.standing == Standing::Breached
    }

    /// Whether it is the last word: nothing is missing, and every day and
    /// amount is known.
    pub fn is_final(&self) -> bool {
        let case = &self.case;
        case.missing.is_empty()
            && case.deadlines.iter().all(|deadline| deadline.due.is_some())
            && case.costs.iter().all(|cost| cost.amount_cents.is_some())
    }
}

impl CaseComparison {
    /// Lays a case over the procedures of several regions. What only another
    /// region asks for is no problem, and stands under `not_used`. A region
    /// that is named twice counts once.
    ///
    /// # Errors
    /// As for [`Region::case`], but for a region that does not state the
    /// procedure where another does.
    pub fn new(
        regions: &[Region],
        case: &CaseFile,
        as_of: Date,
        days: &KnownDays,
    ) -> Result<CaseComparison, RegionError> {
        let mut stating = Vec::new();
        let mut without = Vec::new();
        let mut not_stated = None;
        for (nth, region) in regions.iter().enumerate() {
            if regions.iter().take(nth).any(|earlier| earlier.id() == region.id()) {
                continue;
            }
            match stated(region, case, as_of) {
                Ok((procedure, applies)) => stating.push((region, procedure, applies)),
                Err(error @ (RegionError::NoProcedure { .. } | RegionError::Sector { .. })) => {
                    without.push(region.id().clone());
                    not_stated.get_or_insert(error);
                }
                Err(error) => return Err(error),
            }
        }
        if let (true, Some(error)) = (stating.is_empty(), not_stated) {
            return Err(error);
        }
        let cases = stating.iter().enumerate().map(|(at, (region, procedure, applies))| {
            let others: Vec<Procedure> = stating
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, (_, other, _))| other.clone())
                .collect();
            laid_over(region, (procedure, applies.clone()), &others, case, as_of, days)
        });
        Ok(CaseComparison { cases: cases.collect::<Result<_, _>>()?, without })
    }
}

impl Region {
    /// Where a case stands on a day by the region's procedure that it names.
    ///
    /// # Errors
    /// As for [`Region::budget`]; [`RegionError::NoProcedure`] when the region
    /// states no procedure of that name. What is wrong with the case itself is
    /// no error: it stands in the report.
    pub fn case(&self, case: &CaseFile, as_of: Date, days: &KnownDays) -> Result<CaseReport, RegionError> {
        let (procedure, applies) = stated(self, case, as_of)?;
        laid_over(self, (&procedure, applies), &[], case, as_of, days)
    }
}

/// The region's procedure that the case names, as it holds for the case.
fn stated(region: &Region, case: &CaseFile, as_of: Date) -> Result<(Procedure, Applies), RegionError> {
    region.require(Some(Capability::Procedures), case.sector)?;
    let procedures = region.procedures()?;
    let versions: Vec<&Procedure> = procedures.iter().filter(|version| version.id == case.procedure).collect();
    let applying = applying(&versions, case, as_of);
    let (procedure, mut applies) = applying.ok_or_else(|| no_procedure(region, &case.procedure, procedures))?;
    if procedure.valid.is_always() {
        applies.outside = applies.on.and_then(|day| region.package().manifest.plan.outside(day));
    }
    Ok((procedure, applies))
}

fn laid_over(
    region: &Region,
    (procedure, applies): (&Procedure, Applies),
    others: &[Procedure],
    case: &CaseFile,
    as_of: Date,
    days: &KnownDays,
) -> Result<CaseReport, RegionError> {
    let package = region.package();
    let Some(entry) = package.manifest.swv.iter().find(|entry| entry.sector == case.sector) else {
        let has = package.manifest.swv.iter().map(|entry| entry.sector).collect();
        return Err(RegionError::Sector { region: region.id().clone(), sector: case.sector, has });
    };
    let of_costs =
        |cost: &Cost| cost.parameters().map(str::to_owned).chain(cost.months_at_most.clone()).collect::<Vec<_>>();
    let keys: Vec<String> = procedure.costs.iter().flat_map(of_costs).collect();
    let parameters = Parameters::new(package.values_of(&keys));
    let mut days = days.clone();
    days.region = days.region.or(package.manifest.holiday_region.as_ref().map(|entry| entry.region));
    let with = Following { procedure, swv: &entry.number, parameters: &parameters, days: &days, as_of, others };
    let mut followed = follow(with, case);
    followed.problems.extend(own_checks(region, procedure, case, as_of)?);
    followed.problems.sort_by_key(|problem| problem.event);
    let of_procedure = |silence: &&Silence| silence.is_of_procedure(&procedure.id, case.sector);
    let silences: Vec<Silence> = package.manifest.silences.iter().filter(of_procedure).cloned().collect();
    Ok(CaseReport {
        region: region.id().clone(),
        applies,
        standing: Standing::of(&followed, &silences),
        case: followed,
        silences,
        supplied: package.supplied().to_vec(),
    })
}

/// What the region's own code finds wrong, with where its rules stand.
fn own_checks(
    region: &Region,
    procedure: &Procedure,
    case: &CaseFile,
    as_of: Date,
) -> Result<Vec<Problem>, RegionError> {
    let places = CheckInput::places(procedure, case, as_of);
    let breaches = region.plugin().check_case(&CheckInput::new(procedure, case, as_of))?;
    let problem = |breach: Breach| {
        let event = breach.event.and_then(|event| places.get(event).copied());
        let name = event.and_then(|at| case.events.get(at)).map(|event| event.name.as_str());
        let place = match (event, name) {
            (Some(at), Some(name)) => format!("events[{at}] ({name})"),
            _ => "fields".to_owned(),
        };
        let check = procedure.checks.iter().find(|check| check.id == breach.check);
        let source = check.and_then(|check| Citation::of(&check.provenance));
        Problem { rule: breach.check, place, message: breach.message, source, event }
    };
    Ok(breaches.into_iter().map(problem).collect())
}
