//! What reporters who left an address are told of their own case, and of that which it became part of: noted here, and written
//! by the letters, which give them the choice of everybody who is told. A note holds no word and no address.

use vocabulary::feedback::{Protection, StepKind};
use vocabulary::following::Level;

use super::tell::SLOT;
use crate::clock::{day_text, local_day};
use crate::db::Tx;
use crate::error::Result;
use crate::ids::CaseId;
use crate::notifications::{news, next_batch};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// What they are told beside steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Also {
    /// Who works on it wrote to them.
    Message,
    /// Another government, which has it too, said something.
    Elsewhere,
}

#[derive(sqlx::FromRow)]
struct Report {
    id: CaseId,
    government: String,
    utc_offset_hours: i64,
    protection: String,
    number: i64,
}

macro_rules! reports {
    ($tail:literal) => {
        concat!(
            "select r.id, r.government, g.utc_offset_hours, r.protection, (select coalesce(max(s.number), 0) from feedback_step s where s.case_id = $1) as number from feedback_case r join government g on g.slug = r.government ",
            "where r.withdrawn_at is null and exists (select 1 from vault_record v where v.case_id = r.id and v.slot = $2 and v.wrapped_key is not null) and ",
            $tail
        )
    };
}

/// The newest step of a case, which is of this kind, for everyone who reported it. Of their own steps people hear nothing.
pub(super) async fn note_step(portal: &Portal, tx: &mut Tx, case: CaseId, kind: StepKind, by_reporter: bool, in_batch: bool) -> Result<()> {
    let Some(least) = kind.told_reporter_from() else { return Ok(()) };
    // What is asked of its own reporter is nothing to those whose report became part of it: they cannot answer.
    let to_one = matches!(kind, StepKind::InfoAsked | StepKind::AskedAgain);
    let reports: Vec<Report> = on!(tx, conn => sqlx::query_as(reports!("((r.merged_into_id = $1 and not $4) or (r.id = $1 and not $3))")).bind(case).bind(SLOT).bind(by_reporter).bind(to_one).fetch_all(conn).await?);
    for report in reports {
        note(portal, tx, case, &report, report.number, least, in_batch).await?;
    }
    Ok(())
}

/// Something else, for the reporter of this case alone.
pub(crate) async fn note_also(portal: &Portal, tx: &mut Tx, case: CaseId, what: Also) -> Result<()> {
    let report: Option<Report> = on!(tx, conn => sqlx::query_as(reports!("r.id = $1")).bind(case).bind(SLOT).fetch_optional(conn).await?);
    let Some(report) = report else { return Ok(()) };
    let (number, least) = match what {
        Also::Message => (news::MESSAGE, Level::Answers),
        Also::Elsewhere => (news::ELSEWHERE, Level::Answers),
    };
    note(portal, tx, case, &report, number, least, false).await
}

/// To the protected at fixed hours: the time of a mail in a mailbox that somebody else reads would tell when its owner wrote
/// to us. What another reporter did is told at those hours to everyone, for the same reason.
async fn note(portal: &Portal, tx: &mut Tx, case: CaseId, report: &Report, number: i64, least: Level, in_batch: bool) -> Result<()> {
    let now = portal.now();
    let ready_at = if !in_batch && Protection::parse(&report.protection) == Some(Protection::Public) {
        now
    } else {
        let every = rules::in_force(tx, "feedback.mail_every", &day_text(local_day(now, report.utc_offset_hours))).await?.value;
        next_batch(now, report.utc_offset_hours, every)
    };
    news::own(portal, tx, &news::Own { government: &report.government, case, number, least, ready_at, report: report.id }).await
}
