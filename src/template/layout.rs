//! How deals can stand in a table, and in which order dates are written: what recognition finds and a template can fix.

/// How deals stand in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// One row a deal with its current stage and some dates.
    CurrentStage,
    /// One row a deal with one date column per stage (and, mostly, the current stage too).
    StageDates,
    /// One row a deal with one column per stage, filled with marks (`x`, TAK/NIE, 1/0) instead of dates.
    StageMarks,
    /// One row a stage entry: deal, stage, moment.
    ChangeLog,
    /// One column per stage, and the names of the deals in the cells.
    Board,
    /// One row a deal, but no states: they stand in another table with the same deals' numbers.
    Particulars,
    /// One row a call, meeting or mail about a deal that stands in another table.
    Activities,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 7] = [
        Self::CurrentStage,
        Self::StageDates,
        Self::StageMarks,
        Self::ChangeLog,
        Self::Board,
        Self::Particulars,
        Self::Activities,
    ];

    /// Stable name for templates, report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::CurrentStage => "current-stage",
            Self::StageDates => "stage-dates",
            Self::StageMarks => "stage-marks",
            Self::ChangeLog => "change-log",
            Self::Board => "board",
            Self::Particulars => "particulars",
            Self::Activities => "activities",
        }
    }

    /// The layout of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.name() == name)
    }
}

/// Which of two numbers of a date is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `31.12.2026`
    DayFirst,
    /// `12/31/2026`
    MonthFirst,
}

impl DateOrder {
    /// Stable name for templates, report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }

    /// The pattern, for messages.
    pub fn pattern(self) -> &'static str {
        match self {
            Self::DayFirst => "dd/mm/yyyy",
            Self::MonthFirst => "mm/dd/yyyy",
        }
    }
}
