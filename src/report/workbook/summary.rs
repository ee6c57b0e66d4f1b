//! The first page, for whoever has one minute: six figures, the funnel, what follows from it, what cannot be said,
//! and links to the rest. One sheet of A4.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, XlsxError};

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::i18n::format;
use crate::measure::{AgeStatus, ChangeKind, PeriodFigures};
use crate::model::{DealState, Purse};
use crate::report::headline::{self, Headline, Kind, headlines};
use crate::report::intake::file_names;
use crate::report::section::Section;
use crate::report::story;
use crate::report::task::tasks;

use super::chart;
use super::deals::{Column, age_word, state_word};
use super::formulas::Test;
use super::page::Page;
use super::plan::Plan;
use super::since;
use super::style::{self, plain};

/// A narrow margin, then twelve equal columns: everything sits on one grid.
const WIDTHS: [f64; 13] = [1.0, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7, 11.7];
const FIRST: u16 = 1;
const LAST: u16 = 12;
/// The right half begins here.
const MIDDLE: u16 = 7;
/// Pixels of a column of the grid, and of a point of row height.
const COLUMN_PIXELS: u32 = 87;
const PIXELS_PER_POINT: f64 = 4.0 / 3.0;
/// Letters in a line of the right half, of the note on a card, and of a finding beside its link.
const HALF_LETTERS: f64 = 80.0;
const NOTE_LETTERS: f64 = 36.0;
const STORY_LETTERS: f64 = 50.0;

/// What cannot be said takes at most so many sentences here.
const MOST_UNSAID: usize = 5;

type Done = Result<(), XlsxError>;

/// `lists` are the rows (from 0) where the lists of other parts begin.
pub(super) fn sheet<'p>(plan: &'p Plan<'p>, lists: &BTreeMap<Section, u32>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Summary, &WIDTHS)?;
    page.sheet.set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
    title(&mut page)?;
    out_of_date(&mut page)?;
    since::summary(&mut page, (FIRST, LAST), lists)?;
    figures(&mut page)?;
    headings(&mut page)?;
    let chart_row = page.next;
    let points = story_and_limits(&mut page, lists)?;
    if plan.has(Section::Funnel) {
        let width = u32::from(MIDDLE - FIRST) * COLUMN_PIXELS - 30;
        let chart = chart::funnel(plan, width, (points * PIXELS_PER_POINT) as u32);
        page.sheet.insert_chart(chart_row, FIRST, &chart)?;
    }
    index(&mut page)?;
    page.sheet.set_print_area(0, 0, page.next, LAST)?;
    Ok(page)
}

fn title(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    let (report, language) = (plan.report, plan.language);
    page.sheet.set_row_height(0, 30)?;
    page.wide(
        0,
        (FIRST, 8),
        &plan.word("summary-title"),
        &plain().set_bold().set_font_size(22).set_font_color(style::NAVY),
    )?;
    let as_of = language.say("as-of", &[("moment", format::moment(report.book.as_of, language).into())]);
    let right = plain()
        .set_font_size(12)
        .set_font_color(style::GREY)
        .set_align(FormatAlign::Right)
        .set_align(FormatAlign::VerticalCenter);
    page.wide(0, (9, LAST), &as_of, &right)?;
    let skipped = report.book.tally.rows_skipped();
    let mut rests_on = vec![
        file_names(report.inputs, language),
        language.say("count-deals", &[("count", report.book.deals.len().into())]),
    ];
    if skipped > 0 {
        rests_on.push(language.say("summary-skipped", &[("count", skipped.into())]));
    }
    if report.measures.newest_fact.is_some() {
        let (now, before) = (&report.measures.period.current, report.measures.period.before());
        let day = |day| Word::from(format::date(day, language));
        let words = [
            ("from", day(now.from)),
            ("to", day(now.to)),
            ("before_from", day(before.from)),
            ("before_to", day(before.to)),
        ];
        rests_on.push(language.say("summary-against", &words));
    }
    let look = plain().set_font_color(style::GREY).set_align(FormatAlign::Top);
    page.sheet.set_row_height(1, 18)?;
    page.wide(1, (FIRST, LAST), &rests_on.join(" · "), &look)?;
    page.next = 2;
    Ok(())
}

