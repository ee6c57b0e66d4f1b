//! A page in points over plotters' drawing area: texts, lines and dots at places, and plots that map figures to
//! places.

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{Cartesian2d, Color, DrawingArea, FontDesc, FontFamily, FontStyle, IntoDrawingArea, RGBColor};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::draft::{Draft, Mark, Point, UNIT};
use super::letters::Weight;
use super::look::Type;

/// Which end of a text its place names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// The text begins there.
    Left,
    /// The text stands around it.
    Centre,
    /// The text ends there.
    Right,
}

/// A page being drawn.
pub(super) struct Page<'a> {
    area: DrawingArea<Draft<'a>, Shift>,
}

/// An area of the page where figures have places.
pub(super) struct Plot<'a, X: Ranged, Y: Ranged> {
    area: DrawingArea<Draft<'a>, Cartesian2d<X, Y>>,
}

/// Why drawing errors are bugs: the drawing list takes every mark, and no font, file or device is involved.
const NO_ERROR: &str = "taking down a mark cannot fail";

/// Draws a page.
pub(super) fn draw(body: impl FnOnce(&Page<'_>)) -> Vec<Mark> {
    let mut marks = Vec::new();
    body(&Page { area: Draft::new(&mut marks).into_drawing_area() });
    marks
}

impl<'a> Page<'a> {
    /// Writes a line of text; the middle of its capitals stands at the place.
    pub(super) fn text(&self, at: Point, align: Align, set: Type, text: &str) {
        let style = match set.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let anchor = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::SansSerif, set.size * UNIT, style);
        let mut style = font.color(&set.ink);
        style.pos = Pos::new(anchor, VPos::Center);
        self.area.draw(&Text::new(text, units(at), style)).expect(NO_ERROR);
    }

    /// Writes a line of text, cut to the room there is.
    pub(super) fn text_within(&self, at: Point, align: Align, set: Type, text: &str, room: f64) {
        self.text(at, align, set, &set.cut(text, room));
    }

    /// Fills a rectangle.
    pub(super) fn block(&self, from: Point, to: Point, colour: RGBColor) {
        self.area.draw(&Rectangle::new([units(from), units(to)], colour.filled())).expect(NO_ERROR);
    }

    /// Draws the line around a rectangle, inside it.
    pub(super) fn outline(&self, (x0, y0): Point, (x1, y1): Point, width: f64, colour: RGBColor) {
        let half = width / 2.0;
        let corners = [(x0 + half, y0 + half), (x1 - half, y1 - half)].map(units);
        self.area.draw(&Rectangle::new(corners, stroke(width, colour))).expect(NO_ERROR);
    }

    /// Fills a shape.
    pub(super) fn shape(&self, corners: &[Point], colour: RGBColor) {
        let corners: Vec<_> = corners.iter().copied().map(units).collect();
        self.area.draw(&Polygon::new(corners, colour)).expect(NO_ERROR);
    }

    /// Draws a straight line.
    pub(super) fn line(&self, from: Point, to: Point, width: f64, colour: RGBColor) {
        self.area.draw(&PathElement::new([units(from), units(to)], stroke(width, colour))).expect(NO_ERROR);
    }

    /// Draws a line through several points.
    pub(super) fn path(&self, through: &[Point], width: f64, colour: RGBColor) {
        let through: Vec<_> = through.iter().copied().map(units).collect();
        self.area.draw(&PathElement::new(through, stroke(width, colour))).expect(NO_ERROR);
    }

    /// Draws an upright line in dashes.
    pub(super) fn dashes(&self, x: f64, (top, bottom): (f64, f64), width: f64, colour: RGBColor) {
        const DASH: f64 = 6.0;
        const GAP: f64 = 4.0;
        let mut y = top;
        while y < bottom {
            self.line((x, y), (x, (y + DASH).min(bottom)), width, colour);
            y += DASH + GAP;
        }
    }

    /// Fills a circle.
    pub(super) fn disc(&self, centre: Point, radius: f64, colour: RGBColor) {
        self.area.draw(&Circle::new(units(centre), radius * UNIT, colour.filled())).expect(NO_ERROR);
    }

    /// Draws a circle's line, inside the radius.
    pub(super) fn ring(&self, centre: Point, radius: f64, width: f64, colour: RGBColor) {
        let radius = (radius - width / 2.0) * UNIT;
        self.area.draw(&Circle::new(units(centre), radius, stroke(width, colour))).expect(NO_ERROR);
    }

    /// An area with axes: x from the left, y from the top down.
    pub(super) fn plot<X: Ranged, Y: Ranged>(&self, from: Point, to: Point, x: X, y: Y) -> Plot<'a, X, Y> {
        let ((left, top), (right, bottom)) = (units(from), units(to));
        let area = self.area.clone().shrink((left, top), ((right - left).max(1), (bottom - top).max(1)));
        let span = area.get_pixel_range();
        Plot { area: area.apply_coord_spec(Cartesian2d::new(x, y, span)) }
    }
}

impl<X: Ranged, Y: Ranged> Plot<'_, X, Y> {
    /// The place of two figures on the page.
    pub(super) fn place(&self, x: X::ValueType, y: Y::ValueType) -> Point {
        let (x, y) = self.area.map_coordinate(&(x, y));
        (f64::from(x) / UNIT, f64::from(y) / UNIT)
    }
}

impl<X: Ranged<ValueType = f64>, Y: Ranged<ValueType = f64>> Plot<'_, X, Y> {
    /// The axis' own ticks, at most so many: place from the left, and figure.
    pub(super) fn ticks(&self, most: usize) -> Vec<(f64, f64)> {
        let axes = self.area.as_coord_spec();
        let ticks = axes.x_spec().key_points(most);
        ticks.into_iter().map(|tick| (self.place(tick, axes.y_spec().range().start).0, tick)).collect()
    }
}

/// An axis of even steps.
pub(super) fn span(from: f64, to: f64) -> RangedCoordf64 {
    (from..to).into()
}

fn units((x, y): Point) -> (i32, i32) {
    ((x * UNIT).round() as i32, (y * UNIT).round() as i32)
}

fn stroke(width: f64, colour: RGBColor) -> plotters::style::ShapeStyle {
    colour.stroke_width((width * UNIT).round().max(1.0) as u32)
}
