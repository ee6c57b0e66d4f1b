//! Texts in, texts of a fixed width on the screen out: wide letters take two places, marks over letters none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A screen that every terminal has.
pub(super) const SCREEN: usize = 100;

/// At most so wide, the last letter an ellipsis when some were cut.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 0;
    let kept = text.chars().take_while(|letter| {
        used += letter.width().unwrap_or(0);
        used < width
    });
    kept.chain(['…']).collect()
}

/// Exactly so wide: cut, or blanks behind.
pub(super) fn left(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let blanks = width - text.width();
    text + &" ".repeat(blanks)
}

/// Exactly so wide: cut, or blanks before.
pub(super) fn right(text: &str, width: usize) -> String {
    let text = cut(text, width);
    " ".repeat(width - text.width()) + &text
}

/// The words in lines of at most this width. A word that is wider stands on a line of its own.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_take_the_width_that_they_are_given() {
        assert_eq!(left("Żółć", 6), "Żółć  ");
        assert_eq!(right("Żółć", 6), "  Żółć");
        assert_eq!(cut("Żółćżółć", 5), "Żółć…");
        assert_eq!(left("日本語", 5), "日本…");
        assert_eq!(left("日本語", 4), "日… ");
        assert_eq!(left("e\u{301}", 2), "e\u{301} ");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("jeden dwa trzy", 9), ["jeden dwa", "trzy"]);
        assert_eq!(wrapped("nierozerwalne słowo", 5), ["nierozerwalne", "słowo"]);
    }
}
