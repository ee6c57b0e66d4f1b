//! The forecast: what will be won in 4 and in 13 weeks, how such forecasts did before, week by week, the outlook of
//! each open deal, and the win rate with the sales velocity. Estimates are values; their rule stands beside them.

use chrono::Days;
use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{Forecast, HORIZONS, HorizonForecast, Measured, Prospect, Spread, Velocity};
use crate::model::{Currency, Moment};
use crate::report::section::Section;
use crate::report::story;

use super::chart;
use super::funnel::{interval, share};
use super::page::{Cell, Look, Page};
use super::plan::Plan;

const WIDTHS: [f64; 11] = [28.0, 24.0, 18.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 18.0];

/// Deals that are listed at most.
const MOST_ROWS: usize = 1_000;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Forecast, &WIDTHS)?;
    page.title(Section::Forecast, &plan.word("lead-forecast"))?;
    let velocity_known = match &plan.report.measures.forecast {
        Measured::Known(forecast) => {
            for place in 0..HORIZONS.len() {
                page.sentence(&verdict(plan, forecast, place))?;
            }
            page.next += 1;
            ranges(&mut page, forecast)?;
            backtest(&mut page, forecast)?;
            weeks(&mut page, forecast)?;
            velocity(&mut page)?
        }
        Measured::Unknown(why) => {
            page.unmeasured("forecast-unknown", *why)?;
            velocity(&mut page)?
        }
    };
    if let Measured::Known(forecast) = &plan.report.measures.forecast {
        outlook(&mut page, forecast)?;
        page.definitions(&[
            "term-forecast",
            "term-last-quarter",
            "term-backtest",
            "forecast-chance",
            "term-expected-close",
        ])?;
    }
    if velocity_known {
        page.definitions(&["term-win-rate", "term-velocity"])?;
    }
    Ok(page)
}

/// What is forecast for a horizon, or what is lacking for it, as a sentence.
fn verdict(plan: &Plan<'_>, forecast: &Forecast, place: usize) -> String {
    let language = plan.language;
    let weeks = Word::from(HORIZONS[place] / 7);
    let Some(found) = &forecast.horizons[place] else {
        let why = story::lacks(forecast, HORIZONS[place], language);
        return language.say("forecast-refused", &[("weeks", weeks), ("why", why.into())]);
    };
    let sum = |amount: f64| Word::from(plan.sum_short(amount, forecast.currency));
    let shown = found.shown();
    let words = [("weeks", weeks), ("low", sum(shown.p10)), ("high", sum(shown.p90)), ("middle", sum(shown.p50))];
    let mut told = vec![language.say("forecast-sentence", &words)];
    if found.yields_to_last_quarter() {
        told.push(language.text("forecast-yields"));
    }
    if found.is_wide() && !found.yields_to_last_quarter() {
        told.push(language.text("forecast-wide"));
    }
    if found.rough {
        told.push(language.text("forecast-rough"));
    }
    told.join(" ")
}

/// The ranges of each horizon: from the open deals, from deals to come, from both, and the last quarter repeated.
fn ranges(page: &mut Page<'_>, forecast: &Forecast) -> Done {
    let plan = page.plan;
    if forecast.horizons.iter().all(Option::is_none) {
        return Ok(());
    }
    page.heading(&plan.word("forecast-title"))?;
    let mut heads = vec![plan.words("forecast-from"), plan.words("forecast-horizon")];
    for name in ["p10", "p50", "p90", "mean"] {
        heads.push(plan.sum_head(&format!("forecast-{name}"), forecast.currency));
    }
    heads.push(plan.figures("forecast-wins"));
    let rows = forecast.horizons.iter().flatten().flat_map(|found| range_rows(plan, found, forecast.currency));
    page.grid(&heads, rows.collect())?;
    if forecast.left_out > 0 {
        page.remark(&plan.language.say("forecast-left-out", &[("count", forecast.left_out.into())]))?;
        page.next += 1;
    }
    Ok(())
}

fn range_rows(plan: &Plan<'_>, found: &HorizonForecast, currency: Option<Currency>) -> Vec<Vec<Cell>> {
    let weeks = plan.language.say("count-weeks", &[("count", (found.days / 7).into())]);
    let row = |key: &str, spread: Spread, mean: Cell, wins: Cell| {
        let mut row = vec![Cell::Strong(plan.word(key)), Cell::Text(weeks.clone())];
        row.extend([spread.p10, spread.p50, spread.p90].map(|sum| Cell::Sum(sum, currency)));
        row.extend([mean, wins]);
        row
    };
    let mean = |sum: f64| Cell::Sum(sum, currency);
    vec![
        row("forecast-existing", found.existing, mean(found.mean_existing), Cell::Tenth(found.wins_existing)),
        row("forecast-new", found.new, mean(found.mean_new), Cell::Blank),
        row("forecast-total", found.total, Cell::Blank, Cell::Blank),
        row("forecast-last-quarter", found.last_quarter, mean(found.last_quarter_mean), Cell::Blank),
    ]
}

