//! The funnel: how many deals came as far as each stage, what share went on, and what was lost or stands there.

use plotters::prelude::RGBColor;

use crate::diagnostic::Word;
use crate::i18n::Language;
use crate::measure::measures::{AgeStatus, FunnelStage, Step};
use crate::report::Report;

use super::Picture;
use super::look::{self, COUNT, FIGURE, HEADER, MARGIN, NAME, NOTE, RIGHT, Type};
use super::page::{self, Align, Page};
use super::words;

/// One rung, in words and figures.
struct Rung {
    name: String,
    reached: usize,
    stalled: usize,
    colour: RGBColor,
    /// Share that went on to the next rung.
    rate: Option<String>,
    /// Cells of the columns at the right.
    cells: Vec<Cell>,
}

/// One figure at the right.
struct Cell {
    text: String,
    set: Type,
}

/// The picture; none when no deal ever stood on the ladder.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let funnel = &report.measures.funnel;
    if funnel.stages.iter().all(|stage| stage.reached == 0) {
        return None;
    }
    let columns = Columns::of(report);
    let rungs = rungs(report, columns);
    let (title, under, remarks) = (title(report), under(report), remarks(report, columns));
    let marks = page::draw(|page| {
        let top = look::head(page, &title, &under);
        let foot = look::foot(&remarks, INDENT);
        draw(page, report.language, columns, &rungs, (top, look::foot_top(foot.len())));
        draw_foot(page, &foot, columns);
    });
    let steps: Vec<String> = rungs.iter().map(|rung| format!("{} {}", rung.name, rung.reached)).collect();
    Some(Picture { name: "funnel", alt: format!("{title}. {}", steps.join(" → ")), title, marks })
}

/// Which columns there are figures for.
#[derive(Clone, Copy)]
struct Columns {
    value: bool,
    stalled: bool,
}

impl Columns {
    fn of(report: &Report<'_>) -> Self {
        Self {
            value: report.measures.funnel.stages.iter().any(|stage| !stage.value_reached.is_empty()),
            stalled: report.measures.stalled.deals.iter().any(|ageing| ageing.age.is_some()),
        }
    }

    fn heads(self, language: Language) -> Vec<String> {
        [(self.value, "chart-value"), (true, "chart-funnel-lost-here"), (self.stalled, "chart-stalled-now")]
            .into_iter()
            .filter(|(shown, _)| *shown)
            .map(|(_, key)| language.text(key))
            .collect()
    }
}

/// The finding: where most deals are lost, or how far the sheets tell.
fn title(report: &Report<'_>) -> String {
    let (funnel, totals, language) = (&report.measures.funnel, &report.measures.totals, report.language);
    if let Some((stage, step)) = funnel.losing_most() {
        let name = Word::from(words::short_name(report, stage.stage));
        let key = if funnel.losses_unplaced > 0 { "chart-funnel-lost-at-least" } else { "chart-funnel-lost" };
        return language.say(key, &[("stage", name), ("lost", step.lost.into()), ("of", step.at_risk.into())]);
    }
    if funnel.losses_unplaced > 0 {
        return language.say(
            "chart-funnel-unplaced",
            &[("won", totals.won.into()), ("deals", totals.deals.into()), ("unplaced", funnel.losses_unplaced.into())],
        );
    }
    language.say(
        "chart-funnel-so-far",
        &[
            ("won", totals.won.into()),
            ("lost", totals.lost.into()),
            ("undecided", (totals.open + totals.deferred).into()),
        ],
    )
}

fn under(report: &Report<'_>) -> String {
    let (totals, language) = (&report.measures.totals, report.language);
    let mut parts = vec![language.say("count-deals", &[("count", totals.deals.into())])];
    for (purse, key) in [(&totals.open_value, "chart-open-value"), (&totals.won_value, "chart-won-value")] {
        if !purse.is_empty() {
            parts.push(language.say(key, &[("value", words::purse(purse, language).into())]));
        }
    }
    words::under(report, parts)
}

/// What the colours and rates mean; the first belongs to the orange mark when stalled deals are shown.
fn remarks(report: &Report<'_>, columns: Columns) -> Vec<String> {
    let (funnel, language) = (&report.measures.funnel, report.language);
    let mut remarks = Vec::new();
    if columns.stalled {
        remarks.push(language.text("chart-funnel-orange"));
    }
    let mut rule = language.text("chart-funnel-rule");
    if let (Some(low), Some(high)) = (funnel.overall.rate_low, funnel.overall.rate_high) {
        let share = words::share(low, high, funnel.overall.n, language);
        rule = format!("{rule} {}", language.say("chart-funnel-overall", &[("share", share.into())]));
    }
    remarks.push(rule);
    if funnel.losses_unplaced > 0 {
        remarks.push(language.say("chart-funnel-at-least", &[("unplaced", funnel.losses_unplaced.into())]));
    }
    remarks
}

