//! The head of the unit answers. Accepting makes the commitment in the same transaction: a yes without a day and a post
//! would be no answer.

use vocabulary::ideas::{IdeaAnswer, IdeaOutcome};
use vocabulary::{Fault, Problems};

use super::heads::may_answer;
use super::show::acted_on;
use crate::accounts::Actor;
use crate::db::is_taken;
use crate::directory;
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, CommitmentId, PositionId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::AlreadyDone`]; [`Error::Invalid`] for a post that is none of the unit; [`Error::NotFound`] for anyone who
/// is not in charge of the unit or one above it, and for one's own idea.
pub async fn answer(portal: &Portal, actor: &Actor, code: &str, input: &IdeaAnswer) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let idea = acted_on(&mut tx, actor, code).await?;
    let today = directory::government(&mut tx, &idea.government).await?.today(portal.now());
    let post = may_answer(&mut tx, actor, &idea, &today).await?.ok_or(Error::NotFound)?;
    let (outcome, text) = match input {
        IdeaAnswer::Accepted { text, .. } => (IdeaOutcome::Accepted, text),
        IdeaAnswer::Declined { text } => (IdeaOutcome::Declined, text),
    };
    let written = on!(&mut tx, conn => sqlx::query("insert into idea_answer (idea_id, outcome, text, position_id, at, account_id) values ($1, $2, $3, $4, $5, $6)")
        .bind(idea.id).bind(outcome.as_str()).bind(text).bind(post).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    let link = format!("/petugas/gagasan/{code}");
    if let IdeaAnswer::Accepted { promise, .. } = input {
        let owner: Option<PositionId> = on!(&mut tx, conn => sqlx::query_scalar(
            "select id from position where government = $1 and slug = $2 and unit_id = $3 and valid_from <= $4 and (valid_to is null or valid_to >= $4)")
            .bind(&idea.government).bind(&promise.owner).bind(idea.unit_id).bind(&today).fetch_optional(conn).await?);
        let Some(owner) = owner else {
            let mut problems = Problems::default();
            problems.add("penanggung_jawab", Fault::UnknownChoice);
            return Err(problems.into());
        };
        on!(&mut tx, conn => sqlx::query("insert into commitment (id, idea_id, government, unit_id, owner_position_id, text, due_on, is_public, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(CommitmentId(portal.new_id())).bind(idea.id).bind(&idea.government).bind(idea.unit_id).bind(owner).bind(&promise.text).bind(&promise.due_on).bind(promise.is_public).bind(portal.now())
            .execute(conn).await?.rows_affected());
        ledger::append(
            portal,
            &mut tx,
            ledger::Entry { government: &idea.government, kind: "commitment-made", subject: code, by_reporter: false, content: &(&promise.text, &promise.due_on) },
        )
        .await?;
        if let Some((_, person)) = directory::positions::holder_on(&mut tx, owner, &today).await? {
            let owners: Vec<AccountId> = on!(&mut tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?);
            for account in owners.into_iter().filter(|a| *a != actor.account) {
                tell(portal, &mut tx, account, "commitment-owned", &idea.title, &link).await?;
            }
        }
    }
    tell(portal, &mut tx, idea.author_id, "idea-answered", &idea.title, &link).await?;
    ledger::append(portal, &mut tx, ledger::Entry { government: &idea.government, kind: "idea-answered", subject: code, by_reporter: false, content: &(outcome.as_str(), text) })
        .await?;
    tx.commit().await
}
