//! Sessions in our own tables: the published store needs an older sqlx, which brings an older SQLite that can corrupt
//! a database. Only a hash of the id is stored, so a stolen backup signs nobody in.

use app::accounts::account::session_hash;
use app::session::{ACCOUNT, DEVICE};
use domain::clock::{HOUR, Millis};
use domain::ids::AccountId;
use domain::{Portal, on};
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result, SessionStore};
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct Store(pub Portal);

fn hash(id: &Id) -> Vec<u8> {
    session_hash(&id.0.to_le_bytes())
}

fn backend(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

fn millis(at: OffsetDateTime) -> Millis {
    Millis::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or(Millis::MAX)
}

impl Store {
    async fn write(&self, record: &Record) -> Result<()> {
        let data = serde_json::to_string(&record.data).map_err(|e| Error::Encode(e.to_string()))?;
        let account = record.data.get(ACCOUNT).and_then(|v| v.as_str()).and_then(|v| Uuid::try_parse(v).ok()).map(AccountId);
        let device = record.data.get(DEVICE).and_then(|v| v.as_str()).map(str::to_owned);
        let now = self.0.now();
        let mut tx = self.0.db.begin().await.map_err(backend)?;
        on!(&mut tx, conn => sqlx::query(
            "insert into session (id_hash, data, account_id, device, created_at, last_used_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6) \
             on conflict (id_hash) do update set data = excluded.data, account_id = excluded.account_id, device = excluded.device, last_used_at = excluded.last_used_at, expires_at = excluded.expires_at")
            .bind(hash(&record.id)).bind(&data).bind(account).bind(&device).bind(now).bind(millis(record.expiry_date)).execute(conn).await.map_err(backend)?.rows_affected());
        tx.commit().await.map_err(backend)
    }
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // 128 random bits: a taken id is a broken generator, not a case to handle.
        self.write(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.write(record).await
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let now = self.0.now();
        let mut conn = self.0.db.read().await.map_err(backend)?;
        let row: Option<(String, Millis, Millis)> = on!(&mut conn, c => sqlx::query_as("select data, last_used_at, expires_at from session where id_hash = $1 and expires_at > $2")
            .bind(hash(id)).bind(now).fetch_optional(c).await.map_err(backend)?);
        drop(conn);
        let Some((data, last_used, expires)) = row else { return Ok(None) };
        // Once an hour is often enough to show when a session was last used; a write a request would not be.
        if now - last_used > HOUR {
            let mut tx = self.0.db.begin().await.map_err(backend)?;
            on!(&mut tx, conn => sqlx::query("update session set last_used_at = $1, expires_at = expires_at + ($1 - last_used_at) where id_hash = $2").bind(now).bind(hash(id)).execute(conn).await.map_err(backend)?.rows_affected());
            tx.commit().await.map_err(backend)?;
        }
        let data = serde_json::from_str(&data).map_err(|e| Error::Decode(e.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp_nanos(i128::from(expires) * 1_000_000).map_err(|e| Error::Decode(e.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let mut tx = self.0.db.begin().await.map_err(backend)?;
        on!(&mut tx, conn => sqlx::query("delete from session where id_hash = $1").bind(hash(id)).execute(conn).await.map_err(backend)?.rows_affected());
        tx.commit().await.map_err(backend)
    }
}

/// Forgets sessions that have ended; called now and then.
///
/// # Errors
/// The database's.
pub async fn sweep(portal: &Portal) -> domain::Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("delete from session where expires_at <= $1").bind(portal.now()).execute(conn).await?.rows_affected());
    tx.commit().await
}
