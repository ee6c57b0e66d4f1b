//! Parts of a package that a library cannot live with, though nothing is wrong with the sheet: they are mended in
//! a copy that only the library sees. No mend touches a cell.

use std::io::{Cursor, Read, Seek, Write};

use encoding_rs::{UTF_16BE, UTF_16LE};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::grid::Format;
use super::package::ending;
use super::reference;

/// What is to be done to one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mend {
    /// A false count of strings, for which the library would reserve room: left out.
    StringCount,
    /// A false size of the sheet, on which the library would give up: left out.
    Dimension,
    /// A visibility that does not exist, on which the library would give up: visible.
    SheetState,
    /// A sheet of Excel 4 macros, on which the library would give up, is passed over like a chart; and paths
    /// written with backslashes are found.
    Relationships,
    /// UTF-16, which the format allows and the library does not read: UTF-8.
    Utf16,
    /// Blanks between cells, which OpenDocument allows and the library does not: left out.
    Blanks,
}

/// More strings than this are not reserved for on the word of the file.
const MOST_STRINGS: u64 = 4_000_000;

/// What this part needs, by its first bytes. `name` is in lower case.
pub(super) fn needed(format: Format, name: &str, head: &[u8]) -> Option<Mend> {
    let markup = ["xml", "rels"].contains(&ending(name));
    if markup && [&b"\xFF\xFE"[..], b"\xFE\xFF", b"<\0?\0", b"\0<\0?"].iter().any(|mark| head.starts_with(mark)) {
        return Some(Mend::Utf16);
    }
    let head = String::from_utf8_lossy(head);
    match format {
        Format::Xlsx if name.ends_with("sharedstrings.xml") => {
            let count = attribute(&head, "uniqueCount")?;
            let believable = head.get(count)?.parse::<u64>().is_ok_and(|count| count <= MOST_STRINGS);
            (!believable).then_some(Mend::StringCount)
        }
        Format::Xlsx if name.ends_with("workbook.xml") => bad_state(&head).map(|_| Mend::SheetState),
        Format::Xlsx if ending(name) == "rels" => {
            let odd = head.contains('\\') || MACRO_SHEETS.iter().any(|kind| head.contains(kind));
            odd.then_some(Mend::Relationships)
        }
        Format::Xlsx if markup => {
            let tag = dimension(&head)?;
            let text = head.get(tag)?;
            let honest = attribute(text, "ref")
                .and_then(|place| text.get(place))
                .is_some_and(|place| reference::area(place).is_some());
            (!honest).then_some(Mend::Dimension)
        }
        Format::Ods if name == "content.xml" => blank_between_cells(&head).then_some(Mend::Blanks),
        _ => None,
    }
}

/// A copy of the package with these parts mended.
pub(super) fn apply<R: Read + Seek>(archive: &mut ZipArchive<R>, mends: &[(usize, Mend)]) -> ZipResult<Vec<u8>> {
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let Some((_, mend)) = mends.iter().find(|(mended, _)| *mended == place) else {
            copy.raw_copy_file(archive.by_index_raw(place)?)?;
            continue;
        };
        let mut part = archive.by_index(place)?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        copy.start_file(part.name()?, stored)?;
        copy.write_all(&mended(bytes, *mend))?;
    }
    Ok(copy.finish()?.into_inner())
}

fn mended(bytes: Vec<u8>, mend: Mend) -> Vec<u8> {
    if mend == Mend::Utf16 {
        return utf8(&bytes).into_bytes();
    }
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(not_text) => return not_text.into_bytes(),
    };
    match mend {
        Mend::StringCount => {
            if let Some(count) = attribute(&text, "uniqueCount") {
                text.replace_range(count, "0");
            }
        }
        Mend::Dimension => {
            if let Some(tag) = dimension(&text) {
                text.replace_range(tag, "");
            }
        }
        Mend::SheetState => {
            while let Some(state) = bad_state(&text) {
                text.replace_range(state, "visible");
            }
        }
        Mend::Relationships => {
            text = text.replace('\\', "/");
            for kind in MACRO_SHEETS {
                text = text.replace(kind, "/relationships/chartsheet\"");
            }
        }
        Mend::Blanks => text = without_blanks(&text),
        Mend::Utf16 => {}
    }
    text.into_bytes()
}

const MACRO_SHEETS: &[&str] = &["/relationships/xlMacrosheet\"", "/relationships/xlIntlMacrosheet\""];

type Span = std::ops::Range<usize>;

/// The value of the first attribute of this name.
fn attribute(text: &str, name: &str) -> Option<Span> {
    let (at, _) = text.match_indices(name).find(|(at, _)| {
        let follows_blank = text.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
        follows_blank && text.get(at + name.len()..).is_some_and(|after| after.starts_with(['=', ' ']))
    })?;
    let rest = text.get(at..)?;
    let open = at + rest.find(['"', '\''])?;
    let quote = text.get(open..)?.chars().next()?;
    let length = text.get(open + 1..)?.find(quote)?;
    Some(open + 1..open + 1 + length)
}

/// The tag that says how large the sheet is, which stands before its cells.
fn dimension(text: &str) -> Option<Span> {
    let before_cells = text.split("sheetData").next()?;
    let name = before_cells.find("dimension")?;
    let open = before_cells.get(..name)?.rfind('<')?;
    let prefix = before_cells.get(open + 1..name)?;
    let is_tag = prefix.is_empty() || prefix.ends_with(':') && prefix.bytes().all(|byte| byte != b' ');
    let close = name + before_cells.get(name..)?.find('>')?;
    is_tag.then_some(open..close + 1)
}

