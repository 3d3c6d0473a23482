//! `/{gov}/kinerja`: what came of feedback, per unit and quarter, and what was changed because of it. Never a person, never
//! a rank; small numbers are not told, and no two tables differ by a few.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Error;
use domain::directory::government;
use domain::evaluation::figures::{of_period, periods};
use domain::evaluation::improvements::{Improvement, newest};
use leptos::prelude::*;

use super::figure_parts::{Level, brief, table};
use super::performance_files;
use crate::components::{empty, prose};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// "Triwulan III 2026" of `2026-Q3`.
pub fn quarter(words: &'static Words, period: &str) -> String {
    let (year, number) = period.split_once("-Q").unwrap_or((period, ""));
    let roman = match number {
        "1" => "I",
        "2" => "II",
        "3" => "III",
        "4" => "IV",
        _ => "",
    };
    words.with("quarter", &[("number", roman), ("year", year)])
}

/// The quarter that is asked for, else the newest; nothing where none is published.
pub(super) fn chosen(all: &[String], query: &HashMap<String, String>) -> Result<Option<String>, PageError> {
    match query.get("triwulan") {
        Some(asked) => all.iter().find(|p| *p == asked).cloned().map(Some).ok_or_else(|| Error::NotFound.into()),
        None => Ok(all.first().cloned()),
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let all = periods(&mut conn, &gov).await?;
    let period = chosen(&all, &query)?;
    let figures = match &period {
        Some(period) => of_period(&mut conn, &gov, period, None).await?,
        None => Vec::new(),
    };
    let improved = newest(&mut conn, &gov).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page {
        title: words.t("performance-title"),
        description: Some(words.t("performance-lead")),
        section: Section::Directory,
        feed: Some(performance_files::address(&gov)),
        card: Some(Card::performance(&government)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let tabs = (all.len() > 1).then(|| {
            let tabs = all.iter().map(|p| view! { <a href=format!("/{gov}/kinerja?triwulan={p}") aria-current=(Some(p) == period.as_ref()).then_some("page")>{quarter(words, p)}</a> }).collect_view();
            view! { <nav class="tabs" aria-label=words.t("performance-periods")>{tabs}</nav> }
        });
        let none = figures.is_empty().then(|| empty(words.t("performance-empty-title"), words.t("performance-empty"), Some((format!("/{gov}/laporan"), words.t("front-all-cases")))));
        let past = period.as_ref().filter(|p| Some(*p) != all.first()).map(|p| format!("?triwulan={p}")).unwrap_or_default();
        let whole = figures.iter().find(|f| f.unit.is_none()).map(|f| {
            view! { <section class="card stack" aria-labelledby="semua"><h3 id="semua">{words.t("performance-whole")}</h3><p class="soft">{words.t("performance-whole-note")}</p>{table(words, &f.told, Level::Fourth)}</section> }
        });
        let units = figures
            .iter()
            .filter_map(|f| f.unit.as_ref().map(|unit| (unit, &f.told)))
            .map(|((slug, name), told)| {
                view! { <section class="card stack-tight" aria-labelledby=slug.clone()><h3 id=slug.clone()>{name.clone()}</h3>{brief(words, told)}<p><a href=format!("/{gov}/kinerja/{slug}{past}")>{words.with("performance-past", &[("unit", name)])}</a></p></section> }
            })
            .collect_view();
        let heading = period.as_ref().map(|p| view! { <h2>{quarter(words, p)}</h2> });
        let how = ["raters", "small", "held", "days", "silent", "interval", "whole", "compare"].map(|part| view! { <p>{words.t(&format!("performance-how-{part}"))}</p> });
        let files = period.as_ref().map(|p| {
            view! { <p class="soft">{words.t("performance-files")} " " <a href=format!("/{gov}/kinerja.csv?triwulan={p}")>"CSV"</a> " · " <a href=format!("/{gov}/kinerja.json?triwulan={p}")>"JSON"</a> " · " <a href=performance_files::address(&gov)>"Atom"</a></p> }
        });
        view! {
            <h1>{words.t("performance-title")}</h1>
            <p class="lead measure">{words.t("performance-lead")}</p>
            <p><a href="#cara">{words.t("performance-how-title")}</a></p>
            {heading}
            {tabs}
            {none}
            <div class="stack">{whole}{units}</div>
            {improvements(words, &improved, true)}
            <section class="stack-tight measure" aria-labelledby="cara"><h2 id="cara">{words.t("performance-how-title")}</h2>{how}{files}</section>
        }
    }))
}

/// "You said, we did": before and after, with the case that led to it.
pub fn improvements(words: &'static Words, improved: &[Improvement], with_unit: bool) -> impl IntoView + use<> {
    let items = improved
        .iter()
        .map(|i| {
            let unit = with_unit.then(|| format!("{} · ", i.unit_name));
            view! {
                <li class="card stack-tight improvement">
                    <p class="soft">{unit}{words.with("improvement-since", &[("date", &dates::day(words, &i.changed_on))])}</p>
                    <div class="grid side-by-side">
                        <section class="stack-tight"><h3>{words.t("improvement-before")}</h3>{prose(&i.before_text)}</section>
                        <section class="stack-tight"><h3>{words.t("improvement-after")}</h3>{prose(&i.after_text)}</section>
                    </div>
                    <p><a href=format!("/{}/laporan/{}", i.government, i.reference)>{words.with("improvement-case", &[("title", &i.title)])}</a></p>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(
        || view! { <section class="stack" aria-labelledby="perbaikan"><h2 id="perbaikan">{words.t("improvements-title")}</h2><ul class="plain-list stack">{items}</ul></section> },
    )
}
