//! Key figures.

use swv_core::{Indicator, IndicatorInput, Origin};

use crate::cross::{infallible, record};
use crate::wit::indicators as wit;

record!(wit::IndicatorInput = IndicatorInput { sector => cross, parameters => cross, facts => cross, budget => cross });
record!(wit::Indicator = Indicator { id, year => cross, value => cross, rule, origins => cross });

impl From<wit::Origin> for Origin {
    fn from(given: wit::Origin) -> Origin {
        match given {
            wit::Origin::Parameter(key) => Origin::Parameter(key),
            wit::Origin::Fact(id) => Origin::Fact(id),
            wit::Origin::BudgetLine(line) => Origin::BudgetLine(line),
        }
    }
}

impl From<Origin> for wit::Origin {
    fn from(given: Origin) -> wit::Origin {
        match given {
            Origin::Parameter(key) => wit::Origin::Parameter(key),
            Origin::Fact(id) => wit::Origin::Fact(id),
            Origin::BudgetLine(line) => wit::Origin::BudgetLine(line),
        }
    }
}

infallible!(wit::Origin, Origin);
