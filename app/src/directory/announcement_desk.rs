//! `/petugas/direktori/{gov}/pengumuman`: those who administer a unit draft announcements and selections, look at them
//! as the public will, publish them, change them, and withdraw them with a reason.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::announcements::{Announcement, DeskAnnouncement, PostChoice, Stage, announcers, at_desk, change, desk_list, draft, posts, publish, stages, withdraw};
use domain::directory::positions::{Duty, duties};
use domain::directory::{Government, government};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::announcements::{AnnouncementKind, AnnouncementState, STAGE_FIELDS, SelectionPath, TypedAnnouncement, TypedStage, withdrawal};

use super::announcement_form::announcement_form;
use super::announcements::{Level, parts};
use super::correction_desk::desk_way;
use crate::components::{crumbs, empty, error_summary, hidden, mistake, text_area};
use crate::dates;
use crate::error::PageError;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn list(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let found = desk_list(&mut conn, actor, &gov).await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let words = visitor.words;
    let today = government.today(visitor.now);
    let page = Page { title: words.t("announcements-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let none = found.is_empty().then(|| empty(words.t("announcement-desk-none-title"), words.t("announcement-desk-none"), None));
        let items = found.iter().map(|a| desk_item(words, &gov, a, &today)).collect_view();
        view! {
            {crumbs(words, desk_way(words), words.t("announcements-title"))}
            <h1>{words.t("announcements-title")}</h1>
            {desk_nav(words, "/petugas/direktori")}
            <p class="actions"><a class="button" href=format!("/petugas/direktori/{gov}/pengumuman/baru")>{words.t("announcement-new")}</a><a href=format!("/{gov}/pengumuman")>{words.t("announcement-see-public-list")}</a></p>
            {none}
            <ul class="list queue">{items}</ul>
        }
    }))
}

fn state_chip(words: &'static Words, state: AnnouncementState) -> impl IntoView {
    let class = match state {
        AnnouncementState::Shown => "chip ok",
        AnnouncementState::Draft | AnnouncementState::Scheduled => "chip wait",
        AnnouncementState::Withdrawn => "chip late",
        AnnouncementState::Over => "chip plain",
    };
    view! { <span class=class>{words.t(&format!("announcement-state-{state}"))}</span> }
}

fn desk_item(words: &'static Words, gov: &str, a: &DeskAnnouncement, today: &str) -> impl IntoView + use<> {
    let detail = [words.t(&format!("announcement-kind-{}", a.kind)), a.unit_name.clone(), dates::day(words, &a.shown_from)].join(" · ");
    view! {
        <li>
            <a href=format!("/petugas/direktori/{gov}/pengumuman/{}", a.slug)><strong>{a.title.clone()}</strong></a>
            <span class="soft">{detail}</span>
            {state_chip(words, a.state(today))}
        </li>
    }
}

/// What a form needs to be drawn.
pub struct Sheet {
    pub government: Government,
    pub units: Vec<(String, String)>,
    pub posts: Vec<PostChoice>,
}

async fn sheet(app: &App, visitor: &Visitor, gov: &str) -> Result<Sheet, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let units = announcers(&mut conn, actor, gov, &government.today(visitor.now)).await?;
    let posts = posts(&mut conn, gov).await?;
    Ok(Sheet { government, units, posts })
}

fn read(form: &Form) -> TypedAnnouncement {
    let text = |name: &str| form.get(name).to_owned();
    let stages = STAGE_FIELDS.iter().map(|f| TypedStage { name: text(f.name), starts_on: text(f.starts_on), ends_on: text(f.ends_on), note: text(f.note) }).collect();
    TypedAnnouncement {
        unit: text("unit-pengumum"),
        title: text("judul"),
        summary: text("ringkasan"),
        body: text("naskah"),
        position: text("jabatan"),
        criteria: text("kriteria"),
        shown_from: text("tampil-mulai"),
        shown_until: text("tampil-sampai"),
        stages,
    }
}

/// As it is kept, in the form's fields.
fn kept(a: &Announcement, stages: &[Stage]) -> TypedAnnouncement {
    let typed = |s: &Stage| TypedStage { name: s.name.clone(), starts_on: s.starts_on.clone(), ends_on: s.ends_on.clone(), note: s.note.clone() };
    TypedAnnouncement {
        unit: a.unit_slug.clone(),
        title: a.title.clone(),
        summary: a.summary.clone(),
        body: a.body.clone(),
        position: a.position_slug.clone().unwrap_or_default(),
        criteria: a.criteria.clone(),
        shown_from: a.shown_from.clone(),
        shown_until: a.shown_until.clone().unwrap_or_default(),
        stages: stages.iter().map(typed).collect(),
    }
}

