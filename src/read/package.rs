//! A zip file in; a package whose parts are counted, measured, unpacked once and found whole, out. Libraries stop
//! at the end of the sheet and never come to the checksum behind it: one flipped bit in ten would go unseen.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::Path;

use chrono::NaiveDateTime;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::gate::{damaged, over_limit, refusal};
use super::grid::Format;
use super::mend::{self, Mend};
use super::signature::Foreign;
use super::sink::{Outcome, Sink};
use super::{binary, named, open_document, xlsx};
use crate::diagnostic::{Code, Diagnostic, Word};

/// A package that was found whole, as libraries read it.
pub(super) type Source = BufReader<Box<dyn ReadSeek>>;

/// What can be read from any place.
pub(super) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// Folders whose parts no reader opens. They may be as large as they like, and damaged too.
const UNUSED: &[&str] = &[
    "charts/",
    "configurations2/",
    "ctrlprops/",
    "customxml/",
    "docprops/",
    "drawings/",
    "embeddings/",
    "externallinks/",
    "media/",
    "object ",
    "pictures/",
    "pivotcache/",
    "pivottables/",
    "printersettings/",
    "richdata/",
    "slicers/",
    "threadedcomments/",
    "thumbnails/",
    "timelines/",
    "webextensions/",
    "vbaproject",
];

/// Reads a zipped workbook of any format.
pub(super) fn read(path: &Path, sink: &mut Sink<'_>) -> Outcome {
    let mut archive = open(path, sink)?;
    let names = census(&mut archive, sink)?;
    if is_own_report(&mut archive, &names) {
        return Err(refusal(Code::OwnReport, &sink.file).into());
    }
    let format = format(&mut archive, &names).map_err(|foreign| foreign.refusal(&sink.file))?;
    sink.format(format)?;
    if let Some(at) = saved(&mut archive, &names) {
        sink.saved(at)?;
    }
    let mends = check(&mut archive, &names, format, sink)?;
    let tables = match format {
        Format::Xlsx => named::tables(|part| text_of(&mut archive, &names, part)),
        _ => Vec::new(),
    };
    let source: Box<dyn ReadSeek> = if mends.is_empty() {
        Box::new(archive.into_inner())
    } else {
        Box::new(Cursor::new(mend::apply(&mut archive, &mends).map_err(|error| broken(&error, sink))?))
    };
    let source = BufReader::new(source);
    match format {
        Format::Xlsx => xlsx::read(source, &tables, sink),
        Format::Xlsb => binary::read(source, sink),
        Format::Ods => open_document::read(source, sink),
        Format::Xls | Format::Csv | Format::Html | Format::Xml2003 => unreachable!("no package has this format"),
    }
}

fn open(path: &Path, sink: &Sink<'_>) -> Outcome<ZipArchive<BufReader<File>>> {
    let cut_off = || damaged(&sink.file, Word::term("damage-cut-off"));
    let source = BufReader::new(File::open(path).map_err(|_| cut_off())?);
    // The directory of a zip stands at its end: without it the file was not copied to the end.
    Ok(ZipArchive::new(source).map_err(|_| cut_off())?)
}

/// Names of all parts, lower-case, in the order of the directory. Refuses what no honest writer makes.
fn census(archive: &mut ZipArchive<BufReader<File>>, sink: &Sink<'_>) -> Outcome<Vec<String>> {
    if archive.len() > sink.limits.parts {
        return Err(over_limit(&sink.file, "limit-parts").into());
    }
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.map(|name| name.replace('\\', "/").to_lowercase()).unwrap_or_default())
        .collect();
    let distinct: BTreeSet<&String> = names.iter().collect();
    if archive.has_duplicate_names() || distinct.len() < names.len() {
        return Err(damaged(&sink.file, Word::term("damage-part-twice")).into());
    }
    let mut unpacked = 0_u64;
    for (place, _) in used(&names) {
        unpacked = unpacked.saturating_add(archive.by_index_data(place).map_or(0, |part| part.size()));
    }
    if unpacked > sink.limits.unpacked_bytes {
        return Err(over_limit(&sink.file, "limit-unpacked").into());
    }
    if archive.has_overlapping_files().unwrap_or(true) {
        return Err(damaged(&sink.file, Word::term("damage-structure")).into());
    }
    Ok(names)
}

fn used(names: &[String]) -> impl Iterator<Item = (usize, &String)> {
    names.iter().enumerate().filter(|(_, name)| !UNUSED.iter().any(|folder| name.contains(folder)))
}

/// What follows the last dot of a part's name.
pub(super) fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The text of a small part, if it is there.
fn text_of(archive: &mut ZipArchive<BufReader<File>>, names: &[String], name: &str) -> Option<String> {
    let mut text = String::new();
    let place = names.iter().position(|found| found == name)?;
    archive.by_index(place).ok()?.take(1 << 20).read_to_string(&mut text).ok().map(|_| text)
}

