//! Who does what: governments, units, posts, services, and finding them by words.

pub mod announcement_desk;
mod announcement_form;
pub mod announcements;
pub mod correction_desk;
pub mod corrections;
pub mod as_of;
pub mod desk;
pub mod chart;
pub mod front;
pub mod history;
pub mod home;
pub mod outside;
mod pledge;
pub mod job_map;
pub mod positions;
pub mod search;
pub mod service;
mod service_places;
mod service_promise;
pub mod services;
pub mod tree_layout;
pub mod tree_picture;
pub mod units;

use crate::error::PageError;
use crate::shell::App;

/// After a change is published: what is found by words agrees with what is there.
///
/// # Errors
/// The database's.
pub(crate) async fn search_again(app: &App) -> Result<(), PageError> {
    Ok(domain::directory::import::reindex(&app.portal).await?)
}
