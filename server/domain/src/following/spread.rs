//! From one piece of news to everybody who wants to hear it: a line each, in portions, so that a hundred thousand followers
//! hold up nobody's page. Stopping anywhere and going on loses and repeats nothing.

use time::{Date, Duration, Weekday};
use vocabulary::following::{Level, Rhythm};

use super::reporters::ensure;
use crate::clock::{Millis, at_hour, day_text, local, local_day};
use crate::db::Tx;
use crate::error::Result;
use crate::ids::FollowerId;
use crate::notifications::news;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// How many followers one transaction reaches.
const PORTION: i64 = 1000;
/// What looking at one piece of news costs beside its followers, counted as so many of them.
const LOOKING: i64 = 5;

/// Moves the oldest news that is due one portion further; false when there is none.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn spread(portal: &Portal) -> Result<bool> {
    let now = portal.now();
    let mut conn = portal.db.read().await?;
    let due = news::is_due(&mut conn, now).await?;
    drop(conn);
    if !due {
        return Ok(false);
    }
    let mut tx = portal.db.begin().await?;
    let mut left = PORTION;
    while left > 0 {
        let Some(reached) = further(portal, &mut tx, now, left).await? else { break };
        left -= reached + LOOKING;
    }
    tx.commit().await?;
    Ok(true)
}

/// Moves the oldest news that is due to so many followers more, and says to how many; none when there is none.
async fn further(portal: &Portal, tx: &mut Tx, now: Millis, most: i64) -> Result<Option<i64>> {
    let due = news::take_due(tx, now).await?;
    let Some(due) = due else { return Ok(None) };
    for report in news::reporters_of(tx, due.id).await? {
        ensure(portal, tx, report).await?;
    }
    let offset: i64 = on!(tx, conn => sqlx::query_scalar("select utc_offset_hours from government where slug = $1").bind(&due.government).fetch_one(conn).await?);
    let today = day_text(local_day(now, offset));
    let hour = rules::in_force(tx, "notifications.digest_hour", &today).await?.value;
    let weekday = rules::in_force(tx, "notifications.digest_weekday", &today).await?.value;
    let heard = due.level()?.heard_by().map(Level::as_str);
    let from = due.spread_to.unwrap_or(FollowerId(uuid::Uuid::nil()));
    // Who can be reached by nothing is left out: nothing should pile up for them.
    let reached: Vec<FollowerId> = on!(tx, conn => sqlx::query_scalar(
        "select distinct f.follower_id from following f join news_about a on a.subject = f.subject join follower w on w.id = f.follower_id \
         where a.news_id = $1 and f.level in ($2, $3, $4, $5) and f.follower_id > $6 and (w.mail_ended_at is null or exists (select 1 from push_subscription p where p.follower_id = w.id)) order by f.follower_id limit $7")
        .bind(due.id).bind(heard[0]).bind(heard[1]).bind(heard[2]).bind(heard[3]).bind(from).bind(most).fetch_all(conn).await?);
    if let Some(last) = reached.last() {
        on!(tx, conn => sqlx::query(
            "insert into letter_line (follower_id, news_id, ready_at) \
             select f.follower_id, a.news_id, min(case f.rhythm when 'langsung' then cast($7 as bigint) when 'harian' then cast($8 as bigint) else cast($9 as bigint) end) \
             from following f join news_about a on a.subject = f.subject join follower w on w.id = f.follower_id \
             where a.news_id = $1 and f.level in ($2, $3, $4, $5) and f.follower_id > $6 and f.follower_id <= $10 and (w.mail_ended_at is null or exists (select 1 from push_subscription p where p.follower_id = w.id)) \
             group by f.follower_id, a.news_id on conflict do nothing")
            .bind(due.id).bind(heard[0]).bind(heard[1]).bind(heard[2]).bind(heard[3]).bind(from)
            .bind(when(Rhythm::AtOnce, now, offset, hour, weekday)).bind(when(Rhythm::Daily, now, offset, hour, weekday)).bind(when(Rhythm::Weekly, now, offset, hour, weekday))
            .bind(last).execute(conn).await?.rows_affected());
        // Whoever is being written to, or whose server does not answer, is written to again when that is over.
        on!(tx, conn => sqlx::query(
            "update follower set next_at = (select min(l.ready_at) from letter_line l where l.follower_id = follower.id) \
             where claim is null and attempts = 0 and id > $1 and id <= $2 and id in (select l.follower_id from letter_line l where l.news_id = $3)")
            .bind(from).bind(last).bind(due.id).execute(conn).await?.rows_affected());
    }
    let over = (reached.len() as i64) < most;
    news::spread_to(tx, due.id, reached.last().copied().or(due.spread_to), over.then_some(now)).await?;
    Ok(Some(reached.len() as i64))
}

/// When somebody with this rhythm is written to next: at once, or at an hour of the place on the next day or on the next of
/// a day of the week (1 is Monday).
pub(super) fn when(rhythm: Rhythm, now: Millis, offset: i64, hour: i64, weekday: i64) -> Millis {
    let hour = hour.clamp(0, 23);
    let here = local(now, offset);
    let mut day: Date = here.date();
    let due_today = i64::from(here.hour()) < hour;
    match rhythm {
        Rhythm::AtOnce => return now,
        Rhythm::Daily => {
            if !due_today {
                day = day.saturating_add(Duration::DAY);
            }
        }
        Rhythm::Weekly => {
            let wanted = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday, Weekday::Saturday, Weekday::Sunday]
                [usize::try_from(weekday.clamp(1, 7) - 1).unwrap_or_default()];
            if day.weekday() != wanted || !due_today {
                day = day.next_occurrence(wanted);
            }
        }
    }
    at_hour(day, hour, offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::parse_moment;

    #[test]
    fn letters_leave_at_the_hour_of_the_place() {
        for (now, rhythm, expected, why) in [
            ("2026-11-02T09:00:00+07:00", Rhythm::AtOnce, "2026-11-02T09:00:00+07:00", "at once"),
            ("2026-11-02T09:00:00+07:00", Rhythm::Daily, "2026-11-03T07:00:00+07:00", "today's has left"),
            ("2026-11-02T06:59:00+07:00", Rhythm::Daily, "2026-11-02T07:00:00+07:00", "today's is to come"),
            ("2026-11-02T06:00:00+07:00", Rhythm::Weekly, "2026-11-02T07:00:00+07:00", "early on a Monday"),
            ("2026-11-02T09:00:00+07:00", Rhythm::Weekly, "2026-11-09T07:00:00+07:00", "later on a Monday"),
            ("2026-11-08T23:30:00+07:00", Rhythm::Weekly, "2026-11-09T07:00:00+07:00", "a Sunday night"),
        ] {
            assert_eq!(when(rhythm, parse_moment(now).unwrap(), 7, 7, 1), parse_moment(expected).unwrap(), "{why}");
        }
        let east = when(Rhythm::Daily, parse_moment("2026-11-02T09:00:00+09:00").unwrap(), 9, 7, 1);
        assert_eq!(east, parse_moment("2026-11-03T07:00:00+09:00").unwrap(), "seven o'clock there");
    }
}
