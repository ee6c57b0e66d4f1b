//! Stalled deals: every open deal a dot at its age in its stage, against the stage's limit. Deferred deals stand
//! apart, below the others. Deals without a date of entering their stage are counted, but have no place.

use crate::i18n::{Language, format};
use crate::measure::measures::{AgeStatus, Ageing, LimitBasis};
use crate::model::{Purse, StageId, StageKind};
use crate::report::Report;

use super::Picture;
use super::days::Days;
use super::look::{self, FIGURE, HEADER, MARGIN, NAME, NOTE, RIGHT, Type};
use super::page::{self, Align, Page};
use super::swarm::{self, Dot, Swarm};
use super::table::{self, Column, GAP, Rows};
use super::words;

/// What a dot says about its deal, in the order of the foot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Stalled,
    Scheduled,
    Within,
    Deferred,
}

impl Kind {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Stalled, "chart-dot-stalled"),
        (Self::Scheduled, "chart-dot-scheduled"),
        (Self::Within, "chart-dot-within"),
        (Self::Deferred, "chart-dot-deferred"),
    ];

    fn of(status: AgeStatus) -> Option<Self> {
        match status {
            AgeStatus::Stalled => Some(Self::Stalled),
            AgeStatus::Scheduled => Some(Self::Scheduled),
            AgeStatus::Ok => Some(Self::Within),
            AgeStatus::Deferred => Some(Self::Deferred),
            AgeStatus::CannotTell => None,
        }
    }

    fn draw(self, page: &Page<'_>, centre: (f64, f64), radius: f64) {
        match self {
            Self::Stalled => page.disc(centre, radius, look::ORANGE),
            Self::Within => page.disc(centre, radius, look::BLUE),
            // What somebody has agreed on is drawn open, so that it can be told apart in grey print too.
            Self::Scheduled => page.ring(centre, radius, (radius * 0.4).max(1.0), look::ALARM),
            Self::Deferred => page.ring(centre, radius, (radius * 0.4).max(1.0), look::RULE),
        }
    }
}

/// One stage.
struct Row {
    stage: StageId,
    name: String,
    deferred: bool,
    /// Days, and whether they are assumed for want of history; deferred deals go by their own dates.
    limit: Option<(f64, bool)>,
    /// Age and kind of each deal that has an age.
    ages: Vec<(f64, Kind)>,
    open: usize,
    undated: usize,
    stalled: usize,
    value: Purse,
}

/// The picture; none when no open deal has an age.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let rows = rows(report);
    if rows.iter().all(|row| row.ages.is_empty()) {
        return None;
    }
    let language = report.language;
    let (title, under) = (title(report, &rows), under(report));
    let marks = page::draw(|page| draw(page, language, &title, &under, &rows));
    let stalled: Vec<String> =
        rows.iter().filter(|row| row.stalled > 0).map(|row| format!("{}: {}", row.name, row.stalled)).collect();
    let alt = if stalled.is_empty() { format!("{title}.") } else { format!("{title}. {}", stalled.join("; ")) };
    Some(Picture { name: "stalled", alt, title, marks })
}

fn rows(report: &Report<'_>) -> Vec<Row> {
    let stalled = &report.measures.stalled;
    let mut rows: Vec<Row> = report
        .book
        .pipeline
        .iter()
        .filter(|(_, stage)| matches!(stage.kind, StageKind::Open | StageKind::Deferred))
        .map(|(id, stage)| {
            let deferred = stage.kind == StageKind::Deferred;
            let limit = stalled.limits.iter().find(|limit| limit.stage == id && !deferred);
            Row {
                stage: id,
                name: report.stage_name(id).to_owned(),
                deferred,
                limit: limit.map(|limit| (limit.days, limit.basis == LimitBasis::Default)),
                ages: Vec::new(),
                open: 0,
                undated: 0,
                stalled: 0,
                value: Purse::default(),
            }
        })
        .collect();
    for ageing in &stalled.deals {
        if let Some(row) = rows.iter_mut().find(|row| row.stage == ageing.stage) {
            count(row, ageing, report);
        }
    }
    rows.retain(|row| row.open > 0 || !row.deferred);
    rows.sort_by_key(|row| (row.deferred, report.book.pipeline.stage(row.stage).rank, row.stage));
    rows
}