/// Old facts are said before any figure.
fn out_of_date(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    let remark = |diagnostic: &&Diagnostic| diagnostic.code == Code::DataOutOfDate;
    if let Some(diagnostic) = plan.report.diagnostics.iter().find(remark) {
        let hint = plan.language.hint_of(diagnostic).map(|hint| format!(" – {hint}")).unwrap_or_default();
        let text = format!("{}{hint}", capitalised(&plan.language.sentence_of(diagnostic)));
        let lines = style::lines(&text, 2.0 * HALF_LETTERS);
        page.sheet.set_row_height(page.next, 8.0 + 14.0 * f64::from(lines))?;
        page.wide(page.next, (FIRST, LAST), &text, &plan.style.warning)?;
        page.next += 1;
    }
    page.sheet.set_row_height(page.next, 8)?;
    page.next += 1;
    Ok(())
}

/// A figure with what it counts and the rule it goes by.
struct Card {
    figure: Figure,
    /// A second figure beside the first: the value of what is counted.
    value: Option<Figure>,
    caption: String,
    note: String,
    /// What became of it in the present period.
    since: Option<Since>,
    colour: u32,
}

/// The present period against the one before, in words; orange when it fell.
struct Since {
    text: String,
    fell: bool,
}

enum Figure {
    Live { formula: String, result: f64, pattern: String },
    Text(String),
}

fn figures(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    let cards = headlines(plan.report).map(|headline| card(plan, headline));
    let top = page.next;
    let note_lines = cards.iter().map(|card| style::lines(&card.note, NOTE_LETTERS)).max().unwrap_or(1).max(2);
    for (row, height) in [(0, 32.0), (1, 17.0), (2, 3.0 + 12.0 * f64::from(note_lines)), (3, 16.0), (4, 12.0)] {
        page.sheet.set_row_height(top + row, height)?;
    }
    for (place, card) in cards.iter().enumerate() {
        let column = FIRST + 2 * place as u16;
        card.write(page, top, column)?;
    }
    page.next = top + 5;
    Ok(())
}

impl Card {
    fn write(&self, page: &mut Page<'_>, row: u32, column: u16) -> Done {
        let ruled = |format: Format| format.set_border_top(FormatBorder::Medium).set_border_top_color(self.colour);
        let big = |size: u32| {
            let format = plain().set_bold().set_font_size(size).set_font_color(self.colour);
            ruled(format.set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter))
        };
        match &self.value {
            None => {
                page.sheet.merge_range(row, column, row, column + 1, "", &big(20))?;
                self.figure.write(page, row, column, big(20))?;
            }
            Some(value) => {
                self.figure.write(page, row, column, big(20))?;
                value.write(page, row, column + 1, big(11))?;
            }
        }
        let caption = plain().set_bold().set_text_wrap();
        page.wide(row + 1, (column, column + 1), &self.caption, &caption)?;
        let note = plain().set_font_size(8.5).set_font_color(style::GREY).set_text_wrap().set_align(FormatAlign::Top);
        page.wide(row + 2, (column, column + 1), &self.note, &note)?;
        let Some(since) = &self.since else { return Ok(()) };
        let colour = if since.fell { style::ORANGE } else { style::BLUES[2] };
        let look = plain().set_font_size(8.5).set_bold().set_font_color(colour).set_align(FormatAlign::Top);
        page.wide(row + 3, (column, column + 1), &since.text, &look)
    }
}

impl Figure {
    fn write(&self, page: &mut Page<'_>, row: u32, column: u16, look: Format) -> Done {
        match self {
            Self::Live { formula, result, pattern } => {
                page.live(row, column, formula, *result, &look.set_num_format(pattern))
            }
            Self::Text(text) => page.text(row, column, text, &look),
        }
    }
}

fn count(plan: &Plan<'_>, tests: &[Test], count: usize) -> Figure {
    Figure::Live { formula: plan.ledger.count(tests), result: count as f64, pattern: "#,##0".to_owned() }
}

/// The sum in the currency of most deals, shown short; none when no deal has a value.
fn value(plan: &Plan<'_>, tests: &[Test], purse: &Purse) -> Option<Figure> {
    let currency = *plan.currencies.first()?;
    let result = format::plain(purse.of(currency));
    let pattern = style::short_money_pattern(result, currency, plan.language);
    Some(Figure::Live { formula: plan.ledger.sum(currency, tests), result, pattern })
}

/// Sums in the other currencies, and whether the currency is stated at all.
fn money_note(plan: &Plan<'_>, purse: &Purse) -> Option<String> {
    let main = *plan.currencies.first()?;
    let others: Vec<String> = purse
        .sums()
        .filter(|money| money.currency != main)
        .map(|money| format::money_short(money, plan.language))
        .collect();
    if !others.is_empty() {
        return Some(plan.language.say("summary-other-currencies", &[("sums", others.join(" + ").into())]));
    }
    (!main.is_stated()).then(|| plan.word("summary-currency-unstated"))
}

