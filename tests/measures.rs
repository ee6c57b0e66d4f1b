//! The measures on a worked example of twelve deals, on what sheets leave out, and on books of any shape.
//!
//! The twelve deals (dates only, as-of 30 June 2025): D02 skips two stages, D05 goes back, D07 is deferred,
//! D08 is first seen at the offer, D09 is lost and comes back.

mod support;

mod measures {
    mod expected;
    mod figures;
    mod forecast;
    mod period;
    mod properties;
}

use chrono::{Days, NaiveDate};
use lejek::measure::{
    AgeStatus, Flag, FunnelStage, LimitBasis, Measured, Measures, PromiseOnClock, PromiseResult, Rule, SortBasis,
    Unmeasured, Verdict, Verdicts, measure,
};
use lejek::model::{Book, Currency, Purse};
use support::events::{self, moment};

const EXAMPLE: &str = include_str!("fixtures/example12.csv");
const AS_OF: &str = "2025-06-30";
const HEADER: &str = "deal_id,stage,entered_at,value,owner,source\n";

fn example() -> (Book, Measures) {
    measured(events::book(EXAMPLE, AS_OF))
}

/// The book of events without owner and source, written `id stage moment` and measured on the example's day.
fn told(events: &[&str]) -> (Book, Measures) {
    let lines = events.iter().map(|event| format!("{},100,,\n", event.replacen(' ', ",", 2)));
    measured(events::book(&(HEADER.to_owned() + &lines.collect::<String>()), AS_OF))
}

fn measured(book: Book) -> (Book, Measures) {
    let measures = measure(&book, &events::settings(AS_OF));
    (book, measures)
}

fn id(book: &Book, deal: usize) -> &str {
    &book.deals[deal].id
}

#[track_caller]
fn close(got: Option<f64>, want: f64) {
    let got = got.expect("there is a figure");
    assert!((got - want).abs() < 5e-4, "got {got}, expected {want}");
}

// ---- funnel ---------------------------------------------------------------------------------------------

/// Reached, joined, visited, at risk, advanced, lost, undecided.
#[track_caller]
fn check_stage(stage: &FunnelStage, counts: [usize; 7], bounds: [f64; 2], settled: [f64; 3]) {
    let step = stage.step.as_ref().expect("not the last rung");
    let got = [stage.reached, stage.joined_here, stage.visited, step.at_risk, step.advanced, step.lost, step.undecided];
    assert_eq!(got, counts, "stage of rank {}", stage.rank);
    close(step.rate_low, bounds[0]);
    close(step.rate_high, bounds[1]);
    let interval = step.rate_settled_ci.expect("somebody is settled");
    close(step.rate_settled, settled[0]);
    close(Some(interval.lo), settled[1]);
    close(Some(interval.hi), settled[2]);
}

#[test]
fn the_funnel_of_the_worked_example() {
    let (_, measures) = example();
    let stages = &measures.funnel.stages;
    check_stage(&stages[0], [12, 0, 11, 11, 9, 1, 1], [0.818, 0.909], [0.9, 0.596, 0.982]);
    check_stage(&stages[1], [10, 0, 8, 9, 8, 0, 1], [0.889, 1.0], [1.0, 0.676, 1.0]);
    check_stage(&stages[2], [9, 0, 8, 8, 6, 1, 1], [0.75, 0.875], [6.0 / 7.0, 0.487, 0.974]);
    check_stage(&stages[3], [7, 1, 7, 7, 5, 1, 1], [0.714, 0.857], [5.0 / 6.0, 0.436, 0.970]);
    check_stage(&stages[4], [5, 0, 4, 5, 3, 1, 1], [0.6, 0.8], [0.75, 0.301, 0.954]);
    let won = &stages[5];
    assert_eq!((won.reached, won.visited, won.here_now, won.step.is_none()), (3, 3, 3, true));
    assert_eq!(won.value_reached.of(Currency::PLN), 60_000.into());
}

