//! First contact: how long inquiries wait for it, against the promise. Columns of elapsed hours, or of days where
//! the sheets have dates without times; those that have no length of time stand apart. The columns add up to the
//! inquiries of which the share in the title is taken.

use plotters::coord::types::RangedCoordf64;
use plotters::style::RGBColor;

use crate::i18n::{Language, format};
use crate::measure::measures::{PromiseRecord, PromiseResult, Verdict};
use crate::model::DealState;
use crate::report::Report;

use super::Picture;
use super::bins::{Place, Scale};
use super::look::{self, COUNT, HEADER, MARGIN, NAME, NOTE, RIGHT, Type};
use super::page::{self, Align, Page, Plot};
use super::words;

/// From here on a share needs no "only".
const GOOD: f64 = 0.8;
/// Bounds further apart than this are the finding themselves.
const WIDE: f64 = 0.3;

/// One column: inquiries by verdict.
struct Column {
    label: String,
    place: Place,
    met: usize,
    cannot_tell: usize,
    missed: usize,
}

impl Column {
    fn count(&self) -> usize {
        self.met + self.cannot_tell + self.missed
    }

    /// Its parts from below, with their colours.
    fn parts(&self) -> [(usize, RGBColor); 3] {
        [(self.met, look::BLUE), (self.cannot_tell, look::GREY), (self.missed, look::ORANGE)]
    }
}

/// The picture; none when the promise cannot be measured or its limit has not passed for any inquiry yet.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let promise = report.measures.first_contact.known()?;
    let (low, high) = (promise.clock.share_low?, promise.clock.share_high?);
    let counted: Vec<&PromiseRecord> = promise.records.iter().filter(|record| counts(record)).collect();
    if counted.is_empty() {
        return None;
    }
    let scale = Scale::of(&counted, promise.limit_hours);
    let columns = columns(report, &counted, &scale);
    let title = title(low, high, promise, report.language);
    let (under, remarks) = (under(report, promise), remarks(promise, report.language));
    let marks = page::draw(|page| {
        let top = look::head(page, &title, &under);
        let foot = look::foot(&remarks, 0.0);
        draw(page, report.language, promise, &scale, &columns, (top, look::foot_top(foot.len())));
        for (line, middle) in foot.iter().zip(look::foot_lines(foot.len())) {
            page.text_within((MARGIN, middle), Align::Left, NOTE, line, RIGHT - MARGIN);
        }
    });
    let counts: Vec<String> = columns.iter().map(|column| format!("{}: {}", column.label, column.count())).collect();
    Some(Picture { name: "first-contact", alt: format!("{title}. {}", counts.join("; ")), title, marks })
}

/// Whether the share in the title counts the record: its limit has surely passed, and it has a verdict.
fn counts(record: &PromiseRecord) -> bool {
    let latency = &record.clock;
    latency.mature && matches!(latency.verdict, Verdict::Met | Verdict::Missed | Verdict::CannotTell)
}

fn title(low: f64, high: f64, promise: &PromiseResult, language: Language) -> String {
    let of = promise.clock.n;
    let key = match () {
        () if high <= 0.0 => "chart-contact-none",
        () if words::are_few(of) => "chart-contact-few",
        () if high - low > WIDE => "chart-contact-open",
        () if high < GOOD => "chart-contact-only",
        () => "chart-contact-share",
    };
    let (share, limit) = (words::share(low, high, of, language), words::hours(promise.limit_hours, language));
    language.say(key, &[("share", share.into()), ("limit", limit.into())])
}

fn under(report: &Report<'_>, promise: &PromiseResult) -> String {
    let language = report.language;
    let limit = words::hours(promise.limit_hours, language);
    let parts =
        vec![language.say("chart-contact-counted", &[("count", promise.clock.n.into()), ("limit", limit.into())])];
    words::under(report, parts)
}

