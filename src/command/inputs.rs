//! What the user named in, the files to read out: folders are looked through, standard input is copied, and a file
//! named twice is read once. What is left out on the way is said.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::Locus;
use crate::read::folder::{self, Folder};
use crate::read::{self, Limits, STANDARD_INPUT, Spooled};

/// The files of a run.
#[derive(Default)]
pub(super) struct Inputs {
    pub(super) files: Vec<Input>,
    /// What was left out, and need not be read.
    pub(super) notes: Vec<Diagnostic>,
    /// What was named and cannot be had.
    pub(super) refused: Vec<Diagnostic>,
    /// Folders that were named, as they are shown.
    folders: Vec<Arc<str>>,
    seen: BTreeSet<PathBuf>,
    /// Whether standard input was read.
    drained: bool,
}

/// One file to read.
pub(super) struct Input {
    /// Where its bytes are.
    pub(super) path: PathBuf,
    /// How the user knows it; no two files share a name.
    pub(super) shown: Arc<str>,
    /// The path as it was typed, with what a folder adds to it.
    typed: PathBuf,
    /// The folder in which it was found, unless it was named itself.
    folder: Option<Arc<str>>,
    /// Holds a copy of standard input for as long as somebody may read it.
    _copy: Option<Spooled>,
}

/// Finds the files behind the names.
pub(super) fn inputs(named: &[PathBuf], limits: &Limits) -> Inputs {
    let mut inputs = Inputs::default();
    for path in named {
        if path.as_os_str() == STANDARD_INPUT {
            inputs.standard_input(limits);
        } else if path.is_dir() {
            inputs.folder(path, limits);
        } else {
            inputs.file(path.clone(), read::shown_name(path), None);
        }
    }
    tell_apart(&mut inputs.files);
    inputs
}

impl Inputs {
    fn standard_input(&mut self, limits: &Limits) {
        if std::mem::replace(&mut self.drained, true) {
            self.refused.push(Diagnostic::new(Code::StandardInputTwice));
            return;
        }
        match read::spool(std::io::stdin().lock(), limits) {
            Ok(copy) => self.files.push(Input {
                path: copy.path().to_path_buf(),
                shown: STANDARD_INPUT.into(),
                typed: STANDARD_INPUT.into(),
                folder: None,
                _copy: Some(copy),
            }),
            Err(refusal) => self.refused.push(refusal),
        }
    }

    fn folder(&mut self, path: &Path, limits: &Limits) {
        let shown = read::shown_path(path);
        match folder::look_through(path, &shown, limits) {
            Ok(found) => {
                for sheet in &found.sheets {
                    self.file(path.join(sheet), read::shown_path(sheet), Some(&shown));
                }
                self.say_what_is_left_out(&found, &shown);
            }
            Err(refusal) => self.refused.push(refusal),
        }
        self.folders.push(shown);
    }

    fn file(&mut self, path: PathBuf, shown: Arc<str>, folder: Option<&Arc<str>>) {
        // A path that leads nowhere is refused when it is read.
        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
        if self.seen.insert(real) {
            self.files.push(Input { typed: path.clone(), path, shown, folder: folder.cloned(), _copy: None });
        } else {
            self.notes.push(Diagnostic::new(Code::FileNamedTwice).at(Locus::file(&shown)).with("file", &*shown));
        }
    }

    fn say_what_is_left_out(&mut self, found: &Folder, folder: &Arc<str>) {
        for (reason, paths) in
            [("aside-lock-file", &found.locks), ("aside-hidden", &found.hidden), ("aside-link", &found.links)]
        {
            let names: Vec<Arc<str>> = paths.iter().map(|path| read::shown_path(path)).collect();
            self.notes.extend(left_out(folder, reason, &names));
        }
        if found.others > 0 {
            let note = Diagnostic::new(Code::OtherFilesLeftOut).at(Locus::file(folder)).with("count", found.others);
            self.notes.push(note);
        }
        for (path, cause) in &found.closed {
            let shown = read::shown_path(&Path::new(&**folder).join(path));
            let refusal = Diagnostic::new(Code::FileUnreadable).at(Locus::file(&shown));
            self.refused.push(refusal.with("file", &*shown).with("cause", cause.as_str()));
        }
    }

    /// Takes the files out, by their places, that could not be read. Reports of lejek's own in a folder are left
    /// out and said so; all others are refused.
    pub(super) fn refuse(&mut self, refused: Vec<(usize, Diagnostic)>) {
        let is_own = |(place, refusal): &(usize, Diagnostic)| {
            refusal.code == Code::OwnReport && self.files.get(*place).is_some_and(|input| input.folder.is_some())
        };
        let (own, refused): (Vec<_>, Vec<_>) = refused.into_iter().partition(is_own);
        self.refused.extend(refused.into_iter().map(|(_, refusal)| refusal));
        let mut own: Vec<Input> = own.iter().rev().map(|(place, _)| self.files.remove(*place)).collect();
        own.reverse();
        for of_folder in own.chunk_by(|left, right| left.folder == right.folder) {
            let names: Vec<Arc<str>> = of_folder.iter().map(|input| Arc::clone(&input.shown)).collect();
            let folder = of_folder.first().and_then(|input| input.folder.as_ref());
            self.notes.extend(folder.and_then(|folder| left_out(folder, "aside-own-report", &names)));
        }
    }

    /// The files, none of which may be overwritten.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.files.iter().map(|input| input.path.clone()).collect()
    }

    /// The names by which the user knows the files.
    pub(super) fn names(&self) -> Vec<PathBuf> {
        self.files.iter().map(|input| PathBuf::from(&*input.shown)).collect()
    }

    /// Why a run has nothing to read: what was refused, else the folders without a sheet.
    pub(super) fn nothing_to_read(self) -> Vec<Diagnostic> {
        let empty = |folder: &Arc<str>| {
            Diagnostic::new(Code::FolderWithoutSheets).at(Locus::file(folder)).with("folder", &**folder)
        };
        if self.refused.is_empty() { self.folders.iter().map(empty).chain(self.notes).collect() } else { self.refused }
    }
}

/// What there is to say of files that are left out of a folder for one reason.
fn left_out(folder: &Arc<str>, reason: &str, names: &[Arc<str>]) -> Option<Diagnostic> {
    let names: Vec<&str> = names.iter().map(|name| &**name).collect();
    let note = || {
        Diagnostic::new(Code::FilesLeftOut)
            .at(Locus::file(folder))
            .with("reason", Word::term(reason))
            .with("names", Word::names(&names))
    };
    (!names.is_empty()).then(note)
}

/// Files that are known under one name are shown with their paths.
fn tell_apart(files: &mut [Input]) {
    let mut names: Vec<Arc<str>> = files.iter().map(|input| Arc::clone(&input.shown)).collect();
    names.sort();
    let shared: BTreeSet<Arc<str>> =
        names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| Arc::clone(&pair[0])).collect();
    for input in files.iter_mut().filter(|input| shared.contains(&input.shown)) {
        input.shown = read::shown_path(&input.typed);
    }
}
