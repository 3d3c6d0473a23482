//! Words that the browser and the server share: enumerations, limits, parsed inputs and the ways they can be wrong.
//!
//! Belongs here: what a resident or an assessor could say aloud. Does not belong here: databases, frameworks, and
//! sentences shown to people (those are translations, in `app/locales`). To add a word, add it to the capability's
//! file; to add a way an input can be wrong, add a [`Fault`].

// A request must not panic; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used)]

mod words;

pub mod accounts;
pub mod announcements;
pub mod corrections;
pub mod development;
pub mod directory;
pub mod evaluation;
pub mod faults;
pub mod feedback;
pub mod following;
pub mod forum;
pub mod ideas;
pub mod identity;
pub mod moderation;
pub mod open311;
pub mod personal;
pub mod receipt;
pub mod text;

pub use faults::{Fault, Problem, Problems};
