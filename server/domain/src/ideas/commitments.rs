//! What a unit committed itself to, and what became of it. The day is never moved, and late is shown as late; what was
//! given up says why.

use vocabulary::ideas::{CommitmentStage, CommitmentStep, StepInput};

use super::heads::heads;
use super::show::{Idea, acted_on};
use crate::accounts::Actor;
use crate::db::Linked;
use crate::directory::{self, positions};
use crate::error::{Error, Refusal, Result};
use crate::ids::{CommitmentId, IdeaId, PositionId, UnitId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Commitment {
    pub id: CommitmentId,
    pub text: String,
    pub due_on: String,
    pub is_public: bool,
    pub owner_position_id: PositionId,
    pub owner_title: String,
    #[sqlx(skip)]
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Step {
    #[sqlx(try_from = "String")]
    pub kind: CommitmentStep,
    pub text: String,
    pub on_day: String,
}

impl Commitment {
    pub fn stage(&self, today: &str) -> CommitmentStage {
        stage(&self.due_on, &self.steps, today)
    }

    /// Nothing more is told of it.
    pub fn is_over(&self) -> bool {
        self.steps.iter().any(|s| s.kind != CommitmentStep::Progress)
    }
}

fn stage(due_on: &str, steps: &[Step], today: &str) -> CommitmentStage {
    CommitmentStage::of(due_on, steps.iter().find(|s| s.kind != CommitmentStep::Progress).map(|s| (s.kind, s.on_day.as_str())), today)
}

pub(super) async fn of_idea(linked: &mut impl Linked, idea: IdeaId) -> Result<Option<Commitment>> {
    let found: Option<Commitment> = on!(linked, conn => sqlx::query_as(
        "select c.id, c.text, c.due_on, c.is_public, c.owner_position_id, p.title as owner_title from commitment c join position p on p.id = c.owner_position_id where c.idea_id = $1")
        .bind(idea).fetch_optional(conn).await?);
    let Some(mut commitment) = found else { return Ok(None) };
    commitment.steps = steps(linked, commitment.id).await?;
    Ok(Some(commitment))
}

async fn steps(linked: &mut impl Linked, commitment: CommitmentId) -> Result<Vec<Step>> {
    Ok(on!(linked, conn => sqlx::query_as("select kind, text, on_day from commitment_step where commitment_id = $1 order by number").bind(commitment).fetch_all(conn).await?))
}

/// Whether this actor tells of it: whoever holds the post that answers for it, or is in charge of the unit.
///
/// # Errors
/// The database's.
pub async fn may_tell(linked: &mut impl Linked, actor: &Actor, idea: &Idea, today: &str) -> Result<bool> {
    let (Some(person), Some(commitment)) = (actor.person, &idea.commitment) else { return Ok(false) };
    let owner = positions::holder_on(linked, commitment.owner_position_id, today).await?;
    Ok(owner.is_some_and(|(_, holder)| holder == person) || heads(linked, idea.unit_id, today).await?.iter().any(|(_, holder)| *holder == person))
}

/// Tells of progress, that it is done, or why it is given up.
///
/// # Errors
/// [`Refusal::WrongStep`] after its end; [`Error::NotFound`] for anyone who does not answer for it.
pub async fn step(portal: &Portal, actor: &Actor, code: &str, input: &StepInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    // The update takes the row: two steps at once get two numbers, and nothing follows an end.
    on!(&mut tx, conn => sqlx::query("update commitment set due_on = due_on where idea_id = (select id from idea where code = $1)").bind(code).execute(conn).await?.rows_affected());
    let idea = acted_on(&mut tx, actor, code).await?;
    let today = directory::government(&mut tx, &idea.government).await?.today(portal.now());
    let Some(commitment) = &idea.commitment else { return Err(Error::NotFound) };
    if !may_tell(&mut tx, actor, &idea, &today).await? {
        return Err(Error::NotFound);
    }
    if commitment.is_over() {
        return Err(Refusal::WrongStep.into());
    }
    on!(&mut tx, conn => sqlx::query("insert into commitment_step (commitment_id, number, kind, text, on_day, at, account_id) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(commitment.id).bind(commitment.steps.len() as i64 + 1).bind(input.step.as_str()).bind(&input.text).bind(&today).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    if idea.author_id != actor.account {
        tell(portal, &mut tx, idea.author_id, "commitment-told", &idea.title, &format!("/petugas/gagasan/{code}")).await?;
    }
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &idea.government, kind: "commitment-told", subject: code, by_reporter: false, content: &(input.step.as_str(), &input.text) },
    )
    .await?;
    tx.commit().await
}

/// A commitment as its unit's page shows it: no idea, no author, the post and never its holder.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PublicCommitment {
    id: CommitmentId,
    idea_id: IdeaId,
    pub text: String,
    pub due_on: String,
    pub owner_slug: String,
    pub owner_title: String,
    /// Public cases it goes back to, by reference.
    #[sqlx(skip)]
    pub cases: Vec<String>,
    #[sqlx(skip)]
    pub steps: Vec<Step>,
}

impl PublicCommitment {
    pub fn stage(&self, today: &str) -> CommitmentStage {
        stage(&self.due_on, &self.steps, today)
    }
}

/// The published commitments of a unit: what is open first by its day, then the newest that are over.
///
/// # Errors
/// The database's.
pub async fn published(linked: &mut impl Linked, unit: UnitId) -> Result<Vec<PublicCommitment>> {
    let mut found: Vec<PublicCommitment> = on!(linked, conn => sqlx::query_as(
        "select c.id, c.idea_id, c.text, c.due_on, p.slug as owner_slug, p.title as owner_title from commitment c join position p on p.id = c.owner_position_id \
         where c.unit_id = $1 and c.is_public order by exists (select 1 from commitment_step s where s.commitment_id = c.id and s.kind <> 'kemajuan'), c.due_on limit 20")
        .bind(unit).fetch_all(conn).await?);
    for commitment in &mut found {
        commitment.steps = steps(linked, commitment.id).await?;
        commitment.cases = on!(linked, conn => sqlx::query_scalar(
            "select c.reference from idea_case k join feedback_case c on c.id = k.case_id where k.idea_id = $1 and c.published_at is not null order by c.reference")
            .bind(commitment.idea_id).fetch_all(conn).await?);
    }
    Ok(found)
}
