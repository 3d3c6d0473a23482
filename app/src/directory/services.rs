//! `/{gov}/layanan`: services by occasion, by letter, by unit or by area, a page at a time, every filter in the
//! address; and what people look for here though others do it.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::browse::{Giver, ServicePage, Wanted, browse, givers, letters};
use domain::directory::redirects::{Redirect, redirects};
use domain::directory::services::ListedService;
use domain::directory::units::{Unit, show as show_unit};
use domain::directory::{Government, government, past};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::corrections::Subject;
use vocabulary::directory::{EntryKind, LifeEvent};

use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::chart::unit_then;
use super::outside::outside_section;
use super::service_places;
use crate::components::{crumbs, empty, pager, something_wrong};
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The ways of browsing; each is a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Occasion,
    Letter,
    Unit,
    Area,
}

/// What the address asks for. A word that means nothing is not heard; a unit or area that is not there is not found.
#[derive(Default)]
struct Asked {
    event: Option<LifeEvent>,
    letter: Option<char>,
    unit: String,
    area: String,
    after: String,
}

fn read(query: &HashMap<String, String>) -> (Way, Asked) {
    let word = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let letter = word("huruf").chars().next().filter(|c| c.is_alphanumeric()).and_then(|c| c.to_lowercase().next());
    let asked = Asked { event: LifeEvent::parse(word("peristiwa")), letter, unit: word("unit").to_owned(), area: word("wilayah").to_owned(), after: word("setelah").to_owned() };
    let way = match word("cara") {
        _ if !asked.area.is_empty() => Way::Area,
        _ if !asked.unit.is_empty() => Way::Unit,
        _ if asked.letter.is_some() => Way::Letter,
        "wilayah" => Way::Area,
        "unit" => Way::Unit,
        "abjad" => Way::Letter,
        _ => Way::Occasion,
    };
    (way, asked)
}

/// What the page shows, loaded before it is drawn.
struct Listed {
    page: ServicePage,
    unit: Option<Unit>,
    letters: Vec<String>,
    givers: Vec<Giver>,
    redirects: Vec<Redirect>,
    as_of: AsOf,
}

pub async fn services(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let (way, asked) = read(&query);
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    as_of.recorded(&mut conn, &gov, EntryKind::Service, (&visitor.path, &today)).await?;
    if way == Way::Area {
        let wanted_service = query.get("layanan").map(String::as_str).unwrap_or_default();
        return service_places::answer(&app, &visitor, conn, &government, as_of, &asked.area, wanted_service, &asked.after).await;
    }
    let (gate, day) = (&app.portal.gate, &as_of.day);
    let unit = match asked.unit.as_str() {
        "" => None,
        unit if as_of.past => Some(unit_then(&mut conn, gate, &as_of, &gov, unit, (&visitor.path, &today)).await?),
        unit => Some(show_unit(&mut conn, gate, &gov, unit).await?),
    };
    let wanted = Wanted { event: asked.event, letter: asked.letter, unit: unit.as_ref().map(|u| (u.id, u.kind)), given_by: &[] };
    let choosing_unit = way == Way::Unit && unit.is_none();
    let page = match (choosing_unit, as_of.past) {
        (true, _) => ServicePage { services: Vec::new(), after: None },
        (_, true) => past::browse(&mut conn, gate, &gov, day, &wanted, &asked.after).await?,
        (_, false) => browse(&mut conn, gate, &gov, day, &wanted, &asked.after).await?,
    };
    let letters = match (way == Way::Letter, as_of.past) {
        (false, _) => Vec::new(),
        (_, true) => past::letters(&mut conn, &gov, day).await?,
        (_, false) => letters(&mut conn, &gov).await?,
    };
    let givers = match (choosing_unit, as_of.past) {
        (false, _) => Vec::new(),
        (_, true) => past::givers(&mut conn, &gov, day).await?,
        (_, false) => givers(&mut conn, &gov, day).await?,
    };
    // What others do has no days.
    let first_page = way == Way::Occasion && asked.event.is_none() && asked.after.is_empty();
    let redirects = if !as_of.past && (first_page || page.services.is_empty() && !choosing_unit) { redirects(&mut conn).await? } else { Vec::new() };
    drop(conn);
    Ok(draw(&app, &visitor, &government, way, asked, Listed { page, unit, letters, givers, redirects, as_of }))
}

