//! Photos that nobody outside the desk sees before a verifier has looked at them: they came when the report was public
//! already, or with what its reporter did later. A case may have ended meanwhile, so no queue would show them.

use vocabulary::feedback::Kind;

use super::Sight;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::feedback::guard::Matter;
use crate::ids::{PositionId, UnitId};
use crate::on;

/// A case with photos to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen {
    pub reference: String,
    pub title: String,
    /// Since when the first of them waits.
    pub since: Millis,
    /// Their numbers in the case.
    pub photos: Vec<i64>,
}

/// So many photos are read at once, those that wait longest; the rest is seen when these are.
pub const UNSEEN_MOST: i64 = 200;

#[derive(sqlx::FromRow)]
struct Row {
    reference: String,
    title: String,
    number: i64,
    withheld_at: Millis,
    kind: String,
    unit_id: Option<UnitId>,
    handling_unit_id: Option<UnitId>,
    position_id: Option<PositionId>,
    happened_on: Option<String>,
    received_at: Millis,
}

/// What waits for a verifier's look, the longest first; nothing for who verifies nothing here.
///
/// # Errors
/// The database's.
pub async fn unseen_photos(linked: &mut impl Linked, sight: &Sight) -> Result<Vec<Unseen>> {
    if !sight.sees_all() {
        return Ok(Vec::new());
    }
    // A `cross join` goes from the few photos to their cases on SQLite too, which else reads every case of the government.
    let rows: Vec<Row> = on!(linked, c => sqlx::query_as(
        "select c.reference, c.title, p.number, p.withheld_at, c.kind, c.unit_id, c.handling_unit_id, c.position_id, c.happened_on, c.received_at \
         from feedback_photo p cross join feedback_case c where c.id = p.case_id and p.withheld_reason = 'belum_diperiksa' and c.government = $1 and c.published_at is not null order by p.withheld_at, p.case_id, p.number limit $2")
        .bind(&sight.government.slug).bind(UNSEEN_MOST).fetch_all(c).await?);
    let mut found: Vec<Unseen> = Vec::new();
    for row in rows {
        let Some(kind) = Kind::parse(&row.kind) else { continue };
        let matter = Matter { kind, unit: row.unit_id, handling_unit: row.handling_unit_id, position: row.position_id, happened_on: row.happened_on, received_at: row.received_at };
        if sight.guard.as_ref().is_some_and(|interests| interests.hinder(&matter)) {
            continue;
        }
        match found.iter_mut().find(|case| case.reference == row.reference) {
            Some(case) => case.photos.push(row.number),
            None => found.push(Unseen { reference: row.reference, title: row.title, since: row.withheld_at, photos: vec![row.number] }),
        }
    }
    Ok(found)
}
