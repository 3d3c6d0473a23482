//! Following without an account: the address is written to once, with a link, and nothing is kept of it but a sealed request
//! until its owner presses the button behind that link.

use serde::{Deserialize, Serialize};
use vocabulary::accounts::Email;
use vocabulary::following::{Level, Rhythm, Telling};
use vocabulary::{Fault, Problems};

use super::follow::keep;
use super::follower::{address_hash, of_address};
use super::reporters;
use super::subject::{Subject, named};
use crate::clock::{DAY, HOUR, day_text, local_day};
use crate::db::Linked;
use crate::error::{Error, Refusal, Result};
use crate::ids::FollowerId;
use crate::notifications::{Mail, news, promise_mail_until};
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::secrets::sha256;

#[derive(Serialize, Deserialize)]
struct Kept {
    email: String,
    language: String,
    subject: String,
    level: String,
    rhythm: String,
}

/// What somebody asks for.
pub struct Request<'a> {
    pub email: &'a Email,
    pub language: &'a str,
    pub subject: &'a Subject,
    pub telling: Telling,
}

/// Mails the link that confirms it; `compose` makes the mail around the token and the hours for which it is valid, which
/// are returned. The answer is the same whoever has the address.
///
/// # Errors
/// [`Error::Invalid`] when this address was written to as often as it may be in a day.
pub async fn request(portal: &Portal, asked: &Request<'_>, compose: impl FnOnce(&str, i64) -> Mail) -> Result<i64> {
    let now = portal.now();
    let today = day_text(local_day(now, 7));
    let token = portal.chance.token();
    let kept = Kept {
        email: asked.email.as_str().to_owned(),
        language: asked.language.to_owned(),
        subject: asked.subject.key.clone(),
        level: asked.telling.level.to_string(),
        rhythm: asked.telling.rhythm.to_string(),
    };
    let sealed = portal.secrets.seal(&portal.chance, &serde_json::to_string(&kept).map_err(|e| Error::Broken(e.to_string()))?)?;
    let hash = address_hash(portal, asked.email.as_str());
    let mut tx = portal.db.begin().await?;
    let most = rules::in_force(&mut tx, "notifications.confirmations_a_day", &today).await?.value;
    let hours = rules::in_force(&mut tx, "notifications.confirm_hours", &today).await?.value;
    let before: i64 = on!(&mut tx, conn => sqlx::query_scalar("select count(*) from follow_request where address_hash = $1 and created_at > $2").bind(&hash).bind(now - DAY).fetch_one(conn).await?);
    if before >= most {
        let mut problems = Problems::default();
        problems.add("surel", Fault::TooManyToday { most: usize::try_from(most).unwrap_or_default() });
        return Err(problems.into());
    }
    on!(&mut tx, conn => sqlx::query("insert into follow_request (token_hash, address_hash, sealed, created_at, expires_at) values ($1, $2, $3, $4, $5)")
        .bind(sha256(&[token.as_bytes()]).to_vec()).bind(&hash).bind(&sealed).bind(now).bind(now + hours * HOUR).execute(conn).await?.rows_affected());
    promise_mail_until(portal, &mut tx, &compose(&token, hours), now + hours * HOUR).await?;
    tx.commit().await?;
    Ok(hours)
}

/// What a confirmed request led to.
pub struct Confirmed {
    pub follower: FollowerId,
    /// None for what is no longer shown to everybody.
    pub subject: Option<Subject>,
}

/// Uses the link up.
///
/// # Errors
/// [`Refusal::LinkUsed`] for a link that is unknown, used or too old; [`Error::Invalid`] for more than the rule allows.
pub async fn confirm(portal: &Portal, token: &str) -> Result<Confirmed> {
    let mut tx = portal.db.begin().await?;
    // The row stays, emptied, until its hours are over: it counts for the day's limit.
    let sealed: Option<Vec<u8>> = on!(&mut tx, conn => sqlx::query_scalar("select sealed from follow_request where token_hash = $1 and expires_at > $2")
        .bind(sha256(&[token.as_bytes()]).to_vec()).bind(portal.now()).fetch_optional(conn).await?);
    let sealed = sealed.filter(|s| !s.is_empty()).ok_or(Refusal::LinkUsed)?;
    let used = on!(&mut tx, conn => sqlx::query("update follow_request set sealed = $2 where token_hash = $1 and sealed <> $2")
        .bind(sha256(&[token.as_bytes()]).to_vec()).bind(Vec::<u8>::new()).execute(conn).await?.rows_affected());
    if used != 1 {
        return Err(Refusal::LinkUsed.into());
    }
    let kept: Kept = serde_json::from_str(&portal.secrets.unseal(&sealed)?).map_err(|e| Error::Broken(e.to_string()))?;
    let usual = Telling::default();
    let telling = Telling { level: Level::parse(&kept.level).unwrap_or(usual.level), rhythm: Rhythm::parse(&kept.rhythm).unwrap_or(usual.rhythm) };
    let follower = of_address(portal, &mut tx, &kept.email, &kept.language).await?;
    keep(portal, &mut tx, follower, &kept.subject, telling).await?;
    // Who confirms an address anew wants mail there, whatever was before.
    on!(&mut tx, conn => sqlx::query("update follower set mail_ended_at = null, mail_ended_why = null, refused = 0, returned = 0 where id = $1").bind(follower).execute(conn).await?.rows_affected());
    let subject = named(&mut tx, &kept.subject).await?;
    tx.commit().await?;
    Ok(Confirmed { follower, subject })
}

/// Whether a link can still be used: for the page with its button.
///
/// # Errors
/// The database's.
pub async fn is_open(portal: &Portal, linked: &mut impl Linked, token: &str) -> Result<bool> {
    let sealed: Option<Vec<u8>> = on!(linked, conn => sqlx::query_scalar("select sealed from follow_request where token_hash = $1 and expires_at > $2")
        .bind(sha256(&[token.as_bytes()]).to_vec()).bind(portal.now()).fetch_optional(conn).await?);
    Ok(sealed.is_some_and(|s| !s.is_empty()))
}

/// Forgets requests whose hours are over, news that everybody was told of, and reporters whose address was erased.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rule.
pub async fn sweep(portal: &Portal) -> Result<u64> {
    let now = portal.now();
    let mut tx = portal.db.begin().await?;
    let days = rules::in_force(&mut tx, "notifications.news_kept", &day_text(local_day(now, 7))).await?.value;
    let mut gone =
        on!(&mut tx, conn => sqlx::query("delete from follow_request where expires_at <= $1 and created_at <= $2").bind(now).bind(now - DAY).execute(conn).await?.rows_affected());
    let before = now - days * DAY;
    gone += news::forget(&mut tx, before).await? + reporters::forget(&mut tx).await?;
    // What one process spread while another finished the same follower's letter, on PostgreSQL, waits for nobody else.
    on!(&mut tx, conn => sqlx::query("update follower set next_at = (select min(l.ready_at) from letter_line l where l.follower_id = follower.id) where next_at is null and claim is null and attempts = 0 and id in (select l.follower_id from letter_line l)")
        .execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(gone)
}
