//! What happens by itself, looked at each minute: reports that were not completed, answers that nobody replied to, last
//! days that passed, levels that stayed silent, the question after four weeks; and cases whose holder left.
//!
//! Each case is a transaction of its own that looks again whether it is due, so the work may be repeated, be killed
//! half-way or be done by two at once; and it compares days, so a clock that is set back only waits.

use vocabulary::feedback::{Action, ByRole, ClosedReason, Status, StepKind};

use super::archive::close;
use super::case::{StaffCase, case_of_receipt};
use super::clocks::Clocks;
use super::confirm::close_as;
use super::contest::contests;
use super::ended::let_go_of_ended;
use super::escalate::{escalate, raise};
use super::steps::{NewStep, record};
use super::transition::apply;
use super::unverified::look_for_verifier;
use crate::db::Tx;
use crate::directory::{Government, governments};
use crate::error::Result;
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// How many cases are read at once.
const BATCH: i64 = 100;
/// How many of one government are done in one go; the rest waits for the next minute.
const MOST: usize = 2000;

/// What was done in one go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    pub lapsed: usize,
    pub closed: usize,
    pub escalated: usize,
    pub raised: usize,
    pub asked: usize,
    /// Reports that no verifier may see: those who can help were told.
    pub unverified: usize,
    /// Cases that are nobody's again, because whoever had them no longer holds the post or the role.
    pub let_go: usize,
    /// Cases that could not be done; they are logged and tried again in the next go.
    pub failed: usize,
}

/// Does what is due in every government.
///
/// # Errors
/// The database's; what one case refuses is logged and keeps no other waiting.
pub async fn keep(portal: &Portal) -> Result<Kept> {
    let mut conn = portal.db.read().await?;
    let all = governments(&mut conn).await?;
    drop(conn);
    let mut kept = Kept::default();
    for government in all {
        keep_one(portal, &government, &mut kept).await?;
    }
    Ok(kept)
}

async fn keep_one(portal: &Portal, government: &Government, kept: &mut Kept) -> Result<()> {
    let today = government.today(portal.now());
    match let_go_of_ended(portal, government, &today).await {
        Ok(count) => kept.let_go += count,
        // The clocks of cases do not depend on it.
        Err(error) => {
            tracing::error!(%error, "cases could not be taken from whoever left");
            kept.failed += 1;
        }
    }
    let mut after = (String::new(), CaseId(uuid::Uuid::nil()));
    let mut done = 0;
    while done < MOST {
        let mut conn = portal.db.read().await?;
        let due: Vec<(String, CaseId)> = on!(&mut conn, c => sqlx::query_as(
            "select rests_until, id from feedback_case where government = $1 and rests_until is not null and rests_until < $2 and (rests_until, id) > ($3, $4) order by rests_until, id limit $5")
            .bind(&government.slug).bind(&today).bind(&after.0).bind(after.1).bind(BATCH).fetch_all(c).await?);
        drop(conn);
        let Some(last) = due.last().cloned() else { return Ok(()) };
        after = last;
        done += due.len();
        for (_, id) in due {
            if let Err(error) = one(portal, id, &today, kept).await {
                tracing::error!(case = %id, %error, "a case could not be moved on");
                kept.failed += 1;
            }
        }
    }
    Ok(())
}

async fn one(portal: &Portal, id: CaseId, today: &str, kept: &mut Kept) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let mut case = case_of_receipt(&mut tx, id).await?;
    // Somebody may have been here since the list was read.
    if case.rests_until.as_deref().is_none_or(|until| until >= today) {
        return Ok(());
    }
    let counter = match case.status {
        Status::NeedsInfo => {
            lapse(portal, &mut tx, &mut case).await?;
            &mut kept.lapsed
        }
        Status::Assigned | Status::InProgress => {
            escalate(portal, &mut tx, &mut case, Action::DeadlinePassed, 1, false).await?;
            &mut kept.escalated
        }
        // The second answer is not there in its days: as if it had been contested again.
        Status::Disputed => {
            escalate(portal, &mut tx, &mut case, Action::ContestAgain, 1, false).await?;
            &mut kept.escalated
        }
        Status::Responded => {
            fall_silent(portal, &mut tx, &mut case).await?;
            &mut kept.closed
        }
        Status::Escalated => {
            raise(portal, &mut tx, &mut case).await?;
            &mut kept.raised
        }
        Status::Closed => {
            ask_again(portal, &mut tx, &case).await?;
            &mut kept.asked
        }
        Status::Submitted => {
            let told = look_for_verifier(portal, &mut tx, &case, today).await?;
            tx.commit().await?;
            kept.unverified += usize::from(told);
            return Ok(());
        }
        // No other state has such a day.
        _ => {
            on!(&mut tx, conn => sqlx::query("update feedback_case set rests_until = null where id = $1").bind(id).execute(conn).await?.rows_affected());
            return tx.commit().await;
        }
    };
    tx.commit().await?;
    *counter += 1;
    Ok(())
}

fn by_itself<'a>() -> NewStep<'a> {
    NewStep { by: ByRole::System, ..NewStep::default() }
}

async fn lapse(portal: &Portal, tx: &mut Tx, case: &mut StaffCase) -> Result<()> {
    close(portal, tx, case).await?;
    apply(portal, tx, case, Action::Lapse, by_itself(), &()).await
}

/// Silence is no satisfaction: it is noted as silence, and where the reporter had contested, as that.
async fn fall_silent(portal: &Portal, tx: &mut Tx, case: &mut StaffCase) -> Result<()> {
    let reason = if contests(tx, case.id).await? > 0 { ClosedReason::Contested } else { ClosedReason::NoAnswer };
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    close_as(portal, tx, case, &clocks, reason).await?;
    let step = NewStep { reason: Some(reason.as_str()), ..by_itself() };
    apply(portal, tx, case, Action::FallSilent, step, &reason.as_str()).await
}

async fn ask_again(portal: &Portal, tx: &mut Tx, case: &StaffCase) -> Result<()> {
    on!(tx, conn => sqlx::query("update feedback_case set asked_again_at = $2, asks_after = null, rests_until = null where id = $1").bind(case.id).bind(portal.now()).execute(conn).await?.rows_affected());
    record(portal, tx, case.id, NewStep { kind: StepKind::AskedAgain, ..by_itself() }).await?;
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: "feedback-asked-again", subject: &case.reference, by_reporter: false, content: &() }).await
}
