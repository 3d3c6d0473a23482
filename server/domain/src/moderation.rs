//! Flags and acts. What is hidden stays in the database with who hid it and why; its author is told and may answer.

mod flag;
mod hide;
mod waiting;

pub use flag::flag;
pub use hide::{Subject, dismiss, hide};
pub use waiting::{FlaggedItem, waiting};
