//! The unit answers: an outcome and the words. The reporter then says whether it is solved.

use vocabulary::feedback::{Action, AnswerInput, PhotosInput};

use super::case::StaffCase;
use super::clocks::Clocks;
use super::experience::count_answer;
use super::photos::{OfPhotos, add_photos};
use super::steps::{NewStep, last_step};
use super::take::taken_up;
use super::transition::{Hand, apply};
use crate::db::Tx;
use crate::error::Result;
use crate::files::Photo;
use crate::on;
use crate::portal::Portal;

pub(super) async fn respond(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, input: &AnswerInput, photos: &PhotosInput, kept: &[Photo]) -> Result<()> {
    let action = Action::Respond;
    let mut case = taken_up(portal, tx, case, hand).await?;
    case.leads(action, hand.role(action))?;
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    // An answer is not refused because the holidays of a year are not known yet: the last day is set when they are.
    let reply_due = clocks.due(&clocks.today, clocks.rule(tx, "feedback.reporter_reply").await?, "");
    on!(tx, conn => sqlx::query("update feedback_case set outcome = $2, answered_at = $3, reply_from = $4, reply_due = $5 where id = $1")
        .bind(case.id).bind(input.outcome.as_str()).bind(portal.now()).bind(&clocks.today).bind(&reply_due).execute(conn).await?.rows_affected());
    count_answer(tx, &case, portal.now()).await?;
    let step = NewStep { unit: case.handling_unit_id, note: &input.note, outcome: Some(input.outcome), ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &(input.outcome.as_str(), &input.note)).await?;
    // Photos of what was done are as public as the answer.
    let number = last_step(tx, case.id).await?;
    add_photos(tx, case.id, kept, &OfPhotos { step: Some(number), taken_on: photos.taken_on.as_deref(), taken_at: &photos.taken_at, withheld: None }).await
}
