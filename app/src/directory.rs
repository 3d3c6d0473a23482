//! Who does what: governments, units, posts, services, and finding them by words.

pub mod front;
pub mod home;
pub mod positions;
pub mod search;
pub mod services;
pub mod units;
