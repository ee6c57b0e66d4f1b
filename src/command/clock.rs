//! The only place that reads the clock.

use chrono::{Local, NaiveDate};

/// Today's date where the program runs.
pub(super) fn today() -> NaiveDate {
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    let now = Local::now();
    now.date_naive()
}
