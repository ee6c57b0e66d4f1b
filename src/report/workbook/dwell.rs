//! Time in stage: how long deals stay in each stage and how the stays end, from inquiry to won, and at which stage
//! most money stops.

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{
    Bottleneck, BottleneckStage, Cause, Cycle, Dwell, DwellQuantile, DwellTimes, MARKS, Measured, QUANTILES,
};
use crate::model::Currency;
use crate::report::section::Section;

use super::funnel::share;
use super::page::{Cell, Head, Page};
use super::plan::Plan;

const WIDTHS: [f64; 13] = [26.0, 12.0, 12.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0, 13.0];

/// Stays that lasted as long as a quantile, below which it is a rough figure.
const FEW_AT_RISK: usize = 5;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::TimeInStage, &WIDTHS)?;
    page.title(Section::TimeInStage, &plan.word("lead-time-in-stage"))?;
    stays(&mut page)?;
    ends(&mut page)?;
    cycle(&mut page)?;
    bottleneck(&mut page)?;
    page.definitions(&[
        "dwell-stays",
        "term-time-in-stage",
        "dwell-quantiles",
        "term-not-reached",
        "term-restricted-mean",
        "term-cycle",
    ])?;
    if plan.report.measures.bottleneck.known().is_some() {
        page.definitions(&["term-bottleneck", "term-one-percent", "term-queue"])?;
    }
    Ok(page)
}

/// One row a stage with the days that deals stay in it; below it, in words, what the rows cannot tell.
fn stays(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("dwell-title"))?;
    let mut heads = vec![plan.words("deals-stage")];
    heads.extend(["dwell-n", "dwell-still", "dwell-p50", "dwell-p50-interval"].map(|key| plan.figures(key)));
    for key in ["dwell-p75", "dwell-p90"] {
        heads.extend([plan.figures(key), plan.figures("dwell-at-risk")]);
    }
    heads.extend(["dwell-restricted", "dwell-still-share", "dwell-longest"].map(|key| plan.figures(key)));
    page.grid(&heads, plan.report.measures.dwells.iter().map(|dwell| stays_row(plan, dwell)).collect())?;
    let said: Vec<String> = plan.report.measures.dwells.iter().flat_map(|dwell| untold(plan, dwell)).collect();
    for sentence in &said {
        page.remark(sentence)?;
    }
    page.next += u32::from(!said.is_empty());
    Ok(())
}

fn stays_row(plan: &Plan<'_>, dwell: &Dwell) -> Vec<Cell> {
    let mut row =
        vec![Cell::Strong(plan.stage_name(dwell.stage).to_owned()), Cell::Count(dwell.n), Cell::Count(dwell.still_in)];
    let Measured::Known(times) = &dwell.times else {
        row.extend((0..9).map(|_| Cell::Right("–".to_owned())));
        return row;
    };
    let quantile = |found: Option<DwellQuantile>| match found {
        Some(quantile) => Cell::Tenth(quantile.days),
        None => Cell::Right(format!("> {}", days(plan, times.longest))),
    };
    let at_risk = |found: Option<DwellQuantile>| match found {
        Some(quantile) if quantile.at_risk < FEW_AT_RISK => Cell::RoughCount(quantile.at_risk),
        Some(quantile) => Cell::Count(quantile.at_risk),
        None => Cell::Right("–".to_owned()),
    };
    row.extend([quantile(times.quantiles[0]), median_interval(plan, times)]);
    for found in &times.quantiles[1..] {
        row.extend([quantile(*found), at_risk(*found)]);
    }
    row.extend([Cell::Tenth(times.restricted_mean), Cell::Share(times.still_there), Cell::Tenth(times.longest)]);
    row
}

/// The interval of the median: `3–4`; an end that nobody reached is open: `5–`.
fn median_interval(plan: &Plan<'_>, times: &DwellTimes) -> Cell {
    let (lo, hi) = times.median_ci;
    let end = |days_in: Option<f64>| days_in.map(|found| days(plan, found)).unwrap_or_default();
    if lo.is_none() && hi.is_none() {
        Cell::Right("–".to_owned())
    } else {
        Cell::Right(format!("{}–{}", end(lo), end(hi)))
    }
}

