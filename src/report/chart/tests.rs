//! What must hold for every picture of every pipeline: texts stay on the page and off each other, the same report
//! gives the same bytes, and those are a PNG of the right size.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::OnceLock;

use crate::i18n::Language;
use crate::measure::AgeStatus;
use crate::model::Currency;

use super::draft::{HEIGHT, Mark, WIDTH};
use super::fixture::{ClockTimes, Losses, Shape};
use super::{Picture, SKETCHES, letters, pictures};

/// Shapes of pipelines that once broke a picture or might.
fn shapes() -> Vec<(&'static str, Shape)> {
    let usual = || Shape::usual(Language::Pl);
    let long = "Długa nazwa etapu, jaką ktoś wpisał zamiast uwagi o kliencie 🚀 Київ 中文 i jeszcze trochę";
    let mut shapes = vec![
        ("usual-pl", usual()),
        ("usual-en", Shape::usual(Language::En)),
        ("dates-only", Shape { clock: ClockTimes::DatesOnly, ..usual() }),
        ("dates-only-en", Shape { clock: ClockTimes::DatesOnly, ..Shape::usual(Language::En) }),
        ("one-deal", Shape { deals: 1, ..usual() }),
        ("three-deals", Shape { deals: 3, ..usual() }),
        ("a-dozen", Shape { deals: 12, clock: ClockTimes::DatesOnly, ..Shape::usual(Language::En) }),
        ("many-deals", Shape { deals: 6000, ..usual() }),
        ("huge-values", Shape { value: Some(1_000_000_000_000_000), ..usual() }),
        ("no-values", Shape { value: None, ..usual() }),
        ("two-currencies", Shape { currencies: vec![Currency::PLN, Currency::EUR], ..usual() }),
        (
            "four-currencies",
            Shape {
                currencies: vec![Currency::PLN, Currency::EUR, Currency::USD, Currency::UNSTATED],
                ..Shape::usual(Language::En)
            },
        ),
        ("losses-unplaced", Shape { losses: Losses::Unplaced, ..usual() }),
        ("losses-unplaced-en", Shape { losses: Losses::Unplaced, ..Shape::usual(Language::En) }),
        ("nothing-lost", Shape { lose: 0, ..usual() }),
        ("all-go-on", Shape { advance: 100, lose: 0, ..usual() }),
        ("few-go-on", Shape { advance: 8, lose: 80, ..usual() }),
        ("long-names", Shape { stages: vec![long.to_owned(); 5], files: vec![long.repeat(3)], ..usual() }),
        ("long-names-12", Shape { stages: vec![long.to_owned(); 11], ..Shape::usual(Language::En) }),
        ("no-spaces", Shape { stages: vec!["Oferta".repeat(20); 4], ..usual() }),
        ("many-files", Shape { files: vec!["lejek.xlsx".to_owned(); 7], ..usual() }),
        ("60-sellers", Shape { people: 60, deals: 2000, ..usual() }),
        ("nobody", Shape { people: 0, ..usual() }),
        ("one-week", Shape { since: 6, ..usual() }),
        ("200-weeks", Shape { since: 1400, deals: 3000, ..Shape::usual(Language::En) }),
        ("zero-values", Shape { value: Some(0), ..usual() }),
        ("no-file", Shape { files: Vec::new(), ..usual() }),
        ("slow", Shape { stay: 9000, advance: 60, ..usual() }),
    ];
    for (name, hours) in [("limit-1h", 1.0), ("limit-12h", 12.0), ("limit-100h", 100.5), ("limit-800h", 800.0)] {
        shapes.push((name, Shape { limit_hours: hours, ..usual() }));
        shapes.push((name, Shape { limit_hours: hours, clock: ClockTimes::DatesOnly, ..usual() }));
    }
    let by_stages = ["1-stage", "2-stages", "3-stages", "7-stages", "9-stages", "11-stages", "14-stages"];
    for (name, count) in by_stages.into_iter().zip([1, 2, 3, 7, 9, 11, 14]) {
        shapes.push((name, usual().with_stages(count)));
        shapes.push((name, Shape { advance: 90, lose: 5, ..usual().with_stages(count) }));
    }
    shapes
}

/// Left, top, right, bottom of a text's capitals and the tails below.
fn extent(mark: &Mark) -> Option<(&str, [f64; 4])> {
    let Mark::Text { text, weight, size, left, baseline, .. } = mark else { return None };
    let right = left + letters::width(text, *weight, *size);
    Some((text, [*left, baseline - weight.capitals() * size, right, baseline + 0.2 * size]))
}

/// Every picture of every shape.
fn sketches() -> impl Iterator<Item = (String, &'static Picture)> {
    static SKETCHED: OnceLock<Vec<(String, Picture)>> = OnceLock::new();
    let all = SKETCHED.get_or_init(|| {
        let of = |(name, shape): (&str, Shape)| {
            let case = shape.case();
            let sketches = SKETCHES.iter().filter_map(|sketch| sketch(&case.report()));
            sketches.map(|sketch| (format!("{name} {}", sketch.name), sketch)).collect::<Vec<_>>()
        };
        shapes().into_iter().flat_map(of).collect()
    });
    all.iter().map(|(name, sketch)| (name.clone(), sketch))
}

#[test]
fn texts_stay_on_the_page_and_off_each_other() {
    for (picture, sketch) in sketches() {
        let texts: Vec<(&str, [f64; 4])> = sketch.marks.iter().filter_map(extent).collect();
        for (place, (text, [left, top, right, bottom])) in texts.iter().enumerate() {
            assert!(
                *left >= 20.0 && *top >= 20.0 && *right <= WIDTH - 20.0 && *bottom <= HEIGHT - 12.0,
                "{picture}: “{text}” leaves the page: {left:.0} {top:.0} {right:.0} {bottom:.0}"
            );
            for (other, [l, t, r, b]) in &texts[..place] {
                let apart = right + 2.0 <= *l || r + 2.0 <= *left || bottom <= t || b <= top;
                assert!(apart, "{picture}: “{text}” stands on “{other}”");
            }
        }
    }
}

