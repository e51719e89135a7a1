//! From what a region writes to what is followed and shown.

use super::parts::{self, Cited, Stated};
use super::short::{Length, Needed, On, When};
use super::{CASE, Procedure};
use crate::calendar;
use crate::place::Place;
use crate::procedure::{
    self, AmountPart, Condition, DefinitionFault, DefinitionFaultKind, Extension, FieldKind, Payment, Since, TermEnd,
    Trigger,
};
use crate::{Provenance, Source, Status, Text};

impl Procedure {
    /// The procedure that is meant, with its actors and documents filled in.
    ///
    /// # Errors
    /// Everything that does not fit, all at once; see [`DefinitionFault`].
    pub fn read(&self) -> Result<procedure::Procedure, Vec<DefinitionFault>> {
        let mut reading = Reading { of: self, faults: Vec::new() };
        let read = reading.procedure();
        let Reading { mut faults, .. } = reading;
        match read {
            Some(read) if faults.is_empty() => {
                faults = read.faults();
                if faults.is_empty() { Ok(read) } else { Err(faults) }
            }
            _ => Err(faults),
        }
    }
}

/// A procedure while it is read, and what was found not to fit.
struct Reading<'a> {
    of: &'a Procedure,
    faults: Vec<DefinitionFault>,
}

