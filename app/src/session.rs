//! Who is asking: language, account and roles, read anew on every request, so that a role that was lost is gone.

use axum::extract::FromRequestParts;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use domain::accounts::Actor;
use domain::clock::Millis;
use domain::ids::AccountId;
use tower_sessions::Session;
use uuid::Uuid;

use crate::error::PageError;
use crate::shell::App;
use crate::words::Words;

/// Key of the account in the session's data; the session store reads it too.
pub const ACCOUNT: &str = "account";
/// Key of when they signed in, in milliseconds, in the session's data.
pub const SIGNED_IN_AT: &str = "signed_in_at";
/// Key of the device's short name in the session's data.
pub const DEVICE: &str = "device";

pub struct Visitor {
    pub words: &'static Words,
    pub actor: Option<Actor>,
    pub session: Session,
    /// The address asked for, without its host.
    pub path: String,
    pub now: Millis,
    /// What a page before wants this one to say, once.
    pub flash: Option<String>,
}

impl Visitor {
    /// The account, or the sign-in page that leads back here.
    ///
    /// # Errors
    /// [`PageError::SignIn`].
    pub fn signed_in(&self) -> Result<&Actor, PageError> {
        self.actor.as_ref().ok_or_else(|| PageError::SignIn(self.path.clone()))
    }

    /// An account with some role; for everyone else the page does not exist.
    ///
    /// # Errors
    /// [`PageError::SignIn`] or not found.
    pub fn staff(&self) -> Result<&Actor, PageError> {
        let actor = self.signed_in()?;
        if actor.is_staff() { Ok(actor) } else { Err(domain::Error::NotFound.into()) }
    }

    /// An account with some role, or of somebody whom the directory knows: what is kept about oneself is there for who
    /// holds or held a post, with roles and without.
    ///
    /// # Errors
    /// [`PageError::SignIn`] or not found.
    pub fn civil_servant(&self) -> Result<&Actor, PageError> {
        let actor = self.signed_in()?;
        if actor.is_staff() || actor.person.is_some() { Ok(actor) } else { Err(domain::Error::NotFound.into()) }
    }
}

/// One cookie of a request.
pub fn cookie<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts.headers.get_all(COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The reader's language: chosen once and kept in a cookie, else Indonesian.
pub fn language(parts: &Parts) -> &'static Words {
    Words::of(cookie(parts, "bahasa").unwrap_or("id"))
}

impl FromRequestParts<App> for Visitor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let session = <Session as FromRequestParts<App>>::from_request_parts(parts, app).await.map_err(|(_, e)| PageError::Trouble(e.to_owned()))?;
        let account: Option<Uuid> = session.get(ACCOUNT).await.map_err(|e| PageError::Trouble(e.to_string()))?;
        let actor = match account {
            Some(id) => {
                let mut conn = app.portal.db.read().await?;
                match Actor::load(&mut conn, AccountId(id)).await {
                    Err(domain::Error::NotFound) => None,
                    other => Some(other?),
                }
            }
            None => None,
        };
        let path = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        let flash = match parts.method == axum::http::Method::GET && actor.is_some() {
            true => session.remove("flash").await.map_err(|e| PageError::Trouble(e.to_string()))?,
            false => None,
        };
        Ok(Self { words: language(parts), actor, session, path, now: app.portal.now(), flash })
    }
}

/// Says something on the next page. Before the response head is sent: later changes to a session are lost.
pub async fn say(visitor: &Visitor, key: &str) -> Result<(), PageError> {
    visitor.session.insert("flash", key).await.map_err(|e| PageError::Trouble(e.to_string()))
}
