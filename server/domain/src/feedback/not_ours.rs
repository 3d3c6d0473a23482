//! A unit says that a case is not its business: it goes back to the coordinator with its clock running. Not for ever:
//! after so many times (rule `feedback.bounces`) the next dispatch is binding.

use vocabulary::feedback::Action;

use super::case::StaffCase;
use super::clocks::Clocks;
use super::steps::NewStep;
use super::transition::{Hand, apply};
use crate::db::{Linked, Tx};
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// How often units gave it back.
///
/// # Errors
/// The database's.
pub async fn bounces(linked: &mut impl Linked, case: CaseId) -> Result<i64> {
    Ok(on!(linked, conn => sqlx::query_scalar("select count(*) from feedback_step where case_id = $1 and kind = 'returned'").bind(case).fetch_one(conn).await?))
}

pub(super) async fn give_back(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, note: &str) -> Result<()> {
    let action = Action::NotOurs;
    case.leads(action, hand.role(action))?;
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    if bounces(tx, case.id).await? >= clocks.rule(tx, "feedback.bounces").await? {
        return Err(Refusal::BindingDispatch.into());
    }
    let verify = clocks.due(&clocks.today, clocks.rule(tx, "feedback.verify").await?, "");
    let unit = case.handling_unit_id;
    on!(tx, conn => sqlx::query("update feedback_case set handling_unit_id = null, unit_id = case when target_kind = 'unknown' then null else unit_id end, verify_from = $2, verify_due = $3, follow_from = null, follow_up_due = null where id = $1")
        .bind(case.id).bind(&clocks.today).bind(&verify).execute(conn).await?.rows_affected());
    let step = NewStep { unit, note, ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &note).await
}
