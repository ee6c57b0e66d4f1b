//! What a workbook itself names, in; hints at where its tables are, out: Excel tables, named ranges, filters and print
//! areas. A hint that cannot be read is no hint, and nothing is lost with it.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::grid::NamedArea;
use super::reference;

/// An Excel table with the sheet on which it is.
pub(super) type Table = (String, NamedArea);

/// Longer names are none: Excel allows 255 letters.
const LONGEST_NAME: usize = 255;

/// The areas of one sheet among the names of a workbook, each with its formula. A name of one cell is a constant.
pub(super) fn ranges(names: &[(String, String)], sheet: &str) -> Vec<NamedArea> {
    let on_sheet = |(name, formula): &(String, String)| {
        let (found, area) = reference::on_sheet(formula)?;
        let is_one_cell = (area.top, area.left) == (area.bottom, area.right);
        let fits = found.eq_ignore_ascii_case(sheet) && !is_one_cell && name.len() <= LONGEST_NAME;
        fits.then(|| NamedArea { name: name.as_str().into(), area, is_table: false })
    };
    names.iter().filter_map(on_sheet).collect()
}

/// The Excel tables of a package. `part` gives the text of a part by its name in lower case.
pub(super) fn tables(mut part: impl FnMut(&str) -> Option<String>) -> Vec<Table> {
    const WORKBOOK: &str = "xl/workbook.xml";
    let (Some(workbook), Some(relations)) = (part(WORKBOOK), part(&relations_of(WORKBOOK))) else { return Vec::new() };
    let sheet_parts = related(&relations, WORKBOOK, "/worksheet");
    let mut tables = Vec::new();
    for sheet in elements(&workbook, "sheet") {
        let (Some(name), Some(id)) = (value(&sheet, "name"), value(&sheet, "id")) else { continue };
        let Some((_, sheet_part)) = sheet_parts.iter().find(|(found, _)| *found == id) else { continue };
        let Some(relations) = part(&relations_of(sheet_part)) else { continue };
        for (_, table_part) in related(&relations, sheet_part, "/table") {
            let table = part(&table_part).and_then(|text| table(&text));
            tables.extend(table.map(|table| (name.clone(), table)));
        }
    }
    tables
}

fn table(text: &str) -> Option<NamedArea> {
    let table = elements(text, "table").into_iter().next()?;
    let name = value(&table, "displayName").filter(|name| name.len() <= LONGEST_NAME)?;
    let area = reference::area(&value(&table, "ref")?)?;
    // A table may do without its header row; its columns are then named nowhere on the sheet.
    let is_table = value(&table, "headerRowCount").is_none_or(|rows| rows != "0");
    Some(NamedArea { name: name.into(), area, is_table })
}

/// Where the relations of a part stand: `xl/_rels/workbook.xml.rels`.
fn relations_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{file}.rels")
}

/// The parts of one kind to which a part is related: identifier and name.
fn related(relations: &str, part: &str, kind: &str) -> Vec<(String, String)> {
    let target = |relation: &Attributes| {
        let fits = value(relation, "Type").is_some_and(|found| found.ends_with(kind));
        let target = value(relation, "Target")?.replace('\\', "/").to_lowercase();
        fits.then_some((value(relation, "Id")?, resolved(part, &target)))
    };
    elements(relations, "Relationship").iter().filter_map(target).collect()
}

/// The name of a part as seen from another: `../tables/table1.xml` from `xl/worksheets/sheet1.xml`.
fn resolved(part: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = part.split('/').collect();
    path.pop();
    for step in target.split('/') {
        if step == ".." {
            path.pop();
        } else {
            path.push(step);
        }
    }
    path.join("/")
}

type Attributes = Vec<(String, String)>;

fn value(attributes: &Attributes, name: &str) -> Option<String> {
    attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone())
}

/// The attributes, without prefixes, of every element of this name, as far as the document can be read.
fn elements(text: &str, name: &str) -> Vec<Attributes> {
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => found.push(attributes(&tag)),
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

fn attributes(tag: &BytesStart<'_>) -> Attributes {
    let read = tag.attributes().flatten().filter_map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((attribute.key.local_name().as_ref().to_owned(), value.into_owned()))
    });
    read.collect()
}
