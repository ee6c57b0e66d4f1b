//! Prints how well lejek recognises the cases of `tests/recognition`: a line a case, what differs below it, and the
//! score at the end. Usage: `cargo run --example recognition_score [PART OF A NAME]`.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

mod judge;

use std::path::Path;
use std::process::ExitCode;

use judge::{Score, Verdict};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    // Lejek reads each file in a child process of the same program: here that is this example.
    if let [_, verb, file] = arguments.as_slice()
        && verb == lejek::read::CHILD_VERB
    {
        return lejek::read::serve(Path::new(file), std::io::stdout().lock());
    }
    let asked = arguments.get(1).map(|asked| asked.to_string_lossy().into_owned()).unwrap_or_default();
    let program = std::env::current_exe().expect("this program");
    let verdicts = judge::judge_all(&program, "tests/recognition");
    let asked_for: Vec<Verdict> = verdicts.into_iter().filter(|verdict| verdict.case.contains(&asked)).collect();
    asked_for.iter().for_each(print_verdict);
    let score = Score::of(&asked_for);
    println!("\n{} cases\n{score}", asked_for.len());
    for wrong in &score.wrong_guesses {
        println!("wrong: {wrong}");
    }
    if score.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print_verdict(verdict: &Verdict) {
    let right = verdict.checks.iter().filter(|check| check.instead.is_none()).count();
    let all = verdict.checks.len();
    println!("{} {} ({right} of {all})", if right == all { "ok  " } else { "DIFF" }, verdict.case);
    for check in &verdict.checks {
        if let Some(instead) = &check.instead {
            println!("       {}: {instead}", check.claim);
        }
    }
}
