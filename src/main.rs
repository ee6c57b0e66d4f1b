//! The program: hands its arguments to the library and ends with the status that comes back.

fn main() -> std::process::ExitCode {
    lejek::command::run(std::env::args_os().collect())
}
