//! Pairs of rows that speak of one deal in, the name of each deal out: a union of sets over all rows of a run.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::is_one_row_a_deal;
use crate::recognise::table::{Record, SheetFinding, SheetReading};

/// A row of a run: the place of its table among the readings, and of its record in the table.
pub(super) type Node = (usize, usize);

/// Which rows are one deal.
pub(super) struct Bonds {
    /// Where the rows of each reading begin among all rows.
    starts: Vec<usize>,
    /// The next row on the way to the first row of a deal; a first row is its own.
    towards: Vec<usize>,
    bound: Vec<bool>,
    /// The tables with one row a deal that the deal of a first row stands in, in order; none for a row alone.
    tables: BTreeMap<usize, Vec<u32>>,
    /// Whether each reading's rows are deals of their own.
    one_row_a_deal: Vec<bool>,
}

impl Bonds {
    /// Every row alone.
    pub(super) fn of(readings: &[SheetReading]) -> Self {
        let mut rows = 0;
        let mut starts = Vec::with_capacity(readings.len());
        let mut one_row_a_deal = Vec::with_capacity(readings.len());
        for reading in readings {
            starts.push(rows);
            let mut own = false;
            if let SheetFinding::Table(table) = &reading.finding {
                rows += table.records.len();
                own = is_one_row_a_deal(table);
            }
            one_row_a_deal.push(own);
        }
        let tables = BTreeMap::new();
        Self { starts, towards: (0..rows).collect(), bound: vec![false; rows], tables, one_row_a_deal }
    }

    /// Both rows speak of one deal, unless that would make one deal of two rows of a table with one row a deal.
    pub(super) fn bind(&mut self, a: Node, b: Node) {
        let (row_a, row_b) = (self.number(a), self.number(b));
        let (first_a, first_b) = (self.first(row_a), self.first(row_b));
        if first_a == first_b {
            return;
        }
        let (mut tables, others) = (self.take_tables(first_a, a), self.take_tables(first_b, b));
        if others.iter().any(|table| tables.binary_search(table).is_ok()) {
            self.tables.extend([(first_a, tables), (first_b, others)]);
            return;
        }
        tables.extend(others);
        tables.sort_unstable();
        self.bound[row_a] = true;
        self.bound[row_b] = true;
        let (kept, given_up) = (first_a.min(first_b), first_a.max(first_b));
        self.towards[given_up] = kept;
        self.tables.insert(kept, tables);
    }

    /// Takes out the tables of the deal with this first row, of which one row is known.
    fn take_tables(&mut self, first: usize, (place, _): Node) -> Vec<u32> {
        let known = self.tables.remove(&first);
        known.unwrap_or_else(|| self.one_row_a_deal[place].then_some(place as u32).into_iter().collect())
    }

    /// The row is one of a deal's, though no other is known yet.
    pub(super) fn mark(&mut self, row: Node) {
        let row = self.number(row);
        self.bound[row] = true;
    }

    /// Whether both rows are known to speak of one deal.
    pub(super) fn are_one(&mut self, a: Node, b: Node) -> bool {
        let (a, b) = (self.number(a), self.number(b));
        self.first(a) == self.first(b)
    }

    fn number(&self, (place, record): Node) -> usize {
        self.starts[place] + record
    }

    fn first(&mut self, row: usize) -> usize {
        let mut first = row;
        while self.towards[first] != first {
            first = self.towards[first];
        }
        let mut on_the_way = row;
        while self.towards[on_the_way] != first {
            on_the_way = std::mem::replace(&mut self.towards[on_the_way], first);
        }
        first
    }

    /// Writes into each bound row the name of its deal: the first of its numbers, else of its names. Deals that would
    /// have one name are numbered.
    pub(super) fn name_deals(mut self, readings: &mut [SheetReading]) {
        let mut names: BTreeMap<usize, (u8, String)> = BTreeMap::new();
        for (place, reading) in readings.iter().enumerate() {
            let SheetFinding::Table(table) = &reading.finding else { continue };
            for (record, row) in table.records.iter().zip(self.starts[place]..) {
                if self.bound[row] {
                    let (kind, word) = name(record);
                    // The number of a call names no deal.
                    let rank = 2 * kind + u8::from(!self.one_row_a_deal[place]);
                    let known = names.entry(self.first(row)).or_insert_with(|| (rank, word.to_owned()));
                    if (rank, word) < (known.0, known.1.as_str()) {
                        *known = (rank, word.to_owned());
                    }
                }
            }
        }
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        let names: BTreeMap<usize, Arc<str>> = names
            .into_iter()
            .map(|(first, (_, name))| {
                let count = taken.entry(name.clone()).or_default();
                *count += 1;
                (first, if *count == 1 { name.into() } else { format!("{name} ({count})").into() })
            })
            .collect();
        for (place, reading) in readings.iter_mut().enumerate() {
            let SheetFinding::Table(table) = &mut reading.finding else { continue };
            for (record, row) in table.records.iter_mut().zip(self.starts[place]..) {
                if self.bound[row] {
                    record.deal = names.get(&self.first(row)).cloned();
                }
            }
        }
    }
}

/// What a row calls its deal, and how well that names it, the less the better.
fn name(record: &Record) -> (u8, &str) {
    let number = record.id.as_deref().map(|id| (0, id));
    let names = [&record.name, &record.company, &record.contact, &record.email, &record.phone];
    let words = || names.into_iter().find_map(|cell| Some((1, cell.as_deref()?)));
    number.or_else(words).unwrap_or((2, "?"))
}
