//! A cell in, a value out: dates, amounts, texts.

pub(super) mod clock;
pub(super) mod date;
pub(super) mod mark;
pub(super) mod money;
pub(super) mod share;
pub(super) mod text;
