//! What the newest copy of the sheet tells that the one before did not, in one sentence for the workbook,
//! the page and the terminal.

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{Edit, Turn};

use super::Report;

/// How many deals took each turn, and the value of the open deals then and now; none where there is no earlier copy.
pub fn sentence(report: &Report<'_>) -> Option<String> {
    let since = report.measures.since_last_copy.known()?;
    let language = report.language;
    let counted = |key: String, count: usize| {
        let word = language.text(&key).to_lowercase();
        (count > 0).then(|| format!("{word} {}", format::integer(count as i64, language)))
    };
    let turns = Turn::ALL
        .into_iter()
        .filter(|turn| *turn != Turn::Stood)
        .filter_map(|turn| counted(turn_key(turn), since.moves.iter().filter(|one| one.turn == turn).count()));
    let edits = Edit::ALL
        .into_iter()
        .filter_map(|edit| counted(edit_key(edit), since.moves.iter().filter(|one| one.edits.contains(&edit)).count()));
    let moves: Vec<String> = turns.chain(edits).collect();
    let moves = if moves.is_empty() { language.text("since-nothing") } else { moves.join(" · ") };
    let words = [
        ("before", Word::from(format::date(since.before.date(), language))),
        ("moves", moves.into()),
        ("from", format::purse_short(&since.open.before, language).into()),
        ("to", format::purse_short(&since.open.now, language).into()),
    ];
    Some(language.say("since-summary", &words))
}

/// The key of a turn in the catalogues.
pub fn turn_key(turn: Turn) -> String {
    format!("turn-{}", turn.name())
}

/// The key of an edit in the catalogues.
pub fn edit_key(edit: Edit) -> String {
    format!("edit-{}", edit.name())
}
