//! Where a case stands with its last day, for pages to say in words.

use vocabulary::feedback::Status;

use crate::calendar::Calendar;
use crate::clock::parse_day;
use crate::db::Linked;
use crate::error::Result;

/// What of a case decides it.
#[derive(Debug, Clone, Copy)]
pub struct CaseClock<'a> {
    pub status: Status,
    /// None for praise.
    pub clock_days: Option<i64>,
    pub answer_due: Option<&'a str>,
    pub paused_since: Option<&'a str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deadline {
    /// Praise has no clock.
    None,
    /// Answered or ended: nothing is due.
    Over,
    /// The holiday table does not reach it yet.
    Later,
    /// It waits for the reporter since this day.
    Paused { since: String },
    /// Working days left, 0 on the last one; none where the table does not tell.
    Running { due: String, left: Option<i64> },
    /// Working days since, 0 on a weekend right after.
    Late { due: String, by: Option<i64> },
}

impl Deadline {
    /// Of what is due on a day, today.
    pub fn of_day(calendar: &Calendar, due: &str, today: &str) -> Self {
        let due = due.to_owned();
        let days = |from: &str, to: &str| calendar.counted(parse_day(from)?, parse_day(to)?);
        if due.as_str() < today { Self::Late { by: days(&due, today), due } } else { Self::Running { left: days(today, &due), due } }
    }
}

impl CaseClock<'_> {
    /// On a day (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// The database's.
    pub async fn stands(&self, linked: &mut impl Linked, today: &str) -> Result<Deadline> {
        if let Some(since) = self.paused_since.filter(|_| self.status == Status::NeedsInfo) {
            return Ok(Deadline::Paused { since: since.to_owned() });
        }
        if !self.status.is_open() || self.status == Status::Responded {
            return Ok(Deadline::Over);
        }
        let Some(due) = self.answer_due else {
            return Ok(if self.clock_days.is_some() { Deadline::Later } else { Deadline::None });
        };
        Ok(Deadline::of_day(&Calendar::whole(linked).await?, due, today))
    }
}
