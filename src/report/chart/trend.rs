//! Trend: week by week what came in, was offered and was won, what stood open and for too long, and how many first
//! contacts kept the promise. Six small plots with the same weeks; the week that still runs is drawn open.

use plotters::style::RGBColor;

use crate::i18n::{Language, format};
use crate::measure::{Measured, Trend, Unmeasured};
use crate::report::Report;

use super::Picture;
use super::look::{self, HEADER, MARGIN, NAME, NOTE, RIGHT};
use super::page::{self, Align, Page};
use super::words;

/// Weeks shown at most: a year.
const MOST: usize = 52;
/// Weeks below which there is no trend.
const FEWEST: usize = 3;
/// Weeks compared in the title with as many before.
const COMPARED: usize = 4;

/// One small plot.
struct Panel {
    name: String,
    /// One bar a week: what is sure, and what may come on top of it; none where there is nothing to count.
    bars: Result<Vec<Option<(f64, f64)>>, Unmeasured>,
    colour: RGBColor,
    /// Whether the bars are shares.
    shares: bool,
}

/// The picture; none when inquiries have no dates, or began only now.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let (trend, language) = (&report.measures.trend, report.language);
    trend.new.known()?;
    if trend.weeks.len() < FEWEST {
        return None;
    }
    let shown = trend.weeks.len().min(MOST);
    let panels = panels(report, shown);
    let title = title(trend, language);
    let counted = language.say("chart-trend-weeks", &[("count", shown.into())]);
    let under = words::under(report, vec![counted]);
    let marks = page::draw(|page| draw(page, report, (&title, &under), &panels, shown));
    let last = |panel: &Panel| {
        let bars = panel.bars.as_ref().ok()?;
        let (sure, _) = bars.get(bars.len().checked_sub(1 + usize::from(!trend.last_is_whole))?)?.as_ref()?;
        Some(format!("{}: {}", panel.name, figure(panel, *sure, language)))
    };
    let told: Vec<String> = panels.iter().filter_map(last).collect();
    Some(Picture { name: "trend", alt: format!("{title}. {}", told.join("; ")), title, marks })
}

fn panels(report: &Report<'_>, shown: usize) -> Vec<Panel> {
    let (trend, language) = (&report.measures.trend, report.language);
    let last = |counts: &Measured<Vec<usize>>| match counts {
        Measured::Known(counts) => {
            Ok(counts[counts.len() - shown..].iter().map(|count| Some((*count as f64, 0.0))).collect())
        }
        Measured::Unknown(why) => Err(*why),
    };
    let kept = match &trend.first_contact {
        Measured::Unknown(why) => Err(*why),
        Measured::Known(weeks) => Ok(weeks[weeks.len() - shown..]
            .iter()
            .map(|week| {
                let of = (week.met + week.missed + week.cannot_tell) as f64;
                (of > 0.0).then(|| (week.met as f64 / of, week.cannot_tell as f64 / of))
            })
            .collect()),
    };
    let panel = |key: &str, bars, colour| Panel { name: language.text(key), bars, colour, shares: false };
    let limit = report.measures.first_contact.known().map(|contact| words::hours(contact.limit_hours, language));
    let kept_name = limit.map_or_else(
        || language.text("chart-trend-kept"),
        |limit| language.say("chart-trend-kept-within", &[("limit", limit.into())]),
    );
    vec![
        panel("chart-trend-new", last(&trend.new), look::BLUE),
        panel("chart-trend-offers", last(&trend.offers), look::BLUE),
        panel("chart-trend-won", last(&trend.won), look::GREEN),
        panel("chart-trend-open", last(&trend.open), look::BLUE),
        panel("chart-trend-over", last(&trend.over_limit), look::ORANGE),
        Panel { name: kept_name, bars: kept, colour: look::BLUE, shares: true },
    ]
}

/// The finding: what changed most in the last four whole weeks, or that nothing did beyond chance.
fn title(trend: &Trend, language: Language) -> String {
    let whole = |counts: &Measured<Vec<usize>>| {
        let mut counts = counts.known()?.clone();
        counts.truncate(counts.len() - usize::from(!trend.last_is_whole));
        (counts.len() >= 2 * COMPARED).then(|| {
            let recent: usize = counts[counts.len() - COMPARED..].iter().sum();
            let before: usize = counts[counts.len() - 2 * COMPARED..counts.len() - COMPARED].iter().sum();
            (recent, before)
        })
    };
    let a_week = |sum: usize| format::short_decimal(sum as f64 / COMPARED as f64, 1, language);
    // Counts differ by chance by about the root of their sum; twice that is told as a change.
    let changed = [("new", &trend.new), ("offers", &trend.offers), ("won", &trend.won)]
        .into_iter()
        .filter_map(|(name, counts)| Some((name, whole(counts)?)))
        .map(|(name, (recent, before))| {
            (name, recent, before, (recent as f64 - before as f64) / ((recent + before) as f64).sqrt().max(1.0))
        })
        .filter(|(.., change)| change.abs() >= 2.0)
        .max_by(|a, b| a.3.abs().total_cmp(&b.3.abs()));
    if let Some((name, recent, before, change)) = changed {
        let way = if change > 0.0 { "more" } else { "fewer" };
        let words = [("recent", a_week(recent).into()), ("before", a_week(before).into())];
        return language.say(&format!("chart-trend-{name}-{way}"), &words);
    }
    if let (Some((new, _)), Some((won, _))) = (whole(&trend.new), whole(&trend.won))
        && new > 0
    {
        return language.say("chart-trend-steady", &[("new", a_week(new).into()), ("won", a_week(won).into())]);
    }
    let sum: usize = trend.new.known().map_or(0, |counts| counts.iter().sum());
    language.say("chart-trend-so-far", &[("new", sum.into()), ("weeks", trend.weeks.len().into())])
}

