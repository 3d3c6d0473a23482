//! `/akun/kabar`: what an account follows, its mail, and the browsers in which it is told.

use std::sync::LazyLock;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::accounts::Actor;
use domain::following::{self, followings, of_account, push};
use domain::secrets::{hex, sha256};
use leptos::prelude::*;
use vocabulary::following::{BrowserInput, MailEnd, Telling};
use vocabulary::{Fault, Problems};

use super::list::followed_list;
use crate::components::error_summary;
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

/// The script of this page, which asks the browser; its name carries its content's hash, for it is kept for a year.
static SCRIPT: LazyLock<String> = LazyLock::new(|| format!("/aset/push-page.js?v={}", &hex(&sha256(&[include_bytes!("../../../public/push-page.js")]))[..12]));

pub async fn get(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    draw(&app, &visitor, &Problems::default()).await
}

async fn draw(app: &App, visitor: &Visitor, problems: &Problems) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    let mut conn = app.portal.db.read().await?;
    let follower = of_account(&mut conn, actor.account).await?;
    let followed = match &follower {
        Some(follower) => followings(&mut conn, follower.id).await?,
        None => Vec::new(),
    };
    let browsers = push::count(&mut conn, actor.account).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("telling-list-title"), section: Section::Account, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let ended = follower.as_ref().and_then(domain::following::Follower::mail_ended);
        let mail = match (&follower, ended) {
            (None, _) => None,
            (Some(_), Some(why)) => Some(view! { <div class="notice wait stack-tight"><p>{words.t(&format!("telling-mail-ended-{why}"))}</p><form method="post" action="/akun/kabar"><button class="button quiet small" name="aksi" value="lanjutkan">{words.t("telling-resume")}</button></form></div> }.into_any()),
            (Some(_), None) => Some(view! { <form method="post" action="/akun/kabar"><p>{words.with("telling-to-account", &[("email", &actor.email)])}</p><button class="button quiet small" name="aksi" value="berhenti-semua">{words.t("telling-stop-all")}</button></form> }.into_any()),
        };
        view! {
            <div class="measure stack">
                {error_summary(words, problems)}
                <h1>{words.t("telling-list-title")}</h1>
                <p class="lead">{words.t("telling-list-lead")}</p>
                {mail}
                {followed_list(words, "/akun/kabar", followed)}
                {browser_part(app, words, browsers)}
            </div>
        }
    }))
}

/// A browser is asked by its own script; without scripting there is nothing to press, and the words say why.
fn browser_part(app: &App, words: &'static crate::words::Words, browsers: i64) -> impl IntoView + use<> {
    let key = app.settings.push_key.clone();
    let end = (browsers > 0).then(|| view! { <form method="post" action="/akun/kabar"><p>{words.n("push-count", browsers)}</p><button class="button quiet small" name="aksi" value="hapus-peramban">{words.t("push-end-all")}</button></form> });
    (!key.is_empty()).then(|| {
        view! {
            <section class="stack-tight" id="titik" aria-labelledby="peramban">
                <h2 id="peramban">{words.t("push-title")}</h2>
                <p>{words.t("push-lead")}</p>
                <div class="stack-tight" id="push" data-key=key data-asked=words.t("push-asked") data-denied=words.t("push-denied") data-failed=words.t("push-failed") data-ended=words.t("push-ended")>
                    <p data-part="without" class="soft">{words.t("push-without-script")}</p>
                    <p data-part="with" hidden="hidden"><button type="button" class="button quiet" data-act="begin">{words.t("push-begin")}</button> <button type="button" class="button quiet" data-act="end" hidden="hidden">{words.t("push-end")}</button></p>
                    <p data-part="said" role="status"></p>
                </div>
                {end}
                <script type="module" src=SCRIPT.as_str()></script>
            </section>
        }
    })
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, form: Form) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    app.limits.check(What::Write, &address)?;
    let act = form.get("aksi");
    if let "peramban" | "peramban-selesai" = act {
        return browser(&app, &visitor, actor, &form).await;
    }
    if act == "hapus-peramban" {
        push::unsubscribe(&app.portal, actor.account, None).await?;
        return saved(&visitor).await;
    }
    let mut conn = app.portal.db.read().await?;
    let follower = of_account(&mut conn, actor.account).await?.ok_or(Error::NotFound)?;
    drop(conn);
    match act {
        "berhenti-semua" => following::stop_mail(&app.portal, follower.id, MailEnd::Owner).await?,
        "lanjutkan" => following::resume_mail(&app.portal, follower.id).await?,
        "berhenti" => following::unfollow(&app.portal, follower.id, form.get("yang")).await?,
        "ubah" => {
            let telling = Telling::parse(form.get("tingkat"), form.get("irama")).map_err(|_| PageError::BadForm)?;
            following::change(&app.portal, follower.id, form.get("yang"), telling).await?;
        }
        _ => return Err(PageError::BadForm),
    }
    saved(&visitor).await
}

/// The script's part: a form like any other. What is wrong comes back with the page, of which the script shows the summary.
async fn browser(app: &App, visitor: &Visitor, actor: &Actor, form: &Form) -> Result<Response, PageError> {
    if form.get("aksi") == "peramban-selesai" {
        push::unsubscribe(&app.portal, actor.account, Some(form.get("titik"))).await?;
        return saved(visitor).await;
    }
    let done = match BrowserInput::parse(form.get("titik"), form.get("kunci"), form.get("rahasia")) {
        Ok(input) => push::subscribe(&app.portal, actor, visitor.words.language, &input).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Err(Error::Invalid(found)) => {
            // Nobody typed these fields: one sentence for all of them.
            let mut problems = Problems::default();
            problems.add("titik", found.of("titik").unwrap_or(Fault::Unreadable));
            draw(app, visitor, &problems).await
        }
        done => {
            done?;
            saved(visitor).await
        }
    }
}

async fn saved(visitor: &Visitor) -> Result<Response, PageError> {
    say(visitor, "telling-saved").await?;
    Ok(Redirect::to("/akun/kabar").into_response())
}
