//! What is wrong or missing in the sheets, to be worked through: each kind of remark with what to do, how complete the
//! key cells are, where rows and cells went, what was made one, and each remark with its place and its deal.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, XlsxError};

use crate::diagnostic::{Code, Diagnostic, Severity, Word};
use crate::locus::{Locus, column_letters};
use crate::measure::Completeness;
use crate::model::Deal;
use crate::report::quality::{Kind, Quality, of_severity, severity_name};
use crate::report::section::Section;

use super::funnel::ratio;
use super::page::{Cell, Look, Page, left, right};
use super::plan::Plan;
use super::style::BAR;

const WIDTHS: [f64; 6] = [36.0, 14.0, 12.0, 46.0, 42.0, 24.0];

/// The column of shares, which has bars.
const SHARE: u16 = 3;

/// Rows of each list at most.
const MOST_ROWS: usize = 1_000;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Quality, &WIDTHS)?;
    page.title(Section::Quality, &plan.word("lead-quality"))?;
    let quality = Quality::from(plan.report);
    let kinds = quality.kinds();
    noticed(&mut page, &kinds)?;
    completeness(&mut page, &quality)?;
    rows(&mut page)?;
    cells(&mut page, &quality)?;
    unused_columns(&mut page, &quality)?;
    let of_code = |code: Code| kinds.iter().find(|kind| kind.code == code).map_or(&[][..], |kind| &kind.cases);
    merged(&mut page, &[Code::OwnersMerged, Code::SourcesMerged, Code::CampaignsMerged].map(of_code).concat())?;
    let deals = Deals::of(plan, &kinds);
    duplicates(&mut page, of_code(Code::LikelyDuplicate), &deals)?;
    places(&mut page, &kinds, &deals)?;
    Ok(page)
}

/// The deals by the rows of which they were made, as far as there are remarks on them.
struct Deals<'p> {
    deals: &'p [Deal],
    by_row: BTreeMap<Locus, usize>,
}

impl<'p> Deals<'p> {
    fn of(plan: &Plan<'p>, kinds: &[Kind<'_>]) -> Self {
        let places = kinds.iter().flat_map(|kind| &kind.cases).filter_map(|case| case.at.as_ref());
        let wanted: BTreeSet<Locus> = places.map(row_of).collect();
        let deals = &plan.report.book.deals;
        let rows = deals.iter().enumerate().flat_map(|(place, deal)| {
            let rows = [deal.at.clone()].into_iter().chain(deal.rows.iter());
            rows.map(move |row| (row, place))
        });
        Self { deals, by_row: rows.filter(|(row, _)| wanted.contains(row)).collect() }
    }

    /// The deal of this row or cell.
    fn at(&self, place: &Locus) -> Option<usize> {
        self.by_row.get(&row_of(place)).copied()
    }

    /// The deal for which the row stands that is written so.
    fn written(&self, place: &str) -> Option<usize> {
        self.deals.iter().position(|deal| deal.at.to_string() == place)
    }
}

/// The row of a cell.
fn row_of(place: &Locus) -> Locus {
    Locus { column: None, ..place.clone() }
}

fn severity_cell(plan: &Plan<'_>, severity: Severity) -> Cell {
    let word = plan.word(&format!("severity-{}", severity_name(severity)));
    match severity {
        Severity::Error => Cell::Broken(word),
        Severity::Warning => Cell::Warned(word),
        Severity::Note => Cell::Text(word),
    }
}

/// One row a code, the gravest first, with the sentence of its first case.
fn noticed(page: &mut Page<'_>, kinds: &[Kind<'_>]) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("quality-noticed-title"))?;
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let count = of_severity(kinds, severity);
        let key = format!("count-{}s", severity_name(severity));
        (count > 0).then(|| plan.language.say(&key, &[("count", count.into())]))
    });
    page.remark(&counts.into_iter().flatten().collect::<Vec<_>>().join(" · "))?;
    let heads = [
        left(plan.word("quality-kind")),
        left(plan.word("quality-severity")),
        right(plan.word("quality-count")),
        left(plan.word("quality-example")),
        left(plan.word("quality-hint")),
        left(plan.word("quality-code")),
    ];
    let rows = kinds.iter().map(|kind| {
        vec![
            Cell::Strong(kind.title(plan.language)),
            severity_cell(plan, kind.severity()),
            Cell::Count(kind.cases.len()),
            Cell::Text(plan.language.sentence_of(kind.first())),
            plan.language.hint_of(kind.first()).map_or(Cell::Blank, Cell::Text),
            Cell::Text(kind.code.name().to_owned()),
        ]
    });
    page.table(&heads, rows.collect(), &plan.word("quality-nothing"))
}

