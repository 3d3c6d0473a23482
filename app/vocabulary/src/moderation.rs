//! Why something in the forum may be hidden. Criticism of an official is not on the list, and never will be.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    HideReason {
        PersonalAttack = "personal_attack", PersonalData = "personal_data", Spam = "spam", Hate = "hate", OffTopic = "off_topic",
    }
}

/// A reason and the words told to the author; a moderator must give both.
#[derive(Debug, Clone)]
pub struct ReasonInput {
    pub reason: HideReason,
    pub note: String,
}

impl ReasonInput {
    /// `least` is how many characters the note needs: none from a reader who flags, some from a moderator who hides.
    ///
    /// # Errors
    /// Every problem at once.
    pub fn parse(reason: &str, note: &str, least: usize) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match HideReason::parse(reason) {
            Some(reason) => Ok(reason),
            None if reason.is_empty() => Err(Fault::Missing),
            None => Err(Fault::UnknownChoice),
        };
        let reason = problems.take("alasan", chosen);
        let note = problems.take("catatan", text::paragraphs(note, least, 1000));
        match (reason, note) {
            (Some(reason), Some(note)) => Ok(Self { reason, note }),
            _ => Err(problems),
        }
    }
}
