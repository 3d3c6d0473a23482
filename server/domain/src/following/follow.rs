//! Following something, with how much and how often; changing it; ending it.

use vocabulary::accounts::Email;
use vocabulary::following::{Level, Rhythm, Telling};
use vocabulary::{Fault, Problems};

use super::follower::of_address;
use super::reporters::silence;
use super::subject::{Subject, named};
use crate::accounts::Actor;
use crate::clock::{day_text, local_day};
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId, FollowerId};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// Something that one follows.
#[derive(Debug, Clone)]
pub struct Followed {
    /// As rows say it.
    pub key: String,
    /// None for what is no longer shown to everybody.
    pub subject: Option<Subject>,
    pub telling: Telling,
}

/// Who is signed in follows something; following it again changes how.
///
/// # Errors
/// [`Error::Invalid`] for more than the rule allows.
pub async fn follow(portal: &Portal, actor: &Actor, language: &str, subject: &Subject, telling: Telling) -> Result<()> {
    // An address that nobody has shown to be theirs gets no letters: the mailed link is the proof.
    let email = Email::parse(&actor.email).map_err(|_| Error::NotFound)?;
    let mut tx = portal.db.begin().await?;
    let follower = of_address(portal, &mut tx, email.as_str(), language).await?;
    keep(portal, &mut tx, follower, &subject.key, telling).await?;
    tx.commit().await
}

/// # Errors
/// [`Error::Invalid`] for more than the rule allows.
pub(super) async fn keep(portal: &Portal, tx: &mut Tx, follower: FollowerId, key: &str, telling: Telling) -> Result<()> {
    let most = rules::in_force(tx, "notifications.followed_most", &day_text(local_day(portal.now(), 7))).await?.value;
    let count: i64 = on!(tx, conn => sqlx::query_scalar("select count(*) from following where follower_id = $1 and subject <> $2").bind(follower).bind(key).fetch_one(conn).await?);
    if count >= most {
        let mut problems = Problems::default();
        problems.add("tentang", Fault::TooManyAtOnce { most: usize::try_from(most).unwrap_or_default() });
        return Err(problems.into());
    }
    on!(tx, conn => sqlx::query("insert into following (follower_id, subject, level, rhythm) values ($1, $2, $3, $4) on conflict (follower_id, subject) do update set level = excluded.level, rhythm = excluded.rhythm")
        .bind(follower).bind(key).bind(telling.level.as_str()).bind(telling.rhythm.as_str()).execute(conn).await?.rows_affected());
    Ok(())
}

/// Changes how one is told of something that one follows.
///
/// # Errors
/// [`Error::NotFound`] for what this follower does not follow.
pub async fn change(portal: &Portal, follower: FollowerId, key: &str, telling: Telling) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let changed = on!(&mut tx, conn => sqlx::query("update following set level = $3, rhythm = $4 where follower_id = $1 and subject = $2")
        .bind(follower).bind(key).bind(telling.level.as_str()).bind(telling.rhythm.as_str()).execute(conn).await?.rows_affected());
    drop_unheard(&mut tx, follower).await?;
    tx.commit().await?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Ends it; what one does not follow any more stays ended. An address without an account that follows nothing is forgotten.
///
/// # Errors
/// The database's.
pub async fn unfollow(portal: &Portal, follower: FollowerId, key: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let report: Option<Option<CaseId>> = on!(&mut tx, conn => sqlx::query_scalar("select case_id from follower where id = $1").bind(follower).fetch_optional(conn).await?);
    if report.flatten().is_some() {
        silence(&mut tx, follower).await?;
        return tx.commit().await;
    }
    on!(&mut tx, conn => sqlx::query("delete from following where follower_id = $1 and subject = $2").bind(follower).bind(key).execute(conn).await?.rows_affected());
    drop_unheard(&mut tx, follower).await?;
    on!(&mut tx, conn => sqlx::query("delete from follower where id = $1 and account_id is null and not exists (select 1 from following f where f.follower_id = $1)").bind(follower).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// What waits and is heard through nothing that they follow any more, or not at that level, is told no more.
async fn drop_unheard(tx: &mut Tx, follower: FollowerId) -> Result<()> {
    for least in Level::ALL {
        let heard = least.heard_by().map(Level::as_str);
        on!(&mut *tx, conn => sqlx::query(
            "delete from letter_line where follower_id = $1 and exists (select 1 from news n where n.id = letter_line.news_id and n.least = $2) \
             and not exists (select 1 from news_about a join following f on f.subject = a.subject where a.news_id = letter_line.news_id and f.follower_id = $1 and f.level in ($3, $4, $5, $6))")
            .bind(follower).bind(least.as_str()).bind(heard[0]).bind(heard[1]).bind(heard[2]).bind(heard[3]).execute(conn).await?.rows_affected());
    }
    Ok(())
}

/// How an account follows this; none where it does not.
///
/// # Errors
/// The database's.
pub async fn state(linked: &mut impl Linked, account: AccountId, key: &str) -> Result<Option<(FollowerId, Telling)>> {
    let found: Option<(FollowerId, String, String)> = on!(linked, conn => sqlx::query_as(
        "select f.follower_id, f.level, f.rhythm from following f join follower w on w.id = f.follower_id where w.account_id = $1 and f.subject = $2").bind(account).bind(key).fetch_optional(conn).await?);
    Ok(found.map(|(follower, level, rhythm)| (follower, telling(&level, &rhythm))))
}

pub(super) fn telling(level: &str, rhythm: &str) -> Telling {
    let usual = Telling::default();
    Telling { level: Level::parse(level).unwrap_or(usual.level), rhythm: Rhythm::parse(rhythm).unwrap_or(usual.rhythm) }
}

/// Everything that a follower follows, by kind and name.
///
/// # Errors
/// The database's.
pub async fn followings(linked: &mut impl Linked, follower: FollowerId) -> Result<Vec<Followed>> {
    let rows: Vec<(String, String, String)> =
        on!(linked, conn => sqlx::query_as("select subject, level, rhythm from following where follower_id = $1 order by subject").bind(follower).fetch_all(conn).await?);
    let mut found = Vec::with_capacity(rows.len());
    for (key, level, rhythm) in rows {
        let subject = named(linked, &key).await?;
        found.push(Followed { key, subject, telling: telling(&level, &rhythm) });
    }
    found.sort_by(|a, b| {
        let name = |f: &Followed| f.subject.as_ref().map(|s| (s.kind, s.title.clone()));
        name(a).cmp(&name(b))
    });
    Ok(found)
}
