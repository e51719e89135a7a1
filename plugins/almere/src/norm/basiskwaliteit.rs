//! Aspect 1: the national standard for basic quality.

use swv_plugin::AboutNormItem;

use crate::PLAN;

pub(super) const ITEMS: [AboutNormItem; 1] = [AboutNormItem {
    id: "basiskwaliteit",
    subject: "basiskwaliteit",
    aspect: ("1 basiskwaliteit", "1 basic quality"),
    obligation: (
        "voldoet aan de kwaliteitsstandaarden van de inspectie en heeft van haar een voldoende",
        "meets the quality standards of the inspectorate and is judged sufficient by it",
    ),
    responsible: Some(("schoolbestuur", "school board")),
    statutory: true,
    source: (PLAN, "bijlage XI, 1.1 en 2.1"),
    ..AboutNormItem::BASIS
}];
