//! `/{gov}/unit/{slug}/peta`: the job map (peta jabatan). How many people each post of a unit has (B) and needs (K), as
//! a table and as a picture of who reports to whom.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::structure::{JobMap, MapNode, Totals, job_map};
use domain::directory::units::{ListedUnit, show, under};
use domain::directory::{Government, government, past};
use leptos::prelude::*;
use vocabulary::corrections::Subject;

use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::chart::{WHOLE, folded_picture, structure_crumbs, structure_tabs, unit_then};
use super::tree_layout::Measures;
use super::tree_picture::{Cell, Detail, draw};
use crate::components::{empty, something_wrong};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// Four boxes side by side: the width of the page.
const MEASURES: Measures = Measures { width: 232, gap: 16, fall: 28, widest: 990 };

pub async fn map(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    let (gate, day) = (&app.portal.gate, &as_of.day);
    let (unit, map, below) = if as_of.past {
        let unit = unit_then(&mut conn, gate, &as_of, &gov, &slug, (&visitor.path, &today)).await?;
        let map = past::job_map(&mut conn, gate, unit.id, day).await?;
        let below = past::units_under(&mut conn, unit.id, day).await?;
        (unit, map, below)
    } else {
        let unit = show(&mut conn, gate, &gov, &slug).await?;
        // A unit that is to come is not there yet.
        if unit.valid_from > *day {
            return Err(domain::Error::NotFound.into());
        }
        let map = job_map(&mut conn, gate, unit.id, day).await?;
        let below = under(&mut conn, unit.id, day).await?;
        (unit, map, below)
    };
    drop(conn);
    let words = visitor.words;
    let title = words.with("job-map-heading", &[("name", &unit.name)]);
    let page = Page { title: title.clone(), description: Some(words.t("job-map-explained")), section: Section::Directory, wrong: as_of.wrong, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let body = if map.posts.is_empty() {
            let (key, step) = match below.is_empty() {
                true => ("job-map-none", Some((as_of.on(&format!("/{gov}/unit/{slug}")), unit.name.clone()))),
                false => ("job-map-none-own", None),
            };
            // The whole government has no posts of its own, which is nothing missing.
            (slug != WHOLE).then(|| empty(words.t("job-map-none-title"), words.t(key), step)).into_any()
        } else {
            let cells: Vec<_> = map.posts.iter().map(|post| cell(words, &gov, &as_of, post)).collect();
            let picture = draw(&title, &cells, &MEASURES);
            let day = dates::day(words, day);
            view! {
                {facts(words, &map.all)}
                <p><a class="taller" href="#gambar">{words.t("chart-to-picture")}</a></p>
                <section class="stack" aria-labelledby="daftar"><h2 id="daftar">{words.with("job-map-table", &[("date", &day)])}</h2>{table(words, &government, &as_of, &map)}</section>
                {folded_picture(words, "job-map-picture", picture, words.t("job-map-legend"))}
                {sums(words, &map)}
            }
            .into_any()
        };
        let lead = if slug == WHOLE { words.t("job-map-whole") } else { words.t("job-map-explained") };
        view! {
            {structure_crumbs(words, &government, &unit, &as_of, words.t("tab-job-map"))}
            {as_of_notice(words, &as_of, &visitor.path)}
            <h1>{title.clone()}</h1>
            <p class="lead measure">{lead}</p>
            {structure_tabs(words, &government, &unit, &as_of, "peta")}
            {body}
            {maps_below(words, &gov, &as_of, &below)}
            {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/perubahan")))}
            {something_wrong(words, &gov, &Subject::page(&format!("unit/{slug}/peta")))}
        }
    }))
}

/// "−2" and "kurang 2": a sign and words, so that nothing hangs on colour.
fn difference(words: &Words, number: i64) -> (String, String) {
    match number {
        0 => ("0".to_owned(), words.t("job-map-even")),
        n if n < 0 => (format!("−{}", -n), words.n("job-map-short", -n)),
        n => (format!("+{n}"), words.n("job-map-over", n)),
    }
}

/// "Lowong", and who stands in as what.
fn vacancy(words: &Words, post: &MapNode) -> Option<String> {
    match (post.is_vacant(), post.stands_in) {
        (true, Some(kind)) => Some(words.with("job-map-vacant-led", &[("kind", &words.t(&format!("tenure-{kind}-short")))])),
        (true, None) => Some(words.t("position-vacant")),
        (false, _) => None,
    }
}

fn class_of(words: &Words, class: Option<i64>) -> String {
    class.map_or_else(|| words.t("job-map-no-class"), |class| words.n("job-map-class", class))
}

fn cell(words: &Words, gov: &str, as_of: &AsOf, post: &MapNode) -> Cell {
    let class = format!("{} · {}", class_of(words, post.job_class), words.t(&format!("type-{}", post.kind)));
    let (sign, said) = difference(words, post.difference());
    let counts = format!("B {} · K {} · {sign} ({said})", post.held, post.required);
    let detail = |text: String, most: usize, strong: bool| Detail { text, most, strong };
    Cell {
        depth: post.depth,
        group: 0,
        href: as_of.on(&format!("/{gov}/jabatan/{}", post.slug)),
        name: post.title.clone(),
        details: [Some(detail(class, 2, false)), Some(detail(counts, 2, true)), vacancy(words, post).map(|v| detail(v, 1, true))].into_iter().flatten().collect(),
        vacant: post.is_vacant(),
    }
}

