//! A second person agrees that an identity is opened, or does not.

use vocabulary::identity::IdentityAct;

use super::show::last_request;
use super::{DECIDED, NewAct, Told, case_for_identity, record, until};
use crate::accounts::Actor;
use crate::error::{Error, Refusal, Result};
use crate::notifications::tell;
use crate::portal::Portal;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision<'a> {
    Approve,
    /// With why, which the reporter reads too.
    Refuse(&'a str),
}

/// # Errors
/// [`Refusal::OwnRequest`] for who asked, under whichever account; [`Refusal::WrongStep`] when nothing waits,
/// [`Refusal::TooLate`]; [`Error::NotFound`] for everyone who may not know identities.
pub async fn decide(portal: &Portal, actor: &Actor, reference: &str, decision: Decision<'_>) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, desk) = case_for_identity(&mut tx, actor, reference).await?;
    let request = last_request(&mut tx, case.id).await?.filter(|r| r.waits_for_decision()).ok_or(Refusal::WrongStep)?;
    let asked = request.asked();
    let asker = asked.by_account_id.ok_or_else(|| Error::Broken("nobody asked".into()))?;
    let same_person = match actor.person {
        Some(person) => Actor::load(&mut tx, asker).await?.person == Some(person),
        None => false,
    };
    if asker == actor.account || same_person {
        return Err(Refusal::OwnRequest.into());
    }
    if asked.until.is_some_and(|until| until < portal.now()) {
        return Err(Refusal::TooLate.into());
    }
    let (kind, note, until) = match decision {
        Decision::Approve => (IdentityAct::Approved, "", Some(until(portal, &mut tx, &case, "feedback.identity_open").await?)),
        Decision::Refuse(note) => (IdentityAct::Refused, note, None),
    };
    let act = NewAct { request: request.number, stage: DECIDED, kind, by: desk.role(), account: Some(actor.account), note, until };
    record(portal, &mut tx, &Told::from(&case), act, (asked.by_role, &asked.note)).await?;
    tell(portal, &mut tx, asker, &format!("identity-{kind}"), reference, &format!("/petugas/laporan/{reference}/identitas")).await?;
    tx.commit().await
}
