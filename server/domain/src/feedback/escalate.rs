//! A case that is late or contested twice lies above the unit: with the head of the agency, then the inspectorate or the
//! secretary, then the head of the region. Each level is told, and shown.

use vocabulary::accounts::Role;
use vocabulary::feedback::{Action, ByRole, LEVELS, Status, StepKind};

use super::case::StaffCase;
use super::clocks::Clocks;
use super::guard::Interests;
use super::steps::{NewStep, record};
use super::transition::{apply, rest_anew};
use crate::accounts::Actor;
use crate::db::Tx;
use crate::directory::{positions, units};
use crate::error::{Error, Result};
use crate::ids::{AccountId, UnitId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// The first level outside the unit: where a case goes that was contested twice.
pub(super) const OUTSIDE: i64 = 2;

/// Whose word does not stand alone, somebody outside the unit reads.
pub(super) fn watched(status: Status, level: i64) -> bool {
    status == Status::Disputed || level >= OUTSIDE
}

/// By the system, to the next level and at least to this one; `with_reporter` as in [`NewStep`].
pub(super) async fn escalate(portal: &Portal, tx: &mut Tx, case: &mut StaffCase, action: Action, least: i64, with_reporter: bool) -> Result<()> {
    case.leads(action, ByRole::System)?;
    let level = climb(portal, tx, case, least).await?;
    apply(portal, tx, case, action, NewStep { by: ByRole::System, reason: Some(&level.to_string()), with_reporter, ..NewStep::default() }, &level).await?;
    tell_level(portal, tx, case, level).await
}

/// It lies there and nobody moved it: one level higher. The state stays, so this is no transition.
pub(super) async fn raise(portal: &Portal, tx: &mut Tx, case: &mut StaffCase) -> Result<()> {
    let level = climb(portal, tx, case, 1).await?;
    rest_anew(tx, case.id).await?;
    record(portal, tx, case.id, NewStep { kind: StepKind::Escalated, by: ByRole::System, reason: Some(&level.to_string()), ..NewStep::default() }).await?;
    ledger::append(portal, tx, ledger::Entry { government: &case.government, kind: "feedback-escalated", subject: &case.reference, by_reporter: false, content: &level }).await?;
    tell_level(portal, tx, case, level).await
}

async fn climb(portal: &Portal, tx: &mut Tx, case: &mut StaffCase, least: i64) -> Result<i64> {
    let level = (case.escalation_level + 1).max(least).min(LEVELS);
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    let days = clocks.rule(tx, "feedback.ladder").await?;
    // Above the last level there is none: then the way leads to the Ombudsman.
    let from = (level < LEVELS).then(|| clocks.today.clone());
    let due = from.as_ref().and_then(|from| clocks.due(from, days, ""));
    on!(tx, conn => sqlx::query("update feedback_case set escalation_level = $2, ladder_from = $3, ladder_due = $4 where id = $1")
        .bind(case.id).bind(level).bind(&from).bind(&due).execute(conn).await?.rows_affected());
    case.escalation_level = level;
    Ok(level)
}

async fn tell_level(portal: &Portal, tx: &mut Tx, case: &StaffCase, level: i64) -> Result<()> {
    tell_role(portal, tx, case, Role::Verifier, "case-escalated").await?;
    match level {
        1 => tell_head(portal, tx, case, case.handling_unit_id).await,
        2 => {
            let inspectorate = agency(tx, case, "inspektorat").await?;
            // Whom a case is about does not watch over it.
            if inspectorate.is_some() && case.unit_id != inspectorate {
                tell_role(portal, tx, case, Role::Inspector, "case-escalated").await?;
            }
            let secretary = agency(tx, case, "setda").await?;
            tell_head(portal, tx, case, secretary).await
        }
        _ => {
            let region: Option<UnitId> = on!(tx, conn => sqlx::query_scalar("select id from unit where government = $1 and kind = 'pemerintah' order by slug limit 1").bind(&case.government).fetch_optional(conn).await?);
            tell_head(portal, tx, case, region).await
        }
    }
}

async fn agency(tx: &mut Tx, case: &StaffCase, key: &str) -> Result<Option<UnitId>> {
    match units::of_agency(tx, &case.government, key).await {
        Ok(unit) => Ok(Some(unit)),
        Err(Error::NotFound) => Ok(None),
        Err(e) => Err(e),
    }
}

/// Everyone who holds a role in a government.
pub(super) async fn with_role(tx: &mut Tx, government: &str, role: Role) -> Result<Vec<AccountId>> {
    Ok(on!(tx, conn => sqlx::query_scalar("select distinct account_id from role_grant where government = $1 and role = $2 and ended_at is null order by account_id")
        .bind(government).bind(role.as_str()).fetch_all(conn).await?))
}

/// Tells everyone who holds a role in the case's government.
pub(super) async fn tell_role(portal: &Portal, tx: &mut Tx, case: &StaffCase, role: Role, kind: &str) -> Result<()> {
    for account in with_role(tx, &case.government, role).await? {
        if may_know(tx, case, account).await? {
            tell(portal, tx, account, kind, &case.reference, &format!("/petugas/laporan/{}", case.reference)).await?;
        }
    }
    Ok(())
}

/// Tells whoever is in charge of a unit today, if they have an account.
async fn tell_head(portal: &Portal, tx: &mut Tx, case: &StaffCase, unit: Option<UnitId>) -> Result<()> {
    let Some(unit) = unit else { return Ok(()) };
    let today = Clocks::of(portal, tx, &case.government).await?.today;
    let mut accounts = Vec::new();
    for account in heads_of(tx, unit, &today).await? {
        if may_know(tx, case, account).await? {
            accounts.push(account);
        }
    }
    // A head need not have a desk for cases: the public page is there for what is public.
    let link = if case.published_at.is_some() { format!("/{}/laporan/{}", case.government, case.reference) } else { "/petugas".to_owned() };
    for account in accounts {
        tell(portal, tx, account, "case-escalated", &case.reference, &link).await?;
    }
    Ok(())
}

/// Whether the guard lets an account know that the case is there: a notice tells as much as a page.
pub(super) async fn may_know(tx: &mut Tx, case: &StaffCase, account: AccountId) -> Result<bool> {
    let actor = Actor::load(tx, account).await?;
    Ok(!Interests::of(tx, &actor, &case.government).await?.hinder(&case.matter()))
}

/// The accounts of whoever is in charge of a unit on a day.
pub(super) async fn heads_of(tx: &mut Tx, unit: UnitId, day: &str) -> Result<Vec<AccountId>> {
    let Some(head) = positions::head_of(tx, unit).await? else { return Ok(Vec::new()) };
    let Some((_, person)) = positions::holder_on(tx, head, day).await? else { return Ok(Vec::new()) };
    Ok(on!(tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?))
}
