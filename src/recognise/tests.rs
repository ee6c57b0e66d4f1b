//! The whole step on small sheets: headers among titles and totals, traps of the trade, layouts.

use std::collections::BTreeMap;

use proptest::{collection, prop_assert, proptest};

use super::fixture::{finding, grid, related, table, template, workbook};
use super::vocabulary::Vocabulary;
use super::{ColumnReason, Layout, LeftOut, SheetFinding, Table, recognise};
use crate::diagnostic::Code;
use crate::i18n::Language;
use crate::model::{Currency, Moment, SkipReason};
use crate::read::{Area, Cell, Sheet};
use crate::template::{Field, Template};

fn fields(table: &Table) -> BTreeMap<String, String> {
    let taken = table.columns.iter().filter_map(|column| Some((column.header.clone(), column.field.as_ref()?.key())));
    taken.collect()
}

/// The fields of the columns in order, `-` for none.
#[track_caller]
fn check_fields(drawing: &str, expect: &[&str]) {
    let table = table(drawing);
    let taken: Vec<String> =
        table.columns.iter().map(|column| column.field.as_ref().map_or("-".into(), Field::key)).collect();
    assert_eq!(taken, expect);
}

#[track_caller]
fn check_left_out(drawing: &str, expect: LeftOut) {
    match finding(drawing) {
        SheetFinding::LeftOut(reason) => assert_eq!(reason, expect),
        SheetFinding::Table(table) => panic!("a table with {:?}", fields(&table)),
    }
}

fn day(moment: Option<Moment>) -> String {
    moment.map_or("-".into(), |moment| match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(instant) => instant.to_string(),
    })
}

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
fn a_header_of_two_rows_is_joined() {
    let mut sheet = grid(
        "
Klient | Etap | Oferta | | Kontakt
 | | data | kwota | data
Alfa | Oferta | 2026-03-01 | 100 | 2026-02-01
Beta | Oferta | 2026-03-02 | 200 | 2026-02-02
",
    );
    // The drawing has no cells under "Klient" and "Etap": they are merged over both rows.
    let area = |top, left, bottom, right| Area { top, left, bottom, right };
    sheet.merged = vec![area(1, 0, 2, 0), area(1, 1, 2, 1), area(1, 2, 1, 3)];
    let readings = recognise(&workbook(vec![sheet]), &template());
    let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
    assert_eq!(table.header_row, Some(2));
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(headers[..4], ["Klient", "Etap", "Oferta data", "Oferta kwota"]);
    assert_eq!(table.records[0].stage_dates.len(), 1);
}

#[test]
fn text_merged_downwards_counts_in_every_row_and_amounts_do_not() {
    let mut sheet = grid(
        "
Klient | Temat | Etap | Wartość
Alfa | Strona | Oferta | 100
 | Sklep | Kontakt
",
    );
    sheet.merged = [0, 3].map(|column| Area { top: 2, left: column, bottom: 3, right: column }).to_vec();
    let readings = recognise(&workbook(vec![sheet]), &template());
    let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
    assert_eq!(table.records[1].company.as_deref(), Some("Alfa"));
    assert_eq!(table.records[1].value, None);
}

#[test]
fn an_export_names_its_entity_before_each_header() {
    check_fields(
        "
Deal - ID | Deal - Title | Deal - Owner | Deal - Weighted value | Deal - Currency of Weighted value | Deal - Pipeline | Deal - Stage | Deal - Status | Deal - Deal created | Deal - Last stage change | Deal - Won time | Deal - Value | Deal - Currency of Value | Deal - Organization
7 | Shop | Ann | 50 | EUR | Main | Proposal | Open | 2025-02-12 15:28:53 | 2025-02-20 10:00:00 | | 100 | EUR | Alfa
8 | Site | Joe | 60 | BGN | Main | Contacted | Won | 2025-02-13 15:28:53 | 2025-02-21 10:00:00 | 2025-03-01 09:00:00 | 200 | BGN | Beta
",
        &["id", "name", "owner", "-", "-", "-", "stage", "outcome", "inquiry", "entered", "won-on", "value", "currency", "company"],
    );
    check_fields(
        "
Szansa sprzedaży - Tytuł | Szansa sprzedaży – Etap | Szansa sprzedaży - Wartość | Organizacja - Adres
Sklep | Oferta | 100 | Kwiatowa 1
Strona | Kontakt | 200 | Polna 2
",
        &["name", "stage", "value", "-"],
    );
}

