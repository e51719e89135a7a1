//! What recipients have: numbers with a unit, and attributes.

mod attribute;
mod column;
mod measured;
mod number;
mod unit;

pub use attribute::{AttributeColumn, AttributeValue};
pub use column::{Interval, QuantityColumn};
pub use measured::{Measured, MeasuredError};
pub use number::Number;
pub use unit::Unit;
