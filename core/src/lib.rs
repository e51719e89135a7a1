//! The domain of Dutch *samenwerkingsverbanden passend onderwijs* (SWV): the
//! words in which a region's rules are written, checked and compared.
//!
//! What a type accepts is decided once, where a value is made. Parsing a
//! string, reading a file and calling a constructor all take that same path,
//! so a value that exists is valid.
//!
//! What is not here, on purpose:
//!
//! - no input or output, no clock and no randomness;
//! - no region: its rules are a plugin, its amounts are data;
//! - no floating point: money is whole cents, a rate is an exact decimal;
//! - no silent zero: a count that is not known is [`PupilCount::Unknown`] and
//!   stays so through every sum.
//!
//! [`PupilCount::Unknown`]: pupil_count::PupilCount::Unknown
//!
//! # Example
//!
//! Three schools share an amount by pupils, and not a cent is lost.
//!
//! ```
//! use swv_core::money::{Money, RemainderRule};
//!
//! let budget: Money = "1000.00".parse()?;
//! let division = budget.divide_pro_rata(&[1, 1, 1], RemainderRule::FirstRecipients)?;
//! assert_eq!(division.shares[0].to_string(), "333.34");
//! assert_eq!(division.shares[2].to_string(), "333.33");
//! assert_eq!(division.remainder, Money::ZERO);
//! # Ok::<(), swv_core::money::MoneyError>(())
//! ```

#![deny(missing_docs)]

mod nearest;
mod rounding;
mod string_form;
mod within;

pub mod allocation;
pub mod budget;
pub mod calendar;
pub mod dataset;
pub mod description;
pub mod fact;
pub mod failure;
pub mod generation;
pub mod identifier;
pub mod indicator;
pub mod interface;
pub mod lack;
pub mod missing;
pub mod money;
pub mod named;
pub mod norm;
pub mod parameter;
pub mod period;
pub mod place;
pub mod procedure;
pub mod provenance;
pub mod pupil_count;
pub mod quantity;
pub mod rate;
pub mod reading;
pub mod school;
pub mod statement;
pub mod text;
pub mod tlv;
pub mod value;

pub use identifier::{
    BoardLabel, BoardNumber, Brin, IdentifierError, LocationCode, MunicipalityCode, Postcode, PostcodeArea, RegionId,
    Sector, SwvNumber,
};
pub use missing::Missing;
pub use money::{Division, Money, MoneyError, RemainderRule};
pub use nearest::{nearest, nearest_in_words};
pub use period::{CalendarYear, CountDate, Date, DateRange, PeriodError, SchoolYear, Validity, Year};
pub use provenance::{Citation, Provenance, ProvenanceError, Source, Status};
pub use pupil_count::{PupilCount, PupilCountError};
pub use quantity::{AttributeColumn, AttributeValue, Interval, Measured, MeasuredError, Number, QuantityColumn, Unit};
pub use rate::{Rate, RateError};
pub use rounding::Rounding;
pub use school::{Board, School, SchoolKind, SchoolKindError};
pub use text::{Language, LanguageError, Text};
pub use tlv::{FundingLevel, Tlv, TlvCategory};

pub use allocation::{
    Allocation, AllocationGap, AllocationInput, AllocationLine, AppliedRule, LineBounds, RecipientKind, Remainder,
};
pub use budget::{BudgetFault, BudgetInput, BudgetTable, Cell, Cells, Column, ColumnKind, Line, LineKind, MadeOf};
pub use calendar::{
    AtwOutcome, BeforeSchoolHoliday, CalendarError, Cause, DayOff, Decree, Due, EquatedDay, HolidayRegion,
    PublicHoliday, RunningTerm, SchoolHoliday, SchoolHolidayKind, SchoolHolidays, Suspension, Term, TermBefore,
    TermUnit, WorkingDays,
};
pub use dataset::{
    Dataset, DatasetAttribute, DatasetColumn, DatasetError, DatasetOrigin, DatasetQuantity, DatasetRows, Recipient,
    Subset,
};
pub use description::{Attribute, AttributeKind, Description, Quantity, Reading, Rule};
pub use fact::{BudgetFigure, BudgetFigures, Fact, Facts};
pub use failure::{Failure, Invalid};
pub use generation::{GeneratedRecipients, GeneratedTotal, Generation, TotalBasis};
pub use indicator::{Indicator, IndicatorDefinition, IndicatorInput, Origin};
pub use interface::{Capability, Exports, ExportsError, Interface, Request, Response, VersionMismatch};
pub use lack::{Lack, Needed};
pub use norm::{AgendaItem, Answer, NationalNorm, Norm, NormItem, NormLevel, NormStanding, NormSubject, SelfScan};
pub use parameter::{DatedValue, Parameters};
pub use value::Value;
pub use within::Within;
