//! The router and its layers, from the outside in: access log, headers, error pages, panics, time, other sites,
//! sessions, pages.

use std::path::Path;
use std::time::{Duration, Instant};

use app::App;
use app::error::{error_pages, is_of_reporters, logged};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use crate::session_store::Store;
use crate::{assets, health};

/// How long a request may take; an upload over a slow network takes its time.
const REQUEST: Duration = Duration::from_secs(120);
/// How long a session lasts without being used.
const SESSION: time::Duration = time::Duration::days(30);

/// No script but our own file, no style but our own, nothing framed, forms only to ourselves. No page has an inline
/// script or style, so there is nothing that a nonce would have to allow.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

/// # Errors
/// A sentence when the outside address is no origin.
pub fn router(app: App, site: &Path) -> Result<Router, String> {
    around(app::pages(), app, site)
}

/// The same layers around other pages: benchmarks compare with pages written by hand.
///
/// # Errors
/// As [`router`].
pub fn around(pages: Router<App>, app: App, site: &Path) -> Result<Router, String> {
    let https = app.settings.public_url.starts_with("https://");
    let csrf = CsrfLayer::new().add_trusted_origin(&app.settings.public_url).map_err(|e| format!("the public address is no origin: {e:?}"))?;
    let sessions = SessionManagerLayer::new(Store(app.portal.clone()))
        .with_name(if https { "__Host-balai" } else { "balai" })
        .with_secure(https)
        .with_http_only(true)
        // Strict would sign people out whenever they follow a link from a chat.
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(SESSION));
    Ok(pages
        .layer(sessions)
        .merge(assets::routes(site))
        .merge(assets::worker(site, app.settings.no_worker))
        .merge(health::routes())
        .fallback(|| async { StatusCode::NOT_FOUND.into_response() })
        .layer(csrf)
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), error_pages))
        // The quickest level: a page of 25 KB becomes 5 KB for a fifth of a millisecond. Files were compressed beforehand.
        .layer(CompressionLayer::new().gzip(true).quality(CompressionLevel::Fastest))
        .layer(from_fn(headers))
        .layer(from_fn(access_log))
        .with_state(app))
}

/// A request must not panic; if one does, the reader gets the page for trouble and the log the words.
fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let words = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or("no words");
    tracing::error!(words, "a request panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(self)");
    response
}

/// One sentence a request: no address, no agent, no query, no account; a sign-in token is cut out of the path. None at all
/// where reporters are: a line has its time to the microsecond.
async fn access_log(request: Request, next: Next) -> Response {
    if is_of_reporters(request.uri().path()) {
        return next.run(request).await;
    }
    let method = request.method().clone();
    let path = logged(request.uri().path()).to_owned();
    let began = Instant::now();
    let response = next.run(request).await;
    tracing::info!(%method, path, status = response.status().as_u16(), ms = began.elapsed().as_millis() as u64, "answered");
    response
}
