//! Periods: the worked example's June, what sheets leave out, and periods that leave nothing out.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use lejek::measure::{
    Change, ChangeKind, CompletenessItem, Measured, Measures, Period, PeriodFigures, Unmeasured, measure,
};
use lejek::model::{Book, Currency, DealState, Entered, Purse};
use lejek::settings::PeriodRule;
use proptest::prelude::*;

use crate::any_book::books;
use crate::support::events::{self, moment};
use crate::{AS_OF, EXAMPLE, HEADER, id};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn period(book: &Book, rule: PeriodRule) -> Period {
    let mut settings = events::settings(AS_OF);
    settings.period = rule;
    measure(book, &settings).period
}

fn june() -> (Book, Period) {
    let book = events::book(EXAMPLE, AS_OF);
    let period = period(&book, PeriodRule::Month);
    (book, period)
}

fn known<T>(measured: &Measured<T>) -> &T {
    measured.known().expect("there are dates")
}

/// Times, and the deals' sum in złoty.
#[track_caller]
fn check(figures: &PeriodFigures, kind: ChangeKind, times: usize, value: i64) {
    let count = known(&figures.changes[&kind]);
    assert_eq!((count.times, count.value.of(Currency::PLN)), (times, value.into()), "{}", kind.name());
}

/// A team without follow-ups makes offers all the same.
#[test]
fn offers_need_no_stage_of_follow_ups() {
    let (mut book, _) = june();
    let settings = events::settings(AS_OF);
    let whole = measure(&book, &settings);
    book.pipeline.promises.follow_up = None;
    let without = measure(&book, &settings);
    assert_eq!(without.trend.offers, whole.trend.offers);
    assert_eq!(known(&without.trend.offers).iter().flatten().sum::<usize>(), 7);
    assert_eq!(without.period.previous.offers, whole.period.previous.offers);
    let filled = |measures: &Measures| {
        let item = measures.completeness.iter().find(|item| item.item == CompletenessItem::OfferDate);
        item.map(|item| (item.of, item.filled))
    };
    assert_eq!((filled(&without), filled(&whole)), (filled(&whole), Some((7, 7))));
    book.pipeline.promises.offer = None;
    let none = measure(&book, &settings);
    assert_eq!(none.trend.offers, Measured::Unknown(Unmeasured::NoStage));
    assert_eq!(filled(&none), None);
}

#[test]
fn the_june_of_the_worked_example() {
    let (_, period) = june();
    let now = &period.current;
    assert_eq!((now.from, now.to, now.complete), (day("2025-06-01"), day("2025-06-30"), true));
    check(now, ChangeKind::CameIn, 3, 38_000);
    // D09 to the contact; D10 to qualification, contact and offer; D11 to qualification.
    check(now, ChangeKind::Forward, 5, 41_000);
    check(now, ChangeKind::Back, 0, 0);
    check(now, ChangeKind::Resumed, 1, 9_000);
    check(now, ChangeKind::Deferred, 1, 15_000);
    check(now, ChangeKind::Won, 0, 0);
    check(now, ChangeKind::Lost, 2, 52_000);
    let offers = known(&now.offers);
    assert_eq!((offers.deals, offers.value.of(Currency::PLN)), (1, 25_000.into()));
    assert_eq!(known(&now.changes[&ChangeKind::Forward]).deals, 3);
    // D10 cannot be told, D11 was not called in time, D12 is pending.
    let contact = known(&now.first_contact);
    assert_eq!((contact.mature.cannot_tell, contact.mature.missed, contact.not_mature), (1, 1, 1));
    assert_eq!((contact.share_low, contact.share_high), (Some(0.0), Some(0.5)));
    assert_eq!(period.previous_so_far, None);
    assert_eq!(period.before(), &period.previous);
    check(&period.previous, ChangeKind::CameIn, 4, 76_000);
    check(&period.previous, ChangeKind::Back, 1, 30_000);
    check(&period.previous, ChangeKind::Won, 1, 30_000);
}

#[test]
fn a_loss_that_was_taken_back_is_listed_and_not_counted() {
    let (_, period) = june();
    // D04 stayed lost; D09 was lost on 26 May and resumed on 2 June.
    check(&period.previous, ChangeKind::Lost, 1, 8_000);
    let book = events::book(EXAMPLE, AS_OF);
    let may = self::period(&book, PeriodRule::Between(day("2025-05-01"), day("2025-05-31")));
    let lost: Vec<_> = may.changes.iter().filter(|change| change.kind == ChangeKind::Lost).collect();
    let told: Vec<_> = lost.iter().map(|change| (id(&book, change.deal), change.undone)).collect();
    assert_eq!(told, [("D04", false), ("D09", true)]);
}

#[test]
fn changes_are_told_deal_by_deal() {
    let (book, period) = june();
    let told: Vec<String> = period.changes.iter().map(|change| told(&book, change)).collect();
    assert_eq!(
        told[..5],
        [
            "2025-06-02 D07 deferred followup>deferred",
            "2025-06-02 D09 resumed lost>qualification",
            "2025-06-02 D10 came-in >new",
            "2025-06-02 D10 forward new>qualification",
            "2025-06-03 D09 forward qualification>contact",
        ]
    );
    assert_eq!(told.len(), 12);
}

