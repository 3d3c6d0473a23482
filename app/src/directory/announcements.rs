//! `/{gov}/pengumuman`, one announcement, `/{gov}/lowongan` and the feed: what the government tells, and the posts that
//! are open with the calendar of their selection.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::directory::announcements::{Announcement, FeedItem, Listed, Stage, When, list, open, show, stages};
use domain::directory::positions::{Duty, duties};
use domain::directory::{Government, announcements, government};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::announcements::{AnnouncementKind, AnnouncementState};
use vocabulary::corrections::Subject;

use crate::components::{crumbs, empty, lines, pager, prose, something_wrong};
use crate::dates;
use crate::error::PageError;
use crate::feed::{Entry, Feed};
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The address of the feed of a government's announcements.
pub fn feed_address(gov: &str) -> String {
    format!("/{gov}/pengumuman.atom")
}

pub async fn announcements(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let kind = query.get("jenis").and_then(|k| AnnouncementKind::parse(k));
    let after: Option<announcements::Cursor> = query.get("setelah").and_then(|c| c.parse().ok());
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let found = list(&mut conn, &gov, &today, kind, after.clone()).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page {
        title: words.t("announcements-title"),
        section: Section::Directory,
        feed: Some(feed_address(&gov)),
        card: Card::list(&government, "pengumuman").filter(|_| kind.is_none() && after.is_none()),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let base = kind.map_or_else(|| format!("/{gov}/pengumuman"), |k| format!("/{gov}/pengumuman?jenis={k}"));
        let filters = std::iter::once((None, words.t("announcements-all")))
            .chain(AnnouncementKind::ALL.iter().map(|k| (Some(*k), words.t(&format!("announcement-kinds-{k}")))))
            .map(|(k, label)| {
                let href = k.map_or_else(|| format!("/{gov}/pengumuman"), |k| format!("/{gov}/pengumuman?jenis={k}"));
                view! { <a href=href aria-current=(k == kind).then_some("true")>{label}</a> }
            })
            .collect_view();
        let none = found.announcements.is_empty().then(|| {
            let step = kind.map(|_| (format!("/{gov}/pengumuman"), words.t("announcements-all")));
            empty(words.t("announcements-none-title"), words.t("announcements-none"), step)
        });
        let items = found.announcements.iter().map(|a| announcement_item(words, &gov, a, &today)).collect_view();
        let next = found.after.map(|cursor| format!("{base}{}setelah={cursor}", if kind.is_some() { '&' } else { '?' }));
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("announcements-title"))}
            <h1>{words.t("announcements-title")}</h1>
            <p class="lead measure">{words.t("announcements-lead")}</p>
            <nav class="tabs" aria-label=words.t("announcements-filter")>{filters}</nav>
            {none}
            <ul class="list">{items}</ul>
            {pager(words, after.map(|_| base.clone()), next)}
            {subscribe(words, &gov)}
            {something_wrong(words, &gov, &Subject::page("pengumuman"))}
        }
    }))
}

/// `/{gov}/lowongan`: selections that still run or are to come.
pub async fn vacancies(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let found = open(&mut conn, &gov, &today).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page {
        title: words.t("vacancies-title"),
        description: Some(words.with("vacancies-description", &[("government", &government.short_name)])),
        section: Section::Directory,
        feed: Some(feed_address(&gov)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let none =
            found.is_empty().then(|| empty(words.t("vacancies-none-title"), words.t("vacancies-none"), Some((format!("/{gov}/pengumuman"), words.t("announcements-all-link")))));
        let items = found.iter().map(|a| announcement_item(words, &gov, a, &today)).collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("vacancies-title"))}
            <h1>{words.t("vacancies-title")}</h1>
            <p class="lead measure">{words.t("vacancies-lead")}</p>
            {none}
            <ul class="list">{items}</ul>
            <p class="notice measure">{words.t("vacancies-no-fee")}</p>
            {subscribe(words, &gov)}
            {something_wrong(words, &gov, &Subject::page("lowongan"))}
        }
    }))
}

fn subscribe(words: &'static Words, gov: &str) -> impl IntoView + use<> {
    view! { <p class="subscribe"><a href=feed_address(gov) type="application/atom+xml">{words.t("feed-subscribe")}</a></p> }
}

