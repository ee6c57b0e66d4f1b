//! The look of the workbook: one palette, one font, one format for each kind of figure.
//!
//! Blue is for counts, orange warns, green is won money alone, red a broken promise alone.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::i18n::{Language, format};
use crate::model::Currency;

pub(super) const INK: u32 = 0x1F_2937;
pub(super) const GREY: u32 = 0x6B_7280;
pub(super) const LINE: u32 = 0xD9_DEE5;
pub(super) const MIST: u32 = 0xF3_F6_FA;
pub(super) const NAVY: u32 = 0x1F_3A5F;
pub(super) const WHITE: u32 = 0xFF_FFFF;
/// Bars behind figures.
pub(super) const BAR: u32 = 0xC9_DCEF;
pub(super) const ORANGE: u32 = 0xB4_5309;
pub(super) const PEACH: u32 = 0xFD_F0E1;
pub(super) const RED: u32 = 0xB4_2318;
pub(super) const GREEN: u32 = 0x1F_7A5A;

/// Dark to light, for the rungs of the funnel.
pub(super) const BLUES: [u32; 5] = [0x1F_3A5F, 0x26_507F, 0x2F_6BA3, 0x4A_86BF, 0x74_A6D2];

const FONT: &str = "Calibri";

/// Every format that a sheet writes its cells with.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) heading: Format,
    pub(super) body: Format,
    pub(super) term: Format,
    pub(super) muted: Format,
    pub(super) warning: Format,
    pub(super) link: Format,
    pub(super) head: Format,
    pub(super) head_right: Format,
    pub(super) text: Format,
    /// A text of one line, which a cell beside it may hide.
    pub(super) single: Format,
    pub(super) strong: Format,
    pub(super) deal: Format,
    pub(super) tick: Format,
    pub(super) count: Format,
    pub(super) rough: Format,
    pub(super) change: Format,
    pub(super) tenth: Format,
    pub(super) late: Format,
    pub(super) share: Format,
    pub(super) share_left: Format,
    pub(super) amount: Format,
    pub(super) day: Format,
    pub(super) moment: Format,
    pub(super) right: Format,
    pub(super) total: Format,
    pub(super) total_text: Format,
    pub(super) good: Format,
    pub(super) quiet: Format,
    pub(super) month: Format,
    pub(super) broken: Format,
    pub(super) warned: Format,
    money: BTreeMap<Currency, Format>,
}

impl Style {
    /// The formats for a language and the currencies that occur.
    pub(super) fn new(language: Language, currencies: impl Iterator<Item = Currency>) -> Self {
        let plain = plain();
        let cell = plain
            .clone()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE);
        let text = cell.clone().set_text_wrap().set_align(FormatAlign::Left).set_indent(1);
        let single = cell.clone().set_align(FormatAlign::Left).set_indent(1);
        let head = plain
            .clone()
            .set_bold()
            .set_font_color(WHITE)
            .set_background_color(NAVY)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let (moment, month) = match language {
            Language::Pl => ("dd.mm.yyyy hh:mm", "mm.yyyy"),
            Language::En => ("[$-409]d mmm yyyy hh:mm", "[$-409]mmm yyyy"),
        };
        let number = |pattern: &str| cell.clone().set_num_format(pattern).set_align(FormatAlign::Right).set_indent(1);
        Self {
            title: plain.clone().set_bold().set_font_size(18).set_font_color(NAVY),
            subtitle: plain.clone().set_font_color(GREY),
            heading: plain.clone().set_bold().set_font_size(12).set_font_color(NAVY),
            body: plain.clone().set_text_wrap().set_align(FormatAlign::Top),
            term: plain.clone().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            muted: plain.clone().set_text_wrap().set_align(FormatAlign::Top).set_font_color(GREY).set_font_size(9),
            warning: plain
                .clone()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(ORANGE)
                .set_background_color(PEACH)
                .set_indent(1),
            link: plain.set_font_color(BLUES[2]).set_align(FormatAlign::VerticalCenter),
            head_right: head.clone().set_align(FormatAlign::Right).set_indent(1),
            head: head.set_align(FormatAlign::Left).set_indent(1),
            strong: text.clone().set_bold(),
            deal: text.clone().set_font_color(BLUES[2]),
            // An old Excel shows a tick box as a truth value; LibreOffice shows it by this pattern.
            tick: cell.clone().set_num_format("\"☑\";\"☑\";\"☐\"").set_align(FormatAlign::Center),
            count: number("#,##0"),
            rough: number("#,##0").set_font_color(ORANGE),
            change: number("+#,##0;-#,##0;0"),
            tenth: number("#,##0.0"),
            late: number("#,##0.0").set_font_color(RED),
            share: number(share_pattern(language)),
            share_left: number(exact_share_pattern(language)).set_align(FormatAlign::Left),
            amount: number("#,##0.##"),
            day: number(day_pattern(language)),
            moment: number(moment),
            total_text: text.clone().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(NAVY),
            total: number("#,##0").set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(NAVY),
            right: cell.clone().set_align(FormatAlign::Right).set_indent(1),
            good: text.clone().set_font_color(GREEN),
            quiet: text.clone().set_font_color(GREY),
            month: text.clone().set_num_format(month).set_bold(),
            broken: text.clone().set_font_color(RED),
            warned: text.clone().set_font_color(ORANGE),
            text,
            single,
            money: currencies.map(|currency| (currency, number(&money_pattern(currency, language, "#,##0")))).collect(),
        }
    }

    /// Amounts of a currency, with its sign.
    pub(super) fn money(&self, currency: Currency) -> &Format {
        self.money.get(&currency).unwrap_or(&self.amount)
    }
}

