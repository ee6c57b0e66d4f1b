//! Forecast: what will be won in the coming weeks, as a fan from the low to the high end of eight in ten draws; beside
//! it what the same forecast said at earlier moments and what came.

use crate::i18n::{Language, format};
use crate::measure::{Backtest, HorizonForecast, Spread, Trial};
use crate::model::Moment;
use crate::report::Report;
use chrono::Days;

use super::Picture;
use super::look::{self, FIGURE, HEADER, MARGIN, NAME, NOTE, RIGHT};
use super::page::{self, Align, Page};
use super::words;

/// The picture; none when there is no forecast, or nothing to win: the report says why.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let language = report.language;
    let forecast = report.measures.forecast.known()?;
    let found = forecast.horizons.iter().rev().flatten().next()?;
    if found.total.p90 <= 0.0 {
        return None;
    }
    let money = Money { currency: forecast.currency, language };
    let title = title(found, money);
    let open = language.say("chart-forecast-open", &[("count", forecast.prospects.len().into())]);
    let under = words::under(report, vec![open]);
    let marks = page::draw(|page| draw(page, report, (&title, &under), found, money));
    let ends = [found.total.p10, found.total.p50, found.total.p90].map(|sum| money.short(sum)).join(" – ");
    Some(Picture { name: "forecast", alt: format!("{title}. {ends}"), title, marks })
}

/// Amounts of the forecast's currency in short.
#[derive(Clone, Copy)]
struct Money {
    currency: Option<crate::model::Currency>,
    language: Language,
}

impl Money {
    fn short(self, sum: f64) -> String {
        let currency = self.currency.unwrap_or(crate::model::Currency::UNSTATED);
        format::sum_short(sum, currency, self.language)
    }

    fn range(self, spread: Spread) -> [(&'static str, crate::diagnostic::Word); 2] {
        [("low", self.short(spread.p10).into()), ("high", self.short(spread.p90).into())]
    }
}

/// The finding: what to reckon with, and how far it may be off.
fn title(found: &HorizonForecast, money: Money) -> String {
    let shown = if found.yields_to_last_quarter() { found.last_quarter } else { found.total };
    let key = if found.yields_to_last_quarter() {
        "chart-forecast-quarter"
    } else if found.is_wide() {
        "chart-forecast-wide"
    } else {
        "chart-forecast-likely"
    };
    let [low, high] = money.range(shown);
    let middle = ("middle", money.short(shown.p50).into());
    money.language.say(key, &[("weeks", (found.days / 7).into()), middle, low, high])
}

/// Share of the width that the fan takes when the backtest stands beside it, and space between them.
const FAN: f64 = 0.5;
const BETWEEN: f64 = 60.0;
/// Room above a plot for its name, and below it for its dates.
const HEAD: f64 = 52.0;
const DATES: f64 = 30.0;
/// Least room at the right of the fan for its figures, and from one of them to the next.
const FIGURES: f64 = 110.0;
const LEADING: f64 = 36.0;
/// Room at the left of a plot for the figures of its grid lines.
const SUMS: f64 = 46.0;

fn draw(page: &Page<'_>, report: &Report<'_>, (title, under): (&str, &str), found: &HorizonForecast, money: Money) {
    let language = report.language;
    let top = look::head(page, title, under);
    let notes = look::foot(&notes(found, money), 0.0);
    let bottom = look::foot_top(notes.len()) - DATES;
    let trials = found.backtest.as_ref().filter(|backtest| !backtest.trials.is_empty());
    let fan_right = if trials.is_some() { MARGIN + (RIGHT - MARGIN) * FAN - BETWEEN / 2.0 } else { RIGHT };
    draw_fan(page, report, found, money, (MARGIN, top + HEAD), (fan_right, bottom));
    let name = language.say("chart-forecast-fan", &[("weeks", (found.days / 7).into())]);
    page.text_within((MARGIN, top + 6.0), Align::Left, NAME, &name, fan_right - MARGIN);
    if let Some(backtest) = trials {
        let left = fan_right + BETWEEN;
        let inside = backtest.trials.iter().filter(|trial| holds(trial)).count();
        let words = [("inside", inside.into()), ("of", backtest.trials.len().into())];
        let name = language.say("chart-forecast-said", &words);
        page.text_within((left, top + 6.0), Align::Left, NAME, &name, RIGHT - left);
        draw_trials(page, language, backtest, money, (left, top + HEAD), (RIGHT, bottom));
    }
    for (line, middle) in notes.iter().zip(look::foot_lines(notes.len())) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, line, RIGHT - MARGIN);
    }
}

