//! How deals stand in a table, and what is no table of deals.

use super::super::fixture::{finding, grid, related, table, workbook};
use super::super::{Foreign, Layout, LeftOut, SheetFinding};
use super::{check_fields, check_left_out, day};
use crate::model::SkipReason;

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
fn what_is_no_table_of_deals_is_named() {
    use Foreign::{Campaigns, Contacts, Dashboard, Payroll, Pivot, PriceList, SalesLedger, Statistics, WordList};
    for (drawing, kind) in [
        ("Województwo | Powiat | Stopa (%)\nMazowieckie | Otwock | 3.4\nMazowieckie | Radom | 6.1", Statistics),
        ("Pozycja | 2023 | 2024 | 2025\nReklama | 100 | 200 | 300\nTargi | 10 | 20 | 30", Statistics),
        (
            "Data | Produkt | Sprzedawca | Wartość netto\n2026-01-15 | Laptop | Anna | 4500\n2026-01-20 | Fotel | Jan | 900",
            SalesLedger,
        ),
        (
            "Nr faktury | Data wystawienia | Kontrahent | Netto | Status\nFV/1 | 2026-01-15 | Alfa | 100 | opłacona\nFV/2 | 2026-01-16 | Beta | 90 | nowa",
            SalesLedger,
        ),
        (
            "Nazwisko | Imię | Stanowisko | Pensja | Status\nKot | Jan | magazynier | 5000 | aktywny\nLis | Ewa | księgowa | 6000 | nowa",
            Payroll,
        ),
        (
            "Kod | Nazwa usługi | Etap | Jm | Cena\nP1 | Wykop | Stan zero | m3 | 85\nP2 | Dach | Dach | m2 | 190",
            PriceList,
        ),
        ("Etykiety wierszy | Suma z Wartość\nAnna | 100\nJan | 300\nSuma końcowa | 400", Pivot),
        ("Handlowiec | Nowe | Oferta | Wygrana\nAnna | 12 | 5 | 3\nJan | 9 | 4 | 2", Pivot),
        (
            "Campaign | Status | Clicks | Cost | Leads\nSpring | Active | 210 | 90 | 4\nFall | New | 10 | 9 | 1",
            Campaigns,
        ),
        (
            "Imię | Nazwisko | Firma | Telefon | Miasto\nEwa | Kot | Alfa | 600100200 | Lublin\nJan | Lis | Beta | 600100201 | Radom",
            Contacts,
        ),
        ("Źródło | Handlowiec\nGoogle | Anna\nTargi | Jan\nPolecenie |", WordList),
        ("PULPIT\nLiczba szans | 128\nWartość lejka | 1250000\nSkuteczność | 0.23", Dashboard),
    ] {
        check_left_out(drawing, LeftOut::Foreign(kind));
    }
}

#[test]
fn deals_with_products_prices_and_job_titles_are_deals() {
    check_fields(
        "
Klient | Stanowisko | Produkt | Ilość | Cena | VAT | Prowizja | Etap | Wartość
Alfa | prezes | Pompa | 2 | 50 | 23 | 5 | Oferta wysłana | 100
Beta | kierownik | Zawór | 4 | 50 | 23 | 9 | Kontakt | 200
",
        &["company", "-", "-", "-", "-", "-", "-", "stage", "value"],
    );
    let own_words = table(
        "
Klient | Produkt | Ilość | Cena jednostkowa | Etap | Handlowiec
Alfa | Pompa | 2 | 50 | Wizja lokalna | Anna
Beta | Zawór | 4 | 50 | Montaż | Jan
",
    );
    assert_eq!(own_words.records.len(), 2, "stages of its own do not make it a ledger");
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
fn a_board_has_a_deal_in_each_cell() {
    let table = table(
        "
Lejek – marzec
Nowe zapytanie (3) | Kontakt | Oferta wysłana | Wizja lokalna | Wygrana
Alfa – 12 500 zł | Beta | Gamma | Delta (4 000 zł) | Epsilon
Zeta | - | Eta
Theta
Razem: 3 | 1 | 2 | 1 | 1
",
    );
    assert_eq!((table.layout, table.header_row), (Layout::Board, Some(2)));
    let told: Vec<String> = table
        .records
        .iter()
        .map(|record| {
            let value = record.value.map_or("-".to_owned(), |value| value.amount.to_string());
            format!("{} {} {value}", record.name.as_deref().unwrap_or("-"), record.stage.as_deref().unwrap_or("-"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "Alfa Nowe zapytanie 12500",
            "Beta Kontakt -",
            "Gamma Oferta wysłana -",
            "Delta Wizja lokalna 4000",
            "Epsilon Wygrana -",
            "Zeta Nowe zapytanie -",
            "Eta Oferta wysłana -",
            "Theta Nowe zapytanie -"
        ]
    );
    assert_eq!(table.skipped, [(6, SkipReason::Total)]);
    let keys: Vec<&str> = table.stage_columns.iter().map(|column| &*column.key).collect();
    assert_eq!(keys, ["new", "contact", "offer", "wizja-lokalna", "won"]);
    assert_eq!((table.cells.read, table.cells.skipped, table.cells.outside), (9, 5, 1));
}

#[test]
fn columns_named_like_stages_are_no_board_when_their_cells_are_something_else() {
    for cells in ["2026-03-01", "x", "TAK", "12", "1"] {
        let row = |name: &str| format!("\n{name} | {cells} | {cells} | {cells} | {cells}");
        let drawing = format!("Klient | Kontakt | Oferta | Follow-up | Wygrana{}{}", row("Alfa"), row("Beta"));
        let layout = match finding(&drawing) {
            SheetFinding::Table(table) => Some(table.layout),
            SheetFinding::LeftOut(_) => None,
        };
        assert_ne!(layout, Some(Layout::Board), "{cells}");
    }
}

#[test]
fn columns_that_name_one_stage_again_and_again_are_no_board() {
    let SheetFinding::LeftOut(_) = finding("T | T | T | !\n | Alfa | Beta | Gamma") else { panic!("a board") };
}
