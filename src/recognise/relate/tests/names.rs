//! What the names of sheets and files say of their rows.

use chrono::NaiveDate;

use super::{Files, label, read, table, tables, turned};
use crate::model::Moment;
use crate::recognise::table::{LeftOut, NameSays, Record};

/// What a cell of every row is, as `name: cell`.
fn cells(files: Files<'_>, cell: fn(&Record) -> Option<&String>) -> Vec<String> {
    let of = |readings: &[_]| {
        let records = tables(readings).flat_map(|(_, table)| &table.records);
        let mut cells: Vec<String> =
            records.map(|record| format!("{}: {}", label(record), cell(record).map_or("-", String::as_str))).collect();
        cells.sort_unstable();
        cells
    };
    let cells = of(&read(files));
    assert_eq!(of(&turned(files)), cells, "the other way round");
    cells
}

const PLAIN: &str = "Klient | Data zapytania | Wartość\n";

#[test]
fn stages_with_one_of_the_teams_own_among_them() {
    let [new, survey, offer, won] =
        ["Alfa", "Beta", "Gamma", "Delta"].map(|firm| format!("{PLAIN}{firm} | 2026-01-05 | 10"));
    let files: Files<'_> = &[(
        "lejek.xlsx",
        &[("1. Nowe", &new), ("2. Wizja lokalna", &survey), ("3. Oferta", &offer), ("4. Wygrane", &won)],
    )];
    assert_eq!(
        cells(files, |record| record.stage.as_ref()),
        ["Alfa: 1. Nowe", "Beta: 2. Wizja lokalna", "Delta: 4. Wygrane", "Gamma: 3. Oferta"]
    );
    assert_eq!(table(&read(files), "3. Oferta").name_says, Some(NameSays::Stage("3. Oferta".into())));
}

#[test]
fn a_stage_sheet_may_have_columns_of_its_own() {
    let new = format!("{PLAIN}Alfa | 2026-01-05 | 10");
    let lost =
        "Klient | Data zapytania | Wartość | Powód utraty | Data utraty\nBeta | 2026-01-06 | 10 | cena | 2026-02-01";
    let files: Files<'_> = &[("lejek.xlsx", &[("Nowe", &new), ("Przegrane", lost)])];
    assert_eq!(cells(files, |record| record.stage.as_ref()), ["Alfa: Nowe", "Beta: Przegrane"]);
}

#[test]
fn sheets_that_are_no_stages_stay_as_they_are() {
    let [one, other] =
        ["Alfa", "Beta"].map(|firm| format!("Klient | Data zapytania | Etap\n{firm} | 2026-01-05 | Oferta"));
    for names in [["Arkusz1", "Arkusz2"], ["Nowe", "Archiwum"], ["Dane", "Lejek 2026"]] {
        let files: Files<'_> = &[("lejek.xlsx", &[(names[0], &one), (names[1], &other)])];
        assert_eq!(cells(files, |record| record.stage.as_ref()), ["Alfa: Oferta", "Beta: Oferta"], "{names:?}");
        assert_eq!(cells(files, |record| record.owner.as_ref()), ["Alfa: -", "Beta: -"], "{names:?}");
    }
}

#[test]
fn the_words_common_to_all_names_say_nothing() {
    let [one, other] =
        ["Alfa", "Beta"].map(|firm| format!("Klient | Data zapytania | Etap\n{firm} | 2026-01-05 | Oferta"));
    let files: Files<'_> = &[("lejek.xlsx", &[("Lejek Anna", &one), ("Lejek Tomasz Żak", &other)])];
    assert_eq!(cells(files, |record| record.owner.as_ref()), ["Alfa: Anna", "Beta: Tomasz Żak"]);
    let files: Files<'_> = &[("lejek_anna.csv", &[("", &one)]), ("lejek_tomasz.csv", &[("", &other)])];
    assert_eq!(cells(files, |record| record.owner.as_ref()), ["Alfa: Anna", "Beta: Tomasz"]);
}

#[test]
fn a_column_of_sellers_beats_the_names_and_agreeing_names_fill_its_gaps() {
    let sheet = |rows: &str| format!("Klient | Etap | Opiekun\n{rows}");
    let (anna, jan) = (sheet("Alfa | Oferta | Anna Nowak\nBeta | Oferta |"), sheet("Gamma | Oferta | Jan Wilk"));
    let files: Files<'_> = &[("lejek.xlsx", &[("Anna", &anna), ("Jan", &jan)])];
    assert_eq!(cells(files, |record| record.owner.as_ref()), ["Alfa: Anna Nowak", "Beta: Anna", "Gamma: Jan Wilk"]);
    let (anna, jan) = (sheet("Alfa | Oferta | Ewa\nBeta | Oferta |"), sheet("Gamma | Oferta | Piotr"));
    let files: Files<'_> = &[("lejek.xlsx", &[("Anna", &anna), ("Jan", &jan)])];
    assert_eq!(cells(files, |record| record.owner.as_ref()), ["Alfa: Ewa", "Beta: -", "Gamma: Piotr"]);
}

