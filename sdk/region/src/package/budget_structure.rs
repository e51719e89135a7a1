//! How the lines of a published budget come about: whether what its file says
//! of that fits together.

use std::collections::BTreeSet;

use swv_core::{Cell, Line, MadeOf};

use super::{BudgetFile, BudgetTableKind, PublishedLine};

/// What a budget file says of its lines that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StructureFault {
    /// A line of a summary says how it comes about.
    #[error("a summary does not say how its lines come about; say it in the table in detail")]
    InSummary,
    /// A line is made in two ways.
    #[error("`{0}` and `{1}` exclude each other; keep the one that makes the line")]
    Both(&'static str, &'static str),
    /// A key stands without the one that it belongs to: what is taken off
    /// without a sum, a parameter without the rule that results name.
    #[error("`{key}` belongs to `{to}`, which is not there; add it")]
    Without {
        /// The key.
        key: &'static str,
        /// The one that it belongs to.
        to: &'static str,
    },
    /// A sum of nothing.
    #[error("`sum` names no line; name the lines that it adds up, or leave it out")]
    EmptySum,
    /// `[rules]` does not name what results call such a line.
    #[error("results name a rule for each line; add `{key}` to [rules]")]
    Unnamed {
        /// The key that is missing from `[rules]`.
        key: &'static str,
    },
    /// A line that is stated throughout lists columns in which it is.
    #[error("is stated in every column, as nothing else makes it; leave out `stated`")]
    StatedAnyway,
    /// A column that is not there.
    #[error("`{key}` names column {column:?}, which `columns` does not name")]
    NoColumn {
        /// The key.
        key: &'static str,
        /// The column.
        column: String,
    },
    /// A column in which the line does not exist has a value or is stated.
    #[error("does not exist in column {column:?} by `not_in`, and is stated or printed there; correct one of them")]
    NotThere {
        /// The column.
        column: String,
    },
    /// A sum over a line that is not there.
    #[error("`{key}` names {part:?}, which is no line of this table")]
    NoLine {
        /// The key.
        key: &'static str,
        /// The part.
        part: String,
    },
    /// A line counts twice in a sum.
    #[error("{part:?} counts twice in its sum; name it once")]
    Twice {
        /// The part.
        part: String,
    },
    /// A sum over a line in another unit.
    #[error("its sum counts {part:?}, which is in another unit")]
    OtherUnit {
        /// The part.
        part: String,
    },
    /// A sum that counts itself.
    #[error("counts itself: {}", .path.join(", which counts "))]
    Circle {
        /// The sums from the line back to itself.
        path: Vec<String>,
    },
}

impl PublishedLine {
    /// How it comes about, in the columns for which the document does not
    /// state it.
    pub fn made_of(&self) -> MadeOf {
        match (&self.sum, &self.parameter, &self.stated_unless_supplied, &self.rule) {
            (Some(plus), ..) => MadeOf::Sum { plus: plus.clone(), less: self.less.clone() },
            (None, Some(parameter), ..) => MadeOf::Parameter { parameter: parameter.clone() },
            (None, None, Some(parameter), _) => MadeOf::StatedUnlessSupplied { parameter: parameter.clone() },
            (None, None, None, Some(_)) => MadeOf::Rule,
            (None, None, None, None) => MadeOf::Stated,
        }
    }

    /// Whether the document states it in a column, so that there is nothing to
    /// compute.
    pub fn is_stated_in(&self, column: &str) -> bool {
        let is_in = |columns: &[String]| columns.iter().any(|id| id == column);
        !is_in(&self.not_in) && (self.is_stated_throughout() || is_in(&self.stated))
    }

    fn is_stated_throughout(&self) -> bool {
        self.sum.is_none() && self.parameter.is_none() && (self.rule.is_none() || self.stated_unless_supplied.is_some())
    }

