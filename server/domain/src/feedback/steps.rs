//! The history of a case: one row a step.

use vocabulary::feedback::{ByRole, Outcome, StepKind};

use super::reporter::note_step;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::ids::{AccountId, CaseId, UnitId};
use crate::notifications::news;
use crate::on;
use crate::portal::Portal;

/// A step about to be recorded.
pub(super) struct NewStep<'a> {
    pub kind: StepKind,
    pub by: ByRole,
    pub account: Option<AccountId>,
    pub unit: Option<UnitId>,
    /// For everyone who may read the case.
    pub note: &'a str,
    /// Between the reporter and those who handle the case.
    pub private_note: &'a str,
    /// For those who handle it alone.
    pub internal_note: &'a str,
    /// A word of the vocabulary: why it was archived, what is to be completed, which level it lies on.
    pub reason: Option<&'a str>,
    pub outcome: Option<Outcome>,
    /// It comes of what the reporter did just now, and its time would tell when that was.
    pub with_reporter: bool,
}

impl Default for NewStep<'_> {
    fn default() -> Self {
        Self {
            kind: StepKind::Received,
            by: ByRole::System,
            account: None,
            unit: None,
            note: "",
            private_note: "",
            internal_note: "",
            reason: None,
            outcome: None,
            with_reporter: false,
        }
    }
}

pub(super) async fn record(portal: &Portal, tx: &mut Tx, case: CaseId, step: NewStep<'_>) -> Result<()> {
    let now = portal.now();
    // The reporter's own steps are kept to the hour, like the sending itself.
    let by_reporter = step.by == ByRole::Reporter;
    let in_batch = by_reporter || step.with_reporter;
    let at = if in_batch { now - now.rem_euclid(crate::clock::HOUR) } else { now };
    on!(tx, conn => sqlx::query(
        "insert into feedback_step (case_id, number, kind, at, by_role, by_account_id, unit_id, note, reason, outcome, private_note, internal_note) \
         values ($1, (select coalesce(max(number), 0) + 1 from feedback_step where case_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        .bind(case).bind(step.kind.as_str()).bind(at).bind(step.by.as_str()).bind(step.account).bind(step.unit).bind(step.note)
        .bind(step.reason).bind(step.outcome.map(Outcome::as_str)).bind(step.private_note).bind(step.internal_note)
        .execute(conn).await?.rows_affected());
    note_step(portal, tx, case, step.kind, by_reporter, in_batch).await?;
    news::case_step(portal, tx, case, step.kind, in_batch).await
}

/// The number of the newest step.
pub(super) async fn last_step(tx: &mut Tx, case: CaseId) -> Result<i64> {
    Ok(on!(tx, conn => sqlx::query_scalar("select coalesce(max(number), 0) from feedback_step where case_id = $1").bind(case).fetch_one(conn).await?))
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Step {
    /// The version of the case that this step made.
    pub number: i64,
    #[sqlx(try_from = "String")]
    pub kind: StepKind,
    pub at: Millis,
    #[sqlx(try_from = "String")]
    pub by_role: ByRole,
    pub unit_name: Option<String>,
    pub note: String,
    /// Empty in what everyone reads.
    pub private_note: String,
    /// Empty in what anyone but staff reads.
    pub internal_note: String,
    pub reason: Option<String>,
    pub outcome: Option<String>,
    /// Of a last day that moved: which clock, and from when to when.
    pub clock: Option<String>,
    pub old_due: Option<String>,
    pub new_due: Option<String>,
    /// Of a case that changed hands: who has it since; for staff alone.
    pub handed_to: Option<String>,
}

// Each reader's notes are named in the query itself: what is not selected cannot be shown by mistake.
macro_rules! told {
    ($private:literal, $internal:literal, $handed:literal, $tail:literal) => {
        concat!(
            "select s.number, s.kind, s.at, s.by_role, u.name as unit_name, s.note, ",
            $private,
            " as private_note, ",
            $internal,
            " as internal_note, s.reason, s.outcome, d.clock, d.old_due, d.new_due, ",
            $handed,
            " from feedback_step s left join unit u on u.id = s.unit_id left join feedback_due_change d on d.case_id = s.case_id and d.number = s.number where s.case_id = $1 ",
            $tail,
            " order by s.number"
        )
    };
}

/// Every step as everyone may read it, the first first.
///
/// # Errors
/// The database's.
pub async fn steps(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Step>> {
    Ok(on!(linked, conn => sqlx::query_as(told!("''", "''", "cast(null as text) as handed_to", "and s.kind not in ('internal', 'handed')")).bind(case).fetch_all(conn).await?))
}

/// The same with what only the reporter is told.
///
/// # Errors
/// The database's.
pub async fn steps_for_reporter(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Step>> {
    Ok(
        on!(linked, conn => sqlx::query_as(told!("s.private_note", "''", "cast(null as text) as handed_to", "and s.kind not in ('internal', 'handed')")).bind(case).fetch_all(conn).await?),
    )
}

/// The same with what staff tell each other; from a page that has found the case for its reader.
///
/// # Errors
/// The database's.
pub async fn steps_for_staff(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Step>> {
    Ok(on!(linked, conn => sqlx::query_as(told!(
        "s.private_note",
        "s.internal_note",
        "(select y.display_name from feedback_assignment x join account y on y.id = x.account_id where x.case_id = s.case_id and x.number = s.number) as handed_to",
        ""
    )).bind(case).fetch_all(conn).await?))
}
