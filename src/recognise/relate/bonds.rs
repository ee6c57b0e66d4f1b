//! Pairs of rows that speak of one deal in, the name of each deal out: a union of sets over all rows of a run.

use crate::recognise::table::{SheetFinding, SheetReading};

/// A row of a run: the place of its table among the readings, and of its record in the table.
pub(super) type Node = (usize, usize);

/// Which rows are one deal.
pub(super) struct Bonds {
    /// Where the rows of each reading begin among all rows.
    starts: Vec<usize>,
    /// The next row on the way to the first row of a deal; a first row is its own.
    towards: Vec<usize>,
    bound: Vec<bool>,
}

impl Bonds {
    /// Every row alone.
    pub(super) fn of(readings: &[SheetReading]) -> Self {
        let mut rows = 0;
        let mut starts = Vec::with_capacity(readings.len());
        for reading in readings {
            starts.push(rows);
            if let SheetFinding::Table(table) = &reading.finding {
                rows += table.records.len();
            }
        }
        Self { starts, towards: (0..rows).collect(), bound: vec![false; rows] }
    }

    /// Both rows speak of one deal.
    pub(super) fn bind(&mut self, a: Node, b: Node) {
        let (a, b) = (self.number(a), self.number(b));
        self.bound[a] = true;
        self.bound[b] = true;
        let (a, b) = (self.first(a), self.first(b));
        self.towards[a.max(b)] = a.min(b);
    }

    /// The row is one of a deal's, though no other is known yet.
    pub(super) fn mark(&mut self, row: Node) {
        let row = self.number(row);
        self.bound[row] = true;
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

    /// Writes into each bound row the name of its deal.
    pub(super) fn name_deals(mut self, readings: &mut [SheetReading]) {
        for (place, reading) in readings.iter_mut().enumerate() {
            let SheetFinding::Table(table) = &mut reading.finding else { continue };
            for (record, row) in table.records.iter_mut().zip(self.starts[place]..) {
                if self.bound[row] {
                    record.deal = Some(format!("deal {}", self.first(row)).into());
                }
            }
        }
    }
}
