//! Reporters among those who are told. The row of one names the case and holds no address: that lies in the vault, is opened
//! when a letter leaves, and goes with it. So no row joins two cases of one reporter either.

use vocabulary::following::{Level, MailEnd, Rhythm, Telling};

use super::follow::telling;
use super::follower::Follower;
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::feedback;
use crate::ids::{CaseId, FollowerId};
use crate::notifications::news::own_subject;
use crate::on;
use crate::portal::Portal;

/// The address and language of a reporter. One that does not open any more is as good as none: the news of everybody would
/// wait for it.
pub(super) async fn reachable(portal: &Portal, linked: &mut impl Linked, case: CaseId) -> Result<Option<(String, String)>> {
    match feedback::address_of_reporter(portal, linked, case).await {
        Err(Error::Broken(_)) => Ok(None),
        found => found,
    }
}

/// The follower that a reporter is; made where an address was left and nothing was told yet, none without an address.
pub(super) async fn ensure(portal: &Portal, tx: &mut Tx, case: CaseId) -> Result<Option<FollowerId>> {
    let found: Option<FollowerId> = on!(&mut *tx, conn => sqlx::query_scalar("select id from follower where case_id = $1").bind(case).fetch_optional(conn).await?);
    if found.is_some() {
        return Ok(found);
    }
    let Some((_, language)) = reachable(portal, tx, case).await? else { return Ok(None) };
    let id = FollowerId(portal.to_the_hour().new_id());
    // Says nothing of the address: the same one for two cases is two.
    let name = portal.secrets.proof("reporter of a case", &case.to_string());
    on!(&mut *tx, conn => sqlx::query("insert into follower (id, case_id, address_hash, language) values ($1, $2, $3, $4)").bind(id).bind(case).bind(name).bind(language).execute(conn).await?.rows_affected());
    let usual = Telling::OF_A_REPORTER;
    on!(&mut *tx, conn => sqlx::query("insert into following (follower_id, subject, level, rhythm) values ($1, $2, $3, $4)")
        .bind(id).bind(own_subject(case)).bind(usual.level.as_str()).bind(usual.rhythm.as_str()).execute(conn).await?.rows_affected());
    Ok(Some(id))
}

/// How a reporter is told of their own case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnTelling {
    pub telling: Telling,
    /// Why they get no mail, where they get none.
    pub ended: Option<MailEnd>,
}

/// None for who left no address; for the page of a receipt.
///
/// # Errors
/// The database's.
pub async fn own_telling(portal: &Portal, linked: &mut impl Linked, case: CaseId) -> Result<Option<OwnTelling>> {
    if reachable(portal, linked, case).await?.is_none() {
        return Ok(None);
    }
    let found: Option<(String, String, Option<String>)> = on!(linked, conn => sqlx::query_as(
        "select f.level, f.rhythm, w.mail_ended_why from follower w join following f on f.follower_id = w.id where w.case_id = $1").bind(case).fetch_optional(conn).await?);
    Ok(Some(match found {
        Some((level, rhythm, why)) => OwnTelling { telling: telling(&level, &rhythm), ended: why.as_deref().and_then(MailEnd::parse) },
        None => OwnTelling { telling: Telling::OF_A_REPORTER, ended: None },
    }))
}

/// The reporter, whom a receipt has proved, says how they want to be told; mail that had ended begins again.
///
/// # Errors
/// [`Error::NotFound`] for who left no address.
pub async fn tell_own(portal: &Portal, case: CaseId, telling: Telling) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let follower = ensure(portal, &mut tx, case).await?.ok_or(Error::NotFound)?;
    on!(&mut tx, conn => sqlx::query("update following set level = $2, rhythm = $3 where follower_id = $1").bind(follower).bind(telling.level.as_str()).bind(telling.rhythm.as_str()).execute(conn).await?.rows_affected());
    on!(&mut tx, conn => sqlx::query("update follower set mail_ended_at = null, mail_ended_why = null, refused = 0, returned = 0 where id = $1").bind(follower).execute(conn).await?.rows_affected());
    if telling.level == Level::Silent {
        hush(&mut tx, follower).await?;
    }
    tx.commit().await
}

/// A reporter who ends it by the link stays in silence: without the row the next step would begin anew.
pub(super) async fn silence(tx: &mut Tx, follower: FollowerId) -> Result<()> {
    on!(&mut *tx, conn => sqlx::query("update following set level = $2, rhythm = $3 where follower_id = $1").bind(follower).bind(Level::Silent.as_str()).bind(Rhythm::AtOnce.as_str()).execute(conn).await?.rows_affected());
    hush(tx, follower).await
}

/// What waits is told no more.
async fn hush(tx: &mut Tx, follower: FollowerId) -> Result<()> {
    on!(&mut *tx, conn => sqlx::query("delete from letter_line where follower_id = $1").bind(follower).execute(conn).await?.rows_affected());
    on!(&mut *tx, conn => sqlx::query("update follower set next_at = null, claim = null, attempts = 0 where id = $1").bind(follower).execute(conn).await?.rows_affected());
    Ok(())
}

/// Forgets reporters whose address was erased; says how many.
pub(super) async fn forget(tx: &mut Tx) -> Result<u64> {
    macro_rules! gone {
        ($head:literal) => {
            concat!($head, " in (select w.id from follower w where w.case_id is not null and not exists (select 1 from vault_record v where v.case_id = w.case_id and v.wrapped_key is not null))")
        };
    }
    on!(&mut *tx, conn => sqlx::query(gone!("delete from letter_line where follower_id")).execute(conn).await?.rows_affected());
    on!(&mut *tx, conn => sqlx::query(gone!("delete from following where follower_id")).execute(conn).await?.rows_affected());
    Ok(on!(&mut *tx, conn => sqlx::query(gone!("delete from follower where id")).execute(conn).await?.rows_affected()))
}

impl Follower {
    /// Whether it is somebody as the reporter of a case, and of nothing else.
    pub const fn is_reporter(&self) -> bool {
        self.case_id.is_some()
    }
}
