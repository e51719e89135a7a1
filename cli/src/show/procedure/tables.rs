//! A procedure as tables.

use std::fmt::Write as _;

use swv_core::procedure::{
    Applies, Check, Cost, Criterion, Objection, Payment, Procedure, Requirement, Since, State, Step, TermKind,
    TermRule, Tie,
};
use swv_core::{Language, Provenance};

use super::words::{conditions, need, trigger, triggers};
use crate::show::{Alignment, Page, Table, mark, rules, say, text};

/// The procedures of a region.
pub(crate) fn list(procedures: &[Procedure], page: Page) -> String {
    let language = page.language;
    let columns = [
        ("id", "id"),
        ("procedure", "procedure"),
        ("sector", "sector"),
        ("toestanden", "states"),
        ("stappen", "steps"),
        ("paragraaf", "section"),
    ];
    let mut table = table(&columns, language);
    for procedure in procedures {
        table.row([
            procedure.id.clone(),
            text(language, &procedure.title),
            sectors(procedure),
            procedure.states.len().to_string(),
            procedure.steps.len().to_string(),
            section(&procedure.provenance),
        ]);
    }
    format!(
        "{}{}",
        table.text_or_records(page),
        legend(procedures.iter().map(|procedure| &procedure.provenance), language)
    )
}

/// All that a region states of a procedure, and the sources if asked.
pub(crate) fn tables(procedure: &Procedure, applies: &Applies, page: Page, with_sources: bool) -> String {
    let language = page.language;
    let mut shown = heading(procedure, language);
    shown.extend(rules(applies, language));
    let mut add = |nl: &str, en: &str, table: Option<Table>| {
        if let Some(table) = table {
            let _ = write!(shown, "\n{}\n{}", say(language, nl, en).to_uppercase(), table.text_or_records(page));
        }
    };
    add("toestanden", "states", Some(states(procedure, language)));
    add("stappen", "steps", Some(steps(procedure, language)));
    add("vereisten", "requirements", requirements(&procedure.requirements, language));
    add("termijnen", "terms", terms(procedure, language));
    add("geld", "money", costs(&procedure.costs, language));
    add("bezwaar", "objection", objections(&procedure.objections, language));
    add("criteria", "criteria", criteria(&procedure.criteria, language));
    add("toetsen", "checks", checks(&procedure.checks, language));
    let parts = parts(procedure, language);
    shown.push_str(&legend(parts.iter().map(|(_, provenance)| *provenance), language));
    if with_sources {
        shown.push('\n');
        for (part, provenance) in parts {
            let _ = writeln!(shown, "{part}: {}", source(provenance));
        }
    } else {
        shown.push_str(say(
            language,
            "\nBronnen en redeneringen: --sources. Alles: --format json. Een tekening: --draw svg.\n",
            "\nSources and reasoning: --sources. All of it: --format json. A drawing: --draw svg.\n",
        ));
    }
    shown
}

fn table(columns: &[(&str, &str)], language: Language) -> Table {
    let columns: Vec<_> = columns.iter().map(|(nl, en)| (say(language, nl, en), Alignment::Left)).collect();
    Table::new(&columns)
}

/// A table with a row for each item; none without items.
fn rows<T, const N: usize>(
    columns: [(&str, &str); N],
    items: &[T],
    language: Language,
    row: impl Fn(&T) -> [String; N],
) -> Option<Table> {
    let mut table = table(&columns, language);
    items.iter().for_each(|item| table.row(row(item)));
    (!items.is_empty()).then_some(table)
}

fn heading(procedure: &Procedure, language: Language) -> String {
    let title = text(language, &procedure.title);
    let mut heading = format!("{title} ({}), {}\n", sectors(procedure), section(&procedure.provenance));
    if let Some(jurisdiction) = &procedure.jurisdiction {
        let ties = jurisdiction.by.iter().map(|tie| match tie {
            Tie::School => say(language, "van de school", "of the school"),
            Tie::Home => say(language, "van de woonplaats", "of the home address"),
        });
        let ties = ties.collect::<Vec<_>>().join(say(language, ", of anders ", ", or else "));
        let swv = say(language, "Bevoegd: het samenwerkingsverband", "Competent: the samenwerkingsverband");
        let who = format!("{swv} {ties}");
        let _ = writeln!(heading, "{who} ({})", section(&jurisdiction.provenance));
    }
    heading
}

