//! The sheet of deals: one row a deal, as an Excel table. All counts and sums of the other sheets rest on it.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Table, TableColumn, TableStyle, XlsxError};

use crate::i18n::Language;
use crate::measure::{AgeStatus, Latency, Verdict};
use crate::model::{Currency, Deal, DealState, Moment, StageId};
use crate::report::Report;
use crate::report::section::Section;

use super::page::{Cell, Head, Page, left, right};
use super::plan::Plan;

/// Columns that stay in sight: what the deal is called.
const FROZEN: u16 = 2;

/// The last column that is printed: all of them on one page would be too small to read.
const LAST_PRINTED: Column = C::Closed;

/// A column of the sheet of deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Name,
    Company,
    Owner,
    Stage,
    State,
    Value,
    Currency,
    Inquiry,
    DaysInStage,
    Age,
    ExpectedClose,
    Closed,
    Contact,
    Phone,
    Email,
    Source,
    Campaign,
    CampaignCost,
    CostCurrency,
    NextStep,
    NextStepOn,
    LastActivity,
    LostReason,
    FirstContact,
    Offer,
    FollowUp,
    ContactClock,
    ContactWorkdays,
    FollowUpClock,
    FollowUpWorkdays,
    FirstRung,
    FurthestRung,
    LossPlaced,
    ValueWritten,
    CurrencyWritten,
    File,
    Sheet,
    Row,
    /// A column that the template shows, by its place in the book.
    Custom(usize),
}

use Column as C;

/// Every column in order: its name in the catalogue and its width in characters. What a printed page shows comes first.
const COLUMNS: &[(Column, &str, f64)] = &[
    (C::Id, "id", 10.0),
    (C::Name, "name", 26.0),
    (C::Company, "company", 26.0),
    (C::Owner, "owner", 18.0),
    (C::Stage, "stage", 22.0),
    (C::State, "state", 11.0),
    (C::Value, "value", 12.0),
    (C::Currency, "currency", 12.0),
    (C::Inquiry, "inquiry", 16.0),
    (C::DaysInStage, "days-in-stage", 9.0),
    (C::Age, "age", 18.0),
    (C::ExpectedClose, "expected-close", 16.0),
    (C::Closed, "closed", 16.0),
    (C::Contact, "contact", 18.0),
    (C::Phone, "phone", 15.0),
    (C::Email, "email", 34.0),
    (C::Source, "source", 16.0),
    (C::Campaign, "campaign", 16.0),
    (C::CampaignCost, "campaign-cost", 12.0),
    (C::CostCurrency, "cost-currency", 12.0),
    (C::NextStep, "next-step", 36.0),
    (C::NextStepOn, "next-step-on", 16.0),
    (C::LastActivity, "last-activity", 16.0),
    (C::LostReason, "lost-reason", 28.0),
    (C::FirstContact, "first-contact", 16.0),
    (C::Offer, "offer", 16.0),
    (C::FollowUp, "follow-up", 16.0),
    (C::ContactClock, "contact-clock", 17.0),
    (C::ContactWorkdays, "contact-workdays", 17.0),
    (C::FollowUpClock, "follow-up-clock", 17.0),
    (C::FollowUpWorkdays, "follow-up-workdays", 17.0),
    (C::FirstRung, "first-rung", 9.0),
    (C::FurthestRung, "furthest-rung", 9.0),
    (C::LossPlaced, "loss-placed", 12.0),
    (C::ValueWritten, "value-written", 12.0),
    (C::CurrencyWritten, "currency-written", 9.0),
    (C::File, "file", 26.0),
    (C::Sheet, "sheet", 16.0),
    (C::Row, "row", 8.0),
];

/// Columns that formulas need, whether or not a deal fills them.
const ALWAYS: &[Column] = &[C::Id, C::Stage, C::State, C::Value, C::Currency, C::Row];

/// Columns of numbers and dates, which stand on the right.
const FIGURES: &[Column] = &[
    C::Value,
    C::ValueWritten,
    C::CampaignCost,
    C::Inquiry,
    C::FirstContact,
    C::Offer,
    C::FollowUp,
    C::Closed,
    C::DaysInStage,
    C::FirstRung,
    C::FurthestRung,
    C::ExpectedClose,
    C::NextStepOn,
    C::LastActivity,
    C::Row,
];

/// Deals that the sheet shows at most; the rest would make the workbook too slow to open.
pub(super) const MOST_DEALS: usize = 50_000;

/// The row (from 0) of the table's head.
const HEAD_ROW: u32 = 4;

