//! What a run does: arguments and template, checked once. The one thing it may lack is a target.

use chrono::NaiveDate;

use crate::model::Moment;
use crate::template::Template;

/// The settings that building and measuring a book need.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The moment the report speaks for.
    pub as_of: Moment,
    /// The pipeline and its rules.
    pub template: Template,
    /// Horizons in days for "reached the next stage within".
    pub horizons: Vec<u32>,
    /// How conversion is counted.
    pub conversion: Conversion,
    /// Which days the report holds against those before.
    pub period: PeriodRule,
}

impl Settings {
    /// The settings of a run that asks for nothing further.
    pub fn new(as_of: Moment, template: Template) -> Self {
        Self {
            as_of,
            template,
            horizons: vec![30, 60, 90],
            conversion: Conversion::default(),
            period: PeriodRule::default(),
        }
    }
}

/// How conversion is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conversion {
    /// Which deals count at a stage.
    pub rule: ConversionRule,
    /// Within how many days.
    pub days: ConversionDays,
}

/// Which deals count at a stage of the funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConversionRule {
    /// Those that came as far as the stage, whether they stood in it or not. The one that is always true.
    #[default]
    Reached,
    /// Those that stood in it and in every stage before it, as CRMs count that ask for all stages.
    Strict,
    /// Those that are in it or further up now, as CRMs count that look at the present stage alone.
    Snapshot,
}

impl ConversionRule {
    /// Every rule, the default first.
    pub const ALL: &'static [Self] = &[Self::Reached, Self::Strict, Self::Snapshot];

    /// Stable name for `--conversion` and report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Strict => "strict",
            Self::Snapshot => "snapshot",
        }
    }
}

/// The horizon N of conversion within N days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConversionDays {
    /// Taken from the sales cycle of the book.
    #[default]
    OfCycle,
    /// So many.
    Fixed(u32),
}

/// Which days a report holds against those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PeriodRule {
    /// From Monday to Sunday.
    #[default]
    Week,
    /// The calendar month.
    Month,
    /// The calendar quarter.
    Quarter,
    /// From the first day to the second, both counted; the first is not the later one.
    Between(NaiveDate, NaiveDate),
}

impl PeriodRule {
    /// Stable name for report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Between(..) => "between",
        }
    }
}
