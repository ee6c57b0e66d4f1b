//! The workbook as a spreadsheet program finds it: cells, formulas with their results, links, parts of the file.

#[path = "../support/chance.rs"]
mod chance;
mod figures;
mod fixture;
mod formula;
mod hostile;
mod snapshot;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use lejek::i18n::Language;
use lejek::model::Moment;
use lejek::report::section::Section;
use lejek::report::workbook::{handouts, workbook};

use fixture::{Made, PAYLOADS, hostile, poor, team};

/// A written workbook, opened again.
struct Opened {
    bytes: Vec<u8>,
    language: Language,
    sheets: Xlsx<Cursor<Vec<u8>>>,
}

/// Writes the report and opens it as a spreadsheet program would.
fn opened(made: &Made, language: Language) -> Opened {
    let bytes = workbook(&made.report(language)).expect("a workbook");
    let sheets = Xlsx::new(Cursor::new(bytes.clone())).expect("a readable workbook");
    Opened { bytes, language, sheets }
}

impl Opened {
    fn cells(&mut self, section: Section) -> calamine::Range<Data> {
        self.sheets.worksheet_range(&section.title(self.language)).expect("the sheet is there")
    }

    /// Every text of a sheet.
    fn texts(&mut self, section: Section) -> Vec<String> {
        let range = self.cells(section);
        range.used_cells().filter_map(|(_, _, cell)| cell.as_string()).collect()
    }

    /// Sheet, place, formula and stored result of every formula.
    fn formulas(&mut self) -> Vec<(String, (u32, u32), String, Data)> {
        let mut found = Vec::new();
        for name in self.sheets.sheet_names() {
            let results = self.sheets.worksheet_range(&name).expect("a sheet");
            let formulas = self.sheets.worksheet_formula(&name).expect("its formulas");
            let (top, left) = formulas.start().unwrap_or_default();
            for (row, column, formula) in formulas.used_cells() {
                let place = (top + row as u32, left + column as u32);
                let result = results.get_value(place).cloned().unwrap_or_default();
                found.push((name.clone(), place, formula.clone(), result));
            }
        }
        found
    }

    /// The parts of the file by name.
    fn parts(&self) -> BTreeMap<String, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes)).expect("a zip");
        let mut parts = BTreeMap::new();
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("XML");
            let name = part.name().expect("a name").into_owned();
            parts.insert(name, text);
        }
        parts
    }
}

/// Each made-up team with each language.
fn every_report(mut look: impl FnMut(&Made, Opened)) {
    let teams: [fn() -> Made; 3] = [|| team(150), hostile, poor];
    for made in teams.map(|make| Box::new(make())) {
        for language in Language::ALL {
            look(&made, opened(&made, language));
        }
    }
}

#[test]
fn every_count_and_sum_is_what_the_sheet_of_deals_gives() {
    every_report(|_, mut report| {
        let deals = formula::Deals::read(&report.cells(Section::Deals));
        let mut checked = 0;
        for (sheet, (row, column), formula, stored) in report.formulas() {
            let cells = report.sheets.worksheet_range(&sheet).expect("a sheet");
            let cell = |row: u32, column: u32| match cells.get_value((row, column)) {
                Some(Data::DateTime(day)) => day.as_f64().to_string(),
                other => other.and_then(Data::as_string).unwrap_or_default(),
            };
            let Some(computed) = deals.value_of(&formula, &cell) else { continue };
            let stored = stored.as_f64().unwrap_or(f64::NAN);
            assert!(
                (stored - computed).abs() <= 1e-6 * computed.abs().max(1.0),
                "{sheet} row {row} column {column}: {formula} is {computed}, stored {stored}"
            );
            checked += 1;
        }
        assert!(checked > 30, "only {checked} formulas over the deals");
    });
}

