//! What crosses of a case, and what it breaks.

use std::collections::BTreeMap;

use swv_core::procedure::{Breach, CaseEvent, CheckInput};
use swv_core::{Invalid, Text};

use crate::cross::{Cross, record};
use crate::wit::procedures as wit;

record!(wit::CheckInput = CheckInput { procedure, sector => cross, as_of => cross, checks, fields => cross, events => cross });
record!(wit::CaseEvent = CaseEvent { on => cross, name, fields => cross });
record!(wit::Breach = Breach { check, event => cross, message => cross });

impl Cross<BTreeMap<String, String>> for Vec<wit::CaseField> {
    fn cross(self) -> Result<BTreeMap<String, String>, Invalid> {
        let mut fields = BTreeMap::new();
        for wit::CaseField { name, value } in self {
            if fields.contains_key(&name) {
                let rule = Text::new("elke naam staat er een keer", "each name stands there once");
                return Err(Invalid { place: String::new(), value: name, rule });
            }
            fields.insert(name, value);
        }
        Ok(fields)
    }
}

impl Cross<Vec<wit::CaseField>> for BTreeMap<String, String> {
    fn cross(self) -> Result<Vec<wit::CaseField>, Invalid> {
        Ok(self.into_iter().map(|(name, value)| wit::CaseField { name, value }).collect())
    }
}
