//! What crosses of a case, and what it breaks.

use std::collections::BTreeMap;

use swv_core::procedure::{Breach, CheckEvent, CheckInput, FieldValue};
use swv_core::{Invalid, Text};

use crate::cross::{Cross, fallible, record, within};
use crate::wit::procedures as wit;

record!(wit::CheckInput = CheckInput { procedure, sector => cross, as_of => cross, checks, fields => cross, events => cross });
record!(wit::CheckEvent = CheckEvent { on => cross, name, fields => cross });
record!(wit::Breach = Breach { check, event => cross, message => cross });

impl Cross<BTreeMap<String, FieldValue>> for Vec<wit::CheckField> {
    fn cross(self) -> Result<BTreeMap<String, FieldValue>, Invalid> {
        let mut fields = BTreeMap::new();
        for wit::CheckField { name, value } in self {
            if fields.contains_key(&name) {
                let rule = Text::new("elke naam staat er een keer", "each name stands there once");
                return Err(Invalid { place: String::new(), value: name, rule });
            }
            let value = value.cross().map_err(|invalid| within(&name, invalid))?;
            fields.insert(name, value);
        }
        Ok(fields)
    }
}

impl Cross<Vec<wit::CheckField>> for BTreeMap<String, FieldValue> {
    fn cross(self) -> Result<Vec<wit::CheckField>, Invalid> {
        self.into_iter().map(|(name, value)| Ok(wit::CheckField { name, value: value.cross()? })).collect()
    }
}

impl TryFrom<wit::FieldValue> for FieldValue {
    type Error = Invalid;

    fn try_from(given: wit::FieldValue) -> Result<FieldValue, Invalid> {
        Ok(match given {
            wit::FieldValue::YesNo(is) => FieldValue::YesNo(is),
            wit::FieldValue::Date(day) => FieldValue::Date(day.cross()?),
            wit::FieldValue::Number(number) => FieldValue::Number(number),
            wit::FieldValue::Word(word) => FieldValue::Word(word),
        })
    }
}

impl TryFrom<FieldValue> for wit::FieldValue {
    type Error = Invalid;

    fn try_from(given: FieldValue) -> Result<wit::FieldValue, Invalid> {
        Ok(match given {
            FieldValue::YesNo(is) => wit::FieldValue::YesNo(is),
            FieldValue::Date(day) => wit::FieldValue::Date(day.cross()?),
            FieldValue::Number(number) => wit::FieldValue::Number(number),
            FieldValue::Word(word) => wit::FieldValue::Word(word),
        })
    }
}

fallible!(wit::FieldValue, FieldValue);