    /// The lines that it adds up and takes off, each with the key that does.
    fn parts(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let plus = self.sum.iter().flatten().map(|part| ("sum", part));
        plus.chain(self.less.iter().map(|part| ("less", part)))
    }

    /// What a plugin receives of it in a column; none where it is computed.
    fn given(&self, column: &str) -> Option<Cell> {
        if self.not_in.iter().any(|id| id == column) {
            return Some(Cell::NotApplicable);
        }
        self.is_stated_in(column).then(|| self.cell(column))
    }

    /// The keys that belong together do so.
    fn check_keys(&self) -> Result<(), StructureFault> {
        let (sum, rule) = (("sum", self.sum.is_some()), ("rule", self.rule.is_some()));
        let parameter = ("parameter", self.parameter.is_some());
        let unless = ("stated_unless_supplied", self.stated_unless_supplied.is_some());
        let exclude = [(sum, rule), (sum, parameter), (sum, unless), (parameter, unless)];
        if let Some(((one, _), (other, _))) = exclude.into_iter().find(|((_, one), (_, other))| *one && *other) {
            return Err(StructureFault::Both(one, other));
        }
        let belong = [(("less", !self.less.is_empty()), sum), (parameter, rule), (unless, rule)];
        if let Some(((key, _), (to, _))) = belong.into_iter().find(|((_, key), (_, to))| *key && !to) {
            return Err(StructureFault::Without { key, to });
        }
        if self.sum.as_ref().is_some_and(Vec::is_empty) {
            return Err(StructureFault::EmptySum);
        }
        match self.is_stated_throughout() && !self.stated.is_empty() {
            true => Err(StructureFault::StatedAnyway),
            false => Ok(()),
        }
    }
}

impl BudgetFile {
    /// The rule that results name for a line.
    pub fn rule<'a>(&'a self, line: &'a PublishedLine) -> Option<&'a str> {
        let named = match line.made_of() {
            MadeOf::Stated => &self.rules.stated,
            MadeOf::Sum { less, .. } if less.is_empty() => &self.rules.sum,
            MadeOf::Sum { .. } => &self.rules.difference,
            MadeOf::StatedUnlessSupplied { .. } | MadeOf::Parameter { .. } | MadeOf::Rule => &line.rule,
        };
        named.as_deref()
    }

    /// The lines, as rules receive them: of what is printed only what the
    /// document states.
    pub fn lines(&self) -> Vec<Line> {
        let line = |line: &PublishedLine| Line {
            id: line.id.clone(),
            rule: self.rule(line).unwrap_or_default().to_owned(),
            unit: line.cell_unit(),
            made_of: line.made_of(),
            given: self.columns.iter().map(|column| line.given(&column.id)).collect(),
        };
        self.lines.iter().map(line).collect()
    }

    /// How each line comes about fits together; an error names the line.
    pub(super) fn check_structure(&self) -> Result<(), (&PublishedLine, StructureFault)> {
        self.lines.iter().try_for_each(|line| {
            match self.table {
                BudgetTableKind::Detail => self.check_line(line),
                BudgetTableKind::Summary if line.made_of() != MadeOf::Stated => Err(StructureFault::InSummary),
                BudgetTableKind::Summary => Ok(()),
            }
            .map_err(|fault| (line, fault))
        })?;
        self.check_circles()
    }

