//! A reader reports a text to the moderators. A count of flags hides nothing by itself.

use vocabulary::moderation::ReasonInput;

use super::hide::Subject;
use crate::error::Result;
use crate::ids::{AccountId, FlagId};
use crate::on;
use crate::portal::Portal;

/// Flagging the same text twice is flagging it once.
///
/// # Errors
/// The database's.
pub async fn flag(portal: &Portal, account: AccountId, government: &str, subject: Subject, input: &ReasonInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("insert into flag (id, government, subject_kind, subject_id, account_id, reason, note, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (subject_id, account_id) do nothing")
        .bind(FlagId(portal.new_id())).bind(government).bind(subject.kind()).bind(subject.id()).bind(account).bind(input.reason.as_str()).bind(&input.note).bind(portal.now())
        .execute(conn).await?.rows_affected());
    tx.commit().await
}
