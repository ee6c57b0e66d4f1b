//! What must hold of the measures of any book.

use lejek::measure::{Measures, measure};
use lejek::model::{Book, DealState};
use lejek::settings::{Conversion, ConversionRule};
use proptest::prelude::*;

use crate::any_book::books;
use crate::support::events;
use crate::{AS_OF, measured};

/// Figures to nine decimals, so that the order of additions does not show.
fn even(figure: f64) -> i64 {
    (figure * 1e9).round() as i64
}

/// Every count of a book that adds up when another book is laid beside it.
fn counts(measures: &Measures) -> Vec<usize> {
    let mut counts = Vec::new();
    for stage in &measures.funnel.stages {
        counts.extend([stage.reached, stage.joined_here, stage.visited, stage.here_now]);
        if let Some(step) = &stage.step {
            counts.extend([step.at_risk, step.advanced, step.lost, step.vanished, step.undecided, step.unplaced]);
            counts.push(step.value.without);
        }
    }
    counts.extend(measures.conversion.steps.iter().flat_map(|(_, step)| [step.of, step.went_on]));
    counts
}

proptest! {
    #[test]
    fn disjoint_books_add_their_counts(a in books(), b in books(), rule in 0_usize..3) {
        let mut settings = events::settings(AS_OF);
        settings.conversion = Conversion { rule: ConversionRule::ALL[rule], ..Conversion::default() };
        let both = Book { deals: a.deals.iter().chain(&b.deals).cloned().collect(), ..a.clone() };
        let [a, b, both] = [a, b, both].map(|book| measure(&book, &settings));
        let sum: Vec<usize> = counts(&a).into_iter().zip(counts(&b)).map(|(a, b)| a + b).collect();
        prop_assert_eq!(sum, counts(&both));
        let stays = |measures: &Measures| measures.dwells.iter().map(|dwell| dwell.n + dwell.undated).sum::<usize>();
        prop_assert_eq!(stays(&a) + stays(&b), stays(&both));
        let months = |measures: &Measures| measures.cohorts.iter().map(|cohort| cohort.n).sum::<usize>();
        prop_assert_eq!(months(&a) + months(&b), months(&both));
    }

    #[test]
    fn causes_and_those_still_there_make_one(book in books()) {
        let (_, measures) = measured(book);
        for dwell in &measures.dwells {
            prop_assert_eq!(dwell.exits.iter().sum::<usize>() + dwell.still_in, dwell.n);
            if let Some(times) = dwell.times.known() {
                let left: f64 = times.causes.iter().map(|cause| cause.at_end).sum();
                prop_assert_eq!(even(left + times.still_there), even(1.0));
                prop_assert!(times.causes.iter().all(|cause| cause.at.is_sorted() && cause.at[3] <= cause.at_end + 1e-9));
                let quantiles: Vec<f64> = times.quantiles.iter().flatten().map(|found| found.days).collect();
                prop_assert!(quantiles.is_sorted() && times.restricted_mean <= times.restricted_to + 1e-9);
            }
        }
    }

    #[test]
    fn where_all_is_decided_rates_are_plain_shares(mut book in books()) {
        let pipeline = book.pipeline.clone();
        book.deals.retain(|deal| {
            let closed = !matches!(deal.state(&pipeline), DealState::Open | DealState::Deferred);
            closed && deal.way_known && deal.history.iter().all(|entry| entry.entered.moment().is_some())
        });
        let (book, measures) = measured(book);
        let began: Vec<_> = book.deals.iter().filter(|deal| deal.entry_rank(&pipeline) == 1).collect();
        for (days, within) in &measures.funnel.overall.within {
            let Some(within) = within else { continue };
            let in_time = began.iter().filter(|deal| {
                let days_to = deal.inquiry().zip(deal.closed(&pipeline)).map(|(from, to)| from.days_until(to));
                deal.state(&pipeline) == DealState::Won && days_to.is_some_and(|took| took <= f64::from(*days))
            });
            prop_assert_eq!(even(within.rate), even(in_time.count() as f64 / began.len() as f64));
            prop_assert_eq!(within.censored_before, 0);
        }
    }

    #[test]
    fn money_measures_scale_with_the_values(book in books()) {
        let mut scaled = book.clone();
        for value in scaled.deals.iter_mut().filter_map(|deal| deal.value.as_mut()) {
            value.amount *= rust_decimal::Decimal::from(4);
        }
        let (a, b) = (measured(book).1, measured(scaled).1);
        prop_assert_eq!(counts(&a), counts(&b));
        prop_assert_eq!(&a.cohorts, &b.cohorts);
        for (a, b) in a.funnel.stages.iter().zip(&b.funnel.stages) {
            let rates = |stage: &lejek::measure::FunnelStage| {
                let step = stage.step.as_ref()?;
                step.value.rates(step.at_risk).known().map(|rates| [even(rates.low), even(rates.high)])
            };
            prop_assert_eq!(rates(a), rates(b));
        }
        if let (Some(a), Some(b)) = (a.bottleneck.known(), b.bottleneck.known()) {
            prop_assert_eq!(&a.ranking, &b.ranking);
            for (a, b) in a.stages.iter().zip(&b.stages) {
                // Amounts are rounded to the hundredth.
                prop_assert!((a.score * 4.0 - b.score).abs() < 0.05, "{} {}", a.score, b.score);
                prop_assert_eq!(even(a.conversion), even(b.conversion));
            }
        }
    }

    #[test]
    fn the_order_of_deals_changes_no_further_figure(book in books(), turn in 0_usize..40) {
        let mut turned = book.clone();
        let places = turned.deals.len();
        turned.deals.rotate_left(turn % places);
        let (a, b) = (measured(book).1, measured(turned).1);
        prop_assert_eq!(&a.conversion, &b.conversion);
        prop_assert_eq!(&a.cohorts, &b.cohorts);
        prop_assert_eq!(&a.dwells, &b.dwells);
        prop_assert_eq!(&a.cycle, &b.cycle);
        prop_assert_eq!(&a.contact_speed, &b.contact_speed);
        prop_assert_eq!(&a.sellers_pooled, &b.sellers_pooled);
        prop_assert_eq!(&a.sources_pooled, &b.sources_pooled);
        let scores = |measures: &Measures| measures.bottleneck.known().map(|found| {
            let scores: Vec<i64> = found.stages.iter().map(|stage| even(stage.score)).collect();
            (scores, found.ranking.clone(), found.named, even(found.top_share))
        });
        prop_assert_eq!(scores(&a), scores(&b));
    }
}
