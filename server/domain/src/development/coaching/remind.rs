//! Assessor and person are reminded of a check-in on its day, once each.

use super::show::load;
use crate::development::{Holder, accounts_of};
use crate::directory::governments;
use crate::error::Result;
use crate::evaluation::assessor_of;
use crate::ids::CoachingId;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// Reminds of check-ins whose day has come; returns of how many. Repeating it reminds nobody twice.
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
        let due: Vec<(CoachingId, i64)> = on!(&mut tx, conn => sqlx::query_as(
            "select c.id, cast(1 as bigint) as number from coaching c where c.government = $1 and c.reminded < 1 and c.first_check_on <= $2 and not exists (select 1 from coaching_step s where s.coaching_id = c.id and s.kind = 'tinjauan_1') \
             union all select c.id, cast(2 as bigint) from coaching c where c.government = $1 and c.reminded = 1 and c.second_check_on <= $2 and not exists (select 1 from coaching_step s where s.coaching_id = c.id and s.kind = 'tinjauan_2') \
             union all select c.id, cast(2 as bigint) from coaching c where c.government = $1 and c.reminded = 0 and c.second_check_on <= $2 and exists (select 1 from coaching_step s where s.coaching_id = c.id and s.kind = 'tinjauan_1') \
             and not exists (select 1 from coaching_step s where s.coaching_id = c.id and s.kind = 'tinjauan_2')")
            .bind(&place.slug).bind(&today).fetch_all(conn).await?);
        for (id, number) in due {
            on!(&mut tx, conn => sqlx::query("update coaching set reminded = $2 where id = $1").bind(id).bind(number).execute(conn).await?.rows_affected());
            let coaching = load(&mut tx, id).await?;
            let position = Holder::of_person(&mut tx, coaching.person_id, &today).await?.map_or(coaching.position_id, |h| h.position_id);
            let assessor = assessor_of(&mut tx, position, Some(coaching.person_id), &today, |_| false).await?;
            for person in [Some(coaching.person_id), assessor.map(|a| a.person)].into_iter().flatten() {
                for account in accounts_of(&mut tx, person).await? {
                    tell(portal, &mut tx, account, "coaching-due", &coaching.position_title, &format!("/petugas/pembinaan/{id}")).await?;
                }
            }
            reminded += 1;
        }
        tx.commit().await?;
    }
    Ok(reminded)
}