/// A headline figure as a card: counts and sums as formulas, with what became of them in the present period.
fn card(plan: &Plan<'_>, headline: Headline) -> Card {
    let is_known = headline.figure != headline::Figure::Unknown;
    let (colour, since) = match headline.kind {
        Kind::Deals => (style::NAVY, since(plan, ChangeKind::CameIn, "since-came-in")),
        Kind::FirstContact => (style::NAVY, kept_since(plan, "first-contact")),
        Kind::FollowUp => (style::NAVY, kept_since(plan, "follow-up")),
        Kind::Won => (style::GREEN, since(plan, ChangeKind::Won, "since-won")),
        Kind::Stalled => (style::ORANGE, None),
        Kind::Open => (style::NAVY, foreseen(plan)),
    };
    let tests = counted(headline.kind, plan);
    let worth = || value(plan, &tests, &headline.worth).filter(|_| !headline.worth.is_empty());
    let (figure, value) = match headline.figure {
        headline::Figure::Unknown => (Figure::Text("–".to_owned()), None),
        headline::Figure::Count(number) => (count(plan, &tests, number), worth()),
        headline::Figure::Kept(low, high) => (Figure::Text(format::percent_range(low, high, 0, plan.language)), None),
        headline::Figure::Worth => (worth().unwrap_or_else(|| Figure::Text("–".to_owned())), None),
    };
    let mut notes = headline.notes;
    if !headline.worth.is_empty() && headline.kind != Kind::Stalled {
        notes.extend(money_note(plan, &headline.worth));
    }
    Card {
        figure,
        value,
        caption: headline.caption,
        note: notes.join("; "),
        since: since.filter(|_| is_known),
        colour: if is_known { colour } else { style::GREY },
    }
}

/// What a deal must be to be counted in this figure.
fn counted(kind: Kind, plan: &Plan<'_>) -> Vec<Test> {
    match kind {
        Kind::Deals | Kind::FirstContact | Kind::FollowUp => Vec::new(),
        Kind::Won => vec![Test::Word(Column::State, state_word(DealState::Won, plan.language))],
        Kind::Stalled => vec![Test::Word(Column::Age, age_word(AgeStatus::Stalled, plan.language))],
        Kind::Open => vec![Test::Word(Column::State, state_word(DealState::Open, plan.language))],
    }
}

/// How often this happened in the present period, and how much more or less than before.
fn since(plan: &Plan<'_>, kind: ChangeKind, key: &str) -> Option<Since> {
    let period = &plan.report.measures.period;
    let times = |figures: &PeriodFigures| Some(figures.changes.get(&kind)?.known()?.times);
    let (now, then) = (times(&period.current)?, times(period.before())?);
    let change = match now.cmp(&then) {
        Ordering::Greater => format!("▲\u{a0}{}", now - then),
        Ordering::Less => format!("▼\u{a0}{}", then - now),
        Ordering::Equal => "=".to_owned(),
    };
    let words = [("count", Word::from(now)), ("change", change.into())];
    Some(Since { text: plan.language.say(key, &words), fell: now < then })
}

/// The share of promises kept whose clock started in the present period, and in the one before.
fn kept_since(plan: &Plan<'_>, name: &str) -> Option<Since> {
    let period = &plan.report.measures.period;
    let of = |figures: &PeriodFigures| {
        let promise = if name == "first-contact" { &figures.first_contact } else { &figures.follow_up };
        let promise = promise.known()?;
        promise.share_low.zip(promise.share_high)
    };
    let whole =
        if name == "first-contact" { &plan.report.measures.first_contact } else { &plan.report.measures.follow_up };
    if !whole.known()?.clock.is_told() {
        return None;
    }
    let (now, then) = (of(&period.current)?, of(period.before())?);
    let share = |(low, high): (f64, f64)| Word::from(format::percent_range(low, high, 0, plan.language));
    let words = [("now", share(now)), ("then", share(then))];
    Some(Since { text: plan.language.say("since-kept", &words), fell: now.1 < then.0 })
}

