//! `/{gov}/forum/baru`: starting a topic.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::government;
use domain::forum;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::forum::{Category, NewTopic};

use crate::components::{Choice, choices, crumbs, error_summary, findings, hidden, line_field, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    visitor.signed_in()?;
    draw(&app, &visitor, &gov, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    // A session that ended while one was writing: the page comes back with every word, and asks to sign in.
    let Some(actor) = &visitor.actor else { return draw(&app, &visitor, &gov, &form, Problems::default()).await };
    app.limits.check(What::Write, &address)?;
    app.limits.check(What::Write, &actor.account.to_string())?;
    let mut conn = app.portal.db.read().await?;
    government(&mut conn, &gov).await?;
    drop(conn);
    match NewTopic::parse(form.get("kategori"), form.get("judul"), form.get("uraian")) {
        Ok(input) => {
            let code = forum::start(&app.portal, actor, &gov, form.get("kunci"), &input).await?;
            Ok(Redirect::to(&format!("/{gov}/forum/topik/{code}")).into_response())
        }
        Err(problems) => draw(&app, &visitor, &gov, &form, problems).await,
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    drop(conn);
    let words = visitor.words;
    let ended = visitor.actor.is_none();
    let key = if form.get("kunci").is_empty() { app.portal.chance.token() } else { form.get("kunci").to_owned() };
    let page = Page { title: words.t("forum-start"), section: Section::Forum, wrong: !problems.is_empty() || ended, islands: true, private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let categories = Category::ALL.iter().map(|c| Choice { value: c.to_string(), label: words.t(&format!("category-{c}")), hint: None }).collect();
        let name = visitor.actor.as_ref().map(|a| words.with("forum-as", &[("name", &a.name)]));
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/forum"), words.t("forum-title"))], words.t("forum-start"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                {ended.then(|| view! { <div class="notice late" role="alert"><p>{words.t("session-ended")} " " <a href="/masuk" target="_blank" rel="noopener">{words.t("nav-sign-in")}</a></p></div> })}
                <h1>{words.t("forum-start")}</h1>
                <p class="soft">{name}</p>
                <form class="stack" method="post" action=format!("/{gov}/forum/baru") novalidate="novalidate">
                    {hidden("kunci", &key)}
                    {choices(words, &problems, "kategori", words.t("forum-category"), categories, form.get("kategori"))}
                    {line_field(words, &problems, "judul", words.t("forum-topic-title"), Some(words.t("forum-topic-title-hint")), "text", "off", form.get("judul"))}
                    {text_area(words, &problems, "uraian", words.t("forum-text"), Some(words.t("forum-text-hint")), 8, form.get("uraian"))}
                    {findings(words, "uraian", form.get("uraian"))}
                    <p><button class="button">{words.t("forum-publish")}</button></p>
                </form>
            </div>
        }
    }))
}
