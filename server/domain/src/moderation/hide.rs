//! A moderator hides a text with a reason that its author is told, or finds that a flag has none.

use uuid::Uuid;
use vocabulary::accounts::Role;
use vocabulary::moderation::ReasonInput;

use crate::accounts::Actor;
use crate::db::is_taken;
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, ActId, CommentId, IdeaId, ReplyId, TopicId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// What a flag or an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Topic(TopicId),
    Reply(ReplyId),
    Idea(IdeaId),
    Comment(CommentId),
}

impl Subject {
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Topic(_) => "topic",
            Self::Reply(_) => "reply",
            Self::Idea(_) => "idea",
            Self::Comment(_) => "idea_comment",
        }
    }

    pub const fn id(self) -> Uuid {
        match self {
            Self::Topic(id) => id.0,
            Self::Reply(id) => id.0,
            Self::Idea(id) => id.0,
            Self::Comment(id) => id.0,
        }
    }

    /// Among colleagues, and not in the forum.
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Idea(_) | Self::Comment(_))
    }

    /// Where it stands, by the code of its topic or idea.
    pub fn address(self, government: &str, code: &str) -> String {
        if self.is_internal() { format!("/petugas/gagasan/{code}") } else { format!("/{government}/forum/topik/{code}") }
    }

    pub fn parse(kind: &str, id: &str) -> Option<Self> {
        let id = Uuid::try_parse(id).ok()?;
        match kind {
            "topic" => Some(Self::Topic(TopicId(id))),
            "reply" => Some(Self::Reply(ReplyId(id))),
            "idea" => Some(Self::Idea(IdeaId(id))),
            "idea_comment" => Some(Self::Comment(CommentId(id))),
            _ => None,
        }
    }
}

/// Hides it and tells its author what, why, under which rule, and how to object.
///
/// # Errors
/// [`Refusal::AlreadyDone`]; [`Error::NotFound`] for anyone but a moderator of this government.
pub async fn hide(portal: &Portal, actor: &Actor, government: &str, subject: Subject, input: &ReasonInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (code, author) = found(&mut tx, actor, government, subject).await?;
    let written = on!(&mut tx, conn => sqlx::query("insert into moderation_act (id, government, subject_kind, subject_id, reason, note, by_account_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(ActId(portal.new_id())).bind(government).bind(subject.kind()).bind(subject.id()).bind(input.reason.as_str()).bind(&input.note).bind(actor.account).bind(portal.now())
        .execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    settle(portal, &mut tx, actor, subject, "hidden").await?;
    tell(portal, &mut tx, author, &format!("hidden-{}", input.reason), &input.note, &subject.address(government, &code)).await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry {
            government,
            kind: if subject.is_internal() { "idea-hidden" } else { "forum-hidden" },
            subject: &code,
            by_reporter: false,
            content: &(subject.kind(), input.reason.as_str(), &input.note),
        },
    )
    .await?;
    tx.commit().await
}

/// Finds that the flags have no reason; the text stays.
///
/// # Errors
/// [`Error::NotFound`] for anyone but a moderator of this government.
pub async fn dismiss(portal: &Portal, actor: &Actor, government: &str, subject: Subject) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (code, _) = found(&mut tx, actor, government, subject).await?;
    settle(portal, &mut tx, actor, subject, "kept").await?;
    let kind = if subject.is_internal() { "idea-kept" } else { "forum-kept" };
    ledger::append(portal, &mut tx, ledger::Entry { government, kind, subject: &code, by_reporter: false, content: &subject.kind() }).await?;
    tx.commit().await
}

/// The topic's code and the author of the text, for a moderator of its government.
async fn found(tx: &mut crate::db::Tx, actor: &Actor, government: &str, subject: Subject) -> Result<(String, AccountId)> {
    if !actor.holds_in(Role::Moderator, government) {
        return Err(Error::NotFound);
    }
    let row: Option<(String, AccountId)> = match subject {
        Subject::Topic(id) => {
            on!(tx, conn => sqlx::query_as("select code, author_id from topic where id = $1 and government = $2").bind(id).bind(government).fetch_optional(conn).await?)
        }
        Subject::Reply(id) => {
            on!(tx, conn => sqlx::query_as("select t.code, r.author_id from reply r join topic t on t.id = r.topic_id where r.id = $1 and t.government = $2").bind(id).bind(government).fetch_optional(conn).await?)
        }
        Subject::Idea(id) => {
            on!(tx, conn => sqlx::query_as("select code, author_id from idea where id = $1 and government = $2").bind(id).bind(government).fetch_optional(conn).await?)
        }
        Subject::Comment(id) => {
            on!(tx, conn => sqlx::query_as("select i.code, k.author_id from idea_comment k join idea i on i.id = k.idea_id where k.id = $1 and i.government = $2").bind(id).bind(government).fetch_optional(conn).await?)
        }
    };
    row.ok_or(Error::NotFound)
}

async fn settle(portal: &Portal, tx: &mut crate::db::Tx, actor: &Actor, subject: Subject, how: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("update flag set settled_at = $1, settled_by = $2, settled_as = $3 where subject_id = $4 and settled_at is null")
        .bind(portal.now()).bind(actor.account).bind(how).bind(subject.id()).execute(conn).await?.rows_affected());
    Ok(())
}
