//! `/catatan`: the public trail, its tree and how anyone checks it; and `/privasi`: what is kept.

pub mod api;
pub mod feed;
pub mod receipt;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::clock::{day_text, local_day};
use domain::db::Conn;
use domain::directory::governments;
use domain::ledger::heads::{self, DayHead};
use domain::ledger::merkle::extends;
use domain::ledger::proof::consistency;
use domain::ledger::{Head, head, list};
use domain::secrets::hex;
use domain::{Error, rules};
use leptos::prelude::*;
use std::collections::HashMap;

use crate::components::{empty, pager};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page};
use crate::words::Words;

/// How many days' ends the page shows; the interface has them all.
const DAYS: i64 = 7;

pub async fn trail(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let before: Option<i64> = query.get("sebelum").and_then(|n| n.parse().ok());
    let mut conn = app.portal.db.read().await?;
    let found = list(&mut conn, before).await?;
    let zones: HashMap<String, i64> = governments(&mut conn).await?.into_iter().map(|g| (g.slug, g.utc_offset_hours)).collect();
    let now = head(&mut conn).await?;
    let days = match before {
        None => checked_days(&mut conn, now).await?,
        Some(_) => Vec::new(),
    };
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("ledger-title"), feed: Some(feed::ADDRESS.into()), ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = found.entries.is_empty().then(|| empty(words.t("ledger-empty-title"), words.t("ledger-empty"), None));
        let any = !found.entries.is_empty();
        let rows = found
            .entries
            .into_iter()
            .map(|e| {
                let day = dates::moment_day(words, e.at, zones.get(&e.government).copied().unwrap_or_default());
                let hash = e.hash.map(|hash| hex(&hash)[..16].to_owned());
                // A private step shows that it happened, not about which case: its reference is in the reporter's hand.
                view! { <tr><td class="num">{e.number}</td><td>{day}</td><td>{words.t(&kind_key(&e.kind))}</td><td><code>{hash}"…"</code></td></tr> }
            })
            .collect_view();
        let next = found.before.map(|n| format!("/catatan?sebelum={n}"));
        view! {
            <h1>{words.t("ledger-title")}</h1>
            <p class="lead measure">{words.t("ledger-lead")}</p>
            {none}
            {(before.is_none() && any).then(|| view! { {tree(words, now, &days)} {how(words, &days)} })}
            {any.then(|| view! {
                <h2>{words.t("ledger-newest")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("ledger-newest")>
                    <table class="plain ledger"><thead><tr><th scope="col">{words.t("ledger-number")}</th><th scope="col">{words.t("ledger-date")}</th><th scope="col">{words.t("ledger-kind")}</th><th scope="col">{words.t("ledger-hash")}</th></tr></thead><tbody>{rows}</tbody></table>
                </div>
            })}
            {pager(words, before.map(|_: i64| "/catatan".to_owned()), next)}
        }
    }))
}

/// The sentence of a kind of entry; a dot is no letter of a key.
fn kind_key(kind: &str) -> String {
    format!("ledger-{}", kind.replace('.', "-"))
}

/// A day's end, and whether the next tree only adds to it.
struct Checked {
    day: DayHead,
    fits: bool,
}

/// The newest days' ends, each held to the tree after it by a proof of consistency, the newest to the tree of now.
async fn checked_days(conn: &mut Conn, now: Head) -> Result<Vec<Checked>, PageError> {
    let mut later = now;
    let mut checked = Vec::new();
    for day in heads::days(conn, None, DAYS).await? {
        let fits = match consistency(conn, day.head.size, later.size).await {
            Ok(path) => extends(day.head.size, &day.head.root, later.size, &later.root, &path),
            // More entries than there are now: some were taken away.
            Err(Error::NotFound) => false,
            Err(e) => return Err(e.into()),
        };
        later = day.head;
        checked.push(Checked { day, fits });
    }
    Ok(checked)
}

