//! Small files made for the tests, and how they are read.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use lejek::diagnostic::{Diagnostic, Warned, Word};
use lejek::i18n::Language;
use lejek::locus::column_letters;
use lejek::read::{Boundary, Cell, Limits, Sheet, Workbook, shown_name};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The program whose child reads.
pub(crate) fn boundary(limits: Limits) -> Boundary {
    Boundary { program: PathBuf::from(env!("CARGO_BIN_EXE_lejek")), limits }
}

/// Reads bytes as a file of this name.
pub(crate) fn read_bytes(name: &str, bytes: &[u8], limits: Limits) -> Result<Warned<Workbook>, Diagnostic> {
    let folder = TempDir::new().expect("a folder for a test");
    let path = folder.path().join(name);
    put(&path, bytes);
    lejek::read::read(&path, &shown_name(&path), &boundary(limits))
}

/// Puts a file where a test wants it.
pub(crate) fn put(path: &Path, bytes: &[u8]) {
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path).expect("a new file");
    file.write_all(bytes).expect("a disk with room");
}

/// Reads bytes that are a good file.
#[track_caller]
pub(crate) fn read_good(name: &str, bytes: &[u8]) -> Warned<Workbook> {
    match read_bytes(name, bytes, Limits::DEFAULT) {
        Ok(read) => read,
        Err(refusal) => panic!("{name} is refused: {}", said(&refusal)),
    }
}

/// The file must be refused under this code, and its sentence hold this text; in both languages there is one.
#[track_caller]
pub(crate) fn refused(name: &str, bytes: &[u8], limits: Limits, code: &str, holds: &str) {
    match read_bytes(name, bytes, limits) {
        Ok(read) => panic!("{name} is read: {:?}", read.output),
        Err(refusal) => {
            assert_eq!(refusal.code.name(), code, "{}", said(&refusal));
            assert!(said(&refusal).contains(holds), "{}", said(&refusal));
            assert!(!Language::Pl.sentence_of(&refusal).is_empty());
            let names_file = refusal.words.iter().any(|(key, word)| key == "file" && *word == Word::from(name));
            assert!(names_file, "{refusal:?}");
        }
    }
}

/// A diagnostic as the user reads it.
pub(crate) fn said(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.at.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{place} [{}] {}", diagnostic.code.name(), Language::En.sentence_of(diagnostic))
}

/// What was noticed: place and code.
pub(crate) fn remarks(read: &Warned<Workbook>) -> Vec<String> {
    let place = |remark: &Diagnostic| remark.at.as_ref().map(ToString::to_string).unwrap_or_default();
    read.warnings.iter().map(|remark| format!("{} {}", place(remark), remark.code.name())).collect()
}

/// The cells of a sheet, one a line: `B2 text Oferta`.
pub(crate) fn cells(sheet: &Sheet) -> Vec<String> {
    let rows =
        sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |(column, cell)| (row.number, *column, cell)));
    rows.map(|(row, column, cell)| format!("{}{row} {}", column_letters(column), shown(cell))).collect()
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => format!("text {text}"),
        Cell::Number { value, percent: false } => format!("number {value}"),
        Cell::Number { value, percent: true } => format!("percent {value}"),
        Cell::Date(moment) => format!("date {moment}"),
        Cell::Time(seconds) => format!("time {seconds}"),
        Cell::Bool(truth) => format!("bool {truth}"),
        Cell::Error(error) => format!("error {error}"),
        Cell::Unevaluated => "unevaluated".to_owned(),
    }
}

/// A workbook of one sheet with these `<row>`s, its parts unpacked in the file.
pub(crate) fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_of(&[("Szanse", rows)], "")
}

/// A workbook of these sheets, each a name with its `<row>`s, and these properties.
pub(crate) fn xlsx_of(sheets: &[(&str, &str)], properties: &str) -> Vec<u8> {
    let sheets: Vec<(String, String)> = sheets
        .iter()
        .map(|(name, rows)| {
            ((*name).to_owned(), format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"))
        })
        .collect();
    package(&xlsx_parts(&sheets, properties))
}

/// The parts of a workbook whose sheets are whole parts.
pub(crate) fn xlsx_parts(sheets: &[(String, String)], properties: &str) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), CONTENT_TYPES.into()),
        ("_rels/.rels".to_owned(), relationships(&[("officeDocument", "xl/workbook.xml".to_owned())]).into_bytes()),
        ("xl/styles.xml".to_owned(), STYLES.into()),
    ];
    let mut listed = String::new();
    let mut related = Vec::new();
    for (place, (name, part)) in (1..).zip(sheets) {
        listed.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{place}\" r:id=\"rId{place}\"/>"));
        related.push(("worksheet", format!("worksheets/sheet{place}.xml")));
        parts.push((format!("xl/worksheets/sheet{place}.xml"), part.clone().into_bytes()));
    }
    let workbook =
        format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{properties}<sheets>{listed}</sheets></workbook>");
    parts.push(("xl/workbook.xml".to_owned(), workbook.into_bytes()));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relationships(&related).into_bytes()));
    parts
}

/// A zip file of these parts, unpacked.
pub(crate) fn package(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(name.as_str(), stored).expect("a new part");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("a whole zip").into_inner()
}

/// An OpenDocument sheet with this content between its tables' tags.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    ods_of(&content)
}

/// An OpenDocument sheet with this document.
pub(crate) fn ods_of(content: &str) -> Vec<u8> {
    package(&[
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml".to_owned(), b"<manifest:manifest xmlns:manifest=\"m\"/>".to_vec()),
        ("content.xml".to_owned(), content.as_bytes().to_vec()),
    ])
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Override PartName=\"/xl/workbook.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
/// Style 1 is a date, 2 a date with a time, 3 a percentage, 4 a duration.
const STYLES: &str = "<styleSheet><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>\
    <numFmt numFmtId=\"165\" formatCode=\"0&quot; d%&quot;\"/></numFmts><cellXfs count=\"6\"><xf numFmtId=\"0\"/>\
    <xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"46\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";

/// A part that tells which parts belong to another, by kind and path.
pub(crate) fn relationships(related: &[(&str, String)]) -> String {
    let mut text = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">".to_owned();
    for (place, (kind, target)) in (1..).zip(related) {
        text.push_str(&format!("<Relationship Id=\"rId{place}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"));
    }
    text + "</Relationships>"
}
