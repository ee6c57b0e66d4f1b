//! Marks in, PNG bytes out: anti-aliased, two pixels a point, so that a picture is sharp at half its size. Edges
//! and straight lines fall on whole pixels.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};

use super::draft::{Colour, HEIGHT, Mark, Point, WIDTH};
use super::letters;

/// Pixels in a point.
const DENSITY: f64 = 2.0;
/// 192 dots an inch, in dots a metre.
const DOTS_PER_METRE: u32 = 7559;
/// Size of a picture in pixels.
pub(super) const SIZE: (u32, u32) = ((WIDTH * DENSITY) as u32, (HEIGHT * DENSITY) as u32);

/// The PNG file of a page with these marks, on white.
pub(super) fn png(marks: &[Mark]) -> Vec<u8> {
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).expect("the size of a page is neither zero nor huge");
    pixels.fill(Color::WHITE);
    for mark in marks {
        paint(mark, &mut pixels);
    }
    encode(&pixels)
}

fn paint(mark: &Mark, pixels: &mut Pixmap) {
    match mark {
        Mark::Area { outline, colour } => {
            let corners = outline.iter().map(|(x, y)| (px(*x).round(), px(*y).round()));
            fill(through(corners, true), *colour, pixels);
        }
        Mark::Line { through: points, width, colour } => {
            let width = px(*width).max(1.0);
            let path = through(on_pixels(points, width).into_iter(), false);
            stroke(path, width, *colour, pixels);
        }
        Mark::Disc { centre, radius, colour } => fill(circle(*centre, *radius), *colour, pixels),
        Mark::Ring { centre, radius, width, colour } => {
            stroke(circle(*centre, *radius), px(*width), *colour, pixels);
        }
        Mark::Text { text, weight, size, left, baseline, colour } => {
            let at = (px(*left), px(*baseline).round());
            fill(letters::outline(text, *weight, px(*size), at), *colour, pixels);
        }
    }
}

fn px(points: f64) -> f32 {
    (points * DENSITY) as f32
}

/// A straight upright or level line is moved so that both its edges lie between pixels.
fn on_pixels(points: &[Point], width: f32) -> Vec<(f32, f32)> {
    let snap = |at: f64| (px(at) - width / 2.0).round() + width / 2.0;
    match points {
        [(x0, y0), (x1, y1)] if x0.total_cmp(x1).is_eq() => {
            vec![(snap(*x0), px(*y0).round()), (snap(*x1), px(*y1).round())]
        }
        [(x0, y0), (x1, y1)] if y0.total_cmp(y1).is_eq() => {
            vec![(px(*x0).round(), snap(*y0)), (px(*x1).round(), snap(*y1))]
        }
        _ => points.iter().map(|(x, y)| (px(*x), px(*y))).collect(),
    }
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

fn circle((x, y): Point, radius: f64) -> Option<Path> {
    PathBuilder::from_circle(px(x), px(y), px(radius))
}

/// Fills a path; one without any extent is left out.
fn fill(path: Option<Path>, colour: Colour, pixels: &mut Pixmap) {
    if let Some(path) = path {
        pixels.fill_path(&path, &ink(colour), FillRule::Winding, Transform::identity(), None);
    }
}

fn stroke(path: Option<Path>, width: f32, colour: Colour, pixels: &mut Pixmap) {
    if let Some(path) = path {
        let stroke = Stroke { width, ..Stroke::default() };
        pixels.stroke_path(&path, &ink(colour), &stroke, Transform::identity(), None);
    }
}

fn ink([red, green, blue, cover]: Colour) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, cover);
    paint
}

fn encode(pixels: &Pixmap) -> Vec<u8> {
    // The page is opaque, so the colours stand as they are and the fourth byte can go.
    let rgb: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, SIZE.0, SIZE.1);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: DOTS_PER_METRE, yppu: DOTS_PER_METRE, unit: Unit::Meter }));
    let mut writer = encoder.write_header().expect("writing to memory cannot fail");
    writer.write_image_data(&rgb).expect("the pixels are as many as the header says");
    writer.finish().expect("writing to memory cannot fail");
    file
}
