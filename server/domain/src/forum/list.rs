//! Topics, the most recently active first, a page at a time.

use vocabulary::forum::Category;

use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::ids::TopicId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedTopic {
    pub id: TopicId,
    pub code: String,
    #[sqlx(try_from = "String")]
    pub category: Category,
    pub title: String,
    pub author_name: String,
    pub created_at: Millis,
    pub active_at: Millis,
    pub reply_count: i64,
    pub support_count: i64,
    pub has_official_answer: bool,
}

/// Where a page ends.
pub type Cursor = crate::feedback::Cursor;

pub struct Page {
    pub topics: Vec<ListedTopic>,
    pub after: Option<Cursor>,
}

const PAGE: usize = 20;

/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, government: &str, category: Option<Category>, after: Option<Cursor>) -> Result<Page> {
    let after = after.unwrap_or(Cursor { at: i64::MAX, id: uuid::Uuid::max() });
    let topics: Vec<ListedTopic> = on!(linked, conn => match category {
        None => sqlx::query_as("select t.id, t.code, t.category, t.title, t.author_name, t.created_at, t.active_at, t.reply_count, t.support_count, t.has_official_answer from topic t \
             where t.government = $1 and (t.active_at, t.id) < ($2, $3) and not exists (select 1 from moderation_act m where m.subject_id = t.id) order by t.active_at desc, t.id desc limit $4")
            .bind(government).bind(after.at).bind(after.id).bind(PAGE as i64 + 1).fetch_all(conn).await?,
        Some(category) => sqlx::query_as("select t.id, t.code, t.category, t.title, t.author_name, t.created_at, t.active_at, t.reply_count, t.support_count, t.has_official_answer from topic t \
             where t.government = $1 and t.category = $5 and (t.active_at, t.id) < ($2, $3) and not exists (select 1 from moderation_act m where m.subject_id = t.id) order by t.active_at desc, t.id desc limit $4")
            .bind(government).bind(after.at).bind(after.id).bind(PAGE as i64 + 1).bind(category.as_str()).fetch_all(conn).await?,
    });
    let more = topics.len() > PAGE;
    let topics: Vec<_> = topics.into_iter().take(PAGE).collect();
    let after = topics.last().filter(|_| more).map(|t| Cursor { at: t.active_at, id: t.id.0 });
    Ok(Page { topics, after })
}
