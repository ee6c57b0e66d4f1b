//! Tables of different kinds that name the same deals.

use super::{Files, check, left_out, read, table, tables};
use crate::model::SkipReason;
use crate::recognise::table::LeftOut;
use crate::template::Layout;

const LOG: &str = "
Deal ID | Stage | Entered at
501 | Qualified | 2026-01-05
501 | Offer sent | 2026-01-09
777 | Qualified | 2026-01-08
777 | Closed won | 2026-01-18
900 | Qualified | 2026-01-09";

#[test]
fn deals_and_their_log() {
    let deals = "Record ID | Deal Name | Deal Stage | Create Date\n501 | Chairs | Offer sent | 2026-01-02\n777 | Desks | Closed won | 2026-01-03";
    let files: Files<'_> = &[("deals.csv", &[("", deals)]), ("log.csv", &[("", LOG)])];
    check(files, &["deals.csv:501 = log.csv:501", "deals.csv:777 = log.csv:777"]);
    let readings = read(files);
    assert_eq!(table(&readings, "log.csv").related_by.as_deref(), Some("Deal ID"));
    assert_eq!(table(&readings, "deals.csv").related_by.as_deref(), Some("Record ID"));
    assert!(table(&readings, "log.csv").records.iter().all(|record| record.deal.is_some()), "900 is a deal of its own");
}

/// Numbers from one on, as small programs give them.
fn numbered(header: &str, row: impl Fn(u32) -> String) -> String {
    let rows: Vec<String> = (1..=6).map(row).collect();
    format!("{header}\n{}", rows.join("\n"))
}

#[test]
fn running_numbers_join_where_the_headers_say_so() {
    let deals =
        numbered("id | Klient | Etap | Data zapytania", |at| format!("{at} | Firma {at} | Oferta | 2026-01-0{at}"));
    let calls = numbered("id | deal_id | Data aktywności | Rodzaj aktywności", |at| {
        format!("{at} | {} | 2026-02-0{at} | Telefon", 1 + at % 3)
    });
    let files: Files<'_> = &[("deals.csv", &[("", &deals)]), ("calls.csv", &[("", &calls)])];
    let readings = read(files);
    let deal_of = |name: &str, place: usize| table(&readings, name).records[place].deal.clone();
    assert_eq!(table(&readings, "calls.csv").related_by.as_deref(), Some("deal_id"));
    assert_eq!(deal_of("calls.csv", 0), deal_of("deals.csv", 1), "the first call is about deal 2");
    assert!(deal_of("deals.csv", 4).is_none(), "nobody called about deal 5");
}

#[test]
fn running_numbers_without_a_word_join_only_by_other_facts() {
    let deals = |firm: &str| {
        numbered("Lp. | Klient | Etap | Data zapytania", |at| format!("{at} | {firm} {at} | Oferta | 2026-01-0{at}"))
    };
    let log = |firm: &str| {
        let row = |at: u32| format!("{} | {firm} {} | Oferta | 2026-02-0{at}", 1 + at / 2, 1 + at / 2);
        let other = |at: u32| format!("{} | {firm} {} | Kontakt | 2026-01-1{at}", 1 + at / 2, 1 + at / 2);
        numbered("Lp. | Klient | Etap | Data zmiany etapu", |at| format!("{}\n{}", row(at), other(at)))
    };
    let (own, same, others) = (deals("Alfa"), log("Alfa"), log("Beta"));
    let related = |log: &str| {
        let readings = read(&[("a.xlsx", &[("Szanse", &own), ("Historia", log)])]);
        assert_eq!(table(&readings, "Historia").layout, Layout::ChangeLog);
        table(&readings, "Szanse").related_by.is_some()
    };
    assert_eq!((related(&same), related(&others)), (true, false));
}

#[test]
fn sellers_and_customers_are_no_deals() {
    let deals = "deal_code | customer_id | Klient | Etap\nD-1 | C-7 | Alfa | Oferta\nD-2 | C-8 | Beta | Oferta\nD-3 | C-8 | Beta | Wygrana";
    let customers = "customer_id | Klient | Telefon | E-mail | Data utworzenia\nC-7 | Alfa | 600100200 | a@a.pl | 2025-01-01\nC-8 | Beta | 600100201 | b@b.pl | 2025-01-02\nC-9 | Omega | 600100202 | c@c.pl | 2025-01-03";
    let readings = read(&[("deals.csv", &[("", deals)]), ("customers.csv", &[("", customers)])]);
    let rows: usize = tables(&readings).map(|(_, table)| table.records.len()).sum();
    assert_eq!(rows, 3, "{:?}", left_out(&readings));
}

const LEADS: &str = "
lead_id | Firma | Status | Created Time
L-1 | Alfa | Contacted | 2026-01-01
L-2 | Beta | Contacted | 2026-01-02
L-3 | Gamma | New | 2026-01-03";

