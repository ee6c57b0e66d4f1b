//! lejek reads the sheets of a sales team as they are, works out every deal's way through the pipeline,
//! and writes a report in which every number can be traced to its rows.
//!
//! Five steps, data flows only down:
//!
//! 1. [`read`] turns bytes into grids of cells, behind a wall that a damaged file cannot break.
//! 2. [`recognise`] turns grids into tables: where the header is, what each column means, what each cell says.
//! 3. [`history`] turns tables into a [`model::Book`]: deals with their ways through the stages.
//! 4. [`measure`] turns the book into measures, each by its exact definition.
//! 5. [`report`] turns measures into a workbook, charts, JSON and a terminal summary.

pub mod calendar;
pub mod cli;
pub mod command;
pub mod diagnostic;
pub mod error;
pub mod history;
pub mod i18n;
pub mod locus;
pub mod measure;
pub mod memory;
pub mod model;
pub mod once;
pub mod output;
pub mod read;
pub mod recognise;
pub mod report;
pub mod settings;
pub mod suggest;
pub mod template;

/// The property by which lejek knows a workbook for a report that it wrote itself; its value is the version.
pub const REPORT_MARK: &str = "lejek report";
