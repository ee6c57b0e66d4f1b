//! A connection in, the tables of the memory ready for use, or why they cannot be.

use std::time::Duration;

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use crate::diagnostic::{Code, Diagnostic};

/// Marks the file as lejek's: `lejk` in ASCII, in the header's field for this.
pub(super) const APPLICATION: i32 = 0x6C65_6A6B;

/// What makes each version of the tables out of the one before; the first makes them out of nothing.
const STEPS: &[&str] = &["
    CREATE TABLE copy (
        id INTEGER PRIMARY KEY,
        made TEXT NOT NULL,
        file TEXT NOT NULL,
        series TEXT NOT NULL,
        format TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        bytes INTEGER NOT NULL,
        UNIQUE (series, made)
    );
    CREATE TABLE sheet (
        copy INTEGER NOT NULL REFERENCES copy (id),
        place INTEGER NOT NULL,
        name TEXT,
        hidden INTEGER NOT NULL,
        areas TEXT NOT NULL,
        PRIMARY KEY (copy, place)
    ) WITHOUT ROWID;
    CREATE TABLE line (
        id INTEGER PRIMARY KEY,
        cells TEXT NOT NULL UNIQUE
    );
    CREATE TABLE entry (
        copy INTEGER NOT NULL REFERENCES copy (id),
        sheet INTEGER NOT NULL,
        number INTEGER NOT NULL,
        line INTEGER NOT NULL REFERENCES line (id),
        PRIMARY KEY (copy, sheet, number)
    ) WITHOUT ROWID;
    CREATE INDEX entry_line ON entry (line);
"];

/// So long a run waits for another one that writes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Brings the tables to the present version.
pub(super) fn prepare(connection: &mut Connection) -> Result<(), Trouble> {
    migrate(connection, STEPS)
}

/// Takes the steps that the file has not gone yet, all of them or none.
pub(super) fn migrate(connection: &mut Connection, steps: &[&str]) -> Result<(), Trouble> {
    connection.busy_timeout(PATIENCE)?;
    // Under the lock of writers, so that of two runs that begin at once one makes the tables and the other finds them.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let number = |name: &str| transaction.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i32>(0));
    let tables: i64 = transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let (application, version) = (number("application_id")?, number("user_version")?);
    if application != APPLICATION && (tables > 0 || application != 0) {
        return Err(Trouble::Foreign);
    }
    let version = usize::try_from(version).map_err(|_| Trouble::Foreign)?;
    let missing = steps.get(version..).ok_or(Trouble::Newer)?;
    let sound: String = transaction.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(Trouble::Damaged(sound));
    }
    if missing.is_empty() {
        return Ok(());
    }
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", steps.len() as i64)?;
    transaction.commit()?;
    Ok(())
}

/// Why a memory cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It is something else.
    Foreign,
    /// A later lejek has written it.
    Newer,
    /// It was lejek's, but does not hold together any longer.
    Damaged(String),
    /// Somebody else has been writing for too long.
    Busy,
    /// The disk, the folder, or the rights.
    Other(String),
}

impl From<rusqlite::Error> for Trouble {
    fn from(cause: rusqlite::Error) -> Self {
        Self::from(&cause)
    }
}

impl From<&rusqlite::Error> for Trouble {
    fn from(cause: &rusqlite::Error) -> Self {
        match cause.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(cause.to_string()),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Other(cause.to_string()),
        }
    }
}

impl Trouble {
    /// As a message on this file.
    pub(super) fn of(&self, file: &str) -> Diagnostic {
        match self {
            Self::Foreign => Diagnostic::new(Code::MemoryForeign).with("file", file),
            Self::Newer => Diagnostic::new(Code::MemoryNewer).with("file", file),
            Self::Damaged(cause) => {
                Diagnostic::new(Code::MemoryDamaged).with("file", file).with("cause", cause.as_str())
            }
            Self::Busy => Diagnostic::new(Code::MemoryBusy).with("file", file),
            Self::Other(cause) => Diagnostic::new(Code::MemoryFailed).with("file", file).with("cause", cause.as_str()),
        }
    }
}
