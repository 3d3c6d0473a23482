//! The outbox: job rows that a worker takes, does and marks done. A job half done when the program dies is done again.

use serde::{Deserialize, Serialize};

use crate::clock::{DAY, MINUTE, Millis, day_text, local_day};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::ids::JobId;
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::secrets::{hex, unhex};

/// A mail to be written in the reader's language when it is sent: the keys of its sentences and what goes into them.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    /// `id` or `en`.
    pub language: String,
    /// Prefix of its sentences: `mail-…-subject` and `mail-…-text`.
    pub key: String,
    pub args: Vec<(String, String)>,
}

/// A mail as it lies in the outbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Promised {
    #[serde(flatten)]
    pub mail: Mail,
    /// After this it says nothing any more: a link that signed in for half an hour.
    #[serde(default)]
    pub until: Option<Millis>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    pub payload: String,
    pub attempts: i64,
}

/// # Errors
/// The database's.
pub async fn promise_mail(portal: &Portal, tx: &mut Tx, mail: &Mail) -> Result<()> {
    promise_mail_at(portal, tx, mail, portal.now()).await
}

/// Worth sending until this time only: when a mail server comes back after a day, nobody gets ten links that are over.
///
/// # Errors
/// The database's.
pub async fn promise_mail_until(portal: &Portal, tx: &mut Tx, mail: &Mail, until: Millis) -> Result<()> {
    promise(portal, tx, &Promised { mail: mail.clone(), until: Some(until) }, portal.now()).await
}

/// To be sent at this time, and with nothing about it that tells when it was promised: its id carries the same time.
///
/// # Errors
/// The database's.
pub async fn promise_mail_at(portal: &Portal, tx: &mut Tx, mail: &Mail, at: Millis) -> Result<()> {
    promise(portal, tx, &Promised { mail: mail.clone(), until: None }, at).await
}

async fn promise(portal: &Portal, tx: &mut Tx, promised: &Promised, at: Millis) -> Result<()> {
    let payload = serde_json::to_string(promised).map_err(|e| Error::Broken(e.to_string()))?;
    // An address, and perhaps a link that signs in, lie in no database or backup in the clear.
    let payload = format!("{SEALED}{}", hex(&portal.secrets.seal(&portal.chance, &payload)?));
    on!(tx, conn => sqlx::query("insert into job (id, kind, payload, run_at) values ($1, 'mail', $2, $3)")
        .bind(JobId(portal.at(at).new_id())).bind(&payload).bind(at).execute(conn).await?.rows_affected());
    Ok(())
}

/// What a sealed payload begins with; a mail promised before payloads were sealed is plain JSON.
const SEALED: &str = "sealed:";

fn unsealed(portal: &Portal, payload: String) -> Result<String> {
    let Some(sealed) = payload.strip_prefix(SEALED) else { return Ok(payload) };
    portal.secrets.unseal(&unhex(sealed).ok_or_else(|| Error::Broken("a promised mail is not what was written".into()))?)
}

/// How long a claimed job belongs to its worker; after that another may take it (milliseconds).
const CLAIM: Millis = 2 * MINUTE;

/// Takes one job that is due, so that no other worker does; none when nothing is due.
///
/// # Errors
/// The database's.
pub async fn claim(portal: &Portal) -> Result<Option<Job>> {
    let now = portal.now();
    // `skip locked` is PostgreSQL's; in SQLite the one writer is the lock. Marking the claim in `run_at` makes a job
    // whose worker died come back by itself.
    let job = match portal.db.begin().await? {
        Tx::Sqlite(mut tx) => {
            let job: Option<Job> = sqlx::query_as(
                "update job set run_at = $1, attempts = attempts + 1 where id = (select id from job where done_at is null and run_at <= $2 order by run_at limit 1) returning id, kind, payload, attempts")
                .bind(now + CLAIM).bind(now).fetch_optional(&mut *tx).await?;
            tx.commit().await?;
            job
        }
        Tx::Postgres(mut tx) => {
            let job: Option<Job> = sqlx::query_as(
                "update job set run_at = $1, attempts = attempts + 1 where id = (select id from job where done_at is null and run_at <= $2 order by run_at limit 1 for update skip locked) returning id, kind, payload, attempts")
                .bind(now + CLAIM).bind(now).fetch_optional(&mut *tx).await?;
            tx.commit().await?;
            job
        }
    };
    job.map(|job| Ok(Job { payload: unsealed(portal, job.payload)?, ..job })).transpose()
}

/// # Errors
/// The database's.
pub async fn finish(portal: &Portal, job: &Job) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    // The payload of a mail holds an address and perhaps a link that signs in: once sent it is not kept.
    on!(&mut tx, conn => sqlx::query("update job set done_at = $1, payload = '', last_error = null where id = $2").bind(portal.now()).bind(job.id).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// However long the program itself was away, so often it is tried.
const LEAST_TRIES: i64 = 24;

/// Notes the failure and tries again later: after one minute, then two, four … at most an hour. After the days of the
/// rule it is given up, with its address and its words: what a receiver refused so often nobody should keep. Says
/// whether it is given up. `error` must not tell who was written to.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rule.
pub async fn fail(portal: &Portal, job: &Job, error: &str) -> Result<bool> {
    let wait = MINUTE * (1 << (job.attempts - 1).clamp(0, 6)).min(60);
    let mut tx = portal.db.begin().await?;
    let days = rules::in_force(&mut tx, "notifications.keep_trying", &day_text(local_day(portal.now(), 0))).await?.value;
    // An id carries its time.
    let since = job.id.0.get_timestamp().map_or(0, |at| i64::try_from(at.to_unix().0).unwrap_or_default() * 1000);
    if job.attempts >= LEAST_TRIES && portal.now() - since > days * DAY {
        on!(&mut tx, conn => sqlx::query("update job set done_at = $1, payload = '', last_error = $2 where id = $3").bind(portal.now()).bind(error).bind(job.id).execute(conn).await?.rows_affected());
        tx.commit().await?;
        return Ok(true);
    }
    on!(&mut tx, conn => sqlx::query("update job set run_at = $1, last_error = $2 where id = $3").bind(portal.now() + wait).bind(error).bind(job.id).execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(false)
}

/// How many jobs wait.
///
/// # Errors
/// The database's.
pub async fn waiting(db: &Db) -> Result<i64> {
    let mut conn = db.read().await?;
    Ok(on!(&mut conn, c => sqlx::query_scalar("select count(*) from job where done_at is null").fetch_one(c).await?))
}
