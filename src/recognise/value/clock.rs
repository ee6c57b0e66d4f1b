//! A cell of a column of hours in, the time of day out.

use chrono::NaiveTime;

use super::date;
use crate::read::Cell;

/// The time of day that a cell says.
pub(in crate::recognise) fn read(cell: &Cell) -> Option<NaiveTime> {
    let of_seconds = |seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
    match cell {
        Cell::Time(seconds) => of_seconds(*seconds),
        Cell::Number { value, .. } if (0.0..1.0).contains(value) => of_seconds((value * 86_400.0).round() as u32),
        // `14` in a column of hours is two in the afternoon.
        Cell::Number { value, .. } if value.fract() == 0.0 => NaiveTime::from_hms_opt(*value as u32, 0, 0),
        Cell::Date(instant) => Some(instant.time()),
        Cell::Text(written) => date::time_of_day(written),
        _ => None,
    }
}
