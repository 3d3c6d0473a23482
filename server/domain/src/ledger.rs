//! The public audit trail: every status change, moderation act and use as evidence is an entry, and the entries are the
//! leaves of a Merkle tree (RFC 9162), so that none can be changed, removed or slipped in unseen.
//!
//! [`append`] writes in the transaction of what it records; [`sequence`] numbers what was committed; [`proof`] and
//! [`heads`] are what strangers check; [`verify`] goes over everything.

mod append;
mod erase;
pub mod heads;
mod list;
pub mod merkle;
pub mod proof;
mod sequence;
mod tree;
pub mod verify;

pub use append::{Entry, append, append_many};
pub use erase::erase;
pub use list::{Leaf, Listed, Page, leaves, list, of_subject};
pub use sequence::{sequence, sequence_by_date};
pub use tree::{Head, head};
