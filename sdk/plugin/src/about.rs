//! What a plugin says of itself, as plain constants.

use swv_core::{
    Attribute, AttributeKind, Date, Description, Provenance, Quantity, Reading, Rule, Sector, Source, Status, Text,
    Unit, Validity,
};

/// What a plugin says of itself: its rules and the inputs they read.
///
/// The host passes nothing that is not named here.
#[derive(Clone, Debug)]
pub struct About {
    /// The region's id, as in its manifest.
    pub region: &'static str,
    /// The plugin's version; `env!("CARGO_PKG_VERSION")` gives the crate's.
    pub version: &'static str,
    /// The sectors it has rules for.
    pub sectors: &'static [Sector],
    /// Its rules, most of them a constant in a file of their own.
    pub rules: &'static [AboutRule],
    /// The parameters they read.
    pub parameters: &'static [AboutReading],
    /// The published figures they start from.
    pub facts: &'static [AboutReading],
    /// The quantities they read from a dataset.
    pub quantities: &'static [AboutQuantity],
    /// The attributes they read from a dataset.
    pub attributes: &'static [AboutAttribute],
}

impl About {
    /// A region of which nothing is said yet, for the rest of one:
    /// `About { region: "voorbeeld", ..About::NOTHING }`.
    pub const NOTHING: About = About {
        region: "",
        version: "",
        sectors: &[],
        rules: &[],
        parameters: &[],
        facts: &[],
        quantities: &[],
        attributes: &[],
    };
}

/// A rule and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct AboutRule {
    /// The key that results refer to.
    pub id: &'static str,
    /// What it does, in Dutch and in English.
    pub title: (&'static str, &'static str),
    /// The document and the section that state it.
    pub source: (&'static str, &'static str),
    /// How it follows from what the document states; `None` for a rule that
    /// the document itself states.
    pub interpreted: Option<&'static str>,
    /// The sectors it is for; none named are all of the region.
    pub sectors: &'static [Sector],
    /// The first and the last day on which it holds, where there is one.
    pub valid: (Option<Date>, Option<Date>),
}

impl AboutRule {
    /// A rule that a document states, for all sectors and ever, for the rest of
    /// one: `AboutRule { id: "bedrag", ..AboutRule::STATED }`.
    pub const STATED: AboutRule =
        AboutRule { id: "", title: ("", ""), source: ("", ""), interpreted: None, sectors: &[], valid: (None, None) };
}

/// A quantity of a dataset.
#[derive(Clone, Debug)]
pub struct AboutQuantity {
    /// Its name.
    pub name: &'static str,
    /// What it counts, in Dutch and in English.
    pub meaning: (&'static str, &'static str),
    /// What it is a number of.
    pub unit: Unit,
    /// How many decimals it has at most.
    pub decimals: u8,
    /// Whether it can be less than zero.
    pub negative: bool,
    /// Whether nothing can be allocated without it.
    pub required: bool,
    /// The sectors whose rules read it; none named are all of the region.
    pub sectors: &'static [Sector],
    /// The first and the last day on which a rule reads it, where there is one.
    pub valid: (Option<Date>, Option<Date>),
}

impl AboutQuantity {
    /// Pupils that a rule can do without, for the rest of a quantity.
    pub const PUPILS: AboutQuantity = AboutQuantity {
        name: "",
        meaning: ("", ""),
        unit: Unit::Pupils,
        decimals: 0,
        negative: false,
        required: false,
        sectors: &[],
        valid: (None, None),
    };
}

/// An attribute of a dataset.
#[derive(Clone, Copy, Debug)]
pub struct AboutAttribute {
    /// Its name.
    pub name: &'static str,
    /// What it says, in Dutch and in English.
    pub meaning: (&'static str, &'static str),
    /// What its values are.
    pub kind: AttributeKind,
    /// The sectors whose rules read it; none named are all of the region.
    pub sectors: &'static [Sector],
}

/// A parameter or published figure that rules read.
#[derive(Clone, Copy, Debug)]
pub struct AboutReading {
    name: &'static str,
    sectors: &'static [Sector],
}

/// A parameter or figure that the rules of all sectors read.
pub const fn reads(name: &'static str) -> AboutReading {
    AboutReading { name, sectors: &[] }
}

/// A parameter or figure that the rules of these sectors read.
pub const fn reads_in(sectors: &'static [Sector], name: &'static str) -> AboutReading {
    AboutReading { name, sectors }
}

