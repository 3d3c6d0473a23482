//! Finding by words. The one folder where the dialects differ: FTS5 and PostgreSQL's `simple` configuration get the
//! same words, made here in Rust, so that both answer alike.
//!
//! The directory (services, units, posts) is found with [`search`], which forgives a mistyped letter. Whoever changes
//! the directory tells the index in the same transaction, last: [`refresh`] for one thing as it stands in the tables,
//! [`index()`] and [`remove`] for things whose entry the caller makes. [`rebuild`] brings everything up to date.

mod entry;
mod feedback;
mod find;
mod near;
mod rebuild;
mod stems;
mod vocabulary;

pub use entry::{Entry, index, remove};
pub use feedback::{cases_near, forget_case, index_case, matching_cases};
pub use find::{Answer, Found, search};
pub use rebuild::{rebuild, rebuild_if_empty, rebuild_in, refresh};
pub use stems::{all_stems, stems};
