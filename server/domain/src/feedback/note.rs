//! A note between those who work on a case, in whatever state it is. Nobody else reads it, and nothing else comes of it.

use vocabulary::feedback::StepKind;

use super::case::StaffCase;
use super::steps::{NewStep, record};
use super::transition::Hand;
use crate::db::Tx;
use crate::error::Result;
use crate::ledger;
use crate::portal::Portal;

pub(super) async fn write_down(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, note: &str) -> Result<()> {
    let step = NewStep { kind: StepKind::Internal, by: hand.desk.role(), account: Some(hand.actor.account), internal_note: note, ..NewStep::default() };
    record(portal, tx, case.id, step).await?;
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: "feedback-noted", subject: &case.reference, by_reporter: false, content: &note }).await
}
