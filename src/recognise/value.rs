//! A cell in, a value out: dates, amounts, texts.

pub(super) mod date;
pub(super) mod money;
pub(super) mod text;
