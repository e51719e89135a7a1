//! Volume funding of the IKC: a fixed amount on top of what DUO pays, which
//! does not change while the number of pupils stays within a band.

use std::num::NonZeroU32;

use swv_plugin::{
    AboutRule, Allocation, AllocationInput, Failure, Money, Needed, Number, PerQuantity, Rate, RecipientKind, Rounding,
    SchoolKind, Text, Within,
};

use crate::PLAN;
use crate::budget::volumebekostiging;

pub(crate) const RULE: AboutRule = AboutRule {
    id: "volumebekostiging-ikc",
    title: ("volumebekostiging van een IKC-locatie", "volume funding of an IKC location"),
    source: (PLAN, "8.1.6"),
    interpreted: Some(
        "IKC zijn alleen de drie locaties die 2.3 en 5.1.1 noemen: Focus, Schalkwijk en Het Schoterbos; een andere school voor \
         SBO krijgt niets. De band geldt voor het IKC als geheel. Binnen de band telt het aantal van de afspraak, ook op de grens zelf; \
         erbuiten schrijft het plan overleg voor en volgt er dus geen bedrag. De verdeling over de besturen is een \
         onderlinge afspraak die het plan niet noemt; hier volgt het geld de leerlingen van elke locatie.",
    ),
    ..AboutRule::STATED
};

const AGREED: &str = "leerlingen-ikc-in-afspraak";
const COUNTED: &str = "leerlingen-ikc";

const IS_IKC: &str = "is-ikc";

/// How many locations there are by name.
const LOCATIONS: usize = 3;

fn is_sbo(kind: RecipientKind) -> bool {
    kind == RecipientKind::School(SchoolKind::Sbo)
}

/// Whether a school for SBO is an IKC location, where that is known.
fn is_ikc(input: &AllocationInput, row: u32) -> Option<bool> {
    input.attribute(IS_IKC)?.is(row)
}

pub(super) fn allocate(allocation: &mut Allocation, input: &AllocationInput) -> Result<(), Failure> {
    let absent: Vec<_> = [AGREED, COUNTED].into_iter().filter(|name| input.quantity(name).is_none()).collect();
    if !absent.is_empty() {
        absent.into_iter().for_each(|name| allocation.add_absent(name));
        return Ok(());
    }
    if locations(input).count() > LOCATIONS {
        let rule = Text::new(
            "het IKC heeft drie locaties: Focus, Schalkwijk en Het Schoterbos (2.3)",
            "the IKC has three locations: Focus, Schalkwijk and Het Schoterbos (2.3)",
        );
        return Err(Failure::invalid(IS_IKC, locations(input).count().to_string(), rule));
    }
    let unclear: Vec<u32> = unclear(input).collect();
    if !unclear.is_empty() {
        let may_be = Needed::Attribute(IS_IKC.to_owned());
        unclear.into_iter().for_each(|school| allocation.add_gap_of(school, RULE.id, &may_be));
        let elsewhere = Needed::Other(of_another_location());
        locations(input).for_each(|location| allocation.add_gap_of(location, RULE.id, &elsewhere));
        return Ok(());
    }
    if let (Some(agreed), Some(counted)) = (total(input, AGREED), total(input, COUNTED)) {
        return fund(allocation, input, agreed, counted);
    }
    for location in locations(input) {
        let both = counts(input, AGREED).chain(counts(input, COUNTED));
        let unknown = both.filter(|(of, _, count)| *of == location && *count == Number::Unknown);
        let names: Vec<_> = unknown.map(|(_, name, _)| name).collect();
        if names.is_empty() {
            allocation.add_gap_of(location, RULE.id, &Needed::Other(of_another_location()));
        }
        names.into_iter().for_each(|name| allocation.add_gap(location, RULE.id, name));
    }
    Ok(())
}

fn of_another_location() -> Text {
    Text::new(
        "het aantal van een andere locatie is niet bekend, en de band geldt voor het IKC als geheel",
        "the count of another location is not known, and the band is that of the IKC as a whole",
    )
}

/// Funds the agreed number within the band; outside it nothing follows.
fn fund(
    allocation: &mut Allocation,
    input: &AllocationInput,
    agreed: Within<i64>,
    counted: Within<i64>,
) -> Result<(), Failure> {
    let rates = input
        .parameters
        .rate("bandbreedte-volumebekostiging", input.year)
        .and_then(|band| Ok((band, volumebekostiging::supplement_per_pupils(&input.parameters, input.year)?)));
    match rates {
        Ok((band, (supplement, per))) => {
            let smallest = within(agreed.at_most(), counted.at_least(), band)?;
            let largest = within(agreed.at_least(), counted.at_most(), band)?;
            if smallest && largest {
                return pay(allocation, input, supplement, per);
            }
            let cause = Needed::Other(outside(agreed, counted, band)?);
            locations(input).for_each(|location| allocation.add_gap_of(location, RULE.id, &cause));
            Ok(())
        }
        Err(failure) => locations(input).try_for_each(|location| allocation.add_gaps_of(location, RULE.id, &failure)),
    }
}