fn completeness(page: &mut Page<'_>, quality: &Quality<'_>) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("quality-completeness-title"))?;
    let heads = [
        left(plan.word("quality-item")),
        right(plan.word("quality-filled")),
        right(plan.word("quality-of")),
        left(plan.word("quality-share")),
        left(""),
    ];
    let first = page.next + 1;
    let items = quality.completeness.iter().filter(|row| row.of > 0);
    let rows: Vec<Vec<Cell>> = items.map(|row| complete(plan, row, quality)).collect();
    let last = first + rows.len() as u32 - u32::from(!rows.is_empty());
    page.grid(&heads, rows)?;
    let bar = ConditionalFormatDataBar::new()
        .set_fill_color(BAR)
        .set_solid_fill(true)
        .set_border_off(true)
        .set_direction(ConditionalFormatDataBarDirection::LeftToRight)
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1);
    page.sheet.add_conditional_format(first, SHARE, last, SHARE, &bar)?;
    Ok(())
}

fn complete(plan: &Plan<'_>, row: &Completeness, quality: &Quality<'_>) -> Vec<Cell> {
    let share = (row.of > 0).then(|| row.filled as f64 / row.of as f64);
    let remark = quality.has_no_column(row).then(|| plan.word("quality-no-column"));
    vec![
        Cell::Strong(plan.word(&format!("item-{}", row.item.name()))),
        Cell::Count(row.filled),
        Cell::Count(row.of),
        match ratio("B{row}/C{row}", share) {
            Cell::Live(formula, share, _) => Cell::Live(formula, share, Look::ShareLeft),
            other => other,
        },
        remark.map_or(Cell::Blank, Cell::Text),
    ]
}

/// Rows read = deals + rows of history + rows left out, by reason.
fn rows(page: &mut Page<'_>) -> Done {
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

/// Where the cells of each sheet with deals went.
fn cells(page: &mut Page<'_>, quality: &Quality<'_>) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("quality-cells"))?;
    let heads = [
        left(plan.word("quality-place")),
        right(plan.word("quality-cells-all")),
        right(plan.word("quality-cells-read")),
        left(plan.word("quality-cells-rest")),
    ];
    let rows = quality.tables().filter_map(|sheet| Some((sheet, sheet.cells?))).map(|(sheet, cells)| {
        let rest = cells.parts().into_iter().filter(|(name, count)| *name != "read" && *count > 0);
        let rest = rest.map(|(name, count)| {
            let count = crate::i18n::format::integer(count as i64, plan.language);
            format!("{count} {}", plan.word(&format!("cells-{name}")))
        });
        vec![
            Cell::Strong(sheet.at.to_string()),
            Cell::Count(cells.all()),
            Cell::Count(cells.read),
            Cell::Text(rest.collect::<Vec<_>>().join(", ")),
        ]
    });
    list(page, &heads, rows.collect())
}

/// The columns that mean nothing to lejek, each with an example.
fn unused_columns(page: &mut Page<'_>, quality: &Quality<'_>) -> Done {
    let plan = page.plan;
    if quality.unused_columns().next().is_none() {
        return Ok(());
    }
    page.heading(&plan.word("quality-unused-title"))?;
    page.remark(&plan.word("quality-unused-note"))?;
    let heads = [
        left(plan.word("quality-place")),
        left(plan.word("quality-column")),
        right(plan.word("quality-cells-all")),
        left(plan.word("quality-header")),
        left(plan.word("quality-example")),
    ];
    let rows = quality.unused_columns().map(|(sheet, column)| {
        vec![
            Cell::Text(sheet.at.to_string()),
            Cell::Text(column.letters.clone()),
            Cell::Count(column.filled),
            Cell::Strong(column.header.clone()),
            column.example.clone().map_or(Cell::Blank, Cell::Text),
        ]
    });
    list(page, &heads, rows.collect())
}

