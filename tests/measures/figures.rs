//! Further measures on the worked example: what each must come out at, figure by figure.

use lejek::measure::{Cause, Cohort, ConversionStep, Dwell, Measures, PooledGroup, RateVerdict, Speed, measure};
use lejek::model::{Currency, Money};
use lejek::settings::{Conversion, ConversionDays, ConversionRule};

use crate::support::events;
use crate::{AS_OF, EXAMPLE, Unmeasured, close, example, measured, told};

/// The example with N fixed at 30 days, under a rule of conversion.
fn by_rule(rule: ConversionRule) -> Measures {
    let mut settings = events::settings(AS_OF);
    settings.conversion = Conversion { rule, days: ConversionDays::Fixed(30) };
    measure(&events::book(EXAMPLE, AS_OF), &settings)
}

// ---- conversion -----------------------------------------------------------------------------------------

#[track_caller]
fn check_rule(rule: ConversionRule, steps: [(usize, usize); 5], overall: (usize, usize)) {
    let conversion = by_rule(rule).conversion;
    let counts = |step: &ConversionStep| (step.went_on, step.of);
    assert_eq!(conversion.steps.iter().map(|(_, step)| counts(step)).collect::<Vec<_>>(), steps, "{rule:?}");
    assert_eq!(counts(&conversion.overall), overall, "{rule:?}");
    close(conversion.overall.rate, overall.0 as f64 / overall.1 as f64);
}

#[test]
fn each_rule_of_conversion_counts_its_own_deals() {
    check_rule(ConversionRule::Reached, [(9, 11), (8, 9), (6, 8), (5, 7), (3, 5)], (3, 11));
    // D02 skipped the qualification and counts nowhere after it, though it was won.
    check_rule(ConversionRule::Strict, [(8, 11), (7, 8), (5, 7), (3, 5), (2, 3)], (2, 11));
    // Open: D12 new, D11 qualification, D09 contact, D10 offer; three are won; D07 is deferred, four are lost.
    check_rule(ConversionRule::Snapshot, [(6, 7), (5, 6), (4, 5), (3, 4), (3, 3)], (3, 7));
}

#[test]
fn the_horizon_of_conversion_follows_the_cycle() {
    // Nine in ten wins within 36 days: two months.
    assert_eq!(example().1.conversion.days, 60);
    assert_eq!(by_rule(ConversionRule::Reached).conversion.days, 30);
    assert_eq!(told(&["A new 2025-06-01"]).1.conversion.days, 90);
    assert_eq!(told(&["A new 2025-06-01", "A won 2025-06-01"]).1.conversion.days, 30);
    assert_eq!(told(&["A new 2024-06-01", "A won 2025-06-01"]).1.conversion.days, 180);
}

#[test]
fn the_rate_within_the_horizon_of_conversion_stands_beside_the_others() {
    let measures = by_rule(ConversionRule::Reached);
    let converted = measures.funnel.overall.converted.as_ref().expect("deals were followed for 30 days");
    close(Some(converted.rate), 3.0 / 14.0);
    // Nobody was followed for 60 days.
    assert_eq!(example().1.funnel.overall.converted, None);
}

#[test]
fn the_funnel_by_value() {
    let (_, measures) = example();
    let step = measures.funnel.stages[3].step.as_ref().expect("a step");
    let pln = |purse: &lejek::model::Purse| purse.of(Currency::PLN);
    assert_eq!(pln(&step.value.at_risk), 152_000.into());
    assert_eq!(pln(&step.value.advanced), 115_000.into());
    assert_eq!((pln(&step.value.lost), pln(&step.value.undecided)), (12_000.into(), 25_000.into()));
    let rates = step.value.rates(step.at_risk);
    let rates = rates.known().expect("one currency");
    close(Some(rates.low), 115.0 / 152.0);
    close(Some(rates.high), 140.0 / 152.0);
    close(rates.settled, 115.0 / 127.0);
    let overall = &measures.funnel.overall;
    close(overall.value.rates(overall.n).known().map(|rates| rates.low), 60.0 / 147.0);
}