fn tree(words: &'static Words, now: Head, days: &[Checked]) -> impl IntoView + use<> {
    let newest = days.first().map(|c| {
        let key = if c.fits { "ledger-grown" } else { "ledger-not-grown" };
        view! { <p>{words.with(key, &[("day", &dates::day(words, &c.day.day))])}</p> }
    });
    let rows = days
        .iter()
        .map(|c| {
            let check = words.t(if c.fits { "ledger-fits" } else { "ledger-fits-not" });
            view! { <tr><th scope="row">{dates::day(words, &c.day.day)}</th><td class="num">{c.day.head.size}</td><td>{check}</td><td><code>{hex(&c.day.head.root)}</code></td></tr> }
        })
        .collect::<Vec<_>>();
    view! {
        <section class="card stack-tight ledger" aria-labelledby="pohon">
            <h2 id="pohon">{words.t("ledger-now")}</h2>
            <p>{words.n("ledger-size", now.size as i64)}</p>
            <p><span class="soft">{words.t("ledger-root")}</span><br/><code class="hash">{hex(&now.root)}</code></p>
            {newest}
        </section>
        {(!rows.is_empty()).then(|| view! {
            <section class="stack-tight" aria-labelledby="hari">
                <h2 id="hari">{words.t("ledger-days")}</h2>
                <p class="measure">{words.t("ledger-days-lead")}</p>
                <div class="scroll" tabindex="0" role="group" aria-label=words.t("ledger-days")>
                    <table class="plain ledger"><thead><tr><th scope="col">{words.t("ledger-day")}</th><th scope="col">{words.t("ledger-entries")}</th><th scope="col">{words.t("ledger-check")}</th><th scope="col">{words.t("ledger-root")}</th></tr></thead><tbody>{rows}</tbody></table>
                </div>
                <p><a href="/api/v1/ledger/heads">{words.t("ledger-all-days")}</a></p>
            </section>
        })}
    }
}

fn how(words: &'static Words, days: &[Checked]) -> impl IntoView + use<> {
    let first = days.last().map_or(1, |c| c.day.head.size);
    let steps = [
        ("ledger-how-keep", "/api/v1/ledger".to_owned()),
        ("ledger-how-copy", "/api/v1/ledger/entries".to_owned()),
        ("ledger-how-grow", format!("/api/v1/ledger/consistency?first={first}")),
        ("ledger-how-described", "/api/openapi.json".to_owned()),
    ]
    .map(|(key, address)| {
        // The sentence with a link where the address stands.
        let sentence = words.with(key, &[("address", "\u{1}")]);
        let (before, after) = sentence.split_once('\u{1}').unwrap_or((&sentence, ""));
        let (before, after, href) = (before.to_owned(), after.to_owned(), address.clone());
        view! { <li>{before}<a href=href>{address}</a>{after}</li> }
    });
    view! {
        <details class="measure">
            <summary>{words.t("ledger-how")}</summary>
            <ul class="stack-tight">{steps.into_iter().collect_view()}<li>{words.t("ledger-how-own")}</li></ul>
        </details>
    }
}

pub async fn privacy(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let words = visitor.words;
    let page = Page { title: words.t("privacy-title"), ..Page::default() };
    let mut conn = app.portal.db.read().await?;
    let kept = rules::in_force(&mut conn, "feedback.identity_kept", &day_text(local_day(visitor.now, 7))).await?.value;
    drop(conn);
    Ok(visitor.page(&app, None, page, || {
        let parts = ["read", "send", "outbox", "anonymous", "identity", "photo", "correction", "account", "telling", "ledger", "never"]
            .map(|part| view! { <section class="stack-tight"><h2>{words.t(&format!("privacy-{part}-title"))}</h2><p>{words.with(&format!("privacy-{part}"), &[("days", &kept.to_string())])}</p></section> });
        view! { <div class="measure stack"><h1>{words.t("privacy-title")}</h1>{parts.into_iter().collect_view()}</div> }
    }))
}
