//! The parts of a procedure in words.

use swv_core::Language;
use swv_core::procedure::{Condition, Need, Trigger};

use crate::show::say;

/// An event, and which events of its name.
pub(crate) fn trigger(language: Language, trigger: &Trigger) -> String {
    match conditions(language, &trigger.when) {
        when if when.is_empty() => trigger.event.clone(),
        when => format!("{} ({when})", trigger.event),
    }
}

/// Events, any of which.
pub(crate) fn triggers(language: Language, triggers: &[Trigger]) -> String {
    triggers.iter().map(|one| trigger(language, one)).collect::<Vec<_>>().join(say(language, " of ", " or "))
}

/// Conditions, all of which; nothing where there are none.
pub(crate) fn conditions(language: Language, conditions: &[Condition]) -> String {
    let or = say(language, " of ", " or ");
    let one = |condition: &Condition| format!("{} = {}", condition.field, condition.one_of.join(or));
    conditions.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A need for support: the areas, and the range on the scale.
pub(crate) fn need(language: Language, need: &Need) -> String {
    let areas = need.fields.join(say(language, " of ", " or "));
    match (need.at_least, need.at_most) {
        (least, most) if least == most => format!("{areas}: {least}"),
        (least, most) => format!("{areas}: {least}–{most}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use swv_core::procedure::Condition;

    fn on_event(event: &str, when: &[(&str, &[&str])]) -> Trigger {
        let condition = |(field, words): &(&str, &[&str])| Condition {
            field: (*field).to_owned(),
            one_of: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        Trigger { event: event.to_owned(), when: when.iter().map(condition).collect() }
    }

    #[test]
    fn an_event_is_told_with_what_it_must_say() {
        let on = on_event("besluit", &[("uitkomst", &["positief", "deels"]), ("duur", &["kort"])]);
        assert_eq!(trigger(Language::Nl, &on), "besluit (uitkomst = positief of deels; duur = kort)");
        assert_eq!(trigger(Language::En, &on_event("besluit", &[])), "besluit");
        assert_eq!(triggers(Language::En, &[on_event("a", &[]), on_event("b", &[])]), "a or b");
    }

    #[test]
    fn a_need_names_its_areas_and_one_level_or_a_range() {
        let mut wanted = Need { fields: vec!["leren".into(), "gedrag".into()], at_least: 2, at_most: 3 };
        assert_eq!(need(Language::Nl, &wanted), "leren of gedrag: 2–3");
        wanted.at_least = 3;
        assert_eq!(need(Language::En, &wanted), "leren or gedrag: 3");
    }
}
