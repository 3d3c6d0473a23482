//! `/lacak`: following a case by its receipt, and what its reporter may do.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::error::Refusal;
use domain::evaluation::{improvements, of_case};
use domain::feedback::identity::told;
use domain::feedback::{self, Deadline, MainCase, MessageBy, TrackedCase, contests, may_reopen, messages, write_as_reporter};
use domain::following::{letters_a_day, own_telling};
use leptos::prelude::*;
use vocabulary::feedback::Status;
use vocabulary::identity::message;
use vocabulary::receipt::Receipt;
use vocabulary::{Fault, Problems};

use super::conflict::conflict;
use super::conversation::{Side, conversation};
use super::exit::exit_quickly;
use super::gallery::{later_photos, sent_photos};
use super::identity::looks;
use super::receipt_cookie::{Held, hold, let_go};
use super::receipt_tries::follow;
use super::reporter_forms::{self, Open, forms, takes_photos};
use crate::components::{Dues, case_chip, deadline, error_summary, level, line_field, prose, protection_chip, timeline};
use crate::error::PageError;
use crate::evaluation::performance::improvements as improvement_list;
use crate::following::own_case;
use crate::form::Form;
use crate::ledger::receipt::recorded;
use crate::limits::{Address, What};
use crate::open311;
use crate::session::Visitor;
use crate::shell::{App, Page};
use crate::words::Words;

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

pub async fn show(State(app): State<App>, visitor: Visitor, Address(address): Address, held: Held, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    match held_case(&app, &address, &held).await? {
        Some(case) => draw(&app, &visitor, case, &Form::default(), Problems::default(), if query.contains_key("kabar") { After::Saved } else { After::Nothing }).await,
        None => Ok(Redirect::to("/lacak").into_response()),
    }
}

pub async fn act(State(app): State<App>, visitor: Visitor, Address(address): Address, held: Held, mut form: Form) -> Result<Response, PageError> {
    if form.get("aksi") == "keluar" {
        let mut response = Redirect::to("/").into_response();
        let_go(&app, &mut response);
        return Ok(response);
    }
    app.limits.check(What::Write, &address)?;
    let Some(case) = held_case(&app, &address, &held).await? else { return Ok(Redirect::to("/lacak").into_response()) };
    if form.get("aksi") == "kabar" {
        own_case::set(&app, case.id, &form).await?;
        return Ok(Redirect::to("/lacak/laporan?kabar=tersimpan#kabar").into_response());
    }
    if form.get("aksi") == "pesan" {
        return write(&app, &visitor, case, &form).await;
    }
    match reporter_forms::act(&app, &case, &mut form).await {
        None => Err(PageError::BadForm),
        Some(Err(PageError::Domain(Error::Invalid(problems)))) => draw(&app, &visitor, case, &form, problems, After::Nothing).await,
        Some(Err(PageError::Domain(Error::Refused(refusal)))) => {
            // As it stands by now: a day that passed may have closed it while this was being written.
            let Some(case) = held_case(&app, &address, &held).await? else { return Ok(Redirect::to("/lacak").into_response()) };
            draw(&app, &visitor, case, &form, Problems::default(), After::Refused(refusal)).await
        }
        Some(done) => {
            done?;
            Ok(Redirect::to("/lacak/laporan").into_response())
        }
    }
}

async fn write(app: &App, visitor: &Visitor, case: TrackedCase, form: &Form) -> Result<Response, PageError> {
    let written = match message(form.get("pesan")) {
        Ok(text) => write_as_reporter(&app.portal, case.id, &text).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match written {
        Ok(()) => Ok(Redirect::to("/lacak/laporan#percakapan").into_response()),
        Err(Error::Invalid(problems)) => draw(app, visitor, case, form, problems, After::Nothing).await,
        Err(e) => Err(e.into()),
    }
}

/// What happened just now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    /// How they are told was changed.
    Saved,
    /// A step came too late, or twice.
    Refused(Refusal),
}

/// The fields with words of one's own.
const TEXTS: &[&str] = &["catatan", "pelengkap", "alasan-cabut", "bukti-baru"];

