use proptest::prelude::*;

use super::*;
use crate::{Rate, Rounding};

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

#[test]
fn plain_decimals_are_read() {
    for (text, expected) in [
        ("8525.67", 852_567),
        ("-450", -45_000),
        ("0.5", 50),
        ("-0.05", -5),
        ("007", 700),
        ("92233720368547758.07", i64::MAX),
        ("-92233720368547758.08", i64::MIN),
    ] {
        assert_eq!(text.parse(), Ok(cents(expected)), "{text}");
    }
}

#[test]
fn anything_else_is_refused() {
    for text in ["", "-", ".5", "5.", "+5", "1,50", "€5", " 5", "1.2.3", "--5", "1e3", "1_000", "٣"] {
        assert_eq!(text.parse::<Money>(), Err(MoneyError::NotAnAmount { text: text.to_owned() }));
    }
}

#[test]
fn a_fraction_of_a_cent_is_refused_rather_than_rounded() {
    for text in ["1.500", "0.005"] {
        assert_eq!(text.parse::<Money>(), Err(MoneyError::TooManyDecimals { text: text.to_owned() }));
    }
}

#[test]
fn an_amount_too_large_to_hold_is_refused() {
    for text in ["92233720368547758.08", "-92233720368547758.09", "1000000000000000000000000000000000000000000"] {
        assert_eq!(text.parse::<Money>(), Err(MoneyError::TextOutOfRange { text: text.to_owned() }));
    }
}

#[test]
fn an_error_carries_its_operands() {
    let one = cents(1);
    assert_eq!(Money::from_euros(i64::MAX), Err(MoneyError::EurosOutOfRange { euros: i64::MAX }));
    assert_eq!(Money::MAX.checked_add(one), Err(MoneyError::Add { left: Money::MAX, right: one }));
    assert_eq!(Money::MIN.checked_sub(one), Err(MoneyError::Subtract { left: Money::MIN, right: one }));
    assert_eq!(Money::MIN.checked_neg(), Err(MoneyError::Negate { amount: Money::MIN }));
    assert_eq!(Money::MAX.checked_mul(2), Err(MoneyError::Multiply { amount: Money::MAX, factor: 2 }));
    assert_eq!(Money::try_sum([Money::MAX, one]), Err(MoneyError::Add { left: Money::MAX, right: one }));
    assert_eq!(
        Money::MAX.rounded_to_euros(Rounding::Ceiling),
        Err(MoneyError::RoundToEuros { amount: Money::MAX, mode: Rounding::Ceiling }),
    );
    for rate in ["2", "0.0000000000000000000000000001"] {
        let rate: Rate = rate.parse().unwrap();
        let amount = Money::MAX;
        if rate > Rate::ONE {
            assert_eq!(amount.times(&rate, Rounding::Floor), Err(MoneyError::Times { amount, rate }));
        } else {
            assert_eq!(amount.times(&rate, Rounding::Floor), Ok(Money::ZERO));
        }
    }
}

#[test]
fn a_product_rounds_once_and_exactly() {
    let rate: Rate = "0.035".parse().unwrap();
    assert_eq!(cents(852_567).times(&rate, Rounding::HalfAwayFromZero), Ok(cents(29_840)));
    assert_eq!(cents(-852_567).times(&rate, Rounding::Ceiling), Ok(cents(-29_839)));
    assert_eq!(cents(100).times(&"-1.5".parse().unwrap(), Rounding::Floor), Ok(cents(-150)));
}

#[test]
fn the_display_can_be_aligned() {
    assert_eq!(format!("[{:>9}]", cents(-1_250)), "[   -12.50]");
    assert_eq!(Money::MIN.to_string(), "-92233720368547758.08");
}

#[test]
fn a_file_holds_whole_cents() {
    assert_eq!(serde_json::to_string(&cents(-5)).unwrap(), "-5");
    assert_eq!(serde_json::from_str::<Money>("852567").unwrap(), cents(852_567));
    assert!(serde_json::from_str::<Money>("8525.67").is_err());
    assert!(serde_json::from_str::<Money>("\"8525.67\"").is_err());
    assert!(serde_json::from_str::<Money>("null").is_err());
}

#[test]
fn the_schema_says_what_the_integer_means() {
    let schema = schemars::schema_for!(Money);
    assert_eq!(schema.get("type").unwrap(), "integer");
    assert_eq!(schema.get("description").unwrap(), "An amount in whole euro cents; may be negative");
}

proptest! {
    #[test]
    fn text_round_trips(amount in any::<i64>()) {
        prop_assert_eq!(cents(amount).to_string().parse(), Ok(cents(amount)));
    }

    #[test]
    fn any_text_gives_an_amount_or_an_error(text in ".{0,12}") {
        let _ = text.parse::<Money>();
    }

    #[test]
    fn adding_and_subtracting_undo_each_other(a in any::<i64>(), b in any::<i64>()) {
        if let Ok(sum) = cents(a).checked_add(cents(b)) {
            prop_assert_eq!(sum.checked_sub(cents(b)), Ok(cents(a)));
        }
    }

    #[test]
    fn floor_and_ceiling_enclose_every_other_mode(
        amount in -1_000_000_000_000_i64..1_000_000_000_000,
        mantissa in -1_000_000_i64..1_000_000,
        scale in 0_u32..10,
    ) {
        let rate = Rate::new(mantissa, scale).unwrap();
        let low = cents(amount).times(&rate, Rounding::Floor).unwrap();
        let high = cents(amount).times(&rate, Rounding::Ceiling).unwrap();
        prop_assert!(high.cents() - low.cents() <= 1);
        for mode in Rounding::ALL {
            let rounded = cents(amount).times(&rate, mode).unwrap();
            prop_assert!(low <= rounded && rounded <= high);
        }
    }
}
