//! Procedures for people.

mod tables;
mod words;

pub(crate) use tables::{list, tables};
pub(crate) use words::{ends, length};