/// `…/baru`: first what it is to be, then its form; a selection's with the rows of its stages ready.
pub async fn new(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let sheet = sheet(&app, &visitor, &gov).await?;
    let path = query.get("pola").and_then(|p| SelectionPath::parse(p));
    let Some(kind) = query.get("jenis").and_then(|k| AnnouncementKind::parse(k)) else { return Ok(choose_kind(&app, &visitor, &sheet)) };
    // The rows become the announcement's own words, so they are Indonesian whatever language the desk is read in.
    let stages = path.map(SelectionPath::stages).unwrap_or_default();
    let stages = stages.iter().map(|s| TypedStage { name: Words::of("id").t(&format!("merit-{s}")), ..TypedStage::default() }).collect();
    let unit = match sheet.units.as_slice() {
        [(only, _)] => only.clone(),
        _ => String::new(),
    };
    let typed = TypedAnnouncement { unit, shown_from: sheet.government.today(visitor.now), stages, ..TypedAnnouncement::default() };
    Ok(draw_new(&app, &visitor, &sheet, kind, &app.portal.chance.token(), &typed, Problems::default()))
}

fn choose_kind(app: &App, visitor: &Visitor, sheet: &Sheet) -> Response {
    let words = visitor.words;
    let gov = &sheet.government.slug;
    let page = Page { title: words.t("announcement-new"), section: Section::Staff, private: true, ..Page::default() };
    visitor.page(app, Some(&sheet.government), page, || {
        let base = format!("/petugas/direktori/{gov}/pengumuman/baru");
        let card = |query: String, key: String| view! { <li class="card link stack-tight"><h2><a href=format!("{base}?{query}")>{words.t(&key)}</a></h2><p class="soft">{words.t(&format!("{key}-hint"))}</p></li> };
        let paths = SelectionPath::ALL.iter().map(|p| card(format!("jenis=seleksi&pola={p}"), format!("announcement-new-{p}"))).collect_view();
        view! {
            {crumbs(words, way(words, gov), words.t("announcement-new"))}
            <h1>{words.t("announcement-new")}</h1>
            <ul class="grid plain-list">{card("jenis=sosialisasi".into(), "announcement-new-sosialisasi".into())}{paths}</ul>
        }
    })
}

fn way(words: &Words, gov: &str) -> Vec<(String, String)> {
    let mut way = desk_way(words);
    way.push((format!("/petugas/direktori/{gov}/pengumuman"), words.t("announcements-title")));
    way
}

pub async fn create(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let kind = AnnouncementKind::parse(form.get("jenis")).ok_or(PageError::BadForm)?;
    let typed = read(&form);
    let done = match typed.parse(kind) {
        Ok(input) => draft(&app.portal, actor, &gov, form.get("kunci"), &input).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(slug) => {
            say(&visitor, "announcement-drafted").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/pengumuman/{slug}")).into_response())
        }
        Err(Error::Invalid(problems)) => {
            let sheet = sheet(&app, &visitor, &gov).await?;
            Ok(draw_new(&app, &visitor, &sheet, kind, form.get("kunci"), &typed, problems))
        }
        Err(e) => Err(e.into()),
    }
}

fn draw_new(app: &App, visitor: &Visitor, sheet: &Sheet, kind: AnnouncementKind, key: &str, typed: &TypedAnnouncement, problems: Problems) -> Response {
    let words = visitor.words;
    let gov = &sheet.government.slug;
    let title = words.t(&format!("announcement-new-{kind}"));
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    visitor.page(app, Some(&sheet.government), page, || {
        view! {
            {crumbs(words, way(words, gov), title.clone())}
            {error_summary(words, &problems)}
            <h1>{title}</h1>
            <form class="stack" method="post" action=format!("/petugas/direktori/{gov}/pengumuman/baru") novalidate="novalidate">
                {hidden("kunci", key)}{hidden("jenis", kind.as_str())}
                {announcement_form(words, sheet, kind, typed, &problems, Level::Page)}
                <p><button class="button">{words.t("announcement-draft-button")}</button></p>
            </form>
        }
    })
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &slug, None, Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let portal = &app.portal;
    let version = form.get("versi").parse().map_err(|_| PageError::BadForm)?;
    let (done, told) = match form.get("aksi") {
        "simpan" => {
            let kind = AnnouncementKind::parse(form.get("jenis")).ok_or(PageError::BadForm)?;
            let done = match read(&form).parse(kind) {
                Ok(input) => change(portal, actor, &gov, &slug, version, &input).await,
                Err(problems) => Err(Error::Invalid(problems)),
            };
            (done, "announcement-kept")
        }
        "terbitkan" => {
            let mut conn = portal.db.read().await?;
            let government = government(&mut conn, &gov).await?;
            drop(conn);
            (publish(portal, actor, &government, &slug, version).await, "announcement-published")
        }
        "tarik" => {
            let done = match withdrawal(form.get("alasan")) {
                Ok(reason) => withdraw(portal, actor, &gov, &slug, version, &reason).await,
                Err(problems) => Err(Error::Invalid(problems)),
            };
            (done, "announcement-taken-back")
        }
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, told).await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/pengumuman/{slug}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, &slug, Some(&form), problems).await,
        Err(e) => Err(e.into()),
    }
}

