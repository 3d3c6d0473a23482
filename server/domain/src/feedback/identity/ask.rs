//! An inspector or a verifier asks to know who reported, and says why.

use vocabulary::identity::IdentityAct;

use super::show::last_request;
use super::{ASKED, NewAct, Told, case_for_identity, record, until};
use crate::accounts::Actor;
use crate::error::{Refusal, Result};
use crate::feedback::tell::SLOT;
use crate::portal::Portal;
use crate::vault;

/// # Errors
/// [`Refusal::NothingKept`], [`Refusal::AlreadyDone`] while a request is open; [`crate::Error::NotFound`] for everyone who
/// may not know identities.
pub async fn ask(portal: &Portal, actor: &Actor, reference: &str, reason: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, desk) = case_for_identity(&mut tx, actor, reference).await?;
    if !vault::holds(&mut tx, case.id, SLOT).await? {
        return Err(Refusal::NothingKept.into());
    }
    let last = last_request(&mut tx, case.id).await?;
    if last.as_ref().is_some_and(|request| request.is_open()) {
        return Err(Refusal::AlreadyDone.into());
    }
    let until = until(portal, &mut tx, &case, "feedback.identity_decide").await?;
    let act = NewAct {
        request: last.map_or(1, |r| r.number + 1),
        stage: ASKED,
        kind: IdentityAct::Asked,
        by: desk.role(),
        account: Some(actor.account),
        note: reason,
        until: Some(until),
    };
    record(portal, &mut tx, &Told::from(&case), act, (desk.role(), reason)).await?;
    tx.commit().await
}
