//! What only two people together may see, or nobody: identities of reporters, and what they and staff write to each
//! other. Sealed record by record, so that one can be erased and the key of all can be changed.
//!
//! Lives here: keys, sealing, erasing. Does not: who may open what; that is for who calls.

mod fits;
mod keys;
mod records;
mod rewrap;

pub use fits::{fits, is_needed};
pub use keys::Keys;
pub use records::{erase, holds, open, put};
pub use rewrap::rewrap;