/// Whether the package carries the mark of a report; it is kept when another program saves the report anew.
fn is_own_report(archive: &mut ZipArchive<BufReader<File>>, names: &[String]) -> bool {
    let mark = format!("name=\"{}\"", crate::REPORT_MARK);
    ["docprops/custom.xml", "meta.xml"]
        .iter()
        .any(|part| text_of(archive, names, part).is_some_and(|text| text.contains(&mark)))
}

/// When the workbook was last saved, as its properties tell; they are no part that has to be whole.
fn saved(archive: &mut ZipArchive<BufReader<File>>, names: &[String]) -> Option<NaiveDateTime> {
    let in_part = |text: String, tag: &str| -> Option<NaiveDateTime> {
        let (_, rest) = text.split_once(&format!("<{tag}"))?;
        let (_, rest) = rest.split_once('>')?;
        let (written, _) = rest.split_once('<')?;
        let second = written.trim().get(..19)?;
        NaiveDateTime::parse_from_str(second, "%Y-%m-%dT%H:%M:%S").ok()
    };
    let parts = [("docprops/core.xml", "dcterms:modified"), ("meta.xml", "dc:date")];
    parts.into_iter().find_map(|(part, tag)| in_part(text_of(archive, names, part)?, tag))
}

/// What the package is, by its parts.
fn format(archive: &mut ZipArchive<BufReader<File>>, names: &[String]) -> Result<Format, Foreign> {
    let has = |beginning: &str| names.iter().any(|name| name.starts_with(beginning));
    let mime = text_of(archive, names, "mimetype").unwrap_or_default();
    let types = text_of(archive, names, "[content_types].xml").unwrap_or_default();
    if mime.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        Ok(Format::Ods)
    } else if has("xl/workbook.bin") {
        Ok(Format::Xlsb)
    } else if has("xl/") {
        Ok(Format::Xlsx)
    } else if has("word/") || mime.contains("opendocument.text") {
        Err(Foreign::Not("found-document"))
    } else if has("ppt/") || mime.contains("opendocument.presentation") {
        Err(Foreign::Not("found-presentation"))
    } else if has("index/") && names.iter().any(|name| ending(name) == "iwa") {
        Err(Foreign::Format("Apple Numbers"))
    } else if types.contains("spreadsheetml") {
        // The workbook may stand in any folder.
        Ok(Format::Xlsx)
    } else {
        Err(Foreign::Not("found-archive"))
    }
}

/// Unpacks every part in use once, to its end, so that sizes and checksums are compared. Says what is to be
/// mended before a library may see it.
fn check(
    archive: &mut ZipArchive<BufReader<File>>,
    names: &[String],
    format: Format,
    sink: &Sink<'_>,
) -> Outcome<Vec<(usize, Mend)>> {
    let mut mends = Vec::new();
    for (place, name) in used(names) {
        let part = archive.by_index(place).map_err(|error| broken(&error, sink))?;
        let walked = walk(part, name).map_err(|error| broken(&ZipError::Io(error), sink))?;
        if walked.longest_token > sink.limits.token_bytes {
            return Err(over_limit(&sink.file, "limit-text").into());
        }
        if format == Format::Ods && name == "content.xml" {
            let part = archive.by_index(place).map_err(|error| broken(&error, sink))?;
            if !open_document::is_well_formed(part) {
                return Err(damaged(&sink.file, Word::term("damage-structure")).into());
            }
        }
        if let Some(mend) = mend::needed(format, name, &walked.head) {
            mends.push((place, mend));
        }
    }
    Ok(mends)
}

struct Walked {
    head: Vec<u8>,
    longest_token: usize,
}

/// Bytes at the start of a part in which a mend may be found necessary.
const HEAD_BYTES: usize = 64 << 10;

fn walk(mut part: ZipFile<'_, BufReader<File>>, name: &str) -> io::Result<Walked> {
    let markup = ["xml", "rels"].contains(&ending(name));
    let mut walked = Walked { head: Vec::new(), longest_token: 0 };
    let mut since_tag = 0;
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = part.read(&mut buffer)?;
        let piece = buffer.get(..count).unwrap_or_default();
        if piece.is_empty() {
            return Ok(walked);
        }
        let missing = HEAD_BYTES.saturating_sub(walked.head.len());
        walked.head.extend(piece.iter().take(missing));
        if markup {
            since_tag = match piece.iter().rposition(|byte| *byte == b'<') {
                Some(last) => count - last,
                None => since_tag + count,
            };
            walked.longest_token = walked.longest_token.max(since_tag);
        }
    }
}

/// What a failure of the zip library says about the file.
fn broken(error: &ZipError, sink: &Sink<'_>) -> Diagnostic {
    let cause = match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            return refusal(Code::PasswordProtected, &sink.file);
        }
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => "damage-compression",
        ZipError::Io(error) => match error.kind() {
            io::ErrorKind::Unsupported => "damage-compression",
            io::ErrorKind::UnexpectedEof => "damage-cut-off",
            _ => "damage-checksum",
        },
        _ => "damage-checksum",
    };
    damaged(&sink.file, Word::term(cause))
}
