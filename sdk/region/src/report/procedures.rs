//! A region's procedures, checked against its package.

use strsim::osa_distance;
use swv_core::procedure::{Applies, Cost, Procedure, held};
use swv_core::{Capability, Date, Provenance, Sector};

use crate::{Region, RegionError};

impl Region {
    /// The procedures of all its sectors; several of one id are versions, of
    /// which one follows the other.
    ///
    /// # Errors
    /// [`RegionError::Call`] when the region states none or its plugin gives
    /// no result; [`RegionError::Disagreement`] when one cites a document, or
    /// names a rule, a parameter or a sector, that the region does not have.
    pub fn procedures(&self) -> Result<&[Procedure], RegionError> {
        self.require_capability(Capability::Procedures)?;
        self.procedures.get(|| procedures(self)).map(Vec::as_slice)
    }

    /// The procedure of that id as it holds on a day, or else its newest
    /// version, with which rules those are.
    ///
    /// # Errors
    /// As for [`Region::procedures`]; [`RegionError::NoProcedure`] when the
    /// region states no procedure of that name.
    pub fn procedure(&self, id: &str, on: Option<Date>) -> Result<(Procedure, Applies), RegionError> {
        procedure_on(self, id, on)
    }
}

/// The procedures that the plugin states. Each cites documents that the
/// manifest names, and pays by rules and parameters that the region has.
fn procedures(region: &Region) -> Result<Vec<Procedure>, RegionError> {
    let stated = region.plugin().procedures()?;
    let package = region.package();
    let has = Has {
        documents: package.manifest.documents.iter().map(|document| document.id.as_str()).collect(),
        sectors: package.manifest.swv.iter().map(|entry| entry.sector).collect(),
        rules: region.description().rules.iter().map(|rule| rule.id.as_str()).collect(),
        parameters: package.parameters.parameters.iter().map(|parameter| parameter.key.as_str()).collect(),
    };
    match stated.iter().try_for_each(|procedure| has.check(procedure)) {
        Ok(()) => Ok(stated),
        Err(message) => Err(RegionError::Disagreement { place: package.manifest_place(), message }),
    }
}

/// The procedure of that id as it holds on a day, or else its newest version.
fn procedure_on(region: &Region, id: &str, on: Option<Date>) -> Result<(Procedure, Applies), RegionError> {
    let stated = region.procedures()?;
    let versions: Vec<&Procedure> = stated.iter().filter(|version| version.id == id).collect();
    let Some((procedure, mut applies)) = held(&versions, on) else { return Err(no_procedure(region, id, stated)) };
    if procedure.valid.is_always() {
        applies.outside = on.and_then(|day| region.package().manifest.plan.outside(day));
    }
    Ok((procedure, applies))
}

/// That a region states no procedure of that name, with those that it states.
pub(super) fn no_procedure(region: &Region, id: &str, stated: &[Procedure]) -> RegionError {
    let mut has: Vec<String> = stated.iter().map(|procedure| procedure.id.clone()).collect();
    has.sort_by_key(|known| osa_distance(id, known));
    has.dedup();
    RegionError::NoProcedure { region: region.id().clone(), procedure: id.to_owned(), has }
}

/// What a region has that its procedures may refer to.
struct Has<'a> {
    documents: Vec<&'a str>,
    sectors: Vec<Sector>,
    rules: Vec<&'a str>,
    parameters: Vec<&'a str>,
}

impl Has<'_> {
    fn check(&self, procedure: &Procedure) -> Result<(), String> {
        let id = &procedure.id;
        if let Some(sector) = procedure.sectors.iter().find(|sector| !self.sectors.contains(sector)) {
            return Err(format!("procedure {id} is for sector {sector}, which `swv` does not name"));
        }
        for (part, provenance) in parts(procedure) {
            let cited = provenance.source().map(|source| source.document.as_str());
            if let Some(cited) = cited.filter(|cited| !self.documents.contains(cited)) {
                return Err(format!(
                    "procedure {id}: {part} cites the document {cited:?}, which `documents` does not name"
                ));
            }
        }
        procedure.costs.iter().try_for_each(|cost| self.check_cost(id, cost))
    }

    fn check_cost(&self, procedure: &str, cost: &Cost) -> Result<(), String> {
        let Cost { id, rule, .. } = cost;
        if !self.rules.contains(&rule.as_str()) {
            return Err(format!(
                "procedure {procedure}: the cost {id} names the rule {rule}, which the plugin does not describe"
            ));
        }
        let mut read = cost.parameters().chain(cost.months_at_most.as_deref());
        match read.find(|parameter| !self.parameters.contains(parameter)) {
            Some(parameter) => Err(format!(
                "procedure {procedure}: the cost {id} reads the parameter {parameter}, which parameters.toml does not have"
            )),
            None => Ok(()),
        }
    }
}

