//! Computes every quarter of every government anew: those that are due and missing are published, those that are there stay
//! as they are, and how far they lie from what the cases say today is reported. For whoever runs the portal: after it stood
//! still for longer than a quarter, or when the rules of counting are doubted.

use std::collections::BTreeMap;

use vocabulary::evaluation::quarter_of;

use super::{Key, Tables, days_of, due, freeze, is_published, would_publish};
use crate::clock::{Millis, day_text, local_day};
use crate::db::Linked;
use crate::directory::{Government, governments};
use crate::error::Result;
use crate::ids::UnitId;
use crate::on;
use crate::portal::Portal;

/// What a full computation found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recomputed {
    /// Quarters that were computed, of all governments.
    pub quarters: usize,
    /// Tables in them: of units, and of governments as a whole.
    pub tables: usize,
    /// Quarters that were missing and are published now.
    pub published: usize,
    /// Quarters that are there and would read otherwise today, for cases go on; they stay as they are.
    pub moved: usize,
}

/// Computes all quarters from the first case to the last that may be published. `progress` is told the government and how
/// many quarters of all are done.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn recompute(portal: &Portal, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<Recomputed> {
    let mut conn = portal.db.read().await?;
    let mut work: Vec<(Government, String)> = Vec::new();
    for government in governments(&mut conn).await? {
        let periods = quarters(portal, &mut conn, &government).await?;
        work.extend(periods.into_iter().map(|period| (government.clone(), period)));
    }
    let mut found = Recomputed::default();
    for (done, (government, period)) in work.iter().enumerate() {
        progress(&government.slug, done, work.len());
        let tables = would_publish(portal, &mut conn, government, period).await?;
        found.quarters += 1;
        found.tables += tables.len();
        if is_published(&mut conn, &government.slug, period).await? {
            found.moved += usize::from(stored(&mut conn, &government.slug, period).await? != flat(&tables));
        } else {
            found.published += usize::from(freeze(portal, government, period, &tables).await?);
        }
    }
    progress("", work.len(), work.len());
    Ok(found)
}

/// The quarters from a government's first case to the last whose days are over, the oldest first.
async fn quarters(portal: &Portal, linked: &mut impl Linked, government: &Government) -> Result<Vec<String>> {
    let first: Option<Millis> =
        on!(linked, conn => sqlx::query_scalar("select min(received_at) from feedback_case where government = $1").bind(&government.slug).fetch_one(conn).await?);
    let last = due(linked, &government.today(portal.now())).await?;
    let (Some(first), Some(last)) = (first, last) else { return Ok(Vec::new()) };
    let mut periods = Vec::new();
    let mut period = quarter_of(&day_text(local_day(first, government.utc_offset_hours)));
    while period <= last {
        let Some((_, after)) = days_of(&period) else { break };
        periods.push(std::mem::replace(&mut period, quarter_of(&day_text(after))));
    }
    Ok(periods)
}

type Flat = BTreeMap<(Option<UnitId>, String, String), Option<i64>>;

fn flat(tables: &Tables) -> Flat {
    let row = |unit: Option<UnitId>, (margin, cell): Key, value| ((unit, margin.to_owned(), cell.to_owned()), value);
    tables.iter().flat_map(|(unit, told)| told.iter().map(move |(key, value)| row(*unit, *key, *value))).collect()
}

async fn stored(linked: &mut impl Linked, government: &str, period: &str) -> Result<Flat> {
    let rows: Vec<(Option<UnitId>, String, String, Option<i64>)> = on!(linked, conn => sqlx::query_as(
        "select unit_id, margin, cell, value from evidence_figure where government = $1 and period = $2").bind(government).bind(period).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(unit, margin, cell, value)| ((unit, margin, cell), value)).collect())
}
