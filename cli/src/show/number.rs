//! Numbers as people in the Netherlands and elsewhere write them.

use swv_core::Language;

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

/// An amount in cents as euros; cents are written where there are any.
pub(crate) fn amount(language: Language, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let euros = whole(language, i64::try_from(cents.unsigned_abs() / 100).unwrap_or(i64::MAX));
    match cents.unsigned_abs() % 100 {
        0 => format!("€ {sign}{euros}"),
        rest => format!("€ {sign}{euros}{}{rest:02}", point(language)),
    }
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
            (0, "€ 0", "€ 0"),
            (5, "€ 0,05", "€ 0.05"),
            (-79_015, "€ -790,15", "€ -790.15"),
            (100_000, "€ 1.000", "€ 1,000"),
            (1_941_280_600, "€ 19.412.806", "€ 19,412,806"),
            (i64::MIN, "€ -92.233.720.368.547.758,08", "€ -92,233,720,368,547,758.08"),
        ];
        for (cents, nl, en) in cases {
            assert_eq!(amount(Language::Nl, cents), nl);
            assert_eq!(amount(Language::En, cents), en);
        }
        assert_eq!(whole(Language::Nl, -1_234_567), "-1.234.567");
        assert_eq!(decimal(Language::Nl, "3.52"), "3,52");
    }
}
