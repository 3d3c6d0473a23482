//! Evidence cards. Feedback never becomes a score: it becomes a card, the holder replies, the assessor decides with a
//! reason, and the record shows all three.

mod assessors;
mod cards;
mod decide;
mod delegate;
mod desk;
pub mod figures;
mod from_feedback;
mod from_forum;
pub mod holds;
pub mod improvements;
mod line;
mod looks;
mod notes;
mod reply;
mod standing;
mod suspicion;
pub mod synthetic;
mod values;

pub use assessors::{Depth, Lines, Official, assessor_of, reach};
pub use cards::{Behind, Card, CardDecision, CardHold, CardNote, ListedCard, card, see, files_of, of_case};
pub use decide::{correct, decide};
pub use delegate::{ListedDelegation, delegate, delegations, withdraw_delegation};
pub use desk::{COUNTED_MOST, Counted, Cursor, Desk, Listed, cards, counts, own, page, waiting};
pub use from_feedback::{Offer, offer_card};
pub use from_forum::{Answered, offer_answer};
pub use line::{hand_over, line_signature};
pub use looks::{Look, Seen, looked, looks_at};
pub use notes::write_note;
pub use reply::{reply, reply_file, reply_with_files};
pub use standing::{Footing, Subject, footing};
pub use suspicion::weigh;
pub use values::proposed;
