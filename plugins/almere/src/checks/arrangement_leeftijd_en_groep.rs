use swv_plugin::Found;
use swv_plugin::procedure::CheckInput;

use crate::arrangementen::find;

/// Every placement of a pupil outside the ages or groups of the arrangement.
pub(crate) fn check(case: &CheckInput) -> Vec<Found> {
    let Some((name, arrangement)) = case.word("arrangement").and_then(|name| Some((name, find(name)?))) else {
        return Vec::new();
    };
    let placed = case.events_of("besluit-plaatsing");
    placed
        .flat_map(|(at, placed)| {
            let outside = |field, limits: Option<(u32, u32)>| {
                let (from, until) = limits?;
                let is = placed.number(field).filter(|is| *is < from || until < *is)?;
                Some(Found::at(
                    at,
                    format!("{name} is voor {field} {from} tot en met {until}, en deze leerling heeft {is}"),
                    format!("{name} is for {field} {from} to {until}, and this pupil has {is}"),
                ))
            };
            [outside("leeftijd", arrangement.ages), outside("groep-of-klas", arrangement.groups)].into_iter().flatten()
        })
        .collect()
}
