//! A head a day: what the tree was when the day had ended. Whoever kept one can hold every later tree to it.

use time::Duration;

use super::tree::{Head, as_hash, head, signed};
use crate::clock::{day_text, local_day};
use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// The head of a day that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHead {
    /// In the zone of the portal's first government.
    pub day: String,
    pub head: Head,
}

/// Covers the seal before it, so that no day can be changed, taken out or put in between.
pub(super) fn seal(before: &[u8], day: &str, head: &Head) -> Vec<u8> {
    sha256(&[before, day.as_bytes(), &head.size.to_be_bytes(), &head.root]).to_vec()
}

/// Hours ahead of UTC of the government that comes first: the tree is one for all of them, and so is its day.
pub(super) async fn zone(linked: &mut impl Linked) -> Result<Option<i64>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select utc_offset_hours from government order by area_code limit 1").fetch_optional(conn).await?))
}

/// The day that ended last, if its head is still to be kept.
async fn ended_day(linked: &mut impl Linked, now: i64) -> Result<Option<String>> {
    let Some(zone) = zone(linked).await? else { return Ok(None) };
    let day = day_text(local_day(now, zone) - Duration::DAY);
    let kept: Option<String> = on!(linked, conn => sqlx::query_scalar("select max(day) from ledger_head").fetch_one(conn).await?);
    Ok(kept.is_none_or(|kept| kept < day).then_some(day))
}

/// Keeps the head of the day that ended last, unless it is kept; looking costs three short reads. After days without
/// the program, one head stands for them all.
///
/// # Errors
/// The database's.
pub async fn keep_day(portal: &Portal) -> Result<bool> {
    let mut conn = portal.db.read().await?;
    // A tree without a leaf has nothing to be held to.
    let due = head(&mut conn).await?.size > 0 && ended_day(&mut conn, portal.now()).await?.is_some();
    drop(conn);
    if due {
        let mut tx = portal.db.begin().await?;
        super::sequence::hold(&mut tx).await?;
        keep_ended(portal, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(due)
}

/// The same where the tree's row is held; before the very first entry too, so that the day before it holds none.
pub(super) async fn keep_ended(portal: &Portal, tx: &mut Tx) -> Result<()> {
    match ended_day(tx, portal.now()).await? {
        Some(day) => keep(tx, &day).await,
        None => Ok(()),
    }
}

/// Writes the head of this day: the tree as it is.
pub(super) async fn keep(tx: &mut Tx, day: &str) -> Result<()> {
    let head = head(tx).await?;
    let before: Vec<u8> = on!(tx, conn => sqlx::query_scalar("select seal from ledger_tree where one = 1").fetch_one(conn).await?);
    let seal = seal(&before, day, &head);
    on!(tx, conn => sqlx::query("insert into ledger_head (day, size, root, seal) values ($1, $2, $3, $4)").bind(day).bind(signed(head.size)).bind(head.root.to_vec()).bind(&seal).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("update ledger_tree set seal = $1 where one = 1").bind(&seal).execute(conn).await?.rows_affected());
    Ok(())
}

/// Daily heads before a day, the newest first; of days before the first entry there is nothing to tell.
///
/// # Errors
/// The database's.
pub async fn days(linked: &mut impl Linked, before: Option<&str>, limit: i64) -> Result<Vec<DayHead>> {
    let rows: Vec<(String, i64, Vec<u8>)> = on!(linked, conn => sqlx::query_as("select day, size, root from ledger_head where size > 0 and ($1 is null or day < $1) order by day desc limit $2")
        .bind(before).bind(limit).fetch_all(conn).await?);
    rows.into_iter().map(|(day, size, root)| Ok(DayHead { day, head: Head { size: size.unsigned_abs(), root: as_hash(&root)? } })).collect()
}
