//! What is planned: a target and the open deals, and expected closes that were put off.

use lejek::measure::{Flag, Measured, Measures, Unmeasured, measure};
use lejek::model::{Book, Currency, Money};
use lejek::template::{Target, TargetSpan};

use crate::support::events::{self, moment};
use crate::{AS_OF, EXAMPLE, close, example, id};

fn measured(book: &Book, target: &str) -> Measures {
    let mut settings = events::settings(AS_OF);
    settings.template.target = Some(Target::parse(target).expect("a target"));
    measure(book, &settings)
}

#[test]
fn open_deals_are_held_against_what_is_left_of_the_target() {
    let mut book = events::book(EXAMPLE, AS_OF);
    // D10 (25 000) is to close in June, D12 (6 000) in July.
    book.deals[9].expected_close = Some(moment("2025-06-30"));
    book.deals[11].expected_close = Some(moment("2025-07-20"));
    let measures = measured(&book, "100000/quarter");
    let coverage = measures.coverage.known().expect("one currency");
    assert_eq!((coverage.from, coverage.to), (moment("2025-04-01").date(), moment("2025-06-30").date()));
    // D01, D02 and D05 were won; D09 to D12 but for the deferred D07 are open.
    assert_eq!((coverage.won, coverage.left, coverage.open), (60_000.0, 40_000.0, 47_000.0));
    close(coverage.coverage, 47.0 / 40.0);
    assert_eq!((coverage.due.clone(), coverage.span), (Measured::Known(25_000.0), TargetSpan::Quarter));
    // 60 000 of 125 000 were won.
    close(coverage.needed, 125.0 / 60.0);
    let met = measured(&book, "20000/month");
    let met = met.coverage.known().expect("one currency");
    assert_eq!((met.won, met.left, met.coverage), (0.0, 20_000.0, Some(2.35)));
}

#[test]
fn a_target_that_is_met_leaves_nothing_to_cover() {
    let book = events::book(EXAMPLE, AS_OF);
    let measures = measured(&book, "60000/year");
    let coverage = measures.coverage.known().expect("one currency");
    assert_eq!((coverage.left, coverage.coverage), (0.0, None));
    assert_eq!(coverage.due, Measured::Unknown(Unmeasured::NoPlans));
}

#[test]
fn coverage_needs_a_target_and_one_currency() {
    let mut book = events::book(EXAMPLE, AS_OF);
    assert_eq!(example().1.coverage, Measured::Unknown(Unmeasured::NoTarget));
    book.deals[0].value = Some(Money { amount: 5.into(), currency: Currency::EUR });
    assert_eq!(measured(&book, "1").coverage, Measured::Unknown(Unmeasured::SeveralCurrencies));
}

#[test]
fn plans_that_were_put_off_are_counted() {
    let mut book = events::book(EXAMPLE, AS_OF);
    let mut plan = |deal: usize, plans: &[&str]| {
        let (last, earlier) = plans.split_last().expect("a plan");
        book.deals[deal].expected_close = Some(moment(last));
        book.deals[deal].earlier_closes = earlier.iter().map(|day| moment(day)).collect();
    };
    plan(8, &["2025-06-10", "2025-06-20", "2025-06-25", "2025-06-28"]);
    plan(9, &["2025-06-10", "2025-08-01"]);
    plan(10, &["2025-08-01", "2025-07-25"]);
    plan(11, &["2025-07-01"]);
    // Won on 24 April and planned for the 20th.
    book.deals[0].earlier_closes = vec![moment("2025-04-20")];
    let measures = measured(&book, "1");
    let slippage = measures.slippage.known().expect("there are plans");
    let told: Vec<_> = slippage.deals.iter().map(|slip| (id(&book, slip.deal), slip.pushes, slip.days)).collect();
    assert_eq!(told, [("D10", 1, 52.0), ("D09", 3, 18.0), ("D11", 0, -7.0)]);
    assert_eq!((slippage.one_plan, slippage.pushed, slippage.pulled, slippage.pushes), (1, 2, 1, 4));
    assert_eq!(slippage.pushed_value.of(Currency::PLN), 34_000.into());
    assert_eq!((slippage.median_days, slippage.won, slippage.won_late), (Some(18.0), 1, 1));
    assert_eq!(slippage.won_median_days, Some(4.0));
    let flagged = measures.stalled.deals.iter().filter(|deal| deal.flags.contains(&Flag::CloseDateMoved));
    assert_eq!(flagged.map(|deal| id(&book, deal.deal)).collect::<Vec<_>>(), ["D10", "D09"]);
    assert_eq!(example().1.slippage, Measured::Unknown(Unmeasured::NoPlans));
}