/// The first visibility of a sheet that does not exist.
fn bad_state(text: &str) -> Option<Span> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find("<sheet ").or_else(|| text.get(from..)?.find(":sheet ")) {
        let start = from + found;
        let end = start + text.get(start..)?.find('>')?;
        if let Some(state) = attribute(text.get(start..end)?, "state") {
            let state = start + state.start..start + state.end;
            if !["visible", "hidden", "veryHidden"].contains(&text.get(state.clone())?) {
                return Some(state);
            }
        }
        from = end;
    }
    None
}

fn blank_between_cells(text: &str) -> bool {
    text.match_indices("<table:table-cell")
        .any(|(at, _)| text.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace)))
}

/// The text without blanks before tags of tables; those inside a cell's paragraphs stay.
fn without_blanks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for (place, piece) in text.split('<').enumerate() {
        if place > 0 {
            if piece.starts_with("table:") || piece.starts_with("/table:") {
                kept.truncate(kept.trim_end().len());
            }
            kept.push('<');
        }
        kept.push_str(piece);
    }
    kept
}

fn utf8(bytes: &[u8]) -> String {
    let little = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"<\0");
    let (text, _, _) = if little { UTF_16LE.decode(bytes) } else { UTF_16BE.decode(bytes) };
    // What the declaration says of the encoding is no longer true.
    match attribute(&text, "encoding") {
        Some(place) if place.end < 100 => {
            let mut text = text.into_owned();
            text.replace_range(place, "UTF-8");
            text
        }
        _ => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, part: &str, mend: Option<Mend>, expect: &str) {
        let format = if name == "content.xml" { Format::Ods } else { Format::Xlsx };
        assert_eq!(needed(format, name, part.as_bytes()), mend, "{part}");
        if let Some(mend) = mend {
            assert_eq!(String::from_utf8_lossy(&mended(part.as_bytes().to_vec(), mend)), expect);
        }
    }

    #[test]
    fn false_counts_of_strings_are_left_out() {
        let name = "xl/sharedstrings.xml";
        check(name, r#"<sst count="2" uniqueCount="2"><si/>"#, None, "");
        check(name, r#"<sst uniqueCount="1000000000"><si/>"#, Some(Mend::StringCount), r#"<sst uniqueCount="0"><si/>"#);
        check(name, r"<sst uniqueCount='-1'><si/>", Some(Mend::StringCount), r"<sst uniqueCount='0'><si/>");
    }

    #[test]
    fn false_sizes_of_sheets_are_left_out() {
        let name = "xl/worksheets/sheet1.xml";
        for honest in ["A1", "A1:C10", "A1:XFD1048576"] {
            check(name, &format!(r#"<worksheet><dimension ref="{honest}"/><sheetData>"#), None, "");
        }
        for lie in ["", "junk", "C10:A1", "A1:B2:C3", "A1:XFE5", "A1:A99999999999", "A0"] {
            check(
                name,
                &format!(r#"<worksheet><x:dimension ref="{lie}"/><sheetData>"#),
                Some(Mend::Dimension),
                "<worksheet><sheetData>",
            );
        }
        check(name, "<worksheet><sheetData><c><v>dimension</v></c>", None, "");
    }

    #[test]
    fn sheets_of_unknown_kinds_become_kinds_that_are_known() {
        check(
            "xl/workbook.xml",
            r#"<sheet name="state" state="hidden"/><sheet name="B" state="show" r:id="1"/>"#,
            Some(Mend::SheetState),
            r#"<sheet name="state" state="hidden"/><sheet name="B" state="visible" r:id="1"/>"#,
        );
        check(
            "xl/_rels/workbook.xml.rels",
            r#"Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet""#,
            Some(Mend::Relationships),
            r#"Type="http://schemas.microsoft.com/office/2006/relationships/chartsheet""#,
        );
        check(
            "xl/_rels/workbook.xml.rels",
            r#"<Relationship Type="a/worksheet" Target="worksheets\sheet1.xml"/>"#,
            Some(Mend::Relationships),
            r#"<Relationship Type="a/worksheet" Target="worksheets/sheet1.xml"/>"#,
        );
    }

    #[test]
    fn blanks_between_cells_are_left_out_and_those_inside_stay() {
        check(
            "content.xml",
            "<table:table-row>\n  <table:table-cell><text:p>a <text:span> </text:span></text:p>\n</table:table-cell>\n</table:table-row>",
            Some(Mend::Blanks),
            "<table:table-row><table:table-cell><text:p>a <text:span> </text:span></text:p></table:table-cell></table:table-row>",
        );
    }

    #[test]
    fn utf_16_becomes_utf_8() {
        let text = r#"<?xml version="1.0" encoding="UTF-16"?><t>zażółć</t>"#;
        let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(needed(Format::Xlsx, "xl/worksheets/sheet1.xml", &bytes), Some(Mend::Utf16));
        let expect = r#"<?xml version="1.0" encoding="UTF-8"?><t>zażółć</t>"#;
        assert_eq!(String::from_utf8_lossy(&mended(bytes, Mend::Utf16)), expect);
    }
}
