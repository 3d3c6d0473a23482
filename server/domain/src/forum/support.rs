//! Supporting a topic, once an account; supporting again takes it back.

use crate::accounts::Actor;
use crate::error::{Error, Result};
use crate::ids::TopicId;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Error::NotFound`] when the topic is not there or hidden.
pub async fn support(portal: &Portal, actor: &Actor, government: &str, code: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let topic: Option<TopicId> = on!(&mut tx, conn => sqlx::query_scalar(
        "update topic set support_count = support_count where government = $1 and code = $2 and not exists (select 1 from moderation_act m where m.subject_id = topic.id) returning id")
        .bind(government).bind(code).fetch_optional(conn).await?);
    let topic = topic.ok_or(Error::NotFound)?;
    let taken_back =
        on!(&mut tx, conn => sqlx::query("delete from topic_support where topic_id = $1 and account_id = $2").bind(topic).bind(actor.account).execute(conn).await?.rows_affected());
    if taken_back == 0 {
        on!(&mut tx, conn => sqlx::query("insert into topic_support (topic_id, account_id, at) values ($1, $2, $3)").bind(topic).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    }
    on!(&mut tx, conn => sqlx::query("update topic set support_count = (select count(*) from topic_support where topic_id = $1) where id = $1").bind(topic).execute(conn).await?.rows_affected());
    tx.commit().await
}