#[test]
fn code_names_are_read_and_say_nothing_about_the_language() {
    let log = "
deal_stage_key | deal_id | stage_created_at | pipeline_name | deal_stage_id | pipeline_stage_name | stage_display_order
a1 | 11 | 2023-02-17 04:15:01.155000 UTC | MAIN | x1 | NEW INQUIRY | 1
a2 | 11 | 2023-02-18 04:15:01.155000 UTC | MAIN | x2 | CLOSED WON | 3
a3 | 12 | 2023-02-17 05:15:01.155000 UTC | MAIN | x1 | NEW INQUIRY | 1
";
    check_fields(log, &["-", "id", "entered", "-", "-", "stage", "-"]);
    assert_eq!(table(log).language, None);
    check_fields(
        "
Id | AccountId | Name | StageName | Amount | ExpectedRevenue | CloseDate | IsClosed | IsWon | CreatedDate
006a | 001a | Pump | Qualification | 100 | 50 | 02/03/24 | FALSE | FALSE | 02/23/26
006b | 001b | Valve | Closed Won | 200 | 200 | 02/13/24 | TRUE | TRUE | 02/24/26
",
        &["id", "-", "name", "stage", "value", "-", "close-date", "-", "-", "inquiry"],
    );
}

#[test]
fn stage_and_status_share_the_two_state_fields() {
    let both = "
Organization | Status | Stage | Deal Value, $
Alfa | New | | 10
Beta | Opportunity | Nurturing | 20
Gamma | Customer | | 30
";
    check_fields(both, &["company", "outcome", "stage", "value"]);
    let alone = "
Organization | Status | Deal Value, $
Alfa | New | 10
Beta | Won | 20
";
    check_fields(alone, &["company", "stage", "value"]);
    assert_eq!(table(alone).records[0].value.map(|value| value.currency), Some(Currency::USD));
}

#[test]
fn cells_decide_what_an_ambiguous_header_means() {
    let rows = |kontakt: &str, szansa: &str| {
        format!(
            "Firma | Etap | Kontakt | Szansa\nAlfa | Oferta | {kontakt} | {szansa}\nBeta | Oferta | {kontakt} | {szansa}"
        )
    };
    check_fields(&rows("Anna Nowak", "Sklep internetowy"), &["company", "stage", "contact", "name"]);
    check_fields(&rows("2026-03-01", "30"), &["company", "stage", "date:contact", "probability"]);
}

#[test]
fn a_planned_follow_up_is_no_fact() {
    check_fields(
        "
Prospect | Stage | First Contact | Next Follow-Up | Follow-up | Close Date | Expected close date
Alfa | Offer sent | 2026-03-01 | 2026-04-01 | 2026-03-05 | 2026-05-01 | 2026-05-02
Beta | Won | 2026-03-02 | 2026-04-02 | 2026-03-06 | 2026-03-20 | 2026-05-02
",
        &["company", "stage", "date:contact", "next-step-on", "date:followup", "close-date", "expected-close"],
    );
}

#[test]
fn the_real_polish_sheet_is_understood() {
    let table = table(
        "
ID | Nazwa klienta | Handlowiec | Źródło | Osoba kontaktowa | E.mail | Data wpłynięcia | Godzina wpłynięcia | Kwalifikacja lead'a | Data badania potrzeb | Data wysłania oferty | Data omówienia oferty | Data podpisania umowy | Szansa sprzedaży  Wartość | Etap | Stan | Planowane działanie | Data planowanego działania | Data utracenia | Powód utraty szansy | Notatki
1 | Alfa | Anna | Google | Jan Kot | jan@alfa.pl | 02.03.2026 | 14:05 | SQL | 03.03.2026 | 05.03.2026 | 09.03.2026 | 20.03.2026 | 12 500,00 zł | umowa podpisana | zamknięta | | | | | ok
2 | Beta | Jan | Targi | Ewa Lis | ewa@beta.pl | 04.03.2026 | 8:30 | MQL | | 06.03.2026 | | | 9 000 zł | oferta wysłana | otwarta | Telefon | 10.04.2026 | 25.03.2026 | Cena |
",
    );
    let taken = fields(&table);
    for (header, field) in [
        ("Data wpłynięcia", "inquiry"),
        ("Godzina wpłynięcia", "inquiry-time"),
        ("Data wysłania oferty", "date:offer"),
        ("Data omówienia oferty", "date:followup"),
        ("Data podpisania umowy", "won-on"),
        ("Data utracenia", "lost-on"),
        ("Szansa sprzedaży Wartość", "value"),
        ("Etap", "stage"),
        ("Stan", "outcome"),
        ("Planowane działanie", "next-step"),
        ("Data planowanego działania", "next-step-on"),
        ("Powód utraty szansy", "lost-reason"),
    ] {
        assert_eq!(taken.get(header).map(String::as_str), Some(field), "{header}");
    }
    assert!(!taken.contains_key("Data badania potrzeb"), "this template has no meeting");
    assert!(!taken.contains_key("Kwalifikacja lead'a"), "its cells are no dates");
    assert_eq!(table.layout, Layout::StageDates);
    assert_eq!(table.language, Some(Language::Pl));
    let first = &table.records[0];
    assert_eq!(day(first.inquiry), "2026-03-02 14:05:00", "day and hour are joined");
    assert_eq!(first.value.map(|value| (value.amount, value.currency)), Some((12_500.into(), Currency::PLN)));
    assert_eq!(day(table.records[1].lost_on), "2026-03-25");
}

