//! A service: its names, who gives it and which posts do which part; or a new one. Its promise is the standard's.

use vocabulary::directory::{ChangeAction, LifeEvent, ServicePart, SubjectKind};
use vocabulary::{Fault, Problems, text};

use super::{Fields, LIST, NAME, PARAGRAPH, address, chosen, lines, pair, why};
use crate::db::{Linked, Tx};
use crate::directory::changes::{After, NewChange};
use crate::directory::gate::Gate;
use crate::directory::governments::Government;
use crate::directory::history::{self, PartContent, ServiceContent};
use crate::directory::{services, units};
use crate::error::{Error, Refusal, Result};
use crate::ids::{PositionId, ServiceId};
use crate::on;
use crate::portal::Portal;

/// The fields of its form, in order.
pub const FIELDS: &[&str] = &["nama", "nama_en", "nama_pendek", "ringkasan", "peristiwa", "kata_kunci", "unit", "oleh", "pelaksana"];

/// The kinds of units each of which may give a service.
pub const GIVEN_BY: &[&str] = &["kecamatan", "kelurahan"];

/// The form as it is before anything is typed.
///
/// # Errors
/// The database's.
pub async fn fields(linked: &mut impl Linked, content: &ServiceContent) -> Result<Fields> {
    let unit: Option<String> = match content.unit {
        Some(unit) => on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(unit).fetch_optional(conn).await?),
        None => None,
    };
    let mut parts = Vec::new();
    for part in &content.parts {
        let slug: Option<String> = on!(linked, conn => sqlx::query_scalar("select slug from position where id = $1").bind(part.position).fetch_optional(conn).await?);
        parts.push(format!("{} | {}", slug.unwrap_or_default(), part.part));
    }
    let c = content;
    Ok([
        ("nama", c.name.clone()),
        ("nama_en", c.name_en.clone()),
        ("nama_pendek", c.short_name.clone()),
        ("ringkasan", c.summary.clone()),
        ("peristiwa", c.life_event.to_string()),
        ("kata_kunci", c.keywords.clone()),
        ("unit", unit.unwrap_or_default()),
        ("oleh", c.served_by_kind.clone().unwrap_or_default()),
        ("pelaksana", parts.join("\n")),
    ]
    .into_iter()
    .collect())
}

/// The change that a form asks for: of the service of this address, or a new one.
///
/// # Errors
/// Every problem of the form at once; [`Error::NotFound`] without such a service.
pub async fn change(portal: &Portal, linked: &mut impl Linked, government: &Government, slug: Option<&str>, fields: &Fields) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    let subject: Option<ServiceId> = match slug {
        Some(slug) => Some(services::show(linked, Gate::inside(), &government.slug, slug).await?.id),
        None => None,
    };
    let new_slug = match slug {
        Some(slug) => Some(slug.to_owned()),
        None => problems.take("alamat_halaman", address(fields.get("alamat_halaman"))),
    };
    if let (None, Some(new_slug)) = (slug, &new_slug) {
        let taken: i64 = on!(linked, conn => sqlx::query_scalar("select count(*) from service where government = $1 and slug = $2").bind(&government.slug).bind(new_slug).fetch_one(conn).await?);
        if taken > 0 {
            problems.add("alamat_halaman", Fault::AddressTaken);
        }
    }
    let content = content(linked, government, fields, &mut problems).await?;
    let (Some(reasons), Some(content), Some(slug_now)) = (reasons, content, new_slug) else { return Err(problems.into()) };
    let before = match subject {
        Some(service) => history::on_day::<ServiceContent>(linked, service.0, &reasons.from).await?.map(|v| v.content),
        None => None,
    };
    if subject.is_some() && before.is_none() {
        problems.add("mulai", Fault::BeforeItExisted);
    }
    if before.as_ref() == Some(&content) {
        problems.add("nama", Fault::NothingChanged);
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    // A service that every ward gives is the whole government's.
    let unit = match before.as_ref().and_then(|b| b.unit).or(content.unit) {
        Some(unit) => unit,
        None => units::named(linked, &government.slug, "pemerintah").await?.0,
    };
    Ok(vec![NewChange {
        kind: SubjectKind::Service,
        action: if subject.is_some() { ChangeAction::Alter } else { ChangeAction::Add },
        subject: subject.map_or_else(|| portal.new_id(), |s| s.0),
        slug: slug_now,
        title: content.short_name.clone(),
        unit,
        valid_from: reasons.from,
        before: before.as_ref().map(|c| serde_json::json!(c)),
        after: After::Service(content),
        reason: reasons.reason,
        decree: reasons.decree,
        four_eyes: false,
    }])
}

