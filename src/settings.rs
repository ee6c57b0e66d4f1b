//! What a run does: arguments and template, checked once, nothing optional left.

use crate::model::Moment;
use crate::template::Template;

/// The settings that building and measuring a book need.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The moment the report speaks for.
    pub as_of: Moment,
    /// The pipeline and its rules.
    pub template: Template,
    /// Horizons in days for "reached the next stage within".
    pub horizons: Vec<u32>,
}
