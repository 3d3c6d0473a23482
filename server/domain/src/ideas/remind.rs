//! Whoever must answer an idea is reminded once, shortly before its last day.

use super::heads::accounts_of_head;
use crate::clock::{day_text, local_day};
use crate::directory::governments;
use crate::error::Result;
use crate::ids::{AccountId, IdeaId, UnitId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// Reminds of what is due; returns of how many. Repeating it reminds nobody twice.
///
/// # Errors
/// The database's.
pub async fn remind(portal: &Portal) -> Result<u64> {
    let mut conn = portal.db.read().await?;
    let places = governments(&mut conn).await?;
    drop(conn);
    let mut reminded = 0;
    for place in places {
        let today = place.today(portal.now());
        let mut tx = portal.db.begin().await?;
        let ahead = rules::in_force(&mut tx, "ideas.remind", &today).await?.value;
        let until = day_text(local_day(portal.now(), place.utc_offset_hours).saturating_add(time::Duration::days(ahead)));
        let due: Vec<(IdeaId, String, String, UnitId, AccountId)> = on!(&mut tx, conn => sqlx::query_as(
            "select i.id, i.code, i.title, i.unit_id, i.author_id from idea i where i.government = $1 and i.reminded_on is null and i.answer_due <= $2 \
             and not exists (select 1 from idea_answer a where a.idea_id = i.id) and not exists (select 1 from moderation_act m where m.subject_id = i.id) limit 200")
            .bind(&place.slug).bind(&until).fetch_all(conn).await?);
        for (id, code, title, unit, author) in due {
            on!(&mut tx, conn => sqlx::query("update idea set reminded_on = $2 where id = $1").bind(id).bind(&today).execute(conn).await?.rows_affected());
            for account in accounts_of_head(&mut tx, unit, author, &today).await? {
                tell(portal, &mut tx, account, "idea-due", &title, &format!("/petugas/gagasan/{code}")).await?;
            }
            reminded += 1;
        }
        tx.commit().await?;
    }
    Ok(reminded)
}