impl Reading<'_> {
    fn procedure(&mut self) -> Option<procedure::Procedure> {
        let of = self.of;
        let cited = Cited { section: &of.section, document: None, interpreted: of.interpreted.as_deref() };
        let provenance = self.provenance(&Place::root(), cited);
        let jurisdiction = of.jurisdiction.as_ref().map(|stated| self.jurisdiction(stated));
        let states = each(&of.states, "states", |state, place| self.state(state, place));
        let steps = each(&of.steps, "steps", |step, place| self.step(step, place));
        let requirements = each(&of.requirements, "requirements", |one, place| self.requirement(one, place));
        let terms = each(&of.terms, "terms", |term, place| self.term(term, place));
        let costs = each(&of.costs, "costs", |cost, place| self.cost(cost, place));
        let objections = each(&of.objections, "objections", |one, place| self.objection(one, place));
        let criteria = each(&of.criteria, "criteria", |one, place| self.criterion(one, place));
        let checks = each(&of.checks, "checks", |check, place| {
            let provenance = self.provenance(place, check.cited())?;
            Some(procedure::Check { id: check.id.clone(), title: check.text(), provenance, valid: check.valid })
        });
        let fields = of.fields.iter().flat_map(|(event, fields)| fields.iter().map(move |field| (event, field)));
        Some(procedure::Procedure {
            id: of.id.clone(),
            title: Text::new(&of.nl, &of.en),
            sectors: of.sectors.clone(),
            provenance: provenance?,
            valid: of.valid,
            applies_on: of.applies_on.clone(),
            jurisdiction: jurisdiction.flatten(),
            states,
            steps,
            fields: fields.map(|(event, (name, stated))| field(event, name, stated)).collect(),
            requirements,
            terms,
            costs,
            objections,
            criteria,
            checks,
        })
    }

    fn jurisdiction(&mut self, stated: &parts::Jurisdiction) -> Option<procedure::Jurisdiction> {
        let cited = Cited {
            section: &stated.section,
            document: stated.document.as_deref(),
            interpreted: stated.interpreted.as_deref(),
        };
        let provenance = self.provenance(&Place::key("jurisdiction"), cited)?;
        Some(procedure::Jurisdiction { by: stated.by.clone(), home_first: conditions(&stated.home_first), provenance })
    }

    fn state(&mut self, state: &parts::State, place: &Place) -> Option<procedure::State> {
        let decides = match &state.decides {
            Some(actor) => Some(self.actor(place, "decides", actor)?),
            None => None,
        };
        Some(procedure::State {
            id: state.id.clone(),
            title: Text::new(&state.nl, &state.en),
            decides,
            closed: state.closed,
        })
    }

    fn step(&mut self, step: &parts::Step, place: &Place) -> Option<procedure::Step> {
        let actor = self.actor(place, "by", &step.by);
        Some(procedure::Step {
            id: step.id.as_ref().unwrap_or(&step.event).clone(),
            event: step.event.clone(),
            when: conditions(&step.when),
            title: step.text(),
            from: step.from.clone(),
            to: step.to.clone(),
            provenance: self.provenance(place, step.cited())?,
            valid: step.valid,
            actor: actor?,
        })
    }

    fn requirement(&mut self, stated: &parts::Requirement, place: &Place) -> Option<procedure::Requirement> {
        let supplier = self.actor(place, "by", &stated.by);
        let at_most_old = self.length(place, "at_most_old", stated.at_most_old);
        let at_least_since = self.length(place, "at_least_since", stated.at_least_since);
        Some(procedure::Requirement {
            id: stated.id.clone(),
            what: stated.text(),
            supplied_by: trigger(&stated.on),
            count: stated.count,
            when: conditions(&stated.when),
            where_differ: stated.where_differ.clone(),
            asked_in: stated.asked_in.clone(),
            needed_for: stated.needed_for.clone(),
            provenance: self.provenance(place, stated.cited())?,
            valid: stated.valid,
            supplier: supplier?,
            at_most_old: at_most_old?,
            age_on: stated.age_on.clone(),
            at_least_since: at_least_since?,
        })
    }

    fn term(&mut self, term: &parts::Term, place: &Place) -> Option<procedure::TermRule> {
        let ends = self.ends(&term.ends, place);
        let extended = match &term.extended {
            None => Some(None),
            Some(extended) => {
                let by = self.length(&place.clone().then("extended"), "by", Some(extended.by));
                by.flatten().map(|by| Some(Extension { on: trigger(&extended.on), by, until: extended.until.clone() }))
            }
        };
        Some(procedure::TermRule {
            id: term.id.clone(),
            what: term.text(),
            kind: term.kind,
            starts: trigger(&term.starts),
            counted_from: term.counted_from.clone(),
            from_last_required: term.from_last_required,
            met_by: term.met_by.iter().map(trigger).collect(),
            granted_by: term.granted_by.iter().map(trigger).collect(),
            suspended: term.suspended.as_ref().map(|stated| (trigger(&stated.from), trigger(&stated.until))),
            statutory: term.statutory,
            then: term.then.clone(),
            provenance: self.provenance(place, term.cited())?,
            valid: term.valid,
            ends: ends?,
            extended: extended?,
        })
    }

    fn ends(&mut self, ends: &parts::Ends, place: &Place) -> Option<TermEnd> {
        let at = place.clone().then("ends");
        Some(match ends {
            parts::Ends::After(length) => TermEnd::After(self.length(&at, "after", Some(*length))??),
            parts::Ends::Before(before) => {
                let length = self.length(&at.then("before"), "by", Some(before.by))??;
                TermEnd::Before(length, before.field.clone())
            }
            parts::Ends::OnField(field) => TermEnd::OnField(field.clone()),
            parts::Ends::BeforeHoliday(kind) => TermEnd::BeforeHoliday(*kind),
            parts::Ends::OnNext(day) => TermEnd::OnNext(*day),
        })
    }

    fn cost(&mut self, cost: &parts::Cost, place: &Place) -> Option<procedure::Cost> {
        let (payer, payee) = (self.actor(place, "payer", &cost.payer), self.actor(place, "payee", &cost.payee));
        let payment = match &cost.payment {
            parts::Payment::Once => Payment::Once,
            parts::Payment::Yearly => Payment::Yearly,
            parts::Payment::YearlyCounted(day) => Payment::YearlyCounted(*day),
            parts::Payment::SchoolYear => Payment::SchoolYear,
            parts::Payment::Nothing(why) => Payment::Nothing(why.clone()),
            parts::Payment::YearlyFromNextMonth(length) => Payment::YearlyFromNextMonth(self.length(
                &place.clone().then("payment"),
                "yearly_from_next_month",
                Some(*length),
            )??),
            parts::Payment::MonthlyFor(field) => Payment::MonthlyFor(field.clone()),
        };
        let since = self.since(cost, place);
        let whole = cost.parameter.iter().map(|of| AmountPart { of: of.clone(), share: None, less: false });
        let amount = whole.chain(cost.amount.iter().cloned()).collect();
        if cost.parameter.is_some() && !cost.amount.is_empty() {
            let place = place.clone().then("amount");
            self.faults.push(DefinitionFault { place, kind: DefinitionFaultKind::AmountTwice });
        }
        Some(procedure::Cost {
            id: cost.id.clone(),
            what: cost.text(),
            starts: trigger(&cost.starts),
            counted_from: cost.counted_from.clone(),
            counted_until: cost.counted_until.clone(),
            lasts_with: cost.lasts_with.clone(),
            when: conditions(&cost.when),
            ends: cost.ends.iter().map(trigger).collect(),
            not_before: cost.not_before.as_ref().map(trigger),
            payment,
            months_at_most: cost.months_at_most.clone(),
            amount,
            rule: cost.rule.as_ref().unwrap_or(&cost.id).clone(),
            provenance: self.provenance(place, cost.cited())?,
            valid: cost.valid,
            since: since?,
            payer: payer?,
            payee: payee?,
        })
    }

    /// How long ago another event has to be, in one of two ways.
    fn since(&mut self, cost: &parts::Cost, place: &Place) -> Option<Option<Since>> {
        let (key, stated, longer) = match (&cost.within, &cost.later_than) {
            (None, None) => return Some(None),
            (Some(within), None) => ("within", within, false),
            (None, Some(later)) => ("later_than", later, true),
            (Some(_), Some(_)) => {
                let place = place.clone().then("later_than");
                self.faults.push(DefinitionFault { place, kind: DefinitionFaultKind::WithinAndLater });
                return None;
            }
        };
        let by = self.length(&place.clone().then(key), "by", Some(stated.by))??;
        Some(Some(Since { event: stated.of.clone(), by, longer }))
    }

    fn objection(&mut self, stated: &parts::Objection, place: &Place) -> Option<procedure::Objection> {
        let lodged_with = self.actor(place, "lodged_with", &stated.lodged_with);
        let within = self.length(place, "within", stated.within);
        Some(procedure::Objection {
            decision: trigger(&stated.on),
            what: stated.text(),
            provenance: self.provenance(place, stated.cited())?,
            valid: stated.valid,
            lodged_with: lodged_with?,
            lodged_by: stated.lodged_by.as_ref().map(trigger),
            within: within?,
        })
    }

    fn criterion(&mut self, stated: &parts::Criterion, place: &Place) -> Option<procedure::Criterion> {
        let need =
            |need: &parts::Need| procedure::Need { fields: need.fields.clone(), at_least: need.from, at_most: need.to };
        Some(procedure::Criterion {
            provision: stated.provision.clone(),
            clause: stated.clause.clone(),
            title: stated.text(),
            when: conditions(&stated.when),
            all: stated.needs.iter().map(need).collect(),
            provenance: self.provenance(place, stated.cited())?,
            valid: stated.valid,
        })
    }

    /// The actor of that short name.
    fn actor(&mut self, place: &Place, key: &str, name: &str) -> Option<Text> {
        let actor = self.of.actors.get(name).cloned();
        if actor.is_none() {
            let known = self.of.actors.names().map(str::to_owned).collect();
            let kind = DefinitionFaultKind::Unknown { part: "actor", id: name.to_owned(), known };
            self.faults.push(DefinitionFault { place: place.clone().then(key), kind });
        }
        actor
    }

    /// The length as a term; none inside where there is none.
    fn length(&mut self, place: &Place, key: &str, length: Option<Length>) -> Option<Option<calendar::Term>> {
        let Some(length) = length else { return Some(None) };
        match length.try_into() {
            Ok(term) => Some(Some(term)),
            Err(error) => {
                let kind = DefinitionFaultKind::Length(error);
                self.faults.push(DefinitionFault { place: place.clone().then(key), kind });
                None
            }
        }
    }

    fn provenance(&mut self, place: &Place, cited: Cited<'_>) -> Option<Provenance> {
        let document = cited.document.unwrap_or(&self.of.document).to_owned();
        let source = Source { document, section: cited.section.to_owned() };
        let status = cited.interpreted.map_or(Status::Explicit, |_| Status::Interpreted);
        match Provenance::new(status, Some(source), cited.interpreted.map(str::to_owned)) {
            Ok(provenance) => Some(provenance),
            Err(error) => {
                let kind = DefinitionFaultKind::Provenance(error);
                self.faults.push(DefinitionFault { place: place.clone(), kind });
                None
            }
        }
    }
}

