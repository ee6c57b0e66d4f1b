//! A library's cell in, lejek's own cell out, or the reason why it holds nothing to believe.

use std::sync::Arc;

use calamine::{Data, DataRef};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::grid::Cell;
use super::serial::{self, Epoch, Serial};
use super::shown::Shown;
use super::sink::{Outcome, Sink};
use crate::diagnostic::{Code, Diagnostic, Word};

/// Pours a value into the sink, with a remark where there is one to make. Row from 1, column from 0.
pub(super) fn pour(sink: &mut Sink<'_>, at: (u32, u32), value: &DataRef<'_>, shown: Shown, epoch: Epoch) -> Outcome {
    let reading = read(value, shown, epoch, sink.limits.text_bytes);
    put(sink, at, reading)
}

/// Pours a text.
pub(super) fn pour_text(sink: &mut Sink<'_>, at: (u32, u32), text: &str) -> Outcome {
    let reading = read_text(text, sink.limits.text_bytes);
    put(sink, at, reading)
}

/// Pours an error value that stands as text.
pub(super) fn pour_error(sink: &mut Sink<'_>, at: (u32, u32), shown: &str) -> Outcome {
    put(sink, at, error_cell(shown))
}

/// Puts a cell into the sink, with the remark that there is to make.
pub(super) fn put(sink: &mut Sink<'_>, (row, column): (u32, u32), reading: Reading) -> Outcome {
    if let Some(remark) = reading.remark {
        sink.remark(remark.at(sink.here().at_cell(row, column)))?;
    }
    reading.cell.map_or(Ok(()), |cell| sink.cell(row, column, cell))
}

/// The same value, borrowed.
pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A cell, or none, and what there is to say about it.
#[derive(Debug, PartialEq)]
pub(super) struct Reading {
    cell: Option<Cell>,
    /// Without its place.
    remark: Option<Diagnostic>,
}

impl Reading {
    /// A good cell.
    pub(super) fn cell(cell: Cell) -> Self {
        Self { cell: Some(cell), remark: None }
    }

    /// No cell, and why.
    pub(super) fn refused(code: Code, word: impl Into<Word>) -> Self {
        Self { cell: None, remark: Some(about(code, word)) }
    }

    /// A formula whose result nobody has computed yet.
    pub(super) fn unevaluated() -> Self {
        Self { cell: Some(Cell::Unevaluated), remark: Some(Diagnostic::new(Code::FormulaWithoutValue)) }
    }

    /// Whether there is neither a cell nor anything to say.
    pub(super) fn is_nothing(&self) -> bool {
        self.cell.is_none() && self.remark.is_none()
    }
}

fn about(code: Code, word: impl Into<Word>) -> Diagnostic {
    Diagnostic::new(code).with(if code == Code::CellUnreadable { "cause" } else { "value" }, word)
}

fn read(value: &DataRef<'_>, shown: Shown, epoch: Epoch, text_bytes: usize) -> Reading {
    match value {
        DataRef::Empty => Reading { cell: None, remark: None },
        DataRef::String(text) => read_text(text, text_bytes),
        DataRef::SharedString(text) => read_text(text, text_bytes),
        DataRef::Int(value) => number(*value as f64, shown, epoch),
        DataRef::Float(value) => number(*value, shown, epoch),
        DataRef::Bool(value) => Reading::cell(Cell::Bool(*value)),
        DataRef::Error(error) => error_cell(&error.to_string()),
        // A duration of a day or more (`[h]:mm`) is a number of days, not a date in 1900.
        DataRef::DateTime(moment) if moment.is_duration() && !(0.0..1.0).contains(&moment.as_f64()) => {
            number(moment.as_f64(), Shown::Plain, epoch)
        }
        DataRef::DateTime(moment) => number(moment.as_f64(), Shown::Moment, epoch),
        DataRef::DateTimeIso(text) => iso_moment(text),
        DataRef::DurationIso(text) => iso_duration(text),
    }
}

/// An error as it shows, with the remark that it deserves.
pub(super) fn error_cell(shown: &str) -> Reading {
    Reading { cell: Some(Cell::Error(shown.into())), remark: Some(about(Code::ErrorCell, shown)) }
}

/// A number as its format shows it.
pub(super) fn number(value: f64, shown: Shown, epoch: Epoch) -> Reading {
    if !value.is_finite() {
        return Reading::refused(Code::NumberNotFinite, value.to_string());
    }
    if shown != Shown::Moment {
        return Reading::cell(Cell::Number { value, percent: shown == Shown::Percent });
    }
    match serial::read(value, epoch) {
        Serial::TimeOfDay(seconds) => Reading::cell(Cell::Time(seconds)),
        Serial::Moment(moment) => Reading::cell(Cell::Date(moment)),
        Serial::OutOfRange => Reading::refused(Code::SerialOutOfRange, said(value)),
    }
}

/// A number as people write it, unless it has more digits than they read.
fn said(value: f64) -> String {
    if value.abs() < 1e15 { value.to_string() } else { format!("{value:e}") }
}

/// A text as it stands.
pub(super) fn read_text(text: &str, most: usize) -> Reading {
    if text.trim().is_empty() {
        Reading { cell: None, remark: None }
    } else if text.len() > most {
        Reading::refused(Code::CellUnreadable, Word::term("fault-text-too-long"))
    } else if text.contains('\0') {
        Reading::refused(Code::CellUnreadable, Word::term("fault-text-garbled"))
    } else {
        Reading::cell(Cell::Text(Arc::from(text)))
    }
}

