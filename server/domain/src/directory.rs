//! Who does what, and what residents may expect: governments, units, posts apart from persons, services and standards.

pub mod announcements;
mod apply;
pub mod areas;
pub mod browse;
pub mod bulk;
pub mod changes;
pub mod corrections;
pub mod difference;
pub mod edit;
pub mod export;
pub mod gate;
pub mod governments;
pub mod history;
pub mod import;
pub mod offices;
pub mod past;
pub mod pledges;
pub mod positions;
pub mod redirects;
pub mod services;
pub mod standards;
pub mod structure;
pub mod synthetic;
pub mod tenures;
pub mod units;
pub mod workload;

pub use governments::{Government, government, governments};
