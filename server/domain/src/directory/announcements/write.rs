//! An administrator drafts an announcement, and changes it. What was published and is changed is changed for everyone
//! at once, which the public ledger records.

use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementInput, StageInput};
use vocabulary::{Fault, Problems};

use super::{Announcement, at_desk};
use crate::accounts::Actor;
use crate::db::Tx;
use crate::directory::import::slug_of;
use crate::directory::units;
use crate::error::{Error, Refusal, Result};
use crate::ids::{AnnouncementId, PositionId, UnitId, short_code};
use crate::ledger;
use crate::notifications::news;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// Keeps a draft and returns the slug of its address; a repeated send of the same form is the same draft.
///
/// # Errors
/// [`Error::Invalid`] when the unit is not this actor's or the post is not there; [`Error::NotFound`] for whoever
/// administers nothing here.
pub async fn draft(portal: &Portal, actor: &Actor, government: &str, form_key: &str, input: &AnnouncementInput) -> Result<String> {
    let repeat = sha256(&[b"announcement", actor.account.0.as_bytes(), form_key.as_bytes()]).to_vec();
    let mut tx = portal.db.begin().await?;
    let (unit, position) = find(&mut tx, actor, government, input).await?;
    let id = AnnouncementId(portal.new_id());
    for slug in slugs(portal, &input.title) {
        let written = on!(&mut tx, conn => sqlx::query(
            "insert into announcement (id, government, unit_id, slug, repeat_hash, kind, title, summary, body, position_id, criteria, shown_from, shown_until, created_by, changed_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing")
            .bind(id).bind(government).bind(unit).bind(&slug).bind(&repeat).bind(input.kind.as_str()).bind(&input.title).bind(&input.summary).bind(&input.body).bind(position).bind(&input.criteria)
            .bind(&input.shown_from).bind(&input.shown_until).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
        if written == 1 {
            insert_stages(&mut tx, id, &input.stages).await?;
            tx.commit().await?;
            return Ok(slug);
        }
        let before: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select slug from announcement where repeat_hash = $1").bind(&repeat).fetch_optional(conn).await?);
        if let Some(slug) = before {
            return Ok(slug);
        }
    }
    Err(Error::Broken("no free slug was found".into()))
}

/// Changes it, if it is still the version that was opened.
///
/// # Errors
/// [`Error::Invalid`] as [`draft`], and on the field `versi` when someone else was first; [`Refusal::AlreadyDone`] once
/// it is withdrawn; [`Error::NotFound`] for whoever does not administer its unit.
pub async fn change(portal: &Portal, actor: &Actor, government: &str, slug: &str, version: i64, input: &AnnouncementInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let before = locked(&mut tx, actor, government, slug, version).await?;
    if before.kind != input.kind {
        return Err(Refusal::WrongStep.into());
    }
    let (unit, position) = find(&mut tx, actor, government, input).await?;
    on!(&mut tx, conn => sqlx::query(
        "update announcement set unit_id = $2, title = $3, summary = $4, body = $5, position_id = $6, criteria = $7, shown_from = $8, shown_until = $9, changed_at = $10, version = version + 1 where id = $1")
        .bind(before.id).bind(unit).bind(&input.title).bind(&input.summary).bind(&input.body).bind(position).bind(&input.criteria).bind(&input.shown_from).bind(&input.shown_until).bind(portal.now())
        .execute(conn).await?.rows_affected());
    on!(&mut tx, conn => sqlx::query("delete from announcement_stage where announcement_id = $1").bind(before.id).execute(conn).await?.rows_affected());
    insert_stages(&mut tx, before.id, &input.stages).await?;
    if before.published_at.is_some() {
        let content = (&input.title, &input.summary, &input.body, &input.criteria);
        ledger::append(portal, &mut tx, ledger::Entry { government, kind: "announcement-changed", subject: slug, by_reporter: false, content: &content }).await?;
        news::announcement(portal, &mut tx, before.id, news::Announced::Changed).await?;
    }
    tx.commit().await
}

/// The announcement at this actor's desk, held until the transaction ends, if it is still this version and not withdrawn.
pub(super) async fn locked(tx: &mut Tx, actor: &Actor, government: &str, slug: &str, version: i64) -> Result<Announcement> {
    on!(tx, conn => sqlx::query("update announcement set version = version where government = $1 and slug = $2").bind(government).bind(slug).execute(conn).await?.rows_affected());
    let found = at_desk(tx, actor, government, slug).await?;
    if found.withdrawn_at.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    if found.version == version { Ok(found) } else { Err(wrong("versi", Fault::ChangedMeanwhile)) }
}

pub(super) fn wrong(field: &'static str, fault: Fault) -> Error {
    let mut problems = Problems::default();
    problems.add(field, fault);
    Error::Invalid(problems)
}

/// The unit in whose name, and the post that is open.
async fn find(tx: &mut Tx, actor: &Actor, government: &str, input: &AnnouncementInput) -> Result<(UnitId, Option<PositionId>)> {
    let scope = actor.scope(tx, Role::Administrator, government).await?;
    let unit = match units::named(tx, government, &input.unit).await {
        Ok((unit, _)) if scope.units.contains(&unit) => unit,
        Ok(_) | Err(Error::NotFound) => return Err(wrong("unit-pengumum", Fault::UnknownChoice)),
        Err(e) => return Err(e),
    };
    let Some(slug) = &input.position else { return Ok((unit, None)) };
    let position: Option<PositionId> =
        on!(tx, conn => sqlx::query_scalar("select id from position where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?);
    position.map(|p| (unit, Some(p))).ok_or_else(|| wrong("jabatan", Fault::UnknownChoice))
}

async fn insert_stages(tx: &mut Tx, announcement: AnnouncementId, stages: &[StageInput]) -> Result<()> {
    for (number, stage) in stages.iter().enumerate() {
        on!(tx, conn => sqlx::query("insert into announcement_stage (announcement_id, number, name, starts_on, ends_on, note) values ($1, $2, $3, $4, $5, $6)")
            .bind(announcement).bind(number as i64 + 1).bind(&stage.name).bind(&stage.starts_on).bind(&stage.ends_on).bind(&stage.note).execute(conn).await?.rows_affected());
    }
    Ok(())
}

/// Addresses to try: the title's, with a number, at last with letters drawn by chance. `baru` is the address of the
/// empty form.
fn slugs(portal: &Portal, title: &str) -> Vec<String> {
    let base = match slug_of(title) {
        short if short.is_empty() || short == "baru" => "pengumuman".to_owned(),
        // Cut at a word: addresses are read aloud.
        long if long.len() > 80 => long[..80].rsplit_once('-').map_or(&long[..80], |(words, _)| words).to_owned(),
        fitting => fitting,
    };
    let drawn = format!("{base}-{}", short_code(&base, portal.chance.number(), 8).to_lowercase());
    std::iter::once(base.clone()).chain((2..10).map(|n| format!("{base}-{n}"))).chain([drawn]).collect()
}
