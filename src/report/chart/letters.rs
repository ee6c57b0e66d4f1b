//! Text to glyph outlines and widths, with the embedded font "Lejek Sans" (see `font/`), so that letters look
//! alike on every machine. One line at a time, left to right; letters the font lacks show as a plain box. No
//! ligatures, no right-to-left scripts.

use std::borrow::Cow;
use std::sync::OnceLock;

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// A weight of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Running text.
    Regular,
    /// Titles, names and figures.
    Bold,
}

impl Weight {
    fn face(self) -> &'static Face<'static> {
        static FACES: [OnceLock<Face<'static>>; 2] = [OnceLock::new(), OnceLock::new()];
        const REGULAR: &[u8] = include_bytes!("font/LejekSans-Regular.ttf");
        const BOLD: &[u8] = include_bytes!("font/LejekSans-Bold.ttf");
        let bytes = match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        };
        FACES[self as usize].get_or_init(|| Face::parse(bytes, 0).expect("the embedded fonts are sound"))
    }

    /// Units of its outlines in the size of a letter.
    pub(super) fn units(self) -> f64 {
        f64::from(self.face().units_per_em())
    }

    /// Height of capitals and figures, as a share of the size.
    pub(super) fn capitals(self) -> f64 {
        let face = self.face();
        f64::from(face.capital_height().expect("the font tells it")) / f64::from(face.units_per_em())
    }
}

/// Width of a text, in the unit of `size`.
pub(super) fn width(text: &str, weight: Weight, size: f64) -> f64 {
    let mut end = 0.0;
    set(text, weight, |_, _, after| end = after);
    end * size
}

/// The text, or as much of it as fits into `room` with an ellipsis at its end.
pub(super) fn cut(text: &str, weight: Weight, size: f64, room: f64) -> Cow<'_, str> {
    if width(text, weight, size) <= room {
        return Cow::Borrowed(text);
    }
    let starts: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    let shortened = |letters: usize| format!("{}…", text[..starts[letters]].trim_end());
    // The longest start that fits; widths grow with every letter but for a hair of kerning.
    let fitting = starts.partition_point(|place| {
        let shown = format!("{}…", text[..*place].trim_end());
        width(&shown, weight, size) <= room
    });
    Cow::Owned(shortened(fitting.saturating_sub(1)))
}

/// The text in lines of at most `room`, broken at spaces; what does not fit into `lines` lines is cut.
pub(super) fn wrap(text: &str, weight: Weight, size: f64, room: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let last_line = wrapped.len() == lines;
        match wrapped.last_mut() {
            Some(line) if last_line || width(&format!("{line} {word}"), weight, size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => wrapped.push(word.to_owned()),
        }
    }
    wrapped.iter().map(|line| cut(line, weight, size, room).into_owned()).collect()
}

/// The outlines of a text as one path: `left` and `baseline` in the unit of `size`, y down; none for white space.
pub(super) fn outline(text: &str, weight: Weight, size: f32, (left, baseline): (f32, f32)) -> Option<Path> {
    let face = weight.face();
    let scale = size / f32::from(face.units_per_em());
    let mut pen = Pen { path: PathBuilder::new(), left, baseline, scale };
    set(text, weight, |glyph, place, _| {
        pen.left = left + place as f32 * size;
        face.outline_glyph(glyph, &mut pen);
    });
    pen.path.finish()
}

/// Tells each glyph of a text and where it stands, in shares of the size.
pub(super) fn each(text: &str, weight: Weight, mut put: impl FnMut(u16, f64)) {
    set(text, weight, |glyph, place, _| put(glyph.0, place));
}

/// A glyph's outline as the `d` of an SVG path in the font's units, y down.
pub(super) fn outline_of(glyph: u16, weight: Weight) -> String {
    let mut trace = Trace(String::new());
    weight.face().outline_glyph(GlyphId(glyph), &mut trace);
    trace.0
}

/// Sets a line: tells each glyph, where it stands and where the line ends after it, in shares of the size.
fn set(text: &str, weight: Weight, mut put: impl FnMut(GlyphId, f64, f64)) {
    let face = weight.face();
    let em = f64::from(face.units_per_em());
    let mut pen = 0.0;
    let mut before = None;
    for letter in text.chars().filter_map(shown) {
        // Glyph 0 is the box that stands for letters the font lacks.
        let glyph = face.glyph_index(letter).unwrap_or(GlyphId(0));
        pen += before.map_or(0.0, |before| f64::from(kerning(face, before, glyph)) / em);
        let after = pen + f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / em;
        put(glyph, pen, after);
        pen = after;
        before = Some(glyph);
    }
}

