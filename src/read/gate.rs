//! Path in; a regular file of a bearable size whose first bytes promise a sheet, with its hash, out. Nothing is
//! parsed here.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::limits::Limits;
use super::signature;
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::Locus;

/// A file that may be read.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its name for people.
    pub(super) file: Arc<str>,
    /// SHA-256, lower-case hex.
    pub(super) sha256: String,
    /// Size in bytes.
    pub(super) bytes: u64,
}

/// Bytes at the start of a file that tell what it is.
const HEAD_BYTES: usize = 8 << 10;

/// Admits a file to the reader under the name that is shown of it, or says why not.
pub(super) fn admit(path: &Path, file: &Arc<str>, limits: &Limits) -> Result<Entry, Diagnostic> {
    let unreadable = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => refusal(Code::FileMissing, file),
        _ => refusal(Code::FileUnreadable, file).with("cause", error.to_string()),
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(refusal(Code::NotAFile, file));
    }
    if metadata.len() == 0 {
        return Err(refusal(Code::FileEmpty, file));
    }
    if metadata.len() > limits.file_bytes {
        return Err(too_large(file, metadata.len(), limits));
    }
    if is_lock_file(&path.file_name().unwrap_or_default().to_string_lossy()) {
        return Err(refusal(Code::NotASpreadsheet, file).with("found", Word::term("found-lock-file")));
    }
    let source = File::open(path).map_err(unreadable)?;
    let scan = scan(source.take(limits.file_bytes)).map_err(unreadable)?;
    if scan.only_zeros {
        return Err(damaged(file, Word::term("damage-zeros")));
    }
    signature::kind(&scan.head).map_err(|foreign| foreign.refusal(file))?;
    Ok(Entry { file: Arc::clone(file), sha256: scan.sha256, bytes: scan.bytes })
}

/// The first bytes of a file that was admitted.
pub(super) fn head_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

struct Scan {
    head: Vec<u8>,
    only_zeros: bool,
    bytes: u64,
    sha256: String,
}

fn scan(mut source: impl Read) -> io::Result<Scan> {
    let mut hash = Sha256::new();
    let mut scan = Scan { head: Vec::new(), only_zeros: true, bytes: 0, sha256: String::new() };
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let piece = buffer.get(..count).unwrap_or_default();
        hash.update(piece);
        scan.bytes += count as u64;
        scan.only_zeros &= piece.iter().all(|byte| *byte == 0);
        let missing = HEAD_BYTES.saturating_sub(scan.head.len());
        scan.head.extend(piece.iter().take(missing));
    }
    scan.sha256 = hex(&hash.finalize());
    Ok(scan)
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// Whether it is the mark that Office or LibreOffice leaves beside a workbook that somebody has open.
pub(super) fn is_lock_file(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with(".~lock.")
}

/// The file's name without folders, safe to print.
pub fn shown_name(path: &Path) -> Arc<str> {
    shown_text(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// A path as it is shown on every system, safe to print.
pub fn shown_path(path: &Path) -> Arc<str> {
    let path = path.to_string_lossy();
    if cfg!(windows) { shown_text(&path.replace('\\', "/")) } else { shown_text(&path) }
}

/// A name safe to print: control characters and marks that turn the direction of writing are written out.
pub(super) fn shown_text(name: &str) -> Arc<str> {
    let mut shown = String::with_capacity(name.len());
    for letter in name.chars() {
        let turns =
            matches!(letter, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if turns || letter.is_control() {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    shown.into()
}

/// A reason not to read a file.
pub(super) fn refusal(code: Code, file: &Arc<str>) -> Diagnostic {
    Diagnostic::new(code).at(Locus::file(file)).with("file", &**file)
}

/// A file that is damaged, by a cause from the catalogue or in the words of a library.
pub(super) fn damaged(file: &Arc<str>, cause: impl Into<Word>) -> Diagnostic {
    refusal(Code::FileDamaged, file).with("cause", cause)
}

/// A file larger than one may be.
pub(super) fn too_large(file: &Arc<str>, bytes: u64, limits: &Limits) -> Diagnostic {
    refusal(Code::FileTooLarge, file).with("size", size_in_words(bytes)).with("limit", size_in_words(limits.file_bytes))
}

/// A file that asks for more than it may.
pub(super) fn over_limit(file: &Arc<str>, limit: &str) -> Diagnostic {
    refusal(Code::FileOverLimits, file).with("limit", Word::term(limit))
}

/// `613 MiB`
fn size_in_words(bytes: u64) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let unit = units.into_iter().find(|(size, _)| bytes >= *size);
    unit.map_or_else(|| format!("{bytes} B"), |(size, name)| format!("{} {name}", bytes / size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_without_their_tricks() {
        for (path, shown) in [
            ("/home/ola/Szanse żółte.xlsx", "Szanse żółte.xlsx"),
            ("a/\u{1b}[31mred.csv", "\\u{1b}[31mred.csv"),
            ("evil\u{202E}xslx.exe", "evil\\u{202e}xslx.exe"),
        ] {
            assert_eq!(&*shown_name(Path::new(path)), shown);
        }
    }

    #[test]
    fn sizes_are_said_in_round_units() {
        for (bytes, words) in [(12, "12 B"), (2_048, "2 KiB"), (613 << 20, "613 MiB"), (3 << 30, "3 GiB")] {
            assert_eq!(size_in_words(bytes), words);
        }
    }

    #[test]
    fn the_hash_is_the_one_that_everybody_computes() {
        let scan = scan(&b"abc"[..]).expect("memory is readable");
        assert_eq!(scan.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!((scan.bytes, scan.only_zeros), (3, false));
    }
}
