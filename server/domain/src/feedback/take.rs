//! A unit takes a case up, or takes it up again after it was contested.

use vocabulary::feedback::{Action, Status};

use super::case::StaffCase;
use super::steps::NewStep;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::Result;
use crate::portal::Portal;

pub(super) async fn take(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>) -> Result<()> {
    let action = if case.status == Status::Disputed { Action::Rework } else { Action::Accept };
    let step = NewStep { unit: case.handling_unit_id, ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &()).await
}

/// Who tells of progress or answers has taken the case up: that is a step of its own, and recorded with it.
pub(super) async fn taken_up(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>) -> Result<StaffCase> {
    let mut after = case.clone();
    if matches!(case.status, Status::Assigned | Status::Disputed) {
        take(portal, tx, case, hand).await?;
        after.status = Status::InProgress;
    }
    Ok(after)
}
