//! Who does what: governments, units, posts, services, and finding them by words.

pub mod announcement_desk;
mod announcement_form;
pub mod announcements;
pub mod correction_desk;
pub mod corrections;
pub mod front;
pub mod home;
pub mod positions;
pub mod search;
pub mod services;
pub mod units;