#[test]
fn from_inquiry_to_won() {
    let (_, measures) = example();
    let overall = &measures.funnel.overall;
    assert_eq!((overall.n, overall.won, overall.lost, overall.undecided), (11, 3, 3, 5));
    close(overall.rate_low, 0.273);
    close(overall.rate_high, 0.727);
    let [(30, Some(within)), (60, None), (90, None)] = &overall.within[..] else {
        panic!("nobody was followed for 60 days: {:?}", overall.within)
    };
    close(Some(within.rate), 3.0 / 14.0);
    close(within.ci.0, 0.032);
    close(within.ci.1, 0.501);
    assert_eq!((within.n, within.censored_before, within.at_risk_at_h), (11, 3, 4));
}

#[test]
fn undated_deals_are_counted_but_not_timed() {
    let (_, measures) = told(&[
        "A new 2025-01-01",
        "A offer ",
        "B new 2025-01-05",
        "B contact 2025-01-09",
        "B lost ",
        "C new 2025-02-01",
    ]);
    let stages = &measures.funnel.stages;
    assert_eq!([0, 1, 2, 3].map(|rung| stages[rung].reached), [3, 2, 2, 1]);
    // One of the two that advanced has no date: the rate within a horizon would be a guess.
    assert_eq!(stages[0].step.as_ref().expect("a step").within[0], (30, None));
    // The loss without a date still counts as a loss.
    let within = measures.funnel.overall.within[0].1.as_ref().expect("all began on a day");
    assert_eq!((within.n, within.rate.to_bits()), (3, 0.0_f64.to_bits()));
}

#[test]
fn losses_on_an_unknown_way_widen_the_bounds() {
    let mut book = events::book(EXAMPLE, AS_OF);
    // D03 went from an inquiry to a loss; say that the word "lost" was written over its stage.
    book.deals[2].way_known = false;
    let (_, measures) = measured(book);
    assert_eq!(measures.funnel.losses_unplaced, 1);
    let step = |rung: usize| measures.funnel.stages[rung].step.as_ref().expect("a step");
    assert_eq!((step(0).at_risk, step(0).advanced, step(0).lost, step(0).unplaced), (11, 9, 0, 1));
    close(step(0).rate_low, 9.0 / 11.0);
    close(step(0).rate_high, 11.0 / 11.0);
    close(step(3).rate_low, 5.0 / 8.0);
    close(step(3).rate_high, 7.0 / 8.0);
    // Wherever it was lost, it was not won.
    close(step(4).rate_low, 3.0 / 6.0);
    close(step(4).rate_high, 4.0 / 5.0);
    assert!((0..5).all(|rung| step(rung).rate_settled.is_none() && step(rung).within[0].1.is_none()));
    assert_eq!(measures.funnel.overall, example().1.funnel.overall);
}

#[test]
fn a_jump_over_stages_that_the_sheet_does_not_keep_measures_no_time() {
    let mut book = events::book(EXAMPLE, AS_OF);
    // D02 went from the inquiry to the contact the next day; say that only the present stage was kept.
    book.deals[1].stages_kept = false;
    let (_, measures) = measured(book);
    let advances = |measures: &Measures, stage: usize| measures.stalled.limits[stage].advances;
    let (_, kept) = example();
    // The stay in the first stage, and that in the offer which jumped over the follow-up, are not learned from.
    assert_eq!((advances(&kept, 0), advances(&measures, 0)), (Some(9), Some(8)));
    assert_eq!((advances(&kept, 3), advances(&measures, 3)), (Some(6), Some(5)));
    assert_eq!(advances(&kept, 2), advances(&measures, 2));
    // Counts do not depend on it.
    let counts = |measures: &Measures| measures.funnel.stages.iter().map(|stage| stage.reached).collect::<Vec<_>>();
    assert_eq!(counts(&kept), counts(&measures));
}

// ---- promises -------------------------------------------------------------------------------------------

#[track_caller]
fn check_promise(on_clock: &PromiseOnClock, [met, missed, cannot_tell]: [usize; 3], not_mature: usize, most: f64) {
    let n = met + missed + cannot_tell;
    assert_eq!(on_clock.mature, Verdicts { met, missed, cannot_tell, excluded: 0, pending: 0 });
    assert_eq!((on_clock.n, on_clock.not_mature), (n, not_mature));
    close(on_clock.share_low, met as f64 / n as f64);
    close(on_clock.share_high, most);
}

