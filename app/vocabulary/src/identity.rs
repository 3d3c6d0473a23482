//! Asking who reported, and what reporter and staff write to each other.

use crate::words::words;
use crate::{Problems, text};

words! {
    /// An act on the way to an identity; each is told to the reporter.
    IdentityAct {
        /// An inspector or a verifier asks, with a reason.
        Asked = "asked",
        /// A second person agrees.
        Approved = "approved",
        Refused = "refused",
        /// Who asked has seen it.
        Opened = "opened",
        /// Nobody decided, or nobody opened it, in time.
        Lapsed = "lapsed",
    }
}

pub const REASON_LEAST: usize = 20;
pub const REASON_MOST: usize = 500;
pub const MESSAGE_LEAST: usize = 2;
pub const MESSAGE_MOST: usize = 2000;

/// Why an identity is asked for, or not given. The reporter reads it, by mail too: no number of a person in it.
///
/// # Errors
/// What is wrong with it, under the name of `field`.
pub fn reason(field: &'static str, typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take(field, text::paragraphs(typed, REASON_LEAST, REASON_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

/// A message between reporter and staff.
///
/// # Errors
/// What is wrong with it, under `pesan`.
pub fn message(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("pesan", text::paragraphs(typed, MESSAGE_LEAST, MESSAGE_MOST)).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fault;

    #[test]
    fn a_reason_says_something_and_tells_no_number() {
        for (typed, fault, why) in [
            ("", Fault::Missing, "no reason"),
            ("perlu saja", Fault::TooShort { least: REASON_LEAST }, "says nothing"),
            ("Saksi ber-NIK 9971081201010001 harus didengar.", Fault::PersonalNumber, "the reporter's mail is read by others"),
        ] {
            assert_eq!(reason("alasan", typed).err().and_then(|p| p.of("alasan")), Some(fault), "{why}");
        }
        assert!(reason("alasan", "Pelapor perlu didengar sebagai saksi.").is_ok());
    }

    #[test]
    fn a_message_has_the_limits_of_other_texts() {
        for (typed, fault, why) in [
            ("  ", Fault::Missing, "spaces are nothing"),
            ("mati\u{0}lampu", Fault::Unreadable, "a control character"),
            (&"x".repeat(MESSAGE_MOST + 1), Fault::TooLong { most: MESSAGE_MOST }, "too long"),
        ] {
            assert_eq!(message(typed).err().and_then(|p| p.of("pesan")), Some(fault), "{why}");
        }
    }
}
