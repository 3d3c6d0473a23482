//! The built files: their hashed names, and serving them for a year, compressed beforehand.

use std::path::Path;

use app::{App, Assets};
use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower::ServiceBuilder;
use tower_http::services::ServeDir;

/// Reads `assets.json`, which the build writes beside the files.
///
/// # Errors
/// A sentence that names the build command when the files are not there.
pub fn read(site: &Path) -> Result<Assets, String> {
    let path = site.join("assets.json");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{} cannot be read ({e}); `make build` makes it", path.display()))?;
    let names: serde_json::Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let name = |key: &str| names[key].as_str().unwrap_or_default().to_owned();
    Ok(Assets { style: name("style"), islands: name("islands"), outbox: name("outbox") })
}

/// `/sw.js`: the service worker, or with `off` the one that takes it away again (`app/src/outbox/worker-off.js`). Asked for
/// anew each time, so that an old worker lives no longer than until the next visit.
pub fn worker(site: &Path, off: bool) -> Router<App> {
    // A build without the browser half has none; browsers then keep the one they have.
    let name = if off { "worker-off.js" } else { "worker.js" };
    let Ok(text) = std::fs::read(site.join(name)).map(Bytes::from) else { return Router::new() };
    // Packed by the build, better than while somebody waits: every phone fetches it, and asks for it again each day.
    let packed = std::fs::read(site.join(format!("{name}.gz"))).ok().map(Bytes::from);
    let answer = move |headers: HeaderMap| async move {
        let unpacks = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("gzip"));
        let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache"), (header::VARY, "accept-encoding")];
        match packed.filter(|_| unpacks) {
            Some(packed) => (kind, [(header::CONTENT_ENCODING, "gzip")], packed).into_response(),
            None => (kind, text).into_response(),
        }
    };
    Router::new().route("/sw.js", get(answer))
}

/// `/aset/…`: immutable, because a changed file has another name; the few with plain names (icons, the manifest of the
/// app on the phone) are kept for a day.
pub fn routes(site: &Path) -> Router<App> {
    let files = ServeDir::new(site.join("aset")).precompressed_br().precompressed_gzip().append_index_html_on_directories(false);
    Router::new().nest_service("/aset", ServiceBuilder::new().layer(from_fn(kept)).service(files))
}

async fn kept(request: Request, next: Next) -> Response {
    // name.0123456789ab.css
    let hashed = request.uri().path().rsplit('.').nth(1).is_some_and(|part| part.len() == 12 && part.bytes().all(|b| b.is_ascii_hexdigit()));
    let mut response = next.run(request).await;
    if response.status().is_success() {
        let value = if hashed { "public, max-age=31536000, immutable" } else { "public, max-age=86400" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}
