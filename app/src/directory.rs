//! Who does what: governments, units, posts, services, and finding them by words.

pub mod announcement_desk;
mod announcement_form;
pub mod announcements;
pub mod as_of;
pub mod chart;
pub mod correction_desk;
pub mod corrections;
pub mod desk;
pub mod front;
pub mod history;
pub mod home;
pub mod job_map;
pub mod outside;
mod pledge;
pub mod positions;
pub mod search;
pub mod service;
mod service_places;
mod service_promise;
pub mod services;
pub mod tree_layout;
pub mod tree_picture;
pub mod units;
