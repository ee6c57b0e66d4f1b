//! Columns with their fields in, out how the cells of each are read: the order of day and month, the decimal sign,
//! hundredths or fractions. All of that is decided once for the whole column, never cell by cell.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::Language;
use crate::locus::Locus;
use crate::model::Currency;
use crate::read::{Cell, Row};
use crate::recognise::column::Assigned;
use crate::recognise::era::Era;
use crate::recognise::header::Region;
use crate::recognise::label::Label;
use crate::recognise::table::{Column, ColumnReading};
use crate::recognise::value::date::{self, Certainty, OrderEvidence};
use crate::recognise::value::money::{self, SignEvidence, Style};
use crate::recognise::value::share::Scale;
use crate::recognise::value::text;
use crate::template::{DateOrder, Field};

/// A column in use, and how its cells are read.
#[derive(Debug)]
pub(super) struct Reader {
    /// The column's number from 0.
    pub(super) index: u32,
    /// The header as written.
    pub(super) header: Arc<str>,
    /// What the column means.
    pub(super) field: Field,
    /// How its cells are read.
    pub(super) kind: Kind,
}

/// How the cells of a column are read.
#[derive(Debug)]
pub(super) enum Kind {
    /// As they are.
    Text,
    /// As days, or days with a time.
    Date(Dates),
    /// As days where they are, else as marks.
    DateOrMark(Dates),
    /// As times of day.
    Hour,
    /// As amounts.
    Amount {
        /// How the column writes them.
        style: Style,
        /// The currency that the header names.
        currency: Option<Currency>,
    },
    /// As a currency.
    Currency,
    /// As a share.
    Share(Scale),
}

/// A date column while it is read.
#[derive(Debug)]
pub(super) struct Dates {
    /// Which number is the day.
    pub(super) order: DateOrder,
    /// The last date read, or, before the first, the first to come; where no cell has a year, a day of the sheet's time.
    pub(super) near: NaiveDate,
}

impl Reader {
    /// What there is to say about how the column was read.
    fn reading(&self, orders: &[(u32, OrderEvidence, Certainty)]) -> Option<ColumnReading> {
        match &self.kind {
            Kind::Amount { currency, .. } => Some(ColumnReading::Amounts { currency: *currency }),
            Kind::Date(dates) | Kind::DateOrMark(dates) => {
                let (_, evidence, certainty) = orders.iter().find(|(index, ..)| *index == self.index)?;
                let reading = ColumnReading::Dates { order: dates.order, proved: *certainty == Certainty::Proved };
                evidence.has_numbers().then_some(reading)
            }
            _ => None,
        }
    }
}

impl Reader {
    /// A remark on a header that makes every number count more.
    fn remark(&self, region: &Region<'_>, sheet: &Locus) -> Option<Diagnostic> {
        let Kind::Amount { style: Style { unit: unit @ 2.., .. }, .. } = self.kind else { return None };
        let at = sheet.at_cell(region.header_row().unwrap_or_default(), self.index);
        let remark = Diagnostic::new(Code::AmountsInUnits).at(at).with("header", &*self.header);
        Some(remark.with("count", unit.unsigned_abs()))
    }
}

