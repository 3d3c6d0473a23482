//! The pledge (maklumat pelayanan, UU 25/2009): what a unit promises over its standards, signed by a post.

use crate::db::Linked;
use crate::error::Result;
use crate::ids::UnitId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Pledge {
    pub text: String,
    /// `YYYY-MM-DD`.
    pub signed_on: String,
    pub decree: Option<String>,
    pub position_slug: Option<String>,
    pub position_title: Option<String>,
}

/// The unit's pledge on a day: the last one signed until then.
///
/// # Errors
/// The database's.
pub async fn pledge_of(linked: &mut impl Linked, unit: UnitId, day: &str) -> Result<Option<Pledge>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select m.text, m.signed_on, m.decree, p.slug as position_slug, p.title as position_title \
         from service_pledge m left join position p on p.id = m.signed_by_position_id where m.unit_id = $1 and m.signed_on <= $2 order by m.signed_on desc limit 1")
        .bind(unit).bind(day).fetch_optional(conn).await?))
}
