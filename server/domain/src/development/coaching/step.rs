//! What is written in a coaching: two check-ins with what was seen, then how it ended, by the assessor and in this
//! order; the person's own view, at any time.

use vocabulary::development::{CoachingStep, StepInput};
use vocabulary::evaluation::Standing;

use super::show::{load, standing};
use crate::accounts::Actor;
use crate::db::is_taken;
use crate::development::{accounts_of, recorded};
use crate::directory;
use crate::error::{Error, Refusal, Result};
use crate::ids::CoachingId;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::SkipsStep`] out of order or twice on one day, [`Refusal::AlreadyDone`] for a step that is there;
/// [`Error::NotFound`] for anyone but the assessor, and for the view anyone but the person.
pub async fn step(portal: &Portal, actor: &Actor, id: CoachingId, input: &StepInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    // The update takes the row: two steps at once follow each other.
    on!(&mut tx, conn => sqlx::query("update coaching set reminded = reminded where id = $1").bind(id).execute(conn).await?.rows_affected());
    let coaching = load(&mut tx, id).await?;
    let today = directory::government(&mut tx, &coaching.government).await?.today(portal.now());
    let (standing, assessor) = standing(&mut tx, actor, &coaching, &today).await?;
    let own = input.step == CoachingStep::View;
    if standing != if own { Standing::Subject } else { Standing::Assessor } {
        return Err(Error::NotFound);
    }
    if !own {
        if coaching.steps.iter().any(|s| s.kind == input.step) {
            return Err(Refusal::AlreadyDone.into());
        }
        // Two looks on one day would be one look; the outcome may be said on the day of the second.
        let again_today = input.step == CoachingStep::SecondCheck && coaching.steps.iter().any(|s| s.kind == CoachingStep::FirstCheck && s.on_day >= today);
        if coaching.stage().next() != Some(input.step) || again_today {
            return Err(Refusal::SkipsStep.into());
        }
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into coaching_step (id, coaching_id, kind, outcome, text, on_day, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(portal.new_id()).bind(id).bind(input.step.as_str()).bind(input.outcome.map(|o| o.as_str())).bind(&input.text).bind(&today).bind(portal.now()).bind(actor.account)
        .execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    recorded(portal, &mut tx, &coaching.government, id.0, &(input.step.as_str(), &input.text)).await?;
    let link = format!("/petugas/pembinaan/{id}");
    let (kind, told) = if own { ("coaching-view", assessor.map(|a| a.person)) } else { ("coaching-step", Some(coaching.person_id)) };
    if let Some(person) = told {
        for account in accounts_of(&mut tx, person).await? {
            tell(portal, &mut tx, account, kind, &coaching.position_title, &link).await?;
        }
    }
    tx.commit().await
}