fn rungs(report: &Report<'_>, columns: Columns) -> Vec<Rung> {
    let (measures, language) = (&report.measures, report.language);
    let of = measures.funnel.stages.len();
    let rung = |(place, stage): (usize, &FunnelStage)| {
        let stalled = measures
            .stalled
            .deals
            .iter()
            .filter(|ageing| ageing.stage == stage.stage && ageing.status == AgeStatus::Stalled)
            .count();
        let mut cells = Vec::new();
        if columns.value {
            cells.push(Cell { text: words::purse(&stage.value_reached, language), set: FIGURE });
        }
        cells.push(lost_cell(stage.step.as_ref(), measures.funnel.losses_unplaced, language));
        if columns.stalled {
            cells.push(stalled_cell(stage.step.as_ref(), stalled, language));
        }
        Rung {
            name: report.stage_name(stage.stage).to_owned(),
            reached: stage.reached,
            stalled: stalled.min(stage.reached),
            colour: if stage.step.is_some() { look::ramp(place, of.saturating_sub(1)) } else { look::GREEN },
            rate: stage.step.as_ref().and_then(|step| rate(step, language)),
            cells,
        }
    };
    measures.funnel.stages.iter().enumerate().map(rung).collect()
}

fn rate(step: &Step, language: Language) -> Option<String> {
    Some(words::share(step.rate_low?, step.rate_high?, step.at_risk, language))
}

/// Losses at a rung; a lower bound when some losses have no known place.
fn lost_cell(step: Option<&Step>, unplaced: usize, language: Language) -> Cell {
    let text = match step {
        None => "–".to_owned(),
        Some(step) if unplaced == 0 => words::count(step.lost, language),
        Some(Step { lost: 0, .. }) => "?".to_owned(),
        Some(step) => format!("≥ {}", words::count(step.lost, language)),
    };
    Cell { text, set: FIGURE }
}

fn stalled_cell(step: Option<&Step>, stalled: usize, language: Language) -> Cell {
    match step {
        None => Cell { text: "–".to_owned(), set: FIGURE },
        Some(_) if stalled == 0 => Cell { text: words::count(0, language), set: FIGURE },
        Some(_) => Cell { text: words::count(stalled, language), set: FIGURE.bold().inked(look::ALARM) },
    }
}

/// From the orange mark in the foot to its meaning.
const INDENT: f64 = 19.0;
/// Share of a row's height that its bar takes; the rest is the band to the next.
const BAR: f64 = 0.64;
/// Space between columns.
const GAP: f64 = 30.0;
/// Most that the names of stages take.
const NAMES: f64 = 290.0;

fn draw(page: &Page<'_>, language: Language, columns: Columns, rungs: &[Rung], (top, bottom): (f64, f64)) {
    let first_row = top + 22.0;
    let room = bottom - 8.0 - first_row;
    let rows = rungs.len() as f64 - 1.0 + BAR;
    let pitch = (room / rows).min(150.0);
    // A short ladder stands a little above the middle of its space.
    let first_row = first_row + (room - pitch * rows) * 0.4;

    let (left, right) = draw_columns(page, language, columns, rungs, (first_row, pitch));
    let most = rungs.iter().map(|rung| rung.reached).max().unwrap_or(0).max(1) as f64;
    let plot = page.plot(
        (left, first_row),
        (right, first_row + pitch * rows),
        page::span(-most / 2.0, most / 2.0),
        page::span(0.0, rows),
    );
    let bar = |(place, rung): (usize, &Rung)| {
        let half = rung.reached as f64 / 2.0;
        let (from, to) = (plot.place(-half, place as f64), plot.place(half, place as f64 + BAR));
        Bar::new(from, to, rung.stalled as f64 / rung.reached.max(1) as f64)
    };
    let bars: Vec<Bar> = rungs.iter().enumerate().map(bar).collect();
    for ((bar, rung), next) in bars.iter().zip(rungs).zip(bars.iter().skip(1)) {
        draw_band(page, bar, next, rung);
        let between = bar.bottom.midpoint(next.top);
        page.line((MARGIN, between), (left - GAP / 2.0, between), 1.0, look::PALE);
        page.line((right + GAP / 2.0, between), (RIGHT, between), 1.0, look::PALE);
    }
    for (bar, rung) in bars.iter().zip(rungs) {
        draw_bar(page, bar, rung, COUNT.at_most(pitch * 0.4), &words::count(rung.reached, language));
    }
}