/// Why no amount follows, or may not.
fn outside(agreed: Within<i64>, counted: Within<i64>, band: Rate) -> Result<Text, Failure> {
    let band = band.to_percent(1, Rounding::HalfAwayFromZero)?.to_string();
    let band = band.trim_end_matches('0').trim_end_matches('.');
    let (Some(of), Some(is)) = (agreed.exact(), counted.exact()) else {
        return Ok(Text::new(
            format!(
                "{} leerlingen geteld tegen {} in de afspraak kan buiten {} % liggen: dan volgt overleg",
                or_more("tot", counted),
                or_more("tot", agreed),
                band.replace('.', ","),
            ),
            format!(
                "{} pupils counted against {} agreed may be outside {band} %: then consultation follows",
                or_more("to", counted),
                or_more("to", agreed),
            ),
        ));
    };
    if of == 0 {
        return Ok(Text::new(
            format!("{is} leerlingen geteld en geen in de afspraak: overleg"),
            format!("{is} pupils counted and none agreed: consultation"),
        ));
    }
    let tenths = Rounding::HalfAwayFromZero.divide(i128::from(is - of) * 1000, i128::from(of)).unwrap_or_default();
    let sign = if tenths < 0 { '-' } else { '+' };
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    Ok(Text::new(
        format!(
            "{is} leerlingen geteld tegen {of} in de afspraak is {sign}{whole},{tenth} %, buiten {} %: overleg",
            band.replace('.', ","),
        ),
        format!("{is} pupils counted against {of} agreed is {sign}{whole}.{tenth} %, outside {band} %: consultation"),
    ))
}

fn or_more(to: &str, count: Within<i64>) -> String {
    count.exact().map_or_else(|| format!("{} {to} {}", count.at_least(), count.at_most()), |count| count.to_string())
}

/// Pays each location its part of the whole; the cents that rounding leaves
/// are the rule's remainder.
fn pay(
    allocation: &mut Allocation,
    input: &AllocationInput,
    supplement: Money,
    per: NonZeroU32,
) -> Result<(), Failure> {
    let first = allocation.amounts.len();
    PerQuantity::new(RULE.id, AGREED, Ok(supplement)).per(per).to(is_sbo).only(IS_IKC).add(allocation, input)?;
    let paid = Within::try_sum(allocation.lines().skip(first).map(|line| line.amount))?.exact();
    let agreed = total(input, AGREED).and_then(Within::exact);
    if let (Some(agreed), Some(paid)) = (agreed, paid) {
        let mut whole = Allocation::default();
        whole.add_part(0, RULE.id, agreed, supplement, per)?;
        let whole = whole.total()?.at_least();
        allocation.add_remainder(RULE.id, whole, whole.checked_sub(paid)?.into(), first);
    }
    Ok(())
}

/// Whether growth or decline is at most the band of what was agreed.
fn within(agreed: i64, counted: i64, band: Rate) -> Result<bool, Failure> {
    let change = Rate::new((agreed - counted).abs(), 0)?;
    Ok(change <= Rate::new(agreed, 0)?.checked_mul(band)?)
}

/// The positions of the IKC locations.
fn locations(input: &AllocationInput) -> impl Iterator<Item = u32> {
    let schools = (0..).zip(&input.kinds).filter(|(_, kind)| is_sbo(**kind)).map(|(row, _)| row);
    schools.filter(|row| is_ikc(input, *row) == Some(true))
}

/// The schools for SBO that have pupils of the IKC, and of which it is not
/// known whether they are a location.
fn unclear(input: &AllocationInput) -> impl Iterator<Item = u32> {
    let schools = (0..).zip(&input.kinds).filter(|(_, kind)| is_sbo(**kind)).map(|(row, _)| row);
    let some = |quantity: &str, row: u32| input.quantity(quantity).is_some_and(|of| of.get(row) != Number::Exact(0));
    schools.filter(move |row| is_ikc(input, *row).is_none() && (some(AGREED, *row) || some(COUNTED, *row)))
}

/// The count of each IKC location, with the name of the quantity.
fn counts<'a>(input: &'a AllocationInput, quantity: &'a str) -> impl Iterator<Item = (u32, &'a str, Number)> {
    let column = input.quantity(quantity);
    locations(input).filter_map(move |location| Some((location, quantity, column?.get(location))))
}

/// The sum over the IKC locations, where it is known.
fn total(input: &AllocationInput, quantity: &str) -> Option<Within<i64>> {
    let (least, most) = Number::total(counts(input, quantity).map(|(_, _, count)| count))?.bounds()?;
    Some(Within::between(least, most))
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

    #[test]
    fn outside_the_band_the_reason_says_by_how_much() {
        let band = Rate::parse("3%").unwrap();
        let text = |agreed: i64, counted: Within<i64>| outside(agreed.into(), counted, band).unwrap();
        let grown = text(620, 640.into());
        assert_eq!(grown.nl, "640 leerlingen geteld tegen 620 in de afspraak is +3,2 %, buiten 3 %: overleg");
        assert_eq!(grown.en, "640 pupils counted against 620 agreed is +3.2 %, outside 3 %: consultation");
        assert!(text(620, 600.into()).nl.contains("is -3,2 %"));
        assert!(text(0, 5.into()).en.contains("none agreed"));
        assert!(text(620, Within::between(637, 640)).nl.starts_with("637 tot 640 leerlingen geteld tegen 620 in"));
    }
}