#[test]
fn no_formula_link_or_chart_holds_text_of_the_input() {
    let made = hostile();
    for language in Language::ALL {
        let mut report = opened(&made, language);
        for (sheet, _, formula, _) in report.formulas() {
            assert!(formula::is_ours(&formula, language), "{sheet}: {formula}");
        }
        for (name, part) in report.parts() {
            for carrier in ["externalLink", "ddeLink", "oleObject", "vbaProject"] {
                assert!(!name.contains(carrier) && !part.contains(carrier), "{name} holds {carrier}");
            }
            assert!(!part.contains("TargetMode=\"External\""), "{name} points outside");
            for reference in between(&part, "<c:f>", "</c:f>") {
                let ours = [Section::Funnel, Section::Forecast].map(|section| section.title(language));
                assert!(ours.iter().any(|sheet| reference.starts_with(sheet)), "{name}: {reference}");
            }
        }
    }
}

#[test]
fn texts_of_the_input_come_back_as_they_were() {
    let made = hostile();
    let mut report = opened(&made, Language::Pl);
    let texts = report.texts(Section::Deals);
    for payload in PAYLOADS {
        let shown = |text: &String| text.trim() == payload.trim();
        assert!(texts.iter().any(shown), "{payload:?} is not on the sheet of deals");
    }
    let styles = &report.parts()["xl/styles.xml"];
    assert!(styles.contains("quotePrefix=\"1\""), "texts that look like formulas keep their quote mark");
}

#[test]
fn sheets_without_content_are_named_with_their_reason() {
    let made = poor();
    for language in Language::ALL {
        let mut report = opened(&made, language);
        let names = report.sheets.sheet_names();
        let about = report.texts(Section::About);
        let mut missing = 0;
        for section in Section::ALL {
            let title = section.title(language);
            match section.missing(&made.report(language)) {
                None => assert!(names.contains(&title), "{title} is not there"),
                Some(why) => {
                    missing += 1;
                    assert!(!names.contains(&title), "{title} has no content");
                    assert!(about.contains(&title) && about.contains(&why), "{title} is not named on About");
                }
            }
        }
        assert!(missing >= 4, "{missing} sheets are missing");
    }
}

#[test]
fn every_sheet_is_set_up_for_printing() {
    for language in Language::ALL {
        let report = opened(&team(150), language);
        let parts = report.parts();
        let names = report.sheets.sheet_names();
        for place in 1..=names.len() {
            let sheet = &parts[&format!("xl/worksheets/sheet{place}.xml")];
            for part in ["<oddFooter>", "orientation=\"landscape\"", "paperSize=\"9\"", "fitToPage=\"1\""] {
                assert!(sheet.contains(part), "{}: no {part}", names[place - 1]);
            }
        }
        // The summary is one page by its area; the sheet of deals prints what matters, with its head on each page.
        let defined = between(&parts["xl/workbook.xml"], "<definedName ", "</definedName>");
        let of = |name: &str, section: Section| {
            let title = section.title(language);
            let sheet = [format!("{title}!"), format!("'{title}'!")];
            let found = defined.iter().find(|one| {
                let (head, place) = one.split_once('>').expect("a name and a place");
                head.contains(name) && sheet.iter().any(|sheet| place.starts_with(sheet.as_str()))
            });
            found.map(|one| one.rsplit('!').next().unwrap_or_default().to_owned())
        };
        assert!(of("Print_Area", Section::Summary).is_some());
        assert_eq!(of("Print_Area", Section::Deals).as_deref(), Some("$A$1:$M$155"));
        assert_eq!(of("Print_Titles", Section::Deals).as_deref(), Some("$5:$5"));
        for section in [Section::ToDo, Section::FirstContact, Section::Stalled, Section::Quality] {
            assert!(of("Print_Titles", section).is_some(), "{}", section.name());
        }
    }
}

#[test]
fn without_deals_there_is_no_formula() {
    assert_eq!(opened(&team(0), Language::Pl).formulas(), Vec::new());
}

#[test]
fn old_facts_are_said_on_the_first_page() {
    let mut report = opened(&poor(), Language::En);
    assert!(report.texts(Section::Summary).iter().any(|text| text.contains("69 days")));
}

#[test]
fn nothing_is_called_fine_where_nothing_can_be_judged() {
    for (made, key) in [(poor(), "story-nothing-shown"), (team(0), "story-nothing-shown")] {
        let mut report = opened(&made, Language::En);
        assert!(report.texts(Section::ToDo).contains(&Language::En.text(key)));
    }
}

