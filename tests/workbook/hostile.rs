//! Texts that could break a workbook or come alive in it, in every place that a text of the input can take: they arrive
//! as the same text, cut at Excel's limit alone, and as nothing but text.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use lejek::i18n::Language;
use lejek::measure::measure;
use lejek::report::section::Section;
use lejek::report::workbook::{handouts, workbook};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::fixture::{Made, PAYLOADS, hostile, team};
use super::{Opened, between, formula, opened};

/// Letters that XML, Excel, or its codes for headers and escapes could choke on.
const STRANGE: [&str; 16] = [
    "\u{1}\u{8}\u{b}\u{1f}ukryte",
    "nie\u{fffe}znak\u{ffff}",
    "🚀👩\u{200d}🔬 emoji",
    "שלום \u{202e}evil\u{202c}",
    "]'&\"<>[*?:/\\",
    "_x0041_",
    "&P z &N &A &F &\"Arial\"",
    "<b>&amp;</b>",
    "]]>",
    "Arkusz1!$A$1",
    "=Yahoo!A1",
    "=[evil.xlsx]S!A1",
    "History",
    "' OR 1=1 --",
    "  dwie spacje  ",
    "a\r\nb",
];

/// A team of which every text is strange, the stages, files, sheets, headers and columns of its own included.
fn strange() -> Made {
    let texts: Vec<&str> = PAYLOADS.into_iter().chain(STRANGE).collect();
    let text = |place: usize| texts[place % texts.len()].to_owned();
    let mut made = hostile().with(|deals| {
        for (at, deal) in deals.iter_mut().enumerate() {
            deal.id = text(at + 1);
            deal.name = Some(text(at));
            deal.company = Some(text(at + 2));
            deal.owner = Some(text(at / 3));
            deal.source = Some(text(at * 5));
            deal.campaign = Some(text(at * 3));
            deal.lost_reason = Some(text(at * 7));
            deal.next_step = Some(text(at + 4));
            deal.custom = vec![Some(text(at + 9))];
            let place = lejek::locus::Locus::sheet(&text(at / 45).into(), Some(&text(at / 45 + 4).into()));
            (deal.at, deal.rows) = (place.at_row(at as u32 + 2), [place.at_row(at as u32 + 2)].into_iter().collect());
        }
    });
    for (place, stage) in made.book.pipeline.stages.iter_mut().enumerate() {
        (stage.name_pl, stage.name_en) = (text(place * 2 + 17), text(place * 2 + 17));
        stage.words = vec![(text(place), 3)];
    }
    made.book.custom_columns = vec![text(20)];
    for input in &mut made.inputs {
        input.file = text(21);
        for sheet in &mut input.sheets {
            sheet.at = lejek::locus::Locus::sheet(&text(21).into(), Some(&text(22).into()));
            for (place, column) in sheet.columns.iter_mut().enumerate() {
                (column.header, column.example) = (text(place + 23), Some(text(place + 19)));
            }
        }
    }
    made.measures = measure(&made.book, &made.settings);
    made
}

/// The shared strings as a spreadsheet program has them.
fn strings(report: &Opened) -> BTreeSet<String> {
    let part = &report.parts()["xl/sharedStrings.xml"];
    let part = part.replace("<t xml:space=\"preserve\">", "<t>");
    let plain =
        |text: &str| text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    between(&part, "<t>", "</t>").into_iter().map(|text| unescaped(&plain(text))).collect()
}

/// `_x0001_` is the letter of that number.
fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).and_then(|code| u32::from_str_radix(code, 16).ok());
        let letter = code.filter(|_| rest[at + 6..].starts_with('_')).and_then(char::from_u32);
        let end = if letter.is_some() { at + 7 } else { at + 2 };
        plain.push_str(if letter.is_some() { &rest[..at] } else { &rest[..end] });
        plain.extend(letter);
        rest = &rest[end..];
    }
    plain + rest
}

#[track_caller]
fn check_well_formed(name: &str, part: &str) {
    let is_allowed = |letter: char| {
        matches!(letter, '\t' | '\n' | '\r') || (letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
    };
    assert!(part.chars().all(is_allowed), "{name} has letters that XML forbids");
    let mut reader = Reader::from_str(part);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap_or_else(|cause| panic!("{name}: {cause}"));
                    assert!(!attribute.value.contains('<'), "{name}: a bare < in an attribute");
                }
            }
            Ok(_) => {}
            Err(cause) => panic!("{name}: {cause}"),
        }
    }
}

