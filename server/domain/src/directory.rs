//! Who does what, and what residents may expect: governments, units, posts apart from persons, services and standards.

pub mod areas;
pub mod export;
pub mod gate;
pub mod governments;
pub mod import;
pub mod positions;
pub mod services;
pub mod units;

pub use governments::{Government, government, governments};
