//! The funnel stage by stage: how many came, how many went on, and what that allows to say.

use rust_xlsxwriter::XlsxError;

use crate::i18n::format;
use crate::measure::{FunnelStage, Interval, Step, Within};
use crate::model::{DealState, Purse, StageId};
use crate::report::section::Section;
use crate::settings::{ConversionDays, ConversionRule};

use super::chart;
use super::cohorts;
use super::deals::{Column, state_word};
use super::formulas::{Test, comparison};
use super::page::{Cell, Head, Look, Page, left, right};
use super::plan::Plan;

const WIDTHS: [f64; 11] = [26.0, 16.0, 16.0, 16.0, 16.0, 21.0, 16.0, 16.0, 16.0, 16.0, 16.0];

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Funnel, &WIDTHS)?;
    page.title(Section::Funnel, &plan.word("lead-funnel"))?;
    let funnel = &plan.report.measures.funnel;
    if funnel.losses_unplaced > 0 {
        page.warning(&plan.language.say("funnel-unplaced", &[("count", funnel.losses_unplaced.into())]))?;
        page.next += 1;
    }
    let first_row = reached(&mut page)?;
    steps(&mut page)?;
    overall(&mut page)?;
    worth(&mut page)?;
    times(&mut page)?;
    cohorts::block(&mut page)?;
    rule(&mut page)?;
    definitions(&mut page)?;
    chart::base(&mut page, first_row)?;
    Ok(page)
}

/// The tests of deals that stood on a rung or passed through it from below.
fn at_risk(rank: u32) -> Vec<Test> {
    vec![
        Test::AtLeast(Column::FirstRung, 1),
        Test::AtMost(Column::FirstRung, rank),
        Test::AtLeast(Column::FurthestRung, rank),
    ]
}

/// The tests of deals that reached a rung.
pub(super) fn came_to(rank: u32) -> Vec<Test> {
    vec![Test::AtLeast(Column::FirstRung, 1), Test::AtLeast(Column::FurthestRung, rank)]
}

fn reached(page: &mut Page<'_>) -> Result<u32, XlsxError> {
    let plan = page.plan;
    let stages = &plan.report.measures.funnel.stages;
    page.heading(&plan.word("funnel-reached-title"))?;
    let mut heads = vec![left(plan.word("deals-stage"))];
    heads.extend(["reached", "visited", "skipped", "joined", "here-now"].map(|name| head(plan, name)));
    let first_row = page.next + 1;
    let rows = stages.iter().enumerate().map(|(place, stage)| {
        let live = |tests: &[Test], count: usize| Cell::Live(plan.ledger.count(tests), count as f64, Look::Count);
        let joined = [Test::Equals(Column::FirstRung, stage.rank)];
        vec![
            Cell::Strong(plan.stage_name(stage.stage).to_owned()),
            live(&came_to(stage.rank), stage.reached),
            Cell::Count(stage.visited),
            Cell::Live("B{row}-C{row}".to_owned(), stage.skipped() as f64, Look::Count),
            if place == 0 { Cell::Blank } else { live(&joined, stage.joined_here) },
            live(&[here_now(plan, stage)], stage.here_now),
        ]
    });
    page.grid(&heads, rows.collect())?;
    Ok(first_row)
}

/// Deals that are on this rung now; on the rung of won deals also those in after-sales stages.
fn here_now(plan: &Plan<'_>, stage: &FunnelStage) -> Test {
    if plan.report.book.pipeline.won() == Some(stage.stage) {
        state(plan, DealState::Won)
    } else {
        in_stage_of_column_a(plan, stage.stage)
    }
}

/// Deals in the stage that column A of the row names.
pub(super) fn in_stage_of_column_a(plan: &Plan<'_>, stage: StageId) -> Test {
    let names = plan.report.book.pipeline.iter().map(|(id, _)| plan.stage_name(id));
    Test::Same(Column::Stage, "$A{row}".to_owned(), comparison(plan.stage_name(stage), names))
}

