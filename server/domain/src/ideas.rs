//! The ideas space of civil servants (ruang gagasan). Whoever works for a government proposes, its people support and
//! comment, the head of the unit answers within a clock, and what is accepted becomes a commitment of the unit with a
//! day and a post that answers for it. Only commitments are ever published.

mod answer;
mod comment;
mod commitments;
mod heads;
mod list;
mod propose;
mod remind;
mod show;
mod support;

pub use answer::answer;
pub use comment::comment;
pub use commitments::{Commitment, PublicCommitment, Step, may_tell, published, step};
pub use heads::may_answer;
pub use list::{Cursor, ListedIdea, Page, list, waiting};
pub use propose::propose;
pub use remind::remind;
pub use show::{Answer, Comment, Idea, show};
pub use support::support;

use crate::accounts::Actor;
use crate::error::{Error, Result};

/// The ideas of a government are read by those who work for it.
///
/// # Errors
/// [`Error::NotFound`] for everyone else.
fn colleague(actor: &Actor, government: &str) -> Result<()> {
    if actor.grants.iter().any(|g| g.government == government) { Ok(()) } else { Err(Error::NotFound) }
}
