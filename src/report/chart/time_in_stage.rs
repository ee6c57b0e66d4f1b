//! Time in stage: after how many days half, three in four and nine in ten of the stays in a stage have ended, and
//! how long those that last have lasted. Where a quantile is not reached there is no figure, but "more than" the
//! longest stay seen.

use plotters::style::RGBColor;

use crate::i18n::{Language, format};
use crate::measure::{Dwell, DwellQuantile, DwellTimes};
use crate::model::StageKind;
use crate::report::Report;

use super::Picture;
use super::days::Days;
use super::look::{self, FIGURE, HEADER, MARGIN, NAME, NOTE, RIGHT, Type};
use super::page::{self, Align, Page};
use super::table::{self, Column, GAP, Rows};
use super::words;

/// Quantiles that rest on fewer stays make no title.
const TELLING: usize = 5;

/// One stage.
struct Row<'a> {
    name: String,
    short_name: String,
    deferred: bool,
    dwell: &'a Dwell,
    /// Days that the stays which last have lasted.
    running: Vec<f64>,
}

impl Row<'_> {
    fn times(&self) -> Option<&DwellTimes> {
        self.dwell.times.known()
    }

    fn half(&self) -> Option<DwellQuantile> {
        self.times()?.quantiles[0]
    }

    /// The quantile for this place, as figures.
    fn quantile(&self, place: usize, language: Language) -> String {
        match self.times() {
            None => "?".to_owned(),
            Some(times) => times.quantiles[place]
                .map_or_else(|| format!("> {}", days(times.longest, language)), |found| days(found.days, language)),
        }
    }
}

/// The picture; none when no stage has enough dates.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let rows = rows(report);
    if rows.iter().all(|row| row.times().is_none()) {
        return None;
    }
    let language = report.language;
    let (title, under) = (title(&rows, language), under(report, &rows));
    let marks = page::draw(|page| draw(page, language, &title, &under, &rows));
    let halves: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.quantile(0, language))).collect();
    Some(Picture { name: "time-in-stage", alt: format!("{title}. {}", halves.join("; ")), title, marks })
}

fn rows<'a>(report: &Report<'a>) -> Vec<Row<'a>> {
    let ages = |dwell: &Dwell| {
        let here = report.measures.stalled.deals.iter().filter(|ageing| ageing.stage == dwell.stage);
        here.filter_map(|ageing| ageing.age.filter(|age| age.is_finite() && *age >= 0.0)).collect()
    };
    let row = |dwell: &'a Dwell| Row {
        name: report.stage_name(dwell.stage).to_owned(),
        short_name: words::short_name(report, dwell.stage),
        deferred: report.book.pipeline.stage(dwell.stage).kind == StageKind::Deferred,
        dwell,
        running: ages(dwell),
    };
    let mut rows: Vec<Row<'a>> = report.measures.dwells.iter().map(row).collect();
    rows.sort_by_key(|row| (row.deferred, report.book.pipeline.stage(row.dwell.stage).rank, row.dwell.stage));
    rows
}

/// The finding: where deals stay longest.
fn title(rows: &[Row<'_>], language: Language) -> String {
    let on_ladder = || rows.iter().filter(|row| !row.deferred);
    let longest = on_ladder()
        .filter_map(|row| Some((row, row.half().filter(|half| half.at_risk >= TELLING)?)))
        .max_by(|(_, a), (_, b)| a.days.total_cmp(&b.days));
    let days = |days: f64| language.say("count-days", &[("count", (days.round() as u64).into())]);
    if let Some((row, half)) = longest
        && half.days >= 0.5
    {
        let of_all = if on_ladder().filter(|row| row.times().is_some()).count() > 1 { "most" } else { "one" };
        let words = [("stage", row.short_name.clone().into()), ("half", days(half.days).into())];
        let told = language.say(&format!("chart-stay-{of_all}"), &words);
        let ninth = row.times().and_then(|times| times.quantiles[2]).filter(|ninth| ninth.at_risk >= 2);
        return match ninth {
            Some(ninth) => format!("{told}, {}", language.say("chart-stay-tail", &[("days", days(ninth.days).into())])),
            None => told,
        };
    }
    let still_there = on_ladder()
        .filter(|row| row.half().is_none() && row.dwell.n >= TELLING)
        .filter_map(|row| Some((row, row.times()?.longest)))
        .max_by(|(_, a), (_, b)| a.total_cmp(b));
    match (still_there, longest) {
        (Some((row, longest)), _) => {
            let words = [("stage", row.short_name.clone().into()), ("days", days(longest).into())];
            language.say("chart-stay-not-half", &words)
        }
        (None, Some(_)) => language.text("chart-stay-short"),
        (None, None) => {
            let stays: usize = rows.iter().map(|row| row.dwell.n).sum();
            language.say("chart-stay-few", &[("count", stays.into())])
        }
    }
}

fn under(report: &Report<'_>, rows: &[Row<'_>]) -> String {
    let language = report.language;
    let sum = |count: fn(&Dwell) -> usize| rows.iter().map(|row| count(row.dwell)).sum::<usize>();
    let mut parts = vec![language.say("chart-stay-counted", &[("count", sum(|dwell| dwell.n).into())])];
    for (key, count) in
        [("chart-stay-lasting", sum(|dwell| dwell.still_in)), ("chart-stay-undated", sum(|dwell| dwell.undated))]
    {
        if count > 0 {
            parts.push(language.say(key, &[("count", count.into())]));
        }
    }
    words::under(report, parts)
}

