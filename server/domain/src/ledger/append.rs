//! Adds an entry inside the transaction of what it records: both happen or neither.

use serde::Serialize;

use crate::clock::HOUR;
use crate::db::Tx;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// What is recorded. `content` may hold personal data: only its salted hash enters the chain, so erasing the salt
/// erases the link and leaves the chain whole.
pub struct Entry<'a, T: Serialize> {
    pub government: &'a str,
    pub kind: &'static str,
    pub subject: &'a str,
    /// By a reporter: only the hour is kept, for a precise time beside an access log elsewhere would name them.
    pub by_reporter: bool,
    pub content: &'a T,
}

/// # Errors
/// The database's.
pub async fn append<T: Serialize>(portal: &Portal, tx: &mut Tx, entry: Entry<'_, T>) -> Result<i64> {
    let now = portal.now();
    let now = if entry.by_reporter { now - now.rem_euclid(HOUR) } else { now };
    let mut salt = vec![0; 16];
    portal.chance.fill(&mut salt);
    let content = serde_json::to_vec(entry.content).map_err(|e| crate::Error::Broken(e.to_string()))?;
    let commitment = sha256(&[&salt, &content]).to_vec();
    let (number, before) = lock_head(tx).await?;
    let number = number + 1;
    let hash = sha256(&[&before, &number.to_be_bytes(), &now.to_be_bytes(), entry.government.as_bytes(), entry.kind.as_bytes(), entry.subject.as_bytes(), &commitment]).to_vec();
    on!(tx, conn => sqlx::query("insert into ledger_entry (number, at, government, kind, subject, commitment, hash) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(number).bind(now).bind(entry.government).bind(entry.kind).bind(entry.subject).bind(&commitment).bind(&hash).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("insert into ledger_salt (number, salt) values ($1, $2)").bind(number).bind(&salt).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("update ledger_head set number = $1, hash = $2 where one = 1").bind(number).bind(&hash).execute(conn).await?.rows_affected());
    Ok(number)
}

/// The head row, held by this transaction until it ends: two entries never share a number on either database.
async fn lock_head(tx: &mut Tx) -> Result<(i64, Vec<u8>)> {
    on!(tx, conn => sqlx::query("insert into ledger_head (one, number, hash) values (1, 0, $1) on conflict (one) do nothing").bind(vec![0u8; 32]).execute(conn).await?.rows_affected());
    Ok(on!(tx, conn => sqlx::query_as("update ledger_head set number = number where one = 1 returning number, hash").fetch_one(conn).await?))
}
