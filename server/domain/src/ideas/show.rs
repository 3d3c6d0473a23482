//! One idea with what colleagues say, the unit's answer and the commitment. What is hidden shows its place and the
//! reason, not its words.

use vocabulary::ideas::IdeaStage;

use super::colleague;
use super::commitments::{Commitment, of_idea};
use super::list::stage;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{AccountId, CommentId, IdeaId, UnitId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Idea {
    pub id: IdeaId,
    pub government: String,
    pub code: String,
    pub unit_id: UnitId,
    pub unit_slug: String,
    pub unit_name: String,
    pub service_slug: Option<String>,
    pub service_name: Option<String>,
    pub title: String,
    pub text: String,
    pub author_id: AccountId,
    pub author_name: String,
    pub proposed_at: Millis,
    pub answer_due: String,
    pub hidden_reason: Option<String>,
    pub supports: i64,
    /// The reader supports it.
    pub supported: bool,
    /// References of the public cases it comes from, with their titles.
    #[sqlx(skip)]
    pub cases: Vec<(String, String)>,
    #[sqlx(skip)]
    pub comments: Vec<Comment>,
    #[sqlx(skip)]
    pub answer: Option<Answer>,
    #[sqlx(skip)]
    pub commitment: Option<Commitment>,
}

impl Idea {
    pub fn stage(&self, today: &str) -> IdeaStage {
        stage(self.answer.as_ref().map(|a| a.outcome.as_str()), &self.answer_due, today)
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Comment {
    pub id: CommentId,
    pub number: i64,
    pub text: String,
    pub author_name: String,
    pub at: Millis,
    pub hidden_reason: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Answer {
    pub outcome: String,
    pub text: String,
    pub position_title: String,
    pub at: Millis,
}

/// # Errors
/// [`Error::NotFound`] when there is none of that code, or for who does not work for its government.
pub async fn show(linked: &mut impl Linked, actor: &Actor, code: &str) -> Result<Idea> {
    let found: Option<Idea> = on!(linked, conn => sqlx::query_as(
        "select i.id, i.government, i.code, i.unit_id, u.slug as unit_slug, u.name as unit_name, s.slug as service_slug, s.short_name as service_name, \
         case when m.id is null then i.title else '' end as title, case when m.id is null then i.text else '' end as text, i.author_id, i.author_name, i.proposed_at, i.answer_due, m.reason as hidden_reason, \
         (select count(*) from idea_support p where p.idea_id = i.id) as supports, exists (select 1 from idea_support p where p.idea_id = i.id and p.account_id = $2) as supported \
         from idea i join unit u on u.id = i.unit_id left join service s on s.id = i.service_id left join moderation_act m on m.subject_id = i.id where i.code = $1")
        .bind(code).bind(actor.account).fetch_optional(conn).await?);
    let mut idea = found.ok_or(Error::NotFound)?;
    colleague(actor, &idea.government)?;
    idea.cases = on!(linked, conn => sqlx::query_as(
        "select c.reference, c.title from idea_case k join feedback_case c on c.id = k.case_id where k.idea_id = $1 and c.published_at is not null order by c.reference")
        .bind(idea.id).fetch_all(conn).await?);
    idea.comments = on!(linked, conn => sqlx::query_as(
        "select k.id, k.number, case when m.id is null then k.text else '' end as text, k.author_name, k.at, m.reason as hidden_reason from idea_comment k left join moderation_act m on m.subject_id = k.id \
         where k.idea_id = $1 order by k.number limit 200")
        .bind(idea.id).fetch_all(conn).await?);
    idea.answer = on!(linked, conn => sqlx::query_as("select a.outcome, a.text, p.title as position_title, a.at from idea_answer a join position p on p.id = a.position_id where a.idea_id = $1")
        .bind(idea.id).fetch_optional(conn).await?);
    idea.commitment = of_idea(linked, idea.id).await?;
    Ok(idea)
}

/// The idea an act is about: it must be there, visible and of the actor's government.
pub(super) async fn acted_on(linked: &mut impl Linked, actor: &Actor, code: &str) -> Result<Idea> {
    let idea = show(linked, actor, code).await?;
    if idea.hidden_reason.is_some() { Err(Error::NotFound) } else { Ok(idea) }
}
