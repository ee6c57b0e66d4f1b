//! A made-up team for the tests of the workbook: seeded, measured by the real measures.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use lejek::diagnostic::{Code, Diagnostic};
use lejek::i18n::Language;
use lejek::locus::Locus;
use lejek::measure::{Measures, measure};
use lejek::model::{
    Book, Currency, Deal, Entered, Moment, Money, Pipeline, Promise, PromiseStages, SkipReason, Stage, StageEntry,
    StageId, StageKind, StageOrigin, Tally,
};
use lejek::report::Report;
use lejek::report::intake::{Chosen, InputColumn, InputFile, InputSheet};
use lejek::settings::Settings;
use lejek::template::builtin;

use super::chance::Chance;

const LADDER: [(&str, &str, &str); 6] = [
    ("new", "Nowe zapytanie", "New inquiry"),
    ("qualification", "Kwalifikacja", "Qualification"),
    ("contact", "Pierwszy kontakt", "First contact"),
    ("offer", "Wysłanie oferty", "Offer sent"),
    ("followup", "Follow-up", "Follow-up"),
    ("won", "Wygrana", "Won"),
];
const WON: usize = 5;
const LOST: usize = 6;
const DEFERRED: usize = 7;

/// Everything that a report speaks of, owned.
pub(crate) struct Made {
    pub(crate) settings: Settings,
    pub(crate) inputs: Vec<InputFile>,
    pub(crate) book: Book,
    pub(crate) measures: Measures,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Made {
    pub(crate) fn report(&self, language: Language) -> Report<'_> {
        Report {
            language,
            settings: &self.settings,
            chosen: &Chosen::Usual,
            inputs: &self.inputs,
            book: &self.book,
            measures: &self.measures,
            diagnostics: &self.diagnostics,
        }
    }

    /// The same team with these deals changed, measured again.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Vec<Deal>)) -> Self {
        change(&mut self.book.deals);
        self.book.tally.deal_rows = self.book.deals.len();
        self.book.tally.rows_read = self.book.deals.len() + self.book.tally.rows_skipped();
        self.measures = measure(&self.book, &self.settings);
        self
    }
}

/// A team with so many deals.
pub(crate) fn team(deals: usize) -> Made {
    let mut dice = Dice(Chance(7));
    let file: Arc<str> = "lejek_2026-11-20.xlsx".into();
    let sheet: Arc<str> = "Szanse".into();
    let place = Locus::sheet(&file, Some(&sheet));
    let settings = settings();
    let deals: Vec<Deal> = (0..deals).map(|number| deal(number, &mut dice, &place)).collect();
    let tally = Tally {
        rows_read: deals.len() + 3,
        deal_rows: deals.len(),
        history_rows: 0,
        skipped: BTreeMap::from([(SkipReason::Total, 1), (SkipReason::Section, 2)]),
    };
    let book = Book {
        pipeline: pipeline(),
        deals,
        as_of: settings.as_of,
        tally,
        copies: Vec::new(),
        custom_columns: Vec::new(),
    };
    let measures = measure(&book, &settings);
    let diagnostics = (0..7)
        .map(|row| {
            Diagnostic::new(Code::UnreadableAmount)
                .at(place.at_cell(12 + 9 * row, 7))
                .with("value", "ok. 12 tys")
                .with("header", "Wartość netto")
        })
        .collect();
    Made { inputs: vec![input(&file, &place, book.deals.len())], settings, book, measures, diagnostics }
}

/// Texts that a spreadsheet, or COUNTIFS, could take for more than text.
pub(crate) const PAYLOADS: [&str; 17] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.com\",\"klik\")",
    "+48 600 100 200",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "*",
    ">5",
    "A?",
    "~x",
    "TRUE",
    "http://example.com",
    "Szanse!A1",
];

/// A team whose every text is a payload, with names that differ in case alone, several currencies and losses at a
/// stage that no sheet tells.
pub(crate) fn hostile() -> Made {
    let named = |at: usize| Some(PAYLOADS[at % PAYLOADS.len()].to_owned());
    team(90).with(|deals| {
        for (at, deal) in deals.iter_mut().enumerate() {
            deal.id = PAYLOADS[(at + 1) % PAYLOADS.len()].into();
            deal.name = named(at);
            deal.company = named(at + 2);
            deal.contact = named(at + 3);
            deal.phone = named(at + 4);
            deal.email = named(at + 5);
            deal.next_step = named(at + 6);
            deal.lost_reason = named(at + 7);
            deal.owner = match at % 5 {
                0 => Some("anna".to_owned()),
                1 => Some("Anna".to_owned()),
                _ => named(at),
            };
            deal.source = named(at * 7);
            deal.campaign = named(at * 3);
            if let Some(value) = &mut deal.value {
                value.currency = [Currency::EUR, Currency::PLN, Currency::UNSTATED][at % 3];
            }
            deal.way_known = at % 4 != 0;
        }
    })
}

