//! Which rows of copies of a sheet are one deal.

use std::collections::BTreeMap;

use super::{Files, related, shown, table, tables, workbooks};
use crate::diagnostic::Code;
use crate::recognise::fixture::{as_of, template};
use crate::recognise::table::{NameSays, SheetReading};
use crate::recognise::{recognise, relate};
use crate::template::Template;

/// Numbers that look random and are always the same (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.below(sides) == 0
    }
}

/// A deal of a team that keeps no numbers.
#[derive(Clone)]
struct Kept {
    truth: usize,
    firm: String,
    person: &'static str,
    day: usize,
    value: usize,
    owner: &'static str,
    stage: usize,
}

const STAGES: [&str; 6] = ["Nowe", "Kwalifikacja", "Kontakt", "Oferta", "Follow-up", "Wygrana"];
const FIRST: [&str; 10] = ["Bud", "Euro", "Tech", "Max", "Drew", "Inter", "Trans", "Metal", "Agro", "Elektro"];
const LAST: [&str; 10] = ["mix", "plast", "net", "car", "dom", "chem", "tex", "serwis", "pol", "stal"];
const CITIES: [&str; 4] = ["Gdańsk", "Łódź", "Śląsk", "Żywiec"];
const FORMS: [&str; 4] = ["Sp. z o.o.", "sp. z o.o.", "S.A.", "s.c."];
const PEOPLE: [&str; 6] = ["Anna Wójcik", "Jan Nowak", "Ewa Mazur", "Piotr Kowal", "Łukasz Woźniak", "Maria Żak"];
const OWNERS: [&str; 3] = ["Celina", "Bartek", "Ewa"];

/// So many weekly copies: deals come, move on, are renamed and deleted, customers come again, rows are shuffled.
fn copies(weeks: usize, dice: &mut Dice) -> Vec<Vec<Kept>> {
    let mut rows: Vec<Kept> = Vec::new();
    let (mut copies, mut truth) = (Vec::new(), 0);
    for week in 0..weeks {
        for _ in 0..12 + dice.below(8) {
            let again = (!rows.is_empty() && dice.one_in(8)).then(|| rows[dice.below(rows.len())].clone());
            let (firm, person) = again.map_or_else(
                || {
                    let name = format!("{}{} {}", FIRST[dice.below(10)], LAST[dice.below(10)], CITIES[dice.below(4)]);
                    (format!("{name} {}", FORMS[dice.below(4)]), PEOPLE[dice.below(6)])
                },
                |customer| (customer.firm, customer.person),
            );
            let (day, value) = (7 * week + dice.below(7), 100 * (20 + dice.below(400)));
            rows.push(Kept { truth, firm, person, day, value, owner: OWNERS[dice.below(3)], stage: dice.below(2) });
            truth += 1;
        }
        for at in (0..rows.len()).rev() {
            rows.swap(at, dice.below(at + 1));
        }
        copies.push(rows.clone());
        rows.retain(|_| !dice.one_in(20));
        for row in &mut rows {
            row.stage = (row.stage + dice.below(2)).min(5);
            if dice.one_in(33) {
                row.firm = row.firm.replacen(['o', 'e', 'a'], "", 1).replace("Sp. z o.o.", "spółka z o.o.");
            }
            if dice.one_in(20) {
                row.value += row.value / 10;
            }
            if dice.one_in(25) {
                row.owner = OWNERS[dice.below(3)];
            }
        }
    }
    copies
}

/// The copies as sheets, the truth beside each deal where only the test looks.
fn drawn(copies: &[Vec<Kept>], with_day: bool) -> Vec<(String, String)> {
    let drawing = |(week, rows): (usize, &Vec<Kept>)| {
        let row = |deal: &Kept| {
            let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day") + chrono::Days::new(deal.day as u64);
            let inquiry = if with_day { day.to_string() } else { String::new() };
            let Kept { truth, firm, person, value, owner, stage, .. } = deal;
            format!("{firm} | {person} | {value} | {owner} | {inquiry} | {} | {truth}", STAGES[*stage])
        };
        let head = "Firma | Osoba kontaktowa | Wartość | Opiekun | Data zapytania | Etap | Uwagi";
        let name = chrono::NaiveDate::from_ymd_opt(2026, 1, 11).expect("a day") + chrono::Days::new(7 * week as u64);
        let rows: Vec<String> = rows.iter().map(row).collect();
        (name.to_string(), format!("{head}\n{}", rows.join("\n")))
    };
    copies.iter().enumerate().map(drawing).collect()
}

