//! The whole step on small sheets.