/// A team that keeps nothing but the present stage of each deal.
pub(crate) fn poor() -> Made {
    let mut made = team(40).with(|deals| {
        for deal in deals {
            let last = deal.history.pop().expect("a deal has at least one stage entry");
            deal.history = vec![StageEntry { entered: Entered::Unknown, ..last }];
            deal.owner = None;
            deal.source = None;
            deal.campaign = None;
            deal.value = None;
            deal.contact = None;
            deal.phone = None;
            deal.email = None;
            deal.next_step = None;
            deal.next_step_on = None;
            deal.expected_close = None;
            deal.last_activity = None;
            deal.way_known = false;
        }
    });
    made.diagnostics = vec![
        Diagnostic::new(Code::DataOutOfDate)
            .with("newest", "12.09.2026")
            .with("newest_iso", "2026-09-12")
            .with("as_of", "20.11.2026")
            .with("count", 69_u64),
    ];
    made
}

fn settings() -> Settings {
    Settings::new(Moment::Day(day(2026, 11, 20)), builtin("universal").expect("built in"))
}

fn pipeline() -> Pipeline {
    let stage = |key: &str, pl: &str, en: &str, kind, rank, days| Stage {
        key: key.to_owned(),
        name_pl: pl.to_owned(),
        name_en: en.to_owned(),
        kind,
        rank,
        limit_days: None,
        default_limit_days: days,
        origin: StageOrigin::Template,
        words: vec![(pl.to_lowercase(), 12)],
    };
    let days = [2.0, 7.0, 14.0, 14.0, 21.0, 0.0];
    let ladder = LADDER.iter().zip(days).enumerate().map(|(place, ((key, pl, en), days))| {
        let kind = if place == WON { StageKind::Won } else { StageKind::Open };
        stage(key, pl, en, kind, Some(place as u32 + 1), days)
    });
    let mut stages: Vec<Stage> = ladder.collect();
    stages.push(stage("lost", "Przegrana", "Lost", StageKind::Lost, None, 0.0));
    stages.push(stage("deferred", "Odłożone", "Deferred", StageKind::Deferred, None, 90.0));
    let promise = |from, to, within_hours| Some(Promise { from: StageId(from), to: StageId(to), within_hours });
    let promises =
        PromiseStages { first_contact: promise(0, 2, 24.0), follow_up: promise(3, 4, 48.0), offer: Some(StageId(3)) };
    Pipeline { stages, promises }
}

const OWNERS: [&str; 5] = ["Anna Zielińska", "Bartosz Łącki", "Celina Wójcik", "Dawid Mróz", "Ewa Kos-Nowak"];
const SOURCES: [&str; 5] = ["Strona www", "Polecenie", "Targi", "Google Ads 2026", "Telefon"];
const FIRMS: [&str; 8] =
    ["Dąbex", "Meblostyl", "Żurawina", "Elektro-Ściana", "Grafit", "Nowy Dach", "Polmet", "Wiśnia"];

