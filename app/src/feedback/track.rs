//! `/lacak`: following a case by its receipt, saying that it is solved or that it is not.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::feedback::identity::told;
use domain::feedback::{self, MessageBy, TrackedCase, confirm, contest, messages, write_as_reporter};
use leptos::prelude::*;
use vocabulary::feedback::{Status, note};
use vocabulary::identity::message;
use vocabulary::receipt::Receipt;
use vocabulary::{Fault, Problems, text};

use super::conversation::{Side, conversation};
use super::exit::exit_quickly;
use super::identity::looks;
use super::gallery::{answer_photos, sent_photos};
use super::receipt_cookie::{Held, hold, let_go};
use super::receipt_tries::follow;
use crate::components::{case_chip, deadline, error_summary, line_field, prose, protection_chip, text_area, timeline};
use crate::error::PageError;
use crate::form::Form;
use crate::ledger::receipt::recorded;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page};

pub async fn ask(State(app): State<App>, visitor: Visitor) -> Response {
    ask_again(&app, &visitor, "", Problems::default())
}

fn ask_again(app: &App, visitor: &Visitor, typed: &str, problems: Problems) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("track-title"), wrong: !problems.is_empty(), private: true, ..Page::default() };
    visitor.page(app, None, page, || {
        view! {
            {exit_quickly(words)}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("track-title")}</h1>
                <p>{words.t("track-lead")}</p>
                <form class="stack" method="post" action="/lacak" novalidate="novalidate">
                    {line_field(words, &problems, "tanda", words.t("track-receipt"), Some(words.t("track-receipt-hint")), "text", "off", typed)}
                    <p><button class="button">{words.t("track-button")}</button></p>
                </form>
                <details><summary>{words.t("track-lost-title")}</summary><p>{words.t("track-lost")}</p></details>
            </div>
        }
    })
}

pub async fn find(State(app): State<App>, visitor: Visitor, Address(address): Address, form: Form) -> Result<Response, PageError> {
    let typed = form.get("tanda");
    let mut problems = Problems::default();
    let Some(receipt) = problems.take("tanda", Receipt::parse(typed)) else { return Ok(ask_again(&app, &visitor, typed, problems)) };
    if follow(&app, &address, &receipt).await?.is_none() {
        problems.add("tanda", Fault::NotAReceipt);
        return Ok(ask_again(&app, &visitor, typed, problems));
    }
    let mut response = Redirect::to("/lacak/laporan").into_response();
    hold(&app, &mut response, &receipt);
    Ok(response)
}

