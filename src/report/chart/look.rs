//! The look that all pictures share: colours, letters, margins, head and foot. One blue ramp, one warning orange,
//! green for won alone; no frames; labels stand at what they name.

use std::borrow::Cow;

use plotters::style::RGBColor;

use super::draft::{HEIGHT, WIDTH};
use super::letters::{self, Weight};
use super::page::{Align, Page};

/// Text.
pub(super) const INK: RGBColor = RGBColor(31, 41, 55);
/// Text that stands back.
pub(super) const SOFT: RGBColor = RGBColor(98, 106, 120);
/// Grid lines and rulings.
pub(super) const PALE: RGBColor = RGBColor(226, 230, 236);
/// Base lines and empty places.
pub(super) const RULE: RGBColor = RGBColor(156, 163, 175);
/// Neither good nor bad: cannot tell.
pub(super) const GREY: RGBColor = RGBColor(190, 197, 207);
/// The blue of a single series.
pub(super) const BLUE: RGBColor = RGBColor(46, 105, 163);
/// The ends of the blue ramp: white figures can be read on both.
const DARKEST: RGBColor = RGBColor(27, 54, 93);
const LIGHTEST: RGBColor = RGBColor(62, 118, 174);
/// Warning, as an area.
pub(super) const ORANGE: RGBColor = RGBColor(226, 138, 58);
/// Warning, as text.
pub(super) const ALARM: RGBColor = RGBColor(190, 66, 12);
/// Won.
pub(super) const GREEN: RGBColor = RGBColor(31, 122, 87);
/// Paper, and figures on dark areas.
pub(super) const WHITE: RGBColor = RGBColor(255, 255, 255);

/// Space left free on each side.
pub(super) const MARGIN: f64 = 48.0;
/// Where the right margin begins.
pub(super) const RIGHT: f64 = WIDTH - MARGIN;
/// Middle of the last line of the foot.
const LAST_LINE: f64 = HEIGHT - 30.0;
/// From one line of the foot to the next.
pub(super) const NOTE_LEADING: f64 = 18.0;

/// The finding.
const TITLE: Type = Type { size: 27.0, weight: Weight::Bold, ink: INK };
/// The smallest size of a title on one line, and the size of one on two.
const SMALL_TITLE: f64 = 21.0;
/// What the finding rests on.
const UNDER: Type = Type { size: 15.0, weight: Weight::Regular, ink: SOFT };
/// Heads of columns and axes.
pub(super) const HEADER: Type = Type { size: 13.0, weight: Weight::Regular, ink: SOFT };
/// Names of rows.
pub(super) const NAME: Type = Type { size: 16.0, weight: Weight::Bold, ink: INK };
/// Figures in columns.
pub(super) const FIGURE: Type = Type { size: 15.5, weight: Weight::Regular, ink: INK };
/// Figures at bars.
pub(super) const COUNT: Type = Type { size: 19.0, weight: Weight::Bold, ink: INK };
/// Remarks in the foot.
pub(super) const NOTE: Type = Type { size: 12.5, weight: Weight::Regular, ink: SOFT };

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    /// Size in points.
    pub(super) size: f64,
    /// Weight.
    pub(super) weight: Weight,
    /// Colour.
    pub(super) ink: RGBColor,
}

impl Type {
    /// The same in another colour.
    pub(super) const fn inked(self, ink: RGBColor) -> Self {
        Self { ink, ..self }
    }

    /// The same in another size.
    pub(super) const fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The same in bold.
    pub(super) const fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    /// The same, not larger than this.
    pub(super) fn at_most(self, size: f64) -> Self {
        self.sized(self.size.min(size))
    }

    /// Width of a text in points.
    pub(super) fn width(self, text: &str) -> f64 {
        letters::width(text, self.weight, self.size)
    }

    /// Width of the widest of several texts.
    pub(super) fn widest<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> f64 {
        texts.into_iter().map(|text| self.width(text)).fold(0.0, f64::max)
    }

