//! Finding out who reported: one asks with a reason, a second person of the same government agrees, and only then the one
//! who asked sees it, once and within hours. Each act is a row and a ledger entry, and the reporter is told.

mod ask;
mod decide;
mod erase;
mod expire;
mod lapse;
mod open;
mod show;

pub use ask::ask;
pub use decide::{Decision, decide};
pub use erase::erase;
pub use expire::expire;
pub use lapse::lapse_due;
pub use open::{Revealed, open};
pub use show::{Act, Request, requests, told, waiting};

use vocabulary::feedback::ByRole;
use vocabulary::identity::IdentityAct;

use super::case::{Desk, StaffCase, case_at_desk};
use super::guard::Interests;
use super::tell::tell_reporter;
use crate::accounts::Actor;
use crate::clock::{HOUR, Millis, day_text, local_day};
use crate::db::Tx;
use crate::directory::government;
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// The stages of a request; the key of the table allows each once.
const ASKED: i64 = 1;
const DECIDED: i64 = 2;
const ENDED: i64 = 3;

/// Who works on it from a desk that may know identities, and stands outside the line of what is complained about. Handlers
/// never learn who reported.
const DESKS: [Desk; 2] = [Desk::Verifier, Desk::Inspector];

/// # Errors
/// [`Error::NotFound`] for everyone else.
async fn case_for_identity(tx: &mut Tx, actor: &Actor, reference: &str) -> Result<(StaffCase, Desk)> {
    let (case, desk) = case_at_desk(tx, actor, reference, &DESKS).await?;
    if Interests::of(tx, actor, &case.government).await?.in_line(&case.matter()) {
        return Err(Error::NotFound);
    }
    Ok((case, desk))
}

/// An act about to be recorded.
struct NewAct<'a> {
    request: i64,
    stage: i64,
    kind: IdentityAct,
    by: ByRole,
    account: Option<AccountId>,
    note: &'a str,
    until: Option<Millis>,
}

/// What all acts need to know of a case.
struct Told {
    id: CaseId,
    government: String,
    reference: String,
    protection: vocabulary::feedback::Protection,
}

impl From<&StaffCase> for Told {
    fn from(case: &StaffCase) -> Self {
        Self { id: case.id, government: case.government.clone(), reference: case.reference.clone(), protection: case.protection }
    }
}

/// The row, the ledger entry and the mail. `asked` is who asked and why, which every mail says.
async fn record(portal: &Portal, tx: &mut Tx, case: &Told, act: NewAct<'_>, asked: (ByRole, &str)) -> Result<()> {
    let now = portal.now();
    on!(tx, conn => sqlx::query("insert into identity_step (case_id, request, stage, kind, at, by_role, by_account_id, note, until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(case.id).bind(act.request).bind(act.stage).bind(act.kind.as_str()).bind(now).bind(act.by.as_str()).bind(act.account).bind(act.note).bind(act.until)
        .execute(conn).await?.rows_affected());
    let kind = match act.kind {
        IdentityAct::Asked => "identity-asked",
        IdentityAct::Approved => "identity-approved",
        IdentityAct::Refused => "identity-refused",
        IdentityAct::Opened => "identity-opened",
        IdentityAct::Lapsed => "identity-lapsed",
    };
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind, subject: &case.reference, by_reporter: false, content: &(act.request, act.note) }).await?;
    let day = day_text(local_day(now, government(tx, &case.government).await?.utc_offset_hours));
    let args = vec![("reference".into(), case.reference.clone()), ("date".into(), day), ("role".into(), format!("by-{}", asked.0)), ("reason".into(), asked.1.to_owned())];
    tell_reporter(portal, tx, case.id, &case.government, case.protection, &format!("mail-{kind}"), args).await
}

/// Until when the next stage may come, by the rule of this day.
async fn until(portal: &Portal, tx: &mut Tx, case: &StaffCase, rule: &str) -> Result<Millis> {
    let today = day_text(local_day(portal.now(), government(tx, &case.government).await?.utc_offset_hours));
    Ok(portal.now() + rules::in_force(tx, rule, &today).await?.value * HOUR)
}
