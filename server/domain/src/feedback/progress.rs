//! A handler says what is being done: to everyone who reads the case, or to staff alone.

use vocabulary::feedback::{Action, ProgressInput, StepKind};

use super::case::StaffCase;
use super::steps::NewStep;
use super::take::taken_up;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::Result;
use crate::portal::Portal;

pub(super) async fn tell(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, input: &ProgressInput) -> Result<()> {
    let mut case = taken_up(portal, tx, case, hand).await?;
    let step = NewStep { unit: case.handling_unit_id, ..hand.step(Action::Progress) };
    let step = match input.internal {
        true => NewStep { kind: StepKind::Internal, internal_note: &input.note, ..step },
        false => NewStep { note: &input.note, ..step },
    };
    apply(portal, tx, &mut case, Action::Progress, step, &input.note).await
}
