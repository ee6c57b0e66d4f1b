//! How deals stand in a table, and what is no table of deals.

use super::super::fixture::{grid, related, table, workbook};
use super::super::{Layout, LeftOut, SheetFinding};
use super::{check_fields, check_left_out, day};

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
