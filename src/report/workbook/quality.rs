//! What is wrong or missing in the sheets: how complete the key cells are, where every row went, what was
//! noticed, and each noticed cell with its place.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::{Code, Diagnostic, Severity, Word};
use crate::measure::Completeness;
use crate::report::section::Section;

use super::funnel::ratio;
use super::page::{Cell, Look, Page, left, right};
use super::plan::Plan;

const WIDTHS: [f64; 5] = [30.0, 14.0, 12.0, 60.0, 60.0];

/// Rows of the list at most.
const MOST_ROWS: usize = 1_000;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Quality, &WIDTHS)?;
    page.title(Section::Quality, &plan.word("lead-quality"))?;
    let shown: Vec<&Diagnostic> = plan.report.diagnostics.iter().collect();
    noticed(&mut page, &shown)?;
    completeness(&mut page)?;
    rows(&mut page)?;
    places(&mut page, &shown)?;
    Ok(page)
}

fn severity_cell(plan: &Plan<'_>, severity: Severity) -> Cell {
    match severity {
        Severity::Error => Cell::Broken(plan.word("severity-error")),
        Severity::Warning => Cell::Warned(plan.word("severity-warning")),
        Severity::Note => Cell::Text(plan.word("severity-note")),
    }
}

/// One row a code, the gravest first, with the sentence of its first case.
fn noticed(page: &mut Page<'_>, diagnostics: &[&Diagnostic]) -> Result<(), XlsxError> {
    let plan = page.plan;
    let mut by_code: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        by_code.entry(diagnostic.code).or_default().push(diagnostic);
    }
    let mut kinds: Vec<_> = by_code.into_iter().collect();
    kinds.sort_by_key(|(code, cases)| (std::cmp::Reverse(code.severity()), std::cmp::Reverse(cases.len()), *code));
    page.heading(&plan.word("quality-noticed-title"))?;
    let heads = [
        left(plan.word("quality-code")),
        left(plan.word("quality-severity")),
        right(plan.word("quality-count")),
        left(plan.word("quality-example")),
        left(plan.word("quality-hint")),
    ];
    let rows = kinds.into_iter().map(|(code, cases)| {
        vec![
            Cell::Strong(code.name().to_owned()),
            severity_cell(plan, code.severity()),
            Cell::Count(cases.len()),
            Cell::Text(plan.language.sentence_of(cases[0])),
            plan.language.hint_of(cases[0]).map_or(Cell::Blank, Cell::Text),
        ]
    });
    page.table(&heads, rows.collect(), &plan.word("quality-nothing"))
}

fn completeness(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("quality-completeness-title"))?;
    let heads = [
        left(plan.word("quality-item")),
        right(plan.word("quality-filled")),
        right(plan.word("quality-of")),
        left(plan.word("quality-share")),
    ];
    let rows = plan.report.measures.completeness.iter().map(|row| complete(plan, row));
    page.grid(&heads, rows.collect())
}

fn complete(plan: &Plan<'_>, row: &Completeness) -> Vec<Cell> {
    let share = (row.of > 0).then(|| row.filled as f64 / row.of as f64);
    vec![
        Cell::Strong(plan.word(&format!("item-{}", row.item.name()))),
        Cell::Count(row.filled),
        Cell::Count(row.of),
        match ratio("B{row}/C{row}", share) {
            Cell::Live(formula, share, _) => Cell::Live(formula, share, Look::ShareLeft),
            other => other,
        },
    ]
}

/// Rows read = deals + rows of history + rows left out, by reason.
fn rows(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let tally = &plan.report.book.tally;
    page.heading(&plan.word("quality-rows-title"))?;
    let live = |formula: String, count: usize| Cell::Live(formula, count as f64, Look::Count);
    let first = page.next + 2;
    let mut rows = vec![
        vec![Cell::Strong(plan.word("quality-rows-deals")), live(plan.ledger.count(&[]), tally.deal_rows)],
        vec![Cell::Strong(plan.word("quality-rows-history")), Cell::Count(tally.history_rows)],
    ];
    for (reason, count) in &tally.skipped {
        let words = [("reason", Word::from(plan.word(&format!("skip-{}", reason.name()))))];
        rows.push(vec![Cell::Strong(plan.language.say("quality-rows-skipped", &words)), Cell::Count(*count)]);
    }
    let last = first + rows.len() as u32 - 1;
    rows.push(vec![
        Cell::Strong(plan.word("quality-rows-read")),
        live(format!("SUM(B{first}:B{last})"), tally.rows_read),
    ]);
    page.grid(&[left(plan.word("quality-rows")), right(plan.word("quality-count"))], rows)
}

/// Every case with its place, up to a limit.
fn places(page: &mut Page<'_>, diagnostics: &[&Diagnostic]) -> Result<(), XlsxError> {
    let plan = page.plan;
    let mut placed: Vec<&&Diagnostic> = diagnostics.iter().filter(|diagnostic| diagnostic.at.is_some()).collect();
    if placed.is_empty() {
        return Ok(());
    }
    placed.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity()));
    let all = placed.len();
    page.heading(&plan.word("quality-places-title"))?;
    if all > MOST_ROWS {
        placed.truncate(MOST_ROWS);
        page.remark(&plan.list_cut(Section::Quality, MOST_ROWS, all))?;
    }
    let heads = [
        left(plan.word("quality-place")),
        left(plan.word("quality-severity")),
        left(plan.word("quality-cell")),
        left(plan.word("quality-sentence")),
        left(plan.word("quality-code")),
    ];
    let rows = placed.into_iter().filter_map(|diagnostic| {
        let at = diagnostic.at.as_ref()?;
        let sheet = at.sheet.as_ref().map_or_else(|| at.file.to_string(), |sheet| format!("{} › {sheet}", at.file));
        let row = at.row.map(|row| row.to_string()).unwrap_or_default();
        let cell = match at.column {
            Some(column) => crate::locus::column_letters(column) + &row,
            None if at.row.is_some() => plan.language.say("quality-row", &[("row", row.into())]),
            None => String::new(),
        };
        Some(vec![
            Cell::Text(sheet),
            severity_cell(plan, diagnostic.severity()),
            Cell::Text(cell),
            Cell::Text(plan.language.sentence_of(diagnostic)),
            Cell::Text(diagnostic.code.name().to_owned()),
        ])
    });
    page.table(&heads, rows.collect(), "")
}
