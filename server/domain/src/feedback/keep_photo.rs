//! A photo is kept before its form is sent, for a file field cannot be filled again; what is never sent is deleted.

use bytes::Bytes;
use vocabulary::Fault;

use crate::clock::{DAY, day_text, local_day};
use crate::error::{Error, Result};
use crate::files::{self, Photo};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// Keeps a photo until a form is sent with it, or until its days are over. `name` is what its sender calls it.
///
/// # Errors
/// The store's and the database's. Inside, the fault of the file.
pub async fn keep_photo(portal: &Portal, name: &str, bytes: Bytes) -> Result<Result<Photo, Fault>> {
    if let Err(fault) = files::claimed(name) {
        return Ok(Err(fault));
    }
    let prepared = match tokio::task::spawn_blocking(move || files::prepare(&bytes)).await.map_err(|e| Error::Broken(e.to_string()))? {
        Ok(prepared) => prepared,
        Err(fault) => return Ok(Err(fault)),
    };
    let file = prepared.file_name();
    // The row first: a file without one would stay for ever, a row without a file is swept.
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("insert into feedback_photo_waiting (file, since) values ($1, $2) on conflict (file) do update set since = excluded.since")
        .bind(&file).bind(portal.to_the_hour().now()).execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(Ok(portal.files.keep(prepared).await?))
}

/// At most so many are swept at a time; the next minute sweeps on.
const AT_A_TIME: i64 = 200;

/// Deletes photos whose form was not sent within the days of the rule. Returns how many.
///
/// # Errors
/// The database's and the store's.
pub async fn sweep_photos(portal: &Portal) -> Result<usize> {
    let mut conn = portal.db.read().await?;
    let rule = rules::maybe_in_force(&mut conn, "feedback.photo_waiting", &day_text(local_day(portal.now(), 0))).await?;
    let Some(days) = rule.map(|r| r.value) else { return Ok(0) };
    let before = portal.now() - days * DAY;
    let waiting: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from (select 1 as one from feedback_photo_waiting where since < $1 limit 1) any_one").bind(before).fetch_one(c).await?);
    let pieces: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from (select 1 as one from feedback_photo_piece where since < $1 limit 1) any_one").bind(before).fetch_one(c).await?);
    drop(conn);
    // Most minutes there is nothing, and nobody waits for the writer in vain.
    if waiting + pieces == 0 {
        return Ok(0);
    }
    let mut tx = portal.db.begin().await?;
    // A phone that comes back with the rest of a photo begins it anew.
    on!(&mut tx, c => sqlx::query("delete from feedback_photo_piece where since < $1").bind(before).execute(c).await?.rows_affected());
    let old: Vec<String> = on!(&mut tx, c => sqlx::query_scalar(
        "delete from feedback_photo_waiting where file in (select file from feedback_photo_waiting where since < $1 order by since limit $2) returning file")
        .bind(before).bind(AT_A_TIME).fetch_all(c).await?);
    let mut unused = Vec::new();
    for file in old {
        // The same picture may have been sent with another form, or a reply to an evidence card.
        let used: i64 = on!(&mut tx, c => sqlx::query_scalar("select (select count(*) from feedback_photo where file = $1) + (select count(*) from evidence_reply_file where file = $1)").bind(&file).fetch_one(c).await?);
        if used == 0 {
            unused.push(file);
        }
    }
    tx.commit().await?;
    for file in &unused {
        portal.files.delete(file).await?;
    }
    Ok(unused.len())
}