fn known(measured: &Measured<PromiseResult>) -> &PromiseResult {
    measured.known().expect("the promise can be measured")
}

#[test]
fn the_promises_of_the_worked_example() {
    let (book, measures) = example();
    let (contact, follow_up) = (known(&measures.first_contact), known(&measures.follow_up));
    check_promise(&contact.clock, [1, 7, 2], 1, 0.3);
    check_promise(&contact.workdays, [1, 7, 2], 1, 0.3);
    check_promise(&follow_up.clock, [1, 3, 3], 0, 4.0 / 7.0);
    let within: Vec<_> = contact.clock.within_hours.iter().map(|share| (share.low, share.high)).collect();
    assert_eq!(within[0], (Some(0.0), Some(0.3)));
    assert_eq!(within[3], (Some(0.3), Some(0.5)));
    assert_eq!((contact.has_times, contact.clock.km_hours, contact.without_start), (false, None, 0));
    let waiting = |on_clock: &PromiseOnClock| -> Vec<&str> {
        on_clock.open_overdue.iter().map(|deal| id(&book, *deal)).collect()
    };
    assert_eq!(waiting(&contact.workdays), ["D11"]);
    assert_eq!(waiting(&follow_up.workdays), ["D10"]);
}

#[test]
fn weekends_stop_the_clock_of_working_days_only() {
    // Asked on Friday afternoon, called on Monday morning.
    let (_, measures) = told(&["A new 2025-06-06T16:00:00", "A contact 2025-06-09T10:00:00"]);
    let [record] = &known(&measures.first_contact).records[..] else { panic!("one record") };
    assert_eq!((record.clock.lo, record.clock.verdict), (66.0, Verdict::Missed));
    assert_eq!((record.workdays.lo, record.workdays.verdict), (18.0, Verdict::Met));
    assert_eq!(known(&measures.first_contact).clock.km_hours, Some([Some(66.0); 3]));
}

#[track_caller]
fn check_unmeasured(events: &[&str], first_contact: Option<Unmeasured>, follow_up: Option<Unmeasured>) {
    let reason = |measured: &Measured<PromiseResult>| match measured {
        Measured::Known(_) => None,
        Measured::Unknown(reason) => Some(*reason),
    };
    let (_, measures) = told(events);
    assert_eq!((reason(&measures.first_contact), reason(&measures.follow_up)), (first_contact, follow_up));
}

#[test]
fn a_promise_is_not_measured_without_dates() {
    use Unmeasured::{NoDeals, NoStartDates, NoStopDates};
    check_unmeasured(&["A new 2025-01-01", "A contact "], Some(NoStopDates), Some(NoDeals));
    check_unmeasured(&["A new ", "A contact 2025-01-02"], Some(NoStartDates), Some(NoDeals));
    check_unmeasured(&["A offer ", "A followup 2025-01-02"], Some(NoDeals), Some(NoStartDates));
    // Nobody was called yet, so no date is missing: all of them still wait.
    check_unmeasured(&["A new 2025-01-01"], None, Some(NoDeals));
}

#[test]
fn one_dated_call_lets_the_others_be_uncertain() {
    let (_, measures) = told(&[
        "A new 2025-06-02",
        "A contact 2025-06-02",
        "B new 2025-06-02",
        "B contact ",
        "B offer 2025-06-20",
        "C new ",
        "C contact 2025-06-02",
        "D new 2025-06-02",
        "D contact 2025-06-01",
        "D offer ",
    ]);
    let promise = known(&measures.first_contact);
    let verdicts: Vec<_> = promise.records.iter().map(|record| record.clock.verdict).collect();
    // The call of D is dated before its inquiry, which tells nothing.
    assert_eq!(verdicts, [Verdict::Met, Verdict::CannotTell, Verdict::CannotTell]);
    assert_eq!(promise.without_start, 1);
}

#[test]
fn a_loss_on_an_unknown_way_is_not_held_against_the_seller() {
    let mut book = events::book(EXAMPLE, AS_OF);
    book.deals[2].way_known = false;
    let (_, measures) = measured(book);
    check_promise(&known(&measures.first_contact).clock, [1, 6, 3], 1, 0.4);
}

