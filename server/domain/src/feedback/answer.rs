//! The unit answers: an outcome and the words. The reporter then says whether it is solved.

use vocabulary::feedback::{AnswerInput, PhotosInput, Status, StepKind};

use super::case::{Desk, StaffCase, case_at_desk};
use super::experience::count_answer;
use super::photos::{OfPhotos, add_photos, kept_photos};
use super::progress::role_at;
use super::send::Identity;
use super::steps::{NewStep, last_step, record};
use crate::accounts::Actor;
use crate::db::Tx;
use crate::error::Result;
use crate::ledger;
use crate::notifications::{Mail, promise_mail};
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`crate::Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a handler of the unit.
pub async fn answer(portal: &Portal, actor: &Actor, reference: &str, input: &AnswerInput) -> Result<()> {
    answer_with_photos(portal, actor, reference, input, &PhotosInput::default()).await
}

/// The same, with photos of what was done; they are as public as the answer.
///
/// # Errors
/// As [`answer`]; [`crate::Error::Invalid`] for a photo that is not there.
pub async fn answer_with_photos(portal: &Portal, actor: &Actor, reference: &str, input: &AnswerInput, photos: &PhotosInput) -> Result<()> {
    let kept = kept_photos(portal, &photos.files).await?;
    let mut tx = portal.db.begin().await?;
    let (case, desk) = case_at_desk(&mut tx, actor, reference, &[Desk::Handler, Desk::Inspector]).await?;
    case.must_be(&[Status::Assigned, Status::InProgress, Status::Disputed])?;
    on!(&mut tx, conn => sqlx::query("update feedback_case set status = $2, outcome = $3, answered_at = $4 where id = $1")
        .bind(case.id).bind(Status::Responded.as_str()).bind(input.outcome.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
    count_answer(&mut tx, &case, portal.now()).await?;
    let step = NewStep {
        kind: StepKind::Answered,
        by: role_at(desk),
        account: Some(actor.account),
        unit: case.handling_unit_id,
        note: &input.note,
        outcome: Some(input.outcome),
        ..NewStep::default()
    };
    record(portal, &mut tx, case.id, step).await?;
    let number = last_step(&mut tx, case.id).await?;
    add_photos(&mut tx, case.id, &kept, &OfPhotos { step: Some(number), taken_on: photos.taken_on.as_deref(), taken_at: &photos.taken_at }).await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-answered", subject: &case.reference, by_reporter: false, content: &(input.outcome.as_str(), &input.note) },
    )
    .await?;
    write_to_reporter(portal, &mut tx, &case).await?;
    tx.commit().await
}

/// Tells a reporter who left an address that there is an answer; the mail holds the reference and nothing of the case.
async fn write_to_reporter(portal: &Portal, tx: &mut Tx, case: &StaffCase) -> Result<()> {
    let sealed: Option<Vec<u8>> = on!(tx, conn => sqlx::query_scalar("select sealed from feedback_identity where case_id = $1").bind(case.id).fetch_optional(conn).await?);
    let Some(sealed) = sealed else { return Ok(()) };
    let identity: Identity = serde_json::from_str(&portal.secrets.unseal(&sealed)?).map_err(|e| crate::Error::Broken(e.to_string()))?;
    if let Some(to) = identity.email {
        let mail = Mail { to, language: identity.language, key: "mail-feedback-answered".into(), args: vec![("reference".into(), case.reference.clone())] };
        promise_mail(portal, tx, &mail).await?;
    }
    Ok(())
}
