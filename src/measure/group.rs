//! Sellers, sources, campaigns: the same counts, sums and promises for each of them. Every deal belongs to
//! exactly one group, so groups add up to the totals. Promises are on hours of working days, which is fair to
//! those who get their inquiries on Fridays.

use super::names::Names;
use super::stats::proportion::{share, wilson};
use super::way::Way;
use super::{AgeStatus, Finding, Group, PromiseResult, Stalled, Verdict, Verdicts};
use crate::model::DealState;

/// Everything that a group sums up, deal by deal.
pub(super) struct Groups<'a> {
    ways: &'a [Way<'a>],
    stalled: Vec<bool>,
    findings: Vec<usize>,
    first_contact: Option<Vec<Option<Verdict>>>,
    follow_up: Option<Vec<Option<Verdict>>>,
}

impl<'a> Groups<'a> {
    pub(super) fn new(
        ways: &'a [Way<'a>],
        stalled: &Stalled,
        findings: &[Finding],
        first_contact: Option<&PromiseResult>,
        follow_up: Option<&PromiseResult>,
    ) -> Self {
        let mut is_stalled = vec![false; ways.len()];
        for ageing in &stalled.deals {
            is_stalled[ageing.deal] = ageing.status == AgeStatus::Stalled;
        }
        let mut found = vec![0; ways.len()];
        for finding in findings {
            found[finding.deal] += 1;
        }
        Self {
            ways,
            stalled: is_stalled,
            findings: found,
            first_contact: first_contact.map(|result| mature_verdicts(result, ways.len())),
            follow_up: follow_up.map(|result| mature_verdicts(result, ways.len())),
        }
    }

    /// The groups of these names: those with most deals first, deals without one last.
    pub(super) fn by(&self, names: &Names<'_>) -> Vec<Group> {
        let mut members: Vec<Vec<&Way<'_>>> = vec![Vec::new(); names.all.len()];
        for way in self.ways {
            members[names.place(way.index)].push(way);
        }
        let any = names.all.iter().zip(&members).filter(|(_, members)| !members.is_empty());
        let mut groups: Vec<Group> = any.map(|(name, members)| self.group(*name, members)).collect();
        groups.sort_by_key(|group| (group.name.is_none(), std::cmp::Reverse(group.deals)));
        groups
    }

    /// The same, but no groups at all when no deal has a name.
    pub(super) fn by_if_any(&self, names: &Names<'_>) -> Vec<Group> {
        if names.any() { self.by(names) } else { Vec::new() }
    }

    fn group(&self, name: Option<&str>, members: &[&Way<'_>]) -> Group {
        let of = |state| members.iter().filter(move |way| way.state == state);
        let stalled = || members.iter().filter(|way| self.stalled[way.index]);
        let (won, lost) = (of(DealState::Won).count(), of(DealState::Lost).count());
        Group {
            name: name.map(str::to_owned),
            deals: members.len(),
            open: of(DealState::Open).count(),
            deferred: of(DealState::Deferred).count(),
            won,
            lost,
            won_value: of(DealState::Won).filter_map(|way| way.value()).collect(),
            open_value: of(DealState::Open).filter_map(|way| way.value()).collect(),
            win_rate: share(won, won + lost),
            win_rate_ci: wilson(won, won + lost),
            first_contact: self.first_contact.as_deref().map(|verdicts| tally(verdicts, members)),
            follow_up: self.follow_up.as_deref().map(|verdicts| tally(verdicts, members)),
            stalled: stalled().count(),
            stalled_value: stalled().filter_map(|way| way.value()).collect(),
            findings: members.iter().map(|way| self.findings[way.index]).sum(),
        }
    }
}

/// The verdict on each deal of the book; none where the promise does not apply or its limit may not have
/// passed.
fn mature_verdicts(promise: &PromiseResult, deals: usize) -> Vec<Option<Verdict>> {
    let mut verdicts = vec![None; deals];
    for record in promise.records.iter().filter(|record| record.workdays.mature) {
        verdicts[record.deal] = Some(record.workdays.verdict);
    }
    verdicts
}

fn tally(verdicts: &[Option<Verdict>], members: &[&Way<'_>]) -> Verdicts {
    let mut tally = Verdicts::default();
    for verdict in members.iter().filter_map(|way| verdicts[way.index]) {
        tally.count(verdict);
    }
    tally
}