// ---- stalled deals --------------------------------------------------------------------------------------

#[test]
fn the_stalled_deals_of_the_worked_example() {
    let (book, measures) = example();
    let list: Vec<_> = measures
        .stalled
        .deals
        .iter()
        .map(|ageing| (id(&book, ageing.deal), ageing.age, ageing.limit, ageing.status, ageing.severity))
        .collect();
    assert_eq!(
        list,
        [
            ("D10", Some(20.0), 14.0, AgeStatus::Stalled, 1),
            ("D09", Some(27.0), 14.0, AgeStatus::Stalled, 2),
            ("D11", Some(13.0), 7.0, AgeStatus::Stalled, 2),
            ("D07", Some(28.0), 90.0, AgeStatus::Deferred, 0),
            ("D12", Some(1.0), 2.0, AgeStatus::Ok, 0),
        ]
    );
    assert_eq!(measures.stalled.sorted_by, SortBasis::Value);
    assert!(measures.stalled.deals.iter().all(|ageing| ageing.p_win.is_none()));
}

#[test]
fn limits_are_learned_from_thirty_advances() {
    let (_, measures) = example();
    let limits: Vec<_> =
        measures.stalled.limits.iter().map(|limit| (limit.days, limit.basis, limit.advances)).collect();
    assert_eq!(
        limits,
        [
            (2.0, LimitBasis::Default, Some(9)),
            (7.0, LimitBasis::Default, Some(7)),
            (14.0, LimitBasis::Default, Some(6)),
            (14.0, LimitBasis::Default, Some(6)),
            (21.0, LimitBasis::Default, Some(2)),
            (90.0, LimitBasis::Fixed, None),
        ]
    );
    // Thirty deals that took 1 to 30 days from the inquiry to the call: nine in ten within 27.
    let day = |days| NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day") + Days::new(days);
    let events: Vec<String> = (1..=30)
        .flat_map(|days| [format!("D{days:02} new 2025-01-01"), format!("D{days:02} contact {}", day(days))])
        .collect();
    let (_, measures) = told(&events.iter().map(String::as_str).collect::<Vec<_>>());
    let limit = &measures.stalled.limits[0];
    assert_eq!((limit.days, limit.basis, limit.longest_advance), (27.0, LimitBasis::History, Some(30.0)));
    // All thirty stays in the stage of the call last, and none was won.
    assert!(measures.stalled.deals.iter().all(|ageing| ageing.p_win == Some(0.0) && ageing.p_win_n >= 20));
    assert_eq!(measures.stalled.sorted_by, SortBasis::ExpectedValue);
}

#[track_caller]
fn check_age(stage: &str, since: &str, step: Option<&str>, expect: AgeStatus) {
    let mut book = events::book(&format!("{HEADER}A,{stage},{since},100,,\n"), AS_OF);
    book.deals[0].next_step_on = step.map(moment);
    let (_, measures) = measured(book);
    assert_eq!(measures.stalled.deals[0].status, expect, "{stage} since {since}, next step {step:?}");
}

#[test]
fn an_old_deal_is_stalled_unless_something_is_agreed() {
    check_age("offer", "2025-06-16", None, AgeStatus::Ok);
    check_age("offer", "2025-06-15", None, AgeStatus::Stalled);
    check_age("offer", "2025-06-15", Some("2025-06-30"), AgeStatus::Scheduled);
    check_age("offer", "2025-06-15", Some("2025-07-30"), AgeStatus::Scheduled);
    check_age("offer", "2025-06-15", Some("2025-07-31"), AgeStatus::Stalled);
    check_age("offer", "2025-06-15", Some("2025-06-29"), AgeStatus::Stalled);
    check_age("offer", "", None, AgeStatus::CannotTell);
}

#[test]
fn a_deferred_deal_is_stalled_when_its_day_has_come() {
    check_age("deferred", "2025-01-01", Some("2025-09-01"), AgeStatus::Deferred);
    check_age("deferred", "2025-06-29", Some("2025-06-29"), AgeStatus::Stalled);
    check_age("deferred", "2025-04-01", None, AgeStatus::Deferred);
    check_age("deferred", "2025-03-31", None, AgeStatus::Stalled);
    check_age("deferred", "", None, AgeStatus::CannotTell);
    check_age("deferred", "", Some("2025-06-29"), AgeStatus::Stalled);
}

