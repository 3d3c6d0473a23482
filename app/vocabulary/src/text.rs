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

#[cfg(test)]
mod tests {
    use super::*;

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
