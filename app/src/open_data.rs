//! The directory for programs: files with licence, schema and checksum, the interface `/api/v1`, structured data in
//! pages, and the addresses for search engines. What may leave is the domain's business (`directory/gate.rs`).

pub mod answer;
pub mod api;
pub mod asked;
pub mod files;
pub mod page;
pub mod problem;
pub mod schema;
pub mod sitemap;
pub mod structured;
