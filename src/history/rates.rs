//! Amounts in the currencies of the sheets in, amounts in the template's currency out where it has a rate for them. Others
//! stay as they are, and apart.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::{Currency, Money};
use crate::template::Template;

use super::Found;

/// Converts the values of deals and what their campaigns cost, and says at which rates the values.
pub(super) fn convert(found: &mut [Found], template: &Template) -> Option<Diagnostic> {
    let target = template.currency?;
    let converted = |money| converted(money, template);
    let mut used: BTreeMap<Currency, usize> = BTreeMap::new();
    for deal in found.iter_mut().map(|found| &mut found.deal) {
        let of_history = deal.history.iter_mut().filter_map(|entry| entry.value.as_mut());
        for value in of_history.chain(deal.stands.iter_mut().filter_map(|stand| stand.value.as_mut())) {
            *value = converted(*value).unwrap_or(*value);
        }
        if let Some(written) = deal.value
            && let Some(value) = converted(written)
        {
            deal.value = Some(value);
            deal.value_written = Some(written);
            *used.entry(written.currency).or_default() += 1;
        }
        deal.campaign_cost = deal.campaign_cost.map(|cost| in_target(cost, template));
    }
    let rate = |currency: &Currency| template.rates.get(currency).map_or_else(String::new, Decimal::to_string);
    let listed: Vec<String> =
        used.iter().map(|(currency, deals)| format!("1 {currency} = {} {target} ({deals})", rate(currency))).collect();
    (!listed.is_empty()).then(|| {
        Diagnostic::new(Code::RatesUsed)
            .with("currencies", listed.join(", "))
            .with("count", used.values().sum::<usize>())
    })
}

/// The amount in the template's currency, where it has a rate for it.
pub(super) fn in_target(money: Money, template: &Template) -> Money {
    converted(money, template).unwrap_or(money)
}

fn converted(money: Money, template: &Template) -> Option<Money> {
    let target = template.currency?;
    let rate = template.rates.get(&money.currency).filter(|_| money.currency != target)?;
    let amount = money.amount.checked_mul(*rate)?.round_dp(2);
    Some(Money { amount, currency: target })
}

/// A remark on each sheet whose deals are in several currencies after all.
pub(super) fn several(found: &[Found]) -> Vec<Diagnostic> {
    let mut currencies: BTreeMap<Locus, BTreeSet<Currency>> = BTreeMap::new();
    for deal in found.iter().map(|found| &found.deal) {
        if let Some(value) = deal.value.filter(|value| value.currency.is_stated()) {
            let sheet = Locus::sheet(&deal.at.file, deal.at.sheet.as_ref());
            currencies.entry(sheet).or_default().insert(value.currency);
        }
    }
    let several = currencies.into_iter().filter(|(_, currencies)| currencies.len() > 1);
    let remark = |(sheet, currencies): (Locus, BTreeSet<Currency>)| {
        let codes: Vec<&str> = currencies.iter().map(Currency::code).collect();
        Diagnostic::new(Code::SeveralCurrencies).at(sheet).with("currencies", codes.join(", "))
    };
    several.map(remark).collect()
}