fn states(procedure: &Procedure, language: Language) -> Table {
    let mut table = table(&[("id", "id"), ("toestand", "state"), ("wie beslist", "who decides")], language);
    for State { id, title, decides, closed } in &procedure.states {
        let over = if *closed { say(language, "– einde –", "– end –") } else { "" };
        let decides = decides.as_ref().map(|who| text(language, who));
        table.row([id.clone(), text(language, title), decides.unwrap_or_else(|| over.to_owned())]);
    }
    table
}

fn steps(procedure: &Procedure, language: Language) -> Table {
    let columns =
        [("id", "id"), ("stap", "step"), ("wie", "who"), ("van → naar", "from → to"), ("paragraaf", "section")];
    let mut table = table(&columns, language);
    for step in &procedure.steps {
        let title = with_conditions(text(language, &step.title), &conditions(language, &step.when), language);
        let actor = text(language, &step.actor);
        table.row([step.id.clone(), title, actor, way(step, language), section(&step.provenance)]);
    }
    table
}

/// From which states a step leads where.
fn way(step: &Step, language: Language) -> String {
    let from = match step.from.as_slice() {
        [] => say(language, "elke open toestand", "any open state").to_owned(),
        from => from.join(say(language, " of ", " or ")),
    };
    match &step.to {
        Some(to) => format!("{from} → {to}"),
        None => say(language, "in ", "in ").to_owned() + &from,
    }
}

fn requirements(requirements: &[Requirement], language: Language) -> Option<Table> {
    let columns = [
        ("vereiste", "requirement"),
        ("van wie", "from whom"),
        ("nodig voor", "needed for"),
        ("hoe oud", "how old"),
        ("paragraaf", "section"),
    ];
    rows(columns, requirements, language, |requirement| {
        let what = text(language, &requirement.what);
        let what = if requirement.count == 1 { what } else { format!("{}× {what}", requirement.count) };
        let differ = requirement.where_differ.as_ref().map(|differing| {
            let (fields, event) = (differing.fields.join(", "), &differing.event);
            match language {
                Language::Nl => format!(" (als {fields} van {event} verschillen)"),
                Language::En => format!(" (where {fields} of {event} differ)"),
            }
        });
        let what = what + &differ.unwrap_or_default();
        [
            with_conditions(what, &conditions(language, &requirement.when), language),
            text(language, &requirement.supplier),
            requirement.needed_for.join(", "),
            age(requirement, language),
            section(&requirement.provenance),
        ]
    })
}

fn age(requirement: &Requirement, language: Language) -> String {
    let most = requirement.at_most_old.map(|term| (say(language, "hoogstens", "at most"), term));
    let least = requirement.at_least_since.map(|term| (say(language, "minstens", "at least"), term));
    let words = most.into_iter().chain(least).map(|(word, term)| format!("{word} {}", text(language, &term.text())));
    let on = requirement.age_on.iter().map(|event| format!("{} {event}", say(language, "bij", "on")));
    words.chain(on).collect::<Vec<_>>().join(", ")
}

fn terms(procedure: &Procedure, language: Language) -> Option<Table> {
    let columns = [
        ("termijn", "term"),
        ("hoe lang", "how long"),
        ("vanaf", "from"),
        ("gehaald door", "met by"),
        ("verlengd, opgeschort", "extended, suspended"),
        ("paragraaf", "section"),
    ];
    rows(columns, &procedure.terms, language, |term| {
        let then = term.then.as_ref().map(|then| format!(" → {}", text(language, then)));
        [
            format!("{}{}{}", kind(term.kind, language), text(language, &term.what), then.unwrap_or_default()),
            text(language, &term.ends_in_words(procedure)),
            trigger(language, &term.starts),
            met_by(term, language),
            changed(term, language),
            section(&term.provenance),
        ]
    })
}

fn kind(kind: TermKind, language: Language) -> &'static str {
    match kind {
        TermKind::Deadline => "",
        TermKind::Validity => say(language, "geldigheid: ", "validity: "),
        TermKind::Retention => say(language, "bewaren: ", "keep: "),
    }
}

fn met_by(term: &TermRule, language: Language) -> String {
    let granted = triggers(language, &term.granted_by);
    let until = say(language, "tot de dag erna", "until the day after");
    let granted = (!granted.is_empty()).then(|| format!("{granted} {until}"));
    let met = Some(triggers(language, &term.met_by)).filter(|met| !met.is_empty());
    met.into_iter().chain(granted).collect::<Vec<_>>().join("; ")
}

