//! What happened week by week, the newest week first, with the course of each column above it.

use rust_xlsxwriter::{Sparkline, SparklineType, XlsxError};

use crate::i18n::format;
use crate::measure::{Measured, Trend, Unmeasured, Verdicts, WeekConversion, Weekly};
use crate::model::{Currency, Entered, Moment};
use crate::report::section::Section;

use super::deals::Column;
use super::formulas::Test;
use super::page::{Cell, Head, Look, Page, right};
use super::plan::Plan;
use super::style;

/// Widths in characters: of the week, and of columns of counts, amounts and shares.
const WEEK: f64 = 18.0;
const COUNT: f64 = 13.0;
const AMOUNT: f64 = 18.0;
const SHARE: f64 = 22.0;

/// The height of the row that shows the courses, in points.
const COURSE_HEIGHT: f64 = 44.0;

type Done = Result<(), XlsxError>;

/// One column of the table.
struct Series {
    head: Head,
    width: f64,
    /// A cell a week, the oldest first.
    cells: Vec<Cell>,
    /// Whether the figures are numbers, so that they have a course.
    has_course: bool,
}

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let trend = &plan.report.measures.trend;
    let (series, untold) = series(plan, trend);
    let widths: Vec<f64> = std::iter::once(WEEK).chain(series.iter().map(|series| series.width)).collect();
    let mut page = Page::new(plan, Section::Trend, &widths)?;
    page.title(Section::Trend, &plan.word("lead-trend"))?;
    table(&mut page, trend, series)?;
    if !trend.last_is_whole {
        page.remark(&plan.word("trend-running"))?;
    }
    for sentence in untold {
        page.remark(&sentence)?;
    }
    page.next += 1;
    page.definitions(&["term-trend", "term-longer-than-limit", "term-promise", "trend-conversion-term"])?;
    Ok(page)
}

/// The columns that have figures, and why others have none.
fn series(plan: &Plan<'_>, trend: &Trend) -> (Vec<Series>, Vec<String>) {
    let (mut series, mut unshown) = (Vec::new(), Vec::new());
    let mut add = |key: &str, shown: Result<Series, Unmeasured>, of: &str| match shown {
        Ok(shown) => series.push(shown),
        Err(why) => {
            unshown.push(format!("{} ({})", plan.word(key), plan.word(&format!("unmeasured-{of}{}", why.name()))));
        }
    };
    let counted = |key: &str, counts: &Measured<Weekly<usize>>| -> Result<Series, Unmeasured> {
        let cells = counts.result()?.iter().map(|count| count.map_or_else(blank, Cell::Count)).collect();
        Ok(Series { head: plan.figures(key), width: COUNT, cells, has_course: true })
    };
    add("trend-new", inquiries(plan, trend), "");
    for (key, counts) in [
        ("trend-contacted", &trend.contacted),
        ("trend-offers", &trend.offers),
        ("trend-won", &trend.won),
        ("trend-lost", &trend.lost),
    ] {
        add(key, counted(key, counts), "");
    }
    add("trend-open", counted("trend-open", &trend.open), "");
    add("trend-open-value", worth(plan, trend), "");
    add("trend-over", counted("trend-over", &trend.over_limit), "");
    add("trend-first-contact", kept(plan, "trend-first-contact", &trend.first_contact), "first-contact-");
    add("trend-follow-up", kept(plan, "trend-follow-up", &trend.follow_up), "follow-up-");
    series.push(conversion(plan, trend));
    let mut untold = Vec::new();
    if !unshown.is_empty() {
        untold.push(plan.language.say("trend-unshown", &[("what", unshown.join("; ").into())]));
    }
    let counts = [&trend.new, &trend.contacted, &trend.offers, &trend.won, &trend.lost, &trend.open];
    if counts.into_iter().filter_map(Measured::known).any(|weeks| weeks.first().is_some_and(Option::is_none)) {
        untold.push(plan.word("trend-before-copies"));
    }
    let undated: Vec<String> = ["new", "contacted", "offers", "won", "lost"]
        .iter()
        .zip(trend.undated)
        .chain([(&"ways", trend.left_out)])
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| {
            let name = plan.word(&format!("trend-undated-{name}"));
            format!("{name}: {}", format::integer(count as i64, plan.language))
        })
        .collect();
    if !undated.is_empty() {
        untold.push(plan.language.say("trend-undated", &[("what", undated.join(", ").into())]));
    }
    (series, untold)
}

