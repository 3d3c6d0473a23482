//! `/{gov}/kartu/{kind}/{key}/{version}.png`: the picture of a shared page. What may not be read has none. Each is drawn
//! once and kept while there is room; one is drawn at a time, and who would wait behind many is told to come again.

use std::collections::VecDeque;
use std::sync::{LazyLock, Mutex, PoisonError};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::{announcements, government, positions, services, units};
use domain::evaluation::figures;
use domain::{feedback, forum};
use tokio::sync::Semaphore;

use super::Card;
use super::draw::draw;
use crate::error::PageError;
use crate::shell::App;

/// Pictures that are kept in memory: about 5 MB.
const KEPT_MOST: usize = 256;
/// Requests that may wait for a picture to be drawn.
const WAITING_MOST: usize = 32;

static KEPT: LazyLock<Mutex<VecDeque<(String, Bytes)>>> = LazyLock::new(Mutex::default);
static DRAWING: Semaphore = Semaphore::const_new(1);
static WAITING: Semaphore = Semaphore::const_new(WAITING_MOST);

fn kept(version: &str) -> Option<Bytes> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|(v, _)| v == version).map(|(_, bytes)| bytes.clone())
}

fn keep(version: String, bytes: Bytes) {
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() >= KEPT_MOST {
        all.pop_front();
    }
    all.push_back((version, bytes));
}

/// The card of what is public now; the same functions that load the page say whether it may be read.
async fn card(app: &App, gov: &str, kind: &str, key: &str) -> Result<Card, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let today = government.today(app.portal.now());
    // What is to come is not there yet.
    let begun = |valid_from: &str| if valid_from > today.as_str() { Err(Error::NotFound) } else { Ok(()) };
    Ok(match (kind, key) {
        ("depan", "-") => Card::front(&government),
        ("kinerja", "-") => Card::performance(&government),
        ("kinerja", slug) => {
            let (unit, name) = units::named(&mut conn, gov, slug).await?;
            if figures::of_unit(&mut conn, gov, unit).await?.is_empty() {
                return Err(Error::NotFound.into());
            }
            Card::unit_performance(&government, slug, &name)
        }
        ("daftar", list) => Card::list(&government, list).ok_or(Error::NotFound)?,
        ("pengumuman", slug) => Card::announcement(&government, &announcements::show(&mut conn, gov, slug, &today).await?).ok_or(Error::NotFound)?,
        ("unit", slug) => {
            let unit = units::show(&mut conn, &app.portal.gate, gov, slug).await?;
            begun(&unit.valid_from)?;
            Card::unit(&government, &unit)
        }
        ("jabatan", slug) => {
            let post = positions::show(&mut conn, &app.portal.gate, gov, slug).await?;
            begun(&post.valid_from)?;
            Card::position(&government, &post)
        }
        ("layanan", slug) => {
            let service = services::show(&mut conn, &app.portal.gate, gov, slug).await?;
            begun(&service.valid_from)?;
            Card::service(&government, &service)
        }
        ("laporan", reference) => Card::case(&government, &feedback::show(&mut conn, gov, reference).await?),
        ("forum", code) => {
            let (topic, _) = forum::show(&mut conn, gov, code, None).await?;
            Card::topic(&government, &topic).ok_or(Error::NotFound)?
        }
        _ => return Err(Error::NotFound.into()),
    })
}

pub async fn picture(State(app): State<App>, Path((gov, kind, key, file)): Path<(String, String, String, String)>) -> Result<Response, PageError> {
    let card = card(&app, &gov, &kind, &key).await?;
    let version = card.version();
    // An address of before: what it said has changed since.
    if file.strip_suffix(".png") != Some(version.as_str()) {
        return Ok(Redirect::temporary(&card.picture()).into_response());
    }
    let bytes = match kept(&version) {
        Some(bytes) => bytes,
        None => {
            let Ok(_place) = WAITING.try_acquire() else { return Ok((StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response()) };
            let _alone = DRAWING.acquire().await.map_err(|e| PageError::Trouble(e.to_string()))?;
            match kept(&version) {
                // Whoever was before wanted the same.
                Some(bytes) => bytes,
                None => {
                    let drawn = tokio::task::spawn_blocking(move || draw(&card)).await.map_err(|e| PageError::Trouble(e.to_string()))?;
                    let bytes = Bytes::from(drawn.map_err(PageError::Trouble)?);
                    keep(version, bytes.clone());
                    bytes
                }
            }
        }
    };
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], bytes).into_response())
}