fn deal(number: usize, dice: &mut Dice, place: &Locus) -> Deal {
    let as_of = day(2026, 11, 20);
    let mut at = (as_of - TimeDelta::days(dice.below(240) as i64 + 1))
        .and_hms_opt(8 + dice.below(9) as u32, dice.below(60) as u32, 0)
        .expect("a time of day");
    let row = place.at_row(number as u32 + 5);
    let value = (dice.below(20) > 0)
        .then(|| Money { amount: (500 * (4 + dice.below(150)) as i64).into(), currency: Currency::PLN });
    let mut history = Vec::new();
    let mut enter = |stage: usize, at: chrono::NaiveDateTime| {
        let entered = Entered::At(if stage % 3 == 1 { Moment::Day(at.date()) } else { Moment::At(at) });
        history.push(StageEntry { stage: StageId(stage), entered, value: None, at: row.clone() });
    };
    enter(0, at);
    let (mut stage, mut lost) = (0, false);
    while stage < WON {
        let fate = dice.below(100);
        let hours = [30, 60, 40, 90, 200][stage];
        let next =
            at + TimeDelta::hours((1 + dice.below(2 * hours)) as i64 + 24 * i64::from(fate > 60) * hours as i64 / 20);
        if next.date() > as_of || (stage > 1 && fate < 6) {
            break;
        }
        at = next;
        if fate >= [88, 86, 82, 70, 72][stage] {
            enter(LOST, at);
            lost = true;
            break;
        }
        if stage > 2 && fate < 12 {
            enter(DEFERRED, at);
            break;
        }
        // Some jump over the qualification.
        stage += if stage == 0 && fate < 10 { 2 } else { 1 };
        enter(stage, at);
    }
    let open = stage < WON && !lost;
    let coming =
        |dice: &mut Dice, from: i64, span: usize| Moment::Day(as_of + TimeDelta::days(from + dice.below(span) as i64));
    let planned = open && dice.below(10) < 7;
    let firm = FIRMS[dice.below(FIRMS.len())];
    Deal {
        id: format!("S-{:04}", number + 1),
        name: Some(format!(
            "{} {}",
            ["Meble biurowe", "Serwis roczny", "Wdrożenie", "Dostawa"][dice.below(4)],
            number + 1
        )),
        company: Some(format!("{firm} {}", ["sp. z o.o.", "S.A.", "s.c."][dice.below(3)])),
        contact: (dice.below(10) > 1).then(|| ["Jan Kowal", "Maria Bąk", "Piotr Gęś"][dice.below(3)].to_owned()),
        phone: (dice.below(10) > 2).then(|| format!("+48 600 {:03} {:03}", dice.below(1000), dice.below(1000))),
        email: (dice.below(10) > 3).then(|| format!("biuro{}@example.pl", number + 1)),
        owner: (dice.below(20) > 0).then(|| OWNERS[dice.below(OWNERS.len())].to_owned()),
        source: (dice.below(15) > 0).then(|| SOURCES[dice.below(SOURCES.len())].to_owned()),
        campaign: (dice.below(3) == 0).then(|| format!("Jesień {}", 2024 + dice.below(3))),
        value,
        history,
        way_known: true,
        stages_kept: true,
        lost_reason: lost.then(|| ["cena", "brak budżetu", "wybrał konkurencję"][dice.below(3)].to_owned()),
        next_step: planned.then(|| ["zadzwonić", "wysłać poprawioną ofertę", "spotkanie"][dice.below(3)].to_owned()),
        next_step_on: planned.then(|| coming(dice, -10, 30)),
        expected_close: (open && dice.below(2) == 0).then(|| coming(dice, -20, 90)),
        earlier_closes: Vec::new(),
        stands: Vec::new(),
        known_from: None,
        last_activity: open.then(|| coming(dice, -30, 30)),
        notes: None,
        value_written: None,
        custom: Vec::new(),
        at: row.clone(),
        rows: [row].into_iter().collect(),
    }
}

fn input(file: &Arc<str>, place: &Locus, rows: usize) -> InputFile {
    let column = |letters: &str, header: &str, field: Option<&str>, example: &str| InputColumn {
        letters: letters.to_owned(),
        header: header.to_owned(),
        name: header.to_owned(),
        field: field.map(str::to_owned),
        score: 0.96,
        reason: if field.is_some() { "header" } else { "nothing" },
        example: Some(example.to_owned()),
        filled: rows,
        reading: None,
    };
    let columns = vec![
        column("A", "Lp.", Some("id"), "S-0001"),
        column("B", "Nazwa szansy", Some("name"), "Meble biurowe 1"),
        column("C", "Data oferty", Some("date:offer"), "03.11.2026"),
        column("D", "Kolor teczki", None, "niebieski"),
    ];
    let sheet = |at: Locus, layout, left_out, columns| InputSheet {
        at,
        hidden: false,
        layout,
        layout_reasons: Vec::new(),
        left_out,
        name_says: None,
        related_by: None,
        header_row: Some(4),
        rows,
        skipped: BTreeMap::from([("total", vec![90]), ("section", vec![20, 40])]),
        cells: None,
        columns,
    };
    InputFile {
        file: file.to_string(),
        format: "xlsx",
        bytes: 48_211,
        sha256: "9f2c".repeat(16),
        sheets: vec![
            sheet(place.clone(), Some("stage-dates"), None, columns),
            sheet(Locus::sheet(file, Some(&"Notatki".into())), None, Some("no-stages"), Vec::new()),
        ],
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

struct Dice(Chance);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0.below(sides as u64) as usize
    }
}
