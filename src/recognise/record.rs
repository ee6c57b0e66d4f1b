//! A table with its columns in, one record a row out: every cell read as what its column means.

mod reader;

use std::sync::Arc;

use chrono::NaiveDate;

use self::reader::{Dates, Kind, Reader};
use super::column::{self, Assigned};
use super::era::Era;
use super::header::Region;
use super::section::Sections;
use super::table::{Record, Said};
use super::value::{clock, date, mark, money, text};
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::Locus;
use crate::model::{Currency, Moment, Money};
use crate::read::{Cell, Row};
use crate::template::{Field, Template};

/// What places the dates of a table in time where they have no year.
#[derive(Clone, Copy)]
pub(super) struct Times<'a> {
    /// The time of the whole sheet.
    pub(super) era: Era,
    /// The titles over the rows.
    pub(super) sections: &'a Sections,
}

/// Reads the rows that hold deals, and notes with each column how it was read.
pub(super) fn read<'a>(
    region: &Region<'a>,
    rows: &[&'a Row],
    assigned: &mut Assigned,
    times: Times<'_>,
    template: &Template,
    sheet: &Locus,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Record> {
    let mut readers = reader::readers(region, rows, assigned, times.era, template.date_order, sheet, diagnostics);
    let currency = header_currency(&readers).or(template.currency);
    let shown = column::named(region, &template.shown);
    rows.iter()
        .map(|row| {
            let mut reading =
                RowReading { record: Record { row: row.number, ..Record::default() }, hours: Vec::new(), near: None };
            // Dates without a year lean on the other dates of their row, which have to be read before.
            let mut late = Vec::new();
            for (place, reader) in readers.iter_mut().enumerate() {
                let Some(cell) = region.cell(row, reader.index) else { continue };
                let title = times.sections.month_of(row.number);
                if reading.take(reader, cell, title, sheet, diagnostics) == Taken::YearMissing {
                    late.push((place, cell));
                }
            }
            for (place, cell) in late {
                let near = reading.near;
                reading.take_without_year(&mut readers[place], cell, near, sheet, diagnostics);
            }
            let custom = shown.iter().filter_map(|column| Some((*column, text::line(region.cell(row, *column)?)?)));
            reading.record.custom = custom.collect();
            reading.finish(currency)
        })
        .collect()
}

/// A row while it is read.
struct RowReading {
    record: Record,
    /// Times of day in columns of their own, with the field that they belong to.
    hours: Vec<(Field, chrono::NaiveTime)>,
    /// The first date of the row that has a year.
    near: Option<NaiveDate>,
}

/// Whether a cell could be read at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Done,
    /// It is a date that leaves out the year.
    YearMissing,
}

impl RowReading {
    /// Reads a cell as its column is read. A title over the row may give the year to its dates.
    fn take(
        &mut self,
        reader: &mut Reader,
        cell: &Cell,
        title: Option<NaiveDate>,
        sheet: &Locus,
        remarks: &mut Vec<Diagnostic>,
    ) -> Taken {
        let spot = Spot { sheet, row: self.record.row, header: &reader.header, column: reader.index, cell };
        let field = &reader.field;
        match &mut reader.kind {
            Kind::Text => set_text(&mut self.record, field, cell),
            Kind::Hour => match clock::read(cell) {
                Some(hour) => self.hours.push((field.clone(), hour)),
                None => remarks.extend(spot.unreadable(field)),
            },
            Kind::Currency => match text::line(cell).and_then(|word| money::currency_in(&word)) {
                Some(currency) => self.record.currency = Some(currency),
                None => remarks.extend(spot.unreadable(field)),
            },
            Kind::Share(scale) => match scale.read(cell) {
                Some(share) => self.record.probability = Some(share),
                None => remarks.extend(spot.unreadable(field)),
            },
            Kind::Amount { style, currency } => match spot.amount(*style) {
                Ok(cost) if *field == Field::CampaignCost => {
                    self.record.campaign_cost = cost.map(|cost| or_in(cost, *currency));
                }
                Ok(value) => self.record.value = value,
                Err(remark) => remarks.push(remark),
            },
            Kind::DateOrMark(_) if mark::of(cell).is_some() => {
                if let (Field::StageDate(key), Some(true)) = (field, mark::of(cell)) {
                    self.record.stage_marks.push((Arc::clone(key), reader.index));
                }
            }
            Kind::Date(dates) | Kind::DateOrMark(dates) => match dates.read(&spot, field, title) {
                Dated::Blank => {}
                Dated::Moment(moment) => {
                    self.near = self.near.or(Some(moment.date()));
                    set_moment(&mut self.record, field, moment, reader.index);
                }
                Dated::YearMissing => return Taken::YearMissing,
                Dated::Refused(remark) => remarks.push(remark),
            },
        }
        Taken::Done
    }

