//! Evidence cards. Feedback never becomes a score: it becomes a card, the holder replies, the assessor decides with a
//! reason, and the record shows all three.

mod cards;
mod decide;
mod from_feedback;
mod reply;

pub use cards::{Card, ListedCard, View, card, cards};
pub use decide::decide;
pub use from_feedback::{Offer, offer_card};
pub use reply::reply;
