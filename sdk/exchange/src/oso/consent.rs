//! Whether the parents consent to the exchange.

use schemars::JsonSchema;
use serde::Serialize;

use super::category::Delivery;
use super::version::Version;
use super::xml::Element;

/// Consent of the parents, or of a pupil of 16 or older, to the exchange of the
/// dossier. Not their agreement with its content, which is another field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// They consent: nothing is dropped for want of it.
    Given,
    /// They do not: nothing about the pupil is kept, not even a pseudonym.
    Refused,
    /// The dossier does not tell: what needs consent is dropped.
    Unknown,
}

impl Consent {
    /// The consent of a dossier. Where the parents' view was left out of the
    /// exchange and is there all the same, only a refusal counts.
    pub(super) fn of(dossier: Element<'_, '_>, version: &Version) -> Consent {
        let left_out = version
            .categories
            .iter()
            .any(|category| category.covers("inzage") && category.delivery(dossier) != Delivery::Open);
        match dossier.at("inzage/toestemming").first().map(|element| element.text()) {
            // Also where a view that was left out, whose form is not checked,
            // writes it in another way.
            Some(answer) if answer.eq_ignore_ascii_case("nee") => Consent::Refused,
            Some("Ja") if !left_out => Consent::Given,
            _ => Consent::Unknown,
        }
    }
}
