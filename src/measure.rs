//! Book in, measures out. Pure and total: no clock, no file, no language, no failure.

pub mod measures;

pub use measures::*;
