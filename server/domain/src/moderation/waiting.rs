//! What readers flagged and nobody has settled, the oldest first.

use uuid::Uuid;
use vocabulary::accounts::Role;

use super::hide::Subject;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FlaggedItem {
    pub government: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub flags: i64,
    pub first_at: Millis,
    pub reason: String,
    pub note: String,
    pub text: String,
    pub author_name: String,
    /// Code of its topic or idea.
    pub topic_code: String,
    pub topic_title: String,
}

impl FlaggedItem {
    /// Where the text stands.
    pub fn address(&self) -> String {
        Subject::parse(&self.subject_kind, &self.subject_id.to_string()).map(|s| s.address(&self.government, &self.topic_code)).unwrap_or_default()
    }
}

/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<FlaggedItem>> {
    let mut found = Vec::new();
    for government in actor.governments().into_iter().filter(|g| actor.holds_in(Role::Moderator, g)) {
        let items: Vec<FlaggedItem> = on!(linked, conn => sqlx::query_as(
            "select f.government, f.subject_kind, f.subject_id, count(*) as flags, min(f.at) as first_at, min(f.reason) as reason, min(f.note) as note, coalesce(max(r.text), max(t.text)) as text, \
             coalesce(max(r.author_name), max(t.author_name)) as author_name, max(t.code) as topic_code, max(t.title) as topic_title \
             from flag f left join reply r on r.id = f.subject_id join topic t on t.id = coalesce(r.topic_id, f.subject_id) \
             where f.government = $1 and f.settled_at is null group by f.government, f.subject_kind, f.subject_id order by min(f.at) limit 50")
            .bind(&government).fetch_all(conn).await?);
        found.extend(items);
        let among_colleagues: Vec<FlaggedItem> = on!(linked, conn => sqlx::query_as(
            "select f.government, f.subject_kind, f.subject_id, count(*) as flags, min(f.at) as first_at, min(f.reason) as reason, min(f.note) as note, coalesce(max(k.text), max(i.text)) as text, \
             coalesce(max(k.author_name), max(i.author_name)) as author_name, max(i.code) as topic_code, max(i.title) as topic_title \
             from flag f left join idea_comment k on k.id = f.subject_id join idea i on i.id = coalesce(k.idea_id, f.subject_id) \
             where f.government = $1 and f.settled_at is null group by f.government, f.subject_kind, f.subject_id order by min(f.at) limit 50")
            .bind(&government).fetch_all(conn).await?);
        found.extend(among_colleagues);
    }
    Ok(found)
}