/// Three plots beside, two above each other.
const ACROSS: usize = 3;
const DOWN: usize = 2;
const BESIDE: f64 = 44.0;
const BELOW: f64 = 30.0;
/// Room above the bars for the name, and below for the weeks.
const NAME_ROOM: f64 = 46.0;
const WEEKS_ROOM: f64 = 24.0;

fn draw(page: &Page<'_>, report: &Report<'_>, (title, under): (&str, &str), panels: &[Panel], shown: usize) {
    let language = report.language;
    let top = look::head(page, title, under);
    let notes = look::foot(&notes(&report.measures.trend, language), 0.0);
    let bottom = look::foot_top(notes.len()) - 4.0;
    let width = (RIGHT - MARGIN - BESIDE * (ACROSS - 1) as f64) / ACROSS as f64;
    let height = (bottom - top - BELOW * (DOWN - 1) as f64) / DOWN as f64;
    for (place, panel) in panels.iter().enumerate() {
        let left = MARGIN + (place % ACROSS) as f64 * (width + BESIDE);
        let top = top + (place / ACROSS) as f64 * (height + BELOW);
        draw_panel(page, report, panel, (left, top), (left + width, top + height), shown);
    }
    for (line, middle) in notes.iter().zip(look::foot_lines(notes.len())) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, line, RIGHT - MARGIN);
    }
}

fn notes(trend: &Trend, language: Language) -> Vec<String> {
    let mut rule = language.text("chart-trend-rule");
    let [inquiries, offers, wins, _] = trend.undated;
    let missing: Vec<String> = [
        ("chart-trend-undated-new", inquiries),
        ("chart-trend-undated-offers", offers),
        ("chart-trend-undated-won", wins),
        ("chart-trend-left-out", trend.left_out),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| language.say(key, &[("count", count.into())]))
    .collect();
    if !missing.is_empty() {
        rule = format!("{rule} {}", language.say("chart-trend-undated", &[("what", missing.join(", ").into())]));
    }
    vec![rule]
}

fn draw_panel(page: &Page<'_>, report: &Report<'_>, panel: &Panel, from: (f64, f64), to: (f64, f64), shown: usize) {
    let (language, trend) = (report.language, &report.measures.trend);
    let (left, right) = (from.0, to.0);
    let (top, base) = (from.1 + NAME_ROOM, to.1 - WEEKS_ROOM);
    let bars = match &panel.bars {
        Ok(bars) => bars,
        Err(why) => {
            page.text_within((left, from.1 + 8.0), Align::Left, NAME.sized(15.0), &panel.name, right - left);
            let why = language.text(&format!("unmeasured-{}", why.name()));
            page.text_within((left, top + 8.0), Align::Left, NOTE, &why, right - left);
            page.line((left, base), (right, base), 1.0, look::RULE);
            return;
        }
    };
    let last_whole = shown.checked_sub(1 + usize::from(!trend.last_is_whole));
    let latest = last_whole.and_then(|week| bars[week]).map(|(sure, may)| {
        let text = if panel.shares {
            format::percent_range(sure, sure + may, 0, language)
        } else {
            figure(panel, sure, language)
        };
        (text, last_whole)
    });
    let latest_set = NAME.sized(17.0).inked(if panel.colour == look::ORANGE { look::ALARM } else { panel.colour });
    let latest_room = latest.as_ref().map_or(0.0, |(text, _)| latest_set.width(text) + 10.0);
    page.text_within((left, from.1 + 8.0), Align::Left, NAME.sized(15.0), &panel.name, right - left - latest_room);
    if let Some((text, _)) = &latest {
        page.text((right, from.1 + 8.0), Align::Right, latest_set, text);
    }

    let highest = bars.iter().flatten().map(|(sure, may)| sure + may).fold(0.0, f64::max);
    let scale = if panel.shares { 1.0 } else { highest.max(1.0) };
    let plot = page.plot((left, top), (right, base), page::span(0.0, shown as f64), page::span(scale, 0.0));
    page.line((left, top), (right, top), 1.0, look::PALE);
    page.text((left, top - 9.0), Align::Left, HEADER.sized(12.0), &figure(panel, scale, language));
    let inset = if shown > 30 { 0.1 } else { 0.14 };
    for (week, bar) in bars.iter().enumerate() {
        let Some((sure, may)) = bar else { continue };
        let running = week + 1 == shown && !trend.last_is_whole;
        let mut below = 0.0;
        for (height, colour) in [(*sure, panel.colour), (*may, look::GREY)] {
            if height <= 0.0 {
                continue;
            }
            let corner = plot.place(week as f64 + inset, below + height);
            let opposite = plot.place(week as f64 + 1.0 - inset, below);
            let corner = (corner.0, corner.1.min(opposite.1 - 1.0));
            if running {
                page.block(corner, opposite, look::tint(colour));
                page.outline(corner, opposite, 1.0, colour);
            } else {
                page.block(corner, opposite, colour);
            }
            below += height;
        }
    }
    page.line((left, base), (right, base), 1.0, look::RULE);
    let mondays = &trend.weeks[trend.weeks.len() - shown..];
    let day = |place: usize| format::day_and_month(mondays[place], language);
    page.text((left, base + 12.0), Align::Left, HEADER.sized(12.0), &day(0));
    page.text((right, base + 12.0), Align::Right, HEADER.sized(12.0), &day(shown - 1));
}

/// A bar's figure.
fn figure(panel: &Panel, height: f64, language: Language) -> String {
    if panel.shares { format::percent(height, 0, language) } else { format::integer(height as i64, language) }
}
