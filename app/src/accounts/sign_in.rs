//! `/masuk`: signing in by password; in the demonstration also as any of its people.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::accounts::{DemoAccount, demo_accounts, sign_in};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::accounts::Email;
use vocabulary::{Fault, Problems};

use super::{back, begin};
use crate::components::{error_summary, hidden, line_field};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    if visitor.actor.is_some() {
        return Ok(Redirect::to("/akun").into_response());
    }
    let to = query.get("kembali").map(String::as_str).unwrap_or_default();
    draw(&app, &visitor, to, "", Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, headers: HeaderMap, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::SignIn, &address)?;
    let typed = form.get("surel");
    let to = form.get("kembali").to_owned();
    let mut problems = Problems::default();
    let email = problems.take("surel", Email::parse(typed));
    if form.get("sandi").is_empty() {
        problems.add("sandi", Fault::Missing);
    }
    let Some(email) = email.filter(|_| problems.is_empty()) else { return draw(&app, &visitor, &to, typed, problems).await };
    // Slows guessing at one account from many addresses; whoever knows the password still has the e-mailed link.
    app.limits.check(What::SignIn, email.as_str())?;
    match sign_in(&app.portal, &email, form.get("sandi").to_owned()).await {
        Ok(account) => {
            begin(&visitor.session, account, &headers, visitor.now).await?;
            Ok(Redirect::to(back(&to)).into_response())
        }
        Err(Error::NotFound) => {
            problems.add("surel", Fault::WrongCredentials);
            draw(&app, &visitor, &to, typed, problems).await
        }
        Err(e) => Err(e.into()),
    }
}

/// `POST /masuk/contoh`: as one of the demonstration's people; outside the demonstration it does not exist.
pub async fn demo(State(app): State<App>, visitor: Visitor, headers: HeaderMap, form: Form) -> Result<Response, PageError> {
    if !app.settings.demo {
        return Err(Error::NotFound.into());
    }
    let mut conn = app.portal.db.read().await?;
    let account = domain::accounts::demo_account(&mut conn, form.get("surel")).await?;
    drop(conn);
    begin(&visitor.session, account, &headers, visitor.now).await?;
    Ok(Redirect::to(back(form.get("kembali"))).into_response())
}

pub async fn sign_out(visitor: Visitor) -> Result<Response, PageError> {
    visitor.session.flush().await.map_err(|e| PageError::Trouble(e.to_string()))?;
    // What the browser kept of the pages of whoever signed out; the service worker clears its own when it sees this form.
    Ok(([(HeaderName::from_static("clear-site-data"), "\"cache\"")], Redirect::to("/")).into_response())
}

async fn draw(app: &App, visitor: &Visitor, to: &str, typed: &str, problems: Problems) -> Result<Response, PageError> {
    let people = match app.settings.demo {
        true => {
            let mut conn = app.portal.db.read().await?;
            demo_accounts(&mut conn).await?
        }
        false => Vec::new(),
    };
    let words = visitor.words;
    let page = Page { title: words.t("sign-in-title"), section: Section::Account, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let demo = (!people.is_empty()).then(|| demo_list(words, people, to));
        view! {
            <div class="two">
                <div class="stack measure">
                    {error_summary(words, &problems)}
                    <h1>{words.t("sign-in-title")}</h1>
                    <p>{words.t("sign-in-lead")}</p>
                    <form class="stack" method="post" action="/masuk" novalidate="novalidate">
                        {hidden("kembali", to)}
                        {line_field(words, &problems, "surel", words.t("sign-in-email"), None, "email", "username", typed)}
                        {line_field(words, &problems, "sandi", words.t("sign-in-password"), None, "password", "current-password", "")}
                        <p><button class="button">{words.t("sign-in-button")}</button></p>
                    </form>
                    <p><a href="/masuk/tautan">{words.t("sign-in-by-link")}</a></p>
                    <p><a href="/daftar">{words.t("sign-up-link")}</a></p>
                </div>
                {demo}
            </div>
        }
    }))
}

fn demo_list(words: &'static Words, people: Vec<DemoAccount>, to: &str) -> impl IntoView + use<> {
    let to = to.to_owned();
    let items = people
        .into_iter()
        .map(|p| {
            let note = p.demo_note.filter(|n| !n.is_empty()).map(|n| words.t(&n)).unwrap_or_default();
            view! {
                <li><form method="post" action="/masuk/contoh">{hidden("surel", &p.email)}{hidden("kembali", &to)}<button class="button quiet small">{p.display_name}<span class="visually-hidden">" " {p.email.clone()}</span></button></form><span class="soft">{note} <br/>{p.email}</span></li>
            }
        })
        .collect_view();
    view! { <aside class="card stack-tight"><h2>{words.t("demo-accounts-title")}</h2><p class="soft">{words.t("demo-accounts")}</p><ul class="demo-accounts plain-list">{items}</ul></aside> }
}
