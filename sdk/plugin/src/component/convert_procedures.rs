//! Procedures, from the domain's types to WIT's; a case the other way.

use swv_core::Provenance;
use swv_core::calendar::{SchoolHolidayKind, Term, TermUnit};
use swv_core::procedure::{
    Breach, CaseEvent, CheckInput, Condition, Cost, Criterion, Field, FieldKind, Payment, Procedure, Requirement, Step,
    TermEnd, TermKind, TermRule, Tie, Trigger,
};

use super::Exported;
use super::convert::{date_in, failure_out, sector_in, sector_out, status_out, text_out};
use super::description::swv::region::types;
use super::procedures::exports::swv::region::procedures as wit;
use crate::Procedures;

impl<R: Procedures> wit::Guest for Exported<R> {
    fn outline() -> Result<Vec<wit::Procedure>, types::Failure> {
        super::report_panics();
        Ok(R::procedures().into_iter().map(procedure).collect())
    }

    fn check(file: wit::CaseFile) -> Result<Vec<wit::Problem>, types::Failure> {
        super::report_panics();
        let case = case_in(file).map_err(failure_out)?;
        Ok(R::check(&case).into_iter().map(problem).collect())
    }
}

fn case_in(file: wit::CaseFile) -> Result<CheckInput, swv_core::Failure> {
    let events = file.events.into_iter().map(|event| {
        Ok(CaseEvent { on: date_in(event.on)?, name: event.name, fields: event.fields.into_iter().collect() })
    });
    Ok(CheckInput {
        procedure: file.procedure,
        sector: sector_in(file.sector),
        as_of: date_in(file.as_of)?,
        fields: file.fields.into_iter().collect(),
        events: events.collect::<Result<_, swv_core::Failure>>()?,
    })
}

fn problem(breach: Breach) -> wit::Problem {
    wit::Problem {
        rule: breach.rule,
        event: breach.event.and_then(|event| u32::try_from(event).ok()),
        message: text_out(breach.message),
        provenance: provenance(breach.provenance),
    }
}

fn procedure(given: Procedure) -> wit::Procedure {
    wit::Procedure {
        id: given.id,
        title: text_out(given.title),
        sectors: given.sectors.into_iter().map(sector_out).collect(),
        provenance: provenance(given.provenance),
        jurisdiction: given.jurisdiction.map(|given| wit::Jurisdiction {
            by: given
                .by
                .into_iter()
                .map(|tie| match tie {
                    Tie::School => wit::Tie::School,
                    Tie::Home => wit::Tie::Home,
                })
                .collect(),
            provenance: provenance(given.provenance),
        }),
        states: given
            .states
            .into_iter()
            .map(|state| wit::State {
                id: state.id,
                title: text_out(state.title),
                decides: state.decides.map(text_out),
                closed: state.closed,
            })
            .collect(),
        steps: given.steps.into_iter().map(step).collect(),
        fields: given.fields.into_iter().map(field).collect(),
        requirements: given.requirements.into_iter().map(requirement).collect(),
        terms: given.terms.into_iter().map(term).collect(),
        costs: given.costs.into_iter().map(cost).collect(),
        objections: given
            .objections
            .into_iter()
            .map(|objection| wit::Objection {
                decision: trigger(objection.decision),
                what: text_out(objection.what),
                lodged_with: text_out(objection.lodged_with),
                within: objection.within.map(length),
                provenance: provenance(objection.provenance),
            })
            .collect(),
        criteria: given.criteria.into_iter().map(criterion).collect(),
    }
}

fn step(given: Step) -> wit::Step {
    wit::Step {
        id: given.id,
        event: given.event,
        when: conditions(given.when),
        title: text_out(given.title),
        actor: text_out(given.actor),
        from: given.from,
        to: given.to,
        provenance: provenance(given.provenance),
    }
}

fn field(given: Field) -> wit::Field {
    wit::Field {
        name: given.name,
        event: given.event,
        meaning: text_out(given.meaning),
        kind: match given.kind {
            FieldKind::YesNo => wit::FieldKind::YesNo,
            FieldKind::Date => wit::FieldKind::Date,
            FieldKind::Number => wit::FieldKind::Number,
            FieldKind::OneOf(words) => wit::FieldKind::OneOf(words),
            FieldKind::Swv => wit::FieldKind::Swv,
            FieldKind::Label => wit::FieldKind::Label,
        },
        needed: given.needed.map(conditions),
    }
}

