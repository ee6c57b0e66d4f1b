//! What a template asks to see beside what lejek understands: columns of the team's own, values as they were written.

use calamine::{Data, Reader};
use serde_json::{Value, json};

use super::run::{Run, err};

const ROWS: &str = "\
Nr;Data zapytania;Firma;Etap;Wartość;Waluta;Branża;Etap
1;2026-03-02;Alfa;Oferta wysłana;1000;EUR;Meble;a
2;2026-03-03;Beta;Wygrana;2000;PLN;;b
";

const TEMPLATE: &str = "\
extends = \"universal\"
show = [\"Branża\", \"Region\"]
currency = \"PLN\"
[rates]
EUR = 4.25
";

/// The report of the rows with the template, and the run that has it in its folder.
fn reported() -> (Value, Run) {
    let run = Run::new(&["report", "deals.csv", "--template", "team.toml", "--as-of", "2026-03-10", "--json"]);
    let run = run.with_file("deals.csv", ROWS.as_bytes()).with_file("team.toml", TEMPLATE.as_bytes());
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    (serde_json::from_slice(&output.stdout).expect("JSON"), run)
}

#[test]
fn columns_of_the_teams_own_are_in_report_json() {
    let (report, _) = reported();
    assert_eq!(report["deals"][0]["custom"], json!({"Branża": "Meble"}));
    assert_eq!(report["deals"][1]["custom"], json!({"Branża": null}));
    let remarks = report["diagnostics"].as_array().expect("remarks");
    let missing: Vec<&Value> = remarks.iter().filter(|remark| remark["code"] == "shown-column-missing").collect();
    assert!(missing.len() == 1 && missing[0]["words"]["header"] == "Region", "{missing:?}");
}

#[test]
fn a_converted_value_stands_beside_the_written_one() {
    let (report, _) = reported();
    let deal = &report["deals"][0];
    assert_eq!((&deal["value"], &deal["currency"]), (&json!(4250.0), &json!("PLN")));
    assert_eq!((&deal["value_written"], &deal["currency_written"]), (&json!(1000.0), &json!("EUR")));
    assert_eq!(report["deals"][1]["value_written"], Value::Null);
}

#[test]
fn both_are_on_the_sheet_of_deals_and_the_rates_on_about() {
    let (_, run) = reported();
    let path = run.folder.path().join("lejek-report/report.xlsx");
    let mut workbook: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let deals = workbook.worksheet_range("Szanse").expect("a sheet");
    let text = |cell: &Data| cell.to_string();
    let rows: Vec<Vec<String>> = deals.rows().map(|row| row.iter().map(text).collect()).collect();
    let heads = rows.iter().find(|row| row.contains(&"Branża".to_owned())).expect("a head row");
    let of = |head: &str, row: usize| {
        let column = heads.iter().position(|known| known == head).unwrap_or_else(|| panic!("no {head} in {heads:?}"));
        let first = rows.iter().position(|row| row == heads).expect("found before") + 1;
        rows[first + row][column].clone()
    };
    assert_eq!((of("Branża", 0), of("Branża", 1)), ("Meble".to_owned(), String::new()));
    assert_eq!((of("Wartość w arkuszu", 0), of("Waluta w arkuszu", 0)), ("1000".to_owned(), "EUR".to_owned()));
    let about = workbook.worksheet_range("O raporcie").expect("a sheet");
    let all: Vec<String> = about.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(all.iter().any(|cell| cell.contains("1 EUR = 4,25 PLN")), "{all:?}");
    assert!(all.iter().any(|cell| cell.starts_with("team.toml – ")), "{all:?}");
}
