//! Ending a unit, a post or a service: `mulai` is the first day without it.

use vocabulary::directory::{ChangeAction, SubjectKind};
use vocabulary::{Fault, Problems};

use super::{Fields, why};
use crate::db::Linked;
use crate::directory::changes::{After, NewChange};
use crate::directory::gate::Gate;
use crate::directory::governments::Government;
use crate::directory::history::{self, PositionContent, ServiceContent, UnitContent};
use crate::directory::{positions, services, units};
use crate::error::{Error, Result};

/// The change that a form of ending asks for; `pengganti` is the address of the unit that takes its place, if any.
///
/// # Errors
/// Every problem of the form; [`Error::NotFound`] without such a subject.
pub async fn change(linked: &mut impl Linked, government: &Government, kind: SubjectKind, slug: &str, fields: &Fields) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    let gov = &government.slug;
    let day = reasons.as_ref().map(|r| r.from.clone()).unwrap_or_default();
    let (subject, title, unit, before) = match kind {
        SubjectKind::Unit => {
            let (id, name) = units::named(linked, gov, slug).await?;
            (id.0, name, id, history::on_day::<UnitContent>(linked, id.0, &day).await?.map(|v| serde_json::json!(v.content)))
        }
        SubjectKind::Position => {
            let post = positions::show(linked, Gate::inside(), gov, slug).await?;
            (post.id.0, post.title, post.unit_id, history::on_day::<PositionContent>(linked, post.id.0, &day).await?.map(|v| serde_json::json!(v.content)))
        }
        SubjectKind::Service => {
            let service = services::show(linked, Gate::inside(), gov, slug).await?;
            let unit = match service.unit_id {
                Some(unit) => unit,
                None => units::named(linked, gov, "pemerintah").await?.0,
            };
            (service.id.0, service.short_name, unit, history::on_day::<ServiceContent>(linked, service.id.0, &day).await?.map(|v| serde_json::json!(v.content)))
        }
        SubjectKind::Standard | SubjectKind::Tenure => return Err(Error::NotFound),
    };
    if !day.is_empty() && before.is_none() {
        problems.add("mulai", Fault::AfterItEnded);
    }
    let successor = match fields.get("pengganti").trim() {
        "" => None,
        successor if kind == SubjectKind::Unit && successor != slug => match units::named(linked, gov, successor).await {
            Ok((id, _)) => Some(id),
            Err(Error::NotFound) => {
                problems.add("pengganti", Fault::UnknownChoice);
                None
            }
            Err(other) => return Err(other),
        },
        _ => {
            problems.add("pengganti", Fault::UnknownChoice);
            None
        }
    };
    let Some(reasons) = reasons.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    if kind == SubjectKind::Unit {
        super::unit::may_end(linked, crate::ids::UnitId(subject), &reasons.from).await?;
    }
    Ok(vec![NewChange {
        kind,
        action: ChangeAction::End,
        subject,
        slug: slug.to_owned(),
        title,
        unit,
        valid_from: reasons.from,
        before,
        after: After::End { successor },
        reason: reasons.reason,
        decree: reasons.decree,
        four_eyes: false,
    }])
}
