//! One topic with its replies. What is hidden shows its place and the reason, not its words.

use vocabulary::forum::Category;

use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{AccountId, ReplyId, TopicId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Topic {
    pub id: TopicId,
    pub code: String,
    #[sqlx(try_from = "String")]
    pub category: Category,
    pub title: String,
    pub text: String,
    pub author_name: String,
    pub created_at: Millis,
    pub reply_count: i64,
    pub support_count: i64,
    pub hidden_reason: Option<String>,
    pub supported: bool,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ShownReply {
    pub id: ReplyId,
    pub number: i64,
    pub text: String,
    pub author_name: String,
    pub official_unit_name: Option<String>,
    pub created_at: Millis,
    pub hidden_reason: Option<String>,
}

/// # Errors
/// [`Error::NotFound`] when this government has no such topic.
pub async fn show(linked: &mut impl Linked, government: &str, code: &str, reader: Option<AccountId>) -> Result<(Topic, Vec<ShownReply>)> {
    let topic: Option<Topic> = on!(linked, conn => sqlx::query_as(
        "select t.id, t.code, t.category, case when m.id is null then t.title else '' end as title, case when m.id is null then t.text else '' end as text, t.author_name, t.created_at, t.reply_count, t.support_count, m.reason as hidden_reason, \
         exists (select 1 from topic_support s where s.topic_id = t.id and s.account_id = $3) as supported \
         from topic t left join moderation_act m on m.subject_id = t.id where t.government = $1 and t.code = $2")
        .bind(government).bind(code).bind(reader).fetch_optional(conn).await?);
    let topic = topic.ok_or(Error::NotFound)?;
    let replies = on!(linked, conn => sqlx::query_as(
        "select r.id, r.number, case when m.id is null then r.text else '' end as text, r.author_name, u.name as official_unit_name, r.created_at, m.reason as hidden_reason \
         from reply r left join unit u on u.id = r.official_unit_id left join moderation_act m on m.subject_id = r.id where r.topic_id = $1 order by r.number limit 200")
        .bind(topic.id).fetch_all(conn).await?);
    Ok((topic, replies))
}