fn changed(term: &TermRule, language: Language) -> String {
    let extended = term.extended.as_ref().map(|extension| {
        let (by, on) = (text(language, &extension.by.text()), trigger(language, &extension.on));
        let until = extension.until.as_ref().map(|field| format!(" {} {field}", say(language, "of tot", "or until")));
        format!("+ {by}{} {} {on}", until.unwrap_or_default(), say(language, "na", "after"))
    });
    let last = say(language, "niet voor het laatste vereiste er is", "not before the last of what is needed is there");
    let last = term.from_last_required.then(|| last.to_owned());
    let suspended = term.suspended.as_ref().map(|(from, until)| {
        let (from, until) = (trigger(language, from), trigger(language, until));
        format!("{} {from} – {until}", say(language, "opgeschort", "suspended"))
    });
    let statutory = term.statutory.then(|| say(language, "wettelijk", "statutory").to_owned());
    last.into_iter().chain(extended).chain(suspended).chain(statutory).collect::<Vec<_>>().join("; ")
}

fn costs(costs: &[Cost], language: Language) -> Option<Table> {
    let columns = [
        ("waarvoor", "what for"),
        ("wie betaalt wie", "who pays whom"),
        ("vanaf", "from"),
        ("hoe vaak", "how often"),
        ("parameter", "parameter"),
        ("regel", "rule"),
        ("paragraaf", "section"),
    ];
    rows(columns, costs, language, |cost| {
        let until = match triggers(language, &cost.ends) {
            none if none.is_empty() => none,
            until => format!(" {} {until}", say(language, "tot", "until")),
        };
        let first = cost
            .not_before
            .as_ref()
            .map(|first| format!(", {} {}", say(language, "niet voor", "not before"), trigger(language, first)));
        let first = first.unwrap_or_default();
        [
            with_conditions(text(language, &cost.what), &cost_conditions(cost, language), language),
            format!("{} → {}", text(language, &cost.payer), text(language, &cost.payee)),
            format!("{}{first}{until}", trigger(language, &cost.starts)),
            payment(&cost.payment, language),
            cost.parameters().chain(cost.months_at_most.as_deref()).collect::<Vec<_>>().join(", "),
            cost.rule.clone(),
            section(&cost.provenance),
        ]
    })
}

/// When a cost applies: by fields of the case, and by how long ago something
/// was.
fn cost_conditions(cost: &Cost, language: Language) -> String {
    let mut all = conditions(language, &cost.when);
    if let Some(Since { event, by, longer }) = &cost.since {
        let by = text(language, &by.text());
        let since = match (longer, language) {
            (false, Language::Nl) => format!("binnen {by} na {event}"),
            (false, Language::En) => format!("within {by} of {event}"),
            (true, Language::Nl) => format!("meer dan {by} na {event}"),
            (true, Language::En) => format!("more than {by} after {event}"),
        };
        all = if all.is_empty() { since } else { format!("{all}; {since}") };
    }
    all
}

fn payment(payment: &Payment, language: Language) -> String {
    match payment {
        Payment::Once => say(language, "eenmalig", "once").to_owned(),
        Payment::Yearly => say(language, "per jaar", "yearly").to_owned(),
        Payment::YearlyCounted(count) => {
            let how = say(
                language,
                "per kalenderjaar, naar de teldatum in het jaar ervoor:",
                "by calendar year, counted in the year before on",
            );
            format!("{how} {count}")
        }
        Payment::SchoolYear => say(language, "voor een schooljaar", "for a school year").to_owned(),
        Payment::Nothing(why) => format!("{}: {}", say(language, "niets", "nothing"), text(language, why)),
        Payment::YearlyFromNextMonth(term) => {
            let how = say(language, "per jaar vanaf de volgende maand,", "yearly from the next month,");
            format!("{how} {}", text(language, &term.text()))
        }
        Payment::MonthlyFor(field) => format!("{} {field}", say(language, "per maand:", "monthly:")),
    }
}

