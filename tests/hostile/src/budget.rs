//! The first column of a budget chooses the misbehaviour.

use swv_plugin::{
    Budget, BudgetInput, BudgetLine, BudgetSheet, BudgetTable, Cell, Cells, Column, Failure, Line, LineUnit, Sector,
    Text,
};

use crate::Hostile;

static LINES: [BudgetLine; 3] =
    [BudgetLine::stated("huur"), BudgetLine::stated("salarissen"), BudgetLine::sum("lasten", &["huur", "salarissen"])];

impl Budget for Hostile {
    fn outline(_sector: Sector, columns: &[Column]) -> Result<Vec<Line>, Failure> {
        let mut lines = BudgetSheet::outline(&LINES, columns);
        match chosen(columns) {
            "niet-gepubliceerd" => lines.push(Line { id: "verzonnen-regel".to_owned(), ..lines[0].clone() }),
            "weggelaten" => lines.truncate(2),
            "andere-eenheid" => lines[2].unit = LineUnit::Hundredths,
            "onbeschreven-regel" => lines[2].rule = "verzonnen-regel".to_owned(),
            "dubbel" => lines.push(lines[0].clone()),
            "kolom-die-er-niet-is" => lines[0].stated = vec!["2099".to_owned()],
            "geen-begroting" => {
                return Err(Failure::NotOffered(Text::new("het plan heeft geen begroting", "the plan has no budget")));
            }
            "lus" => loop {
                std::hint::black_box(());
            },
            _ => {}
        }
        Ok(lines)
    }

    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        let mut table = BudgetSheet::compute(&LINES, input)?;
        let columns = input.columns.len();
        match chosen(&input.columns) {
            "andere-volgorde" => table.cells = cells(columns, &["lasten", "salarissen", "huur"]),
            "dubbel" => table.cells = cells(columns, &["huur", "salarissen", "lasten", "huur"]),
            "regel-te-weinig" => table.cells = cells(columns, &["huur", "salarissen"]),
            "cel-te-veel" => table.cells = cells(columns + 1, &["huur", "salarissen", "lasten"]),
            "paniek" => panic!("the sheet of {} columns is torn", columns),
            _ => {}
        }
        Ok(table)
    }
}

fn chosen(columns: &[Column]) -> &str {
    columns.first().map_or("", |column| column.id.as_str())
}

fn cells(columns: usize, lines: &[&str]) -> Cells {
    let mut cells = Cells::new(columns);
    for line in lines {
        cells.push(*line, vec![Cell::Amount(1); columns]);
    }
    cells
}
