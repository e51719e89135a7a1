//! What a plugin says of itself, as plain constants.

use swv_core::{Description, Provenance, Quantity, Rule, Sector, Source, Status, Text};

/// What a plugin says of itself: its rules and the inputs they read.
///
/// The host passes nothing that is not named here.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The region's id, as in its manifest.
    pub region: &'static str,
    /// The plugin's version; `env!("CARGO_PKG_VERSION")` gives the crate's.
    pub version: &'static str,
    /// The sectors it has rules for.
    pub sectors: &'static [Sector],
    /// Its rules, most of them a constant in a file of their own.
    pub rules: &'static [AboutRule],
    /// Keys of the parameters they read.
    pub parameters: &'static [&'static str],
    /// Ids of the published figures they start from.
    pub facts: &'static [&'static str],
    /// Columns they read from a dataset.
    pub quantities: &'static [AboutQuantity],
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
}

/// A column of a dataset.
#[derive(Clone, Copy, Debug)]
pub struct AboutQuantity {
    /// The column's name.
    pub name: &'static str,
    /// What it counts, in Dutch and in English.
    pub meaning: (&'static str, &'static str),
    /// Whether nothing can be allocated without it.
    pub required: bool,
}

impl About {
    /// The description that crosses to the host.
    ///
    /// # Panics
    /// When the region id, the version or a rule's source is not well formed:
    /// a fault of the plugin, which its first test or load shows.
    pub fn describe(&self) -> Description {
        let strings = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        Description {
            region: self.region.parse().unwrap_or_else(|error| panic!("{error}")),
            version: self.version.parse().unwrap_or_else(|error| panic!("version {:?}: {error}", self.version)),
            sectors: self.sectors.to_vec(),
            rules: self.rules.iter().map(AboutRule::describe).collect(),
            parameters: strings(self.parameters),
            facts: strings(self.facts),
            quantities: self.quantities.iter().map(AboutQuantity::describe).collect(),
        }
    }
}

impl AboutRule {
    fn describe(&self) -> Rule {
        let source = Source { document: self.source.0.to_owned(), section: self.source.1.to_owned() };
        let status = self.interpreted.map_or(Status::Explicit, |_| Status::Interpreted);
        let provenance = Provenance::new(status, Some(source), self.interpreted.map(str::to_owned));
        Rule {
            id: self.id.to_owned(),
            title: Text::new(self.title.0, self.title.1),
            provenance: provenance.unwrap_or_else(|error| panic!("rule {}: {error}", self.id)),
        }
    }
}

impl AboutQuantity {
    fn describe(&self) -> Quantity {
        let meaning = Text::new(self.meaning.0, self.meaning.1);
        Quantity { name: self.name.to_owned(), meaning, required: self.required }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: AboutRule = AboutRule { id: "r", title: ("regel", "rule"), source: ("plan", "8.1"), interpreted: None };

    fn about(region: &'static str, rules: &'static [AboutRule]) -> About {
        About {
            region,
            version: "1.2.3",
            sectors: &[Sector::Po],
            rules,
            parameters: &["p"],
            facts: &[],
            quantities: &[],
        }
    }

    #[test]
    fn a_rule_without_reasoning_is_explicit_and_one_with_is_interpreted() {
        const RULES: [AboutRule; 2] = [RULE, AboutRule { interpreted: Some("because"), ..RULE }];
        let rules = about("voorbeeld", &RULES).describe().rules;
        assert_eq!(rules[0].provenance.status(), Status::Explicit);
        assert_eq!(rules[1].provenance.status(), Status::Interpreted);
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
