//! A row of a copy in, what tells its deal from others out, and the points for and against two rows being one deal.
//!
//! The points are a plain form of record linkage after Fellegi and Sunter (A Theory for Record Linkage, 1969): agreement
//! in what few deals share weighs much, a difference in what people mend weighs little.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::bonds::Node;
use super::super::identity::{phone, plain_name};
use crate::model::{Moment, StageKind};
use crate::recognise::fold::fold;
use crate::recognise::stage::StageWords;
use crate::recognise::table::Record;
use crate::template::Template;

/// What a row says of its deal, ready to be compared.
#[derive(Debug, Clone)]
pub(super) struct Facts<'a> {
    pub(super) node: Node,
    pub(super) record: &'a Record,
    /// Firm, or name where the row has no firm, without its legal form.
    pub(super) firm: String,
    /// Whom to talk to, or the deal's name beside a firm where nobody is named.
    pub(super) person: String,
    /// The deal's name, beside a firm and a person.
    title: String,
    pub(super) inquiry: Option<NaiveDate>,
    value: Option<Decimal>,
    owner: String,
    source: String,
    pub(super) rung: Rung,
    /// Firm, person and day of the inquiry in one, where all three are told.
    pub(super) whole: Option<String>,
    pub(super) id: Option<String>,
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
}

/// How far a row's stage word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Rung {
    closed: bool,
    rank: Option<usize>,
}

impl Rung {
    /// How many rungs lie between two stages; most where one of them is off the ladder and the other is not.
    pub(super) fn distance(self, other: Self) -> usize {
        match (self.rank, other.rank) {
            (Some(a), Some(b)) => a.abs_diff(b),
            _ if self == other => 0,
            _ => usize::MAX,
        }
    }
}

/// Which columns both copies have: where one is absent, fewer points are proof enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) person: bool,
    pub(super) inquiry: bool,
    /// Whether that column holds any day.
    pub(super) days: bool,
}

impl Told {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            person: self.person && other.person,
            inquiry: self.inquiry && other.inquiry,
            days: self.days && other.days,
        }
    }
}

/// What a customer's deal is surely known by: firm, person and the day of its inquiry, or its number.
pub(super) type Mark = (String, String, Option<NaiveDate>);

/// What can be compared of a row's content, in an order that no place plays a part in.
type Content<'f> = (&'f str, &'f str, &'f str, Option<NaiveDate>, Option<Decimal>, Rung, &'f str, &'f str);

impl<'a> Facts<'a> {
    pub(super) fn of(node: Node, record: &'a Record, rungs: &Rungs) -> Self {
        let plain = |cell: &Option<String>| cell.as_deref().map(plain_name).filter(|name| !name.is_empty());
        let folded = |cell: &Option<String>| cell.as_deref().map(fold).filter(|word| !word.is_empty());
        let names = [plain(&record.company), plain(&record.contact), plain(&record.name)];
        let (firm, person, title) = match names {
            [Some(firm), Some(person), title] => (Some(firm), Some(person), title),
            [Some(firm), None, title] => (Some(firm), title, None),
            [None, person, title] if title.is_some() => (title, person, None),
            [None, person, _] => (person, None, None),
        };
        let whole = firm.as_ref().zip(person.as_ref()).zip(record.inquiry);
        Self {
            node,
            record,
            whole: whole.map(|((firm, person), inquiry)| format!("{firm}|{person}|{}", inquiry.date())),
            firm: firm.unwrap_or_default(),
            person: person.unwrap_or_default(),
            title: title.unwrap_or_default(),
            inquiry: record.inquiry.map(Moment::date),
            value: record.value.map(|value| value.amount.normalize()),
            owner: folded(&record.owner).unwrap_or_default(),
            source: folded(&record.source).unwrap_or_default(),
            rung: rungs.of_row(record),
            id: folded(&record.id),
            email: folded(&record.email),
            phone: record.phone.as_deref().and_then(phone),
        }
    }