/// Pairs of rows of neighbouring copies: those that are one deal, those found to be, and those that are both.
fn counted(copies: &[(String, String)]) -> (usize, usize, usize) {
    let sheets: Vec<(&str, &str)> = copies.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let readings = related(&workbooks(&[("lejek.xlsx", &sheets)]));
    let mut by_copy: Vec<Vec<(String, String)>> = Vec::new();
    for (_, table) in tables(&readings) {
        assert!(matches!(table.name_says, Some(NameSays::Copy(_))));
        let pair = |record: &crate::recognise::Record| {
            (record.notes.clone().expect("the truth"), record.deal.as_deref().expect("a deal").to_owned())
        };
        by_copy.push(table.records.iter().map(pair).collect());
    }
    let (mut real, mut found, mut right) = (0, 0, 0);
    for pair in by_copy.windows(2) {
        let by_truth: BTreeMap<&str, &str> =
            pair[0].iter().map(|(truth, deal)| (truth.as_str(), deal.as_str())).collect();
        let by_deal: BTreeMap<&str, &str> =
            pair[0].iter().map(|(truth, deal)| (deal.as_str(), truth.as_str())).collect();
        for (truth, deal) in &pair[1] {
            real += usize::from(by_truth.contains_key(truth.as_str()));
            found += usize::from(by_deal.contains_key(deal.as_str()));
            right += usize::from(by_deal.get(deal.as_str()) == Some(&truth.as_str()));
        }
    }
    (real, found, right)
}

#[track_caller]
fn check_population(with_day: bool, precision: f64, recall: f64) {
    let (mut real, mut found, mut right) = (0, 0, 0);
    for seed in 1..=3 {
        let counts = counted(&drawn(&copies(10, &mut Dice(seed)), with_day));
        (real, found, right) = (real + counts.0, found + counts.1, right + counts.2);
    }
    assert!(real > 1_000, "{real} pairs");
    let (is_right, is_found) = (right as f64 / found as f64, right as f64 / real as f64);
    assert!(is_right >= precision && is_found >= recall, "precision {is_right}, recall {is_found} of {real} pairs");
}

#[test]
fn renamed_repeated_deleted_and_shuffled_deals_are_found_again() {
    check_population(true, 0.999, 0.999);
}

#[test]
fn deals_without_the_day_of_their_inquiry_are_found_again() {
    check_population(false, 0.999, 0.995);
}

/// The stages that each deal has been seen in, in the order of time; which number a deal has plays no part.
fn ways(readings: &[SheetReading]) -> Vec<String> {
    let mut ways: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut in_time: Vec<_> = tables(readings).collect();
    in_time.sort_by_key(|(reading, _)| shown(reading).to_owned());
    for (_, table) in in_time {
        for record in &table.records {
            let deal = record.deal.as_deref().expect("a row of a copy is of a deal");
            let cells = [&record.id, &record.company, &record.contact, &record.stage];
            let cells: Vec<&str> = cells.into_iter().filter_map(|cell| cell.as_deref()).collect();
            ways.entry(deal).or_default().push(cells.join(" "));
        }
    }
    let mut ways: Vec<String> = ways.into_values().map(|way| way.join(" > ")).collect();
    ways.sort_unstable();
    ways
}

/// Two copies of one table, whichever way their rows and they themselves stand.
#[track_caller]
fn check_two(header: &str, first: &[&str], second: &[&str], expect: &[&str]) {
    let sheet = |rows: &[&str]| format!("{header}\n{}", rows.join("\n"));
    let (first, second) = (sheet(first), sheet(second));
    let files: Files<'_> = &[("lejek.xlsx", &[("2026-02-06", &first), ("2026-02-13", &second)])];
    assert_eq!(ways(&super::read(files)), expect, "as they stand");
    assert_eq!(ways(&super::turned(files)), expect, "the other way round");
}

const KEPT: &str = "Firma | Osoba kontaktowa | Data zapytania | Etap";

#[test]
fn a_running_number_names_no_deal() {
    check_two(
        "Lp. | Firma | Data zapytania | Etap",
        &["1 | Alfa | 2026-01-05 | Nowe", "2 | Beta | 2026-01-06 | Nowe", "3 | Gamma | 2026-01-07 | Nowe"],
        &["1 | Beta | 2026-01-06 | Oferta", "2 | Gamma | 2026-01-07 | Kontakt"],
        &["1 Alfa Nowe", "2 Beta Nowe > 1 Beta Oferta", "3 Gamma Nowe > 2 Gamma Kontakt"],
    );
}

#[test]
fn a_customer_who_comes_again_is_a_new_deal() {
    check_two(
        KEPT,
        &[
            "Alfa | Anna Nowak | 2026-01-05 | Wygrana",
            "Beta | Jan Wilk | 2026-01-06 | Nowe",
            "Gamma | Ewa Żak | 2026-01-07 | Nowe",
        ],
        &[
            "Alfa | Anna Nowak | 2026-02-10 | Nowe",
            "Beta | Jan Wilk | 2026-01-06 | Oferta",
            "Gamma | Ewa Żak | 2026-01-07 | Nowe",
        ],
        &[
            "Alfa Anna Nowak Nowe",
            "Alfa Anna Nowak Wygrana",
            "Beta Jan Wilk Nowe > Beta Jan Wilk Oferta",
            "Gamma Ewa Żak Nowe > Gamma Ewa Żak Nowe",
        ],
    );
}

