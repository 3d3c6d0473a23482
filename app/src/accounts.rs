//! Signing up, in and out; one's own page with its sessions and notices; the language.

pub mod account;
pub mod sign_in;
pub mod sign_in_link;
pub mod sign_up;
pub mod step_up;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::clock::Millis;
use domain::ids::AccountId;
use tower_sessions::Session;

use crate::error::PageError;
use crate::form::Form;
use crate::session::{ACCOUNT, DEVICE, SIGNED_IN_AT};

/// Signs in: a new session id, so that one that was planted before is worth nothing.
async fn begin(session: &Session, account: AccountId, headers: &HeaderMap, now: Millis) -> Result<(), PageError> {
    let trouble = |e: tower_sessions::session::Error| PageError::Trouble(e.to_string());
    session.cycle_id().await.map_err(trouble)?;
    session.insert(ACCOUNT, account.0).await.map_err(trouble)?;
    session.insert(SIGNED_IN_AT, now).await.map_err(trouble)?;
    session.insert(DEVICE, device(headers)).await.map_err(trouble)
}

/// "Chrome, Android": enough to know one's own phone in a list, not enough to follow anyone.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let find = |names: &[(&str, &'static str)]| names.iter().find(|(part, _)| agent.contains(part)).map(|(_, name)| *name);
    let browser = find(&[("Firefox", "Firefox"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = find(&[("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// An address of this site to go back to; anything else is the account's page.
fn back(typed: &str) -> &str {
    let local = typed.starts_with('/') && !typed.starts_with("//") && !typed.contains('\\') && !typed.chars().any(char::is_control);
    if local { typed } else { "/akun" }
}

/// `POST /bahasa`: the language, kept in a cookie for a year.
pub async fn language(form: Form) -> Response {
    let language = if form.get("bahasa") == "en" { "en" } else { "id" };
    // The page names itself: private pages tell no next page where one was.
    let to = if back(form.get("kembali")) == form.get("kembali") { form.get("kembali").to_owned() } else { "/".to_owned() };
    let mut response = Redirect::to(&to).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&format!("bahasa={language}; Path=/; SameSite=Lax; Max-Age=31536000")) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn one_goes_back_only_to_this_site() {
        for (typed, target) in [("/medan/forum", "/medan/forum"), ("//jahat.example", "/akun"), ("https://jahat.example", "/akun"), ("/\\jahat.example", "/akun"), ("", "/akun")] {
            assert_eq!(back(typed), target);
        }
    }
}