/// Draws names and figures with their heads; gives the space that they leave for the bars.
fn draw_columns(
    page: &Page<'_>,
    language: Language,
    columns: Columns,
    rungs: &[Rung],
    (first_row, pitch): (f64, f64),
) -> (f64, f64) {
    let heads = columns.heads(language);
    let name = NAME.at_most(pitch * 0.44);
    let figure = |set: Type| set.at_most(pitch * 0.42);
    let names = name.widest(rungs.iter().map(|rung| rung.name.as_str())).clamp(90.0, NAMES);
    let edges = right_edges(&heads, rungs, &figure);
    let (left, right) = (MARGIN + names + GAP, edges.first().map_or(RIGHT, |(left, _)| left - GAP));

    let heads_at = first_row - 20.0;
    page.text((MARGIN, heads_at), Align::Left, HEADER, &language.text("chart-stage"));
    page.text((left.midpoint(right), heads_at), Align::Centre, HEADER, &language.text("chart-funnel-reached"));
    for ((_, right), head) in edges.iter().zip(&heads) {
        page.text((*right, heads_at), Align::Right, HEADER, head);
    }
    for (place, rung) in rungs.iter().enumerate() {
        let middle = first_row + (place as f64 + BAR / 2.0) * pitch;
        draw_name(page, name, (MARGIN, middle), &rung.name, names, pitch);
        for ((_, right), cell) in edges.iter().zip(&rung.cells) {
            page.text((*right, middle), Align::Right, figure(cell.set), &cell.text);
        }
    }
    (left, right)
}

/// The pale band to the next bar, with the share that went on.
fn draw_band(page: &Page<'_>, bar: &Bar, next: &Bar, rung: &Rung) {
    let band = [(bar.left, bar.bottom), (bar.right, bar.bottom), (next.right, next.top), (next.left, next.top)];
    page.shape(&band, look::tint(rung.colour));
    if let Some(rate) = &rung.rate {
        let set = NOTE.bold().sized(13.5).at_most((next.top - bar.bottom) * 0.85);
        page.text((bar.left.midpoint(bar.right), bar.bottom.midpoint(next.top)), Align::Centre, set, rate);
    }
}

/// Left and right edges of the columns at the right, as wide as their widest text.
fn right_edges(heads: &[String], rungs: &[Rung], figure: &impl Fn(Type) -> Type) -> Vec<(f64, f64)> {
    let mut right = RIGHT;
    let mut edges: Vec<(f64, f64)> = Vec::new();
    for column in (0..heads.len()).rev() {
        let cells = rungs.iter().map(|rung| &rung.cells[column]);
        let widest = cells.map(|cell| figure(cell.set).width(&cell.text)).fold(HEADER.width(&heads[column]), f64::max);
        edges.push((right - widest, right));
        right -= widest + GAP;
    }
    edges.reverse();
    edges
}

/// A bar's edges, and where its stalled end-piece begins.
struct Bar {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    stalled_from: f64,
}

impl Bar {
    /// Even one deal of a million leaves a hair line.
    fn new((left, top): (f64, f64), (right, bottom): (f64, f64), stalled: f64) -> Self {
        let (middle, width) = (left.midpoint(right), (right - left).max(2.0));
        let right = middle + width / 2.0;
        Self { left: middle - width / 2.0, right, top, bottom, stalled_from: right - width * stalled.clamp(0.0, 1.0) }
    }
}

/// The name, on two lines where one is too narrow and the row has room.
fn draw_name(page: &Page<'_>, set: Type, (x, middle): (f64, f64), name: &str, room: f64, pitch: f64) {
    let leading = set.size * 1.2;
    let lines = if set.width(name) > room && pitch > 2.6 * set.size { set.wrap(name, room, 2) } else { Vec::new() };
    match lines.as_slice() {
        [first, second] => {
            page.text((x, middle - leading / 2.0), Align::Left, set, first);
            page.text((x, middle + leading / 2.0), Align::Left, set, second);
        }
        _ => page.text_within((x, middle), Align::Left, set, name, room),
    }
}

/// The bar with its count in it, or beside it where it is too narrow.
fn draw_bar(page: &Page<'_>, bar: &Bar, rung: &Rung, set: Type, count: &str) {
    let middle = bar.top.midpoint(bar.bottom);
    if rung.reached == 0 {
        page.block((bar.left, bar.top), (bar.right, bar.bottom), look::RULE);
    } else {
        page.block((bar.left, bar.top), (bar.stalled_from, bar.bottom), rung.colour);
        if rung.stalled > 0 {
            page.block((bar.stalled_from, bar.top), (bar.right, bar.bottom), look::ORANGE);
        }
    }
    let room = set.width(count) + 12.0;
    if rung.reached > 0 && bar.stalled_from - bar.left >= room {
        // In the middle of the whole bar where that is blue, so that the counts stand below each other.
        let whole = bar.left.midpoint(bar.right);
        let fits = whole + room / 2.0 <= bar.stalled_from;
        let centre = if fits { whole } else { bar.left.midpoint(bar.stalled_from) };
        page.text((centre, middle), Align::Centre, set.inked(look::WHITE), count);
    } else {
        page.text((bar.right + 8.0, middle), Align::Left, set, count);
    }
}

fn draw_foot(page: &Page<'_>, lines: &[String], columns: Columns) {
    for (place, (line, middle)) in lines.iter().zip(look::foot_lines(lines.len())).enumerate() {
        let mut left = MARGIN;
        if columns.stalled && place == 0 {
            page.block((left, middle - 5.5), (left + 11.0, middle + 5.5), look::ORANGE);
            left += INDENT;
        }
        page.text_within((left, middle), Align::Left, NOTE, line, RIGHT - left);
    }
}
