//! The web page and its pictures: whole in themselves, safe whatever the sheets say, with the figures of report.json.

#[path = "support/measured.rs"]
mod measured;
mod support;

use std::fmt::Write;

use html5gum::{Token, Tokenizer};
use lejek::i18n::{Language, format};
use lejek::report::Report;
use lejek::report::chart::{Picture, pictures};
use lejek::report::intake::InputFile;
use lejek::report::json::json;
use lejek::report::page::page;
use measured::Measured;
use serde_json::Value;
use support::events;

const AS_OF: &str = "2025-06-30";

/// The page in a language, and report.json. Sellers, sources and deals have names that a page must not obey.
fn made(language: Language) -> (String, Value) {
    let measured = named(&NAMES);
    let report = measured.report(language);
    let page = String::from_utf8(page(&report, &pictures(&report))).expect("the page is UTF-8");
    (page, serde_json::from_slice(&json(&report)).expect("it is JSON"))
}

/// Forty deals whose sellers, sources, stages and own names are these.
fn named(names: &[&str]) -> Measured {
    let mut text = "deal_id,stage,entered_at,value,owner,source\n".to_owned();
    for number in 0..40 {
        let day = 1 + number % 28;
        let (owner, source) = (names[number % names.len()], names[(number / 5) % names.len()]);
        let (owner, source) = (owner.replace('"', "\"\""), source.replace('"', "\"\""));
        let steps = [("new", "05"), ("contact", "05"), ("offer", "06")];
        for (stage, month) in &steps[..=(number % 3)] {
            writeln!(text, "D{number:02},{stage},2025-{month}-{day:02},1500,\"{owner}\",\"{source}\"")
                .expect("it grows");
        }
    }
    let (mut book, settings) = (events::book(&text, AS_OF), events::settings(AS_OF));
    for (deal, name) in book.deals.iter_mut().zip(names.iter().cycle()) {
        (deal.name, deal.phone) = (Some((*name).to_owned()), Some("+48 600 100 200".to_owned()));
    }
    Measured::of(book, settings)
}

const NAMES: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "O'Neil & \"Synowie\" </svg></style>",
    "שלום \u{202e}evil\u{7} 🚀",
    "Żółć",
];

#[test]
fn nothing_from_the_sheets_becomes_markup() {
    for language in Language::ALL {
        let (page, _) = made(language);
        for bad in ["<script", "<img", "onerror=alert(1)>", "</svg></style>", "\u{7}"] {
            assert!(!page.contains(bad), "{bad}");
        }
        assert!(page.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"));
        assert!(page.contains("O'Neil &amp; &quot;Synowie&quot; &lt;/svg&gt;&lt;/style&gt;"));
        assert!(page.contains("<bdi>שלום \u{202e}evil\u{fffd} 🚀</bdi>"));
    }
}

/// Names of stages, sellers, sources, deals and files that want to be more than names.
const HOSTILE: [&str; 12] = [
    "</script><script>alert(1)</script>",
    "<b onmouseover=alert(1)>tłuste</b>",
    "\" onload=\"alert(1)\" x=\"",
    "' onclick='alert(1)' x='",
    "javascript:alert(1)",
    "</title></style></svg><img src=x onerror=alert(1)>",
    "<!-- ]]> --!> <?xml <![CDATA[",
    "&lt;i&gt; &#60;u&#62; &amp;amp;",
    "\u{0}\u{1}\u{b}\u{1b}[31m\u{7f}\u{9f}\u{fffe}",
    "\u{202e}\u{2066}שלום\u{200f}",
    "a\r\nb\tc",
    "&\"Arial\"&P =1+1",
];

/// The page and the pictures where everything that the input names has one of these names.
fn hostile(names: &[&str], language: Language) -> (String, Vec<Picture>) {
    let mut measured = named(names);
    for (stage, name) in measured.book.pipeline.stages.iter_mut().zip(names.iter().cycle()) {
        (stage.name_pl, stage.name_en) = ((*name).to_owned(), (*name).to_owned());
    }
    let file = |name: &&str| InputFile {
        file: (*name).to_owned(),
        format: "csv",
        bytes: 1,
        sha256: "0".repeat(64),
        sheets: Vec::new(),
    };
    let inputs: Vec<InputFile> = names.iter().map(file).collect();
    let report = Report { inputs: &inputs, ..measured.report(language) };
    let pictures = pictures(&report);
    (String::from_utf8(page(&report, &pictures)).expect("the page is UTF-8"), pictures)
}

/// The name of an element, and its attributes with their values.
type Element = (String, Vec<(String, String)>);

/// What a browser finds on the page: its elements and their attributes, and its text.
fn parsed(page: &str) -> (Vec<Element>, String) {
    let word = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let (mut elements, mut text, mut open) = (Vec::new(), String::new(), Vec::new());
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (word(name), word(value)));
                elements.push((word(&tag.name), attributes.collect()));
                if !tag.self_closing && !["meta"].contains(&word(&tag.name).as_str()) {
                    open.push(word(&tag.name));
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop(), Some(word(&tag.name)), "what was opened is closed"),
            Token::String(told) => text.push_str(&word(&told)),
            Token::Doctype(_) => {}
            Token::Comment(_) | Token::Error(_) => panic!("a comment or an error of the page: {token:?}"),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    (elements, text)
}

