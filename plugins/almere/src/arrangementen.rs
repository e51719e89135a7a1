//! For whom the arrangements of the two overviews are, and how long they last.

/// An arrangement, as far as an overview limits it.
pub(crate) struct Arrangement {
    name: &'static str,
    /// From which age until which, in years.
    pub(crate) ages: Option<(u32, u32)>,
    /// From which group or year until which.
    pub(crate) groups: Option<(u32, u32)>,
    /// How long at least.
    pub(crate) at_least: Option<Length>,
    /// How long at most.
    pub(crate) at_most: Option<Length>,
}

/// How long an arrangement lasts.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    Weeks(i32),
    Months(i32),
}

const NO_LIMIT: Arrangement = Arrangement { name: "", ages: None, groups: None, at_least: None, at_most: None };

const fn of_groups(name: &'static str, from: u32, until: u32) -> Arrangement {
    Arrangement { name, groups: Some((from, until)), ..NO_LIMIT }
}

/// No age is too high.
const AND_UP: u32 = 99;

const ARRANGEMENTS: [Arrangement; 22] = [
    of_groups("kleine-groep", 3, 6),
    Arrangement { name: "kopklas", ages: Some((11, 14)), at_most: Some(Length::Months(12)), ..NO_LIMIT },
    Arrangement { name: "kansklas", ages: Some((11, 14)), at_most: Some(Length::Months(12)), ..NO_LIMIT },
    of_groups("dukdalf-structuurgroep", 4, 8),
    of_groups("talentenlab", 3, 8),
    of_groups("neo", 3, 8),
    of_groups("schakelgroep", 8, 8),
    of_groups("bombardon-structuurgroep", 3, 8),
    Arrangement { name: "tamboerijn", ages: Some((4, 7)), ..NO_LIMIT },
    Arrangement {
        name: "triangel",
        ages: Some((4, 7)),
        at_least: Some(Length::Months(6)),
        at_most: Some(Length::Months(8)),
        ..NO_LIMIT
    },
    of_groups("watertuin-zml", 4, 6),
    of_groups("klimop-onderbouw", 3, 5),
    of_groups("klimop-bovenbouw", 6, 8),
    of_groups("klas-op-maat", 3, 8),
    Arrangement { name: "opdc", at_most: Some(Length::Months(24)), ..NO_LIMIT },
    // Who becomes fifteen in the school year.
    Arrangement {
        name: "maatwerkklas",
        ages: Some((14, 15)),
        at_least: Some(Length::Weeks(16)),
        at_most: Some(Length::Months(12)),
        ..NO_LIMIT
    },
    Arrangement { name: "almeerkans", ages: Some((15, AND_UP)), at_most: Some(Length::Months(18)), ..NO_LIMIT },
    Arrangement { name: "thuiswerkers", at_most: Some(Length::Months(12)), ..NO_LIMIT },
    of_groups("project-12", 2, 2),
    Arrangement { name: "playing-for-success", at_most: Some(Length::Weeks(12)), ..NO_LIMIT },
    Arrangement { name: "pitstop-hb", groups: Some((1, 2)), at_most: Some(Length::Weeks(15)), ..NO_LIMIT },
    Arrangement { name: "meiden-met-pit", at_most: Some(Length::Months(12)), ..NO_LIMIT },
];

/// The arrangement of that name.
pub(crate) fn find(name: &str) -> Option<&'static Arrangement> {
    ARRANGEMENTS.iter().find(|arrangement| arrangement.name == name)
}

impl Length {
    /// In Dutch and in English.
    pub(crate) fn words(self) -> (String, String) {
        match self {
            Length::Weeks(weeks) => (format!("{weeks} weken"), format!("{weeks} weeks")),
            Length::Months(months) => (format!("{months} maanden"), format!("{months} months")),
        }
    }
}
