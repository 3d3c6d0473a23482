//! A new account. The form never tells whether an address is known: the mail does, to whoever reads that address.

use vocabulary::accounts::{Email, SignUp};

use super::sign_in_link::mail_link;
use crate::db::{Tx, is_taken};
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId};
use crate::notifications::{Mail, promise_mail};
use crate::on;
use crate::portal::Portal;
use crate::secrets::hash_password;

/// An account to be made: by its owner, by `balai create-admin`, or by the demonstration.
pub struct NewAccount<'a> {
    pub email: &'a Email,
    pub name: &'a str,
    pub password_hash: Option<String>,
    pub person: Option<PersonId>,
    /// Whether the address is known to be theirs; until it is, only the mailed link signs in.
    pub confirmed: bool,
    /// What a demonstration account is for; none for a real one.
    pub demo_note: Option<&'a str>,
}

/// # Errors
/// [`sqlx::Error`] with a unique violation inside when the address is taken.
pub async fn create(portal: &Portal, tx: &mut Tx, new: NewAccount<'_>) -> Result<AccountId> {
    let id = AccountId(portal.new_id());
    on!(tx, conn => sqlx::query("insert into account (id, email, display_name, password_hash, person_id, is_demo, demo_note, created_at, confirmed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(new.email.as_str()).bind(new.name).bind(&new.password_hash).bind(new.person).bind(new.demo_note.is_some()).bind(new.demo_note).bind(portal.now())
        .bind(new.confirmed.then(|| portal.now()))
        .execute(conn).await?.rows_affected());
    Ok(id)
}

/// Makes the account and mails the link that confirms it, or, where the address has one, mails its owner that somebody
/// tried. The caller shows the same page for both; nobody is signed in before the link is used.
///
/// # Errors
/// The database's.
pub async fn sign_up(portal: &Portal, input: &SignUp, taken: &Mail, compose: impl FnOnce(&str) -> Mail) -> Result<()> {
    // Hashed before the transaction and also for a taken address: the time tells nothing.
    let password_hash = match input.password.clone() {
        Some(password) => {
            let chance = portal.chance.clone();
            Some(tokio::task::spawn_blocking(move || hash_password(&chance, &password)).await.map_err(|e| Error::Broken(e.to_string()))??)
        }
        None => None,
    };
    let mut tx = portal.db.begin().await?;
    let new = NewAccount { email: &input.email, name: &input.name, password_hash: None, person: None, confirmed: false, demo_note: None };
    match create(portal, &mut tx, new).await {
        Ok(_) => mail_link(portal, &mut tx, &input.email, password_hash, compose).await?,
        Err(Error::Database(e)) if is_taken(&e) => {
            drop(tx);
            tx = portal.db.begin().await?;
            promise_mail(portal, &mut tx, taken).await?;
        }
        Err(e) => return Err(e),
    }
    tx.commit().await
}