#[test]
fn files_may_be_sellers_and_their_sheets_stages() {
    let sheet = |firm: &str| format!("{PLAIN}{firm} | 2026-01-05 | 10");
    let [a, b, c, d] = ["Alfa", "Beta", "Gamma", "Delta"].map(sheet);
    let files: Files<'_> =
        &[("Anna.xlsx", &[("Nowe", &a), ("Oferta", &b)]), ("Piotr.xlsx", &[("Nowe", &c), ("Oferta", &d)])];
    assert_eq!(
        cells(files, |record| record.stage.as_ref()),
        ["Alfa: Nowe", "Beta: Oferta", "Delta: Oferta", "Gamma: Nowe"]
    );
    assert_eq!(
        cells(files, |record| record.owner.as_ref()),
        ["Alfa: Anna", "Beta: Anna", "Delta: Piotr", "Gamma: Piotr"]
    );
}

#[test]
fn months_have_their_place_in_time() {
    let sheet = |day: &str| format!("Klient | Data zapytania | Etap\nFirma {day} | {day} | Oferta");
    let (dec, jan, feb) = (sheet("2025-12-05"), sheet("2026-01-05"), sheet("2026-02-05"));
    let readings =
        read(&[("lejek.xlsx", &[("Luty", &feb), ("Styczeń", &jan), ("Grudzień", &dec), ("Archiwum", &dec)])]);
    let first = |name: &str| match &table(&readings, name).name_says {
        Some(NameSays::Period(_, first)) => *first,
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(
        ["Grudzień", "Styczeń", "Luty"].map(first),
        [
            NaiveDate::from_ymd_opt(2025, 12, 1),
            NaiveDate::from_ymd_opt(2026, 1, 1),
            NaiveDate::from_ymd_opt(2026, 2, 1),
        ]
    );
    assert_eq!(table(&readings, "Archiwum").name_says, None);
}

#[test]
fn the_year_of_a_month_may_be_the_files() {
    let sheet = "Klient | Etap | Wartość\nAlfa | Oferta | 10";
    let other = "Klient | Etap | Wartość\nBeta | Oferta | 10";
    let readings = read(&[("lejek 2025.xlsx", &[("Maj", sheet), ("Marzec", other)])]);
    let first = NaiveDate::from_ymd_opt(2025, 5, 1);
    assert_eq!(table(&readings, "Maj").name_says, Some(NameSays::Period("Maj".into(), first)));
}

fn copy(firms: &[&str], stage: &str) -> String {
    let rows: Vec<String> = firms.iter().map(|firm| format!("{firm} | {stage} | 2026-01-05")).collect();
    format!("Klient | Etap | Data zapytania\n{}", rows.join("\n"))
}

#[test]
fn days_are_copies_when_the_deals_come_again() {
    let (first, second) = (copy(&["Alfa", "Beta", "Gamma"], "Nowe"), copy(&["Alfa", "Beta", "Delta"], "Oferta"));
    let files: Files<'_> = &[("lejek.xlsx", &[("kopia 6.02", &first), ("kopia 13.02", &second)])];
    for readings in [read(files), turned(files)] {
        let seen = Moment::Day(NaiveDate::from_ymd_opt(2026, 2, 13).expect("a day"));
        let table = table(&readings, "kopia 13.02");
        assert_eq!(table.name_says, Some(NameSays::Copy(seen)));
        assert!(table.records.iter().all(|record| record.seen == Some(seen) && record.deal.is_some()));
        assert_eq!(table.layout_reasons[0].key, "name-copy");
    }
}

#[test]
fn days_are_periods_when_the_deals_are_others() {
    let (first, second) = (copy(&["Alfa", "Beta", "Gamma"], "Nowe"), copy(&["Alfa", "Omega", "Delta"], "Oferta"));
    let readings = read(&[("lejek.xlsx", &[("2026-02-06", &first), ("2026-02-13", &second)])]);
    let table = table(&readings, "2026-02-13");
    let day = NaiveDate::from_ymd_opt(2026, 2, 13);
    assert_eq!(table.name_says, Some(NameSays::Period("2026-02-13".into(), day)));
    assert_eq!(table.layout_reasons[0].key, "name-no-copy");
}

#[test]
fn lists_of_something_else_are_left_out_however_many_there_are() {
    let [one, other] = ["A", "B"].map(|kind| {
        let rows: Vec<String> =
            (1..6).map(|at| format!("{kind}-{at} | Krzesło {at} | {at}0 | 2026-01-0{at}")).collect();
        format!("Indeks | Nazwa | Cena netto | Data\n{}", rows.join("\n"))
    });
    let deals = "Klient | Etap | Wartość\nAlfa | Oferta | 10\nBeta | Wygrana | 20";
    let readings = read(&[("lejek.xlsx", &[("Szanse", deals), ("Cennik 1", &one), ("Cennik 2", &other)])]);
    assert_eq!(tables(&readings).count(), 1);
    assert!(!super::left_out(&readings).iter().any(|(_, reason)| *reason == LeftOut::Repeats));
}
