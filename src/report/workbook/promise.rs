//! One promise, first contact or follow-up: how often it was kept on both clocks and within other limits, then
//! the deals that wait, those that waited too long, and those of which the cells do not decide.

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{
    Measured, PromiseOnClock, PromiseRecord, PromiseResult, PromiseState, ShareWithin, Speed, Verdict,
};
use crate::report::section::Section;
use crate::report::story;

use super::deals::{Column, word_of};
use super::formulas::Test;
use super::funnel::{interval, ratio, share};
use super::page::{Cell, Head, Look, Page, left, right};
use super::plan::Plan;

const WIDTHS: [f64; 10] = [28.0, 24.0, 18.0, 18.0, 18.0, 15.0, 15.0, 14.0, 20.0, 18.0];

/// Rows of a list at most.
const MOST_ROWS: usize = 1_000;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>, section: Section) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, section, &WIDTHS)?;
    let measures = plan.report.measures;
    let promise = if section == Section::FirstContact { &measures.first_contact } else { &measures.follow_up };
    let result = promise.known().expect("a promise that could not be measured has no sheet");
    let of = Of { plan, section, result };
    let limit = Word::from(story::limit(result.limit_hours, plan.language));
    page.title(section, &plan.language.say(&format!("lead-{}", section.name()), &[("limit", limit)]))?;
    page.sentence(&of.verdict())?;
    if result.without_start > 0 {
        page.remark(&plan.language.say("promise-without-start", &[("count", result.without_start.into())]))?;
    }
    page.next += 1;
    of.clocks(&mut page)?;
    of.limits(&mut page)?;
    of.hours(&mut page)?;
    if section == Section::FirstContact {
        of.speed(&mut page)?;
    }
    let waiting = |record: &&PromiseRecord| record.state == PromiseState::Running;
    of.list(&mut page, "waiting", &|record| record.workdays.verdict == Verdict::Missed && waiting(&record))?;
    of.list(&mut page, "broken", &|record| record.workdays.verdict == Verdict::Missed && !waiting(&record))?;
    of.list(&mut page, "undecided", &|record| record.workdays.verdict == Verdict::CannotTell)?;
    page.definitions(&[
        "term-promise",
        "promise-kept",
        "promise-cannot-tell",
        "promise-mature",
        "promise-clocks",
        "term-clocks",
        "term-speed",
        "promise-interval",
    ])?;
    Ok(page)
}

/// The promise that a sheet speaks of.
struct Of<'p> {
    plan: &'p Plan<'p>,
    section: Section,
    result: &'p PromiseResult,
}