#[test]
fn there_is_no_rate_by_value_across_currencies_or_without_values() {
    let reason = |change: &dyn Fn(&mut Option<Money>)| {
        let mut book = events::book(EXAMPLE, AS_OF);
        change(&mut book.deals[1].value);
        let step = measured(book).1.funnel.stages[0].step.clone().expect("a step");
        step.value.rates(step.at_risk)
    };
    let eur = Money { amount: 1.into(), currency: Currency::EUR };
    assert_eq!(reason(&|value| *value = Some(eur)), lejek::measure::Measured::Unknown(Unmeasured::SeveralCurrencies));
    assert_eq!(reason(&|value| *value = None), lejek::measure::Measured::Unknown(Unmeasured::TooFewValues));
}

// ---- cohorts --------------------------------------------------------------------------------------------

#[track_caller]
fn check_cohort(cohort: &Cohort, month: &str, counts: [usize; 4], cells: [(usize, Option<f64>); 3]) {
    assert_eq!(cohort.month.to_string(), month);
    assert_eq!([cohort.n, cohort.won, cohort.lost, cohort.undecided], counts);
    let got: Vec<_> = cohort.cells.iter().map(|(_, cell)| (cell.won, cell.rate)).collect();
    assert_eq!(got, cells);
}

#[test]
fn a_month_has_a_rate_only_when_all_its_deals_have_had_the_time() {
    let (_, measures) = example();
    let [april, may, june] = &measures.cohorts[..] else { panic!("three months: {:?}", measures.cohorts) };
    check_cohort(april, "2025-04-01", [5, 3, 2, 0], [(2, Some(0.4)), (3, Some(0.6)), (3, None)]);
    check_cohort(may, "2025-05-01", [3, 0, 1, 2], [(0, Some(0.0)), (0, None), (0, None)]);
    check_cohort(june, "2025-06-01", [3, 0, 0, 3], [(0, None), (0, None), (0, None)]);
    let interval = april.cells[0].1.ci.expect("a complete cell");
    close(Some(interval.lo), 0.118);
    close(Some(interval.hi), 0.769);
}

#[test]
fn a_win_without_a_date_leaves_its_month_without_a_rate() {
    let (_, measures) = told(&["A new 2025-01-03", "A won ", "B new 2025-01-07", "B lost 2025-01-09"]);
    let cell = &measures.cohorts[0].cells[0].1;
    assert_eq!((cell.complete, cell.won, cell.undated, cell.rate), (true, 0, 1, None));
}

// ---- time in stage and cycle ------------------------------------------------------------------------------

fn dwell(measures: &Measures, stage: usize) -> &Dwell {
    measures.dwells.iter().find(|dwell| dwell.stage.0 == stage).expect("deals stayed there")
}

#[test]
fn time_in_the_stage_of_contact() {
    let (_, measures) = example();
    let contact = dwell(&measures, 2);
    assert_eq!((contact.n, contact.still_in, contact.re_entries, contact.undated), (8, 1, 0, 0));
    assert_eq!(contact.exits, [6, 0, 1, 0, 0]);
    let times = contact.times.known().expect("all stays are dated");
    let quantiles = times.quantiles.map(|quantile| quantile.map(|found| (found.days, found.at_risk)));
    // A tenth is still there after the longest stay: there is no 90 % quantile.
    assert_eq!(quantiles, [Some((7.0, 6)), Some((8.0, 3)), None]);
    assert_eq!((times.median_ci, times.longest), ((Some(3.0), Some(26.0)), 27.0));
    close(Some(times.restricted_mean), 11.25);
    close(Some(times.restricted_to), 27.0);
    close(Some(times.still_there), 0.125);
    let ends: Vec<_> = times.causes.iter().map(|cause| (cause.cause, cause.at_end)).collect();
    assert_eq!(ends, [(Cause::Advance, 0.75), (Cause::Lost, 0.125)]);
    assert_eq!(times.causes[0].at.map(|share| (share * 1000.0).round() as u32), [625, 750, 750, 750]);
    assert_eq!((times.causes[0].p50_among, times.causes[0].p90_among), (Some(7.0), Some(8.0)));
}