fn objections(objections: &[Objection], language: Language) -> Option<Table> {
    let columns = [
        ("tegen", "against"),
        ("besluit", "decision"),
        ("bij wie", "with whom"),
        ("binnen", "within"),
        ("paragraaf", "section"),
    ];
    rows(columns, objections, language, |objection| {
        let silent = say(language, "niet bekend", "not known").to_owned();
        [
            text(language, &objection.what),
            trigger(language, &objection.decision),
            text(language, &objection.lodged_with),
            objection.within.map_or(silent, |term| text(language, &term.text())),
            section(&objection.provenance),
        ]
    })
}

fn criteria(criteria: &[Criterion], language: Language) -> Option<Table> {
    let columns = [
        ("voor", "for"),
        ("", ""),
        ("criterium", "criterion"),
        ("behoefte, van licht naar zwaar", "need, from light to heavy"),
        ("paragraaf", "section"),
    ];
    rows(columns, criteria, language, |criterion| {
        let title = with_conditions(text(language, &criterion.title), &conditions(language, &criterion.when), language);
        let needs: Vec<_> = criterion.all.iter().map(|wanted| need(language, wanted)).collect();
        let (provision, clause) = (criterion.provision.clone(), criterion.clause.clone());
        [provision, clause, title, needs.join("; "), section(&criterion.provenance)]
    })
}

fn checks(checks: &[Check], language: Language) -> Option<Table> {
    let columns = [("toets", "check"), ("regel", "rule"), ("paragraaf", "section")];
    rows(columns, checks, language, |check| {
        [check.id.clone(), text(language, &check.title), section(&check.provenance)]
    })
}

fn sectors(procedure: &Procedure) -> String {
    procedure.sectors.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn with_conditions(what: String, conditions: &str, language: Language) -> String {
    if conditions.is_empty() { what } else { format!("{what}, {} {conditions}", say(language, "als", "if")) }
}

/// Where something stands, with the mark of its status.
fn section(provenance: &Provenance) -> String {
    let section = provenance.source().map_or("–", |source| source.section.as_str());
    format!("{section}{}", mark(provenance.status()))
}

/// Where something stands in full, and how it follows if it is not stated.
fn source(provenance: &Provenance) -> String {
    let source = provenance.source().map(|source| format!("{}, {}", source.document, source.section));
    let parts = source.into_iter().chain(provenance.reasoning().map(str::to_owned));
    let parts: Vec<_> = parts.collect();
    format!("{}{}", parts.join(". "), mark(provenance.status()))
}

/// Its parts by their names, each with where it stands.
fn parts(procedure: &Procedure, language: Language) -> Vec<(String, &Provenance)> {
    let named = |nl: &str, en: &str, id: &str| format!("{} {id}", say(language, nl, en));
    let mut parts = vec![(procedure.id.clone(), &procedure.provenance)];
    let competent = say(language, "bevoegd", "competent").to_owned();
    parts.extend(procedure.jurisdiction.iter().map(|part| (competent.clone(), &part.provenance)));
    parts.extend(procedure.steps.iter().map(|part| (named("stap", "step", &part.id), &part.provenance)));
    let requirement = |id: &str| named("vereiste", "requirement", id);
    parts.extend(procedure.requirements.iter().map(|part| (requirement(&part.id), &part.provenance)));
    parts.extend(procedure.terms.iter().map(|part| (named("termijn", "term", &part.id), &part.provenance)));
    parts.extend(procedure.costs.iter().map(|part| (named("geld", "money", &part.id), &part.provenance)));
    let objection = |objection: &Objection| named("bezwaar", "objection", &trigger(language, &objection.decision));
    parts.extend(procedure.objections.iter().map(|part| (objection(part), &part.provenance)));
    let criterion = |part: &Criterion| named("criterium", "criterion", &format!("{} {}", part.provision, part.clause));
    parts.extend(procedure.criteria.iter().map(|part| (criterion(part), &part.provenance)));
    parts.extend(procedure.checks.iter().map(|part| (named("toets", "check", &part.id), &part.provenance)));
    parts
}

/// The marks that there are, explained.
fn legend<'a>(provenances: impl Iterator<Item = &'a Provenance>, language: Language) -> String {
    if provenances.into_iter().all(|provenance| mark(provenance.status()).is_empty()) {
        return String::new();
    }
    say(
        language,
        "\n* afgeleid uit wat het document zegt   ? het document zwijgt\n",
        "\n* interpreted from what the document says   ? the document is silent\n",
    )
    .to_owned()
}
