//! Made-up pipelines for the tests of the pictures: deals that come in, wait, go on, get lost or stay, by a fixed
//! sequence of numbers, and measured as real ones are.

#[path = "../../../tests/support/chance.rs"]
mod chance;

use std::sync::Arc;

use chance::Chance;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use rust_decimal::Decimal;

use crate::i18n::Language;
use crate::locus::Locus;
use crate::measure::{self, Measures};
use crate::model::{
    Book, Currency, Deal, Entered, Moment, Money, Pipeline, Promise, PromiseStages, Stage, StageEntry, StageId,
    StageKind, StageOrigin, Tally,
};
use crate::report::Report;
use crate::report::intake::{Chosen, InputFile};
use crate::settings::Settings;
use crate::template::{self, PromiseRule, Template};

/// What a pipeline looks like.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) language: Language,
    /// Names of the open stages; won, lost and deferred come by themselves.
    pub(super) stages: Vec<String>,
    pub(super) deals: usize,
    pub(super) clock: ClockTimes,
    /// Value of a deal, at most; none for sheets without values.
    pub(super) value: Option<i64>,
    pub(super) currencies: Vec<Currency>,
    /// Of a hundred deals in a stage, how many go on, and how many get lost.
    pub(super) advance: u64,
    pub(super) lose: u64,
    /// Whether the sheet tells where deals were lost.
    pub(super) losses: Losses,
    pub(super) limit_hours: f64,
    /// Days that a stay lasts, at most; the first contact is fifteen times as fast.
    pub(super) stay: u64,
    /// Names of the input files.
    pub(super) files: Vec<String>,
    /// How many sellers and sources there are; none for sheets without.
    pub(super) people: usize,
    /// Days before as-of in which inquiries come in.
    pub(super) since: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClockTimes {
    Told,
    DatesOnly,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Losses {
    Placed,
    Unplaced,
}

/// A measured pipeline, to be reported.
pub(super) struct Case {
    language: Language,
    settings: Settings,
    inputs: Vec<InputFile>,
    book: Book,
    pub(super) measures: Measures,
}

impl Case {
    pub(super) fn report(&self) -> Report<'_> {
        Report {
            language: self.language,
            settings: &self.settings,
            chosen: &Chosen::Usual,
            inputs: &self.inputs,
            book: &self.book,
            measures: &self.measures,
            diagnostics: &[],
        }
    }
}

impl Shape {
    /// Six stages and about four hundred deals with hours, as a team keeps them.
    pub(super) fn usual(language: Language) -> Self {
        let stages: &[&str] = match language {
            Language::Pl => &["Nowe zapytanie", "Kwalifikacja", "Pierwszy kontakt", "Wysłanie oferty", "Follow-up"],
            Language::En => &["New inquiry", "Qualification", "First contact", "Offer sent", "Follow-up"],
        };
        Self {
            language,
            stages: stages.iter().map(|&name| name.to_owned()).collect(),
            deals: 412,
            clock: ClockTimes::Told,
            value: Some(90_000),
            currencies: vec![Currency::PLN],
            advance: 72,
            lose: 17,
            losses: Losses::Placed,
            limit_hours: 24.0,
            stay: 120,
            files: vec!["pipeline_2026-11-20.xlsx".to_owned()],
            people: 5,
            since: 200,
        }
    }

    /// The same with so many open stages.
    pub(super) fn with_stages(self, count: usize) -> Self {
        let stages = (1..=count).map(|number| format!("Etap numer {number}")).collect();
        Self { stages, ..self }
    }

    pub(super) fn case(&self) -> Case {
        let as_of = Moment::At(day().and_hms_opt(16, 0, 0).expect("a time"));
        let book = Book {
            pipeline: self.pipeline(),
            deals: self.deals(),
            as_of,
            tally: Tally::default(),
            copies: Vec::new(),
            custom_columns: Vec::new(),
            cost_table: None,
        };
        let settings = Settings { horizons: vec![30], ..Settings::new(as_of, self.template()) };
        let measures = measure::measure(&book, &settings);
        let inputs = self.files.iter().map(|file| input(file)).collect();
        Case { language: self.language, settings, inputs, book, measures }
    }

    fn pipeline(&self) -> Pipeline {
        let open = self.stages.len();
        let won = if self.language == Language::Pl { "Wygrana" } else { "Won" };
        let mut stages: Vec<Stage> = self
            .stages
            .iter()
            .enumerate()
            .map(|(place, name)| stage(name, StageKind::Open, Some(place as u32 + 1)))
            .collect();
        stages.push(stage(won, StageKind::Won, Some(open as u32 + 1)));
        stages.push(stage("Przegrana", StageKind::Lost, None));
        stages.push(stage("Odwleczone decyzje", StageKind::Deferred, None));
        let promise = Promise { from: StageId(0), to: StageId(self.contact()), within_hours: self.limit_hours };
        let offer = Promise { from: StageId(open - 1), to: StageId(open), within_hours: 48.0 };
        let offer = (open > 2).then_some(offer);
        let promises = PromiseStages {
            first_contact: (open > 1).then_some(promise),
            offer: offer.as_ref().map(|offer| offer.from),
            follow_up: offer,
        };
        Pipeline { stages, promises }
    }