fn draw(app: &App, visitor: &Visitor, government: &Government, way: Way, asked: Asked, listed: Listed) -> Response {
    let (words, gov) = (visitor.words, government.slug.clone());
    let capital = asked.letter.map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let title = match (&listed.unit, asked.event, asked.letter) {
        (Some(unit), ..) => words.with("services-of-unit", &[("name", &unit.name)]),
        (None, Some(event), _) => words.t(&format!("event-{event}")),
        (None, None, Some(_)) => words.with("services-letter", &[("letter", &capital)]),
        (None, None, None) => words.t("services-title"),
    };
    let as_of = listed.as_of;
    let whole = !as_of.past && listed.unit.is_none() && asked.event.is_none() && asked.letter.is_none() && asked.after.is_empty();
    let card = Card::list(government, "layanan").filter(|_| whole);
    let page = Page { title: title.clone(), section: Section::Services, wrong: as_of.wrong, card, ..Page::default() };
    visitor.page(app, Some(government), page, || {
        let narrow = match way {
            Way::Occasion => occasions(words, &gov, &as_of, asked.event).into_any(),
            Way::Letter => letter_bar(words, &gov, &as_of, &listed.letters, asked.letter).into_any(),
            Way::Unit | Way::Area => listed
                .unit
                .as_ref()
                .map(|u| view! { <p><a href=as_of.on(&format!("/{gov}/unit/{}", u.slug))>{words.with("services-unit-page", &[("name", &u.name)])}</a></p> })
                .into_any(),
        };
        let all = (as_of.on(&format!("/{gov}/layanan")), words.t("services-all"));
        let nothing = listed.page.services.is_empty() && listed.givers.is_empty();
        let none = nothing.then(|| empty(words.t("services-none-title"), words.t("services-none"), Some(all)));
        let (first, next) = turn(&gov, &as_of, way, &asked, listed.page.after);
        let suffix = as_of.suffix();
        let items = listed.page.services.into_iter().map(|s| service_item(words, &gov, s, &suffix)).collect::<Vec<_>>();
        let list = (!items.is_empty()).then(|| view! { <ul class="list">{items}</ul> });
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("services-title"))}
            {as_of_notice(words, &as_of, &visitor.path)}
            <h1>{title}</h1>
            {search(words, &gov)}
            {ways(words, &gov, &as_of, way)}
            {narrow}
            {none}
            {list}
            {giver_list(words, &gov, &as_of, listed.givers)}
            {pager(words, first, next)}
            {outside_section(words, &gov, listed.redirects)}
            {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/perubahan")))}
            {something_wrong(words, &gov, &Subject::page("layanan"))}
        }
    })
}

/// The addresses of the first and the next page with the same filters.
fn turn(gov: &str, as_of: &AsOf, way: Way, asked: &Asked, after: Option<String>) -> (Option<String>, Option<String>) {
    let with = |after: Option<&str>| {
        let mut kept: Vec<(&str, String)> = Vec::new();
        kept.extend(asked.event.map(|e| ("peristiwa", e.to_string())));
        kept.extend(asked.letter.map(|c| ("huruf", c.to_uppercase().to_string())));
        kept.extend((!asked.unit.is_empty()).then(|| ("unit", asked.unit.clone())));
        kept.extend((way == Way::Letter && asked.letter.is_none()).then(|| ("cara", "abjad".to_owned())));
        kept.extend(after.map(|slug| ("setelah", slug.to_owned())));
        let query = serde_urlencoded::to_string(kept).unwrap_or_default();
        as_of.on(&if query.is_empty() { format!("/{gov}/layanan") } else { format!("/{gov}/layanan?{query}") })
    };
    ((!asked.after.is_empty()).then(|| with(None)), after.map(|slug| with(Some(&slug))))
}