/// `2026-03-12`, `2026-03-12T14:05:00`, `14:05:00`.
pub(super) fn iso_moment(text: &str) -> Reading {
    let plain = text.trim().trim_end_matches('Z');
    let moment = plain.parse::<NaiveDateTime>().ok();
    let day = || plain.parse::<NaiveDate>().ok().map(|day| day.and_time(NaiveTime::MIN));
    if let Some(moment) = moment.or_else(day) {
        // Fractions of a second are noise of the writer.
        let rounded =
            moment.checked_add_signed(TimeDelta::milliseconds(500)).and_then(|moment| moment.with_nanosecond(0));
        return match rounded.filter(|moment| (1900..=9999).contains(&moment.year())) {
            Some(moment) => Reading::cell(Cell::Date(moment)),
            None => Reading::refused(Code::SerialOutOfRange, text),
        };
    }
    match plain.parse::<NaiveTime>() {
        Ok(time) => Reading::cell(Cell::Time(time.num_seconds_from_midnight())),
        Err(_) => Reading::refused(Code::CellUnreadable, text),
    }
}

/// `PT14H05M00S`: below a day a time, from a day on a number of days.
fn iso_duration(text: &str) -> Reading {
    let Some(seconds) = iso_seconds(text) else { return Reading::refused(Code::CellUnreadable, text) };
    if seconds.round() < 86_400.0 {
        Reading::cell(Cell::Time(seconds.round() as u32))
    } else {
        number(seconds / 86_400.0, Shown::Plain, Epoch::Y1900)
    }
}

fn iso_seconds(text: &str) -> Option<f64> {
    let mut rest = text.trim().strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (unit, size) in [('H', 3_600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((count, after)) = rest.split_once(unit) {
            seconds += count.replace(',', ".").parse::<f64>().ok()? * size;
            rest = after;
        }
    }
    (rest.is_empty() && seconds.is_finite() && seconds >= 0.0).then_some(seconds)
}

/// Error values that .ods files keep as plain text in the language of the office that wrote them.
const ERROR_TEXTS: &[&str] = &[
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#DZIEL/0!",
    "#N/D",
    "#N/D!",
    "#NAZWA?",
    "#ZERO!",
    "#LICZBA!",
    "#ADR!",
    "#ARG!",
];

/// The error that this text is, as OpenDocument keeps errors.
pub(super) fn error_in_text(text: &str) -> bool {
    ERROR_TEXTS.contains(&text)
        || text
            .strip_prefix("Err:")
            .is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTime, ExcelDateTimeType};

    #[track_caller]
    fn check(value: &DataRef<'_>, cell: Option<Cell>, code: Option<Code>) {
        let reading = read(value, Shown::Plain, Epoch::Y1900, 20);
        assert_eq!((reading.cell, reading.remark.map(|remark| remark.code)), (cell, code), "{value:?}");
    }

    fn moment(text: &str) -> Cell {
        Cell::Date(text.parse().expect("a moment"))
    }

    fn serial(value: f64, kind: ExcelDateTimeType) -> DataRef<'static> {
        DataRef::DateTime(ExcelDateTime::new(value, kind, false))
    }

    #[test]
    fn what_cannot_be_believed_is_no_cell() {
        let (date, duration) = (ExcelDateTimeType::DateTime, ExcelDateTimeType::TimeDelta);
        check(&DataRef::Float(f64::INFINITY), None, Some(Code::NumberNotFinite));
        check(&serial(f64::NAN, date), None, Some(Code::NumberNotFinite));
        check(&serial(-3.0, date), None, Some(Code::SerialOutOfRange));
        check(&serial(1.5, duration), Some(Cell::Number { value: 1.5, percent: false }), None);
        check(&serial(0.25, duration), Some(Cell::Time(21_600)), None);
        check(&DataRef::SharedString(" \u{a0}\n"), None, None);
        check(&DataRef::SharedString("zażółć gęślą jaźń longer"), None, Some(Code::CellUnreadable));
        check(&DataRef::SharedString("m\0p\0g\0"), None, Some(Code::CellUnreadable));
        check(&DataRef::Error(CellErrorType::NA), Some(Cell::Error("#N/A".into())), Some(Code::ErrorCell));
    }

    #[test]
    fn iso_texts_are_moments_and_times() {
        check(&DataRef::DateTimeIso("2026-03-12".into()), Some(moment("2026-03-12T00:00:00")), None);
        check(&DataRef::DateTimeIso("2026-03-12T14:05:00Z".into()), Some(moment("2026-03-12T14:05:00")), None);
        check(&DataRef::DateTimeIso("2026-03-12T14:04:59.9999".into()), Some(moment("2026-03-12T14:05:00")), None);
        check(&DataRef::DateTimeIso("14:05:00".into()), Some(Cell::Time(50_700)), None);
        check(&DataRef::DateTimeIso("2026-02-31".into()), None, Some(Code::CellUnreadable));
        check(&DataRef::DurationIso("PT14H05M00S".into()), Some(Cell::Time(50_700)), None);
        check(&DataRef::DurationIso("PT36H00M00S".into()), Some(Cell::Number { value: 1.5, percent: false }), None);
        check(&DataRef::DurationIso("P1Y".into()), None, Some(Code::CellUnreadable));
    }

    #[test]
    fn errors_are_told_in_the_texts_of_open_document() {
        for text in ["#DIV/0!", "#ADR!", "Err:504"] {
            assert!(error_in_text(text), "{text}");
        }
        for text in ["#1", "Err:", "Err:5040", "Oferta"] {
            assert!(!error_in_text(text), "{text}");
        }
    }
}
