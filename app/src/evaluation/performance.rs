//! `/{gov}/kinerja`: what came of feedback, per unit and quarter, and what was changed because of it. Never a person, never
//! a rank; small numbers are not told, and no two tables differ by a few.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Error;
use domain::directory::government;
use domain::evaluation::figures::{DAYS, Figures, MARGINS, TOTAL, Told, in_time, of_period, periods, solved};
use domain::evaluation::improvements::{Improvement, newest};
use leptos::prelude::*;

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
fn chosen(all: &[String], query: &HashMap<String, String>) -> Result<Option<String>, PageError> {
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
        card: Some(Card::performance(&government)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let tabs = (all.len() > 1).then(|| {
            let tabs = all.iter().map(|p| view! { <a href=format!("/{gov}/kinerja?triwulan={p}") aria-current=(Some(p) == period.as_ref()).then_some("page")>{quarter(words, p)}</a> }).collect_view();
            view! { <nav class="tabs" aria-label=words.t("performance-periods")>{tabs}</nav> }
        });
        let none = figures.is_empty().then(|| empty(words.t("performance-empty-title"), words.t("performance-empty"), Some((format!("/{gov}/laporan"), words.t("front-all-cases")))));
        let tables = figures
            .iter()
            .map(|f| {
                let (id, name) = match &f.unit {
                    Some((slug, name)) => (slug.clone(), view! { <a href=format!("/{gov}/unit/{slug}")>{name.clone()}</a> }.into_any()),
                    None => ("semua".to_owned(), view! { <span>{words.t("performance-whole")}</span> }.into_any()),
                };
                view! { <section class="card stack" aria-labelledby=id.clone()><h3 id=id.clone()>{name}</h3>{table(words, &f.told, Level::Fourth)}{f.unit.as_ref().map(|(slug, name)| view! { <p><a href=format!("/{gov}/kinerja/{slug}")>{words.with("performance-past", &[("unit", name)])}</a></p> })}</section> }
            })
            .collect_view();
        let heading = period.as_ref().map(|p| view! { <h2>{quarter(words, p)}</h2> });
        let files = period.as_ref().map(|p| {
            view! { <p class="soft">{words.t("performance-files")} " " <a href=format!("/{gov}/kinerja.csv?triwulan={p}")>"CSV"</a> " · " <a href=format!("/{gov}/kinerja.json?triwulan={p}")>"JSON"</a></p> }
        });
        view! {
            <h1>{words.t("performance-title")}</h1>
            <p class="lead measure">{words.t("performance-lead")}</p>
            {improvements(words, &improved, true)}
            {heading}
            {tabs}
            {none}
            <div class="stack">{tables}</div>
            <section class="stack-tight measure" aria-labelledby="cara"><h2 id="cara">{words.t("performance-how-title")}</h2><p>{words.t("performance-how-raters")}</p><p>{words.t("performance-how-small")}</p><p>{words.t("performance-how-held")}</p>{files}</section>
        }
    }))
}

/// Of which level the headings of figures are.
#[derive(Debug, Clone, Copy)]
pub enum Level {
    Third,
    Fourth,
}

impl Level {
    fn heading(self, text: String) -> AnyView {
        match self {
            Self::Third => view! { <h3>{text}</h3> }.into_any(),
            Self::Fourth => view! { <h4>{text}</h4> }.into_any(),
        }
    }
}

/// A number, or why there is none.
fn number(words: &'static Words, value: Option<Option<i64>>) -> AnyView {
    match value {
        Some(Some(n)) => view! { <span class="num">{n}</span> }.into_any(),
        _ => view! { <span class="soft">{words.t("performance-too-few")}</span> }.into_any(),
    }
}

