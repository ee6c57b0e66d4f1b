//! Marks in, an SVG file out, in points. Letters are outlines of the embedded font, each drawn once and used wherever
//! it stands, so that the picture looks the same in every program, with no font installed.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::draft::{Colour, HEIGHT, Mark, Point, WIDTH};
use super::letters::{self, Weight};

/// What cannot fail: the text only grows.
const NO_ERROR: &str = "writing to memory cannot fail";

/// The SVG file of a page with these marks, on white. `name` keeps its letters apart from those of other pictures on
/// the same web page; `title` and `alt` say what it shows to those who cannot see it.
pub(super) fn svg(marks: &[Mark], name: &str, title: &str, alt: &str) -> String {
    let mut body = String::new();
    let mut used = BTreeSet::new();
    for mark in marks {
        draw(mark, name, &mut body, &mut used);
    }
    let mut letters = String::new();
    for (weight, glyph) in used {
        let outline = letters::outline_of(glyph, weight);
        let id = id(name, weight, glyph);
        writeln!(letters, r#"<path id="{id}" d="{outline}"/>"#).expect(NO_ERROR);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\">\n\
         <title>{}</title>\n<desc>{}</desc>\n<defs>\n{letters}</defs>\n\
         <path fill=\"#fff\" d=\"M0 0H{WIDTH}V{HEIGHT}H0z\"/>\n{body}</svg>\n",
        escaped(title),
        escaped(alt),
    )
}

fn draw(mark: &Mark, name: &str, body: &mut String, used: &mut BTreeSet<(Weight, u16)>) {
    let written = match mark {
        Mark::Area { outline, colour } => writeln!(body, r#"<path {} d="{}z"/>"#, fill(*colour), path(outline)),
        Mark::Line { through, width, colour } => writeln!(
            body,
            r#"<path fill="none" {} stroke-width="{}" d="{}"/>"#,
            stroke(*colour),
            Short(*width),
            path(through)
        ),
        Mark::Disc { centre: (x, y), radius, colour } => {
            writeln!(
                body,
                r#"<circle {} cx="{}" cy="{}" r="{}"/>"#,
                fill(*colour),
                Short(*x),
                Short(*y),
                Short(*radius)
            )
        }
        Mark::Ring { centre: (x, y), radius, width, colour } => writeln!(
            body,
            r#"<circle fill="none" {} stroke-width="{}" cx="{}" cy="{}" r="{}"/>"#,
            stroke(*colour),
            Short(*width),
            Short(*x),
            Short(*y),
            Short(*radius)
        ),
        Mark::Text { text, weight, size, left, baseline, colour } => {
            let scale = size / weight.units();
            let mut letters = String::new();
            letters::each(text, *weight, |glyph, place| {
                used.insert((*weight, glyph));
                let (id, x) = (id(name, *weight, glyph), Short(place * weight.units()));
                write!(letters, r##"<use href="#{id}" x="{x}"/>"##).expect(NO_ERROR);
            });
            let (left, baseline, colour) = (Short(*left), Short(*baseline), fill(*colour));
            writeln!(body, r#"<g {colour} transform="translate({left} {baseline}) scale({scale:.6})">{letters}</g>"#)
        }
    };
    written.expect(NO_ERROR);
}

fn id(name: &str, weight: Weight, glyph: u16) -> String {
    let weight = match weight {
        Weight::Regular => 'r',
        Weight::Bold => 'b',
    };
    format!("{name}-{weight}{glyph}")
}

fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        let step = if place == 0 { 'M' } else { 'L' };
        write!(path, "{step}{} {}", Short(*x), Short(*y)).expect(NO_ERROR);
    }
    path
}

fn fill(colour: Colour) -> String {
    painted("fill", colour)
}

fn stroke(colour: Colour) -> String {
    painted("stroke", colour)
}

fn painted(what: &str, [red, green, blue, cover]: Colour) -> String {
    let mut painted = format!(r##"{what}="#{red:02x}{green:02x}{blue:02x}""##);
    if cover < u8::MAX {
        write!(painted, r#" {what}-opacity="{:.3}""#, f64::from(cover) / 255.0).expect(NO_ERROR);
    }
    painted
}

/// A length to a hundredth of a point, without idle zeros.
struct Short(f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{:.2}", self.0);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// The text as XML has it; what XML cannot have becomes a space.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_one_well_formed_element_and_each_letter_is_drawn_once() {
        let text = |text: &str, left: f64| Mark::Text {
            text: text.to_owned(),
            weight: Weight::Regular,
            size: 10.0,
            left,
            baseline: 20.0,
            colour: [1, 2, 3, 255],
        };
        let marks = [
            Mark::Area { outline: vec![(0.0, 0.0), (1.5, 0.0), (1.5, 2.25)], colour: [255, 0, 0, 128] },
            text("aa", 5.0),
            text("a", 50.0),
        ];
        let svg = svg(&marks, "p", "Tytuł <&>", "\u{1}x\"");
        assert!(svg.contains(r##"<path fill="#ff0000" fill-opacity="0.502" d="M0 0L1.5 0L1.5 2.25z"/>"##), "{svg}");
        assert_eq!((svg.matches("<path id=").count(), svg.matches("<use ").count()), (1, 3));
        assert!(svg.contains("<title>Tytuł &lt;&amp;&gt;</title>\n<desc> x\"</desc>"));
        let mut reader = quick_xml::Reader::from_str(&svg);
        while !matches!(reader.read_event().expect("well-formed"), quick_xml::events::Event::Eof) {}
    }
}
