//! Who does what: governments, units, posts, services, and finding them by words.

pub mod front;
pub mod home;
pub mod outside;
mod pledge;
pub mod positions;
pub mod search;
pub mod service;
mod service_places;
mod service_promise;
pub mod services;
pub mod units;
