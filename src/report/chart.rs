//! Pictures of the report as PNG files. Each states its finding in its title, draws measures that the report has,
//! and computes none of its own.
//!
//! A picture is first a list of marks on a page (`draft`), put there through plotters' coordinates, then pixels
//! (`paint`). Letters come from an embedded font (`letters`), so that a picture is the same on every machine.

mod bins;
mod days;
mod draft;
mod first_contact;
mod funnel;
mod letters;
mod look;
mod page;
mod paint;
mod stalled;
mod swarm;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::thread;

use super::Report;

/// A picture ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Name of the file: `funnel.png`.
    pub file: &'static str,
    /// Its content.
    pub png: Vec<u8>,
    /// The finding that it shows, as its title says it.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Width in pixels; 192 to the inch.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A picture before it is painted.
struct Sketch {
    file: &'static str,
    title: String,
    alt: String,
    marks: Vec<draft::Mark>,
}

/// The pictures, in the order of the report. Each gives none when there is nothing that it could show.
const SKETCHES: [fn(&Report<'_>) -> Option<Sketch>; 3] = [funnel::sketch, first_contact::sketch, stalled::sketch];

/// The report's pictures that have something to show. The same report gives the same bytes.
pub fn pictures(report: &Report<'_>) -> Vec<Picture> {
    thread::scope(|scope| {
        let running = SKETCHES.map(|sketch| scope.spawn(move || sketch(report).map(paint)));
        running
            .into_iter()
            .filter_map(|picture| picture.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug)))
            .collect()
    })
}

fn paint(sketch: Sketch) -> Picture {
    let (width, height) = paint::SIZE;
    Picture { file: sketch.file, png: paint::png(&sketch.marks), title: sketch.title, alt: sketch.alt, width, height }
}
