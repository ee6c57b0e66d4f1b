//! What parent and child say to each other: an order, then frames of bounded size, each after its length.

use std::io::{self, ErrorKind, Read, Write};
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::grid::{Area, Format, NamedArea, Row};
use super::limits::Limits;
use crate::diagnostic::Diagnostic;

/// What the parent says first, and all that it says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Order {
    /// The file's name for people.
    pub(super) file: Arc<str>,
    /// What the file may ask for.
    pub(super) limits: Limits,
}

/// One thing said.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Frame {
    /// What the file is; comes first.
    Format(Format),
    /// When the file was last saved, by its own properties.
    Saved(NaiveDateTime),
    /// A sheet begins. What follows is of this sheet.
    Sheet {
        /// Its name; none in text files.
        name: Option<Arc<str>>,
        /// Whether it is hidden.
        hidden: bool,
    },
    /// Rows of the sheet. A long row may come in pieces.
    Rows(Vec<Row>),
    /// Merged areas of the sheet.
    Merged(Vec<Area>),
    /// Areas of the sheet that the file names.
    Named(Vec<NamedArea>),
    /// Something noticed.
    Remark(Diagnostic),
    /// The sheet that has begun cannot be read after all; its rows do not count.
    SheetLost(Diagnostic),
    /// All is said.
    Done,
    /// The file is refused; what was said before does not count.
    Refused(Diagnostic),
}

/// The largest frame in bytes.
pub(super) const FRAME_BYTES: usize = 1 << 20;

/// Writes a frame, or another message, after its length.
pub(super) fn write(out: &mut dyn Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = postcard::to_stdvec(message).map_err(io::Error::other)?;
    assert!(bytes.len() <= FRAME_BYTES, "senders keep their frames small");
    out.write_all(&(bytes.len() as u32).to_le_bytes())?;
    out.write_all(&bytes)
}

/// Reads a frame with its size in bytes, or nothing at the end.
///
/// Errors: the sender broke off inside a frame, or what it sent is no frame.
pub(super) fn read<T: DeserializeOwned>(source: &mut impl Read) -> io::Result<Option<(T, usize)>> {
    let mut length = [0; 4];
    match source.read_exact(&mut length) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > FRAME_BYTES {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    source.read_exact(&mut bytes)?;
    let message = postcard::from_bytes(&bytes).map_err(|_| ErrorKind::InvalidData)?;
    Ok(Some((message, length + 4)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::Cell;

    #[test]
    fn a_frame_comes_back_as_it_went() {
        let rows =
            vec![Row { number: 7, cells: vec![(0, Cell::Text("Żółw".into())), (3, Cell::Bool(true))].into() }];
        let mut pipe = Vec::new();
        write(&mut pipe, &Frame::Rows(rows.clone())).expect("memory is writable");
        let (frame, bytes) = read::<Frame>(&mut pipe.as_slice()).expect("a frame").expect("not the end");
        assert!(matches!(frame, Frame::Rows(received) if received == rows));
        assert_eq!(bytes, pipe.len());
    }

    #[test]
    fn garbage_is_no_frame() {
        for garbage in [&b"\xFF\xFF\xFF\xFFxxxx"[..], b"\x02\0\0\0\xFF\xFF", b"\x09\0\0\0cut"] {
            assert!(read::<Frame>(&mut &*garbage).is_err(), "{garbage:?}");
        }
        assert!(read::<Frame>(&mut &b""[..]).expect("an end").is_none());
    }
}
