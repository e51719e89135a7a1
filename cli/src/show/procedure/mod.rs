//! Procedures for people.

mod tables;
mod template;
mod words;

pub(crate) use tables::{list, tables};
pub(crate) use template::template;
