//! Where the table is: headers among titles and totals, headers of several rows, side tables, rows that are no deals.

use super::super::fixture::{area, as_of, grid, merged, table, table_of, template, workbook};
use super::super::{Column, SheetFinding, Table, recognise};
use super::{check_fields, day};
use crate::diagnostic::Code;
use crate::i18n::Language;
use crate::model::SkipReason;
use crate::read::{NamedArea, Sheet};
use crate::template::Field;

#[test]
fn the_header_is_found_below_titles_and_totals() {
    let table = table(
        "
Lejek sprzedaży 2026
Stan na dzień: | 2026-03-01

 | | | 41500
Klient | Etap | Handlowiec | Wartość
Alfa | Oferta | Anna | 12500
Beta | Kontakt | Jan | 29000
",
    );
    assert_eq!(table.header_row, Some(5));
    assert_eq!(table.records.len(), 2);
    assert_eq!(table.language, Some(Language::Pl));
}

#[test]
fn a_side_table_is_cut_off_at_an_empty_column() {
    let table = table(
        "
Client | Stage | Owner | Amount | | Stage | Total
Alfa | Offer sent | Ann | 100 | | Won | 5
Beta | Won | Joe | 200 | | Lost | 2
 | | | | | Deferred | 1
",
    );
    assert_eq!(table.columns.len(), 4);
    assert_eq!(table.rows_read(), 2, "rows of the side table alone are not rows of this one");
}

#[test]
fn an_unnamed_column_with_cells_does_not_end_the_table() {
    check_fields(
        "
Client | | Stage | Amount
Alfa | ok | Offer sent | 100
Beta | | Won | 200
",
        &["company", "-", "stage", "value"],
    );
}

#[test]
fn rows_that_are_no_deals_are_skipped_and_counted() {
    use SkipReason::{NoDeal, RepeatedHeader, Section, Total};
    let table = table(
        "
Lp. | Klient | Etap | Wartość
STYCZEŃ 2026
1 | Alfa | Oferta | 100
2 | Total Polska | Kontakt | 200
 | Razem | | 300
Lp. | Klient | Etap | Wartość
luty 2026
3 | Suma sp. z o.o. | Wygrana | 50
4
 | | | 350
 | Gamma
 | Suma końcowa: | | 350
",
    );
    let names: Vec<&str> = table.records.iter().filter_map(|record| record.company.as_deref()).collect();
    assert_eq!(names, ["Alfa", "Total Polska", "Suma sp. z o.o.", "Gamma"]);
    assert_eq!(
        table.skipped,
        [(2, Section), (5, Total), (6, RepeatedHeader), (7, Section), (9, NoDeal), (10, Total), (12, Total)]
    );
    assert_eq!(table.rows_read(), 11);
    let number = &table.columns[0];
    assert_eq!((number.filled, number.example.as_deref()), (3, Some("1")), "titles and totals do not count");
}

#[test]
fn what_is_merged_downwards_counts_in_every_row_and_amounts_do_not() {
    let table = table_of(merged(
        "
Klient | Temat | Etap | Data zapytania | Wartość
Alfa | Strona | Oferta | 2026-03-01 | 100
 | Sklep | Kontakt
Beta | Blog | Oferta | 2026-03-04 | 12 500 zł
 | Film | Oferta
",
        &["A2:A3", "D2:D3", "E2:E3", "E4:E5"],
    ));
    let second = &table.records[1];
    assert_eq!(
        (second.company.as_deref(), day(second.inquiry).as_str(), second.value),
        (Some("Alfa"), "2026-03-01", None)
    );
    assert_eq!(table.records[3].value, None);
}

/// The headers of a table, `>` before its field where it has one.
fn headers(table: &Table) -> Vec<String> {
    let shown = |column: &Column| match &column.field {
        Some(field) => format!("{} > {}", column.header, field.key()),
        None => column.header.clone(),
    };
    table.columns.iter().map(shown).collect()
}

const TWO_ROWS: &str = "
Klient | Etap | Oferta | | Kontakt
 | | data | kwota | data
Alfa | Oferta | 2026-03-01 | 100 | 2026-02-01
Beta | Oferta | 2026-03-02 | 200 | 2026-02-02
";

