//! A path in, whether it may be opened as a memory out: looked at without writing, for opening alone may mend a file
//! that is none of lejek's.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::schema::{APPLICATION, Trouble};
use crate::diagnostic::{Code, Diagnostic};

/// What every SQLite file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The header of an SQLite file, and where the mark of its application stands in it, most significant byte first.
const HEADER: usize = 100;
const MARK: std::ops::Range<usize> = 68..72;

/// Refuses what is there and no memory. Nothing, and an empty file, become one.
pub(super) fn admit(path: &Path, shown: &str) -> Result<(), Diagnostic> {
    if path.is_dir() {
        return Err(Diagnostic::new(Code::NotAFile).with("file", shown));
    }
    let failed = |cause: std::io::Error| Trouble::Other(cause.to_string()).of(shown);
    let mut header = Vec::with_capacity(HEADER);
    match File::open(path) {
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(failed(cause)),
        Ok(file) => file.take(HEADER as u64).read_to_end(&mut header).map_err(failed)?,
    };
    if header.is_empty() {
        return Ok(());
    }
    if !header.starts_with(MAGIC) || header.len() < HEADER {
        return Err(Trouble::Foreign.of(shown));
    }
    // A run that was ended while it made the tables has left a journal, from which they are taken back.
    let is_ours = header[MARK] == APPLICATION.to_be_bytes() || journal(path).exists();
    if is_ours { Ok(()) } else { Err(Trouble::Foreign.of(shown)) }
}

fn journal(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}