fn notes(found: &HorizonForecast, money: Money) -> Vec<String> {
    let language = money.language;
    let mut rule = language.text("chart-forecast-rule");
    if found.rough {
        rule = format!("{rule} {}", language.text("chart-forecast-rough"));
    }
    let [low, high] = money.range(found.last_quarter);
    let mean = ("mean", money.short(found.last_quarter_mean).into());
    let quarter = language.say("chart-forecast-last", &[mean, low, high]);
    let tested = match &found.backtest {
        None => language.text("chart-forecast-untried"),
        Some(backtest) if !backtest.is_tested() => {
            language.say("chart-forecast-untested", &[("count", backtest.independent.into())])
        }
        Some(_) => language.text("chart-forecast-tested"),
    };
    vec![rule, format!("{quarter} {tested}")]
}

/// Whether what came lay within what was said.
fn holds(trial: &Trial) -> bool {
    (trial.said.p10..=trial.said.p90).contains(&trial.came)
}

/// Grid lines at round sums, with their figures at the left.
fn draw_sums(page: &Page<'_>, money: Money, (left, right): (f64, f64), highest: f64, y: impl Fn(f64) -> f64) {
    for sum in round_sums(highest) {
        page.line((left, y(sum)), (right, y(sum)), 1.0, if sum > 0.0 { look::PALE } else { look::RULE });
        if sum > 0.0 {
            let text = format::amount_short(sum, money.language);
            page.text((left, y(sum) - 8.0), Align::Left, HEADER.sized(12.0), &text);
        }
    }
}

/// Zero and up to four round sums below the highest.
fn round_sums(highest: f64) -> Vec<f64> {
    let highest = highest.max(f64::MIN_POSITIVE);
    let power = 10_f64.powf((highest / 4.0).log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|step| step * power).into_iter().find(|step| highest / step <= 4.5);
    let step = step.unwrap_or(10.0 * power);
    (0..5).map(|place| f64::from(place) * step).filter(|sum| *sum <= highest).collect()
}