/// The page of one: as the public sees it, what can be done with it, and its form with what was typed.
async fn draw(app: &App, visitor: &Visitor, gov: &str, slug: &str, form: Option<&Form>, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let found = at_desk(&mut conn, actor, gov, slug).await?;
    let stages = stages(&mut conn, found.id).await?;
    let duties: Vec<Duty> = match found.position_id {
        Some(position) => duties(&mut conn, &app.portal.gate, position).await?,
        None => Vec::new(),
    };
    drop(conn);
    let sheet = sheet(app, visitor, gov).await?;
    let words = visitor.words;
    let today = sheet.government.today(visitor.now);
    let acting = form.map(|f| f.get("aksi").to_owned()).unwrap_or_default();
    let typed = form.filter(|_| acting == "simpan").map_or_else(|| kept(&found, &stages), read);
    let page = Page { title: found.title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&sheet.government), page, || {
        let state = found.state(&today);
        let action = format!("/petugas/direktori/{gov}/pengumuman/{slug}");
        let version = found.version.to_string();
        let public = (found.published_at.is_some() && state != AnnouncementState::Scheduled)
            .then(|| view! { <p><a href=format!("/{gov}/pengumuman/{slug}")>{words.t("desk-see-public")}</a></p> });
        let publish = (state == AnnouncementState::Draft).then(|| {
            view! {
                <form class="stack-tight" method="post" action=action.clone()>
                    {hidden("versi", &version)}
                    <p class="soft">{words.t("announcement-publish-hint")}</p>
                    <p><button class="button" name="aksi" value="terbitkan">{words.t("announcement-publish-button")}</button></p>
                </form>
            }
        });
        let reason = found.withdrawn_reason.as_ref().map(|reason| view! { <p class="notice late">{words.with("announcement-withdrawn-because", &[("reason", reason)])}</p> });
        let edit = (state != AnnouncementState::Withdrawn).then(|| {
            let title = if found.published_at.is_some() { "announcement-change" } else { "announcement-edit" };
            let (editing, withdrawing) = if acting == "tarik" { (Problems::default(), problems.clone()) } else { (problems.clone(), Problems::default()) };
            view! {
                <section class="stack" aria-labelledby="ubah"><h2 id="ubah">{words.t(title)}</h2>
                    <form class="stack" method="post" action=action.clone() novalidate="novalidate">
                        {hidden("versi", &version)}{hidden("jenis", found.kind.as_str())}
                        {announcement_form(words, &sheet, found.kind, &typed, &editing, Level::Section)}
                        <p><button class="button" name="aksi" value="simpan">{words.t("announcement-keep-button")}</button></p>
                    </form>
                </section>
                {withdraw_form(words, &action, &version, form.filter(|_| acting == "tarik"), found.published_at.is_some(), &withdrawing)}
            }
        });
        view! {
            {crumbs(words, way(words, gov), found.title.clone())}
            {error_summary(words, &problems)}
            <h1>{found.title.clone()}</h1>
            <p>{state_chip(words, state)}</p>
            {public}{reason}
            <div id="versi">{mistake(words, &problems, "versi")}</div>
            <section class="card stack" aria-labelledby="pratinjau"><h2 id="pratinjau">{words.t("announcement-preview")}</h2>
                <p class="lead">{found.summary.clone()}</p>
                {parts(words, gov, &found, &stages, duties, &today, Level::Section)}
            </section>
            {publish}
            {edit}
        }
    }))
}

/// Taking it back, folded away until it is meant.
fn withdraw_form(words: &'static Words, action: &str, version: &str, form: Option<&Form>, is_public: bool, problems: &Problems) -> impl IntoView + use<> {
    let (title, hint) = if is_public { ("announcement-withdraw", "announcement-withdraw-hint") } else { ("announcement-discard", "announcement-discard-hint") };
    let reason = form.map(|f| f.get("alasan").to_owned()).unwrap_or_default();
    view! {
        <details class="card" open=form.is_some()><summary>{words.t(title)}</summary>
            <form class="stack" method="post" action=action.to_owned() novalidate="novalidate">
                {hidden("versi", version)}
                {text_area(words, problems, "alasan", words.t("announcement-reason"), Some(words.t(hint)), 3, &reason)}
                <p><button class="button danger" name="aksi" value="tarik">{words.t(title)}</button></p>
            </form>
        </details>
    }
}
