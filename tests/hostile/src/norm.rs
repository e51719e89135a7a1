//! A digit in the plugin's own bytes chooses the misbehaviour: a norm has no
//! input. A test puts another digit in its place.

use std::borrow::Cow;
use std::hint::black_box;

use swv_plugin::{Failure, Norms, Text};

use crate::Hostile;

/// The digit behind the colon is what a test replaces.
static BEHAVIOUR: &str = "norm-behaviour:0";

/// A document with a sound norm.
const SOUND: &str = include_str!("norm.json");

impl Norms for Hostile {
    fn statement() -> Result<Cow<'static, str>, Failure> {
        let instead = |from: &str, to: &str| Ok(SOUND.replacen(from, to, 1).into());
        match black_box(BEHAVIOUR).as_bytes().last() {
            Some(b'1') => Ok("€".repeat(40 << 20).into()),
            Some(b'2') => instead("\"id\": \"rekenen\"", "\"id\": \"zorgplicht\""),
            Some(b'3') => instead("\"subject\": \"zorgplicht\"", "\"subject\": \"verzonnen-onderwerp\""),
            Some(b'4') => instead("carries out its duty of care", "  "),
            Some(b'5') => {
                instead("\"document\": \"plan\",\n          \"", "\"document\": \"verzonnen\",\n          \"")
            }
            Some(b'6') => loop {
                black_box(());
            },
            Some(b'7') => panic!("the norm is torn"),
            Some(b'8') => instead("\"subject\": \"zorgplicht\"", "\"sectors\": [\"vo\"]"),
            Some(b'9') => Err(Failure::NotOffered(Text::new("het plan kent geen norm", "the plan knows no norm"))),
            _ => Ok(SOUND.into()),
        }
    }
}
