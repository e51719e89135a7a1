//! The first column of a budget chooses the misbehaviour.

use swv_plugin::{Budget, BudgetInput, BudgetRules, BudgetTable, Cell, Cells, Failure, Text};

use crate::Hostile;

static RULES: BudgetRules = BudgetRules::new(&[]);

impl Budget for Hostile {
    fn compute(input: &BudgetInput) -> Result<BudgetTable, Failure> {
        let mut table = RULES.compute(input)?;
        let columns = input.columns.len();
        match input.columns.first().map_or("", |column| column.id.as_str()) {
            "andere-volgorde" => table.cells = cells(columns, &["lasten", "salarissen", "huur"]),
            "dubbel" => table.cells = cells(columns, &["huur", "salarissen", "lasten", "huur"]),
            "regel-te-weinig" => table.cells = cells(columns, &["huur", "salarissen"]),
            "niet-gepubliceerd" => table.cells = cells(columns, &["huur", "salarissen", "lasten", "verzonnen-regel"]),
            "cel-te-veel" => table.cells = cells(columns + 1, &["huur", "salarissen", "lasten"]),
            "andere-huur" => table.cells = changed(&table.cells, "huur"),
            "andere-som" => table.cells = changed(&table.cells, "lasten"),
            "geen-begroting" => {
                return Err(Failure::NotOffered(Text::new("het plan heeft geen begroting", "the plan has no budget")));
            }
            "lus" => loop {
                std::hint::black_box(());
            },
            "paniek" => panic!("the sheet of {} columns is torn", columns),
            _ => {}
        }
        Ok(table)
    }
}

fn cells(columns: usize, lines: &[&str]) -> Cells {
    let mut cells = Cells::new(columns);
    for line in lines {
        cells.push(*line, vec![Cell::Amount(1); columns]);
    }
    cells
}

/// The cells with one cent everywhere in a line.
fn changed(of: &Cells, line: &str) -> Cells {
    let mut cells = Cells::new(of.columns());
    for id in of.lines() {
        let row = of.row(id).unwrap_or_default();
        let cent = vec![Cell::Amount(1); of.columns()];
        cells.push(id.as_str(), if id == line { cent } else { row.to_vec() });
    }
    cells
}
