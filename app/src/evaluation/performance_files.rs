//! The published figures for programs: `/{gov}/kinerja.csv`, `.json` and `.atom`.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::directory::government;
use domain::evaluation::figures::{DAYS_CELLS, Figures, Key, in_time, of_period, periods, published, solved};
use serde_json::{Value, json};

use super::performance::{chosen, quarter};
use crate::error::PageError;
use crate::feed::{Entry, Feed};
use crate::shell::App;
use crate::words::Words;

/// The address of the feed of a government's figures.
pub fn address(gov: &str) -> String {
    format!("/{gov}/kinerja.atom")
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

/// A number of raters or of working days, in the column it belongs in.
fn columns((margin, cell): Key, value: Option<i64>) -> (Option<i64>, Option<i64>) {
    if margin.starts_with("days") && DAYS_CELLS.contains(&cell) && cell != "n" { (None, value) } else { (value, None) }
}

/// `/{gov}/kinerja.csv`: slugs, words and numbers; nothing that a spreadsheet could take for a formula.
pub async fn csv(State(app): State<App>, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let (period, figures) = rows(&app, &gov, &query).await?;
    let mut text = String::from("government,period,unit,margin,cell,raters,working_days\n");
    for f in &figures {
        let unit = f.unit.as_ref().map(|(slug, _)| slug.as_str()).unwrap_or_default();
        for (key, value) in &f.told {
            let (raters, days) = columns(*key, *value);
            let of = |value: Option<i64>| value.map(|v| v.to_string()).unwrap_or_default();
            text.push_str(&[gov.as_str(), &period, unit, key.0, key.1, &of(raters), &of(days)].join(","));
            text.push('\n');
        }
    }
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")], text).into_response())
}

/// `/{gov}/kinerja.json`: the same rows, the shares that the page shows of them, and where it says how they are counted.
pub async fn json(State(app): State<App>, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let (period, figures) = rows(&app, &gov, &query).await?;
    let unit = |f: &Figures| f.unit.as_ref().map(|(slug, _)| slug.clone());
    let row = |unit: &Option<String>, key: Key, value: Option<i64>| {
        let (raters, days) = columns(key, value);
        json!({ "unit": unit, "margin": key.0, "cell": key.1, "raters": raters, "working_days": days })
    };
    let rows: Vec<Value> = figures.iter().flat_map(|f| f.told.iter().map(move |(key, value)| row(&unit(f), *key, *value))).collect();
    let share = |unit: Option<String>, of: &str, (share, low, high): (f64, f64, f64)| json!({ "unit": unit, "share": of, "value": share, "low": low, "high": high });
    let shares: Vec<Value> = figures
        .iter()
        .flat_map(|f| [("in_time", in_time(&f.told)), ("solved", solved(&f.told))].into_iter().filter_map(move |(of, told)| Some(share(unit(f), of, told?))))
        .collect();
    let explained = format!("{}/{gov}/kinerja#cara", app.settings.public_url);
    let body = json!({ "government": gov, "period": (!period.is_empty()).then_some(period), "figures": rows, "shares": shares, "explained": explained });
    Ok(([(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response())
}

/// `/{gov}/kinerja.atom`: an entry for each quarter, once it is published.
pub async fn feed(State(app): State<App>, headers: HeaderMap, Path(gov): Path<String>) -> Result<Response, PageError> {
    let words = Words::of("id");
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let quarters = published(&mut conn, &gov).await?;
    drop(conn);
    let entries: Vec<Entry> = quarters
        .into_iter()
        .map(|q| Entry {
            title: format!("{}: {}", words.t("performance-title"), quarter(words, &q.period)),
            address: format!("/{gov}/kinerja?triwulan={}", q.period),
            updated: q.at,
            summary: words.with("performance-feed", &[("units", &q.units.to_string()), ("raters", &q.raters.to_string())]),
            category: "kinerja".into(),
        })
        .collect();
    let feed = Feed {
        title: format!("{} · {}", words.t("performance-title"), government.short_name),
        author: government.name_id.clone(),
        address: address(&gov),
        page: format!("/{gov}/kinerja"),
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}
