//! The ways between a case, its card and the evaluations that list it, as an auditor walks them. Each is shown only to
//! whom may go it: the right is asked at its other end.

use std::collections::HashSet;

use super::cards::{Card, card};
use super::evaluations::{Evaluation, content_of, evaluations_where, evidence_of, footing_of};
use crate::accounts::Actor;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{CardId, CaseId};
use crate::on;
use crate::portal::Portal;

/// Of these cards, those that the actor may open.
///
/// # Errors
/// The database's.
pub async fn seen_among(portal: &Portal, linked: &mut impl Linked, actor: &Actor, cards: Vec<CardId>) -> Result<HashSet<CardId>> {
    let mut seen = HashSet::new();
    for id in cards {
        match card(portal, linked, actor, id).await {
            Ok(_) => seen.insert(id),
            Err(Error::NotFound) => false,
            Err(e) => return Err(e),
        };
    }
    Ok(seen)
}

/// The card that came of a case, or of the one it was merged into, where the actor may open it.
///
/// # Errors
/// The database's.
pub async fn card_of_case(portal: &Portal, linked: &mut impl Linked, actor: &Actor, case: CaseId) -> Result<Option<Card>> {
    let found: Option<CardId> = on!(&mut *linked, conn => sqlx::query_scalar("select k.id from evidence_card k where k.case_id = $1 or k.case_id = (select merged_into_id from feedback_case where id = $1) limit 1")
        .bind(case).fetch_optional(conn).await?);
    let Some(id) = found else { return Ok(None) };
    match card(portal, linked, actor, id).await {
        Ok((card, _)) => Ok(Some(card)),
        Err(Error::NotFound) => Ok(None),
        Err(e) => Err(e),
    }
}

/// The evaluations that list a card, in the order in which they were begun, where the actor may open them: an issued one
/// by what it says, one that is still being written by what it may rest on.
///
/// # Errors
/// The database's.
pub async fn listed_in(linked: &mut impl Linked, actor: &Actor, card: &Card, today: &str) -> Result<Vec<Evaluation>> {
    let (Some(person), Some(year)) = (card.person_id, card.event_on.get(..4).and_then(|y| y.parse::<i64>().ok())) else { return Ok(Vec::new()) };
    let of_year: Vec<Evaluation> = on!(&mut *linked, conn => sqlx::query_as(evaluations_where!("v.person_id = $1 and v.position_id = $2 and v.year = $3 order by v.made_at, v.id"))
        .bind(person).bind(card.position_id).bind(year).fetch_all(conn).await?);
    let mut found = Vec::new();
    for evaluation in of_year {
        let (first, last) = evaluation.days();
        if !(first..=last).contains(&card.event_on) {
            continue;
        }
        let content = content_of(linked, evaluation.id, evaluation.version).await?;
        let listed = if content.rated.is_some() { content.evidence } else { evidence_of(linked, &evaluation).await? };
        if !listed.iter().any(|e| e.card == card.id) {
            continue;
        }
        match footing_of(linked, actor, &evaluation, today).await {
            Ok(_) => found.push(evaluation),
            Err(Error::NotFound) => {}
            Err(e) => return Err(e),
        }
    }
    Ok(found)
}