#[test]
fn every_deal_to_act_on_has_a_row_with_a_link_to_its_own() {
    let made = team(150);
    let mut report = opened(&made, Language::En);
    let acted: std::collections::BTreeSet<usize> = made.measures.findings.iter().map(|f| f.deal).collect();
    let rows = report.cells(Section::ToDo);
    let ticks = rows.used_cells().filter(|(_, _, cell)| matches!(cell, Data::Bool(false))).count();
    assert_eq!(ticks, acted.len());
    let parts = report.parts();
    let linked = between(&parts["xl/worksheets/sheet2.xml"], "location=\"", "\"").len();
    // One more leads back to the summary.
    assert_eq!(linked, acted.len() + 1);
}

#[test]
fn a_target_and_dates_put_off_have_a_sheet() {
    let mut made = team(150).with(|deals| {
        let usual = deals.iter().find_map(|deal| deal.value);
        for deal in deals.iter_mut() {
            deal.value = deal.value.or(usual);
        }
        for deal in deals.iter_mut().filter(|deal| deal.expected_close.is_some()) {
            deal.earlier_closes = vec![Moment::Day("2026-10-01".parse().expect("a day"))];
        }
    });
    made.settings.template.target = lejek::template::Target::parse("500000/quarter");
    let made = made.with(|_| ());
    let (coverage, slippage) = (made.measures.coverage.known().cloned(), made.measures.slippage.known().cloned());
    let (coverage, slippage) = (coverage.expect("one currency"), slippage.expect("earlier dates"));
    for language in Language::ALL {
        let cells = opened(&made, language).cells(Section::Plans);
        let numbers: Vec<f64> = cells.used_cells().filter_map(|(_, _, cell)| cell.as_f64()).collect();
        for number in [500_000.0, coverage.won, coverage.left, coverage.open, slippage.pushed as f64] {
            assert!(numbers.iter().any(|shown| (shown - number).abs() < 1e-6), "no {number}");
        }
        let linked = cells.used_cells().filter(|(_, column, cell)| *column == 7 && cell.is_float()).count();
        assert!(linked >= slippage.deals.len(), "{linked} rows for {} deals", slippage.deals.len());
    }
}

#[test]
fn a_sellers_workbook_holds_nothing_of_the_others() {
    let made = team(150);
    let owners: Vec<String> = made.measures.owners.iter().filter_map(|group| group.name.clone()).collect();
    let handouts = handouts(&made.report(Language::En)).expect("workbooks");
    assert!(handouts.len() > 1, "only {} workbooks", handouts.len());
    for handout in handouts {
        let sheets = Xlsx::new(Cursor::new(handout.workbook.clone())).expect("a readable workbook");
        let mut report = Opened { bytes: handout.workbook, language: Language::En, sheets };
        assert_eq!(report.sheets.sheet_names(), ["To do", "Deals"]);
        let texts = [Section::ToDo, Section::Deals].map(|section| report.texts(section).join("\n")).join("\n");
        let named: Vec<_> = owners.iter().filter(|owner| texts.contains(owner.as_str())).collect();
        assert_eq!(named.len(), 1, "{}: {named:?}", handout.file);
        assert!(handout.file.contains(named[0].as_str()), "{}", handout.file);
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_said() {
    let long = "ą".repeat(40_000);
    let made = team(12).with(|deals| deals[3].lost_reason = Some(long.clone()));
    let mut report = opened(&made, Language::En);
    let longest = report.texts(Section::Deals).into_iter().max_by_key(String::len).unwrap_or_default();
    assert_eq!(longest.encode_utf16().count(), 32_767);
    assert!(longest.ends_with('…'));
    let said = Language::En.say("text-cut", &[("count", 1_u64.into())]);
    assert!(report.texts(Section::About).contains(&said));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for language in Language::ALL {
        let once = workbook(&team(60).report(language)).expect("a workbook");
        let twice = workbook(&team(60).report(language)).expect("a workbook");
        assert!(once == twice, "{}", language.code());
    }
}

#[test]
fn no_cell_holds_a_number_that_is_none() {
    every_report(|_, report| {
        for (name, part) in report.parts() {
            for text in ["NaN", "NAN", ">inf<", ">INF<"] {
                assert!(!part.contains(text), "{name} holds {text}");
            }
        }
    });
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}
