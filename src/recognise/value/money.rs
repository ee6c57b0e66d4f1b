//! Cells of an amount column in, decimals and currencies out.
//!
//! Whether `,` or `.` parts the decimals is decided once for the whole column.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::text::is_placeholder;
use crate::model::Currency;
use crate::read::Cell;
use crate::recognise::fold::fold;

/// The sign before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) enum DecimalSign {
    /// `12 500,00`
    Comma,
    /// `12,500.00`
    Point,
}

/// What the texts of a column say about the decimal sign.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::recognise) struct SignEvidence {
    comma: usize,
    point: usize,
}

impl SignEvidence {
    /// Takes in one more cell.
    pub(in crate::recognise) fn add(&mut self, cell: &Cell) {
        let Cell::Text(text) = cell else { return };
        match Written::scan(text).and_then(|written| written.proves()) {
            Some(DecimalSign::Comma) => self.comma += 1,
            Some(DecimalSign::Point) => self.point += 1,
            None => {}
        }
    }

    /// The sign that the cells prove; none when they prove nothing, or both.
    pub(in crate::recognise) fn proved(&self) -> Option<DecimalSign> {
        match self.comma.cmp(&self.point) {
            std::cmp::Ordering::Greater => Some(DecimalSign::Comma),
            std::cmp::Ordering::Less => Some(DecimalSign::Point),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// What a cell of an amount column says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::recognise) enum Reading {
    /// Nothing.
    Blank,
    /// An amount, and its currency when the cell names one.
    Amount(Decimal, Option<Currency>),
    /// Two amounts, from and to.
    Range,
    /// Something, but no amount.
    Unreadable,
}

/// How a column writes its amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) struct Style {
    /// The decimal sign that the column proves.
    pub(in crate::recognise) sign: Option<DecimalSign>,
    /// What a bare number counts: 1, or 1000 under `Wartość [tys. zł]`.
    pub(in crate::recognise) unit: i64,
}

impl Style {
    /// Amounts as they stand, with nothing known of the others.
    pub(in crate::recognise) const PLAIN: Self = Self { sign: None, unit: 1 };
}

/// Reads a cell. Without proof a single sign before exactly three digits parts thousands: amounts with three
/// decimals are rare.
pub(in crate::recognise) fn read(cell: &Cell, style: Style) -> Reading {
    let in_units = |amount: Decimal| amount.checked_mul(style.unit.into()).map(tidy);
    let amount = match cell {
        Cell::Error(_) | Cell::Unevaluated => return Reading::Blank,
        Cell::Number { value, .. } => Decimal::from_f64(*value).and_then(in_units).map(|amount| (amount, None)),
        Cell::Text(text) if is_placeholder(text) => return Reading::Blank,
        Cell::Text(text) if is_range(text) => return Reading::Range,
        Cell::Text(text) => {
            // `12 tys.` says thousands itself, whatever the header says.
            Written::scan(text).and_then(|written| {
                let amount = written.amount(style.sign)?;
                let amount = if written.multiplier == 1 { in_units(amount)? } else { tidy(amount) };
                Some((amount, written.currency))
            })
        }
        Cell::Date(_) | Cell::Time(_) | Cell::Bool(_) => None,
    };
    amount.map_or(Reading::Unreadable, |(amount, currency)| Reading::Amount(amount, currency))
}

/// Whether a text reads as an amount, or as two.
pub(in crate::recognise) fn looks_like_amount(text: &str) -> bool {
    Written::scan(text).is_some() || is_range(text)
}

/// `10-15 tys.`, `od 10 000 do 12 000 zł`: an amount on either side.
fn is_range(text: &str) -> bool {
    let text = text.trim().trim_start_matches("od ").trim_start_matches("from ");
    let halves = ["-", "–", "—", " do ", " to ", " bis "].iter().find_map(|between| text.split_once(between));
    halves.is_some_and(|(from, to)| Written::scan(from).is_some() && Written::scan(to).is_some())
}

/// The currency that a word or sign stands for.
pub(in crate::recognise) fn currency_of(word: &str) -> Option<Currency> {
    let word = word.trim();
    let code = CURRENCIES.iter().find(|(_, words)| words.iter().any(|known| known.eq_ignore_ascii_case(word)));
    code.and_then(|(code, _)| Currency::from_code(code))
}

/// The currency that a header names (`Wartość (PLN)`, `Deal Value, $`, `amount_usd`).
pub(in crate::recognise) fn currency_in(header: &str) -> Option<Currency> {
    let signs = header.chars().filter(|letter| !letter.is_alphanumeric()).map(|sign| sign.to_string());
    let words = header.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned);
    words.chain(signs).find_map(|word| currency_of(&word))
}

