//! `/lacak`: following a case by its receipt, saying that it is solved or that it is not.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::feedback::{self, TrackedCase, confirm, contest, track};
use leptos::prelude::*;
use vocabulary::feedback::{Status, note};
use vocabulary::receipt::Receipt;
use vocabulary::{Fault, Problems, text};

use super::receipt_cookie::{Held, hold, let_go};
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
    app.limits.check(What::Receipt, &address)?;
    let typed = form.get("tanda");
    let mut problems = Problems::default();
    let Some(receipt) = problems.take("tanda", Receipt::parse(typed)) else { return Ok(ask_again(&app, &visitor, typed, problems)) };
    match track(&app.portal, &receipt).await {
        Ok(_) => {
            let mut response = Redirect::to("/lacak/laporan").into_response();
            hold(&app, &mut response, &receipt);
            Ok(response)
        }
        Err(Error::NotFound) => {
            problems.add("tanda", Fault::NotAReceipt);
            Ok(ask_again(&app, &visitor, typed, problems))
        }
        Err(e) => Err(e.into()),
    }
}

async fn held_case(app: &App, held: &Held) -> Result<Option<TrackedCase>, PageError> {
    let Held(Some(receipt)) = held else { return Ok(None) };
    match track(&app.portal, receipt).await {
        Ok(case) => Ok(Some(case)),
        Err(Error::NotFound) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, held: Held) -> Result<Response, PageError> {
    match held_case(&app, &held).await? {
        Some(case) => draw(&app, &visitor, case, "", Problems::default()).await,
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
    let Some(case) = held_case(&app, &held).await? else { return Ok(Redirect::to("/lacak").into_response()) };
    let typed = form.get("catatan");
    let parsed = match form.get("aksi") {
        "konfirmasi" => text::paragraphs(typed, 0, 2000).map_err(|fault| Problems(vec![vocabulary::Problem { field: "catatan", fault }])).map(|n| (true, n)),
        "bantah" => note("catatan", typed).map(|n| (false, n)),
        _ => return Err(PageError::BadForm),
    };
    match parsed {
        Err(problems) => return draw(&app, &visitor, case, typed, problems).await,
        Ok((true, note)) => confirm(&app.portal, case.id, &note).await?,
        Ok((false, note)) => contest(&app.portal, case.id, &note).await?,
    }
    Ok(Redirect::to("/lacak/laporan").into_response())
}

async fn draw(app: &App, visitor: &Visitor, case: TrackedCase, typed: &str, problems: Problems) -> Result<Response, PageError> {
    let proof = feedback::proof(&app.portal, &case).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &case.government).await?;
    let steps = feedback::steps(&mut conn, case.id).await?;
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
                        {text_area(words, &problems, "catatan", words.t("track-note"), Some(words.t("track-note-hint")), 3, typed)}
                        <p class="actions">
                            <button class="button" name="aksi" value="konfirmasi">{words.t("track-confirm")}</button>
                            {(!contested).then(|| view! { <button class="button quiet" name="aksi" value="bantah">{words.t("track-contest")}</button> })}
                        </p>
                        {contested.then(|| view! { <p class="soft">{words.t("refusal-contested-before")}</p> })}
                    </form>
                </section>
            }
        });
        let photos = (1..=case.photo_count).map(|n| view! { <figure><img loading="lazy" src=format!("/{}/laporan/{}/foto/{n}", case.government, case.reference) alt=words.n("case-photo", n)/></figure> }).collect::<Vec<_>>();
        view! {
            <form class="exit" method="post" action="/lacak/laporan"><input type="hidden" name="aksi" value="keluar"/><button class="linklike">{words.t("track-leave")}</button></form>
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
                </article>
                <aside class="stack">
                    <section class="stack-tight"><h2>{words.t("track-yours")}</h2>{prose(&case.text)}{(!photos.is_empty()).then(|| view! { <div class="photos">{photos}</div> })}</section>
                    {public}{hidden}
                    {recorded(words, proof)}
                    {feedback::may_go_on(case.answer_due.as_deref(), case.closed_reason.as_deref(), &today).then(|| view! { <p><a href="/lacak/laporan/ombudsman.pdf" download="">{words.t("pack-link")}</a></p> })}
                </aside>
            </div>
        }
    }))
}