const ELEMENTS: [&str; 37] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "footer",
    "section",
    "h1",
    "h2",
    "h3",
    "p",
    "b",
    "i",
    "bdi",
    "span",
    "small",
    "div",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "svg",
    "desc",
    "defs",
];
const SHAPES: [&str; 4] = ["g", "path", "use", "circle"];
const ATTRIBUTES: [&str; 28] = [
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "class",
    "id",
    "style",
    "xmlns",
    "viewbox",
    "role",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "d",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "href",
    "transform",
    "width",
    "height",
    "colspan",
    "scope",
];

#[test]
fn whatever_things_are_called_the_page_has_its_own_elements_alone() {
    for language in Language::ALL {
        let (page, _) = hostile(&HOSTILE, language);
        let (elements, text) = parsed(&page);
        for (element, attributes) in &elements {
            assert!(ELEMENTS.contains(&element.as_str()) || SHAPES.contains(&element.as_str()), "<{element}>");
            for (name, value) in attributes {
                assert!(ATTRIBUTES.contains(&name.as_str()), "<{element} {name}={value:?}>");
                assert!(name != "href" || value.starts_with('#'), "<{element} {name}={value:?}>");
                assert!(!value.contains("alert") && !value.contains("script:"), "<{element} {name}={value:?}>");
            }
        }
        for name in HOSTILE {
            let is_none = |letter: char| letter.is_control() || letter == '\u{fffe}';
            let shown = |letter: char| if is_none(letter) && letter != '\n' { '\u{fffd}' } else { letter };
            let visible: String = name.chars().map(shown).collect();
            assert!(text.contains(&visible), "the text {name:?} does not arrive");
        }
        assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n'), "a control character");
    }
}

#[test]
fn whatever_things_are_called_a_picture_is_xml_under_a_plain_name() {
    let (_, pictures) = hostile(&HOSTILE, Language::En);
    assert!(pictures.len() >= 5, "only {}", pictures.len());
    for picture in pictures {
        assert!(picture.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", picture.name);
        let svg = picture.svg();
        let mut reader = quick_xml::Reader::from_str(&svg);
        loop {
            use quick_xml::events::Event;
            match reader.read_event().unwrap_or_else(|cause| panic!("{}: {cause}", picture.name)) {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = tag.name().as_ref().to_owned();
                    let known = ["svg", "title", "desc", "defs"].contains(&name.as_str());
                    assert!(known || SHAPES.contains(&name.as_str()), "{}: <{name}>", picture.name);
                }
                Event::Comment(_) | Event::CData(_) | Event::PI(_) | Event::DocType(_) => panic!("{}", picture.name),
                _ => {}
            }
        }
    }
}

#[test]
fn names_of_forty_thousand_letters_leave_the_page_whole() {
    let long = format!("<{}&", "ą\"".repeat(20_000));
    let (page, pictures) = hostile(&[&long, "Anna"], Language::Pl);
    let (_, text) = parsed(&page);
    assert!(text.contains(&long));
    let texts = pictures.iter().flat_map(Picture::texts);
    assert!(texts.into_iter().all(|text| text.chars().count() < 1_000), "a picture has room for lines, not for pages");
}

#[test]
fn the_page_needs_nothing_beside_itself() {
    let (page, _) = made(Language::Pl);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"pl\">"));
    assert!(page.contains("default-src 'none'"));
    for part in ["<link", " src=\"", "url(", "@import", "href=\"http"] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(page.matches("<svg ").count() >= 5, "the pictures are on it");
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "letters of one picture are not those of another");
}

#[test]
fn figures_are_those_of_report_json() {
    let (page, report) = made(Language::En);
    let number = |pointer: &str| report.pointer(pointer).and_then(Value::as_u64).unwrap_or_else(|| panic!("{pointer}"));
    assert!(page.contains(&format!("<b>{}</b>", number("/totals/deals"))));
    assert!(page.contains(&format!("<b>{}</b>", number("/totals/won"))));
    let open = report["totals"]["open_value"]["PLN"].as_f64().expect("an amount");
    let open = format::sum_short(open, lejek::model::Currency::PLN, Language::En);
    assert!(page.contains(&format!("<b>{open}</b>")), "{open}");
    for stage in report["measures"]["funnel"]["stages"].as_array().expect("stages") {
        assert!(page.contains(&format!("<td class=\"n\">{}</td>", stage["reached"])), "{stage}");
    }
    for rule in ["no-contact", "no-follow-up", "stalled"] {
        for owner in NAMES {
            let of_rule = |finding: &&Value| {
                let deal = finding["deal"].as_u64().expect("a place") as usize;
                finding["rule"] == rule && report["deals"][deal]["owner"] == owner
            };
            let count = report["findings"].as_array().expect("findings").iter().filter(of_rule).count();
            assert!(count == 0 || page.contains(&format!("<td class=\"n\">{count}</td>")), "{rule} {owner} {count}");
        }
    }
}
