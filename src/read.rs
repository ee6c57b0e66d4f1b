//! Bytes in, grids out. Knows neither templates nor deals.
//!
//! A spreadsheet library may panic, run for ever or ask for 500 GB on a damaged file of 2 KB, and neither an
//! abort nor a loop can be caught inside a process. So every input is read by a child of the same program
//! under caps of memory and time:
//!
//! ```text
//! parent   gate (a file? its first bytes, its hash) -> boundary -> assembly -> Workbook
//!                                                     |     ^ frames of at most 1 MiB
//! child                                             serve -> package | compound | text | web_page | xml_2003 -> sink
//! ```
//!
//! Whatever becomes of the child, the parent ends with a [`Workbook`] or with one [`Diagnostic`].
#![warn(clippy::indexing_slicing)]

pub mod folder;
pub mod grid;
pub mod limits;

mod gate;
mod signature;
mod spool;

mod assembly;
mod boundary;
mod frame;

mod serve;
mod sink;

mod binary;
mod compound;
mod mend;
mod named;
mod open_document;
mod package;
mod reference;
mod sectors;
mod serial;
mod shown;
mod value;
mod workbook;
mod xlsx;

mod draft;
mod encoding;
mod separated;
mod text;
mod web_page;
mod xml_2003;

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Warned};

pub use boundary::Boundary;
pub use gate::{shown_name, shown_path};
pub use grid::{Area, Cell, Format, NamedArea, Row, Sheet, Workbook};
pub use limits::Limits;
pub use serve::serve;
pub use spool::{STANDARD_INPUT, Spooled, spool};

/// The hidden verb under which the program reads one file for its parent: see [`serve`](fn@serve).
pub const CHILD_VERB: &str = "__read";

/// Reads one file, known to the user under the name `shown`: all its sheets, with what was noticed on the way.
///
/// Errors: one diagnostic that names the cause, whatever the file is and whatever the reading of it comes to.
pub fn read(path: &Path, shown: &Arc<str>, boundary: &Boundary) -> Result<Warned<Workbook>, Diagnostic> {
    let entry = gate::admit(path, shown, &boundary.limits)?;
    boundary::fetch(path, &entry, boundary)
}
