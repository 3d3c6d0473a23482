//! Who does what, and what residents may expect: governments, units, posts apart from persons, services and standards.

pub mod areas;
pub mod bulk;
pub mod changes;
pub mod difference;
pub mod edit;
pub mod export;
pub mod governments;
pub mod history;
pub mod import;
pub mod past;
pub mod positions;
pub mod services;
pub mod standards;
pub mod synthetic;
pub mod tenures;
pub mod units;
pub mod workload;

pub use governments::{Government, government, governments};