    fn check_line(&self, line: &PublishedLine) -> Result<(), StructureFault> {
        line.check_keys()?;
        for (key, columns) in [("stated", &line.stated), ("not_in", &line.not_in)] {
            let unknown = columns.iter().find(|id| !self.columns.iter().any(|column| column.id == **id));
            if let Some(column) = unknown.cloned() {
                return Err(StructureFault::NoColumn { key, column });
            }
        }
        let there = |column: &&String| line.stated.contains(column) || line.values.contains_key(*column);
        if let Some(column) = line.not_in.iter().find(there).cloned() {
            return Err(StructureFault::NotThere { column });
        }
        for (at, (key, part)) in line.parts().enumerate() {
            let found = self.line(part).ok_or_else(|| StructureFault::NoLine { key, part: part.clone() })?;
            if line.parts().take(at).any(|(_, earlier)| earlier == part) {
                return Err(StructureFault::Twice { part: part.clone() });
            }
            if found.unit != line.unit {
                return Err(StructureFault::OtherUnit { part: part.clone() });
            }
        }
        let key = match (&line.sum, line.less.is_empty()) {
            (None, _) => "stated",
            (Some(_), true) => "sum",
            (Some(_), false) => "difference",
        };
        self.rule(line).map(drop).ok_or(StructureFault::Unnamed { key })
    }

