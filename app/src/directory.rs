//! Who does what: governments, units, posts, services, and finding them by words.

pub mod chart;
pub mod front;
pub mod home;
pub mod job_map;
pub mod positions;
pub mod search;
pub mod services;
pub mod tree_layout;
pub mod tree_picture;
pub mod units;