/// What is read of each part, with its place.
fn each<T, R>(stated: &[T], key: &str, mut read: impl FnMut(&T, &Place) -> Option<R>) -> Vec<R> {
    let places = (0..).map(|nth| Place::key(key).nth(nth));
    stated.iter().zip(places).filter_map(|(part, place)| read(part, &place)).collect()
}

fn field(event: &str, name: &str, stated: &parts::Field) -> procedure::Field {
    procedure::Field {
        name: name.to_owned(),
        event: Some(event.to_owned()).filter(|event| event != CASE),
        meaning: Text::new(&stated.nl, &stated.en),
        kind: FieldKind::from(&stated.kind),
        by_sector: stated.by_sector.clone(),
        needed: stated.needed.as_ref().map(|needed| match needed {
            Needed::Always(_) => Vec::new(),
            Needed::When(when) => conditions(when),
        }),
    }
}

fn conditions(when: &When) -> Vec<Condition> {
    let condition =
        |(field, words): (&str, &super::Words)| Condition { field: field.to_owned(), one_of: words.all().to_vec() };
    when.iter().map(condition).collect()
}

fn trigger(on: &On) -> Trigger {
    match on {
        On::Event(event) => Trigger { event: event.clone(), when: Vec::new() },
        On::Those(those) => Trigger { event: those.event.clone(), when: conditions(&those.when) },
    }
}
