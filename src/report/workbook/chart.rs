//! The native funnel chart: a stacked bar whose first series is an invisible margin. Its figures stand in hidden
//! columns of the funnel sheet and follow the formulas there, so the manager can edit or copy it.
//!
//! Names in a chart could be read as references: they come from cells alone, never from text.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPoint,
    ChartSolidFill, ChartType, XlsxError,
};

use crate::i18n::format;
use crate::report::section::Section;

use super::page::{Page, attribute};
use super::plan::Plan;
use super::style;

/// Columns of the chart's figures: what stands beside the bar, the margin, the bar.
const LABEL: u16 = 12;
const MARGIN: u16 = 13;
const BAR: u16 = 14;
/// Their first row (from 0).
const TOP: u32 = 4;

/// Writes the chart's figures beside the funnel; `first_row` (from 0) is where column B begins to count the
/// deals that reached each stage.
pub(super) fn base(page: &mut Page<'_>, first_row: u32) -> Result<(), XlsxError> {
    let plan = page.plan;
    let stages = &plan.report.measures.funnel.stages;
    let most = stages.iter().map(|stage| stage.reached).max().unwrap_or(0);
    let last_row = first_row + stages.len() as u32 - 1;
    for (place, stage) in stages.iter().enumerate() {
        let (row, from) = (TOP + place as u32, first_row + place as u32 + 1);
        page.text(row, LABEL, &label(plan, place), &plan.style.text)?;
        let margin = format!("(MAX($B${}:$B${})-B{from})/2", first_row + 1, last_row + 1);
        page.live(row, MARGIN, &margin, (most - stage.reached) as f64 / 2.0, &plan.style.count)?;
        page.live(row, BAR, &format!("B{from}"), stage.reached as f64, &plan.style.count)?;
    }
    for column in [LABEL, MARGIN, BAR] {
        page.sheet.set_column_hidden(column)?;
    }
    page.sheet.set_print_area(0, 0, page.next, LABEL - 2)?;
    Ok(())
}

/// The stage, and the share of deals that came to it from the stage before.
fn label(plan: &Plan<'_>, place: usize) -> String {
    let stages = &plan.report.measures.funnel.stages;
    let name = plan.stage_name(stages[place].stage);
    let step = place.checked_sub(1).and_then(|before| stages[before].step.as_ref());
    match step.and_then(|step| Some((step.rate_low?, step.rate_high?))) {
        Some((low, high)) => {
            let share = format::percent_range(low, high, 0, plan.language);
            format!("{name}\n{}", plan.language.say("chart-came-on", &[("share", share.into())]))
        }
        None => name.to_owned(),
    }
}

/// The chart over so many pixels.
pub(super) fn funnel(plan: &Plan<'_>, width: u32, height: u32) -> Chart {
    let stages = &plan.report.measures.funnel.stages;
    let sheet = Section::Funnel.title(plan.language);
    let last = TOP + stages.len() as u32 - 1;
    let range = |column: u16| (sheet.as_str(), TOP, column, last, column);
    let most = stages.iter().map(|stage| stage.reached).max().unwrap_or(0);

    let mut chart = Chart::new(ChartType::BarStacked);
    chart
        .add_series()
        .set_categories(range(LABEL))
        .set_values(range(MARGIN))
        .set_gap(28)
        .set_overlap(100)
        .set_format(ChartFormat::new().set_no_fill().set_no_border());
    let labels: Vec<ChartDataLabel> = stages
        .iter()
        .map(|stage| {
            // White figures need a bar that is wide enough to carry them.
            let on_bar = stage.reached * 10 >= most;
            let mut font = font(10, if on_bar { style::WHITE } else { style::INK });
            ChartDataLabel::new().show_value().set_font(font.set_bold()).to_custom()
        })
        .collect();
    chart
        .add_series()
        .set_categories(range(LABEL))
        .set_values(range(BAR))
        .set_points(&colours(stages.len()))
        .set_data_label(
            ChartDataLabel::new()
                .show_value()
                .set_position(ChartDataLabelPosition::Center)
                .set_font(font(10, style::WHITE).set_bold()),
        )
        .set_custom_data_labels(&labels);
    chart.title().set_hidden();
    chart.legend().set_hidden();
    chart.x_axis().set_hidden(true).set_major_gridlines(false).set_max(most.max(1) as f64).set_min(0);
    chart
        .y_axis()
        .set_reverse()
        .set_font(&font(10, style::INK))
        .set_format(ChartFormat::new().set_no_line())
        .set_major_tick_type(rust_xlsxwriter::ChartAxisTickType::None);
    chart.chart_area().set_format(ChartFormat::new().set_no_border().set_no_fill());
    chart.plot_area().set_format(ChartFormat::new().set_no_fill());
    chart.show_hidden_data();
    chart.set_width(width).set_height(height).set_alt_text(alt_text(plan));
    chart
}

/// What the coming weeks bring on average, from open deals and from deals still to come: the figures stand on the
/// sheet of the forecast from `first_row` (from 0) on.
pub(super) fn weeks(plan: &Plan<'_>, first_row: u32, weeks: u32) -> Chart {
    let sheet = Section::Forecast.title(plan.language);
    let last = first_row + weeks - 1;
    let range = |column: u16| (sheet.as_str(), first_row, column, last, column);
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for (column, colour) in [(1, style::BLUES[2]), (2, style::BLUES[4])] {
        chart
            .add_series()
            .set_name((sheet.as_str(), first_row - 1, column))
            .set_categories(range(0))
            .set_values(range(column))
            .set_gap(40)
            .set_overlap(100)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
    }
    chart.title().set_hidden();
    chart.legend().set_position(ChartLegendPosition::Top).set_font(&font(9, style::INK));
    chart
        .x_axis()
        .set_text_axis(true)
        .set_num_format(style::day_pattern(plan.language))
        .set_font(&font(9, style::GREY))
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(style::LINE)))
        .set_major_tick_type(rust_xlsxwriter::ChartAxisTickType::None);
    chart
        .y_axis()
        .set_font(&font(9, style::GREY))
        .set_num_format("#,##0")
        .set_format(ChartFormat::new().set_no_line())
        .set_major_gridlines_line(ChartLine::new().set_color(style::LINE));
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    chart.set_width(620).set_height(320).set_alt_text(plan.word("weeks-title"));
    chart
}

fn font(size: u32, colour: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name("Calibri").set_size(size).set_color(colour);
    font
}

/// Blues from dark to light, green for won deals.
fn colours(rungs: usize) -> Vec<ChartPoint> {
    let last = style::BLUES.len() - 1;
    let blue = |rung: usize| style::BLUES[(rung * last / rungs.saturating_sub(2).max(1)).min(last)];
    let colour = |rung: usize| if rung + 1 == rungs { style::GREEN } else { blue(rung) };
    (0..rungs)
        .map(|rung| {
            ChartPoint::new()
                .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour(rung))))
        })
        .collect()
}

/// Excel takes 255 UTF-16 units of alternative text, and a letter has at most two.
const MOST_ALT_LETTERS: usize = 127;

/// The funnel read aloud.
fn alt_text(plan: &Plan<'_>) -> String {
    let stages = &plan.report.measures.funnel.stages;
    let read: Vec<String> =
        stages.iter().map(|stage| format!("{}: {}", plan.stage_name(stage.stage), stage.reached)).collect();
    let text = format!("{}: {}", plan.word("summary-funnel-title"), read.join(", "));
    attribute(&text).chars().take(MOST_ALT_LETTERS).collect()
}
