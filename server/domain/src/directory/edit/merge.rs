//! Merging units: what belongs to one or more goes over to another from a day on, and they end. One act, one reason,
//! one decree; every post, unit and service that moves has its own entry in the history.

use vocabulary::directory::{ChangeAction, SubjectKind};
use vocabulary::{Fault, Problems};

use super::{Fields, why};
use crate::db::Linked;
use crate::directory::changes::{After, NewChange};
use crate::directory::governments::Government;
use crate::directory::history::{self, PositionContent, ServiceContent, UnitContent};
use crate::directory::units;
use crate::error::{Error, Result};
use crate::ids::UnitId;
use crate::on;

/// The changes that a form of merging asks for: `unit` are the addresses of those that end, `tujuan` of the one that
/// goes on. In that order, so that nothing is left when a unit ends.
///
/// # Errors
/// Every problem of the form.
pub async fn changes(linked: &mut impl Linked, government: &Government, ending: &[String], fields: &Fields) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    let gov = &government.slug;
    let target = fields.get("tujuan").trim();
    let into = match units::named(linked, gov, target).await {
        Ok((id, _)) => Some(id),
        Err(Error::NotFound) => {
            problems.add("tujuan", if target.is_empty() { Fault::Missing } else { Fault::UnknownChoice });
            None
        }
        Err(other) => return Err(other),
    };
    if ending.is_empty() {
        problems.add("unit", Fault::Missing);
    }
    if ending.iter().any(|slug| slug == target) {
        problems.add("tujuan", Fault::Cycle);
    }
    let mut from: Vec<(UnitId, String, String)> = Vec::new();
    for slug in ending {
        match units::named(linked, gov, slug).await {
            Ok((id, name)) => from.push((id, slug.clone(), name)),
            Err(Error::NotFound) => problems.add("unit", Fault::UnknownChoice),
            Err(other) => return Err(other),
        }
    }
    let Some((reasons, into)) = reasons.zip(into).filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    if history::on_day::<UnitContent>(linked, into.0, &reasons.from).await?.is_none() {
        problems.add("tujuan", Fault::BeforeItExisted);
        return Err(problems.into());
    }
    let mut changes = Vec::new();
    let day = reasons.from.clone();
    let make = |kind, action, subject, slug: String, title: String, unit, before: Option<serde_json::Value>, after| NewChange {
        kind,
        action,
        subject,
        slug,
        title,
        unit,
        valid_from: reasons.from.clone(),
        before,
        after,
        reason: reasons.reason.clone(),
        decree: reasons.decree.clone(),
        four_eyes: false,
    };
    for (unit, _, _) in &from {
        for version in history::everything_on::<PositionContent>(linked, gov, Some(*unit), &day).await? {
            let slug: String = on!(linked, conn => sqlx::query_scalar("select slug from position where id = $1").bind(version.subject).fetch_one(conn).await?);
            let after = PositionContent { unit: into, ..version.content.clone() };
            changes.push(make(
                SubjectKind::Position,
                ChangeAction::Alter,
                version.subject,
                slug,
                after.title.clone(),
                *unit,
                Some(serde_json::json!(version.content)),
                After::Position(after),
            ));
        }
        for version in history::everything_on::<UnitContent>(linked, gov, Some(*unit), &day).await? {
            // A unit under one that ends, and that itself goes on in this merger, stays where it is.
            if version.subject == into.0 || from.iter().any(|(u, _, _)| u.0 == version.subject) {
                continue;
            }
            let slug: String = on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(version.subject).fetch_one(conn).await?);
            let after = UnitContent { parent: Some(into), ..version.content.clone() };
            changes.push(make(
                SubjectKind::Unit,
                ChangeAction::Alter,
                version.subject,
                slug,
                after.name.clone(),
                *unit,
                Some(serde_json::json!(version.content)),
                After::Unit(after),
            ));
        }
        for version in history::everything_on::<ServiceContent>(linked, gov, Some(*unit), &day).await? {
            let slug: String = on!(linked, conn => sqlx::query_scalar("select slug from service where id = $1").bind(version.subject).fetch_one(conn).await?);
            let after = ServiceContent { unit: Some(into), ..version.content.clone() };
            changes.push(make(
                SubjectKind::Service,
                ChangeAction::Alter,
                version.subject,
                slug,
                after.short_name.clone(),
                *unit,
                Some(serde_json::json!(version.content)),
                After::Service(after),
            ));
        }
    }
    for (unit, slug, name) in from {
        let before = history::on_day::<UnitContent>(linked, unit.0, &day).await?;
        let Some(before) = before else {
            problems.add("unit", Fault::AfterItEnded);
            return Err(problems.into());
        };
        changes.push(make(SubjectKind::Unit, ChangeAction::End, unit.0, slug, name, unit, Some(serde_json::json!(before.content)), After::End { successor: Some(into) }));
    }
    Ok(changes)
}
