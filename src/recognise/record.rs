//! A table with its columns in, one record a row out: every cell read as what its column means.

use chrono::NaiveDate;

use super::column::Assigned;
use super::header::Region;
use super::label::Label;
use super::section::Sections;
use super::table::{Column, Record};
use super::value::date::{self, Certainty, OrderEvidence};
use super::value::money::{self, DecimalSign, SignEvidence};
use super::value::text;
use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::{Currency, Moment, Money};
use crate::read::{Cell, Row};
use crate::template::{DateOrder as Order, Field};

/// Reads the rows that hold deals.
pub(super) fn read<'a>(
    region: &Region<'a>,
    rows: &[&'a Row],
    assigned: &'a Assigned,
    sections: &Sections,
    default_currency: Option<Currency>,
    sheet: &Locus,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Record> {
    let mut readers = readers(region, rows, assigned, sheet, diagnostics);
    let of_header = header_currency(&readers);
    let mut remarks = Vec::new();
    let records = rows
        .iter()
        .map(|row| {
            let mut record = Record { row: row.number, ..Record::default() };
            let mut hour = None;
            let month = sections.month_of(row.number);
            // Dates without a year may lean on any other date of their row.
            let mut near = None;
            for reader in &mut readers {
                let Some(cell) = region.cell(row, reader.column.index) else { continue };
                let spot = Spot { sheet, row: row.number, column: reader.column, cell };
                match &mut reader.kind {
                    Kind::Text => set_text(&mut record, reader.field, cell),
                    Kind::Hour => hour = hour_of(cell),
                    Kind::Currency => record.currency = text::line(cell).and_then(|word| money::currency_of(&word)),
                    Kind::Probability => record.probability = probability(cell),
                    Kind::Amount { sign, .. } => record.value = amount(&spot, *sign, &mut remarks),
                    Kind::Date(dates) => {
                        if let Some(moment) = dates.read(&spot, month, near, &mut remarks) {
                            near = near.or(Some(moment.date()));
                            set_moment(&mut record, reader.field, moment, reader.column.index);
                        }
                    }
                }
            }
            record.inquiry = record.inquiry.map(|inquiry| joined(inquiry, hour));
            record.currency = record.currency.or(of_header).or(default_currency);
            if let Some(value) = &mut record.value
                && !value.currency.is_stated()
            {
                value.currency = record.currency.unwrap_or(Currency::UNSTATED);
            }
            record
        })
        .collect();
    diagnostics.append(&mut remarks);
    records
}

/// A column in use, and how its cells are read.
struct Reader<'a> {
    column: &'a Column,
    field: &'a Field,
    kind: Kind,
}

enum Kind {
    Text,
    Date(Dates),
    Hour,
    /// With the currency that the header names.
    Amount {
        sign: Option<DecimalSign>,
        currency: Option<Currency>,
    },
    Currency,
    Probability,
}

/// A cell and where it is.
struct Spot<'a> {
    sheet: &'a Locus,
    row: u32,
    column: &'a Column,
    cell: &'a Cell,
}

impl Spot<'_> {
    fn remark(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code)
            .at(self.sheet.at_cell(self.row, self.column.index))
            .with("value", text::quoted(self.cell))
            .with("header", self.column.header.as_str())
    }
}

/// A date column while it is read.
struct Dates {
    order: Order,
    /// The last date read, or, before the first, the first to come.
    near: Option<NaiveDate>,
}

impl Dates {
    fn read(
        &mut self,
        spot: &Spot<'_>,
        month: Option<NaiveDate>,
        near_in_row: Option<NaiveDate>,
        remarks: &mut Vec<Diagnostic>,
    ) -> Option<Moment> {
        match date::read(spot.cell, self.order, month.or(self.near).or(near_in_row)) {
            date::Reading::Blank => None,
            date::Reading::Moment(moment) => {
                self.near = Some(moment.date());
                Some(moment)
            }
            // The title over the rows says it.
            date::Reading::YearAssumed(moment) if month.is_some() => Some(moment),
            date::Reading::YearAssumed(moment) => {
                let year = moment.date().format("%Y").to_string();
                remarks.push(spot.remark(Code::YearAssumed).with("year", year));
                Some(moment)
            }
            date::Reading::Unreadable => {
                remarks.push(spot.remark(Code::UnreadableDate));
                None
            }
        }
    }
}

fn readers<'a>(
    region: &Region<'a>,
    rows: &[&'a Row],
    assigned: &'a Assigned,
    sheet: &Locus,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Reader<'a>> {
    let in_use: Vec<(&Column, &Field)> =
        assigned.columns.iter().filter_map(|column| Some((column, column.field.as_ref()?))).collect();
    let cells = |column: &Column| {
        let index = column.index;
        rows.iter().filter_map(move |row| Some((*row, region.cell(row, index)?)))
    };
    let orders: Vec<OrderEvidence> = in_use
        .iter()
        .map(|(column, field)| {
            let mut evidence = OrderEvidence::default();
            if is_date(field) {
                cells(column).for_each(|(_, cell)| evidence.add(cell));
            }
            evidence
        })
        .collect();
    let sibling = agreed_order(&orders);
    let kind = |place: usize| {
        let (column, field) = in_use[place];
        match field {
            Field::InquiryTime => Kind::Hour,
            Field::Currency => Kind::Currency,
            Field::Probability => Kind::Probability,
            Field::Value => {
                let mut evidence = SignEvidence::default();
                cells(column).for_each(|(_, cell)| evidence.add(cell));
                Kind::Amount { sign: evidence.proved(), currency: Label::of(&column.header).currency }
            }
            field if is_date(field) => {
                let (order, _) = orders[place].settle(sibling, assigned.language);
                let first = cells(column).find_map(|(_, cell)| match date::read(cell, order, None) {
                    date::Reading::Moment(moment) => Some(moment.date()),
                    _ => None,
                });
                Kind::Date(Dates { order, near: first })
            }
            _ => Kind::Text,
        }
    };
    for (place, (column, _)) in in_use.iter().enumerate() {
        if let (order, Certainty::Assumed) = orders[place].settle(sibling, assigned.language) {
            let doubtful = cells(column).find(|(_, cell)| {
                let mut alone = OrderEvidence::default();
                alone.add(cell);
                alone.is_open()
            });
            if let Some((row, cell)) = doubtful {
                diagnostics.push(order_assumed(column, order, cell, sheet.at_cell(row.number, column.index)));
            }
        }
    }
    (0..in_use.len())
        .map(|place| Reader { column: in_use[place].0, field: in_use[place].1, kind: kind(place) })
        .collect()
}

