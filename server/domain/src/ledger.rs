//! The public audit trail: every status change, moderation act and use as evidence is an entry, chained by hash.

mod append;
mod list;

pub use append::{Entry, append};
pub use list::{Listed, Page, list, of_subject};
