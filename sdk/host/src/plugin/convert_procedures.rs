//! Procedures, from the bindings' types to the domain's; a case the other way.

use swv_core::Provenance;
use swv_core::calendar::{SchoolHolidayKind, Term, TermUnit};
use swv_core::procedure::{
    Breach, CheckInput, Condition, Cost, Criterion, Field, FieldKind, Jurisdiction, Need, Objection, Payment,
    Procedure, Requirement, State, Step, TermEnd, TermKind, TermRule, Tie, Trigger,
};

use super::component::bindings::exports::swv::region::procedures as wit;
use super::convert::{self, Promise, date, sector, sector_back, text};

pub(super) fn case(input: &CheckInput) -> wit::CaseFile {
    let fields = |fields: &std::collections::BTreeMap<String, String>| {
        fields.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
    };
    wit::CaseFile {
        procedure: input.procedure.clone(),
        sector: sector(input.sector),
        as_of: date(input.as_of),
        fields: fields(&input.fields),
        events: input
            .events
            .iter()
            .map(|event| wit::Event { on: date(event.on), name: event.name.clone(), fields: fields(&event.fields) })
            .collect(),
    }
}

pub(super) fn breach(given: wit::Problem) -> Result<Breach, Promise> {
    Ok(Breach {
        provenance: provenance(&given.rule, given.provenance)?,
        rule: given.rule,
        event: given.event.and_then(|event| usize::try_from(event).ok()),
        message: text(given.message),
    })
}

pub(super) fn procedure(given: wit::Procedure) -> Result<Procedure, Promise> {
    let place = format!("procedure {}", given.id);
    let jurisdiction = given.jurisdiction.map(|given| {
        let provenance = provenance(&format!("{place}, jurisdiction"), given.provenance)?;
        let tie = |tie| match tie {
            wit::Tie::School => Tie::School,
            wit::Tie::Home => Tie::Home,
        };
        Ok::<_, Promise>(Jurisdiction { by: given.by.into_iter().map(tie).collect(), provenance })
    });
    let state = |state: wit::State| State {
        id: state.id,
        title: text(state.title),
        decides: state.decides.map(text),
        closed: state.closed,
    };
    Ok(Procedure {
        title: text(given.title),
        sectors: given.sectors.into_iter().map(sector_back).collect(),
        provenance: provenance(&place, given.provenance)?,
        jurisdiction: jurisdiction.transpose()?,
        states: given.states.into_iter().map(state).collect(),
        steps: each(given.steps, step)?,
        fields: given.fields.into_iter().map(field).collect(),
        requirements: each(given.requirements, requirement)?,
        terms: each(given.terms, term)?,
        costs: each(given.costs, cost)?,
        objections: each(given.objections, objection)?,
        criteria: each(given.criteria, criterion)?,
        id: given.id,
    })
}

fn each<T, U>(given: Vec<T>, convert: fn(T) -> Result<U, Promise>) -> Result<Vec<U>, Promise> {
    given.into_iter().map(convert).collect()
}

fn step(given: wit::Step) -> Result<Step, Promise> {
    Ok(Step {
        provenance: provenance(&format!("step {}", given.id), given.provenance)?,
        id: given.id,
        event: given.event,
        when: conditions(given.when),
        title: text(given.title),
        actor: text(given.actor),
        from: given.from,
        to: given.to,
    })
}

fn field(given: wit::Field) -> Field {
    Field {
        name: given.name,
        event: given.event,
        meaning: text(given.meaning),
        kind: match given.kind {
            wit::FieldKind::YesNo => FieldKind::YesNo,
            wit::FieldKind::Date => FieldKind::Date,
            wit::FieldKind::Number => FieldKind::Number,
            wit::FieldKind::OneOf(words) => FieldKind::OneOf(words),
            wit::FieldKind::Swv => FieldKind::Swv,
            wit::FieldKind::Label => FieldKind::Label,
        },
        needed: given.needed.map(conditions),
    }
}

fn requirement(given: wit::Requirement) -> Result<Requirement, Promise> {
    Ok(Requirement {
        provenance: provenance(&format!("requirement {}", given.id), given.provenance)?,
        id: given.id,
        what: text(given.what),
        supplier: text(given.supplier),
        supplied_by: trigger(given.supplied_by),
        count: given.count,
        when: conditions(given.when),
        asked_in: given.asked_in,
        needed_for: given.needed_for,
        at_most_old: given.at_most_old.map(length).transpose()?,
        at_least_since: given.at_least_since.map(length).transpose()?,
    })
}

