//! Two reports of one thing become one case: it counts once, and both reporters follow it. A merge that was a mistake is
//! undone; that is no step of the process but its correction, so it is not in the table of transitions.

use vocabulary::Fault;
use vocabulary::feedback::{Action, Kind, MergeInput, Status, StepKind};

use super::accept::unpublish;
use super::archive::close;
use super::case::{StaffCase, by_reference};
use super::clocks::{Clocks, wrong};
use super::steps::{NewStep, record};
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

pub(super) async fn merge(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &MergeInput) -> Result<()> {
    let action = Action::Merge;
    case.leads(action, hand.role(action))?;
    let main = by_reference(tx, &case.government, &input.into).await?.filter(|main| may_hold(main, &case)).ok_or_else(|| wrong("induk", Fault::NotMergeable))?;
    unpublish(tx, &case).await?;
    close(portal, tx, &case).await?;
    // Whoever followed this one follows the other: one cluster has one main case.
    on!(tx, conn => sqlx::query("update feedback_case set merged_into_id = $2 where id = $1 or merged_into_id = $1").bind(case.id).bind(main.id).execute(conn).await?.rows_affected());
    let step = NewStep { private_note: &input.note, reason: Some(&main.reference), ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(&main.reference, &input.note)).await?;
    record(portal, tx, main.id, NewStep { kind: StepKind::Joined, ..hand.step(action) }).await
}

/// Whether a report may become part of this one: a live case, or one that was closed, and misconduct only with its like.
fn may_hold(main: &StaffCase, case: &StaffCase) -> bool {
    main.id != case.id && (main.status.is_open() || main.status == Status::Closed) && (main.kind == Kind::Misconduct) == (case.kind == Kind::Misconduct)
}

/// A report that was no duplicate waits for verification again, with the clock it had; verification begins today.
pub(super) async fn split(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, note: &str) -> Result<()> {
    if case.status != Status::Merged {
        return Err(Refusal::WrongStep.into());
    }
    let main: Option<CaseId> = on!(tx, conn => sqlx::query_scalar("select merged_into_id from feedback_case where id = $1").bind(case.id).fetch_one(conn).await?);
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    let verify = clocks.due(&clocks.today, clocks.rule(tx, "feedback.verify").await?, "");
    on!(tx, conn => sqlx::query("update feedback_case set status = $2, merged_into_id = null, closed_at = null, verify_from = $3, verify_due = $4, rests_until = $4 where id = $1")
        .bind(case.id).bind(Status::Submitted.as_str()).bind(&clocks.today).bind(&verify).execute(conn).await?.rows_affected());
    record(portal, tx, case.id, NewStep { kind: StepKind::Split, private_note: note, ..hand.step(Action::Merge) }).await?;
    if let Some(main) = main {
        record(portal, tx, main, NewStep { kind: StepKind::Parted, ..hand.step(Action::Merge) }).await?;
    }
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: "feedback-split", subject: &case.reference, by_reporter: false, content: &note }).await?;
    Ok(())
}