/// How such forecasts would have done at earlier moments.
fn backtest(page: &mut Page<'_>, forecast: &Forecast) -> Done {
    let plan = page.plan;
    if forecast.horizons.iter().all(Option::is_none) {
        return Ok(());
    }
    page.heading(&plan.word("backtest-title"))?;
    let tested: Vec<_> =
        forecast.horizons.iter().flatten().filter_map(|found| Some((found.days, found.backtest.as_ref()?))).collect();
    if tested.is_empty() {
        page.sentence(&plan.word("backtest-none"))?;
        page.next += 1;
        return Ok(());
    }
    for (days, found) in &tested {
        let words = [
            ("weeks", Word::from(days / 7)),
            ("count", found.origins.into()),
            (
                "share",
                found.coverage.map_or_else(|| "–".to_owned(), |held| format::percent(held, 0, plan.language)).into(),
            ),
            ("independent", found.independent.into()),
        ];
        let key = if found.is_tested() { "backtest-sentence" } else { "backtest-untested" };
        page.sentence(&plan.language.say(key, &words))?;
    }
    page.next += 1;
    let mut heads = vec![plan.words("forecast-horizon")];
    heads.extend(
        ["origins", "independent", "coverage", "interval"].map(|name| plan.figures(&format!("backtest-{name}"))),
    );
    heads.push(plan.sum_head("backtest-mean", forecast.currency));
    heads.extend(
        ["pinball", "pinball-quarter", "error", "error-quarter", "bias"]
            .map(|name| plan.figures(&format!("backtest-{name}"))),
    );
    let rows = tested.into_iter().map(|(days, found)| {
        vec![
            Cell::Strong(plan.language.say("count-weeks", &[("count", (days / 7).into())])),
            Cell::Count(found.origins),
            Cell::Count(found.independent),
            share(found.coverage),
            interval(found.coverage_ci, plan),
            Cell::Sum(found.mean_result, forecast.currency),
            Cell::Share(found.model.pinball),
            Cell::Share(found.last_quarter.pinball),
            Cell::Share(found.model.absolute),
            Cell::Share(found.last_quarter.absolute),
            Cell::Share(found.model.bias),
        ]
    });
    page.grid(&heads, rows.collect())
}

/// Rows that the chart of the weeks takes.
const CHART_ROWS: u32 = 18;

/// The mean and the range week by week over the longest horizon that there is, with a chart below.
fn weeks(page: &mut Page<'_>, forecast: &Forecast) -> Done {
    let plan = page.plan;
    let Some(found) = forecast.horizons.iter().rev().flatten().next() else { return Ok(()) };
    page.heading(&plan.word("weeks-title"))?;
    let mut heads = vec![plan.figures("weeks-week")];
    for name in ["existing", "new", "total", "so-far"] {
        heads.push(plan.sum_head(&format!("weeks-{name}"), forecast.currency));
    }
    for name in ["p10", "p50", "p90"] {
        heads.push(plan.sum_head(&format!("weeks-{name}"), forecast.currency));
    }
    let look = forecast.currency.map_or(Look::Count, Look::Money);
    let mut so_far = 0.0;
    let rows = found.weekly_existing.iter().zip(&found.weekly_new).enumerate().map(|(place, (existing, new))| {
        let (existing, new) = (to_the_ten_thousandth(*existing), to_the_ten_thousandth(*new));
        so_far += existing + new;
        let running = if place == 0 { "D{row}".to_owned() } else { "E{above}+D{row}".to_owned() };
        let mut row = vec![
            Cell::Moment(week_from(plan, place)),
            Cell::Sum(existing, forecast.currency),
            Cell::Sum(new, forecast.currency),
            Cell::Live("B{row}+C{row}".to_owned(), existing + new, look),
            Cell::Live(running, so_far, look),
        ];
        let fan = found.fan.get(place).map_or([None; 3], |spread| [spread.p10, spread.p50, spread.p90].map(Some));
        row.extend(fan.map(|sum| sum.map_or(Cell::Blank, |sum| Cell::Sum(sum, forecast.currency))));
        row
    });
    let first_row = page.next + 1;
    let weeks = found.weekly_existing.len() as u32;
    page.grid(&heads, rows.collect())?;
    page.sheet.insert_chart(page.next, 0, &chart::weeks(plan, first_row, weeks))?;
    page.next += CHART_ROWS;
    Ok(())
}

/// As report.json has it, so that the sums follow from the cells.
fn to_the_ten_thousandth(sum: f64) -> f64 {
    (sum * 1e4).round() / 1e4
}

/// The first day of a coming week; the first one begins after as-of.
fn week_from(plan: &Plan<'_>, place: usize) -> Moment {
    let as_of = plan.report.book.as_of.date();
    Moment::Day(as_of.checked_add_days(Days::new(7 * place as u64 + 1)).unwrap_or(as_of))
}

