//! A photo of a case, for whoever may see it: the right is asked on every request.

use bytes::Bytes;
use vocabulary::receipt::Receipt;
use vocabulary::{Fault, Problems};

use super::case::staff_case;
use super::photo_alike::parts;
use super::track::track;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::files::Photo;
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// By what right someone looks.
pub enum Viewer<'a> {
    /// Anyone, of a published case.
    Public,
    Staff(&'a Actor),
    Reporter(&'a Receipt),
}

/// # Errors
/// [`Error::NotFound`] for what is not there or may not be seen.
pub async fn photo(portal: &Portal, government: &str, reference: &str, number: i64, viewer: Viewer<'_>) -> Result<Bytes> {
    let mut conn = portal.db.read().await?;
    // What is withheld is withheld from everyone but those who work on the case and who sent it.
    let inside = !matches!(viewer, Viewer::Public);
    let case: CaseId = match viewer {
        Viewer::Public => {
            let id: Option<CaseId> = on!(&mut conn, c => sqlx::query_scalar("select id from feedback_case where government = $1 and reference = $2 and published_at is not null").bind(government).bind(reference).fetch_optional(c).await?);
            id.ok_or(Error::NotFound)?
        }
        Viewer::Staff(actor) => {
            let (case, _) = staff_case(&mut conn, actor, reference).await?;
            if case.government != government {
                return Err(Error::NotFound);
            }
            case.id
        }
        Viewer::Reporter(receipt) => {
            let case = track(portal, receipt).await?;
            if case.government != government || case.reference != reference {
                return Err(Error::NotFound);
            }
            case.id
        }
    };
    let file: Option<String> = on!(&mut conn, c => sqlx::query_scalar("select file from feedback_photo where case_id = $1 and number = $2 and ($3 or withheld_at is null)")
        .bind(case).bind(number).bind(inside).fetch_optional(c).await?);
    drop(conn);
    portal.files.read(&file.ok_or(Error::NotFound)?).await
}

/// A photo of a case, without the photo.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CasePhoto {
    pub number: i64,
    /// The step it belongs to; none of what the reporter sent.
    pub step_number: Option<i64>,
    /// With the report, or with what its sender did later.
    pub by_reporter: bool,
    /// Day and place as the uploader says.
    pub taken_on: Option<String>,
    pub taken_at: String,
    pub withheld_reason: Option<String>,
}

/// Every photo of a case in order, withheld ones too: the caller shows those only to whom [`photo`] gives them.
///
/// # Errors
/// The database's.
pub async fn photos_of(linked: &mut impl Linked, case: CaseId) -> Result<Vec<CasePhoto>> {
    Ok(on!(linked, c => sqlx::query_as(
            "select p.number, p.step_number, s.number is null or s.by_role = 'reporter' as by_reporter, p.taken_on, p.taken_at, p.withheld_reason from feedback_photo p left join feedback_step s on s.case_id = p.case_id and s.number = p.step_number \
             where p.case_id = $1 order by p.number").bind(case).fetch_all(c).await?))
}

/// What photos belong to and what their uploader says of them.
#[derive(Default)]
pub(super) struct OfPhotos<'a> {
    pub step: Option<i64>,
    pub taken_on: Option<&'a str>,
    pub taken_at: &'a str,
    /// Since when and why not everyone sees them.
    pub withheld: Option<(Millis, &'a str)>,
}

/// The kept files of these names, decoded for their fingerprints; before the transaction, for it is slow.
pub(super) async fn kept_photos(portal: &Portal, files: &[String]) -> Result<Vec<Photo>> {
    let mut photos = Vec::new();
    for file in files {
        match portal.files.describe(file).await {
            Ok(photo) => photos.push(photo),
            Err(Error::NotFound) => {
                let mut problems = Problems::default();
                problems.add("foto", Fault::FileBroken);
                return Err(Error::Invalid(problems));
            }
            Err(e) => return Err(e),
        }
    }
    Ok(photos)
}

/// Gives a case its photos, after those it has; they wait no longer.
pub(super) async fn add_photos(tx: &mut Tx, case: CaseId, photos: &[Photo], of: &OfPhotos<'_>) -> Result<()> {
    for photo in photos {
        let number: i64 = on!(tx, conn => sqlx::query_scalar("select coalesce(max(number), 0) + 1 from feedback_photo where case_id = $1").bind(case).fetch_one(conn).await?);
        insert_photo(tx, case, number, photo, of).await?;
    }
    Ok(())
}

/// Gives a case one photo under a number that is free; it waits no longer.
pub(super) async fn insert_photo(tx: &mut Tx, case: CaseId, number: i64, photo: &Photo, of: &OfPhotos<'_>) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into feedback_photo (case_id, number, file, width, height, step_number, taken_on, taken_at, fingerprint, withheld_at, withheld_reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        .bind(case).bind(number).bind(&photo.file).bind(i64::from(photo.width)).bind(i64::from(photo.height)).bind(of.step).bind(of.taken_on).bind(of.taken_at)
        .bind(photo.fingerprint.map(u64::cast_signed)).bind(of.withheld.map(|w| w.0)).bind(of.withheld.map(|w| w.1)).execute(conn).await?.rows_affected());
    for part in photo.fingerprint.map(parts).into_iter().flatten() {
        on!(tx, conn => sqlx::query("insert into feedback_photo_part (part, case_id, number) values ($1, $2, $3)").bind(part).bind(case).bind(number).execute(conn).await?.rows_affected());
    }
    on!(tx, conn => sqlx::query("delete from feedback_photo_waiting where file = $1").bind(&photo.file).execute(conn).await?.rows_affected());
    Ok(())
}
