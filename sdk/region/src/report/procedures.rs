//! A region's procedures, checked against its package.

use swv_core::procedure::{Cost, Procedure};
use swv_core::{Provenance, Sector};

use super::RegionError;
use crate::Region;

/// The procedures that the plugin states. Each cites documents that the
/// manifest names, and pays by rules and parameters that the region has.
pub(crate) fn procedures(region: &Region) -> Result<Vec<Procedure>, RegionError> {
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
        let Cost { id, rule, parameter, .. } = cost;
        if !self.rules.contains(&rule.as_str()) {
            return Err(format!(
                "procedure {procedure}: the cost {id} names the rule {rule}, which the plugin does not describe"
            ));
        }
        if !self.parameters.contains(&parameter.as_str()) {
            return Err(format!(
                "procedure {procedure}: the cost {id} reads the parameter {parameter}, which parameters.toml does not have"
            ));
        }
        Ok(())
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
    let clause = |provision: &str, clause: &str| format!("the criterion {provision} {clause}");
    parts.extend(procedure.criteria.iter().map(|part| (clause(&part.provision, &part.clause), &part.provenance)));
    parts
}

#[cfg(test)]
mod tests {
    use swv_core::procedure::{
        Criterion, Jurisdiction, Objection, Payment, Provided, Requirement, Step, TermRule, on_event,
    };
    use swv_core::{Source, Status, Text};

    use super::*;

    fn stated_in(document: &str) -> Provenance {
        let source = Source { document: document.to_owned(), section: "2".to_owned() };
        Provenance::new(Status::Explicit, Some(source), None).unwrap()
    }

    fn school() -> Text {
        Text::new("school", "school")
    }

    fn procedure() -> Procedure {
        let cost = Cost::new(
            "vergoeding",
            ("vergoeding", "payment"),
            (&school(), &school()),
            ("bedrag", Payment::Yearly),
            on_event("aanvraag"),
            stated_in("plan"),
        );
        Procedure::new("aanvraag", ("aanvraag", "application"), &[Sector::Po], stated_in("plan"))
            .step(Step::new("aanvraag", ("aanvragen", "apply"), &school(), stated_in("plan")))
            .cost(cost)
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
        let other = || stated_in("elders");
        let provided = Provided { by: &school(), event: on_event("aanvraag") };
        let length = swv_core::calendar::Term::new(1, swv_core::calendar::TermUnit::Weeks).unwrap();
        let mut parts = vec![procedure(); 8];
        parts[0].provenance = other();
        parts[1].jurisdiction = Some(Jurisdiction { by: Vec::new(), provenance: other() });
        parts[2].steps[0].provenance = other();
        parts[3].requirements.push(Requirement::new("opp", ("opp", "plan"), provided, other()));
        parts[4].terms.push(TermRule::deadline("besluit", ("b", "d"), on_event("aanvraag"), length, other()));
        parts[5].costs[0].provenance = other();
        parts[6].objections.push(Objection {
            decision: on_event("aanvraag"),
            what: school(),
            lodged_with: school(),
            within: None,
            provenance: other(),
        });
        parts[7].criteria.push(Criterion::new("sbo", "A", ("a", "a"), other()));
        let names = [
            "the statement",
            "the jurisdiction",
            "the step aanvraag",
            "the requirement opp",
            "the term besluit",
            "the cost vergoeding",
            "the objection to aanvraag",
            "the criterion sbo A",
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
        changed.costs[0].parameter = "tarief".to_owned();
        assert!(check(&changed).unwrap_err().contains("reads the parameter tarief, which parameters.toml does not"));
        let mut changed = procedure();
        changed.sectors.push(Sector::Vo);
        assert!(check(&changed).unwrap_err().contains("is for sector vo, which `swv` does not name"));
    }
}
