//! First bytes in, kind of content out. The name's ending is never asked: sheets come as `.xls` that are HTML,
//! and as `.csv` that are workbooks.

use std::sync::Arc;

use super::gate::refusal;
use crate::diagnostic::{Code, Diagnostic, Word};

/// Which reader a content needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip package: .xlsx, .xlsm, .xlsb, .ods, or something else that is zipped.
    Package,
    /// A compound file: .xls, or something else of that age.
    Compound,
    /// Anything that may be text.
    Text,
    /// HTML, whose tables are sheets.
    WebPage,
    /// XML Spreadsheet 2003.
    Xml2003,
}

/// What a content is when it is not for lejek.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// No sheet at all: a term of the catalogue.
    Not(&'static str),
    /// A sheet in a format that is not read: its name.
    Format(&'static str),
}

impl Foreign {
    /// The message about it.
    pub(super) fn refusal(self, file: &Arc<str>) -> Diagnostic {
        match self {
            Self::Not(found) => refusal(Code::NotASpreadsheet, file).with("found", Word::term(found)),
            Self::Format(name) => refusal(Code::FormatUnsupported, file).with("format", name),
        }
    }
}

/// Beginnings of files that are not text.
const BEGINNINGS: &[(&[u8], Result<Kind, Foreign>)] = &[
    (b"PK\x03\x04", Ok(Kind::Package)),
    (b"PK\x05\x06", Ok(Kind::Package)),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Ok(Kind::Compound)),
    (b"\x89PNG", Err(Foreign::Not("found-picture"))),
    (b"\xFF\xD8\xFF", Err(Foreign::Not("found-picture"))),
    (b"GIF8", Err(Foreign::Not("found-picture"))),
    (b"II*\0", Err(Foreign::Not("found-picture"))),
    (b"MM\0*", Err(Foreign::Not("found-picture"))),
    (b"RIFF", Err(Foreign::Not("found-picture"))),
    (b"%PDF", Err(Foreign::Not("found-pdf"))),
    (b"{\\rtf", Err(Foreign::Not("found-document"))),
    (b"\x1F\x8B", Err(Foreign::Not("found-archive"))),
    (b"7z\xBC\xAF", Err(Foreign::Not("found-archive"))),
    (b"Rar!", Err(Foreign::Not("found-archive"))),
    (b"\x28\xB5\x2F\xFD", Err(Foreign::Not("found-archive"))),
    (b"SQLite format 3\0", Err(Foreign::Not("found-database"))),
    (b"\0\x01\0\0Standard", Err(Foreign::Not("found-database"))),
    (b"\x7FELF", Err(Foreign::Not("found-program"))),
    (b"MZ\x90\0", Err(Foreign::Not("found-program"))),
    // What macOS leaves on foreign disks as `._pipeline.xlsx`.
    (b"\0\x05\x16\x07", Err(Foreign::Not("found-lock-file"))),
    (b"PAR1", Err(Foreign::Format("Parquet"))),
    (b"\x09\0\x04\0", Err(Foreign::Format("Excel 2"))),
    (b"\x09\x02\x06\0", Err(Foreign::Format("Excel 3"))),
    (b"\x09\x04\x06\0", Err(Foreign::Format("Excel 4"))),
    (b"\x09\x08\x08\0", Err(Foreign::Format("Excel 5.0/95"))),
    (b"\x09\x08\x10\0", Err(Foreign::Format("Excel 97 (BIFF8)"))),
];

/// Beginnings of text, in lower case, that is no separated text.
const MARKUP: &[(&str, Result<Kind, Foreign>)] = &[
    ("<!doctype html", Ok(Kind::WebPage)),
    ("<html", Ok(Kind::WebPage)),
    ("<head", Ok(Kind::WebPage)),
    ("<body", Ok(Kind::WebPage)),
    ("<meta", Ok(Kind::WebPage)),
    ("<style", Ok(Kind::WebPage)),
    ("<table", Ok(Kind::WebPage)),
    ("mime-version:", Err(Foreign::Format("MHTML (.mht)"))),
];

/// What markup turns out to be, by a word near its beginning.
const WORDS: &[(&str, Result<Kind, Foreign>)] = &[
    ("urn:schemas-microsoft-com:office:spreadsheet", Ok(Kind::Xml2003)),
    ("office:document", Err(Foreign::Format("OpenDocument XML (.fods)"))),
    ("<html", Ok(Kind::WebPage)),
    ("<table", Ok(Kind::WebPage)),
];

/// What a file is, by its first bytes.
pub(super) fn kind(head: &[u8]) -> Result<Kind, Foreign> {
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(beginning, _)| head.starts_with(beginning)) {
        return *kind;
    }
    // UTF-16 markup is found too, once its zeros are left out.
    let text: String =
        head.iter().filter(|byte| **byte != 0).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || "ï»¿ÿþ".contains(letter));
    if let Some((_, kind)) = MARKUP.iter().find(|(beginning, _)| text.starts_with(beginning)) {
        return *kind;
    }
    let json = |open, next: &[char]| text.strip_prefix(open).is_some_and(|rest| rest.trim_start().starts_with(next));
    if json('{', &['"', '}']) || json('[', &['{', '[', '"', ']']) {
        return Err(Foreign::Not("found-json"));
    }
    let is_markup = text
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|next: char| "?!".contains(next) || next.is_alphabetic()));
    if is_markup && let Some((_, kind)) = WORDS.iter().find(|(word, _)| text.contains(word)) {
        return *kind;
    }
    if text.starts_with("<?xml") {
        return Err(Foreign::Not("found-xml"));
    }
    Ok(Kind::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &[u8], expect: Result<Kind, Foreign>) {
        assert_eq!(kind(head), expect, "{}", String::from_utf8_lossy(head));
    }

    #[test]
    fn content_is_told_by_its_first_bytes() {
        check(b"PK\x03\x04\x14\0", Ok(Kind::Package));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", Ok(Kind::Compound));
        check(b"\x89PNG\r\n\x1a\n", Err(Foreign::Not("found-picture")));
        check(b"%PDF-1.7", Err(Foreign::Not("found-pdf")));
        check(b"\xEF\xBB\xBF\r\n  <TABLE border=1>", Ok(Kind::WebPage));
        check(b"\xFF\xFE<\0h\0t\0m\0l\0", Ok(Kind::WebPage));
        check(b"MIME-Version: 1.0\r\nContent-Type: multipart/related", Err(Foreign::Format("MHTML (.mht)")));
        check(
            b"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            Ok(Kind::Xml2003),
        );
        check(b"<?xml version=\"1.0\"?><invoice/>", Err(Foreign::Not("found-xml")));
        check(b"{\n  \"deals\": []}", Err(Foreign::Not("found-json")));
        check(b"[Szanse];Etap\n", Ok(Kind::Text));
        check(b"\x09\x02\x06\0\0\0", Err(Foreign::Format("Excel 3")));
        check("Firma;Wartość\n".as_bytes(), Ok(Kind::Text));
        check(b"\xFF\xFEF\0i\0r\0m\0a\0", Ok(Kind::Text));
        check(b"", Ok(Kind::Text));
    }
}