pub fn search(words: &'static Words, gov: &str) -> impl IntoView + use<> {
    view! { <form class="search measure" action=format!("/{gov}/cari") role="search"><input type="search" name="q" aria-label=words.t("search-label") placeholder=words.t("search-placeholder")/><button class="button">{words.t("search-button")}</button></form> }
}

/// The ways of browsing.
pub fn ways(words: &'static Words, gov: &str, as_of: &AsOf, here: Way) -> impl IntoView + use<> {
    let tabs = [
        (Way::Occasion, String::new(), words.t("services-by-occasion")),
        (Way::Letter, "?cara=abjad".to_owned(), words.t("services-by-letter")),
        (Way::Unit, "?cara=unit".to_owned(), words.t("services-by-unit")),
        (Way::Area, "?cara=wilayah".to_owned(), words.t("services-by-area")),
    ]
    .into_iter()
    .map(|(way, query, label)| view! { <a href=as_of.on(&format!("/{gov}/layanan{query}")) aria-current=(way == here).then_some("page")>{label}</a> })
    .collect_view();
    view! { <nav class="tabs" aria-label=words.t("services-ways")>{tabs}</nav> }
}

/// All occasions; once one is chosen, the way back to all, so that its services stand in the first screen of a phone.
fn occasions(words: &'static Words, gov: &str, as_of: &AsOf, here: Option<LifeEvent>) -> impl IntoView + use<> {
    let tabs = std::iter::once((None, words.t("services-all")))
        .chain(LifeEvent::ALL.iter().filter(|e| here.is_none_or(|h| h == **e)).map(|e| (Some(*e), words.t(&format!("event-{e}")))))
        .map(|(e, label)| {
            let href = as_of.on(&e.map_or_else(|| format!("/{gov}/layanan"), |e| format!("/{gov}/layanan?peristiwa={e}")));
            view! { <a href=href aria-current=(e == here).then_some("true")>{label}</a> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=words.t("services-filter")>{tabs}</nav> }
}

/// Only letters that services begin with.
fn letter_bar(words: &'static Words, gov: &str, as_of: &AsOf, letters: &[String], here: Option<char>) -> impl IntoView + use<> {
    let items = letters
        .iter()
        .map(|letter| {
            let capital = letter.to_uppercase();
            let current = here.is_some_and(|c| letter.starts_with(c)).then_some("true");
            let href = serde_urlencoded::to_string([("huruf", &capital)]).map(|query| as_of.on(&format!("/{gov}/layanan?{query}"))).unwrap_or_default();
            view! { <li><a href=href aria-current=current aria-label=words.with("services-letter", &[("letter", &capital)])>{capital.clone()}</a></li> }
        })
        .collect_view();
    view! { <nav class="az" aria-label=words.t("services-letters")><ul>{items}</ul></nav> }
}

fn giver_list(words: &'static Words, gov: &str, as_of: &AsOf, givers: Vec<Giver>) -> impl IntoView + use<> {
    let items = givers
        .into_iter()
        .map(
            |g| view! { <li><a href=as_of.on(&format!("/{gov}/layanan?unit={}", g.slug))><strong>{g.name}</strong></a><span class="soft">{words.n("services-count", g.services)}</span></li> },
        )
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <ul class="list">{items}</ul>
            <p><a href=as_of.on(&format!("/{gov}/layanan?cara=wilayah"))>{words.t("services-ward-offices")}</a></p>
        }
    })
}

/// A service in a list; `place` is what its address ends with, to keep a chosen area.
pub fn service_item(words: &Words, gov: &str, s: ListedService, place: &str) -> impl IntoView + use<> {
    let by = s.unit_name.unwrap_or_else(|| words.t(&format!("served-by-{}", s.served_by_kind.unwrap_or_default())));
    let detail = [by, s.completion_time, s.fee].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <li><a href=format!("/{gov}/layanan/{}{place}", s.slug)><strong>{s.short_name}</strong></a><span>{s.summary}</span><span class="soft">{detail}</span></li> }
}
