//! Who answers for a unit: whoever is in charge of its head post today, or of the head post of a unit above it. So a
//! vacant post silences nobody's idea, and a head does not answer their own.

use super::show::Idea;
use crate::accounts::Actor;
use crate::db::Linked;
use crate::directory::positions;
use crate::error::Result;
use crate::ids::{AccountId, PersonId, PositionId, UnitId};
use crate::on;

/// Deeper than any government; a circle of units would otherwise have no end.
const LEVELS: usize = 8;

/// The head posts from the unit upwards, each with who is in charge of it on the day.
pub(super) async fn heads(linked: &mut impl Linked, unit: UnitId, day: &str) -> Result<Vec<(PositionId, PersonId)>> {
    let mut found = Vec::new();
    let mut above = Some(unit);
    for _ in 0..LEVELS {
        let Some(unit) = above else { break };
        if let Some(head) = positions::head_of(linked, unit).await?
            && let Some((_, person)) = positions::holder_on(linked, head, day).await?
        {
            found.push((head, person));
        }
        above = on!(linked, conn => sqlx::query_scalar::<_, Option<UnitId>>("select parent_id from unit where id = $1").bind(unit).fetch_optional(conn).await?).flatten();
    }
    Ok(found)
}

/// The post in whose name this actor may answer the idea, if any; never one's own idea.
///
/// # Errors
/// The database's.
pub async fn may_answer(linked: &mut impl Linked, actor: &Actor, idea: &Idea, day: &str) -> Result<Option<PositionId>> {
    let Some(person) = actor.person.filter(|_| idea.author_id != actor.account) else { return Ok(None) };
    Ok(heads(linked, idea.unit_id, day).await?.into_iter().find(|(_, holder)| *holder == person).map(|(post, _)| post))
}

/// The accounts of the nearest head who has one and did not write the idea.
pub(super) async fn accounts_of_head(linked: &mut impl Linked, unit: UnitId, author: AccountId, day: &str) -> Result<Vec<AccountId>> {
    for (_, person) in heads(linked, unit, day).await? {
        let accounts: Vec<AccountId> = on!(linked, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?);
        if !accounts.is_empty() && !accounts.contains(&author) {
            return Ok(accounts);
        }
    }
    Ok(Vec::new())
}
