//! `/{gov}/unit/{slug}/bagan`: the units under a unit, as a list and as a picture. The list comes first, for a phone and
//! for those who listen; the picture says the same.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::db::Conn;
use domain::directory::gate::Gate;
use domain::directory::structure::{Head, Node, subtree};
use domain::directory::units::{Unit, show};
use domain::directory::{Government, government, past};
use leptos::prelude::*;
use vocabulary::corrections::Subject;
use vocabulary::directory::{EntryKind, TenureKind, UnitKind};

use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::tree_layout::Measures;
use super::tree_picture::{Cell, Detail, draw};
use super::units::directory_tabs;
use crate::components::{crumbs, empty, something_wrong};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The unit that stands for the whole government.
pub const WHOLE: &str = "pemerintah";
/// Three boxes side by side: what fits beside the list.
const MEASURES: Measures = Measures { width: 216, gap: 16, fall: 28, widest: 680 };

pub async fn chart(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, slug)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    let (gate, day) = (&app.portal.gate, &as_of.day);
    let (unit, nodes) = if as_of.past {
        let unit = unit_then(&mut conn, gate, &as_of, &gov, &slug, (&visitor.path, &today)).await?;
        let nodes = past::subtree(&mut conn, gate, &gov, unit.id, day).await?;
        (unit, nodes)
    } else {
        let unit = show(&mut conn, gate, &gov, &slug).await?;
        // A unit that is to come is not there yet.
        if unit.valid_from > *day {
            return Err(domain::Error::NotFound.into());
        }
        let nodes = subtree(&mut conn, gate, &gov, unit.id, day).await?;
        (unit, nodes)
    };
    drop(conn);
    let words = visitor.words;
    let title = words.with("chart-heading", &[("name", &unit.name)]);
    let lead = words.with("chart-lead", &[("date", &dates::day(words, day))]);
    let page = Page { title: title.clone(), description: Some(lead.clone()), section: Section::Directory, wrong: as_of.wrong, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let body = if nodes.len() > 1 {
            let cells: Vec<_> = nodes.iter().map(|node| cell(words, &government, &as_of, node)).collect();
            let picture = draw(&title, &cells, &MEASURES);
            view! {
                <p class="narrow-only"><a class="taller" href="#gambar">{words.t("chart-to-picture")}</a></p>
                <div class="chart-beside">
                    <section class="stack" aria-labelledby="daftar"><h2 id="daftar">{words.t("chart-list")}</h2>{list(words, &government, &as_of, &nodes)}</section>
                    {folded_picture(words, "chart-picture", picture, words.t("chart-legend"))}
                </div>
            }
            .into_any()
        } else {
            let step = (as_of.on(&format!("/{gov}/unit/{slug}/peta")), words.t("tab-job-map"));
            empty(words.t("chart-none-title"), words.with("chart-none", &[("name", &unit.name)]), Some(step)).into_any()
        };
        let up = unit
            .parent_slug
            .clone()
            .zip(unit.parent_name.clone())
            .map(|(slug, name)| view! { <p><a class="taller" href=as_of.on(&format!("/{gov}/unit/{slug}/bagan"))>{words.with("chart-up", &[("name", &name)])}</a></p> });
        view! {
            {structure_crumbs(words, &government, &unit, &as_of, words.t("tab-chart"))}
            {as_of_notice(words, &as_of, &visitor.path)}
            <h1>{title.clone()}</h1>
            <p class="lead measure">{lead}</p>
            {structure_tabs(words, &government, &unit, &as_of, "bagan")}
            {up}
            {body}
            {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/perubahan")))}
            {something_wrong(words, &gov, &Subject::page(&format!("unit/{slug}/bagan")))}
        }
    }))
}

/// The unit of a chart or map as it was.
pub async fn unit_then(conn: &mut Conn, gate: &Gate, as_of: &AsOf, gov: &str, slug: &str, at: (&str, &str)) -> Result<Unit, PageError> {
    let found = past::unit(conn, gate, gov, slug, &as_of.day).await;
    as_of.found(conn, found, (gov, EntryKind::Unit, slug), at).await
}

/// The way to a page about the structure of a unit.
pub fn structure_crumbs(words: &'static Words, government: &Government, unit: &Unit, as_of: &AsOf, here: String) -> impl IntoView + use<> {
    let gov = &government.slug;
    let mut way = vec![(format!("/{gov}"), government.short_name.clone()), (as_of.on(&format!("/{gov}/unit")), words.t("units-title"))];
    if let Some((slug, name)) = unit.parent_slug.clone().zip(unit.parent_name.clone()).filter(|(slug, _)| slug != WHOLE) {
        way.push((as_of.on(&format!("/{gov}/unit/{slug}")), name));
    }
    if unit.slug != WHOLE {
        way.push((as_of.on(&format!("/{gov}/unit/{}", unit.slug)), unit.name.clone()));
    }
    crumbs(words, way, here)
}

/// The unit, its chart and its job map; for the whole government the ways into the directory.
pub fn structure_tabs(words: &'static Words, government: &Government, unit: &Unit, as_of: &AsOf, here: &'static str) -> impl IntoView + use<> {
    let gov = &government.slug;
    if unit.slug == WHOLE {
        let here = if here == "bagan" { "unit/pemerintah/bagan" } else { "unit/pemerintah/peta" };
        return directory_tabs(words, gov, as_of, here).into_any();
    }
    unit_tabs(words, gov, as_of, &unit.slug, here).into_any()
}

