//! Documents as they are; a case to the domain's types, and what it breaks
//! back.

use swv_core::procedure::{Breach, CaseEvent, CheckInput};

use super::Exported;
use super::convert::{date_in, failure_out, sector_in, text_out};
use super::description::swv::region::types;
use super::norm::exports::swv::region::norm as wit_norm;
use super::procedures::exports::swv::region::procedures as wit;
use crate::{Norms, Procedures};

impl<R: Procedures> wit::Guest for Exported<R> {
    fn statement() -> Result<String, types::Failure> {
        super::report_panics();
        R::statement().map(Into::into).map_err(failure_out)
    }

    fn check(input: wit::CheckInput) -> Result<Vec<wit::Breach>, types::Failure> {
        super::report_panics();
        let input = input_in(input).map_err(failure_out)?;
        Ok(R::check(&input).into_iter().map(breach).collect())
    }
}

impl<R: Norms> wit_norm::Guest for Exported<R> {
    fn statement() -> Result<String, types::Failure> {
        super::report_panics();
        R::statement().map(Into::into).map_err(failure_out)
    }
}

fn input_in(input: wit::CheckInput) -> Result<CheckInput, swv_core::Failure> {
    let events = input.events.into_iter().map(|event| {
        Ok(CaseEvent { on: date_in(event.on)?, name: event.name, fields: event.fields.into_iter().collect() })
    });
    Ok(CheckInput {
        procedure: input.procedure,
        sector: sector_in(input.sector),
        as_of: date_in(input.as_of)?,
        checks: input.checks,
        fields: input.fields.into_iter().collect(),
        events: events.collect::<Result<_, swv_core::Failure>>()?,
    })
}

fn breach(breach: Breach) -> wit::Breach {
    wit::Breach {
        check: breach.check,
        event: breach.event.and_then(|event| u32::try_from(event).ok()),
        message: text_out(breach.message),
    }
}
