use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::Rounding;

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

/// The largest rate.
const LARGEST: &str = "79228162514264337593543950335";

#[test]
fn decimals_and_percentages_are_read() {
    for (text, mantissa, scale) in
        [("0.035", 35, 3), ("3.5%", 35, 3), ("-100%", -100, 2), ("12", 12, 0), ("0.0350", 350, 4), ("-0", 0, 0)]
    {
        assert_eq!((rate(text).mantissa(), rate(text).scale()), (mantissa, scale), "{text}");
    }
    assert_eq!(rate(LARGEST).to_string(), LARGEST);
}

#[test]
fn anything_else_is_refused() {
    for text in ["", "%", "-", ".5", "5.", "+5", "3,5", "1e3", "1_0", "5 %", "5%%", "1.2.3", "NaN"] {
        assert_eq!(text.parse::<Rate>(), Err(RateError::NotARate { text: text.to_owned() }));
    }
}

#[test]
fn more_digits_than_fit_are_refused_rather_than_rounded() {
    for text in ["79228162514264337593543950336", "0.12345678901234567890123456789", &"9".repeat(60)] {
        assert_eq!(text.parse::<Rate>(), Err(RateError::TooManyDigits { text: text.to_owned() }));
    }
    // Zeros at the end are no digits that count.
    assert_eq!(rate("0.50000000000000000000000000000000"), rate("0.5"));
}

#[test]
fn an_error_carries_its_operands() {
    let (large, small) = (rate(LARGEST), rate("0.0000000000000000000000000001"));
    let half = Rounding::HalfEven;
    assert_eq!(Rate::new(1, 29), Err(RateError::TooManyDecimals { decimals: 29 }));
    assert_eq!(Rate::ratio(5, 0, 2, half), Err(RateError::ZeroDenominator { numerator: 5 }));
    assert_eq!(Rate::ratio(5, 1, 29, half), Err(RateError::TooManyDecimals { decimals: 29 }));
    assert_eq!(
        Rate::ratio(i64::MAX, 1, 28, half),
        Err(RateError::Ratio { numerator: i64::MAX, denominator: 1, decimals: 28 }),
    );
    assert_eq!(small.checked_mul(small), Err(RateError::Multiply { left: small, right: small }));
    assert_eq!(large.checked_mul(large), Err(RateError::Multiply { left: large, right: large }));
    assert_eq!(large.checked_add(small), Err(RateError::Add { left: large, right: small }));
    assert_eq!(large.checked_sub(small), Err(RateError::Subtract { left: large, right: small }));
    let index = rate("1.0235");
    assert!(index.powi(7).is_ok());
    assert_eq!(index.powi(8), Err(RateError::Power { base: index, exponent: 8 }));
    assert_eq!(large.rounded(1, half), Err(RateError::Round { rate: large, decimals: 1 }));
    assert_eq!(large.to_percent(0, half), Err(RateError::Round { rate: large, decimals: 0 }));
    assert_eq!(large.to_percent(29, half), Err(RateError::TooManyDecimals { decimals: 29 }));
}

#[test]
fn powers_are_exact_and_quick() {
    assert_eq!(rate("1.0235").powi(3), Ok(rate("1.072169727875")));
    assert_eq!(Rate::ONE.powi(u32::MAX), Ok(Rate::ONE));
    assert_eq!(rate("1.00").powi(u32::MAX), Ok(Rate::ONE));
    assert_eq!(Rate::ZERO.powi(u32::MAX), Ok(Rate::ZERO));
    assert_eq!(Rate::ZERO.powi(0), Ok(Rate::ONE));
}

#[test]
fn a_ratio_rounds_in_the_mode_named() {
    assert_eq!(Rate::ratio(1, 8, 2, Rounding::HalfEven), Ok(rate("0.12")));
    assert_eq!(Rate::ratio(1, 8, 2, Rounding::HalfAwayFromZero), Ok(rate("0.13")));
    assert_eq!(Rate::ratio(-1, 3, 4, Rounding::Floor), Ok(rate("-0.3334")));
    assert_eq!(Rate::ratio(1, -3, 0, Rounding::Ceiling), Ok(Rate::ZERO));
}

#[test]
fn a_percentage_has_the_decimals_asked_for() {
    assert_eq!(rate("0.0269").to_percent(1, Rounding::HalfEven).unwrap().to_string(), "2.7");
    assert_eq!(rate("0.035").to_percent(2, Rounding::HalfEven).unwrap().to_string(), "3.50");
    assert_eq!(rate("-0.00125").to_percent(2, Rounding::Floor).unwrap().to_string(), "-0.13");
}

#[test]
fn rates_compare_and_hash_by_value() {
    assert!(rate("0.5") < rate("50.1%") && rate("-1") < rate("0.00"));
    let same = HashSet::from([rate("0.5"), rate("0.500"), rate("50%")]);
    assert_eq!(same.len(), 1);
}

#[test]
fn the_display_aligns_and_ignores_a_precision() {
    assert_eq!(format!("[{:>8}]", rate("-0.035")), "[  -0.035]");
    assert_eq!(format!("{:.1}", rate("0.035")), "0.035");
}

#[test]
fn a_file_holds_a_string() {
    assert_eq!(serde_json::to_string(&rate("3.5%")).unwrap(), "\"0.035\"");
    assert_eq!(serde_json::from_str::<Rate>("\"3.5%\"").unwrap(), rate("0.035"));
    assert!(serde_json::from_str::<Rate>("0.035").is_err());
    assert!(serde_json::from_str::<Rate>("\"3,5%\"").is_err());
    assert_eq!(schemars::schema_for!(Rate).get("pattern").unwrap(), r"^-?[0-9]+(\.[0-9]+)?%?$");
}

prop_compose! {
    fn any_rate()(mantissa in any::<i64>(), scale in 0_u32..10) -> Rate {
        Rate::new(mantissa, scale).unwrap()
    }
}

proptest! {
    #[test]
    fn text_round_trips(rate in any_rate()) {
        let read: Rate = rate.to_string().parse().unwrap();
        prop_assert_eq!((read.mantissa(), read.scale()), (rate.mantissa(), rate.scale()));
    }

    #[test]
    fn any_text_gives_a_rate_or_an_error(text in ".{0,12}") {
        let _ = text.parse::<Rate>();
    }

    #[test]
    fn adding_and_subtracting_undo_each_other(a in any_rate(), b in any_rate()) {
        prop_assert_eq!(a.checked_add(b).unwrap().checked_sub(b), Ok(a));
    }

    #[test]
    fn multiplication_takes_either_order(a in any_rate(), b in any_rate()) {
        prop_assert_eq!(a.checked_mul(b).ok(), b.checked_mul(a).ok());
    }

    #[test]
    fn a_ratio_of_a_multiple_is_the_factor(factor in -1_000_i64..1_000, base in 1_i64..1_000_000) {
        let ratio = Rate::ratio(factor * base, base, 6, Rounding::Floor).unwrap();
        prop_assert_eq!(ratio, Rate::new(factor, 0).unwrap());
    }

    #[test]
    fn a_rounded_rate_is_within_one_last_decimal(
        rate in any_rate(), decimals in 0_u32..6, mode in proptest::sample::select(Rounding::ALL.to_vec()),
    ) {
        let rounded = rate.rounded(decimals, mode).unwrap();
        prop_assert_eq!(rounded.scale(), decimals);
        let step = Rate::new(1, decimals).unwrap();
        prop_assert!(rounded.checked_sub(rate).unwrap() < step);
        prop_assert!(rate.checked_sub(rounded).unwrap() < step);
    }
}