fn remarks(promise: &PromiseResult, language: Language) -> Vec<String> {
    let limit = words::hours(promise.limit_hours, language);
    let mut clocks = language.text("chart-contact-elapsed");
    if let (Some(low), Some(high)) = (promise.workdays.share_low, promise.workdays.share_high) {
        let share = words::share(low, high, promise.workdays.n, language);
        let workdays = [("share", share.into()), ("limit", limit.clone().into())];
        clocks = format!("{clocks} {}", language.say("chart-contact-workdays", &workdays));
    }
    let left_out: Vec<String> = [
        ("chart-contact-young", promise.clock.not_mature),
        ("chart-contact-dropped", promise.clock.mature.excluded),
        ("chart-contact-no-start", promise.without_start),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| language.say(key, &[("count", count.into()), ("limit", limit.clone().into())]))
    .collect();
    if left_out.is_empty() {
        return vec![clocks];
    }
    let left_out = left_out.join(", ");
    vec![clocks, language.say("chart-contact-left-out", &[("what", left_out.into())])]
}

/// The columns of the scale, then those apart, without the empty ones of these.
fn columns(report: &Report<'_>, counted: &[&PromiseRecord], scale: &Scale) -> Vec<Column> {
    let language = report.language;
    let mut columns: Vec<Column> = scale
        .bins()
        .iter()
        .map(|bin| column(Place::On(*bin), scale.label(*bin, language)))
        .chain(
            [
                (Place::NoHour, "chart-bin-no-hour"),
                (Place::Undated, "chart-bin-undated"),
                (Place::LostUntold, "chart-bin-lost-untold"),
                (Place::Lost, "chart-bin-lost"),
                (Place::Waiting, "chart-bin-waiting"),
            ]
            .map(|(place, key)| column(place, language.text(key))),
        )
        .collect();
    for record in counted {
        let place = place(report, scale, record);
        let Some(column) = columns.iter_mut().find(|column| column.place == place) else { continue };
        match record.clock.verdict {
            Verdict::Met => column.met += 1,
            Verdict::Missed => column.missed += 1,
            Verdict::CannotTell | Verdict::Pending | Verdict::Excluded => column.cannot_tell += 1,
        }
    }
    columns.retain(|column| matches!(column.place, Place::On(_)) || column.count() > 0);
    columns
}

/// Where a record stands. A loss written over the stage before it says nothing of a contact.
fn place(report: &Report<'_>, scale: &Scale, record: &PromiseRecord) -> Place {
    let book = report.book;
    let untold = book
        .deals
        .get(record.deal)
        .is_some_and(|deal| !deal.way_known && deal.state(&book.pipeline) == DealState::Lost);
    match scale.place(record) {
        Place::Undated if untold => Place::LostUntold,
        place => place,
    }
}

fn column(place: Place, label: String) -> Column {
    Column { label, place, met: 0, cannot_tell: 0, missed: 0 }
}

/// Room for the columns' labels below the base line, and for the axis' name below them.
const LABELS: f64 = 62.0;
/// Space between the time scale and the columns apart, in columns.
const APART: f64 = 0.45;
/// Share of its slot that a bar takes.
const BAR: f64 = 0.78;

fn draw(
    page: &Page<'_>,
    language: Language,
    promise: &PromiseResult,
    scale: &Scale,
    columns: &[Column],
    (top, bottom): (f64, f64),
) {
    let base = bottom - LABELS;
    let on_scale = scale.bins().len();
    let apart = columns.len() > on_scale;
    let slots = columns.len() as f64 + if apart { APART } else { 0.0 };
    let highest = columns.iter().map(Column::count).max().unwrap_or(0).max(1) as f64;
    // Three columns are no wall to wall affair.
    let right = RIGHT.min(MARGIN + slots * 150.0);
    let plot = page.plot((MARGIN, top + 76.0), (right, base), page::span(0.0, slots), page::span(highest, 0.0));
    let slot = (right - MARGIN) / slots;
    let left_of = |place: usize| place as f64 + if place < on_scale { 0.0 } else { APART };

    for (place, column) in columns.iter().enumerate() {
        draw_column(page, language, &plot, left_of(place), column);
        let centre = plot.place(left_of(place) + 0.5, 0.0).0;
        let set = HEADER.inked(look::INK).at_most(slot * 0.19);
        for (line, text) in set.wrap(&column.label, slot - 6.0, 2).iter().enumerate() {
            page.text((centre, base + 17.0 + 16.0 * line as f64), Align::Centre, set, text);
        }
    }
    let scale_end = plot.place(on_scale as f64, 0.0).0;
    page.line((MARGIN, base), (scale_end, base), 1.0, look::RULE);
    if apart {
        page.line((plot.place(left_of(on_scale), 0.0).0, base), (right, base), 1.0, look::RULE);
    }
    let axis = language.text("chart-contact-axis");
    let axis_at = MARGIN.midpoint(scale_end).max(MARGIN + HEADER.width(&axis) / 2.0);
    page.text((axis_at, base + 54.0), Align::Centre, HEADER, &axis);

    // A line through a column, where days are cut by the limit, ends above its count.
    let limit_at = scale.limit_at();
    let crossed = columns.get(limit_at as usize).filter(|_| limit_at.fract() > 0.0);
    let line_end = crossed.map_or(base, |column| plot.place(0.0, column.count() as f64).1 - 28.0);
    draw_limit(page, language, promise, (plot.place(limit_at, 0.0).0, top, line_end));
}

