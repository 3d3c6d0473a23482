//! A verifier archives what is no case, with a reason that the reporter reads.

use vocabulary::feedback::{Action, ArchiveInput};

use super::accept::unpublish;
use super::case::StaffCase;
use super::steps::NewStep;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

pub(super) async fn put_away(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &ArchiveInput) -> Result<()> {
    let action = Action::Archive;
    case.leads(action, hand.role(action))?;
    unpublish(tx, &case).await?;
    close(portal, tx, &case).await?;
    let step = NewStep { note: &input.note, reason: Some(input.reason.as_str()), ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(input.reason.as_str(), &input.note)).await
}

/// Notes the moment of an end.
pub(super) async fn close(portal: &Portal, tx: &mut Tx, case: &StaffCase) -> Result<()> {
    on!(tx, conn => sqlx::query("update feedback_case set closed_at = $2 where id = $1").bind(case.id).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}
