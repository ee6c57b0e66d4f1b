//! Events in, book out. One line an event: `deal_id,stage,entered_at,value,owner,source,…`, in the stages of
//! the universal pipeline. What happens after as-of is not known yet. Lines are put in order by their moment.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use lejek::locus::Locus;
use lejek::model::{
    Book, Currency, Deal, Entered, Moment, Money, Pipeline, Promise, PromiseStages, Stage, StageEntry, StageId,
    StageKind, StageOrigin, Tally,
};
use lejek::settings::Settings;
use lejek::template::{Template, builtin};

/// Key, Polish name, English name, kind, default limit in days.
const STAGES: [(&str, &str, &str, StageKind, f64); 9] = [
    ("new", "Nowe zapytanie", "New inquiry", StageKind::Open, 2.0),
    ("qualification", "Kwalifikacja", "Qualification", StageKind::Open, 7.0),
    ("contact", "Pierwszy kontakt", "First contact", StageKind::Open, 14.0),
    ("offer", "Wysłanie oferty", "Offer sent", StageKind::Open, 14.0),
    ("followup", "Follow-up", "Follow-up", StageKind::Open, 21.0),
    ("won", "Zamknięcie sprzedaży", "Won", StageKind::Won, 0.0),
    ("lost", "Utracone", "Lost", StageKind::Lost, 0.0),
    ("deferred", "Odwleczone decyzje", "Deferred", StageKind::Deferred, 90.0),
    ("vanished", "Zniknęło z arkusza", "Gone from the sheet", StageKind::Vanished, 0.0),
];

/// The moment of an ISO date or date and time.
pub(crate) fn moment(text: &str) -> Moment {
    match text.parse::<NaiveDate>() {
        Ok(day) => Moment::Day(day),
        Err(_) => Moment::At(text.parse().expect("an ISO date, or date and time")),
    }
}

/// The settings of a run with the universal pipeline.
pub(crate) fn settings(as_of: &str) -> Settings {
    let template = Template { currency: Some(Currency::PLN), ..builtin("universal").expect("built in") };
    Settings::new(moment(as_of), template)
}

/// The universal pipeline.
pub(crate) fn pipeline() -> Pipeline {
    let stages = STAGES.iter().enumerate().map(|(place, (key, name_pl, name_en, kind, default_limit_days))| Stage {
        key: (*key).to_owned(),
        name_pl: (*name_pl).to_owned(),
        name_en: (*name_en).to_owned(),
        kind: *kind,
        rank: matches!(kind, StageKind::Open | StageKind::Won).then_some(place as u32 + 1),
        limit_days: None,
        default_limit_days: *default_limit_days,
        origin: StageOrigin::Template,
        words: Vec::new(),
    });
    let promise = |from, to, within_hours| Promise { from: StageId(from), to: StageId(to), within_hours };
    let promises = PromiseStages {
        first_contact: Some(promise(0, 2, 24.0)),
        follow_up: Some(promise(3, 4, 48.0)),
        offer: Some(StageId(3)),
    };
    Pipeline { stages: stages.collect(), promises }
}

/// The book of these events, header line included, as it stood at as-of. Deals are in the order of their ids.
/// An empty moment means that the stage was reached at an unknown time.
pub(crate) fn book(events: &str, as_of: &str) -> Book {
    let (pipeline, as_of) = (pipeline(), moment(as_of));
    let file: Arc<str> = "events.csv".into();
    let mut rows: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(events.as_bytes());
    for (place, record) in reader.records().enumerate() {
        let record = record.expect("events are CSV");
        let event = Event::read(&record, &pipeline, Locus::file(&file).at_row(place as u32 + 2));
        if event.entered.is_none_or(|entered| entered.known_by(as_of)) {
            rows.entry(record[0].to_owned()).or_default().push(event);
        }
    }
    let rows_read = rows.values().map(Vec::len).sum();
    let deals: Vec<Deal> = rows.into_iter().map(|(id, events)| deal(id, events)).collect();
    let tally =
        Tally { rows_read, deal_rows: deals.len(), history_rows: rows_read - deals.len(), skipped: BTreeMap::new() };
    Book { pipeline, deals, as_of, tally, copies: Vec::new(), custom_columns: Vec::new(), cost_table: None }
}

struct Event {
    stage: StageId,
    entered: Option<Moment>,
    value: Option<Money>,
    owner: Option<String>,
    source: Option<String>,
    at: Locus,
}

impl Event {
    fn read(record: &csv::StringRecord, pipeline: &Pipeline, at: Locus) -> Self {
        let cell = |column: usize| Some(record[column].to_owned()).filter(|text| !text.is_empty());
        let value = cell(3).map(|text| Money { amount: text.parse().expect("an amount"), currency: Currency::PLN });
        Self {
            stage: pipeline.by_key(&record[1]).expect("a stage of the universal pipeline"),
            entered: cell(2).map(|text| moment(&text)),
            value,
            owner: cell(4),
            source: cell(5),
            at,
        }
    }
}

fn deal(id: String, mut events: Vec<Event>) -> Deal {
    if events.iter().all(|event| event.entered.is_some()) {
        events.sort_by_key(|event| event.entered.map(Moment::lo));
    }
    let mut history: Vec<StageEntry> = Vec::new();
    for event in &events {
        if history.last().is_none_or(|last| last.stage != event.stage) {
            history.push(StageEntry {
                stage: event.stage,
                entered: event.entered.map_or(Entered::Unknown, Entered::At),
                value: event.value,
                at: event.at.clone(),
            });
        }
    }
    Deal {
        id,
        name: None,
        company: None,
        contact: None,
        phone: None,
        email: None,
        owner: events.last().and_then(|event| event.owner.clone()),
        source: events.first().and_then(|event| event.source.clone()),
        campaign: None,
        campaign_cost: None,
        value: events.iter().rev().find_map(|event| event.value),
        history,
        way_known: true,
        stages_kept: true,
        lost_reason: None,
        next_step: None,
        next_step_on: None,
        expected_close: None,
        earlier_closes: Vec::new(),
        stands: Vec::new(),
        known_from: None,
        last_activity: None,
        notes: None,
        value_written: None,
        custom: Vec::new(),
        at: events[0].at.clone(),
        rows: events.into_iter().map(|event| event.at).collect(),
    }
}