fn requirement(given: Requirement) -> wit::Requirement {
    wit::Requirement {
        id: given.id,
        what: text_out(given.what),
        supplier: text_out(given.supplier),
        supplied_by: trigger(given.supplied_by),
        count: given.count,
        when: conditions(given.when),
        asked_in: given.asked_in,
        needed_for: given.needed_for,
        at_most_old: given.at_most_old.map(length),
        at_least_since: given.at_least_since.map(length),
        provenance: provenance(given.provenance),
    }
}

fn term(given: TermRule) -> wit::Term {
    wit::Term {
        id: given.id,
        what: text_out(given.what),
        kind: match given.kind {
            TermKind::Deadline => wit::TermKind::Deadline,
            TermKind::Validity => wit::TermKind::Validity,
            TermKind::Retention => wit::TermKind::Retention,
        },
        starts: trigger(given.starts),
        counted_from: given.counted_from,
        ends: match given.ends {
            TermEnd::After(term) => wit::TermEnd::After(length(term)),
            TermEnd::Before(term, field) => wit::TermEnd::Before((length(term), field)),
            TermEnd::OnField(field) => wit::TermEnd::OnField(field),
            TermEnd::BeforeHoliday(holiday) => wit::TermEnd::BeforeHoliday(match holiday {
                SchoolHolidayKind::Herfst => wit::SchoolHoliday::Herfst,
                SchoolHolidayKind::Kerst => wit::SchoolHoliday::Kerst,
                SchoolHolidayKind::Voorjaar => wit::SchoolHoliday::Voorjaar,
                SchoolHolidayKind::Mei => wit::SchoolHoliday::Mei,
                SchoolHolidayKind::Zomer => wit::SchoolHoliday::Zomer,
            }),
        },
        met_by: given.met_by.into_iter().map(trigger).collect(),
        suspended: given.suspended.map(|(from, until)| (trigger(from), trigger(until))),
        extended: given.extended.map(|(by, term)| (trigger(by), length(term))),
        statutory: given.statutory,
        then: given.then.map(text_out),
        provenance: provenance(given.provenance),
    }
}

fn cost(given: Cost) -> wit::Cost {
    wit::Cost {
        id: given.id,
        what: text_out(given.what),
        payer: text_out(given.payer),
        payee: text_out(given.payee),
        starts: trigger(given.starts),
        counted_from: given.counted_from,
        counted_until: given.counted_until,
        when: conditions(given.when),
        ends: given.ends.into_iter().map(trigger).collect(),
        payment: match given.payment {
            Payment::Yearly => wit::Payment::Yearly,
            Payment::YearlyFromNextMonth(term) => wit::Payment::YearlyFromNextMonth(length(term)),
            Payment::MonthlyFor(field) => wit::Payment::MonthlyFor(field),
        },
        parameter: given.parameter,
        rule: given.rule,
        provenance: provenance(given.provenance),
    }
}

fn criterion(given: Criterion) -> wit::Criterion {
    wit::Criterion {
        provision: given.provision,
        clause: given.clause,
        title: text_out(given.title),
        when: conditions(given.when),
        all: given
            .all
            .into_iter()
            .map(|need| wit::Need { fields: need.fields, at_least: need.at_least, at_most: need.at_most })
            .collect(),
        provenance: provenance(given.provenance),
    }
}

fn trigger(given: Trigger) -> wit::Trigger {
    wit::Trigger { event: given.event, when: conditions(given.when) }
}

fn conditions(given: Vec<Condition>) -> Vec<wit::Condition> {
    given.into_iter().map(|given| wit::Condition { field: given.field, one_of: given.one_of }).collect()
}

fn length(given: Term) -> wit::Length {
    wit::Length {
        count: given.length(),
        unit: match given.unit() {
            TermUnit::Days => wit::Unit::Days,
            TermUnit::Weeks => wit::Unit::Weeks,
            TermUnit::Months => wit::Unit::Months,
            TermUnit::Years => wit::Unit::Years,
        },
    }
}

/// What a plugin states always has a source: one without says `""`, which the
/// host refuses.
fn provenance(given: Provenance) -> wit::Provenance {
    let (document, section) =
        given.source().map(|source| (source.document.clone(), source.section.clone())).unwrap_or_default();
    wit::Provenance {
        source: types::Source { document, section },
        status: status_out(given.status()),
        reasoning: given.reasoning().map(str::to_owned),
    }
}