// ---- findings and completeness --------------------------------------------------------------------------

#[test]
fn findings_come_most_urgent_first() {
    let mut book = events::book(EXAMPLE, AS_OF);
    for deal in &mut book.deals {
        match deal.id.as_str() {
            "D07" => deal.next_step_on = Some(moment("2025-06-20")),
            "D09" => deal.next_step_on = Some(moment("2025-06-10")),
            "D10" => deal.next_step = Some("send the contract".to_owned()),
            "D12" => deal.expected_close = Some(moment("2025-05-01")),
            _ => {}
        }
    }
    let (book, measures) = measured(book);
    let list: Vec<_> = measures
        .findings
        .iter()
        .map(|finding| (finding.rule, id(&book, finding.deal), finding.severity, finding.over, finding.limit))
        .collect();
    assert_eq!(
        list,
        [
            // 17 to 29 June: 13 days, of which 9 are weekdays, and one of them is Corpus Christi.
            (Rule::NoContact, "D11", 3, 192.0 - 24.0, 24.0),
            (Rule::NoFollowUp, "D10", 3, 288.0 - 48.0, 48.0),
            (Rule::Stalled, "D09", 2, 27.0, 14.0),
            (Rule::Stalled, "D11", 2, 13.0, 7.0),
            (Rule::Stalled, "D10", 1, 20.0, 14.0),
            (Rule::DeferredDue, "D07", 1, 10.0, 0.0),
            (Rule::OverdueNextStep, "D09", 2, 20.0, 0.0),
            (Rule::CloseDatePassed, "D12", 3, 60.0, 0.0),
            (Rule::NoNextStep, "D11", 1, 0.0, 0.0),
            (Rule::NoNextStep, "D12", 1, 0.0, 0.0),
        ]
    );
    assert!(measures.stalled.deals.iter().any(|ageing| ageing.flags == [Flag::NoNextStep, Flag::CloseDatePassed]));
}

#[test]
fn completeness_counts_the_deals_that_should_have_a_cell() {
    let (_, measures) = example();
    let counts: Vec<_> = measures.completeness.iter().map(|item| (item.item.name(), item.filled, item.of)).collect();
    assert_eq!(
        counts,
        [
            ("inquiry-date", 11, 12),
            ("contact-date", 8, 9),
            ("offer-date", 7, 7),
            ("follow-up-date", 4, 4),
            ("closed-date", 7, 7),
            ("stage-since", 5, 5),
            ("value", 12, 12),
            ("owner", 12, 12),
            ("source", 12, 12),
            ("lost-reason", 0, 4),
            ("next-step", 0, 5),
        ]
    );
    assert_eq!(measures.newest_fact, Some(moment("2025-06-29")));
}

// ---- books of any shape ---------------------------------------------------------------------------------

mod any_book {
    use super::*;
    use proptest::prelude::*;
    use std::fmt::Write;

    /// Up to forty deals, each with up to six entries, some undated, some with times.
    pub(crate) fn books() -> impl Strategy<Value = Book> {
        let entry = (0_usize..8, 0_u64..40, prop::option::weighted(0.3, 0_u32..24), prop::bool::weighted(0.9));
        let deal = (prop::collection::vec(entry, 1..7), 0_u32..5, 0_u32..3, any::<bool>());
        prop::collection::vec(deal, 1..40).prop_map(|deals| {
            let mut events = HEADER.to_owned();
            for (number, (entries, owner, source, _)) in deals.iter().enumerate() {
                let mut day = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day");
                for (stage, days, hour, dated) in entries {
                    day = day + Days::new(*days);
                    let key = &events::pipeline().stages[*stage].key;
                    let time = hour.map(|hour| format!("T{hour:02}:30:00")).unwrap_or_default();
                    let at = if *dated { format!("{day}{time}") } else { String::new() };
                    let owner = if *owner == 0 { String::new() } else { format!("owner {owner}") };
                    writeln!(events, "D{number:02},{key},{at},{},{owner},source {source}", number * 100 + 1)
                        .expect("text grows");
                }
            }
            let mut book = events::book(&events, AS_OF);
            for (deal, (.., way_known)) in book.deals.iter_mut().zip(deals) {
                deal.way_known = way_known;
            }
            book
        })
    }

