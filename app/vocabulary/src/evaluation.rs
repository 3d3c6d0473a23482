//! Evidence cards: what they come from, what an assessor may decide, what both write.

mod evidence;
mod line;
pub mod plan;
pub mod rating;

pub use evidence::{
    AFTER_MOST, CardState, DeskTab, Grounds, HoldReason, ImprovementInput, NoteBy, REPLY_FILES_MOST, ReporterBand, Settled, Settling, TypedDecision, note, quarter_of,
};

pub use line::{DELEGATION_REASON_LEAST, DELEGATION_REASON_MOST, DelegationInput, LookForm, LookedAt, Standing};
pub use plan::CoreValue;

use crate::words::words;
use crate::{Problems, text};

words! {
    /// Why a card exists.
    Source { Upheld = "upheld", Partly = "partly", Praise = "praise", Answer = "answer" }
}

words! {
    Decision { Accept = "accept", AcceptWithNote = "accept_with_note", Reject = "reject" }
}

words! {
    /// Where a card stands; never stored, always read from its reply and decision.
    CardStage { AwaitingReply = "awaiting_reply", Replied = "replied", Decided = "decided" }
}

words! {
    /// The nine elements of PermenPANRB 14/2017, by key and never by position: U8 and U9 are swapped in the wild.
    Element {
        Requirements = "requirements", Procedure = "procedure", CompletionTime = "completion_time", Cost = "cost",
        Product = "product", StaffCompetence = "staff_competence", StaffBehaviour = "staff_behaviour",
        Facilities = "facilities", ComplaintHandling = "complaint_handling",
    }
}

pub const REPLY_LEAST: usize = 10;
pub const REPLY_MOST: usize = 3000;

/// # Errors
/// What is wrong with the holder's reply.
pub fn reply(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("balasan", text::paragraphs(typed, REPLY_LEAST, REPLY_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

/// A decision always has a reason.
#[derive(Debug, Clone)]
pub struct DecisionInput {
    pub decision: Decision,
    pub reason: String,
    /// Why it was rejected, in a word that can be counted; of a rejection only.
    pub grounds: Option<Grounds>,
    /// The value the assessor sees in it; the portal only proposes one.
    pub value: Option<CoreValue>,
    /// The sentence of feedback as the assessor leaves it; of an accepted card only.
    pub feedback: String,
}

impl DecisionInput {
    /// Of a decision that is told in two words: the reason serves as feedback too.
    ///
    /// # Errors
    /// Every problem at once.
    pub fn parse(decision: &str, reason: &str) -> Result<Self, Problems> {
        let rejects = decision == Decision::Reject.as_str();
        let grounds = if rejects { Grounds::NotShown.as_str() } else { "" };
        Self::read(&TypedDecision { decision, reason, grounds, value: "", feedback: if rejects { "" } else { reason } })
    }

    /// Of the whole form.
    ///
    /// # Errors
    /// Every problem at once.
    pub fn read(typed: &TypedDecision<'_>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match (typed.decision, Decision::parse(typed.decision)) {
            ("", _) => Err(crate::Fault::Missing),
            (_, None) => Err(crate::Fault::UnknownChoice),
            (_, Some(decision)) => Ok(decision),
        };
        let decision = problems.take("keputusan", chosen);
        let reason = problems.take("alasan", text::paragraphs(typed.reason, REPLY_LEAST, REPLY_MOST).and_then(text::without_personal_number));
        let rejects = decision == Some(Decision::Reject);
        let grounds = match (typed.grounds, Grounds::parse(typed.grounds)) {
            _ if !rejects => Some(None),
            ("", _) => problems.take("sebab", Err(crate::Fault::Missing)),
            (_, None) => problems.take("sebab", Err(crate::Fault::UnknownChoice)),
            (_, found) => Some(found),
        };
        let value = match (typed.value, CoreValue::parse(typed.value)) {
            ("", _) => Some(None),
            (_, None) => problems.take("nilai", Err(crate::Fault::UnknownChoice)),
            (_, found) => Some(found),
        };
        // A rejected card says nothing about the holder.
        let feedback = if rejects {
            Some(String::new())
        } else {
            problems.take("umpan-balik", text::paragraphs(typed.feedback, REPLY_LEAST, REPLY_MOST).and_then(text::without_personal_number))
        };
        match (decision, reason, grounds, value, feedback) {
            (Some(decision), Some(reason), Some(grounds), Some(value), Some(feedback)) if problems.is_empty() => Ok(Self { decision, reason, grounds, value, feedback }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_without_a_reason_is_no_decision() {
        let problems = DecisionInput::parse("accept", " ").err().unwrap_or_default();
        assert!(problems.of("alasan").is_some());
        assert!(DecisionInput::parse("skor", "alasan yang panjang").is_err());
        assert!(DecisionInput::parse("reject", "di luar kendali jabatan").is_ok());
        let whole = TypedDecision { decision: "reject", reason: "di luar kendali jabatan", grounds: "", value: "", feedback: "" };
        assert!(DecisionInput::read(&whole).err().unwrap_or_default().of("sebab").is_some(), "a rejection says of what kind");
        let whole = TypedDecision { decision: "accept", grounds: "", ..whole };
        assert!(DecisionInput::read(&whole).err().unwrap_or_default().of("umpan-balik").is_some(), "what is accepted is fed back");
    }
}