/// Win rate and velocity; whether they are known.
fn velocity(page: &mut Page<'_>) -> Result<bool, XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("velocity-title"))?;
    let found = match &plan.report.measures.velocity {
        Measured::Known(found) => found,
        Measured::Unknown(why) => {
            page.unmeasured("velocity-unknown", *why)?;
            return Ok(false);
        }
    };
    if let Measured::Unknown(why) = &found.a_day {
        page.unmeasured("velocity-no-a-day", *why)?;
    }
    let names = ["won", "lost", "open", "win-rate", "interval", "win-rate-by-value"];
    let mut heads = vec![plan.words("velocity-window")];
    heads.extend(names.map(|name| plan.figures(&format!("velocity-{name}"))));
    page.grid(&heads, vec![rates_row(plan, found)])?;
    let mut heads = vec![plan.words("velocity-window")];
    heads.extend(["mean-win", "median-win"].map(|name| plan.sum_head(&format!("velocity-{name}"), found.currency)));
    heads.push(plan.figures("velocity-cycle"));
    heads.extend(["a-day", "sold-a-day"].map(|name| plan.sum_head(&format!("velocity-{name}"), found.currency)));
    page.grid(&heads, vec![velocity_row(plan, found)])?;
    Ok(true)
}

fn window(plan: &Plan<'_>, found: &Velocity) -> Cell {
    let days = format::short_decimal(found.window_days, 1, plan.language);
    Cell::Strong(plan.language.say("velocity-days", &[("days", days.into())]))
}

fn rates_row(plan: &Plan<'_>, found: &Velocity) -> Vec<Cell> {
    vec![
        window(plan, found),
        Cell::Count(found.won),
        Cell::Count(found.lost),
        Cell::Count(found.open),
        share(found.win_rate),
        interval(found.win_rate_ci, plan),
        share(found.win_rate_by_value),
    ]
}

fn velocity_row(plan: &Plan<'_>, found: &Velocity) -> Vec<Cell> {
    let sum = |amount: Option<f64>| amount.map_or(Cell::Right("–".to_owned()), |sum| Cell::Sum(sum, found.currency));
    vec![
        window(plan, found),
        sum(found.mean_win),
        sum(found.median_win),
        found.cycle_days.map_or(Cell::Right("–".to_owned()), Cell::Tenth),
        sum(found.a_day.known().copied()),
        Cell::Sum(found.sold_a_day, found.currency),
    ]
}

/// Every open deal with its chances and when it would be won, the most expected money first.
fn outlook(page: &mut Page<'_>, forecast: &Forecast) -> Done {
    let plan = page.plan;
    if forecast.prospects.is_empty() {
        return Ok(());
    }
    let mut prospects: Vec<&Prospect> = forecast.prospects.iter().collect();
    prospects.sort_by(|a, b| (b.value * b.ever).total_cmp(&(a.value * a.ever)).then(a.deal.cmp(&b.deal)));
    let all = prospects.len();
    page.heading(&plan.language.say("outlook-title", &[("count", all.into())]))?;
    page.remark(&plan.word("outlook-note"))?;
    if all > MOST_ROWS {
        prospects.truncate(MOST_ROWS);
        page.remark(&plan.list_cut(Section::Forecast, MOST_ROWS, all))?;
    }
    let mut heads = vec![plan.words("to-do-deal"), plan.words("deals-owner"), plan.words("deals-stage")];
    heads.push(plan.figures("stalled-days"));
    heads.push(plan.sum_head("deals-value", forecast.currency));
    for days in HORIZONS {
        heads.push(plan.figures_of("outlook-chance", &[("weeks", (days / 7).into())]));
    }
    heads.extend([plan.figures("outlook-ever"), plan.figures("outlook-half"), plan.figures("outlook-between")]);
    heads.push(plan.words("source-row"));
    let rows = prospects.into_iter().map(|prospect| outlook_row(plan, prospect, forecast.currency)).collect();
    page.table(&heads, rows, &plan.word("list-empty"))
}

fn outlook_row(plan: &Plan<'_>, prospect: &Prospect, currency: Option<Currency>) -> Vec<Cell> {
    let deal = plan.deal(prospect.deal);
    let [first, half, last] = prospect.close;
    let days = |days: f64| format::short_decimal(days, 0, plan.language);
    let between = first.zip(last).map(|(first, last)| format!("{}–{}", days(first), days(last)));
    let mut row = vec![
        Cell::Deal(prospect.deal),
        deal.owner.clone().map_or(Cell::Blank, Cell::Text),
        Cell::Text(plan.stage_name(prospect.stage).to_owned()),
        Cell::Tenth(prospect.age),
        Cell::Sum(prospect.value, currency),
    ];
    row.extend(prospect.chance.map(Cell::Share));
    row.extend([
        Cell::Share(prospect.ever),
        half.map_or(Cell::Right("–".to_owned()), |days| Cell::Count(days.round() as usize)),
        Cell::Right(between.unwrap_or_else(|| "–".to_owned())),
        Cell::Text(plan.source_of(deal)),
    ]);
    row
}
