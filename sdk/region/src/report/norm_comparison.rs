//! The norms of regions side by side, subject by subject, and against a
//! national norm.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use swv_core::norm::LayerStatus;
use swv_core::{
    Capability, NationalNorm, Norm, NormItem, NormLevel, NormStanding, NormSubject, RegionId, Sector, Text,
};

use super::norm::norm_of;
use crate::{Region, RegionError};

/// The norms of regions side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormComparison {
    /// The sector.
    pub sector: Sector,
    /// The regions, in the order of the columns.
    pub regions: Vec<NormComparedRegion>,
    /// Regions without the sector, or whose plugin states no norm.
    pub left_out: Vec<RegionId>,
    /// The national norm that they are held against, if one was given.
    pub national: Option<NationalLabel>,
    /// The subjects that any of them says something of.
    pub subjects: Vec<NormComparedSubject>,
    /// The subjects that all of them owe, the national norm included.
    pub same: Vec<String>,
}

/// A region in a comparison, and how it differs from the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormComparedRegion {
    /// The region.
    pub region: RegionId,
    /// Whether it sets a norm.
    pub status: NormStanding,
    /// What it chooses and why.
    pub explanation: Text,
    /// Subjects that only its schools owe.
    pub owed_only_here: Vec<String>,
    /// Subjects that are owed elsewhere and of which it says something less.
    pub less_here: Vec<String>,
    /// Subjects that are owed elsewhere and of which it says nothing.
    pub lacks: Vec<String>,
    /// Subjects that are owed elsewhere, where its documents are silent.
    pub unknown: Vec<String>,
    /// How it stands to the national norm, if one was given.
    pub against_national: Option<AgainstNational>,
}

/// How a region's norm stands to a national one, by subjects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AgainstNational {
    /// Owed by both.
    pub covers: Vec<String>,
    /// Owed nationally; the region says something less.
    pub less: Vec<String>,
    /// Owed nationally; the region says nothing.
    pub lacks: Vec<String>,
    /// Owed nationally; the region's documents are silent.
    pub unknown: Vec<String>,
    /// Owed in the region and not nationally.
    pub beyond: Vec<String>,
}

/// Which national norm regions are held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NationalLabel {
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub status: LayerStatus,
}

/// One subject in all regions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormComparedSubject {
    /// Its id.
    pub subject: String,
    /// What it is called.
    pub label: Text,
    /// What each region says of it.
    pub regions: BTreeMap<RegionId, NormHolding>,
    /// What the national norm says of it, if one was given.
    pub national: Option<NormHolding>,
}

/// What one norm says of a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormHolding {
    /// How firmly.
    pub held: Held,
    /// Its items on the subject.
    pub items: Vec<NormComparedItem>,
}

/// How firmly a norm holds a school to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// Every school owes something of it.
    Owed,
    /// The norm says something of it that is not owed.
    Stated,
    /// The norm says nothing of it; what the law demands holds all the same.
    Lacks,
    /// The region's documents are silent.
    Silent,
}

/// An item of a norm, in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NormComparedItem {
    /// Its id.
    pub id: String,
    /// How firmly a school is held to it.
    pub level: NormLevel,
    /// What the school does.
    pub obligation: Text,
    /// Whether the document calls it an obligation by law.
    pub statutory: bool,
}

impl NormComparison {
    /// Compares those of the regions that have the sector and state a norm,
    /// and holds them against a national one. A subject of which none says
    /// anything is left out.
    ///
    /// # Errors
    /// [`RegionError`] of the first region that gives no result.
    pub fn of(
        regions: &[Region],
        sector: Sector,
        national: Option<&NationalNorm>,
    ) -> Result<NormComparison, RegionError> {
        let states = |region: &&Region| {
            region.package().manifest.swv.iter().any(|entry| entry.sector == sector)
                && region.plugin().can(Capability::Norm)
        };
        let (regions, left_out): (Vec<&Region>, Vec<&Region>) = regions.iter().partition(states);
        let norms = regions
            .iter()
            .map(|region| Ok((region.id().clone(), norm_of(region, sector, None)?.0)))
            .collect::<Result<Vec<_>, RegionError>>()?;
        let subjects: Vec<_> =
            NormSubject::all().iter().filter_map(|subject| compared(subject, &norms, sector, national)).collect();
        let owed_by_all = |subject: &&NormComparedSubject| holdings(subject).all(|holding| holding.held == Held::Owed);
        Ok(NormComparison {
            sector,
            regions: norms.iter().map(|(id, norm)| differences(id, norm, &subjects, national.is_some())).collect(),
            left_out: left_out.iter().map(|region| region.id().clone()).collect(),
            national: national.map(|national| NationalLabel { title: national.title.clone(), status: national.status }),
            same: subjects.iter().filter(owed_by_all).map(|subject| subject.subject.clone()).collect(),
            subjects,
        })
    }
}