fn state(plan: &Plan<'_>, state: DealState) -> Test {
    Test::Word(Column::State, state_word(state, plan.language))
}

fn steps(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let funnel = &plan.report.measures.funnel;
    page.heading(&plan.word("funnel-steps-title"))?;
    let all_placed = funnel.losses_unplaced == 0;
    let vanished = plan.report.measures.totals.vanished > 0;
    let mut names = vec!["at-risk", "advanced", "lost"];
    names.extend((!all_placed).then_some("unplaced-column"));
    names.extend(vanished.then_some("vanished"));
    names.extend(["undecided", "rate-low", "rate-high"]);
    if all_placed {
        names.extend(["settled", "interval"]);
    }
    let mut heads = vec![left(plan.word("deals-stage"))];
    heads.extend(names.iter().map(|name| head(plan, name)));
    let rows = funnel.stages.windows(2).filter_map(|pair| {
        let risen = Risen { plan, rank: pair[0].rank, next: pair[1].rank, step: pair[0].step.as_ref()?, all_placed };
        let mut row = vec![Cell::Strong(plan.stage_name(pair[0].stage).to_owned())];
        row.extend(names.iter().map(|name| risen.cell(name)));
        Some(row)
    });
    page.grid(&heads, rows.collect())
}

/// The way from one rung to the next.
struct Risen<'a> {
    plan: &'a Plan<'a>,
    rank: u32,
    next: u32,
    step: &'a Step,
    all_placed: bool,
}

impl Risen<'_> {
    fn cell(&self, name: &str) -> Cell {
        let (step, ledger) = (self.step, &self.plan.ledger);
        let live = |tests: &[Test], count: usize| Cell::Live(ledger.count(tests), count as f64, Look::Count);
        match name {
            "at-risk" => live(&at_risk(self.rank), step.at_risk),
            "advanced" => {
                let mut tests = at_risk(self.rank);
                tests.push(Test::AtLeast(Column::FurthestRung, self.next));
                live(&tests, step.advanced)
            }
            "lost" if self.all_placed => live(&self.stayed(DealState::Lost), step.lost),
            "lost" => live(&self.lost("yes"), step.lost),
            "unplaced-column" => live(&self.lost("no"), step.unplaced),
            "vanished" => live(&self.stayed(DealState::Vanished), step.vanished),
            "undecided" => {
                let [open, deferred] = [DealState::Open, DealState::Deferred].map(|s| ledger.count(&self.stayed(s)));
                Cell::Live(format!("{open}+{deferred}"), step.undecided as f64, Look::Count)
            }
            // Without losses at an unknown stage the bounds follow from the counts of the row.
            "rate-low" if self.all_placed => ratio("C{row}/B{row}", step.rate_low),
            "rate-high" if self.all_placed => ratio("(B{row}-D{row})/B{row}", step.rate_high),
            "rate-low" => share(step.rate_low),
            "rate-high" => share(step.rate_high),
            "settled" => ratio("C{row}/(C{row}+D{row})", step.rate_settled),
            _ => interval(step.rate_settled_ci, self.plan),
        }
    }

    /// The tests of deals that stood here, did not go on and are in this state.
    fn stayed(&self, of: DealState) -> Vec<Test> {
        let mut tests = at_risk(self.rank);
        tests.extend([Test::AtMost(Column::FurthestRung, self.next - 1), state(self.plan, of)]);
        tests
    }

    /// Lost deals of which a sheet tells (`yes`) or does not tell (`no`) where they were lost.
    fn lost(&self, placed: &str) -> Vec<Test> {
        let mut tests = self.stayed(DealState::Lost);
        tests.push(Test::Word(Column::LossPlaced, self.plan.word(placed)));
        tests
    }
}

