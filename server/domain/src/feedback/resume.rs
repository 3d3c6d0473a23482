//! The coordinator takes an escalated case back into work, with a new last day, and perhaps with another unit.

use vocabulary::feedback::{Action, ResumeInput};

use super::accept::unit_for;
use super::case::StaffCase;
use super::clocks::{Clocks, began_anew, new_round};
use super::steps::NewStep;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::Result;
use crate::ids::UnitId;
use crate::on;
use crate::portal::Portal;

pub(super) async fn resume(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &ResumeInput) -> Result<()> {
    let action = Action::Resume;
    case.leads(action, hand.role(action))?;
    let unit = other_unit(tx, &case, input).await?;
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    let days = clocks.rule(tx, "feedback.answer_again").await?;
    let due = clocks.promised(&clocks.today, days, "")?;
    new_round(tx, case.id, &clocks.today, Some(days), Some(&due)).await?;
    on!(tx, conn => sqlx::query("update feedback_case set ladder_from = null, ladder_due = null where id = $1").bind(case.id).execute(conn).await?.rows_affected());
    let step = NewStep { unit, note: &input.note, ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(&input.note, unit)).await?;
    began_anew(tx, case.id, case.answer_due.as_ref()).await
}

/// The unit that answers from now on: the one named, else the one there was.
pub(super) async fn other_unit(tx: &mut Tx, case: &StaffCase, input: &ResumeInput) -> Result<Option<UnitId>> {
    let Some(slug) = &input.unit else { return Ok(case.handling_unit_id) };
    let unit = unit_for(tx, case, case.kind, "unit-baru", slug).await?;
    on!(tx, conn => sqlx::query("update feedback_case set handling_unit_id = $2 where id = $1").bind(case.id).bind(unit).execute(conn).await?.rows_affected());
    Ok(Some(unit))
}
