//! A sheet in, the same deals in another order or among other things out.

use lejek::read::{Area, Cell, Row, Sheet};

/// A row with fewer cells than this is a title, a band or a total.
const FEWEST_CELLS_OF_A_DEAL: usize = 5;

/// Headers of amounts in the samples.
const OF_AMOUNTS: [&str; 4] = ["Wartość", "Kwota", "Value", "Amount"];

/// The last column of the sheet.
fn last_column(sheet: &Sheet) -> u32 {
    sheet.rows.iter().flat_map(|row| row.cells.iter()).map(|(column, _)| *column).max().unwrap_or(0)
}

/// Header and deals lie in other columns; titles and bands stay where they are.
fn with_columns_moved(sheet: &Sheet, to: impl Fn(u32) -> u32) -> Sheet {
    let mut sheet = sheet.clone();
    for row in &mut sheet.rows {
        if row.cells.len() > 1 {
            row.cells.iter_mut().for_each(|(column, _)| *column = to(*column));
            row.cells.sort_by_key(|(column, _)| *column);
        }
    }
    sheet
}

/// Columns from right to left.
pub(crate) fn columns_reversed(sheet: &Sheet) -> Sheet {
    let width = deals_width(sheet);
    with_columns_moved(sheet, |column| if column < width { width - 1 - column } else { column })
}

/// Every second column first, then the others.
pub(crate) fn columns_dealt(sheet: &Sheet) -> Sheet {
    let width = deals_width(sheet);
    let dealt = |column: u32| if column.is_multiple_of(2) { column / 2 } else { width.div_ceil(2) + column / 2 };
    with_columns_moved(sheet, |column| if column < width { dealt(column) } else { column })
}

/// Columns up to the first that is empty: what lies behind is another table.
fn deals_width(sheet: &Sheet) -> u32 {
    let used = |column: u32| sheet.rows.iter().any(|row| row.cell(column).is_some());
    (0..16_384).find(|column| !used(*column)).unwrap_or(0)
}

/// The row of the header, and its column of amounts.
pub(crate) fn header_and_amounts(sheet: &Sheet) -> (usize, u32) {
    let of_amounts = |text: &str| OF_AMOUNTS.iter().any(|header| text.starts_with(header));
    let amounts = |row: &Row| {
        row.cells
            .iter()
            .find(|(_, cell)| matches!(cell, Cell::Text(text) if of_amounts(text)))
            .map(|(column, _)| *column)
    };
    let mut rows = sheet.rows.iter().enumerate().filter(|(_, row)| row.cells.len() >= FEWEST_CELLS_OF_A_DEAL);
    rows.find_map(|(place, row)| Some((place, amounts(row)?))).expect("a header")
}

/// The row of the header.
fn header(sheet: &Sheet) -> usize {
    header_and_amounts(sheet).0
}

/// Deals the other way round where a row is a deal; changes of a log by their moments.
pub(crate) fn rows_in_another_order(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    let header = header(&sheet);
    let is_deal = |row: &Row| row.cells.len() >= FEWEST_CELLS_OF_A_DEAL;
    let places: Vec<usize> = (header + 1..sheet.rows.len()).filter(|place| is_deal(&sheet.rows[*place])).collect();
    let mut cells: Vec<_> = places.iter().map(|place| sheet.rows[*place].cells.clone()).collect();
    let id = |cells: &[(u32, Cell)]| cells.first().map(|(_, cell)| format!("{cell:?}"));
    let is_log = cells.windows(2).filter(|pair| id(&pair[0]) == id(&pair[1])).count() > cells.len() / 3;
    if is_log {
        // Entries of one day keep their order: it is all that tells which came first.
        cells.sort_by_key(|cells| cells.get(2).map(|(_, moment)| format!("{moment:?}")));
    } else {
        cells.reverse();
    }
    for (place, cells) in places.into_iter().zip(cells) {
        sheet.rows[place].cells = cells;
    }
    sheet
}