fn overall(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let funnel = &plan.report.measures.funnel;
    let (Some(first), overall) = (funnel.stages.first(), &funnel.overall) else { return Ok(()) };
    page.heading(&plan.word("funnel-overall-title"))?;
    let names = ["began", "won", "lost", "undecided", "rate-low", "rate-high", "settled", "interval"];
    let mut heads = vec![left("")];
    heads[0].title = plan.word("funnel-overall");
    heads.extend(names.map(|name| head(plan, name)));
    let began = Test::Equals(Column::FirstRung, first.rank);
    let count = |of: DealState| plan.ledger.count(&[began.clone(), state(plan, of)]);
    let undecided = format!("{}+{}", count(DealState::Open), count(DealState::Deferred));
    let live = |formula: String, count: usize| Cell::Live(formula, count as f64, Look::Count);
    let row = vec![
        Cell::Strong(plan.word("funnel-overall-row")),
        live(plan.ledger.count(std::slice::from_ref(&began)), overall.n),
        live(count(DealState::Won), overall.won),
        live(count(DealState::Lost), overall.lost),
        live(undecided, overall.undecided),
        ratio("C{row}/B{row}", overall.rate_low),
        ratio("(B{row}-D{row})/B{row}", overall.rate_high),
        ratio("C{row}/(C{row}+D{row})", overall.rate_settled),
        interval(overall.rate_settled_ci, plan),
    ];
    page.grid(&heads, vec![row])
}

fn worth(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    if plan.currencies.is_empty() {
        return Ok(());
    }
    page.heading(&plan.word("funnel-worth-title"))?;
    let mut heads = vec![left(plan.word("deals-stage"))];
    for name in ["value-reached", "value-here"] {
        heads.extend(
            plan.shown_currencies().iter().map(|currency| plan.money_head(&format!("funnel-{name}"), *currency)),
        );
    }
    let rows = plan.report.measures.funnel.stages.iter().map(|stage| {
        let sums = |tests: &[Test], purse: &Purse| plan.money_cells(tests, purse);
        let mut row = vec![Cell::Strong(plan.stage_name(stage.stage).to_owned())];
        row.extend(sums(&came_to(stage.rank), &stage.value_reached));
        row.extend(sums(&[here_now(plan, stage)], &stage.here_now_value));
        row
    });
    page.grid(&heads, rows.collect())
}

fn times(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let funnel = &plan.report.measures.funnel;
    page.heading(&plan.word("funnel-times-title"))?;
    // N, the horizon of conversion, stands beside the others.
    let days = plan.report.measures.conversion.days;
    let horizons = |within: &[(u32, Option<Within>)], converted: Option<&Within>| {
        let mut all = within.to_vec();
        if all.iter().all(|(horizon, _)| *horizon != days) {
            all.push((days, converted.cloned()));
            all.sort_by_key(|(horizon, _)| *horizon);
        }
        all
    };
    let steps = funnel.stages.iter().filter_map(|stage| {
        let name = plan.stage_name(stage.stage).to_owned();
        stage.step.as_ref().map(|step| (name, horizons(&step.within, step.converted.as_ref())))
    });
    let overall = horizons(&funnel.overall.within, funnel.overall.converted.as_ref());
    let all: Vec<_> = steps.chain([(plan.word("funnel-overall-row"), overall)]).collect();
    if all.iter().all(|(_, within)| within.iter().all(|(_, within)| within.is_none())) {
        page.sentence(&plan.word("funnel-times-none"))?;
        page.next += 1;
        return Ok(());
    }
    let mut heads = vec![left(plan.word("deals-stage"))];
    let horizons = all.first().map_or(&[][..], |(_, within)| within.as_slice());
    for (days, _) in horizons {
        heads.push(right(plan.language.say("funnel-within", &[("count", (*days).into())])));
        heads.push(head(plan, "interval"));
        let last = heads.len() - 1;
        heads[last].title = plan.language.say("funnel-within-interval", &[("count", (*days).into())]);
    }
    let rows = all.into_iter().map(|(name, within)| {
        let mut row = vec![Cell::Strong(name)];
        for (_, within) in within {
            match within {
                Some(within) => {
                    row.push(Cell::Share(within.rate));
                    row.push(Cell::Right(range(
                        within.ci.0.unwrap_or(within.rate),
                        within.ci.1.unwrap_or(within.rate),
                        plan,
                    )));
                }
                None => row.extend([Cell::Right(plan.word("too-early")), Cell::Blank]),
            }
        }
        row
    });
    page.grid(&heads, rows.collect())
}

