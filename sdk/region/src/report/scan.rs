//! What the self-scans of schools mean by the norm of their region.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::norm::{Assessment, ItemAssessment, ScanResult, Verdict, assess};
use swv_core::{
    Answer, Capability, LocationCode, Missing, Norm, NormItem, NormLevel, NormStanding, RegionId, Sector, SelfScan,
    Text,
};

use super::norm::norm_of;
use crate::{Region, RegionError, ScanProblem};

/// What the self-scan of one school means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScanReport {
    /// The region whose norm it is judged by.
    pub region: RegionId,
    /// Whether that region sets a norm.
    pub norm_status: NormStanding,
    /// The sector of the norm.
    pub sector: Sector,
    /// The school's name.
    pub school: String,
    /// The code of its location.
    pub location: Option<LocationCode>,
    /// Its district.
    pub district: Option<String>,
    /// Its board.
    pub board: Option<String>,
    /// The day of the scan.
    #[schemars(with = "Option<String>")]
    pub scanned_on: Option<Date>,
    /// Whether school and answers are made up.
    pub synthetic: bool,
    /// What it means as a whole: only what is owed decides it.
    pub result: ScanResult,
    /// How far it is with the target norm; null where there is none.
    pub target: Option<Verdict>,
    /// Each item, in the order of the norm.
    pub per_item: Vec<ScanReportItem>,
    /// The items that it owes and does not do, or only in part.
    pub falls_short: Vec<String>,
    /// The items that it does not owe and does in part.
    pub works_towards: Vec<String>,
    /// The items to which nobody has given an answer.
    pub missing: Vec<Missing>,
}

/// One item of a norm, a school's answer and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScanReportItem {
    /// The item's id.
    pub id: String,
    /// The school's answer.
    pub answer: Answer,
    /// Whether it does what the item says; null where that is unknown.
    pub meets: Option<bool>,
    /// What the answer means.
    pub status: Verdict,
    /// How firmly a school is held to it.
    pub level: NormLevel,
    /// The part of the norm it stands in.
    pub aspect: Text,
    /// What the school does.
    pub obligation: Text,
}

/// What the self-scans of several schools mean, each and together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScansReport {
    /// The region.
    pub region: RegionId,
    /// The sector.
    pub sector: Sector,
    /// Whether any school is made up.
    pub synthetic: bool,
    /// Each school, in the order given.
    pub scans: Vec<ScanReport>,
    /// Together by district; the last without a name holds those of none.
    pub districts: Vec<ScanTotal>,
    /// Together by board, in the same way.
    pub boards: Vec<ScanTotal>,
    /// All together.
    pub whole: ScanTotal,
}

/// Several schools together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScanTotal {
    /// The district or board; null for schools that name none, and for all.
    pub name: Option<String>,
    /// How many schools.
    pub schools: usize,
    /// How many meet the norm.
    pub meets: usize,
    /// How many fall short of it.
    pub falls_short: usize,
    /// Of how many it is not known.
    pub unknown: usize,
    /// How many meet the whole target norm.
    pub meets_target: usize,
    /// How many do a part of it.
    pub works_towards_target: usize,
    /// The answers to each item.
    pub per_item: Vec<ItemTotal>,
}

/// The answers of several schools to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItemTotal {
    /// The item's id.
    pub id: String,
    /// How many do it.
    pub yes: usize,
    /// How many do a part of it.
    pub partly: usize,
    /// How many do not do it.
    pub no: usize,
    /// Of how many it is not known.
    pub unknown: usize,
}

impl Region {
    /// What self-scans mean by the region's norm, each and together. A name
    /// stands before each, for errors.
    ///
    /// # Errors
    /// As for [`Region::norm`]; [`RegionError::Scans`] with everything that is
    /// wrong with any of them.
    pub fn scans(&self, sector: Sector, scans: &[(String, SelfScan)]) -> Result<ScansReport, RegionError> {
        self.require(Some(Capability::Norm), sector)?;
        scans_report(self, sector, scans)
    }
}

fn scans_report(region: &Region, sector: Sector, scans: &[(String, SelfScan)]) -> Result<ScansReport, RegionError> {
    let (norm, _) = &norm_of(region, sector, None)?;
    let mut problems = Vec::new();
    let mut reports = Vec::new();
    let mut schools = Schools::default();
    for (at, (file, scan)) in scans.iter().enumerate() {
        if let Some((other, _)) = schools.earlier(at, scan).and_then(|earlier| scans.get(earlier)) {
            let (file, school, other) = (file.clone(), scan.school.clone(), other.clone());
            problems.push(ScanProblem::Twice { file, school, other });
        }
        match assess(norm, sector, scan) {
            Ok(assessment) => reports.push(report(region, norm.standing, scan, &assessment)),
            Err(faults) => {
                problems.extend(faults.into_iter().map(|fault| ScanProblem::Fault { file: file.clone(), fault }));
            }
        }
    }
    if !problems.is_empty() {
        return Err(RegionError::Scans(problems));
    }
    let all: Vec<&ScanReport> = reports.iter().collect();
    Ok(ScansReport {
        region: region.id().clone(),
        sector,
        synthetic: reports.iter().any(|report| report.synthetic),
        districts: by(norm, &reports, |report| report.district.clone()),
        boards: by(norm, &reports, |report| report.board.clone()),
        whole: total(norm, None, &all),
        scans: reports,
    })
}

