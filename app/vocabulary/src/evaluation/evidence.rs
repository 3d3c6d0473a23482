//! What evidence cards are made of: where they stand, why they are held back, what an assessor answers.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// Where a card stands, as its row says it; whose turn it is within `open` is read from its reply and its days.
    CardState { Held = "held", Open = "open", Decided = "decided", Discarded = "discarded" }
}

words! {
    /// The three lists of the desk.
    DeskTab { Ready = "siap", Waiting = "menunggu", Done = "selesai" }
}

words! {
    /// Why a card is held back until a person has looked.
    HoldReason {
        /// Far more reports about the same unit in a few days than usual.
        Burst = "burst",
        /// Several reports in nearly the same words.
        SameText = "same_text",
        /// Several senders whose accounts were made a few days before.
        NewAccounts = "new_accounts",
        /// The sender is whoever held the post.
        OwnAccount = "own_account",
        /// The sender works in the same unit.
        Colleague = "colleague",
    }
}

words! {
    /// How a hold ended.
    Settled { Released = "released", Discarded = "discarded" }
}

words! {
    /// Why a card was rejected, in words that can be counted and published.
    Grounds {
        BeyondPost = "beyond_post",
        NotShown = "not_shown",
        OtherPost = "other_post",
        RuleNotPerson = "rule_not_person",
        Repeated = "repeated",
    }
}

words! {
    /// How many reports a card stands for, in bands too wide to tell who they are.
    ReporterBand { One = "one", Few = "few", Some = "some", Many = "many" }
}

impl ReporterBand {
    pub const fn of(reports: i64) -> Self {
        match reports {
            ..2 => Self::One,
            2..5 => Self::Few,
            5..10 => Self::Some,
            _ => Self::Many,
        }
    }
}

words! {
    /// Who wrote a note of the dialogue.
    NoteBy { Holder = "holder", Assessor = "assessor" }
}

/// Photos that a reply may bring.
pub const REPLY_FILES_MOST: usize = 3;
pub const NOTE_LEAST: usize = 3;
pub const NOTE_MOST: usize = 1500;

/// A form of decision as it was typed.
#[derive(Debug, Clone, Copy)]
pub struct TypedDecision<'a> {
    pub decision: &'a str,
    pub reason: &'a str,
    pub grounds: &'a str,
    pub value: &'a str,
    pub feedback: &'a str,
}

/// A note of the dialogue.
///
/// # Errors
/// What is wrong with it.
pub fn note(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("catatan", text::paragraphs(typed, NOTE_LEAST, NOTE_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

/// Releasing or discarding what was held.
#[derive(Debug, Clone)]
pub struct Settling {
    pub as_what: Settled,
    pub reason: String,
}

impl Settling {
    /// # Errors
    /// Every problem at once.
    pub fn parse(as_what: &str, reason: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match (as_what, Settled::parse(as_what)) {
            ("", _) => Err(Fault::Missing),
            (_, None) => Err(Fault::UnknownChoice),
            (_, Some(settled)) => Ok(settled),
        };
        let as_what = problems.take("putusan", chosen);
        let reason = problems.take("alasan", text::paragraphs(reason, super::REPLY_LEAST, super::REPLY_MOST).and_then(text::without_personal_number));
        match (as_what, reason) {
            (Some(as_what), Some(reason)) => Ok(Self { as_what, reason }),
            _ => Err(problems),
        }
    }
}

pub const AFTER_MOST: usize = 600;

/// "You said, we did": how it was, how it is now, since when.
#[derive(Debug, Clone)]
pub struct ImprovementInput {
    /// Of the public case that led to it.
    pub reference: String,
    pub before: String,
    pub after: String,
    /// `YYYY-MM-DD`, no day to come.
    pub changed_on: String,
}

impl ImprovementInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(reference: &str, before: &str, after: &str, changed_on: &str, today: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let public = |typed: &str| text::paragraphs(typed, super::REPLY_LEAST, AFTER_MOST).and_then(text::without_personal_number);
        let reference = problems.take("laporan", text::line(reference, 5, 40)).map(|r| r.to_uppercase());
        let before = problems.take("sebelum", public(before));
        let after = problems.take("sesudah", public(after));
        let changed_on = problems.take("sejak", text::day(changed_on).and_then(|day| if day.as_str() > today { Err(Fault::InTheFuture) } else { Ok(day) }));
        match (reference, before, after, changed_on) {
            (Some(reference), Some(before), Some(after), Some(changed_on)) => Ok(Self { reference, before, after, changed_on }),
            _ => Err(problems),
        }
    }
}

/// The quarter in which a day lies, `2026-Q4`: the one grid on which figures are published.
pub fn quarter_of(day: &str) -> String {
    let month: u32 = day.get(5..7).and_then(|m| m.parse().ok()).unwrap_or(1);
    format!("{}-Q{}", day.get(..4).unwrap_or_default(), month.div_ceil(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_is_wider_than_a_person_or_two() {
        for (reports, band) in [(0, "one"), (1, "one"), (2, "few"), (4, "few"), (5, "some"), (9, "some"), (10, "many"), (500, "many")] {
            assert_eq!(ReporterBand::of(reports).as_str(), band, "{reports}");
        }
    }

    #[test]
    fn quarters_are_those_of_the_calendar() {
        for (day, quarter) in [("2026-01-01", "2026-Q1"), ("2026-03-31", "2026-Q1"), ("2026-04-01", "2026-Q2"), ("2026-09-30", "2026-Q3"), ("2026-12-31", "2026-Q4")] {
            assert_eq!(quarter_of(day), quarter);
        }
    }

    #[test]
    fn an_improvement_is_not_promised_but_done() {
        let late = ImprovementInput::parse("mdn-2611-7k3f0", "Loket tutup pukul 10.", "Loket buka sampai 16.", "2026-12-01", "2026-11-02");
        assert!(late.err().unwrap_or_default().of("sejak").is_some());
        assert_eq!(
            ImprovementInput::parse("mdn-2611-7k3f0", "Loket tutup pukul 10.", "Loket buka sampai 16.", "2026-11-01", "2026-11-02").map(|i| i.reference).ok().as_deref(),
            Some("MDN-2611-7K3F0")
        );
    }
}