#[test]
fn a_change_log_is_told_from_deals_whose_numbers_repeat() {
    let log = table(
        "
OpportunityId | StageName | CreatedDate | Amount
A | Qualification | 02/23/26 08:55 PM | 10
A | Closed Won | 03/07/26 09:00 PM | 10
B | Qualification | 02/23/26 08:55 PM | 20
",
    );
    assert_eq!(log.layout, Layout::ChangeLog);
    assert_eq!(day(log.records[1].entered), "2026-03-07 21:00:00", "created is when the stage was entered");
    assert_eq!(log.records[1].inquiry, None);

    let order_lines = table(
        "
Opportunity ID | Deal Stage | Created Date | Sales Amount
A | Closed Won | 2020-03-19 | 10
A | Closed Won | 2020-03-19 | 25
B | Proposing | 2020-03-20 | 20
",
    );
    assert_eq!(order_lines.layout, Layout::CurrentStage);

    let namesakes = table(
        "
Potential Name | Stage | Created Time
Lewis, James | Qualification | 15 Apr, 2021 00:02:00
Lewis, James | Closed Won | 16 Apr, 2021 00:02:00
Kirk, Rebecca | Closed Won | 16 Apr, 2021 00:02:00
",
    );
    assert_eq!(namesakes.layout, Layout::CurrentStage);
}

#[test]
fn columns_of_stage_dates_are_a_layout() {
    let layout = |drawing| table(drawing).layout;
    assert_eq!(
        layout(
            "Klient | Data zapytania | Pierwszy kontakt | Oferta wysłana\nAlfa | 2026-03-01 | 2026-03-02 | 2026-03-03\nBeta | 2026-03-01 | | "
        ),
        Layout::StageDates
    );
    assert_eq!(
        layout(
            "Deal Name | Deal Stage | Date entered \"Offer sent (Sales Pipeline)\" | Date entered \"Closed Won (Sales Pipeline)\"\nA | Won | 2026-03-01 | 2026-03-09\nB | Offer sent | 2026-03-02 | "
        ),
        Layout::StageDates
    );
    assert_eq!(
        layout("Klient | Etap | Data zapytania\nAlfa | Oferta | 2026-03-01\nBeta | Oferta | 2026-03-01"),
        Layout::CurrentStage
    );
    assert_eq!(
        layout("Klient | Etap | Etap od dnia\nAlfa | Oferta | 2026-03-01\nBeta | Oferta | 2026-03-01"),
        Layout::CurrentStage
    );
}

#[test]
fn sheets_without_deals_are_left_out_with_the_reason() {
    check_left_out("", LeftOut::Empty);
    check_left_out("Instrukcja\nWypełnij wszystkie pola", LeftOut::NoHeader);
    check_left_out("1990 | 1991\n0.06 | 0.11", LeftOut::NoHeader);
    check_left_out(
        "Województwo | Powiat | Stopa (%)\nMazowieckie | Otwock | 3.4\nMazowieckie | Radom | 6.1",
        LeftOut::NoStages,
    );
    check_left_out(
        "Data | Produkt | Sprzedawca | Wartość netto\n2026-01-15 | Laptop | Anna | 4500\n2026-01-20 | Fotel | Jan | 900",
        LeftOut::NoStages,
    );
    check_left_out(
        "Tytuł | Autor | Wartość | Status\nLalka | Prus | 23 | dostępna\nPotop | Sienkiewicz | 46 | wypożyczona",
        LeftOut::NoStages,
    );
    check_left_out(
        "ID | Stages | Probability\n1 | Lead | 0.05\n2 | Qualified | 0.1\n3 | Proposal | 0.25\n4 | Won | 1",
        LeftOut::NoDeals,
    );
    check_left_out(
        "Deal Stage | Lead Source | Total\nClosed Lost | Online Ad | 2210\n | Referral | 5000\nClosed Won | Referral | 100",
        LeftOut::NoDeals,
    );
}