fn days(plan: &Plan<'_>, count: f64) -> String {
    format::short_decimal(count, 1, plan.language)
}

/// What a stage's row does not tell, in words.
fn untold(plan: &Plan<'_>, dwell: &Dwell) -> Vec<String> {
    let language = plan.language;
    let stage = || Word::from(plan.stage_name(dwell.stage));
    let mut said = Vec::new();
    match &dwell.times {
        Measured::Unknown(why) => {
            let why = language.text(&format!("reason-{}", why.name()));
            said.push(language.say("dwell-unknown", &[("stage", stage()), ("why", why.into())]));
        }
        Measured::Known(times) => {
            let beyond = QUANTILES.iter().zip(times.quantiles).find(|(_, found)| found.is_none());
            if let Some((percent, _)) = beyond {
                let words = [
                    ("stage", stage()),
                    ("percent", (*percent as usize).into()),
                    ("days", days(plan, times.longest).into()),
                    ("share", format::percent(times.still_there, 0, language).into()),
                ];
                said.push(language.say("dwell-beyond", &words));
            }
        }
    }
    if dwell.undated > 0 && dwell.times.known().is_some() {
        said.push(language.say("dwell-undated", &[("stage", stage()), ("count", dwell.undated.into())]));
    }
    said
}

/// One row a stage: how its stays ended, and by when. Causes that never occur have no column.
fn ends(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    let dwells = &plan.report.measures.dwells;
    let mut counted: Vec<(String, Vec<usize>)> = Cause::ALL
        .iter()
        .enumerate()
        .map(|(place, cause)| {
            (format!("exit-{}", cause.name()), dwells.iter().map(|dwell| dwell.exits[place]).collect())
        })
        .collect();
    counted.push(("dwell-re-entries".to_owned(), dwells.iter().map(|dwell| dwell.re_entries).collect()));
    counted.retain(|(_, counts)| counts.iter().any(|count| *count > 0));
    page.heading(&plan.word("dwell-ends-title"))?;
    let mut heads = vec![plan.words("deals-stage")];
    heads.extend(counted.iter().map(|(key, _)| plan.figures(key)));
    for cause in ["advance", "lost"] {
        for mark in [30_u32, 90] {
            heads.push(plan.figures_of(&format!("dwell-{cause}-by"), &[("count", mark.into())]));
        }
        heads.push(plan.figures(&format!("dwell-{cause}-half")));
    }
    let rows = dwells.iter().enumerate().map(|(place, dwell)| {
        let mut row = vec![Cell::Strong(plan.stage_name(dwell.stage).to_owned())];
        row.extend(counted.iter().map(|(_, counts)| Cell::Count(counts[place])));
        for cause in [Cause::Advance, Cause::Lost] {
            row.extend(left_by(dwell, cause));
        }
        row
    });
    page.grid(&heads, rows.collect())
}

/// The share that has left by a cause after 30 and 90 days, and the days by which half of them have.
fn left_by(dwell: &Dwell, cause: Cause) -> [Cell; 3] {
    let times = dwell.times.known().and_then(|times| times.causes.iter().find(|found| found.cause == cause));
    let Some(times) = times else { return [Cell::Blank, Cell::Blank, Cell::Blank] };
    let at = |days: u32| {
        let place = MARKS.iter().position(|mark| *mark == days);
        share(place.map(|place| times.at[place]))
    };
    [at(30), at(90), times.p50_among.map_or(Cell::Blank, Cell::Tenth)]
}