fn count(row: &mut Row, ageing: &Ageing, report: &Report<'_>) {
    row.open += 1;
    match (ageing.age.filter(|age| age.is_finite()), Kind::of(ageing.status)) {
        (Some(age), Some(kind)) => row.ages.push((age.max(0.0), kind)),
        _ => row.undated += 1,
    }
    if ageing.status == AgeStatus::Stalled {
        row.stalled += 1;
        row.value.extend(report.book.deals.get(ageing.deal).and_then(|deal| deal.value));
    }
}

/// The finding: how many deals stand still, what is at stake, and where most of them are.
fn title(report: &Report<'_>, rows: &[Row]) -> String {
    let language = report.language;
    let count: usize = rows.iter().map(|row| row.stalled).sum();
    if count == 0 {
        return language.text("chart-stalled-none");
    }
    let mut parts = vec![language.say("chart-stalled-count", &[("count", count.into())])];
    let value: Purse = rows.iter().flat_map(|row| row.value.sums()).collect();
    if !value.is_empty() {
        parts.push(language.say("chart-stalled-stake", &[("value", words::purse(&value, language).into())]));
    }
    let most = rows.iter().map(|row| row.stalled).max().unwrap_or(0);
    let mut fullest = rows.iter().filter(|row| row.stalled == most);
    if let (Some(row), None) = (fullest.next(), fullest.next())
        && most >= 2
        && most < count
    {
        parts.push(language.say("chart-stalled-most", &[("stage", words::short_name(report, row.stage).into())]));
    }
    parts.join(", ")
}

fn under(report: &Report<'_>) -> String {
    let (totals, language) = (&report.measures.totals, report.language);
    let mut parts = vec![language.say("chart-stalled-open", &[("count", totals.open.into())])];
    if totals.deferred > 0 {
        parts.push(language.say("chart-stalled-deferred", &[("count", totals.deferred.into())]));
    }
    words::under(report, parts)
}

/// Most that the names of stages take.
const NAMES: f64 = 250.0;
/// Share of a row's height that its dots may take.
const SWARM: f64 = 0.84;
/// Most ticks on the axis of days.
const TICKS: usize = 20;

fn draw(page: &Page<'_>, language: Language, title: &str, under: &str, rows: &[Row]) {
    let top = look::head(page, title, under);
    let notes = look::foot(&notes(language, rows), 0.0);
    let deferred = rows.iter().position(|row| row.deferred).unwrap_or(rows.len());
    let places = Rows::between(rows.len(), deferred, top + 40.0, look::foot_top(notes.len() + 1) - 6.0);
    let (left, right) = draw_columns(page, language, rows, &places);
    let swarm = draw_dots(page, language, rows, &places, (left, right));
    draw_foot(page, language, rows, &swarm, &notes);
}

/// Draws names, limits and figures; gives the space that they leave for the dots.
fn draw_columns(page: &Page<'_>, language: Language, rows: &[Row], places: &Rows) -> (f64, f64) {
    let name = NAME.at_most(places.pitch * 0.5);
    let figure = FIGURE.at_most(places.pitch * 0.48);
    let names = name.widest(rows.iter().map(|row| row.name.as_str())).clamp(60.0, NAMES);
    page.text((MARGIN, places.heads()), Align::Left, HEADER, &language.text("chart-stage"));
    for (row, middle) in rows.iter().zip(&places.middles) {
        page.text_within((MARGIN, *middle), Align::Left, name, &row.name, names);
    }
    let limits = limit_column(language, rows, figure);
    let left = MARGIN + names + GAP + limits.width();
    limits.draw(page, left, places);
    let right = table::draw_right(page, &columns(language, rows, figure), RIGHT, places);
    for (pair, middles) in rows.windows(2).zip(places.middles.windows(2)) {
        let colour = if pair[0].deferred == pair[1].deferred { look::PALE } else { look::RULE };
        let between = middles[0].midpoint(middles[1]);
        page.line((MARGIN, between), (RIGHT, between), 1.0, colour);
    }
    (left + GAP + 6.0, right)
}

