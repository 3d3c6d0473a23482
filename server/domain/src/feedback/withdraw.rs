//! The reporter withdraws a report. What is alleged misconduct is examined on, by duty of office.

use vocabulary::feedback::{Action, ByRole, Kind, StepKind};

use super::archive::close;
use super::case::case_of_receipt;
use super::steps::{NewStep, record};
use super::transition::apply;
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::WrongStep`] in a state from which nobody withdraws, [`Refusal::AlreadyDone`].
pub async fn withdraw(portal: &Portal, case: CaseId, note: &str) -> Result<()> {
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let mut tx = portal.db.begin().await?;
    let mut case = case_of_receipt(&mut tx, case).await?;
    case.leads(Action::Withdraw, ByRole::Reporter)?;
    if case.withdrawn_at.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    on!(&mut tx, conn => sqlx::query("update feedback_case set withdrawn_at = $2, public_name = null where id = $1").bind(case.id).bind(portal.now()).execute(conn).await?.rows_affected());
    let step = NewStep { by: ByRole::Reporter, private_note: note, ..NewStep::default() };
    if case.kind == Kind::Misconduct {
        record(portal, &mut tx, case.id, NewStep { kind: StepKind::WithdrawnExOfficio, ..step }).await?;
        ledger::append(
            portal,
            &mut tx,
            ledger::Entry { government: &case.government, kind: "feedback-withdrawn-ex-officio", subject: &case.reference, by_reporter: true, content: &note },
        )
        .await?;
    } else {
        close(portal, &mut tx, &case).await?;
        apply(portal, &mut tx, &mut case, Action::Withdraw, step, &note).await?;
    }
    tx.commit().await
}
