//! The types of the interface and those of the domain, each into the other.

mod allocation;
mod budget;
mod description;
mod indicators;
mod procedures;
mod types;
