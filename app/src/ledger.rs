//! `/catatan`: the public trail, newest first; and `/privasi`: what is kept.

use axum::extract::{Query, State};
use axum::response::Response;
use domain::ledger::list;
use domain::secrets::hex;
use leptos::prelude::*;
use std::collections::HashMap;

use crate::components::{empty, pager};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page};

pub async fn trail(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let before = query.get("sebelum").and_then(|n| n.parse().ok());
    let mut conn = app.portal.db.read().await?;
    let found = list(&mut conn, before).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("ledger-title"), ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = found.entries.is_empty().then(|| empty(words.t("ledger-empty-title"), words.t("ledger-empty"), None));
        let any = !found.entries.is_empty();
        let rows = found
            .entries
            .into_iter()
            .map(|e| {
                // A private step shows that it happened, not about which case: its reference is in the reporter's hand.
                view! { <tr><td class="num">{e.number}</td><td>{dates::moment_day(words, e.at, 7)}</td><td>{words.t(&format!("ledger-{}", e.kind))}</td><td><code>{hex(&e.hash)[..16].to_owned()}"…"</code></td></tr> }
            })
            .collect_view();
        let next = found.before.map(|n| format!("/catatan?sebelum={n}"));
        view! {
            <h1>{words.t("ledger-title")}</h1>
            <p class="lead measure">{words.t("ledger-lead")}</p>
            {none}
            {any.then(|| view! {
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("ledger-title")>
                    <table class="plain ledger"><thead><tr><th scope="col">{words.t("ledger-number")}</th><th scope="col">{words.t("ledger-date")}</th><th scope="col">{words.t("ledger-kind")}</th><th scope="col">{words.t("ledger-hash")}</th></tr></thead><tbody>{rows}</tbody></table>
                </div>
            })}
            {pager(words, before.map(|_: i64| "/catatan".to_owned()), next)}
        }
    }))
}

pub async fn privacy(State(app): State<App>, visitor: Visitor) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("privacy-title"), ..Page::default() };
    visitor.page(&app, None, page, || {
        let parts = ["read", "send", "anonymous", "identity", "photo", "correction", "account", "ledger", "never"]
            .map(|part| view! { <section class="stack-tight"><h2>{words.t(&format!("privacy-{part}-title"))}</h2><p>{words.t(&format!("privacy-{part}"))}</p></section> });
        view! { <div class="measure stack"><h1>{words.t("privacy-title")}</h1>{parts.into_iter().collect_view()}</div> }
    })
}
