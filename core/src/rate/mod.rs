//! Rates: exact decimal factors, such as a percentage or an index.

mod arithmetic;
mod decimal;
mod error;
mod text;

pub use decimal::Rate;
pub use error::RateError;

#[cfg(test)]
mod tests;
