//! `/{gov}/{unit,jabatan,layanan}/{slug}/riwayat`: what was changed, from when, why and by which decree; and the earlier
//! states, each a link to the page as it was. `/{gov}/perubahan`: the newest changes of all.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::directory::changes::{Change, newest, published};
use domain::directory::difference::{self, Difference, column};
use domain::directory::history::{PositionContent, ServiceContent, UnitContent, all};
use domain::directory::standards::versions;
use domain::directory::{Government, government, positions, services, units};
use leptos::prelude::*;
use vocabulary::directory::SubjectKind;

use super::desk::differences;
use crate::components::{crumbs, empty};
use crate::dates;
use crate::error::PageError;
use crate::feed::{Entry, Feed};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// An earlier or present state: its name then, and its days.
struct Period {
    name: String,
    from: String,
    to: Option<String>,
}

pub async fn unit(app: State<App>, visitor: Visitor, path: Path<(String, String)>) -> Result<Response, PageError> {
    show(app, visitor, path, SubjectKind::Unit).await
}

pub async fn position(app: State<App>, visitor: Visitor, path: Path<(String, String)>) -> Result<Response, PageError> {
    show(app, visitor, path, SubjectKind::Position).await
}

pub async fn service(app: State<App>, visitor: Visitor, path: Path<(String, String)>) -> Result<Response, PageError> {
    show(app, visitor, path, SubjectKind::Service).await
}

async fn show(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>, kind: SubjectKind) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let gate = &app.portal.gate;
    let (title, states): (String, Vec<Period>) = match kind {
        SubjectKind::Unit => {
            let unit = units::show(&mut conn, &app.portal.gate, &gov, &slug).await?;
            let states = all::<UnitContent>(&mut conn, unit.id.0).await?;
            (unit.name, states.into_iter().map(|v| Period { name: v.content.name, from: v.valid_from, to: v.valid_to }).collect())
        }
        SubjectKind::Position | SubjectKind::Tenure => {
            let post = positions::show(&mut conn, &app.portal.gate, &gov, &slug).await?;
            let states = all::<PositionContent>(&mut conn, post.id.0).await?;
            (post.title, states.into_iter().map(|v| Period { name: v.content.title, from: v.valid_from, to: v.valid_to }).collect())
        }
        SubjectKind::Service | SubjectKind::Standard => {
            let service = services::show(&mut conn, &app.portal.gate, &gov, &slug).await?;
            let mut states: Vec<Period> =
                all::<ServiceContent>(&mut conn, service.id.0).await?.into_iter().map(|v| Period { name: v.content.short_name, from: v.valid_from, to: v.valid_to }).collect();
            for standard in versions(&mut conn, service.id).await? {
                let name = visitor.words.with(
                    "history-standard",
                    &[
                        ("version", &standard.version.to_string()),
                        ("time", &gate.text("service_standard.completion_time", standard.completion_time)),
                        ("fee", &gate.text("service_standard.fee", standard.fee)),
                    ],
                );
                states.push(Period { name, from: standard.valid_from, to: standard.valid_to });
            }
            (service.short_name, states)
        }
    };
    let mut states: Vec<Period> = states.into_iter().filter(|s| s.from <= today).collect();
    states.sort_by(|a, b| b.from.cmp(&a.from));
    let mut changes = Vec::new();
    for change in published(&mut conn, &gov, kind, &slug, &today).await? {
        // The public sees of a change what it sees of the thing itself.
        let found: Vec<Difference> =
            difference::of_change(&mut conn, &change).await?.into_iter().filter(|d| column(change.kind, &d.field).is_some_and(|c| app.portal.gate.is_public(c))).collect();
        changes.push((change, found));
    }
    drop(conn);
    let words = visitor.words;
    let heading = words.with("history-title", &[("name", &title)]);
    let page = Page { title: heading.clone(), section: if kind == SubjectKind::Service { Section::Services } else { Section::Directory }, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let base = format!("/{gov}/{kind}/{slug}");
        let none = changes.is_empty().then(|| view! { <p class="soft">{words.t("history-none")}</p> });
        let items = changes.into_iter().map(|(c, found)| change_item(words, c, found)).collect_view();
        let earlier = states
            .iter()
            .map(|s| {
                let period = match &s.to {
                    Some(to) => words.with("tenure-from-to", &[("from", &dates::day(words, &s.from)), ("to", &dates::day(words, to))]),
                    None => words.with("tenure-since", &[("from", &dates::day(words, &s.from))]),
                };
                view! { <li><a href=format!("{base}?per={}", s.from)><strong>{s.name.clone()}</strong></a><span class="soft">{period}</span></li> }
            })
            .collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone()), (base.clone(), title.clone())], words.t("history-here"))}
            <h1>{heading}</h1>
            <section class="stack" aria-labelledby="perubahan"><h2 id="perubahan">{words.t("history-changes")}</h2>{none}<div class="stack">{items}</div></section>
            <section class="stack" aria-labelledby="keadaan"><h2 id="keadaan">{words.t("history-states")}</h2><ul class="list">{earlier}</ul></section>
        }
    }))
}

