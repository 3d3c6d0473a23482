//! Dates and times in words, in the government's zone: "Senin, 23 November 2026, 14.05 WIB". Written on the server: a
//! date library in the browser costs more than the rest of the page.

use domain::clock::{HOUR, Millis, local, parse_day};
use time::{Date, OffsetDateTime};
use vocabulary::feedback::ByRole;

use crate::words::Words;

const MONTHS_ID: [&str; 12] = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const DAYS_ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

fn month(words: &Words, date: Date) -> String {
    if words.is_english() { date.month().to_string() } else { MONTHS_ID[usize::from(u8::from(date.month())) - 1].to_owned() }
}

fn weekday(words: &Words, date: Date) -> String {
    if words.is_english() { date.weekday().to_string() } else { DAYS_ID[usize::from(date.weekday().number_days_from_monday())].to_owned() }
}

/// "23 November 2026"; what cannot be read is shown as it is.
pub fn day(words: &Words, text: &str) -> String {
    parse_day(text).map_or_else(|| text.to_owned(), |date| plain(words, date))
}

fn plain(words: &Words, date: Date) -> String {
    format!("{} {} {}", date.day(), month(words, date), date.year())
}

/// "Senin, 23 November 2026".
pub fn long_day(words: &Words, text: &str) -> String {
    parse_day(text).map_or_else(|| text.to_owned(), |date| format!("{}, {}", weekday(words, date), plain(words, date)))
}

const fn zone(offset: i64) -> &'static str {
    match offset {
        8 => "WITA",
        9 => "WIT",
        _ => "WIB",
    }
}

/// "Senin, 23 November 2026, 14.05 WIB".
pub fn moment(words: &Words, at: Millis, offset: i64) -> String {
    let then: OffsetDateTime = local(at, offset);
    let mark = if words.is_english() { ':' } else { '.' };
    format!("{}, {}, {:02}{mark}{:02} {}", weekday(words, then.date()), plain(words, then.date()), then.hour(), then.minute(), zone(offset))
}

/// The moment of a step: of what a reporter does, and of what follows by itself from it, the hour only is kept, and
/// minutes would be made up.
pub fn step_moment(words: &Words, by: ByRole, at: Millis, offset: i64) -> String {
    if by == ByRole::Reporter { moment_day(words, at, offset) } else { kept_moment(words, at, offset) }
}

/// The day alone where only the hour was kept.
pub fn kept_moment(words: &Words, at: Millis, offset: i64) -> String {
    if at % HOUR == 0 { moment_day(words, at, offset) } else { moment(words, at, offset) }
}

/// "23 November 2026" of a moment.
pub fn moment_day(words: &Words, at: Millis, offset: i64) -> String {
    plain(words, local(at, offset).date())
}

/// For `<time datetime>`.
pub fn machine(at: Millis, offset: i64) -> String {
    let then = local(at, offset);
    format!("{:04}-{:02}-{:02}T{:02}:{:02}:00+{offset:02}:00", then.year(), u8::from(then.month()), then.day(), then.hour(), then.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::clock::parse_moment;

    #[test]
    fn in_words_of_both_languages() {
        let at = parse_moment("2026-11-23T07:05:00Z").unwrap();
        assert_eq!(moment(Words::of("id"), at, 7), "Senin, 23 November 2026, 14.05 WIB");
        assert_eq!(moment(Words::of("en"), at, 7), "Monday, 23 November 2026, 14:05 WIB");
        assert_eq!(long_day(Words::of("id"), "2026-08-17"), "Senin, 17 Agustus 2026");
        assert_eq!(machine(at, 7), "2026-11-23T14:05:00+07:00");
    }
}
