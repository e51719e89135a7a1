//! What every capability exchanges.

use jiff::civil::Date;
use swv_core::{
    BudgetFigure, BudgetFigures, CalendarYear, DatedValue, Fact, Facts, Failure, Invalid, Lack, Money, Needed,
    Parameters, Provenance, Rate, SchoolYear, Sector, Source, Status, Text, Validity, Value, Year,
};

use crate::cross::{Cross, enumeration, fallible, record};
use crate::wit::types as wit;

enumeration!(wit::Sector = Sector { Po, Vo });
enumeration!(wit::Status = Status { Explicit, Interpreted, Silent });
record!(wit::Text = Text { nl, en });
record!(wit::Source = Source { document, section });
record!(wit::DatedValue = DatedValue { key, from => cross, until => cross, value => cross });
record!(wit::Fact = Fact { id, year => cross, value => cross });
record!(wit::BudgetFigure = BudgetFigure { line, year => cross, amount => cross });
record!(wit::Lack = Lack { needed => cross, recipient, rule, supplier => cross });
record!(wit::Invalid = Invalid { place, value, rule => cross });

fn invalid(value: impl ToString, nl: &str, en: impl ToString) -> Invalid {
    Invalid { place: String::new(), value: value.to_string(), rule: Text::new(nl, en.to_string()) }
}

impl TryFrom<wit::Date> for Date {
    type Error = Invalid;

    fn try_from(given: wit::Date) -> Result<Date, Invalid> {
        let wit::Date { year, month, day } = given;
        let part = |part: u8| i8::try_from(part).unwrap_or_default();
        Date::new(year, part(month), part(day))
            .map_err(|_| invalid(format!("{year}-{month}-{day}"), "de dag bestaat", "the day exists in the calendar"))
    }
}

impl TryFrom<Date> for wit::Date {
    type Error = Invalid;

    fn try_from(day: Date) -> Result<wit::Date, Invalid> {
        Ok(wit::Date { year: day.year(), month: day.month().unsigned_abs(), day: day.day().unsigned_abs() })
    }
}

fallible!(wit::Date, Date);

impl TryFrom<wit::Provenance> for Provenance {
    type Error = Invalid;

    fn try_from(given: wit::Provenance) -> Result<Provenance, Invalid> {
        let source = Cross::<Option<Source>>::cross(given.source)?;
        let shown = source.as_ref().map(|source| format!("{}, {}", source.document, source.section));
        Provenance::new(given.status.into(), source, given.reasoning).map_err(|error| {
            invalid(shown.unwrap_or_default(), "wat ergens staat, heeft een bron en zo nodig een redenering", error)
        })
    }
}

impl TryFrom<Provenance> for wit::Provenance {
    type Error = Invalid;

    fn try_from(given: Provenance) -> Result<wit::Provenance, Invalid> {
        Ok(wit::Provenance {
            status: given.status().into(),
            source: given.source().cloned().cross()?,
            reasoning: given.reasoning().map(str::to_owned),
        })
    }
}

fallible!(wit::Provenance, Provenance);

impl TryFrom<wit::Value> for Value {
    type Error = Invalid;

    fn try_from(given: wit::Value) -> Result<Value, Invalid> {
        Ok(match given {
            wit::Value::Money(cents) => Value::Money(Money::from_cents(cents)),
            wit::Value::Count(count) => Value::Count(count),
            wit::Value::Rate(wit::Decimal { mantissa, scale }) => {
                let shown = format!("{mantissa}e-{scale}");
                let rate = Rate::new(mantissa, u32::from(scale));
                Value::Rate(rate.map_err(|error| invalid(shown, "het getal past in een breuk", error))?)
            }
        })
    }
}

impl TryFrom<Value> for wit::Value {
    type Error = Invalid;

    fn try_from(given: Value) -> Result<wit::Value, Invalid> {
        Ok(match given {
            Value::Money(amount) => wit::Value::Money(amount.cents()),
            Value::Count(count) => wit::Value::Count(count),
            Value::Rate(rate) => {
                let too_long = || {
                    let en = "it has no more digits than can cross";
                    invalid(rate, "het heeft niet meer cijfers dan er oversteken", en)
                };
                wit::Value::Rate(wit::Decimal {
                    mantissa: i64::try_from(rate.mantissa()).map_err(|_| too_long())?,
                    scale: u8::try_from(rate.scale()).map_err(|_| too_long())?,
                })
            }
        })
    }
}

fallible!(wit::Value, Value);

impl TryFrom<wit::Needed> for Needed {
    type Error = Invalid;

    fn try_from(given: wit::Needed) -> Result<Needed, Invalid> {
        Ok(match given {
            wit::Needed::Parameter(of) => Needed::Parameter { key: of.key, on: of.on.cross()? },
            wit::Needed::Fact(of) => Needed::Fact { id: of.id, year: of.year.cross()? },
            wit::Needed::BudgetLine(of) => Needed::BudgetLine { line: of.line, year: of.year.cross()? },
            wit::Needed::BudgetCell(of) => Needed::BudgetCell { line: of.line, column: of.column },
            wit::Needed::Quantity(name) => Needed::Quantity(name),
            wit::Needed::Attribute(name) => Needed::Attribute(name),
            wit::Needed::Other(text) => Needed::Other(text.cross()?),
        })
    }
}

impl TryFrom<Needed> for wit::Needed {
    type Error = Invalid;