#[test]
fn a_header_of_two_rows_is_joined_whether_its_groups_are_merged_or_not() {
    for areas in [&["A1:A2", "B1:B2", "C1:D1"][..], &["C1:D1"], &[]] {
        let table = table_of(merged(TWO_ROWS, areas));
        assert_eq!(table.header_row, Some(2));
        assert_eq!(
            headers(&table),
            [
                "Klient > company",
                "Etap > stage",
                "Oferta data > date:offer",
                "Oferta kwota > value",
                "Kontakt data > date:contact"
            ],
            "{areas:?}"
        );
        assert_eq!((table.records.len(), table.cells.header), (2, 7));
    }
}

#[test]
fn a_name_that_its_group_says_nothing_about_speaks_for_itself() {
    let table = table(
        "
Dane klienta | | | Sprzedaż | | Terminy
Firma | Telefon | E-mail | Etap | Wartość | Data zapytania
Alfa | 600 100 200 | a@alfa.pl | Oferta | 100 | 2026-03-01
Beta | 600 100 201 | b@beta.pl | Kontakt | 200 | 2026-03-02
",
    );
    assert_eq!(table.header_row, Some(2));
    let fields: Vec<String> = table.columns.iter().filter_map(|column| Some(column.field.as_ref()?.key())).collect();
    assert_eq!(fields, ["company", "phone", "email", "stage", "value", "inquiry"]);
}

#[test]
fn a_header_may_have_three_rows() {
    let table = table_of(merged(
        "
Klient | Etap | Proces
 | | Oferta | | Kontakt
 | | data | kwota | data
Alfa | Oferta | 2026-03-01 | 100 | 2026-02-01
Beta | Oferta | 2026-03-02 | 200 | 2026-02-02
",
        &["A1:A3", "B1:B3", "C1:E1", "C2:D2"],
    ));
    assert_eq!(table.header_row, Some(3));
    assert_eq!(
        headers(&table)[2..],
        ["Proces Oferta data > date:offer", "Proces Oferta kwota > value", "Proces Kontakt data > date:contact"]
    );
}

#[test]
fn a_header_and_its_translation_are_one_header() {
    let table = table(
        "
Klient | Etap | Wartość | Handlowiec
Client | Stage | Value | Owner
Alfa | Oferta | 100 | Anna
Beta | Oferta | 200 | Jan
",
    );
    assert_eq!((table.header_row, table.records.len()), (Some(2), 2));
    assert_eq!(headers(&table)[0], "Klient > company");
}

#[test]
fn a_row_of_words_below_the_header_is_a_deal() {
    let table = table(
        "
Klient | | Etap | Handlowiec | Uwagi
Alfa | ok | Oferta wysłana | Anna Nowak | oferta
Beta | | Kontakt | Jan Kot | telefon
",
    );
    assert_eq!((table.header_row, table.records.len()), (Some(1), 2));
}

#[test]
fn titles_above_are_no_groups() {
    let drawing = "
Lejek sprzedaży 2026
Klient | Etap | Data | Wartość
Alfa | Oferta | 2026-03-01 | 100
Beta | Oferta | 2026-03-02 | 200
";
    for areas in [&["A1:D1"][..], &["A1:B1"], &[]] {
        let table = table_of(merged(drawing, areas));
        assert_eq!(headers(&table)[0], "Klient > company", "{areas:?}");
        assert_eq!((table.cells.header, table.cells.outside), (4, 1));
    }
}

#[test]
fn a_long_preamble_is_passed_over() {
    let notes = (1..=90).map(|line| format!("{line}. Uwaga do arkusza | strona {line}"));
    let table_rows = ["", "Klient | Etap | Wartość", "Alfa | Oferta | 100", "Beta | Kontakt | 200"].map(str::to_owned);
    let drawing: Vec<String> = notes.chain(table_rows).collect();
    let table = table(&drawing.join("\n"));
    assert_eq!((table.header_row, table.records.len()), (Some(92), 2));
}

