//! Who does what, and what residents may expect: governments, units, posts apart from persons, services and standards.

pub mod areas;
pub mod browse;
pub mod export;
pub mod governments;
pub mod import;
pub mod offices;
pub mod pledges;
pub mod positions;
pub mod redirects;
pub mod services;
pub mod units;

pub use governments::{Government, government, governments};
