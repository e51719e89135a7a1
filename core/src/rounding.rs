//! The only place where anything is rounded.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a quotient that is not whole becomes a whole number.
///
/// A mode is always named by the rule that rounds; there is no default.
///
/// ```
/// use swv_core::Rounding;
///
/// assert_eq!(Rounding::HalfAwayFromZero.divide(5, 2), Some(3));
/// assert_eq!(Rounding::HalfEven.divide(5, 2), Some(2));
/// assert_eq!(Rounding::Floor.divide(-5, 2), Some(-3));
/// assert_eq!(Rounding::Floor.divide(5, 0), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(description = "How a quotient that is not whole becomes a whole number")]
pub enum Rounding {
    /// To the nearest; exactly half goes away from zero: 2.5 to 3, -2.5 to -3.
    HalfAwayFromZero,
    /// To the nearest; exactly half goes to the even neighbour: 2.5 to 2, 3.5 to 4.
    HalfEven,
    /// Drops the fraction: 2.9 to 2, -2.9 to -2.
    TowardZero,
    /// Any fraction goes away from zero: 2.1 to 3, -2.1 to -3.
    AwayFromZero,
    /// Down, also below zero: 2.9 to 2, -2.1 to -3.
    Floor,
    /// Up, also below zero: 2.1 to 3, -2.9 to -2.
    Ceiling,
}

impl Rounding {
    /// Every mode, in the order of declaration.
    pub const ALL: [Rounding; 6] = [
        Rounding::HalfAwayFromZero,
        Rounding::HalfEven,
        Rounding::TowardZero,
        Rounding::AwayFromZero,
        Rounding::Floor,
        Rounding::Ceiling,
    ];

    /// Divides exactly and rounds the quotient once, in this mode.
    ///
    /// Returns `None` where the denominator is zero or the quotient does not
    /// fit `i128`; the caller knows which operands its error should name.
    ///
    /// ```
    /// use swv_core::Rounding;
    ///
    /// assert_eq!(Rounding::Ceiling.divide(7, 2), Some(4));
    /// assert_eq!(Rounding::TowardZero.divide(-7, 2), Some(-3));
    /// ```
    pub fn divide(self, numerator: i128, denominator: i128) -> Option<i128> {
        let quotient = numerator.checked_div(denominator)?;
        let fraction = numerator.checked_rem(denominator)?.unsigned_abs();
        if fraction == 0 {
            return Some(quotient);
        }
        let negative = (numerator < 0) != (denominator < 0);
        // The distance up to the next whole: compares as twice the fraction
        // against the denominator would, and cannot overflow.
        let rest = denominator.unsigned_abs() - fraction;
        let away = match self {
            Rounding::HalfAwayFromZero => fraction >= rest,
            Rounding::HalfEven => fraction > rest || (fraction == rest && quotient % 2 != 0),
            Rounding::TowardZero => false,
            Rounding::AwayFromZero => true,
            Rounding::Floor => negative,
            Rounding::Ceiling => !negative,
        };
        match (away, negative) {
            (false, _) => Some(quotient),
            (true, true) => quotient.checked_sub(1),
            (true, false) => quotient.checked_add(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The quotients of -2.5, -2.1, -1.5, 1.5, 2.1, 2.5 and 2.9.
    fn check(mode: Rounding, expected: [i128; 7]) {
        let tenths = [-25, -21, -15, 15, 21, 25, 29];
        let rounded = tenths.map(|n| mode.divide(n, 10).unwrap());
        assert_eq!(rounded, expected, "{mode:?}");
        let negated = tenths.map(|n| mode.divide(-n, -10).unwrap());
        assert_eq!(negated, expected, "{mode:?} with both signs turned");
    }

    #[test]
    fn each_mode_rounds_as_its_name_says() {
        check(Rounding::HalfAwayFromZero, [-3, -2, -2, 2, 2, 3, 3]);
        check(Rounding::HalfEven, [-2, -2, -2, 2, 2, 2, 3]);
        check(Rounding::TowardZero, [-2, -2, -1, 1, 2, 2, 2]);
        check(Rounding::AwayFromZero, [-3, -3, -2, 2, 3, 3, 3]);
        check(Rounding::Floor, [-3, -3, -2, 1, 2, 2, 2]);
        check(Rounding::Ceiling, [-2, -2, -1, 2, 3, 3, 3]);
    }

    #[test]
    fn a_zero_denominator_and_an_overflow_give_none() {
        for mode in Rounding::ALL {
            assert_eq!(mode.divide(1, 0), None);
            assert_eq!(mode.divide(i128::MIN, -1), None);
        }
        assert_eq!(Rounding::HalfEven.divide(i128::MIN, i128::MIN), Some(1));
        assert_eq!(Rounding::HalfEven.divide(i128::MAX, i128::MIN), Some(-1));
    }

    #[test]
    fn a_mode_is_written_in_kebab_case() {
        let text = serde_json::to_string(&Rounding::HalfAwayFromZero).unwrap();
        assert_eq!(text, "\"half-away-from-zero\"");
        assert!(serde_json::from_str::<Rounding>("\"nearest\"").is_err());
    }

    proptest! {
        #[test]
        fn a_rounded_quotient_is_less_than_one_away(
            n in any::<i64>(),
            d in any::<i64>().prop_filter("not zero", |d| *d != 0),
            mode in proptest::sample::select(Rounding::ALL.to_vec()),
        ) {
            let (n, d) = (i128::from(n), i128::from(d));
            let rounded = mode.divide(n, d).unwrap();
            prop_assert!((rounded * d - n).abs() < d.abs());
        }
    }
}
