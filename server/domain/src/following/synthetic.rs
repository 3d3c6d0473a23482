//! Followers in bulk, for measuring.

use vocabulary::following::{Level, Rhythm};

use super::follower::address_hash;
use crate::error::Result;
use crate::ids::{CaseId, FollowerId};
use crate::notifications::news;
use crate::on;
use crate::portal::Portal;

/// Makes so many followers of one thing, each with an address of its own, told at once.
///
/// # Errors
/// The database's.
pub async fn make_followers(portal: &Portal, subject: &str, count: u64) -> Result<()> {
    for first in (0..count).step_by(2000) {
        let mut tx = portal.db.begin().await?;
        for number in first..count.min(first + 2000) {
            let email = format!("warga{number}@surel.example");
            let (id, sealed) = (FollowerId(portal.new_id()), portal.secrets.seal(&portal.chance, &email)?);
            on!(&mut tx, conn => sqlx::query("insert into follower (id, address_hash, address, language) values ($1, $2, $3, 'id')").bind(id).bind(address_hash(portal, &email)).bind(&sealed).execute(conn).await?.rows_affected());
            on!(&mut tx, conn => sqlx::query("insert into following (follower_id, subject, level, rhythm) values ($1, $2, $3, $4)")
                .bind(id).bind(subject).bind(Level::Everything.as_str()).bind(Rhythm::AtOnce.as_str()).execute(conn).await?.rows_affected());
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Tells the newest step of some published case of Medan once more, to whoever follows this one thing.
///
/// # Errors
/// The database's, also where nothing is published.
pub async fn step_again(portal: &Portal, subject: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, number): (CaseId, i64) = on!(&mut tx, conn => sqlx::query_as(
        "select c.id, (select max(s.number) from feedback_step s where s.case_id = c.id) from feedback_case c where c.government = 'medan' and c.published_at is not null and c.public_text is not null and c.protection <> 'rahasia' order by c.published_at desc limit 1")
        .fetch_one(conn).await?);
    news::step_again(portal, &mut tx, "medan", case, number, subject).await?;
    tx.commit().await
}
