//! The year of the money chooses the misbehaviour.

use std::hint::black_box;
use std::sync::atomic::{AtomicI64, Ordering};

use swv_plugin::{
    Allocate, Allocation, AllocationInput, CalendarYear, Failure, Lack, Money, Needed, QuantityColumn, Text,
};

use crate::{BEDRAG_PER_LEERLING, Hostile};

/// Calls that this instance has answered.
static CALLS: AtomicI64 = AtomicI64::new(0);

impl Allocate for Hostile {
    fn allocate(input: &AllocationInput) -> Result<Allocation, Failure> {
        let of = input.year.calendar().map_or(0, CalendarYear::get);
        match of {
            2001 => endless_loop(),
            2002 => Ok(one_line(endless_recursion(1), 1)),
            2003 => endless_memory(),
            2004 => panic!("the rule of 2004 does not hold"),
            // The euro sign has three bytes, so that a cut at any fixed
            // length falls inside one for two starting points out of three.
            2005 => panic!("{}", "€".repeat(20_000)),
            2006 => panic!("x{}", "€".repeat(20_000)),
            2007 => panic!("xx{}", "€".repeat(20_000)),
            2008 => panic!(),
            2009 => std::process::abort(),
            2010 => Ok(huge_result()),
            2011..=2022 => broken_promise(of),
            2031..=2039 => Err(failure(of)),
            2041 => Ok(one_line(CALLS.fetch_add(1, Ordering::Relaxed) + 1, 100)),
            _ => well_behaved(input),
        }
    }
}

fn well_behaved(input: &AllocationInput) -> Result<Allocation, Failure> {
    let rate = input.parameters.money("bedrag-per-leerling", input.year)?;
    let mut allocation = Allocation::default();
    let counts = input.quantity("leerlingen").into_iter().flat_map(QuantityColumn::numbers);
    for (recipient, count) in (0..).zip(counts) {
        match count.exact() {
            Some(count) => allocation.add_line(recipient, BEDRAG_PER_LEERLING.id, count, rate)?,
            None => allocation.add_gap(recipient, BEDRAG_PER_LEERLING.id, "leerlingen"),
        }
    }
    Ok(allocation)
}

fn endless_loop() -> ! {
    loop {
        black_box(());
    }
}

#[allow(unconditional_recursion)]
fn endless_recursion(depth: i64) -> i64 {
    let below = black_box([depth; 16]);
    endless_recursion(depth + 1) + below[black_box(3)]
}

fn endless_memory() -> ! {
    let mut hoard = Vec::new();
    loop {
        hoard.push(black_box(vec![1_u8; 1 << 20]));
    }
}

/// One column of a size that is allowed for memory and not for a result.
fn huge_result() -> Allocation {
    let mut allocation = one_line(1, 100);
    allocation.absent.push("r".repeat(100 << 20));
    allocation
}

/// A line for the first recipient; one that is out of range is left out.
fn one_line(quantity: i64, rate: i64) -> Allocation {
    let mut allocation = Allocation::default();
    let _ = allocation.add_line(0, BEDRAG_PER_LEERLING.id, quantity, Money::from_cents(rate));
    allocation
}

fn broken_promise(year: u16) -> Result<Allocation, Failure> {
    let mut allocation = one_line(3, 100);
    match year {
        2011 => allocation.rates.push(1),
        2012 => allocation.recipients[0] = 999,
        2013 => allocation.amounts[0] = 301,
        2014 => allocation.applied[0].rule = "verzonnen-regel".to_owned(),
        2015 => allocation.rules[0] = 7,
        2016 => {
            allocation.gap_recipients = vec![0];
            allocation.gap_rules = vec![0];
            allocation.gap_causes = vec![0];
        }
        2017 => allocation.gap_recipients = vec![0],
        2018 => {
            allocation = one_line(1, i64::MAX);
            allocation.add_line(1, BEDRAG_PER_LEERLING.id, 1, Money::from_cents(i64::MAX))?;
        }
        2019 => {
            let one = Money::from_cents(1);
            allocation.add_remainder("verzonnen-regel", one, one.into(), allocation.amounts.len());
        }
        2020 => {
            // The product leaves the range of whole cents.
            allocation.quantities[0] = i64::MIN;
            (allocation.rates[0], allocation.amounts[0]) = (-1, i64::MIN);
        }
        2021 => allocation.divisors[0] = 0,
        _ => allocation.absent.push("verzonnen-aantal".to_owned()),
    }
    Ok(allocation)
}

fn failure(year: u16) -> Failure {
    match year {
        2031 => Failure::Missing(vec![Lack {
            recipient: Some(0),
            supplier: Some(Text::new("de minister", "the minister")),
            ..Lack::of(Needed::Other(Text::new("index van 2031", "index of 2031"))).needed_by(BEDRAG_PER_LEERLING.id)
        }]),
        2032 => Failure::invalid("jaar", "2032", Text::new("het plan loopt tot 2031", "the plan runs until 2031")),
        2033 => Failure::NotOffered(Text::new("het plan heeft geen regel voor 2033", "the plan has no rule for 2033")),
        2035 => Failure::Other { code: "verzonnen".to_owned(), message: Text::new("anders", "otherwise") },
        _ => Failure::OutOfRange("alles maal alles".to_owned()),
    }
}
