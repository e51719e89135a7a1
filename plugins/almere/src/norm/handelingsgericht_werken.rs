//! Aspect 3, further: needs-based work, alone and with others.

use swv_plugin::AboutNormItem;

use super::ondersteuningsstructuur::ASPECT;
use crate::PLAN;

const fn item(id: &'static str, subject: &'static str, nl: &'static str, en: &'static str) -> AboutNormItem {
    AboutNormItem {
        id,
        subject,
        aspect: ASPECT,
        obligation: (nl, en),
        source: (PLAN, "bijlage XI, 2.3, Handelingsgericht (samen)werken"),
        ..AboutNormItem::BASIS
    }
}

pub(super) const ITEMS: [AboutNormItem; 8] = [
    item(
        "fasen-zichtbaar",
        "handelingsgericht-werken",
        "doorloopt zichtbaar de fasen signaleren, begrijpen, plannen, uitvoeren en evalueren",
        "goes visibly through the phases of noticing, understanding, planning, doing and evaluating",
    ),
    item(
        "handelingsgerichte-houding",
        "handelingsgericht-werken",
        "heeft een team met een handelingsgerichte basishouding, dat werkt naar de zeven uitgangspunten",
        "has a team with a needs-based attitude that works by the seven principles",
    ),
    AboutNormItem {
        responsible: Some(("schoolbestuur en school", "school board and school")),
        ..item(
            "vaardigheden-ontwikkelen",
            "scholing",
            "stelt onderwijsprofessionals in staat hun handelingsgerichte vaardigheden te ontwikkelen",
            "enables its professionals to develop their skills in needs-based work",
        )
    },
    item(
        "ouders-bij-analyse",
        "samenwerking-met-ouders",
        "betrekt ouders als ervaringsdeskundige en partner bij analyse en aanpak, en nodigt hen uit voor belangrijke \
         besprekingen over hun kind",
        "involves parents as experts by experience and partners in analysis and approach, and invites them to important \
         meetings about their child",
    ),
    item(
        "leerlingen-bij-analyse",
        "inbreng-van-leerlingen",
        "betrekt leerlingen naar hun leeftijd bij de analyse, stelt met hen doelen en gebruikt hun ideeën",
        "involves pupils by their age in the analysis, sets goals with them and uses their ideas",
    ),
    item(
        "overleg-handelingsgericht",
        "handelingsgericht-werken",
        "bereidt overleg met ouders en specialisten handelingsgericht voor, voert het zo uit en evalueert het",
        "prepares, holds and evaluates meetings with parents and specialists in a needs-based way",
    ),
    AboutNormItem {
        source: (PLAN, "bijlage XI, 2.3, Multidisciplinair samenwerken"),
        ..item(
            "ketenpartners-vroeg",
            "ketenpartners",
            "betrekt ketenpartners, zoals jeugdgezondheidszorg en jeugdhulp, zo vroeg mogelijk",
            "involves partner organisations, such as youth health care and youth care, as early as possible",
        )
    },
    AboutNormItem {
        source: (PLAN, "bijlage XI, 2.3, Multidisciplinair samenwerken"),
        ..item(
            "zorgadviesteam-multidisciplinair",
            "zorgadviesteam",
            "heeft met ketenpartners een multidisciplinair zorgadviesteam voor specifiekere vragen, dat gespecialiseerde \
             ondersteuning integraal regelt",
            "has with its partners a multidisciplinary care advice team for more specific questions, which arranges \
             specialised support as a whole",
        )
    },
];
