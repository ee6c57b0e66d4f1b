//! Recognised tables in, books out: ladders, ways, and where every row went.

mod checks;
mod copies;
mod ladders;
mod logs;
mod money;
mod names;
mod related;
mod rows;
mod tables;
mod whatever;
