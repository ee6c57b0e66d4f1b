//! What columns mean: the traps of the trade.

use super::super::fixture::{as_of, grid, table, template, workbook};
use super::super::vocabulary::Vocabulary;
use super::super::{ColumnReason, Layout, LeftOut, SheetFinding, recognise};
use super::{check_fields, check_left_out, day, fields};
use crate::i18n::Language;
use crate::model::Currency;
use crate::read::{Cell, Sheet};
use crate::template::{Field, Template};

#[test]
fn an_export_names_its_entity_before_each_header() {
    check_fields(
        "
Deal - ID | Deal - Title | Deal - Owner | Deal - Weighted value | Deal - Currency of Weighted value | Deal - Pipeline | Deal - Stage | Deal - Status | Deal - Deal created | Deal - Last stage change | Deal - Won time | Deal - Value | Deal - Currency of Value | Deal - Organization
7 | Shop | Ann | 50 | EUR | Main | Proposal | Open | 2025-02-12 15:28:53 | 2025-02-20 10:00:00 | | 100 | EUR | Alfa
8 | Site | Joe | 60 | BGN | Main | Contacted | Won | 2025-02-13 15:28:53 | 2025-02-21 10:00:00 | 2025-03-01 09:00:00 | 200 | BGN | Beta
",
        &["id", "name", "owner", "-", "-", "pipeline", "stage", "outcome", "inquiry", "entered", "won-on", "value", "currency", "company"],
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
    check_fields(log, &["-", "id", "entered", "pipeline", "-", "stage", "-"]);
    assert_eq!(table(log).language, None);
    check_fields(
        "
Id | AccountId | Name | StageName | Amount | ExpectedRevenue | CloseDate | IsClosed | IsWon | CreatedDate
006a | 001a | Pump | Qualification | 100 | 50 | 02/03/24 | FALSE | FALSE | 02/23/26
006b | 001b | Valve | Closed Won | 200 | 200 | 02/13/24 | TRUE | TRUE | 02/24/26
",
        &["id", "-", "name", "stage", "value", "-", "close-date", "outcome", "outcome", "inquiry"],
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
    assert_eq!(
        taken.get("Data badania potrzeb").map(String::as_str),
        Some("date:discovery"),
        "a stage beyond the template"
    );
    assert!(!taken.contains_key("Kwalifikacja lead'a"), "its cells are no dates");
    assert_eq!(table.layout, Layout::StageDates);
    assert_eq!(table.language, Some(Language::Pl));
    let first = &table.records[0];
    assert_eq!(day(first.inquiry), "2026-03-02 14:05:00", "day and hour are joined");
    assert_eq!(first.value.map(|value| (value.amount, value.currency)), Some((12_500.into(), Currency::PLN)));
    assert_eq!(day(table.records[1].lost_on), "2026-03-25");
}

#[test]
fn the_users_own_headers_beat_the_vocabulary() {
    let drawing = "Klient | Etap | Ogarnia | Opiekun\nAlfa | Oferta | Anna | Biuro\nBeta | Oferta | Jan | Biuro";
    let template = Template { columns: vec![(Field::Owner, vec!["Ogarnia".into()])], ..template() };
    let readings = recognise(&workbook(vec![grid(drawing)]), &template, as_of());
    let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
    let owner = table.column_of(&Field::Owner).expect("an owner");
    assert_eq!((owner.header.as_str(), owner.reason), ("Ogarnia", ColumnReason::Template));
    assert_eq!(table.columns[3].reason, ColumnReason::BetterColumn);
    assert!(table.columns.iter().all(|column| column.score <= 1.0));
}

#[test]
fn every_header_of_the_vocabulary_finds_its_own_field() {
    let vocabulary = Vocabulary::of(&template());
    for (word, field) in Vocabulary::words() {
        let claims = vocabulary.claims(&super::super::label::Label::of(word));
        assert!(claims.iter().any(|claim| claim.field == *field), "{word} -> {field:?}, not {claims:?}");
        assert_eq!(super::super::fold::fold(word), *word, "the vocabulary is folded");
    }
}

#[test]
fn traps_claim_nothing() {
    for header in [
        "Type",
        "Forecast Type",
        "Age Tier",
        "LEADID",
        "AccountId",
        "Campaign Id",
        "Weighted value",
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
        let label = super::super::label::Label::of(header);
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
fn cells_full_of_stage_words_tell_what_an_unknown_header_does_not() {
    let rows = "\nA | Oferta\nB | Kontakt\nC | Wygrana\nD | Oferta\nE | Nowe";
    check_fields(&format!("Klient | Gdzie to mamy{rows}"), &["company", "stage"]);
    check_left_out(&format!("Klient | Lost at stage{rows}"), LeftOut::NoStages);
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
                cells: row
                    .cells
                    .iter()
                    .rev()
                    .map(|(column, cell): &(u32, Cell)| (3 - column, cell.clone()))
                    .collect::<Vec<_>>()
                    .into(),
            })
            .collect(),
        ..forward.clone()
    };
    let of = |sheet: Sheet| match recognise(&workbook(vec![sheet]), &template(), as_of()).remove(0).finding {
        SheetFinding::Table(table) => fields(&table),
        SheetFinding::LeftOut(reason) => panic!("{reason:?}"),
    };
    assert_eq!(of(forward), of(backward));
}
