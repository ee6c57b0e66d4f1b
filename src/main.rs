//! The program: for now only the hidden verb that reads one file for its parent process.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if let [_, verb, file] = arguments.as_slice()
        && verb == lejek::read::CHILD_VERB
    {
        return lejek::read::serve(Path::new(file), std::io::stdout().lock());
    }
    ExitCode::from(2)
}