#[test]
fn of_two_deals_of_one_lead_the_first_has_it_and_none_is_lost() {
    let deals = "Potential Id | Potential Name | LEADID | Stage | Created Time\nP-2 | Chairs | L-1 | Offer sent | 2026-02-09\nP-1 | Desks | L-1 | Closed won | 2026-02-01\nP-3 | Lamps | L-2 | Offer sent | 2026-02-05";
    let files: Files<'_> = &[("Leads.csv", &[("", LEADS)]), ("Potentials.csv", &[("", deals)])];
    check(files, &["Leads.csv:L-1 = Potentials.csv:P-1", "Leads.csv:L-2 = Potentials.csv:P-3"]);
}

#[test]
fn three_tables_by_one_number_though_none_has_all() {
    let deals = "lead_id | Klient | Etap\nL-1 | Alfa | Oferta\nL-2 | Beta | Oferta";
    let calls = "call_id | lead_id | Data aktywności | Rodzaj aktywności\nC-1 | L-1 | 2026-02-01 | Telefon\nC-2 | L-3 | 2026-02-02 | Telefon\nC-3 | L-9 | 2026-02-03 | Telefon\nC-4 | L-3 | 2026-02-03 | Telefon";
    let log = "lead_id | Stage | entered_at\nL-1 | New | 2026-01-01\nL-1 | Contacted | 2026-01-02\nL-3 | New | 2026-01-03\nL-3 | Contacted | 2026-01-04";
    check(
        &[("a.csv", &[("", deals)]), ("calls.csv", &[("", calls)]), ("log.csv", &[("", log)])],
        &["a.csv:L-1 = calls.csv:L-1 = log.csv:L-1", "calls.csv:L-3 = log.csv:L-3"],
    );
}

#[test]
fn calls_are_found_by_the_firm_where_no_number_tells() {
    let deals = "Nr | Klient | Etap | Data zapytania\nS-1 | Alfa | Oferta | 2026-01-01\nS-2 | Beta | Oferta | 2026-01-02\nS-3 | Gamma | Oferta | 2026-01-02\nS-4 | Gamma | Nowe | 2026-02-02";
    let calls = "Data aktywności | Klient | Rodzaj aktywności | Notatki\n2026-02-01 | Alfa Sp. z o.o. | Telefon | a\n2026-02-02 | Beta | Spotkanie | b\n2026-02-03 | Gamma | Telefon | c\n2026-02-03 | Alfa | E-mail | d";
    let readings = read(&[("a.xlsx", &[("Szanse", deals), ("Aktywności", calls)])]);
    let calls = table(&readings, "Aktywności");
    assert_eq!(calls.layout, Layout::Activities);
    let of = |place: usize| calls.records[place].deal.as_deref();
    assert_eq!([of(0), of(1), of(2)], [Some("S-1"), Some("S-2"), Some("S-1")]);
    assert_eq!(calls.skipped, [(4, SkipReason::NoSuchDeal)], "which deal of Gamma's nobody knows");
}

#[test]
fn a_list_that_few_deals_stand_in_is_none_of_deals() {
    let mut calls = String::from("TASKID | Subject | Created Time | LEADID");
    for at in 1..=9 {
        calls.push_str(&format!("\nT-{at} | billing {at} | 2026-02-0{at} | {}", if at < 3 { "L-1" } else { "" }));
    }
    let readings = read(&[("Leads.csv", &[("", LEADS)]), ("Calls.csv", &[("", &calls)])]);
    assert_eq!(table(&readings, "Leads.csv").records.len(), 3);
    for (reading, table) in tables(&readings).filter(|(reading, _)| &*reading.file == "Calls.csv") {
        let gone = table.skipped.iter().filter(|(_, reason)| *reason == SkipReason::NoSuchDeal).count();
        let alone = table.records.iter().filter(|record| record.deal.is_none()).count();
        assert!(gone == 7 || table.layout == Layout::Activities && alone == 7, "{reading:?}");
    }
}

#[test]
fn two_lists_without_states_make_no_deals() {
    let one = "lead_id | Firma | Telefon | Created Time\nL-1 | Alfa | 600100200 | 2026-01-01\nL-2 | Beta | 600100201 | 2026-01-02";
    let other = "lead_id | Data aktywności | Rodzaj aktywności\nL-1 | 2026-02-01 | Telefon\nL-2 | 2026-02-02 | Telefon";
    let readings = read(&[("leads.csv", &[("", one)]), ("calls.csv", &[("", other)])]);
    assert_eq!(left_out(&readings).len(), 2, "{:?}", left_out(&readings));
    assert!(left_out(&readings).contains(&("calls.csv", LeftOut::Unrelated)));
}

#[test]
fn leads_without_a_closed_deal_stay() {
    let leads = "mql_id | first_contact_date | origin\na1f | 2026-01-01 | search\nb2e | 2026-01-02 | social\nc3d | 2026-01-03 | search";
    let closed = "mql_id | seller_id | won_date\na1f | s1 | 2026-02-01\nc3d | s2 | 2026-02-03";
    let files: Files<'_> = &[("leads.csv", &[("", leads)]), ("closed.csv", &[("", closed)])];
    check(files, &["closed.csv:a1f = leads.csv:a1f", "closed.csv:c3d = leads.csv:c3d"]);
    assert_eq!(table(&read(files), "leads.csv").records.len(), 3);
}