/// Draws the axis of days, the limits and the dots.
fn draw_dots(
    page: &Page<'_>,
    language: Language,
    rows: &[Row],
    places: &Rows,
    (left, right): (f64, f64),
) -> Swarm<Kind> {
    let limits = rows.iter().filter_map(|row| Some(row.limit?.0));
    let axis = Days::up_to(rows.iter().flat_map(|row| row.ages.iter().map(|(age, _)| *age)).chain(limits));
    let plot = page.plot((left, places.top), (right, places.bottom), axis, page::span(0.0, 1.0));
    for (x, days) in plot.ticks(TICKS) {
        page.line((x, places.top), (x, places.bottom), 1.0, look::PALE);
        page.text((x, places.heads()), Align::Centre, HEADER, &format::integer(days as i64, language));
    }
    let axis_at = (left.midpoint(right), places.heads() - 20.0);
    page.text(axis_at, Align::Centre, HEADER, &language.text("chart-stalled-axis"));

    for (row, middle) in rows.iter().zip(&places.middles) {
        if let Some((days, _)) = row.limit {
            let (x, half) = (plot.place(days, 0.0).0, places.pitch * 0.46);
            page.line((x, middle - half), (x, middle + half), 2.0, look::INK);
        }
    }
    let dots = |row: &Row| row.ages.iter().map(|(age, kind)| Dot { x: plot.place(*age, 0.0).0, kind: *kind }).collect();
    let swarm = swarm::arrange(rows.iter().map(dots).collect(), places.pitch * SWARM);
    for (dots, middle) in swarm.rows.iter().zip(&places.middles) {
        for (dot, offset) in dots {
            dot.kind.draw(page, (dot.x, middle + offset), swarm.radius);
        }
    }
    swarm
}

fn limit_column(language: Language, rows: &[Row], set: Type) -> Column {
    Column::new(language.text("chart-stalled-limit"), rows, |row| {
        let days = row.limit.map(|(days, assumed)| {
            format!("{}{}", format::short_decimal(days, 1, language), if assumed { "*" } else { "" })
        });
        (days.unwrap_or_else(|| "–".to_owned()), set)
    })
}

/// The columns at the right, from the left; those without any figure are left out.
fn columns(language: Language, rows: &[Row], set: Type) -> Vec<Column> {
    let figure = |count: usize| (words::count(count, language), set);
    let mut columns = vec![Column::new(language.text("chart-open"), rows, |row| figure(row.open))];
    if rows.iter().any(|row| row.undated > 0) {
        columns.push(Column::new(language.text("chart-undated"), rows, |row| figure(row.undated)));
    }
    let alarm = |row: &Row| if row.stalled > 0 { set.bold().inked(look::ALARM) } else { set };
    columns.push(Column::new(language.text("chart-stalled-now"), rows, |row| {
        (words::count(row.stalled, language), alarm(row))
    }));
    if rows.iter().any(|row| !row.value.is_empty()) {
        columns.push(Column::new(language.text("chart-stalled-value"), rows, |row| {
            (words::purse(&row.value, language), set)
        }));
    }
    columns
}

fn notes(language: Language, rows: &[Row]) -> Vec<String> {
    let key = if rows.iter().any(|row| row.limit.is_some_and(|(_, assumed)| assumed)) {
        "chart-stalled-rule-assumed"
    } else {
        "chart-stalled-rule"
    };
    vec![language.text(key)]
}

/// What the dots mean, at dots of each kind that is there; then the notes.
fn draw_foot(page: &Page<'_>, language: Language, rows: &[Row], swarm: &Swarm<Kind>, notes: &[String]) {
    const RADIUS: f64 = 4.5;
    let mut lines = look::foot_lines(notes.len() + 1);
    let middle = lines.next().unwrap_or_default();
    let mut left = MARGIN;
    for (kind, key) in Kind::ALL {
        if rows.iter().any(|row| row.ages.iter().any(|(_, of)| *of == kind)) {
            kind.draw(page, (left + RADIUS, middle), RADIUS);
            let text = language.text(key);
            page.text((left + 2.0 * RADIUS + 6.0, middle), Align::Left, NOTE, &text);
            left += 2.0 * RADIUS + 6.0 + NOTE.width(&text) + 22.0;
        }
    }
    page.line((left + 2.0, middle - 7.0), (left + 2.0, middle + 7.0), 2.0, look::INK);
    let dots = language.say("chart-stalled-dots", &[("count", swarm.deals_a_dot.into())]);
    let text = format!("{} · {dots}", language.text("chart-dot-limit"));
    page.text_within((left + 10.0, middle), Align::Left, NOTE, &text, RIGHT - left - 10.0);
    for (note, middle) in notes.iter().zip(lines) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, note, RIGHT - MARGIN);
    }
}