fn compared(
    subject: &NormSubject,
    norms: &[(RegionId, Norm)],
    sector: Sector,
    national: Option<&NationalNorm>,
) -> Option<NormComparedSubject> {
    let holding = |items: &[NormItem], otherwise: Held| {
        let on_subject = items.iter().filter(|item| item.subject == subject.id && item.sectors.contains(&sector));
        let items: Vec<_> = on_subject.map(compared_item).collect();
        let held = match items.iter().any(|item| item.level.is_owed()) {
            true => Held::Owed,
            false if items.is_empty() => otherwise,
            false => Held::Stated,
        };
        NormHolding { held, items }
    };
    let of_region = |(id, norm): &(RegionId, Norm)| {
        let otherwise = if norm.standing == NormStanding::Silent { Held::Silent } else { Held::Lacks };
        (id.clone(), holding(&norm.items, otherwise))
    };
    let compared = NormComparedSubject {
        subject: subject.id.to_owned(),
        label: subject.label(),
        regions: norms.iter().map(of_region).collect(),
        national: national.map(|national| holding(&national.items, Held::Lacks)),
    };
    let any = holdings(&compared).any(|holding| !holding.items.is_empty());
    any.then_some(compared)
}

fn compared_item(item: &NormItem) -> NormComparedItem {
    NormComparedItem {
        id: item.id.clone(),
        level: item.level,
        obligation: item.obligation.clone(),
        statutory: item.statutory,
    }
}

/// What each region and the national norm say of a subject.
fn holdings(subject: &NormComparedSubject) -> impl Iterator<Item = &NormHolding> {
    subject.regions.values().chain(&subject.national)
}

fn differences(
    id: &RegionId,
    norm: &Norm,
    subjects: &[NormComparedSubject],
    with_national: bool,
) -> NormComparedRegion {
    let here = |subject: &NormComparedSubject| subject.regions.get(id).map(|holding| holding.held);
    let elsewhere = |subject: &NormComparedSubject| {
        let others = subject.regions.iter().filter(|(other, _)| *other != id).map(|(_, holding)| holding);
        others.chain(&subject.national).any(|holding| holding.held == Held::Owed)
    };
    let nationally =
        |subject: &NormComparedSubject| subject.national.as_ref().is_some_and(|holding| holding.held == Held::Owed);
    let those = |chosen: &dyn Fn(&NormComparedSubject) -> bool| {
        subjects.iter().filter(|subject| chosen(subject)).map(|subject| subject.subject.clone()).collect::<Vec<_>>()
    };
    let owed_elsewhere = |held: Held| those(&|subject| elsewhere(subject) && here(subject) == Some(held));
    let owed_nationally = |held: Held| those(&|subject| nationally(subject) && here(subject) == Some(held));
    NormComparedRegion {
        region: id.clone(),
        status: norm.standing,
        explanation: norm.explanation.clone(),
        owed_only_here: those(&|subject| here(subject) == Some(Held::Owed) && !elsewhere(subject)),
        less_here: owed_elsewhere(Held::Stated),
        lacks: owed_elsewhere(Held::Lacks),
        unknown: owed_elsewhere(Held::Silent),
        against_national: with_national.then(|| AgainstNational {
            covers: owed_nationally(Held::Owed),
            less: owed_nationally(Held::Stated),
            lacks: owed_nationally(Held::Lacks),
            unknown: owed_nationally(Held::Silent),
            beyond: those(&|subject| here(subject) == Some(Held::Owed) && !nationally(subject)),
        }),
    }
}
