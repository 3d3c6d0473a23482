//! A verifier asks the reporter to complete a report: the clock stands still until they do, or until the days for it end.

use vocabulary::feedback::{Action, AskInput, InfoField};

use super::case::StaffCase;
use super::clocks::Clocks;
use super::steps::NewStep;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

pub(super) async fn ask(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &AskInput) -> Result<()> {
    let action = Action::AskInfo;
    case.leads(action, hand.role(action))?;
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    let days = clocks.rule(tx, "feedback.complete_info").await?;
    on!(tx, conn => sqlx::query("update feedback_case set paused_since = $2, info_due = $3 where id = $1")
        .bind(case.id).bind(&clocks.today).bind(clocks.days_from_today(days)).execute(conn).await?.rows_affected());
    let fields = input.fields.iter().map(|f| f.as_str()).collect::<Vec<&str>>().join(" ");
    // What is asked is public as a word; how it is asked is between the two.
    let step = NewStep { private_note: &input.note, reason: Some(&fields), ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(&fields, &input.note)).await
}

/// The fields that a step asked for.
pub fn asked_fields(reason: &str) -> Vec<InfoField> {
    reason.split(' ').filter_map(InfoField::parse).collect()
}