/// Its parts, each with where it stands.
fn parts(procedure: &Procedure) -> Vec<(String, &Provenance)> {
    let named = |part: &str, id: &str| format!("the {part} {id}");
    let mut parts = vec![("the statement".to_owned(), &procedure.provenance)];
    parts.extend(procedure.jurisdiction.iter().map(|part| ("the jurisdiction".to_owned(), &part.provenance)));
    parts.extend(procedure.steps.iter().map(|part| (named("step", &part.id), &part.provenance)));
    parts.extend(procedure.requirements.iter().map(|part| (named("requirement", &part.id), &part.provenance)));
    parts.extend(procedure.terms.iter().map(|part| (named("term", &part.id), &part.provenance)));
    parts.extend(procedure.costs.iter().map(|part| (named("cost", &part.id), &part.provenance)));
    parts.extend(
        procedure.objections.iter().map(|part| (named("objection to", &part.decision.event), &part.provenance)),
    );
    parts.extend(procedure.checks.iter().map(|part| (named("check", &part.id), &part.provenance)));
    let clause = |provision: &str, clause: &str| format!("the criterion {provision} {clause}");
    parts.extend(procedure.criteria.iter().map(|part| (clause(&part.provision, &part.clause), &part.provenance)));
    parts
}

#[cfg(test)]
mod tests {
    use swv_core::procedure::stated;

    use super::*;

    /// A procedure with a part of every kind.
    const STATED: &str = r#"
        id = "aanvraag"
        nl = "aanvraag"
        en = "application"
        sectors = ["po"]
        document = "plan"
        section = "2"
        jurisdiction = { by = ["school"], section = "2" }
        actors = { school = { nl = "school", en = "school" } }
        states = [{ id = "open", nl = "open", en = "open", closed = true }]
        steps = [{ event = "aanvraag", by = "school", nl = "a", en = "a", section = "2" }]
        requirements = [{ id = "opp", by = "school", on = "aanvraag", nl = "a", en = "a", section = "2" }]
        terms = [{ id = "besluit", starts = "aanvraag", ends = { after = { weeks = 1 } }, nl = "a", en = "a", section = "2" }]
        objections = [{ on = "aanvraag", lodged_with = "school", nl = "a", en = "a", section = "2" }]
        criteria = [{ provision = "sbo", clause = "A", nl = "a", en = "a", section = "2" }]
        checks = [{ id = "toets", nl = "a", en = "a", section = "2" }]

        [[costs]]
        id = "vergoeding"
        nl = "a"
        en = "a"
        payer = "school"
        payee = "school"
        starts = "aanvraag"
        payment = "yearly"
        parameter = "bedrag"
        section = "2"
    "#;

    fn procedure() -> Procedure {
        toml::from_str::<stated::Procedure>(STATED).unwrap().read().unwrap()
    }

    fn check(procedure: &Procedure) -> Result<(), String> {
        let has = Has {
            documents: vec!["plan"],
            sectors: vec![Sector::Po],
            rules: vec!["vergoeding"],
            parameters: vec!["bedrag"],
        };
        has.check(procedure)
    }

    #[test]
    fn what_refers_to_what_the_region_has_is_sound() {
        assert_eq!(check(&procedure()), Ok(()));
    }

    #[test]
    fn a_document_that_the_manifest_does_not_name_is_refused_in_every_part() {
        let other = || {
            let source = swv_core::Source { document: "elders".to_owned(), section: "2".to_owned() };
            Provenance::new(swv_core::Status::Explicit, Some(source), None).unwrap()
        };
        let mut parts = vec![procedure(); 9];
        parts[0].provenance = other();
        parts[1].jurisdiction.as_mut().unwrap().provenance = other();
        parts[2].steps[0].provenance = other();
        parts[3].requirements[0].provenance = other();
        parts[4].terms[0].provenance = other();
        parts[5].costs[0].provenance = other();
        parts[6].objections[0].provenance = other();
        parts[7].criteria[0].provenance = other();
        parts[8].checks[0].provenance = other();
        let names = [
            "the statement",
            "the jurisdiction",
            "the step aanvraag",
            "the requirement opp",
            "the term besluit",
            "the cost vergoeding",
            "the objection to aanvraag",
            "the criterion sbo A",
            "the check toets",
        ];
        for (procedure, name) in parts.iter().zip(names) {
            let told =
                format!("procedure aanvraag: {name} cites the document \"elders\", which `documents` does not name");
            assert_eq!(check(procedure), Err(told));
        }
    }

    #[test]
    fn a_rule_a_parameter_and_a_sector_that_the_region_lacks_are_refused() {
        let mut changed = procedure();
        changed.costs[0].rule = "andere-regel".to_owned();
        assert!(check(&changed).unwrap_err().contains("names the rule andere-regel, which the plugin does not"));
        let mut changed = procedure();
        changed.costs[0].amount[0].of = "tarief".to_owned();
        assert!(check(&changed).unwrap_err().contains("reads the parameter tarief, which parameters.toml does not"));
        let mut changed = procedure();
        changed.sectors.push(Sector::Vo);
        assert!(check(&changed).unwrap_err().contains("is for sector vo, which `swv` does not name"));
    }
}