/// What a bare number counts under a header: 1000 under `Wartość [tys. zł]`, `Value (k€)` or `Wert in T€`.
pub(in crate::recognise) fn unit_in(header: &str) -> i64 {
    let words = header.split(|letter: char| letter.is_whitespace() || "()[],.:/".contains(letter));
    // Folding would lose the sign of `k€`.
    let unit = |word: String| HEADER_UNITS.iter().find(|(known, _)| known.contains(&word.as_str()));
    words.flat_map(|word| [word.to_lowercase(), fold(word)]).find_map(unit).map_or(1, |(_, times)| *times)
}

/// Words of headers for thousands and millions, folded; single letters stand before a currency alone.
const HEADER_UNITS: &[(&[&str], i64)] = &[
    (&["tys", "tysiace", "tysiacach", "thousand", "thousands", "tausend", "tsd"], 1_000),
    (&["k€", "k$", "k£", "keur", "kusd", "kgbp", "kpln", "kzl", "t€", "teur", "tpln", "tchf"], 1_000),
    (&["mln", "mio", "million", "millions", "milionach", "m€", "m$", "meur", "mpln"], 1_000_000),
];

/// Codes, and the words and signs that stand for them.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("PLN", &["PLN", "zł", "zl", "złotych", "zlotych"]),
    ("EUR", &["EUR", "€", "euro"]),
    ("USD", &["USD", "$", "US$", "usd$"]),
    ("GBP", &["GBP", "£"]),
    ("CHF", &["CHF", "SFr"]),
    ("CZK", &["CZK", "Kč", "Kc"]),
    ("SEK", &["SEK"]),
    ("NOK", &["NOK"]),
    ("DKK", &["DKK"]),
    ("HUF", &["HUF", "Ft"]),
    ("UAH", &["UAH", "₴"]),
    ("RON", &["RON"]),
    ("BGN", &["BGN"]),
    ("CAD", &["CAD", "C$"]),
    ("AUD", &["AUD", "A$"]),
    ("JPY", &["JPY", "¥"]),
    ("INR", &["INR", "₹"]),
    ("BRL", &["BRL", "R$"]),
    ("CNY", &["CNY"]),
    ("TRY", &["TRY", "₺"]),
    ("ILS", &["ILS", "₪"]),
    ("MXN", &["MXN"]),
    ("SGD", &["SGD"]),
    ("HKD", &["HKD"]),
    ("NZD", &["NZD"]),
    ("ZAR", &["ZAR"]),
    ("AED", &["AED"]),
];

/// Words for thousands, millions and milliards, folded.
const MULTIPLIERS: &[(&str, i64)] = &[
    ("tys", 1_000),
    ("tysiac", 1_000),
    ("tysiecy", 1_000),
    ("tysiace", 1_000),
    ("k", 1_000),
    ("milion", 1_000_000),
    ("miliony", 1_000_000),
    ("milionow", 1_000_000),
    ("million", 1_000_000),
    ("mio", 1_000_000),
    ("m", 1_000_000),
    ("tsd", 1_000),
    ("mln", 1_000_000),
    ("mld", 1_000_000_000),
    ("bn", 1_000_000_000),
];

/// Words that stand beside an amount and do not change it, folded. Net and gross are not converted.
const FILLERS: &[&str] = &[
    "ok",
    "okolo",
    "ca",
    "circa",
    "approx",
    "approximately",
    "about",
    "est",
    "szac",
    "netto",
    "brutto",
    "net",
    "gross",
    "vat",
    "mwst",
    "plus",
    "kwota",
    "zzgl",
    "n",
    "b",
];

/// An amount as a text has it: digits and signs without blanks, and the words around them.
#[derive(Debug, Clone, PartialEq)]
struct Written {
    digits: String,
    negative: bool,
    multiplier: i64,
    currency: Option<Currency>,
}

