//! Walks as data: `cases/procedures.toml` of a region's folder, no code. A walk
//! is one case, asked about on several days.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::calendar::KnownDays;
use swv_core::procedure::{CaseEvent, CaseFile};
use swv_core::{Date, Sector, SwvNumber};
use swv_region::{CaseReport, Region, Standing, school_holidays, working_days};

use crate::CaseFault;

/// A file of walks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WalksFile {
    /// The walks.
    pub walks: Vec<Walk>,
}

/// One case, asked about on several days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// The behaviour it shows, as a sentence.
    pub name: String,
    /// The procedure.
    pub procedure: String,
    /// The sector.
    #[serde(default = "primary")]
    pub sector: Sector,
    /// The samenwerkingsverband of the school.
    #[serde(default)]
    pub enrolled_in: Option<SwvNumber>,
    /// The samenwerkingsverband of the home address.
    #[serde(default)]
    pub resident_in: Option<SwvNumber>,
    /// What is known of the case as a whole.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// What happened, oldest first.
    #[serde(default)]
    pub events: Vec<CaseEvent>,
    /// The days on which it is asked about.
    pub moments: Vec<Moment>,
}

fn primary() -> Sector {
    Sector::Po
}

/// Where the case stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The day.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The state.
    pub state: String,
    /// The rules of everything that is missing.
    #[serde(default)]
    pub missing: BTreeSet<String>,
    /// The rules of everything that is wrong.
    #[serde(default)]
    pub problems: BTreeSet<String>,
    /// Every deadline by its rule: its last day, and how it stands, such as
    /// `2025-01-10 open`; `unknown` where it is not known.
    #[serde(default)]
    pub deadlines: BTreeMap<String, String>,
    /// What is kept until when, by its rule; not looked at when left out.
    #[serde(default)]
    pub retention: Option<BTreeMap<String, String>>,
    /// The last days for an objection; not looked at when left out.
    #[serde(default)]
    pub objections: Option<Vec<String>>,
    /// Every cost: its first day, its rule and its amount in euros, such as
    /// `2024-09-01 instroombudget 8000.00`; not looked at when left out.
    #[serde(default)]
    pub costs: Option<Vec<String>>,
    /// The steps that can come next; not looked at when left out.
    #[serde(default)]
    pub next: Option<BTreeSet<String>>,
    /// The provisions whose criteria fit; not looked at when left out.
    #[serde(default)]
    pub fits: Option<BTreeSet<String>>,
    /// Whether no clause of the criteria names the need; not looked at when
    /// left out.
    #[serde(default)]
    pub no_provision: Option<bool>,
    /// Whether the case is in order; not looked at when left out.
    #[serde(default)]
    pub standing: Option<Standing>,
}

/// Runs the walks; an empty list is a pass.
pub fn run_walks(region: &Region, file: &WalksFile) -> Vec<CaseFault> {
    let mut faults = Vec::new();
    for (walk, moment, report) in asked(region, file) {
        let name = format!("{}, on {}", walk.name, moment.as_of);
        match report {
            Ok(report) => faults.extend(differences(&name, moment, &report)),
            Err(error) => faults.push(CaseFault { name, expected: "a report".to_owned(), got: error }),
        }
    }
    faults
}

/// What the region says at each moment, whatever the walk expects: for
/// comparing two builds of the same rules.
pub fn walked(region: &Region, file: &WalksFile) -> Vec<Result<CaseReport, String>> {
    asked(region, file).into_iter().map(|(_, _, report)| report).collect()
}

fn asked<'a>(region: &Region, file: &'a WalksFile) -> Vec<(&'a Walk, &'a Moment, Result<CaseReport, String>)> {
    let days = KnownDays { working_days: working_days(), school_holidays: school_holidays(), region: None };
    let mut asked = Vec::new();
    for walk in &file.walks {
        let case = CaseFile {
            procedure: walk.procedure.clone(),
            key: "walk".to_owned(),
            sector: walk.sector,
            synthetic: true,
            enrolled_in: walk.enrolled_in.clone(),
            resident_in: walk.resident_in.clone(),
            fields: walk.fields.clone(),
            events: walk.events.clone(),
        };
        for moment in &walk.moments {
            // What has not happened yet is no part of the case on that day.
            let mut case = case.clone();
            case.events.retain(|event| event.on <= moment.as_of);
            let report = region.case(&case, moment.as_of, &days).map_err(|error| error.to_string());
            asked.push((walk, moment, report));
        }
    }
    asked
}

fn differences(name: &str, moment: &Moment, report: &CaseReport) -> Vec<CaseFault> {
    let case = &report.case;
    let mut faults = Vec::new();
    let mut differ = |what: &str, expected: String, got: String| {
        if expected != got {
            faults.push(CaseFault { name: format!("{name}, {what}"), expected, got });
        }
    };
    differ("state", moment.state.clone(), case.state.clone());
    let missing: BTreeSet<_> = case.missing.iter().map(|item| item.rule.clone()).collect();
    differ("missing", format!("{:?}", moment.missing), format!("{missing:?}"));
    let problems: BTreeSet<_> = case.problems.iter().map(|problem| problem.rule.clone()).collect();
    differ("problems", format!("{:?}", moment.problems), format!("{problems:?}"));
    let standing = |deadline: &swv_core::procedure::Deadline| {
        let status = deadline.status.as_str();
        deadline.due.map_or_else(|| status.to_owned(), |due| format!("{due} {status}"))
    };
    let deadlines: BTreeMap<_, _> =
        case.deadlines.iter().map(|deadline| (deadline.rule.clone(), standing(deadline))).collect();
    differ("deadlines", format!("{:?}", moment.deadlines), format!("{deadlines:?}"));
    let day = |day: Option<Date>| day.map_or_else(|| "unknown".to_owned(), |day| day.to_string());
    if let Some(expected) = &moment.retention {
        let kept: BTreeMap<_, _> =
            case.retention.iter().map(|period| (period.rule.clone(), day(period.until))).collect();
        differ("retention", format!("{expected:?}"), format!("{kept:?}"));
    }
    if let Some(expected) = &moment.objections {
        let until: Vec<_> = case.objections.iter().map(|objection| day(objection.until)).collect();
        differ("objections", format!("{expected:?}"), format!("{until:?}"));
    }
    if let Some(expected) = &moment.costs {
        let amount = |cost: &swv_core::procedure::FollowedCost| {
            let amount = cost.amount_cents.map_or_else(|| "unknown".to_owned(), |amount| amount.to_string());
            let back = if cost.kind == swv_core::procedure::CostKind::Recovery { "-" } else { "" };
            format!("{} {} {back}{amount}", cost.period.from, cost.rule)
        };
        let costs: Vec<_> = case.costs.iter().map(amount).collect();
        differ("costs", format!("{expected:?}"), format!("{costs:?}"));
    }
    if let Some(expected) = &moment.next {
        let next: BTreeSet<_> = case.next.iter().map(|step| step.step.clone()).collect();
        differ("next", format!("{expected:?}"), format!("{next:?}"));
    }
    if let Some(expected) = &moment.fits {
        let fits = case.criteria.iter().filter(|clause| clause.fits == swv_core::procedure::Fit::Yes);
        let fits: BTreeSet<_> = fits.map(|clause| clause.provision.clone()).collect();
        differ("fits", format!("{expected:?}"), format!("{fits:?}"));
    }
    if let Some(expected) = moment.no_provision {
        differ("no provision", expected.to_string(), case.no_provision.is_some().to_string());
    }
    if let Some(expected) = moment.standing {
        differ("standing", format!("{expected:?}"), format!("{:?}", report.standing));
    }
    faults
}
