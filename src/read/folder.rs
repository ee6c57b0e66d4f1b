//! A folder in; the sheets in it and below it, in the order of their paths, and what else lies there, out. Names
//! alone decide here: content is looked at when a sheet is read.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::gate::{is_lock_file, refusal};
use super::limits::Limits;
use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;

/// What lies in a folder. Paths are relative to it and in their order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Files that are sheets by their endings.
    pub sheets: Vec<PathBuf>,
    /// Marks that programs leave beside a file that is open.
    pub locks: Vec<PathBuf>,
    /// Hidden sheets, and hidden folders, which are not entered.
    pub hidden: Vec<PathBuf>,
    /// Links to other folders, which are not followed: they may lead out of the folder, or round in a circle.
    pub links: Vec<PathBuf>,
    /// How many files are no sheets by their endings.
    pub others: usize,
    /// Folders below this one that cannot be opened, and why.
    pub closed: Vec<(PathBuf, String)>,
}

/// Endings of the sheets that are taken from a folder. Text and web pages are taken only when they are named
/// themselves: most of those that lie about are no sheets.
const ENDINGS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"];

/// Looks through a folder and those below it.
///
/// Errors: it cannot be opened, or it holds more than anybody means to name.
pub fn look_through(folder: &Path, shown: &Arc<str>, limits: &Limits) -> Result<Folder, Diagnostic> {
    let mut found = Folder::default();
    let mut waiting = vec![PathBuf::new()];
    let mut entries = 0;
    while let Some(below) = waiting.pop() {
        let listed = fs::read_dir(folder.join(&below)).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let listed = match listed {
            Ok(listed) => listed,
            Err(cause) if below.as_os_str().is_empty() => {
                return Err(refusal(Code::FileUnreadable, shown).with("cause", cause.to_string()));
            }
            Err(cause) => {
                found.closed.push((below, cause.to_string()));
                continue;
            }
        };
        entries += listed.len();
        if entries > limits.folder_entries {
            return Err(Diagnostic::new(Code::FolderTooLarge)
                .at(Locus::file(shown))
                .with("folder", &**shown)
                .with("count", limits.folder_entries));
        }
        for entry in listed {
            let path = below.join(entry.file_name());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && is_hidden(&path) => found.hidden.push(path),
                Ok(kind) if kind.is_dir() => waiting.push(path),
                Ok(kind) if kind.is_symlink() && entry.path().is_dir() => found.links.push(path),
                // What else cannot be told from outside is refused when it is read.
                _ => found.add(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

impl Folder {
    fn add(&mut self, path: PathBuf) {
        if is_lock_file(name(&path)) {
            self.locks.push(path);
        } else if !is_sheet(&path) {
            self.others += 1;
        } else if is_hidden(&path) {
            self.hidden.push(path);
        } else {
            self.sheets.push(path);
        }
    }

    fn sort(&mut self) {
        for paths in [&mut self.sheets, &mut self.locks, &mut self.hidden, &mut self.links] {
            paths.sort();
        }
        self.closed.sort();
    }
}

fn is_sheet(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn is_hidden(path: &Path) -> bool {
    name(path).starts_with('.')
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_sheets_from_what_lies_beside_them() {
        let mut found = Folder::default();
        for name in
            ["b/Szanse.XLSX", "a.csv", "~$Szanse.xlsx", ".~lock.a.ods#", ".a.csv", "notes.txt", ".DS_Store", "ą"]
        {
            found.add(name.into());
        }
        found.sort();
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(found.sheets, paths(&["a.csv", "b/Szanse.XLSX"]));
        assert_eq!(found.locks, paths(&[".~lock.a.ods#", "~$Szanse.xlsx"]));
        assert_eq!((found.hidden, found.others), (paths(&[".a.csv"]), 3));
    }
}
