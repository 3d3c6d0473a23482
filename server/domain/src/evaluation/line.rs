//! Whose desk a card lies on: the assessor of the post, unless too near to the matter; then the next in line
//! ([`super::assessors`]). The row keeps it, so that a desk is a piece of an index; who may act is always asked anew.
//!
//! Too near is whoever the card is about, whoever handled the case for the unit, and whoever leads the unit that the case
//! as a whole is about. What counts stands in rows.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::assessors::Lines;
use super::signature::tell_person;
use crate::db::Linked;
use crate::directory::{governments, positions};
use crate::error::Result;
use crate::ids::{CardId, CaseId, PersonId, PositionId, UnitId};
use crate::on;
use crate::portal::Portal;

/// What the line is asked of.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Concern {
    pub position_id: PositionId,
    pub person_id: Option<PersonId>,
    pub case_id: Option<CaseId>,
}

/// Whoever is too near to decide on it.
pub(super) async fn too_near(linked: &mut impl Linked, concern: &Concern) -> Result<HashSet<PersonId>> {
    let mut near: HashSet<PersonId> = concern.person_id.into_iter().collect();
    let Some(case) = concern.case_id else { return Ok(near) };
    let handled: Vec<PersonId> = on!(linked, conn => sqlx::query_scalar(
        "select distinct a.person_id from feedback_step s join account a on a.id = s.by_account_id where s.case_id = $1 and s.by_role = 'handler' and a.person_id is not null")
        .bind(case).fetch_all(conn).await?);
    near.extend(handled);
    let about: Option<(UnitId, String)> = on!(linked, conn => sqlx::query_as(
        "select c.unit_id, coalesce(k.event_on, '') as day from feedback_case c left join evidence_card k on k.case_id = c.id where c.id = $1 and c.target_kind = 'unit' and c.unit_id is not null").bind(case).fetch_optional(conn).await?);
    if let Some((unit, day)) = about
        && let Some(head) = positions::head_of(linked, unit).await?
        && let Some((_, leader)) = positions::holder_on(linked, head, &day).await?
    {
        near.insert(leader);
    }
    Ok(near)
}

/// Whose desk it lies on that day; none where nobody is left.
pub(super) async fn desk_of(linked: &mut impl Linked, concern: &Concern, day: &str) -> Result<Option<PersonId>> {
    let lines = Lines::above(linked, &[concern.position_id], day).await?;
    let near = too_near(linked, concern).await?;
    Ok(lines.assessor(concern.position_id, concern.person_id, |o| near.contains(&o.person)).map(|o| o.person))
}

/// What decides who assesses: when it is the same as before, nothing is to be handed over.
///
/// # Errors
/// The database's.
pub async fn line_signature(linked: &mut impl Linked) -> Result<String> {
    let delegations: (i64, i64, i64) =
        on!(&mut *linked, conn => sqlx::query_as("select count(*), coalesce(max(made_at), 0), coalesce(max(withdrawn_at), 0) from assessor_delegation").fetch_one(conn).await?);
    let changes: i64 = on!(linked, conn => sqlx::query_scalar("select coalesce(max(decided_at), 0) from directory_change").fetch_one(conn).await?);
    Ok(format!("{delegations:?} {changes}"))
}

/// How many open cards are looked at at once.
const AT_A_TIME: i64 = 2000;

/// Hands open cards over to whoever assesses them now, where that has changed: a post got another holder, a superior left,
/// something was delegated. Returns how many moved. It may be repeated and stopped anywhere.
///
/// # Errors
/// The database's.
pub async fn hand_over(portal: &Portal) -> Result<u64> {
    let mut conn = portal.db.read().await?;
    let all = governments(&mut conn).await?;
    drop(conn);
    let mut moved = 0;
    for government in all {
        let today = government.today(portal.now());
        let mut after = CardId(uuid::Uuid::nil());
        loop {
            let mut conn = portal.db.read().await?;
            type Open = (CardId, PositionId, Option<PersonId>, Option<CaseId>, Option<PersonId>, bool);
            let open: Vec<Open> = on!(&mut conn, c => sqlx::query_as(
                "select id, position_id, person_id, case_id, desk_person_id, state = 'open' as waits from evidence_card where government = $1 and state in ('open', 'held') and id > $2 order by id limit $3")
                .bind(&government.slug).bind(after).bind(AT_A_TIME).fetch_all(c).await?);
            let Some((last, ..)) = open.last() else { break };
            after = *last;
            let posts: Vec<PositionId> = open.iter().map(|(_, post, ..)| *post).collect();
            let lines = Lines::above(&mut conn, &posts, &today).await?;
            let mut changed: HashMap<CardId, Option<PersonId>> = HashMap::new();
            let mut takes_over: BTreeSet<PersonId> = BTreeSet::new();
            for (card, position_id, person_id, case_id, before, waits) in open {
                let concern = Concern { position_id, person_id, case_id };
                let near = too_near(&mut conn, &concern).await?;
                let desk = lines.assessor(position_id, person_id, |o| near.contains(&o.person)).map(|o| o.person);
                if desk != before {
                    changed.insert(card, desk);
                    takes_over.extend(desk.filter(|_| waits));
                }
            }
            drop(conn);
            if changed.is_empty() {
                continue;
            }
            let mut tx = portal.db.begin().await?;
            for (card, desk) in changed {
                moved += on!(&mut tx, conn => sqlx::query("update evidence_card set desk_person_id = $2 where id = $1").bind(card).bind(desk).execute(conn).await?.rows_affected());
            }
            // One notice for all of these cards.
            for person in takes_over {
                tell_person(portal, &mut tx, person, "cards-handed", "", "/petugas/penilaian").await?;
            }
            tx.commit().await?;
        }
    }
    Ok(moved)
}