    /// The order of rows by what they say alone.
    pub(super) fn content(&self) -> Content<'_> {
        let Self { firm, person, title, owner, source, .. } = self;
        (firm, person, title, self.inquiry, self.value, self.rung, owner, source)
    }

    /// What surely names the deal; none where firm and person, or the day, are not told.
    pub(super) fn mark(&self) -> Option<Mark> {
        match &self.id {
            Some(id) => Some((id.clone(), self.firm.clone(), self.inquiry)),
            None if self.firm.is_empty() => None,
            None => self.inquiry.map(|day| (self.firm.clone(), self.person.clone(), Some(day))),
        }
    }

    /// Whether firm, person and day of the inquiry are the same. A blank agrees with nothing; what not both sheets have has
    /// no say.
    pub(super) fn agrees_with(&self, later: &Self, told: Told) -> bool {
        let same = |a: &str, b: &str| !a.is_empty() && a == b;
        let same_day = self.inquiry.is_some() && self.inquiry == later.inquiry;
        same(&self.firm, &later.firm) && (!told.person || same(&self.person, &later.person)) && (!told.days || same_day)
    }

    /// Whether nothing that people do not change by themselves speaks against one deal.
    pub(super) fn goes_with(&self, later: &Self) -> bool {
        let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
        let days_differ = self.inquiry.zip(later.inquiry).is_some_and(|(a, b)| a != b);
        !days_differ && !differ(&self.title, &later.title) && self.of_stages(later) >= 0.0
    }

    /// Points for, less points against, this row and one of a later copy being one deal.
    pub(super) fn points(&self, later: &Self) -> f64 {
        self.of_firms(later)
            + likeness(&self.person, &later.person)
            + likeness(&self.title, &later.title)
            + self.inquiry.zip(later.inquiry).map_or(0.0, |(a, b)| if a == b { 4.0 } else { -3.0 })
            + self.value.zip(later.value).map_or(0.0, |(a, b)| of_values(a, b))
            + if self.owner == later.owner { 1.0 } else { -0.5 }
            + if self.source == later.source { 0.5 } else { -0.5 }
            + self.of_stages(later)
    }

    fn of_firms(&self, later: &Self) -> f64 {
        if self.firm == later.firm {
            return 5.0;
        }
        match strsim::jaro_winkler(&self.firm, &later.firm) {
            alike if alike >= 0.94 => 4.0,
            alike if alike >= 0.88 => 2.0,
            _ => -4.0,
        }
    }

    fn of_stages(&self, later: &Self) -> f64 {
        match (self.rung, later.rung) {
            (before, after) if before.closed && !after.closed => -3.0,
            (Rung { rank: Some(before), .. }, Rung { rank: Some(after), .. }) if after < before => -1.0,
            _ => 0.0,
        }
    }
}

fn likeness(a: &str, b: &str) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 3.0;
    }
    match strsim::jaro_winkler(a, b) {
        alike if alike >= 0.9 => 2.0,
        _ => -1.0,
    }
}

fn of_values(a: Decimal, b: Decimal) -> f64 {
    let most = a.abs().max(b.abs());
    if a == b || most.is_zero() {
        return 2.0;
    }
    match ((a - b).abs() / most).to_f64().unwrap_or(1.0) {
        change if change <= 0.25 => 1.0,
        change if change <= 0.5 => 0.0,
        _ => -1.0,
    }
}

/// The words of stages with their places on the ladder.
pub(in crate::recognise::relate) struct Rungs {
    words: StageWords,
    stages: Vec<(Arc<str>, Rung)>,
}

impl Rungs {
    pub(in crate::recognise::relate) fn of(template: &Template) -> Self {
        let rung = |(place, kind): (usize, StageKind)| Rung {
            closed: matches!(kind, StageKind::Won | StageKind::Lost | StageKind::Vanished),
            rank: matches!(kind, StageKind::Open | StageKind::Won).then_some(place),
        };
        let stages = template.stages.iter().enumerate();
        let stages = stages.map(|(place, stage)| (Arc::from(stage.key.as_str()), rung((place, stage.kind)))).collect();
        Self { words: StageWords::of(template), stages }
    }

    /// How far a row is by its more decided word.
    fn of_row(&self, record: &Record) -> Rung {
        let rung = |word: &Option<String>| {
            let key = self.words.key(word.as_deref()?)?;
            self.stages.iter().find(|(known, _)| *known == key).map(|(_, rung)| *rung)
        };
        let words = [&record.stage, &record.outcome].into_iter().filter_map(rung);
        words.max_by_key(|rung| rung.closed).unwrap_or_default()
    }
}
