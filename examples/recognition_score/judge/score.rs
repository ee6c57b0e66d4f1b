//! Verdicts in, the score out: how many of each kind are right, and which are not.

use std::fmt;

use super::Verdict;
use super::check::Kind;

/// Kinds in the order of the score, with their names there.
const KINDS: [(Kind, &str); 7] = [
    (Kind::Column, "columns"),
    (Kind::Layout, "layouts"),
    (Kind::Refusal, "refusals"),
    (Kind::Rows, "header and skipped rows"),
    (Kind::Word, "stage words"),
    (Kind::Deals, "deals and their facts"),
    (Kind::Said, "sums, and things said"),
];

/// How well lejek does.
pub(crate) struct Score {
    /// By kind: how many are right, of how many.
    right: [(usize, usize); KINDS.len()],
    /// Columns that got a field that they have not: case and claim.
    pub(crate) wrong_guesses: Vec<String>,
    /// Everything that is not right: case, claim and what came out instead.
    pub(crate) failures: Vec<String>,
}

impl Score {
    /// The score of these verdicts.
    pub(crate) fn of(verdicts: &[Verdict]) -> Self {
        let mut score = Self { right: [(0, 0); KINDS.len()], wrong_guesses: Vec::new(), failures: Vec::new() };
        for verdict in verdicts {
            for check in &verdict.checks {
                let kind = KINDS.iter().position(|(kind, _)| *kind == check.kind).expect("all kinds are listed");
                let (right, all) = &mut score.right[kind];
                *all += 1;
                *right += usize::from(check.instead.is_none());
                let Some(instead) = &check.instead else { continue };
                let failure = format!("{}: {}, not {instead}", verdict.case, check.claim);
                if check.wrong_guess {
                    score.wrong_guesses.push(failure.clone());
                }
                score.failures.push(failure);
            }
        }
        score
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((_, name), (right, all)) in KINDS.iter().zip(self.right) {
            writeln!(out, "{name:<28} {right:>4} of {all:>4}  {:>5.1} %", 100.0 * right as f64 / all.max(1) as f64)?;
        }
        writeln!(out, "{:<28} {:>4}", "wrong guesses", self.wrong_guesses.len())
    }
}
