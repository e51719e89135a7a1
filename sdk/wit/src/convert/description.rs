//! What a plugin is and needs.

use swv_core::{Attribute, AttributeKind, Description, Invalid, Quantity, Reading, RegionId, Rule, Text};

use crate::cross::{Cross, enumeration, fallible, record};
use crate::wit::description as wit;

record!(wit::Rule = Rule { id, title => cross, provenance => cross, sectors => cross, valid => cross });
record!(wit::Quantity = Quantity {
    name,
    meaning => cross,
    unit => cross,
    decimals,
    negative,
    required,
    sectors => cross,
    valid => cross,
});
enumeration!(wit::AttributeKind = AttributeKind { YesNo, Id });
record!(wit::Attribute = Attribute { name, meaning => cross, kind => cross, sectors => cross });
record!(wit::Reading = Reading { name, sectors => cross });

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
            parameters: given.parameters.cross()?,
            facts: given.facts.cross()?,
            quantities: given.quantities.cross()?,
            attributes: given.attributes.cross()?,
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
            parameters: given.parameters.cross()?,
            facts: given.facts.cross()?,
            quantities: given.quantities.cross()?,
            attributes: given.attributes.cross()?,
        })
    }
}

fallible!(wit::Description, Description);
