//! What ends a run: status 2.

use crate::diagnostic::Diagnostic;

/// The run could not be done. Each cause is one message; there is at least one.
#[derive(Debug, Clone)]
pub struct Error {
    /// Why, most telling first.
    pub causes: Vec<Diagnostic>,
}

impl From<Diagnostic> for Error {
    fn from(cause: Diagnostic) -> Self {
        Self { causes: vec![cause] }
    }
}

/// Result of a step that can end the run.
pub type Result<T> = std::result::Result<T, Error>;
