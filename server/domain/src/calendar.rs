//! Working days: Monday to Friday without national holidays and collective leave (cuti bersama). Day 1 is the first
//! working day after the date received (`design` rule; SKB of three ministers gives the holidays). Beyond the last
//! covered year a date is refused, never guessed.

use std::collections::HashSet;

use time::{Date, Duration, Month, Weekday};

use crate::clock::{day_text, parse_day};
use crate::db::Linked;
use crate::error::{Refusal, Result};
use crate::on;

#[derive(Debug, Clone)]
pub struct Calendar {
    holidays: HashSet<Date>,
    covered: Option<(Date, Date)>,
}

impl Calendar {
    /// Builds it from the holidays' dates; the years they fall in are the covered ones.
    pub fn new(holidays: impl IntoIterator<Item = Date>) -> Self {
        let holidays: HashSet<Date> = holidays.into_iter().collect();
        let first = holidays.iter().map(|d| d.year()).min();
        let last = holidays.iter().map(|d| d.year()).max();
        let covered =
            first.zip(last).and_then(|(first, last)| Some((Date::from_calendar_date(first, Month::January, 1).ok()?, Date::from_calendar_date(last, Month::December, 31).ok()?)));
        Self { holidays, covered }
    }

    /// Reads the years around `day`: those before and after it, which is more than any clock runs.
    ///
    /// # Errors
    /// The database's.
    pub async fn around(linked: &mut impl Linked, day: Date) -> Result<Self> {
        let from = format!("{:04}-01-01", day.year() - 1);
        let to = format!("{:04}-12-31", day.year() + 2);
        let days: Vec<String> = on!(linked, conn => sqlx::query_scalar("select date from holiday where date between $1 and $2").bind(&from).bind(&to).fetch_all(conn).await?);
        Ok(Self::new(days.iter().filter_map(|d| parse_day(d))))
    }

    /// Reads the whole table: for what may have taken longer than any clock runs.
    ///
    /// # Errors
    /// The database's.
    pub async fn whole(linked: &mut impl Linked) -> Result<Self> {
        let days: Vec<String> = on!(linked, conn => sqlx::query_scalar("select date from holiday").fetch_all(conn).await?);
        Ok(Self::new(days.iter().filter_map(|d| parse_day(d))))
    }

    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.holidays.contains(&day)
    }

    /// The last day, `days` working days after `received`; it ends at 23.59.59 local time.
    ///
    /// # Errors
    /// [`Refusal::BeyondCalendar`] when the table ends before that day.
    pub fn due(&self, received: Date, days: i64) -> Result<Date> {
        let (first, last) = self.covered.ok_or(Refusal::BeyondCalendar)?;
        if received < first {
            return Err(Refusal::BeyondCalendar.into());
        }
        let mut day = received;
        let mut left = days;
        while left > 0 {
            day = day.next_day().filter(|d| *d <= last).ok_or(Refusal::BeyondCalendar)?;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// Working days from the day after `from` up to and with `to`; negative when `to` lies before. By weeks, so that what is
    /// years late costs no more than what is due tomorrow.
    pub fn between(&self, from: Date, to: Date) -> i64 {
        let (start, end, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let (weeks, rest) = ((end - start).whole_days() / 7, (end - start).whole_days() % 7);
        let odd = (0..rest).filter_map(|days| end.checked_sub(Duration::days(days))).filter(|day| !weekend(*day)).count();
        let free = self.holidays.iter().filter(|day| **day > start && **day <= end && !weekend(**day)).count();
        let count = weeks * 5 + i64::try_from(odd).unwrap_or_default() - i64::try_from(free).unwrap_or_default();
        sign * count
    }

    /// As [`Self::between`], for a span that runs forward within the covered years; none beyond, never guessed.
    pub fn counted(&self, from: Date, to: Date) -> Option<i64> {
        let (first, last) = self.covered?;
        (first <= from && from <= to && to <= last).then(|| self.between(from, to))
    }
}

/// The due day as text, as it stands in the database.
///
/// # Errors
/// As [`Calendar::due`].
pub fn due_text(calendar: &Calendar, received: Date, days: i64) -> Result<String> {
    calendar.due(received, days).map(day_text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn shipped() -> Calendar {
        let mut table = csv::Reader::from_reader(include_str!("../../data/reference/holidays_id_2024_2027.csv").as_bytes());
        Calendar::new(table.records().filter_map(|row| parse_day(row.ok()?.get(0)?)))
    }

    #[test]
    fn weeks_count_as_their_days_do() {
        let calendar = shipped();
        let first = Date::from_calendar_date(2025, Month::February, 20).unwrap();
        for from in 0..40 {
            for to in (from..from + 30).chain([from + 200, from + 365, from + 800]) {
                let (start, end) = (first + Duration::days(from), first + Duration::days(to));
                let one_by_one = (1..=to - from).filter(|days| calendar.is_working_day(start + Duration::days(*days))).count();
                assert_eq!(calendar.between(start, end), one_by_one as i64, "{start} to {end}");
                assert_eq!(calendar.between(end, start), -(one_by_one as i64), "{end} to {start}");
            }
        }
    }

    #[test]
    fn every_vector_of_the_reference_data_holds() {
        let vectors: serde_json::Value = serde_json::from_str(include_str!("../../data/reference/working_day_vectors.json")).unwrap();
        let calendar = shipped();
        let mut checked = 0;
        for vector in vectors["vectors"].as_array().unwrap() {
            let received = parse_day(vector["received"].as_str().unwrap()).unwrap();
            let days = vector["working_days"].as_i64().unwrap();
            match vector["due"].as_str() {
                Some(due) => assert_eq!(day_text(calendar.due(received, days).unwrap()), due, "{vector}"),
                None => assert!(matches!(calendar.due(received, days), Err(Error::Refused(Refusal::BeyondCalendar))), "{vector}"),
            }
            checked += 1;
        }
        assert_eq!(checked, 25);
    }

    #[test]
    fn years_have_as_many_working_days_as_the_decrees_say() {
        let calendar = shipped();
        let year = |y| calendar.between(parse_day(&format!("{}-12-31", y - 1)).unwrap(), parse_day(&format!("{y}-12-31")).unwrap());
        assert_eq!(year(2026), 240);
        assert_eq!(year(2027), 242);
    }

    #[test]
    fn a_span_beyond_the_table_is_not_counted() {
        let calendar = shipped();
        let day = |text| parse_day(text).unwrap();
        for (from, to, days, why) in [
            ("2026-11-02", "2026-11-02", Some(0), "answered the same day"),
            ("2026-10-30", "2026-11-02", Some(1), "a weekend between Friday and Monday"),
            ("2026-12-23", "2026-12-28", Some(1), "Christmas and collective leave"),
            ("2023-12-29", "2024-01-02", None, "received before the first covered year"),
            ("2027-12-30", "2028-01-03", None, "answered after the last"),
            ("2026-11-03", "2026-11-02", None, "backwards"),
        ] {
            assert_eq!(calendar.counted(day(from), day(to)), days, "{why}");
        }
    }
}