/// Where each deal stands on the sheet, and what its columns are called.
pub(super) struct Ledger {
    language: Language,
    rows: Vec<Option<u32>>,
    /// The deals on the sheet, in the order of the book.
    deals: Vec<usize>,
}

impl Ledger {
    pub(super) fn new(report: &Report<'_>) -> Self {
        Self::of(report, shown(report, MOST_DEALS))
    }

    /// The undecided deals of a seller, and those with something to do.
    pub(super) fn of_owner(report: &Report<'_>, owner: &str) -> Self {
        let acted: BTreeSet<usize> = report.measures.findings.iter().map(|finding| finding.deal).collect();
        let pipeline = &report.book.pipeline;
        let undecided = |deal: &Deal| matches!(deal.state(pipeline), DealState::Open | DealState::Deferred);
        let mine = |(place, deal): (usize, &Deal)| {
            let is_mine = deal.owner.as_deref() == Some(owner) && (undecided(deal) || acted.contains(&place));
            is_mine.then_some(place)
        };
        Self::of(report, report.book.deals.iter().enumerate().filter_map(mine).take(MOST_DEALS).collect())
    }

    fn of(report: &Report<'_>, deals: Vec<usize>) -> Self {
        let mut rows = vec![None; report.book.deals.len()];
        for (place, deal) in deals.iter().enumerate() {
            rows[*deal] = Some(HEAD_ROW + 1 + place as u32);
        }
        Self { language: report.language, rows, deals }
    }

    /// Whether there is a sheet and every deal is on it, so that its counts are those of the book.
    pub(super) fn is_whole(&self) -> bool {
        !self.deals.is_empty() && self.deals.len() == self.rows.len()
    }

    /// Whether no deal is on the sheet.
    pub(super) fn is_empty(&self) -> bool {
        self.deals.is_empty()
    }

    /// Deals on the sheet, of all.
    pub(super) fn shown_of(&self) -> (usize, usize) {
        (self.deals.len(), self.rows.len())
    }

    /// The row (from 0) of a deal; none when it was left out.
    pub(super) fn row_of(&self, deal: usize) -> Option<u32> {
        self.rows[deal]
    }

    /// The column as formulas name it: `Deals[Owner]`.
    pub(super) fn reference(&self, column: Column) -> String {
        let name = COLUMNS.iter().find(|row| row.0 == column).map_or("", |row| row.1);
        format!("{}[{}]", self.language.text("table-deals"), self.language.text(&format!("deals-{name}")))
    }

    /// What stands in the column of currencies.
    pub(super) fn currency_word(&self, currency: Currency) -> String {
        if currency.is_stated() { currency.code().to_owned() } else { self.language.text("currency-unstated") }
    }
}

/// The deals to show: all, or the most important: those with something to do, then the undecided, then the rest.
fn shown(report: &Report<'_>, most: usize) -> Vec<usize> {
    let book = report.book;
    if book.deals.len() <= most {
        return (0..book.deals.len()).collect();
    }
    let acted: BTreeSet<usize> = report.measures.findings.iter().map(|finding| finding.deal).collect();
    let importance = |deal: usize| {
        let undecided = matches!(book.deals[deal].state(&book.pipeline), DealState::Open | DealState::Deferred);
        let value = book.deals[deal].value.map(|value| value.amount);
        (!acted.contains(&deal), !undecided, std::cmp::Reverse(value), deal)
    };
    let mut deals: Vec<usize> = (0..book.deals.len()).collect();
    deals.sort_by_key(|deal| importance(*deal));
    deals.truncate(most);
    deals.sort_unstable();
    deals
}

/// Writes the sheet.
pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let columns = filled(plan);
    let widths: Vec<f64> = columns.iter().map(|(_, _, width)| *width).collect();
    let mut page = Page::new(plan, Section::Deals, &widths)?;
    let language = plan.language;
    let printed = columns.iter().filter(|(column, ..)| *column <= LAST_PRINTED).count() as u16;
    page.title_across(Section::Deals, &language.text("lead-deals"), printed)?;
    let (shown, all) = plan.ledger.shown_of();
    if shown < all && plan.owner.is_none() {
        let cut = format!("{}. {}", plan.list_cut(Section::Deals, shown, all), plan.word("deals-cut"));
        page.text(HEAD_ROW - 1, 0, &cut, &plan.style.subtitle)?;
    }
    page.next = HEAD_ROW;
    let mut heads: Vec<Head> = columns.iter().map(|(column, name, _)| head(*column, name, plan)).collect();
    tell_apart(&mut heads);
    page.heads(&heads)?;
    for deal in &plan.ledger.deals {
        page.row(columns.iter().map(|(column, ..)| line(plan, *deal, *column)).collect())?;
    }
    let formats = columns
        .iter()
        .zip(&heads)
        .map(|(_, head)| TableColumn::new().set_header(head.title.as_str()).set_header_format(page.head_format(head)));
    let table = Table::new()
        .set_name(language.text("table-deals"))
        .set_style(TableStyle::None)
        .set_alt_text(language.text("lead-deals"))
        .set_columns(&formats.collect::<Vec<_>>());
    page.sheet.add_table(HEAD_ROW, 0, page.next - 1, columns.len() as u16 - 1, &table)?;
    page.sheet.set_freeze_panes(HEAD_ROW + 1, FROZEN)?;
    page.sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW)?.set_print_area(0, 0, page.next - 1, printed - 1)?;
    Ok(page)
}

