//! `/{gov}/kinerja/{unit}`: one unit through the published quarters, beside nobody but its own past.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Error;
use domain::directory::{government, units};
use domain::evaluation::figures::{Told, in_time, of_unit, periods, solved};
use leptos::prelude::*;

use super::figure_parts::{Level, days, mix, table};
use super::performance::{chosen, quarter};
use super::performance_files::address;
use super::trend_picture::{Point, draw};
use crate::components::crumbs;
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// Of the share of a quarter, none where it is not told: what it is called, and how it is read.
type Measure = (&'static str, fn(&Told) -> Option<(f64, f64, f64)>);

const MEASURES: [Measure; 2] = [("trend-in-time", in_time), ("trend-solved", solved)];

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, slug)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let (unit, name) = units::named(&mut conn, &gov, &slug).await?;
    let quarters = of_unit(&mut conn, &gov, unit).await?;
    let published = periods(&mut conn, &gov).await?;
    drop(conn);
    // The quarter that is asked for, else the newest of this unit: a small one is not in every quarter.
    let all: Vec<String> = quarters.iter().rev().map(|(period, _)| period.clone()).collect();
    let shown = chosen(&all, &query)?.ok_or(Error::NotFound)?;
    let (newest, told) = quarters.iter().find(|(period, _)| *period == shown).ok_or(Error::NotFound)?;
    let words = visitor.words;
    let title = words.with("trend-title", &[("unit", &name)]);
    let card = Some(Card::unit_performance(&government, &slug, &name));
    let page = Page { title: title.clone(), description: Some(words.t("trend-lead")), section: Section::Directory, feed: Some(address(&gov)), card, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        // The published quarters from this unit's first, with a gap where nothing is told of it.
        let grid: Vec<(String, Told)> = published
            .iter()
            .rev()
            .filter(|p| quarters.first().is_some_and(|(first, _)| *p >= first))
            .map(|p| (p.clone(), quarters.iter().find(|(period, _)| period == p).map(|(_, told)| told.clone()).unwrap_or_default()))
            .collect();
        let way = vec![(format!("/{gov}/kinerja"), words.t("performance-title"))];
        let pictures = (quarters.len() > 1).then(|| MEASURES.map(|(key, of)| picture(words, key, &grid, of)));
        // Of one quarter there is nothing to compare; what it says stands below.
        let compared = (quarters.len() > 1).then(|| {
            let rows = quarters.iter().rev().map(|(period, told)| row(words, period, told)).collect_view();
            view! {
                <section class="stack-tight" aria-labelledby="triwulan"><h2 id="triwulan">{words.t("trend-table")}</h2>
                    <ul class="list">{rows}</ul>
                    <p class="soft measure">{words.t("trend-interval")}</p>
                </section>
            }
        });
        view! {
            {crumbs(words, way, name.clone())}
            <h1>{title}</h1>
            <p class="lead measure">{words.t("trend-lead")}</p>
            <p><a href=format!("/{gov}/kinerja#cara")>{words.t("performance-how-title")}</a></p>
            {pictures}
            {compared}
            <section class="card stack" aria-labelledby="terbaru"><h2 id="terbaru">{quarter(words, newest)}</h2>{table(words, told, Level::Third)}</section>
            <p><a href=format!("/{gov}/unit/{slug}")>{words.with("trend-unit", &[("unit", &name)])}</a></p>
        }
    }))
}

/// "III/26" of `2026-Q3`: short enough to stand under a dot.
fn short(words: &'static Words, period: &str) -> String {
    let long = quarter(words, period);
    let (year, _) = period.split_once("-Q").unwrap_or((period, ""));
    let number = long.split(' ').nth(1).unwrap_or_default();
    format!("{number}/{}", year.get(2..).unwrap_or(year))
}

fn picture(words: &'static Words, key: &str, quarters: &[(String, Told)], of: fn(&Told) -> Option<(f64, f64, f64)>) -> impl IntoView + use<> {
    let points: Vec<Point> = quarters.iter().map(|(period, told)| Point { name: short(words, period), share: of(told) }).collect();
    let label = words.t(key);
    let svg = draw(&label, &points);
    let (id, labelled) = (key.to_owned(), key.to_owned());
    view! { <section class="stack-tight" aria-labelledby=labelled><h2 id=id>{label.clone()}</h2><div class="scroll" tabindex="0" role="region" aria-label=label.clone() inner_html=svg></div></section> }
}

/// A quarter in words: a list and not a table, so that a phone shows all of it.
fn row(words: &'static Words, period: &str, told: &Told) -> impl IntoView + use<> {
    let percent = |p: f64| format!("{:.0}", p * 100.0);
    let shares = MEASURES.map(|(key, of)| {
        let said = of(told).map_or_else(
            || words.t("performance-too-few"),
            |(p, low, high)| words.with("trend-share", &[("share", &percent(p)), ("low", &percent(low)), ("high", &percent(high))]),
        );
        view! { <div><dt>{words.t(key)}</dt><dd>{said}</dd></div> }
    });
    let raters = told.get(&domain::evaluation::figures::TOTAL).copied().flatten().unwrap_or_default();
    view! { <li class="stack-tight"><a href=format!("?triwulan={period}")><strong>{quarter(words, period)}</strong></a>{mix(words, told)}<dl class="facts"><div><dt>{words.t("trend-raters")}</dt><dd>{words.n("figure-raters", raters)}</dd></div>{shares}</dl>{days(words, told, Level::Third)}</li> }
}