    /// Reads a date without a year by the dates around it.
    fn take_without_year(
        &mut self,
        reader: &mut Reader,
        cell: &Cell,
        near: Option<NaiveDate>,
        sheet: &Locus,
        remarks: &mut Vec<Diagnostic>,
    ) {
        let spot = Spot { sheet, row: self.record.row, header: &reader.header, column: reader.index, cell };
        let (Kind::Date(dates) | Kind::DateOrMark(dates)) = &reader.kind else { return };
        match date::read(cell, dates.order, near.or(Some(dates.near))) {
            date::Reading::YearAssumed(moment) => {
                let year = moment.date().format("%Y").to_string();
                remarks.push(spot.remark(Code::YearAssumed).with("year", year));
                set_moment(&mut self.record, &reader.field, moment, reader.index);
            }
            _ => remarks.push(spot.remark(Code::UnreadableDate)),
        }
    }

    /// Days and hours joined, the currency of the amount settled.
    fn finish(self, currency: Option<Currency>) -> Record {
        let mut record = self.record;
        for (field, hour) in self.hours {
            match field {
                Field::StageTime(stage) => {
                    for (_, moment, _) in record.stage_dates.iter_mut().filter(|(key, ..)| *key == stage) {
                        *moment = joined(*moment, hour);
                    }
                }
                _ => record.inquiry = record.inquiry.map(|inquiry| joined(inquiry, hour)),
            }
        }
        let currency = record.currency.or(currency);
        record.currency = currency;
        record.value = record.value.map(|value| or_in(value, currency));
        record.campaign_cost = record.campaign_cost.map(|cost| or_in(cost, currency));
        record
    }
}

/// A cell and where it is.
struct Spot<'a> {
    sheet: &'a Locus,
    row: u32,
    header: &'a str,
    column: u32,
    cell: &'a Cell,
}

impl Spot<'_> {
    fn remark(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code)
            .at(self.sheet.at_cell(self.row, self.column))
            .with("value", text::quoted(self.cell))
            .with("header", self.header)
    }

    /// A remark on a cell that says something, and not what its column is for.
    fn unreadable(&self, field: &Field) -> Option<Diagnostic> {
        let what = match field {
            Field::StageTime(_) => Word::term("field-inquiry-time"),
            plain => Word::term(format!("field-{}", plain.key())),
        };
        (!text::is_blank(self.cell)).then(|| self.remark(Code::UnreadableCell).with("field", what))
    }

    /// The amount of the cell, in the currency that it names.
    fn amount(&self, style: money::Style) -> Result<Option<Money>, Diagnostic> {
        match money::read(self.cell, style) {
            money::Reading::Blank => Ok(None),
            money::Reading::Amount(amount, currency) => {
                Ok(Some(Money { amount, currency: currency.unwrap_or(Currency::UNSTATED) }))
            }
            money::Reading::Range => Err(self.remark(Code::AmountIsRange)),
            money::Reading::Unreadable => Err(self.remark(Code::UnreadableAmount)),
        }
    }
}