/// The columns that at least one deal fills, and those that formulas or the template ask for.
fn filled(plan: &Plan<'_>) -> Vec<(Column, &'static str, f64)> {
    const CUSTOM_WIDTH: f64 = 20.0;
    let custom = (0..plan.report.book.custom_columns.len()).map(|place| (C::Custom(place), "", CUSTOM_WIDTH));
    COLUMNS
        .iter()
        .filter(|(column, ..)| {
            let rung = matches!(column, C::FirstRung | C::FurthestRung) && plan.has(Section::Funnel);
            let age = *column == C::Age && plan.has(Section::Stalled);
            rung || age
                || ALWAYS.contains(column)
                || plan.ledger.deals.iter().any(|deal| !matches!(cell(plan, *deal, *column), Cell::Blank))
        })
        .map(|(column, name, width)| (*column, *name, if *column == C::Id { width_of_ids(plan) } else { *width }))
        .chain(custom)
        .collect()
}

/// As wide as the longest number that a team is likely to give, so that none takes a second line.
fn width_of_ids(plan: &Plan<'_>) -> f64 {
    let longest = plan.ledger.deals.iter().map(|deal| plan.deal(*deal).id.chars().count()).max().unwrap_or(0);
    (longest as f64 + 3.0).clamp(10.0, 20.0)
}

/// Heads of a table must differ; the template's columns stand last, so that only they are renamed.
fn tell_apart(heads: &mut [Head]) {
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for head in heads {
        let count = alike.entry(head.title.to_lowercase()).or_default();
        *count += 1;
        if *count > 1 {
            head.title = format!("{} ({count})", head.title);
        }
    }
}

fn head(column: Column, name: &str, plan: &Plan<'_>) -> Head {
    let language = plan.language;
    if let C::Custom(place) = column {
        return left(plan.report.book.custom_columns[place].as_str());
    }
    let title = language.text(&format!("deals-{name}"));
    let head = if FIGURES.contains(&column) { right(title) } else { left(title) };
    match column {
        C::FirstRung | C::FurthestRung | C::LossPlaced | C::ContactClock | C::ContactWorkdays | C::Age => {
            head.meaning(language.text(&format!("deals-{name}.note")))
        }
        _ => head,
    }
}

/// What is not printed keeps to one line, so that rows are no taller than a page needs them.
fn line(plan: &Plan<'_>, at: usize, column: Column) -> Cell {
    match cell(plan, at, column) {
        Cell::Text(text) if column > LAST_PRINTED => Cell::Single(text),
        cell => cell,
    }
}

