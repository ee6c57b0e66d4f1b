//! A template is a pipeline with its rules: stages and their order, names, aliases, limits, promises,
//! calendar and, optionally, which headers mean what. `templates/*.toml` in, [`Template`] out.

pub mod field;

pub use field::Field;

use crate::model::StageKind;

/// A pipeline and its rules, complete: every optional key of the file has got its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// `universal`, or the file's name.
    pub name: String,
    /// The stages: the ladder from the first to won, then those off the ladder.
    pub stages: Vec<StageRule>,
    /// Inquiry to first contact.
    pub first_contact: PromiseRule,
    /// Offer to follow-up.
    pub follow_up: PromiseRule,
    /// Which hours and days count as work.
    pub calendar: CalendarRule,
    /// Days within which an agreed next step keeps an old deal from being stalled (30).
    pub scheduled_within_days: u32,
    /// Headers that the user ties to a field, in the file's order; they beat the built-in vocabulary.
    pub columns: Vec<(Field, Vec<String>)>,
    /// The currency of amounts that name none.
    pub currency: Option<crate::model::Currency>,
}

/// One stage as the template has it.
#[derive(Debug, Clone, PartialEq)]
pub struct StageRule {
    /// Stable key (`offer`).
    pub key: String,
    /// Polish name.
    pub name_pl: String,
    /// English name.
    pub name_en: String,
    /// Other words for it, in any language.
    pub aliases: Vec<String>,
    /// What it means to be here.
    pub kind: StageKind,
    /// Stalled after this many days, when fixed by the user.
    pub limit_days: Option<f64>,
    /// The limit to assume when the history is too short to learn one.
    pub default_limit_days: f64,
}

/// A promise as the template has it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseRule {
    /// Key of the stage whose first entry starts the clock.
    pub from: String,
    /// Key of the stage whose first entry stops it.
    pub to: String,
    /// Hours on the clock that counts.
    pub within_hours: f64,
}

/// Working time.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarRule {
    /// Working days of the week, Monday first.
    pub weekdays: [bool; 7],
    /// Working hours of a day: from, to (whole hours, 0–24).
    pub office_hours: (u32, u32),
    /// Whether Polish public holidays are free.
    pub polish_holidays: bool,
    /// Further free days.
    pub days_off: Vec<chrono::NaiveDate>,
}