    /// The text, or as much of it as fits, with an ellipsis.
    pub(super) fn cut(self, text: &str, room: f64) -> Cow<'_, str> {
        letters::cut(text, self.weight, self.size, room)
    }

    /// The text in lines not wider than `room`.
    pub(super) fn wrap(self, text: &str, room: f64, lines: usize) -> Vec<String> {
        letters::wrap(text, self.weight, self.size, room, lines)
    }
}

/// The step of the blue ramp for the `place`-th of `of` bars, dark to light.
pub(super) fn ramp(place: usize, of: usize) -> RGBColor {
    let share = if of > 1 { place as f64 / (of - 1) as f64 } else { 0.0 };
    mix(DARKEST, LIGHTEST, share)
}

/// The colour laid thinly on white.
pub(super) fn tint(colour: RGBColor) -> RGBColor {
    mix(WHITE, colour, 0.16)
}

/// A colour between two.
pub(super) fn mix(from: RGBColor, to: RGBColor, share: f64) -> RGBColor {
    let channel = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
    RGBColor(channel(from.0, to.0), channel(from.1, to.1), channel(from.2, to.2))
}

/// Writes the finding and the line under it; gives the place from the top where the picture may begin.
pub(super) fn head(page: &Page<'_>, title: &str, under: &str) -> f64 {
    let room = RIGHT - MARGIN;
    let one_line = TITLE.size * room / TITLE.width(title).max(1.0);
    let mut middle = 52.0;
    if one_line >= SMALL_TITLE {
        page.text((MARGIN, middle), Align::Left, TITLE.at_most(one_line), title);
    } else {
        middle = 44.0;
        for line in TITLE.sized(SMALL_TITLE).wrap(title, room, 2) {
            page.text((MARGIN, middle), Align::Left, TITLE.sized(SMALL_TITLE), &line);
            middle += 28.0;
        }
        middle -= 28.0;
    }
    let middle = middle + 38.0;
    page.text_within((MARGIN, middle), Align::Left, UNDER, under, room);
    middle + 34.0
}

/// Where the foot begins that has so many lines.
pub(super) fn foot_top(lines: usize) -> f64 {
    LAST_LINE - NOTE_LEADING * lines.saturating_sub(1) as f64 - 22.0
}

/// The middle of each line of a foot.
pub(super) fn foot_lines(lines: usize) -> impl Iterator<Item = f64> {
    (0..lines).map(move |line| LAST_LINE - NOTE_LEADING * (lines - 1 - line) as f64)
}

/// Remarks as lines of the foot, `indent` narrower than the page.
pub(super) fn foot(remarks: &[String], indent: f64) -> Vec<String> {
    remarks.iter().flat_map(|remark| NOTE.wrap(remark, RIGHT - MARGIN - indent, 2)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How light a colour is to the eye and in grey print: 0 to 1 (WCAG 2.1, relative luminance).
    fn lightness(RGBColor(red, green, blue): RGBColor) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let (a, b) = (lightness(a) + 0.05, lightness(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn figures_can_be_read_on_what_they_stand_on() {
        for text in [INK, SOFT, ALARM, BLUE] {
            assert!(contrast(text, WHITE) >= 4.5, "{text:?}");
        }
        for place in 0..12 {
            assert!(contrast(WHITE, ramp(place, 12)) >= 4.5, "{place}");
        }
        assert!(contrast(WHITE, GREEN) >= 4.5);
        assert!(contrast(INK, ORANGE) >= 4.5);
        assert!(contrast(SOFT, tint(DARKEST)) >= 4.0);
    }

    #[test]
    fn areas_differ_in_grey_print() {
        for other in [BLUE, LIGHTEST, GREY, WHITE] {
            assert!(contrast(ORANGE, other) >= 1.4, "{other:?}");
        }
    }
}