fn cell(plan: &Plan<'_>, at: usize, column: Column) -> Cell {
    let (deal, facts, language) = (plan.deal(at), &plan.facts[at], plan.language);
    let pipeline = &plan.report.book.pipeline;
    let is_lost = deal.state(pipeline) == DealState::Lost;
    let text = |text: &Option<String>| text.clone().map_or(Cell::Blank, Cell::Text);
    let moment = |moment: Option<Moment>| moment.map_or(Cell::Blank, Cell::Moment);
    let promises = &pipeline.promises;
    let visit = |stage: Option<StageId>| moment(stage.and_then(|stage| deal.first_entry(stage)?.entered.moment()));
    let verdict = |latency: Option<Latency>| latency.map_or(Cell::Blank, |l| Cell::Text(verdict_word(&l, language)));
    match column {
        C::Id => Cell::Text(deal.id.clone()),
        C::Name => text(&deal.name),
        C::Company => text(&deal.company),
        C::Contact => text(&deal.contact),
        C::Phone => text(&deal.phone),
        C::Email => text(&deal.email),
        C::Owner => text(&deal.owner),
        C::Source => text(&deal.source),
        C::Campaign => text(&deal.campaign),
        C::CampaignCost => {
            deal.campaign_cost.map_or(Cell::Blank, |cost| Cell::Amount(crate::i18n::format::plain(cost.amount)))
        }
        C::CostCurrency => {
            deal.campaign_cost.map_or(Cell::Blank, |cost| Cell::Text(plan.ledger.currency_word(cost.currency)))
        }
        C::Stage => Cell::Text(plan.stage_name(deal.stage()).to_owned()),
        C::State => Cell::Text(state_word(deal.state(pipeline), language)),
        C::Value => deal.value.map_or(Cell::Blank, |value| Cell::Amount(crate::i18n::format::plain(value.amount))),
        C::Currency => deal.value.map_or(Cell::Blank, |v| Cell::Text(plan.ledger.currency_word(v.currency))),
        C::ValueWritten => {
            deal.value_written.map_or(Cell::Blank, |value| Cell::Amount(crate::i18n::format::plain(value.amount)))
        }
        C::CurrencyWritten => {
            deal.value_written.map_or(Cell::Blank, |v| Cell::Text(plan.ledger.currency_word(v.currency)))
        }
        C::Inquiry => moment(deal.inquiry()),
        C::FirstContact => visit(promises.first_contact.as_ref().map(|promise| promise.to)),
        C::Offer => visit(promises.offer),
        C::FollowUp => visit(promises.follow_up.as_ref().map(|promise| promise.to)),
        C::Closed => moment(deal.closed(pipeline)),
        C::DaysInStage => facts.ageing.and_then(|ageing| ageing.age).map_or(Cell::Blank, Cell::Tenth),
        C::Age => facts.ageing.map_or(Cell::Blank, |ageing| Cell::Text(age_word(ageing.status, language))),
        C::ContactClock => verdict(facts.first_contact.map(|record| record.clock)),
        C::ContactWorkdays => verdict(facts.first_contact.map(|record| record.workdays)),
        C::FollowUpClock => verdict(facts.follow_up.map(|record| record.clock)),
        C::FollowUpWorkdays => verdict(facts.follow_up.map(|record| record.workdays)),
        C::FirstRung => rung(deal.entry_rank(pipeline)),
        C::FurthestRung => rung(deal.high_water(pipeline)),
        C::LossPlaced if plan.report.measures.funnel.losses_unplaced > 0 && is_lost => {
            Cell::Text(plan.word(if deal.way_known { "yes" } else { "no" }))
        }
        C::LossPlaced => Cell::Blank,
        C::ExpectedClose => moment(deal.expected_close),
        C::NextStep => text(&deal.next_step),
        C::NextStepOn => moment(deal.next_step_on),
        C::LastActivity => moment(deal.last_activity),
        C::LostReason => text(&deal.lost_reason),
        C::File => Cell::Text(deal.at.file.to_string()),
        C::Sheet => deal.at.sheet.as_ref().map_or(Cell::Blank, |sheet| Cell::Text(sheet.to_string())),
        C::Row => deal.at.row.map_or(Cell::Blank, |row| Cell::Count(row as usize)),
        C::Custom(place) => deal.custom.get(place).map_or(Cell::Blank, text),
    }
}

fn rung(rank: u32) -> Cell {
    if rank == 0 { Cell::Blank } else { Cell::Count(rank as usize) }
}

/// The state in words.
pub(super) fn state_word(state: DealState, language: Language) -> String {
    language.text(match state {
        DealState::Open => "state-open",
        DealState::Deferred => "state-deferred",
        DealState::Won => "state-won",
        DealState::Lost => "state-lost",
        DealState::Vanished => "state-vanished",
    })
}

/// The age's verdict in words.
pub(super) fn age_word(status: AgeStatus, language: Language) -> String {
    language.text(match status {
        AgeStatus::Stalled => "age-stalled",
        AgeStatus::Scheduled => "age-scheduled",
        AgeStatus::Deferred => "age-deferred",
        AgeStatus::Ok => "age-ok",
        AgeStatus::CannotTell => "age-cannot-tell",
    })
}

/// The promise's verdict in words. One that does not count yet says so, so that it is not counted by its word.
pub(super) fn verdict_word(latency: &Latency, language: Language) -> String {
    let word = word_of(latency.verdict, language);
    if latency.mature || matches!(latency.verdict, Verdict::Pending | Verdict::Excluded) {
        word
    } else {
        language.say("verdict-too-young", &[("verdict", word.into())])
    }
}

/// A verdict that counts.
pub(super) fn word_of(verdict: Verdict, language: Language) -> String {
    language.text(match verdict {
        Verdict::Met => "verdict-met",
        Verdict::Missed => "verdict-missed",
        Verdict::CannotTell => "verdict-cannot-tell",
        Verdict::Pending => "verdict-pending",
        Verdict::Excluded => "verdict-excluded",
    })
}
