//! Working time: elapsed hours, hours on working days, office hours.
