//! A norm as the plugin gives it, to the domain's own types.

use jiff::civil::Date;
use swv_core::{AgendaItem, Norm, NormItem, NormLevel, NormStanding, Provenance};

use super::component::bindings::exports::swv::region::norm as wit_norm;
use super::component::bindings::swv::region::types as wit;
use super::convert::{Promise, sector_back, source, status, text};

pub(super) fn norm(given: wit_norm::Norm) -> Result<Norm, Promise> {
    Ok(Norm {
        standing: match given.standing {
            wit_norm::Standing::Norm => NormStanding::Norm,
            wit_norm::Standing::NoneByChoice => NormStanding::NoneByChoice,
            wit_norm::Standing::Silent => NormStanding::Silent,
        },
        explanation: text(given.explanation),
        provenance: provenance("norm", given.provenance)?,
        items: given.items.into_iter().map(item).collect::<Result<_, _>>()?,
        agenda: given.agenda.into_iter().map(agenda_item).collect::<Result<_, _>>()?,
    })
}

fn item(given: wit_norm::Item) -> Result<NormItem, Promise> {
    Ok(NormItem {
        provenance: provenance(&given.id, given.provenance)?,
        id: given.id,
        subject: given.subject,
        aspect: text(given.aspect),
        level: match given.level {
            wit_norm::Level::Basis => NormLevel::Basis,
            wit_norm::Level::OwedInstead => NormLevel::OwedInstead,
            wit_norm::Level::Target => NormLevel::Target,
            wit_norm::Level::Specialised => NormLevel::Specialised,
            wit_norm::Level::Advised => NormLevel::Advised,
            wit_norm::Level::Described => NormLevel::Described,
        },
        document_level: given.document_level,
        sectors: given.sectors.into_iter().map(sector_back).collect(),
        obligation: text(given.obligation),
        responsible: given.responsible.map(text),
        statutory: given.statutory,
    })
}

fn agenda_item(given: wit_norm::AgendaItem) -> Result<AgendaItem, Promise> {
    Ok(AgendaItem {
        provenance: provenance(&given.id, given.provenance)?,
        until: given.until.map(|until| date(&given.id, until)).transpose()?,
        id: given.id,
        what: text(given.what),
        who: text(given.who),
        term: given.term,
    })
}

fn provenance(place: &str, given: wit_norm::Provenance) -> Result<Provenance, Promise> {
    Provenance::new(status(given.status), given.source.map(source), given.reasoning)
        .map_err(|error| format!("norm: {place}: {error}"))
}

fn date(place: &str, given: wit::Date) -> Result<Date, Promise> {
    let (year, month, day) = (given.year, given.month, given.day);
    let read = |part: u8| i8::try_from(part).unwrap_or_default();
    Date::new(year, read(month), read(day))
        .map_err(|_| format!("norm: {place}: {year}-{month}-{day} is no day of the calendar"))
}
