//! `lejek history`: lists what `--history` keeps, prints a copy, or forgets the old ones.

use std::fmt::Write;

use crate::cli::HistoryArgs;
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::error::Result;
use crate::i18n::Language;
use crate::i18n::format::{integer, moment};
use crate::memory::{Kept, Memory};
use crate::read::{Cell, Workbook};
use crate::report::terminal::visible;

use super::{Console, Status, print, speaks_for};

pub(super) fn run(arguments: &HistoryArgs, console: &mut Console) -> Result<Status> {
    let mut memory = Memory::open_existing(&arguments.file)?;
    let language = console.language;
    if let Some(number) = arguments.show {
        let without = || {
            let file = arguments.file.display().to_string();
            Diagnostic::new(Code::MemoryWithoutCopy).with("file", file).with("value", number.to_string())
        };
        print(&shown(&memory.show(number)?.ok_or_else(without)?));
        return Ok(Status::Done);
    }
    let kept = memory.list()?;
    if arguments.keep.is_none() && arguments.forget_before.is_none() {
        print(&listed(&kept, language));
        return Ok(Status::Done);
    }
    let old = old(arguments, &kept)?;
    memory.forget(&old)?;
    let counts = [("count", Word::from(old.len())), ("others", Word::from(kept.len() - old.len()))];
    print(&format!("{}\n", language.say("history-forgotten", &counts)));
    Ok(Status::Done)
}

/// The copies that are to be forgotten: those before a day, or all but the newest.
fn old(arguments: &HistoryArgs, kept: &[Kept]) -> Result<Vec<i64>> {
    let numbers = |copies: &[Kept]| copies.iter().map(|copy| copy.number).collect();
    if let Some(date) = &arguments.forget_before {
        let unreadable = || Diagnostic::new(Code::AsOfUnreadable).with("value", date.as_str());
        let before = speaks_for::parse(date).ok_or_else(unreadable)?;
        return Ok(numbers(&kept[..kept.partition_point(|copy| copy.made.order(before).is_lt())]));
    }
    let forgotten = kept.len().saturating_sub(arguments.keep.unwrap_or(kept.len()));
    Ok(numbers(&kept[..forgotten]))
}

/// A line a copy: number, moment, rows, file, the beginning of its hash.
fn listed(kept: &[Kept], language: Language) -> String {
    let mut text = format!("{}\n", language.say("history-kept", &[("count", Word::from(kept.len()))]));
    for Kept { number, made, file, sha256, rows, .. } in kept {
        let rows = language.say("history-rows", &[("count", Word::from(*rows))]);
        let (made, file) = (moment(*made, language), visible(file));
        let hash = sha256.get(..12).unwrap_or(sha256);
        let _ = writeln!(text, "{:>6}  {made:<18}  {rows:>14}  {file}  {hash}", integer(*number, language));
    }
    text
}

/// The cells of a copy: a sheet after the other, a line a row, cells parted by tabs.
fn shown(copy: &Workbook) -> String {
    let mut text = String::new();
    for sheet in &copy.sheets {
        let _ = writeln!(text, "{} › {}", visible(&copy.file), visible(sheet.name.as_deref().unwrap_or("-")));
        for row in &sheet.rows {
            let cells: Vec<String> = row.cells.iter().map(|(_, cell)| written(cell)).collect();
            let _ = writeln!(text, "{}\t{}", row.number, cells.join("\t"));
        }
    }
    text
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Error(text) => visible(text),
        Cell::Number { value, percent: false } => value.to_string(),
        Cell::Number { value, percent: true } => format!("{} %", 100.0 * value),
        Cell::Date(at) => at.to_string(),
        Cell::Time(seconds) => format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60),
        Cell::Bool(flag) => flag.to_string().to_uppercase(),
        Cell::Unevaluated => "?".to_owned(),
    }
}
