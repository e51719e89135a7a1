//! Lengths of time, in few words.

use swv_core::calendar::{Term, TermUnit};

/// So many calendar days.
///
/// # Panics
/// For a length of 0, as all of these: a fault of the plugin, which its first
/// test or load shows.
///
/// ```
/// assert_eq!(swv_plugin::weeks(6).text().en, "6 weeks");
/// ```
pub fn days(count: u16) -> Term {
    term(count, TermUnit::Days)
}

/// So many weeks of seven days.
pub fn weeks(count: u16) -> Term {
    term(count, TermUnit::Weeks)
}

/// So many months.
pub fn months(count: u16) -> Term {
    term(count, TermUnit::Months)
}

/// So many years.
pub fn years(count: u16) -> Term {
    term(count, TermUnit::Years)
}

fn term(count: u16, unit: TermUnit) -> Term {
    Term::new(count, unit).unwrap_or_else(|error| panic!("{error}"))
}
