//! A report that waited on a phone for a network. Its words came by `send`; its photos come after it, one by one. The
//! form's key says which report, a number says which photo: both may be said any number of times, by any number of phones.

use vocabulary::feedback::{ByRole, PHOTOS_MOST, Status, StepKind};
use vocabulary::receipt::Receipt;
use vocabulary::{Fault, Problems};

use super::case::case_of_receipt;
use super::photos::{OfPhotos, insert_photo};
use super::said::UNCHECKED;
use super::send::repeat_hash;
use super::steps::{NewStep, record};
use crate::db::Linked;
use crate::error::{Error, Refusal, Result};
use crate::files::Photo;
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// What is here of a report.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub reference: String,
    pub receipt: Receipt,
    /// Numbers of the reporter's photos.
    pub photos: Vec<i64>,
}

/// What is here of the report that this form's key made in this government; none where nothing has come.
///
/// # Errors
/// The database's.
pub async fn arrived(portal: &Portal, government: &str, key: &str) -> Result<Option<Arrived>> {
    let mut conn = portal.db.read().await?;
    let Some((case, reference)) = find(&mut conn, government, key).await? else { return Ok(None) };
    let photos =
        on!(&mut conn, c => sqlx::query_scalar("select number from feedback_photo where case_id = $1 and step_number is null order by number").bind(case).fetch_all(c).await?);
    Ok(Some(Arrived { reference, receipt: portal.secrets.receipt(key), photos }))
}

pub(super) async fn find(linked: &mut impl Linked, government: &str, key: &str) -> Result<Option<(CaseId, String)>> {
    Ok(
        on!(linked, c => sqlx::query_as("select id, reference from feedback_case where government = $1 and repeat_hash = $2").bind(government).bind(repeat_hash(key)).fetch_optional(c).await?),
    )
}

fn too_many() -> Error {
    let mut problems = Problems::default();
    problems.add("foto", Fault::TooManyFiles { most: PHOTOS_MOST });
    Error::Invalid(problems)
}

/// Whether a report can have a photo of this number.
pub(super) fn is_photo_number(number: i64) -> Result<()> {
    if (1..=i64::try_from(PHOTOS_MOST).unwrap_or_default()).contains(&number) { Ok(()) } else { Err(too_many()) }
}

/// Adds a kept photo to the report. What arrived before, by its number or as the same picture, is not added again.
///
/// # Errors
/// [`Error::NotFound`] before its words have come; a problem of `foto` for a number beyond the most; [`Refusal::WrongStep`]
/// when the report has ended.
pub async fn bring_photo(portal: &Portal, government: &str, key: &str, number: i64, photo: &Photo) -> Result<Arrived> {
    is_photo_number(number)?;
    // Of when the reporter's phone was here only the hour is kept, in everything that comes of it.
    let hour = portal.to_the_hour();
    let mut tx = portal.db.begin().await?;
    let (case, _) = find(&mut tx, government, key).await?.ok_or(Error::NotFound)?;
    // Locks the case on PostgreSQL: two phones are one after the other.
    let case = case_of_receipt(&mut tx, case).await?;
    let there: Vec<(i64, String, Option<i64>)> =
        on!(&mut tx, c => sqlx::query_as("select number, file, step_number from feedback_photo where case_id = $1").bind(case.id).fetch_all(c).await?);
    let of_reporter = || there.iter().filter(|(_, _, step)| step.is_none());
    if !of_reporter().any(|(n, file, _)| *n == number || *file == photo.file) {
        if !case.status.is_open() {
            return Err(Refusal::WrongStep.into());
        }
        if of_reporter().count() >= PHOTOS_MOST {
            return Err(too_many());
        }
        // An answer's photos may have taken the number meanwhile; the same picture is known by its file then. Its number is none
        // that a phone may still bring another photo under.
        let most = i64::try_from(PHOTOS_MOST).unwrap_or_default();
        let free = if there.iter().any(|(n, ..)| *n == number) { there.iter().map(|(n, ..)| *n).max().unwrap_or_default().max(most) + 1 } else { number };
        // No verifier would look at it any more.
        let withheld = (!matches!(case.status, Status::Submitted | Status::NeedsInfo)).then(|| (hour.now(), UNCHECKED));
        insert_photo(&mut tx, case.id, free, photo, &OfPhotos { withheld, ..OfPhotos::default() }).await?;
        on!(&mut tx, c => sqlx::query("update feedback_case set photo_count = photo_count + 1 where id = $1").bind(case.id).execute(c).await?.rows_affected());
        // A step, so that a form which was drawn before it came does not accept what its reader has not seen.
        record(&hour, &mut tx, case.id, NewStep { kind: StepKind::PhotoAdded, by: ByRole::Reporter, ..NewStep::default() }).await?;
        let entry = ledger::Entry { government, kind: "feedback-photo-added", subject: &case.reference, by_reporter: true, content: &(free, &photo.file) };
        ledger::append(&hour, &mut tx, entry).await?;
    } else if of_reporter().any(|(_, file, _)| *file == photo.file) {
        // It is here and waits for no form.
        on!(&mut tx, c => sqlx::query("delete from feedback_photo_waiting where file = $1").bind(&photo.file).execute(c).await?.rows_affected());
    }
    on!(&mut tx, c => sqlx::query("delete from feedback_photo_piece where case_id = $1 and number = $2").bind(case.id).bind(number).execute(c).await?.rows_affected());
    tx.commit().await?;
    arrived(portal, government, key).await?.ok_or(Error::NotFound)
}
