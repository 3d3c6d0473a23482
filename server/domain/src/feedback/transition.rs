//! The one way from a state to the next: the table says whether it may be, and case, step and ledger change together.

use serde::Serialize;
use vocabulary::feedback::{Action, ByRole, StepKind};

use super::case::{Desk, StaffCase};
use super::steps::{NewStep, record};
use crate::accounts::Actor;
use crate::db::Tx;
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// The last day on which nothing happens by itself, of a case in this state.
macro_rules! rests {
    ($status:literal) => {
        concat!(
            "case ",
            $status,
            " when 'submitted' then verify_due when 'needs_info' then info_due when 'assigned' then answer_due when 'in_progress' then answer_due when 'disputed' then answer_due when 'responded' then reply_due when 'escalated' then ladder_due ",
            "when 'closed' then asks_after end"
        )
    };
}

/// Takes a step: columns that belong to it are written before, by whoever takes it.
///
/// # Errors
/// [`Refusal::WrongStep`] for what the table does not have, or where another was first.
pub(super) async fn apply(portal: &Portal, tx: &mut Tx, case: &mut StaffCase, action: Action, step: NewStep<'_>, content: &impl Serialize) -> Result<()> {
    let to = case.leads(action, step.by)?;
    // Another desk or unit has it then, or nobody does any more: with whom it was is over.
    let elsewhere = matches!(action, Action::Dispatch | Action::NotOurs | Action::Merge | Action::Archive | Action::Redirect | Action::Withdraw | Action::Lapse)
        || matches!(action, Action::Resume | Action::Reopen) && step.unit != case.handling_unit_id;
    let moved = on!(tx, conn => sqlx::query(concat!("update feedback_case set status = $3, assigned_to = case when $4 then null else assigned_to end, rests_until = ", rests!("cast($3 as text)"), " where id = $1 and status = $2"))
        .bind(case.id).bind(case.status.as_str()).bind(to.as_str()).bind(elsewhere).execute(conn).await?.rows_affected());
    if moved != 1 {
        return Err(Refusal::WrongStep.into());
    }
    let (by_reporter, kind) = (step.by == ByRole::Reporter, if step.kind == StepKind::Internal { StepKind::Internal } else { action.step() });
    record(portal, tx, case.id, NewStep { kind, ..step }).await?;
    let entry = if kind == StepKind::Internal { "feedback-noted" } else { entry(action) };
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: entry, subject: &case.reference, by_reporter, content }).await?;
    case.status = to;
    Ok(())
}

/// The same date anew, where something moved it and the state stayed.
pub(super) async fn rest_anew(tx: &mut Tx, case: CaseId) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!("update feedback_case set rests_until = ", rests!("status"), " where id = $1")).bind(case).execute(conn).await?.rows_affected());
    Ok(())
}

/// How the public ledger names a step.
const fn entry(action: Action) -> &'static str {
    match action {
        Action::Submit => "feedback-received",
        Action::AskInfo => "feedback-info-asked",
        Action::Complete => "feedback-completed",
        Action::Lapse => "feedback-lapsed",
        Action::Archive => "feedback-archived",
        Action::Merge => "feedback-merged",
        Action::Redirect => "feedback-redirected",
        Action::Dispatch => "feedback-assigned",
        Action::NotOurs => "feedback-returned",
        Action::Accept => "feedback-taken",
        Action::Progress => "feedback-progress",
        Action::Respond => "feedback-answered",
        Action::Contest => "feedback-contested",
        Action::Confirm => "feedback-confirmed",
        Action::FallSilent => "feedback-closed-silent",
        Action::Rework => "feedback-reworked",
        Action::ContestAgain | Action::DeadlinePassed => "feedback-escalated",
        Action::Resume => "feedback-resumed",
        Action::Reopen => "feedback-reopened",
        Action::Withdraw => "feedback-withdrawn",
    }
}

/// Who acts, and from which desk.
pub(super) struct Hand<'a> {
    pub actor: &'a Actor,
    pub desk: Desk,
}

impl Hand<'_> {
    /// In whose place: the verifier's desk is the coordinator's, where it decides between units.
    pub const fn role(&self, action: Action) -> ByRole {
        match (self.desk, action) {
            (Desk::Verifier, Action::Resume | Action::Reopen) | (Desk::Overseer, Action::Resume) => ByRole::Coordinator,
            (desk, _) => desk.role(),
        }
    }

    /// A step of this hand; [`apply`] gives it its kind.
    pub fn step<'s>(&self, action: Action) -> NewStep<'s> {
        NewStep { by: self.role(action), account: Some(self.actor.account), ..NewStep::default() }
    }
}