async fn held_case(app: &App, address: &str, held: &Held) -> Result<Option<TrackedCase>, PageError> {
    match held {
        Held(Some(receipt)) => follow(app, address, receipt).await,
        Held(None) => Ok(None),
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Address(address): Address, held: Held) -> Result<Response, PageError> {
    match held_case(&app, &address, &held).await? {
        Some(case) => draw(&app, &visitor, case, &Form::default(), Problems::default()).await,
        None => Ok(Redirect::to("/lacak").into_response()),
    }
}

pub async fn act(State(app): State<App>, visitor: Visitor, Address(address): Address, held: Held, form: Form) -> Result<Response, PageError> {
    if form.get("aksi") == "keluar" {
        let mut response = Redirect::to("/").into_response();
        let_go(&app, &mut response);
        return Ok(response);
    }
    app.limits.check(What::Write, &address)?;
    let Some(case) = held_case(&app, &address, &held).await? else { return Ok(Redirect::to("/lacak").into_response()) };
    if form.get("aksi") == "pesan" {
        return write(&app, &visitor, case, &form).await;
    }
    let typed = form.get("catatan");
    let parsed = match form.get("aksi") {
        "konfirmasi" => text::paragraphs(typed, 0, 2000).map_err(|fault| Problems(vec![vocabulary::Problem { field: "catatan", fault }])).map(|n| (true, n)),
        "bantah" => note("catatan", typed).map(|n| (false, n)),
        _ => return Err(PageError::BadForm),
    };
    match parsed {
        Err(problems) => return draw(&app, &visitor, case, &form, problems).await,
        Ok((true, note)) => confirm(&app.portal, case.id, &note).await?,
        Ok((false, note)) => contest(&app.portal, case.id, &note).await?,
    }
    Ok(Redirect::to("/lacak/laporan").into_response())
}

async fn write(app: &App, visitor: &Visitor, case: TrackedCase, form: &Form) -> Result<Response, PageError> {
    let written = match message(form.get("pesan")) {
        Ok(text) => write_as_reporter(&app.portal, case.id, &text).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match written {
        Ok(()) => Ok(Redirect::to("/lacak/laporan#percakapan").into_response()),
        Err(Error::Invalid(problems)) => draw(app, visitor, case, form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, case: TrackedCase, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let proof = feedback::proof(&app.portal, &case).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &case.government).await?;
    let steps = feedback::steps(&mut conn, case.id).await?;
    let messages = messages(&app.portal, &mut conn, MessageBy::Reporter(case.id)).await?;
    let asked = told(&mut conn, case.id).await?;
    let photos = feedback::photos_of(&mut conn, case.id).await?;
    drop(conn);
    let words = visitor.words;
    let today = government.today(visitor.now);
    let page = Page { title: case.reference.clone(), wrong: !problems.is_empty(), private: true, ..Page::default() };
    let contested = steps.iter().any(|s| s.kind == vocabulary::feedback::StepKind::Contested);
    Ok(visitor.page(app, Some(&government), page, || {
        let answered = matches!(case.status, Status::Responded | Status::Closed);
        let public = case.published_at.is_some().then(|| view! { <p><a href=format!("/{}/laporan/{}", case.government, case.reference)>{words.t("track-public")}</a></p> });
        let hidden = case.published_at.is_none().then(|| view! { <p class="soft">{words.t("track-not-public")}</p> });
        let decide = (case.status == Status::Responded).then(|| {
            view! {
                <section class="card stack" aria-labelledby="putuskan">
                    <h2 id="putuskan">{words.t("track-solved-question")}</h2>
                    <form class="stack" method="post" action="/lacak/laporan" novalidate="novalidate">
                        {text_area(words, &problems, "catatan", words.t("track-note"), Some(words.t("track-note-hint")), 3, form.get("catatan"))}
                        <p class="actions">
                            <button class="button" name="aksi" value="konfirmasi">{words.t("track-confirm")}</button>
                            {(!contested).then(|| view! { <button class="button quiet" name="aksi" value="bantah">{words.t("track-contest")}</button> })}
                        </p>
                        {contested.then(|| view! { <p class="soft">{words.t("refusal-contested-before")}</p> })}
                    </form>
                </section>
            }
        });
        let address = format!("/{}/laporan/{}", case.government, case.reference);
        view! {
            {exit_quickly(words)}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{case.title.clone()}</h1>
                    <p class="soft">{case.reference.clone()} " · " {words.t(&format!("kind-{}", case.kind))}</p>
                    <p class="actions">{case_chip(words, case.status, case.closed_reason.as_deref(), case.answer_due.as_deref(), answered, &today)}{protection_chip(words, case.protection)}</p>
                    <p>{deadline(words, case.answer_due.as_deref(), answered || case.status == Status::Archived, &today)}</p>
                    {decide}
                    <h2>{words.t("case-journey")}</h2>
                    {timeline(words, steps, case.status, case.verify_due.as_deref(), case.answer_due.as_deref(), government.utc_offset_hours)}
                    {conversation(words, Side::Reporter, messages, "/lacak/laporan".into(), &problems, form.get("pesan"), government.utc_offset_hours)}
                    {answer_photos(words, &address, &photos, true)}
                </article>
                <aside class="stack">
                    <section class="stack-tight"><h2>{words.t("track-yours")}</h2>{prose(&case.text)}{sent_photos(words, &address, &photos, true)}</section>
                    {public}{hidden}
                    {looks(words, asked, government.utc_offset_hours)}
                    {recorded(words, proof)}
                    <form method="post" action="/lacak/laporan"><input type="hidden" name="aksi" value="keluar"/><button class="linklike">{words.t("track-leave")}</button></form>
                </aside>
            </div>
        }
    }))
}
