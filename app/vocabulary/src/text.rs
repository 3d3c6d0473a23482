//! What people type, made safe to keep: trimmed, one kind of line end, no control characters, within its limits.

use crate::Fault;

/// Text of one or more lines. Lengths are counted in characters, as people count them.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::TooShort`], [`Fault::TooLong`] and, for control characters or the mark that stands
/// for undecodable bytes, [`Fault::Unreadable`].
pub fn paragraphs(typed: &str, least: usize, most: usize) -> Result<String, Fault> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || c == '\u{FFFD}') {
        return Err(Fault::Unreadable);
    }
    let length = text.chars().count();
    if length == 0 && least > 0 {
        Err(Fault::Missing)
    } else if length < least {
        Err(Fault::TooShort { least })
    } else if length > most {
        Err(Fault::TooLong { most })
    } else {
        Ok(text.to_owned())
    }
}

/// Text of one line: line ends and runs of spaces become one space.
///
/// # Errors
/// As [`paragraphs`].
pub fn line(typed: &str, least: usize, most: usize) -> Result<String, Fault> {
    let joined = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    paragraphs(&joined, least, most)
}

/// The same, but nothing typed is nothing meant.
///
/// # Errors
/// As [`paragraphs`].
pub fn optional_line(typed: &str, most: usize) -> Result<Option<String>, Fault> {
    line(typed, 0, most).map(|text| (!text.is_empty()).then_some(text))
}

/// A day of the calendar as forms send it, `YYYY-MM-DD`; the same text sorts by time.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::NotADate`]. A year before 1945 is a slip of the keyboard.
pub fn day(typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let part = |range: std::ops::Range<usize>| typed.get(range).filter(|s| s.bytes().all(|b| b.is_ascii_digit())).and_then(|s| s.parse::<u32>().ok());
    let well_formed = typed.len() == 10 && typed.as_bytes().get(4) == Some(&b'-') && typed.as_bytes().get(7) == Some(&b'-');
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else { return Err(Fault::NotADate) };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    if !well_formed || year < 1945 || day == 0 || day > days { Err(Fault::NotADate) } else { Ok(typed.to_owned()) }
}

/// Refuses what looks like the number of a person, 16 digits (NIK) or 18 (NIP), bare or grouped by one kind of mark.
/// Looser than a validator on purpose: such a number must not leave by any text.
///
/// # Errors
/// [`Fault::PersonalNumber`].
pub fn without_personal_number(text: String) -> Result<String, Fault> {
    if crate::personal::has_personal_number(&text) { Err(Fault::PersonalNumber) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_days_of_the_calendar() {
        for (typed, expected, why) in [
            (" 2026-11-02 ", Ok("2026-11-02".to_owned()), "spaces around are not meant"),
            ("2028-02-29", Ok("2028-02-29".to_owned()), "a leap year"),
            ("2026-02-29", Err(Fault::NotADate), "not a leap year"),
            ("2/11/2026", Err(Fault::NotADate), "as it is said"),
            ("0026-11-02", Err(Fault::NotADate), "a year of two digits"),
            ("", Err(Fault::Missing), "nothing"),
        ] {
            assert_eq!(day(typed), expected, "{why}");
        }
    }

    #[test]
    fn numbers_of_persons_are_refused_however_they_are_grouped() {
        for text in [
            "9971081201010001",
            "NIK 9971 0812 0101 0001.",
            "9971.0812.0101.0001",
            "NIP 19780306 200501 2 901 lulus",
            "1978-0306-2005-0129-01",
            "Nomor 2026 9971081201010001",
            "9971081201010001 2026",
        ] {
            assert_eq!(without_personal_number(text.into()), Err(Fault::PersonalNumber), "{text}");
        }
        for text in ["Telepon 0617890123, 0617890124", "Rp1.250.000.000", "08.00-12.00 13.00-16.00", "Tahun 2026 2027", "Perda 1/2020", "12345678901234567890"] {
            assert!(without_personal_number(text.into()).is_ok(), "{text}");
        }
    }

    #[test]
    fn text_is_kept_as_meant_or_refused_with_its_fault() {
        let cases: &[(&str, Result<&str, Fault>, &str)] = &[
            ("  Lampu jalan mati  ", Ok("Lampu jalan mati"), "spaces around are not meant"),
            ("baris\r\nbaris", Ok("baris\nbaris"), "one kind of line end"),
            ("", Err(Fault::Missing), "nothing typed"),
            ("   ", Err(Fault::Missing), "spaces are nothing"),
            ("abc", Err(Fault::TooShort { least: 4 }), "three letters of four"),
            ("aaaaaaaaaaaaaaaaaaaaaaaaa", Err(Fault::TooLong { most: 20 }), "longer than allowed"),
            ("mati\u{0}lampu", Err(Fault::Unreadable), "a control character"),
            ("mati\u{FFFD}lampu", Err(Fault::Unreadable), "bytes that were not UTF-8"),
            ("🙂🙂🙂🙂", Ok("🙂🙂🙂🙂"), "characters are counted, not bytes"),
        ];
        for (typed, expected, why) in cases {
            assert_eq!(paragraphs(typed, 4, 20).as_deref(), expected.as_ref().copied().map_err(|_| expected.as_ref().err().unwrap()), "{why}");
        }
    }

    #[test]
    fn a_line_has_no_line_ends() {
        assert_eq!(line("satu\n dua\t tiga", 1, 40), Ok("satu dua tiga".to_owned()));
        assert_eq!(optional_line("  ", 40), Ok(None));
    }
}