fn told(book: &Book, change: &Change) -> String {
    let key = |stage| book.pipeline.stage(stage).key.as_str();
    let (from, to) = (change.from.map_or("", key), key(change.to));
    let day = change.day().map_or_else(String::new, |day| day.to_string());
    format!("{day} {} {} {from}>{to}", id(book, change.deal), change.kind.name())
}

#[test]
fn what_has_no_date_belongs_to_no_period_and_is_counted() {
    let events =
        "A,new,2025-06-24,100,,\nA,contact,,100,,\nB,new,2025-06-25,100,,\nB,contact,2025-06-26,100,,\nB,won,,100,,\n";
    let book = events::book(&(HEADER.to_owned() + events), AS_OF);
    let period = period(&book, PeriodRule::Between(day("2025-06-23"), day("2025-06-29")));
    check(&period.current, ChangeKind::CameIn, 2, 200);
    check(&period.current, ChangeKind::Forward, 1, 100);
    // It was won, and nobody wrote down when.
    assert_eq!(period.current.changes[&ChangeKind::Won], Measured::Unknown(Unmeasured::NoDates));
    let undated: Vec<_> = period.undated.iter().filter(|(_, count)| **count > 0).collect();
    assert_eq!(undated, [(&ChangeKind::Forward, &1), (&ChangeKind::Won, &1)]);
    assert_eq!(period.stages_overwritten, 0);
}

#[test]
fn a_change_between_two_copies_belongs_to_the_later_one() {
    let mut book = events::book(&format!("{HEADER}A,new,2025-06-10,100,,\nA,offer,,100,,\n"), AS_OF);
    book.deals[0].history[1].entered = Entered::Between(moment("2025-06-20"), moment("2025-06-27"));
    let period = period(&book, PeriodRule::Between(day("2025-06-23"), day("2025-06-29")));
    check(&period.current, ChangeKind::Forward, 1, 100);
    assert_eq!(known(&period.current.offers).deals, 1);
    check(&period.previous, ChangeKind::Forward, 0, 0);
}

#[test]
fn a_stage_that_no_sheet_keeps_is_not_invented() {
    let mut book = events::book(&format!("{HEADER}A,new,2025-06-10,100,,\nA,offer,2025-06-27,100,,\n"), AS_OF);
    book.deals[0].stages_kept = false;
    let period = period(&book, PeriodRule::Between(day("2025-06-23"), day("2025-06-29")));
    assert_eq!(period.changes.iter().map(|change| change.from).collect::<Vec<_>>(), [None]);
    assert_eq!(period.stages_overwritten, 1);
}

/// The sums of all weeks of the years in which the deals of [`books`] live.
fn all_weeks(book: &Book) -> (BTreeMap<ChangeKind, usize>, Purse, usize) {
    let (mut times, mut won, mut changes) = (BTreeMap::new(), Purse::default(), 0);
    let mut monday = day("2024-12-30");
    while monday < day("2026-02-01") {
        let week = period(book, PeriodRule::Between(monday, monday + Days::new(6)));
        for (kind, count) in &week.current.changes {
            *times.entry(*kind).or_default() += count.known().map_or(0, |count| count.times);
        }
        won.extend(week.current.changes[&ChangeKind::Won].known().into_iter().flat_map(|count| count.value.sums()));
        changes += week.changes.iter().filter(|change| !change.undone).count();
        monday = monday + Days::new(7);
    }
    (times, won, changes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn weeks_add_up_to_the_dated_facts_of_the_book(book in books()) {
        let (times, won, changes) = all_weeks(&book);
        let month = period(&book, PeriodRule::Month);
        let pipeline = &book.pipeline;
        let ended = |state: DealState| {
            let deals = book.deals.iter().filter(|deal| deal.state(pipeline) == state);
            let dated = deals.clone().filter(|deal| deal.closed(pipeline).is_some());
            (dated.clone().count(), deals.count(), dated.filter_map(|deal| deal.value).collect::<Purse>())
        };
        for (kind, state) in [(ChangeKind::Won, DealState::Won), (ChangeKind::Lost, DealState::Lost)] {
            let (dated, all, _) = ended(state);
            prop_assert_eq!(times[&kind], dated);
            prop_assert_eq!(month.undated[&kind], all - dated);
        }
        prop_assert_eq!(won, ended(DealState::Won).2);
        let inquiries = book.deals.iter().filter(|deal| deal.inquiry().is_some()).count();
        prop_assert_eq!(times[&ChangeKind::CameIn], inquiries);
        prop_assert_eq!(month.undated[&ChangeKind::CameIn], book.deals.len() - inquiries);
        prop_assert_eq!(changes, times.values().sum::<usize>());
    }

    #[test]
    fn the_order_of_deals_changes_no_period(book in books(), turn in 0_usize..40) {
        let mut turned = book.clone();
        let places = turned.deals.len();
        turned.deals.rotate_left(turn % places);
        let [a, b] = [&book, &turned].map(|book| period(book, PeriodRule::Quarter));
        prop_assert_eq!(&a.current, &b.current);
        prop_assert_eq!(&a.previous, &b.previous);
        prop_assert_eq!(&a.undated, &b.undated);
        let list = |book: &Book, period: &Period| {
            let mut list: Vec<String> = period.changes.iter().map(|change| told(book, change)).collect();
            list.sort();
            list
        };
        prop_assert_eq!(list(&book, &a), list(&turned, &b));
    }
}
