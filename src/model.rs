//! The field's terms as types: moments, money, stages, deals. Pure: no files, no clock, no language.

pub mod book;
pub mod deal;
pub mod moment;
pub mod money;
pub mod pipeline;
pub mod rows;
pub mod stand;

pub use book::{Book, CostOf, CostTable, SkipReason, Tally};
pub use deal::{Deal, DealState, Entered, StageEntry};
pub use moment::Moment;
pub use money::{Currency, Money, Purse};
pub use pipeline::{Pipeline, Promise, PromiseStages, Stage, StageId, StageKind, StageOrigin};
pub use rows::Rows;
pub use stand::Stand;