async fn draw(app: &App, visitor: &Visitor, case: TrackedCase, form: &Form, problems: Problems, after: After) -> Result<Response, PageError> {
    let proof = feedback::proof(&app.portal, &case).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &case.government).await?;
    let today = government.today(visitor.now);
    let steps = feedback::steps_for_reporter(&mut conn, case.id).await?;
    let main = feedback::main_case(&mut conn, &case).await?;
    let stands = match &main {
        Some(main) => main.clock().stands(&mut conn, &today).await?,
        None => case.clock().stands(&mut conn, &today).await?,
    };
    let reopens = match (case.status, case.closed_at) {
        (Status::Closed, Some(closed)) if case.reopen_asked_at.is_none() => may_reopen(&mut conn, closed, case.asked_again_at, visitor.now, &today).await?,
        _ => false,
    };
    let goes_on = feedback::may_go_on(&steps, case.answer_due.as_deref(), case.closed_reason.as_deref(), &government, &today);
    let open = Open { reopens, contested: contests(&mut conn, case.id).await? > 0 };
    let told_by_mail = own_telling(&app.portal, &mut conn, case.id).await?;
    let a_day = letters_a_day(&mut conn, &today).await?;
    let messages = messages(&app.portal, &mut conn, MessageBy::Reporter(case.id)).await?;
    let asked = told(&mut conn, case.id).await?;
    let photos = feedback::photos_of(&mut conn, case.id).await?;
    let used = of_case(&mut conn, case.id).await?;
    let improved = improvements::of_case(&mut conn, case.merged_into_id.unwrap_or(case.id)).await?;
    let words = visitor.words;
    let elsewhere = open311::forward::for_reporter(words, &mut conn, &case).await?;
    drop(conn);
    let page = Page { title: case.reference.clone(), wrong: !problems.is_empty(), private: true, islands: takes_photos(case.status, &open), ..Page::default() };
    let ours = problems.are_ours();
    let mut response = visitor.page(app, Some(&government), page, || {
        let answered = !matches!(stands, Deadline::Late { .. } | Deadline::Running { .. });
        let public = case.published_at.is_some().then(|| view! { <p><a href=format!("/{}/laporan/{}", case.government, case.reference)>{words.t("track-public")}</a></p> });
        let hidden = (case.published_at.is_none() && main.is_none()).then(|| view! { <p class="soft">{words.t("track-not-public")}</p> });
        let dues = Dues { verify: case.verify_due.as_deref(), answer: case.answer_due.as_deref(), info: case.info_due.as_deref(), reply: case.reply_due.as_deref() };
        let refused = if let After::Refused(refusal) = after { Some(conflict(words, refusal, form, TEXTS, &[], government.utc_offset_hours)) } else { None };
        let merged = main.map(|main| merged_into(words, &case.government, main, &today, government.utc_offset_hours));
        let address = format!("/{}/laporan/{}", case.government, case.reference);
        view! {
            {exit_quickly(words)}
            {refused}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{case.title.clone()}</h1>
                    <p class="soft">{case.reference.clone()} " · " {words.t(&format!("kind-{}", case.kind))}</p>
                    <p class="actions">{case_chip(words, case.status, case.closed_reason.as_deref(), case.answer_due.as_deref(), answered, &today)}{protection_chip(words, case.protection)}</p>
                    <p>{deadline(words, &stands)}</p>
                    {level(words, case.status, case.escalation_level)}
                    {case.closed_reason.as_deref().map(|reason| view! { <p class="soft">{words.t(&format!("ended-{reason}"))}</p> })}
                    {case.withdrawn_at.filter(|_| case.status != Status::Withdrawn).map(|_| view! { <p class="notice">{words.t("track-withdraw-ex-officio")}</p> })}
                    {sent_on(words, &case)}
                    {elsewhere}
                    {used.then(|| view! { <section class="notice ok stack-tight" aria-labelledby="dipakai"><h2 id="dipakai">{words.t("track-evidence-title")}</h2><p>{words.t("track-evidence")}</p></section> })}
                    {improvement_list(words, &improved, true)}
                    {forms(words, &case, &open, form, &problems)}
                    {merged}
                    <h2>{words.t("case-journey")}</h2>
                    {timeline(words, steps, case.status, dues, government.utc_offset_hours)}
                    {conversation(words, Side::Reporter, messages, "/lacak/laporan".into(), &problems, form.get("pesan"), government.utc_offset_hours)}
                    {later_photos(words, &address, &photos, true)}
                </article>
                <aside class="stack">
                    <section class="stack-tight"><h2>{words.t("track-yours")}</h2>{prose(&case.text)}{sent_photos(words, &address, &photos, true)}</section>
                    {public}{hidden}
                    {told_by_mail.map(|own| own_case::part(words, own, a_day, after == After::Saved))}
                    {looks(words, asked, government.utc_offset_hours)}
                    {recorded(words, proof)}
                    {goes_on.then(|| view! { <p><a href="/lacak/laporan/ombudsman.pdf" download="">{words.t("pack-link")}</a></p> })}
                    <form method="post" action="/lacak/laporan"><input type="hidden" name="aksi" value="keluar"/><button class="linklike">{words.t("track-leave")}</button></form>
                </aside>
            </div>
        }
    });
    if matches!(after, After::Refused(_)) {
        *response.status_mut() = StatusCode::CONFLICT;
    } else if ours {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    Ok(response)
}

/// The case that this report is part of, as everyone may know it.
fn merged_into(words: &'static Words, government: &str, main: MainCase, today: &str, offset: i64) -> impl IntoView + use<> {
    let link = main.public_reference().map(|r| view! { <p><a href=format!("/{government}/laporan/{r}")>{words.t("track-main-link")}</a></p> });
    let chip = case_chip(words, main.status, main.closed_reason.as_deref(), main.answer_due.as_deref(), !main.status.is_open() || main.status == Status::Responded, today);
    let status = main.status;
    view! {
        <section class="card stack" aria-labelledby="induk">
            <h2 id="induk">{words.t("track-main-title")}</h2>
            <p>{words.t("track-main")}</p>
            <p class="actions">{chip}</p>
            {link}
            {timeline(words, main.steps, status, Dues::default(), offset)}
        </section>
    }
}

/// Which other office it was sent on to.
fn sent_on(words: &'static Words, case: &TrackedCase) -> Option<impl IntoView + use<>> {
    case.redirected_office.clone().map(|office| {
        let more = case.redirected_to.as_ref().map(|key| view! { " " <a href=format!("/{}/layanan/luar/{key}", case.government)>{words.t("track-redirected-link")}</a> });
        view! { <p class="notice">{words.with("track-redirected", &[("office", &office)])}{more}</p> }
    })
}
