//! How long the measures take on one core: everything but the forecast, and the forecast with its backtest. The time is
//! that of the processor where the system tells it, so that a busy machine does not show. Run with
//! `cargo bench --bench measures`, or with `-- 1000000` for a population of that size.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

#[path = "../examples/known_truth/population.rs"]
mod population;

use std::io::Write as _;
use std::time::Instant;

use lejek::measure::{Measured, Unmeasured, forecast, measure_beside};
use lejek::settings::Settings;
use lejek::template::builtin;

const DEALS: [usize; 3] = [2_000, 10_000, 100_000];

/// Rounds, and how many deals all of them may measure: of very many one round must do.
const ROUNDS: usize = 3;
const DEALS_IN_ALL: usize = 300_000;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    println!("{:>9} {:>14} {:>12}", "deals", "all but it", "forecast");
    for deals in if asked.is_empty() { DEALS.to_vec() } else { asked } {
        let book = population::population(deals, 730, 1).book;
        let settings = Settings::new(book.as_of, builtin("universal").expect("built in"));
        let rounds = (DEALS_IN_ALL / deals).clamp(1, ROUNDS);
        let none = || Measured::Unknown(Unmeasured::NoDeals);
        let beside = quickest(rounds, || drop(measure_beside(none(), &book, &settings)));
        print!("{deals:>9} {beside:>11.0} ms");
        let _ = std::io::stdout().flush();
        let forecast = quickest(rounds, || drop(forecast(&book)));
        println!(" {forecast:>9.0} ms");
    }
}

/// Milliseconds of the quickest round, the one least disturbed.
fn quickest(rounds: usize, work: impl Fn()) -> f64 {
    let start = Instant::now();
    let rounds = (0..rounds).map(|_| {
        let before = millis(start);
        work();
        millis(start) - before
    });
    rounds.fold(f64::INFINITY, f64::min)
}

/// Milliseconds that this thread has run; where the system does not tell, those that have passed.
fn millis(start: Instant) -> f64 {
    let ran = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = ran.and_then(|numbers| numbers.split(' ').next()?.parse::<f64>().ok());
    nanos.map_or_else(|| start.elapsed().as_secs_f64() * 1e3, |nanos| nanos / 1e6)
}
