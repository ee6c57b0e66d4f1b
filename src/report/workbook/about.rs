//! How the report was made: what it speaks for, the files with their hashes, what each column was taken for, the
//! stages with their words, and which parts are missing and why. Enough to make the same report again.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::model::{Currency, StageKind, StageOrigin};
use crate::report::intake::{InputColumn, InputSheet};
use crate::report::section::Section;

use super::page::{Cell, Page, left, right};
use super::plan::Plan;

const WIDTHS: [f64; 7] = [36.0, 24.0, 30.0, 30.0, 12.0, 30.0, 28.0];

/// Every measure that has a meaning in the glossary, in the order of the sheets.
const MEASURES: [&str; 34] = [
    "reached",
    "went-on",
    "within-days",
    "by-value",
    "conversion-rule",
    "cohorts",
    "time-in-stage",
    "not-reached",
    "restricted-mean",
    "cycle",
    "stalled",
    "chance",
    "promise",
    "clocks",
    "speed",
    "bottleneck",
    "one-percent",
    "queue",
    "groups",
    "case-mix",
    "campaign-cost",
    "forecast",
    "expected-close",
    "backtest",
    "last-quarter",
    "trend",
    "longer-than-limit",
    "win-rate",
    "velocity",
    "period",
    "coverage",
    "slippage",
    "since-last-copy",
    "lost-reasons",
];

/// Columns that are listed at most, over all sheets.
const MOST_COLUMNS: usize = 1_000;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>, texts_cut: usize) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::About, &WIDTHS)?;
    page.title(Section::About, &plan.word("lead-about"))?;
    made(&mut page, texts_cut)?;
    missing(&mut page)?;
    files(&mut page)?;
    sheets(&mut page)?;
    stages(&mut page)?;
    page.heading(&plan.word("definitions"))?;
    for name in ["live", "interval", "range", "working-days", "text"] {
        page.definition(&plan.word(&format!("about-{name}")), &plan.word(&format!("about-{name}.note")))?;
    }
    page.next += 1;
    page.heading(&plan.word("about-measures-title"))?;
    for measure in MEASURES {
        page.definition(&plan.word(&format!("term-{measure}")), &plan.word(&format!("term-{measure}.note")))?;
    }
    page.next += 1;
    // Last, for the heads of a list so long stand on every page after it.
    columns(&mut page)?;
    Ok(page)
}

/// As-of, template, version.
fn made(page: &mut Page<'_>, texts_cut: usize) -> Result<(), XlsxError> {
    let plan = page.plan;
    let (report, language) = (plan.report, plan.language);
    page.heading(&plan.word("about-made-title"))?;
    let newest = report.measures.newest_fact.map_or_else(|| "–".to_owned(), |fact| format::moment(fact, language));
    let horizons: Vec<String> = report.settings.horizons.iter().map(u32::to_string).collect();
    let facts = [
        ("about-as-of", format::moment(report.book.as_of, language)),
        ("about-newest", newest),
        ("about-template", format!("{} – {}", report.settings.template.name, report.chosen.say(language))),
        ("about-horizons", horizons.join(", ")),
        ("about-version", format!("lejek {}", env!("CARGO_PKG_VERSION"))),
    ];
    for (key, fact) in facts {
        page.definition(&plan.word(key), &fact)?;
    }
    let template = &report.settings.template;
    if let Some(currency) = template.currency.filter(|_| !template.rates.is_empty()) {
        let rate = |(other, rate): (&Currency, &Decimal)| {
            format!(
                "1 {} = {} {}",
                other.code(),
                format::short_decimal(format::plain(*rate), 4, language),
                currency.code()
            )
        };
        let rates: Vec<String> = template.rates.iter().map(rate).collect();
        page.definition(&plan.word("about-rates"), &rates.join("; "))?;
    }
    if texts_cut > 0 {
        page.sentence(&language.say("text-cut", &[("count", texts_cut.into())]))?;
    }
    page.next += 1;
    Ok(())
}

/// The parts that the input gives no content for.
fn missing(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    if plan.missing.is_empty() {
        return Ok(());
    }
    page.heading(&plan.word("about-missing-title"))?;
    for (section, why) in &plan.missing {
        page.definition(&section.title(plan.language), why)?;
    }
    page.next += 1;
    Ok(())
}

fn files(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("about-files-title"))?;
    for input in plan.report.inputs {
        let words = [
            ("format", Word::from(input.format)),
            ("bytes", Word::from(input.bytes)),
            ("sha", Word::from(input.sha256.as_str())),
        ];
        page.definition(&input.file, &plan.language.say("about-file", &words))?;
    }
    page.next += 1;
    Ok(())
}

fn sheets(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("about-sheets-title"))?;
    let heads = [
        left(plan.word("about-sheet")),
        left(plan.word("about-layout")),
        left(plan.word("about-reason")),
        left(plan.word("about-more")),
        right(plan.word("about-rows")),
    ];
    let sheets = plan.report.inputs.iter().flat_map(|input| &input.sheets);
    page.grid(&heads, sheets.map(|sheet| sheet_row(plan, sheet)).collect())
}