fn cycle(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("cycle-title"))?;
    match &plan.report.measures.cycle {
        Measured::Unknown(why) => page.unmeasured("cycle-unknown", *why),
        Measured::Known(cycle) => {
            page.sentence(&cycle_sentence(plan, cycle))?;
            page.next += 1;
            let keys =
                ["cycle-n", "cycle-won", "cycle-p50", "cycle-p75", "cycle-p90", "cycle-won-end", "cycle-open-end"];
            let mut heads = vec![plan.words("funnel-overall")];
            heads.extend(keys.map(|key| plan.figures(key)));
            let row = vec![
                Cell::Strong(plan.word("funnel-overall-row")),
                Cell::Count(cycle.n),
                Cell::Count(cycle.won),
                Cell::Tenth(cycle.p50),
                Cell::Tenth(cycle.p75),
                Cell::Tenth(cycle.p90),
                Cell::Share(cycle.won_at_end),
                Cell::Share(cycle.undecided_at_end),
            ];
            page.grid(&heads, vec![row])
        }
    }
}

fn cycle_sentence(plan: &Plan<'_>, cycle: &Cycle) -> String {
    let [half, most, nearly] = [cycle.p50, cycle.p75, cycle.p90].map(|found| Word::from(days(plan, found)));
    plan.language.say("cycle-sentence", &[("half", half), ("most", most), ("nearly", nearly)])
}

fn bottleneck(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("bottleneck-title"))?;
    let found = match &plan.report.measures.bottleneck {
        Measured::Unknown(why) => return page.unmeasured("bottleneck-unknown", *why),
        Measured::Known(found) => found,
    };
    if let Some(sentence) = bottleneck_sentence(plan, found) {
        page.sentence(&sentence)?;
        page.next += 1;
    }
    let rows = found.stages.iter().map(|stage| bottleneck_row(plan, stage, found.currency));
    page.grid(&bottleneck_heads(plan, found.currency), rows.collect())?;
    if found.lost_undated > 0 {
        page.remark(&plan.language.say("bottleneck-undated", &[("count", found.lost_undated.into())]))?;
        page.next += 1;
    }
    Ok(())
}

/// The bottleneck by name, or that no stage stands out; none where nothing stops.
pub(super) fn bottleneck_sentence(plan: &Plan<'_>, found: &Bottleneck) -> Option<String> {
    let language = plan.language;
    let first = found.named.or(found.ranking.first().copied())?;
    let stage = found.stages.iter().find(|stage| stage.stage == first)?;
    if stage.score <= 0.0 {
        return None;
    }
    let sure = format::percent(found.top_share, 0, language);
    let words = [
        ("stage", Word::from(plan.stage_name(first))),
        ("value", plan.sum_short(stage.score, found.currency).into()),
        ("share", format::percent(stage.score_share, 0, language).into()),
        ("sure", sure.into()),
    ];
    Some(if found.named.is_some() {
        language.say("bottleneck-named", &words)
    } else {
        language.say("bottleneck-none", &[words[0].clone(), words[3].clone()])
    })
}

fn bottleneck_heads(plan: &Plan<'_>, currency: Option<Currency>) -> Vec<Head> {
    let figures = |name: &str| plan.figures(&format!("bottleneck-{name}"));
    let money = |name: &str| plan.sum_head(&format!("bottleneck-{name}"), currency);
    vec![
        plan.words("deals-stage"),
        figures("lost"),
        money("lost-a-month"),
        figures("stalled"),
        money("stalled-value"),
        figures("conversion"),
        figures("won-after"),
        money("score"),
        figures("score-share"),
        money("one-percent"),
        figures("queue-length"),
        figures("queue-days"),
        figures("queue-flow"),
    ]
}

fn bottleneck_row(plan: &Plan<'_>, stage: &BottleneckStage, currency: Option<Currency>) -> Vec<Cell> {
    vec![
        Cell::Strong(plan.stage_name(stage.stage).to_owned()),
        Cell::Count(stage.lost),
        Cell::Sum(stage.lost_a_month, currency),
        Cell::Count(stage.stalled),
        Cell::Sum(stage.stalled_value, currency),
        Cell::Share(stage.conversion),
        Cell::Share(stage.won_after),
        Cell::Sum(stage.score, currency),
        Cell::Share(stage.score_share),
        Cell::Sum(stage.one_percent, currency),
        Cell::Tenth(stage.queue.length),
        stage.queue.days.map_or(Cell::Blank, Cell::Tenth),
        Cell::Change(stage.queue.net_flow as f64),
    ]
}
