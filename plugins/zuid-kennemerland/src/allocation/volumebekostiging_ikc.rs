//! Volume funding of the IKC: a fixed amount on top of what DUO pays, which
//! does not change while the number of pupils stays within a band.

use std::num::NonZeroU32;

use swv_plugin::{
    AboutRule, Allocation, AllocationInput, Failure, Money, Number, PerQuantity, QuantityColumn, Rate, RecipientKind,
    Remainder, SchoolKind,
};

use crate::PLAN;
use crate::budget::volumebekostiging;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "volumebekostiging-ikc",
    title: ("volumebekostiging van een IKC-locatie", "volume funding of an IKC location"),
    source: (PLAN, "8.1.6"),
    interpreted: Some(
        "De band geldt voor het IKC als geheel. Binnen de band telt het aantal van de afspraak, ook op de grens zelf; \
         erbuiten schrijft het plan overleg voor en volgt er dus geen bedrag. De verdeling over de besturen is een \
         onderlinge afspraak die het plan niet noemt; hier volgt het geld de leerlingen van elke locatie.",
    ),
    ..AboutRule::STATED
};

const AGREED: &str = "leerlingen-ikc-in-afspraak";
const COUNTED: &str = "leerlingen-ikc";

fn is_ikc(kind: RecipientKind) -> bool {
    kind == RecipientKind::School(SchoolKind::Sbo)
}

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let absent: Vec<_> = [AGREED, COUNTED].into_iter().filter(|name| input.quantity(name).is_none()).collect();
    if !absent.is_empty() {
        absent.into_iter().for_each(|name| allocation.add_absent(name));
        return Ok(());
    }
    match (total(input, AGREED), total(input, COUNTED)) {
        (Some(agreed), Some(counted)) => fund(allocation, input, agreed, counted),
        _ => {
            for (location, name, count) in counts(input, AGREED).chain(counts(input, COUNTED)) {
                if count.exact().is_none() {
                    allocation.add_gap(location, RULE.id, name);
                }
            }
            Ok(())
        }
    }
}

/// Funds the agreed number within the band; outside it nothing follows.
fn fund(allocation: &mut Allocation, input: &AllocationInput, agreed: i64, counted: i64) -> Result<(), Failure> {
    let rates = input
        .parameters
        .rate("bandbreedte-volumebekostiging", input.year)
        .and_then(|band| Ok((band, volumebekostiging::supplement_per_pupils(&input.parameters, input.year)?)));
    match rates {
        Ok((band, (supplement, per))) if within(agreed, counted, band)? => {
            pay(allocation, input, agreed, supplement, per)
        }
        Ok(_) => {
            locations(input).for_each(|location| allocation.add_gap(location, RULE.id, AGREED));
            Ok(())
        }
        Err(failure) => locations(input).try_for_each(|location| allocation.add_gaps_of(location, RULE.id, &failure)),
    }
}

/// Pays each location its part of the whole; the cents that rounding leaves
/// are the rule's remainder.
fn pay(
    allocation: &mut Allocation,
    input: &AllocationInput,
    agreed: i64,
    supplement: Money,
    per: NonZeroU32,
) -> Result<(), Failure> {
    let mut whole = Allocation::default();
    whole.add_part(0, RULE.id, agreed, supplement, per)?;
    let before = allocation.amounts.len();
    PerQuantity::new(RULE.id, AGREED, Ok(supplement)).per(per).to(is_ikc).add(allocation, input)?;
    let paid = Money::try_sum(allocation.amounts[before..].iter().map(|cents| Money::from_cents(*cents)))?;
    allocation.remainders.push(Remainder { rule: RULE.id.to_owned(), amount: whole.total()?.checked_sub(paid)? });
    Ok(())
}

/// Whether growth or decline is at most the band of what was agreed.
fn within(agreed: i64, counted: i64, band: Rate) -> Result<bool, Failure> {
    let change = Rate::new((agreed - counted).abs(), 0)?;
    Ok(change <= Rate::new(agreed, 0)?.checked_mul(band)?)
}

/// The positions of the IKC locations.
fn locations(input: &AllocationInput) -> impl Iterator<Item = u32> {
    (0..).zip(&input.kinds).filter(|(_, kind)| is_ikc(**kind)).map(|(location, _)| location)
}

/// The count of each IKC location, with the name of the quantity.
fn counts<'a>(input: &'a AllocationInput, quantity: &'a str) -> impl Iterator<Item = (u32, &'a str, Number)> {
    let column = input.quantity(quantity).into_iter().flat_map(QuantityColumn::numbers);
    let rows = (0..).zip(&input.kinds).zip(column).filter(|((_, kind), _)| is_ikc(**kind));
    rows.map(move |((location, _), count)| (location, quantity, count))
}

/// The sum over the IKC locations, where it is exactly known.
fn total(input: &AllocationInput, quantity: &str) -> Option<i64> {
    Number::total(counts(input, quantity).map(|(_, _, count)| count))?.exact()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_per_cent_is_within_the_band_and_one_pupil_more_is_not() {
        let band = Rate::parse("3%").unwrap();
        for (counted, inside) in [(600, true), (618, true), (582, true), (619, false), (581, false)] {
            assert_eq!(within(600, counted, band).unwrap(), inside, "{counted}");
        }
    }
}
