//! `ombudsman.pdf`: the paper that a resident takes to the Ombudsman when a case was not solved in time. Everyone's has
//! the published words; that of the receipt's holder has their own.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::{Government, government};
use domain::feedback::{Dossier, own_dossier, public_dossier};
use domain::secrets::hex;

use super::receipt_cookie::Held;
use super::receipt_tries::follow;
use crate::dates;
use crate::error::PageError;
use crate::limits::{Address, What};
use crate::pdf::{self, Block, Paper, Table};
use crate::session::Visitor;
use crate::shell::App;
use crate::words::Words;

pub async fn public(State(app): State<App>, visitor: Visitor, Address(address): Address, Path((gov, reference)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let dossier = public_dossier(&app.portal, &government, &reference).await?;
    app.limits.check(What::Write, &address)?;
    answer(&app, &visitor, &government, dossier).await
}

pub async fn own(State(app): State<App>, visitor: Visitor, Address(address): Address, held: Held) -> Result<Response, PageError> {
    let Held(Some(receipt)) = held else { return Ok(Redirect::to("/lacak").into_response()) };
    // A cookie can be made up: it is tried like a receipt that is typed.
    let Some(case) = follow(&app, &address, &receipt).await? else { return Ok(Redirect::to("/lacak").into_response()) };
    app.limits.check(What::Write, &address)?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &case.government).await?;
    drop(conn);
    let dossier = own_dossier(&app.portal, &government, &case).await?;
    answer(&app, &visitor, &government, dossier).await
}

async fn answer(app: &App, visitor: &Visitor, government: &Government, dossier: Dossier) -> Result<Response, PageError> {
    let name = format!("attachment; filename=\"ombudsman-{}.pdf\"", dossier.reference);
    let paper = paper(visitor.words, government, &dossier, &app.settings.public_url, visitor.now);
    // Some milliseconds of work: not on the threads that answer everyone.
    let bytes = tokio::task::spawn_blocking(move || pdf::write(&paper)).await.map_err(|e| PageError::Trouble(e.to_string()))?.map_err(PageError::Trouble)?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|e| PageError::Trouble(e.to_string()))?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn foot(page: usize, pages: usize, language: &'static str) -> String {
    Words::of(language).with("pack-page", &[("page", &page.to_string()), ("pages", &pages.to_string())])
}

fn paper(words: &'static Words, government: &Government, d: &Dossier, base: &str, now: i64) -> Paper {
    let zone = government.utc_offset_hours;
    let mut blocks = vec![
        Block::Text(words.with("pack-lead", &[("government", if words.is_english() { &government.name_en } else { &government.name_id })])),
        Block::Table(facts(words, d, zone, now)),
        Block::Heading(words.t("pack-deadlines")),
        Block::Text(words.t(if d.deadlines.iter().any(|x| x.missed) { "pack-missed" } else { "pack-not-missed" })),
    ];
    if !d.deadlines.is_empty() {
        blocks.push(Block::Table(deadlines(words, d)));
    }
    blocks.extend([
        Block::Heading(words.t(if d.own { "pack-sent" } else { "pack-published" })),
        Block::Text(d.text.clone()),
        Block::Heading(words.t("case-journey")),
        Block::Table(journey(words, d, zone)),
        Block::Heading(words.t("pack-ledger")),
        Block::Text(words.with("pack-ledger-lead", &[("address", &format!("{base}/catatan"))])),
        Block::Table(entries(words, d, zone)),
        Block::Small(format!("{}: {}", words.n("proof-root", d.head.size as i64), hex(&d.head.root))),
        Block::Heading(words.t("pack-law")),
        Block::Text(words.t("pack-law-text")),
    ]);
    Paper { title: words.with("pack-title", &[("reference", &d.reference)]), language: words.language, blocks, foot }
}

fn facts(words: &'static Words, d: &Dossier, zone: i64, now: i64) -> Table {
    let mut rows = vec![
        (words.t("pack-headline"), d.title.clone()),
        (words.t("pack-kind"), words.t(&format!("kind-{}", d.kind))),
        (words.t("pack-received"), dates::moment_day(words, d.received_at, zone)),
        (words.t("pack-status"), words.t(&format!("status-{}", d.status))),
    ];
    for (key, value) in [("case-about", &d.about), ("case-handled-by", &d.handling), ("pack-area", &d.area)] {
        rows.extend(value.clone().map(|value| (words.t(key), value)));
    }
    rows.push((words.t("pack-made"), dates::moment(words, now, zone)));
    Table { head: vec![words.t("pack-what"), words.t("pack-content")], rows: rows.into_iter().map(|(what, content)| vec![what, content]).collect(), widths: vec![1.0, 2.6] }
}

fn deadlines(words: &'static Words, d: &Dossier) -> Table {
    let rows = d.deadlines.iter().map(|x| {
        let done = x.done.as_deref().map_or_else(|| words.t("pack-not-done"), |day| dates::day(words, day));
        let verdict = words.t(if x.missed { "pack-late" } else { "pack-in-time" });
        let rule = format!("{} ({})", words.n("pack-working-days", x.working_days), x.citation);
        vec![words.t(&format!("pack-due-{}", x.what)), dates::day(words, &x.due), done, verdict, rule]
    });
    Table { head: ["pack-what", "pack-due", "pack-done", "pack-verdict", "pack-rule"].map(|key| words.t(key)).into(), rows: rows.collect(), widths: vec![1.1, 1.1, 1.1, 0.9, 2.0] }
}

fn journey(words: &'static Words, d: &Dossier, zone: i64) -> Table {
    let rows = d.steps.iter().map(|step| {
        let when = dates::step_moment(words, step.by_role, step.at, zone);
        let by = step.unit_name.clone().unwrap_or_else(|| words.t(&format!("by-{}", step.by_role)));
        let mut told = vec![words.t(&format!("step-{}", step.kind))];
        told.extend(step.outcome.as_ref().map(|outcome| words.t(&format!("outcome-{outcome}"))));
        // Of a case that ended by itself the step says it all.
        told.extend(step.reason.as_ref().map(|reason| format!("archive-{reason}")).filter(|key| words.has(key)).map(|key| words.t(&key)));
        told.extend(Some(step.note.clone()).filter(|note| !note.is_empty()));
        vec![when, by, told.join("\n")]
    });
    Table { head: ["pack-when", "pack-who", "pack-step"].map(|key| words.t(key)).into(), rows: rows.collect(), widths: vec![1.2, 1.2, 2.4] }
}

fn entries(words: &'static Words, d: &Dossier, zone: i64) -> Table {
    let rows = d.entries.iter().map(|e| {
        let number = e.number.map_or_else(|| "—".to_owned(), |n| n.to_string());
        let hash = e.hash.as_deref().map(hex).unwrap_or_default();
        vec![number, dates::moment_day(words, e.at, zone), words.t(&format!("ledger-{}", e.kind)), hash]
    });
    Table { head: ["ledger-number", "ledger-date", "ledger-kind", "ledger-hash"].map(|key| words.t(key)).into(), rows: rows.collect(), widths: vec![0.6, 1.2, 1.4, 2.2] }
}
