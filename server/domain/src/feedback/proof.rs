//! The proof that a case was recorded when it was sent, for who holds its receipt: it opens the commitment to their words.

use vocabulary::feedback::Kind;

use super::track::TrackedCase;
use crate::error::{Error, Result};
use crate::ledger::proof::{ProofFile, first_of};
use crate::portal::Portal;

/// None for a case of benchmarks, which nobody sent.
///
/// # Errors
/// The database's.
pub async fn proof(portal: &Portal, case: &TrackedCase) -> Result<Option<ProofFile>> {
    // As it was recorded; a verifier may have set another kind since.
    let contents: Vec<String> =
        Kind::ALL.iter().map(|kind| serde_json::to_string(&(&case.text, kind.as_str()))).collect::<Result<_, _>>().map_err(|e| Error::Broken(e.to_string()))?;
    first_of(portal, &case.reference, "feedback-received", &contents).await
}
