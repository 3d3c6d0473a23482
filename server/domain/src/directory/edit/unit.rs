//! A unit: named anew, moved, described; or a new one.

use vocabulary::directory::{ChangeAction, SubjectKind, UnitKind};
use vocabulary::{Fault, Problems, text};

use super::{Fields, NAME, PARAGRAPH, address, chosen, why};
use crate::db::{Linked, Tx};
use crate::directory::changes::{After, NewChange};
use crate::directory::governments::Government;
use crate::directory::history::{self, UnitContent};
use crate::error::{Refusal, Result};
use crate::ids::UnitId;
use crate::on;
use crate::portal::Portal;

/// The fields of its form, in order.
pub const FIELDS: &[&str] = &["nama", "nama_en", "jenis", "induk", "wilayah", "melayani", "tentang", "alamat", "telepon", "surel", "jam"];

/// The form as it is before anything is typed.
///
/// # Errors
/// The database's.
pub async fn fields(linked: &mut impl Linked, content: &UnitContent) -> Result<Fields> {
    let parent: Option<String> = match content.parent {
        Some(parent) => on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(parent).fetch_optional(conn).await?),
        None => None,
    };
    let c = content;
    Ok([
        ("nama", c.name.clone()),
        ("nama_en", c.name_en.clone()),
        ("jenis", c.kind.to_string()),
        ("induk", parent.unwrap_or_default()),
        ("wilayah", c.area_code.clone().unwrap_or_default()),
        ("melayani", c.serves.clone()),
        ("tentang", c.about.clone()),
        ("alamat", c.address.clone()),
        ("telepon", c.phone.clone()),
        ("surel", c.email.clone()),
        ("jam", c.hours.clone()),
    ]
    .into_iter()
    .collect())
}

/// The change that a form asks for: of the unit of this address, or a new one.
///
/// # Errors
/// Every problem of the form at once; [`crate::Error::NotFound`] without such a unit.
pub async fn change(portal: &Portal, linked: &mut impl Linked, government: &Government, slug: Option<&str>, fields: &Fields) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    let subject: Option<UnitId> = match slug {
        Some(slug) => Some(crate::directory::units::named(linked, &government.slug, slug).await?.0),
        None => None,
    };
    let new_slug = match slug {
        Some(slug) => Some(slug.to_owned()),
        None => problems.take("alamat_halaman", address(fields.get("alamat_halaman"))),
    };
    if let (None, Some(new_slug)) = (slug, &new_slug) {
        let taken: i64 =
            on!(linked, conn => sqlx::query_scalar("select count(*) from unit where government = $1 and slug = $2").bind(&government.slug).bind(new_slug).fetch_one(conn).await?);
        if taken > 0 {
            problems.add("alamat_halaman", Fault::AddressTaken);
        }
    }
    let content = content(linked, government, fields, &mut problems).await?;
    if let (Some(subject), Some(parent), Some(reasons)) = (subject, content.as_ref().and_then(|c| c.parent), &reasons)
        && stands_under(linked, parent, subject, &reasons.from).await?
    {
        problems.add("induk", Fault::Cycle);
    }
    let (Some(reasons), Some(content), Some(slug_now)) = (reasons, content, new_slug) else { return Err(problems.into()) };
    let before = match subject {
        Some(unit) => history::on_day::<UnitContent>(linked, unit.0, &reasons.from).await?.map(|v| v.content),
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
    let id = subject.map_or_else(|| portal.new_id(), |u| u.0);
    // Who may change a unit administers it; who may make one administers what it stands under.
    let judged_by = subject.or(content.parent).unwrap_or(UnitId(id));
    Ok(vec![NewChange {
        kind: SubjectKind::Unit,
        action: if subject.is_some() { ChangeAction::Alter } else { ChangeAction::Add },
        subject: id,
        slug: slug_now,
        title: content.name.clone(),
        unit: judged_by,
        valid_from: reasons.from,
        before: before.as_ref().map(|c| serde_json::json!(c)),
        after: After::Unit(content),
        reason: reasons.reason,
        decree: reasons.decree,
        four_eyes: false,
    }])
}

