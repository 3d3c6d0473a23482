//! Evidence cards: the desk, one card with its reply and decision, what is held back. No score anywhere.

pub mod card;
mod draft;
pub mod holds;
pub mod improving;
mod parts;
pub mod performance;
pub mod record;
