//! `/petugas/penilaian/tertahan`: what is held back as suspected, and the person who looks.

use std::collections::HashSet;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::evaluation::holds::{Hold, Suspect, list, settle, show};
use domain::evaluation::seen_among;
use domain::ids::{CardId, HoldId};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::evaluation::{Settled, Settling};

use crate::components::{Choice, choices, crumbs, empty, error_summary, option_list, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn all(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let found = list(&mut conn, actor).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("holds-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = found.is_empty().then(|| empty(words.t("holds-empty-title"), words.t("holds-empty"), None));
        let items = found
            .iter()
            .map(|hold| {
                let chip = if hold.waiting > 0 { ("chip wait", words.n("holds-waiting", hold.waiting)) } else { ("chip plain", words.t("holds-settled")) };
                view! { <li><a href=format!("/petugas/penilaian/tertahan/{}", hold.id)><strong>{hold.unit_name.clone()}</strong></a><span class="soft">{days(words, hold)} " · " {reasons(words, hold)}</span><span class=chip.0>{chip.1}</span></li> }
            })
            .collect_view();
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/penilaian".into(), words.t("record-title"))], words.t("holds-title"))}
            <h1>{words.t("holds-title")}</h1>
            <p class="measure">{words.t("holds-lead")}</p>
            {none}
            <ul class="list queue">{items}</ul>
        }
    }))
}

fn days(words: &'static Words, hold: &Hold) -> String {
    let (first, last) = (dates::day(words, &hold.first_on), dates::day(words, &hold.last_on));
    if first == last { first } else { format!("{first} – {last}") }
}

fn reasons(words: &'static Words, hold: &Hold) -> String {
    hold.reasons().iter().map(|r| words.t(&format!("hold-{r}-short"))).collect::<Vec<_>>().join(", ")
}

fn id(text: &str) -> Result<HoldId, PageError> {
    Uuid::try_parse(text).map(HoldId).map_err(|_| Error::NotFound.into())
}

pub async fn one(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, id(&key)?, &Form::default(), Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let id = id(&key)?;
    let only = match form.get("yang") {
        "" | "semua" => None,
        one => Some(Uuid::try_parse(one).map_err(|_| PageError::BadForm)?),
    };
    let done = match Settling::parse(form.get("putusan"), form.get("alasan")) {
        Ok(input) => settle(&app.portal, actor, id, only, &input).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/tertahan/{key}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, id, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, id: HoldId, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (hold, suspects) = show(&mut conn, actor, id).await?;
    let government = government(&mut conn, &hold.government).await?;
    // What is still held is on nobody's desk; what was let go is, and the performance team may open it.
    let may_open = seen_among(&app.portal, &mut conn, actor, suspects.iter().filter_map(|s| s.card).collect()).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("holds-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let why = hold.reasons().iter().map(|r| view! { <li>{words.t(&format!("hold-{r}"))}</li> }).collect_view();
        let counts = (hold.seen > 1).then(|| view! { <p>{words.with("hold-counts", &[("seen", &hold.seen.to_string()), ("usual", &hold.usual.to_string()), ("days", &days(words, &hold))])}</p> });
        let settling = (hold.waiting > 0).then(|| settling(words, &hold, &suspects, form, &problems));
        let items = suspects.iter().map(|s| suspect(words, s, &may_open, government.utc_offset_hours)).collect_view();
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/penilaian".into(), words.t("record-title")), ("/petugas/penilaian/tertahan".into(), words.t("holds-title"))], hold.unit_name.clone())}
            {error_summary(words, &problems)}
            <h1>{words.with("holds-of", &[("unit", &hold.unit_name)])}</h1>
            <section class="notice stack-tight measure" aria-labelledby="sebab-tahan"><h2 id="sebab-tahan">{words.t("holds-why")}</h2><ul>{why}</ul>{counts}<p class="soft">{words.t("holds-what-is-looked-at")}</p></section>
            {settling}
            <section class="stack" aria-labelledby="laporan-tahan"><h2 id="laporan-tahan">{words.t("holds-reports")}</h2><ol class="plain-list stack">{items}</ol></section>
        }
    }))
}

fn settling(words: &'static Words, hold: &Hold, suspects: &[Suspect], form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let answers = Settled::ALL.iter().map(|s| Choice { value: s.to_string(), label: words.t(&format!("settle-{s}")), hint: Some(words.t(&format!("settle-{s}-hint"))) }).collect();
    let mut which = vec![("semua".to_owned(), words.n("settle-all", hold.waiting))];
    which.extend(suspects.iter().filter(|s| s.settled_as.is_none()).take(50).map(|s| (s.subject_id.to_string(), format!("{} · {}", s.reference, title(words, s)))));
    let chosen = if form.get("yang").is_empty() { "semua" } else { form.get("yang") };
    view! {
        <form class="card stack measure" method="post" action=format!("/petugas/penilaian/tertahan/{}", hold.id) novalidate="novalidate">
            {choices(words, problems, "putusan", words.t("settle-title"), answers, form.get("putusan"))}
            {option_list(words, problems, "yang", words.t("settle-which"), None, which, chosen)}
            {text_area(words, problems, "alasan", words.t("settle-reason"), Some(words.t("settle-reason-hint")), 3, form.get("alasan"))}
            <p><button class="button">{words.t("settle-button")}</button></p>
        </form>
    }
}

fn title(words: &'static Words, suspect: &Suspect) -> String {
    suspect.title.clone().unwrap_or_else(|| words.t("holds-not-public"))
}

fn suspect(words: &'static Words, suspect: &Suspect, may_open: &HashSet<CardId>, offset: i64) -> impl IntoView + use<> {
    let post = suspect.position_title.clone().map(|p| format!(" · {p}"));
    let card = suspect.card.map(|card| match may_open.contains(&card) {
        true => view! { <a href=format!("/petugas/penilaian/{card}")>{words.t("holds-card")}</a> }.into_any(),
        false => view! { <span class="chip">{words.t("holds-card")}</span> }.into_any(),
    });
    let state = suspect.settled_as.as_ref().map(|s| {
        let when = suspect.settled_at.map(|at| dates::moment_day(words, at, offset)).unwrap_or_default();
        view! { <p class="soft">{words.t(&format!("settled-{s}"))} " · " {when} ": " {suspect.reason.clone()}</p> }
    });
    let text = match &suspect.public_text {
        Some(text) => view! { <div class="quote">{prose(text)}</div> }.into_any(),
        None => view! { <p class="soft">{words.t("holds-not-verified")}</p> }.into_any(),
    };
    view! { <li class="reply stack-tight"><p><strong>{title(words, suspect)}</strong>" "<span class="soft">{suspect.reference.clone()}{post}</span>" "{card}</p>{text}{state}</li> }
}
