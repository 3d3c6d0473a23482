//! Finding by words. The one folder where the dialects differ: FTS5 and PostgreSQL's `simple` configuration get the
//! same stems, made here in Rust, so that both answer alike.

mod directory;
mod feedback;
mod stems;

pub use directory::{Found, clear, index, search};
pub use feedback::{index_case, matching_cases};
pub use stems::stems;
