//! What a case is laid over.

use jiff::civil::Date;

use crate::calendar::KnownDays;
use crate::procedure::Procedure;
use crate::{Parameters, SwvNumber};

/// What a case is laid over, and with what knowledge.
#[derive(Clone, Copy, Debug)]
pub struct Following<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// The region's own number in the sector of the case.
    pub swv: &'a SwvNumber,
    /// The region's parameters.
    pub parameters: &'a Parameters,
    /// The holidays that are known.
    pub days: &'a KnownDays,
    /// The day on which the question is asked; nothing after it has happened.
    pub as_of: Date,
    /// The same procedure of other regions, when they are compared: what only
    /// they know is not used here, and the case is taken as the region's own.
    pub others: &'a [Procedure],
}
