//! The coachings this actor has to do with: their own, and those of the people they assess or stand above. The
//! performance team sees which posts have one, and opens it where there is a reason to; opening is what is logged.

use std::collections::HashMap;

use vocabulary::development::{CoachingStage, CoachingStep};
use vocabulary::evaluation::Standing;

use crate::accounts::Actor;
use crate::db::Linked;
use crate::development::Holder;
use crate::error::Result;
use crate::evaluation::{Depth, Lines, reach};
use crate::ids::{CoachingId, PersonId, PositionId};
use crate::on;
use vocabulary::accounts::Role;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedCoaching {
    pub id: CoachingId,
    pub person_id: PersonId,
    /// Empty where the reader is of the performance team.
    pub name: String,
    pub position_id: PositionId,
    pub position_title: String,
    pub unit_name: String,
    pub first_check_on: String,
    pub second_check_on: String,
    steps: String,
    pub outcome: Option<String>,
}

impl ListedCoaching {
    pub fn stage(&self) -> CoachingStage {
        CoachingStage::of(self.steps.split(',').filter_map(CoachingStep::parse))
    }

    /// The day of the next check-in, while one is to come.
    pub fn next_check(&self) -> Option<&str> {
        match self.stage() {
            CoachingStage::Opened => Some(&self.first_check_on),
            CoachingStage::CheckedOnce => Some(&self.second_check_on),
            _ => None,
        }
    }
}

/// More than a government has at once; older ones are found from the person's newer ones.
const MOST: i64 = 500;

/// # Errors
/// The database's.
pub async fn coachings(linked: &mut impl Linked, actor: &Actor, government: &str, day: &str) -> Result<Vec<(ListedCoaching, Standing)>> {
    let all: Vec<ListedCoaching> = on!(linked, conn => sqlx::query_as(
        "select c.id, c.person_id, e.name, c.position_id, p.title as position_title, u.name as unit_name, c.first_check_on, c.second_check_on, \
         (case when exists (select 1 from coaching_step s where s.coaching_id = c.id and s.kind = 'tinjauan_1') then 'tinjauan_1,' else '' end) || \
         (case when exists (select 1 from coaching_step s where s.coaching_id = c.id and s.kind = 'tinjauan_2') then 'tinjauan_2,' else '' end) || \
         (case when o.id is not null then 'hasil' else '' end) as steps, o.outcome from coaching c join person e on e.id = c.person_id join position p on p.id = c.position_id join unit u on u.id = p.unit_id \
         left join coaching_step o on o.coaching_id = c.id and o.kind = 'hasil' where c.government = $1 order by case when o.id is null then 0 else 1 end, c.opened_at desc, c.id desc limit $2")
        .bind(government).bind(MOST).fetch_all(conn).await?);
    // The post whose line is asked: today's while it goes on.
    let mut posts: HashMap<CoachingId, PositionId> = HashMap::new();
    for coaching in &all {
        let today = match coaching.stage() {
            CoachingStage::Closed => None,
            _ => Holder::of_person(linked, coaching.person_id, day).await?.filter(|h| h.government == government),
        };
        posts.insert(coaching.id, today.map_or(coaching.position_id, |h| h.position_id));
    }
    let asked: Vec<PositionId> = posts.values().copied().collect();
    let lines = Lines::above(linked, &asked, day).await?;
    let enters = actor.holds_in(Role::Assessor, government);
    let team = actor.holds_in(Role::PerformanceTeam, government);
    let mut found = Vec::new();
    for mut coaching in all {
        let (post, subject) = (posts[&coaching.id], Some(coaching.person_id));
        let assessor = lines.assessor(post, subject, |_| false);
        let superior = assessor.as_ref().and_then(|a| lines.superior(post, subject, a, |_| false));
        let is = |official: &Option<crate::evaluation::Official>| actor.person.is_some() && official.as_ref().map(|o| o.person) == actor.person;
        let standing = if subject == actor.person {
            Standing::Subject
        } else if enters && is(&assessor) {
            Standing::Assessor
        } else if enters && is(&superior) {
            Standing::Superior
        } else if team {
            coaching.name.clear();
            Standing::Team
        } else {
            continue;
        };
        found.push((coaching, standing));
    }
    Ok(found)
}

/// Whom this actor assesses today, in order of name.
///
/// # Errors
/// The database's.
pub async fn assessed(linked: &mut impl Linked, actor: &Actor, government: &str, day: &str) -> Result<Vec<Holder>> {
    let Some(own) = actor.person.filter(|_| actor.holds_in(Role::Assessor, government)) else { return Ok(Vec::new()) };
    let posts = reach(linked, government, own, day, Depth::Own).await?;
    let lines = Lines::above(linked, &posts, day).await?;
    let mut found = Vec::new();
    for post in posts {
        for holder in Holder::of_position(linked, post, day).await? {
            if lines.assessor(post, Some(holder.person_id), |_| false).is_some_and(|a| a.person == own) {
                found.push(holder);
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}