    /// The place of the stage that is the first contact.
    fn contact(&self) -> usize {
        2.min(self.stages.len() - 1)
    }

    fn deals(&self) -> Vec<Deal> {
        let mut chance = Chance(1);
        (0..self.deals).map(|number| self.deal(number, &mut chance)).collect()
    }

    fn deal(&self, number: usize, chance: &mut Chance) -> Deal {
        let open = self.stages.len();
        let (won, lost, deferred) = (open, open + 1, open + 2);
        let at = Locus::file(&Arc::from("pipeline.xlsx")).at_row(number as u32 + 2);
        let end = day().and_hms_opt(15, 0, 0).expect("a time");
        let mut now = end - TimeDelta::minutes((chance.below(self.since * 24 * 60) + 30) as i64);
        let mut history = vec![(0, now)];
        let mut place = 0;
        loop {
            let longest = if place < self.contact() { self.stay.div_ceil(15) } else { self.stay };
            // Most stays are short, some long.
            let share = chance.below(1000) * chance.below(1000) * chance.below(1000);
            now += TimeDelta::minutes((longest * 24 * 60 * share / 1_000_000_000) as i64 + 3);
            let fate = chance.below(100);
            let next = match fate {
                _ if fate < self.advance => place + 1,
                _ if fate < self.advance + self.lose => lost,
                98.. => deferred,
                _ => break,
            };
            if now > end {
                break;
            }
            history.push((next, now));
            place = next;
            if place >= won {
                break;
            }
        }
        let way_known = self.losses == Losses::Placed || place != lost;
        if !way_known {
            history.drain(1..history.len() - 1);
        }
        let entry = |&(stage, moment): &(usize, NaiveDateTime)| StageEntry {
            stage: StageId(stage),
            entered: Entered::At(match self.clock {
                ClockTimes::Told => Moment::At(moment),
                ClockTimes::DatesOnly => Moment::Day(moment.date()),
            }),
            value: None,
            at: at.clone(),
        };
        let amount = self.value.map(|most| most / 20 + (most - most / 20) / 1000 * chance.below(1000) as i64);
        let currency = self.currencies[number % self.currencies.len()];
        Deal {
            id: format!("#{number}"),
            name: None,
            company: None,
            contact: None,
            phone: None,
            email: None,
            owner: self.person(number, &["Anna Nowak", "Łukasz Dąbek", "Żaneta Ścibor", "Jan Kowalski-Wiśniewski"]),
            source: self.person(number * 7 / 3, &["Strona WWW", "Polecenie", "Targi", "Telefon"]),
            campaign: None,
            campaign_cost: None,
            value: amount.map(|amount| Money { amount: Decimal::from(amount), currency }),
            history: history.iter().map(entry).collect(),
            way_known,
            stages_kept: true,
            lost_reason: None,
            next_step: None,
            next_step_on: (chance.below(10) == 0).then(|| Moment::Day(day() + TimeDelta::days(6))),
            expected_close: None,
            earlier_closes: Vec::new(),
            stands: Vec::new(),
            known_from: None,
            last_activity: None,
            notes: None,
            value_written: None,
            custom: Vec::new(),
            rows: [at.clone()].into_iter().collect(),
            at,
        }
    }

    /// One of so many names, the first more often than the last; a few deals have none.
    fn person(&self, number: usize, names: &[&str]) -> Option<String> {
        let place = (number * number) % 101 * self.people.max(1) / 101;
        let place = place * place / self.people.max(1);
        let name = names.get(place).map_or_else(|| format!("Nazwa numer {place}"), |name| (*name).to_owned());
        (self.people > 0 && number % 23 != 5).then_some(name)
    }

    fn template(&self) -> Template {
        let universal = template::builtin("universal").expect("built in");
        let promise = PromiseRule { within_hours: self.limit_hours, ..universal.first_contact.clone() };
        Template { first_contact: promise.clone(), follow_up: promise, ..universal }
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day")
}

fn stage(name: &str, kind: StageKind, rank: Option<u32>) -> Stage {
    Stage {
        key: name.to_owned(),
        name_pl: name.to_owned(),
        name_en: name.to_owned(),
        kind,
        rank,
        limit_days: None,
        default_limit_days: 14.0,
        origin: StageOrigin::Template,
        words: Vec::new(),
    }
}

fn input(file: &str) -> InputFile {
    InputFile { file: file.to_owned(), format: "xlsx", bytes: 0, sha256: String::new(), sheets: Vec::new() }
}