#[test]
fn of_two_rows_alike_the_one_that_stays_keeps_its_stage() {
    check_two(
        KEPT,
        &["Alfa | Anna Nowak | 2026-01-05 | Oferta", "Alfa | Anna Nowak | 2026-01-05 | Nowe"],
        &["Alfa | Anna Nowak | 2026-01-05 | Kontakt", "Alfa | Anna Nowak | 2026-01-05 | Oferta"],
        &["Alfa Anna Nowak Nowe > Alfa Anna Nowak Kontakt", "Alfa Anna Nowak Oferta > Alfa Anna Nowak Oferta"],
    );
}

#[test]
fn a_row_that_was_missing_for_a_while_goes_on() {
    let sheet = |rows: &[&str]| format!("{KEPT}\n{}", rows.join("\n"));
    let rows = ["Beta | Jan Wilk | 2026-01-06 | Nowe", "Gamma | Ewa Mazur | 2026-01-07 | Nowe"];
    let with = |stage: &str| sheet(&[&format!("Alfa | Anna Nowak | 2026-01-05 | {stage}"), rows[0], rows[1]]);
    let (first, second, third) = (with("Nowe"), sheet(&rows), with("Oferta"));
    let files: Files<'_> =
        &[("lejek.xlsx", &[("2026-02-06", &first), ("2026-02-13", &second), ("2026-02-20", &third)])];
    for readings in [super::read(files), super::turned(files)] {
        assert!(ways(&readings).contains(&"Alfa Anna Nowak Nowe > Alfa Anna Nowak Oferta".to_owned()));
    }
}

const DOUBTFUL: [&str; 2] = [
    "Firma | Osoba kontaktowa | Wartość | Etap\nAlfa | Anna Nowak | 1000 | Nowe\nAlfa | Jan Wilk | 1050 | Nowe\nBeta | Jan | 5 | Nowe\n\
     Gamma | Ewa | 6 | Nowe\nDelta | Iza | 7 | Nowe",
    "Firma | Osoba kontaktowa | Wartość | Etap\nAlfa | Iza Lis | 1020 | Oferta\nAlfa | Ewa Mazur | 1030 | Nowe\nBeta | Jan | 5 | Nowe\n\
     Gamma | Ewa | 6 | Nowe\nDelta | Iza | 7 | Nowe",
];

fn settled(same: &[[&str; 2]], different: &[[&str; 2]]) -> Vec<SheetReading> {
    let owned = |pairs: &[[&str; 2]]| pairs.iter().map(|pair| pair.map(ToOwned::to_owned)).collect();
    let template = Template { same: owned(same), different: owned(different), ..template() };
    let books = workbooks(&[("a.xlsx", &[("2026-02-06", DOUBTFUL[0]), ("2026-02-13", DOUBTFUL[1])])]);
    let mut readings: Vec<_> = books.iter().flat_map(|book| recognise(book, &template, as_of())).collect();
    relate(&mut readings, &template);
    readings
}

/// The rows of the later copy that are listed as doubtful.
fn doubtful(readings: &[SheetReading]) -> Vec<u32> {
    let diagnostics = &table(readings, "2026-02-13").diagnostics;
    let doubts = diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::CopiesDoubtful);
    doubts.filter_map(|doubt| doubt.at.as_ref()?.row).collect()
}

fn deal_of(readings: &[SheetReading], sheet: &str, row: u32) -> String {
    let record = table(readings, sheet).records.iter().find(|record| record.row == row).expect("a row");
    record.deal.as_deref().expect("a deal").to_owned()
}

#[test]
fn what_fits_two_deals_alike_is_listed_and_settled_by_the_user() {
    let open = settled(&[], &[]);
    assert!(!doubtful(&open).is_empty(), "{:?}", ways(&open));
    let settled = settled(
        &[["a.xlsx › 2026-02-06!2", "a.xlsx › 2026-02-13!2"]],
        &[["a.xlsx › 2026-02-13!3", "a.xlsx › 2026-02-06!3"]],
    );
    assert_eq!(doubtful(&settled), [] as [u32; 0]);
    assert_eq!(deal_of(&settled, "2026-02-06", 2), deal_of(&settled, "2026-02-13", 2));
    assert_ne!(deal_of(&settled, "2026-02-06", 3), deal_of(&settled, "2026-02-13", 3));
}

#[test]
fn blank_days_of_inquiry_do_not_agree() {
    let sheet = |values: [u32; 2], stage: &str| {
        let alike = values.map(|value| format!("Alfa | Anna Nowak | | {value} | {stage}"));
        let others = (1..8).map(|place| format!("Firma {place} | Jan {place} | 2026-01-0{place} | {place} | Nowe"));
        let others: Vec<String> = others.collect();
        format!(
            "Firma | Osoba kontaktowa | Data zapytania | Wartość | Etap\n{}\n{}",
            alike.join("\n"),
            others.join("\n")
        )
    };
    let (first, second) = (sheet([1000, 1050], "Nowe"), sheet([1020, 1030], "Oferta"));
    let files: Files<'_> = &[("a.xlsx", &[("2026-02-06", &first), ("2026-02-13", &second)])];
    assert!(!doubtful(&super::read(files)).is_empty());
}
