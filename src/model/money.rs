//! Amounts with their currency. Currencies are never added together.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

/// An ISO 4217 code, or the word that the sheet does not name one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The sheet names no currency.
    pub const UNSTATED: Self = Self(*b"---");
    /// Polish złoty.
    pub const PLN: Self = Self(*b"PLN");
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");
    /// US dollar.
    pub const USD: Self = Self(*b"USD");
    /// Pound sterling.
    pub const GBP: Self = Self(*b"GBP");

    /// The currency of a three-letter code in any case.
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Self(bytes.map(|byte| byte.to_ascii_uppercase())))
    }

    /// The three letters, or `unstated`.
    pub fn code(&self) -> &str {
        if *self == Self::UNSTATED { "unstated" } else { std::str::from_utf8(&self.0).unwrap_or("unstated") }
    }

    /// Whether the sheet names it.
    pub fn is_stated(self) -> bool {
        self != Self::UNSTATED
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// How much, in the currency's main unit.
    pub amount: Decimal,
    /// Of what.
    pub currency: Currency,
}

/// Sums by currency; currencies without any amount are absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Purse(BTreeMap<Currency, Decimal>);

impl Purse {
    /// Adds an amount to its currency's sum.
    pub fn add(&mut self, money: Money) {
        *self.0.entry(money.currency).or_default() += money.amount;
    }

    /// Sums in the order of the currencies' codes.
    pub fn sums(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().map(|(currency, amount)| Money { amount: *amount, currency: *currency })
    }

    /// The sum in one currency; zero when nothing was added.
    pub fn of(&self, currency: Currency) -> Decimal {
        self.0.get(&currency).copied().unwrap_or_default()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sum when there is one currency; none for none and for several.
    pub fn only(&self) -> Option<Money> {
        let mut sums = self.sums();
        sums.next().filter(|_| sums.next().is_none())
    }

    /// The sum when there is at most one currency: zero for none; none for several.
    pub fn single(&self) -> Option<Decimal> {
        match self.0.len() {
            0 => Some(Decimal::ZERO),
            1 => self.0.values().next().copied(),
            _ => None,
        }
    }
}

impl Extend<Money> for Purse {
    fn extend<T: IntoIterator<Item = Money>>(&mut self, iter: T) {
        for money in iter {
            self.add(money);
        }
    }
}

impl FromIterator<Money> for Purse {
    fn from_iter<T: IntoIterator<Item = Money>>(iter: T) -> Self {
        let mut purse = Self::default();
        purse.extend(iter);
        purse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_never_added_together() {
        let money = |amount: i64, currency| Money { amount: amount.into(), currency };
        let purse: Purse =
            [money(2, Currency::PLN), money(3, Currency::EUR), money(5, Currency::PLN)].into_iter().collect();
        assert_eq!(purse.of(Currency::PLN), 7.into());
        assert_eq!(purse.of(Currency::EUR), 3.into());
        assert_eq!(purse.single(), None);
    }

    #[test]
    fn codes_are_three_letters() {
        assert_eq!(Currency::from_code("pln"), Some(Currency::PLN));
        assert_eq!(Currency::from_code("zł"), None);
        assert_eq!(Currency::UNSTATED.code(), "unstated");
    }
}