/// What there is about a unit; `here` is the last part of the address, nothing for the unit itself.
pub fn unit_tabs(words: &'static Words, gov: &str, as_of: &AsOf, slug: &str, here: &'static str) -> impl IntoView + use<> {
    let tab = |path: &'static str, label: String| {
        let href = if path.is_empty() { format!("/{gov}/unit/{slug}") } else { format!("/{gov}/unit/{slug}/{path}") };
        view! { <a href=as_of.on(&href) aria-current=(path == here).then_some("page")>{label}</a> }
    };
    view! { <nav class="tabs" aria-label=words.t("unit-tabs")>{tab("", words.t("tab-about-unit"))}{tab("bagan", words.t("tab-chart"))}{tab("peta", words.t("tab-job-map"))}</nav> }
}

/// A picture that is folded on narrow screens, where the words before it say the same, and open on wide ones. It moves
/// sideways inside its own region.
pub fn folded_picture(words: &'static Words, title: &'static str, svg: String, note: String) -> impl IntoView + use<> {
    view! {
        <section class="stack chart" aria-labelledby="gambar">
            <h2 id="gambar">{words.t(title)}</h2>
            <details class="fold">
                <summary>{words.t("chart-open")}</summary>
                <div class="stack-tight">
                    <p class="soft">{note}<span class="narrow-only">" " {words.t("chart-slide")}</span></p>
                    <div class="scroll" tabindex="0" role="region" aria-label=words.t("chart-sideways") inner_html=svg></div>
                </div>
            </details>
        </section>
    }
}

/// Where units of some kinds stand together in the picture.
const fn group(kind: UnitKind) -> usize {
    match kind {
        UnitKind::Government => 0,
        UnitKind::Secretariat | UnitKind::Inspectorate => 1,
        UnitKind::Board => 2,
        UnitKind::Department | UnitKind::TechnicalUnit | UnitKind::Force => 3,
        UnitKind::District => 4,
        UnitKind::UrbanVillage | UnitKind::Village => 5,
    }
}

/// The title of the unit's head; of the whole government that of its elected head, which is no post of the directory.
fn head_title(government: &Government, node: &Node) -> Option<String> {
    let elected = (node.kind == UnitKind::Government).then(|| government.head_title.clone());
    node.head.as_ref().map(|head| head.title.clone()).or(elected)
}

/// Who is in charge: a name with "Plt." where it belongs, or that someone is; nothing when the post is vacant.
fn in_charge(words: &Words, head: &Head) -> Option<String> {
    let held_as = head.held_as?;
    let stands_in = (held_as != TenureKind::Definitive).then(|| words.t(&format!("tenure-{held_as}-short")));
    let name = head.holder.clone().unwrap_or_else(|| words.t("chart-filled"));
    Some([stands_in, Some(name)].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn is_vacant(node: &Node) -> bool {
    node.head.as_ref().is_some_and(|head| head.held_as.is_none())
}

fn address(gov: &str, as_of: &AsOf, node: &Node) -> String {
    as_of.on(&if node.slug == WHOLE { format!("/{gov}/unit") } else { format!("/{gov}/unit/{}", node.slug) })
}

fn cell(words: &Words, government: &Government, as_of: &AsOf, node: &Node) -> Cell {
    let detail = |text: String, most: usize, strong: bool| Detail { text, most, strong };
    let who = node.head.as_ref().map(|head| in_charge(words, head).unwrap_or_else(|| words.t("position-vacant")));
    let below = (node.depth > 0 && node.below > 0).then(|| words.n("chart-below", node.below));
    Cell {
        depth: node.depth,
        group: group(node.kind),
        href: address(&government.slug, as_of, node),
        name: node.name.clone(),
        details: [head_title(government, node).map(|t| detail(t, 2, false)), who.map(|w| detail(w, 1, true)), below.map(|b| detail(b, 1, false))].into_iter().flatten().collect(),
        vacant: is_vacant(node),
    }
}

/// The same tree as a nested list.
fn list(words: &'static Words, government: &Government, as_of: &AsOf, nodes: &[Node]) -> impl IntoView + use<> {
    let gov = &government.slug;
    let said = |node: &Node| {
        let detail = [head_title(government, node), node.head.as_ref().and_then(|head| in_charge(words, head))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let below = (node.depth > 0 && node.below > 0).then(|| {
            let href = as_of.on(&format!("/{gov}/unit/{}/bagan", node.slug));
            view! { <a class="below" href=href>{words.n("chart-below", node.below)}<span class="visually-hidden">": " {node.name.clone()}</span></a> }
        });
        view! {
            <a href=address(gov, as_of, node)>{node.name.clone()}</a>
            {(!detail.is_empty()).then(|| view! { <span class="soft">{detail}</span> })}
            {is_vacant(node).then(|| view! { <span class="chip wait">{words.t("position-vacant")}</span> })}
            {below}
        }
    };
    let root = nodes.first().map(said);
    let under = nodes.iter().skip(1).map(|node| view! { <li>{said(node)}</li> }).collect_view();
    view! { <ul class="tree chart-list"><li>{root}<ul>{under}</ul></li></ul> }
}
