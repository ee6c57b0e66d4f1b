//! Standard input in, a file that can be read like any other out: formats are told by content, and workbooks are
//! read from their end.

use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use super::gate::{refusal, shown_text, too_large};
use super::limits::Limits;
use crate::diagnostic::{Code, Diagnostic};

/// The name of standard input, as it is typed and as it is shown.
pub const STANDARD_INPUT: &str = "-";

/// A copy of standard input; gone when this is dropped.
#[derive(Debug)]
pub struct Spooled(TempPath);

impl Spooled {
    /// Where the copy is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// Copies a source to a temporary file.
///
/// Errors: it is empty, larger than a file may be, or cannot be copied.
pub fn spool(source: impl Read, limits: &Limits) -> Result<Spooled, Diagnostic> {
    let file = shown_text(STANDARD_INPUT);
    let failed = |cause: io::Error| refusal(Code::FileUnreadable, &file).with("cause", cause.to_string());
    let mut copy = NamedTempFile::new().map_err(failed)?;
    let bytes = io::copy(&mut source.take(limits.file_bytes + 1), &mut copy).map_err(failed)?;
    if bytes == 0 {
        return Err(refusal(Code::StandardInputEmpty, &file));
    }
    if bytes > limits.file_bytes {
        return Err(too_large(&file, bytes, limits));
    }
    copy.flush().map_err(failed)?;
    Ok(Spooled(copy.into_temp_path()))
}
