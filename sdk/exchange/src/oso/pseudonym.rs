//! What takes the place of the pupil's identity.

use hmac::Mac as _;
use schemars::JsonSchema;
use serde::Serialize;
use swv_core::SwvNumber;

use super::key::{Key, hexadecimal};

/// Sets these pseudonyms apart from any other use of the same key.
const PURPOSE: &str = "swv/oso/leerling/1";
/// How many bytes of the HMAC are kept: 128 bits.
const BYTES: usize = 16;

/// A keyed pseudonym of a pupil: 32 hexadecimal digits.
///
/// The same pupil at the same school has the same pseudonym under the same key
/// and samenwerkingsverband. It is the start of the HMAC-SHA-256 of the number
/// of the samenwerkingsverband, the BRIN of the school and the pupil's code in
/// the school's administration. A request to a samenwerkingsverband may not hold
/// the citizen service number or the education number (PaO.LL12), so there is
/// no number that stays: a pupil who changes schools gets another pseudonym.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Pseudonym(String);

/// What tells who a pupil is. Has no `Debug` and no `Display`.
pub(super) struct Identity<'a> {
    /// The BRIN of the school.
    pub(super) brin: &'a str,
    /// The pupil's code in the school's administration.
    pub(super) pupil: &'a str,
}

impl Pseudonym {
    pub(super) fn of(identity: &Identity<'_>, key: &Key, swv: &SwvNumber) -> Pseudonym {
        let mut mac = key.mac.clone();
        for part in [PURPOSE, swv.as_str(), identity.brin, identity.pupil] {
            // Its length before each part, so that no two lists read the same.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let code = mac.finalize().into_bytes();
        Pseudonym(hexadecimal(code.get(..BYTES).unwrap_or(&code)))
    }

    /// The pseudonym as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
