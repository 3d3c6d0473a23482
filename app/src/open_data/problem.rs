//! Errors of the interface for programs: RFC 9457 `application/problem+json`, in plain words.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::error::PageError;
use crate::words::Words;

/// Whether an address is one of the interface, where errors are problems and not pages.
pub fn is_of_interface(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

pub const CONTENT_TYPE: &str = "application/problem+json";

fn key(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 | 414 | 422 | 431 => "problem-bad-request",
        404 => "problem-not-found",
        405 => "problem-method",
        403 => "problem-other-site",
        408 => "problem-too-slow",
        413 => "problem-too-large",
        429 => "problem-too-many",
        _ => "problem-trouble",
    }
}

/// The problem; `id` finds the words of the log.
pub fn problem(words: &Words, path: &str, status: StatusCode, error: Option<&PageError>, id: Option<&str>) -> Response {
    let key = key(status);
    let (detail, parameter) = match error {
        Some(PageError::BadParameter { name, why }) => (words.with(why, &[("name", name)]), Some(name)),
        _ => (words.t(&format!("{key}-detail")), None),
    };
    let body = json!({ "type": "about:blank", "title": words.t(key), "status": status.as_u16(), "detail": detail, "instance": path, "parameter": parameter, "id": id });
    // Members without a value are left out: the schema has no null.
    let body: serde_json::Map<_, _> = body.as_object().into_iter().flatten().filter(|(_, v)| !v.is_null()).map(|(k, v)| (k.clone(), v.clone())).collect();
    let mut response = (status, serde_json::Value::Object(body).to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
