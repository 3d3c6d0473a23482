//! The built files: their hashed names, and serving them for a year, compressed beforehand.

use std::path::Path;

use app::{App, Assets};
use axum::Router;
use axum::http::{HeaderValue, header};
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Reads `assets.json`, which the build writes beside the files.
///
/// # Errors
/// A sentence that names the build command when the files are not there.
pub fn read(site: &Path) -> Result<Assets, String> {
    let path = site.join("assets.json");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{} cannot be read ({e}); `make build` makes it", path.display()))?;
    let names: serde_json::Value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let name = |key: &str| names[key].as_str().unwrap_or_default().to_owned();
    Ok(Assets { style: name("style"), islands: name("islands") })
}

/// `/aset/…`: immutable, because a changed file has another name; the few with plain names are kept for a day.
pub fn routes(site: &Path) -> Router<App> {
    let hashed = ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, |response: &axum::http::Response<_>| {
            let _: &axum::http::Response<tower_http::services::fs::ServeFileSystemResponseBody> = response;
            response.status().is_success().then(|| HeaderValue::from_static("public, max-age=31536000, immutable"))
        }))
        .service(ServeDir::new(site.join("aset")).precompressed_br().precompressed_gzip().append_index_html_on_directories(false));
    Router::new().nest_service("/aset", hashed)
}
