//! The Excel workbook.
