//! `/petugas`: what waits on one's desks, counted.

use axum::extract::State;
use axum::response::Response;
use domain::directory::{changes, corrections, government};
use domain::feedback::identity::waiting;
use domain::feedback::{COUNTED_MOST, Sight, queue_counts, unseen_photos};
use domain::{evaluation, ideas, moderation};
use leptos::prelude::*;
use vocabulary::accounts::Role;

use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

const DESKS: [(&str, &str); 7] = [
    ("/petugas", "desk-front"),
    ("/petugas/laporan", "desk-cases"),
    ("/petugas/penilaian", "desk-evaluation"),
    ("/petugas/pembinaan", "desk-development"),
    ("/petugas/gagasan", "desk-ideas"),
    ("/petugas/moderasi", "desk-moderation"),
    ("/petugas/direktori", "desk-directory"),
];

/// The desks of staff: one line on a phone, which says where one is and opens; a row of tabs on wide windows.
pub fn desk_nav(words: &'static Words, here: &'static str) -> impl IntoView {
    let name = DESKS.iter().find(|(href, _)| *href == here).map(|(_, key)| words.t(key)).unwrap_or_default();
    let tabs = DESKS.iter().map(|(href, key)| view! { <a href=*href aria-current=(*href == here).then_some("page")>{words.t(key)}</a> }).collect_view();
    view! {
        <nav class="desk-nav" aria-label=words.t("nav-desk")>
            <details><summary>{words.t("nav-desk")} ": " <strong>{name}</strong></summary><div class="tabs">{tabs}</div></details>
        </nav>
    }
}

/// `/petugas`: what waits, counted.
pub async fn front(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let mut counts = Vec::new();
    let mut unseen = 0;
    let several = actor.governments().len() > 1;
    for slug in actor.governments() {
        let sight = Sight::of(&mut conn, actor, &slug).await?;
        let place = if several { format!("{}: ", sight.government.short_name) } else { String::new() };
        unseen += unseen_photos(&mut conn, &sight).await?.len();
        counts.extend(queue_counts(&mut conn, &sight).await?.into_iter().map(|(queue, n)| (slug.clone(), place.clone(), queue, n)));
    }
    let waiting_cards = usize::try_from(evaluation::waiting(&mut conn, actor, visitor.now).await? + evaluation::holds::waiting(&mut conn, actor).await?).unwrap_or_default();
    let turns = evaluation::turns(&app.portal, &mut conn, actor).await?;
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
        let queues = counts
            .into_iter()
            .map(|(slug, place, queue, n)| {
                let class = if n == 0 { "chip plain" } else { "chip wait" };
                let count = if n >= COUNTED_MOST { words.n("desk-waiting-more", COUNTED_MOST - 1) } else { words.n("desk-waiting", n) };
                let label = format!("{place}{}", words.t(&format!("queue-{queue}")));
                view! { <li><a href=format!("/petugas/laporan?pemerintah={slug}&antrean={queue}")><strong>{label}</strong></a><span class=class>{count}</span></li> }
            })
            .collect_view();
        let corrected = corrected
            .into_iter()
            .map(|(g, n)| item(format!("/petugas/direktori/{}/koreksi", g.slug), words.with("corrections-in", &[("government", &g.short_name)]), usize::try_from(n).unwrap_or_default()))
            .collect_view();
        let identities =
            identities.into_iter().map(|r| item(format!("/petugas/laporan/{r}/identitas"), words.with("identity-title", &[("reference", &r)]), 1)).collect_view();
        let roles = actor.grants.iter().map(|g| view! { <li>{words.t(&format!("role-{}", g.role))}" "<span class="soft">{g.unit_name.clone()}</span></li> }).collect_view();
        view! {
            <h1>{words.t("desk-title")}</h1>
            {desk_nav(words, "/petugas")}
            <div class="two">
                <ul class="list">{queues}{(unseen > 0).then(|| item("/petugas/laporan/foto".into(), words.t("unseen-title"), unseen))}{identities}{item("/petugas/penilaian".into(), words.t("desk-cards"), waiting_cards)}{(turns > 0).then(|| item("/petugas/penilaian/kinerja".into(), words.t("desk-performance"), turns))}{(ideas_waiting > 0).then(|| item("/petugas/gagasan".into(), words.t("desk-ideas-answer"), ideas_waiting))}{item("/petugas/moderasi".into(), words.t("desk-moderation"), flags)}{keeps.then(|| item("/petugas/direktori".into(), words.t("desk-changes"), proposed))}{corrected}</ul>
                <aside class="stack-tight"><h2>{words.t("desk-roles")}</h2><ul class="list">{roles}</ul></aside>
            </div>
        }
    }))
}