impl Of<'_> {
    /// The headline as a sentence.
    fn verdict(&self) -> String {
        let (language, clock) = (self.plan.language, &self.result.clock);
        let (Some(low), Some(high)) = (clock.share_low, clock.share_high) else {
            return language.text("promise-too-young");
        };
        let words = [
            ("share", Word::from(format::percent_range(low, high, 0, language))),
            ("limit", story::limit(self.result.limit_hours, language).into()),
            ("count", clock.n.into()),
            ("met", clock.mature.met.into()),
            ("missed", clock.mature.missed.into()),
            ("open", clock.mature.cannot_tell.into()),
        ];
        language.say(&format!("kept-{}", self.section.name()), &words)
    }

    /// The three clocks side by side.
    fn clocks(&self, page: &mut Page<'_>) -> Done {
        let plan = self.plan;
        page.heading(&plan.word("promise-clocks-title"))?;
        let mut heads = vec![left(plan.word("promise-clock"))];
        for name in ["n", "met", "missed", "cannot-tell", "share-low", "share-high", "interval", "not-mature"] {
            heads.push(plan.figures(&format!("promise-{name}")));
        }
        let (clock, workdays) = match self.section {
            Section::FirstContact => (Column::ContactClock, Column::ContactWorkdays),
            _ => (Column::FollowUpClock, Column::FollowUpWorkdays),
        };
        let rows = vec![
            self.clock("promise-elapsed", &self.result.clock, Some(clock)),
            self.clock("promise-workdays", &self.result.workdays, Some(workdays)),
            self.clock("promise-office", &self.result.office, None),
        ];
        page.grid(&heads, rows)
    }

    /// One clock; its counts are formulas where the sheet of deals has a column for it.
    fn clock(&self, key: &str, clock: &PromiseOnClock, column: Option<Column>) -> Vec<Cell> {
        let plan = self.plan;
        let count = |verdict: Verdict, count: usize| match column {
            Some(column) => {
                let formula = plan.ledger.count(&[Test::Word(column, word_of(verdict, plan.language))]);
                Cell::Live(formula, count as f64, Look::Count)
            }
            None => Cell::Count(count),
        };
        let ends = clock.share_low_ci.zip(clock.share_high_ci);
        let range = ends.map(|(low, high)| crate::measure::Interval { lo: low.lo, hi: high.hi });
        vec![
            Cell::Strong(plan.word(key)),
            Cell::Live("SUM(C{row}:E{row})".to_owned(), clock.n as f64, Look::Count),
            count(Verdict::Met, clock.mature.met),
            count(Verdict::Missed, clock.mature.missed),
            count(Verdict::CannotTell, clock.mature.cannot_tell),
            ratio("C{row}/B{row}", clock.share_low),
            ratio("(C{row}+E{row})/B{row}", clock.share_high),
            interval(range, plan),
            Cell::Count(clock.not_mature),
        ]
    }

    /// The share kept on each clock had the limit been another.
    fn limits(&self, page: &mut Page<'_>) -> Done {
        let plan = self.plan;
        page.heading(&plan.word("promise-limits-title"))?;
        page.remark(&plan.word("promise-within-note"))?;
        let mut heads = vec![plan.words("promise-limit")];
        for name in ["elapsed", "workdays", "office"] {
            let clock = plan.word(&format!("promise-within-{name}"));
            for end in ["n", "share-low", "share-high"] {
                heads.push(right(format!("{clock}: {}", plan.word(&format!("promise-{end}")).to_lowercase())));
            }
        }
        let rows = self.result.clock.within_hours.iter().enumerate().map(|(place, within)| self.within(place, within));
        page.grid(&heads, rows.collect())
    }

    fn within(&self, place: usize, within: &ShareWithin) -> Vec<Cell> {
        let plan = self.plan;
        let minutes = (within.hours * 60.0).round();
        let limit = if minutes < 60.0 {
            format!("{}\u{a0}min", format::integer(minutes as i64, plan.language))
        } else {
            story::limit(within.hours, plan.language)
        };
        let mut row = vec![Cell::Strong(limit)];
        // Dates alone can neither prove nor rule out a call within minutes.
        if within.hours < 24.0 && !self.result.has_times {
            row.push(Cell::Text(plan.word("no-times")));
            row.extend((0..8).map(|_| Cell::Blank));
            return row;
        }
        for clock in self.clock_list() {
            let within = &clock.within_hours[place];
            row.extend([Cell::Count(within.n), share(within.low), share(within.high)]);
        }
        row
    }

    fn clock_list(&self) -> [&PromiseOnClock; 3] {
        [&self.result.clock, &self.result.workdays, &self.result.office]
    }

    /// How long it took on each clock, when the cells tell it to the hour.
    fn hours(&self, page: &mut Page<'_>) -> Done {
        let plan = self.plan;
        page.heading(&plan.word("promise-hours-title"))?;
        if self.clock_list().iter().all(|clock| clock.km_hours.is_none()) {
            page.sentence(&plan.word("promise-hours-none"))?;
            page.next += 1;
            return Ok(());
        }
        let mut heads = vec![plan.words("promise-clock")];
        heads.extend(["promise-half", "promise-most", "promise-nearly"].map(|key| plan.figures(key)));
        let names = ["promise-elapsed", "promise-workdays", "promise-office"];
        let rows = names.iter().zip(self.clock_list()).map(|(name, clock)| {
            let hours = |hours: Option<f64>| hours.map_or(Cell::Right("–".to_owned()), Cell::Tenth);
            let mut row = vec![Cell::Strong(plan.word(name))];
            row.extend(clock.km_hours.unwrap_or_default().map(hours));
            row
        });
        page.grid(&heads, rows.collect())
    }

    /// Winning by the speed of first contact; without a word of cause.
    fn speed(&self, page: &mut Page<'_>) -> Done {
        let plan = self.plan;
        page.heading(&plan.word("speed-title"))?;
        let found = match &plan.report.measures.contact_speed {
            Measured::Known(found) => found,
            Measured::Unknown(why) => return page.unmeasured("speed-unknown", *why),
        };
        page.sentence(&plan.language.say("speed-sentence", &[("days", found.days.into())]))?;
        page.next += 1;
        let mut heads = vec![plan.words("speed-speed")];
        heads.extend(["speed-n", "speed-won", "speed-rate", "promise-interval"].map(|key| plan.figures(key)));
        let rows = found.classes.iter().map(|class| {
            vec![
                Cell::Strong(plan.word(speed_key(class.speed))),
                Cell::Count(class.n),
                Cell::Count(class.won),
                ratio("C{row}/B{row}", class.rate),
                interval(class.ci, plan),
            ]
        });
        page.grid(&heads, rows.collect())?;
        if found.undated > 0 {
            page.remark(&plan.language.say("speed-undated", &[("count", found.undated.into())]))?;
            page.next += 1;
        }
        Ok(())
    }

    /// The deals of one kind, those that waited longest first.
    fn list(&self, page: &mut Page<'_>, kind: &str, wanted: &dyn Fn(&PromiseRecord) -> bool) -> Done {
        let plan = self.plan;
        let mut records: Vec<&PromiseRecord> = self.result.records.iter().filter(|record| wanted(record)).collect();
        records.sort_by(|a, b| b.workdays.lo.total_cmp(&a.workdays.lo).then(a.deal.cmp(&b.deal)));
        let all = records.len();
        if all > 0 {
            page.list.get_or_insert(page.next);
        }
        let title = format!("promise-{kind}");
        page.heading(&plan.language.say(&title, &[("count", all.into())]))?;
        page.remark(&plan.word(&format!("{title}.note")))?;
        if all > MOST_ROWS {
            records.truncate(MOST_ROWS);
            page.remark(&plan.list_cut(self.section, MOST_ROWS, all))?;
        }
        let rows = records.into_iter().map(|record| self.row(record, kind)).collect();
        page.table(&self.heads(), rows, &plan.word("list-empty"))
    }

    fn heads(&self) -> Vec<Head> {
        let plan = self.plan;
        vec![
            left(plan.word("to-do-deal")),
            left(plan.word("deals-beside")),
            left(plan.word("deals-owner")),
            right(plan.word(&format!("clock-start-{}", self.section.name()))),
            right(plan.word(&format!("clock-stop-{}", self.section.name()))),
            right(plan.word("promise-hours-low")),
            right(plan.word("promise-hours-high")),
            right(plan.word("deals-value")),
            left(plan.word("deals-stage")),
            left(plan.word("source-row")),
        ]
    }

    fn row(&self, record: &PromiseRecord, kind: &str) -> Vec<Cell> {
        let plan = self.plan;
        let deal = plan.deal(record.deal);
        let text = |text: &Option<String>| text.clone().map_or(Cell::Blank, Cell::Text);
        let stop = match record.state {
            PromiseState::Recorded(stop) => Cell::Moment(stop),
            PromiseState::Implied(_) => Cell::Right(plan.word("promise-implied")),
            PromiseState::LostWithout(_) => Cell::Right(plan.word("promise-lost")),
            PromiseState::Vanished(_) => Cell::Right(plan.word("state-vanished")),
            PromiseState::Running => Cell::Right(plan.word("promise-running")),
        };
        vec![
            Cell::Deal(record.deal),
            plan.beside_name(record.deal),
            text(&deal.owner),
            Cell::Moment(record.start),
            stop,
            if kind == "undecided" { Cell::Tenth(record.workdays.lo) } else { Cell::Late(record.workdays.lo) },
            record.workdays.hi.map_or(Cell::Blank, Cell::Tenth),
            deal.value.map_or(Cell::Blank, Cell::Money),
            Cell::Text(plan.stage_name(deal.stage()).to_owned()),
            Cell::Text(plan.source_of(deal)),
        ]
    }
}

fn speed_key(speed: Speed) -> &'static str {
    match speed {
        Speed::WithinHour => "speed-within-hour",
        Speed::WithinDay => "speed-within-day",
        Speed::WithinTwoDays => "speed-within-two-days",
        Speed::Later => "speed-later",
        Speed::SameDay => "speed-same-day",
        Speed::NextDay => "speed-next-day",
        Speed::LaterDay => "speed-later-day",
    }
}
