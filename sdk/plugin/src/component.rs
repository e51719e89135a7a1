//! The WebAssembly build: a region's traits behind the WIT interface.

use std::marker::PhantomData;

use swv_core::{Failure, Interface};
pub use swv_wit::exporting;
use swv_wit::{Cross, wit};

use crate::{Allocate, Budget, Indicators, Norms, Procedures, Region, answer};

/// A region as the component exports it.
pub struct Exported<R>(PhantomData<R>);

impl<R: Region> wit::description::Guest for Exported<R> {
    fn describe() -> wit::description::Description {
        report_panics();
        R::ABOUT.describe().cross().unwrap_or_else(|invalid| panic!("{}: {invalid}", Interface::Description))
    }
}

impl<R: Allocate> wit::allocation::Guest for Exported<R> {
    fn allocate(input: wit::allocation::AllocationInput) -> Result<wit::allocation::Allocation, wit::types::Failure> {
        answered(input, answer::allocation::<R>)
    }
}

impl<R: Budget> wit::budget::Guest for Exported<R> {
    fn compute(input: wit::budget::BudgetInput) -> Result<wit::budget::BudgetTable, wit::types::Failure> {
        answered(input, answer::budget::<R>)
    }
}

impl<R: Indicators> wit::indicators::Guest for Exported<R> {
    fn compute(input: wit::indicators::IndicatorInput) -> Result<Vec<wit::indicators::Indicator>, wit::types::Failure> {
        answered(input, answer::indicators::<R>)
    }
}

impl<R: Norms> wit::norm::Guest for Exported<R> {
    fn statement() -> Result<String, wit::types::Failure> {
        report_panics();
        Ok(R::statement()?.into_owned())
    }
}

impl<R: Procedures> wit::procedures::Guest for Exported<R> {
    fn statement() -> Result<String, wit::types::Failure> {
        report_panics();
        Ok(R::statement()?.into_owned())
    }

    fn check(input: wit::procedures::CheckInput) -> Result<Vec<wit::procedures::Breach>, wit::types::Failure> {
        answered(input, |case| Ok(R::check(case)))
    }
}

/// What a rule makes of an input that has crossed; what does not cross is
/// invalid.
fn answered<Given: Cross<Input>, Input, Output: Cross<Told>, Told>(
    given: Given,
    rules: impl FnOnce(&Input) -> Result<Output, Failure>,
) -> Result<Told, wit::types::Failure> {
    report_panics();
    Ok(rules(&given.cross()?)?.cross()?)
}

/// Lets the text of a panic out before the component traps.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| wit::diagnostics::panicked(&panic.to_string())));
}