#[test]
fn a_table_starts_where_it_starts_and_the_file_may_name_it() {
    let drawing = "
 | Klient | Etap | Nr
 | to są | etapy | 2

 | | Firma | Etap | Wartość
 | | Alfa | Oferta | 100
 | | Beta | Kontakt | 200
";
    let named = |corners| NamedArea { name: "Szanse".into(), area: area(corners), is_table: true };
    let sheet = Sheet { named: vec![named("C4:E6")], ..grid(&format!("{drawing}\n | | rabat | 3")) };
    let table = table_of(sheet);
    assert_eq!((table.header_row, table.records.len()), (Some(4), 2));
    // Excel tables grow, and so does the list below one whose end nobody moved.
    let sheet = Sheet { named: vec![named("C4:E5")], ..grid(drawing) };
    assert_eq!(table_of(sheet).records.len(), 2);
}

#[test]
fn a_side_table_glued_to_the_table_is_cut_off() {
    let table = table(
        "
Klient | Etap | Wartość | Etap | Liczba
Alfa | Oferta | 100 | Oferta | 4
Beta | Kontakt | 200 | Wygrana | 1
Gamma | Oferta | 300
Delta | Oferta | 400
Epsilon | Wygrana | 500
",
    );
    assert_eq!((table.columns.len(), table.records.len(), table.cells.outside), (3, 5, 6));
    let remark = table.diagnostics.iter().find(|remark| remark.code == Code::CellsOutsideTable).expect("a remark");
    assert!(remark.words.contains(&("area".to_owned(), "D1:E3".into())), "{remark:?}");
}

#[test]
fn a_sparse_column_is_no_side_table() {
    check_fields(
        "
Klient | Etap | Data zapytania | Data utraty | Powód utraty
Alfa | Przegrana | 2026-03-01 | 2026-03-09 | Cena
Beta | Przegrana | 2026-03-01 | 2026-03-10 | Termin
Gamma | Oferta | 2026-03-01
Delta | Oferta | 2026-03-02
Epsilon | Kontakt | 2026-03-03
",
        &["company", "stage", "inquiry", "lost-on", "lost-reason"],
    );
}

#[test]
fn tables_below_one_another_are_read_each_or_named() {
    let drawing = "
Otwarte
Klient | Etap | Wartość
Alfa | Oferta | 100
Beta | Kontakt | 200

Zamknięte
Firma | Status | Data zamknięcia
Gamma | Wygrana | 2026-03-01
Delta | Przegrana | 2026-03-02

Etap | Liczba
Oferta | 1
Kontakt | 1
";
    let readings = recognise(&workbook(vec![grid(drawing)]), &template(), as_of());
    let found: Vec<(Option<u32>, usize, usize)> = readings
        .iter()
        .map(|reading| match &reading.finding {
            SheetFinding::Table(table) => (table.header_row, table.records.len(), table.cells.outside),
            SheetFinding::LeftOut(reason) => panic!("{reason:?}"),
        })
        .collect();
    assert_eq!(found, [(Some(2), 2, 1), (Some(7), 2, 7)]);
    let cells: usize = readings.iter().map(|reading| reading.cells_on_sheet).sum();
    assert_eq!(cells, grid(drawing).rows.iter().map(|row| row.cells.len()).sum::<usize>());
}

#[test]
fn notes_below_a_table_are_no_deals() {
    let table = table(
        "
Klient | Etap | Handlowiec | Wartość
Alfa | Oferta | Anna | 100
Beta | Kontakt | Jan | 200

Sporządził: | Anna Nowak
* wartości netto
",
    );
    assert_eq!((table.records.len(), table.rows_read(), table.cells.outside), (2, 2, 3));
}

#[test]
fn a_total_is_known_by_its_label_in_any_column_and_by_its_numbers() {
    use SkipReason::Total;
    let table = table(
        "
Klient | Etap | Handlowiec | Wartość | Uwagi
Alfa | Oferta | Anna | 100
Suma sp. z o.o. | Kontakt | Jan | 200
 | | Razem | 300
2 | 2 | | 300
 | | | 150 | średnia
Total Deals: | 2
Wartość lejka | | | 300 zł
",
    );
    assert_eq!(table.records.len(), 2);
    assert_eq!(table.skipped, [(4, Total), (5, Total), (6, Total), (7, Total), (8, Total)]);
}

