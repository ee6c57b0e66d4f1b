//! Recognised tables in, books out: ladders, ways, and where every row went.

mod ladders;
mod logs;
mod rows;
mod tables;
mod whatever;
