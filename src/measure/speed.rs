//! Speed of first contact and winning, in the one honest form.
//!
//! Among deals that *were* contacted, by how fast: those won within N days *of the contact*, with Wilson's interval.
//! Only contacts at least N days old count. The classes are up to 1 hour, 1–24, 24–48 and more; between dates
//! without a time, the same day, the next and later.
//!
//! This says that the two go together, not that one brings the other. A table over all inquiries, or of those called
//! within a day against all others, would show a difference even where speed does nothing, because hopeless inquiries
//! are never called (immortal-time bias; Lévesque et al. 2010).

use super::stats::proportion::{share, wilson};
use super::way::Way;
use super::{Interval, Measured, PromiseResult, PromiseState, Unmeasured};
use crate::calendar::elapsed_hours;
use crate::model::{DealState, Moment};

/// Winning by the speed of first contact.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactSpeed {
    /// Won within so many days of the contact.
    pub days: u32,
    /// The classes that occur, fastest first.
    pub classes: Vec<SpeedClass>,
    /// Contacted deals left out because no cell tells when they were won.
    pub undated: usize,
}

/// Deals contacted with the same speed.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeedClass {
    /// How fast.
    pub speed: Speed,
    /// Deals.
    pub n: usize,
    /// Won within the days.
    pub won: usize,
    /// Their share.
    pub rate: Option<f64>,
    /// Its Wilson 95 % interval.
    pub ci: Option<Interval>,
}

/// How fast a first contact was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speed {
    /// Within an hour.
    WithinHour,
    /// After more than one, within 24.
    WithinDay,
    /// After more than 24, within 48.
    WithinTwoDays,
    /// Later.
    Later,
    /// On the day of the inquiry; no times are known.
    SameDay,
    /// On the next day.
    NextDay,
    /// On a later day.
    LaterDay,
}

impl Speed {
    /// Every speed, fastest first.
    pub const ALL: [Self; 7] = [
        Self::WithinHour,
        Self::WithinDay,
        Self::WithinTwoDays,
        Self::Later,
        Self::SameDay,
        Self::NextDay,
        Self::LaterDay,
    ];

    /// Stable name for report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::WithinHour => "<=1h",
            Self::WithinDay => "1-24h",
            Self::WithinTwoDays => "24-48h",
            Self::Later => ">48h",
            Self::SameDay => "same_day",
            Self::NextDay => "next_day",
            Self::LaterDay => "2+_days",
        }
    }

    fn of(start: Moment, contact: Moment) -> Self {
        if start.is_exact() && contact.is_exact() {
            return match elapsed_hours(start.lo(), contact.lo()) {
                hours if hours <= 1.0 => Self::WithinHour,
                hours if hours <= 24.0 => Self::WithinDay,
                hours if hours <= 48.0 => Self::WithinTwoDays,
                _ => Self::Later,
            };
        }
        match (contact.date() - start.date()).num_days() {
            0 => Self::SameDay,
            1 => Self::NextDay,
            _ => Self::LaterDay,
        }
    }
}

/// Measures winning within N days of the first contact by its speed.
pub(super) fn contact_speed(
    ways: &[Way<'_>],
    first_contact: &Measured<PromiseResult>,
    as_of: Moment,
    days: u32,
) -> Measured<ContactSpeed> {
    let promise = match first_contact {
        Measured::Known(promise) => promise,
        Measured::Unknown(why) => return Measured::Unknown(*why),
    };
    let mut counts = [(0, 0); Speed::ALL.len()];
    let mut undated = 0;
    for record in &promise.records {
        let PromiseState::Recorded(contact) = record.state else { continue };
        if contact.days_until(as_of) < f64::from(days) {
            continue;
        }
        let way = &ways[record.deal];
        let won = match (way.state, way.closed) {
            (DealState::Won, None) => {
                undated += 1;
                continue;
            }
            (DealState::Won, Some(closed)) => contact.days_until(closed) <= f64::from(days),
            _ => false,
        };
        let (n, wins) = &mut counts[Speed::of(record.start, contact) as usize];
        *n += 1;
        *wins += usize::from(won);
    }
    let classes = Speed::ALL.into_iter().zip(counts).filter(|(_, (n, _))| *n > 0);
    let classes =
        classes.map(|(speed, (n, won))| SpeedClass { speed, n, won, rate: share(won, n), ci: wilson(won, n) });
    let classes: Vec<SpeedClass> = classes.collect();
    if classes.is_empty() && undated == 0 {
        return Measured::Unknown(Unmeasured::TooYoung);
    }
    Measured::Known(ContactSpeed { days, classes, undated })
}