/// An announcement in a list; of a selection, where it stands.
pub fn announcement_item(words: &'static Words, gov: &str, a: &Listed, today: &str) -> impl IntoView + use<> {
    let detail = [words.t(&format!("announcement-kind-{}", a.kind)), a.unit_name.clone(), dates::day(words, &a.shown_from)].join(" · ");
    let chip = (a.kind == AnnouncementKind::Selection).then(|| match (&a.stage_now, a.ends_on.as_deref()) {
        (Some(stage), _) => view! { <span class="chip wait">{words.with("selection-now", &[("stage", stage)])}</span> },
        (None, Some(last)) if last < today => view! { <span class="chip plain">{words.t("selection-over")}</span> },
        // Between two stages or before the first.
        (None, _) => view! { <span class="chip plain">{words.t("selection-between")}</span> },
    });
    view! {
        <li>
            <a href=format!("/{gov}/pengumuman/{}", a.slug)><strong>{a.title.clone()}</strong></a>
            <span>{a.summary.clone()}</span>
            <span class="soft">{detail}</span>
            {chip}
        </li>
    }
}

/// The newest on another page, with the ways to all; nothing where there are none.
pub fn newest_announcements(words: &'static Words, gov: &str, newest: &[Listed], today: &str) -> impl IntoView + use<> {
    let items = newest.iter().map(|a| announcement_item(words, gov, a, today)).collect::<Vec<_>>();
    let (all, open) = (format!("/{gov}/pengumuman"), format!("/{gov}/lowongan"));
    (!items.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="pengumuman"><h2 id="pengumuman">{words.t("announcements-title")}</h2>
                <ul class="list">{items}</ul>
                <p class="actions"><a href=all>{words.t("announcements-all-link")}</a><a href=open>{words.t("vacancies-link")}</a></p>
            </section>
        }
    })
}

pub async fn announcement(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let found = show(&mut conn, &gov, &slug, &today).await?;
    let stages = stages(&mut conn, found.id).await?;
    let duties = match found.position_id {
        Some(position) => duties(&mut conn, &app.portal.gate, position).await?,
        None => Vec::new(),
    };
    drop(conn);
    let words = visitor.words;
    let card = Card::announcement(&government, &found);
    let page = Page { title: found.title.clone(), description: Some(found.summary.clone()), section: Section::Directory, feed: Some(feed_address(&gov)), card, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/pengumuman"), words.t("announcements-title"))];
        let state = found.state(&today);
        view! {
            {crumbs(words, way, found.title.clone())}
            <article class="stack-loose">
                <div class="stack">
                    <h1>{found.title.clone()}</h1>
                    {standing(words, &found, state, government.utc_offset_hours)}
                    <p class="lead measure">{found.summary.clone()}</p>
                    {facts(words, &government, &found)}
                </div>
                {(state != AnnouncementState::Withdrawn).then(|| parts(words, &gov, &found, &stages, duties, &today, Level::Page))}
            </article>
            {something_wrong(words, &gov, &Subject::page(&format!("pengumuman/{slug}")))}
        }
    }))
}

/// What a reader of an old link must know first: that it is over, or why it was withdrawn.
fn standing(words: &'static Words, a: &Announcement, state: AnnouncementState, offset: i64) -> impl IntoView + use<> {
    match (state, a.withdrawn_at, &a.shown_until) {
        (AnnouncementState::Withdrawn, Some(at), _) => Some(
            view! {
                <div class="notice late">
                    <p><strong>{words.with("announcement-withdrawn", &[("date", &dates::moment_day(words, at, offset))])}</strong></p>
                    {prose(a.withdrawn_reason.as_deref().unwrap_or_default())}
                </div>
            }
            .into_any(),
        ),
        (AnnouncementState::Over, _, Some(until)) => {
            Some(view! { <p class="notice wait">{words.with("announcement-over", &[("date", &dates::day(words, until))])}</p> }.into_any())
        }
        _ => None,
    }
}

fn facts(words: &'static Words, government: &Government, a: &Announcement) -> impl IntoView + use<> {
    let offset = government.utc_offset_hours;
    let unit = if a.unit_slug == "pemerintah" {
        view! { {a.unit_name.clone()} }.into_any()
    } else {
        view! { <a href=format!("/{}/unit/{}", government.slug, a.unit_slug)>{a.unit_name.clone()}</a> }.into_any()
    };
    let changed = a.changed_since_published().then(|| view! { <div><dt>{words.t("announcement-changed")}</dt><dd>{dates::moment_day(words, a.changed_at, offset)}</dd></div> });
    view! {
        <dl class="facts">
            <div><dt>{words.t("announcement-kind")}</dt><dd>{words.t(&format!("announcement-kind-{}", a.kind))}</dd></div>
            <div><dt>{words.t("announcement-by")}</dt><dd>{unit}</dd></div>
            <div><dt>{words.t("announcement-since")}</dt><dd>{dates::day(words, &a.shown_from)}</dd></div>
            {changed}
        </dl>
    }
}

