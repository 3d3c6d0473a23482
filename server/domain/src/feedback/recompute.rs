//! When the holidays change, open cases get their last days anew. A day depends only on where its clock began, how long
//! it runs and when it stood still, so cases are moved in sets; each gets a row with the old day and the new, and a step.
//!
//! Repeating it changes nothing, and one that was killed half-way is finished by the next: it compares what is there
//! with what should be. It also sets the days that a table did not reach when they were asked for.

use std::collections::HashMap;

use crate::calendar::Calendar;
use crate::db::{Conn, Tx};
use crate::directory::governments;
use crate::error::Result;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::rules;

use super::clocks::due;

/// How many cases got another last day, by clock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moved {
    pub verify: u64,
    pub answer: u64,
    pub follow_up: u64,
    pub reply: u64,
    pub ladder: u64,
}

impl Moved {
    pub const fn all(&self) -> u64 {
        self.verify + self.answer + self.follow_up + self.reply + self.ladder
    }

    fn count(&mut self, clock: Clock, cases: u64) {
        *match clock {
            Clock::Verify => &mut self.verify,
            Clock::Answer => &mut self.answer,
            Clock::FollowUp => &mut self.follow_up,
            Clock::Reply => &mut self.reply,
            Clock::Ladder => &mut self.ladder,
        } += cases;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clock {
    Verify,
    Answer,
    FollowUp,
    Reply,
    Ladder,
}

const CLOCKS: [Clock; 5] = [Clock::Verify, Clock::Answer, Clock::FollowUp, Clock::Reply, Clock::Ladder];

impl Clock {
    /// The rule with its days; the answer's clock has its days in the case, for they are of its class.
    const fn rule(self) -> Option<&'static str> {
        match self {
            Self::Verify => Some("feedback.verify"),
            Self::Answer => None,
            Self::FollowUp => Some("feedback.first_follow_up"),
            Self::Reply => Some("feedback.reporter_reply"),
            Self::Ladder => Some("feedback.ladder"),
        }
    }
}

/// Cases whose clock is one: begun, long and paused alike, with the same last day.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Set {
    began: String,
    /// -1 where a rule says it.
    days: i64,
    pauses: String,
    due: Option<String>,
}

/// The statements of one clock, from the words in which they differ.
macro_rules! clock_sql {
    ($clock:literal, $due:literal, $from:literal, $days:literal, $pauses:literal, $running:literal) => {
        (
            concat!("select ", $from, " as began, ", $days, " as days, ", $pauses, " as pauses, ", $due, " as due from feedback_case c where ", $running, " group by 1, 2, 3, 4"),
            concat!(
                "insert into feedback_step (case_id, number, kind, at, by_role, reason) select c.id, (select coalesce(max(s.number), 0) + 1 from feedback_step s where s.case_id = c.id), 'due_changed', $5, 'system', '",
                $clock, "' from feedback_case c where ", $running, " and ", $from, " = $1 and ", $days, " = $2 and ", $pauses, " = $3 and ", $due, " is not distinct from $4"
            ),
            concat!(
                "insert into feedback_due_change (case_id, number, clock, old_due, new_due) select c.id, (select max(s.number) from feedback_step s where s.case_id = c.id), '",
                $clock, "', $4, $5 from feedback_case c where ", $running, " and ", $from, " = $1 and ", $days, " = $2 and ", $pauses, " = $3 and ", $due, " is not distinct from $4"
            ),
            concat!(
                "update feedback_case as c set ", $due, " = $5, rests_until = case when '", $clock, "' = 'answer' and c.status in ('assigned', 'in_progress', 'disputed') or '", $clock, "' in ('verify', 'reply', 'ladder') then $5 else rests_until end where ",
                $running, " and ", $from, " = $1 and ", $days, " = $2 and ", $pauses, " = $3 and ", $due, " is not distinct from $4"
            ),
        )
    };
}

type Sql = (&'static str, &'static str, &'static str, &'static str);

