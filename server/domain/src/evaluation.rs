//! Evidence cards. Feedback never becomes a score: it becomes a card, the holder replies, the assessor decides with a
//! reason, and the record shows all three.

mod assessors;
mod cards;
mod decide;
mod delegate;
mod from_feedback;
mod looks;
mod reply;
mod standing;

pub use assessors::{Depth, Lines, Official, assessor_of, reach};
pub use cards::{Card, ListedCard, View, card, cards};
pub use decide::decide;
pub use delegate::{ListedDelegation, delegate, delegations, withdraw_delegation};
pub use from_feedback::{Offer, offer_card};
pub use looks::{Look, Seen, looked, looks_at};
pub use reply::reply;
pub use standing::{Footing, Subject, footing};