#[test]
fn shapes_stay_on_the_page() {
    for (picture, sketch) in sketches() {
        for mark in &sketch.marks {
            let points = match mark {
                Mark::Area { outline: points, .. } | Mark::Line { through: points, .. } => points.clone(),
                Mark::Disc { centre, .. } | Mark::Ring { centre, .. } => vec![*centre],
                Mark::Text { .. } => continue,
            };
            let inside = |(x, y): &(f64, f64)| (40.0..=WIDTH - 40.0).contains(x) && (20.0..=HEIGHT).contains(y);
            assert!(points.iter().all(inside), "{picture}: {mark:?}");
        }
    }
}

#[test]
fn titles_state_the_finding() {
    let usual = Shape::usual;
    let shapes = [
        usual(Language::Pl),
        Shape { losses: Losses::Unplaced, clock: ClockTimes::DatesOnly, ..usual(Language::En) },
        Shape { deals: 4, ..usual(Language::En) },
        Shape { stay: 1, advance: 100, lose: 0, value: None, ..usual(Language::Pl) },
        Shape { since: 1400, deals: 3000, ..usual(Language::En) },
    ];
    let titles = |shape: &Shape| {
        let titles: Vec<String> = pictures(&shape.case().report()).into_iter().map(|picture| picture.title).collect();
        titles.join("\n")
    };
    insta::assert_snapshot!("titles", shapes.iter().map(titles).collect::<Vec<_>>().join("\n\n"));
}

#[test]
fn nothing_stalled_is_a_finding_too() {
    let mut case = Shape { deals: 40, ..Shape::usual(Language::Pl) }.case();
    for ageing in &mut case.measures.stalled.deals {
        ageing.status = AgeStatus::Ok;
    }
    let sketch = super::stalled::sketch(&case.report()).expect("open deals are drawn");
    assert_eq!(sketch.title, "Żadna otwarta szansa nie stoi dłużej, niż pozwala etap");
}

#[test]
fn ages_that_no_cell_tells_are_counted_but_not_drawn() {
    let mut case = Shape { deals: 40, ..Shape::usual(Language::Pl) }.case();
    for ageing in case.measures.stalled.deals.iter_mut().skip(1) {
        (ageing.age, ageing.status) = (None, AgeStatus::CannotTell);
    }
    let sketch = super::stalled::sketch(&case.report()).expect("one deal has an age");
    assert!(readable(&sketch).contains("Bez daty"));
    case.measures.stalled.deals[0].age = Some(f64::NAN);
    assert!(super::stalled::sketch(&case.report()).is_none());
}

#[test]
fn a_picture_without_content_is_not_drawn() {
    let case = Shape { deals: 0, ..Shape::usual(Language::En) }.case();
    assert!(pictures(&case.report()).is_empty());
}

#[test]
fn the_same_report_gives_the_same_png_of_the_right_size() {
    let case = Shape::usual(Language::Pl).case();
    let drawn = pictures(&case.report());
    let again = pictures(&case.report());
    let names: Vec<&str> = drawn.iter().map(|picture| picture.name).collect();
    assert_eq!(
        names,
        ["funnel", "first-contact", "time-in-stage", "stalled", "sources", "sellers", "forecast", "trend"]
    );
    for (picture, again) in drawn.iter().zip(&again) {
        let png = picture.png();
        assert!(png == again.png(), "{}", picture.name);
        let reader = png::Decoder::new(Cursor::new(&png)).read_info().expect("a PNG file");
        let facts = reader.info();
        assert_eq!((facts.width, facts.height), (2400, 1350));
        let dots = facts.pixel_dims.expect("a resolution");
        assert_eq!((dots.xppu, dots.yppu, dots.unit), (7559, 7559, png::Unit::Meter));
    }
}

/// The page as a reader sees it: each text with its place, and how many shapes of each kind there are.
fn readable(sketch: &Picture) -> String {
    let mut page = String::new();
    let mut shapes: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in &sketch.marks {
        let kind = match mark {
            Mark::Text { text, size, left, baseline, .. } => {
                page.push_str(&format!("{left:6.0} {baseline:4.0} {size:5.1}  {text}\n"));
                continue;
            }
            Mark::Area { .. } => "areas",
            Mark::Line { .. } => "lines",
            Mark::Disc { .. } => "discs",
            Mark::Ring { .. } => "rings",
        };
        *shapes.entry(kind).or_default() += 1;
    }
    format!("{page}{shapes:?}\n")
}

/// Enough of a picture's pixels to tell that one has changed (FNV-1a over red, green and blue, in rows).
fn fingerprint(file: &[u8]) -> u64 {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG file");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a page has a size")];
    let facts = reader.next_frame(&mut pixels).expect("a whole picture");
    assert_eq!((facts.color_type, facts.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    pixels.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn pages_read_and_look_as_they_did() {
    let english = Shape { deals: 60, ..Shape::usual(Language::En) }.case();
    let polish = Shape { deals: 60, clock: ClockTimes::DatesOnly, ..Shape::usual(Language::Pl) }.case();
    for (name, case) in [("en", &english), ("pl", &polish)] {
        for sketch in SKETCHES.iter().filter_map(|sketch| sketch(&case.report())) {
            let page = format!("{}pixels {:016x}\n", readable(&sketch), fingerprint(&sketch.png()));
            insta::assert_snapshot!(format!("{name}-{}", sketch.name), page);
        }
    }
}