/// What will be won over the longest horizon that can be forecast.
fn foreseen(plan: &Plan<'_>) -> Option<Since> {
    let forecast = plan.report.measures.forecast.known()?;
    let found = forecast.horizons.iter().rev().flatten().next()?;
    let spread = found.shown();
    let sum = |amount: f64| Word::from(plan.sum_short(amount, forecast.currency));
    let words = [("weeks", Word::from(found.days / 7)), ("low", sum(spread.p10)), ("high", sum(spread.p90))];
    Some(Since { text: plan.language.say("since-forecast", &words), fell: false })
}

/// The headings of both halves.
fn headings(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    tall(page, 22.0)?;
    if plan.has(Section::Funnel) {
        page.wide(page.next, (FIRST, MIDDLE - 2), &plan.word("summary-funnel-title"), &plan.style.heading)?;
    }
    page.wide(page.next, (MIDDLE, LAST), &plan.word("summary-story-title"), &plan.style.heading)?;
    page.next += 1;
    Ok(())
}

/// The right half: findings in words with links to their rows, then what cannot be said. Gives its height in points.
fn story_and_limits(page: &mut Page<'_>, lists: &BTreeMap<Section, u32>) -> Result<f64, XlsxError> {
    /// A rung of the funnel needs so many points beside it to be readable.
    const POINTS_PER_RUNG: f64 = 46.0;
    let plan = page.plan;
    let mut points = 0.0;
    let there = plan.style.link.clone().set_align(FormatAlign::Right);
    let finding = plain().set_font_size(11).set_text_wrap().set_align(FormatAlign::VerticalCenter);
    for (place, sentence) in story::headline_findings(plan.report).into_iter().enumerate() {
        let text = format!("{}. {}", place + 1, sentence.text);
        points += tall(page, 9.0 + 15.0 * f64::from(style::lines(&text, STORY_LETTERS)))?;
        page.wide(page.next, (MIDDLE, LAST - 2), &text, &finding)?;
        page.sheet.merge_range(page.next, LAST - 1, page.next, LAST, "", &there)?;
        let target = if plan.has(sentence.target) { sentence.target } else { Section::About };
        let row = lists.get(&target).copied().unwrap_or_default();
        page.link(page.next, LAST - 1, target, row, &format!("{} →", target.title(plan.language)), &there)?;
        page.next += 1;
    }
    points += tall(page, 6.0)?;
    page.next += 1;
    let unsaid = story::unsaid(plan.report);
    if !unsaid.is_empty() {
        points += tall(page, 24.0)?;
        page.wide(page.next, (MIDDLE, LAST), &plan.word("summary-unsaid-title"), &plan.style.heading)?;
        page.next += 1;
    }
    let grey = plan.style.body.clone().set_font_color(style::GREY);
    for sentence in unsaid.iter().take(MOST_UNSAID) {
        let text = format!("• {}", capitalised(sentence));
        points += tall(page, 4.0 + 13.5 * f64::from(style::lines(&text, HALF_LETTERS)))?;
        page.wide(page.next, (MIDDLE, LAST), &text, &grey)?;
        page.next += 1;
    }
    let rungs = plan.report.measures.funnel.stages.len().clamp(6, 10) as f64;
    while points < POINTS_PER_RUNG * rungs {
        points += tall(page, 20.0)?;
        page.next += 1;
    }
    Ok(points)
}

/// Makes the next row so tall.
fn tall(page: &mut Page<'_>, points: f64) -> Result<f64, XlsxError> {
    page.sheet.set_row_height(page.next, points)?;
    Ok(points)
}

/// Links to every other part, six in a row.
fn index(page: &mut Page<'_>) -> Done {
    let plan = page.plan;
    page.sheet.set_row_height(page.next, 8)?;
    page.next += 1;
    let look = plain()
        .set_font_color(style::BLUES[2])
        .set_background_color(style::MIST)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter);
    let to_do = tasks(plan.report).len();
    let others: Vec<Section> = plan.sections.iter().copied().filter(|section| *section != Section::Summary).collect();
    for row_of in others.chunks(6) {
        page.sheet.set_row_height(page.next, 20)?;
        for (place, section) in row_of.iter().enumerate() {
            let mut text = section.title(plan.language);
            if *section == Section::ToDo {
                text = format!("{text} ({})", format::integer(to_do as i64, plan.language));
            }
            let column = FIRST + 2 * place as u16;
            page.sheet.merge_range(page.next, column, page.next, column + 1, "", &look)?;
            page.link(page.next, column, *section, 0, &text, &look)?;
        }
        page.next += 1;
    }
    let closing = plain().set_font_size(8.5).set_font_color(style::GREY);
    page.wide(page.next, (FIRST, LAST), &plan.word("summary-closing"), &closing)
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