fn draw_fan(
    page: &Page<'_>,
    report: &Report<'_>,
    found: &HorizonForecast,
    money: Money,
    (left, top): (f64, f64),
    (right, bottom): (f64, f64),
) {
    let language = report.language;
    let weeks = found.fan.len();
    let highest = found.fan.iter().map(|spread| spread.p90).fold(0.0, f64::max).max(1.0) * 1.04;
    let spread = found.total;
    let sums = [spread.p10, spread.p50, spread.p90].map(|sum| money.short(sum));
    let figures = NAME.widest(sums.iter().map(String::as_str)).max(FIGURES - 10.0) + 10.0;
    let (plot_left, plot_right) = (left, right - figures);
    let x_axis = page::span(0.0, weeks.max(1) as f64);
    let plot = page.plot((plot_left, top), (plot_right, bottom), x_axis, page::span(highest, 0.0));
    let y = |sum: f64| plot.place(0.0, sum.max(0.0)).1;
    let line = |of: fn(&Spread) -> f64| {
        let points = found.fan.iter().enumerate().map(|(week, spread)| (week as f64 + 1.0, of(spread)));
        let points = [(0.0, 0.0)].into_iter().chain(points);
        points.map(|(week, sum)| plot.place(week, sum)).collect::<Vec<_>>()
    };
    let (low, middle, high) = (line(|s| s.p10), line(|s| s.p50), line(|s| s.p90));
    let around: Vec<_> = high.iter().copied().chain(low.iter().rev().copied()).collect();
    page.shape(&around, look::mix(look::WHITE, look::BLUE, 0.22));
    draw_sums(page, money, (plot_left, plot_right), highest, y);
    page.path(&middle, 3.0, look::BLUE);
    for edge in [&low, &high] {
        page.path(edge, 1.0, look::BLUE);
    }
    // Figures stand apart however close their lines end.
    let ends = [(found.total.p90, high), (found.total.p50, middle), (found.total.p10, low)];
    let mut at: Vec<f64> = ends.iter().map(|(_, line)| line.last().map_or(bottom, |end| end.1)).collect();
    at[0] = at[0].min(at[1] - LEADING);
    at[2] = at[2].max(at[1] + LEADING);
    let keys = ["chart-forecast-high", "chart-forecast-middle", "chart-forecast-low"];
    for (((sum, _), at), key) in ends.iter().zip(at).zip(keys) {
        let main = key == "chart-forecast-middle";
        let set = if main { NAME.inked(look::BLUE) } else { FIGURE };
        page.text_within((plot_right + 10.0, at - 1.0), Align::Left, set, &money.short(*sum), figures - 10.0);
        page.text_within(
            (plot_right + 10.0, at + 14.0),
            Align::Left,
            NOTE.sized(11.5),
            &language.text(key),
            figures - 10.0,
        );
    }
    for week in [0, weeks / 2, weeks] {
        let align = if week == 0 { Align::Left } else { Align::Centre };
        let day = report.book.as_of.date() + Days::new(7 * week as u64);
        let text = format::day_and_month(day, language);
        page.text((plot.place(week as f64, 0.0).0, bottom + 14.0), align, HEADER.sized(12.0), &text);
    }
}

fn draw_trials(
    page: &Page<'_>,
    language: Language,
    backtest: &Backtest,
    money: Money,
    (left, top): (f64, f64),
    (right, bottom): (f64, f64),
) {
    let trials = &backtest.trials;
    let highest = trials.iter().map(|trial| trial.said.p90.max(trial.came)).fold(0.0, f64::max).max(1.0) * 1.04;
    let slots = trials.len().max(6) as f64;
    let left = left + SUMS;
    let plot = page.plot((left, top), (right, bottom), page::span(0.0, slots), page::span(highest, 0.0));
    draw_sums(page, money, (left - SUMS, right), highest, |sum| plot.place(0.0, sum).1);
    let half = ((right - left) / slots * 0.32).min(9.0);
    for (place, trial) in trials.iter().enumerate() {
        let (x, high) = plot.place(place as f64 + 0.5, trial.said.p90);
        let low = plot.place(0.0, trial.said.p10.max(0.0)).1.max(high + 1.0);
        page.block((x - half, high), (x + half, low), look::mix(look::WHITE, look::BLUE, 0.30));
        let middle = plot.place(0.0, trial.said.p50).1;
        page.line((x - half, middle), (x + half, middle), 2.0, look::BLUE);
        let came = plot.place(0.0, trial.came.max(0.0)).1;
        let (colour, radius) = if holds(trial) { (look::INK, 3.5_f64) } else { (look::ORANGE, 4.5) };
        page.disc((x, came), radius.min(half * 0.9).max(2.0), colour);
    }
    let day = |moment: Moment| format::date(moment.date(), language);
    if let (Some(first), Some(last)) = (trials.first(), trials.last()) {
        page.text((left, bottom + 14.0), Align::Left, HEADER.sized(12.0), &day(first.origin));
        if trials.len() > 4 {
            page.text((right, bottom + 14.0), Align::Right, HEADER.sized(12.0), &day(last.origin));
        }
    }
    let keys = language.text("chart-forecast-key");
    page.text_within((left - SUMS, top - 24.0), Align::Left, NOTE, &keys, right - left + SUMS);
}