fn order_assumed(column: &Column, order: Order, cell: &Cell, at: Locus) -> Diagnostic {
    Diagnostic::new(Code::DateOrderAssumed)
        .at(at)
        .with("header", column.header.as_str())
        .with("value", text::quoted(cell))
        .with("order", order.pattern())
}

/// The order that the other columns of the table prove, when they agree.
fn agreed_order(orders: &[OrderEvidence]) -> Option<Order> {
    let mut proved = orders.iter().filter_map(OrderEvidence::proved);
    let first = proved.next()?;
    proved.all(|order| order == first).then_some(first)
}

fn is_date(field: &Field) -> bool {
    matches!(
        field,
        Field::Inquiry
            | Field::StageDate(_)
            | Field::Entered
            | Field::Left
            | Field::CloseDate
            | Field::ClosedOn
            | Field::WonOn
            | Field::LostOn
            | Field::ExpectedClose
            | Field::NextStepOn
            | Field::LastActivity
    )
}

/// The amount of a cell, in the currency that the cell names.
fn amount(spot: &Spot<'_>, sign: Option<DecimalSign>, remarks: &mut Vec<Diagnostic>) -> Option<Money> {
    match money::read(spot.cell, sign) {
        money::Reading::Blank => None,
        money::Reading::Amount(amount, currency) => {
            Some(Money { amount, currency: currency.unwrap_or(Currency::UNSTATED) })
        }
        money::Reading::Unreadable => {
            remarks.push(spot.remark(Code::UnreadableAmount));
            None
        }
    }
}

fn header_currency(readers: &[Reader<'_>]) -> Option<Currency> {
    readers.iter().find_map(|reader| match reader.kind {
        Kind::Amount { currency, .. } => currency,
        _ => None,
    })
}

/// `0.3`, `30`, `30 %` and a cell shown as 30 % are all 0.3; `1` is certainty, for one in a hundred is nobody's guess.
fn probability(cell: &Cell) -> Option<f64> {
    let share = match cell {
        Cell::Number { value, percent: true } => *value,
        Cell::Number { value, .. } if *value > 1.0 => value / 100.0,
        Cell::Number { value, .. } => *value,
        Cell::Text(written) => {
            let plain = written.trim().trim_end_matches('%').trim_end().replace(',', ".");
            let value: f64 = plain.parse().ok()?;
            if value > 1.0 || written.contains('%') { value / 100.0 } else { value }
        }
        _ => return None,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

/// Seconds after midnight.
fn hour_of(cell: &Cell) -> Option<chrono::NaiveTime> {
    let of_seconds = |seconds| chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
    match cell {
        Cell::Time(seconds) => of_seconds(*seconds),
        Cell::Number { value, .. } if (0.0..1.0).contains(value) => of_seconds((value * 86_400.0).round() as u32),
        Cell::Date(instant) => Some(instant.time()),
        Cell::Text(written) => date::time_of_day(written),
        _ => None,
    }
}

/// Day and hour from two columns.
fn joined(inquiry: Moment, hour: Option<chrono::NaiveTime>) -> Moment {
    match (inquiry, hour) {
        (Moment::Day(day), Some(hour)) => Moment::At(day.and_time(hour)),
        (inquiry, _) => inquiry,
    }
}

fn set_text(record: &mut Record, field: &Field, cell: &Cell) {
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
        Field::Pipeline => &mut record.pipeline,
        Field::Activity => &mut record.activity,
        Field::NextStep => &mut record.next_step,
        Field::Notes => {
            record.notes = text::paragraph(cell);
            return;
        }
        _ => return,
    };
    *place = match (field, cell) {
        // Yes and no in one spelling, whatever the sheet stores them as.
        (Field::Outcome, Cell::Number { value: 1.0, .. }) => Some("TRUE".to_owned()),
        (Field::Outcome, Cell::Number { value: 0.0, .. }) => Some("FALSE".to_owned()),
        (Field::Outcome, Cell::Text(flag)) if matches!(flag.trim(), "1" | "0") => {
            Some(if flag.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned())
        }
        _ => text::line(cell),
    };
}

fn set_moment(record: &mut Record, field: &Field, moment: Moment, column: u32) {
    let place = match field {
        Field::StageDate(stage) => {
            record.stage_dates.push((std::sync::Arc::clone(stage), moment, column));
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
        Field::NextStepOn => &mut record.next_step_on,
        Field::LastActivity => &mut record.last_activity,
        _ => return,
    };
    *place = Some(moment);
}
