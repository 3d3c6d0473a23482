//! `/open311/v2`: reports from and for programs of others, by Open311 GeoReport v2, in XML and in JSON; and the page that
//! says how. Rules are the domain's (`domain::open311`); here the words of the standard are read and written.

pub mod answer;
pub mod asked;
mod call;
mod document;
pub mod forward;
pub mod keys;
pub mod lapor;
pub mod page;
pub mod peers;
pub mod post;
pub mod requests;
pub mod services;
pub mod updates;
