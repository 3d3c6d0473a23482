//! Time is an argument. Moments are integer milliseconds UTC; days are `YYYY-MM-DD` in the government's zone.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use time::{Date, OffsetDateTime, UtcOffset};

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

pub const MINUTE: Millis = 60_000;
pub const HOUR: Millis = 60 * MINUTE;
pub const DAY: Millis = 24 * HOUR;

#[derive(Debug, Clone)]
pub enum Clock {
    System,
    /// Stands still until it is moved: for tests and for telling the demonstration's history.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    pub fn fixed(at: Millis) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at)))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
    pub fn now(&self) -> Millis {
        match self {
            Self::System => (OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000) as Millis,
            Self::Fixed(at) => at.load(Ordering::SeqCst),
        }
    }

    /// Moves a fixed clock; the system's clock cannot be moved and stays.
    pub fn advance(&self, by: Millis) {
        if let Self::Fixed(at) = self {
            at.fetch_add(by, Ordering::SeqCst);
        }
    }
}

/// The moment as people on the spot read it.
pub fn local(at: Millis, utc_offset_hours: i64) -> OffsetDateTime {
    let utc = OffsetDateTime::from_unix_timestamp_nanos(i128::from(at) * 1_000_000).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let offset = i8::try_from(utc_offset_hours).ok().and_then(|hours| UtcOffset::from_hms(hours, 0, 0).ok()).unwrap_or(UtcOffset::UTC);
    utc.to_offset(offset)
}

/// An hour of a day on the spot.
pub fn at_hour(day: Date, hour: i64, utc_offset_hours: i64) -> Millis {
    day.midnight().assume_utc().unix_timestamp() * 1000 + (hour - utc_offset_hours) * HOUR
}

/// The day on which this moment falls on the spot.
pub fn local_day(at: Millis, utc_offset_hours: i64) -> Date {
    local(at, utc_offset_hours).date()
}

/// `YYYY-MM-DD`, as days stand in the database.
pub fn day_text(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

pub fn parse_day(text: &str) -> Option<Date> {
    Date::parse(text, time::macros::format_description!("[year]-[month]-[day]")).ok()
}

/// `2026-09-01T00:40:00Z`: a moment as other programs and people read it.
pub fn moment_text(at: Millis) -> String {
    let at = local(at, 0);
    format!("{}T{:02}:{:02}:{:02}Z", day_text(at.date()), at.hour(), at.minute(), at.second())
}

/// Reads `2026-09-01T07:40:00+07:00`.
pub fn parse_moment(text: &str) -> Option<Millis> {
    let at = OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).ok()?;
    Some((at.unix_timestamp_nanos() / 1_000_000) as Millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_the_place() {
        let late = parse_moment("2026-11-20T18:30:00Z").unwrap();
        assert_eq!(day_text(local_day(late, 7)), "2026-11-21", "half past one at night in Medan");
        assert_eq!(day_text(local_day(late, 0)), "2026-11-20");
        assert_eq!(parse_moment(&moment_text(late)), Some(late), "what is written is read again");
    }
}
