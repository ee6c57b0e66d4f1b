//! The same deals written in another way give the same figures: every sample in other styles of dates and amounts, in
//! another order, among titles, totals and side tables, and saved as text.

#[path = "transformations/change.rs"]
mod change;
#[path = "transformations/figures.rs"]
mod figures;
#[path = "support/measured.rs"]
mod measured;
#[path = "transformations/saved.rs"]
mod saved;
#[path = "transformations/style.rs"]
mod style;

use std::sync::LazyLock;

use lejek::read::Sheet;
use serde_json::Value;

use figures::{deals_sheet, figures};

/// A sample's sheet of deals and what comes out of it as it is.
struct Sample {
    name: &'static str,
    sheet: Sheet,
    figures: Value,
}

static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    ["pipeline_2026-11-20.xlsx", "english_current_stage.xlsx", "windows1250.csv", "change_log.csv", "twelve_deals.csv"]
        .into_iter()
        .map(|name| {
            let sheet = deals_sheet(name);
            let figures = figures(&sheet);
            assert!(figures["deals"].as_array().is_some_and(|deals| deals.len() >= 12), "{name}");
            Sample { name, sheet, figures }
        })
        .collect()
});

/// What does not hold yet, by its name; the list may only shrink.
const NOT_YET: &[&str] = &[
    "with a blank column between",
    "with amounts like 12 500,00",
    "with amounts like 12\u{a0}500,00",
    "with amounts like 12\u{202f}500,00",
    "with amounts like 12.500,00",
    "with amounts like 12,5 tys.",
];

/// What became of the samples when they were changed: the first figure of each that is another one.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    /// Every sample, changed so, gives what it gave.
    fn between(&mut self, what: &str, change: impl Fn(&Sheet) -> Sheet) {
        if NOT_YET.contains(&what) {
            return;
        }
        for sample in SAMPLES.iter() {
            let after = figures(&change(&sample.sheet));
            for (part, before) in sample.figures.as_object().expect("parts") {
                if &after[part] != before {
                    let (before, after) = figures::first_difference(before, &after[part], part);
                    self.0.push(format!("{} {what}: {before} became {after}", sample.name));
                    break;
                }
            }
        }
    }

    #[track_caller]
    fn must_be_none(&self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

#[test]
fn dates_in_another_style() {
    let mut differences = Differences::default();
    for style in style::DATES {
        differences.between(&format!("with dates like {}", style.example), |sheet| style::with_dates(sheet, style));
    }
    differences.must_be_none();
}

#[test]
fn amounts_in_another_style() {
    let mut differences = Differences::default();
    for style in style::AMOUNTS {
        differences.between(&format!("with amounts like {}", style.example), |sheet| style::with_amounts(sheet, style));
    }
    differences.must_be_none();
}

#[test]
fn columns_in_another_order() {
    let mut differences = Differences::default();
    differences.between("with columns from right to left", change::columns_reversed);
    differences.between("with columns dealt like cards", change::columns_dealt);
    differences.must_be_none();
}

#[test]
fn rows_in_another_order() {
    let mut differences = Differences::default();
    differences.between("with rows in another order", change::rows_in_another_order);
    differences.must_be_none();
}

#[test]
fn titles_above() {
    let mut differences = Differences::default();
    differences.between("below a title", |sheet| change::with_rows_above(sheet, &["Lejek sprzedaży 2026"]));
    differences.between("below titles and a blank row", |sheet| {
        change::with_rows_above(sheet, &["Raport działu handlowego", "Stan na: 20.11.2026", "Opiekun pliku: Marta", ""])
    });
    differences.must_be_none();
}

#[test]
fn side_tables() {
    let mut differences = Differences::default();
    differences.between("beside a small table", |sheet| change::with_side_table(sheet, 1));
    differences.between("with a small table glued to it", |sheet| change::with_side_table(sheet, 0));
    differences.must_be_none();
}

#[test]
fn totals() {
    let mut differences = Differences::default();
    differences.between("with a total below", |sheet| change::with_totals(sheet, usize::MAX));
    differences.between("with totals between", |sheet| change::with_totals(sheet, 10));
    differences.must_be_none();
}

#[test]
fn sheets_of_another_name() {
    let mut differences = Differences::default();
    for name in ["Arkusz1", "Sheet1", "dane", "Marta Zięba", "Wygrane", "Luty 2026", "Oferty"] {
        differences
            .between(&format!("on the sheet {name}"), |sheet| Sheet { name: Some(name.into()), ..sheet.clone() });
    }
    differences.must_be_none();
}

#[test]
fn blank_rows_and_columns_between() {
    let mut differences = Differences::default();
    differences.between("with blank rows between", change::with_blank_rows);
    differences.between("with a blank column between", change::with_blank_column);
    differences.between("further right and below", |sheet| change::moved(sheet, 7, 3));
    differences.must_be_none();
}

#[test]
fn saved_as_text() {
    let mut differences = Differences::default();
    for encoding in saved::ENCODINGS {
        differences.between(&format!("saved as {}", encoding.name), |sheet| saved::saved_and_read(sheet, encoding));
    }
    differences.must_be_none();
}
