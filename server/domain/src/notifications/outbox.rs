//! The outbox: job rows that a worker takes, does and marks done. A job half done when the program dies is done again.

use serde::{Deserialize, Serialize};

use crate::clock::{MINUTE, Millis};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::ids::JobId;
use crate::on;
use crate::portal::Portal;
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

/// To be sent at this time, and with nothing about it that tells when it was promised: its id carries the same time.
///
/// # Errors
/// The database's.
pub async fn promise_mail_at(portal: &Portal, tx: &mut Tx, mail: &Mail, at: Millis) -> Result<()> {
    let payload = serde_json::to_string(mail).map_err(|e| Error::Broken(e.to_string()))?;
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

/// Notes the failure and tries again later: after one minute, then two, four … at most an hour.
///
/// # Errors
/// The database's.
pub async fn fail(portal: &Portal, job: &Job, error: &str) -> Result<()> {
    let wait = MINUTE * (1 << job.attempts.clamp(0, 6)).min(60);
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("update job set run_at = $1, last_error = $2 where id = $3").bind(portal.now() + wait).bind(error).bind(job.id).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// How many jobs wait.
///
/// # Errors
/// The database's.
pub async fn waiting(db: &Db) -> Result<i64> {
    let mut conn = db.read().await?;
    Ok(on!(&mut conn, c => sqlx::query_scalar("select count(*) from job where done_at is null").fetch_one(c).await?))
}
