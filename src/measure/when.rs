//! What the sheets tell of an entry in, by when it had surely happened out.

use super::way::Way;
use crate::model::{Entered, Moment};

/// When something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// At this moment; of a change between two copies of the sheet, that of the later one.
    At(Moment),
    /// By this moment, when the first copy of the sheet was made: it showed it so already.
    By(Moment),
    /// No cell tells.
    Untold,
}

impl When {
    /// When an entry of the way happened.
    pub(super) fn of(way: &Way<'_>, entered: Entered) -> Self {
        match entered {
            Entered::At(moment) | Entered::Between(_, moment) => Self::At(moment),
            Entered::BeforeCopies(_, seen) => Self::By(seen),
            Entered::Unknown => way.known_from.map_or(Self::Untold, Self::By),
        }
    }

    /// The moment by which it had surely happened.
    pub(super) fn by(self) -> Option<Moment> {
        match self {
            Self::At(moment) | Self::By(moment) => Some(moment),
            Self::Untold => None,
        }
    }
}
