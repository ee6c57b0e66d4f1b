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
    /// What stands at these places.
    pub(super) fn at(places: &[Place], sheets: &'a [Sheet<'a>]) -> Self {
        let mut subject = Self::default();
        for place in places {
            let row = place.row(sheets);
            match row.layout() {
                Layout::ChangeLog => subject.entries.push(row),
                Layout::Activities => subject.activities.push(row),
                _ => subject.told.push(row),
            }
        }
        subject
    }
}

/// Where a row stands, in little room: of a year of copies there are many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    sheet: u32,
    record: u32,
}

impl Place {
    fn row<'a>(self, sheets: &'a [Sheet<'a>]) -> Row<'a> {
        let order = Order { sheet: self.sheet as usize, record: self.record as usize };
        let sheet = &sheets[order.sheet];
        Row { order, sheet, record: &sheet.table.records[order.record] }
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

/// The places of the rows that speak of one deal, in the order of the first row of each deal.
pub(super) fn subjects(sheets: &[Sheet<'_>]) -> Vec<Vec<Place>> {
    let mut subjects: Vec<Vec<Place>> = Vec::new();
    let mut known: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        for (record_number, record) in sheet.counted() {
            let key = Key::of(record, sheet.table.layout);
            let subject = key.map_or(subjects.len(), |key| *known.entry(key).or_insert(subjects.len()));
            if subject == subjects.len() {
                subjects.push(Vec::new());
            }
            subjects[subject].push(Place { sheet: number as u32, record: record_number as u32 });
        }
    }
    subjects
}
