//! The reporter says that it is not solved. The unit answers once more; a second time it lies above the unit.

use vocabulary::accounts::Role;
use vocabulary::feedback::{Action, ByRole, Kind};

use super::case::case_of_receipt;
use super::clocks::{Clocks, began_anew, new_round};
use super::escalate::{OUTSIDE, escalate, tell_role};
use super::said::{Said, prove};
use super::steps::NewStep;
use super::transition::apply;
use crate::db::Linked;
use crate::error::Result;
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// How often it was contested since it was opened, or opened again.
///
/// # Errors
/// The database's.
pub async fn contests(linked: &mut impl Linked, case: CaseId) -> Result<i64> {
    Ok(on!(linked, conn => sqlx::query_scalar(
        "select count(*) from feedback_step where case_id = $1 and kind = 'contested' and number > (select coalesce(max(number), 0) from feedback_step where case_id = $1 and kind = 'reopened')")
        .bind(case).fetch_one(conn).await?))
}

/// # Errors
/// [`crate::Refusal::WrongStep`] when there is no answer to contest.
pub async fn contest(portal: &Portal, case: CaseId, said: impl Into<Said<'_>>) -> Result<()> {
    let said = said.into();
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let proofs = said.proofs(portal).await?;
    let mut tx = portal.db.begin().await?;
    let mut case = case_of_receipt(&mut tx, case).await?;
    case.leads(Action::Contest, ByRole::Reporter)?;
    let before = contests(&mut tx, case.id).await?;
    if before == 0 {
        let clocks = Clocks::of(portal, &mut tx, &case.government).await?;
        let days = clocks.rule(&mut tx, "feedback.answer_again").await?;
        let due = clocks.due(&clocks.today, days, "");
        new_round(&mut tx, case.id, &clocks.today, Some(days), due.as_ref()).await?;
    }
    apply(portal, &mut tx, &mut case, Action::Contest, NewStep { by: ByRole::Reporter, private_note: said.note, ..NewStep::default() }, &said.note).await?;
    if before == 0 {
        began_anew(&mut tx, case.id, case.answer_due.as_ref()).await?;
    }
    prove(portal, &mut tx, case.id, &proofs).await?;
    if before > 0 {
        escalate(portal, &mut tx, &mut case, Action::ContestAgain, OUTSIDE, true).await?;
    } else {
        // Somebody outside the unit knows that its word does not stand alone.
        tell_role(portal, &mut tx, &case, Role::Verifier, "case-contested").await?;
        if case.kind != Kind::Misconduct {
            tell_role(portal, &mut tx, &case, Role::Inspector, "case-contested").await?;
        }
    }
    tx.commit().await
}
