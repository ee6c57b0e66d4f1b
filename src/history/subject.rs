//! All rows of a run in, those together out that speak of one deal.

use std::collections::BTreeMap;

use crate::recognise::{Layout, Record};

use super::sheet::{Order, Row, Sheet, entry};

/// The rows that speak of one deal, in the order read.
#[derive(Default)]
pub(super) struct Subject<'a> {
    /// Rows of tables of deals.
    pub told: Vec<Row<'a>>,
    /// Rows of change logs.
    pub entries: Vec<Row<'a>>,
    /// Calls, meetings and mails.
    pub activities: Vec<Row<'a>>,
}

impl<'a> Subject<'a> {
    fn add(&mut self, row: Row<'a>) {
        match row.layout() {
            Layout::ChangeLog => self.entries.push(row),
            Layout::Activities => self.activities.push(row),
            _ => self.told.push(row),
        }
    }
}

/// What rows of one deal share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    /// Recognition has found that they are one deal.
    Related(&'a str),
    /// The number, or the name, in change logs that stand alone.
    Numbered(&'a str),
}

impl<'a> Key<'a> {
    /// None for a row that stands alone.
    fn of(record: &'a Record, layout: Layout) -> Option<Self> {
        let related = record.deal.as_deref().map(Self::Related);
        related.or_else(|| entry(record).filter(|_| layout == Layout::ChangeLog).map(|(deal, _)| Self::Numbered(deal)))
    }
}

/// What the rows speak of, in the order of the first row of each.
pub(super) fn subjects<'a>(sheets: &'a [Sheet<'a>]) -> Vec<Subject<'a>> {
    let mut subjects: Vec<Subject<'a>> = Vec::new();
    let mut places: BTreeMap<Key<'a>, usize> = BTreeMap::new();
    for (place, sheet) in sheets.iter().enumerate() {
        for (index, record) in sheet.counted() {
            let row = Row { order: Order { sheet: place, record: index }, sheet, record };
            let known = Key::of(record, row.layout()).map(|key| *places.entry(key).or_insert(subjects.len()));
            let subject = known.unwrap_or(subjects.len());
            if subject == subjects.len() {
                subjects.push(Subject::default());
            }
            subjects[subject].add(row);
        }
    }
    subjects
}
