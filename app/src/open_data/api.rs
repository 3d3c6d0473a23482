//! `/api/v1`: the directory in JSON, for reading only. `openapi.json` beside this file describes every answer; a change
//! here is a change there.

use std::sync::LazyLock;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::Error;
use domain::directory::{Government, government, governments};
use domain::open_data::{Scope, Which, positions, services, tenures, units};
use domain::search::{Found, search};
use serde::Serialize;
use serde_json::{Value, json};
use vocabulary::directory::EntryKind;

use super::answer::Answer;
use super::asked::{Asked, slug};
use crate::error::PageError;
use crate::shell::App;

type Answered = Result<Response, PageError>;

const JSON: &str = "application/json";
/// The most that a search finds.
const FOUND_MOST: usize = 30;

/// A page of a list, and the address of the next.
#[derive(Serialize)]
struct List<T> {
    items: Vec<T>,
    next: Option<String>,
}

/// The address of a list's next page.
fn next(app: &App, path: &str, asked: &[(&str, String)]) -> String {
    format!("{}{path}?{}", app.settings.public_url, serde_urlencoded::to_string(asked).unwrap_or_default())
}

static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("openapi.json")).unwrap_or_default());

/// `GET /api/openapi.json`, with this server's address.
pub async fn description(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    Asked::read(query.as_deref(), &[])?;
    let mut description = DESCRIPTION.clone();
    description["servers"] = json!([{ "url": app.settings.public_url }]);
    Ok(Answer::json(&description, "application/openapi+json")?.to(&headers))
}

fn government_item(app: &App, g: &Government) -> Value {
    let base = &app.settings.public_url;
    let api = format!("{base}/api/v1/governments/{}", g.slug);
    json!({
        "slug": g.slug, "name": g.name_id, "name_en": g.name_en, "short_name": g.short_name, "area_code": g.area_code, "url": format!("{base}/{}", g.slug), "data": format!("{base}/{}/data", g.slug),
        "units": format!("{api}/units"), "positions": format!("{api}/positions"), "services": format!("{api}/services"), "tenures": format!("{api}/tenures"),
    })
}

pub async fn all_governments(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    Asked::read(query.as_deref(), &[])?;
    let mut conn = app.portal.db.read().await?;
    let items = governments(&mut conn).await?.iter().map(|g| government_item(&app, g)).collect();
    Ok(Answer::json(&List { items, next: None }, JSON)?.to(&headers))
}

pub async fn one_government(State(app): State<App>, Path(gov): Path<String>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    Asked::read(query.as_deref(), &[])?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, slug(&gov)?).await?;
    Ok(Answer::json(&government_item(&app, &government), JSON)?.to(&headers))
}

/// A list by slug and one of its items: the same three lines for each kind of thing.
macro_rules! list_and_item {
    ($list:ident, $item:ident, $rows:ident) => {
        pub async fn $list(State(app): State<App>, Path(gov): Path<String>, uri: Uri, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
            let asked = Asked::read(query.as_deref(), &["after", "limit"])?;
            let (after, limit) = (asked.after()?, asked.limit()?);
            let mut conn = app.portal.db.read().await?;
            let government = government(&mut conn, slug(&gov)?).await?;
            let day = government.today(app.portal.now());
            let scope = Scope { portal: &app.portal, government: &government, base: &app.settings.public_url, day: &day };
            // One more than asked for tells whether there is a next page.
            let mut items = $rows(&mut conn, scope, Which::After(after, limit + 1)).await?;
            drop(conn);
            let more = items.len() as i64 > limit;
            items.truncate(limit as usize);
            let next = items.last().filter(|_| more).map(|last| next(&app, uri.path(), &[("after", last.slug.clone()), ("limit", limit.to_string())]));
            Ok(Answer::json(&List { items, next }, JSON)?.to(&headers))
        }

        pub async fn $item(State(app): State<App>, Path((gov, name)): Path<(String, String)>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
            Asked::read(query.as_deref(), &[])?;
            let mut conn = app.portal.db.read().await?;
            let government = government(&mut conn, slug(&gov)?).await?;
            let day = government.today(app.portal.now());
            let scope = Scope { portal: &app.portal, government: &government, base: &app.settings.public_url, day: &day };
            let found = $rows(&mut conn, scope, Which::One(slug(&name)?)).await?;
            drop(conn);
            let item = found.into_iter().next().ok_or(Error::NotFound)?;
            Ok(Answer::json(&item, JSON)?.to(&headers))
        }
    };
}

list_and_item!(unit_list, unit, units);
list_and_item!(position_list, position, positions);
list_and_item!(service_list, service, services);

/// Who holds and held named posts; of one post or all.
pub async fn tenure_list(State(app): State<App>, Path(gov): Path<String>, uri: Uri, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    let asked = Asked::read(query.as_deref(), &["after", "limit", "position"])?;
    let (from, limit, position) = (asked.cursor()?, asked.limit()?, asked.position()?);
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, slug(&gov)?).await?;
    let day = government.today(app.portal.now());
    let scope = Scope { portal: &app.portal, government: &government, base: &app.settings.public_url, day: &day };
    let (items, after) = tenures(&mut conn, scope, position, &from, limit).await?;
    drop(conn);
    let next = after.map(|cursor| {
        let mut parameters = vec![("after", cursor.to_string()), ("limit", limit.to_string())];
        parameters.extend(position.map(|p| ("position", p.to_owned())));
        next(&app, uri.path(), &parameters)
    });
    Ok(Answer::json(&List { items, next }, JSON)?.to(&headers))
}

/// The best matches of a search over services, units, posts and what others do; there is no next page.
pub async fn find(State(app): State<App>, Path(gov): Path<String>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    let asked = Asked::read(query.as_deref(), &["q"])?;
    let typed = asked.query()?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, slug(&gov)?).await?;
    let found = search(&mut conn, Some(&government.slug), typed, FOUND_MOST).await?;
    drop(conn);
    let items = found.found.into_iter().map(|f| found_item(&app, f)).collect();
    Ok(Answer::json(&List { items, next: None }, JSON)?.to(&headers))
}

fn found_item(app: &App, found: Found) -> Value {
    // What others do has a page that says who, and nothing of the government's own to fetch.
    let (page, list) = match found.kind {
        EntryKind::Service => ("layanan", Some("services")),
        EntryKind::Redirect => ("layanan/luar", None),
        EntryKind::Unit => ("unit", Some("units")),
        EntryKind::Position => ("jabatan", Some("positions")),
    };
    let base = &app.settings.public_url;
    json!({
        "kind": found.kind.as_str(), "slug": found.slug, "title": found.title, "detail": found.detail,
        "url": format!("{base}/{}/{page}/{}", found.government, found.slug), "api": list.map(|list| format!("{base}/api/v1/governments/{}/{list}/{}", found.government, found.slug)),
    })
}
