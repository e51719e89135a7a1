//! A norm on its way to the host.

use swv_core::{AgendaItem, Norm, NormItem, NormLevel, NormStanding, Provenance};

use super::Exported;
use super::convert::{failure_out, sector_in, sector_out, status_out, text_out};
use super::description::swv::region::types as wit;
use super::norm::exports::swv::region::norm as wit_norm;
use crate::Norms;

impl<R: Norms> wit_norm::Guest for Exported<R> {
    fn describe(sector: wit::Sector) -> Result<wit_norm::Norm, wit::Failure> {
        super::report_panics();
        R::norm(sector_in(sector)).map(norm_out).map_err(failure_out)
    }
}

fn norm_out(norm: Norm) -> wit_norm::Norm {
    wit_norm::Norm {
        standing: match norm.standing {
            NormStanding::Norm => wit_norm::Standing::Norm,
            NormStanding::NoneByChoice => wit_norm::Standing::NoneByChoice,
            NormStanding::Silent => wit_norm::Standing::Silent,
        },
        explanation: text_out(norm.explanation),
        provenance: provenance_out(&norm.provenance),
        items: norm.items.into_iter().map(item_out).collect(),
        agenda: norm.agenda.into_iter().map(agenda_out).collect(),
    }
}

fn item_out(item: NormItem) -> wit_norm::Item {
    wit_norm::Item {
        provenance: provenance_out(&item.provenance),
        id: item.id,
        subject: item.subject,
        aspect: text_out(item.aspect),
        level: match item.level {
            NormLevel::Basis => wit_norm::Level::Basis,
            NormLevel::OwedInstead => wit_norm::Level::OwedInstead,
            NormLevel::Target => wit_norm::Level::Target,
            NormLevel::Specialised => wit_norm::Level::Specialised,
            NormLevel::Advised => wit_norm::Level::Advised,
            NormLevel::Described => wit_norm::Level::Described,
        },
        document_level: item.document_level,
        sectors: item.sectors.into_iter().map(sector_out).collect(),
        obligation: text_out(item.obligation),
        responsible: item.responsible.map(text_out),
        statutory: item.statutory,
    }
}

fn agenda_out(item: AgendaItem) -> wit_norm::AgendaItem {
    let date = |date: jiff::civil::Date| wit::Date {
        year: date.year(),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    };
    wit_norm::AgendaItem {
        provenance: provenance_out(&item.provenance),
        id: item.id,
        what: text_out(item.what),
        who: text_out(item.who),
        term: item.term,
        until: item.until.map(date),
    }
}

fn provenance_out(provenance: &Provenance) -> wit_norm::Provenance {
    wit_norm::Provenance {
        status: status_out(provenance.status()),
        source: provenance
            .source()
            .map(|source| wit::Source { document: source.document.clone(), section: source.section.clone() }),
        reasoning: provenance.reasoning().map(str::to_owned),
    }
}
