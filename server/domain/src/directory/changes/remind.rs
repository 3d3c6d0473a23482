//! Whoever can be the second person is written to: about all that waits, and not more than once a day.

use super::list;
use crate::accounts::Actor;
use crate::clock::{DAY, Millis};
use crate::directory::governments::governments;
use crate::error::{Error, Result};
use crate::ids::AccountId;
use crate::notifications::{Mail, promise_mail};
use crate::on;
use crate::portal::Portal;
use vocabulary::accounts::Role;
use vocabulary::directory::ChangeStatus;

/// What waits for one administrator.
#[derive(Default)]
struct Waiting {
    count: usize,
    newest: Millis,
    governments: Vec<String>,
}

/// Promises a mail to every administrator for whom something new waits that others proposed, and says how many.
/// `address` is that of the portal, without a slash at its end. Who was written to within a day is not, and hears of it
/// after that day, unless somebody has decided by then.
///
/// # Errors
/// The database's.
pub async fn remind(portal: &Portal, address: &str) -> Result<usize> {
    // The moment before looking: what is proposed meanwhile is told the next time.
    let now = portal.now();
    let mut conn = portal.db.read().await?;
    let mut due: Vec<(AccountId, Option<Millis>)> = Vec::new();
    for government in governments(&mut conn).await? {
        let newest: Option<Millis> = on!(&mut conn, c => sqlx::query_scalar("select max(proposed_at) from directory_change where government = $1 and status = $2").bind(&government.slug).bind(ChangeStatus::Proposed.as_str()).fetch_one(c).await?);
        let Some(newest) = newest else { continue };
        let administrators: Vec<(AccountId, Option<Millis>)> = on!(&mut conn, c => sqlx::query_as(
            "select distinct g.account_id, r.told_at from role_grant g left join directory_reminder r on r.account_id = g.account_id \
             where g.government = $1 and g.role = $2 and g.ended_at is null and (r.told_at is null or (r.told_at < $3 and r.told_at <= $4))")
            .bind(&government.slug).bind(Role::Administrator.as_str()).bind(newest).bind(now - DAY).fetch_all(c).await?);
        due.extend(administrators);
    }
    due.sort();
    due.dedup();
    let mut told = Vec::new();
    for (account, before) in due {
        let actor = Actor::load(&mut conn, account).await?;
        let mut waiting = Waiting::default();
        for government in actor.governments().into_iter().filter(|g| actor.holds_in(Role::Administrator, g)) {
            let found: Vec<_> = match list(&mut conn, &actor, &government, ChangeStatus::Proposed).await {
                Ok(found) => found.into_iter().filter(|c| c.proposed_by != account).collect(),
                Err(Error::NotFound) => Vec::new(),
                Err(other) => return Err(other),
            };
            if !found.is_empty() {
                waiting.governments.push(government);
            }
            waiting.count += found.len();
            waiting.newest = found.iter().map(|c| c.proposed_at).fold(waiting.newest, Millis::max);
        }
        if waiting.count > 0 && before.is_none_or(|before| before < waiting.newest) {
            told.push((actor, waiting));
        }
    }
    drop(conn);
    let mut mails = 0;
    for (actor, waiting) in told {
        let link = match waiting.governments.as_slice() {
            [one] => format!("{address}/petugas/direktori/{one}/perubahan"),
            _ => format!("{address}/petugas/direktori"),
        };
        let mut tx = portal.db.begin().await?;
        // Of two servers that look at once, one writes.
        let first = on!(&mut tx, c => sqlx::query(
            "insert into directory_reminder (account_id, told_at) values ($1, $2) on conflict (account_id) do update set told_at = excluded.told_at where directory_reminder.told_at <= $3")
            .bind(actor.account).bind(now).bind(now - DAY).execute(c).await?.rows_affected());
        if first == 1 {
            let args = vec![("count".into(), waiting.count.to_string()), ("link".into(), link)];
            // Staff work in Indonesian.
            promise_mail(portal, &mut tx, &Mail { to: actor.email, language: "id".into(), key: "mail-changes-waiting".into(), args }).await?;
            mails += 1;
        }
        tx.commit().await?;
    }
    Ok(mails)
}
