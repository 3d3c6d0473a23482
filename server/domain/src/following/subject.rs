//! What is followed: found by its address, and named again for lists. Only what everybody may read.

use uuid::Uuid;
use vocabulary::following::{Followed, Wanted};

use crate::db::Linked;
use crate::directory::areas::area_in;
use crate::directory::gate::Gate;
use crate::directory::{Government, services, units};
use crate::error::{Error, Result};
use crate::notifications::news::{own_report, subject};
use crate::on;

/// Where a reporter reads about their own case: a receipt opens it, and nothing that stands in a letter.
pub(super) const OWN_CASE: &str = "/lacak";

/// Something with a public page.
#[derive(Debug, Clone)]
pub struct Subject {
    /// As rows say it.
    pub key: String,
    pub kind: Followed,
    pub government: String,
    pub title: String,
    /// Its address, without the host.
    pub path: String,
}

/// # Errors
/// [`Error::NotFound`] for what this government does not have, or does not show to everybody.
pub async fn find(linked: &mut impl Linked, gate: &Gate, government: &Government, wanted: &Wanted) -> Result<Subject> {
    let (gov, name) = (government.slug.as_str(), wanted.name.as_str());
    let (key, title, path) = match wanted.kind {
        Followed::Unit => {
            let (id, title) = units::named(linked, gov, name).await?;
            (id.to_string(), title, format!("/{gov}/unit/{name}"))
        }
        Followed::Service => {
            let service = services::show(linked, gate, gov, name).await?;
            (service.id.to_string(), service.short_name, format!("/{gov}/layanan/{name}"))
        }
        Followed::Case => {
            let found: Option<(Uuid, String)> = on!(linked, conn => sqlx::query_as(
                "select id, title from feedback_case where government = $1 and reference = $2 and published_at is not null and public_text is not null and protection <> 'rahasia' and kind <> 'penyimpangan'")
                .bind(gov).bind(name).fetch_optional(conn).await?);
            let (id, title) = found.ok_or(Error::NotFound)?;
            (id.to_string(), title, format!("/{gov}/laporan/{name}"))
        }
        Followed::Topic => {
            let found: Option<(Uuid, String)> = on!(linked, conn => sqlx::query_as(
                "select t.id, t.title from topic t where t.government = $1 and t.code = $2 and not exists (select 1 from moderation_act m where m.subject_id = t.id)")
                .bind(gov).bind(name).fetch_optional(conn).await?);
            let (id, title) = found.ok_or(Error::NotFound)?;
            (id.to_string(), title, format!("/{gov}/forum/topik/{name}"))
        }
        Followed::Area => {
            let area = area_in(linked, &government.area_code, name).await?.ok_or(Error::NotFound)?;
            (area.code, area.name, format!("/{gov}/layanan?wilayah={name}"))
        }
    };
    Ok(Subject { key: subject(wanted.kind, key), kind: wanted.kind, government: gov.to_owned(), title, path })
}

/// What a row names; none for what is no longer shown to everybody. Of a reporter's own case only the number.
pub(super) async fn named(linked: &mut impl Linked, key: &str) -> Result<Option<Subject>> {
    if let Some(report) = own_report(key) {
        let found: Option<(String, String)> =
            on!(linked, conn => sqlx::query_as("select government, reference from feedback_case where id = $1").bind(report).fetch_optional(conn).await?);
        return Ok(found.map(|(government, title)| Subject { key: key.to_owned(), kind: Followed::Case, government, title, path: OWN_CASE.into() }));
    }
    let Some((kind, name)) = key.split_once(':').and_then(|(kind, name)| Some((Followed::parse(kind)?, name))) else { return Ok(None) };
    let id = Uuid::parse_str(name).unwrap_or_default();
    let found: Option<(String, String, String)> = match kind {
        Followed::Unit => on!(linked, conn => sqlx::query_as("select government, name, slug from unit where id = $1").bind(id).fetch_optional(conn).await?),
        Followed::Service => on!(linked, conn => sqlx::query_as("select government, short_name, slug from service where id = $1").bind(id).fetch_optional(conn).await?),
        Followed::Case => on!(linked, conn => sqlx::query_as(
            "select c.government, c.title, c.reference from feedback_case c where c.id = coalesce((select p.merged_into_id from feedback_case p where p.id = $1), $1) and c.published_at is not null and c.public_text is not null and c.protection <> 'rahasia' and c.kind <> 'penyimpangan'")
            .bind(id).fetch_optional(conn).await?),
        Followed::Topic => on!(linked, conn => sqlx::query_as(
            "select t.government, t.title, t.code from topic t where t.id = $1 and not exists (select 1 from moderation_act m where m.subject_id = t.id)").bind(id).fetch_optional(conn).await?),
        Followed::Area => on!(linked, conn => sqlx::query_as(
            "select g.slug, a.name, a.code from area a join government g on a.code = g.area_code or a.parent_code = g.area_code or exists (select 1 from area p where p.code = a.parent_code and p.parent_code = g.area_code) where a.code = $1")
            .bind(name).fetch_optional(conn).await?),
    };
    Ok(found.map(|(government, title, name)| {
        let path = match kind {
            Followed::Unit => format!("/{government}/unit/{name}"),
            Followed::Service => format!("/{government}/layanan/{name}"),
            Followed::Case => format!("/{government}/laporan/{name}"),
            Followed::Topic => format!("/{government}/forum/topik/{name}"),
            Followed::Area => format!("/{government}/layanan?wilayah={name}"),
        };
        Subject { key: key.to_owned(), kind, government, title, path }
    }))
}