async fn content(linked: &mut impl Linked, government: &Government, fields: &Fields, problems: &mut Problems) -> Result<Option<UnitContent>> {
    let name = problems.take("nama", text::line(fields.get("nama"), 3, NAME));
    let name_en = problems.take("nama_en", text::line(fields.get("nama_en"), 0, NAME));
    let kind = problems.take("jenis", chosen(fields.get("jenis"), UnitKind::parse));
    let is_root = kind == Some(UnitKind::Government);
    let parent = fields.get("induk").trim();
    let parent: Option<UnitId> = if parent.is_empty() {
        if !is_root {
            problems.add("induk", Fault::Missing);
        }
        None
    } else {
        let found: Option<UnitId> =
            on!(linked, conn => sqlx::query_scalar("select id from unit where government = $1 and slug = $2").bind(&government.slug).bind(parent).fetch_optional(conn).await?);
        if found.is_none() {
            problems.add("induk", Fault::UnknownChoice);
        }
        found
    };
    let area = fields.get("wilayah").trim();
    let area_code = if area.is_empty() {
        None
    } else {
        let known = crate::directory::areas::area_in(linked, &government.area_code, area).await?.is_some() || area == government.area_code;
        if !known {
            problems.add("wilayah", Fault::UnknownChoice);
        }
        Some(area.to_owned())
    };
    let serves = problems.take("melayani", text::line(fields.get("melayani"), 0, 400));
    let about = problems.take("tentang", text::paragraphs(fields.get("tentang"), 0, PARAGRAPH));
    let address = problems.take("alamat", text::line(fields.get("alamat"), 0, 400));
    let phone = problems.take("telepon", text::line(fields.get("telepon"), 0, 60));
    let email = problems.take(
        "surel",
        if fields.get("surel").trim().is_empty() { Ok(String::new()) } else { vocabulary::accounts::Email::parse(fields.get("surel")).map(|e| e.as_str().to_owned()) },
    );
    let hours = problems.take("jam", text::line(fields.get("jam"), 0, 200));
    let all = (|| {
        Some(UnitContent {
            name: name?,
            name_en: name_en?,
            kind: kind?,
            parent,
            area_code,
            serves: serves?,
            about: about?,
            address: address?,
            phone: phone?,
            email: email?,
            hours: hours?,
        })
    })();
    Ok(all)
}

/// Whether on a day a unit stands under another, through however many others, or is it.
async fn stands_under(linked: &mut impl Linked, unit: UnitId, above: UnitId, day: &str) -> Result<bool> {
    let mut way = vec![unit];
    while let Some(unit) = way.last().copied() {
        if unit == above {
            return Ok(true);
        }
        match history::on_day::<UnitContent>(linked, unit.0, day).await?.and_then(|v| v.content.parent).filter(|p| !way.contains(p)) {
            Some(parent) => way.push(parent),
            None => break,
        }
    }
    Ok(false)
}

/// Writes the row of a new unit; its version follows.
pub(in crate::directory) async fn insert(tx: &mut Tx, government: &str, change: &NewChange, c: &UnitContent) -> Result<()> {
    let inserted = on!(tx, conn => sqlx::query(
        "insert into unit (id, government, slug, parent_id, kind, agency_key, name, name_en, area_code, valid_from) values ($1, $2, $3, $4, $5, $3, $6, $7, $8, $9) on conflict (government, slug) do nothing")
        .bind(change.subject).bind(government).bind(&change.slug).bind(c.parent).bind(c.kind.as_str()).bind(&c.name).bind(&c.name_en).bind(&c.area_code).bind(&change.valid_from)
        .execute(conn).await?.rows_affected());
    if inserted == 1 { Ok(()) } else { Err(Refusal::ChangedMeanwhile.into()) }
}

/// A unit ends only when nothing belongs to it any more from that day on: posts, units and services are moved or ended
/// first, so that nothing is lost with it.
///
/// # Errors
/// [`Refusal::StillHoldsOthers`].
pub(in crate::directory) async fn may_end(linked: &mut impl Linked, unit: UnitId, from: &str) -> Result<()> {
    let held: i64 = on!(linked, conn => sqlx::query_scalar("select count(*) from directory_version where unit_id = $1 and (valid_to is null or valid_to >= $2)").bind(unit).bind(from).fetch_one(conn).await?);
    if held == 0 { Ok(()) } else { Err(Refusal::StillHoldsOthers.into()) }
}
