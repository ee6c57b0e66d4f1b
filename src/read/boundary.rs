//! The parent's side of the wall: starts a child for one file, listens under its own caps, and turns every end
//! of the child into a workbook or one diagnostic.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::{Duration, Instant};

use super::assembly::Assembly;
use super::frame::{self, Frame, Order};
use super::gate::{Entry, damaged, over_limit, refusal};
use super::grid::Workbook;
use super::limits::Limits;
use crate::diagnostic::{Code, Diagnostic, Warned, Word};

/// What stands between lejek and a file.
#[derive(Debug, Clone)]
pub struct Boundary {
    /// The program whose hidden verb [`CHILD_VERB`](super::CHILD_VERB) reads a file: lejek itself.
    pub program: PathBuf,
    /// What one input may ask for.
    pub limits: Limits,
}

/// Reads an admitted file in a child process.
pub(super) fn fetch(path: &Path, entry: &Entry, boundary: &Boundary) -> Result<Warned<Workbook>, Diagnostic> {
    let limits = &boundary.limits;
    let started = Instant::now();
    let unstartable = |error: io::Error| refusal(Code::FileUnreadable, &entry.file).with("cause", error.to_string());
    let mut child = Reaped(start(path, entry, boundary).map_err(unstartable)?);
    let frames = listen(&mut child.0, limits);
    let mut assembly = Assembly::new(entry, limits);
    loop {
        // A child that never falls silent must not outrun the clock either.
        let Some(left) = limits.time.checked_sub(started.elapsed()) else {
            return Err(over_limit(&entry.file, "limit-time"));
        };
        match frames.recv_timeout(left) {
            Ok(Heard::Frame(frame)) => match frame {
                Frame::Format(format) => assembly.format(format),
                Frame::Saved(at) => assembly.saved(at),
                Frame::Sheet { name, hidden } => assembly.begin(name, hidden),
                Frame::Rows(rows) => assembly.rows(rows),
                Frame::Merged(areas) => assembly.merged(areas),
                Frame::Named(areas) => assembly.named(areas),
                Frame::Remark(remark) => assembly.remark(remark),
                Frame::SheetLost(remark) => assembly.lose(remark),
                Frame::Done => return assembly.finish(),
                Frame::Refused(refusal) => return Err(refusal),
            },
            Ok(Heard::TooMuch) => return Err(over_limit(&entry.file, "limit-text")),
            Ok(Heard::Garbage) => return Err(damaged(&entry.file, Word::term("damage-structure"))),
            Err(RecvTimeoutError::Timeout) => return Err(over_limit(&entry.file, "limit-time")),
            Err(RecvTimeoutError::Disconnected) => return Err(autopsy(&mut child.0, entry)),
        }
    }
}

fn start(path: &Path, entry: &Entry, boundary: &Boundary) -> io::Result<Child> {
    let mut child = Command::new(&boundary.program)
        .arg(super::CHILD_VERB)
        .arg(path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A child that died before it listened is found out when it is heard.
        let order = Order { file: Arc::clone(&entry.file), limits: boundary.limits.clone() };
        let _ = frame::write(&mut stdin, &order);
    }
    Ok(child)
}

/// A child that never outlives its reading, however that ends.
struct Reaped(Child);

impl Drop for Reaped {
    fn drop(&mut self) {
        // Both fail only if the child is gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

enum Heard {
    Frame(Frame),
    TooMuch,
    Garbage,
}

/// Hears the child on a thread of its own, so that silence can be timed. The thread ends with the child.
fn listen(child: &mut Child, limits: &Limits) -> Receiver<Heard> {
    // A few frames ahead, so that neither side waits for the other, nor does one run away.
    let (heard, frames) = mpsc::sync_channel(4);
    let most = limits.sent_bytes;
    if let Some(stdout) = child.stdout.take() {
        thread::spawn(move || hear(stdout, most, &heard));
    }
    frames
}

fn hear(mut stdout: impl Read, most: u64, heard: &SyncSender<Heard>) {
    let mut sent = 0;
    loop {
        let next = match frame::read(&mut stdout) {
            Ok(Some((frame, bytes))) => {
                sent += bytes as u64;
                if sent > most { Heard::TooMuch } else { Heard::Frame(frame) }
            }
            Ok(None) => return,
            // A child that dies while it speaks leaves half a frame: its end tells more than the half.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return,
            Err(_) => Heard::Garbage,
        };
        let last = !matches!(next, Heard::Frame(_));
        if heard.send(next).is_err() || last {
            return;
        }
    }
}

/// How long a child that has closed its pipe may take to end.
const LAST_BREATH: Duration = Duration::from_secs(2);

/// The child fell silent without an ending: what it died of.
fn autopsy(child: &mut Child, entry: &Entry) -> Diagnostic {
    let closed = Instant::now();
    while closed.elapsed() < LAST_BREATH {
        match child.try_wait() {
            Ok(Some(status)) => return cause_of_death(status, entry),
            Ok(None) => thread::sleep(Duration::from_millis(1)),
            Err(_) => break,
        }
    }
    damaged(&entry.file, Word::term("damage-structure"))
}

/// Without memory the child aborts itself, and out of time the system ends it; anything else is a fault that
/// the file provoked.
#[cfg(unix)]
fn cause_of_death(status: ExitStatus, entry: &Entry) -> Diagnostic {
    use std::os::unix::process::ExitStatusExt;
    const ABORTED: i32 = 6;
    const KILLED: i32 = 9;
    const OUT_OF_TIME: i32 = 24;
    match status.signal() {
        Some(ABORTED | KILLED) => over_limit(&entry.file, "limit-memory"),
        Some(OUT_OF_TIME) => over_limit(&entry.file, "limit-time"),
        _ => damaged(&entry.file, Word::term("damage-structure")),
    }
}

/// Elsewhere than on Unix the status does not tell.
#[cfg(not(unix))]
fn cause_of_death(_: ExitStatus, entry: &Entry) -> Diagnostic {
    damaged(&entry.file, Word::term("damage-structure"))
}