/// The schools seen so far, each with the first scan of it. Two are the same by
/// the location code where both have one, and else by name, board and district.
#[derive(Default)]
struct Schools<'a> {
    locations: HashMap<&'a LocationCode, usize>,
    names: HashMap<Named<'a>, usize>,
    names_without_location: HashMap<Named<'a>, usize>,
}

type Named<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

impl<'a> Schools<'a> {
    /// The first scan of the same school, if there is one before this.
    fn earlier(&mut self, at: usize, scan: &'a SelfScan) -> Option<usize> {
        let name = (scan.school.as_str(), scan.board.as_deref(), scan.district.as_deref());
        let all = *self.names.entry(name).or_insert(at);
        let first = match &scan.location {
            Some(location) => {
                let there = *self.locations.entry(location).or_insert(at);
                self.names_without_location.get(&name).map_or(there, |without| there.min(*without))
            }
            None => {
                self.names_without_location.entry(name).or_insert(at);
                all
            }
        };
        (first < at).then_some(first)
    }
}

fn report(region: &Region, norm_status: NormStanding, scan: &SelfScan, assessment: &Assessment<'_>) -> ScanReport {
    let ids = |verdict| assessment.with(verdict).map(str::to_owned).collect::<Vec<_>>();
    let item = |judged: &ItemAssessment<'_>| ScanReportItem {
        id: judged.item.id.clone(),
        answer: judged.answer,
        meets: (judged.verdict != Verdict::Unknown).then_some(judged.verdict == Verdict::Meets),
        status: judged.verdict,
        level: judged.item.level,
        aspect: judged.item.aspect.clone(),
        obligation: judged.item.obligation.clone(),
    };
    let missing = |id: &str| Missing::new(id).for_recipient(&scan.school).supplied_by("the school's self-scan");
    ScanReport {
        region: region.id().clone(),
        norm_status,
        sector: scan.sector,
        school: scan.school.clone(),
        location: scan.location.clone(),
        district: scan.district.clone(),
        board: scan.board.clone(),
        scanned_on: scan.scanned_on,
        synthetic: scan.synthetic,
        result: assessment.result,
        target: assessment.target(),
        per_item: assessment.items.iter().map(item).collect(),
        falls_short: ids(Verdict::FallsShort),
        works_towards: ids(Verdict::WorksTowards),
        missing: assessment.with(Verdict::Unknown).map(missing).collect(),
    }
}

/// A total for each name, and one for the schools without.
fn by(norm: &Norm, reports: &[ScanReport], name: impl Fn(&ScanReport) -> Option<String>) -> Vec<ScanTotal> {
    let mut groups: BTreeMap<(bool, Option<String>), Vec<&ScanReport>> = BTreeMap::new();
    for report in reports {
        let name = name(report);
        groups.entry((name.is_none(), name)).or_default().push(report);
    }
    groups.into_iter().map(|((_, name), reports)| total(norm, name, &reports)).collect()
}

fn total(norm: &Norm, name: Option<String>, reports: &[&ScanReport]) -> ScanTotal {
    let results = |result| reports.iter().filter(|report| report.result == result).count();
    let targets = |verdict| reports.iter().filter(|report| report.target == Some(verdict)).count();
    // Each report has every item of the norm, in its order.
    let answers = |at: usize, answer| {
        let gave = |report: &&&ScanReport| report.per_item.get(at).is_some_and(|item| item.answer == answer);
        reports.iter().filter(gave).count()
    };
    let item = |(at, item): (usize, &NormItem)| ItemTotal {
        id: item.id.clone(),
        yes: answers(at, Answer::Yes),
        partly: answers(at, Answer::Partly),
        no: answers(at, Answer::No),
        unknown: answers(at, Answer::Unknown),
    };
    ScanTotal {
        name,
        schools: reports.len(),
        meets: results(ScanResult::Meets),
        falls_short: results(ScanResult::FallsShort),
        unknown: results(ScanResult::Unknown),
        meets_target: targets(Verdict::Meets),
        works_towards_target: targets(Verdict::WorksTowards),
        per_item: norm.items.iter().enumerate().map(item).collect(),
    }
}
