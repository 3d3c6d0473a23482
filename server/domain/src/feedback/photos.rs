//! A photo of a case, for whoever may see it: the right is asked on every request.

use bytes::Bytes;
use vocabulary::receipt::Receipt;

use super::case::staff_case;
use super::track::track;
use crate::accounts::Actor;
use crate::error::{Error, Result};
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
    let file: Option<String> =
        on!(&mut conn, c => sqlx::query_scalar("select file from feedback_photo where case_id = $1 and number = $2").bind(case).bind(number).fetch_optional(c).await?);
    drop(conn);
    portal.files.read(&file.ok_or(Error::NotFound)?).await
}
