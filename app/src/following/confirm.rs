//! `/kabar/konfirmasi/{token}`: an address is its owner's once they press the button here. Opening the link changes nothing:
//! robots of mail programs open every link.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::following::{self, is_open, link_of};
use leptos::prelude::*;

use super::address_of;
use crate::error::PageError;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page};

pub async fn get(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let open = is_open(&app.portal, &mut conn, &token).await?;
    drop(conn);
    if !open {
        return Ok(over(&app, &visitor));
    }
    let words = visitor.words;
    let page = Page { title: words.t("telling-confirm-title"), private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        view! {
            <div class="measure stack">
                <h1>{words.t("telling-confirm-title")}</h1>
                <p>{words.t("telling-confirm")}</p>
                <form method="post" action=format!("/kabar/konfirmasi/{token}")><button class="button">{words.t("telling-confirm-button")}</button></form>
                <p class="soft">{words.t("telling-confirm-not-me")}</p>
            </div>
        }
    }))
}

/// A link that is unknown, used or too old.
fn over(app: &App, visitor: &Visitor) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("telling-over-title"), private: true, ..Page::default() };
    let mut response = visitor.page(
        app,
        None,
        page,
        || view! { <div class="measure stack"><h1>{words.t("telling-over-title")}</h1><p>{words.t("telling-over")}</p><p><a href="/">{words.t("error-home")}</a></p></div> },
    );
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(token): Path<String>) -> Result<Response, PageError> {
    app.limits.check(What::Send, &address)?;
    match following::confirm(&app.portal, &token).await {
        Ok(done) => Ok(Redirect::to(&format!("{}?baru=1", address_of(&link_of(&app.portal, done.follower)))).into_response()),
        Err(domain::Error::Refused(domain::Refusal::LinkUsed)) => Ok(over(&app, &visitor)),
        Err(error) => Err(error.into()),
    }
}
