//! Sellers, sources or campaigns compared with chance taken into account: each is lent average deals, so that 1 of 1
//! is not 100 %, and a word says whether the difference is more than chance.

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{Measured, Pooled, PooledGroup, RateVerdict};

use super::funnel::interval;
use super::page::{Cell, Page};
use super::plan::Plan;

/// Deals below which nobody is compared.
const MIN_COUNTED: usize = 10;

/// Rows at most.
const MOST_GROUPS: usize = 200;

type Done = Result<(), XlsxError>;

/// The block of one kind of group; `name` heads its first column. Where nothing can be compared, why.
pub(super) fn block(page: &mut Page<'_>, measured: &Measured<Pooled>, name: &str) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("pooled-title"))?;
    let pooled = match measured {
        Measured::Known(pooled) => pooled,
        Measured::Unknown(why) => return page.unmeasured("pooled-unknown", *why),
    };
    page.sentence(&verdict(plan, pooled))?;
    if counted(pooled) < MIN_COUNTED {
        page.next += 1;
        return Ok(());
    }
    if pooled.order_changes {
        page.sentence(&plan.word("pooled-order-changes"))?;
    }
    if pooled.groups.len() > MOST_GROUPS {
        page.remark(
            &plan.language.say("pooled-cut", &[("shown", MOST_GROUPS.into()), ("count", pooled.groups.len().into())]),
        )?;
    }
    page.next += 1;
    let mut heads = vec![plan.words(name), plan.figures("pooled-n")];
    heads.push(plan.figures_of("pooled-won", &[("count", pooled.days.into())]));
    heads.extend(
        ["raw", "raw-interval", "rate", "range", "above", "expected"].map(|key| plan.figures(&format!("pooled-{key}"))),
    );
    if pooled.order_changes {
        heads.push(plan.figures("pooled-adjusted"));
    }
    heads.push(plan.words("pooled-verdict"));
    let rows = pooled.groups.iter().take(MOST_GROUPS).map(|group| row(plan, group, pooled.order_changes));
    page.grid(&heads, rows.collect())
}

/// Deals old enough that belong to a group.
fn counted(pooled: &Pooled) -> usize {
    pooled.groups.iter().map(|group| group.n).sum()
}

/// The rate of all, how much each is lent, and how many stand out.
fn verdict(plan: &Plan<'_>, pooled: &Pooled) -> String {
    let language = plan.language;
    let apart = |verdict: RateVerdict| pooled.groups.iter().filter(|group| group.verdict == verdict).count();
    let words = [
        ("count", Word::from(counted(pooled))),
        ("won", pooled.groups.iter().map(|group| group.won).sum::<usize>().into()),
        ("days", pooled.days.into()),
        ("share", format::percent(pooled.team_rate, 1, language).into()),
        ("lent", format::decimal(pooled.prior_weight, 0, language).into()),
    ];
    if counted(pooled) < MIN_COUNTED {
        return language.say("pooled-too-few", &words);
    }
    let all = language.say("pooled-sentence", &words);
    let (above, below) = (apart(RateVerdict::Above), apart(RateVerdict::Below));
    let told = if apart(RateVerdict::TooFew) == pooled.groups.len() {
        language.text("pooled-all-too-few")
    } else if above + below == 0 {
        language.text("pooled-all-within-chance")
    } else {
        language.say("pooled-apart", &[("above", above.into()), ("below", below.into())])
    };
    format!("{all} {told}")
}

fn row(plan: &Plan<'_>, group: &PooledGroup, adjusted: bool) -> Vec<Cell> {
    let ranked = group.verdict != RateVerdict::TooFew;
    let mut row = vec![
        Cell::Strong(group.name.clone()),
        Cell::Count(group.n),
        Cell::Count(group.won),
        group.raw.map_or(Cell::Blank, |rate| Cell::Live("C{row}/B{row}".to_owned(), rate, super::page::Look::Share)),
        interval(group.raw_ci, plan),
        Cell::Share(group.pooled),
        interval(Some(group.pooled_80), plan),
        if ranked { Cell::Share(group.above_team) } else { Cell::Right("–".to_owned()) },
        Cell::Tenth(group.expected),
    ];
    if adjusted {
        row.push(if ranked { Cell::Share(group.adjusted) } else { Cell::Right("–".to_owned()) });
    }
    row.push(match group.verdict {
        RateVerdict::Above => Cell::Good(plan.word("verdict-above")),
        RateVerdict::Below => Cell::Warned(plan.word("verdict-below")),
        RateVerdict::WithinChance => Cell::Text(plan.word("verdict-within-chance")),
        RateVerdict::TooFew => Cell::Muted(plan.word("verdict-too-few")),
    });
    row
}