#[test]
fn a_deal_that_returns_stays_a_second_time() {
    let (_, measures) = example();
    let offer = dwell(&measures, 3);
    assert_eq!((offer.n, offer.re_entries, offer.exits), (8, 1, [6, 0, 1, 0, 0]));
    assert_eq!(dwell(&measures, 4).exits, [2, 1, 1, 1, 0]);
    // The deferred deal waits for 28 days.
    let deferred = dwell(&measures, 7);
    assert_eq!((deferred.n, deferred.still_in), (1, 1));
    assert_eq!(deferred.times.known().map(|times| times.longest), Some(28.0));
}

#[test]
fn stays_without_dates_leave_a_stage_without_times() {
    let (_, measures) = told(&["A new 2025-01-01", "A contact ", "B new 2025-01-05", "B contact 2025-01-09"]);
    let new = dwell(&measures, 0);
    assert_eq!((new.n, new.undated), (1, 1));
    assert_eq!(new.times, lejek::measure::Measured::Unknown(Unmeasured::TooFewDates));
}

#[test]
fn the_sales_cycle_is_that_of_deals_ever_won() {
    let (_, measures) = example();
    let cycle = measures.cycle.known().expect("three were won");
    assert_eq!((cycle.n, cycle.won, [cycle.p50, cycle.p75, cycle.p90]), (11, 3, [23.0, 36.0, 36.0]));
    close(Some(cycle.won_at_end), 5.0 / 14.0);
    close(Some(cycle.undecided_at_end), 3.0 / 14.0);
    let none = told(&["A new 2025-06-01"]).1.cycle;
    assert_eq!(none, lejek::measure::Measured::Unknown(Unmeasured::NoWins));
}

// ---- first contact ----------------------------------------------------------------------------------------

#[test]
fn a_day_of_the_promise_is_an_office_day_on_the_office_clock() {
    // Asked on Friday at 16, called on Monday at 10: an hour on Friday and one on Monday.
    let (_, measures) = told(&["A new 2025-06-06T16:00:00", "A contact 2025-06-09T10:00:00"]);
    let promise = measures.first_contact.known().expect("both are dated");
    assert_eq!((promise.office.limit_hours, promise.records[0].office.lo), (8.0, 2.0));
    let hours: Vec<f64> = promise.office.within_hours.iter().map(|share| share.hours).collect();
    assert_eq!(hours, [5.0 / 60.0, 1.0, 8.0, 16.0]);
}

#[test]
fn winning_by_the_speed_of_contact_looks_at_contacted_deals_alone() {
    let measures = by_rule(ConversionRule::Reached);
    let speed = measures.contact_speed.known().expect("contacts are dated");
    let classes: Vec<_> = speed.classes.iter().map(|class| (class.speed, class.won, class.n)).collect();
    assert_eq!(classes, [(Speed::SameDay, 0, 1), (Speed::NextDay, 1, 1), (Speed::LaterDay, 1, 4)]);
    let (_, exact) = told(&[
        "A new 2025-01-01T10:00:00",
        "A contact 2025-01-01T11:00:00",
        "A won 2025-01-20T10:00:00",
        "B new 2025-01-01T10:00:00",
        "B contact 2025-01-02T10:00:01",
    ]);
    let speed = exact.contact_speed.known().expect("contacts are dated");
    let classes: Vec<_> = speed.classes.iter().map(|class| (class.speed, class.won, class.n)).collect();
    assert_eq!(classes, [(Speed::WithinHour, 1, 1), (Speed::WithinTwoDays, 0, 1)]);
}

// ---- bottleneck ---------------------------------------------------------------------------------------------

