//! What everybody could read turns out to tell too much: a verifier takes the case back from the public, in whatever state
//! it is, or the words of one step. Nothing is lost: those who work on the case and whoever sent it read it as before.

use vocabulary::feedback::{ByRole, Protection, StepKind};

use super::accept::unpublish;
use super::case::StaffCase;
use super::note::write_down;
use super::owner::forget;
use super::steps::{NewStep, record};
use super::transition::Hand;
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::on;
use crate::portal::Portal;

/// From now on the case is confidential. The note says why, to those who work on it.
pub(super) async fn protect(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, note: &str) -> Result<()> {
    if case.published_at.is_none() {
        return Err(Refusal::AlreadyDone.into());
    }
    unpublish(tx, &case).await?;
    on!(tx, conn => sqlx::query("update feedback_case set protection = $2, public_name = null where id = $1").bind(case.id).bind(Protection::Confidential.as_str()).execute(conn).await?.rows_affected());
    forget(tx, case.id).await?;
    raised(portal, tx, &case, hand).await?;
    write_down(portal, tx, case, hand, note).await
}

/// The words of a step are the reporter's and the staff's alone from now on.
pub(super) async fn hide_words(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, step: i64, note: &str) -> Result<()> {
    let hidden = on!(tx, conn => sqlx::query("update feedback_step set private_note = note, note = '' where case_id = $1 and number = $2 and note <> '' and private_note = ''")
        .bind(case.id).bind(step).execute(conn).await?.rows_affected());
    if hidden == 0 {
        return Err(Error::NotFound);
    }
    raised(portal, tx, &case, hand).await?;
    write_down(portal, tx, case, hand, note).await
}

async fn raised(portal: &Portal, tx: &mut Tx, case: &StaffCase, hand: &Hand<'_>) -> Result<()> {
    record(portal, tx, case.id, NewStep { kind: StepKind::Protected, by: ByRole::Verifier, account: Some(hand.actor.account), ..NewStep::default() }).await
}
