//! What cells say, and what cannot be read.

use proptest::{collection, prop_assert, proptest};

use super::super::fixture::{as_of, grid, table, template, workbook};
use super::super::{Layout, SheetFinding, recognise};
use super::day;
use crate::diagnostic::Code;
use crate::model::Currency;
use crate::read::{Cell, Sheet};
use crate::template::Template;

#[test]
fn what_cannot_be_read_is_named_by_its_cell() {
    let table = table(
        "
Klient | Etap | Data zapytania | Wartość
Alfa | Oferta | 28.02.2026 | 100
Beta | Oferta | 31.02.2026 | sporo 5
Gamma | Oferta | 12.03. | brak
",
    );
    let remarks: Vec<(Code, String)> = table
        .diagnostics
        .iter()
        .map(|remark| (remark.code, remark.at.as_ref().map(ToString::to_string).unwrap_or_default()))
        .collect();
    assert_eq!(
        remarks,
        [
            (Code::UnreadableDate, "lejek.xlsx › Arkusz1!C3".to_owned()),
            (Code::UnreadableAmount, "lejek.xlsx › Arkusz1!D3".to_owned()),
            (Code::YearAssumed, "lejek.xlsx › Arkusz1!C4".to_owned()),
        ]
    );
    assert_eq!(day(table.records[2].inquiry), "2026-03-12");
}

#[test]
fn an_undecided_order_of_day_and_month_is_reported_once() {
    let order = |header: &str| {
        let table =
            table(&format!("Client | Stage | {header}\nAlfa | Offer sent | 03/04/2026\nBeta | Won | 05/06/2026"));
        let assumed = table.diagnostics.iter().filter(|remark| remark.code == Code::DateOrderAssumed).count();
        (day(table.records[0].inquiry), assumed)
    };
    assert_eq!(order("Created Date"), ("2026-03-04".into(), 1));
    assert_eq!(order("Data zapytania | Wartość | Opiekun"), ("2026-04-03".into(), 1));
}

#[test]
fn currencies_come_from_the_cell_the_column_the_header_the_template() {
    let currencies = |drawing: &str, default: Option<Currency>| -> Vec<String> {
        let template = Template { currency: default, ..template() };
        let readings = recognise(&workbook(vec![grid(drawing)]), &template, as_of());
        let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
        table.records.iter().filter_map(|record| record.value).map(|value| value.currency.to_string()).collect()
    };
    let with_column =
        "Klient | Etap | Wartość | Waluta\nA | Oferta | 100 € | PLN\nB | Oferta | 100 | USD\nC | Oferta | 100 |";
    assert_eq!(currencies(with_column, None), ["EUR", "USD", "unstated"]);
    assert_eq!(currencies(with_column, Some(Currency::PLN)), ["EUR", "USD", "PLN"]);
    assert_eq!(
        currencies("Klient | Etap | Wartość (EUR)\nA | Oferta | 100\nB | Oferta | 200", Some(Currency::PLN)),
        ["EUR", "EUR"]
    );
    let with_both = "Klient | Etap | Wartość (PLN) | Waluta\nA | Oferta | 100 | EUR\nB | Oferta | 200 |";
    assert_eq!(currencies(with_both, None), ["EUR", "PLN"]);
}

#[test]
fn beside_stages_a_no_is_no_loss_until_the_deal_is_closed() {
    let alone = table("deal_id | owner | won | value\nS1 | A | 1 | 10\nS2 | B | 0 | 20");
    let outcomes: Vec<_> = alone.records.iter().filter_map(|record| record.outcome.as_deref()).collect();
    assert_eq!(outcomes, ["TRUE", "FALSE"]);
    let beside = table(
        "deal_id | stage | is_closed | is_won | value
S1 | Signed | TRUE | TRUE | 10
S2 | Proposal | FALSE | FALSE | 20
S3 | Gone | TRUE | FALSE | 30",
    );
    let outcomes: Vec<_> = beside.records.iter().map(|record| record.outcome.as_deref().unwrap_or("-")).collect();
    assert_eq!(outcomes, ["TRUE", "-", "FALSE"]);
}

#[test]
fn a_short_list_numbered_from_one_has_numbers() {
    let mut sheet = grid("Record ID | Deal Stage | Amount\n | Won | 10\n | Offer sent | 20");
    for (row, number) in sheet.rows[1..].iter_mut().zip(["1", "2"]) {
        row.cells.insert(0, (0, Cell::Text(number.into())));
    }
    let readings = recognise(&workbook(vec![sheet]), &template(), as_of());
    let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
    assert_eq!(table.records[0].id.as_deref(), Some("1"));
}

#[test]
fn nothing_in_a_cell_makes_it_panic() {
    let text = "[\\PC]{0,24}|[0-9.,:/ T-]{1,16}|[0-9]{1,2}[.:/ ][0-9]{1,2}[.:/ ]?[a-zA-Zżł€ ]{0,6}[0-9]{0,4}";
    proptest!(|(cells in collection::vec(collection::vec(text, 6), 1..8))| {
        let headers = "Klient | Etap | Data zapytania | Godzina | Wartość | Prawdopodobieństwo".split(" | ");
        let header: Vec<(u32, Cell)> = (0..).zip(headers).map(|(column, header)| (column, Cell::Text(header.into()))).collect();
        let mut rows = vec![crate::read::Row { number: 1, cells: header.into() }];
        for (number, texts) in (2..).zip(cells) {
            let filled = (0..).zip(texts).filter(|(_, text)| !text.trim().is_empty());
            let cells: Vec<_> = filled.map(|(column, text)| (column, Cell::Text(text.as_str().into()))).collect();
            rows.push(crate::read::Row { number, cells: cells.into() });
        }
        let headless = Sheet { name: None, hidden: false, rows: rows[1..].to_vec(), merged: Vec::new(), named: Vec::new() };
        let sheet = Sheet { rows, ..headless.clone() };
        let cells = sheet.rows.iter().map(|row| row.cells.len()).sum::<usize>();
        for reading in recognise(&workbook(vec![sheet, headless]), &template(), as_of()) {
            if let SheetFinding::Table(table) = reading.finding {
                // A board has a deal in each cell.
                let most = if table.layout == Layout::Board { cells } else { reading.rows_on_sheet };
                prop_assert!(table.rows_read() <= most);
            }
        }
    });
}