/// Most that the names of stages take.
const NAMES: f64 = 250.0;
/// Most ticks on the axis of days.
const TICKS: usize = 18;
/// What the parts of a bar end at: half, three in four, nine in ten.
const PARTS: [(&str, f64); 3] = [("chart-stay-half", 1.0), ("chart-stay-three", 0.55), ("chart-stay-nine", 0.25)];

/// The colour of a bar's part.
fn part(place: usize) -> RGBColor {
    look::mix(look::WHITE, look::BLUE, PARTS[place].1)
}

fn draw(page: &Page<'_>, language: Language, title: &str, under: &str, rows: &[Row<'_>]) {
    let top = look::head(page, title, under);
    let notes = look::foot(&[language.text("chart-stay-rule")], 0.0);
    let deferred = rows.iter().position(|row| row.deferred).unwrap_or(rows.len());
    let places = Rows::between(rows.len(), deferred, top + 40.0, look::foot_top(notes.len() + 1) - 6.0);
    let (left, right) = draw_columns(page, language, rows, &places);

    let longest = rows.iter().filter_map(Row::times).map(|times| {
        let reached = times.quantiles.iter().flatten().map(|found| found.days).fold(0.0, f64::max);
        if times.quantiles[2].is_some() { reached } else { times.longest }
    });
    let axis = Days::up_to(longest.chain(rows.iter().flat_map(|row| row.running.iter().copied())));
    let plot = page.plot((left, places.top), (right, places.bottom), axis, page::span(0.0, 1.0));
    for (x, days) in plot.ticks(TICKS) {
        page.line((x, places.top), (x, places.bottom), 1.0, look::PALE);
        page.text((x, places.heads()), Align::Centre, HEADER, &format::integer(days as i64, language));
    }
    let axis_at = (left.midpoint(right), places.heads() - 20.0);
    page.text(axis_at, Align::Centre, HEADER, &language.text("chart-stalled-axis"));
    for (row, middle) in rows.iter().zip(&places.middles) {
        draw_row(page, row, *middle, places.pitch, |days| plot.place(days, 0.0).0);
    }
    draw_foot(page, language, rows, &notes);
}

/// Draws names and figures; gives the space that they leave for the bars.
fn draw_columns(page: &Page<'_>, language: Language, rows: &[Row<'_>], places: &Rows) -> (f64, f64) {
    let name = NAME.at_most(places.pitch * 0.5);
    let figure = FIGURE.at_most(places.pitch * 0.48);
    let names = name.widest(rows.iter().map(|row| row.name.as_str())).clamp(60.0, NAMES);
    page.text((MARGIN, places.heads()), Align::Left, HEADER, &language.text("chart-stage"));
    for (row, middle) in rows.iter().zip(&places.middles) {
        page.text_within((MARGIN, *middle), Align::Left, name, &row.name, names);
    }
    let count = |count: usize, set: Type| (words::count(count, language), set);
    let stays = Column::new(language.text("chart-stay-stays"), rows, |row| count(row.dwell.n, figure));
    let left = MARGIN + names + GAP + stays.width();
    stays.draw(page, left, places);
    let columns = [
        Column::new(language.text("chart-stay-half"), rows, |row| (row.quantile(0, language), figure.bold())),
        Column::new(language.text("chart-stay-nine"), rows, |row| (row.quantile(2, language), figure)),
        Column::new(language.text("chart-stay-now"), rows, |row| count(row.dwell.still_in, figure)),
    ];
    let right = table::draw_right(page, &columns, RIGHT, places);
    for (pair, middles) in rows.windows(2).zip(places.middles.windows(2)) {
        let colour = if pair[0].deferred == pair[1].deferred { look::PALE } else { look::RULE };
        let between = middles[0].midpoint(middles[1]);
        page.line((MARGIN, between), (RIGHT, between), 1.0, colour);
    }
    (left + GAP + 6.0, right)
}

