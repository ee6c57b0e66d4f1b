//! What is to be sold, as a template or the command line writes it: `"500000/quarter"`.

use rust_decimal::Decimal;

/// An amount to be won in a month, quarter or year of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// How much, in the currency of the report.
    pub amount: Decimal,
    /// In which time.
    pub span: TargetSpan,
}

/// The time in which a target is to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetSpan {
    /// The calendar month.
    Month,
    /// The calendar quarter.
    Quarter,
    /// The calendar year.
    Year,
}

impl TargetSpan {
    /// Every span.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// Stable name for templates, `--target` and report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// How many months it lasts.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

impl Target {
    /// The target of `500000`, which is one of a quarter, `150 000/month` or `2000000/year`; none for anything else, and
    /// for nothing.
    pub fn parse(text: &str) -> Option<Self> {
        let (amount, span) = match text.split_once('/') {
            Some((amount, span)) => (amount, TargetSpan::ALL.into_iter().find(|known| known.name() == span.trim())?),
            None => (text, TargetSpan::Quarter),
        };
        let digits: String = amount.chars().filter(|letter| !letter.is_whitespace() && *letter != '_').collect();
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let amount: Decimal = digits.parse().ok().filter(|_| is_plain)?;
        (amount > Decimal::ZERO).then_some(Self { amount, span })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(i64, TargetSpan)>) {
        let expected = expected.map(|(amount, span)| Target { amount: amount.into(), span });
        assert_eq!(Target::parse(text), expected, "{text}");
    }

    #[test]
    fn targets_are_an_amount_and_a_span() {
        check("500000", Some((500_000, TargetSpan::Quarter)));
        check("150 000/month", Some((150_000, TargetSpan::Month)));
        check("2_000_000 / year", Some((2_000_000, TargetSpan::Year)));
        for refused in ["", "0", "-5", "5e3", "500000/week", "500,5", "many", "/month"] {
            check(refused, None);
        }
    }
}
