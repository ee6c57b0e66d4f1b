//! What came in, as the documents show it: files, sheets, columns. Filled by the command layer, so that no
//! document needs to know how sheets are read.

use std::collections::BTreeMap;

use crate::diagnostic::Word;
use crate::i18n::Language;
use crate::i18n::format::moment;
use crate::locus::Locus;
use crate::model::{Currency, Moment};
use crate::template::DateOrder;

/// Why a run uses its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// It was named.
    Asked,
    /// The headers of this file are those of an export that the template is for.
    ByHeaders(String),
    /// Nothing speaks for another one.
    Usual,
}

impl Chosen {
    /// Stable name for report.json and the catalogues.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::ByHeaders(_) => "by-headers",
            Self::Usual => "usual",
        }
    }

    /// The reason in words.
    pub fn say(&self, language: Language) -> String {
        let file = match self {
            Self::ByHeaders(file) => file.as_str(),
            Self::Asked | Self::Usual => "",
        };
        language.say(&format!("chosen-{}", self.name()), &[("file", file.into())])
    }
}

/// One input file.
#[derive(Debug, Clone, PartialEq)]
pub struct InputFile {
    /// Its name as the user knows it.
    pub file: String,
    /// What it is (`xlsx`, `csv`, …).
    pub format: &'static str,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, hex.
    pub sha256: String,
    /// Its sheets; one nameless sheet for text files. A sheet with several tables stands here once for each.
    pub sheets: Vec<InputSheet>,
}

/// The names of up to three files, and how many more there are.
pub(super) fn file_names(inputs: &[InputFile], language: Language) -> String {
    const MOST_FILES: usize = 3;
    let names: Vec<&str> = inputs.iter().map(|input| input.file.as_str()).take(MOST_FILES).collect();
    let names = names.join(", ");
    match inputs.len().saturating_sub(MOST_FILES) {
        0 => names,
        more => language.say("summary-files", &[("files", names.into()), ("count", more.into())]),
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct InputSheet {
    /// Where: file and sheet.
    pub at: Locus,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Name of the layout, or none when the sheet was left out.
    pub layout: Option<&'static str>,
    /// What speaks for the layout, most telling first.
    pub layout_reasons: Vec<Reason>,
    /// Why it was left out: a name from the catalogue.
    pub left_out: Option<&'static str>,
    /// What its name says of all rows.
    pub name_says: Option<NameSays>,
    /// The header of the column by which its rows find their deals in other tables.
    pub related_by: Option<String>,
    /// The header's row number.
    pub header_row: Option<u32>,
    /// Non-empty rows below the header (of tables), or on the sheet (of those left out).
    pub rows: usize,
    /// Rows not used, by the reason's name.
    pub skipped: BTreeMap<&'static str, Vec<u32>>,
    /// Where its cells went; none when the sheet was left out.
    pub cells: Option<Cells>,
    /// Columns of the table.
    pub columns: Vec<InputColumn>,
}

/// A reason in the words of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The sentence `because-<name>`.
    pub name: &'static str,
    /// What fills it.
    pub words: Vec<(&'static str, Word)>,
}

impl Reason {
    /// The sentence.
    pub fn say(&self, language: Language) -> String {
        language.say(&format!("because-{}", self.name), &self.words)
    }
}

/// What a sheet's name says of all its rows.
#[derive(Debug, Clone, PartialEq)]
pub enum NameSays {
    /// They are in this stage.
    Stage(String),
    /// This seller's.
    Owner(String),
    /// Of this month or quarter.
    Period(String),
    /// A copy made at this moment.
    Copy(Moment),
}

impl NameSays {
    /// Stable name for report.json and the catalogues.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stage(_) => "stage",
            Self::Owner(_) => "owner",
            Self::Period(_) => "period",
            Self::Copy(_) => "copy",
        }
    }

    /// What it says, in words.
    pub fn say(&self, language: Language) -> String {
        let value = match self {
            Self::Stage(name) | Self::Owner(name) | Self::Period(name) => name.clone(),
            Self::Copy(at) => moment(*at, language),
        };
        language.say(&format!("name-says-{}", self.name()), &[("value", value.into())])
    }
}

/// Where the cells of a sheet went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cells {
    /// In the header.
    pub header: usize,
    /// Read as what their columns mean.
    pub read: usize,
    /// In columns that mean nothing to lejek.
    pub unassigned: usize,
    /// On rows that were skipped.
    pub skipped: usize,
    /// Outside the table.
    pub outside: usize,
}

impl Cells {
    /// Each count with its name for the catalogues.
    pub fn parts(&self) -> [(&'static str, usize); 5] {
        [
            ("header", self.header),
            ("read", self.read),
            ("unassigned", self.unassigned),
            ("skipped", self.skipped),
            ("outside", self.outside),
        ]
    }

    /// All cells of the sheet.
    pub fn all(&self) -> usize {
        self.parts().into_iter().map(|(_, count)| count).sum()
    }
}

impl std::iter::Sum for Cells {
    fn sum<I: Iterator<Item = Self>>(cells: I) -> Self {
        cells.fold(Self::default(), |sum, cells| Self {
            header: sum.header + cells.header,
            read: sum.read + cells.read,
            unassigned: sum.unassigned + cells.unassigned,
            skipped: sum.skipped + cells.skipped,
            outside: sum.outside + cells.outside,
        })
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct InputColumn {
    /// Its letters (`D`).
    pub letters: String,
    /// The header as written.
    pub header: String,
    /// How a template names it: by its header, `Data#2` where it is the second one with that header.
    pub name: String,
    /// Key of the field, or none when not used.
    pub field: Option<String>,
    /// How sure: 0 to 1.
    pub score: f64,
    /// Name of the reason.
    pub reason: &'static str,
    /// An example of its cells.
    pub example: Option<String>,
    /// Cells filled.
    pub filled: usize,
    /// How its cells were read, where that was decided for the whole column.
    pub reading: Option<ColumnReading>,
}

impl InputColumn {
    /// What it means, in words; `stage` gives the name of a stage by its key.
    pub fn meaning(&self, language: Language, stage: impl Fn(&str) -> String) -> Option<String> {
        let field = self.field.as_deref()?;
        Some(match field.split_once(':') {
            Some((kind, key)) => language.say(&format!("field-{kind}"), &[("stage", stage(key).into())]),
            None => language.text(&format!("field-{field}")),
        })
    }
}

/// How the cells of a column were read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnReading {
    /// Texts as dates in this order.
    Dates {
        /// Which number is the day.
        order: DateOrder,
        /// Whether the cells show it, or it is but assumed.
        proved: bool,
    },
    /// Marks instead of dates.
    Marks,
    /// Amounts, in this currency where the header names one.
    Amounts(Option<Currency>),
}
