//! Regulation as a region writes it: procedures, a norm and quantities in TOML
//! beside the plugin's source, readable by who knows the plan and no Rust.
//!
//! ```text
//! plugins/ID/procedures/NAME.toml        a procedure, or a version of one
//! plugins/ID/procedures/parts/FILE.toml  what procedures share, by name
//! plugins/ID/norm.toml, norm-*.toml      the norm, or versions of it
//! plugins/ID/quantities.toml             the columns of numbers that its rules read
//! plugins/ID/attributes.toml             what they read of a recipient beside numbers
//! plugins/ID/src/checks/NAME.rs          a rule that no table can say
//! ```
//!
//! A plugin's build script is one line, [`embed`]; `swv_plugin::regulation!`
//! takes in what it wrote. What is wrong stops the build, and names file, line
//! and column. Nothing of this is in the plugin itself: it holds the documents
//! as text.
//!
//! # One way to share
//!
//! A procedure takes in parts by name. In `procedures/parts/stukken.toml`:
//!
//! ```toml
//! [[opp.requirements]]
//! id = "ontwikkelingsperspectief"
//! nl = "een OPP"
//! en = "a development plan"
//! by = "school"
//! on = { event = "document", when = { soort = "opp" } }
//! section = "6.1"
//! ```
//!
//! and in each procedure that asks for it, with what differs from one to the
//! other:
//!
//! ```toml
//! include = [{ part = "stukken.opp", asked_in = ["voorbereiding"], needed_for = ["aanvraag"] }]
//! ```
//!
//! Several parts with the same are one include, `part = ["stukken.opp", …]`.
//!
//! A part holds lists of steps, requirements, terms, costs, objections,
//! criteria and checks, fields, actors, and the document that states them.
//! They stand behind the procedure's own, in the order of the includes.
//! `asked_in` and `needed_for` hold for each of its requirements that has none
//! of its own, `from` for each such step. Parts take in no parts.

#![deny(missing_docs)]

mod checks;
mod embed;
mod fault;
mod include;
mod node;
mod quantities;
mod read;
mod source;

pub use embed::embed;
pub use fault::{Fault, Faults};
pub use quantities::{Attribute, Quantity};
pub use read::{Regulation, read};
