//! "Keluar cepat": leaves a page about a report at once. A form, so that it works with scripting off: its answer forgets the
//! receipt and the draft on this phone and goes on to a page about the weather, which learns nothing of where one was.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use leptos::prelude::*;

use super::receipt_cookie::let_go;
use crate::session::Visitor;
use crate::shell::{App, Page};
use crate::words::Words;

/// Where one is then: a site that anybody opens, of the state's weather service.
const ELSEWHERE: &str = "https://www.bmkg.go.id/";
const AT_ONCE: &str = "0; url=https://www.bmkg.go.id/";

/// The button; the first thing on the page after its header.
pub fn exit_quickly(words: &'static Words) -> impl IntoView + use<> {
    view! { <form class="exit" method="post" action="/keluar-cepat" id="keluar-cepat"><button>{words.t("exit-button")}</button></form> }
}

/// `POST /keluar-cepat`. It answers with a page and not with a redirect: a form may lead only to ourselves (the content
/// security policy), a page may go anywhere. What comes by a refresh without delay takes its place in the history.
pub async fn leave(State(app): State<App>, visitor: Visitor) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("exit-title"), private: true, ..Page::default() };
    let mut response = visitor.page(&app, None, page, || {
        view! {
            <div class="measure stack">
                <h1>{words.t("exit-title")}</h1>
                <p><a href=ELSEWHERE rel="noreferrer noopener">{words.t("exit-link")}</a></p>
            </div>
        }
    });
    let headers = response.headers_mut();
    for (name, value) in [("refresh", AT_ONCE), ("clear-site-data", "\"storage\"")] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let_go(&app, &mut response);
    response
}
