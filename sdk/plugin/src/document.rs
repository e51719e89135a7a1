//! What a region states, as the documents that cross.

use std::collections::BTreeMap;

use swv_core::{Failure, Text};

use crate::{Norms, Procedures};

/// The procedures of all sectors.
pub(crate) fn procedures<R: Procedures>() -> Result<String, Failure> {
    written(&R::procedures())
}

/// The norm of each sector that has one.
pub(crate) fn norms<R: Norms>() -> Result<String, Failure> {
    let mut norms = BTreeMap::new();
    let mut not_offered = None;
    for sector in R::ABOUT.sectors {
        match R::norm(*sector) {
            Ok(norm) => drop(norms.insert(*sector, norm)),
            Err(Failure::NotOffered(text)) => not_offered = Some(Failure::NotOffered(text)),
            Err(failure) => return Err(failure),
        }
    }
    match not_offered {
        Some(failure) if norms.is_empty() => Err(failure),
        _ => written(&norms),
    }
}

fn written(statement: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(statement).map_err(|error| Failure::Other {
        code: "not-written".to_owned(),
        message: Text::new(
            format!("het document is niet te schrijven: {error}"),
            format!("cannot be written: {error}"),
        ),
    })
}