/// The inquiries, counted by the spreadsheet where the sheet of deals has their days.
fn inquiries(plan: &Plan<'_>, trend: &Trend) -> Result<Series, Unmeasured> {
    let weeks = trend.new.result()?;
    let is_listed = |entered: Entered| matches!(entered, Entered::At(_) | Entered::Unknown);
    let live = plan.report.book.deals.iter().all(|deal| is_listed(deal.history[0].entered));
    let cell = |count: usize| {
        if !live {
            return Cell::Count(count);
        }
        let in_week = Test::InWeek(Column::Inquiry, "$A{row}".to_owned());
        Cell::Live(plan.ledger.count(&[in_week]), count as f64, Look::Count)
    };
    let cells = weeks.iter().map(|count| count.map_or_else(blank, cell)).collect();
    Ok(Series { head: plan.figures("trend-new"), width: COUNT, cells, has_course: true })
}

/// What the open deals were worth.
fn worth(plan: &Plan<'_>, trend: &Trend) -> Result<Series, Unmeasured> {
    let worths = trend.open_value.result()?;
    let currency: Option<Currency> = plan.currencies.first().copied();
    let cells = worths.iter().map(|worth| worth.map_or_else(blank, |worth| Cell::Sum(worth, currency))).collect();
    let head =
        currency.map_or_else(|| plan.figures("trend-open-value"), |one| plan.money_head("trend-open-value", one));
    Ok(Series { head, width: AMOUNT, cells, has_course: true })
}

/// The share of a promise kept; a range where the cells do not decide.
fn kept(plan: &Plan<'_>, key: &str, weeks: &Measured<Vec<Verdicts>>) -> Result<Series, Unmeasured> {
    let weeks = weeks.result()?;
    let cell = |week: &Verdicts| match week.kept() {
        None => blank(),
        Some((share, _)) if week.cannot_tell == 0 => Cell::Share(share),
        Some((low, high)) => Cell::Right(format::percent_range(low, high, 0, plan.language)),
    };
    let decided = weeks.iter().all(|week| week.cannot_tell == 0);
    Ok(Series { head: plan.figures(key), width: SHARE, cells: weeks.iter().map(cell).collect(), has_course: decided })
}

/// The share of the week's inquiries that were won in time, or why there is none yet.
fn conversion(plan: &Plan<'_>, trend: &Trend) -> Series {
    let days = [("count", trend.conversion_days.into())];
    let cell = |week: &WeekConversion| match week.within.rate {
        _ if week.n == 0 => blank(),
        Some(rate) => Cell::Share(rate),
        None => {
            let key = if week.within.complete { "cohorts-undated" } else { "cohorts-too-early" };
            Cell::Right(plan.language.say(key, &[("won", week.within.won.into())]))
        }
    };
    Series {
        head: right(plan.language.say("trend-conversion", &days)).meaning(plan.word("trend-conversion.note")),
        width: SHARE,
        cells: trend.conversion.iter().map(cell).collect(),
        has_course: trend.conversion.iter().any(|week| week.within.rate.is_some()),
    }
}

fn blank() -> Cell {
    Cell::Right("–".to_owned())
}

/// The courses, and below them the table.
fn table(page: &mut Page<'_>, trend: &Trend, series: Vec<Series>) -> Done {
    let plan = page.plan;
    let (courses, first) = (page.next, page.next + 2);
    let last = first + trend.weeks.len() as u32 - 1;
    page.sheet.set_row_height(courses, COURSE_HEIGHT)?;
    page.text(courses, 0, &plan.word("trend-course"), &plan.style.muted)?;
    let name = Section::Trend.title(plan.language);
    for (column, _) in (1..).zip(&series).filter(|(_, series)| series.has_course) {
        // The newest week stands first, and time goes from left to right.
        let course = Sparkline::new()
            .set_range((name.as_str(), first, column, last, column))
            .set_type(SparklineType::Column)
            .set_sparkline_color(style::BLUES[2])
            .set_right_to_left(true)
            .set_custom_min(0.0);
        page.sheet.add_sparkline(courses, column, &course)?;
    }
    page.next += 1;
    let mut heads = vec![plan.figures("trend-week")];
    let mut columns = Vec::new();
    for series in series {
        heads.push(series.head);
        columns.push(series.cells.into_iter().rev());
    }
    let weeks = trend.weeks.iter().rev();
    let rows = weeks.map(|monday| {
        let figures = columns.iter_mut().filter_map(Iterator::next);
        std::iter::once(Cell::Moment(Moment::Day(*monday))).chain(figures).collect()
    });
    let rows = rows.collect();
    page.table(&heads, rows, "")
}