impl Written {
    fn scan(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 48 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let first = text.find(|letter: char| letter.is_ascii_digit())?;
        let last = text.rfind(|letter: char| letter.is_ascii_digit())?;
        let (before, middle, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
        let mut written =
            Self { digits: String::with_capacity(middle.len()), negative: false, multiplier: 1, currency: None };
        // Blanks and apostrophes part groups of three: `12 50` is no twelve hundred and fifty.
        let mut since_blank = None;
        for sign in middle.chars() {
            match sign {
                '0'..='9' => {
                    written.digits.push(sign);
                    since_blank = since_blank.map(|digits: u32| digits + 1);
                }
                ',' | '.' => {
                    since_blank.take().is_none_or(|digits| digits == 3).then_some(())?;
                    written.digits.push(sign);
                }
                blank if blank.is_whitespace() || matches!(blank, '\'' | '’') => {
                    since_blank.replace(0).is_none_or(|digits| digits == 3).then_some(())?;
                }
                _ => return None,
            }
        }
        since_blank.is_none_or(|digits| digits == 3).then_some(())?;
        written.words_before(before)?;
        written.words_after(after)?;
        Some(written)
    }

    fn words_before(&mut self, text: &str) -> Option<()> {
        self.negative = text.contains(['-', '−', '–']) || text.trim_start().starts_with('(');
        for word in words(text) {
            self.beside(word)?;
        }
        Some(())
    }

    fn words_after(&mut self, text: &str) -> Option<()> {
        for word in words(text) {
            let folded = fold(word);
            match MULTIPLIERS.iter().find(|(known, _)| *known == folded) {
                Some((_, times)) if self.multiplier == 1 => self.multiplier = *times,
                _ => self.beside(word)?,
            }
        }
        Some(())
    }

    /// A word that is a currency or says nothing; none when it makes the text something else than an amount.
    fn beside(&mut self, word: &str) -> Option<()> {
        if let Some(currency) = currency_of(word) {
            self.currency.get_or_insert(currency);
            return Some(());
        }
        FILLERS.contains(&fold(word).as_str()).then_some(())
    }

    /// The decimal sign, where the text leaves no doubt.
    fn proves(&self) -> Option<DecimalSign> {
        let comma = self.digits.rfind(',');
        let point = self.digits.rfind('.');
        match (comma, point) {
            (Some(comma), Some(point)) if comma > point => Some(DecimalSign::Comma),
            (Some(_), Some(_)) => Some(DecimalSign::Point),
            (Some(at), None) => self.single_is_decimal(',', at).then_some(DecimalSign::Comma),
            (None, Some(at)) => self.single_is_decimal('.', at).then_some(DecimalSign::Point),
            (None, None) => None,
        }
    }

    /// Whether the only kind of sign stands once, and not before a group of three.
    fn single_is_decimal(&self, sign: char, at: usize) -> bool {
        let decimals = self.digits.len() - at - 1;
        self.digits.matches(sign).count() == 1 && (decimals != 3 || self.digits.starts_with('0') || at > 3)
    }

    fn amount(&self, sign: Option<DecimalSign>) -> Option<Decimal> {
        let sign = self.proves().or(sign.filter(|_| self.signs() == 1));
        let (whole, decimals) = match sign {
            Some(DecimalSign::Comma) => self.digits.rsplit_once(',').unwrap_or((&self.digits, "")),
            Some(DecimalSign::Point) => self.digits.rsplit_once('.').unwrap_or((&self.digits, "")),
            None => (self.digits.as_str(), ""),
        };
        // `1,234,56` is a slip of the pen, and nobody knows which. Indian amounts have groups of two: 12,34,567.
        let mut groups = whole.split([',', '.']).skip(1).peekable();
        while let Some(group) = groups.next() {
            let long = group.len() == 3 || group.len() == 2 && groups.peek().is_some() && whole.contains(',');
            long.then_some(())?;
        }
        let plain = format!("{}.{decimals}", whole.replace([',', '.'], ""));
        let amount = plain.parse::<Decimal>().ok()?.checked_mul(self.multiplier.into())?;
        Some(if self.negative { -amount } else { amount })
    }

    fn signs(&self) -> usize {
        self.digits.matches([',', '.']).count()
    }
}

/// Words and currency signs of a text; brackets, dashes and the like part them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || "()-−–+~≈.,:/".contains(letter)).filter(|word| !word.is_empty())
}