fn change_item(words: &'static Words, c: Change, found: Vec<Difference>) -> impl IntoView {
    let what = words.t(&format!("change-{}-{}", c.kind, c.action));
    // Names of people stand with the post itself, by its own rules; the heading of a tenure's change is the post's title.
    let title = if c.kind == SubjectKind::Tenure { c.title.split(" — ").next().unwrap_or_default().to_owned() } else { c.title.clone() };
    let found = if c.kind == SubjectKind::Tenure { Vec::new() } else { found };
    let decree = (!c.decree.is_empty()).then(|| view! { <p class="soft">{words.t("edit-sk")} ": " {c.decree.clone()}</p> });
    view! {
        <section class="card stack-tight" id=format!("p-{}", c.id)>
            <h3>{what} ": " {title}</h3>
            <p class="soft">{words.with("change-from", &[("date", &dates::long_day(words, &c.valid_from))])}</p>
            <p>{c.reason.clone()}</p>{decree}
            {(!found.is_empty()).then(|| view! { <details><summary>{words.n("history-fields", found.len() as i64)}</summary>{differences(words, c.kind, found)}</details> })}
        </section>
    }
}

/// The page that a change is about.
pub fn address_of(change: &Change) -> String {
    let page = match change.kind {
        SubjectKind::Unit => "unit",
        SubjectKind::Position | SubjectKind::Tenure => "jabatan",
        SubjectKind::Service | SubjectKind::Standard => "layanan",
    };
    format!("/{}/{page}/{}", change.government, change.slug)
}

/// The words of a change in a list or a feed: what happened to what.
pub fn sentence_of(words: &'static Words, change: &Change) -> String {
    let title = if change.kind == SubjectKind::Tenure { change.title.split(" — ").next().unwrap_or_default() } else { change.title.as_str() };
    format!("{}: {title}", words.t(&format!("change-{}-{}", change.kind, change.action)))
}

pub async fn recent(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government: Government = government(&mut conn, &gov).await?;
    let changes = newest(&mut conn, &gov, &government.today(visitor.now)).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("recent-title"), section: Section::Directory, feed: Some(format!("/{gov}/perubahan.atom")), ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let none = changes.is_empty().then(|| empty(words.t("recent-none-title"), words.t("recent-none"), Some((format!("/{gov}/unit"), words.t("units-title")))));
        let items = changes
            .iter()
            .map(|c| view! { <li><a href=format!("{}/riwayat", address_of(c))><strong>{sentence_of(words, c)}</strong></a><span class="soft">{words.with("change-from", &[("date", &dates::day(words, &c.valid_from))])}</span></li> })
            .collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("recent-title"))}
            <h1>{words.t("recent-title")}</h1>
            <p class="lead measure">{words.t("recent-lead")}</p>
            {none}
            <ul class="list">{items}</ul>
        }
    }))
}

/// `/{gov}/perubahan.atom`: the same for programs.
pub async fn feed(State(app): State<App>, headers: HeaderMap, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government: Government = government(&mut conn, &gov).await?;
    let changes = newest(&mut conn, &gov, &government.today(app.portal.now())).await?;
    drop(conn);
    let words = Words::of("id");
    let entries: Vec<Entry> = changes
        .iter()
        .map(|c| Entry {
            title: sentence_of(words, c),
            address: format!("{}/riwayat#p-{}", address_of(c), c.id),
            updated: c.decided_at.unwrap_or(c.proposed_at),
            summary: format!("{}. {}", words.with("change-from", &[("date", &dates::day(words, &c.valid_from))]), c.reason),
            category: c.kind.to_string(),
        })
        .collect();
    let feed = Feed {
        title: format!("{} · {}", words.t("recent-title"), government.short_name),
        author: government.name_id.clone(),
        address: format!("/{gov}/perubahan.atom"),
        page: format!("/{gov}/perubahan"),
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}