/// What runs is said as in the partial indexes, so that a set is found by one walk along its index.
const fn sql(clock: Clock) -> Sql {
    match clock {
        Clock::Verify => clock_sql!("verify", "verify_due", "verify_from", "cast(-1 as bigint)", "pauses", "status = 'submitted' and verify_from is not null"),
        Clock::Answer => {
            clock_sql!(
                "answer",
                "answer_due",
                "clock_from",
                "clock_days",
                "pauses",
                "status in ('submitted', 'assigned', 'in_progress', 'disputed', 'escalated') and clock_days is not null"
            )
        }
        Clock::FollowUp => clock_sql!("follow_up", "follow_up_due", "follow_from", "cast(-1 as bigint)", "''", "status = 'assigned' and follow_from is not null"),
        Clock::Reply => clock_sql!("reply", "reply_due", "reply_from", "cast(-1 as bigint)", "''", "status = 'responded' and reply_from is not null"),
        Clock::Ladder => clock_sql!("ladder", "ladder_due", "ladder_from", "cast(-1 as bigint)", "''", "status = 'escalated' and ladder_from is not null"),
    }
}

/// How many cases are moved before the transaction is committed, so that nobody waits long to write.
const COMMIT: u64 = 20_000;

/// `progress` is told how many sets of cases were looked at, of how many.
///
/// # Errors
/// The database's; what was committed before stays, and the next one goes on.
pub async fn recompute(portal: &Portal, progress: &mut (dyn FnMut(usize, usize) + Send)) -> Result<Moved> {
    let mut conn = portal.db.read().await?;
    let calendar = Calendar::whole(&mut conn).await?;
    let mut sets = Vec::new();
    for clock in CLOCKS {
        sets.extend(changed(&mut conn, &calendar, clock).await?);
    }
    drop(conn);
    let (total, mut moved, mut open) = (sets.len(), Moved::default(), 0);
    let mut tx: Option<Tx> = None;
    for (done, (clock, set, new)) in sets.iter().enumerate() {
        let mut current = match tx.take() {
            Some(tx) => tx,
            None => portal.db.begin().await?,
        };
        let cases = move_set(portal, &mut current, *clock, set, new.as_deref()).await?;
        if moved.all() == 0 && cases > 0 {
            note(portal, &mut current).await?;
        }
        moved.count(*clock, cases);
        open += cases;
        progress(done + 1, total);
        if open >= COMMIT {
            current.commit().await?;
            open = 0;
        } else {
            tx = Some(current);
        }
    }
    if let Some(tx) = tx {
        tx.commit().await?;
    }
    Ok(moved)
}

/// The sets of a clock whose last day is not what the holidays say, with what it should be.
async fn changed(conn: &mut Conn, calendar: &Calendar, clock: Clock) -> Result<Vec<(Clock, Set, Option<String>)>> {
    let sets: Vec<Set> = on!(conn, c => sqlx::query_as(sql(clock).0).fetch_all(c).await?);
    let mut by_rule: HashMap<String, Option<i64>> = HashMap::new();
    let mut found = Vec::new();
    for set in sets {
        let days = match clock.rule() {
            None => Some(set.days),
            Some(key) => match by_rule.get(&set.began) {
                Some(days) => *days,
                None => {
                    let days = rules::maybe_in_force(conn, key, &set.began).await?.map(|rule| rule.value);
                    by_rule.insert(set.began.clone(), days);
                    days
                }
            },
        };
        let new = days.and_then(|days| due(calendar, &set.began, days, &set.pauses));
        if new != set.due {
            found.push((clock, set, new));
        }
    }
    Ok(found)
}

async fn move_set(portal: &Portal, tx: &mut Tx, clock: Clock, set: &Set, new: Option<&str>) -> Result<u64> {
    let (_, step, change, case) = sql(clock);
    let (began, days, pauses, old) = (&set.began, set.days, &set.pauses, &set.due);
    let cases = on!(tx, conn => sqlx::query(step).bind(began).bind(days).bind(pauses).bind(old).bind(portal.now()).execute(conn).await?.rows_affected());
    if cases > 0 {
        on!(tx, conn => sqlx::query(change).bind(began).bind(days).bind(pauses).bind(old).bind(new).execute(conn).await?.rows_affected());
        on!(tx, conn => sqlx::query(case).bind(began).bind(days).bind(pauses).bind(old).bind(new).execute(conn).await?.rows_affected());
    }
    Ok(cases)
}

/// The public ledger says once, for each government, that the holidays changed: a million entries would say no more.
async fn note(portal: &Portal, tx: &mut Tx) -> Result<()> {
    for government in governments(tx).await? {
        ledger::append(portal, tx, ledger::Entry { government: &government.slug, kind: "feedback-clocks-moved", subject: "kalender", by_reporter: false, content: &() }).await?;
    }
    Ok(())
}
