//! A book written as a list of events, for tests of measures and documents.

pub(crate) mod events;
