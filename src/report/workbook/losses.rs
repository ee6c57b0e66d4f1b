//! Why deals are lost: what sellers wrote down as the reason, by the furthest stage reached and by source.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::measure::{LostReason, LostReasons};
use crate::model::{DealState, StageId};
use crate::report::section::Section;

use super::deals::{Column, state_word};
use super::formulas::{Test, comparison};
use super::funnel::ratio;
use super::page::{Cell, Head, Look, Page, right};
use super::plan::Plan;

const WIDTHS: [f64; 11] = [34.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0];

/// Rows and columns at most; the rest is counted together.
const MOST_REASONS: usize = 200;
const MOST_COLUMNS: usize = 9;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Losses, &WIDTHS)?;
    page.title(Section::Losses, &plan.word("lead-losses"))?;
    let losses = plan.report.measures.lost_reasons.known().expect("losses without reasons have no sheet");
    page.sentence(&verdict(plan, losses))?;
    page.next += 1;
    let shown = &losses.reasons[..losses.reasons.len().min(MOST_REASONS)];
    if shown.len() < losses.reasons.len() {
        page.remark(&plan.list_cut(Section::Losses, shown.len(), losses.reasons.len()))?;
    }
    reasons(&mut page, losses, shown)?;
    by_stage(&mut page, shown)?;
    by_source(&mut page, shown)?;
    page.definitions(&["term-lost-reasons", "losses-reason", "losses-by-stage"])?;
    Ok(page)
}

/// The reason given most often, and how many have none.
fn verdict(plan: &Plan<'_>, losses: &LostReasons) -> String {
    let language = plan.language;
    let mut told = Vec::new();
    if let Some(first) = losses.reasons.first() {
        let given = losses.lost - losses.without;
        let words =
            [("reason", Word::from(first.reason.as_str())), ("count", first.deals.into()), ("all", given.into())];
        told.push(language.say("losses-sentence", &words));
    }
    if losses.without > 0 {
        let words = [("count", Word::from(losses.without)), ("all", losses.lost.into())];
        told.push(language.say("losses-without", &words));
    }
    told.join(" ")
}

fn reasons(page: &mut Page<'_>, losses: &LostReasons, shown: &[LostReason]) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("losses-title"))?;
    let mut heads = vec![plan.words("deals-lost-reason"), plan.figures("losses-deals"), plan.figures("losses-share")];
    heads.extend(plan.shown_currencies().iter().map(|currency| plan.money_head("losses-value", *currency)));
    let written = written(plan);
    let rows = shown.iter().map(|reason| {
        let mut row = vec![Cell::Strong(reason.reason.clone())];
        let tests = written_as_counted(plan, reason, &written);
        row.push(match &tests {
            Some(tests) => Cell::Live(plan.ledger.count(tests), reason.deals as f64, Look::Count),
            None => Cell::Count(reason.deals),
        });
        row.push(ratio(&format!("B{{row}}/{}", losses.lost), Some(reason.deals as f64 / losses.lost as f64)));
        row.extend(match &tests {
            Some(tests) => plan.money_cells(tests, &reason.value),
            None => plan.money_values(&reason.value),
        });
        row
    });
    page.grid(&heads, rows.collect())
}

/// The reasons of lost deals letter by letter, and how often each occurs.
fn written<'p>(plan: &Plan<'p>) -> BTreeMap<&'p str, usize> {
    let book = plan.report.book;
    let mut written = BTreeMap::new();
    for deal in book.deals.iter().filter(|deal| deal.state(&book.pipeline) == DealState::Lost) {
        if let Some(reason) = deal.lost_reason.as_deref() {
            *written.entry(reason).or_default() += 1;
        }
    }
    written
}

/// The tests of the deals lost for a reason; none where several spellings of it are counted as one, which a formula
/// could not follow.
fn written_as_counted(plan: &Plan<'_>, reason: &LostReason, written: &BTreeMap<&str, usize>) -> Option<Vec<Test>> {
    (written.get(reason.reason.as_str()) == Some(&reason.deals)).then(|| {
        let how = comparison(&reason.reason, written.keys().copied());
        vec![
            Test::Same(Column::LostReason, "$A{row}".to_owned(), how),
            Test::Word(Column::State, state_word(DealState::Lost, plan.language)),
        ]
    })
}

fn by_stage(page: &mut Page<'_>, shown: &[LostReason]) -> Done {
    let plan = page.plan;
    let mut stages: Vec<Option<StageId>> =
        shown.iter().flat_map(|reason| &reason.by_stage).map(|(stage, _)| *stage).collect();
    let place = |stage: &Option<StageId>| {
        plan.report.book.pipeline.iter().position(|(id, _)| Some(id) == *stage).unwrap_or(usize::MAX)
    };
    stages.sort_by_key(place);
    stages.dedup();
    let name = |stage: &Option<StageId>| {
        stage.map_or_else(|| plan.word("losses-no-stage"), |id| plan.stage_name(id).to_owned())
    };
    page.heading(&plan.word("losses-by-stage-title"))?;
    crossed(page, shown, &stages, name, |reason| &reason.by_stage)
}

fn by_source(page: &mut Page<'_>, shown: &[LostReason]) -> Done {
    let plan = page.plan;
    let mut counts: BTreeMap<&Option<String>, usize> = BTreeMap::new();
    for (source, deals) in shown.iter().flat_map(|reason| &reason.by_source) {
        *counts.entry(source).or_default() += deals;
    }
    if counts.keys().all(|source| source.is_none()) {
        return Ok(());
    }
    let mut sources: Vec<_> = counts.into_iter().collect();
    sources.sort_by(|(a, a_deals), (b, b_deals)| b_deals.cmp(a_deals).then(a.cmp(b)));
    let sources: Vec<Option<String>> = sources.into_iter().map(|(source, _)| source.clone()).collect();
    let name = |source: &Option<String>| source.clone().unwrap_or_else(|| plan.word("no-source"));
    page.heading(&plan.word("losses-by-source-title"))?;
    crossed(page, shown, &sources, name, |reason| &reason.by_source)
}

/// Reasons in rows, stages or sources in columns. The last column takes what has no column of its own.
fn crossed<K: PartialEq>(
    page: &mut Page<'_>,
    shown: &[LostReason],
    keys: &[K],
    name: impl Fn(&K) -> String,
    counts: impl Fn(&LostReason) -> &Vec<(K, usize)>,
) -> Done {
    let plan = page.plan;
    let own = &keys[..keys.len().min(MOST_COLUMNS)];
    let mut heads: Vec<Head> = vec![plan.words("deals-lost-reason")];
    heads.extend(own.iter().map(|key| right(name(key))));
    if own.len() < keys.len() {
        heads.push(plan.figures("losses-others"));
    }
    let rows = shown.iter().map(|reason| {
        let of = |key: &K| counts(reason).iter().find(|(other, _)| other == key).map_or(0, |(_, deals)| *deals);
        let mut row = vec![Cell::Strong(reason.reason.clone())];
        let cells: Vec<usize> = own.iter().map(of).collect();
        let told: usize = cells.iter().sum();
        row.extend(cells.into_iter().map(|deals| if deals == 0 { Cell::Blank } else { Cell::Count(deals) }));
        if own.len() < keys.len() {
            row.push(Cell::Count(reason.deals - told));
        }
        row
    });
    page.grid(&heads, rows.collect())
}
