//! What a plugin is and needs.

use swv_core::{Description, Invalid, Quantity, RegionId, Rule, Text};

use crate::cross::{Cross, fallible, record};
use crate::wit::description as wit;

record!(wit::Rule = Rule { id, title => cross, provenance => cross });
record!(wit::Quantity = Quantity { name, meaning => cross, required });

impl TryFrom<wit::Description> for Description {
    type Error = Invalid;

    fn try_from(given: wit::Description) -> Result<Description, Invalid> {
        let malformed = |place: &str, value: &str, nl: &str, error: String| Invalid {
            place: place.to_owned(),
            value: value.to_owned(),
            rule: Text::new(nl, error),
        };
        let region = given.region.parse::<RegionId>();
        let version = given.version.parse();
        Ok(Description {
            region: region
                .map_err(|error| malformed("region", &given.region, "het is de id van een regio", error.to_string()))?,
            version: version.map_err(|error: semver::Error| {
                malformed("version", &given.version, "het is een semantische versie", error.to_string())
            })?,
            sectors: given.sectors.cross()?,
            rules: given.rules.cross()?,
            parameters: given.parameters,
            facts: given.facts,
            quantities: given.quantities.cross()?,
        })
    }
}

impl TryFrom<Description> for wit::Description {
    type Error = Invalid;

    fn try_from(given: Description) -> Result<wit::Description, Invalid> {
        Ok(wit::Description {
            region: given.region.to_string(),
            version: given.version.to_string(),
            sectors: given.sectors.cross()?,
            rules: given.rules.cross()?,
            parameters: given.parameters,
            facts: given.facts,
            quantities: given.quantities.cross()?,
        })
    }
}

fallible!(wit::Description, Description);
