//! Inquiries in, deals with their ways through the pipeline out.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::chance::Chance;
use super::deal::{Deal, Step};
use super::names::Customer;
use super::office::EAGER;
use super::team::{Channel, Seller, Team};

/// How many inquiries come in at each hour of the day, against the other hours.
const BY_HOUR: [u32; 24] = [1, 0, 0, 0, 0, 1, 2, 6, 14, 18, 18, 16, 14, 14, 13, 11, 8, 6, 5, 5, 5, 4, 3, 1];
/// An inquiry on a day off is that much rarer.
const ON_A_DAY_OFF: f64 = 0.15;
/// How often someone works outside the office's hours.
const AFTER_HOURS: f64 = 0.04;
/// Working hours until a lost deal comes back.
const COMES_BACK_AFTER: f64 = 90.0;

/// The deals of all `customers`, by the moment of their inquiry, as they stand at `as_of`.
pub fn deals(
    team: &Team,
    customers: Vec<Customer>,
    begin: NaiveDate,
    as_of: NaiveDateTime,
    chance: &mut Chance,
) -> Vec<Deal> {
    let mut inquiries: Vec<_> = customers.iter().map(|_| inquiry(team, begin, as_of, chance)).collect();
    inquiries.sort_unstable();
    let numbered = customers.into_iter().zip(inquiries).zip(1..);
    numbered
        .map(|((customer, inquiry), number)| {
            let seller = chance.weighted(team.sellers, |seller| seller.weight);
            let channel = chance.weighted(team.channels, |channel| channel.weight);
            let way = way(team, seller, channel, inquiry, as_of, chance);
            Deal {
                number,
                customer,
                owner: Some(seller.name),
                source: channel.source,
                campaign: channel.campaign,
                value: Some(round_as_people_do(chance.around(channel.value))),
                currency: team.currency,
                way,
            }
        })
        .collect()
}

fn inquiry(team: &Team, begin: NaiveDate, as_of: NaiveDateTime, chance: &mut Chance) -> NaiveDateTime {
    let days = (as_of.date() - begin).num_days() + 1;
    let hours: Vec<usize> = (0..BY_HOUR.len()).collect();
    loop {
        let day = begin + TimeDelta::days(chance.below(days as usize) as i64);
        let hour = *chance.weighted(&hours, |hour| f64::from(BY_HOUR[*hour]));
        let moment = day.and_time(chrono::NaiveTime::MIN)
            + TimeDelta::hours(hour as i64)
            + TimeDelta::minutes(chance.below(60) as i64);
        if moment <= as_of && (team.office.is_open(day) || chance.happens(ON_A_DAY_OFF)) {
            return moment;
        }
    }
}

fn way(
    team: &Team,
    seller: &Seller,
    channel: &Channel,
    inquiry: NaiveDateTime,
    as_of: NaiveDateTime,
    chance: &mut Chance,
) -> Vec<(Step, NaiveDateTime)> {
    let mut way = vec![(Step::New, inquiry)];
    let (mut step, mut since) = way[0];
    while let Some((next, median)) = fate(team, seller, channel, step, chance) {
        let office = if chance.happens(AFTER_HOURS) { &EAGER } else { &team.office };
        let moment = office.after(since, chance.around(median));
        if moment > as_of {
            break;
        }
        (step, since) = (next, moment);
        way.push((step, since));
    }
    way
}

/// Where a deal goes from here and the median of the working hours it takes; none when it stays for good.
fn fate(team: &Team, seller: &Seller, channel: &Channel, step: Step, chance: &mut Chance) -> Option<(Step, f64)> {
    let Some(habit) = team.habit(step) else {
        let returns = step == Step::Lost && chance.happens(team.reopened);
        return returns.then_some((Step::Qualification, COMES_BACK_AFTER));
    };
    let mut ahead = step.next();
    if team.habit(ahead).is_some_and(|habit| chance.happens(habit.skipped)) {
        ahead = ahead.next();
    }
    // Persuasion begins with the first conversation.
    let pull = if step < Step::Contact { 1.0 } else { seller.skill * channel.appeal };
    let pace = if ahead == Step::Contact { seller.calls_after } else { habit.on.1 };
    let fates = [
        (Some((ahead, pace)), habit.on.0 * pull),
        (Some((Step::Lost, habit.lost.1)), habit.lost.0),
        (Some((step_before(step), habit.back.1)), habit.back.0),
        (Some((Step::Deferred, habit.deferred.1)), habit.deferred.0),
        (None, habit.forgotten),
    ];
    chance.weighted(&fates, |(_, weight)| *weight).0
}

fn step_before(step: Step) -> Step {
    Step::LADDER.into_iter().rev().find(|rung| *rung < step).unwrap_or(Step::New)
}

/// Quoted amounts are round: to hundreds, from 20,000 on to five hundreds.
fn round_as_people_do(amount: f64) -> u32 {
    let unit = if amount < 20_000.0 { 100.0 } else { 500.0 };
    ((amount / unit).round().max(1.0) * unit) as u32
}
