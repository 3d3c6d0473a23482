//! `/petugas/laporan/foto`: photos that came after their report, which nobody outside sees before a verifier has looked.

use axum::extract::State;
use axum::response::Response;
use domain::feedback::{Sight, unseen_photos};
use leptos::prelude::*;
use vocabulary::accounts::Role;

use super::desk::desk_nav;
use crate::components::empty;
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn list(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    if !actor.holds(Role::Verifier) {
        return Err(domain::Error::NotFound.into());
    }
    let mut conn = app.portal.db.read().await?;
    let mut waiting = Vec::new();
    for slug in actor.governments() {
        let sight = Sight::of(&mut conn, actor, &slug).await?;
        let cases = unseen_photos(&mut conn, &sight).await?;
        waiting.extend(cases.into_iter().map(|case| (slug.clone(), sight.government.utc_offset_hours, case)));
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("unseen-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = waiting.is_empty().then(|| empty(words.t("unseen-none-title"), words.t("unseen-none"), None));
        let cases = waiting
            .into_iter()
            .map(|(slug, offset, case)| {
                let since = words.with("unseen-since", &[("date", &dates::moment_day(words, case.since, offset))]);
                let pictures = case
                    .photos
                    .iter()
                    .map(|n| view! { <figure><img loading="lazy" src=format!("/{slug}/laporan/{}/foto/{n}", case.reference) alt=words.n("case-photo", *n)/></figure> })
                    .collect_view();
                view! {
                    <li class="stack-tight">
                        <a href=format!("/petugas/laporan/{}", case.reference)><strong>{case.title}</strong></a>
                        <p class="soft">{format!("{} · {since}", case.reference)}</p>
                        <div class="photos">{pictures}</div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <h1>{words.t("unseen-title")}</h1>
            {desk_nav(words, "/petugas/laporan")}
            <p class="lead">{words.t("unseen-lead")}</p>
            {none}
            <ul class="list spaced">{cases}</ul>
        }
    }))
}
