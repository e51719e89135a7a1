//! The identifier of a region in this software.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{IdentifierError, identifier};
use crate::string_form::string_schema;

/// The identifier of a region: the name of its folder and of its plugin.
///
/// Lower-case letters, digits and hyphens, from a letter, 2 to 40 characters.
/// Chosen by whoever writes the plugin; an [`SwvNumber`](super::SwvNumber) is
/// what the region is to DUO.
///
/// ```
/// use swv_core::identifier::RegionId;
///
/// assert_eq!("noord-drenthe".parse::<RegionId>()?.as_str(), "noord-drenthe");
/// assert!("Noord Drenthe".parse::<RegionId>().is_err());
/// # Ok::<(), swv_core::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionId(String);

impl FromStr for RegionId {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<RegionId, IdentifierError> {
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if (2..=40).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(is_allowed)
        {
            Ok(RegionId(text.to_owned()))
        } else {
            Err(IdentifierError::RegionId { text: text.to_owned() })
        }
    }
}

identifier!(RegionId);
string_schema!(
    RegionId,
    pattern: "^[a-z][a-z0-9-]{1,39}$",
    description: "The identifier of a region: 2 to 40 lower-case letters, digits and hyphens, from a letter"
);