#[test]
fn a_status_that_nobody_knows_counts_where_dates_of_sales_stand_beside() {
    check_fields(
        "
Rejestr umów

Lp. | Data zawarcia umowy | Data zakończenia | Wartość przedmiotu umowy | Przedmiot umowy | Status umowy
1 | 31.07.2026 | | 16 760,00 zł | Remont | Aktywna
2 | 30.07.2026 | 04.08.2026 | 31 241,00 zł | Oświetlenie | Nieaktywna
",
        &["id", "won-on", "-", "value", "name", "stage"],
    );
}

#[test]
fn a_sheet_that_repeats_the_deals_of_another_is_left_out() {
    let sheet = |header: &str, stage: &str| {
        let rows = (1..=9).map(|row| format!("{row} | Firma {row} | {stage} | 2026-03-0{row} | {row}00"));
        let lines: Vec<String> = std::iter::once(header.to_owned()).chain(rows).collect();
        grid(&lines.join("\n"))
    };
    let first = sheet("ID | Klient | Etap | Data zapytania | Wartość", "Oferta");
    let copy = sheet("Deal ID | Company | Stage | Created Date | Amount", "Offer sent");
    let other = grid("ID | Klient | Etap | Wartość\n1 | Omega | Oferta | 9\n2 | Sigma | Oferta | 8");
    let found: Vec<Option<LeftOut>> = related(&[workbook(vec![first, copy, other])])
        .into_iter()
        .map(|reading| match reading.finding {
            SheetFinding::Table(_) => None,
            SheetFinding::LeftOut(reason) => Some(reason),
        })
        .collect();
    assert_eq!(found, [None, Some(LeftOut::Repeats), None]);
}

#[test]
fn the_users_own_headers_beat_the_vocabulary() {
    let drawing = "Klient | Etap | Ogarnia | Opiekun\nAlfa | Oferta | Anna | Biuro\nBeta | Oferta | Jan | Biuro";
    let template = Template { columns: vec![(Field::Owner, vec!["Ogarnia".into()])], ..template() };
    let readings = recognise(&workbook(vec![grid(drawing)]), &template);
    let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
    let owner = table.column_of(&Field::Owner).expect("an owner");
    assert_eq!((owner.header.as_str(), owner.reason), ("Ogarnia", ColumnReason::Template));
    assert_eq!(table.columns[3].reason, ColumnReason::BetterColumn);
    assert!(table.columns.iter().all(|column| column.score <= 1.0));
}

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
        let readings = recognise(&workbook(vec![grid(drawing)]), &template);
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
fn yes_and_no_are_an_outcome_only_without_stages() {
    let alone = table("deal_id | owner | won | value\nS1 | A | 1 | 10\nS2 | B | 0 | 20");
    let outcomes: Vec<_> = alone.records.iter().filter_map(|record| record.outcome.as_deref()).collect();
    assert_eq!(outcomes, ["TRUE", "FALSE"]);
    check_fields(
        "deal_id | stage | is_won | value\nS1 | Closed Won | TRUE | 10\nS2 | Proposal | FALSE | 20",
        &["id", "stage", "-", "value"],
    );
}

#[test]
fn every_header_of_the_vocabulary_finds_its_own_field() {
    let vocabulary = Vocabulary::of(&template());
    for (word, field) in Vocabulary::words() {
        let claims = vocabulary.claims(&super::label::Label::of(word));
        assert!(claims.iter().any(|claim| claim.field == *field), "{word} -> {field:?}, not {claims:?}");
        assert_eq!(super::fold::fold(word), *word, "the vocabulary is folded");
    }
}

