//! What lejek has to say about the user's files while it goes on working.
//!
//! A [`Diagnostic`] has a stable code, a place and the words that its sentence needs. The sentence itself
//! is written once, in the catalogues of `i18n/`, under `<code>` with the advice under `<code>.hint`.
//! Rendering is in [`crate::report::terminal`].

use chrono::{Datelike, NaiveDate};

use crate::locus::Locus;

/// A result together with what was noticed on the way.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    /// The result.
    pub output: T,
    /// What was noticed, in the order of the input.
    pub warnings: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A result with nothing to remark.
    pub fn quiet(output: T) -> Self {
        Self { output, warnings: Vec::new() }
    }

    /// The result, its warnings moved to the end of `warnings`.
    pub fn drain_into(self, warnings: &mut Vec<Diagnostic>) -> T {
        warnings.extend(self.warnings);
        self.output
    }
}

/// One remark: what, how grave, where, and the words that fill its sentence.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Diagnostic {
    /// What is the matter; its name never changes meaning.
    pub code: Code,
    /// Where it is, as far as a place can be named.
    pub at: Option<Locus>,
    /// Named words and numbers for the sentence (`value`, `expected`, `header`, `count`, …).
    pub words: Vec<(String, Word)>,
}

/// A word or a number in a sentence. Numbers select the plural form.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Word {
    /// Text, shown as it is.
    Text(String),
    /// A count.
    Count(u64),
    /// The key of a term in the catalogue, looked up when the sentence is said.
    Term(String),
    /// A day, counted from 1 January of the year 1; written as the language writes dates.
    Day(i32),
    /// Names, each with the key of the term that says what is the matter with it.
    Each(Vec<(String, String)>),
}

impl Word {
    /// A term of the catalogue (`left-out-no-header`).
    pub fn term(key: impl Into<String>) -> Self {
        Self::Term(key.into())
    }

    /// Names in a row; of many the first ten, and how many more there are.
    pub fn names(names: &[&str]) -> Self {
        const MOST: usize = 10;
        let listed = names.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
        match names.len().saturating_sub(MOST) {
            0 => Self::Text(listed),
            more => Self::Text(format!("{listed}, … (+{more})")),
        }
    }

    /// The day that it is, if it is one.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => NaiveDate::from_num_days_from_ce_opt(*day),
            Self::Text(_) | Self::Count(_) | Self::Term(_) | Self::Each(_) => None,
        }
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<NaiveDate> for Word {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day.num_days_from_ce())
    }
}

impl From<u64> for Word {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Word {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<usize> for Word {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl Diagnostic {
    /// A remark without a place.
    pub fn new(code: Code) -> Self {
        Self { code, at: None, words: Vec::new() }
    }

    /// The same remark at a place.
    #[must_use]
    pub fn at(mut self, locus: Locus) -> Self {
        self.at = Some(locus);
        self
    }

    /// The same remark with one more word for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, word: impl Into<Word>) -> Self {
        self.words.push((name.to_owned(), word.into()));
        self
    }

    /// The word of this name.
    pub fn word(&self, name: &str) -> Option<&Word> {
        self.words.iter().find(|(known, _)| known == name).map(|(_, word)| word)
    }

    /// How grave it is; a property of the code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// A figure may be off, or a cell was not used.
    Warning,
    /// An input, or the whole run, could not be used.
    Error,
}

/// The names of all words that sentences wait for.
pub const PLACES: &[&str] = &[
    "after",
    "area",
    "as_of",
    "before",
    "cause",
    "count",
    "currencies",
    "day",
    "earlier",
    "earlier_day",
    "encoding",
    "fact",
    "field",
    "follow_ups",
    "file",
    "folder",
    "format",
    "found",
    "header",
    "key",
    "known",
    "later",
    "later_day",
    "limit",
    "line",
    "looked",
    "name",
    "names",
    "newest",
    "newest_iso",
    "order",
    "other",
    "place",
    "reason",
    "sheet",
    "shown",
    "size",
    "suggestion",
    "value",
    "word",
    "year",
];

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident; )+) => {
        /// What can be the matter. The names are part of the interface: scripts and people quote them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum Code { $( $(#[doc = $doc])+ $variant, )+ }

        impl Code {
            /// Every code, in the order of the declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The stable name, as shown in messages.
            pub fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// How grave it is.
            pub fn severity(self) -> Severity {
                match self { $( Self::$variant => Severity::$severity, )+ }
            }
        }
    };
}

