//! Ideas of a government, the newest first, a page at a time; and those that wait for an answer of this actor.

use vocabulary::ideas::{CommitmentStage, CommitmentStep, IdeaOutcome, IdeaStage};

use super::{colleague, heads};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::ids::{IdeaId, UnitId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedIdea {
    pub id: IdeaId,
    pub code: String,
    pub title: String,
    pub unit_id: UnitId,
    pub unit_name: String,
    pub author_name: String,
    pub proposed_at: Millis,
    pub answer_due: String,
    pub supports: i64,
    pub comments: i64,
    pub outcome: Option<String>,
    pub due_on: Option<String>,
    pub ended_as: Option<String>,
    pub ended_on: Option<String>,
}

impl ListedIdea {
    pub fn stage(&self, today: &str) -> IdeaStage {
        stage(self.outcome.as_deref(), &self.answer_due, today)
    }

    /// Where the commitment stands that came of it, if one did.
    pub fn commitment(&self, today: &str) -> Option<CommitmentStage> {
        let ended = self.ended_as.as_deref().and_then(CommitmentStep::parse).zip(self.ended_on.as_deref());
        self.due_on.as_deref().map(|due| CommitmentStage::of(due, ended, today))
    }
}

pub(super) fn stage(outcome: Option<&str>, answer_due: &str, today: &str) -> IdeaStage {
    match outcome.and_then(IdeaOutcome::parse) {
        Some(IdeaOutcome::Accepted) => IdeaStage::Accepted,
        Some(IdeaOutcome::Declined) => IdeaStage::Declined,
        None if answer_due < today => IdeaStage::Late,
        None => IdeaStage::Open,
    }
}

/// Where a page ends.
pub type Cursor = crate::feedback::Cursor;

pub struct Page {
    pub ideas: Vec<ListedIdea>,
    pub after: Option<Cursor>,
}

const PAGE: usize = 20;

macro_rules! listed {
    ($tail:literal) => {
        concat!(
            "select i.id, i.code, i.title, i.unit_id, u.name as unit_name, i.author_name, i.proposed_at, i.answer_due, ",
            "(select count(*) from idea_support s where s.idea_id = i.id) as supports, (select count(*) from idea_comment k where k.idea_id = i.id) as comments, ",
            "a.outcome, c.due_on, e.kind as ended_as, e.on_day as ended_on from idea i join unit u on u.id = i.unit_id left join idea_answer a on a.idea_id = i.id ",
            "left join commitment c on c.idea_id = i.id left join commitment_step e on e.commitment_id = c.id and e.kind in ('selesai', 'dihentikan') ",
            "where not exists (select 1 from moderation_act m where m.subject_id = i.id) and ",
            $tail
        )
    };
}

/// # Errors
/// [`crate::Error::NotFound`] for who does not work for this government.
pub async fn list(linked: &mut impl Linked, actor: &Actor, government: &str, after: Option<Cursor>) -> Result<Page> {
    colleague(actor, government)?;
    let after = after.unwrap_or(Cursor { at: i64::MAX, id: uuid::Uuid::max() });
    let ideas: Vec<ListedIdea> = on!(linked, conn => sqlx::query_as(listed!("i.government = $1 and (i.proposed_at, i.id) < ($2, $3) order by i.proposed_at desc, i.id desc limit $4"))
        .bind(government).bind(after.at).bind(after.id).bind(PAGE as i64 + 1).fetch_all(conn).await?);
    let more = ideas.len() > PAGE;
    let ideas: Vec<_> = ideas.into_iter().take(PAGE).collect();
    let after = ideas.last().filter(|_| more).map(|i| Cursor { at: i.proposed_at, id: i.id.0 });
    Ok(Page { ideas, after })
}

/// Unanswered ideas for which this actor is in charge, the most urgent first. A unit's ideas wait for its own head;
/// whoever is above may answer them and is not reminded of each.
///
/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor, government: &str, today: &str) -> Result<Vec<ListedIdea>> {
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    let open: Vec<ListedIdea> = on!(linked, conn => sqlx::query_as(listed!("i.government = $1 and a.outcome is null and i.author_id <> $2 order by i.answer_due, i.id limit 100"))
        .bind(government).bind(actor.account).fetch_all(conn).await?);
    let mut mine = Vec::new();
    for idea in open {
        if heads::heads(linked, idea.unit_id, today).await?.first().is_some_and(|(_, holder)| *holder == person) {
            mine.push(idea);
        }
    }
    Ok(mine)
}
