//! How long the measures take: everything but the forecast, and the forecast with its backtest, on one core. Run with
//! `cargo bench --bench measures`, or with `-- 1000000` for a population of that size.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

#[path = "../examples/known_truth/population.rs"]
mod population;

use std::time::{Duration, Instant};

use lejek::measure::{forecast, measure};
use lejek::settings::Settings;
use lejek::template::builtin;

const DEALS: [usize; 3] = [2_000, 10_000, 100_000];
const ROUNDS: usize = 3;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    println!("{:>9} {:>14} {:>12}", "deals", "all but it", "forecast");
    for deals in if asked.is_empty() { DEALS.to_vec() } else { asked } {
        let book = population::population(deals, 730, 1).book;
        let settings = Settings::new(book.as_of, builtin("universal").expect("built in"));
        let forecast = quickest(|| drop(forecast(&book)));
        let all = quickest(|| drop(measure(&book, &settings)));
        println!("{deals:>9} {:>11.0} ms {:>9.0} ms", millis(all.saturating_sub(forecast)), millis(forecast));
    }
}

/// The quickest round is the one least disturbed.
fn quickest(work: impl Fn()) -> Duration {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
