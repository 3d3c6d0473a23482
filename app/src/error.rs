//! The one error a page may return. A handler returns it bare; [`error_pages`] draws the page in the reader's language,
//! also for what layers refuse (too large, too slow, from another site, a panic).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;

use crate::dates;
use crate::open_data::problem::{self, problem};
use crate::open311::answer as open311;
use crate::session::language;
use crate::shell::{App, Page, draw};
use crate::words::Words;

#[derive(Debug)]
pub enum PageError {
    Domain(domain::Error),
    /// Sign in first, then come back to this address.
    SignIn(String),
    /// A form that cannot be read at all.
    BadForm,
    /// A parameter of the interface for programs that is refused, and the key of why.
    BadParameter {
        name: String,
        why: &'static str,
    },
    /// Of a past day on which it was not there: its first day, or its last where it was over, and the address of that
    /// day.
    NotThen {
        day: String,
        over: bool,
        href: String,
    },
    TooLarge,
    TooMany,
    /// Our fault; the words go to the log, an id to the reader.
    Trouble(String),
}

impl From<domain::Error> for PageError {
    fn from(error: domain::Error) -> Self {
        Self::Domain(error)
    }
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::Domain(domain::Error::NotFound) | Self::NotThen { .. } => StatusCode::NOT_FOUND,
            Self::Domain(domain::Error::Refused(_)) => StatusCode::CONFLICT,
            Self::Domain(domain::Error::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Domain(_) | Self::Trouble(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::SignIn(_) => StatusCode::SEE_OTHER,
            Self::BadForm | Self::BadParameter { .. } => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::SignIn(back) = &self {
            let target = serde_urlencoded::to_string([("kembali", back)]).unwrap_or_default();
            return Redirect::to(&format!("/masuk?{target}")).into_response();
        }
        let mut response = self.status().into_response();
        // Every limit is one of a minute (`limits.rs`).
        if matches!(self, Self::TooMany) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Draws a page for every error that has none yet; of the interface for programs a problem in JSON.
pub async fn error_pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let words = language(&parts);
    let path = parts.uri.path().to_owned();
    let open311 = open311::is_of(&path).then(|| parts.headers.clone());
    let wants_page = !path.starts_with("/aset/") && !path.starts_with("/healthz") && !path.starts_with("/readyz");
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let for_programs = problem::is_of_interface(&path);
    let drawn: &[u8] = if for_programs { problem::CONTENT_TYPE.as_bytes() } else { b"text/html" };
    // What our own scripts are told in JSON is for them (`feedback/outbox.rs`).
    let bare = open311.is_some()
        || response.headers().get(header::CONTENT_TYPE).is_none_or(|t| !t.as_bytes().starts_with(drawn) && (for_programs || !t.as_bytes().starts_with(b"application/json")));
    if !(status.is_client_error() || status.is_server_error()) || !bare || !wants_page {
        return response;
    }
    let error = response.extensions().get::<Arc<PageError>>().cloned();
    let id = status.is_server_error().then(|| app.portal.chance.token()[..8].to_owned());
    if let Some(id) = &id {
        // The path may hold a reference, never a receipt or a token of a link: those are not in addresses we log.
        match error.as_deref() {
            Some(PageError::Domain(e)) => tracing::error!(id, path = logged(&path), error = %e, "a request failed"),
            Some(PageError::Trouble(e)) => tracing::error!(id, path = logged(&path), error = %e, "a request failed"),
            _ => tracing::error!(id, path = logged(&path), status = status.as_u16(), "a request failed"),
        }
    }
    let mut page = match (for_programs, &open311) {
        (_, Some(headers)) => open311::refusal(headers, &path, &response, error.as_deref(), id.as_deref()),
        (true, None) => problem(words, &path, status, error.as_deref(), id.as_deref()),
        (false, None) => draw_error(&app, words, status, error.as_deref(), id.as_deref()),
    };
    if open311.is_none() {
        *page.status_mut() = status;
    }
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

/// The path as it may be logged: the token of a link that signs in or unsubscribes is not, nor that somebody was sending or following a report.
pub fn logged(path: &str) -> &str {
    if path.starts_with("/masuk/tautan/") {
        "/masuk/tautan/…"
    } else if path.starts_with("/kabar/") {
        "/kabar/…"
    } else if is_of_reporters(path) {
        "(a reporter's page)"
    } else {
        path
    }
}

/// Where reporters are: the time of a request to these addresses is the time that somebody reported something.
pub fn is_of_reporters(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("lacak" | "keluar-cepat" | "kotak-keluar"), _) | (Some(_), Some("lapor")) => true,
        (Some(_), Some("laporan")) => path.contains("/foto/"),
        (Some("open311"), _) => open311::is_of_reporters(path),
        _ => false,
    }
}

/// The keys of the heading and the text of an error.
fn sentences(status: StatusCode, error: Option<&PageError>) -> (&'static str, &'static str) {
    match (status.as_u16(), error) {
        (_, Some(PageError::Domain(domain::Error::Refused(refusal)))) => ("error-refused-title", refusal.sentence()),
        (_, Some(PageError::NotThen { over: false, .. })) => ("error-not-yet-title", "error-not-yet"),
        (_, Some(PageError::NotThen { .. })) => ("error-no-more-title", "error-no-more"),
        (404 | 405, _) => ("error-not-found-title", "error-not-found"),
        (403, _) => ("error-other-site-title", "error-other-site"),
        (413, _) => ("error-too-large-title", "error-too-large"),
        (408, _) => ("error-too-slow-title", "error-too-slow"),
        (429, _) => ("error-too-many-title", "error-too-many"),
        (400 | 415 | 422, _) => ("error-bad-form-title", "error-bad-form"),
        _ => ("error-trouble-title", "error-trouble"),
    }
}

fn draw_error(app: &App, words: &'static Words, status: StatusCode, error: Option<&PageError>, id: Option<&str>) -> Response {
    let (title, text) = sentences(status, error);
    let page = Page { title: words.t(title), private: true, ..Page::default() };
    let id = id.map(str::to_owned);
    let then = match error {
        Some(PageError::NotThen { day, href, .. }) => Some((dates::long_day(words, day), href.clone())),
        _ => None,
    };
    let mut response = draw(app, words, None, None, page, move || {
        view! {
            <div class="error-page measure stack">
                <p class="soft">{status.as_u16()}</p>
                <h1>{words.t(title)}</h1>
                {match then {
                    Some((day, href)) => view! { <p>{words.with(text, &[("date", &day)])} " " <a href=href>{words.t("error-that-day")}</a></p> }.into_any(),
                    None => view! { <p>{words.t(text)}</p> }.into_any(),
                }}
                {id.map(|id| view! { <p>{words.t("error-id")} " " <code>{id}</code></p> })}
                <p><a href="/">{words.t("error-home")}</a></p>
            </div>
        }
    });
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::logged;

    #[test]
    fn no_log_tells_when_somebody_reported() {
        for path in [
            "/medan/lapor",
            "/medan/lapor/terkirim",
            "/lacak",
            "/lacak/laporan",
            "/keluar-cepat",
            "/kotak-keluar",
            "/medan/lapor/kiriman/foto",
            "/open311/v2/requests.json",
            "/open311/v2/tokens/abc.xml",
            "/medan/laporan/MDN-2611-7K3F0/foto/1",
        ] {
            assert_eq!(logged(path), "(a reporter's page)", "{path}");
        }
        for path in ["/", "/medan", "/medan/laporan", "/medan/laporan/MDN-2611-7K3F0", "/petugas/laporan/MDN-2611-7K3F0", "/aset/balai.css", "/open311/v2/services.xml"] {
            assert_eq!(logged(path), path);
        }
    }
}