impl Style {
    /// The bold last row of a table, for a sum of money.
    pub(super) fn total_money(&self, currency: Currency) -> Format {
        self.money(currency).clone().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(NAVY)
    }
}

/// The font of all cells.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10).set_font_color(INK)
}

/// A day, as the language writes it.
pub(super) fn day_pattern(language: Language) -> &'static str {
    match language {
        Language::Pl => "dd.mm.yyyy",
        Language::En => "[$-409]d mmm yyyy",
    }
}

/// Percent without decimals, as the language writes it.
pub(super) fn share_pattern(language: Language) -> &'static str {
    match language {
        Language::Pl => "0\u{a0}%",
        Language::En => "0%",
    }
}

/// The same with a decimal, where 335 of 336 must not read as all.
fn exact_share_pattern(language: Language) -> &'static str {
    match language {
        Language::Pl => "0.0\u{a0}%",
        Language::En => "0.0%",
    }
}

/// A number pattern with the currency's sign on its side; signs from [`format::currency_sign`] only.
pub(super) fn money_pattern(currency: Currency, language: Language, digits: &str) -> String {
    match (format::currency_sign(currency, language), language) {
        (None, _) => digits.to_owned(),
        (Some(sign), Language::Pl) => format!("{digits}\"\u{a0}{sign}\""),
        (Some(sign), Language::En) if sign.len() == 3 && sign.is_ascii() => format!("\"{sign}\u{a0}\"{digits}"),
        (Some(sign), Language::En) => format!("\"{sign}\"{digits}"),
    }
}

/// The pattern that shows a sum in three or four digits: `418 tys. zł`. The number keeps all its digits.
pub(super) fn short_money_pattern(amount: f64, currency: Currency, language: Language) -> String {
    let (digits, word) = match (amount.abs(), language) {
        (size, Language::Pl) if size >= 999_500.0 => ("0.0,,", "\"\u{a0}mln\""),
        (size, Language::Pl) if size >= 10_000.0 => ("#,##0,", "\"\u{a0}tys.\""),
        (size, Language::En) if size >= 999_500.0 => ("0.0,,", "\"M\""),
        (size, Language::En) if size >= 10_000.0 => ("#,##0,", "\"k\""),
        _ => ("#,##0", ""),
    };
    money_pattern(currency, language, &format!("{digits}{word}"))
}

/// Lines that a text takes in a cell so many characters wide. Neither merged cells nor LibreOffice make a row tall
/// enough by themselves.
pub(super) fn lines(text: &str, characters: f64) -> u32 {
    text.split('\n').map(|line| wrapped(line, characters)).sum()
}

fn wrapped(line: &str, characters: f64) -> u32 {
    let (mut lines, mut filled) = (1, 0.0);
    for word in line.split(' ') {
        let length = word.chars().count() as f64;
        if filled > 0.0 && filled + 1.0 + length > characters {
            lines += 1;
            filled = 0.0;
        }
        // A word longer than the cell is broken.
        lines += (length / characters).ceil().max(1.0) as u32 - 1;
        filled += length % characters.max(1.0) + f64::from(filled > 0.0);
    }
    lines
}

/// The height in points of a row with so many lines of body text.
pub(super) fn height(lines: u32) -> f64 {
    3.0 + 13.0 * f64::from(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        for (text, width, expected) in
            [("", 10.0, 1), ("ala ma kota", 11.0, 1), ("ala ma kota", 8.0, 2), ("a\nb", 9.0, 2)]
        {
            assert_eq!(lines(text, width), expected, "{text}");
        }
        assert_eq!(lines(&"x".repeat(25), 10.0), 3);
    }
}