/// Spellings that count as one name.
fn merged(page: &mut Page<'_>, cases: &[&Diagnostic]) -> Done {
    if cases.is_empty() {
        return Ok(());
    }
    let plan = page.plan;
    page.heading(&plan.word("quality-merged-title"))?;
    let heads = [
        left(plan.word("quality-merged-into")),
        left(plan.word("quality-merged-what")),
        right(plan.word("quality-rows")),
        left(plan.word("quality-merged-spellings")),
    ];
    let rows = cases.iter().map(|case| {
        let what = match case.code {
            Code::OwnersMerged => "deals-owner",
            Code::SourcesMerged => "deals-source",
            _ => "deals-campaign",
        };
        vec![
            Cell::Strong(text_of(case, "name")),
            Cell::Text(plan.word(what)),
            count_of(case),
            Cell::Text(text_of(case, "found")),
        ]
    });
    list(page, &heads, rows.collect())
}

/// Pairs of deals that may be one.
fn duplicates(page: &mut Page<'_>, cases: &[&Diagnostic], deals: &Deals<'_>) -> Done {
    if cases.is_empty() {
        return Ok(());
    }
    let plan = page.plan;
    page.heading(&plan.word("quality-duplicates-title"))?;
    let heads =
        [left(plan.word("quality-deal")), left(plan.word("quality-duplicate-of")), left(plan.word("quality-places"))];
    let pair = |case: &&Diagnostic| {
        let place = case.at.as_ref()?;
        let other = text_of(case, "other");
        let (later, earlier) = (deals.at(place)?, deals.written(&other)?);
        let places = Cell::Text(format!("{place}; {other}"));
        Some(vec![Cell::Deal(later), Cell::Deal(earlier), places])
    };
    list(page, &heads, cases.iter().take(MOST_ROWS).filter_map(pair).collect())
}

fn text_of(remark: &Diagnostic, name: &str) -> String {
    match remark.word(name) {
        Some(Word::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

fn count_of(remark: &Diagnostic) -> Cell {
    match remark.word("count") {
        Some(Word::Count(count)) => Cell::Count(*count as usize),
        _ => Cell::Blank,
    }
}

/// A list with filters, cut where it is too long to be worked through.
fn list(page: &mut Page<'_>, heads: &[super::page::Head], mut rows: Vec<Vec<Cell>>) -> Done {
    let plan = page.plan;
    if rows.len() > MOST_ROWS {
        page.remark(&plan.list_cut(Section::Quality, MOST_ROWS, rows.len()))?;
        rows.truncate(MOST_ROWS);
    }
    page.table(heads, rows, &plan.word("list-empty"))
}

/// Every case with its place and its deal, the gravest first.
fn places(page: &mut Page<'_>, kinds: &[Kind<'_>], deals: &Deals<'_>) -> Done {
    let plan = page.plan;
    let cases = kinds.iter().flat_map(|kind| &kind.cases);
    let placed: Vec<(&Locus, &Diagnostic)> = cases.filter_map(|case| Some((case.at.as_ref()?, *case))).collect();
    if placed.is_empty() {
        return Ok(());
    }
    page.heading(&plan.word("quality-places-title"))?;
    let heads = [
        left(plan.word("quality-place")),
        left(plan.word("quality-severity")),
        left(plan.word("quality-cell")),
        left(plan.word("quality-sentence")),
        left(plan.word("quality-deal")),
        left(plan.word("quality-code")),
    ];
    let row = |(at, case): &(&Locus, &Diagnostic)| {
        let row = at.row.map(|row| row.to_string()).unwrap_or_default();
        vec![
            Cell::Text(Locus::sheet(&at.file, at.sheet.as_ref()).to_string()),
            severity_cell(plan, case.severity()),
            Cell::Text(at.column.map(column_letters).unwrap_or_default() + &row),
            Cell::Text(plan.language.sentence_of(case)),
            deals.at(at).map_or(Cell::Blank, Cell::Deal),
            Cell::Text(case.code.name().to_owned()),
        ]
    };
    list(page, &heads, placed.iter().map(row).collect())
}