fn sheet_row(plan: &Plan<'_>, sheet: &InputSheet) -> Vec<Cell> {
    let read_as = match (sheet.layout, sheet.left_out) {
        (Some(layout), _) => plan.word(&format!("layout-{layout}")),
        (None, Some(why)) => {
            plan.language.say("about-left-out", &[("why", plan.word(&format!("left-out-{why}")).into())])
        }
        (None, None) => String::new(),
    };
    let reasons: Vec<String> = sheet.layout_reasons.iter().map(|reason| reason.say(plan.language)).collect();
    vec![
        Cell::Strong(sheet.at.to_string()),
        Cell::Text(read_as),
        Cell::Text(reasons.join("; ")),
        Cell::Text(further_facts(plan, sheet).join("\n")),
        Cell::Count(sheet.rows),
    ]
}

/// Where the header is, what the sheet's name says, how its rows find their deals, whether it is hidden.
fn further_facts(plan: &Plan<'_>, sheet: &InputSheet) -> Vec<String> {
    let language = plan.language;
    let header = sheet.layout.map(|_| match sheet.header_row {
        Some(row) => language.say("inspect-header-row", &[("row", row.to_string().into())]),
        None => plan.word("inspect-no-header"),
    });
    let related = |header: &String| language.say("inspect-related-by", &[("header", header.as_str().into())]);
    let facts = [
        ("inspect-header", header),
        ("inspect-name", sheet.name_says.as_ref().map(|says| says.say(language))),
        ("inspect-related", sheet.related_by.as_ref().map(related)),
    ];
    let named = facts.into_iter().filter_map(|(key, fact)| Some(format!("{}: {}", plan.word(key), fact?)));
    named.chain(sheet.hidden.then(|| plan.word("inspect-hidden"))).collect()
}

/// What each column was taken for, how surely and why.
fn columns(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("about-columns-title"))?;
    page.remark(&plan.word("about-columns-note"))?;
    let heads = [
        left(plan.word("about-sheet")),
        left(plan.word("about-column")),
        left(plan.word("about-header")),
        left(plan.word("about-field")),
        right(plan.word("about-score")),
        left(plan.word("about-reason")),
        left(plan.word("about-example")),
    ];
    let sheets = plan.report.inputs.iter().flat_map(|input| &input.sheets);
    let mut rows: Vec<Vec<Cell>> =
        sheets.flat_map(|sheet| sheet.columns.iter().map(|column| column_row(plan, sheet, column))).collect();
    if rows.len() > MOST_COLUMNS {
        page.remark(&plan.list_cut(Section::About, MOST_COLUMNS, rows.len()))?;
        rows.truncate(MOST_COLUMNS);
    }
    page.table(&heads, rows, &plan.word("list-empty"))
}

fn column_row(plan: &Plan<'_>, sheet: &InputSheet, column: &InputColumn) -> Vec<Cell> {
    let language = plan.language;
    let pipeline = &plan.report.book.pipeline;
    let stage = |key: &str| pipeline.by_key(key).map_or(key, |id| plan.stage_name(id)).to_owned();
    let meaning = column.meaning(language, stage);
    let field = meaning.map_or_else(|| Cell::Text(plan.word("about-unused")), Cell::Strong);
    vec![
        Cell::Text(sheet.at.to_string()),
        Cell::Text(column.letters.clone()),
        Cell::Text(column.header.clone()),
        field,
        if column.field.is_some() { Cell::Share(column.score) } else { Cell::Blank },
        Cell::Text(language.text(&format!("column-reason-{}", column.reason))),
        column.example.clone().map_or(Cell::Blank, Cell::Text),
    ]
}

/// The pipeline as it was used, with the words that the sheets use for each stage.
fn stages(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("about-stages-title"))?;
    let heads = [
        left(plan.word("deals-stage")),
        left(plan.word("about-kind")),
        left(plan.word("about-origin")),
        left(plan.word("about-words")),
    ];
    let rows = plan.report.book.pipeline.iter().map(|(id, stage)| {
        let words: Vec<String> = stage.words.iter().map(|(word, count)| format!("{word} ({count})")).collect();
        vec![
            Cell::Strong(plan.stage_name(id).to_owned()),
            Cell::Text(plan.word(match stage.kind {
                StageKind::Open => "state-open",
                StageKind::Deferred => "state-deferred",
                StageKind::Won => "state-won",
                StageKind::Lost => "state-lost",
                StageKind::Vanished => "state-vanished",
            })),
            Cell::Text(plan.word(match stage.origin {
                StageOrigin::Template => "about-origin-template",
                StageOrigin::Sheet => "about-origin-sheet",
            })),
            Cell::Text(words.join("; ")),
        ]
    });
    page.grid(&heads, rows.collect())
}
