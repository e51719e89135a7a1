//! Numbers as people in the Netherlands and elsewhere write them.

use swv_core::{Language, Money, Rounding, Within};

/// A whole number with separators between thousands.
pub(crate) fn whole(language: Language, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        grouped.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(match language {
                Language::Nl => '.',
                Language::En => ',',
            });
        }
        grouped.push(digit);
    }
    grouped
}

/// An amount in cents as euros; cents are written where there are any. The
/// blank after the sign does not break.
pub(crate) fn amount(language: Language, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let euros = whole(language, i64::try_from(cents.unsigned_abs() / 100).unwrap_or(i64::MAX));
    match cents.unsigned_abs() % 100 {
        0 => format!("€\u{a0}{sign}{euros}"),
        rest => format!("€\u{a0}{sign}{euros}{}{rest:02}", point(language)),
    }
}

/// An amount, or the two between which it lies.
pub(crate) fn amount_within(language: Language, amount: Within<Money>) -> String {
    within(amount, |amount| self::amount(language, amount.cents()))
}

/// A value, or the two between which it lies.
pub(crate) fn within<T: Copy + Ord>(value: Within<T>, shown: impl Fn(T) -> String) -> String {
    match value.exact() {
        Some(value) => shown(value),
        None => format!("{}\u{a0}– {}", shown(value.at_least()), shown(value.at_most())),
    }
}

/// An amount from a hundred thousand euros on in whole euros, and a smaller one
/// to the cent: for comparing at a glance.
pub(crate) fn rounded_amount(language: Language, cents: i64) -> String {
    let large = cents.unsigned_abs() >= 10_000_000;
    let rounded = Money::from_cents(cents).rounded_to_euros(Rounding::HalfAwayFromZero);
    amount(language, rounded.ok().filter(|_| large).map_or(cents, Money::cents))
}

/// An exact decimal with the language's decimal sign.
pub(crate) fn decimal(language: Language, text: &str) -> String {
    text.replace('.', &point(language).to_string())
}

fn point(language: Language) -> char {
    match language {
        Language::Nl => ',',
        Language::En => '.',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_and_cents_are_written_where_there_are_any() {
        let cases = [
            (0, "€\u{a0}0", "€\u{a0}0"),
            (5, "€\u{a0}0,05", "€\u{a0}0.05"),
            (-79_015, "€\u{a0}-790,15", "€\u{a0}-790.15"),
            (100_000, "€\u{a0}1.000", "€\u{a0}1,000"),
            (1_941_280_600, "€\u{a0}19.412.806", "€\u{a0}19,412,806"),
            (i64::MIN, "€\u{a0}-92.233.720.368.547.758,08", "€\u{a0}-92,233,720,368,547,758.08"),
        ];
        for (cents, nl, en) in cases {
            assert_eq!(amount(Language::Nl, cents), nl);
            assert_eq!(amount(Language::En, cents), en);
        }
        let within = Within::between(Money::from_cents(65_78), Money::from_cents(65_79));
        assert_eq!(amount_within(Language::Nl, within), "€\u{a0}65,78\u{a0}– €\u{a0}65,79");
        assert_eq!(rounded_amount(Language::Nl, 1_941_280_623), "€\u{a0}19.412.806");
        assert_eq!(rounded_amount(Language::Nl, 40_271), "€\u{a0}402,71");
        assert_eq!(whole(Language::Nl, -1_234_567), "-1.234.567");
        assert_eq!(decimal(Language::Nl, "3.52"), "3,52");
    }
}