/// A column's parts from below, its count on top, and the counts of the parts inside when there are several.
fn draw_column(
    page: &Page<'_>,
    language: Language,
    plot: &Plot<'_, RangedCoordf64, RangedCoordf64>,
    left: f64,
    column: &Column,
) {
    let inset = (1.0 - BAR) / 2.0;
    let waiting = column.place == Place::Waiting;
    let mixed = column.parts().iter().filter(|(count, _)| *count > 0).count() > 1;
    let mut below = 0.0;
    for (count, colour) in column.parts() {
        if count == 0 {
            continue;
        }
        let above = below + count as f64;
        let from = plot.place(left + inset, above);
        let to = plot.place(left + 1.0 - inset, below);
        let from = (from.0, from.1.min(to.1 - 1.5));
        if waiting {
            // What is still running is drawn open.
            page.block(from, to, look::tint(colour));
            page.outline(from, to, 2.0, colour);
        } else {
            page.block(from, to, colour);
        }
        if mixed && to.1 - from.1 >= 18.0 {
            let ink = if colour == look::BLUE { look::WHITE } else { look::INK };
            let centre = (from.0.midpoint(to.0), from.1.midpoint(to.1));
            page.text(centre, Align::Centre, HEADER.inked(ink), &words::count(count, language));
        }
        below = above;
    }
    let (x, top) = plot.place(left + 0.5, below);
    let (set, ink) = if column.count() == 0 { (COUNT, look::RULE) } else { (COUNT, look::INK) };
    page.text((x, top - 14.0), Align::Centre, set.at_most(18.0).inked(ink), &words::count(column.count(), language));
}

/// The line of the promise with what lies within it, beyond it, and what cannot be told.
fn draw_limit(page: &Page<'_>, language: Language, promise: &PromiseResult, (x, top, line_end): (f64, f64, f64)) {
    const GAP: f64 = 12.0;
    const BETWEEN: f64 = 36.0;
    let limit = words::hours(promise.limit_hours, language);
    let verdicts = promise.clock.mature;
    let words_of = |key: &str, count: usize| {
        let share = format::percent(count as f64 / promise.clock.n.max(1) as f64, 0, language);
        let count = words::count(count, language);
        language.say(key, &[("count", count.into()), ("share", share.into()), ("limit", limit.clone().into())])
    };
    let within: (String, Type) = (words_of("chart-contact-within", verdicts.met), NAME.inked(look::BLUE));
    let mut beyond = vec![(words_of("chart-contact-beyond", verdicts.missed), NAME.inked(look::ALARM))];
    if verdicts.cannot_tell > 0 {
        beyond.push((words_of("chart-contact-cannot-tell", verdicts.cannot_tell), NAME.inked(look::SOFT)));
    }

    let middle = top + 14.0;
    let total =
        |words: &[(String, Type)]| words.iter().map(|(text, set)| set.width(text) + BETWEEN).sum::<f64>() - BETWEEN;
    let beside = within.1.width(&within.0) + GAP <= x - MARGIN && x + GAP + total(&beyond) <= RIGHT;
    let (mut left, line_from) = if beside {
        page.text((x - GAP, middle), Align::Right, within.1, &within.0);
        (x + GAP, top)
    } else {
        // No room on both sides of the line: it begins below the words and bears the limit itself.
        beyond.insert(0, within);
        page.text((x + 7.0, middle + 24.0), Align::Left, HEADER.inked(look::ALARM), &limit);
        (MARGIN, middle + 18.0)
    };
    page.dashes(x, (line_from, line_end), 1.5, look::ALARM);
    for (text, set) in beyond {
        page.text((left, middle), Align::Left, set, &text);
        left += set.width(&text) + BETWEEN;
    }
}
