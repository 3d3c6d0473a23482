//! The reporter completes a report: the clock goes on, later by the working days it stood still.

use vocabulary::feedback::{Action, ByRole};

use super::case::case_of_receipt;
use super::clocks::{Clocks, with_pause};
use super::said::{Said, prove};
use super::steps::NewStep;
use super::transition::apply;
use crate::error::Result;
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`crate::Refusal::WrongStep`] when nothing was asked, or the days for it have ended.
pub async fn complete(portal: &Portal, case: CaseId, said: impl Into<Said<'_>>) -> Result<()> {
    let said = said.into();
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let proofs = said.proofs(portal).await?;
    let mut tx = portal.db.begin().await?;
    let mut case = case_of_receipt(&mut tx, case).await?;
    case.leads(Action::Complete, ByRole::Reporter)?;
    let clocks = Clocks::of(portal, &mut tx, &case.government).await?;
    let pauses = with_pause(&case.pauses, case.paused_since.as_deref().unwrap_or(&clocks.today), &clocks.today);
    let verify_from = case.verify_from.clone().unwrap_or_else(|| clocks.today.clone());
    let verify = clocks.due(&verify_from, clocks.rule(&mut tx, "feedback.verify").await?, &pauses);
    let answer = case.clock_from.as_deref().zip(case.clock_days).and_then(|(from, days)| clocks.due(from, days, &pauses));
    on!(&mut tx, conn => sqlx::query("update feedback_case set pauses = $2, paused_since = null, info_due = null, verify_due = $3, answer_due = $4 where id = $1")
        .bind(case.id).bind(&pauses).bind(&verify).bind(&answer).execute(conn).await?.rows_affected());
    let step = NewStep { by: ByRole::Reporter, private_note: said.note, ..NewStep::default() };
    apply(portal, &mut tx, &mut case, Action::Complete, step, &said.note).await?;
    prove(portal, &mut tx, case.id, &proofs).await?;
    tx.commit().await
}
