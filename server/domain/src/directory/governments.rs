//! The governments of this installation.

use crate::clock::{Millis, local_day};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Government {
    pub slug: String,
    pub area_code: String,
    pub name_id: String,
    pub name_en: String,
    pub short_name: String,
    pub head_title: String,
    pub reference_prefix: String,
    pub utc_offset_hours: i64,
}

impl Government {
    /// Today there, as `YYYY-MM-DD`.
    pub fn today(&self, now: Millis) -> String {
        crate::clock::day_text(local_day(now, self.utc_offset_hours))
    }
}

/// # Errors
/// [`Error::NotFound`] when there is none of that slug.
pub async fn government(linked: &mut impl Linked, slug: &str) -> Result<Government> {
    let found: Option<Government> = on!(linked, conn => sqlx::query_as(
        "select slug, area_code, name_id, name_en, short_name, head_title, reference_prefix, utc_offset_hours from government where slug = $1").bind(slug).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// # Errors
/// The database's.
pub async fn governments(linked: &mut impl Linked) -> Result<Vec<Government>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select slug, area_code, name_id, name_en, short_name, head_title, reference_prefix, utc_offset_hours from government order by area_code").fetch_all(conn).await?))
}
