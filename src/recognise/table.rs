//! What was understood of a sheet: its layout, its columns, and one record a row.

use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Word};
use crate::i18n::Language;
use crate::model::{Currency, Moment, Money, SkipReason};
use crate::once::{Once, Shared};
use crate::template::{DateOrder, Field, Layout};

/// What a sheet turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReading {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet's name; none for text files.
    pub sheet: Option<Arc<str>>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Non-empty rows on the sheet, titles and header included.
    pub rows_on_sheet: usize,
    /// Non-empty cells on the sheet.
    pub cells_on_sheet: usize,
    /// The moment as it stood at which the sheet is there, where something else than a name says it.
    pub made: Option<Made>,
    /// The moments that a cell above the table, and the properties of the file, tell; used where no name tells any.
    pub inside: Vec<Made>,
    /// The table, or why there is none.
    pub finding: SheetFinding,
    /// What campaigns or sources cost, where the sheet is a table of them and not of deals.
    pub costs: Vec<NamedCost>,
}

/// What a campaign, or source, cost, as one row of a table of them says it.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedCost {
    /// Its name as written.
    pub name: String,
    /// The amount.
    pub cost: Money,
}

impl SheetReading {
    /// Keeps what each row says once, also where other tables say it.
    pub fn keep_rows_once(&mut self, known: &mut Once<Said>) {
        if let SheetFinding::Table(table) = &mut self.finding {
            table.records.shrink_to_fit();
            table.records.iter_mut().for_each(|record| known.keep(&mut record.says));
        }
    }
}

/// A moment at which a sheet stood as it is read, and what says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub at: Moment,
    /// By what that is known.
    pub by: MadeBy,
}

/// By what it is known when a sheet stood as it is read; the surer the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MadeBy {
    /// The file was last saved then, by its own properties.
    Properties,
    /// A cell above the table says so.
    Cell,
    /// It is how the sheet stands at as-of.
    Present,
    /// It was kept at that moment.
    Memory,
    /// The user says so.
    User,
}

impl MadeBy {
    /// The sentence `because-<key>` for a sheet that is a copy by this.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Properties => "copy-by-properties",
            Self::Cell => "copy-by-cell",
            Self::Present => "copy-by-present",
            Self::Memory => "copy-by-memory",
            Self::User => "copy-by-user",
        }
    }
}

/// A table of deals, or the reason why the sheet has none.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetFinding {
    /// A table of deals or of their history.
    Table(Box<Table>),
    /// No deals here.
    LeftOut(LeftOut),
}

/// Why a sheet is no table of deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// No cell at all.
    Empty,
    /// No row that could be a header.
    NoHeader,
    /// A table, but neither stages nor dates of stages in it.
    NoStages,
    /// One date of each deal's way, and nothing that tells how it went on.
    OneDate,
    /// Stages, but nothing that tells one deal from another: a list of stages, a pivot table.
    NoDeals,
    /// The deals of another sheet once more.
    Repeats,
    /// Numbers of deals, but no states, and no other table of the run that has states for them.
    Unrelated,
    /// The template says so.
    ByTemplate,
    /// A list of something else than deals.
    Foreign(Foreign),
}

/// What a list that holds no deals is about, by its headers and cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Articles and their prices.
    PriceList,
    /// People and their pay.
    Payroll,
    /// Goods or services already sold, line by line.
    SalesLedger,
    /// Sums over rows and columns.
    Pivot,
    /// Words to choose from, or words and what they stand for.
    WordList,
    /// Key figures without rows.
    Dashboard,
    /// People or firms without any deal.
    Contacts,
    /// Campaigns and their costs.
    Campaigns,
    /// Figures by area or period.
    Statistics,
}

impl Foreign {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::PriceList,
        Self::Payroll,
        Self::SalesLedger,
        Self::Pivot,
        Self::WordList,
        Self::Dashboard,
        Self::Contacts,
        Self::Campaigns,
        Self::Statistics,
    ];
}

impl LeftOut {
    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoHeader => "no-header",
            Self::NoStages => "no-stages",
            Self::OneDate => "one-date",
            Self::NoDeals => "no-deals",
            Self::Repeats => "repeats",
            Self::Unrelated => "unrelated",
            Self::ByTemplate => "by-template",
            Self::Foreign(Foreign::PriceList) => "price-list",
            Self::Foreign(Foreign::Payroll) => "payroll",
            Self::Foreign(Foreign::SalesLedger) => "sales-ledger",
            Self::Foreign(Foreign::Pivot) => "pivot",
            Self::Foreign(Foreign::WordList) => "word-list",
            Self::Foreign(Foreign::Dashboard) => "dashboard",
            Self::Foreign(Foreign::Contacts) => "contacts",
            Self::Foreign(Foreign::Campaigns) => "campaigns",
            Self::Foreign(Foreign::Statistics) => "statistics",
        }
    }
}

