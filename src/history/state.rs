//! The two state cells of a row in, the words that count out.
//!
//! Sheets split the state in many ways: one column with everything; a stage beside "open, won, lost"; a status whose
//! one value "opportunity" opens a second column. One rule serves them all: the more decided word decides.

use crate::model::StageKind;
use crate::recognise::{Layout, Said};

/// The words of a row that tell its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StateWords<'a> {
    /// The word that tells where the deal stands.
    pub decides: Option<&'a str>,
    /// The stage cell, where the other column overrules it: the stage it had come to.
    pub through: Option<&'a str>,
}

/// The words that count in this row; `kind` tells what is known of a word.
pub(super) fn state_words(row: &Said, layout: Layout, kind: impl Fn(&str) -> Option<StageKind>) -> StateWords<'_> {
    let (stage, outcome) = (row.stage.as_deref(), row.outcome.as_deref());
    let decided = |word: &str| match kind(word) {
        Some(StageKind::Won | StageKind::Lost | StageKind::Vanished) => 2,
        Some(StageKind::Deferred) => 1,
        Some(StageKind::Open) | None => 0,
    };
    match (stage, outcome) {
        // A row of a log tells one stage entry; an outcome beside it is that of the whole deal.
        (Some(stage), Some(outcome)) if layout != Layout::ChangeLog && decided(outcome) > decided(stage) => {
            StateWords { decides: Some(outcome), through: Some(stage) }
        }
        _ => StateWords { decides: stage.or(outcome), through: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(layout: Layout, cells: (&str, &str), decides: &str, through: &str) {
        let cell = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let row = Said { stage: cell(cells.0), outcome: cell(cells.1), ..Said::default() };
        let kind = |word: &str| match word {
            "won" => Some(StageKind::Won),
            "lost" => Some(StageKind::Lost),
            "parked" => Some(StageKind::Deferred),
            "offer" => Some(StageKind::Open),
            _ => None,
        };
        let words = state_words(&row, layout, kind);
        assert_eq!((words.decides.unwrap_or(""), words.through.unwrap_or("")), (decides, through), "{cells:?}");
    }

    #[test]
    fn the_more_decided_word_decides() {
        let row = Layout::CurrentStage;
        check(row, ("offer", ""), "offer", "");
        check(row, ("offer", "open"), "offer", "");
        check(row, ("offer", "lost"), "lost", "offer");
        check(row, ("offer", "parked"), "parked", "offer");
        check(row, ("parked", "won"), "won", "parked");
        check(row, ("won", "open"), "won", "");
        check(row, ("won", "parked"), "won", "");
        check(row, ("", "lost"), "lost", "");
        check(row, ("", "something"), "something", "");
        check(row, ("", ""), "", "");
    }

    #[test]
    fn in_a_log_the_stage_of_the_row_counts() {
        check(Layout::ChangeLog, ("offer", "lost"), "offer", "");
        check(Layout::ChangeLog, ("", "lost"), "lost", "");
    }
}
