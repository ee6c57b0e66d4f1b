//! Trend: week by week what came in, was offered and was won, what stood open and for too long, and how many first
//! contacts kept the promise. Up to six small plots with the same weeks; the week that still runs is drawn open, and what
//! the sheets cannot tell is named in the foot instead of drawn.

use chrono::{Datelike, NaiveDate};
use plotters::style::RGBColor;

use crate::i18n::{Language, format};
use crate::measure::{Measured, Trend, Unmeasured, Verdicts, Weekly};
use crate::report::Report;

use super::Picture;
use super::look::{self, HEADER, MARGIN, NAME, NOTE, RIGHT};
use super::page::{self, Align, Page};
use super::words;

/// Weeks shown at most: a year.
const MOST: usize = 52;
/// Weeks compared in the title with as many before.
const COMPARED: usize = 4;

/// Plots below which there is no picture.
const FEWEST_PANELS: usize = 2;

/// One bar a week: what is sure, and what may come on top of it; none where there is nothing to count.
type Bars = Vec<Option<(f64, f64)>>;

/// One small plot.
struct Panel {
    name: String,
    bars: Bars,
    colour: RGBColor,
    /// Whether the bars are shares.
    shares: bool,
}

impl Panel {
    /// Whether a bar has any height.
    fn shows_something(&self) -> bool {
        self.bars.iter().flatten().any(|(sure, may)| sure + may > 0.0)
    }

    /// Whether counts are known of the later weeks alone.
    fn begins_later(&self) -> bool {
        !self.shares && self.bars.first().is_some_and(Option::is_none)
    }
}

/// The picture; none when the weeks are few, or fewer than two plots have anything to show.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let (trend, language) = (&report.measures.trend, report.language);
    if !trend.is_told() {
        return None;
    }
    let shown = trend.weeks.len().min(MOST);
    let (panels, unshown) = panels(report, shown);
    if panels.iter().filter(|panel| panel.shows_something()).count() < FEWEST_PANELS {
        return None;
    }
    let title = title(trend, shown, language);
    let counted = language.say("chart-trend-weeks", &[("count", shown.into())]);
    let under = words::under(report, vec![counted]);
    let notes = notes(trend, &panels, &unshown, language);
    let marks = page::draw(|page| draw(page, report, (&title, &under), (&panels, &notes), shown));
    let last = |panel: &Panel| {
        let week = panel.bars.len().checked_sub(1 + usize::from(!trend.last_is_whole))?;
        let (sure, _) = panel.bars.get(week)?.as_ref()?;
        Some(format!("{}: {}", panel.name, figure(panel, *sure, language)))
    };
    let told: Vec<String> = panels.iter().filter_map(last).collect();
    Some(Picture { name: "trend", alt: format!("{title}. {}", told.join("; ")), title, marks })
}

/// The plots, and what has none, each with the reason.
fn panels(report: &Report<'_>, shown: usize) -> (Vec<Panel>, Vec<String>) {
    let (trend, language) = (&report.measures.trend, report.language);
    let counts = |counts: &Measured<Weekly<usize>>| -> Result<Bars, Unmeasured> {
        let counts = counts.result()?;
        Ok(counts[counts.len() - shown..].iter().map(|count| count.map(|count| (count as f64, 0.0))).collect())
    };
    let kept = || -> Result<Bars, Unmeasured> {
        let weeks = trend.first_contact.result()?;
        let share = |week: &Verdicts| week.kept().map(|(low, high)| (low, high - low));
        Ok(weeks[weeks.len() - shown..].iter().map(share).collect())
    };
    let limit = report.measures.first_contact.known().map(|contact| words::hours(contact.limit_hours, language));
    let kept_name = match limit {
        Some(limit) => language.say("chart-trend-kept-within", &[("limit", limit.into())]),
        None => language.text("chart-trend-kept"),
    };
    let name = |key: &str| language.text(key);
    let all = [
        (name("chart-trend-new"), counts(&trend.new), look::BLUE, false),
        (name("chart-trend-offers"), counts(&trend.offers), look::BLUE, false),
        (name("chart-trend-won"), counts(&trend.won), look::GREEN, false),
        (name("chart-trend-open"), counts(&trend.open), look::BLUE, false),
        (name("chart-trend-over"), counts(&trend.over_limit), look::ORANGE, false),
        (kept_name, kept(), look::BLUE, true),
    ];
    let (mut panels, mut unshown) = (Vec::new(), Vec::new());
    for (name, bars, colour, shares) in all {
        match bars {
            Ok(bars) => panels.push(Panel { name, bars, colour, shares }),
            Err(why) => {
                let of = if shares { "first-contact-" } else { "" };
                unshown.push(format!("{name} ({})", language.text(&format!("unmeasured-{of}{}", why.name()))));
            }
        }
    }
    (panels, unshown)
}

