//! Evidence cards: the record and one card with its reply and decision. No score anywhere.

pub mod card;
pub mod record;
