//! Evidence cards: what they come from, what an assessor may decide, what both write.

mod line;
pub mod plan;
pub mod rating;

pub use line::{DELEGATION_REASON_LEAST, DELEGATION_REASON_MOST, DelegationInput, LookForm, LookedAt, Standing};

use crate::words::words;
use crate::{Problems, text};

words! {
    /// Why a card exists.
    Source { Upheld = "upheld", Partly = "partly", Praise = "praise" }
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
    problems.take("balasan", text::paragraphs(typed, REPLY_LEAST, REPLY_MOST)).ok_or(problems)
}

/// A decision always has a reason.
#[derive(Debug, Clone)]
pub struct DecisionInput {
    pub decision: Decision,
    pub reason: String,
}

impl DecisionInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(decision: &str, reason: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match (decision, Decision::parse(decision)) {
            ("", _) => Err(crate::Fault::Missing),
            (_, None) => Err(crate::Fault::UnknownChoice),
            (_, Some(decision)) => Ok(decision),
        };
        let decision = problems.take("keputusan", chosen);
        let reason = problems.take("alasan", text::paragraphs(reason, REPLY_LEAST, REPLY_MOST));
        match (decision, reason) {
            (Some(decision), Some(reason)) => Ok(Self { decision, reason }),
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
    }
}