fn term(given: wit::Term) -> Result<TermRule, Promise> {
    Ok(TermRule {
        provenance: provenance(&format!("term {}", given.id), given.provenance)?,
        id: given.id,
        what: text(given.what),
        kind: match given.kind {
            wit::TermKind::Deadline => TermKind::Deadline,
            wit::TermKind::Validity => TermKind::Validity,
            wit::TermKind::Retention => TermKind::Retention,
        },
        starts: trigger(given.starts),
        counted_from: given.counted_from,
        ends: match given.ends {
            wit::TermEnd::After(term) => TermEnd::After(length(term)?),
            wit::TermEnd::Before((term, field)) => TermEnd::Before(length(term)?, field),
            wit::TermEnd::OnField(field) => TermEnd::OnField(field),
            wit::TermEnd::BeforeHoliday(holiday) => TermEnd::BeforeHoliday(match holiday {
                wit::SchoolHoliday::Herfst => SchoolHolidayKind::Herfst,
                wit::SchoolHoliday::Kerst => SchoolHolidayKind::Kerst,
                wit::SchoolHoliday::Voorjaar => SchoolHolidayKind::Voorjaar,
                wit::SchoolHoliday::Mei => SchoolHolidayKind::Mei,
                wit::SchoolHoliday::Zomer => SchoolHolidayKind::Zomer,
            }),
        },
        met_by: given.met_by.into_iter().map(trigger).collect(),
        suspended: given.suspended.map(|(from, until)| (trigger(from), trigger(until))),
        extended: match given.extended {
            Some((by, term)) => Some((trigger(by), length(term)?)),
            None => None,
        },
        statutory: given.statutory,
        then: given.then.map(text),
    })
}

fn cost(given: wit::Cost) -> Result<Cost, Promise> {
    Ok(Cost {
        provenance: provenance(&format!("cost {}", given.id), given.provenance)?,
        id: given.id,
        what: text(given.what),
        payer: text(given.payer),
        payee: text(given.payee),
        starts: trigger(given.starts),
        counted_from: given.counted_from,
        counted_until: given.counted_until,
        when: conditions(given.when),
        ends: given.ends.into_iter().map(trigger).collect(),
        payment: match given.payment {
            wit::Payment::Yearly => Payment::Yearly,
            wit::Payment::YearlyFromNextMonth(term) => Payment::YearlyFromNextMonth(length(term)?),
            wit::Payment::MonthlyFor(field) => Payment::MonthlyFor(field),
        },
        parameter: given.parameter,
        rule: given.rule,
    })
}

fn objection(given: wit::Objection) -> Result<Objection, Promise> {
    Ok(Objection {
        provenance: provenance("objection", given.provenance)?,
        decision: trigger(given.decision),
        what: text(given.what),
        lodged_with: text(given.lodged_with),
        within: given.within.map(length).transpose()?,
    })
}

fn criterion(given: wit::Criterion) -> Result<Criterion, Promise> {
    let need = |need: wit::Need| Need { fields: need.fields, at_least: need.at_least, at_most: need.at_most };
    Ok(Criterion {
        provenance: provenance(&format!("criterion {} {}", given.provision, given.clause), given.provenance)?,
        provision: given.provision,
        clause: given.clause,
        title: text(given.title),
        when: conditions(given.when),
        all: given.all.into_iter().map(need).collect(),
    })
}

fn trigger(given: wit::Trigger) -> Trigger {
    Trigger { event: given.event, when: conditions(given.when) }
}

fn conditions(given: Vec<wit::Condition>) -> Vec<Condition> {
    given.into_iter().map(|given| Condition { field: given.field, one_of: given.one_of }).collect()
}

fn length(given: wit::Length) -> Result<Term, Promise> {
    let unit = match given.unit {
        wit::Unit::Days => TermUnit::Days,
        wit::Unit::Weeks => TermUnit::Weeks,
        wit::Unit::Months => TermUnit::Months,
        wit::Unit::Years => TermUnit::Years,
    };
    Term::new(given.count, unit).map_err(|error| error.to_string())
}

fn provenance(place: &str, given: wit::Provenance) -> Result<Provenance, Promise> {
    convert::provenance(given.source, given.status, given.reasoning).map_err(|error| format!("{place}: {error}"))
}
