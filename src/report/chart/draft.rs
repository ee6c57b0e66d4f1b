//! The drawing list: what plotters draws on, and what `paint` turns into pixels. Every shape and
//! text is kept with its place, so that tests can read a picture without looking at pixels.
//!
//! Places are in points on a page of [`WIDTH`] by [`HEIGHT`]. plotters counts in whole units, so a point has
//! [`UNIT`] of them and nothing snaps visibly.

use std::convert::Infallible;

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle};

use super::letters::{self, Weight};

/// Width of a page in points.
pub(super) const WIDTH: f64 = 1200.0;
/// Height of a page in points: 16:9.
pub(super) const HEIGHT: f64 = 675.0;
/// plotters' units in a point.
pub(super) const UNIT: f64 = 4.0;

/// A place on the page in points: from the left, from the top.
pub(super) type Point = (f64, f64);

/// Red, green, blue and how much of it covers what is below (0 to 255).
pub(super) type Colour = [u8; 4];

/// One thing on the page, in the order drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// A filled outline.
    Area { outline: Vec<Point>, colour: Colour },
    /// A line through points.
    Line { through: Vec<Point>, width: f64, colour: Colour },
    /// A filled circle.
    Disc { centre: Point, radius: f64, colour: Colour },
    /// A circle's line.
    Ring { centre: Point, radius: f64, width: f64, colour: Colour },
    /// A line of text from `left`, standing on `baseline`.
    Text { text: String, weight: Weight, size: f64, left: f64, baseline: f64, colour: Colour },
}

/// Takes down what plotters draws.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    marks: &'a mut Vec<Mark>,
}

impl<'a> Draft<'a> {
    /// A page that adds to these marks.
    pub(super) fn new(marks: &'a mut Vec<Mark>) -> Self {
        Self { marks }
    }
}

/// Taking a mark down cannot fail.
type Done = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Draft<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((WIDTH * UNIT) as u32, (HEIGHT * UNIT) as u32)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        let corners = [from, (to.0, from.1), to, (from.0, to.1)];
        if fill { self.fill_polygon(corners, style) } else { self.draw_path(corners.into_iter().chain([from]), style) }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let through = path.into_iter().map(point).collect();
        self.marks.push(Mark::Line {
            through,
            width: f64::from(style.stroke_width()) / UNIT,
            colour: colour(style.color()),
        });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Done {
        let (centre, radius, colour) = (point(centre), f64::from(radius) / UNIT, colour(style.color()));
        self.marks.push(if fill {
            Mark::Disc { centre, radius, colour }
        } else {
            Mark::Ring { centre, radius, width: f64::from(style.stroke_width()) / UNIT, colour }
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        let outline = corners.into_iter().map(point).collect();
        self.marks.push(Mark::Area { outline, colour: colour(style.color()) });
        Ok(())
    }

    /// The anchor's vertical places are those of the capitals: their top, middle, and the line they stand on.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        let (weight, size) = (weight(style), style.size() / UNIT);
        let (x, y) = point(at);
        let width = letters::width(text, weight, size);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - width / 2.0,
            HPos::Right => x - width,
        };
        let capitals = weight.capitals() * size;
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + capitals,
            VPos::Center => y + capitals / 2.0,
            VPos::Bottom => y,
        };
        self.marks.push(Mark::Text {
            text: text.to_owned(),
            weight,
            size,
            left,
            baseline,
            colour: colour(style.color()),
        });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (weight, size) = (weight(style), style.size());
        Ok((letters::width(text, weight, size).ceil() as u32, (weight.capitals() * size).ceil() as u32))
    }
}

fn weight<S: BackendTextStyle>(style: &S) -> Weight {
    match style.style() {
        FontStyle::Bold => Weight::Bold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    }
}

fn point((x, y): BackendCoord) -> Point {
    (f64::from(x) / UNIT, f64::from(y) / UNIT)
}

fn colour(color: BackendColor) -> Colour {
    let (red, green, blue) = color.rgb;
    [red, green, blue, (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8]
}