codes! {
    // The memory.
    /// The file that is to be the memory is something else. Words: `file`.
    MemoryForeign = "memory-foreign", Error;
    /// The memory was written by a newer lejek. Words: `file`.
    MemoryNewer = "memory-newer", Error;
    /// The memory does not hold together any longer. Words: `file`, `cause`.
    MemoryDamaged = "memory-damaged", Error;
    /// Another run has been writing into the memory for too long. Words: `file`.
    MemoryBusy = "memory-busy", Error;
    /// The memory cannot be read or written. Words: `file`, `cause`.
    MemoryFailed = "memory-failed", Error;
    /// The memory has no copy of this number. Words: `file`, `value`.
    MemoryWithoutCopy = "memory-without-copy", Error;
    /// `--copy-date` is not FILE=DATE, or names no input. Words: `value`.
    CopyDateUnreadable = "copy-date-unreadable", Error;
    // Before a file can be read.
    /// No such file. Words: `file`.
    FileMissing = "file-missing", Error;
    /// A folder or device where a file is needed. Words: `file`.
    NotAFile = "not-a-file", Error;
    /// The file is there but may not be read, or reading it failed. Words: `file`, `cause`.
    FileUnreadable = "file-unreadable", Error;
    /// Zero bytes, or nothing but blanks. Words: `file`.
    FileEmpty = "file-empty", Error;
    /// Larger than the limit. Words: `file`, `size`, `limit`.
    FileTooLarge = "file-too-large", Error;
    /// Not a spreadsheet; `found` says what it is (a picture, a PDF, …). Words: `file`, `found`.
    NotASpreadsheet = "not-a-spreadsheet", Error;
    /// Protected by a password. Words: `file`.
    PasswordProtected = "password-protected", Error;
    /// Cut off, checksums wrong, or a structure that no honest writer makes. Words: `file`, `cause`.
    FileDamaged = "file-damaged", Error;
    /// Needs more memory, time, cells or unpacked bytes than allowed. Words: `file`, `limit`.
    FileOverLimits = "file-over-limits", Error;
    /// A spreadsheet format that lejek does not read. Words: `file`, `format`.
    FormatUnsupported = "format-unsupported", Error;
    /// Two sheets share one name, so their cells cannot be told apart. Words: `file`, `sheet`.
    SheetNameTwice = "sheet-name-twice", Error;
    /// The same file stands twice among the inputs; it is read once. Words: `file`.
    FileNamedTwice = "file-named-twice", Note;
    /// `-` stands twice among the inputs. Words: none.
    StandardInputTwice = "standard-input-twice", Error;
    /// Standard input holds nothing. Words: `file`.
    StandardInputEmpty = "standard-input-empty", Error;
    /// A report that lejek wrote, named as an input. Words: `file`.
    OwnReport = "own-report", Error;
    /// More files in a folder than anybody means to name. Words: `folder`, `count`.
    FolderTooLarge = "folder-too-large", Error;
    /// A folder in which there is no sheet to read. Words: `folder`.
    FolderWithoutSheets = "folder-without-sheets", Error;
    /// Files of a folder that are left out for one `reason`. Words: `reason`, `names`.
    FilesLeftOut = "files-left-out", Note;
    /// Files of a folder that are no sheets by their endings. Words: `count`.
    OtherFilesLeftOut = "other-files-left-out", Note;
    // Noticed while reading.
    /// A sheet could not be read. Words: `cause`.
    SheetUnreadable = "sheet-unreadable", Warning;
    /// A cell could not be read. Words: `cause`.
    CellUnreadable = "cell-unreadable", Warning;
    /// An error value in a cell. Words: `value`.
    ErrorCell = "error-cell", Warning;
    /// A formula without a stored result. Words: none.
    FormulaWithoutValue = "formula-without-value", Warning;
    /// A date number that no calendar has. Words: `value`.
    SerialOutOfRange = "serial-out-of-range", Warning;
    /// A number that is infinite or not a number. Words: `value`.
    NumberNotFinite = "number-not-finite", Warning;
    /// The same cell stands twice; the later one counts. Words: none.
    CellTwice = "cell-twice", Warning;
    /// A hidden sheet was read. Words: none.
    HiddenSheetRead = "hidden-sheet-read", Note;
    /// Bytes that are not valid in the text's encoding were replaced. Words: `encoding`, `count`.
    EncodingGuessed = "encoding-guessed", Warning;
    /// The format loses error cells silently (.xlsb). Words: none.
    ErrorCellsMayBeMissing = "error-cells-may-be-missing", Note;
    /// More remarks on the cells of a sheet than are listed one by one. Words: `count`.
    RemarksCut = "remarks-cut", Note;
    // Noticed while recognising.
    /// The headers of a file are those of a known export, whose template is taken. Words: `file`, `name`.
    TemplatePicked = "template-picked", Note;
    /// A sheet that holds no deals; `reason` says why. Words: `reason`.
    SheetWithoutDeals = "sheet-without-deals", Note;
    /// No sheet of any input has a table of deals. Words: `file`, `looked` (each sheet with its reason).
    NoTableFound = "no-table-found", Error;
    /// A month, quarter or week where a day is needed. Words: `value`, `header`.
    DateWithoutDay = "date-without-day", Warning;
    /// Two amounts, from and to, where one is needed. Words: `value`, `header`.
    AmountIsRange = "amount-is-range", Warning;
    /// An hour, a currency or a probability that cannot be read. Words: `value`, `header`, `field`.
    UnreadableCell = "unreadable-cell", Warning;
    /// A date that cannot be read. Words: `value`, `header`.
    UnreadableDate = "unreadable-date", Warning;
    /// An amount that cannot be read. Words: `value`, `header`.
    UnreadableAmount = "unreadable-amount", Warning;
    /// Neither day-first nor month-first is proved in this column. Words: `header`, `order`, `value`.
    DateOrderAssumed = "date-order-assumed", Warning;
    /// A date without a year; the year was taken from its neighbours. Words: `value`, `header`, `year`.
    YearAssumed = "year-assumed", Note;
    /// Two columns claim the same field; one was left out. Words: `header`, `other`, `field`.
    ColumnClaimedTwice = "column-claimed-twice", Note;
    /// A row that is no deal: a total, a repeated header, a section title. Words: `reason`.
    RowSkipped = "row-skipped", Note;
    /// Cells around a table: titles and key figures above, a side table, notes below. Words: `area`, `count`, `place`, `value`
    /// (the first of them).
    CellsOutsideTable = "cells-outside-table", Note;
    /// A table without a header row; its columns are told by their cells alone. Words: none.
    HeaderMissing = "header-missing", Warning;
    /// A header says that its amounts count in thousands or millions. Words: `header`, `count` (what one of them counts).
    AmountsInUnits = "amounts-in-units", Note;
    /// Owners that stand as codes, named as another sheet spells them out. Words: `header`, `count`, `place`.
    OwnersLookedUp = "owners-looked-up", Note;
    /// More than one currency in the sheet; they are never added. Words: `currencies`.
    SeveralCurrencies = "several-currencies", Note;
    // Noticed while building the deals.
    /// Stage words that the template does not know. Words: `word`, `count`, `place`.
    UnknownStage = "unknown-stage", Warning;
    /// A deal without any stage. Words: none.
    StageMissing = "stage-missing", Warning;
    /// Two dates of one deal are in an order that cannot be. Words: `earlier`, `earlier_day`, `later`, `later_day`.
    DatesOutOfOrder = "dates-out-of-order", Warning;
    /// A fact dated after the as-of moment. Words: `value`, `field`.
    FactInFuture = "fact-in-future", Warning;
    /// Two places name different present stages for a deal. Words: `word` (here), `other` (there), `place`.
    StageDisagrees = "stage-disagrees", Warning;
    /// The table tells a stage of later than as-of; the change log that of the day. Words: `word` (here), `other` (there),
    /// `place`.
    TableIsLater = "table-is-later", Note;
    /// Rows of two copies that may be one deal, while another fits about as well. Words: `place` (here), `other`.
    CopiesDoubtful = "copies-doubtful", Warning;
    /// The day of an inquiry, or a source, is another one than in an earlier copy of the sheet. Words: `fact`, `before`,
    /// `after`, `day`.
    FactEdited = "fact-edited", Note;
    /// Files are copies by something else than their names. Words: `day`, `reason`.
    CopyDated = "copy-dated", Note;
    /// Dates of first contacts and follow-ups that were taken from calls and meetings. Words: `count`, `follow_ups`.
    DatesFromActivities = "dates-from-activities", Note;
    /// The same deal number on several rows of a sheet. Words: `value`, `count`, `names` (the rows).
    DuplicateId = "duplicate-id", Warning;
    /// A deal that is closed but has no date of closing. Words: none.
    CloseDateMissing = "close-date-missing", Warning;
    /// A deal without a date of inquiry. Words: none.
    InquiryDateMissing = "inquiry-date-missing", Warning;
    /// A deal without an owner. Words: none.
    OwnerMissing = "owner-missing", Note;
    /// A deal without a value. Words: none.
    ValueMissing = "value-missing", Note;
    /// A negative or absurdly large amount. Words: `value`.
    AbsurdAmount = "absurd-amount", Warning;
    /// An amount of next to nothing on a deal that was offered or won. Words: `value`.
    TinyAmount = "tiny-amount", Note;
    /// An amount more than a thousand times the usual one. Words: `value`, `other` (the usual one).
    UnusualAmount = "unusual-amount", Warning;
    /// A lost deal without a reason, where the sheet has a column for it. Words: none.
    LostReasonMissing = "lost-reason-missing", Note;
    /// A deal that is open or won and has a reason for its loss. Words: `value`, `word` (its stage).
    LostReasonUnexpected = "lost-reason-unexpected", Warning;
    /// Two rows that say nearly the same; each counts as a deal. Words: `name`, `other` (the place of the earlier one).
    LikelyDuplicate = "likely-duplicate", Note;
    /// Many rows of a column of dates share one minute. Words: `count`, `header`, `value` (the minute).
    FilledInAtOnce = "filled-in-at-once", Note;
    /// Spellings of one owner. Words: `name`, `found` (the other spellings), `count`.
    OwnersMerged = "owners-merged", Note;
    /// Spellings of one source. Words: `name`, `found` (the other spellings), `count`.
    SourcesMerged = "sources-merged", Note;
    /// Spellings of one campaign. Words: `name`, `found` (the other spellings), `count`.
    CampaignsMerged = "campaigns-merged", Note;
    /// A column that the template shows stands in no table. Words: `header`.
    ShownColumnMissing = "shown-column-missing", Warning;
    /// Amounts were converted at the template's rates. Words: `currencies`, `count`.
    RatesUsed = "rates-used", Note;
    /// What campaigns cost is taken from this sheet. Words: `count`.
    CostsRead = "costs-read", Note;
    /// Deals of several pipelines, and the template names none. Words: `known`.
    SeveralPipelines = "several-pipelines", Note;
    /// No row is in the pipeline that the template names. Words: `name`, `known`.
    PipelineMissing = "pipeline-missing", Error;
    /// The newest fact is much older than the as-of moment. Words: `newest`, `as_of`, `days`.
    DataOutOfDate = "data-out-of-date", Warning;
    /// Lost deals whose last stage the sheet does not keep. Words: `count`.
    LossStageUnknown = "loss-stage-unknown", Note;
    // The command line, the template, the outputs.
    /// `--as-of` is not a date. Words: `value`.
    AsOfUnreadable = "as-of-unreadable", Error;
    /// `--period` names no period, or one that has not begun. Words: `value`.
    PeriodUnreadable = "period-unreadable", Error;
    /// `--target` is no amount. Words: `value`.
    TargetUnreadable = "target-unreadable", Error;
    /// Neither a message's code nor a finding's rule. Words: `value`, `suggestion` (or `none`).
    CodeUnknown = "code-unknown", Error;
    /// No such template. Words: `name`, `known`.
    TemplateMissing = "template-missing", Error;
    /// The template cannot be read. Words: `file`, `cause`.
    TemplateUnreadable = "template-unreadable", Error;
    /// The template has a key that does not exist. Words: `file`, `line`, `key`, `suggestion`.
    TemplateKeyUnknown = "template-key-unknown", Error;
    /// The template contradicts itself or says what cannot be; `key` is the place in it. Words: `file`, `key`, `cause`.
    TemplateInvalid = "template-invalid", Error;
    /// The output folder cannot be made or written. Words: `folder`, `cause`.
    OutputFolderUnwritable = "output-folder-unwritable", Error;
    /// An output file cannot be written. Words: `file`, `cause`.
    OutputUnwritable = "output-unwritable", Error;
    /// The file to write is there already. Words: `file`.
    OutputExists = "output-exists", Error;
    /// An output would overwrite an input. Words: `file`.
    OutputIsInput = "output-is-input", Error;
    /// A deal text was cut at the spreadsheet's limit of 32,767 characters. Words: `count`.
    TextCut = "text-cut", Warning;
    /// Rows over the report's limit were left out of a sheet. Words: `sheet`, `shown`, `count`.
    ListCut = "list-cut", Note;
}
