//! Two workbooks in, the cells in which they differ out: a report as lejek wrote it, and the same one after
//! another program has recalculated it. Every formula must give the result stored with it, and no cell may hold an
//! error. Usage: `same_figures WRITTEN.xlsx RECALCULATED.xlsx`; status 1 when they differ.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what it does")]

use std::process::ExitCode;

use calamine::{Data, Reader, Xlsx, open_workbook};

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [written, recalculated] = paths.as_slice() else {
        eprintln!("usage: same_figures WRITTEN.xlsx RECALCULATED.xlsx");
        return ExitCode::from(2);
    };
    match differences(written, recalculated) {
        Ok((formulas, found)) => {
            for difference in &found {
                println!("{difference}");
            }
            println!("{written}: {formulas} formulas, {} differ", found.len());
            if formulas > 0 && found.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(cause) => {
            eprintln!("{cause}");
            ExitCode::from(2)
        }
    }
}

/// The number of formulas, and a line for each cell that differs or holds an error.
fn differences(written: &str, recalculated: &str) -> Result<(usize, Vec<String>), calamine::XlsxError> {
    let mut written: Xlsx<_> = open_workbook(written)?;
    let mut recalculated: Xlsx<_> = open_workbook(recalculated)?;
    let mut formulas = 0;
    let mut found = Vec::new();
    for sheet in written.sheet_names() {
        let (stored, computed) = (written.worksheet_range(&sheet)?, recalculated.worksheet_range(&sheet)?);
        for range in [&stored, &computed] {
            let start = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                if let Data::Error(error) = value {
                    let place = (start.0 as usize + row, start.1 as usize + column);
                    found.push(format!("{sheet} {place:?}: the error {error}"));
                }
            }
        }
        let written_formulas = written.worksheet_formula(&sheet)?;
        let start = written_formulas.start().unwrap_or_default();
        for (row, column, formula) in written_formulas.used_cells() {
            let place = (start.0 + row as u32, start.1 + column as u32);
            let value = |range: &calamine::Range<Data>| range.get_value(place).cloned().unwrap_or(Data::Empty);
            let (stored, computed) = (value(&stored), value(&computed));
            formulas += 1;
            if !same(&stored, &computed) {
                found.push(format!("{sheet} {place:?}: ={formula} stored {stored:?}, recalculated {computed:?}"));
            }
        }
    }
    Ok((formulas, found))
}

fn same(stored: &Data, computed: &Data) -> bool {
    use calamine::DataType;
    match (stored.as_f64(), computed.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        _ => stored.to_string() == computed.to_string(),
    }
}