#[test]
fn titles_between_the_rows_give_stage_seller_and_year() {
    let table = table(
        "
Klient | Data zapytania | Wartość
HANDLOWIEC: Anna Nowak
Oferta wysłana
Alfa | 03.03.2026 | 100
Beta | 04.03.2026 | 200
Etap: Wizja lokalna
Gamma | 05.03.2026 | 300
Handlowiec: Jan Kot
Delta | 06.03.2026 | 400
",
    );
    let told: Vec<(&str, &str)> = table
        .records
        .iter()
        .map(|record| (record.stage.as_deref().unwrap_or("-"), record.owner.as_deref().unwrap_or("-")))
        .collect();
    assert_eq!(
        told,
        [
            ("Oferta wysłana", "Anna Nowak"),
            ("Oferta wysłana", "Anna Nowak"),
            ("Wizja lokalna", "Anna Nowak"),
            ("Wizja lokalna", "Jan Kot")
        ]
    );
    let reasons: Vec<&str> = table.layout_reasons.iter().map(|reason| reason.key).collect();
    assert_eq!(reasons, ["sections-stage", "sections-owner"]);
}

#[test]
fn a_month_between_the_rows_gives_the_year_alone() {
    let table = table(
        "
Klient | Etap | Data zapytania
GRUDZIEŃ 2025
Alfa | Oferta | 28.12.
STYCZEŃ 2026
Beta | Kontakt | 03.01.
",
    );
    let days: Vec<String> = table.records.iter().map(|record| day(record.inquiry)).collect();
    assert_eq!(days, ["2025-12-28", "2026-01-03"]);
    assert!(table.diagnostics.is_empty(), "{:?}", table.diagnostics);
}

#[test]
fn a_title_that_says_nothing_makes_the_others_doubtful() {
    let table = table(
        "
Klient | Etap | Data zapytania
RÓŻNE
Alfa | Oferta | 28.12.2025
JAN KOT
Beta | Kontakt | 03.01.2026
",
    );
    assert!(table.records.iter().all(|record| record.owner.is_none()));
}

#[test]
fn a_title_over_a_repeated_header_is_no_deal() {
    let table = table(
        "
Szanse otwarte
Klient | Etap | Wartość
Alfa | Oferta | 100

Szanse zamknięte
Klient | Etap | Wartość
Beta | Wygrana | 200
",
    );
    assert_eq!(table.records.len(), 2);
    assert_eq!(table.skipped, [(5, SkipReason::Section), (6, SkipReason::RepeatedHeader)]);
}

#[test]
fn columns_without_a_header_are_told_by_their_cells() {
    let table = table(
        "
1 | 02.03.2026 | Drukarnia Kwadrat | ewa@kwadrat.pl | 600 100 200 | Oferta wysłana | 12 500 zł | Anna Nowak
2 | 04.03.2026 | Młyn Zdrojowy | jan@mlyn.pl | 600 100 201 | Nowe zapytanie | 2 000 zł | Jan Kot
3 | 05.03.2026 | Hotel Pod Lipą | ola@lipa.pl | 600 100 202 | Wygrana | 31 241 zł | Anna Nowak
4 | 05.03.2026 | Ogrody Bławat | biuro@blawat.pl | 600 100 203 | Przegrana | 900 zł | Anna Nowak
",
    );
    let fields: Vec<String> =
        table.columns.iter().map(|column| column.field.as_ref().map_or("-".into(), Field::key)).collect();
    assert_eq!(fields, ["id", "inquiry", "company", "email", "phone", "stage", "value", "owner"]);
    assert_eq!((table.header_row, table.records.len()), (None, 4));
    assert!(table.columns.iter().all(|column| column.score < 0.7));
    assert!(table.diagnostics.iter().any(|remark| remark.code == Code::HeaderMissing));
}

#[test]
fn of_two_columns_alike_nothing_is_guessed_without_a_header() {
    let table = table(
        "
Alfa | 02.03.2026 | 03.03.2026 | Oferta | 100 zł | 123 zł
Beta | 04.03.2026 | 05.03.2026 | Kontakt | 200 zł | 246 zł
Gamma | 04.03.2026 | 06.03.2026 | Wygrana | 200 zł | 246 zł
",
    );
    let fields: Vec<String> =
        table.columns.iter().map(|column| column.field.as_ref().map_or("-".into(), Field::key)).collect();
    assert_eq!(fields, ["company", "-", "-", "stage", "-", "-"]);
}