/// A recognised table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// How deals stand in it.
    pub layout: Layout,
    /// What speaks for that layout, most telling first.
    pub layout_reasons: Vec<Because>,
    /// What the sheet's (or file's) name says of all its rows.
    pub name_says: Option<NameSays>,
    /// The header of the column by which its rows find their deals in other tables.
    pub related_by: Option<String>,
    /// Why the sheet is left out when no other table of the run has the states of its deals; none when it stands alone.
    pub alone: Option<LeftOut>,
    /// The columns that stand for stages, from left to right.
    pub stage_columns: Vec<StageColumn>,
    /// Row number of the (last) header row; none when the columns are told by their cells alone.
    pub header_row: Option<u32>,
    /// Every column of the table, in order, also those that mean nothing to lejek.
    pub columns: Vec<Column>,
    /// The language of the headers; none when they do not tell.
    pub language: Option<Language>,
    /// Rows that hold something, in order.
    pub records: Vec<Record>,
    /// Rows below the header that are no records.
    pub skipped: Vec<(u32, SkipReason)>,
    /// Where the sheet's cells went.
    pub cells: CellTally,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

impl Table {
    /// Non-empty rows below the header.
    pub fn rows_read(&self) -> usize {
        self.records.len() + self.skipped.len()
    }

    /// The column that got this field.
    pub fn column_of(&self, field: &Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.field.as_ref() == Some(field))
    }
}

/// A reason in the words of the catalogue: the sentence `because-<key>`, filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// Which sentence.
    pub key: &'static str,
    /// The words that fill it.
    pub words: Vec<(&'static str, Word)>,
}

/// What the name of a sheet, or of a file with one sheet, says of all rows on it.
#[derive(Debug, Clone, PartialEq)]
pub enum NameSays {
    /// The stage of the deals.
    Stage(String),
    /// Who sells.
    Owner(String),
    /// The month or quarter in which the rows belong: the name as written, and its first day where it has a year.
    Period(String, Option<NaiveDate>),
    /// The rows are a copy of the sheet as it stood at this moment.
    Copy(Moment),
}

/// A column that stands for a stage: its dates, its marks, or its deals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageColumn {
    /// Column number from 0.
    pub index: u32,
    /// The key of the template's stage, or one made of the word where the template has no such stage.
    pub key: Arc<str>,
    /// The stage as the header names it, without words for "date".
    pub word: String,
}

/// Where the non-empty cells of a sheet went: the sum of all is [`SheetReading::cells_on_sheet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellTally {
    /// In the header, its groups included.
    pub header: usize,
    /// In columns with a field, on rows that were read.
    pub read: usize,
    /// In columns without a field, on rows that were read; the columns are listed.
    pub unassigned: usize,
    /// On rows that were skipped; the rows are listed.
    pub skipped: usize,
    /// Outside the table: titles and totals above, side tables; each block is a remark.
    pub outside: usize,
}

/// One column and what it was taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Column number from 0.
    pub index: u32,
    /// The header as written, line breaks and double blanks folded to one blank.
    pub header: String,
    /// What it means; none when it is not used.
    pub field: Option<Field>,
    /// How sure that is: 0 to 1.
    pub score: f64,
    /// Why, in the words of the catalogue (`column-reason-<name>`).
    pub reason: ColumnReason,
    /// The first cell with something in it, as text.
    pub example: Option<String>,
    /// Cells filled in this column.
    pub filled: usize,
    /// How its cells were read, where that had to be decided for the whole column.
    pub reading: Option<ColumnReading>,
}

/// How the cells of a column were read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnReading {
    /// Texts as dates in this order; `proved` tells whether the cells show it or it is but assumed.
    Dates {
        /// Which number is the day.
        order: DateOrder,
        /// Whether a cell, or another column, proves it, or it makes no difference.
        proved: bool,
    },
    /// Marks instead of dates.
    Marks,
    /// Amounts in this currency, where the header names one.
    Amounts {
        /// The currency.
        currency: Option<Currency>,
    },
}

/// Why a column got its field, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnReason {
    /// The template ties this header to the field.
    Template,
    /// The header is in the vocabulary.
    Header,
    /// The header resembles one in the vocabulary.
    SimilarHeader,
    /// The cells tell.
    Cells,
    /// Header and cells contradict each other.
    CellsContradict,
    /// Another column fits the field better.
    BetterColumn,
    /// Nothing speaks for any field.
    Nothing,
}

