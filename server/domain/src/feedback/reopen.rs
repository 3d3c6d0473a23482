//! A closed case is opened again: the reporter brings new evidence within the days for it (rule `feedback.reopen`), and
//! the coordinator, who is outside the unit, decides.

use vocabulary::accounts::Role;
use vocabulary::feedback::{Action, ByRole, ResumeInput, Status, StepKind};

use super::case::{StaffCase, case_of_receipt};
use super::clocks::{Clocks, began_anew, days_of, new_round};
use super::escalate::tell_role;
use super::resume::other_unit;
use super::said::{Said, prove};
use super::steps::{NewStep, record};
use super::transition::{Hand, apply};
use crate::clock::{DAY, Millis};
use crate::db::{Linked, Tx};
use crate::error::{Refusal, Result};
use crate::evaluation::case_reopened;
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// Whether a case that was closed then may still be opened again; whoever was asked once more whether it is still solved has
/// the days from that question on.
///
/// # Errors
/// The database's.
pub async fn may_reopen(linked: &mut impl Linked, closed_at: Millis, asked_again_at: Option<Millis>, now: Millis, today: &str) -> Result<bool> {
    let days = rules::in_force(linked, "feedback.reopen", today).await?.value;
    Ok(now <= asked_again_at.unwrap_or(closed_at).max(closed_at).saturating_add(days.saturating_mul(DAY)))
}

/// The reporter asks for it, with what is new.
///
/// # Errors
/// [`Refusal::WrongStep`] where it is not closed, [`Refusal::AlreadyDone`] where it was asked before and waits,
/// [`Refusal::TooLate`].
pub async fn ask_reopen(portal: &Portal, case: CaseId, said: impl Into<Said<'_>>) -> Result<()> {
    let said = said.into();
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let proofs = said.proofs(portal).await?;
    let mut tx = portal.db.begin().await?;
    let case = case_of_receipt(&mut tx, case).await?;
    let (Status::Closed, Some(closed_at)) = (case.status, case.closed_at) else { return Err(Refusal::WrongStep.into()) };
    if case.reopen_asked_at.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let today = Clocks::of(portal, &mut tx, &case.government).await?.today;
    let asked: Option<Millis> = on!(&mut tx, conn => sqlx::query_scalar("select asked_again_at from feedback_case where id = $1").bind(case.id).fetch_one(conn).await?);
    if !may_reopen(&mut tx, closed_at, asked, portal.now(), &today).await? {
        return Err(Refusal::TooLate.into());
    }
    on!(&mut tx, conn => sqlx::query("update feedback_case set reopen_asked_at = $2 where id = $1").bind(case.id).bind(portal.now()).execute(conn).await?.rows_affected());
    record(portal, &mut tx, case.id, NewStep { kind: StepKind::ReopenAsked, by: ByRole::Reporter, private_note: said.note, ..NewStep::default() }).await?;
    prove(portal, &mut tx, case.id, &proofs).await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-reopen-asked", subject: &case.reference, by_reporter: true, content: &said.note },
    )
    .await?;
    tell_role(portal, &mut tx, &case, Role::Verifier, "case-reopen-asked").await?;
    tx.commit().await
}

pub(super) async fn reopen(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &ResumeInput) -> Result<()> {
    let action = Action::Reopen;
    case.leads(action, hand.role(action))?;
    // Without new evidence it stays closed.
    if case.reopen_asked_at.is_none() {
        return Err(Refusal::NothingNew.into());
    }
    let unit = other_unit(tx, &case, input).await?;
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    let days = days_of(tx, case.kind, &clocks.today).await?;
    let due = match days {
        Some(days) => Some(clocks.promised(&clocks.today, days, "")?),
        None => None,
    };
    new_round(tx, case.id, &clocks.today, days, due.as_ref()).await?;
    on!(tx, conn => sqlx::query(
        "update feedback_case set closed_at = null, closed_reason = null, asks_after = null, asked_again_at = null, still_solved = null, reopen_asked_at = null, escalation_level = 0 where id = $1")
        .bind(case.id).execute(conn).await?.rows_affected());
    let step = NewStep { unit, note: &input.note, ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(&input.note, unit)).await?;
    case_reopened(portal, tx, case.id).await?;
    began_anew(tx, case.id, case.answer_due.as_ref()).await
}

/// The coordinator says why it stays closed. The state stays, so this is no transition; new evidence may come again.
pub(super) async fn decline(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, note: &str) -> Result<()> {
    if case.status != Status::Closed || case.reopen_asked_at.is_none() {
        return Err(Refusal::WrongStep.into());
    }
    on!(tx, conn => sqlx::query("update feedback_case set reopen_asked_at = null where id = $1").bind(case.id).execute(conn).await?.rows_affected());
    record(portal, tx, case.id, NewStep { kind: StepKind::ReopenDeclined, note, ..hand.step(Action::Reopen) }).await?;
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: "feedback-reopen-declined", subject: &case.reference, by_reporter: false, content: &note }).await
}
