//! A run of the program in a folder of its own.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

/// A run in a folder of its own, in a given language, on a computer that speaks no language.
pub(crate) struct Run {
    pub(crate) folder: tempfile::TempDir,
    arguments: Vec<String>,
    locale: &'static str,
}

impl Run {
    pub(crate) fn new(arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Self { folder: tempfile::tempdir().expect("a folder"), arguments, locale: "C" }
    }

    pub(crate) fn in_locale(self, locale: &'static str) -> Self {
        Self { locale, ..self }
    }

    pub(crate) fn with_file(self, name: &str, content: &[u8]) -> Self {
        #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
        fs::write(self.folder.path().join(name), content).expect("written");
        self
    }

    pub(crate) fn go(&self) -> Output {
        Command::cargo_bin("lejek")
            .expect("built")
            .args(&self.arguments)
            .current_dir(self.folder.path())
            .env_remove("LEJEK_LANG")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", self.locale)
            .output()
            .expect("ran")
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let mut names = Vec::new();
        gather(self.folder.path(), self.folder.path(), &mut names);
        names.sort();
        names
    }
}

fn gather(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(root, &path, names);
        } else {
            names.push(path.strip_prefix(root).expect("inside").display().to_string());
        }
    }
}

pub(crate) fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name).display().to_string()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A run that must be refused: one message with its code and its advice, status 2, and nothing written.
#[track_caller]
pub(crate) fn check_refused(run: &Run, code: &str, says: &str) {
    let before = run.files();
    let output = run.go();
    let message = err(&output);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert_eq!(message.matches("]: ").count(), 1, "one message: {message}");
    assert!(message.contains(&format!("[{code}]")), "{message}");
    assert!(message.contains(says), "{message}");
    assert!(message.contains("\n  = "), "what to do: {message}");
    assert_eq!(out(&output), "");
    assert_eq!(run.files(), before, "nothing is written");
}