/// How deep headings stand: on a page of their own, or inside a section of the staff's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Page,
    Section,
}

pub fn heading(level: Level, id: &'static str, text: String) -> AnyView {
    match level {
        Level::Page => view! { <h2 id=id>{text}</h2> }.into_any(),
        Level::Section => view! { <h3 id=id>{text}</h3> }.into_any(),
    }
}

/// Everything under the summary: the text, and of a selection its calendar, its criteria and the post.
pub fn parts(words: &'static Words, gov: &str, a: &Announcement, stages: &[Stage], duties: Vec<Duty>, today: &str, level: Level) -> impl IntoView + use<> {
    let criteria = lines(&a.criteria).into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    let calendar = (!stages.is_empty()).then(|| {
        view! { <section class="stack">{heading(level, "bagian-jadwal", words.t("selection-calendar"))}{stage_timeline(words, stages, today)}</section> }
    });
    let criteria = (!criteria.is_empty()).then(|| {
        view! { <section class="stack" aria-labelledby="bagian-kriteria">{heading(level, "bagian-kriteria", words.t("selection-criteria"))}<ul class="list">{criteria}</ul></section> }
    });
    let post = a.position_slug.clone().zip(a.position_title.clone()).map(|(slug, title)| {
        let duties = duties.into_iter().map(|d| view! { <li><div>{d.text}</div></li> }).collect::<Vec<_>>();
        let any = !duties.is_empty();
        view! {
            <section class="stack" aria-labelledby="bagian-jabatan">
                {heading(level, "bagian-jabatan", words.t("selection-post"))}
                <p><a href=format!("/{gov}/jabatan/{slug}")>{title}</a></p>
                {any.then(|| view! { <p class="soft">{words.t("selection-duties")}</p><ol class="steps duties">{duties}</ol> })}
            </section>
        }
    });
    let no_names = (a.kind == AnnouncementKind::Selection).then(|| view! { <p class="soft measure">{words.t("selection-no-names")}</p> });
    view! { {prose(&a.body)}{calendar}{criteria}{post}{no_names} }
}

/// The calendar; which stage is now stands in words, not only in the line's colour.
fn stage_timeline(words: &'static Words, stages: &[Stage], today: &str) -> impl IntoView + use<> {
    let items = stages
        .iter()
        .map(|stage| {
            let when = stage.when(today);
            let class = match when {
                When::Past => Some("quiet"),
                When::Now => None,
                When::Ahead => Some("next"),
            };
            let days = if stage.starts_on == stage.ends_on {
                dates::long_day(words, &stage.starts_on)
            } else {
                words.with("stage-days", &[("from", &dates::long_day(words, &stage.starts_on)), ("to", &dates::long_day(words, &stage.ends_on))])
            };
            let chip = match when {
                When::Past => Some(view! { <p><span class="chip plain">{words.t("stage-past")}</span></p> }.into_any()),
                When::Now => Some(view! { <p><span class="chip wait">{words.t("stage-now")}</span></p> }.into_any()),
                When::Ahead => None,
            };
            view! {
                <li class=class aria-current=(when == When::Now).then_some("step")>
                    <span class="soft">{days}</span>
                    <p><strong>{stage.name.clone()}</strong></p>
                    {chip}
                    {(!stage.note.is_empty()).then(|| view! { <p>{stage.note.clone()}</p> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{items}</ol> }
}

/// `/{gov}/pengumuman.atom`.
pub async fn feed(State(app): State<App>, headers: HeaderMap, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let items = announcements::feed(&mut conn, &gov, &government.today(app.portal.now())).await?;
    drop(conn);
    let words = Words::of("id");
    let entries: Vec<Entry> = items.into_iter().map(|item| entry(words, &government, item)).collect();
    let feed = Feed {
        title: words.with("feed-announcements", &[("government", &government.short_name)]),
        author: government.name_id.clone(),
        address: feed_address(&gov),
        page: format!("/{gov}/pengumuman"),
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}

/// What was withdrawn stays in the feed and says so: readers have it already.
fn entry(words: &Words, government: &Government, item: FeedItem) -> Entry {
    let updated = item.updated_at(government);
    let (title, summary) = match item.withdrawn_reason {
        Some(reason) => (words.with("feed-withdrawn", &[("title", &item.title)]), reason),
        None => (item.title, format!("{} ({})", item.summary, item.unit_name)),
    };
    Entry { title, address: format!("/{}/pengumuman/{}", government.slug, item.slug), updated, summary, category: item.kind.to_string() }
}
