//! Which supplied values change nothing in an answer, and why.

use serde::Serialize;
use serde_json::Value;
use swv_core::{Sector, Text};
use swv_host::{Region, Supplied};

use crate::error::CliError;
use crate::regions::Packages;
use crate::ui::Ui;

/// Says of each supplied value without which the same answer comes out that it
/// changes nothing, and why. The answer is given anew without each.
pub(super) fn without_effect<T: Serialize>(
    ui: &mut Ui,
    packages: &Packages,
    region: &Region,
    sector: Sector,
    answer: &T,
    answer_of: impl Fn(&Region) -> Result<T, CliError>,
) -> Result<(), CliError> {
    let supplied = region.package().supplied();
    for value in supplied {
        let others: Vec<_> = supplied.iter().filter(|other| *other != value).cloned().collect();
        let without = packages.load_supplied(region.id(), &others)?;
        // Without the value there may be no answer at all: then it matters.
        if answer_of(&without).is_ok_and(|other| compared(&other) == compared(answer)) {
            let why = why(region, &without, sector, value);
            let (key, value) = (&value.key, &value.value);
            let text = Text::new(
                format!("{key}={value} verandert niets aan dit antwoord: {}", why.nl),
                format!("{key}={value} changes nothing in this answer: {}", why.en),
            );
            ui.warn(&text);
        }
    }
    Ok(())
}

/// An answer without what tells of supplied values.
fn compared(answer: &impl Serialize) -> Value {
    let mut value = serde_json::to_value(answer).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        object.retain(|key, _| !["supplied", "silent_parameters"].contains(&key.as_str()));
    }
    value
}

fn why(region: &Region, without: &Region, sector: Sector, supplied: &Supplied) -> Text {
    let key = supplied.key.split('@').next().unwrap_or_default();
    let reads = region.description().parameters_of(sector);
    if !reads.contains(&key) {
        return Text::new(
            format!("geen regel van sector {sector} leest het"),
            format!("no rule of sector {sector} reads it"),
        );
    }
    let values = |region: &Region| {
        let dated = region.package().values_of(&[key]).into_iter();
        dated.map(|dated| format!("{:?}", dated.value)).collect::<Vec<_>>()
    };
    if values(region).iter().all(|value| values(without).contains(value)) {
        return Text::new("het is de waarde waarmee al wordt gerekend", "it is the value that is used already");
    }
    Text::new(
        "er is hier niets waarop een regel die het leest van toepassing is, of het geldt voor een ander jaar",
        "there is nothing here to which a rule that reads it applies, or it is of another year",
    )
}