    proptest! {
        #[test]
        fn counts_hold_together(book in books()) {
            let (book, measures) = measured(book);
            let totals = &measures.totals;
            let states = totals.open + totals.deferred + totals.won + totals.lost + totals.vanished;
            prop_assert_eq!((totals.deals, states), (book.deals.len(), book.deals.len()));
            let reached: Vec<usize> = measures.funnel.stages.iter().map(|stage| stage.reached).collect();
            prop_assert!(reached.is_sorted_by(|a, b| a >= b), "{:?}", reached);
            prop_assert_eq!(reached[0] + measures.funnel.off_ladder, book.deals.len());
            for step in measures.funnel.stages.iter().filter_map(|stage| stage.step.as_ref()) {
                let outcomes = step.advanced + step.lost + step.vanished + step.undecided + step.unplaced;
                prop_assert_eq!(outcomes, step.at_risk);
                if let (Some(low), Some(high)) = (step.rate_low, step.rate_high) {
                    prop_assert!((0.0..=1.0).contains(&low) && low <= high && high <= 1.0);
                }
                for rate in step.within.iter().filter_map(|(_, within)| within.as_ref()) {
                    prop_assert!((-1e-9..=1.0 + 1e-9).contains(&rate.rate));
                }
            }
            prop_assert_eq!(measures.stalled.deals.len(), totals.open + totals.deferred);
        }

        #[test]
        fn groups_add_up_to_the_totals(book in books()) {
            let (_, measures) = measured(book);
            let totals = &measures.totals;
            for groups in [&measures.owners, &measures.sources] {
                let sum = |count: fn(&lejek::measure::Group) -> usize| groups.iter().map(count).sum::<usize>();
                prop_assert_eq!(sum(|group| group.deals), totals.deals);
                prop_assert_eq!(sum(|group| group.open), totals.open);
                prop_assert_eq!(sum(|group| group.deferred), totals.deferred);
                prop_assert_eq!(sum(|group| group.won), totals.won);
                prop_assert_eq!(sum(|group| group.lost), totals.lost);
                prop_assert_eq!(sum(|group| group.findings), measures.findings.len());
                let won: Purse = groups.iter().flat_map(|group| group.won_value.sums()).collect();
                prop_assert_eq!(&won, &totals.won_value);
                if let Some(promise) = measures.first_contact.known() {
                    prop_assert_eq!(sum(|group| group.first_contact.map_or(0, |all| all.missed)), promise.workdays.mature.missed);
                }
            }
            prop_assert!(measures.campaigns.is_empty());
        }

        #[test]
        fn the_order_of_deals_changes_no_figure(book in books(), turn in 0_usize..40) {
            let mut turned = book.clone();
            let places = turned.deals.len();
            turned.deals.rotate_left(turn % places);
            let (a, b) = (measured(book).1, measured(turned).1);
            prop_assert_eq!(&a.funnel, &b.funnel);
            prop_assert_eq!(&a.totals, &b.totals);
            prop_assert_eq!(&a.owners, &b.owners);
            prop_assert_eq!(&a.stalled.limits, &b.stalled.limits);
            prop_assert_eq!(&a.completeness, &b.completeness);
            let shares = |measures: &Measures| {
                [&measures.first_contact, &measures.follow_up].map(|promise| match promise {
                    Measured::Known(result) => Ok((result.clock.mature, result.workdays.mature, result.clock.km_hours)),
                    Measured::Unknown(reason) => Err(*reason),
                })
            };
            prop_assert_eq!(shares(&a), shares(&b));
            // The amounts tell the deals apart, so equal lists name the same deals.
            let found = |measures: &Measures| -> Vec<_> {
                measures.findings.iter().map(|found| (found.rule, found.severity, found.value)).collect()
            };
            prop_assert_eq!(found(&a), found(&b));
        }
    }
}
