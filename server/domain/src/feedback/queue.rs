//! What waits on someone's desk: new cases for verifiers, assigned ones for handlers, misconduct for inspectors.

use vocabulary::accounts::Role;
use vocabulary::feedback::{Kind, Protection, Status};

use super::guard::{Interests, Matter};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::ids::{PositionId, UnitId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct QueuedCase {
    pub government: String,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    #[sqlx(try_from = "String")]
    pub protection: Protection,
    pub unit_name: Option<String>,
    pub received_at: Millis,
    pub verify_due: Option<String>,
    pub answer_due: Option<String>,
    /// How many messages of the reporter nobody has read.
    pub unread: i64,
    unit_id: Option<UnitId>,
    handling_unit_id: Option<UnitId>,
    position_id: Option<PositionId>,
    happened_on: Option<String>,
}

impl QueuedCase {
    fn matter(&self) -> Matter {
        Matter {
            kind: self.kind,
            unit: self.unit_id,
            handling_unit: self.handling_unit_id,
            position: self.position_id,
            happened_on: self.happened_on.clone(),
            received_at: self.received_at,
        }
    }
}

/// How many a desk shows at once; the oldest first, so what shows is what is due first.
const MOST: i64 = 30;
/// How many are looked at: some are not for this actor's eyes.
const LOOKED_AT: i64 = 100;

macro_rules! queued {
    ($tail:literal) => {
        concat!(
            "select c.government, c.reference, c.title, c.kind, c.status, c.protection, coalesce(h.name, u.name) as unit_name, c.received_at, c.verify_due, c.answer_due, c.unit_id, c.handling_unit_id, c.position_id, c.happened_on, ",
            "(select count(*) from feedback_message m where m.case_id = c.id and m.by_role = 'reporter' and m.read_at is null) as unread ",
            "from feedback_case c left join unit u on u.id = c.unit_id left join unit h on h.id = c.handling_unit_id where ",
            $tail
        )
    };
}

/// Cases of one status on this actor's desks, the oldest first.
///
/// # Errors
/// The database's.
pub async fn queue(linked: &mut impl Linked, actor: &Actor, status: Status) -> Result<Vec<QueuedCase>> {
    let mut found: Vec<QueuedCase> = Vec::new();
    for government in actor.governments() {
        let before = found.len();
        if actor.holds_in(Role::Verifier, &government) {
            found.extend(on!(linked, conn => sqlx::query_as::<_, QueuedCase>(queued!("c.government = $1 and c.status = $2 order by c.received_at, c.id limit $3"))
                .bind(&government).bind(status.as_str()).bind(LOOKED_AT).fetch_all(conn).await?));
        } else {
            if actor.holds_in(Role::Handler, &government) {
                for unit in actor.scope(linked, Role::Handler, &government).await?.units {
                    found.extend(on!(linked, conn => sqlx::query_as::<_, QueuedCase>(queued!("c.handling_unit_id = $1 and c.status = $2 and c.kind <> 'penyimpangan' order by c.received_at, c.id limit $3"))
                        .bind(unit).bind(status.as_str()).bind(LOOKED_AT).fetch_all(conn).await?));
                }
            }
            if actor.holds_in(Role::Inspector, &government) {
                found.extend(on!(linked, conn => sqlx::query_as::<_, QueuedCase>(queued!("c.government = $1 and c.status = $2 and c.kind = 'penyimpangan' and c.handling_unit_id is not null order by c.received_at, c.id limit $3"))
                    .bind(&government).bind(status.as_str()).bind(LOOKED_AT).fetch_all(conn).await?));
            }
        }
        if found.len() > before {
            let interests = Interests::of(linked, actor, &government).await?;
            let own = found.split_off(before);
            found.extend(own.into_iter().filter(|case| !interests.hinder(&case.matter())));
        }
    }
    found.sort_by(|a, b| (a.received_at, &a.reference).cmp(&(b.received_at, &b.reference)));
    found.dedup_by(|a, b| a.reference == b.reference);
    found.truncate(MOST as usize);
    Ok(found)
}