/// The figures of one unit as a list for each partition; read in one column on a phone.
/// Its headings are of the level below what they stand under.
pub fn table(words: &'static Words, told: &Told, level: Level) -> impl IntoView + use<> {
    let raters = told.get(&TOTAL).copied().flatten().unwrap_or_default();
    let margins = MARGINS
        .iter()
        .filter(|(margin, _)| told.keys().any(|(m, _)| m == margin))
        .map(|(margin, cells)| {
            let rows =
                cells.iter().map(|cell| view! { <div><dt>{words.t(&label(margin, cell))}</dt><dd>{number(words, told.get(&(*margin, *cell)).copied())}</dd></div> }).collect_view();
            view! { <div class="stack-tight">{level.heading(words.t(&format!("figure-{margin}")))}<dl class="facts">{rows}</dl></div> }
        })
        .collect_view();
    let shares = [("figure-in-time", in_time(told)), ("figure-solved", solved(told))].into_iter().filter_map(|(key, share)| {
        let percent = |p: f64| format!("{:.0}", p * 100.0);
        share.map(|(share, low, high)| view! { <p>{words.with(key, &[("share", &percent(share)), ("low", &percent(low)), ("high", &percent(high))])}</p> })
    });
    view! { <p><strong>{words.n("figure-raters", raters)}</strong></p>{shares.collect_view()}{days(words, told, level)}<div class="grid">{margins}</div> }
}

/// Key of a cell's name: elements have theirs everywhere.
fn label(margin: &str, cell: &str) -> String {
    if margin == "element" && cell != "unnamed" { format!("element-{cell}") } else { format!("figure-{margin}-{cell}") }
}

/// How long answers took, of everyone and of each kind; nothing where too few were answered.
pub fn days(words: &'static Words, told: &Told, level: Level) -> Option<impl IntoView + use<>> {
    let of = |margin, cell| told.get(&(margin, cell)).copied().flatten();
    let items: Vec<_> = DAYS
        .iter()
        .filter_map(|(margin, kind)| {
            let (median, p90) = (of(*margin, "median")?, of(*margin, "p90")?);
            let label = kind.map_or_else(|| words.t("figure-days-all"), |kind| words.t(&format!("figure-kind-{kind}")));
            let said = words.with("figure-days-said", &[("median", &median.to_string()), ("p90", &p90.to_string())]);
            Some(view! { <div><dt>{label}</dt><dd>{said}</dd></div> })
        })
        .collect();
    (!items.is_empty()).then(|| view! { <div class="stack-tight">{level.heading(words.t("figure-days"))}<dl class="facts quiet">{items}</dl></div> })
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

/// The figures as rows: an empty value is one that is not told.
async fn rows(app: &App, gov: &str, query: &HashMap<String, String>) -> Result<(String, Vec<Figures>), PageError> {
    let mut conn = app.portal.db.read().await?;
    government(&mut conn, gov).await?;
    let all = periods(&mut conn, gov).await?;
    let period = chosen(&all, query)?.unwrap_or_default();
    let figures = of_period(&mut conn, gov, &period, None).await?;
    Ok((period, figures))
}

/// `/{gov}/kinerja.csv`: slugs, words and numbers; nothing that a spreadsheet could take for a formula.
pub async fn csv(State(app): State<App>, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let (period, figures) = rows(&app, &gov, &query).await?;
    let mut text = String::from("government,period,unit,margin,cell,raters\n");
    for f in &figures {
        let unit = f.unit.as_ref().map(|(slug, _)| slug.as_str()).unwrap_or_default();
        for ((margin, cell), value) in &f.told {
            text.push_str(&[gov.as_str(), &period, unit, margin, cell, &value.map(|v| v.to_string()).unwrap_or_default()].join(","));
            text.push('\n');
        }
    }
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")], text).into_response())
}

/// `/{gov}/kinerja.json`: the same rows.
pub async fn json(State(app): State<App>, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let (period, figures) = rows(&app, &gov, &query).await?;
    let rows: Vec<serde_json::Value> = figures
        .iter()
        .flat_map(|f| {
            let unit = f.unit.as_ref().map(|(slug, _)| slug.clone());
            f.told.iter().map(move |((margin, cell), value)| serde_json::json!({ "unit": unit, "margin": margin, "cell": cell, "raters": value }))
        })
        .collect();
    let body = serde_json::json!({ "government": gov, "period": (!period.is_empty()).then_some(period), "figures": rows });
    Ok(([(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response())
}
