//! A colleague supports an idea, once; supporting again takes it back.

use super::show::acted_on;
use crate::accounts::Actor;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`crate::Error::NotFound`] when the idea is hidden or of another government.
pub async fn support(portal: &Portal, actor: &Actor, code: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let idea = acted_on(&mut tx, actor, code).await?;
    let taken_back =
        on!(&mut tx, conn => sqlx::query("delete from idea_support where idea_id = $1 and account_id = $2").bind(idea.id).bind(actor.account).execute(conn).await?.rows_affected());
    if taken_back == 0 {
        // Two taps at once meet in the primary key.
        on!(&mut tx, conn => sqlx::query("insert into idea_support (idea_id, account_id, at) values ($1, $2, $3) on conflict do nothing")
            .bind(idea.id).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    }
    tx.commit().await
}
