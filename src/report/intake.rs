//! What came in, as the documents show it: files, sheets, columns. Filled by the command layer, so that no
//! document needs to know how sheets are read.

use std::collections::BTreeMap;

use crate::locus::Locus;

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
    /// Its sheets; one nameless sheet for text files.
    pub sheets: Vec<InputSheet>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct InputSheet {
    /// Where: file and sheet.
    pub at: Locus,
    /// Name of the layout, or none when the sheet was left out.
    pub layout: Option<&'static str>,
    /// Why it was left out: a name from the catalogue.
    pub left_out: Option<&'static str>,
    /// The header's row number.
    pub header_row: Option<u32>,
    /// Non-empty rows below the header (of tables), or on the sheet (of those left out).
    pub rows: usize,
    /// Rows not used, by the reason's name.
    pub skipped: BTreeMap<&'static str, usize>,
    /// Columns of the table.
    pub columns: Vec<InputColumn>,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct InputColumn {
    /// Its letters (`D`).
    pub letters: String,
    /// The header as written.
    pub header: String,
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
}