impl About {
    /// The description that crosses to the host.
    ///
    /// # Panics
    /// When the region id, the version, the days or the source of a rule are
    /// not well formed: a fault of the plugin, which its first test or load
    /// shows.
    pub fn describe(&self) -> Description {
        let readings = |list: &[AboutReading]| {
            let reading =
                |about: &AboutReading| Reading { name: about.name.to_owned(), sectors: self.of(about.sectors) };
            list.iter().map(reading).collect()
        };
        Description {
            region: self.region.parse().unwrap_or_else(|error| panic!("{error}")),
            version: self.version.parse().unwrap_or_else(|error| panic!("version {:?}: {error}", self.version)),
            sectors: self.sectors.to_vec(),
            rules: self.rules.iter().map(|rule| self.rule(rule)).collect(),
            parameters: readings(self.parameters),
            facts: readings(self.facts),
            quantities: self.quantities.iter().map(|quantity| self.quantity(quantity)).collect(),
            attributes: self.attributes.iter().map(|attribute| self.attribute(attribute)).collect(),
        }
    }

    /// These sectors, or else all of the region.
    fn of(&self, sectors: &[Sector]) -> Vec<Sector> {
        if sectors.is_empty() { self.sectors.to_vec() } else { sectors.to_vec() }
    }

    fn rule(&self, about: &AboutRule) -> Rule {
        let source = Source { document: about.source.0.to_owned(), section: about.source.1.to_owned() };
        let status = about.interpreted.map_or(Status::Explicit, |_| Status::Interpreted);
        let provenance = Provenance::new(status, Some(source), about.interpreted.map(str::to_owned));
        Rule {
            id: about.id.to_owned(),
            title: Text::new(about.title.0, about.title.1),
            provenance: provenance.unwrap_or_else(|error| panic!("rule {}: {error}", about.id)),
            sectors: self.of(about.sectors),
            valid: valid(about.id, about.valid),
        }
    }

    fn quantity(&self, about: &AboutQuantity) -> Quantity {
        Quantity {
            name: about.name.to_owned(),
            meaning: Text::new(about.meaning.0, about.meaning.1),
            unit: about.unit.clone(),
            decimals: about.decimals,
            negative: about.negative,
            required: about.required,
            sectors: self.of(about.sectors),
            valid: valid(about.name, about.valid),
        }
    }

    fn attribute(&self, about: &AboutAttribute) -> Attribute {
        Attribute {
            name: about.name.to_owned(),
            meaning: Text::new(about.meaning.0, about.meaning.1),
            kind: about.kind,
            sectors: self.of(about.sectors),
        }
    }
}

fn valid(name: &str, (from, until): (Option<Date>, Option<Date>)) -> Validity {
    Validity::new(from, until).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: AboutRule =
        AboutRule { id: "r", title: ("regel", "rule"), source: ("plan", "8.1"), ..AboutRule::STATED };

    fn about(region: &'static str, rules: &'static [AboutRule]) -> About {
        const PARAMETERS: &[AboutReading] = &[reads("p"), reads_in(&[Sector::Vo], "q")];
        let (sectors, parameters): (&[Sector], _) = (&[Sector::Po, Sector::Vo], PARAMETERS);
        About { region, version: "1.2.3", sectors, rules, parameters, ..About::NOTHING }
    }

    #[test]
    fn a_rule_without_reasoning_is_explicit_and_one_with_is_interpreted() {
        const RULES: [AboutRule; 2] = [RULE, AboutRule { interpreted: Some("because"), ..RULE }];
        let rules = about("voorbeeld", &RULES).describe().rules;
        assert_eq!(rules[0].provenance.status(), Status::Explicit);
        assert_eq!(rules[1].provenance.status(), Status::Interpreted);
    }

    #[test]
    fn what_names_no_sector_is_for_all_of_the_region() {
        let description = about("voorbeeld", &[RULE]).describe();
        assert_eq!(description.rules[0].sectors, [Sector::Po, Sector::Vo]);
        assert_eq!(description.parameters_of(Sector::Po), ["p"]);
        assert_eq!(description.parameters_of(Sector::Vo), ["p", "q"]);
    }

    #[test]
    #[should_panic(expected = "Voor Beeld")]
    fn a_malformed_region_id_panics_with_the_id() {
        about("Voor Beeld", &[]).describe();
    }

    #[test]
    #[should_panic(expected = "rule r")]
    fn a_rule_without_a_section_panics_with_its_name() {
        about("voorbeeld", &[AboutRule { source: ("plan", ""), ..RULE }]).describe();
    }
}
