//! Ids are UUIDv7, a type each, so that a unit's id is never taken for a post's. People see short references.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type, serde::Serialize, serde::Deserialize)]
        #[sqlx(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids!(
    UnitId,
    PositionId,
    PersonId,
    TenureId,
    ServiceId,
    AccountId,
    GrantId,
    CaseId,
    CardId,
    TopicId,
    ReplyId,
    FlagId,
    ActId,
    JobId,
    NoticeId,
    ChangeId,
    AnnouncementId,
    CorrectionId,
    FileId,
    TemplateId,
    IdeaId,
    CommentId,
    CommitmentId,
    CoachingId,
    TrainingId,
    TalentSearchId,
    RecognitionId,
    DelegationId,
    PlanId,
    EvaluationId,
    HoldId,
    ImprovementId,
    NewsId,
    FollowerId,
    ApiKeyId,
    PeerId
);

/// Crockford's base32: no I, L, O or U, so that a reference can be read out on the telephone.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters of a number in Crockford base32, the last of `length + 1` being a check letter over `context` and the rest.
pub fn short_code(context: &str, number: u64, length: usize) -> String {
    let mut letters: Vec<u8> = (0..length).rev().map(|i| CROCKFORD[(number >> (5 * i)) as usize & 31]).collect();
    let sum = context.bytes().chain(letters.iter().copied()).enumerate().fold(0u32, |sum, (i, b)| sum.wrapping_mul(31).wrapping_add(u32::from(b)).wrapping_add(i as u32));
    letters.push(CROCKFORD[(sum % 31) as usize]);
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_letter_changes_the_check() {
        let code = short_code("MDN-2611", 123_456, 4);
        assert_eq!(code.len(), 5);
        assert_ne!(code.as_bytes()[4], short_code("MDN-2611", 123_457, 4).as_bytes()[4]);
    }
}