/// The sheet some rows further down and some columns further right.
pub(crate) fn moved(sheet: &Sheet, down: u32, right: u32) -> Sheet {
    let mut sheet = sheet.clone();
    for row in &mut sheet.rows {
        row.number += down;
        row.cells.iter_mut().for_each(|(column, _)| *column += right);
    }
    for Area { top, left, bottom, right: last } in &mut sheet.merged {
        (*top, *bottom) = (*top + down, *bottom + down);
        (*left, *last) = (*left + right, *last + right);
    }
    for named in &mut sheet.named {
        let area = &mut named.area;
        (area.top, area.bottom) = (area.top + down, area.bottom + down);
        (area.left, area.right) = (area.left + right, area.right + right);
    }
    sheet
}

/// Lines of text above; an empty one is a blank row.
pub(crate) fn with_rows_above(sheet: &Sheet, lines: &[&str]) -> Sheet {
    let mut sheet = moved(sheet, lines.len() as u32, 0);
    let rows = lines.iter().enumerate().filter(|(_, line)| !line.is_empty());
    let rows =
        rows.map(|(place, line)| Row { number: place as u32 + 1, cells: vec![(0, Cell::Text((*line).into()))].into() });
    sheet.rows.splice(0..0, rows);
    sheet
}

/// A small table of stages and counts on the right, from the header on, that many columns away.
pub(crate) fn with_side_table(sheet: &Sheet, gap: u32) -> Sheet {
    let mut sheet = sheet.clone();
    let (header, left) = (header(&sheet), last_column(&sheet) + 1 + gap);
    let lines =
        [("Etap", None), ("Nowe zapytanie", Some(6.0)), ("Wysłanie oferty", Some(14.0)), ("Wygrana", Some(3.0))];
    for (row, (word, count)) in sheet.rows[header..].iter_mut().zip(lines) {
        let count = count.map_or(Cell::Text("Liczba".into()), |value| Cell::Number { value, percent: false });
        row.cells.extend([(left, Cell::Text(word.into())), (left + 1, count)]);
    }
    sheet
}

/// A total after every so many rows of deals, and one below.
pub(crate) fn with_totals(sheet: &Sheet, every: usize) -> Sheet {
    let (header, amounts) = header_and_amounts(sheet);
    let first = sheet.rows[header].cells[0].0;
    let total = |word: &str| {
        let cells = [(first, Cell::Text(word.into())), (amounts, Cell::Number { value: 123_456.0, percent: false })];
        Row { number: 0, cells: cells.to_vec().into() }
    };
    let mut rows = sheet.rows[..=header].to_vec();
    for (place, row) in sheet.rows[header + 1..].iter().enumerate() {
        rows.push(row.clone());
        if (place + 1) % every == 0 {
            rows.push(total("Razem"));
        }
    }
    rows.push(total("Ogółem"));
    let from = sheet.rows[header].number;
    for (place, row) in rows[header..].iter_mut().enumerate() {
        row.number = from + place as u32;
    }
    // Bands that are merged across would lie elsewhere now.
    Sheet { rows, merged: Vec::new(), named: Vec::new(), ..sheet.clone() }
}

/// A blank row after every seventh.
pub(crate) fn with_blank_rows(sheet: &Sheet) -> Sheet {
    let mut sheet = Sheet { merged: Vec::new(), named: Vec::new(), ..sheet.clone() };
    let header = header(&sheet);
    for (place, row) in sheet.rows[header..].iter_mut().enumerate() {
        row.number += place as u32 / 7;
    }
    sheet
}

/// A blank column after the third.
pub(crate) fn with_blank_column(sheet: &Sheet) -> Sheet {
    let sheet = Sheet { merged: Vec::new(), named: Vec::new(), ..sheet.clone() };
    with_columns_moved(&sheet, |column| if column < 3 { column } else { column + 1 })
}
