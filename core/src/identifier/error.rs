//! What can be wrong with an identifier.

/// Why a text is not the identifier that was expected, one variant for each.
///
/// ```
/// use swv_core::identifier::{Brin, IdentifierError};
///
/// let error = "12ab".parse::<Brin>().unwrap_err();
/// assert_eq!(error, IdentifierError::Brin { text: "12ab".to_owned() });
/// assert_eq!(
///     error.to_string(),
///     "`12ab` is not a BRIN: write two digits and two capitals, such as `12AB`",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdentifierError {
    /// Not the number of an SWV.
    #[error("`{text}` is not the number of an SWV: write PO or VO and four digits, such as `PO2704`")]
    SwvNumber {
        /// The text as given.
        text: String,
    },
    /// Not a sector.
    #[error("`{text}` is not a sector: write `po` or `vo`")]
    Sector {
        /// The text as given.
        text: String,
    },
    /// Not the BRIN of a school.
    #[error("`{text}` is not a BRIN: write two digits and two capitals, such as `12AB`")]
    Brin {
        /// The text as given.
        text: String,
    },
    /// Not the code of a school location.
    #[error("`{text}` is not a location code: write the BRIN and two digits, such as `12AB00`")]
    LocationCode {
        /// The text as given.
        text: String,
    },
    /// Not the number of a school board.
    #[error(
        "`{text}` is not a board number: write five digits with leading zeros, from `00001` to `99999`, such as `41234`"
    )]
    BoardNumber {
        /// The text as given.
        text: String,
    },
    /// Not a label of a board.
    #[error(
        "`{text}` is not a label of a board: write its number, or a name of your own of at most 100 characters on one line"
    )]
    BoardLabel {
        /// The text as given.
        text: String,
    },
    /// Not the code of a municipality.
    #[error(
        "`{text}` is not a municipality code: write four digits with leading zeros, from `0001` to `9999`, such as `0034`"
    )]
    MunicipalityCode {
        /// The text as given.
        text: String,
    },
    /// Not a postcode.
    #[error("`{text}` is not a postcode: write four digits, not from 0, and two capitals, such as `9306TC`")]
    Postcode {
        /// The text as given.
        text: String,
    },
    /// Not the digits of a postcode.
    #[error("`{text}` is not a postcode area: write four digits, not from 0, such as `9306`")]
    PostcodeArea {
        /// The text as given.
        text: String,
    },
    /// Not the identifier of a region.
    #[error(
        "`{text}` is not a region: write 2 to 40 lower-case letters, digits and hyphens, from a letter, such as `noord-drenthe`"
    )]
    RegionId {
        /// The text as given.
        text: String,
    },
}