/// The rule of conversion; its figures where they are not those above.
fn rule(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let conversion = &plan.report.measures.conversion;
    page.heading(&plan.word("funnel-rule-title"))?;
    page.sentence(&plan.word(&format!("funnel-rule-{}", conversion.rule.name())))?;
    let learned = plan.report.measures.cycle.known().is_some();
    let from = match conversion.days_from {
        ConversionDays::Fixed(_) => "funnel-days-fixed",
        ConversionDays::OfCycle if learned => "funnel-days-cycle",
        ConversionDays::OfCycle => "funnel-days-default",
    };
    page.sentence(&plan.language.say(from, &[("days", conversion.days.into())]))?;
    page.next += 1;
    if conversion.rule == ConversionRule::Reached {
        return Ok(());
    }
    let mut heads = vec![plan.words("deals-stage")];
    heads.extend(["of", "on", "rate"].map(|name| plan.figures(&format!("funnel-conversion-{name}"))));
    heads.push(plan.figures("funnel-interval"));
    let steps = conversion.steps.iter().map(|(stage, step)| (plan.stage_name(*stage).to_owned(), step));
    let rows = steps.chain([(plan.word("funnel-overall-row"), &conversion.overall)]).map(|(name, step)| {
        vec![
            Cell::Strong(name),
            Cell::Count(step.of),
            Cell::Count(step.went_on),
            ratio("C{row}/B{row}", step.rate),
            interval(step.ci, plan),
        ]
    });
    page.grid(&heads, rows.collect())
}

/// What each column means, in plain words.
fn definitions(page: &mut Page<'_>) -> Result<(), XlsxError> {
    const NAMES: &[&str] = &[
        "visited",
        "skipped",
        "joined",
        "here-now",
        "at-risk",
        "lost",
        "unplaced-column",
        "rate-low",
        "rate-high",
        "settled",
        "interval",
    ];
    let plan = page.plan;
    page.definitions(&["term-reached", "term-went-on", "term-within-days", "term-by-value"])?;
    if !plan.report.measures.cohorts.is_empty() {
        page.definitions(&["term-cohorts"])?;
    }
    for name in NAMES {
        if *name == "unplaced-column" && plan.report.measures.funnel.losses_unplaced == 0 {
            continue;
        }
        page.definition(&plan.word(&format!("funnel-{name}")), &plan.word(&format!("funnel-{name}.note")))?;
    }
    page.next += 1;
    Ok(())
}

fn head(plan: &Plan<'_>, name: &str) -> Head {
    plan.figures(&format!("funnel-{name}"))
}

pub(super) fn share(share: Option<f64>) -> Cell {
    share.map_or(Cell::Blank, Cell::Share)
}

/// A share that follows from other cells of the row.
pub(super) fn ratio(formula: &str, share: Option<f64>) -> Cell {
    share.map_or(Cell::Blank, |share| Cell::Live(formula.to_owned(), share, Look::Share))
}

/// An interval of a share, as text.
pub(super) fn interval(interval: Option<Interval>, plan: &Plan<'_>) -> Cell {
    interval.map_or(Cell::Blank, |interval| Cell::Right(range(interval.lo, interval.hi, plan)))
}

fn range(lo: f64, hi: f64, plan: &Plan<'_>) -> String {
    format::percent_range(lo, hi, 0, plan.language)
}