impl ColumnReason {
    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Header => "header",
            Self::SimilarHeader => "similar-header",
            Self::Cells => "cells",
            Self::CellsContradict => "cells-contradict",
            Self::BetterColumn => "better-column",
            Self::Nothing => "nothing",
        }
    }
}

/// One row: where it stands, what it was related to, and what it says, which reads as if it were its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Row number from 1.
    pub row: u32,
    /// Column number from 0, where a row holds several deals (a board).
    pub column: Option<u32>,
    /// The deal of the run that this row speaks of, where several rows speak of one: rows with the same name here are
    /// one deal. None for a row that stands alone.
    pub deal: Option<Arc<str>>,
    /// The copy of the sheet that the row is from, by the moment at which it was made.
    pub seen: Option<Moment>,
    /// What it says; of copies of a sheet most rows say the same, which is kept once.
    pub says: Shared<Said>,
}

impl Deref for Record {
    type Target = Said;

    fn deref(&self) -> &Said {
        &self.says
    }
}

impl DerefMut for Record {
    fn deref_mut(&mut self) -> &mut Said {
        &mut self.says
    }
}

/// What a row says: its cells read as what their columns mean. Texts are trimmed; placeholders (`-`, `brak`, `n/a`) are
/// none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// The deal's number.
    pub id: Option<String>,
    /// Numbers in further columns that may name the deal in another table: the column (from 0) and the number.
    pub links: Vec<(u32, String)>,
    /// Its name.
    pub name: Option<String>,
    /// The firm.
    pub company: Option<String>,
    /// The person.
    pub contact: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// The stage word as written.
    pub stage: Option<String>,
    /// The word of the second state column.
    pub outcome: Option<String>,
    /// The amount.
    pub value: Option<Money>,
    /// The seller.
    pub owner: Option<String>,
    /// The source.
    pub source: Option<String>,
    /// The campaign.
    pub campaign: Option<String>,
    /// What the campaign cost.
    pub campaign_cost: Option<Money>,
    /// When the inquiry came in; day and hour from two columns are joined.
    pub inquiry: Option<Moment>,
    /// Stage dates: key of the template's stage, when, and the cell's column (from 0).
    pub stage_dates: Vec<(Arc<str>, Moment, u32)>,
    /// Stages marked as reached, without a date: key of the template's stage and the cell's column (from 0).
    pub stage_marks: Vec<(Arc<str>, u32)>,
    /// Since when it is in its stage; the moment of a change log's row.
    pub entered: Option<Moment>,
    /// Until when it was in the stage of a change log's row.
    pub left: Option<Moment>,
    /// Expected while open, actual when closed.
    pub close_date: Option<Moment>,
    /// Actual closing, won or lost.
    pub closed_on: Option<Moment>,
    /// Won on.
    pub won_on: Option<Moment>,
    /// Lost on.
    pub lost_on: Option<Moment>,
    /// Expected closing.
    pub expected_close: Option<Moment>,
    /// Expected closing as it was planned at first.
    pub original_close: Option<Moment>,
    /// The stage word of the stage in which it was lost.
    pub lost_stage: Option<String>,
    /// Why lost.
    pub lost_reason: Option<String>,
    /// Next step.
    pub next_step: Option<String>,
    /// Next step due.
    pub next_step_on: Option<Moment>,
    /// Last contact or activity.
    pub last_activity: Option<Moment>,
    /// Probability of winning, 0 to 1.
    pub probability: Option<f64>,
    /// The pipeline's name.
    pub pipeline: Option<String>,
    /// The kind of activity that the row tells.
    pub activity: Option<String>,
    /// Remarks.
    pub notes: Option<String>,
    /// Cells of the columns that the template shows: the column (from 0) and its text.
    pub custom: Vec<(u32, String)>,
    /// The currency that amounts of this row are in when the amount names none.
    pub currency: Option<Currency>,
}

/// A probability is a number, so that it is equal to itself.
impl Eq for Said {}

impl Hash for Said {
    /// By what tells most rows apart.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { id, links, name, company, contact, stage, outcome, owner, activity, notes, .. } = self;
        (id, links, name, company, contact, stage, outcome, owner, activity, notes).hash(state);
        let amount = self.value.map(|value| value.amount);
        (amount, self.inquiry, self.entered, self.last_activity, &self.stage_dates, &self.stage_marks).hash(state);
    }
}
