//! Who asked sees the identity: once, and while the approval lasts.

use vocabulary::identity::IdentityAct;

use super::show::last_request;
use super::{ENDED, NewAct, Told, case_for_identity, record};
use crate::accounts::Actor;
use crate::error::{Refusal, Result};
use crate::feedback::tell::identity_of;
use crate::portal::Portal;

/// What was kept; shown once and written down nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Revealed {
    pub name: Option<String>,
    pub email: Option<String>,
}

// Never printed by accident, into a log for example.
impl std::fmt::Debug for Revealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Revealed(…)")
    }
}

/// # Errors
/// [`Refusal::WrongStep`] for who did not ask, when nothing is approved and when it was opened before;
/// [`Refusal::TooLate`]; [`Refusal::NothingKept`] when it was erased meanwhile; [`crate::Error::NotFound`] for everyone
/// who may not know identities, which may have changed since the approval.
pub async fn open(portal: &Portal, actor: &Actor, reference: &str) -> Result<Revealed> {
    let mut tx = portal.db.begin().await?;
    let (case, desk) = case_for_identity(&mut tx, actor, reference).await?;
    let request = last_request(&mut tx, case.id).await?.filter(|r| r.is_approved()).ok_or(Refusal::WrongStep)?;
    let asked = request.asked();
    if asked.by_account_id != Some(actor.account) {
        return Err(Refusal::WrongStep.into());
    }
    if request.acts.last().and_then(|act| act.until).is_none_or(|until| until < portal.now()) {
        return Err(Refusal::TooLate.into());
    }
    let identity = identity_of(portal, &mut tx, case.id).await?.ok_or(Refusal::NothingKept)?;
    let act = NewAct { request: request.number, stage: ENDED, kind: IdentityAct::Opened, by: desk.role(), account: Some(actor.account), note: "", until: None };
    record(portal, &mut tx, &Told::from(&case), act, (asked.by_role, &asked.note)).await?;
    // Told before it is shown: a page that never arrives is still a look.
    tx.commit().await?;
    Ok(Revealed { name: identity.name, email: identity.email })
}
