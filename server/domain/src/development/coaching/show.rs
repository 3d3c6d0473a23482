//! One coaching with its reasons, actions and steps, for whoever may see it. Loading writes the look down.

use vocabulary::development::{CoachingOutcome, CoachingStage, CoachingStep};
use vocabulary::evaluation::{LookForm, LookedAt, Standing};

use super::open::AcceptedCard;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::development::Holder;
use crate::directory;
use crate::error::{Error, Result};
use crate::evaluation::{Look, Official, Subject, footing, looked};
use crate::ids::{CoachingId, PersonId, PositionId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Coaching {
    pub id: CoachingId,
    pub government: String,
    pub person_id: PersonId,
    pub name: String,
    pub position_id: PositionId,
    pub position_title: String,
    pub unit_name: String,
    pub continues_id: Option<CoachingId>,
    /// The one that followed, where it was extended.
    pub continued_by: Option<CoachingId>,
    pub reason: String,
    pub first_check_on: String,
    pub second_check_on: String,
    pub opened_at: Millis,
    #[sqlx(skip)]
    pub cards: Vec<AcceptedCard>,
    #[sqlx(skip)]
    pub actions: Vec<Action>,
    #[sqlx(skip)]
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Action {
    pub text: String,
    pub due_on: String,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Step {
    #[sqlx(try_from = "String")]
    pub kind: CoachingStep,
    pub outcome: Option<String>,
    pub text: String,
    pub on_day: String,
    pub at: Millis,
}

impl Coaching {
    pub fn stage(&self) -> CoachingStage {
        CoachingStage::of(self.steps.iter().map(|s| s.kind))
    }

    pub fn outcome(&self) -> Option<CoachingOutcome> {
        self.steps.iter().find_map(|s| CoachingOutcome::parse(s.outcome.as_deref()?))
    }
}

/// By what right this actor sees it today, and who carries it on.
pub(super) async fn standing(linked: &mut impl Linked, actor: &Actor, coaching: &Coaching, day: &str) -> Result<(Standing, Option<Official>)> {
    let position = match coaching.stage() {
        CoachingStage::Closed => coaching.position_id,
        _ => Holder::of_person(linked, coaching.person_id, day).await?.filter(|h| h.government == coaching.government).map_or(coaching.position_id, |h| h.position_id),
    };
    let subject = Subject { government: &coaching.government, position, person: Some(coaching.person_id) };
    let footing = footing(linked, actor, subject, day, |_| false).await?;
    Ok((footing.standing, footing.assessor))
}

pub(super) async fn load(linked: &mut impl Linked, id: CoachingId) -> Result<Coaching> {
    let found: Option<Coaching> = on!(linked, conn => sqlx::query_as(
        "select c.id, c.government, c.person_id, e.name, c.position_id, p.title as position_title, u.name as unit_name, c.continues_id, n.id as continued_by, c.reason, c.first_check_on, c.second_check_on, c.opened_at \
         from coaching c join person e on e.id = c.person_id join position p on p.id = c.position_id join unit u on u.id = p.unit_id left join coaching n on n.continues_id = c.id where c.id = $1")
        .bind(id).fetch_optional(conn).await?);
    let mut coaching = found.ok_or(Error::NotFound)?;
    coaching.actions = on!(linked, conn => sqlx::query_as("select text, due_on from coaching_action where coaching_id = $1 order by number").bind(id).fetch_all(conn).await?);
    coaching.steps =
        on!(linked, conn => sqlx::query_as("select kind, outcome, text, on_day, at from coaching_step where coaching_id = $1 order by at, id").bind(id).fetch_all(conn).await?);
    coaching.cards = on!(linked, conn => sqlx::query_as(
        "select k.id, k.source, k.element, k.event_on, k.public_text, r.text as reply from coaching_card c join evidence_card k on k.id = c.card_id left join evidence_reply r on r.card_id = k.id where c.coaching_id = $1 order by k.event_on, k.id").bind(id).fetch_all(conn).await?);
    Ok(coaching)
}

/// The coaching, by what right, and who assesses today.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a right.
pub async fn show(portal: &Portal, actor: &Actor, id: CoachingId) -> Result<(Coaching, Standing, Option<Official>)> {
    let mut tx = portal.db.begin().await?;
    let coaching = load(&mut tx, id).await?;
    let today = directory::government(&mut tx, &coaching.government).await?.today(portal.now());
    let (standing, assessor) = standing(&mut tx, actor, &coaching, &today).await?;
    log(portal, &mut tx, actor, &coaching, standing).await?;
    tx.commit().await?;
    Ok((coaching, standing, assessor))
}

async fn log(portal: &Portal, tx: &mut Tx, actor: &Actor, coaching: &Coaching, standing: Standing) -> Result<()> {
    let look = Look { government: &coaching.government, person: Some(coaching.person_id), standing, subject: LookedAt::Coaching, id: coaching.id.0, form: LookForm::Page };
    looked(portal, tx, actor, look).await
}
