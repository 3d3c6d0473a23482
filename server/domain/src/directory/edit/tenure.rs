//! Appointing somebody to a post, and ending a tenure.

use uuid::Uuid;
use vocabulary::directory::{ChangeAction, SubjectKind, TenureKind};
use vocabulary::{Fault, Problems, text};

use super::{Fields, NAME, chosen, day, why};
use crate::db::Linked;
use crate::directory::changes::{After, NewChange};
use crate::directory::gate::Gate;
use crate::directory::governments::Government;
use crate::directory::history::day_before;
use crate::directory::positions;
use crate::directory::tenures::{TenureContent, may_hold, of_position, people_named};
use crate::error::{Error, Result};
use crate::ids::{PersonId, TenureId};
use crate::portal::Portal;

/// The fields of its form, in order. `orang` is who of several people of one name, or `baru`; `akhiri` ends whoever
/// holds the post definitively the day before.
pub const FIELDS: &[&str] = &["nama", "orang", "jenis_masa", "mulai", "sampai", "akhiri"];

/// The changes that a form of appointment asks for.
///
/// # Errors
/// Every problem of the form at once, [`Fault::Ambiguous`] of `orang` where the name does not tell who is meant;
/// [`Error::NotFound`] without such a post.
pub async fn appoint(portal: &Portal, linked: &mut impl Linked, government: &Government, slug: &str, fields: &Fields, today: &str) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    if fields.get("sk").trim().is_empty() {
        problems.add("sk", Fault::Missing);
    }
    let post = positions::show(linked, Gate::inside(), &government.slug, slug).await?;
    let name = problems.take("nama", text::line(fields.get("nama"), 3, NAME));
    let kind = problems.take("jenis_masa", chosen(fields.get("jenis_masa"), TenureKind::parse));
    let ends_on = if fields.get("sampai").trim().is_empty() { Some(None) } else { problems.take("sampai", day(fields.get("sampai")).map(Some)) };
    let (Some(reasons), Some(name), Some(kind), Some(ends_on)) = (reasons, name, kind, ends_on) else { return Err(problems.into()) };
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let known = people_named(linked, &government.slug, &name, today).await?;
    let asked = fields.get("orang").trim();
    let person = match (asked, known.as_slice()) {
        ("", []) | ("baru", _) => None,
        ("", [only]) => Some(only.id),
        ("", _) => return Err(Problems(vec![vocabulary::Problem { field: "orang", fault: Fault::Ambiguous }]).into()),
        (asked, known) => {
            let id = Uuid::try_parse(asked).ok().map(PersonId).filter(|id| known.iter().any(|k| k.id == *id));
            if id.is_none() {
                return Err(Problems(vec![vocabulary::Problem { field: "orang", fault: Fault::UnknownChoice }]).into());
            }
            id
        }
    };
    let mut changes = Vec::new();
    if fields.get("akhiri") == "ya" {
        for held in of_position(linked, post.id).await? {
            if held.kind != TenureKind::Daily && held.starts_on < reasons.from && held.ends_on.as_ref().is_none_or(|e| *e >= reasons.from) {
                changes.push(end_of(&post, &held, &reasons.from, &reasons.reason, &reasons.decree));
            }
        }
    }
    let content =
        TenureContent { position: post.id, person, key: String::new(), name: name.clone(), kind, starts_on: reasons.from.clone(), ends_on, decree: reasons.decree.clone() };
    // Whoever is ended in the same act no longer stands in the way; the rest is checked now, and again when it is written.
    if changes.is_empty() {
        may_hold(linked, None, &content).await?;
    } else if content.ends_on.as_ref().is_some_and(|e| *e < content.starts_on) {
        return Err(Problems(vec![vocabulary::Problem { field: "sampai", fault: Fault::EndsBeforeStart }]).into());
    }
    changes.push(NewChange {
        kind: SubjectKind::Tenure,
        action: ChangeAction::Add,
        subject: portal.new_id(),
        slug: post.slug.clone(),
        title: format!("{} — {name}", post.title),
        unit: post.unit_id,
        valid_from: reasons.from,
        before: None,
        after: After::Tenure(content),
        reason: reasons.reason,
        decree: reasons.decree,
        four_eyes: false,
    });
    Ok(changes)
}

fn end_of(post: &positions::Position, held: &crate::directory::tenures::HeldTenure, from: &str, reason: &str, decree: &str) -> NewChange {
    NewChange {
        kind: SubjectKind::Tenure,
        action: ChangeAction::End,
        subject: held.id.0,
        slug: post.slug.clone(),
        title: format!("{} — {}", post.title, held.name),
        unit: post.unit_id,
        valid_from: from.to_owned(),
        before: None,
        after: After::End { successor: None },
        reason: reason.to_owned(),
        decree: decree.to_owned(),
        four_eyes: false,
    }
}

/// The change that ends a tenure: `sampai` is its last day.
///
/// # Errors
/// Every problem of the form; [`Error::NotFound`] where this post has no such tenure.
pub async fn end(linked: &mut impl Linked, government: &Government, slug: &str, tenure: TenureId, fields: &Fields) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let last = problems.take("sampai", day(fields.get("sampai")));
    let reason = problems.take("alasan", text::paragraphs(fields.get("alasan"), 5, super::PARAGRAPH).and_then(text::without_personal_number));
    let decree = problems.take("sk", text::line(fields.get("sk"), 0, NAME).and_then(text::without_personal_number));
    let post = positions::show(linked, Gate::inside(), &government.slug, slug).await?;
    let held = of_position(linked, post.id).await?.into_iter().find(|t| t.id == tenure).ok_or(Error::NotFound)?;
    if last.as_ref().is_some_and(|last| *last < held.starts_on) {
        problems.add("sampai", Fault::EndsBeforeStart);
    }
    let (Some(last), Some(reason), Some(decree)) = (last, reason, decree) else { return Err(problems.into()) };
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let from = crate::clock::parse_day(&last).and_then(|d| d.checked_add(time::Duration::DAY)).map(crate::clock::day_text).ok_or(Error::NotFound)?;
    debug_assert!(day_before(&from).is_ok_and(|d| d == last));
    Ok(vec![end_of(&post, &held, &from, &reason, &decree)])
}