/// The readers of all columns in use; what was decided is noted with the columns.
pub(super) fn readers(
    region: &Region<'_>,
    rows: &[&Row],
    assigned: &mut Assigned,
    era: Era,
    order: Option<DateOrder>,
    sheet: &Locus,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Reader> {
    let decided = Decided::of(region, rows, assigned, order);
    diagnostics.extend(decided.remarks(region, rows, &assigned.columns, sheet));
    let reader = |column: &Column| {
        let field = column.field.clone()?;
        let kind = decided.kind(region, rows, column, &field, era);
        Some(Reader { index: column.index, header: column.header.as_str().into(), field, kind })
    };
    let readers: Vec<Reader> = assigned.columns.iter().filter_map(reader).collect();
    for reader in &readers {
        diagnostics.extend(reader.remark(region, sheet));
        if let Some(column) = assigned.columns.iter_mut().find(|column| column.index == reader.index) {
            column.reading = column.reading.or_else(|| reader.reading(&decided.orders));
        }
    }
    readers
}

/// What the columns of dates say together about the order of day and month.
struct Decided {
    /// A column's number, what its cells say, and how sure that is.
    orders: Vec<(u32, OrderEvidence, Certainty)>,
    /// The order that other columns of the table prove.
    sibling: Option<DateOrder>,
    /// The order that the template fixes.
    fixed: Option<DateOrder>,
    language: Option<Language>,
}

impl Decided {
    fn of(region: &Region<'_>, rows: &[&Row], assigned: &Assigned, fixed: Option<DateOrder>) -> Self {
        let dated = assigned.columns.iter().filter(|column| column.field.as_ref().is_some_and(is_date));
        let evidence: Vec<(u32, OrderEvidence)> = dated
            .map(|column| {
                let mut evidence = OrderEvidence::default();
                cells(region, rows, column.index).for_each(|(_, cell)| evidence.add(cell));
                (column.index, evidence)
            })
            .collect();
        let sibling = agreed_order(&evidence);
        let mut decided = Self { orders: Vec::new(), sibling, fixed, language: assigned.language };
        decided.orders =
            evidence.into_iter().map(|(index, evidence)| (index, evidence, decided.settle(&evidence).1)).collect();
        decided
    }

    fn settle(&self, evidence: &OrderEvidence) -> (DateOrder, Certainty) {
        match self.fixed {
            Some(order) => (order, Certainty::Proved),
            None => evidence.settle(self.sibling, self.language),
        }
    }

    fn order(&self, index: u32) -> DateOrder {
        let evidence = self.orders.iter().find(|(of, ..)| *of == index).map(|(_, evidence, _)| *evidence);
        self.settle(&evidence.unwrap_or_default()).0
    }

    /// A remark for each column whose order is but assumed, at the first cell for which it matters.
    fn remarks(&self, region: &Region<'_>, rows: &[&Row], columns: &[Column], sheet: &Locus) -> Vec<Diagnostic> {
        let assumed = self.orders.iter().filter(|(.., certainty)| *certainty == Certainty::Assumed);
        let remark = |(index, evidence, _): &(u32, OrderEvidence, Certainty)| {
            let header = columns.iter().find(|column| column.index == *index)?.header.as_str();
            let doubtful = cells(region, rows, *index).find(|(_, cell)| {
                let mut alone = OrderEvidence::default();
                alone.add(cell);
                alone.is_open()
            });
            let (row, cell) = doubtful?;
            let order = self.settle(evidence).0;
            Some(
                Diagnostic::new(Code::DateOrderAssumed)
                    .at(sheet.at_cell(row.number, *index))
                    .with("header", header)
                    .with("value", text::quoted(cell))
                    .with("order", order.pattern()),
            )
        };
        assumed.filter_map(remark).collect()
    }

    fn kind(&self, region: &Region<'_>, rows: &[&Row], column: &Column, field: &Field, era: Era) -> Kind {
        let cells = || cells(region, rows, column.index).map(|(_, cell)| cell);
        match field {
            Field::InquiryTime | Field::StageTime(_) => Kind::Hour,
            Field::Currency => Kind::Currency,
            Field::Probability => Kind::Share(Scale::of(cells())),
            Field::Value | Field::CampaignCost => {
                let mut evidence = SignEvidence::default();
                cells().for_each(|cell| evidence.add(cell));
                let style = Style { sign: evidence.proved(), unit: money::unit_in(&column.header) };
                Kind::Amount { style, currency: Label::of(&column.header).currency }
            }
            field if is_date(field) => {
                let order = self.order(column.index);
                let first = cells().find_map(|cell| match date::read(cell, order, None) {
                    date::Reading::Moment(moment) => Some(moment.date()),
                    _ => None,
                });
                let dates = Dates { order, near: first.unwrap_or_else(|| era.near(field)) };
                if matches!(field, Field::StageDate(_)) { Kind::DateOrMark(dates) } else { Kind::Date(dates) }
            }
            _ => Kind::Text,
        }
    }
}

fn cells<'a>(region: &'a Region<'a>, rows: &'a [&'a Row], index: u32) -> impl Iterator<Item = (&'a Row, &'a Cell)> {
    rows.iter().filter_map(move |row| Some((*row, region.cell(row, index)?)))
}

/// The order that the columns of the table prove, when they agree.
fn agreed_order(orders: &[(u32, OrderEvidence)]) -> Option<DateOrder> {
    let mut proved = orders.iter().filter_map(|(_, evidence)| evidence.proved());
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
            | Field::OriginalClose
            | Field::NextStepOn
            | Field::LastActivity
    )
}
