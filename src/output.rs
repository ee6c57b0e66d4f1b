//! Files appear whole or not at all, and never over an input.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::diagnostic::{Code, Diagnostic};

/// Writes the files into the folder, which is made when missing: first all of them under temporary names, then,
/// when every one is on the disk, each is renamed in the order given. The first failure leaves earlier files of
/// these names as they were and takes the temporary ones away.
///
/// # Errors
/// The folder cannot be made or written, a file cannot be replaced, or a file would take the place of an input.
pub fn write_all(folder: &Path, files: &[(&str, &[u8])], inputs: &[PathBuf]) -> Result<(), Diagnostic> {
    let unwritable = |cause: &std::io::Error| {
        Diagnostic::new(Code::OutputFolderUnwritable).with("folder", shown(folder)).with("cause", cause.to_string())
    };
    refuse_inputs(folder, files, inputs)?;
    let made = missing_folders(folder);
    let written = fs::create_dir_all(folder).map_err(|cause| unwritable(&cause)).and_then(|()| {
        let staged = files.iter().map(|(_, bytes)| stage(folder, bytes)).collect::<Result<Vec<_>, _>>();
        let staged = staged.map_err(|cause| unwritable(&cause))?;
        for ((name, _), file) in files.iter().zip(staged) {
            file.persist(folder.join(name)).map_err(|failed| {
                Diagnostic::new(Code::OutputUnwritable).with("file", *name).with("cause", failed.error.to_string())
            })?;
        }
        sync_folder(folder);
        Ok(())
    });
    if written.is_err() {
        // Only folders that this call made and that are still empty go away again.
        for folder in made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
    written
}

/// What to do with a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Stays,
    /// It is replaced.
    Replaced,
}

/// Writes one file, whole or not at all.
///
/// # Errors
/// The file is there and stays, cannot be written, or is an input.
pub fn write_one(path: &Path, bytes: &[u8], existing: Existing, inputs: &[PathBuf]) -> Result<(), Diagnostic> {
    if existing == Existing::Stays && path.exists() {
        return Err(Diagnostic::new(Code::OutputExists).with("file", shown(path)));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    write_all(folder, &[(&name, bytes)], inputs)
}

fn stage(folder: &Path, bytes: &[u8]) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(".lejek-").suffix(".tmp").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    readable_by_others(&file)?;
    Ok(file)
}

/// Temporary files are private; a report is meant to be passed on.
#[cfg(unix)]
fn readable_by_others(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_file: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// A rename is durable once its folder is on the disk. Where folders cannot be synced, the system does it.
fn sync_folder(folder: &Path) {
    if let Ok(handle) = fs::File::open(folder) {
        let _ = handle.sync_all();
    }
}

fn refuse_inputs(folder: &Path, files: &[(&str, &[u8])], inputs: &[PathBuf]) -> Result<(), Diagnostic> {
    let inputs: Vec<PathBuf> = inputs.iter().filter_map(|input| fs::canonicalize(input).ok()).collect();
    for (name, _) in files {
        if fs::canonicalize(folder.join(name)).is_ok_and(|target| inputs.contains(&target)) {
            return Err(Diagnostic::new(Code::OutputIsInput).with("file", shown(&folder.join(name))));
        }
    }
    Ok(())
}

/// The folders on the way to this one that do not exist yet, outermost first.
fn missing_folders(folder: &Path) -> Vec<PathBuf> {
    let mut missing: Vec<PathBuf> = folder
        .ancestors()
        .take_while(|ancestor| !ancestor.as_os_str().is_empty() && !ancestor.exists())
        .map(Path::to_path_buf)
        .collect();
    missing.reverse();
    missing
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_appear_in_a_folder_that_is_made() {
        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("a/b");
        write_all(&folder, &[("one", b"1"), ("two", b"2")], &[]).expect("written");
        assert_eq!(fs::read(folder.join("two")).expect("there"), b"2");
        assert_eq!(fs::read_dir(&folder).expect("there").count(), 2);
    }

    #[test]
    fn one_file_is_replaced_only_when_told_to() {
        let root = tempfile::tempdir().expect("a folder");
        let path = root.path().join("mine.toml");
        write_one(&path, b"1", Existing::Stays, &[]).expect("written");
        let refused = write_one(&path, b"2", Existing::Stays, &[]);
        assert_eq!(refused.expect_err("there already").code, Code::OutputExists);
        assert_eq!(fs::read(&path).expect("there"), b"1");
        write_one(&path, b"3", Existing::Replaced, &[]).expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"3");
    }

    #[test]
    fn an_input_is_never_overwritten_not_even_through_a_link() {
        let root = tempfile::tempdir().expect("a folder");
        let input = root.path().join("report.xlsx");
        let mut file = NamedTempFile::new_in(root.path()).expect("a file");
        file.write_all(b"mine").expect("written");
        file.persist(&input).expect("there");
        let refused = write_all(&root.path().join("."), &[("report.xlsx", b"new")], std::slice::from_ref(&input));
        assert_eq!(refused.expect_err("refused").code, Code::OutputIsInput);
        assert_eq!(fs::read(&input).expect("there"), b"mine");
    }

    #[test]
    fn a_failure_leaves_nothing_behind() {
        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("new");
        // A file cannot take the place of a folder that is not empty.
        let blocked = root.path().join("old/taken/inside");
        fs::create_dir_all(&blocked).expect("made");
        let failed = write_all(&root.path().join("old"), &[("taken", b"1")], &[]);
        assert_eq!(failed.expect_err("blocked").code, Code::OutputUnwritable);
        assert_eq!(fs::read_dir(root.path().join("old")).expect("there").count(), 1);
        let failed = write_all(&blocked.join("../../../old/taken/inside/x\0y"), &[("f", b"1")], &[]);
        assert_eq!(failed.expect_err("no such name").code, Code::OutputFolderUnwritable);
        assert!(!folder.exists());
    }
}
