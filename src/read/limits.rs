//! How much one input may ask for. A census of 4,324 real workbooks stands behind the figures; none of them is
//! refused.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Caps on one input. The child obeys them, and the parent does not trust it to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Size of the file in bytes.
    pub file_bytes: u64,
    /// Parts in a zip package.
    pub parts: usize,
    /// Sum of the unpacked sizes of the parts in use, in bytes.
    pub unpacked_bytes: u64,
    /// Bytes between two tags of an XML part.
    pub token_bytes: usize,
    /// Non-empty cells in all sheets.
    pub cells: u64,
    /// Bytes of text in one cell.
    pub text_bytes: usize,
    /// Sheets.
    pub sheets: usize,
    /// Merged areas of one sheet.
    pub merged: usize,
    /// Cells of one sheet that are remarked on one by one.
    pub remarks: usize,
    /// Cells of one sheet that may be unreadable before the sheet is.
    pub faults: usize,
    /// Lines that one quoted field of a text file may run over.
    pub quoted_lines: u32,
    /// Bytes of one quoted field of a text file.
    pub quoted_bytes: usize,
    /// Bytes that the child may send.
    pub sent_bytes: u64,
    /// Address space of the child in bytes; held on Linux.
    pub memory_bytes: u64,
    /// Wall clock for the child.
    pub time: Duration,
    /// Files and folders that one folder may hold, those below it included.
    pub folder_entries: usize,
}

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

impl Limits {
    /// The limits in force unless told otherwise, beside the largest honest workbook seen.
    pub const DEFAULT: Self = Self {
        file_bytes: 512 * MIB,            // 3.9 MB
        parts: 10_000,                    // 1,033; in 99.9 % of files at most 188
        unpacked_bytes: GIB,              // 114 MB. No limit on the ratio: honest files reach 299:1
        token_bytes: 16 << 20,            // a cell holds at most 32,767 characters
        cells: 20_000_000,                // 1,000,000; each takes the parent 32 bytes, and its text more
        text_bytes: (128 * KIB) as usize, // 32,767 characters of four bytes
        sheets: 10_000,                   // Excel has no limit; 5,000 were read in a third of a second
        merged: 1_000_000,                // a merged area for each row of a sheet
        remarks: 1_000,                   // nobody reads more; the rest is counted
        faults: 1_000,                    // after so many the sheet itself is broken
        quoted_lines: 1_000,              // a cell of a spreadsheet holds at most 253 line feeds
        quoted_bytes: MIB as usize,       // thirty times what a cell can hold
        sent_bytes: 256 * MIB,            // 30 MB; the parent holds it all
        memory_bytes: 2 * GIB,            // 1,052 MB: an .xls of 42 KB with four cells in far corners
        time: Duration::from_mins(1),     // 1.35 s
        folder_entries: 10_000,           // a whole disk named by mistake; a team's sheets are some hundreds
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
