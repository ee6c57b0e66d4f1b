//! Grid in, tables out: where the header is, what each column means, what each cell says.

pub mod stage;
pub mod table;

pub use table::{Column, ColumnReason, Layout, LeftOut, Record, SheetFinding, SheetReading, Table};
