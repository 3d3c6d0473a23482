//! When a tenure or a role ends, the cases of whoever held it are nobody's again: each with a step that says why, and the
//! head of the unit is told once for all of them. Looked at each minute, for both end without anybody writing.

use std::collections::BTreeMap;

use vocabulary::accounts::Role;
use vocabulary::feedback::{Kind, Status};

use super::assign::{desks_of, let_go};
use super::case::{Desk, case_of_receipt};
use super::escalate::heads_of;
use crate::accounts::Actor;
use crate::db::Tx;
use crate::directory::Government;
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId, UnitId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// How many cases of one unit change in one transaction; the rest waits for the next minute.
const BATCH: usize = 100;

#[derive(sqlx::FromRow)]
struct Held {
    id: CaseId,
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    kind: Kind,
    handling_unit_id: Option<UnitId>,
    assigned_on: Option<String>,
}

/// Lets go of what nobody may hold any more in a government; how many cases.
///
/// # Errors
/// The database's.
pub(super) async fn let_go_of_ended(portal: &Portal, government: &Government, today: &str) -> Result<usize> {
    let mut conn = portal.db.read().await?;
    let accounts: Vec<AccountId> = on!(&mut conn, c => sqlx::query_scalar(
        "select x.account_id from (select g.account_id from role_grant g where g.government = $1 and g.ended_at is not null \
         union select a.id as account_id from role_grant g join account a on a.id = g.account_id join tenure t on t.person_id = a.person_id where g.government = $1 and t.ends_on < $2) x \
         where exists (select 1 from feedback_case c where c.assigned_to = x.account_id and c.queue is not null and c.government = $1) order by x.account_id")
        .bind(&government.slug).bind(today).fetch_all(c).await?);
    drop(conn);
    let mut done = 0;
    for account in accounts {
        done += let_go_of(portal, government, today, account).await?;
    }
    Ok(done)
}

async fn let_go_of(portal: &Portal, government: &Government, today: &str, account: AccountId) -> Result<usize> {
    let mut conn = portal.db.read().await?;
    let actor = Actor::load(&mut conn, account).await?;
    let units = match actor.scope(&mut conn, Role::Handler, &government.slug).await {
        Err(Error::NotFound) => Vec::new(),
        other => other?.units,
    };
    // First and last days of their posts in this government.
    let tenures: Vec<(String, Option<String>)> = match actor.person {
        Some(person) => {
            on!(&mut conn, c => sqlx::query_as("select t.starts_on, t.ends_on from tenure t join position p on p.id = t.position_id where t.person_id = $1 and p.government = $2")
            .bind(person).bind(&government.slug).fetch_all(c).await?)
        }
        None => Vec::new(),
    };
    let held: Vec<Held> = on!(&mut conn, c => sqlx::query_as(
        "select id, status, kind, handling_unit_id, assigned_on from feedback_case where assigned_to = $1 and queue is not null and government = $2 order by queue_due, id")
        .bind(account).bind(&government.slug).fetch_all(c).await?);
    drop(conn);
    let mut ended: BTreeMap<Option<UnitId>, Vec<CaseId>> = BTreeMap::new();
    for case in held {
        let has_desk = desks_of(case.status, case.kind).iter().any(|desk| match desk {
            Desk::Verifier => actor.holds_in(Role::Verifier, &government.slug),
            Desk::Inspector | Desk::Overseer => actor.holds_in(Role::Inspector, &government.slug),
            Desk::Handler => case.handling_unit_id.is_some_and(|unit| units.contains(&unit)),
        });
        // It was given to them as the holder of a post; with the last of the posts of that day it is over. A successor in
        // another post does not carry it there.
        let day = case.assigned_on.as_deref().unwrap_or(today);
        let mut then = tenures.iter().filter(|(from, to)| from.as_str() <= day && to.as_deref().is_none_or(|to| to >= day)).peekable();
        let in_office = then.peek().is_none() || then.any(|(_, to)| to.as_deref().is_none_or(|to| to >= today));
        if !has_desk || !in_office {
            ended.entry(case.handling_unit_id).or_default().push(case.id);
        }
    }
    let mut done = 0;
    for (unit, cases) in ended {
        let mut tx = portal.db.begin().await?;
        let mut count = 0;
        for id in cases.into_iter().take(BATCH) {
            let case = case_of_receipt(&mut tx, id).await?;
            // Somebody may have taken it over since the list was read.
            if case.holder == Some(account) {
                let_go(portal, &mut tx, &case).await?;
                count += 1;
            }
        }
        if count > 0 {
            tell_of(portal, &mut tx, government, today, unit, &actor.name, count).await?;
        }
        tx.commit().await?;
        done += count;
    }
    Ok(done)
}

/// The head of the unit; of what no unit has yet, the other verifiers.
async fn tell_of(portal: &Portal, tx: &mut Tx, government: &Government, today: &str, unit: Option<UnitId>, name: &str, count: usize) -> Result<()> {
    let accounts = match unit {
        Some(unit) => heads_of(tx, unit, today).await?,
        None => {
            on!(tx, conn => sqlx::query_scalar("select distinct account_id from role_grant where government = $1 and role = 'verifier' and ended_at is null order by account_id")
            .bind(&government.slug).fetch_all(conn).await?)
        }
    };
    for account in accounts {
        tell(portal, tx, account, "cases-let-go", &format!("{name} · {count}"), "/petugas/laporan?petugas=tanpa-petugas").await?;
    }
    Ok(())
}
