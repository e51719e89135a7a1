//! The parameter `gedrag` chooses the misbehaviour.

use swv_plugin::{CalendarYear, Failure, Indicator, IndicatorInput, Indicators, Origin, Value};

use crate::{Hostile, TELLING};

impl Indicators for Hostile {
    fn indicators(input: &IndicatorInput) -> Result<Vec<Indicator>, Failure> {
        let year = CalendarYear::new(2024).map_err(|error| Failure::OutOfRange(error.to_string()))?;
        let mut figure = Indicator {
            id: "leerlingen-totaal".to_owned(),
            year: year.into(),
            value: Value::Count(input.facts.count("leerlingen-regulier", year)?),
            rule: TELLING.id.to_owned(),
            origins: vec![Origin::Fact("leerlingen-regulier".to_owned())],
        };
        match input.parameters.count("gedrag", year)? {
            1 => figure.id = "verzonnen-kengetal".to_owned(),
            2 => figure.id = "leerlingen-regulier".to_owned(),
            3 => figure.origins.push(Origin::Fact("verzonnen-gegeven".to_owned())),
            4 => figure.rule = "verzonnen-regel".to_owned(),
            5 => return Ok(vec![figure.clone(), figure]),
            6 => loop {
                std::hint::black_box(());
            },
            _ => {}
        }
        Ok(vec![figure])
    }
}
