//! `/sitemap.xml` and `/robots.txt`: where search engines find every public page, and where they have no business.
//!
//! Without a government the map is an index of maps. They have the same path with a question mark, because a map may
//! only name addresses at or below its own folder.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::Error;
use domain::directory::{government, governments};
use domain::open_data::{address_count, addresses};

use super::answer::Answer;
use super::asked::slug;
use crate::error::PageError;
use crate::shell::App;

/// Addresses a map; the protocol allows 50,000 and 50 MB.
const PAGE: i64 = 10_000;

const XML: &str = "application/xml; charset=utf-8";

pub async fn sitemap(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Result<Response, PageError> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query.as_deref().unwrap_or_default()).map_err(|_| PageError::BadForm)?;
    let get = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let text = match get("daerah") {
        None => index(&app).await?,
        Some(gov) => {
            let page = get("halaman").unwrap_or("1").parse::<i64>().ok().filter(|n| (1..=1000).contains(n)).ok_or(Error::NotFound)?;
            map(&app, slug(gov)?, page).await?
        }
    };
    let tag = domain::secrets::hex(&domain::secrets::sha256(&[text.as_bytes()])[..16]);
    Ok(Answer { bytes: text.into(), content_type: XML, tag, changed_at: None }.to(&headers))
}

fn document(root: &str, items: impl Iterator<Item = String>) -> String {
    let mut text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let item = if root == "urlset" { "url" } else { "sitemap" };
    for address in items {
        let address = address.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;").replace('"', "&quot;");
        text.push_str(&format!("<{item}><loc>{address}</loc></{item}>\n"));
    }
    text.push_str(&format!("</{root}>\n"));
    text
}

async fn index(app: &App) -> Result<String, PageError> {
    let mut conn = app.portal.db.read().await?;
    let mut maps = Vec::new();
    for g in governments(&mut conn).await? {
        let count = address_count(&mut conn, &g.slug, &g.today(app.portal.now())).await?;
        maps.extend((0..(count.max(1) + PAGE - 1) / PAGE).map(|page| format!("{}/sitemap.xml?daerah={}&halaman={}", app.settings.public_url, g.slug, page + 1)));
    }
    Ok(document("sitemapindex", maps.into_iter()))
}

async fn map(app: &App, gov: &str, page: i64) -> Result<String, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let found = addresses(&mut conn, gov, &government.today(app.portal.now()), PAGE, (page - 1) * PAGE).await?;
    drop(conn);
    if page > 1 && found.is_empty() {
        return Err(Error::NotFound.into());
    }
    let root = format!("{}/{gov}", app.settings.public_url);
    let lists = ["", "/layanan", "/unit", "/jabatan", "/laporan", "/forum", "/data"].into_iter().filter(|_| page == 1).map(|path| format!("{root}{path}"));
    let things = found.iter().map(|address| {
        let folder = match address.kind.as_str() {
            "unit" => "unit",
            "service" => "layanan",
            _ => "jabatan",
        };
        format!("{root}/{folder}/{}", address.slug)
    });
    Ok(document("urlset", lists.chain(things)))
}

/// What is one person's or staff's is not for search engines; that is said, and held by signing in.
pub async fn robots(State(app): State<App>) -> Response {
    let closed = ["/petugas", "/akun", "/lacak/laporan", "/masuk", "/daftar"];
    let mut text = String::from("User-agent: *\n");
    for path in closed {
        text.push_str(&format!("Disallow: {path}\n"));
    }
    text.push_str(&format!("Allow: /\n\nSitemap: {}/sitemap.xml\n", app.settings.public_url));
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=86400")], text).into_response()
}
