//! Since when there are records: what a day before them, or after the last day of something, is answered with.

use vocabulary::directory::EntryKind;

use crate::db::Linked;
use crate::error::{Error, Result};
use crate::on;

/// The first and, once it is over, the last day of a unit, post or service (`YYYY-MM-DD`).
///
/// # Errors
/// [`Error::NotFound`] when this government has and had none of that slug.
pub async fn days_of(linked: &mut impl Linked, government: &str, kind: EntryKind, slug: &str) -> Result<(String, Option<String>)> {
    let found: Option<(String, Option<String>)> = match kind {
        EntryKind::Unit => {
            on!(linked, conn => sqlx::query_as("select valid_from, valid_to from unit where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?)
        }
        EntryKind::Position => {
            on!(linked, conn => sqlx::query_as("select valid_from, valid_to from position where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?)
        }
        EntryKind::Service => {
            on!(linked, conn => sqlx::query_as("select valid_from, valid_to from service where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?)
        }
        EntryKind::Redirect => None,
    };
    found.ok_or(Error::NotFound)
}

/// The day from which a list of a government has anything; none where there is nothing yet.
///
/// # Errors
/// The database's.
pub async fn first_day(linked: &mut impl Linked, government: &str, kind: EntryKind) -> Result<Option<String>> {
    Ok(
        on!(linked, conn => sqlx::query_scalar("select min(valid_from) from directory_version where government = $1 and kind = $2").bind(government).bind(kind.as_str()).fetch_one(conn).await?),
    )
}