/// The bar of quantiles, and below it a stroke for each stay that lasts.
fn draw_row(page: &Page<'_>, row: &Row<'_>, middle: f64, pitch: f64, x: impl Fn(f64) -> f64) {
    let half = (pitch * 0.2).min(15.0);
    let stroke = (pitch * 0.2).min(13.0);
    let gap = (pitch * 0.06).min(4.0);
    let up = if row.running.is_empty() { 0.0 } else { stroke.midpoint(gap) };
    let (top, bottom) = (middle - half - up, middle + half - up);
    if let Some(times) = row.times() {
        let mut from = 0.0;
        for (place, quantile) in times.quantiles.iter().enumerate() {
            let Some(quantile) = quantile else {
                draw_open(page, (x(from), x(times.longest)), (top, bottom), part(place));
                break;
            };
            if quantile.days > from {
                page.block((x(from), top), (x(quantile.days), bottom), part(place));
            }
            from = quantile.days;
        }
        // Stays that end the day they begin leave a hair line.
        if from <= 0.0 && times.quantiles[0].is_some() {
            page.block((x(0.0), top), (x(0.0) + 2.0, bottom), part(0));
        }
    }
    let slow = row.times().and_then(|times| times.quantiles[2]).map(|found| found.days);
    for days in &row.running {
        let late = slow.is_some_and(|slow| *days > slow);
        let colour = if late { look::ORANGE } else { look::INK };
        page.line((x(*days), bottom + gap), (x(*days), bottom + gap + stroke), 1.5, colour);
    }
}

/// What is not reached is drawn open, with a point towards the unknown.
fn draw_open(page: &Page<'_>, (from, to): (f64, f64), (top, bottom): (f64, f64), colour: RGBColor) {
    let half = (bottom - top) / 2.0;
    let neck = (to - half * 0.8).max(from);
    let corners = [(from, top), (neck, top), (neck + half * 0.8, top + half), (neck, bottom), (from, bottom)];
    page.shape(&corners, look::tint(colour));
    for pair in corners.windows(2) {
        page.line(pair[0], pair[1], 1.5, colour);
    }
}

/// What the parts of the bars and the strokes mean, beside one of each; then the notes.
fn draw_foot(page: &Page<'_>, language: Language, rows: &[Row<'_>], notes: &[String]) {
    let mut lines = look::foot_lines(notes.len() + 1);
    let middle = lines.next().unwrap_or_default();
    let mut left = MARGIN;
    let mut named = |swatch: f64, text: &str| {
        page.text((left + swatch + 6.0, middle), Align::Left, NOTE, text);
        let at = left;
        left += swatch + 6.0 + NOTE.width(text) + 22.0;
        at
    };
    for (place, (key, _)) in PARTS.iter().enumerate() {
        let at = named(16.0, &language.text(&format!("{key}-gone")));
        page.block((at, middle - 5.5), (at + 16.0, middle + 5.5), part(place));
    }
    let lasting = rows.iter().any(|row| !row.running.is_empty());
    for (colour, key) in [(look::INK, "chart-stay-running"), (look::ORANGE, "chart-stay-late")] {
        if lasting {
            let at = named(3.0, &language.text(key));
            page.line((at + 1.0, middle - 6.0), (at + 1.0, middle + 6.0), 1.5, colour);
        }
    }
    for (note, middle) in notes.iter().zip(lines) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, note, RIGHT - MARGIN);
    }
}

/// Days as figures: with a decimal below ten.
fn days(days: f64, language: Language) -> String {
    format::short_decimal(days, usize::from(days < 9.95), language)
}
