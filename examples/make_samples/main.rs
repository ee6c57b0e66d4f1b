//! Writes the files of `samples/`: `cargo run --example make_samples -- [DIR]`.
//!
//! The same program gives the same bytes on every run; `tests/samples.rs` holds the committed files to it.

mod samples;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map_or_else(|| PathBuf::from("samples"), PathBuf::from);
    write_all(&folder)
}

#[expect(clippy::disallowed_methods, reason = "samples are made anew at will; nothing is lost when a write breaks off")]
fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder.join("weekly"))?;
    for sample in samples::all() {
        fs::write(folder.join(sample.name), sample.bytes)?;
    }
    Ok(())
}