    /// No sum counts itself, by way of others or at once.
    fn check_circles(&self) -> Result<(), (&PublishedLine, StructureFault)> {
        let mut open: Vec<&PublishedLine> = self.lines.iter().filter(|line| line.sum.is_some()).collect();
        loop {
            let ids: BTreeSet<&str> = open.iter().map(|line| line.id.as_str()).collect();
            let before = open.len();
            open.retain(|line| line.parts().any(|(_, part)| ids.contains(part.as_str())));
            if open.len() == before {
                break;
            }
        }
        let Some(first) = open.first() else { return Ok(()) };
        // What is left counts, in the end, lines of a circle only.
        let mut path = vec![*first];
        loop {
            let last = path[path.len() - 1];
            let next = open.iter().find(|line| last.parts().any(|(_, part)| *part == line.id));
            let Some(next) = next else { return Ok(()) };
            if let Some(at) = path.iter().position(|line| line.id == next.id) {
                let path = path[at..].iter().chain([next]).map(|line| line.id.clone()).collect();
                return Err((next, StructureFault::Circle { path }));
            }
            path.push(next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of these lines, each its id and its further keys, over 2024 and
    /// 2025.
    fn table(kind: &str, lines: &[(&str, &str)]) -> BudgetFile {
        let mut text = format!(
            "sector = 'po'\ntable = '{kind}'\ndocument = 'd'\nsection = 's'\n\
             [rules]\nstated = 'vastgesteld'\nsum = 'optelling'\n"
        );
        for year in [2024, 2025] {
            text += &format!("[[columns]]\nid = '{year}'\nyear = {year}\nkind = 'budget'\nlabel = '{year}'\n");
        }
        for (id, keys) in lines {
            text += &format!(
                "[[lines]]\nid = '{id}'\nlabel = 'l'\ngroup = 'g'\nsection = 's'\nkind = 'expense'\n{keys}\n\
                 values = {{ 2024 = '1' }}\n"
            );
        }
        toml::from_str(&text).unwrap()
    }

    /// What is wrong with a line of these keys above the line `huur`.
    fn fault(keys: &str) -> StructureFault {
        let file = table("detail", &[("lasten", keys), ("huur", "")]);
        let (line, fault) = file.check_structure().unwrap_err();
        assert_eq!(line.id, "lasten", "{keys}");
        fault
    }

    #[test]
    fn a_line_is_stated_or_a_sum_or_a_rule_or_a_parameter() {
        let keys = [
            ("", MadeOf::Stated),
            ("sum = ['huur']", MadeOf::Sum { plus: vec!["huur".into()], less: vec![] }),
            ("rule = 'r'", MadeOf::Rule),
            ("rule = 'r'\nparameter = 'p'", MadeOf::Parameter { parameter: "p".into() }),
            ("rule = 'r'\nstated_unless_supplied = 'p'", MadeOf::StatedUnlessSupplied { parameter: "p".into() }),
        ];
        for (keys, made_of) in keys {
            let file = table("detail", &[("lasten", keys), ("huur", "")]);
            assert_eq!(file.check_structure(), Ok(()), "{keys}");
            assert_eq!(file.lines()[0].made_of, made_of, "{keys}");
        }
    }

    #[test]
    fn results_name_the_rule_of_the_line_or_that_of_all_such_lines() {
        let file = table("detail", &[("lasten", "sum = ['huur', 'loon']"), ("huur", "rule = 'r'"), ("loon", "")]);
        let rules: Vec<_> = file.lines().into_iter().map(|line| line.rule).collect();
        assert_eq!(rules, ["optelling", "r", "vastgesteld"]);
        let key = "difference";
        assert_eq!(
            fault("sum = ['huur']\nless = ['loon']"),
            StructureFault::NoLine { key: "less", part: "loon".into() }
        );
        let file = table("detail", &[("lasten", "sum = ['huur']\nless = ['loon']"), ("huur", ""), ("loon", "")]);
        assert_eq!(file.check_structure().unwrap_err().1, StructureFault::Unnamed { key });
    }

    #[test]
    fn only_what_the_document_states_is_handed_over() {
        let keys = "rule = 'r'\nstated = ['2024']";
        assert_eq!(table("detail", &[("huur", keys)]).lines()[0].given, [Some(Cell::Amount(100)), None]);
        let keys = "rule = 'r'\nnot_in = ['2025']";
        assert_eq!(table("detail", &[("huur", keys)]).lines()[0].given, [None, Some(Cell::NotApplicable)]);
        let empty = table("detail", &[("huur", "empty = 'unknown'")]);
        assert_eq!(empty.lines()[0].given, [Some(Cell::Amount(100)), Some(Cell::Unknown)]);
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let faults = [
            ("sum = ['huur']\nrule = 'r'", StructureFault::Both("sum", "rule")),
            ("sum = ['huur']\nparameter = 'p'", StructureFault::Both("sum", "parameter")),
            (
                "rule = 'r'\nparameter = 'p'\nstated_unless_supplied = 'q'",
                StructureFault::Both("parameter", "stated_unless_supplied"),
            ),
            ("parameter = 'p'", StructureFault::Without { key: "parameter", to: "rule" }),
            ("less = ['huur']", StructureFault::Without { key: "less", to: "sum" }),
            ("sum = []", StructureFault::EmptySum),
            ("stated = ['2024']", StructureFault::StatedAnyway),
            ("rule = 'r'\nstated = ['2042']", StructureFault::NoColumn { key: "stated", column: "2042".into() }),
            ("rule = 'r'\nnot_in = ['2042']", StructureFault::NoColumn { key: "not_in", column: "2042".into() }),
            ("rule = 'r'\nnot_in = ['2024']", StructureFault::NotThere { column: "2024".into() }),
            ("sum = ['nergens']", StructureFault::NoLine { key: "sum", part: "nergens".into() }),
            ("sum = ['huur']\nless = ['huur']", StructureFault::Twice { part: "huur".into() }),
            ("sum = ['huur']\nunit = 'ratio'", StructureFault::OtherUnit { part: "huur".into() }),
        ];
        for (keys, expected) in faults {
            assert_eq!(fault(keys), expected, "{keys}");
        }
        let summary = table("summary", &[("lasten", "sum = ['huur']"), ("huur", "")]);
        assert_eq!(summary.check_structure().unwrap_err().1, StructureFault::InSummary);
    }

    #[test]
    fn a_sum_that_counts_itself_is_refused_with_its_way_round() {
        let fault = fault("sum = ['lasten']");
        assert_eq!(fault.to_string(), "counts itself: lasten, which counts lasten");
        let lines = [("top", "sum = ['a']"), ("a", "sum = ['huur', 'b']"), ("b", "sum = ['a']"), ("huur", "")];
        let file = table("detail", &lines);
        let (line, fault) = file.check_structure().unwrap_err();
        assert_eq!(
            (line.id.as_str(), fault.to_string().as_str()),
            ("a", "counts itself: a, which counts b, which counts a")
        );
    }
}