#[test]
fn money_stops_where_it_is_lost_or_stalled() {
    let (_, measures) = example();
    let found = measures.bottleneck.known().expect("one currency, all dated");
    let scores: Vec<f64> = found.stages.iter().map(|stage| stage.score.round()).collect();
    assert_eq!(scores, [661.0, 1069.0, 2631.0, 7400.0, 13333.0]);
    assert_eq!(found.ranking.iter().map(|stage| stage.0).collect::<Vec<_>>(), [4, 3, 2, 1, 0]);
    let offer = &found.stages[3];
    assert_eq!((offer.lost, offer.lost_a_month, offer.stalled, offer.stalled_value), (1, 4000.0, 1, 25_000.0));
    close(Some(offer.won_after), 0.6);
    close(Some(offer.conversion), 5.0 / 7.0);
    close(Some(found.stages[4].one_percent), 383.33);
    // 76 deal-days in 90, eight arrivals.
    close(Some(offer.queue.length), 76.0 / 90.0);
    assert_eq!((offer.queue.days, offer.queue.net_flow), (Some(9.5), 1));
    assert_eq!((found.window_days, found.top_share, found.named), (90.0, 0.665, None));
}

#[test]
fn a_bottleneck_that_no_draw_of_deals_upsets_is_named() {
    let events: Vec<String> = (10..60)
        .flat_map(|deal| {
            [format!("D{deal} new 2025-05-01"), format!("D{deal} offer 2025-05-02"), format!("D{deal} lost 2025-05-30")]
        })
        .chain((60..90).flat_map(|deal| [format!("D{deal} new 2025-05-01"), format!("D{deal} won 2025-05-30")]))
        .collect();
    let (_, measures) = told(&events.iter().map(String::as_str).collect::<Vec<_>>());
    let found = measures.bottleneck.known().expect("one currency, all dated");
    assert_eq!((found.named.map(|stage| stage.0), found.top_share), (Some(3), 1.0));
}

// ---- sellers ------------------------------------------------------------------------------------------------

#[track_caller]
fn check_group(group: &PooledGroup, name: &str, counts: (usize, usize), pooled: f64, adjusted: f64) {
    assert_eq!((group.name.as_str(), (group.won, group.n)), (name, counts));
    close(Some(group.pooled), pooled);
    close(Some(group.adjusted), adjusted);
    assert_eq!(group.verdict, RateVerdict::TooFew);
}

#[test]
fn few_deals_move_a_seller_little() {
    let measures = by_rule(ConversionRule::Reached);
    let sellers = measures.sellers_pooled.known().expect("deals are old enough");
    close(Some(sellers.team_rate), 0.2778);
    close(Some(sellers.prior_weight / 100.0), 0.2370);
    let [anna, bartek] = &sellers.groups[..] else { panic!("two sellers") };
    check_group(anna, "Anna", (2, 4), 0.3099, 0.3063);
    check_group(bartek, "Bartek", (0, 4), 0.2377, 0.2477);
    assert_eq!(measures.campaigns_pooled, lejek::measure::Measured::Unknown(Unmeasured::NoNames));
}

#[test]
fn the_case_mix_undoes_simpsons_paradox() {
    // B is better on both sources, but gets the hard ones.
    let mut events = crate::HEADER.to_owned();
    let mut number = 0;
    for (owner, source, won, lost) in
        [("A", "warm", 36, 54), ("A", "cold", 1, 19), ("B", "warm", 10, 10), ("B", "cold", 18, 72)]
    {
        for outcome in std::iter::repeat_n("won", won).chain(std::iter::repeat_n("lost", lost)) {
            number += 1;
            for (stage, day) in [("new", "2025-01-01"), (outcome, "2025-01-10")] {
                events += &format!("D{number:03},{stage},{day},100,{owner},{source}\n");
            }
        }
    }
    let (_, measures) = measured(events::book(&events, AS_OF));
    let sellers = measures.sellers_pooled.known().expect("all are old enough");
    let names: Vec<&str> = sellers.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!((names, sellers.order_changes), (vec!["A", "B"], true));
    assert!(sellers.groups[0].raw > sellers.groups[1].raw);
    assert!(sellers.groups[0].adjusted < sellers.groups[1].adjusted);
}
