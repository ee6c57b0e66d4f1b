//! Marks in, PNG bytes out: anti-aliased, two pixels a point, so that a picture is sharp at half its size. Edges
//! and straight lines fall on whole pixels.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, PixelDimensions, Unit};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, PremultipliedColorU8, Rect, Stroke, Transform};

use super::draft::{Colour, HEIGHT, Mark, Point, WIDTH};
use super::letters;

/// Pixels in a point.
const DENSITY: f64 = 2.0;
/// 96 dots an inch, in dots a metre: a point of a picture is one of them.
const POINTS_PER_METRE: f64 = 3779.5;
/// How hard to pack: files hardly get smaller beyond, and take up to four times as long.
const PACKED: DeflateCompression = DeflateCompression::Level(4);

/// The PNG file of a page with these marks, on white.
pub(super) fn png(marks: &[Mark]) -> Vec<u8> {
    painted(marks, DENSITY)
}

/// The same, so many pixels wide.
pub(super) fn small_png(marks: &[Mark], width: u32) -> Vec<u8> {
    painted(marks, f64::from(width) / WIDTH)
}

fn painted(marks: &[Mark], density: f64) -> Vec<u8> {
    let mut canvas = Canvas::new(density);
    for mark in marks {
        canvas.paint(mark);
    }
    canvas.encode()
}

/// The upright rectangle that four corners make, one after the other; none where they make no such thing, or it is empty.
fn upright(corners: &[(f32, f32)]) -> Option<Rect> {
    let [a, b, c, d] = corners else { return None };
    let is_upright = |a: &(f32, f32), b: &(f32, f32), c: &(f32, f32), d: &(f32, f32)| {
        [(a.0, d.0), (b.0, c.0), (a.1, b.1), (c.1, d.1)].iter().all(|(one, other)| one.total_cmp(other).is_eq())
    };
    let made = is_upright(a, b, c, d) || is_upright(b, c, d, a);
    Rect::from_ltrb(a.0.min(c.0), a.1.min(c.1), a.0.max(c.0), a.1.max(c.1))
        .filter(|area| made && area.width() > 0.0 && area.height() > 0.0)
}

/// A page of pixels.
struct Canvas {
    pixels: Pixmap,
    /// Pixels in a point.
    density: f64,
}

impl Canvas {
    fn new(density: f64) -> Self {
        let [width, height] = [WIDTH, HEIGHT].map(|points| (points * density).round().max(1.0) as u32);
        let mut pixels = Pixmap::new(width, height).expect("the size of a page is neither zero nor huge");
        pixels.fill(Color::WHITE);
        Self { pixels, density }
    }

    fn paint(&mut self, mark: &Mark) {
        match mark {
            Mark::Area { outline, colour } => {
                let corners: Vec<(f32, f32)> =
                    outline.iter().map(|(x, y)| (self.px(*x).round(), self.px(*y).round())).collect();
                match upright(&corners) {
                    Some(area) => self.fill_upright(area, *colour),
                    None => self.fill(through(corners.into_iter(), true), *colour),
                }
            }
            Mark::Line { through: points, width, colour } => {
                let width = self.px(*width).max(1.0);
                let path = through(self.on_pixels(points, width).into_iter(), false);
                self.stroke(path, width, *colour);
            }
            Mark::Disc { centre, radius, colour } => self.fill(self.circle(*centre, *radius), *colour),
            Mark::Ring { centre, radius, width, colour } => {
                self.stroke(self.circle(*centre, *radius), self.px(*width), *colour);
            }
            Mark::Text { text, weight, size, left, baseline, colour } => {
                let at = (self.px(*left), self.px(*baseline).round());
                self.fill(letters::outline(text, *weight, self.px(*size), at), *colour);
            }
        }
    }

    fn px(&self, points: f64) -> f32 {
        (points * self.density) as f32
    }

    /// A straight upright or level line is moved so that both its edges lie between pixels.
    fn on_pixels(&self, points: &[Point], width: f32) -> Vec<(f32, f32)> {
        let snap = |at: f64| (self.px(at) - width / 2.0).round() + width / 2.0;
        match points {
            [(x0, y0), (x1, y1)] if x0.total_cmp(x1).is_eq() => {
                vec![(snap(*x0), self.px(*y0).round()), (snap(*x1), self.px(*y1).round())]
            }
            [(x0, y0), (x1, y1)] if y0.total_cmp(y1).is_eq() => {
                vec![(self.px(*x0).round(), snap(*y0)), (self.px(*x1).round(), snap(*y1))]
            }
            _ => points.iter().map(|(x, y)| (self.px(*x), self.px(*y))).collect(),
        }
    }

