//! Pictures of the report as PNG or SVG files. Each states its finding in its title, draws measures that the report has,
//! and computes none of its own.
//!
//! A picture is first a list of marks on a page (`draft`), put there through plotters' coordinates, then pixels
//! (`paint`) or shapes (`svg`). Letters come from an embedded font (`letters`), so that a picture is the same on every machine.

mod bins;
mod days;
mod draft;
mod first_contact;
mod forecast;
mod funnel;
mod letters;
mod look;
mod page;
mod paint;
mod sellers;
mod sources;
mod stalled;
mod svg;
mod swarm;
mod table;
mod time_in_stage;
mod trend;
mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::thread;

use super::Report;

/// A picture: what is on it, to be painted as pixels or written as shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its name, and that of its files without the ending: `first-contact`.
    pub name: &'static str,
    /// The finding that it shows, as its title says it.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    marks: Vec<draft::Mark>,
}

impl Picture {
    /// Every line of text on it, in the order drawn.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|mark| match mark {
            draft::Mark::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }

    /// The picture as a PNG file: 2400 by 1350 pixels, 192 to the inch.
    pub fn png(&self) -> Vec<u8> {
        paint::png(&self.marks)
    }

    /// The picture as a PNG file so many pixels wide, for a page that shows several.
    pub fn small_png(&self, width: u32) -> Vec<u8> {
        paint::small_png(&self.marks, width)
    }

    /// The picture as an SVG file of 1200 by 675 points: one element, letters as outlines.
    pub fn svg(&self) -> String {
        svg::svg(&self.marks, self.name, &self.title, &self.alt)
    }
}

/// The pictures, in the order of the report. Each gives none when there is nothing that it could show.
const SKETCHES: [fn(&Report<'_>) -> Option<Picture>; 8] = [
    funnel::sketch,
    first_contact::sketch,
    time_in_stage::sketch,
    stalled::sketch,
    sources::sketch,
    sellers::sketch,
    forecast::sketch,
    trend::sketch,
];

/// The report's pictures that have something to show, drawn side by side. The same report gives the same pictures.
pub fn pictures(report: &Report<'_>) -> Vec<Picture> {
    thread::scope(|scope| {
        let running = SKETCHES.map(|sketch| scope.spawn(move || sketch(report)));
        running
            .into_iter()
            .filter_map(|picture| picture.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug)))
            .collect()
    })
}
