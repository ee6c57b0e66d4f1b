//! Bytes in, grids out. Knows neither templates nor deals.

pub mod grid;

pub use grid::{Area, Cell, Format, Row, Sheet, Workbook};
