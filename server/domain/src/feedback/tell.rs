//! Writing to a reporter who left an address. To one who is protected in batches at fixed hours: the time of a mail in a
//! mailbox that somebody else reads would tell when its owner wrote to us.

use serde::{Deserialize, Serialize};
use vocabulary::feedback::Protection;

use crate::clock::{day_text, local_day};
use crate::db::{Linked, Tx};
use crate::directory::{Government, government};
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::notifications::{Mail, next_batch, promise_mail, promise_mail_at};
use crate::portal::Portal;
use crate::rules;
use crate::vault;

/// Who sent a case, as it lies in the vault.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Identity {
    pub name: Option<String>,
    pub email: Option<String>,
    pub language: String,
}

/// The place of an identity in the vault.
pub(super) const SLOT: &str = "identity";

/// Puts it into the vault; of whom nothing is known, nothing is kept.
pub(super) async fn keep(portal: &Portal, tx: &mut Tx, case: CaseId, identity: &Identity) -> Result<()> {
    if identity.name.is_none() && identity.email.is_none() {
        return Ok(());
    }
    let text = serde_json::to_string(identity).map_err(|e| Error::Broken(e.to_string()))?;
    vault::put(portal, tx, case, SLOT, &text).await
}

pub(super) async fn identity_of(portal: &Portal, linked: &mut impl Linked, case: CaseId) -> Result<Option<Identity>> {
    match vault::open(portal, linked, case, SLOT).await? {
        Some(text) => serde_json::from_str(&text).map(Some).map_err(|e| Error::Broken(e.to_string())),
        None => Ok(None),
    }
}

/// The address that a reporter left and their language, for a letter; none where there is none, or no more.
///
/// # Errors
/// The database's; [`Error::Broken`] when the vault does not open.
pub(crate) async fn address_of_reporter(portal: &Portal, linked: &mut impl Linked, case: CaseId) -> Result<Option<(String, String)>> {
    Ok(identity_of(portal, linked, case).await?.and_then(|identity| Some((identity.email?, identity.language))))
}

/// Promises a mail to the reporter of a case, if there is an address. It holds the reference and nothing of the case.
pub(super) async fn tell_reporter(portal: &Portal, tx: &mut Tx, case: CaseId, slug: &str, protection: Protection, key: &str, args: Vec<(String, String)>) -> Result<()> {
    let Some(identity) = identity_of(portal, tx, case).await? else { return Ok(()) };
    let government = government(tx, slug).await?;
    mail_to(portal, tx, &government, protection, &identity, key, args).await
}

pub(super) async fn mail_to(
    portal: &Portal,
    tx: &mut Tx,
    government: &Government,
    protection: Protection,
    identity: &Identity,
    key: &str,
    args: Vec<(String, String)>,
) -> Result<()> {
    let Some(to) = identity.email.clone() else { return Ok(()) };
    let mail = Mail { to, language: identity.language.clone(), key: key.into(), args };
    if protection == Protection::Public {
        return promise_mail(portal, tx, &mail).await;
    }
    let today = day_text(local_day(portal.now(), government.utc_offset_hours));
    let every = rules::in_force(tx, "feedback.mail_every", &today).await?.value;
    promise_mail_at(portal, tx, &mail, next_batch(portal.now(), government.utc_offset_hours, every)).await
}