    fn try_from(given: Needed) -> Result<wit::Needed, Invalid> {
        Ok(match given {
            Needed::Parameter { key, on } => wit::Needed::Parameter(wit::NeededParameter { key, on: on.cross()? }),
            Needed::Fact { id, year } => wit::Needed::Fact(wit::NeededFact { id, year: year.cross()? }),
            Needed::BudgetLine { line, year } => {
                wit::Needed::BudgetLine(wit::NeededBudgetLine { line, year: year.cross()? })
            }
            Needed::BudgetCell { line, column } => wit::Needed::BudgetCell(wit::NeededBudgetCell { line, column }),
            Needed::Quantity(name) => wit::Needed::Quantity(name),
            Needed::Attribute(name) => wit::Needed::Attribute(name),
            Needed::Other(text) => wit::Needed::Other(text.cross()?),
        })
    }
}

fallible!(wit::Needed, Needed);

impl TryFrom<wit::Failure> for Failure {
    type Error = Invalid;

    fn try_from(given: wit::Failure) -> Result<Failure, Invalid> {
        Ok(match given {
            wit::Failure::Missing(lacks) => Failure::Missing(lacks.cross()?),
            wit::Failure::Invalid(invalid) => Failure::Invalid(invalid.cross()?),
            wit::Failure::NotOffered(text) => Failure::NotOffered(text.cross()?),
            wit::Failure::OutOfRange(what) => Failure::OutOfRange(what),
            wit::Failure::Other(other) => Failure::Other { code: other.code, message: other.message.cross()? },
        })
    }
}

impl Cross<Failure> for wit::Failure {
    fn cross(self) -> Result<Failure, Invalid> {
        self.try_into()
    }
}

impl From<Failure> for wit::Failure {
    /// What cannot cross itself crosses as the rule that it breaks. Once in a
    /// plugin, not once in each of its exports.
    #[inline(never)]
    fn from(given: Failure) -> wit::Failure {
        let crossed = || {
            Ok(match given {
                Failure::Missing(lacks) => wit::Failure::Missing(lacks.cross()?),
                Failure::Invalid(invalid) => wit::Failure::Invalid(invalid.cross()?),
                Failure::NotOffered(text) => wit::Failure::NotOffered(text.cross()?),
                Failure::OutOfRange(what) => wit::Failure::OutOfRange(what),
                Failure::Other { code, message } => {
                    wit::Failure::Other(wit::OtherFailure { code, message: message.cross()? })
                }
            })
        };
        crossed().unwrap_or_else(|invalid: Invalid| invalid.into())
    }
}

impl From<Invalid> for wit::Failure {
    fn from(Invalid { place, value, rule: Text { nl, en } }: Invalid) -> wit::Failure {
        wit::Failure::Invalid(wit::Invalid { place, value, rule: wit::Text { nl, en } })
    }
}

impl TryFrom<wit::Year> for Year {
    type Error = Invalid;

    fn try_from(given: wit::Year) -> Result<Year, Invalid> {
        match given {
            wit::Year::Calendar(year) => CalendarYear::new(year)
                .map(Year::Calendar)
                .map_err(|error| invalid(year, "het is een kalenderjaar", error)),
            wit::Year::School(start) => SchoolYear::starting_in(start)
                .map(Year::School)
                .map_err(|error| invalid(start, "het is een schooljaar", error)),
        }
    }
}

impl TryFrom<Year> for wit::Year {
    type Error = Invalid;

    fn try_from(given: Year) -> Result<wit::Year, Invalid> {
        Ok(match given {
            Year::Calendar(year) => wit::Year::Calendar(year.get()),
            Year::School(year) => wit::Year::School(year.start_year()),
        })
    }
}

fallible!(wit::Year, Year);

impl TryFrom<wit::Validity> for Validity {
    type Error = Invalid;

    fn try_from(given: wit::Validity) -> Result<Validity, Invalid> {
        let (from, until): (Option<Date>, Option<Date>) = (given.from.cross()?, given.until.cross()?);
        let days = || format!("{} to {}", shown(from), shown(until));
        Validity::new(from, until).map_err(|error| invalid(days(), "de eerste dag is niet na de laatste", error))
    }
}

impl TryFrom<Validity> for wit::Validity {
    type Error = Invalid;

    fn try_from(given: Validity) -> Result<wit::Validity, Invalid> {
        Ok(wit::Validity { from: given.from().cross()?, until: given.until().cross()? })
    }
}

fallible!(wit::Validity, Validity);

fn shown(day: Option<Date>) -> String {
    day.map_or_else(|| "…".to_owned(), |day| day.to_string())
}

impl Cross<Money> for i64 {
    fn cross(self) -> Result<Money, Invalid> {
        Ok(Money::from_cents(self))
    }
}

impl Cross<i64> for Money {
    fn cross(self) -> Result<i64, Invalid> {
        Ok(self.cents())
    }
}

/// A place in a list, or how long it is.
impl Cross<usize> for u32 {
    fn cross(self) -> Result<usize, Invalid> {
        Ok(self as usize)
    }
}

impl Cross<u32> for usize {
    fn cross(self) -> Result<u32, Invalid> {
        u32::try_from(self).map_err(|_| invalid(self, "de lijst is niet te lang", "the list is not too long"))
    }
}

/// Lists that are more than a list in the domain.
macro_rules! lists {
    ($($wit:ident, $of:ident, $items:ident;)+) => {
        $(
            impl Cross<$of> for Vec<wit::$wit> {
                fn cross(self) -> Result<$of, Invalid> {
                    self.cross().map($of::new)
                }
            }

            impl Cross<Vec<wit::$wit>> for $of {
                fn cross(self) -> Result<Vec<wit::$wit>, Invalid> {
                    self.$items().to_vec().cross()
                }
            }
        )+
    };
}

lists! {
    DatedValue, Parameters, values;
    Fact, Facts, facts;
    BudgetFigure, BudgetFigures, figures;
}

/// Names that cross as they are.
impl Cross<String> for String {
    fn cross(self) -> Result<String, Invalid> {
        Ok(self)
    }
}