fn kerning(face: &Face<'_>, left: GlyphId, right: GlyphId) -> i16 {
    let Some(kern) = face.tables().kern else { return 0 };
    kern.subtables
        .into_iter()
        .filter(|table| table.horizontal && !table.has_cross_stream && !table.has_state_machine)
        .find_map(|table| table.glyphs_kerning(left, right))
        .unwrap_or(0)
}

/// What a character is drawn as: white space and control characters as a space, marks without a shape not at all.
fn shown(letter: char) -> Option<char> {
    match letter {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        '\u{2011}' => Some('-'),
        '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(letter),
        _ if letter.is_control() || letter.is_whitespace() => Some(' '),
        _ => Some(letter),
    }
}

/// Moves glyphs' outlines to their places.
struct Pen {
    path: PathBuilder,
    left: f32,
    baseline: f32,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.left + x * self.scale, self.baseline - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Writes outlines as SVG does.
struct Trace(String);

impl OutlineBuilder for Trace {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push_str(&format!("M{x} {}", -y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push_str(&format!("L{x} {}", -y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.push_str(&format!("Q{x1} {} {x} {}", -y1, -y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.push_str(&format!("C{x1} {} {x2} {} {x} {}", -y1, -y2, -y));
    }

    fn close(&mut self) {
        self.0.push('z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_as_wide_as_each_other() {
        for weight in [Weight::Regular, Weight::Bold] {
            let widths: Vec<f64> = ('0'..='9').map(|figure| width(&figure.to_string(), weight, 1000.0)).collect();
            assert!(widths.iter().all(|width| (width - widths[0]).abs() < 1e-9), "{widths:?}");
        }
    }

    #[test]
    fn pairs_are_kerned() {
        let apart = width("A", Weight::Regular, 1000.0) + width("V", Weight::Regular, 1000.0);
        assert!(width("AV", Weight::Regular, 1000.0) < apart - 20.0);
    }

    #[test]
    fn the_font_has_every_letter_that_the_pictures_say() {
        let letters = "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻaąbcćdeęfghijklłmnńoóprsśtuvwxyzźż0123456789\
                       äöüßéèčřšžťďňáíúůýőűøåñçâîșțğşİı .,;:!?()[]/%€£$+-–—−„”“’'\"·…→≤≥×&@#*•\u{a0}іїєґ";
        for weight in [Weight::Regular, Weight::Bold] {
            for letter in letters.chars() {
                assert!(weight.face().glyph_index(letter).is_some(), "{letter:?}");
            }
        }
    }

    #[test]
    fn letters_the_font_lacks_take_room_and_odd_characters_do_not_break_a_line() {
        assert!(width("🚀", Weight::Regular, 10.0) > 1.0);
        assert!(width("中文", Weight::Bold, 10.0) > 2.0);
        let close = |a: &str, b: &str| {
            assert!((width(a, Weight::Regular, 10.0) - width(b, Weight::Regular, 10.0)).abs() < 1e-9, "{a:?} {b:?}");
        };
        close("a\u{200d}\u{feff}b", "ab");
        close("a\nb", "a b");
        close("e\u{301}", "e");
    }

    #[track_caller]
    fn check_cut(text: &str, room: f64, expected: &str) {
        let shown = cut(text, Weight::Regular, 10.0, room);
        assert_eq!(shown, expected);
        assert!(width(&shown, Weight::Regular, 10.0) <= room.max(width("…", Weight::Regular, 10.0)));
    }

    #[test]
    fn long_texts_end_in_an_ellipsis() {
        check_cut("Oferta", 100.0, "Oferta");
        check_cut("Oferta wysłana do klienta", 60.0, "Oferta wysł…");
        check_cut("Oferta wysłana", 37.0, "Oferta…");
        check_cut("Oferta", 0.0, "…");
        check_cut("", 0.0, "");
    }

    #[test]
    fn long_texts_wrap_at_spaces() {
        let lines = wrap("Kontakt bez podanej daty", Weight::Regular, 10.0, 60.0, 2);
        assert_eq!(lines, ["Kontakt bez", "podanej daty"]);
        assert_eq!(wrap("a b c d", Weight::Regular, 10.0, 1.0, 2), ["…", "…"]);
        assert!(wrap("", Weight::Regular, 10.0, 1.0, 2).is_empty());
    }
}
