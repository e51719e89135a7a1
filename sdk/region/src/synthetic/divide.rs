//! Dividing a total over recipients by chance, in whole numbers.

use swv_core::{Money, RemainderRule, Sector};

use crate::Digest;

/// Chance that is the same on every machine: the first bytes of a digest.
#[derive(Clone, Copy)]
pub(super) struct Chance<'a> {
    pub(super) seed: u32,
    pub(super) region: &'a str,
    pub(super) sector: Sector,
}

impl Chance<'_> {
    /// `base`, made at most `spread` per cent larger or smaller, in hundredths.
    /// It depends on nothing but the names, so one more quantity or recipient
    /// leaves the others as they are. Never zero, so that everyone can take
    /// what does not fit elsewhere.
    pub(super) fn weight(self, quantity: &str, recipient: &str, base: u32, spread: u32) -> u64 {
        let sector = self.sector.to_string();
        let parts = [self.region, &sector, quantity, recipient].map(str::as_bytes);
        let digest = Digest::of_parts([&self.seed.to_le_bytes()[..]].into_iter().chain(parts));
        let drawn = digest.bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
        let spread = u64::from(spread.min(99));
        (u64::from(base) * (100 - spread + drawn % (2 * spread + 1))).max(1)
    }
}

/// Divides a total in proportion to the weights, by largest remainder and in
/// portions, with no part larger than its room. None when there is too little
/// room.
pub(super) fn divide(total: u32, portion: u32, weights: &[u64], room: &[u32]) -> Option<Vec<u32>> {
    let portion = portion.max(1);
    let whole: Vec<u32> = room.iter().map(|room| room / portion).collect();
    let possible = whole.iter().map(|room| u64::from(*room)).sum::<u64>();
    let portions = u32::try_from(possible).map_or(total / portion, |possible| possible.min(total / portion));
    let mut parts = vec![0; room.len()];
    spread(portions, portion, weights, &whole, &mut parts)?;
    // What is no whole portion, or finds no room as one.
    let left = total.checked_sub(parts.iter().sum())?;
    let room: Vec<u32> = room.iter().zip(&parts).map(|(room, part)| room.saturating_sub(*part)).collect();
    spread(left, 1, weights, &room, &mut parts)?;
    Some(parts)
}

/// Adds so many portions to the parts. Each round either hands out all that is
/// left or fills a recipient, so there are at most as many rounds as
/// recipients.
fn spread(portions: u32, portion: u32, weights: &[u64], room: &[u32], parts: &mut [u32]) -> Option<()> {
    let mut room = room.to_vec();
    let mut left = portions;
    while left > 0 {
        let open = |(weight, room): (&u64, &u32)| if *room > 0 { *weight } else { 0 };
        let weights: Vec<u64> = weights.iter().zip(&room).map(open).collect();
        let whole = Money::from_cents(i64::from(left));
        let shares = whole.divide_pro_rata(&weights, RemainderRule::LargestFractions).ok()?.shares;
        for ((share, room), part) in shares.iter().zip(&mut room).zip(&mut *parts) {
            let given = u32::try_from(share.cents()).ok()?.min(*room);
            *room -= given;
            *part += given * portion;
            left -= given;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chance(seed: u32, region: &str) -> Chance<'_> {
        Chance { seed, region, sector: Sector::Po }
    }

    #[test]
    fn a_weight_is_the_same_on_every_machine() {
        let weights: Vec<_> =
            ["A", "B", "C"].iter().map(|id| chance(0, "x").weight("leerlingen", id, 100, 25)).collect();
        // By hand: SHA-256 of the five parts, its first eight bytes modulo 51.
        assert_eq!(weights, [7_900, 11_000, 10_100]);
    }

    #[test]
    fn a_weight_depends_on_every_part() {
        let of = |chance: Chance, quantity, id| chance.weight(quantity, id, 1_000_000, 99);
        let weight = of(chance(0, "x"), "q", "A");
        assert_ne!(weight, of(chance(1, "x"), "q", "A"));
        assert_ne!(weight, of(chance(0, "y"), "q", "A"));
        assert_ne!(weight, of(chance(0, "x"), "r", "A"));
        assert_ne!(weight, of(chance(0, "x"), "q", "B"));
        assert_ne!(weight, of(Chance { sector: Sector::Vo, ..chance(0, "x") }, "q", "A"));
    }

    #[test]
    fn a_spread_of_nothing_leaves_the_base_and_one_of_67_makes_five_times() {
        let weights = |spread| (0..200).map(move |id| chance(3, "x").weight("q", &id.to_string(), 1, spread));
        assert!(weights(0).all(|weight| weight == 100));
        assert_eq!((weights(67).min(), weights(67).max()), (Some(33), Some(167)));
    }

    #[test]
    fn what_finds_no_room_goes_to_others_and_portions_stay_whole() {
        assert_eq!(divide(10, 1, &[1, 1], &[2, 20]), Some(vec![2, 8]));
        assert_eq!(divide(10, 1, &[1, 1], &[2, 7]), None);
        assert_eq!(divide(0, 1, &[1, 1], &[0, 0]), Some(vec![0, 0]));
        assert_eq!(divide(29, 12, &[2, 1], &[100, 100]), Some(vec![15, 14]));
        assert_eq!(divide(29, 12, &[2, 1], &[100, 12]), Some(vec![17, 12]));
        assert_eq!(divide(29, 12, &[2, 1], &[17, 12]), Some(vec![17, 12]));
        assert_eq!(divide(3, 1, &[], &[]), None);
    }

    proptest! {
        #[test]
        fn the_parts_are_the_total_and_fit(
            rows in prop::collection::vec((1_u64..1_000_000, 0_u32..2_000), 1..60),
            total in 0_u32..100_000,
            portion in 1_u32..13,
        ) {
            let (weights, room): (Vec<u64>, Vec<u32>) = rows.into_iter().unzip();
            let possible: u32 = room.iter().sum();
            match divide(total, portion, &weights, &room) {
                Some(parts) => {
                    prop_assert_eq!(parts.iter().sum::<u32>(), total);
                    prop_assert!(parts.iter().zip(&room).all(|(part, room)| part <= room));
                }
                None => prop_assert!(total > possible),
            }
        }
    }
}
