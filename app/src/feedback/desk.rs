//! `/petugas` and `/petugas/laporan`: what waits on one's desk.

use axum::extract::{Query, State};
use axum::response::Response;
use domain::clock::Millis;
use domain::directory::{Government, changes, corrections, government, governments};
use domain::feedback::identity::waiting;
use domain::feedback::{QueuedCase, queue};
use domain::{evaluation, ideas, moderation};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::accounts::Role;
use vocabulary::feedback::{Protection, Status};

use crate::components::{empty, protection_chip};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The states that have a queue, in the order in which a case passes them.
const QUEUES: [Status; 7] = [Status::Submitted, Status::NeedsInfo, Status::Assigned, Status::InProgress, Status::Disputed, Status::Escalated, Status::Responded];

pub fn desk_nav(words: &'static Words, here: &'static str) -> impl IntoView {
    let tab = |href: &'static str, key: &str| view! { <a href=href aria-current=(href == here).then_some("page")>{words.t(key)}</a> };
    view! { <nav class="desk-nav tabs" aria-label=words.t("nav-desk")>{tab("/petugas", "desk-front")}{tab("/petugas/laporan", "desk-cases")}{tab("/petugas/penilaian", "desk-evaluation")}{tab("/petugas/pembinaan", "desk-development")}{tab("/petugas/gagasan", "desk-ideas")}{tab("/petugas/moderasi", "desk-moderation")}{tab("/petugas/direktori", "desk-directory")}</nav> }
}

/// `/petugas`: what waits, counted.
pub async fn front(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let mut counts = Vec::new();
    for status in QUEUES {
        counts.push((status, queue(&mut conn, actor, status).await?.len()));
    }
    let waiting_cards = usize::try_from(evaluation::waiting(&mut conn, actor, visitor.now).await? + evaluation::holds::waiting(&mut conn, actor).await?).unwrap_or_default();
    let flags = moderation::waiting(&mut conn, actor).await?.len();
    let identities = waiting(&mut conn, actor).await?;
    let proposed = changes::waiting(&mut conn, actor).await?;
    let mut ideas_waiting = 0;
    for gov in actor.governments() {
        let today = government(&mut conn, &gov).await?.today(visitor.now);
        ideas_waiting += ideas::waiting(&mut conn, actor, &gov, &today).await?.len();
    }
    let keeps = actor.holds(Role::Administrator);
    let mut corrected = Vec::new();
    for (gov, n) in corrections::waiting(&mut conn, actor).await? {
        corrected.push((government(&mut conn, &gov).await?, n));
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("desk-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let item = |href: String, label: String, n: usize| view! { <li><a href=href><strong>{label}</strong></a><span class={if n == 0 { "chip plain" } else { "chip wait" }}>{words.n("desk-waiting", n as i64)}</span></li> };
        let queues = counts.into_iter().map(|(status, n)| item(format!("/petugas/laporan?keadaan={status}"), words.t(&format!("queue-{status}")), n)).collect_view();
        let corrected = corrected
            .into_iter()
            .map(|(g, n)| item(format!("/petugas/direktori/{}/koreksi", g.slug), words.with("corrections-in", &[("government", &g.short_name)]), usize::try_from(n).unwrap_or_default()))
            .collect_view();
        let identities =
            identities.into_iter().map(|r| item(format!("/petugas/laporan/{r}/identitas"), words.with("identity-title", &[("reference", &r)]), 1)).collect_view();
        let roles = actor.grants.iter().map(|g| view! { <li>{words.t(&format!("role-{}", g.role))} <span class="soft">{g.unit_name.clone()}</span></li> }).collect_view();
        view! {
            <h1>{words.t("desk-title")}</h1>
            {desk_nav(words, "/petugas")}
            <div class="two">
                <ul class="list">{queues}{identities}{item("/petugas/penilaian".into(), words.t("desk-evaluation"), waiting_cards)}{(ideas_waiting > 0).then(|| item("/petugas/gagasan".into(), words.t("desk-ideas-answer"), ideas_waiting))}{item("/petugas/moderasi".into(), words.t("desk-moderation"), flags)}{keeps.then(|| item("/petugas/direktori".into(), words.t("desk-changes"), proposed))}{corrected}</ul>
                <aside class="stack-tight"><h2>{words.t("desk-roles")}</h2><ul class="list">{roles}</ul></aside>
            </div>
        }
    }))
}

/// `/petugas/laporan`: one queue.
pub async fn list(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let asked = query.get("keadaan").and_then(|s| Status::parse(s)).filter(|s| QUEUES.contains(s));
    // Without a choice, the first queue that has something in it.
    let (mut chosen, mut cases) = (asked.unwrap_or(Status::Submitted), Vec::new());
    for status in asked.map_or_else(|| QUEUES.to_vec(), |s| vec![s]) {
        cases = queue(&mut conn, actor, status).await?;
        if !cases.is_empty() {
            chosen = status;
            break;
        }
    }
    let places: HashMap<String, Government> = governments(&mut conn).await?.into_iter().map(|g| (g.slug.clone(), g)).collect();
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("desk-cases"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let tabs = QUEUES
            .iter()
            .map(|s| view! { <a href=format!("/petugas/laporan?keadaan={s}") aria-current=(*s == chosen).then_some("page")>{words.t(&format!("queue-{s}"))}</a> })
            .collect_view();
        let none = cases.is_empty().then(|| empty(words.t("queue-empty-title"), words.t("queue-empty"), None));
        let items = cases
            .into_iter()
            .map(|c| {
                let place = places.get(&c.government);
                queue_item(words, c, place, visitor.now)
            })
            .collect_view();
        view! {
            <h1>{words.t("desk-cases")}</h1>
            {desk_nav(words, "/petugas/laporan")}
            <nav class="tabs" aria-label=words.t("queue-label")>{tabs}</nav>
            {none}
            <ul class="list queue">{items}</ul>
        }
    }))
}

fn queue_item(words: &'static Words, case: QueuedCase, place: Option<&Government>, now: Millis) -> impl IntoView + use<> {
    let (offset, today, name) = place.map_or((7, String::new(), String::new()), |g| (g.utc_offset_hours, g.today(now), g.short_name.clone()));
    let due = if case.status == Status::Submitted { case.verify_due.clone() } else { case.answer_due.clone() };
    let answered = case.status == Status::Responded;
    let late = due.as_deref().is_some_and(|d| d < today.as_str()) && !answered;
    let detail =
        [Some(case.reference.clone()), Some(name), case.unit_name, Some(words.t(&format!("kind-{}", case.kind))), Some(dates::moment_day(words, case.received_at, offset))]
            .into_iter()
            .flatten()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
    let due = due.filter(|_| !answered).map(|d| words.with(if late { "due-was" } else { "due-is" }, &[("date", &dates::day(words, &d))]));
    view! {
        <li class=late.then_some("late")>
            <a href=format!("/petugas/laporan/{}", case.reference)><strong>{case.title}</strong></a>
            <span class="soft">{detail}</span>
            <span class="flags">{(case.unread > 0).then(|| view! { <span class="chip wait">{words.n("messages-unread", case.unread)}</span> })}{(case.protection != Protection::Public).then(|| protection_chip(words, case.protection))}{due.map(|text| view! { <span class=if late { "chip late" } else { "chip wait" }>{text}</span> })}</span>
        </li>
    }
}