/// Nothing in the file is alive but lejek's own formulas and links, and every part is XML.
#[track_caller]
fn check_dead(report: &mut Opened, language: Language) {
    for (sheet, _, formula, _) in report.formulas() {
        assert!(formula::is_ours(&formula, language), "{sheet}: {formula}");
    }
    let titles: Vec<String> = Section::ALL.iter().map(|section| section.title(language)).collect();
    for name in report.sheets.sheet_names() {
        assert!(titles.contains(&name), "a sheet is called {name}");
    }
    for (name, part) in report.parts() {
        check_well_formed(&name, &part);
        assert!(!part.contains("TargetMode=\"External\""), "{name} points outside");
        for reference in between(&part, "<c:f>", "</c:f>") {
            assert!(titles.iter().any(|sheet| reference.starts_with(sheet.as_str())), "{name}: {reference}");
        }
        for link in between(&part, "location=\"", "\"") {
            let (sheet, cell) = link.rsplit_once('!').expect("a link names a sheet");
            assert!(titles.iter().any(|title| sheet.trim_matches('\'') == title), "{name}: {link}");
            assert!(cell.starts_with('A') && cell[1..].parse::<u32>().is_ok(), "{name}: {link}");
        }
        for footer in between(&part, "<oddFooter>", "</oddFooter>") {
            let codes = footer.replace("&amp;", "&");
            let ours = codes.starts_with("&L&8") && codes.ends_with("&R&8&A") && codes.matches('&').count() == 9;
            assert!(ours, "{name}: {footer}");
        }
        for carrier in ["<oddHeader>", "externalLink", "ddeLink", "oleObject", "vbaProject"] {
            assert!(!part.contains(carrier) && !name.contains(carrier), "{name} holds {carrier}");
        }
    }
}

#[test]
fn strange_texts_arrive_as_they_are_and_dead() {
    let made = strange();
    for language in Language::ALL {
        let mut report = opened(&made, language);
        check_dead(&mut report, language);
        let strings = strings(&report);
        for deal in &made.book.deals {
            let texts = [&deal.name, &deal.company, &deal.owner, &deal.source, &deal.campaign, &deal.lost_reason];
            let stage = made.report(language).stage_name(deal.stage()).to_owned();
            let places = [deal.id.clone(), stage, deal.at.file.to_string()];
            for text in texts.into_iter().flatten().cloned().chain(deal.custom.iter().flatten().cloned()).chain(places)
            {
                assert!(strings.contains(&text), "{} lacks {text:?}", language.code());
            }
        }
        for stage in &made.book.pipeline.stages {
            assert!(strings.contains(&stage.name_pl), "{} lacks the stage {:?}", language.code(), stage.name_pl);
        }
        assert!(
            strings.contains(&made.inputs[0].file) && strings.contains(&made.inputs[0].sheets[0].columns[0].header)
        );
    }
}

#[test]
fn strange_sellers_get_workbooks_that_open() {
    let made = strange();
    let handouts = handouts(&made.report(Language::Pl)).expect("workbooks");
    assert!(handouts.len() > 10, "only {}", handouts.len());
    for handout in handouts {
        assert!(!handout.file.contains(['/', '\\', ':', '\u{202e}', '<', '"']), "{:?}", handout.file);
        let sheets = Xlsx::new(Cursor::new(handout.workbook.clone())).expect("a readable workbook");
        let mut report = Opened { bytes: handout.workbook, language: Language::Pl, sheets };
        check_dead(&mut report, Language::Pl);
    }
}

#[test]
fn a_text_beyond_the_limit_is_cut_wherever_it_stands() {
    let long = "ą🙂".repeat(20_000);
    let mut made = team(12).with(|deals| {
        let deal = &mut deals[3];
        (deal.name, deal.company, deal.owner) = (Some(long.clone()), Some(long.clone()), Some(long.clone()));
        (deal.source, deal.campaign, deal.phone) = (Some(long.clone()), Some(long.clone()), Some(long.clone()));
    });
    for stage in &mut made.book.pipeline.stages {
        stage.name_pl = long.clone();
    }
    made.inputs[0].file.clone_from(&long);
    made.inputs[0].sheets[0].columns[0].header.clone_from(&long);
    let bytes = workbook(&made.report(Language::Pl)).expect("a workbook");
    let sheets = Xlsx::new(Cursor::new(bytes.clone())).expect("a readable workbook");
    let mut report = Opened { bytes, language: Language::Pl, sheets };
    check_dead(&mut report, Language::Pl);
    for name in report.sheets.sheet_names() {
        for (row, column, cell) in report.sheets.worksheet_range(&name).expect("a sheet").used_cells() {
            let Data::String(text) = cell else { continue };
            let units = text.encode_utf16().count();
            assert!(units <= 32_767, "{name} {row} {column}: {units}");
            assert!(units < 32_000 || text.ends_with('…'), "{name} {row} {column}: cut without saying so");
        }
    }
    let said = report.texts(Section::About).into_iter().any(|text| text.ends_with("bo tyle mieści komórka Excela"));
    assert!(said, "About does not say that texts were cut");
}
