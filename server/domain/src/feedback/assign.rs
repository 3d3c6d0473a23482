//! A case is given to somebody by name, taken, or given back to nobody. That is no step of the process: every colleague of
//! the desk may still work on it. It says who does, and is a step of the history that staff alone read.

use uuid::Uuid;
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::feedback::{ByRole, HandInput, Handing, Kind, Status, StepKind};

use super::case::{Desk, StaffCase};
use super::clocks::{Clocks, wrong};
use super::guard::Interests;
use super::steps::{NewStep, last_step, record};
use super::transition::Hand;
use crate::accounts::Actor;
use crate::db::{Linked, Tx};
use crate::error::{Refusal, Result};
use crate::ids::AccountId;
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// Somebody who may be given a case.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Colleague {
    pub account: AccountId,
    pub name: String,
    /// Where they hold the role, to tell people of one name apart.
    pub unit_name: String,
}

/// Whose desk a case of this state and kind lies on; with a desk at both, the coordinator's and the unit's.
pub(super) const fn desks_of(status: Status, kind: Kind) -> &'static [Desk] {
    let inspected = matches!(kind, Kind::Misconduct);
    match status {
        Status::Submitted | Status::NeedsInfo | Status::Closed => &[Desk::Verifier],
        Status::Assigned | Status::InProgress | Status::Disputed | Status::Responded if inspected => &[Desk::Inspector],
        Status::Assigned | Status::InProgress | Status::Disputed | Status::Responded => &[Desk::Handler],
        Status::Escalated if inspected => &[Desk::Verifier, Desk::Inspector],
        Status::Escalated => &[Desk::Verifier, Desk::Handler],
        Status::Draft | Status::Archived | Status::Merged | Status::Redirected | Status::Withdrawn => &[],
    }
}

/// Everyone who may have a case, by name: whose desk it is, and whom the guard does not keep from it.
///
/// # Errors
/// The database's.
pub async fn colleagues(linked: &mut impl Linked, case: &StaffCase) -> Result<Vec<Colleague>> {
    let mut found: Vec<Colleague> = Vec::new();
    for desk in desks_of(case.status, case.kind) {
        let some: Vec<Colleague> = match desk {
            Desk::Verifier | Desk::Inspector | Desk::Overseer => {
                let role = if *desk == Desk::Verifier { Role::Verifier } else { Role::Inspector };
                on!(linked, conn => sqlx::query_as(
                    "select a.id as account, a.display_name as name, u.name as unit_name from role_grant g join account a on a.id = g.account_id join unit u on u.id = g.unit_id \
                     where g.government = $1 and g.role = $2 and g.ended_at is null order by a.display_name, a.id")
                    .bind(&case.government).bind(role.as_str()).fetch_all(conn).await?)
            }
            Desk::Handler => on!(linked, conn => sqlx::query_as(
                "with recursive up (id, parent_id) as (select id, parent_id from unit where id = $1 union select u.id, u.parent_id from unit u join up on u.id = up.parent_id) \
                 select a.id as account, a.display_name as name, u.name as unit_name from up join role_grant g on g.unit_id = up.id join account a on a.id = g.account_id join unit u on u.id = g.unit_id \
                 where g.role = 'handler' and g.ended_at is null and g.government = $2 order by a.display_name, a.id")
                .bind(case.handling_unit_id).bind(&case.government).fetch_all(conn).await?),
        };
        found.extend(some);
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|c| seen.insert(c.account));
    let mut free = Vec::with_capacity(found.len());
    for colleague in found {
        let actor = Actor::load(linked, colleague.account).await?;
        // Without a post, only what alleges misconduct is kept from anyone.
        let near = actor.person.is_some() || case.kind == Kind::Misconduct;
        if !near || !Interests::of(linked, &actor, &case.government).await?.hinder(&case.matter()) {
            free.push(colleague);
        }
    }
    Ok(free)
}

/// Gives it to somebody, to oneself, or back to nobody; `quietly` where whoever gets it is told of several at once.
pub(super) async fn hand_over(portal: &Portal, tx: &mut Tx, case: StaffCase, hand: &Hand<'_>, input: &HandInput, quietly: bool) -> Result<()> {
    let to = input.to.as_deref().and_then(|id| Uuid::try_parse(id).ok()).map(AccountId);
    if desks_of(case.status, case.kind).is_empty() || case.status == Status::Closed && case.reopen_asked_at.is_none() {
        return Err(Refusal::WrongStep.into());
    }
    if to == case.holder {
        return Err(Refusal::AlreadyDone.into());
    }
    if let Some(to) = to
        && !colleagues(tx, &case).await?.iter().any(|c| c.account == to)
    {
        return Err(wrong("petugas", Fault::UnknownChoice));
    }
    let how = match to {
        None => Handing::Returned,
        Some(to) if to == hand.actor.account => Handing::Taken,
        Some(_) => Handing::Given,
    };
    let step = NewStep { by: hand.desk.role(), account: Some(hand.actor.account), ..NewStep::default() };
    put(portal, tx, &case, to, how, &input.note, step).await?;
    if let Some(to) = to.filter(|to| *to != hand.actor.account && !quietly) {
        tell(portal, tx, to, "case-handed", &case.reference, &format!("/petugas/laporan/{}", case.reference)).await?;
    }
    Ok(())
}

/// Nobody's again, because whoever had it may have it no longer.
pub(super) async fn let_go(portal: &Portal, tx: &mut Tx, case: &StaffCase) -> Result<()> {
    put(portal, tx, case, None, Handing::Ended, "", NewStep { by: ByRole::System, ..NewStep::default() }).await
}

async fn put(portal: &Portal, tx: &mut Tx, case: &StaffCase, to: Option<AccountId>, how: Handing, note: &str, step: NewStep<'_>) -> Result<()> {
    let today = Clocks::of(portal, tx, &case.government).await?.today;
    on!(tx, conn => sqlx::query("update feedback_case set assigned_to = $2, assigned_on = $3 where id = $1")
        .bind(case.id).bind(to).bind(to.map(|_| today.as_str())).execute(conn).await?.rows_affected());
    record(portal, tx, case.id, NewStep { kind: StepKind::Handed, internal_note: note, reason: Some(how.as_str()), ..step }).await?;
    let number = last_step(tx, case.id).await?;
    on!(tx, conn => sqlx::query("insert into feedback_assignment (case_id, number, account_id) values ($1, $2, $3)").bind(case.id).bind(number).bind(to).execute(conn).await?.rows_affected());
    let content = (to, how.as_str(), note);
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: "feedback-handed", subject: &case.reference, by_reporter: false, content: &content }).await
}
