//! The exact times of a table's columns in, those columns out in which many rows share one minute: nobody moves ten deals
//! in a minute, so the history was filled in afterwards.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, NaiveTime, Timelike};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Moment;
use crate::recognise::Record;
use crate::template::Field;

use super::Sheet;

/// Fewer rows than these are an afternoon of tidying up.
const ROWS: usize = 10;

/// Of all rows with a time, this share at least.
const SHARE: f64 = 0.2;

/// One remark for each such column.
pub(super) fn filled_in_at_once(sheet: &Sheet<'_>, as_of: Moment) -> Vec<Diagnostic> {
    let mut times: BTreeMap<u32, BTreeMap<NaiveDateTime, usize>> = BTreeMap::new();
    let plain = PLAIN.map(|(field, moment)| (sheet.table.column_of(&field).map(|column| column.index), moment));
    for (_, record) in sheet.counted() {
        let told = plain.iter().filter_map(|(column, moment)| Some(((*column)?, moment(record)?)));
        let steps = record.stage_dates.iter().map(|(_, moment, column)| (*column, *moment));
        for (column, moment) in told.chain(steps).filter(|(_, moment)| moment.known_by(as_of)) {
            if let Some(minute) = minute(moment) {
                *times.entry(column).or_default().entry(minute).or_default() += 1;
            }
        }
    }
    let remark = |(column, minutes): (u32, BTreeMap<NaiveDateTime, usize>)| {
        let all: usize = minutes.values().sum();
        let (minute, rows) = minutes.into_iter().rev().max_by_key(|(_, rows)| *rows)?;
        let header = &sheet.table.columns.iter().find(|known| known.index == column)?.header;
        (rows >= ROWS && rows as f64 >= SHARE * all as f64).then(|| {
            Diagnostic::new(Code::FilledInAtOnce)
                .at(sheet.at.in_column(column))
                .with("count", rows)
                .with("header", header.as_str())
                .with("value", minute.format("%Y-%m-%d %H:%M").to_string())
        })
    };
    times.into_iter().filter_map(remark).collect()
}

/// A field with the moment that a row has under it.
type Told = (Field, fn(&Record) -> Option<Moment>);

/// The fields that tell when a deal moved.
const PLAIN: [Told; 4] = [
    (Field::Entered, |record| record.entered),
    (Field::WonOn, |record| record.won_on),
    (Field::LostOn, |record| record.lost_on),
    (Field::ClosedOn, |record| record.closed_on),
];

/// The minute of an exact time; midnight is how days without an hour are written.
fn minute(moment: Moment) -> Option<NaiveDateTime> {
    match moment {
        Moment::At(at) if at.time() != NaiveTime::MIN => at.with_second(0)?.with_nanosecond(0),
        Moment::At(_) | Moment::Day(_) => None,
    }
}
