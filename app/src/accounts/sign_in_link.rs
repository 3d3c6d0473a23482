//! `/masuk/tautan`: asking for a link by mail, and using it. Opening the link changes nothing; its button does.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::accounts::{request_link, use_link};
use domain::following::adopt;
use domain::notifications::Mail;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::accounts::Email;

use super::begin;
use crate::components::{error_summary, line_field};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor) -> Response {
    draw(&app, &visitor, "", Problems::default())
}

fn draw(app: &App, visitor: &Visitor, typed: &str, problems: Problems) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("link-title"), section: Section::Account, wrong: !problems.is_empty(), private: true, ..Page::default() };
    visitor.page(app, None, page, || {
        view! {
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("link-title")}</h1>
                <form class="stack" method="post" action="/masuk/tautan" novalidate="novalidate">
                    {line_field(words, &problems, "surel", words.t("sign-in-email"), Some(words.t("link-hint")), "email", "username", typed)}
                    <p><button class="button">{words.t("link-button")}</button></p>
                </form>
            </div>
        }
    })
}

/// The mail with a sign-in link, in the reader's language.
pub fn link_mail(app: &App, visitor: &Visitor, email: &Email, token: &str) -> Mail {
    let link = format!("{}/masuk/tautan/{token}", app.settings.public_url);
    Mail { to: email.as_str().to_owned(), language: visitor.words.language.to_owned(), key: "mail-sign-in".into(), args: vec![("link".into(), link)] }
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::SignIn, &address)?;
    let mut problems = Problems::default();
    let Some(email) = problems.take("surel", Email::parse(form.get("surel"))) else { return Ok(draw(&app, &visitor, form.get("surel"), problems)) };
    app.limits.check(What::SignIn, email.as_str())?;
    request_link(&app.portal, &email, |token| link_mail(&app, &visitor, &email, token)).await?;
    Ok(mailed(&app, &visitor))
}

/// The same page whether the address has an account or not.
pub fn mailed(app: &App, visitor: &Visitor) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("mailed-title"), section: Section::Account, private: true, ..Page::default() };
    visitor.page(app, None, page, || view! { <div class="measure stack"><h1>{words.t("mailed-title")}</h1><p>{words.t("mailed")}</p>{app.settings.demo.then(|| view! { <p class="soft">{words.t("mailed-demo")}</p> })}</div> })
}

pub async fn open(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("link-open-title"), section: Section::Account, private: true, ..Page::default() };
    visitor.page(&app, None, page, || {
        view! {
            <div class="measure stack">
                <h1>{words.t("link-open-title")}</h1>
                <p>{words.t("link-open")}</p>
                <form method="post" action=format!("/masuk/tautan/{token}")><button class="button">{words.t("sign-in-button")}</button></form>
            </div>
        }
    })
}

pub async fn confirm(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(token): Path<String>, headers: HeaderMap) -> Result<Response, PageError> {
    app.limits.check(What::SignIn, &address)?;
    let account = use_link(&app.portal, &token).await?;
    adopt(&app.portal, account).await?;
    begin(&visitor.session, account, &headers, visitor.now).await?;
    Ok(Redirect::to("/akun").into_response())
}