/// Four decimals at most: a float's last digits are noise.
fn tidy(amount: Decimal) -> Decimal {
    amount.round_dp(4).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(reading: Reading) -> String {
        match reading {
            Reading::Blank => "blank".into(),
            Reading::Unreadable => "unreadable".into(),
            Reading::Range => "range".into(),
            Reading::Amount(amount, None) => amount.to_string(),
            Reading::Amount(amount, Some(currency)) => format!("{amount} {currency}"),
        }
    }

    #[test]
    fn headers_name_the_unit_of_their_numbers() {
        for (header, unit) in [
            ("Wartość [tys. zł]", 1_000),
            ("Value (k€)", 1_000),
            ("Wert in T€", 1_000),
            ("Wartość w mln zł", 1_000_000),
            ("Wartość (PLN)", 1),
            ("K", 1),
            ("Typ klienta", 1),
        ] {
            assert_eq!(unit_in(header), unit, "{header}");
        }
        let style = Style { sign: None, unit: 1_000 };
        assert_eq!(show(read(&Cell::Text("12,5".into()), style)), "12500");
        assert_eq!(show(read(&Cell::Text("12,5 tys.".into()), style)), "12500", "the cell says it itself");
        assert_eq!(show(read(&Cell::Number { value: 0.5, percent: false }, style)), "500");
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(show(read(&Cell::Text(text.into()), Style::PLAIN)), expect, "{text}");
    }

    #[test]
    fn amounts_as_people_write_them() {
        check("12500", "12500");
        check("12 500,00 zł", "12500 PLN");
        check("16\u{a0}760,00\u{a0}zł", "16760 PLN");
        check("16\u{202f}760,50 PLN", "16760.5 PLN");
        check("12.500,00", "12500");
        check("12,500.00", "12500");
        check("$22,700.00", "22700 USD");
        check("€ 1.234.567", "1234567 EUR");
        check("12'500.50 CHF", "12500.5 CHF");
        check("12,5 tys.", "12500");
        check("12,5 tys. zł", "12500 PLN");
        check("1,2 mln", "1200000");
        check("200k", "200000");
        check("$342.09K", "342090 USD");
        check("ok. 10000", "10000");
        check("ok. 10 000 zł netto", "10000 PLN");
        check("1000 zł + VAT", "1000 PLN");
        check("1000,- zł", "1000 PLN");
        check("-1 234,50", "-1234.5");
        check("(1,234.50)", "-1234.5");
        check("12.500,-", "12500");
        check("12,5 Tsd. €", "12500 EUR");
        check("PLN 12 500", "12500 PLN");
        check("12,34,567", "1234567");
        check("0,125", "0.125");
        check("99.8765432", "99.8765");
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["10-20 tys.", "10 000 – 12 000 zł", "od 10 do 15 tys. zł", "5k-7k"] {
            check(text, "range");
        }
        for text in [
            "12 50",
            "1,234,56",
            "1.23.456",
            "500 zł/mies.",
            "> 10000",
            "min. 5000",
            "1 2 3",
            "2 szt. x 500",
            "ok.",
            "100 osób",
            "2026-03-12",
            "12 %",
            "wg cennika 3",
            "1.2.3,4,5",
        ] {
            check(text, "unreadable");
        }
        for text in ["-", "brak", "do ustalenia"] {
            check(text, "blank");
        }
        let of = |cell: Cell| show(read(&cell, Style::PLAIN));
        assert_eq!(of(Cell::Error("#REF!".into())), "blank");
        assert_eq!(of(Cell::Bool(true)), "unreadable");
    }

    #[test]
    fn floats_lose_their_noise() {
        let of = |value| show(read(&Cell::Number { value, percent: false }, Style::PLAIN));
        assert_eq!(of(0.835_999_999_999_999), "0.836");
        assert_eq!(of(22638.48), "22638.48");
        assert_eq!(of(1e30), "unreadable");
        assert_eq!(of(-12.0), "-12");
    }

    #[track_caller]
    fn check_column(column: &[&str], expect: &[&str]) {
        let cells: Vec<Cell> = column.iter().map(|text| Cell::Text((*text).into())).collect();
        let mut evidence = SignEvidence::default();
        for cell in &cells {
            evidence.add(cell);
        }
        let read: Vec<String> =
            cells.iter().map(|cell| show(read(cell, Style { sign: evidence.proved(), unit: 1 }))).collect();
        assert_eq!(read, expect);
    }

    #[test]
    fn the_decimal_sign_is_decided_for_the_whole_column() {
        check_column(&["12,500", "9,75"], &["12.5", "9.75"]);
        check_column(&["12,500", "1,250.50"], &["12500", "1250.5"]);
        check_column(&["12,500", "7,000"], &["12500", "7000"]);
        check_column(&["12.500", "1.250,50"], &["12500", "1250.5"]);
        check_column(&["79.810", "28.96"], &["79.81", "28.96"]);
        check_column(&["1,234,567", "12.50"], &["1234567", "12.5"]);
    }

    #[test]
    fn headers_name_currencies() {
        for (header, currency) in [
            ("Wartość (PLN)", Some(Currency::PLN)),
            ("Deal Value, $", Some(Currency::USD)),
            ("Expected Order Volume (€)", Some(Currency::EUR)),
            ("amount_usd", Some(Currency::USD)),
            ("Kwota netto zł", Some(Currency::PLN)),
            ("Wartość", None),
        ] {
            assert_eq!(currency_in(header), currency, "{header}");
        }
    }
}
