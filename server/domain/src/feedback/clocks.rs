//! The clocks of a case: so many working days from a day, without the days on which it waited for the reporter.

use time::{Date, Duration};

use super::steps::last_step;
use crate::calendar::Calendar;
use crate::clock::{day_text, local_day, parse_day};
use crate::db::{Linked, Tx};
use crate::directory::{self, Government};
use crate::error::{Error, Refusal, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// The holidays, and today as the government's people read it.
pub(super) struct Clocks {
    calendar: Calendar,
    date: Date,
    /// `YYYY-MM-DD`.
    pub today: String,
}

impl Clocks {
    pub async fn load(portal: &Portal, linked: &mut impl Linked, government: &Government) -> Result<Self> {
        let date = local_day(portal.now(), government.utc_offset_hours);
        Ok(Self { calendar: Calendar::whole(linked).await?, date, today: day_text(date) })
    }

    pub async fn of(portal: &Portal, linked: &mut impl Linked, government: &str) -> Result<Self> {
        let government = directory::government(linked, government).await?;
        Self::load(portal, linked, &government).await
    }

    /// The last day of a clock; none where the holiday table ends before it: it is set when the table is extended.
    pub fn due(&self, from: &str, days: i64, pauses: &str) -> Option<String> {
        due(&self.calendar, from, days, pauses)
    }

    /// The same for a step of staff, which is refused rather than taken without its day.
    pub fn promised(&self, from: &str, days: i64, pauses: &str) -> Result<String> {
        self.due(from, days, pauses).ok_or_else(|| Refusal::BeyondCalendar.into())
    }

    /// So many days of the calendar after today.
    pub fn days_from_today(&self, days: i64) -> String {
        day_text(self.date.saturating_add(Duration::days(days)))
    }

    /// The number of a rule, as it is today.
    pub async fn rule(&self, linked: &mut impl Linked, key: &str) -> Result<i64> {
        Ok(rules::in_force(linked, key, &self.today).await?.value)
    }
}

/// The last day of a clock that began on `from` (`YYYY-MM-DD`) and stood still in `pauses`.
pub(super) fn due(calendar: &Calendar, from: &str, days: i64, pauses: &str) -> Option<String> {
    let start = parse_day(from)?;
    let mut days = days;
    for (stopped, went_on) in pauses.split(' ').filter_map(|pause| pause.split_once('/')) {
        // A pause of before this clock began is none of its own.
        if stopped >= from {
            days += calendar.counted(parse_day(stopped)?, parse_day(went_on)?)?;
        }
    }
    match calendar.due(start, days) {
        Ok(day) => Some(day_text(day)),
        Err(_) => None,
    }
}

/// The pauses with one more, which ends today; a clock that was set back makes it none.
pub(super) fn with_pause(pauses: &str, since: &str, today: &str) -> String {
    let until = today.max(since);
    [pauses, &format!("{since}/{until}")].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A new round of the answer's clock: from today, with so many days.
pub(super) async fn new_round(tx: &mut Tx, case: CaseId, today: &str, days: Option<i64>, due: Option<&String>) -> Result<()> {
    on!(tx, conn => sqlx::query("update feedback_case set clock_from = $2, clock_days = $3, answer_due = $4 where id = $1")
        .bind(case).bind(today).bind(days).bind(due).execute(conn).await?.rows_affected());
    Ok(())
}

/// Notes with its step, the newest, that the answer's clock began anew: what was due before is not forgotten.
pub(super) async fn began_anew(tx: &mut Tx, case: CaseId, old: Option<&String>) -> Result<()> {
    let number = last_step(tx, case).await?;
    on!(tx, conn => sqlx::query("insert into feedback_due_change (case_id, number, clock, old_due, new_due) select id, $2, 'answer', $3, answer_due from feedback_case where id = $1")
        .bind(case).bind(number).bind(old).execute(conn).await?.rows_affected());
    Ok(())
}

/// The working days of a kind, as the rule was on a day; none where it has no clock.
pub(super) async fn days_of(linked: &mut impl Linked, kind: vocabulary::feedback::Kind, day: &str) -> Result<Option<i64>> {
    Ok(rules::maybe_in_force(linked, &format!("feedback.answer.{kind}"), day).await?.map(|rule| rule.value))
}

/// Names a field of a form that is wrong.
pub(super) fn wrong(field: &'static str, fault: vocabulary::Fault) -> Error {
    let mut problems = vocabulary::Problems::default();
    problems.add(field, fault);
    Error::Invalid(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Calendar {
        let mut table = csv::Reader::from_reader(include_str!("../../../data/reference/holidays_id_2024_2027.csv").as_bytes());
        Calendar::new(table.records().filter_map(|row| parse_day(row.ok()?.get(0)?)))
    }

    #[test]
    fn a_pause_moves_the_last_day_by_the_working_days_paused() {
        let calendar = shipped();
        for (from, days, pauses, last, why) in [
            ("2026-11-02", 14, "", Some("2026-11-20"), "no pause"),
            ("2026-11-02", 14, "2026-11-04/2026-11-04", Some("2026-11-20"), "completed on the day it was asked"),
            ("2026-11-02", 14, "2026-11-04/2026-11-09", Some("2026-11-25"), "three working days and a weekend"),
            ("2026-11-02", 14, "2026-11-07/2026-11-08", Some("2026-11-20"), "a weekend costs nothing"),
            ("2026-11-02", 14, "2026-11-04/2026-11-05 2026-11-10/2026-11-12", Some("2026-11-25"), "twice: one day and two"),
            ("2026-11-02", 14, "2026-10-01/2026-10-20", Some("2026-11-20"), "a pause of an earlier round"),
            ("2026-03-13", 14, "2026-03-16/2026-03-26", Some("2026-04-15"), "over Idul Fitri with its collective leave: three working days"),
            ("2027-12-20", 14, "", None, "the table ends"),
            ("2026-11-02", 14, "2026-11-04/2028-01-03", None, "paused beyond the table"),
        ] {
            assert_eq!(due(&calendar, from, days, pauses).as_deref(), last, "{why}");
        }
    }

    #[test]
    fn pauses_are_kept_in_order_and_never_run_backwards() {
        assert_eq!(with_pause("", "2026-11-04", "2026-11-09"), "2026-11-04/2026-11-09");
        assert_eq!(with_pause("2026-11-04/2026-11-09", "2026-11-11", "2026-11-10"), "2026-11-04/2026-11-09 2026-11-11/2026-11-11", "the clock was set back");
    }
}
