//! A correction that nobody answers must not keep the resident's address for ever.

use crate::clock::DAY;
use crate::directory::governments::governments;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// For how many days an address is kept while nobody answers; an answer forgets it at once.
pub const ADDRESS_KEPT: &str = "correction.address_kept";

/// Forgets the addresses that were kept for too long, and says how many. The correction stays and waits; its public
/// page tells the answer.
///
/// # Errors
/// [`crate::Error::Configuration`] without the rule, and the database's.
pub async fn forget_addresses(portal: &Portal) -> Result<u64> {
    let mut conn = portal.db.read().await?;
    let mut due = Vec::new();
    for government in governments(&mut conn).await? {
        let days = rules::in_force(&mut conn, ADDRESS_KEPT, &government.today(portal.now())).await?.value;
        due.push((government.slug, portal.now() - days * DAY));
    }
    drop(conn);
    let mut tx = portal.db.begin().await?;
    let mut forgotten = 0;
    for (government, before) in due {
        forgotten += on!(&mut tx, conn => sqlx::query("update correction set sealed_email = null where government = $1 and status = 'waiting' and received_at <= $2 and sealed_email is not null")
            .bind(&government).bind(before).execute(conn).await?.rows_affected());
    }
    tx.commit().await?;
    Ok(forgotten)
}