fn facts(words: &'static Words, all: &Totals) -> impl IntoView + use<> {
    let fact = |label: &str, value: String| view! { <div><dt>{words.t(label)}</dt><dd>{value}</dd></div> };
    let (sign, said) = difference(words, all.difference());
    view! {
        <dl class="facts">
            {fact("job-map-posts", all.posts.to_string())}
            {fact("job-map-held", all.held.to_string())}
            {fact("job-map-required", all.required.to_string())}
            <div><dt>{words.t("job-map-difference")}</dt><dd>{sign}<span class="soft">" " {said}</span></dd></div>
            {fact("job-map-vacant", all.vacant.to_string())}
        </dl>
    }
}

fn numbers(words: &Words, held: i64, required: i64) -> impl IntoView + use<> {
    let (sign, said) = difference(words, held - required);
    view! { <td class="num">{held}</td><td class="num">{required}</td><td class="num">{sign}<span class="soft">" " {said}</span></td> }
}

/// The heads of the three columns of numbers.
fn heads(words: &Words) -> impl IntoView + use<> {
    view! {
        <th scope="col" class="num"><abbr title=words.t("job-map-held")>"B"</abbr></th>
        <th scope="col" class="num"><abbr title=words.t("job-map-required")>"K"</abbr></th>
        <th scope="col" class="num">"B − K"</th>
    }
}

fn table(words: &'static Words, government: &Government, as_of: &AsOf, map: &JobMap) -> impl IntoView + use<> {
    // The titles on the way down, so that each row can say whose subordinate it is.
    let mut way: Vec<&str> = Vec::new();
    let rows = map
        .posts
        .iter()
        .map(|post| {
            way.truncate(post.depth);
            let superior = way.last().map(|title| words.with("job-map-under", &[("title", title)]));
            way.push(&post.title);
            // Deeper than four the indent stays, or nothing would be left for the words.
            let class = format!("level-{}", post.depth.min(4));
            let title = post.title.clone();
            view! {
                <tr>
                    <th scope="row" class=class>
                        <a href=as_of.on(&format!("/{}/jabatan/{}", government.slug, post.slug))>{title}</a>
                        {superior.map(|s| view! { <span class="visually-hidden">", " {s}</span> })}
                        {vacancy(words, post).map(|v| view! { " " <span class="chip wait">{v}</span> })}
                    </th>
                    <td class="num">{post.job_class.map_or_else(|| "–".to_owned(), |class| class.to_string())}</td>
                    {numbers(words, post.held, post.required)}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="job-map">
            <thead><tr><th scope="col">{words.t("job-map-post")}</th><th scope="col" class="num">{words.t("job-map-class-head")}</th>{heads(words)}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row">{words.n("job-map-total", map.all.posts)}</th><td></td>{numbers(words, map.all.held, map.all.required)}</tr></tfoot>
        </table>
    }
}

/// The sums by type and by class, with the posts that are vacant.
fn sums(words: &'static Words, map: &JobMap) -> impl IntoView + use<> {
    let by_type = map.by_type.iter().map(|(kind, totals)| (words.t(&format!("type-{kind}")), *totals)).collect();
    let by_class = map.by_class.iter().map(|(class, totals)| (class_of(words, *class), *totals)).collect();
    view! {
        <div class="side-by-side">
            {sum_table(words, "menurut-jenis", "job-map-by-type", "position-type", by_type)}
            {sum_table(words, "menurut-kelas", "job-map-by-class", "position-class", by_class)}
        </div>
    }
}

fn sum_table(words: &'static Words, id: &'static str, title: &'static str, head: &'static str, rows: Vec<(String, Totals)>) -> impl IntoView + use<> {
    let rows = rows
        .into_iter()
        .map(|(label, sum)| {
            let vacant = (sum.vacant > 0).then(|| view! { <span class="soft">{words.n("job-map-vacant-count", sum.vacant)}</span> });
            view! { <tr><th scope="row">{label}{vacant}</th><td class="num">{sum.posts}</td>{numbers(words, sum.held, sum.required)}</tr> }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=id>{words.t(title)}</h2>
            <table class="job-map">
                <thead><tr><th scope="col">{words.t(head)}</th><th scope="col" class="num">{words.t("job-map-posts")}</th>{heads(words)}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

/// The maps of the units under this one.
fn maps_below(words: &'static Words, gov: &str, as_of: &AsOf, units: &[ListedUnit]) -> impl IntoView + use<> {
    let items = units.iter().map(|unit| view! { <li><a href=as_of.on(&format!("/{gov}/unit/{}/peta", unit.slug))><strong>{unit.name.clone()}</strong></a></li> }).collect_view();
    (!units.is_empty())
        .then(|| view! { <section class="stack" aria-labelledby="bawah"><h2 id="bawah">{words.t("job-map-below")}</h2><ul class="list chart-columns">{items}</ul></section> })
}
