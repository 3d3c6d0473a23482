//! Before what must not be done from a desk that somebody left unlocked: a sign-in of just now, or the password again. Who
//! has no password, as in the demonstration, signs out and in again.

use axum::http::HeaderMap;
use domain::Error;
use domain::accounts::sign_in;
use domain::clock::{MINUTE, Millis};
use domain::directory::government;
use domain::rules;
use vocabulary::accounts::Email;
use vocabulary::{Fault, Problems};

use super::begin;
use crate::error::PageError;
use crate::limits::What;
use crate::session::{SIGNED_IN_AT, Visitor};
use crate::shell::App;

/// Whether this session was signed in within the minutes of the rule.
///
/// # Errors
/// The database's.
pub async fn is_fresh(app: &App, visitor: &Visitor, slug: &str) -> Result<bool, PageError> {
    let at: Option<Millis> = visitor.session.get(SIGNED_IN_AT).await.map_err(|e| PageError::Trouble(e.to_string()))?;
    let mut conn = app.portal.db.read().await?;
    let today = government(&mut conn, slug).await?.today(visitor.now);
    let minutes = rules::in_force(&mut conn, "accounts.step_up", &today).await?.value;
    Ok(at.is_some_and(|at| visitor.now - at <= minutes * MINUTE))
}

/// Adds a problem of `sandi` unless the session is fresh or the password is right; a right one makes it fresh.
///
/// # Errors
/// [`PageError::TooMany`], [`PageError::SignIn`] or the database's.
pub async fn again(app: &App, visitor: &Visitor, slug: &str, headers: &HeaderMap, password: &str, problems: &mut Problems) -> Result<(), PageError> {
    if is_fresh(app, visitor, slug).await? {
        return Ok(());
    }
    let actor = visitor.signed_in()?;
    if password.is_empty() {
        problems.add("sandi", Fault::Missing);
        return Ok(());
    }
    let Ok(email) = Email::parse(&actor.email) else { return Err(Error::NotFound.into()) };
    app.limits.check(What::SignIn, email.as_str())?;
    match sign_in(&app.portal, &email, password.to_owned()).await {
        Ok(account) if account == actor.account => begin(&visitor.session, account, headers, visitor.now).await,
        Ok(_) | Err(Error::NotFound) => {
            problems.add("sandi", Fault::WrongCredentials);
            Ok(())
        }
        Err(e) => Err(e.into()),
    }
}
