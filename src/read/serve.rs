//! What the child process does: caps itself, tells the format by content, reads, and says how it ended. A
//! library that panics is caught here; one that aborts or runs for ever is the parent's matter.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;

use super::frame::{self, Order};
use super::gate::{damaged, head_of, refusal};
use super::limits::Limits;
use super::signature::{self, Kind};
use super::sink::{Outcome, Sink, Stop};
use super::{compound, package, text, web_page, xml_2003};
use crate::diagnostic::{Code, Word};

/// Reads one file for the parent process, which sends an order on standard input and reads frames from `out`.
///
/// The exit status says whether the parent could be told; everything else is in the frames.
pub fn serve(path: &Path, mut out: impl Write) -> ExitCode {
    let Ok(Some((Order { file, limits }, _))) = frame::read::<Order>(&mut io::stdin().lock()) else {
        return ExitCode::FAILURE;
    };
    cap(&limits);
    // What a library has to say in its panic is for nobody; that it panicked goes into the last frame.
    panic::set_hook(Box::new(|_| {}));
    let mut sink = Sink::new(file.clone(), limits, &mut out);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| read(path, &mut sink)));
    let panicked = || Err(Stop::Refused(damaged(&file, Word::term("damage-structure"))));
    match sink.close(outcome.unwrap_or_else(|_| panicked())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn read(path: &Path, sink: &mut Sink<'_>) -> Outcome {
    let head =
        head_of(path).map_err(|error| refusal(Code::FileUnreadable, &sink.file).with("cause", error.to_string()))?;
    match signature::kind(&head).map_err(|foreign| foreign.refusal(&sink.file))? {
        Kind::Package => package::read(path, sink),
        Kind::Compound => compound::read(path, sink),
        Kind::Text => text::read(path, sink),
        Kind::WebPage => web_page::read(path, sink),
        Kind::Xml2003 => xml_2003::read(path, sink),
    }
}

/// Address space for the file's sake; processor time so that a child whose parent was killed ends too.
#[cfg(unix)]
fn cap(limits: &Limits) {
    use rlimit::Resource;
    let seconds = limits.time.as_secs() + 5;
    // A system that refuses a cap still has the parent's clock.
    let _ = Resource::AS.set(limits.memory_bytes, limits.memory_bytes);
    let _ = Resource::CPU.set(seconds, seconds);
    let _ = Resource::CORE.set(0, 0);
}

/// Elsewhere than on Unix the parent's clock is the only cap.
#[cfg(not(unix))]
fn cap(_: &Limits) {}
