//! Coaching (pembinaan): the assessor opens it with reasons and agreed actions, looks twice at what became of it and
//! says how it ended; the person reads all of it and writes their own view. Subject, assessor, the one above and the
//! performance team see it, and nobody else; each look by another is told to the person.
//!
//! While it goes on, the line above the person's post of today is asked: whoever moves takes it along, and whoever
//! follows as assessor carries on. Once closed it stays with the line above the post it was about.

mod list;
mod open;
mod remind;
mod show;
mod step;

pub use list::{ListedCoaching, assessed, coachings};
pub use open::{AcceptedCard, accepted_cards, coachable, open, reasons};
pub use remind::remind;
pub use show::{Action, Coaching, Step, show};
pub use step::step;
