//! Money in whole euro cents, and division without loss.

mod amount;
mod arithmetic;
mod divide;
mod error;
mod text;

pub use amount::Money;
pub use divide::{Division, RemainderRule};
pub use error::MoneyError;

#[cfg(test)]
mod tests;
