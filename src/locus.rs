//! Where something stands in the user's files: file › sheet › cell.

use std::fmt;
use std::sync::Arc;

/// A place in an input: a file, and, as far as it is known, sheet, row and column.
///
/// Rows count from 1 and columns from 0 (`A`), as the spreadsheet shows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Locus {
    /// The file's name as the user knows it: without folders, or as seen from a folder that was named.
    pub file: Arc<str>,
    /// The sheet's name; none for text files, which have one nameless sheet.
    pub sheet: Option<Arc<str>>,
    /// Row number from 1.
    pub row: Option<u32>,
    /// Column number from 0.
    pub column: Option<u32>,
}

impl Locus {
    /// The whole file.
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), sheet: None, row: None, column: None }
    }

    /// A whole sheet.
    pub fn sheet(file: &Arc<str>, sheet: Option<&Arc<str>>) -> Self {
        Self { file: Arc::clone(file), sheet: sheet.cloned(), row: None, column: None }
    }

    /// The same sheet, one row (from 1).
    #[must_use]
    pub fn at_row(&self, row: u32) -> Self {
        Self { row: Some(row), ..self.clone() }
    }

    /// The same sheet, one cell (row from 1, column from 0).
    #[must_use]
    pub fn at_cell(&self, row: u32, column: u32) -> Self {
        Self { row: Some(row), column: Some(column), ..self.clone() }
    }

    /// The same sheet, one column (from 0).
    #[must_use]
    pub fn in_column(&self, column: u32) -> Self {
        Self { row: None, column: Some(column), ..self.clone() }
    }
}

impl fmt::Display for Locus {
    /// `pipeline.xlsx › Szanse!D17`, or as much of it as is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        match (self.row, self.column) {
            (Some(row), Some(column)) => write!(f, "!{}{row}", column_letters(column)),
            (Some(row), None) => write!(f, "!{row}"),
            (None, Some(column)) => write!(f, "!{}", column_letters(column)),
            (None, None) => Ok(()),
        }
    }
}

/// The spreadsheet's name of a column counted from 0: `0` is `A`, `26` is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_the_spreadsheet_names_them() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_locus_reads_as_in_the_spreadsheet() {
        let file: Arc<str> = "pipeline.xlsx".into();
        let sheet: Arc<str> = "Szanse".into();
        let whole = Locus::sheet(&file, Some(&sheet));
        assert_eq!(whole.at_cell(17, 3).to_string(), "pipeline.xlsx › Szanse!D17");
        assert_eq!(whole.at_row(17).to_string(), "pipeline.xlsx › Szanse!17");
        assert_eq!(Locus::file(&file).to_string(), "pipeline.xlsx");
    }
}