/// What a cell of a date column says.
enum Dated {
    Blank,
    Moment(Moment),
    YearMissing,
    Refused(Diagnostic),
}

impl Dates {
    fn read(&mut self, spot: &Spot<'_>, field: &Field, title: Option<NaiveDate>) -> Dated {
        match date::read(spot.cell, self.order, title) {
            date::Reading::Blank => Dated::Blank,
            date::Reading::Moment(moment) => {
                self.near = moment.date();
                Dated::Moment(moment)
            }
            // The title over the rows says it.
            date::Reading::YearAssumed(moment) => Dated::Moment(moment),
            date::Reading::YearMissing => Dated::YearMissing,
            // A month is soon enough said for what is but expected, and is not over before its last day.
            date::Reading::Period(end) if *field == Field::ExpectedClose => Dated::Moment(Moment::Day(end)),
            date::Reading::Period(_) => Dated::Refused(spot.remark(Code::DateWithoutDay)),
            date::Reading::Unreadable => Dated::Refused(spot.remark(Code::UnreadableDate)),
        }
    }
}

fn header_currency(readers: &[Reader]) -> Option<Currency> {
    readers.iter().find_map(|reader| match reader.kind {
        Kind::Amount { currency, .. } if reader.field == Field::Value => currency,
        _ => None,
    })
}

/// The amount, in this currency where it names none.
fn or_in(money: Money, currency: Option<Currency>) -> Money {
    let named = Some(money.currency).filter(|currency| currency.is_stated());
    Money { currency: named.or(currency).unwrap_or(Currency::UNSTATED), ..money }
}

/// Day and hour from two columns.
fn joined(day: Moment, hour: chrono::NaiveTime) -> Moment {
    match day {
        Moment::Day(day) => Moment::At(day.and_time(hour)),
        exact @ Moment::At(_) => exact,
    }
}

fn set_text(record: &mut Said, field: &Field, cell: &Cell) {
    let place = match field {
        Field::Id => &mut record.id,
        Field::Name => &mut record.name,
        Field::Company => &mut record.company,
        Field::Contact => &mut record.contact,
        Field::Phone => &mut record.phone,
        Field::Email => &mut record.email,
        Field::Stage => &mut record.stage,
        Field::Outcome => &mut record.outcome,
        Field::Owner => &mut record.owner,
        Field::Source => &mut record.source,
        Field::Campaign => &mut record.campaign,
        Field::LostStage => &mut record.lost_stage,
        Field::LostReason => &mut record.lost_reason,
        Field::NextStep => &mut record.next_step,
        Field::Pipeline => &mut record.pipeline,
        Field::Activity => &mut record.activity,
        Field::Notes => {
            record.notes = text::paragraph(cell);
            return;
        }
        _ => return,
    };
    *place = match (field, mark::of(cell)) {
        // Yes and no in one spelling, whatever the sheet stores them as.
        (Field::Outcome, Some(true)) => Some("TRUE".to_owned()),
        (Field::Outcome, Some(false)) => Some("FALSE".to_owned()),
        _ => text::line(cell),
    };
}

fn set_moment(record: &mut Said, field: &Field, moment: Moment, column: u32) {
    let place = match field {
        Field::StageDate(stage) => {
            record.stage_dates.push((Arc::clone(stage), moment, column));
            return;
        }
        Field::Inquiry => &mut record.inquiry,
        Field::Entered => &mut record.entered,
        Field::Left => &mut record.left,
        Field::CloseDate => &mut record.close_date,
        Field::ClosedOn => &mut record.closed_on,
        Field::WonOn => &mut record.won_on,
        Field::LostOn => &mut record.lost_on,
        Field::ExpectedClose => &mut record.expected_close,
        Field::OriginalClose => &mut record.original_close,
        Field::NextStepOn => &mut record.next_step_on,
        Field::LastActivity => &mut record.last_activity,
        _ => return,
    };
    // Columns of several pipelines may share a field; a deal is in one of them.
    place.get_or_insert(moment);
}