    fn circle(&self, (x, y): Point, radius: f64) -> Option<Path> {
        PathBuilder::from_circle(self.px(x), self.px(y), self.px(radius))
    }

    /// Fills a path; one without any extent is left out.
    fn fill(&mut self, path: Option<Path>, colour: Colour) {
        if let Some(path) = path {
            self.pixels.fill_path(&path, &ink(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// Fills whole pixels: the same as a path through its corners, and quicker.
    fn fill_upright(&mut self, area: Rect, colour: Colour) {
        let whole = Paint { anti_alias: false, ..ink(colour) };
        self.pixels.fill_rect(area, &whole, Transform::identity(), None);
    }

    fn stroke(&mut self, path: Option<Path>, width: f32, colour: Colour) {
        if let Some(path) = path {
            let stroke = Stroke { width, ..Stroke::default() };
            self.pixels.stroke_path(&path, &ink(colour), &stroke, Transform::identity(), None);
        }
    }

    /// The page as a file: numbers of its colours where they are few enough, which packs smaller and sooner.
    fn encode(&self) -> Vec<u8> {
        let dots_per_metre = (POINTS_PER_METRE * self.density).round() as u32;
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.pixels.width(), self.pixels.height());
        encoder.set_depth(BitDepth::Eight);
        encoder.set_deflate_compression(PACKED);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: dots_per_metre, yppu: dots_per_metre, unit: Unit::Meter }));
        let pixels = if let Some((palette, numbers)) = numbered(self.pixels.pixels()) {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette);
            numbers
        } else {
            encoder.set_color(ColorType::Rgb);
            self.pixels.pixels().iter().flat_map(|pixel| rgb(*pixel)).collect()
        };
        let mut writer = encoder.write_header().expect("writing to memory cannot fail");
        writer.write_image_data(&pixels).expect("the pixels are as many as the header says");
        writer.finish().expect("writing to memory cannot fail");
        file
    }
}

/// The colours in the order in which they appear, and each pixel as its colour's number; none where a byte cannot
/// number them.
fn numbered(pixels: &[PremultipliedColorU8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut colours: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let mut palette = Vec::new();
    let mut numbers = Vec::with_capacity(pixels.len());
    // Most of a page is runs of one colour.
    for run in pixels.chunk_by(PartialEq::eq) {
        let colour = rgb(run[0]);
        let number = if let Some(number) = colours.get(&colour) {
            *number
        } else {
            let number = u8::try_from(colours.len()).ok()?;
            palette.extend(colour);
            colours.insert(colour, number);
            number
        };
        numbers.resize(numbers.len() + run.len(), number);
    }
    Some((palette, numbers))
}

/// The page is opaque, so its colours stand as they are and the fourth byte can go.
fn rgb(pixel: PremultipliedColorU8) -> [u8; 3] {
    [pixel.red(), pixel.green(), pixel.blue()]
}

fn through(mut points: impl Iterator<Item = (f32, f32)>, closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (x, y) = points.next()?;
    path.move_to(x, y);
    for (x, y) in points {
        path.line_to(x, y);
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn ink([red, green, blue, cover]: Colour) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, cover);
    paint
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with so many colours, encoded and decoded: how its pixels stand in the file, and the first of them.
    fn decoded(colours: u32) -> (ColorType, Vec<[u8; 3]>) {
        let mut canvas = Canvas::new(1.0);
        let shade = |colour: u32| PremultipliedColorU8::from_rgba((colour >> 8) as u8, colour as u8, 7, 255);
        for (place, pixel) in (0..).zip(canvas.pixels.pixels_mut()) {
            *pixel = shade(place % colours).expect("an opaque colour");
        }
        let file = canvas.encode();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a PNG file");
        let stored = reader.info().color_type;
        let mut pixels = vec![0; reader.output_buffer_size().expect("a page has a size")];
        reader.next_frame(&mut pixels).expect("a whole picture");
        (stored, pixels.chunks_exact(3).take(colours as usize).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect())
    }

    #[test]
    fn few_colours_are_numbered_and_many_stand_as_they_are() {
        for (colours, stored) in [(1, ColorType::Indexed), (256, ColorType::Indexed), (257, ColorType::Rgb)] {
            let expected: Vec<[u8; 3]> = (0..colours).map(|colour| [(colour >> 8) as u8, colour as u8, 7]).collect();
            assert_eq!(decoded(colours), (stored, expected), "{colours}");
        }
    }
}
