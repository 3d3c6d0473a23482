//! The history of a case: one row a step.

use vocabulary::feedback::{ArchiveReason, ByRole, Outcome, StepKind};

use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::ids::{AccountId, CaseId, UnitId};
use crate::on;
use crate::portal::Portal;

/// A step about to be recorded.
pub(super) struct NewStep<'a> {
    pub kind: StepKind,
    pub by: ByRole,
    pub account: Option<AccountId>,
    pub unit: Option<UnitId>,
    pub note: &'a str,
    pub reason: Option<ArchiveReason>,
    pub outcome: Option<Outcome>,
}

impl Default for NewStep<'_> {
    fn default() -> Self {
        Self { kind: StepKind::Received, by: ByRole::System, account: None, unit: None, note: "", reason: None, outcome: None }
    }
}

pub(super) async fn record(portal: &Portal, tx: &mut Tx, case: CaseId, step: NewStep<'_>) -> Result<()> {
    let now = portal.now();
    // The reporter's own steps are kept to the hour, like the sending itself.
    let at = if step.by == ByRole::Reporter { now - now.rem_euclid(crate::clock::HOUR) } else { now };
    on!(tx, conn => sqlx::query(
        "insert into feedback_step (case_id, number, kind, at, by_role, by_account_id, unit_id, note, reason, outcome) \
         values ($1, (select coalesce(max(number), 0) + 1 from feedback_step where case_id = $1), $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(case).bind(step.kind.as_str()).bind(at).bind(step.by.as_str()).bind(step.account).bind(step.unit).bind(step.note)
        .bind(step.reason.map(ArchiveReason::as_str)).bind(step.outcome.map(Outcome::as_str))
        .execute(conn).await?.rows_affected());
    Ok(())
}

/// The number of the newest step.
pub(super) async fn last_step(tx: &mut Tx, case: CaseId) -> Result<i64> {
    Ok(on!(tx, conn => sqlx::query_scalar("select coalesce(max(number), 0) from feedback_step where case_id = $1").bind(case).fetch_one(conn).await?))
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Step {
    #[sqlx(try_from = "String")]
    pub kind: StepKind,
    pub at: Millis,
    #[sqlx(try_from = "String")]
    pub by_role: ByRole,
    pub unit_name: Option<String>,
    pub note: String,
    pub reason: Option<String>,
    pub outcome: Option<String>,
}

/// Every step, the first first. Notes are written to be read by the reporter and, once published, by everyone.
///
/// # Errors
/// The database's.
pub async fn steps(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Step>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select s.kind, s.at, s.by_role, u.name as unit_name, s.note, s.reason, s.outcome from feedback_step s left join unit u on u.id = s.unit_id where s.case_id = $1 order by s.number")
        .bind(case).fetch_all(conn).await?))
}