async fn content(linked: &mut impl Linked, government: &Government, fields: &Fields, problems: &mut Problems) -> Result<Option<ServiceContent>> {
    let name = problems.take("nama", text::line(fields.get("nama"), 3, NAME));
    let name_en = problems.take("nama_en", text::line(fields.get("nama_en"), 0, NAME));
    let short_name = problems.take("nama_pendek", text::line(fields.get("nama_pendek"), 2, 80));
    let summary = problems.take("ringkasan", text::paragraphs(fields.get("ringkasan"), 0, PARAGRAPH));
    let life_event = problems.take("peristiwa", chosen(fields.get("peristiwa"), LifeEvent::parse));
    let keywords = problems.take("kata_kunci", text::line(fields.get("kata_kunci"), 0, 400));
    let (unit, kind) = (fields.get("unit").trim(), fields.get("oleh").trim());
    let served_by_kind = (!kind.is_empty()).then(|| kind.to_owned());
    if served_by_kind.is_some() && !GIVEN_BY.contains(&kind) {
        problems.add("oleh", Fault::UnknownChoice);
    }
    let unit = if unit.is_empty() {
        if served_by_kind.is_none() {
            problems.add("unit", Fault::Missing);
        }
        None
    } else if served_by_kind.is_some() {
        problems.add("oleh", Fault::Ambiguous);
        None
    } else {
        match units::named(linked, &government.slug, unit).await {
            Ok((unit, _)) => Some(unit),
            Err(Error::NotFound) => {
                problems.add("unit", Fault::UnknownChoice);
                None
            }
            Err(other) => return Err(other),
        }
    };
    let mut parts: Vec<PartContent> = Vec::new();
    for line in problems.take("pelaksana", lines(fields.get("pelaksana"), LIST)).unwrap_or_default().lines() {
        let (slug, part) = pair(line);
        let position: Option<PositionId> =
            on!(linked, conn => sqlx::query_scalar("select id from position where government = $1 and slug = $2").bind(&government.slug).bind(slug).fetch_optional(conn).await?);
        match (position, part.and_then(ServicePart::parse)) {
            (Some(position), Some(part)) if parts.iter().all(|p| p.position != position) => parts.push(PartContent { position, part }),
            _ => problems.add("pelaksana", Fault::UnknownChoice),
        }
    }
    parts.sort_by_key(|p| p.position);
    let all = (|| {
        Some(ServiceContent {
            name: name?,
            name_en: name_en?,
            short_name: short_name?,
            summary: summary?,
            life_event: life_event?,
            keywords: keywords?,
            unit,
            served_by_kind,
            parts,
        })
    })();
    Ok(all)
}

/// Writes the row of a new service; its version follows.
pub(in crate::directory) async fn insert(tx: &mut Tx, government: &str, change: &NewChange, c: &ServiceContent) -> Result<()> {
    let inserted = on!(tx, conn => sqlx::query(
        "insert into service (id, government, slug, import_key, unit_id, served_by_kind, name, name_en, short_name, summary, life_event, valid_from) values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         on conflict (government, slug) do nothing")
        .bind(change.subject).bind(government).bind(&change.slug).bind(c.unit).bind(&c.served_by_kind).bind(&c.name).bind(&c.name_en).bind(&c.short_name).bind(&c.summary).bind(c.life_event.as_str()).bind(&change.valid_from)
        .execute(conn).await?.rows_affected());
    if inserted == 1 { Ok(()) } else { Err(Refusal::ChangedMeanwhile.into()) }
}
