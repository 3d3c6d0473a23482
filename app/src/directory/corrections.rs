//! `/{gov}/koreksi`: a resident says what is wrong on a page, without an account; and the address where the answer is
//! told. What was written is shown to the unit only.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::corrections::{self, ADDRESS_KEPT, about};
use domain::directory::{Government, government};
use domain::{Error, rules, secrets};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::corrections::{CorrectionInput, CorrectionStatus, Subject, SubjectKind};

use crate::components::{crumbs, error_summary, hidden, line_field, mistake, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// What it is about in words: the kind and the name, or the page's address where it has no name of its own.
pub fn subject_name(words: &Words, government: &Government, subject: &Subject, title: &str) -> String {
    match (subject.kind, title) {
        (SubjectKind::Page, "") if subject.slug.is_empty() => words.with("correction-front-page", &[("government", &government.short_name)]),
        (SubjectKind::Page, "") => words.with("correction-page", &[("address", &format!("/{}/{}", government.slug, subject.slug))]),
        (_, title) => format!("{}: {title}", words.t(&format!("correction-kind-{}", subject.kind))),
    }
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let typed = query.get("tentang").cloned().unwrap_or_default();
    // Who followed a link to what is not there, or a mangled one, is told so before they write.
    let subject = Subject::parse(&typed).map_err(|_| Error::NotFound)?;
    let mut conn = app.portal.db.read().await?;
    about(&mut conn, &gov, &subject).await?;
    drop(conn);
    let form = Form::default();
    draw(&app, &visitor, &gov, &subject.to_string(), &app.portal.chance.token(), &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Send, &address)?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let key = if secrets::is_token(form.get("kunci")) { form.get("kunci").to_owned() } else { app.portal.chance.token() };
    let done = match CorrectionInput::parse(form.get("tentang"), form.get("koreksi"), form.get("surel")) {
        Ok(input) => corrections::send(&app.portal, &government, &key, visitor.words.language, &input).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(code) => Ok(Redirect::to(&format!("/{gov}/koreksi/{code}")).into_response()),
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, form.get("tentang"), &key, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, typed_subject: &str, key: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let words = visitor.words;
    let subject = Subject::parse(typed_subject).ok();
    let name = match &subject {
        Some(subject) => match about(&mut conn, gov, subject).await {
            Ok(about) => Some(subject_name(words, &government, subject, &about.title)),
            Err(Error::NotFound) => None,
            Err(e) => return Err(e.into()),
        },
        None => None,
    };
    let kept = rules::maybe_in_force(&mut conn, ADDRESS_KEPT, &government.today(visitor.now)).await?;
    drop(conn);
    let hint = kept.map_or_else(|| words.t("correction-email-hint"), |rule| words.with("correction-email-hint-until", &[("days", &rule.value.to_string())]));
    let page = Page { title: words.t("correction-title"), section: Section::Directory, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let back = name.clone().zip(subject).map(|(name, subject)| (format!("/{gov}/{}", subject.address()).trim_end_matches('/').to_owned(), name));
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("correction-title"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("correction-title")}</h1>
                <div id="tentang">{back.map(|(href, name)| view! { <p class="lead"><a href=href>{name}</a></p> })}{mistake(words, &problems, "tentang")}</div>
                <p>{words.t("correction-lead")}</p>
                <form class="stack" method="post" action=format!("/{gov}/koreksi") novalidate="novalidate">
                    {hidden("kunci", key)}{hidden("tentang", typed_subject)}
                    {text_area(words, &problems, "koreksi", words.t("correction-text"), Some(words.t("correction-text-hint")), 6, form.get("koreksi"))}
                    {line_field(words, &problems, "surel", words.t("correction-email"), Some(hint), "email", "email", form.get("surel"))}
                    <p class="actions"><button class="button">{words.t("correction-button")}</button></p>
                </form>
                <p class="soft">{words.t("correction-not-here")} " " <a href=format!("/{gov}/lapor")>{words.t("send-button")}</a></p>
            </div>
        }
    }))
}

/// `/{gov}/koreksi/{code}`: the number, what happens next, and later the answer.
pub async fn show(State(app): State<App>, visitor: Visitor, Path((gov, code)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let correction = corrections::show(&mut conn, &gov, &code.to_lowercase()).await?;
    drop(conn);
    let words = visitor.words;
    let number = correction.code.to_uppercase();
    let page = Page { title: words.with("correction-number", &[("code", &number)]), section: Section::Directory, private: true, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let waits = correction.status == CorrectionStatus::Waiting;
        let (class, state) = match correction.status {
            CorrectionStatus::Waiting => ("chip wait", words.t("correction-waiting")),
            CorrectionStatus::Corrected => ("chip ok", words.t("correction-corrected")),
            CorrectionStatus::Declined => ("chip plain", words.t("correction-declined")),
        };
        let next = waits.then(|| {
            let told = words.t(if correction.will_be_mailed { "correction-next-mail" } else { "correction-next-page" });
            view! {
                <section class="stack" aria-labelledby="selanjutnya"><h2 id="selanjutnya">{words.t("correction-next")}</h2>
                    <ol class="steps"><li><div>{words.with("correction-next-unit", &[("unit", &correction.unit_name)])}</div></li><li><div>{told}</div></li></ol>
                    <p class="soft">{words.t("correction-keep")}</p>
                </section>
            }
        });
        let answer = correction.answered_at.map(|at| {
            let when = words.with("correction-answered", &[("unit", &correction.unit_name), ("date", &dates::moment_day(words, at, government.utc_offset_hours))]);
            view! { <section class="stack" aria-labelledby="jawaban"><h2 id="jawaban">{words.t("correction-answer")}</h2>{prose(&correction.answer)}<p class="soft">{when}</p></section> }
        });
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], number.clone())}
            <div class="measure stack-loose">
                <div class="stack-tight">
                    <h1>{words.t(if waits { "correction-thanks" } else { "correction-told" })}</h1>
                    <p class="lead">{words.with("correction-number", &[("code", &number)])}</p>
                    <p><span class=class>{state}</span></p>
                </div>
                {next}{answer}
                <p><a href=format!("/{gov}")>{words.t("sent-front")}</a></p>
            </div>
        }
    }))
}
