//! The directory as data that others can use: rows for datasets and the interface for programs, whole files with
//! checksum and date, Popolo, CPSV-AP, and the addresses for search engines. Everything comes through the publication
//! gate.
//!
//! Each dataset has one file with its columns, its row and its query; files and the interface hand out the same rows.
//! To add a column, add it to the row, its cells and its description, and to `app/src/open_data/openapi.json`.

mod addresses;
mod cpsv;
mod files;
mod licence;
mod popolo;
mod positions;
mod scope;
mod services;
mod shelf;
mod table;
mod tenures;
mod units;

pub use addresses::{Address, address_count, addresses};
pub use files::{FileName, Format};
pub use licence::{Licence, licence_of};
pub use positions::{PositionItem, positions};
pub use scope::{Scope, Which};
pub use services::{ServiceItem, services};
pub use shelf::{File, Shelf};
pub use table::{Column, Dataset, Kind};
pub use tenures::{TenureCursor, TenureItem, tenures};
pub use units::{UnitItem, units};
