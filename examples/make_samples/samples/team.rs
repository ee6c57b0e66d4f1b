//! How a team works: who sells, where inquiries come from, what happens at each step and how long it takes.

use super::deal::Step;
use super::office::Office;

/// A team and its habits.
pub struct Team {
    /// What it sells for, as in [`super::deal::Deal::currency`].
    pub currency: &'static str,
    /// When it works.
    pub office: Office,
    /// Who sells.
    pub sellers: &'static [Seller],
    /// Where inquiries come from.
    pub channels: &'static [Channel],
    /// What becomes of a deal at each open step, in the order of [`Step::LADDER`].
    pub habits: [Habit; 5],
    /// The share of lost deals that come back after some weeks.
    pub reopened: f64,
}

/// One seller.
pub struct Seller {
    pub name: &'static str,
    /// Share of the inquiries, against the others.
    pub weight: f64,
    /// Median working hours between taking an inquiry up and calling back.
    pub calls_after: f64,
    /// How much better or worse than the team at moving a deal on.
    pub skill: f64,
}

/// One source of inquiries, or one campaign of it.
pub struct Channel {
    pub source: &'static str,
    pub campaign: Option<&'static str>,
    /// Share of the inquiries, against the others.
    pub weight: f64,
    /// How much readier than others these customers are to buy.
    pub appeal: f64,
    /// Median value of a deal, in whole units of the team's currency.
    pub value: f64,
}

/// What becomes of deals at one step: weights, and median working hours until it happens.
pub struct Habit {
    /// Moves on after so many hours (at the step before the first contact, the seller's own pace counts).
    pub on: (f64, f64),
    /// Is lost after so many hours.
    pub lost: (f64, f64),
    /// Goes back to the step before after so many hours.
    pub back: (f64, f64),
    /// Is put off after so many hours.
    pub deferred: (f64, f64),
    /// Stays where it is: nobody thinks of it again.
    pub forgotten: f64,
    /// The share of deals that pass this step without being noted at it.
    pub skipped: f64,
}

impl Team {
    /// The habit at an open step.
    pub fn habit(&self, step: Step) -> Option<&Habit> {
        Step::LADDER.iter().position(|rung| *rung == step).and_then(|rung| self.habits.get(rung))
    }
}

/// What happens to most teams: few inquiries are lost at once, many after the offer.
pub const USUAL: [Habit; 5] = [
    Habit { on: (93.0, 1.5), lost: (5.0, 5.0), back: (0.0, 0.0), deferred: (0.0, 0.0), forgotten: 1.2, skipped: 0.0 },
    Habit {
        on: (90.0, 4.0),
        lost: (6.0, 14.0),
        back: (0.0, 0.0),
        deferred: (0.5, 20.0),
        forgotten: 2.0,
        skipped: 0.06,
    },
    Habit {
        on: (80.0, 20.0),
        lost: (13.0, 45.0),
        back: (0.0, 0.0),
        deferred: (1.0, 40.0),
        forgotten: 2.5,
        skipped: 0.0,
    },
    Habit {
        on: (54.0, 17.0),
        lost: (38.0, 100.0),
        back: (0.0, 0.0),
        deferred: (2.0, 70.0),
        forgotten: 4.0,
        skipped: 0.0,
    },
    Habit {
        on: (40.0, 65.0),
        lost: (38.0, 90.0),
        back: (0.0, 0.0),
        deferred: (4.0, 60.0),
        forgotten: 5.0,
        skipped: 0.07,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_steps_have_habits() {
        let team = Team {
            currency: "PLN",
            office: super::super::office::EAGER,
            sellers: &[],
            channels: &[],
            habits: USUAL,
            reopened: 0.0,
        };
        for step in Step::LADDER.into_iter().chain([Step::Lost, Step::Deferred]) {
            assert_eq!(team.habit(step).is_some(), step.is_open(), "{step:?}");
        }
    }
}
