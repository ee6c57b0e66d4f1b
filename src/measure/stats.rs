//! Statistics that the measures rest on: plain numbers in, plain numbers out.

pub(super) mod proportion;
pub(super) mod survival;