#[test]
fn traps_claim_nothing() {
    for header in [
        "Pipeline",
        "Type",
        "Forecast Type",
        "Age Tier",
        "LEADID",
        "AccountId",
        "Campaign Id",
        "Weighted value",
        "Lost at stage",
        "Stage sequence",
        "Is Deal Closed?",
        "Close date pushed",
        "Data utworzenia klienta",
        "Days to close",
        "Created by",
        "Time in current stage",
        "Deal owner id number",
    ] {
        let vocabulary = Vocabulary::of(&template());
        let label = super::label::Label::of(header);
        let claims = [vocabulary.claims(&label), vocabulary.resemblances(&label)].concat();
        assert!(claims.is_empty(), "{header}: {claims:?}");
    }
}

#[test]
fn slips_of_the_pen_are_forgiven_and_scored_lower() {
    let table =
        table("Klient | Etap | Handlwoiec | Wartośc oferty\nAlfa | Oferta | Anna | 100\nBeta | Oferta | Jan | 200");
    let owner = table.column_of(&Field::Owner).expect("an owner");
    assert_eq!(owner.reason, ColumnReason::SimilarHeader);
    assert!(owner.score < 0.9);
    assert!(table.column_of(&Field::Value).is_some());
}

#[test]
fn a_short_list_numbered_from_one_has_numbers() {
    let mut sheet = grid("Record ID | Deal Stage | Amount\n | Won | 10\n | Offer sent | 20");
    for (row, number) in sheet.rows[1..].iter_mut().zip(["1", "2"]) {
        row.cells.insert(0, (0, Cell::Text(number.into())));
    }
    let readings = recognise(&workbook(vec![sheet]), &template());
    let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
    assert_eq!(table.records[0].id.as_deref(), Some("1"));
}

#[test]
fn cells_full_of_stage_words_tell_what_an_unknown_header_does_not() {
    let rows = "\nA | Oferta\nB | Kontakt\nC | Wygrana\nD | Oferta\nE | Nowe";
    check_fields(&format!("Klient | Gdzie to mamy{rows}"), &["company", "stage"]);
    check_left_out(&format!("Klient | Lost at stage{rows}"), LeftOut::NoStages);
}

#[test]
fn nothing_in_a_cell_makes_it_panic() {
    let text = "[\\PC]{0,24}|[0-9.,:/ T-]{1,16}|[0-9]{1,2}[.:/ ][0-9]{1,2}[.:/ ]?[a-zA-Zżł€ ]{0,6}[0-9]{0,4}";
    proptest!(|(cells in collection::vec(collection::vec(text, 6), 1..8))| {
        let headers = "Klient | Etap | Data zapytania | Godzina | Wartość | Prawdopodobieństwo".split(" | ");
        let header: Vec<(u32, Cell)> = (0..).zip(headers).map(|(column, header)| (column, Cell::Text(header.into()))).collect();
        let mut rows = vec![crate::read::Row { number: 1, cells: header }];
        for (number, texts) in (2..).zip(cells) {
            let filled = (0..).zip(texts).filter(|(_, text)| !text.trim().is_empty());
            let cells = filled.map(|(column, text)| (column, Cell::Text(text.as_str().into()))).collect();
            rows.push(crate::read::Row { number, cells });
        }
        let headless = Sheet { name: None, hidden: false, rows: rows[1..].to_vec(), merged: Vec::new(), named: Vec::new() };
        let sheet = Sheet { rows, ..headless.clone() };
        for reading in recognise(&workbook(vec![sheet, headless]), &template()) {
            if let SheetFinding::Table(table) = reading.finding {
                prop_assert!(table.rows_read() < reading.rows_on_sheet);
            }
        }
    });
}

#[test]
fn row_and_column_order_change_no_meaning() {
    let forward = grid(
        "Klient | Etap | Data oferty | Wartość\nAlfa | Oferta | 2026-03-01 | 100\nBeta | Wygrana | 2026-03-02 | 200",
    );
    let backward = Sheet {
        rows: forward
            .rows
            .iter()
            .map(|row| crate::read::Row {
                number: row.number,
                cells: row.cells.iter().rev().map(|(column, cell): &(u32, Cell)| (3 - column, cell.clone())).collect(),
            })
            .collect(),
        ..forward.clone()
    };
    let of = |sheet: Sheet| match recognise(&workbook(vec![sheet]), &template()).remove(0).finding {
        SheetFinding::Table(table) => fields(&table),
        SheetFinding::LeftOut(reason) => panic!("{reason:?}"),
    };
    assert_eq!(of(forward), of(backward));
}