/// The finding: what changed most in the last four whole weeks, or that nothing did beyond chance.
fn title(trend: &Trend, shown: usize, language: Language) -> String {
    let whole = |counts: &Measured<Weekly<usize>>| {
        let counts = counts.known()?;
        let (counts, _) = counts.split_at(counts.len() - usize::from(!trend.last_is_whole));
        let (_, compared) = counts.split_at(counts.len().checked_sub(2 * COMPARED)?);
        let (before, recent) = compared.split_at(COMPARED);
        let sum = |weeks: &[Option<usize>]| weeks.iter().copied().sum::<Option<usize>>();
        Some((sum(recent)?, sum(before)?))
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
    match trend.new.known() {
        Some(counts) => {
            let sum: usize = counts[counts.len() - shown..].iter().flatten().sum();
            language.say("chart-trend-so-far", &[("new", sum.into()), ("weeks", shown.into())])
        }
        None => language.say("chart-trend-untold", &[("weeks", shown.into())]),
    }
}

/// Plots beside each other at most; four stand two above two.
const ACROSS: usize = 3;
const BESIDE: f64 = 44.0;
const BELOW: f64 = 30.0;
/// Room above the bars for the name, and below for the weeks.
const NAME_ROOM: f64 = 46.0;
const WEEKS_ROOM: f64 = 24.0;
/// Room between a year and the day beside it.
const YEAR_APART: f64 = 8.0;

fn draw(
    page: &Page<'_>,
    report: &Report<'_>,
    (title, under): (&str, &str),
    (panels, notes): (&[Panel], &[String]),
    shown: usize,
) {
    let top = look::head(page, title, under);
    let notes = look::foot(notes, 0.0);
    let bottom = look::foot_top(notes.len()) - 4.0;
    let across = if panels.len() == 4 { 2 } else { panels.len().min(ACROSS) };
    let down = panels.len().div_ceil(across);
    let width = (RIGHT - MARGIN - BESIDE * (across - 1) as f64) / across as f64;
    let height = (bottom - top - BELOW * (down - 1) as f64) / down as f64;
    for (place, panel) in panels.iter().enumerate() {
        let left = MARGIN + (place % across) as f64 * (width + BESIDE);
        let top = top + (place / across) as f64 * (height + BELOW);
        draw_panel(page, report, panel, (left, top), (left + width, top + height), shown);
    }
    for (line, middle) in notes.iter().zip(look::foot_lines(notes.len())) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, line, RIGHT - MARGIN);
    }
}

fn notes(trend: &Trend, panels: &[Panel], unshown: &[String], language: Language) -> Vec<String> {
    let mut rule = language.text("chart-trend-rule");
    let [inquiries, _, offers, wins, _] = trend.undated;
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
    if panels.iter().any(Panel::begins_later) {
        rule = format!("{rule} {}", language.text("chart-trend-before-copies"));
    }
    let mut notes = vec![rule];
    if !unshown.is_empty() {
        notes.push(language.say("chart-trend-unshown", &[("what", unshown.join("; ").into())]));
    }
    notes
}

fn draw_panel(page: &Page<'_>, report: &Report<'_>, panel: &Panel, from: (f64, f64), to: (f64, f64), shown: usize) {
    let (language, trend) = (report.language, &report.measures.trend);
    let (left, right) = (from.0, to.0);
    let (top, base) = (from.1 + NAME_ROOM, to.1 - WEEKS_ROOM);
    let bars = &panel.bars;
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
    let years = Years::of(&trend.weeks[trend.weeks.len() - shown..], language);
    let weeks_set = HEADER.sized(12.0);
    page.text((left, base + 12.0), Align::Left, weeks_set, &years.first);
    page.text((right, base + 12.0), Align::Right, weeks_set, &years.last);
    let free = left + weeks_set.width(&years.first) + YEAR_APART..right - weeks_set.width(&years.last) - YEAR_APART;
    for (week, year) in years.begun {
        let (x, half) = (plot.place(week as f64, 0.0).0, weeks_set.width(&year) / 2.0);
        if free.contains(&(x - half)) && free.contains(&(x + half)) {
            page.line((x, base), (x, base + 5.0), 1.0, look::RULE);
            page.text((x, base + 12.0), Align::Centre, weeks_set, &year);
        }
    }
}

/// What stands below the bars: the first week and the last, and where a year begins between them.
struct Years {
    /// With its year.
    first: String,
    /// With its year where that is another.
    last: String,
    /// The first week whose Monday is in a new year, and the year.
    begun: Vec<(usize, String)>,
}

impl Years {
    fn of(mondays: &[NaiveDate], language: Language) -> Self {
        let day = |monday: Option<&NaiveDate>, with_year: bool| {
            let said = if with_year { format::date } else { format::day_and_month };
            monday.map_or_else(String::new, |monday| said(*monday, language))
        };
        let begins = |(week, pair): (usize, &[NaiveDate])| {
            (pair[0].year() != pair[1].year()).then(|| (week + 1, pair[1].year().to_string()))
        };
        let begun: Vec<_> = mondays.windows(2).enumerate().filter_map(begins).collect();
        Self { first: day(mondays.first(), true), last: day(mondays.last(), !begun.is_empty()), begun }
    }
}

/// A bar's figure.
fn figure(panel: &Panel, height: f64, language: Language) -> String {
    if panel.shares { format::percent(height, 0, language) } else { format::integer(height as i64, language) }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[track_caller]
    fn check(from: (i32, u32, u32), weeks: u64, language: Language, first: &str, last: &str, begun: &[(usize, &str)]) {
        let from = NaiveDate::from_ymd_opt(from.0, from.1, from.2).expect("a day");
        let mondays: Vec<NaiveDate> = (0..weeks).map(|week| from + Days::new(7 * week)).collect();
        let years = Years::of(&mondays, language);
        assert_eq!((years.first.as_str(), years.last.as_str()), (first, last));
        let told: Vec<(usize, &str)> = years.begun.iter().map(|(week, year)| (*week, year.as_str())).collect();
        assert_eq!(told, begun);
    }

    #[test]
    fn the_axis_says_its_year_where_it_starts_and_where_one_begins() {
        check((2025, 5, 5), 8, Language::En, "5 May 2025", "23 Jun", &[]);
        check((2025, 5, 5), 8, Language::Pl, "05.05.2025", "23.06", &[]);
        check((2025, 12, 1), 8, Language::En, "1 Dec 2025", "19 Jan 2026", &[(5, "2026")]);
        check((2024, 12, 16), 60, Language::Pl, "16.12.2024", "02.02.2026", &[(3, "2025"), (55, "2026")]);
    }
}
