//! Who does what, and what residents may expect: governments, units, posts apart from persons, services and standards.

pub mod announcements;
pub mod areas;
pub mod corrections;
pub mod export;
pub mod governments;
pub mod import;
pub mod positions;
pub mod services;
pub mod units;

pub use governments::{Government, government, governments};
