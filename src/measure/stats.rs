//! Statistics that the measures rest on: plain numbers in, plain numbers out.

pub(super) mod pooling;
pub(super) mod proportion;
pub(super) mod random;
pub(super) mod survival;
