//! The whole workbook of a small team as cells: address, what stands there, its formula, and the class of its format.
//! A change shows which cells changed. `INSTA_UPDATE=always cargo test --test workbook snapshot` takes the new ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use calamine::{Data, Reader as _};
use lejek::i18n::Language;
use lejek::report::section::Section;

use super::fixture::team;
use super::{between, opened};

#[test]
fn the_workbook_of_a_small_team_is_as_it_was() {
    let mut report = opened(&team(9), Language::En);
    let parts = report.parts();
    let classes = classes(&parts["xl/styles.xml"]);
    for (place, title) in report.sheets.sheet_names().into_iter().enumerate() {
        let styles = styles(&parts[&format!("xl/worksheets/sheet{}.xml", place + 1)]);
        let formulas = report.sheets.worksheet_formula(&title).expect("formulas");
        let cells = report.sheets.worksheet_range(&title).expect("cells");
        let (top, left) = cells.start().unwrap_or_default();
        let mut dump = String::new();
        for (row, column, cell) in cells.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            let address = format!("{}{}", letters(column), row + 1);
            let class = styles.get(&address).and_then(|style| classes.get(*style)).map_or("", String::as_str);
            let formula = formulas.get_value((row, column)).filter(|formula| !formula.is_empty());
            let formula = formula.map_or(String::new(), |formula| format!("  ={formula}"));
            writeln!(dump, "{address:<5} {}{formula}  [{class}]", shown(cell)).expect("it grows");
        }
        let section = Section::ALL.iter().find(|section| section.title(Language::En) == title).expect("one of ours");
        insta::assert_snapshot!(section.name(), dump.replace(env!("CARGO_PKG_VERSION"), "[VERSION]"));
    }
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::String(text) => format!("{text:?}"),
        Data::DateTime(moment) => moment.as_datetime().map_or_else(|| moment.to_string(), |at| at.to_string()),
        other => other.to_string(),
    }
}

/// `A`, `AB`.
fn letters(column: u32) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

/// The number of its format by address.
fn styles(sheet: &str) -> BTreeMap<String, usize> {
    let cell = |tag: &str| Some((attribute(tag, " r=")?, attribute(tag, " s=")?.parse().ok()?));
    between(sheet, "<c", ">").into_iter().filter_map(cell).collect()
}

/// What tells formats apart: bold, colour, size, pattern of numbers, side, wrapping.
fn classes(styles: &str) -> Vec<String> {
    let inside = |name: &str| {
        let (from, to) = (format!("<{name} "), format!("</{name}>"));
        styles.split_once(&from).and_then(|(_, rest)| rest.split_once(&to)).map_or("", |(inside, _)| inside).to_owned()
    };
    let fonts: Vec<String> = between(&inside("fonts"), "<font>", "</font>").into_iter().map(font).collect();
    let fills = inside("fills");
    let fills: Vec<Option<String>> =
        between(&fills, "<fill>", "</fill>").into_iter().map(|fill| attribute(fill, "fgColor rgb=")).collect();
    let patterns: BTreeMap<String, String> = between(styles, "<numFmt ", "/>")
        .into_iter()
        .filter_map(|tag| Some((attribute(tag, "numFmtId=")?, attribute(tag, "formatCode=")?)))
        .collect();
    let formats = inside("cellXfs");
    let formats = formats.split("<xf ").skip(1);
    let class = |format: &str| {
        let number = |name: &str| attribute(format, name).and_then(|number| number.parse::<usize>().ok()).unwrap_or(0);
        let id = attribute(format, "numFmtId=").unwrap_or_default();
        let mut class = vec![fonts[number("fontId=")].clone()];
        class.extend(fills[number("fillId=")].as_ref().map(|fill| format!("on {fill}")));
        class.extend((id != "0").then(|| {
            patterns.get(&id).map_or_else(|| format!("format {id}"), |pattern| pattern.replace("&quot;", "'"))
        }));
        class.extend(attribute(format, "horizontal="));
        class.extend(format.contains("wrapText=\"1\"").then(|| "wrapped".to_owned()));
        class.extend(format.contains("quotePrefix=\"1\"").then(|| "as text".to_owned()));
        class.join(", ")
    };
    formats.map(class).collect()
}

fn font(font: &str) -> String {
    let bold = if font.contains("<b/>") { "bold " } else { "" };
    let size = attribute(font, "sz val=").unwrap_or_default();
    format!("{bold}{size} {}", attribute(font, "color rgb=").unwrap_or_default())
}

/// The value after `name=`, in quotes.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}
